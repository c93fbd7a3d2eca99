"""The Russian models, loaded once a process and only when a Russian text is there; all of them come inside wheels.

Morphology, syntax and names: slovnet with navec vectors, trained on news, as natasha ships them (about 30 MB).
Dictionary forms: pymorphy3 with the OpenCorpora dictionary.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from spacy.lang.ru import Russian
from spacy.vocab import Vocab

from primafacie.values.russian.dictionary import dictionary

MODELS = "navec_news_v1_1B_250K_300d_100q", "slovnet_morph_news_v1", "slovnet_syntax_news_v1", "slovnet_ner_news_v1"


@dataclass(frozen=True, slots=True)
class Analysis:
    """The three taggers of slovnet and the vocabulary that Russian documents share."""

    morphology: Any
    syntax: Any
    names: Any
    vocab: Vocab


@cache
def analysis() -> Analysis:
    """The models. Raises RuntimeError where natasha, which carries them, is not installed."""
    from navec import Navec  # type: ignore[import-untyped]
    from slovnet import NER, Morph, Syntax  # type: ignore[import-untyped]

    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("no Russian models are installed: they come with natasha (pip install natasha)")
    folder = Path(spec.submodule_search_locations[0]) / "data"
    vectors = Navec.load(folder / "emb" / f"{MODELS[0]}.tar")
    taggers = [
        kind.load(folder / "model" / f"{name}.tar") for kind, name in zip((Morph, Syntax, NER), MODELS[1:], strict=True)
    ]
    for tagger in taggers:
        tagger.navec(vectors)
    morphology, syntax, names = taggers
    return Analysis(morphology, syntax, names, Russian().vocab)


CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
PARTS = {
    "NOUN": ("NOUN",), "PROPN": ("NOUN",), "VERB": ("VERB", "INFN", "PRTF", "PRTS", "GRND"),
    "AUX": ("VERB", "INFN", "GRND"),
    "ADJ": ("ADJF", "ADJS", "COMP", "PRTF"), "ADV": ("ADVB", "COMP", "PRED"), "NUM": ("NUMR", "ADJF"),
    "DET": ("ADJF", "NPRO"),
    "PRON": ("NPRO", "ADJF"), "ADP": ("PREP",), "CCONJ": ("CONJ",), "SCONJ": ("CONJ",), "PART": ("PRCL",),
}  # fmt: skip


def _score(parse: Any, pos: str, feats: dict[str, str], name: bool) -> float:
    tag = parse.tag
    points = parse.score
    points += 4 * (tag.POS in PARTS.get(pos, ()))
    points += 2 * (CASES.get(feats.get("Case", "")) in (tag.case, {"loc2": "loct", "gen2": "gent"}.get(str(tag.case))))
    number = {"Sing": "sing", "Plur": "plur"}.get(feats.get("Number", ""))
    points += bool(number and number == tag.number)
    gender = GENDERS.get(feats.get("Gender", ""))
    points += 1.5 * bool(gender and gender == tag.gender)
    points += 1.5 * (
        name and bool({"Surn", "Name", "Patr", "Geox", "Orgn"} & set(str(tag).replace(" ", ",").split(",")))
    )
    form = feats.get("VerbForm")
    points += 2 * (
        form == {"INFN": "Inf", "PRTF": "Part", "PRTS": "Part", "GRND": "Conv", "VERB": "Fin"}.get(str(tag.POS))
    )
    return float(points)


def parse_of(word: str, pos: str, feats: dict[str, str], name: bool = False) -> Any:
    """The dictionary's reading of a word that agrees best with the tagger's part of speech and features."""
    return max(dictionary().parse(word), key=lambda p: _score(p, pos, feats, name))


@lru_cache(maxsize=20_000)
def lemma_of(word: str, pos: str, feats: tuple[tuple[str, str], ...]) -> str:
    """The dictionary form in lower case, with "е" for "ё"; participles and converbs give their infinitive."""
    if not _cyrillic(word):
        return word.lower()
    parse = parse_of(word, pos, dict(feats))
    if pos == "NOUN" and parse.tag.POS == "PRTF":  # "погибших", said of people: "погибший"
        parse = parse.inflect({"nomn", "sing", "masc"}) or parse
        return str(parse.word).replace("ё", "е")
    return str(parse.normal_form).replace("ё", "е")


@lru_cache(maxsize=20_000)
def cases_of(word: str) -> frozenset[str]:
    """Every case that the form can be by the dictionary."""
    if not _cyrillic(word):
        return frozenset()
    found = {str(parse.tag.case) for parse in dictionary().parse(word)}
    return frozenset(name for name, case in CASES.items() if case in found)


def _cyrillic(word: str) -> bool:
    return any("а" <= c <= "я" or c == "ё" for c in word.lower())


@lru_cache(maxsize=20_000)
def animacy_of(word: str, pos: str, feats: tuple[tuple[str, str], ...]) -> str | None:
    """Anim or Inan as the dictionary has it for a common noun it knows: the tagger guesses it from the context."""
    if not _cyrillic(word):
        return None
    parse = parse_of(word, pos, dict(feats))
    grammemes = set(str(parse.tag).replace(" ", ",").split(","))
    if not parse.is_known or {"Surn", "Name", "Patr", "Geox", "Orgn", "Abbr"} & grammemes or parse.tag.POS != "NOUN":
        return None
    return {"anim": "Anim", "inan": "Inan"}.get(str(parse.tag.animacy))


@lru_cache(maxsize=20_000)
def nominative(word: str, pos: str, feats: tuple[tuple[str, str], ...], name: bool = False) -> str:
    """The word in the nominative, number and gender kept, as it is capitalised; as written where none is known."""
    given = dict(feats)
    if given.get("Case") in (None, "Nom") or not _cyrillic(word):
        return word
    parse = parse_of(word, pos, given, name)
    if parse.tag.number == "plur" and given.get("Number") == "Sing":
        return word  # a surname that does not decline, taken for a common noun: "Анну Лис"
    wanted = {"nomn"} | ({parse.tag.number} if parse.tag.number else set())
    if parse.tag.POS in ("ADJF", "PRTF") and parse.tag.gender:
        wanted.add(parse.tag.gender)
    form = parse.inflect(wanted)
    if form is None:
        return word
    found = str(form.word)
    return found.upper() if word.isupper() and len(word) > 1 else _capitals(word, found)


def _capitals(word: str, form: str) -> str:
    """The form with a capital wherever a part of the word has one: "Санкт-Петербурге"."""
    parts, forms = word.split("-"), form.split("-")
    if len(parts) != len(forms):
        return form.capitalize() if word[:1].isupper() else form
    return "-".join(f[:1].upper() + f[1:] if p[:1].isupper() else f for p, f in zip(parts, forms, strict=True))
