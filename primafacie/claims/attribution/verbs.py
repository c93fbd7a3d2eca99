"""Verbs of saying and thinking with what they take: "said that", "denied paying", "called for", "X, she said"."""

from __future__ import annotations

from collections.abc import Iterator

from primafacie.claims.attribution.cues import Cue, Cues
from primafacie.claims.attribution.drafts import Draft
from primafacie.claims.attribution.forms import FORMS, beside
from primafacie.claims.attribution.frames import Frame
from primafacie.claims.attribution.trees import CLOSING, PASSIVE_SUBJECTS, SUBJECTS, VERBAL, Trees

POINTING = frozenset({"this", "that", "these", "those", "which"})
"""Subjects that point at a fact, not at a speaker: "This explains why they came"."""
LONGEST_TAIL = 10
"""Tokens of a reporting clause at the end of a sentence."""
LONGEST_APPOSITION = 36
"""Tokens between a quotation and its verb of saying."""
UNNAMED = frozenset({"there", "that", "what", "which"})
TAIL = frozenset({"prep", "npadvmod", "advmod", "dative", "agent", "prt", "neg", "tmod", "npmod"})
"""Dependents after the verb that still belong to the reporting clause: "said on Friday in a letter"."""
OBLIQUE = frozenset({"me", "him", "us", "them", "himself", "herself", "themselves"})
NOMINAL = frozenset({"compound", "det", "amod", "poss", "nmod", "nummod", "quantmod", "predet"})
MAYBE = frozenset({"may", "might", "could", "can", "ca", "should", "must", "ought"})
UNDONE = frozenset({"want", "wish", "like", "get", "need", "try", "refuse", "decline"})
"""Verbs under which nothing is said yet: "does not want to say"."""
HEARSAY = frozenset({"say", "show", "think", "claim"})
NEGATED = {"say": "doubts", "show": "denies", "claim": "denies", "think": "denies", "deny": "asserts", "seem": "denies"}
"""What a negated cue does: "does not believe" denies, "did not say" leaves open, "does not deny" lets stand."""


def verbs(trees: Trees, cues: Cues) -> Iterator[Draft]:
    """A draft for every verb of the lexicon, without content where the verb alone tells none."""
    _reattach(trees, cues)
    for i, lemma in enumerate(trees.lemmas):
        groups = cues.verbs.get(lemma)
        if groups and trees.pos[i] in VERBAL and trees.deps[i] not in ("amod", "compound", "aux", "auxpass", "prep"):
            yield _draft(trees, cues, i, groups)


def _reattach(trees: Trees, cues: Cues) -> None:
    """ "He says it was sold and says they paid": the second verb goes with the first, not with what was said."""
    for i, lemma in enumerate(trees.lemmas):
        if (
            lemma not in cues.verbs
            or trees.deps[i] != "conj"
            or not cues.speaks(lemma)
            or trees.child(i, *SUBJECTS) is not None
        ):
            continue
        said = trees.heads[i]
        first = trees.heads[said]
        if (
            trees.deps[said] == "ccomp"
            and first < said
            and cues.speaks(trees.lemmas[first])
            and trees.tags[first] == trees.tags[i]
        ):
            trees.move(i, first)


def _draft(trees: Trees, cues: Cues, i: int, groups: tuple[Cue, ...]) -> Draft:
    passive = trees.is_passive(i)
    speaker = _agent(trees, i) or _where_stated(trees, i) if passive else speaker_of(trees, i)
    if speaker is not None and trees.words[speaker] in POINTING and trees.heads[speaker] == i:
        return Draft((i, i + 1), "asserts", "say", (i, i + 1))
    if (
        speaker is None
        and trees.tags[i] == "VB"
        and not passive
        and not trees.infinitive(i)
        and (trees.child(i, "aux") is None)
    ):
        return Draft((i, i + 1), "asserts", "say", (i, i + 1))
    frame = Frame(trees, cues, i, passive, speaker, _zone(trees, i, speaker, groups))
    for form, read in FORMS:
        for group in groups:
            if not _takes(group, form, passive) or (form != "preps" and _bare(trees, i, group)):
                continue
            if group.documents and (speaker is None or trees.lemmas[speaker] not in cues.documents):
                continue
            pieces = read(frame, group)
            if pieces:
                return _filled(frame, group, pieces, groups)
    speech = next((g for g in groups if "quote" in g.takes), groups[0])
    return _filled(frame, speech, [], groups)


