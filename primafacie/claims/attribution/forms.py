"""How a verb takes its content: one reader a form, tried in the order of ``FORMS``."""

from __future__ import annotations

from collections.abc import Callable

from primafacie.claims.attribution.cues import Cue
from primafacie.claims.attribution.frames import Frame
from primafacie.claims.attribution.record import Range
from primafacie.claims.attribution.tolls import casualties
from primafacie.claims.attribution.trees import CLOSING, MARKS, OPENING, PASSIVE_SUBJECTS, VERBAL, Trees

DASHES = frozenset({"-", "–", "—", "―", "--"})
LOOSE = frozenset(
    {"advcl", "prep", "npadvmod", "advmod", "cc", "mark", "punct", "nsubj", "aux", "neg", "intj", "agent"}
)
"""Dependents of the cue that may stand before it without being what is said: "On Friday, he said"."""
REASONS = frozenset({"because", "unless", "although", "though", "whereas"})
INTENTIONS = frozenset({"plan", "plans", "intention", "intentions", "decision", "move", "bid", "effort", "efforts"})
"""Nouns that an infinitive spells out, though a parser hangs it on the verb: "announced plans this week to sell"."""
MOMENTS = frozenset({"time", "day", "week", "month", "year", "night", "morning", "conference", "hearing", "interview"})
"""Nouns of when and where it was said, on which a parser hangs what was: "said at the time that …"."""


def beside(trees: Trees, i: int) -> bool:
    """Whether a comma or a mark that ends a quotation stands right before token i: "…, said"."""
    word = trees.words[i - 1] if i else ""
    return word in CLOSING or word in MARKS - OPENING or word in {",", "?", "!"} or word in DASHES


def clause(frame: Frame, group: Cue) -> list[Range]:
    """ "said that …", "tells me …", "which he said was sold"."""
    trees, i = frame.trees, frame.verb
    found: list[Range] = []
    inverted = frame.speaker is not None and frame.speaker > i and beside(trees, i)
    for c in trees.children[i]:
        dep = trees.deps[c]
        asked = group.sort == "ask" and any(trees.words[m] == "if" for m in trees.children[c])
        marked = asked or any(
            trees.deps[m] == "mark" and trees.words[m] in ("that", "whether") for m in trees.children[c]
        )
        shown = group.sort == "show" and dep == "ccomp" and trees.child(c, "nsubj", "nsubjpass") is not None
        if c > i and (
            shown
            or (dep in ("ccomp", "xcomp", "csubj") and frame.finite(c))
            or (dep == "advcl" and marked)
            or (
                dep == "xcomp"
                and trees.tags[c] == "VBG"
                and group.sort == "say"
                and trees.child(c, "ccomp") is not None
            )
        ):
            if (inverted and not marked) or _next_clause(trees, i, c, group):
                continue
            found += trees.without((trees.left[c], trees.right[c] + 1), frame.zone)
        elif "told" in group.takes and dep in ("dobj", "iobj", "dative", "npadvmod") and c > i:
            inner = [
                x
                for x in trees.children[c]
                if trees.deps[x] in ("acl", "relcl", "ccomp")
                and trees.pos[x] in VERBAL
                and (trees.words[trees.left[x]] in ("that", "whether") or trees.child(x, "nsubj") is not None)
            ]
            found += [trees.trim(trees.left[x], trees.right[x] + 1) for x in inner]
        elif dep == "agent" and group.sort == "ask":
            asker = trees.child(c, "pobj")
            inner = trees.all(asker, "relcl", "acl", "ccomp") if asker is not None else []
            found += [trees.span(x) for x in inner if trees.tags[trees.left[x]] == "WRB"]
        elif dep == "prep" and c > i:
            moments = [x for x in trees.all(c, "pobj") if trees.words[x] in MOMENTS]
            inner = [x for m in moments for x in trees.all(m, "relcl", "acl") if trees.words[trees.left[x]] == "that"]
            found += [trees.span(x) for x in inner]
    if found and group.sort in ("say", "claim", "think", "show") and not inverted:
        found += [trees.span(c) for c in trees.children[i] if found[-1][1] <= trees.left[c] and _reason(trees, c)]
    if not found and group.sort in ("say", "claim", "think", "show") and not frame.passive:
        return _unmarked(frame)
    return found


