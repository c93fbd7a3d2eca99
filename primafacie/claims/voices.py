"""Who says it: the chain of voices at a token, and whom "I" and "you" mean there."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Token

from primafacie.claims.attribution import Attribution, Attributions
from primafacie.claims.attribution.cues import cues
from primafacie.claims.mentions import Mention, Mentions
from primafacie.claims.mentions.anaphora import FORMS
from primafacie.claims.parsing import Parsed
from primafacie.model import Passage

SPEAKER = frozenset({"i", "we", "me", "us", "you"})
"""Somebody present: where nobody tells who, it is the voice around."""
POINTING = frozenset({"this", "that", "these", "those", "which", "what", "one"})
"""Words that point at something said before, which is no voice of its own."""

SOMEONE = frozenset({"someone", "somebody", "those", "some", "many", "several", "others", "most", "few"})
"""Pronouns that the words after them make a source of: "someone in the room", "those who were there"."""
LEANING = frozenset({"according", "per", "citing", "quoting"})
"""Cues after which anything may be the source: a database, a calculation, signs on a wall."""

JOINTS = frozenset({"-", "–", "'", "’"})
"""Punctuation inside words."""
LONGEST_REST = 18
"""Tokens after its head by which an unnamed source is told from others."""

LABELS = frozenset(
    "q a question answer questions answers interviewer interviewee guest host moderator reporter caller "
    "speaker witness respondent participant source response anonymous".split()
)
"""Labels of turns that name a part in the talk, not a person."""
LOOSE = 4
"""Characters of Markdown around a quotation that is a whole passage."""
MUTE = frozenset({"thing", "event", "money", "time", None})
"""What cannot speak as far as its words tell, documents aside: "the law requires", "the tax system asks"."""


class Voices:
    """The voices of one parsed text; makes its ``mentions`` too, since "I" is whoever speaks."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.attributions = Attributions(parsed)
        self._same: dict[Attribution, str | None] = {}
        self.mentions = Mentions(parsed, self.speakers)
        self.author = parsed.source.author or parsed.source.publisher or "author"

    def speakers(self, token: int) -> tuple[str | None, str | None]:
        """Who says "I" and who is "you" at a token: the innermost direct quotation's, else the passage's."""
        passage = self.parsed.passage(token)
        for attribution in reversed(self.attributions.chain(token)):
            if attribution.quality != "indirect" and attribution.head is not None and attribution.head != token:
                head = self.parsed.doc[attribution.head]
                if head.lower_ in ("i", "we"):
                    continue
                listener = self.parsed.doc[attribution.addressee] if attribution.addressee is not None else None
                speaker = self._goes_on(attribution) or self.mentions.at(head).text
                return speaker, self.mentions.at(listener).text if listener is not None else None
        if self._quoted(passage, token):
            return None, None
        known = passage.speaker or (self.author if self.author != "author" else None)
        return _named(known), _named(passage.addressee)

    def _quoted(self, passage: Passage, token: int) -> bool:
        """True in a quotation that nothing lays to anybody, a headline's say: "I" is not the author there."""
        start = self.parsed.chars(token, token)[0]
        marks = [q for q in passage.quotations if q.start < start < q.end]
        own = passage.speaker is not None and passage.speaker != self.parsed.source.author
        whole = own and any(q.end - q.start >= passage.end - passage.start - LOOSE for q in marks)
        return bool(marks) and not whole

    def of(self, token: Token, granted: bool) -> tuple[tuple[str, ...], list[str]]:
        """Who says it, outermost first, and what the cues do to it, innermost first.

        What a phrase takes for granted ("Mayor Serik", "his wife") is said by whoever reports it, but no cue touches
        it: "denied that Mayor Serik paid" does not deny that he is mayor. In the words of a quotation the phrase is its
        speaker's: "“He says that Mayor Serik paid,” Keel said" is Keel calling Serik mayor.
        """
        voices = [self.parsed.passage(token).speaker or self.author]
        effects: list[str] = []
        beside = _aside(token)
        verbatim = False
        for attribution in self.attributions.chain(token.i):
            if beside is not None and attribution.quality == "indirect" and attribution.cue[0] < beside:
                continue
            if granted and verbatim and attribution.quality == "indirect":
                continue
            verbatim = verbatim or attribution.quality == "direct"
            if not (granted and attribution.quality == "indirect"):
                effects.insert(0, attribution.stance)
            name = self._name(attribution) if attribution.held or attribution.quality == "direct" else None
            if name and name != voices[-1]:
                voices.append(name)
        return tuple(voices), effects

    def _name(self, attribution: Attribution) -> str | None:
        """The name of whoever says it, else the words of the text; None where it is the voice around."""
        if attribution.source is None or attribution.head is None:
            return None
        first, end = attribution.source
        head = self.parsed.doc[attribution.head]
        if same := self._goes_on(attribution):
            return same
        if head.tag_ == "WP" and end - first > 1:
            return " ".join(self.parsed.text(first, end - 1).split())
        mentions = [m for m in self.mentions.conjuncts(head) if m.head == head.i or first <= m.head < end]
        mentions = mentions or [self.mentions.at(head)]
        if not mentions[0].named and (head.pos_ in ("NOUN", "NUM") or head.lower_ in SOMEONE):
            if len(mentions) == 1 and mentions[0].type in MUTE and self._for_people(attribution, head):
                return None
            if len(mentions) == 1 or not any(m.named for m in mentions):
                return self._words(mentions[0], end)
        if head.tag_ == "PRP" and len(mentions) == 1 and not mentions[0].named:
            return self._unnamed(attribution, head, mentions[0])
        return " and ".join(dict.fromkeys(m.text for m in mentions if _somebody(m))) or None

    def _unnamed(self, attribution: Attribution, head: Token, mention: Mention) -> str | None:
        """What a pronoun without a name stands for; the pronoun itself where what it seems to take up cannot speak.

        "“We lost no single person,” Keel said. “They lie,” he wrote." is not about that person.
        """
        taken = self.mentions.antecedent(head)
        if taken is None:
            return mention.text if _somebody(mention) else None
        noun = self.parsed.doc[taken.head].lemma_.lower()
        mute = taken.type in MUTE - {None} and noun not in cues().documents | cues().speakers
        if mute and attribution.quality == "indirect":
            return None
        return head.text if mute or taken.head in self.attributions.trees.quoted else mention.text

    def _goes_on(self, attribution: Attribution) -> str | None:
        """The name of the speaker before, where "he" or "she" goes on: "Sanders said that …. “…,” he added."

        The subject of the saying before is the centre that a subject pronoun keeps (Grosz, Joshi and Weinstein 1995,
        "Centering"), unless somebody else became the subject in between or is of the other sex.
        """
        if attribution not in self._same:
            self._same[attribution] = None
            before = self._before(attribution)
            name = self._name(before) if before is not None else None
            entry = self.mentions.directory.find(name) if name else None
            form = FORMS.get(self.parsed.doc[attribution.head or 0].lower_)
            if entry is not None and entry.type == "person" and entry.sex in (None, form):
                self._same[attribution] = name
        return self._same[attribution]

    def _before(self, attribution: Attribution) -> Attribution | None:
        """The last report of the author's own before a cue with "he" or "she", where nobody else came up since."""
        doc, head = self.parsed.doc, attribution.head
        if head is None or doc[head].tag_ != "PRP" or doc[head].lower_ not in ("he", "she"):
            return None
        around = {a.cue for a in self.attributions.chain(attribution.cue[0])}
        end = attribution.cue[0]
        known = self.attributions.told[: bisect_left(self.attributions.told, end, key=lambda a: a.cue[0])]
        last = next((a for a in reversed(known) if a.cue not in around and a.head != head), None)
        if last is None or last.head is None or doc[last.head].dep_ != "nsubj":
            return None
        if self.parsed.passage_of[end] - self.parsed.passage_of[last.cue[0]] > 1:
            return None
        trees = self.attributions.trees
        others = (
            k for k in range(last.cue[0], head)
            if trees.deps[k] in ("nsubj", "nsubjpass") and trees.tags[k] in ("NNP", "NN") and k != last.head
        )  # fmt: skip
        held = (k in trees.quoted or any(a <= k < b for a, b in last.content) for k in others)
        return last if all(held) else None

    def _for_people(self, attribution: Attribution, head: Token) -> bool:
        """Whether the source cannot be meant: a thing or an event that is no document, or, of words that tell nothing,
        one whose cue only somebody can do: call for something, speak in quotations."""
        known = head.lemma_.lower() in cues().documents | cues().speakers
        if known or self.parsed.doc[attribution.cue[0]].lower_ in LEANING:
            return False
        if self.mentions.at(head).type is not None:
            return True
        groups = cues().verbs.get(self.parsed.doc[attribution.cue[0]].lemma_.lower(), ())
        quoting = bool(groups) and all(group.takes <= {"quote"} for group in groups)
        return quoting or attribution.stance == "calls_for"

    def _words(self, mention: Mention, end: int) -> str:
        """An unnamed source in the words of the text: "a report by the auditors", up to a comma or a clause."""
        doc, last = self.parsed.doc, mention.end
        while last < end and last - mention.end < LONGEST_REST and (not doc[last].is_punct or doc[last].text in JOINTS):
            last += 1
        if last < end and not doc[last].is_punct:
            last = mention.end
        rest = self.parsed.text(mention.end, last - 1) if last > mention.end else ""
        return " ".join(f"{mention.text} {rest}".split())


def _named(speaker: str | None) -> str | None:
    """Who says "I", where the document names him; a label ("A", "GUEST", "the interviewee") is a voice and no name."""
    if speaker is None or speaker.casefold().startswith("the ") or speaker.casefold().strip(".: ") in LABELS:
        return None
    letters = speaker.replace(".", "").replace(" ", "")
    return None if letters.isupper() and len(letters) <= 3 else speaker


def _somebody(mention: Mention) -> bool:
    return mention.named or mention.text.lower() not in SPEAKER | POINTING


def _aside(token: Token) -> int | None:
    """Where an aside of the reporter around the token starts: "said that Roe paid Moss, who owns the bank"."""
    for node in (token, *token.ancestors):
        first = node.left_edge
        if node.dep_ != "relcl" or not first.i or first.nbor(-1).text != ",":
            continue
        if any(c.dep_ == "aux" and c.tag_ == "MD" for c in node.children):
            continue  # "which could have saved him" weighs what was said; a reporter's aside states
        opening = {t.tag_ for t in first.doc[first.i : node.i]}
        if opening & {"WP", "WDT", "WP$", "WRB"}:
            return first.i
    return None