def _held(trees: Trees, i: int) -> bool:
    """Whether the text has it that somebody says so, not that somebody may, wants to or could not be brought to."""
    if any(trees.deps[c] == "aux" and trees.words[c] in MAYBE for c in trees.children[i]):
        return False
    above = trees.heads[i]
    return not (trees.infinitive(i) and trees.deps[i] in ("xcomp", "ccomp", "advcl") and trees.lemmas[above] in UNDONE)


def _bare(trees: Trees, i: int, group: Cue) -> bool:
    """Whether a particle that the verb needs is missing: "pointing" is not "pointing out"."""
    return bool(group.particles) and not any(trees.words[c] in group.particles for c in trees.children[i] if c > i)


def _takes(group: Cue, form: str, passive: bool) -> bool:
    """Whether the group takes the form; a passive of saying always takes an infinitive ("is said to have left")."""
    if form == "preps":
        return bool(group.preps)
    if form == "infinitive" and passive and "clause" in group.takes and "told" not in group.takes:
        return group.sort != "attitude"
    return form in group.takes or (form == "comparing" and "clause" in group.takes)


def _filled(frame: Frame, group: Cue, pieces: list[tuple[int, int]], groups: tuple[Cue, ...]) -> Draft:
    trees, i, speaker = frame.trees, frame.verb, frame.speaker
    end = i + 1
    while (
        end < trees.size
        and trees.heads[end] == i
        and (
            trees.deps[end] == "prt"
            or (pieces and trees.words[end] in group.preps | group.particles and pieces[0][0] == end + 1)
        )
    ):
        end += 1
    draft = Draft((i, end), _stance(frame, group), group.sort, frame.zone)
    if (
        speaker is not None
        and trees.words[speaker] not in UNNAMED
        and group.sort != "seem"
        and trees.deps[speaker] != "expl"
    ):
        draft.source, draft.head = trees.noun_phrase(speaker, i), speaker
        if speaker == free_relative(trees, i):
            draft.source = trees.trim(speaker, i)
    draft.addressee = _addressee(frame, group)
    draft.held = _held(trees, i)
    draft.speaks = any("quote" in g.takes and not _bare(trees, i, g) for g in groups) and not trees.negated(i)
    for piece in pieces:
        draft.add(_one_sentence(trees, piece, i))
    _part(trees, draft)
    return draft


def _one_sentence(trees: Trees, piece: tuple[int, int], cue: int) -> tuple[int, int]:
    """The piece up to a full stop that a parser ran over; inside quotation marks full stops do not count."""
    for k in range(max(piece[0], cue), piece[1] - 1):
        if trees.words[k] == "." and k not in trees.quoted:
            return piece[0], k
    return piece


def _part(trees: Trees, draft: Draft) -> None:
    """Ends the source where content starts inside it: a phrase or a clause that a parser hung on the wrong noun."""
    if draft.source is None or draft.head is None:
        return
    start, end = draft.source
    for first, _ in draft.content:
        if draft.head < first < end:
            end = first
    while end - 1 > draft.head and trees.pos[end - 1] in ("ADP", "SCONJ", "PUNCT"):
        end -= 1
    draft.source = (start, end)


