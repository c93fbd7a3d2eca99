"""Runs the units over a parse and answers who says a token."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from primafacie.claims.attribution.cues import Cues, cues
from primafacie.claims.attribution.drafts import Draft
from primafacie.claims.attribution.nouns import nouns
from primafacie.claims.attribution.phrases import according, dropped_marks, hearsay, labels, words_of
from primafacie.claims.attribution.quotations import Quotations
from primafacie.claims.attribution.record import Attribution
from primafacie.claims.attribution.trees import Trees
from primafacie.claims.attribution.verbs import verbs
from primafacie.claims.parsing import Parsed

TELLING = frozenset({"say", "claim", "think", "show", "quoted"})
"""Cues whose subject goes on speaking; whoever is accused, asked or urged may speak next."""
CITING = frozenset({"citing", "quoting"})


UNITS: tuple[Callable[[Trees, Cues], Iterator[Draft]], ...] = (
    verbs, nouns, according, words_of, hearsay, labels, dropped_marks,
)  # fmt: skip


class Attributions:
    """The attributions of a parse. With ``attitudes`` also plans, wishes, praise and blame laid to somebody.

    "The owners plan to sell the mine" is the author's statement about the owners, so attitudes are left out unless
    asked for.
    """

    def __init__(self, parsed: Parsed, attitudes: bool = False) -> None:
        self.trees = Trees(parsed)
        known = cues()
        drafts = [d for unit in UNITS for d in unit(self.trees, known) if attitudes or d.sort != "attitude"]
        Quotations(self.trees, known, drafts).run()
        drafts = _cited(drafts, self.trees)
        self._all = _finished(drafts, self.trees)
        self._holding: dict[int, list[Attribution]] = {}
        for attribution in self._all:
            for start, end in attribution.content:
                for i in range(start, end):
                    if attribution.source is not None and attribution.source[0] <= i < attribution.source[1]:
                        continue
                    self._holding.setdefault(i, []).append(attribution)
        for holding in self._holding.values():
            holding.sort(key=lambda a: (-_size(a), parsed.doc[a.cue[0]].lower_ in CITING))
        self.told = tuple(sorted(
            (a for a in self._all if a.head is not None and a.sort in TELLING and not self._holding.get(a.cue[0])),
            key=lambda a: a.cue[0],
        ))  # fmt: skip
        """What the author himself reports that somebody said, thought or showed, in order of the cues."""

    def all(self) -> tuple[Attribution, ...]:
        """In order of content, nested ones included."""
        return self._all

    def chain(self, token: int) -> tuple[Attribution, ...]:
        """Those whose content holds the token, outermost first (the passage's own speaker is not among them)."""
        return tuple(self._holding.get(token, ()))


def _size(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)


def _cited(drafts: list[Draft], trees: Trees) -> list[Draft]:
    """ "The Gazette reported …, citing police": what the Gazette reports is what the police say."""
    by_cue = {d.cue[0]: d for d in drafts if d.content and trees.words[d.cue[0]] not in CITING}
    kept = []
    for draft in drafts:
        if trees.words[draft.cue[0]] in CITING and draft.sort != "quoted":
            named = any(d.sort == "quoted" and d.cue[0] == draft.cue[0] for d in drafts)
            if named:
                continue
        outer = by_cue.get(trees.heads[draft.cue[0]])
        if draft.sort == "quoted" and outer is not None:
            draft.content = list(outer.content)
        kept.append(draft)
    return kept


def _finished(drafts: list[Draft], trees: Trees) -> tuple[Attribution, ...]:
    found = {a for a in (draft.finished(trees) for draft in drafts) if a is not None}
    return tuple(sorted(found, key=lambda a: (a.content[0][0], -_size(a), a.cue, a.source or (0, 0))))
