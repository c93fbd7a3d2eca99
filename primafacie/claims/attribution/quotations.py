"""The speaker of every quotation: a cue beside it, whoever was speaking already, or the subject of the sentence."""

from __future__ import annotations

from dataclasses import dataclass

from primafacie.claims.attribution.cues import Cues
from primafacie.claims.attribution.drafts import Draft
from primafacie.claims.attribution.forms import DASHES
from primafacie.claims.attribution.record import Range
from primafacie.claims.attribution.trees import MARKS, VERBAL, Trees
from primafacie.claims.attribution.verbs import speaker_of

SILENT = frozenset({"attitude", "seem"})
CONNECTIVES = frozenset({"and", "but", "that", "then", "or", "so", "of", "as", "how", "because", "also", "to"})
GAP = 4
"""Tokens (marks, commas, "that") that may stand between a cue and its quotation."""
TAIL = 30
"""Tokens that may stand between the cue and the next quotation of the same speaker: "…, pointing at the gate."."""
SHORTEST_SPEECH = 4
"""Words: a shorter quotation with no sentence mark is a title or a word held with tongs, unless a cue takes it."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A quotation as tokens, marks included, and whether it reads as an utterance of its own."""

    span: Range
    utterance: bool
    open: bool


class Quotations:
    """Lays every quotation in somebody's mouth: fills drafts, and makes one where only a subject tells."""

    def __init__(self, trees: Trees, cues: Cues, drafts: list[Draft]) -> None:
        self.trees, self.cues, self.drafts = trees, cues, drafts
        self.by_passage: dict[int, list[Draft]] = {}
        for draft in drafts:
            self.by_passage.setdefault(trees.stretch_of[draft.cue[0]], []).append(draft)

    def run(self) -> None:
        """Passage by passage: a speaker goes on through quotations with no cue between, and over opened paragraphs."""
        carried: Draft | None = None
        previous: Draft | None = None
        for number, stretch in enumerate(self.trees.passages):
            speeches = [Speech(span, self._utterance(*span), opened) for span, opened in self.trees.quotations[number]]
            if len(speeches) == 1 and speeches[0].span[1] >= stretch[1] - 1:
                carried = carried or previous
            last = carried
            held = stretch[0] if carried else -1
            for speech in speeches:
                draft = self.signed(speech, stretch) or self.speaker(speech, number, speeches)
                draft = draft or self.continued(speech, last, held)
                draft = draft or self.bystander(speech, stretch) or self.subject_before(speech, stretch)
                if draft is not None and (speech.utterance or draft is last):
                    last, held = draft, max(speech.span[1], draft.zone[1])
            self.colons(number, stretch, speeches)
            if carried is not None and not carried.content and not speeches:
                carried.add(stretch)
                carried.marks = "all"
            ends = bool(speeches) and speeches[-1].span[1] >= stretch[1] - 1 and speeches[-1].utterance
            waits = self.waiting(number, stretch)
            carried = waits or (last if ends else None)
            previous = last if speeches else None

    def signed(self, speech: Speech, stretch: Range) -> Draft | None:
        """A quotation with a name after a dash, as letters and testimonies have it: "“They robbed us.” ― Nora Keel"."""
        trees, dash = self.trees, speech.span[1]
        if not speech.utterance or dash + 1 >= stretch[1] or trees.words[dash] not in DASHES:
            return None
        end = dash + 1
        while end < min(stretch[1], dash + 8) and (trees.pos[end] == "PROPN" or trees.words[end] in (",", "of", "the")):
            end += 1
        source = trees.trim(dash + 1, end)
        ends = end == stretch[1] or trees.pos[end] in ("SPACE", "PUNCT") or end in trees.quoted
        if source[0] == source[1] or not ends:
            return None
        head = max(k for k in range(*source) if trees.pos[k] == "PROPN" or k == source[0])
        draft = Draft((dash, dash + 1), "asserts", "say", (dash, end), source, head, marks="all")
        draft.add(speech.span)
        self.drafts.append(draft)
        return draft

    def _utterance(self, start: int, end: int) -> bool:
        trees = self.trees
        inside = [
            i for i in range(start, end) if trees.pos[i] not in ("PUNCT", "SPACE") and trees.words[i] not in MARKS
        ]
        if len(inside) < 2:
            return False
        stop = trees.words[end - 2] if trees.words[end - 1] in MARKS else trees.words[end - 1]
        verb = any(trees.pos[i] in VERBAL and trees.tags[i] != "VBN" for i in inside)
        return (
            (verb and len(inside) >= SHORTEST_SPEECH) or stop in {",", "?", "!"} or (stop == "." and len(inside) >= 3)
        )

    def speaker(self, speech: Speech, number: int, speeches: list[Speech]) -> Draft | None:
        """The draft that holds the quotation already, else one whose reporting clause stands beside it."""
        near = [
            d
            for d in self.by_passage.get(number, ())
            if d.sort not in SILENT and not speech.span[0] <= d.cue[0] < speech.span[1]
        ]
        holding = [d for d in near if self._holds(d, speech)]
        if holding:
            draft = min(holding, key=lambda d: self._distance(d, speech.span))
            self._clip(draft, speech)
            draft.marks = "all" if draft.marks == "all" or self._bare(draft) == 0 else "some"
            if speech.utterance or draft.marks == "all":
                draft.add(speech.span)
            return draft
        return self._runs_into(near, speech) or self._beside(near, speech, speeches)

    def _beside(self, near: list[Draft], speech: Speech, speeches: list[Speech]) -> Draft | None:
        """The draft whose reporting clause touches the quotation, unless it has content of its own after the clause."""
        start, end = speech.span
        free = [d for d in near if d.speaks and not any(s.span[0] <= d.cue[0] < s.span[1] for s in speeches)]
        before = [d for d in free if d.zone[0] < start and self._touching(d.zone[1], start)]
        before = [d for d in before if d.source or "." not in self.trees.words[d.zone[1] : start]][-1:]
        if not before and self.trees.words[start - 1] == ":":
            before = [d for d in free if d.source and self._announces(d, start - 1)][-1:]
        after = [d for d in free if d.source and d.zone[0] >= end - 1 and self._touching(end, d.zone[0])][:1]
        first, second = (before, after) if self.trees.words[start - 1] in {",", ":"} else (after, before)
        for draft in first or second:
            if draft in before and draft.content and not speech.utterance:
                draft.marks = "some" if draft.marks == "none" else draft.marks
            elif self._taken(draft) and self.trees.words[start - 1] != ":":
                if draft not in after or not self._unfinished(speech):
                    return None
                draft.content, draft.marks = [], "all"
            else:
                draft.marks = "all" if speech.utterance else "some"
            draft.add(speech.span)
            return draft
        return None

    def _announces(self, draft: Draft, colon: int) -> bool:
        """Whether the cue is the main verb of the sentence before the colon: "She recalled the raid: “…”"."""
        trees, cue = self.trees, draft.cue[0]
        top = cue
        while trees.deps[top] == "conj":
            top = trees.heads[top]
        main = trees.deps[top] == "ROOT" or trees.heads[top] > colon
        return cue < colon and main and trees.sentence_of[cue] == trees.sentence_of[colon]

    def _unfinished(self, speech: Speech) -> bool:
        """Whether the quotation ends in a comma, so that the cue after it is its own: "“…,” he told a crowd that …"."""
        return speech.utterance and "," in self.trees.words[speech.span[1] - 2 : speech.span[1] + 1]

    def _taken(self, draft: Draft) -> bool:
        """Whether the draft has unquoted content after its cue already."""
        if not draft.content or draft.marks != "none":
            return False
        first = draft.content[0][0]
        return first >= draft.zone[1] and first not in self.trees.quoted

    def _bare(self, draft: Draft) -> int:
        """The number of words of the content that stand outside quotation marks."""
        trees = self.trees
        return sum(
            k not in trees.quoted and trees.pos[k] != "PUNCT" and trees.words[k] not in CONNECTIVES
            for a, b in draft.content
            for k in range(a, b)
        )

    def _holds(self, draft: Draft, speech: Speech) -> bool:
        """Whether half of the quotation is its content already, or half of its content is quoted.

        The second is what a quotation of several sentences looks like: a parse ends with the sentence.
        """
        shared = self._shared(draft, speech.span)
        if shared * 2 >= speech.span[1] - speech.span[0]:
            return True
        return draft.speaks and shared > 0 and shared * 2 >= sum(b - a for a, b in draft.content)

    def _clip(self, draft: Draft, speech: Speech) -> None:
        """What follows a finished quotation after its cue ("…," when asked about it) is the reporter's again."""
        start, end = speech.span
        stop = self.trees.words[end - 2]
        if not (speech.utterance and draft.zone[0] < start and stop in {",", ".", "?", "!"}):
            return
        draft.content = [(a, min(b, end)) if start - 1 <= a <= start + 1 else (a, b) for a, b in draft.content]

    def _runs_into(self, near: list[Draft], speech: Speech) -> Draft | None:
        """A draft whose content ends where the quotation starts: "called Keel “a thief”"."""
        for draft in near:
            if draft.content and draft.content[-1][1] == speech.span[0] and draft.content[-1][0] >= draft.cue[1]:
                draft.marks = "some" if draft.marks == "none" else draft.marks
                draft.add(speech.span)
                return draft
        return None

    def _shared(self, draft: Draft, span: Range) -> int:
        return sum(max(0, min(b, span[1]) - max(a, span[0])) for a, b in draft.content)

    def _distance(self, draft: Draft, span: Range) -> int:
        return min(abs(draft.cue[0] - span[1]), abs(span[0] - draft.cue[1]))

    def _touching(self, end: int, start: int) -> bool:
        """Whether only punctuation and connectives lie between; a reporting clause may run a few words over."""
        return -1 <= start - end <= GAP and all(
            self.trees.pos[k] in ("PUNCT", "SPACE") or self.trees.words[k] in CONNECTIVES for k in range(end, start)
        )

    def continued(self, speech: Speech, last: Draft | None, held: int) -> Draft | None:
        """The speaker of the quotation before, where nothing but a connective stands between the two."""
        if last is None or (not speech.utterance and not speech.open):
            return None
        start = speech.span[0]
        near = -2 <= start - held <= GAP and self._touching(min(held, start), start)
        if not near and not self._tail(last, held, start):
            return None
        last.add(speech.span)
        last.marks = "all" if last.marks == "none" else last.marks
        return last

    def _tail(self, last: Draft, held: int, start: int) -> bool:
        """Whether only the end of the cue's sentence stands between: "…," she said, pointing at the gate. “…"."""
        trees = self.trees
        if not last.cue[0] < held <= start or trees.words[start - 1] not in {".", "?", "!"}:
            return False
        own = trees.sentence(last.cue[0])
        return start - held <= TAIL and not any(
            k in trees.quoted or (trees.deps[k] == "nsubj" and not own[0] <= k < own[1]) for k in range(held, start)
        )

    def subject_before(self, speech: Speech, stretch: Range) -> Draft | None:
        """An utterance after a sentence about somebody: "Keel was furious. “They robbed us.”"."""
        trees, start = self.trees, speech.span[0]
        if not speech.utterance or start - 1 <= stretch[0] or trees.words[start - 1] not in {".", ":"}:
            return None
        first, last = trees.sentence(start - 1)
        root = next((k for k in range(first, min(last, start)) if trees.deps[k] == "ROOT"), None)
        subject = trees.child(root, "nsubj") if root is not None and trees.pos[root] in VERBAL else None
        if subject is None or root is None or start - 1 in trees.quoted:
            return None
        person = trees.words[subject] in ("he", "she") or trees.pos[subject] == "PROPN"
        return self._made(root, speech) if person else None

    def bystander(self, speech: Speech, stretch: Range) -> Draft | None:
        """A cue that no lexicon lists: the verb beside the quotation with its subject ("…," shrugged Keel)."""
        trees, (start, end) = self.trees, speech.span
        if not speech.utterance:
            return None
        if start > stretch[0] and trees.words[start - 1] in {",", ":"}:
            first = trees.sentence(start - 1)[0]
            for i in range(start - 2, first - 1, -1):
                if trees.pos[i] == "VERB" and trees.child(i, "nsubj") is not None:
                    return self._made(i, speech)
        if (end < stretch[1] and trees.words[max(start, end - 2)] in {",", "?", "!", "…", "-", "—"}) or (
            end < stretch[1] and trees.words[end] == ","
        ):
            for i in range(end, min(end + 7, stretch[1])):
                if trees.tags[i] in ("VBD", "VBZ") and trees.pos[i] == "VERB":
                    return self._made(i, speech)
                if trees.words[i] in {".", "“", '"'}:
                    break
        return None

    def _made(self, verb: int, speech: Speech) -> Draft | None:
        trees = self.trees
        known = [d for d in self.by_passage.get(trees.stretch_of[verb], ()) if d.cue[0] == verb]
        subject = speaker_of(trees, verb) if not trees.is_passive(verb) else None
        if known or subject is None or speech.span[0] <= subject < speech.span[1]:
            return None
        subject = trees.antecedent(subject, verb)
        if trees.words[subject] in ("it", "there", "this", "that", "what"):
            return None
        source = trees.noun_phrase(subject, verb)
        draft = Draft(
            (verb, verb + 1),
            "asserts",
            "say",
            (min(source[0], verb), max(verb + 1, source[1])),
            source,
            subject,
            speaks=True,
            marks="all",
        )
        draft.add(speech.span)
        self.drafts.append(draft)
        self.by_passage.setdefault(trees.stretch_of[verb], []).append(draft)
        return draft

    def _somebody(self, draft: Draft) -> bool:
        """Whether whoever speaks is a person or a body by the words alone, not "the push" or "the week"."""
        trees, head = self.trees, draft.head
        return head is not None and (trees.pos[head] in ("PROPN", "PRON") or trees.lemmas[head] in self.cues.speakers)

    def waiting(self, number: int, stretch: Range) -> Draft | None:
        """The draft of a passage that ends in "He explained:", whose words come in the next passage."""
        if self.trees.words[stretch[1] - 1] != ":":
            return None
        empty = [d for d in self.by_passage.get(number, ()) if d.speaks and not d.content and d.source is not None]
        return empty[-1] if empty else None

    def colons(self, number: int, stretch: Range, speeches: list[Speech]) -> None:
        """ "He explained: We sold it. They paid." without marks: all that follows the colon in the passage is said."""
        trees = self.trees
        for draft in self.by_passage.get(number, ()):
            colon = next(
                (k for k in range(draft.zone[1], min(draft.zone[1] + 2, stretch[1])) if trees.words[k] == ":"), None
            )
            if colon is None or not draft.speaks or draft.source is None or draft.marks != "none":
                continue
            if not self._somebody(draft):
                continue
            if not any(colon < s.span[1] for s in speeches) and colon + 1 < stretch[1]:
                draft.add((colon + 1, stretch[1]))
                draft.marks = "all"