def _stance(frame: Frame, group: Cue) -> str:
    trees, i = frame.trees, frame.verb
    if trees.negated(i):
        return NEGATED.get(group.sort, group.stance)
    clause = trees.child(i, "ccomp")
    if clause is not None and group.sort == "say":
        marks = [trees.words[c] for c in trees.children[clause] if trees.deps[c] == "mark"]
        if marks and marks[0] in ("whether", "if"):
            return "asks"
    if frame.passive and frame.speaker is None and group.sort in HEARSAY and "told" not in group.takes:
        return "doubts"
    return group.stance


def _agent(trees: Trees, i: int) -> int | None:
    by = trees.child(i, "agent")
    if by is None:
        by = next((c for c in trees.children[i] if trees.words[c] == "by" and c > i), None)
    return trees.child(by, "pobj") if by is not None else None


def _where_stated(trees: Trees, i: int) -> int | None:
    """ "As stated in the report, …": the document that says so."""
    if not any(trees.words[c] == "as" and trees.deps[c] in ("mark", "advmod") for c in trees.children[i]):
        return None
    where = next((c for c in trees.children[i] if trees.words[c] == "in" and c > i), None)
    return trees.child(where, "pobj") if where is not None else None


def speaker_of(trees: Trees, i: int) -> int | None:
    """The subject, also after the verb where a parser that expects an object there calls it one ("…," said X)."""
    own = trees.own_subject(i)
    free = free_relative(trees, i)
    if free is not None and (own is None or trees.words[own] == "there"):
        return free
    if own is None and i >= 2 and trees.words[i - 1] == "," and trees.tags[i] in ("VBD", "VBZ"):
        apposed = _apposed(trees, i - 2)
        if apposed is not None:
            return apposed
    after = _inverted(trees, i) if own is None and i else None
    if after is not None:
        return after
    quoted = _after_quotation(trees, i) if own is None else None
    if quoted is not None:
        return quoted
    subject = trees.subject(i)
    if subject is None and own is None:
        subject = _at_the_end(trees, i)
    if subject is None and i and trees.pos[i - 1] == "PROPN" and trees.tags[i] in ("VBD", "VBZ", "VBP"):
        return i - 1
    return subject


def _inverted(trees: Trees, i: int) -> int | None:
    """The noun after the verb that a parser takes for its object, or for the subject of another verb: "…," said X."""
    inherits = trees.deps[i] == "conj" and trees.words[i - 1] == "," and trees.subject(i) is not None
    if trees.tags[i] in ("VBD", "VBZ", "VBP", "VBN") and beside(trees, i) and not inherits:
        for c in trees.children[i]:
            nominal = trees.pos[c] in ("PROPN", "NOUN", "PRON") and trees.words[c] not in OBLIQUE
            if c > i and nominal and trees.deps[c] in ("dobj", "attr", "appos", "npadvmod", "dep"):
                return c
    if trees.tags[i] not in ("VBD", "VBZ") or i - 1 not in trees.quoted or i in trees.quoted or i + 1 == trees.size:
        return None
    if trees.pos[i + 1] not in ("PROPN", "DET", "NOUN", "ADJ", "NUM", "PRON"):
        return None
    after = i + 1
    while trees.deps[after] in NOMINAL and trees.heads[after] > after:
        after = trees.heads[after]
    return after


def _after_quotation(trees: Trees, i: int) -> int | None:
    """ "“…,” Ada Moss, who runs the mine, told a court": the name between the quotation and the verb after a comma."""
    if trees.words[i - 1] != "," or trees.tags[i] not in ("VBD", "VBZ"):
        return None
    for k in range(i - 2, max(0, i - LONGEST_APPOSITION), -1):
        if trees.words[k] == "." or trees.opens(k):
            return None
        if k in trees.quoted:
            end = k + 1
            while trees.pos[end] == "PROPN":
                end += 1
            return end - 1 if end > k + 1 and trees.words[end] == "," and end < i - 1 else None
    return None


