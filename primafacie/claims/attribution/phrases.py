"""Saying without a verb: "according to", "in her words", "reportedly", labels and headlines ("Minister: …")."""

from __future__ import annotations

from collections.abc import Iterator

from primafacie.claims.attribution.cues import Cues
from primafacie.claims.attribution.drafts import Draft
from primafacie.claims.attribution.record import Range
from primafacie.claims.attribution.trees import MARKS, VERBAL, Trees

DASHES = frozenset({"-", "–", "—", "―", "--"})
POLLS = frozenset({"poll", "survey", "study", "census", "audit", "report", "filing", "memo"})
"""Documents that speak where a sentence opens with "In": "In the new poll, …"."""
DEPENDENT = frozenset({"relcl", "advcl", "ccomp", "acl", "pcomp", "xcomp"})
LONGEST_LABEL = 7
"""Tokens of a label before its colon."""


def _clause(trees: Trees, i: int, hole: Range) -> list[Range]:
    """The clause that the phrase at token i belongs to, without the phrase."""
    head = trees.clause_head(trees.heads[i])
    first, last = trees.sentence(i)
    if hole[0] > first and trees.words[hole[0] - 1] == "," and trees.trim(hole[1], last)[0] >= last:
        head = _outermost(trees, head)
    start, end = trees.left[head], trees.right[head] + 1
    if trees.deps[head] == "ROOT" or trees.pos[head] not in VERBAL:
        start, end = first, last
    if not start <= hole[0] < end:
        start, end = min(start, hole[0]), max(end, hole[1])
    return list(trees.without((start, end), hole))


def _outermost(trees: Trees, head: int) -> int:
    """The clause that a phrase after the last comma of a sentence speaks of: with all that depends on it."""
    while trees.deps[head] in DEPENDENT or trees.deps[head] == "conj":
        above = trees.clause_head(trees.heads[head])
        if trees.deps[head] == "conj" and ";" in trees.words[min(above, head) : max(above, head)]:
            break
        if above == head or trees.pos[above] not in VERBAL or trees.stretch_of[above] != trees.stretch_of[head]:
            break
        head = above
    return head


def according(trees: Trees, cues: Cues) -> Iterator[Draft]:
    """ "according to X", "per X", "citing X", "In the poll, …"."""
    for i, word in enumerate(trees.words):
        if word == "according" and i + 2 < trees.size and trees.words[i + 1] == "to":
            said = trees.child(i + 1, "pobj")
            cue = (i, i + 2)
        elif word == "per" and i + 1 < trees.size and (i == trees.sentence(i)[0] or trees.words[i - 1] in (",", "(")):
            said, cue = trees.child(i, "pobj"), (i, i + 1)
        elif word in ("citing", "quoting") and trees.deps[i] in ("advcl", "prep", "acl", "pcomp"):
            said, cue = trees.child(i, "dobj", "pobj"), (i, i + 1)
            if (
                said is not None
                and trees.pos[said] != "PROPN"
                and trees.lemmas[said] not in cues.speakers | cues.documents
            ):
                continue
        elif word == "in" and i == trees.sentence(i)[0]:
            said, cue = trees.child(i, "pobj"), (i, i + 1)
            if (
                said is None
                or trees.lemmas[said] not in POLLS
                or trees.words[min(trees.right[i] + 1, trees.size - 1)] != ","
            ):
                continue
        else:
            continue
        if said is None and word == "according" and i + 2 < trees.size:
            said = i + 2
        if said is None:
            continue
        source = trees.noun_phrase(said, i)
        hole = (cue[0], max(cue[1], source[1]))
        yield Draft(
            cue,
            "asserts",
            "quoted" if word.endswith("ing") and word != "according" else "say",
            hole,
            source,
            said,
            content=_clause(trees, i, hole),
        )


def words_of(trees: Trees, cues: Cues) -> Iterator[Draft]:
    """ "in her words", "in the view of the court", "in Keel's telling"."""
    for i, lemma in enumerate(trees.lemmas):
        if trees.words[i] not in cues.view_words or trees.deps[i] != "pobj":
            continue
        opening = trees.heads[i]
        if trees.words[opening] not in ("in", "by"):
            continue
        whose = trees.child(i, "poss")
        by = trees.child(i, "prep")
        if (
            whose is None
            and lemma in ("view", "opinion", "word", "eye", "account", "judgment")
            and by is not None
            and (trees.words[by] == "of")
        ):
            whose = trees.child(by, "pobj")
        if whose is None or trees.pos[whose] not in ("PROPN", "PRON", "NOUN"):
            continue
        if trees.pos[trees.heads[opening]] not in VERBAL or (
            trees.left[opening] > trees.sentence(i)[0]
            and (trees.words[trees.left[opening] - 1] not in DASHES | {",", ";"})
        ):
            continue
        hole = (trees.left[opening], trees.right[opening] + 1)
        yield Draft(
            (opening, i + 1),
            "asserts",
            "say",
            hole,
            trees.noun_phrase(whose, i),
            whose,
            content=_clause(trees, opening, hole),
        )