def _unmarked(frame: Frame) -> list[Range]:
    """A clause right after the cue that a parser took for an adverbial one."""
    trees, i = frame.trees, frame.verb
    for c in trees.children[i]:
        if (
            c > i
            and trees.deps[c] == "advcl"
            and trees.left[c] <= i + 2
            and frame.finite(c)
            and trees.child(c, "nsubj", "nsubjpass") is not None
            and trees.child(c, "mark") is None
            and trees.tags[trees.left[c]] != "WRB"
        ):
            return [trees.span(c)]
    return []


def _reason(trees: Trees, c: int) -> bool:
    """Whether a clause that a parser hung on the cue gives the reason or the limits of what was said."""
    mark = trees.child(c, "mark")
    return trees.deps[c] == "advcl" and mark is not None and trees.words[mark] in REASONS


def _next_clause(trees: Trees, i: int, c: int, group: Cue) -> bool:
    """Whether a clause is no content but the main one: "At the moment she announced the sale, Keel was dining"."""
    direct = trees.child(i, "dobj")
    start = trees.left[c]
    return (
        "told" not in group.takes
        and direct is not None
        and i < direct < start
        and trees.child(c, "mark") is None
        and trees.deps[c] == "ccomp"
        and any(trees.words[k] == "," for k in range(direct + 1, c))
    )


def comparing(frame: Frame, group: Cue) -> list[Range]:
    """ "As the judge put it, …", "…, as reported by the Gazette"."""
    trees, i = frame.trees, frame.verb
    opened = any(trees.words[c] == "as" and trees.deps[c] in ("mark", "advmod") for c in trees.children[i])
    own = trees.child(i, "xcomp", "ccomp", "dobj")
    if own is not None and trees.words[own] != "it" and own not in trees.quoted:
        return []
    preps = {p for g in frame.cues.verbs[trees.lemmas[i]] for p in g.preps}
    if any(c > i and trees.words[c] in preps and trees.child(c, "pobj", "pcomp") for c in trees.children[i]):
        return []
    if trees.deps[i] != "advcl" or not opened or frame.speaker is None or trees.words[frame.speaker] == "it":
        return []
    put = next((k for k in range(i + 1, trees.right[i] + 1) if trees.opens(k) and trees.words[k - 1] == ","), None)
    if put is not None:
        return [trees.quoted[put]]
    head = trees.clause_head(trees.heads[i])
    return list(trees.without((trees.left[head], trees.right[head] + 1), (trees.left[i], trees.right[i] + 1)))


def around(frame: Frame, group: Cue) -> list[Range]:
    """ "…, she said", "…, she said, …": what stands before (and after) the reporting clause."""
    trees, i = frame.trees, frame.verb
    aside = trees.deps[i] == "parataxis" and trees.heads[i] > frame.zone[1] and trees.words[frame.zone[1]] == ","
    if aside and frame.speaker is not None and group.sort != "attitude":
        above = trees.heads[i]
        whole = trees.span(above) if trees.deps[above] == "relcl" else trees.sentence(i)
        return list(trees.without(whole, frame.zone))
    if group.sort == "attitude" or (trees.tags[i] in ("VBG", "VB") and trees.child(i, "aux") is None):
        return []
    if frame.speaker is None or trees.deps[i] in ("relcl", "acl", "xcomp", "pcomp"):
        return []
    left, right = frame.zone
    start, end = trees.sentence(i)
    if "told" not in group.takes and any(trees.deps[c] == "dobj" and i < c != frame.speaker for c in trees.children[i]):
        return []
    inner = trees.bounds(i)
    start, end = max(start, inner[0]), min(end, inner[1])
    start = max([start, *(k + 1 for k in range(start, left) if trees.words[k] == ";")])
    if left <= start + 1 or not beside(trees, left) or _setting(trees, start, left, right):
        return []
    tops = [k for k in range(start, left) if not start <= trees.heads[k] < left or trees.heads[k] == k]
    before = any(trees.pos[k] in VERBAL and not _loose(trees, k, i) for k in tops)
    before = before or trees.words[left - 1] in CLOSING or any(trees.deps[k] not in LOOSE for k in tops)
    after = _after(frame, right, end, start, left)
    if not before and not after:
        return []
    return [trees.trim(start, left), *after]


