"""The words that names are made of, as data: given names, surnames, legal forms, company words, places, titles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from primafacie.identity.sounds import key
from primafacie.identity.text import latin

SHORT_FORM = 0.86
"""How alike a pet form and its name are held to be; two names of one line are held to be ``SAME_NAME`` alike."""
SAME_NAME = 0.94


SAFE_KEY = 5
"""Letters of a folded key from which on it stands for few words but spellings of one name."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a given name: which lines it stands on, on which of them as a pet form, whose it is."""

    lines: tuple[int, ...]
    short: tuple[int, ...]
    genders: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words by their Latin form (``text.latin``)."""

    given: Mapping[str, Given]
    common_given: frozenset[str]
    surnames: Mapping[str, str]
    """Common surname -> culture."""
    surnames_first: frozenset[str]
    surname_lines: Mapping[str, frozenset[int]]
    """Surname -> numbers of the lines on which it stands with its other romanisations."""
    divine: frozenset[str]
    """What "Abd al-" stands before: the names of God."""
    forms: Mapping[tuple[str, ...], str]
    """Words of a legal form -> its class."""
    form_heads: frozenset[str]
    form_start: frozenset[str]
    """Forms that stand before the name."""
    form_anywhere: frozenset[str]
    """Forms that are one wherever they stand."""
    form_doubtful: frozenset[str]
    """Forms that are names or words as well, so that a name is no company's for their sake."""
    form_words: int
    """The longest form's words."""
    companies: Mapping[str, int]
    """Word of company names -> its meaning, the number of its line."""
    house: frozenset[int]
    """Meanings that tell of a house's make-up and reach ("Group", "International") and of no business."""
    antonyms: frozenset[frozenset[str]]
    places: Mapping[str, str]
    """Country, city or adjective -> code."""
    titles: frozenset[str]
    soft_titles: frozenset[str]
    after: frozenset[str]
    ship: frozenset[str]
    kunya: frozenset[str]
    particles: frozenset[str]
    sons: frozenset[str]
    small: frozenset[str]
    """Words that link others in the names of companies."""
    suffixes: Mapping[str, str]
    numerals: Mapping[str, str]
    abbreviations: Mapping[str, str]
    simplified: Mapping[int, str]
    """Table for ``str.translate``: characters of Han in their simplified form."""


def _raw(name: str) -> dict[str, object]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded = yaml.load((files(__package__) / f"{name}.yaml").read_text("utf-8"), loader)
    return dict(loaded)


def _words(text: object) -> frozenset[str]:
    return frozenset(latin(word) for word in str(text).split())


def _lines(text: object) -> Iterator[list[str]]:
    yield from (line.split() for line in str(text).splitlines() if line.strip())


def _given(raw: Mapping[str, object]) -> dict[str, Given]:
    lines: dict[str, set[int]] = defaultdict(set)
    short: dict[str, set[int]] = defaultdict(set)
    genders: dict[str, set[str]] = defaultdict(set)
    number = 0
    for gender in ("male", "female"):
        for words in _lines(raw[gender]):
            number += 1
            pet = False
            for word in words:
                if word == "~":
                    pet = True
                    continue
                plain = latin(word)
                folded = key(plain)
                for form in {plain, folded} if len(folded) >= SAFE_KEY else {plain}:
                    lines[form].add(number)
                    genders[form].add(gender)
                    if pet:
                        short[form].add(number)
    return {
        word: Given(tuple(sorted(found)), tuple(sorted(short.get(word, ()))), frozenset(genders[word]))
        for word, found in lines.items()
    }


def _surname_lines(text: object) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(_lines(text)):
        for word in words:
            found[latin(word)].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _forms(raw: Mapping[str, object]) -> dict[tuple[str, ...], str]:
    forms: dict[tuple[str, ...], str] = {}
    for kind, text in raw.items():
        for words in _lines(text):
            forms.setdefault(tuple(filter(None, map(latin, words))), kind)
    return forms


def _numbered(text: object) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, words in enumerate(_lines(text), 1):
        for word in words:
            found.setdefault(latin(word), number)
    return found


def _places(text: object) -> dict[str, str]:
    """Word -> code of its country; of a city the code and the city, so that two cities of one country differ."""
    found = {}
    for line in str(text).splitlines():
        code, _, names = line.strip().partition(":")
        country, _, cities = names.partition("/")
        found.update({latin(word): code for word in country.split()})
        found.update({latin(word): f"{code}:{latin(word)}" for word in cities.split()})
    return found


def _pairs(text: object) -> dict[str, str]:
    return {latin(one): latin(other) for one, _, other in (pair.partition("/") for pair in str(text).split())}


@cache
def lexicon() -> Lexicon:
    """All of it, loaded once."""
    given, surnames, words, companies = _raw("given"), _raw("surnames"), _raw("words"), _raw("companies")
    forms, lines = _forms(_raw("forms")), _numbered(companies["words"])
    first, common = surnames["first"], surnames["common"]
    assert isinstance(first, dict)
    assert isinstance(common, dict)
    suffixes = words["suffixes"]
    assert isinstance(suffixes, dict)
    return Lexicon(
        given=_given(given),
        common_given=_words(given["common"]),
        surnames={word: culture for part in (first, common) for culture, text in part.items() for word in _words(text)},
        surname_lines=_surname_lines(surnames["same"]), divine=frozenset(map(key, _words(words["divine"]))),
        surnames_first=frozenset(word for text in first.values() for word in _words(text)),
        forms=forms,
        form_heads=frozenset(words[0] for words in forms),
        form_start=_words(words["forms_before"]), form_anywhere=_words(words["forms_anywhere"]),
        form_doubtful=_words(words["forms_doubtful"]), form_words=max(map(len, forms)), small=_words(words["small"]),
        companies=lines, house=frozenset(lines[word] for word in _words(companies["house"])),
        antonyms=frozenset(frozenset(map(latin, pair.split("/"))) for pair in str(companies["antonyms"]).split()),
        places=_places(_raw("places")["countries"]),
        titles=_words(words["titles"]), soft_titles=_words(words["soft_titles"]), after=_words(words["after"]),
        ship=_words(words["ship"]), kunya=_words(words["kunya"]), particles=_words(words["particles"]),
        sons=_words(words["sons"]),
        suffixes={latin(word): kind for kind, found in suffixes.items() for word in found},
        simplified=str.maketrans({two[0]: two[1] for two in str(_raw("han")["simplified"]).split()}),
        numerals=_pairs(words["numerals"]), abbreviations=_pairs(words["abbreviations"]),
    )  # fmt: skip