def hearsay(trees: Trees, cues: Cues) -> Iterator[Draft]:
    """ "reportedly", "the alleged theft": somebody says so, nobody is named."""
    for i, word in enumerate(trees.words):
        if word in cues.adverbs.lemmas:
            hole = (i, i + 1)
            head = trees.heads[i]
            if trees.pos[head] in VERBAL:
                head = trees.clause_head(head)
                span = (trees.left[head], trees.right[head] + 1)
                if (
                    trees.deps[head] in ("ROOT", "conj", "ccomp", "relcl", "advcl", "acl", "xcomp")
                    or head != trees.heads[i]
                ):
                    yield Draft(hole, cues.adverbs.stance, "claim", hole, content=list(trees.without(span, hole)))
            else:
                span = (i + 1, trees.right[head] + 1)
                yield Draft(hole, cues.adverbs.stance, "claim", hole, content=[span] if span[0] < span[1] else [])
        elif word in cues.adjectives.lemmas and trees.deps[i] == "amod" and trees.heads[i] > i:
            head = trees.heads[i]
            yield Draft(
                (i, i + 1), cues.adjectives.stance, "claim", (i, i + 1), content=[(i + 1, trees.right[head] + 1)]
            )


def labels(trees: Trees, cues: Cues) -> Iterator[Draft]:
    """ "Minister: we will pay", and the tail of a headline: "Fifty killed in the square: witnesses"."""
    for start, end in trees.passages:
        passage = trees.parsed.passage(start)
        if passage.role in ("question", "answer", "label", "table", "byline"):
            continue
        while start + 1 < end and trees.words[start] in MARKS:
            start += 1
        colon = next(
            (k for k in range(start + 1, min(end - 2, start + LONGEST_LABEL + 1)) if trees.words[k] == ":"), None
        )
        if colon is not None and _names_speaker(trees, cues, start, colon, passage.role == "heading"):
            yield _label(trees, colon, (start, colon), (colon + 1, end))
        if passage.role != "heading":
            continue
        last = trees.trim(start, end)[1]
        mark = next(
            (k for k in range(last - 1, max(start + 1, last - 5), -1) if trees.words[k] in DASHES | {":"}), None
        )
        if mark is not None and mark != colon and trees.words[last - 1] in cues.speakers:
            yield _label(trees, mark, (mark + 1, last), (start, mark))


def _names_speaker(trees: Trees, cues: Cues, start: int, colon: int, heading: bool) -> bool:
    """Whether the words before the colon name somebody who can speak, and are not a rubric ("Update:")."""
    words = trees.words[start:colon]
    if words[0] in cues.not_labels or any(
        trees.pos[k] in VERBAL or trees.words[k] in (".", "?") for k in range(start, colon)
    ):
        return False
    named = any(trees.entities[k] == "PERSON" for k in range(start, colon))
    office = words[-1] in cues.speakers or (
        heading and any(trees.entities[k] in ("ORG", "NORP", "GPE") for k in range(start, colon))
    )
    proper = len(words) <= 3 and all(trees.tags[k] in ("NNP", "NNPS") for k in range(start, colon))
    capitals = trees.parsed.text(start, colon - 1).isupper() and len(words) <= 4
    return named or office or capitals or (proper and trees.words[start] not in MARKS)


def _label(trees: Trees, mark: int, source: Range, content: Range) -> Draft:
    source = trees.trim(*source)
    head = next(
        (k for k in range(source[1] - 1, source[0] - 1, -1) if trees.pos[k] in ("PROPN", "NOUN")), source[1] - 1
    )
    return Draft(
        (mark, mark + 1),
        "asserts",
        "say",
        (source[0], mark + 1),
        source,
        head,
        content=[trees.trim(*content)],
        marks="all" if content[0] > mark else "none",
    )


def dropped_marks(trees: Trees, cues: Cues) -> Iterator[Draft]:
    """Speech whose quotation marks were lost: prose without an "I", a colon, and then somebody who says "I"."""
    first_person = {"i", "my", "our", "we"}
    for start, end in trees.passages:
        passage = trees.parsed.passage(start)
        if passage.role in ("heading", "question", "answer", "label", "table") or passage.speaker or passage.quotations:
            continue
        for colon in (k for k in range(start + LONGEST_LABEL, end - 3) if trees.words[k] == ":"):
            after = first_person.intersection(trees.words[colon:end])
            if not after or first_person.intersection(trees.words[start:colon]):
                continue
            people = [
                k for k in range(start, colon) if trees.entities[k] == "PERSON" and trees.deps[k] in ("nsubj", "appos")
            ]
            if people and not any(
                d in cues.verbs and cues.speaks(d) for d in trees.lemmas[trees.sentence(colon)[0] : colon]
            ):
                head = people[-1]
                yield Draft(
                    (colon, colon + 1),
                    "asserts",
                    "say",
                    (colon, colon + 1),
                    trees.noun_phrase(head, colon),
                    head,
                    content=[trees.trim(colon + 1, end)],
                    marks="all",
                )
            break