def _loose(trees: Trees, k: int, cue: int) -> bool:
    """Whether what hangs on the cue before it only says when, where or why it was said."""
    if trees.heads[k] != cue or trees.deps[k] not in LOOSE:
        return False
    first = trees.children[k][0] if trees.children[k] else k
    below = trees.child(k, "ccomp")
    told = trees.tags[k] == "VB" and below is not None and not trees.infinitive(k) and trees.left[below] <= k + 6
    return not (told and trees.deps[k] == "advcl" and trees.deps[first] not in ("mark", "advmod"))


def _setting(trees: Trees, start: int, left: int, right: int) -> bool:
    """Whether the words before only set the scene of the quotation after: "Speaking to Keel, he said, “…"."""
    if trees.tags[start] not in ("VBG", "VBN") or any(k in trees.quoted for k in range(start, left)):
        return False
    return any(k in trees.quoted for k in range(right, min(right + 3, trees.size)))


def _after(frame: Frame, right: int, end: int, start: int, left: int) -> list[Range]:
    """The part of an interrupted sentence that follows the reporting clause."""
    trees, i = frame.trees, frame.verb
    if right >= end - 1 or trees.words[right] not in {","} | DASHES:
        return []
    tops = [
        k
        for k in range(right + 1, end)
        if (not right < trees.heads[k] < end and trees.pos[k] not in ("PUNCT", "CCONJ", "SPACE")) or trees.heads[k] == k
    ]
    if any(
        start <= trees.heads[k] < left or trees.heads[k] == k or (trees.heads[k] == i and trees.deps[k] == "ccomp")
        for k in tops
    ):
        return [trees.trim(right, end)]
    return []


def infinitive(frame: Frame, group: Cue) -> list[Range]:
    """ "claimed to have shot"; in the passive "is said to have fled" the subject belongs to the content."""
    trees, i = frame.trees, frame.verb
    for c in trees.children[i]:
        to = trees.infinitive(c)
        if c > i and to and trees.deps[c] in ("xcomp", "advcl", "ccomp"):
            if trees.deps[c] == "advcl" and group.sort != "attitude":
                continue
            if frame.passive and group.sort == "urge":
                return [trees.span(c)]
            return [*_patient(frame), trees.span(c)]
    return []


def _patient(frame: Frame) -> list[Range]:
    """The subject of a passive, as content."""
    subject = frame.trees.child(frame.verb, *PASSIVE_SUBJECTS) if frame.passive else None
    return [frame.trees.span(subject)] if subject is not None and frame.trees.words[subject] != "it" else []


def gerund(frame: Frame, group: Cue) -> list[Range]:
    """ "denied paying", "admitted having ordered"."""
    trees, i = frame.trees, frame.verb
    for c in trees.children[i]:
        if (
            c > i
            and trees.deps[c] in ("xcomp", "ccomp", "dobj", "pcomp", "advcl")
            and c - i <= 6
            and (
                trees.tags[c] == "VBG"
                or any(trees.tags[k] == "VBG" and trees.deps[k] in ("aux", "auxpass") for k in trees.children[c])
            )
        ):
            if trees.deps[c] == "advcl" and trees.left[c] != i + 1:
                continue
            return [trees.span(c)]
    return []


def object_infinitive(frame: Frame, group: Cue) -> list[Range]:
    """ "urged the court to free the men", "called on the army to withdraw"."""
    trees, i = frame.trees, frame.verb
    for c in trees.children[i]:
        to = trees.infinitive(c)
        if not to or c < i or trees.deps[c] not in ("xcomp", "ccomp", "advcl"):
            continue
        whom = trees.child(i, "dobj")
        if trees.child(c, "nsubj", "nsubjpass") is not None:
            return [trees.span(c)]
        if whom is not None and i < whom < c:
            return [trees.trim(trees.left[whom], trees.right[c] + 1)]
    return []


