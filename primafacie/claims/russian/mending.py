"""Mends the trees of the Russian parser: one root, no loops, and what its cases and agreement say against it."""

from __future__ import annotations

from primafacie.claims.russian.models import cases_of

BOUNDING = frozenset({"менее", "более", "меньше", "больше"})
"""Comparatives that the parser makes the head of what they count: "не менее 50 человек"."""
ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "dobj", "iobj", "nmod", "obl"})


class Words:
    """The tokens of one piece of text with their sentences; what the taggers say is filled in."""

    def __init__(self, text: str) -> None:
        from razdel import sentenize, tokenize  # type: ignore[import-untyped]

        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.sentences: list[tuple[int, int]] = []
        for sentence in sentenize(text):
            first = len(self.words)
            for token in tokenize(sentence.text):
                self.words.append(token.text)
                self.starts.append(sentence.start + token.start)
            if len(self.words) > first:
                self.sentences.append((first, len(self.words)))
        size = len(self.words)
        self.pos = ["X"] * size
        self.feats: list[dict[str, str]] = [{} for _ in range(size)]
        self.heads = list(range(size))
        self.deps = ["dep"] * size


def mend(words: Words, first: int, last: int) -> None:
    """One root a sentence, no loops, and a bound hung on what it counts."""
    roots = [i for i in range(first, last) if words.heads[i] == i]
    root = roots[0] if roots else next((i for i in range(first, last) if words.pos[i] == "VERB"), first)
    for i in roots[1:]:
        words.heads[i], words.deps[i] = root, "parataxis"
    words.heads[root], words.deps[root] = root, "ROOT"
    if words.pos[root] in ("NOUN", "PROPN") and words.feats[root].get("Case") == "Nom":
        verb = next(
            (
                k
                for k in range(root + 1, last)
                if words.heads[k] == root and words.deps[k] == "dep" and words.pos[k] == "VERB"
            ),
            None,
        )
        if verb is not None:
            words.heads[verb], words.deps[verb], words.heads[root], words.deps[root] = verb, "ROOT", verb, "nsubj"
            for k in range(verb + 1, last):
                words.heads[k] = verb if words.heads[k] == root else words.heads[k]
            root = verb
    _unlooped(words, first, last, root)
    _counted_subject(words, first, last)
    for i in range(first, last):
        _noun(words, i)
        _case(words, i)
        _relative(words, i, first)
        _apart(words, i, last)
    _subject_and_object(words, first, last)
    for i in range(first, last):
        if words.words[i].lower() in BOUNDING and i != root:
            counted = next(
                (
                    k
                    for k in range(i + 1, min(i + 6, last))
                    if words.heads[k] == i and words.pos[k] in ("NOUN", "PROPN")
                ),
                None,
            )
            if counted is not None:
                words.heads[counted], words.deps[counted] = words.heads[i], words.deps[i]
                words.heads[i], words.deps[i] = counted, "advmod"
    _unlooped(words, first, last, root)


def _unlooped(words: Words, first: int, last: int, root: int) -> None:
    for i in range(first, last):
        seen, at = {i}, i
        while words.heads[at] != at:
            at = words.heads[at]
            if at in seen:
                words.heads[i], words.deps[i] = root, "dep"
                break
            seen.add(at)


def _counted_subject(words: Words, first: int, last: int) -> None:
    """ "Около двух тысяч рабочих вышли": the parser leaves the parts of such a subject loose under the verb."""
    for verb in range(first, last):
        if words.pos[verb] != "VERB":
            continue
        loose = [k for k in range(first, verb) if words.heads[k] == verb and words.deps[k] == "dep"]
        loose = loose or _run(words, verb + 1, last, verb)
        nouns = [k for k in loose if words.pos[k] in ("NOUN", "PROPN") or words.feats[k].get("Case") == "Nom"]
        if nouns and not any(words.heads[k] == verb and words.deps[k].startswith("nsubj") for k in range(first, last)):
            subject = nouns[-1]
            words.deps[subject] = "nsubj"
            words.pos[subject] = "NOUN" if words.pos[subject] == "ADJ" else words.pos[subject]
            for k in loose:
                if k < subject:
                    words.heads[k], words.deps[k] = subject, "nummod" if words.pos[k] == "NUM" else "advmod"


def _run(words: Words, first: int, last: int, verb: int) -> list[int]:
    """The words right after a verb that the parser left loose under it: "вышли около трёх тысяч человек"."""
    found = []
    while first < last and words.heads[first] == verb and words.deps[first] == "dep" and words.pos[first] != "PUNCT":
        found.append(first)
        first += 1
    return found


