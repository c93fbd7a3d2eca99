"""What the texts of the case themselves offer as an innocent explanation of a loss, each with its document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from primafacie.findings.view import View, quoted

OF_A_LOSS = re.compile(
    r"\b(?:writ(?:e|es|ing|ten|e-)[ -]?(?:down|off|downs|offs)|write-?(?:downs?|offs?)|impair(?:ments?|ed)|goodwill|"
    r"bad (?:loans?|debts?)|non-?performing|NPLs?|doubtful loans?|financial crisis|credit (?:crisis|crunch)|"
    r"global crisis|banking crisis|crisis of 20\d\d|recession|crash of|devaluation|depreciat\w+|insolven\w+|"
    r"capital (?:increase|injection|needs?|shortfall)|fresh capital|recapitali[sz]\w+|loan losses|provisions for|"
    r"restructur\w+|distressed|bailout|nationali[sz]\w+)\b"
    r"|\b(?:списани\w+|обесценени\w+|финансов\w+ кризис\w*|кризис\w* 20\d\d|проблемн\w+ (?:кредит|долг)\w*|"
    r"девальваци\w+|докапитализаци\w+|просроченн\w+ (?:кредит|долг)\w*|реструктуризаци\w+)",
    re.IGNORECASE,
)
"""What makes an asset lose value with nobody's help: write-downs, bad loans, a crisis, a devaluation."""
SENTENCE = re.compile(r"(?<=[.!?…])[\"”»’)]*\s+(?=[\"“«A-ZА-ЯЁ0-9])")
MOST = 4
"""Quotes a finding: the reader is to see that there is another account, not to read it all here."""
LONGEST = 400


def of_a_loss(view: View, entities: Iterable[str]) -> tuple[str, ...]:
    """Sentences, by document, that name one of the entities in their paragraph and a reason why values fall.

    Each comes as 'title: "sentence"', in reading order, at most ``MOST``. Nothing is judged: the words may speak of
    another year, and who says them stands in the document.
    """
    names = [n for e in entities if e in view.entities for n in _names(view, e)]
    if not names:
        return ()
    told = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)")
    return tuple(dict.fromkeys(_found(view, told)))[:MOST]


def _names(view: View, entity: str) -> list[str]:
    found = view.entities[entity]
    return [n for n in dict.fromkeys((found.name, *found.names)) if len(n) > 2 and n[:1].isupper()]


def _found(view: View, told: re.Pattern[str]) -> Iterator[str]:
    for passage in view.evidence.passages:
        source = view.sources.get(passage.source)
        text = source.text[passage.start : passage.end] if source else ""
        if source is None or passage.role in ("table", "byline", "heading") or not told.search(text):
            continue
        for sentence in SENTENCE.split(text):
            if OF_A_LOSS.search(sentence):
                words = " ".join(sentence.split())
                yield f"{quoted(source.title or source.name)}: “{words[:LONGEST]}”"