def _at_the_end(trees: Trees, i: int) -> int | None:
    """ "The firm sold the mine, documents filed in May revealed.": what stands between the last comma and the verb."""
    first, last = trees.sentence(i)
    if trees.tags[i] not in ("VBD", "VBZ", "VBP") or any(trees.pos[k] != "PUNCT" for k in range(i + 1, last)):
        return None
    comma = next((k for k in range(i - 1, max(first, i - LONGEST_TAIL), -1) if trees.words[k] == ","), None)
    if comma is None:
        return None
    tops = [k for k in range(comma + 1, i) if not comma < trees.heads[k] < i]
    return tops[0] if len(tops) == 1 and trees.pos[tops[0]] in ("NOUN", "PROPN") else None


def _apposed(trees: Trees, i: int) -> int | None:
    """ "…, his lawyer, Ada Moss, told", "Ada Moss, a guard in Karat, said": the noun that the words before the comma
    stand beside."""
    named = trees.pos[i] == "PROPN"
    while trees.deps[i] in ("pobj", "prep") and trees.heads[i] < i:
        i = trees.heads[i]
    head = trees.heads[i]
    if trees.deps[i] != "appos" or head > i or trees.words[head + 1] != ",":
        return None
    return head if trees.pos[head] == "PROPN" or (named and trees.pos[head] == "NOUN") else None


def free_relative(trees: Trees, i: int) -> int | None:
    """ "Who was there tells me …": the "who" that opens the sentence, where another verb comes before the cue."""
    start, end = trees.sentence(i)
    while start < i and (trees.pos[start] in ("PUNCT", "CCONJ", "SPACE")):
        start += 1
    if trees.words[start] not in ("who", "whoever") or i - start > 10 or "?" in trees.words[end - 2 : end]:
        return None
    return (
        start
        if any(trees.pos[k] in VERBAL and trees.deps[k] not in ("aux", "auxpass") for k in range(start, i))
        else None
    )


def _zone(trees: Trees, i: int, speaker: int | None, groups: tuple[Cue, ...]) -> tuple[int, int]:
    """The reporting clause: subject, auxiliaries, verb, whom it is told to, and when and where."""
    told = any("told" in g.takes for g in groups)
    left, right = i, i + 1
    for c in trees.children[i]:
        dep = trees.deps[c]
        if trees.quoted.get(c) != trees.quoted.get(i):
            continue
        if (
            c < i
            and dep in ("aux", "auxpass", "neg", "advmod")
            and trees.words[c] not in ("when", "where", "how", "why")
        ):
            left = min(left, trees.left[c])
        elif c > i and trees.left[c] <= right and (dep in TAIL or (told and dep in ("dobj", "iobj")) or c == speaker):
            right = max(right, trees.right[c] + 1)
    if speaker is not None and speaker < i and i - speaker <= 12:
        start, end = trees.noun_phrase(speaker, i)
        if start < end <= left + 8:
            left = min(left, start)
    elif speaker is None:
        subject = trees.child(i, *PASSIVE_SUBJECTS)
        left = min(left, trees.left[subject]) if subject is not None and subject < i else left
    while right > i + 1 and trees.words[right - 1] in CLOSING | {",", "."}:
        right -= 1
    return left, right


def _addressee(frame: Frame, group: Cue) -> int | None:
    trees, i = frame.trees, frame.verb
    if "told" in group.takes or group.sort == "urge":
        if frame.passive:
            return trees.child(i, *PASSIVE_SUBJECTS)
        direct = trees.child(i, "dobj", "dative", "iobj")
        if direct is not None and direct != frame.speaker:
            return direct
        below = trees.child(i, "ccomp")
        if below is not None and trees.tags[below] == "VB":
            return trees.child(below, "nsubj")
    for c in trees.children[i]:
        if trees.deps[c] in ("prep", "dative") and trees.words[c] == "to" and c > i:
            return trees.child(c, "pobj")
    return None