def preps(frame: Frame, group: Cue) -> list[Range]:
    """ "called for sanctions", "accused them of fraud", "asked the minister about the gold"."""
    trees, i = frame.trees, frame.verb
    for c in trees.children[i]:
        if trees.words[c] not in group.preps or trees.deps[c] not in ("prep", "prt", "dative", "advmod") or c < i:
            continue
        if trees.child(c, "pobj", "pcomp") is None:
            continue
        end = trees.right[c] + 1
        if trees.words[c] in ("on", "upon") and group.sort == "urge":
            later = [
                x
                for x in trees.children[i]
                if x > c and trees.deps[x] in ("xcomp", "advcl", "ccomp") and trees.tags[x] == "VB"
            ]
            if not later and trees.words[end : end + 1] == ["to"]:
                later = [x for x in range(end + 1, min(end + 5, trees.size)) if trees.tags[x] == "VB"][:1]
            if not later and not any(trees.tags[x] == "VB" for x in range(c, end)):
                continue
            end = max(end, *(trees.right[x] + 1 for x in later)) if later else end
        if group.sort == "accuse":
            whom = trees.child(i, "dobj")
            if whom is not None and whom < c:
                return [trees.trim(trees.left[whom], end)]
            return [*_patient(frame), trees.trim(trees.left[c], end)]
        return [trees.trim(c + 1, end)]
    if group.sort == "accuse":
        for c in range(i + 1, min(trees.right[i] + 1, i + 12)):
            if (
                trees.words[c] in group.preps
                and trees.deps[c] == "prep"
                and (trees.child(c, "pcomp") is not None or (frame.passive and trees.child(c, "pobj") is not None))
            ):
                return [*_patient(frame), trees.trim(c, trees.right[c] + 1)]
    return []


def complement(frame: Frame, group: Cue) -> list[Range]:
    """ "called him a thief", "described it as a coup", "was branded a traitor by"."""
    trees, i = frame.trees, frame.verb
    whom = trees.child(i, "dobj")
    if whom is not None and whom < i:
        whom = None
    for c in trees.children[i]:
        dep = trees.deps[c]
        named = (
            dep == "oprd"
            or (dep in ("attr", "acomp") and frame.passive)
            or (dep in ("ccomp", "xcomp") and not frame.finite(c))
        )
        if c < i or not ((trees.words[c] == "as" and dep == "prep") or (named and "as" not in group.takes)):
            continue
        if whom is not None and c < whom:
            return [trees.span(whom)]
        if whom is not None:
            return [trees.trim(trees.left[whom], trees.right[c] + 1)]
        if (dep in ("ccomp", "xcomp") and trees.tags[c] in ("VB", "VBG")) or (
            frame.passive and frame.speaker is None and (group.sort != "think")
        ):
            continue
        return [*_patient(frame), trees.trim(trees.left[c], trees.right[c] + 1)]
    return []


def raising(frame: Frame, group: Cue) -> list[Range]:
    """ "appears to have fled": the subject belongs to what seems so."""
    trees, i = frame.trees, frame.verb
    subject = trees.child(i, "nsubj")
    below = next(
        (c for c in trees.children[i] if c > i and trees.deps[c] in ("xcomp", "oprd", "acomp", "advcl", "prep")), None
    )
    if below is None:
        return []
    head = [trees.span(subject)] if subject is not None and trees.words[subject] not in ("it", "there") else []
    return [*head, trees.span(below)]


def object_(frame: Frame, group: Cue) -> list[Range]:
    """ "denied the killings", "announced the sale"; in the passive the subject, where an agent is named."""
    trees, i = frame.trees, frame.verb
    if frame.passive:
        return _patient(frame) if frame.speaker is not None else []
    direct = next((c for c in trees.children[i] if c > i and trees.deps[c] == "dobj" and c != frame.speaker), None)
    if direct is None or direct == frame.speaker:
        return []
    if group.sort == "show":
        later = [c for c in trees.children[i] if c > direct and trees.words[c] in ("with", "as")]
        return [trees.trim(trees.left[direct], trees.right[later[-1] if later else direct] + 1)]
    aim = next((c for c in trees.all(i, "xcomp", "advcl") if c > direct and trees.infinitive(c)), None)
    if aim is not None and trees.words[direct] in INTENTIONS:
        return [trees.trim(trees.left[direct], trees.right[aim] + 1)]
    return [trees.span(direct)]


FORMS: tuple[tuple[str, Callable[[Frame, Cue], list[Range]]], ...] = (
    ("comparing", comparing),
    ("clause", clause),
    ("preps", preps),
    ("object-infinitive", object_infinitive),
    ("infinitive", infinitive),
    ("gerund", gerund),
    ("casualties", casualties),
    ("complement", complement),
    ("raising", raising),
    ("clause", around),
    ("object", object_),
)  # fmt: skip
"""The firmest sign first: a clause under the verb, then phrases, then what stands around it, then a bare object."""