def _subject_and_object(words: Words, first: int, last: int) -> None:
    """Tells subject from object where both look alike: "Рудник купила Анна", "холдинг уступил банк"; verbs agree."""
    for verb in range(first, last):
        feats = words.feats[verb]
        if words.pos[verb] != "VERB" or feats.get("VerbForm") != "Fin" or feats.get("Voice") == "Pass":
            continue
        own = [k for k in range(first, last) if words.heads[k] == verb and words.deps[k] in ("nsubj", "nsubj:pass")]
        objects = [k for k in range(first, last) if words.heads[k] == verb and words.deps[k] == "dobj"]
        cases = [words.feats[k].get("Case") for k in own + objects]
        if len(own) == len(objects) == 1 and cases in (["Acc", "Nom"], ["Gen", "Nom"]):
            words.deps[own[0]], words.deps[objects[0]] = "dobj", "nsubj"
        elif len(own) == 1 and not objects and cases == ["Acc"]:
            words.deps[own[0]] = "nsubj" if words.feats[own[0]].get("Number") == feats.get("Number") else "dobj"
        taken = bool(objects)
        if len(own) == 2 and words.pos[own[0]] == "SYM":
            words.deps[own[0]] = "dobj"  # "30 % контролирует аким"
        own = [k for k in own if words.pos[k] in ("NOUN", "PROPN")]
        if taken or not own:
            continue
        gender = feats.get("Gender")
        apart = [k for k in own if gender and words.feats[k].get("Gender") not in (gender, None)]
        if len(own) == 2:
            apart = apart if len(apart) == 1 else [k for k in own if words.feats[k].get("Case") == "Acc"]
            words.deps[apart[0] if len(apart) == 1 else own[1]] = "dobj"
        elif len(own) == 1 and apart and words.feats[own[0]].get("Animacy") == "Inan":
            late = [k for k in range(verb + 1, last) if words.pos[k] == "PROPN" and words.deps[k] == "appos"
                    and words.feats[k].get("Case") == "Nom" and words.feats[k].get("Gender") == gender
                    and words.feats[words.heads[k]].get("Case") not in ("Nom", None)]  # fmt: skip
            if late:
                words.deps[own[0]] = "dobj"
                words.heads[late[0]], words.deps[late[0]] = verb, "nsubj"


def _noun(words: Words, i: int) -> None:
    """A participle that stands where a noun does is one: "муж погибшей", "митингующие требуют"."""
    full = words.pos[i] == "VERB" and words.feats[i].get("VerbForm") == "Part" and words.feats[i].get("Case")
    told = words.deps[i] in ARGUMENTS or (i and words.heads[i - 1] == i and words.deps[i - 1] == "nummod")
    if full and told:
        words.pos[i] = "NOUN"


def _case(words: Words, i: int) -> None:
    """The case of a name that its place asks for where the form allows it: "брат министра Ермека Нурпеисова"."""
    own, head = words.feats[i].get("Case"), words.heads[i]
    if words.pos[i] not in ("PROPN", "NOUN") or own is None or head == i:
        return
    wanted = None
    if words.pos[i] == "PROPN" and words.deps[i] in ("appos", "flat") and words.pos[head] in ("NOUN", "PROPN"):
        wanted = words.feats[head].get("Case")
    elif words.deps[i] == "iobj" and own in ("Gen", "Loc"):
        wanted = "Dat"
    elif words.pos[i] == "PROPN" and words.deps[i] == "nmod" and head < i and own in ("Ins", "Nom", "Acc", "Loc"):
        wanted = "Gen"
    if wanted and wanted != own and not _governed(words, i) and wanted in cases_of(words.words[i]):
        words.feats[i] = {**words.feats[i], "Case": wanted}


def _apart(words: Words, i: int, last: int) -> None:
    """Takes from a list what is in another case and opens the next clause: "сообщил Марк Зильбер, Серика пытали"."""
    own, theirs = words.feats[i].get("Case"), words.feats[words.heads[i]].get("Case")
    if words.deps[i] != "conj" or own not in ("Acc", "Gen") or theirs in (own, None) or i + 1 >= last:
        return
    verb = i + 1
    follows = words.pos[verb] == "VERB" and words.feats[verb].get("VerbForm") == "Fin" and words.words[i - 1] == ","
    taken = any(words.heads[k] == verb and words.deps[k] == "dobj" for k in range(i, last))
    if follows and not taken and i not in _way_up(words, verb):
        words.heads[i], words.deps[i] = verb, "dobj"


def _governed(words: Words, i: int) -> bool:
    """True where a preposition stands before the word."""
    near = range(max(0, i - 4), i)
    return any(words.heads[k] == i and words.deps[k] == "case" for k in near)


def _relative(words: Words, i: int, first: int) -> None:
    """Hangs "…, которой владеет Петров" on the noun before its comma where the parser left it loose."""
    if not words.words[i].lower().startswith("котор") or i <= first + 1 or words.words[i - 1] != ",":
        return
    verb = words.heads[i]
    if words.pos[verb] != "VERB" or words.deps[verb] not in ("parataxis", "dep", "conj") or verb < i:
        return
    at = i - 2
    while at > first and words.deps[at].startswith("flat") and words.heads[at] < at:
        at = words.heads[at]
    number = words.feats[i].get("Number")
    agrees = words.pos[at] in ("NOUN", "PROPN", "X") and words.feats[at].get("Number") in (number, None)
    if not agrees or verb in _way_up(words, at):
        return
    words.heads[verb], words.deps[verb] = at, "relcl"
    above = next((k for k in _way_up(words, at) if words.pos[k] == "VERB"), None)
    for k in range(first, at if above is not None else first):
        if words.heads[k] == verb and above is not None:
            words.heads[k] = above
            words.deps[k] = "nsubjpass" if words.feats[above].get("Voice") == "Pass" else words.deps[k]


def _way_up(words: Words, i: int) -> list[int]:
    found = [i]
    while words.heads[found[-1]] != found[-1]:
        found.append(words.heads[found[-1]])
    return found[1:]
