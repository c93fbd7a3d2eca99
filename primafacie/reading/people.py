"""Tells the names of people from other words, by their form alone, and finds the full name behind a label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from primafacie.values.names import TITLES, name_tokens, strip_titles
from primafacie.values.words import words

_PARTICLE = words("al el bin ibn ben abu de del della di da dos du la le van von der den ter ul y e")
_NOT_PERSON = words(
    "the a an this that these those and or but in on at of for from to by with as our their his her its new north "
    "south "
    "east west united states kingdom republic city street department ministry office bank group company fund agency "
    "committee council commission court house national international world university institute center centre press "
    "news "
    "times post guardian herald daily tribune journal gazette review observer standard mirror mail star weekly wire "
    "bureau staff reuters agence radio television tv day january february march april may june july august "
    "september october november december monday tuesday wednesday thursday friday saturday sunday inc ltd llc corp "
    "union "
    "party front army police security services federal central european american russian chinese british french german "
    "italian kazakh islamic summary background introduction conclusion contents note question answer interview chapter "
    "section part appendix annex work consulting political report statement emirates arab abu dhabi saint san los "
    "now then today but yet still here there meanwhile once since yesterday however "
    "вопрос ответ интервью беседа редакция газета агентство корреспондент новости министерство банк компания "
    "суд доклад "
    "глава часть город главный собственный наш если когда как это потому"
)
_WORD = re.compile(r"[^\W\d_][\w'’‘.-]*")
_CAPITAL = r"[^\W\d_a-zà-ÿа-яё]"
_PART = rf"(?:{_CAPITAL}[\w'’-]{{0,2}}\.|{_CAPITAL}[\w'’-]*)"
"""One word of a name; a stop belongs to it only after an initial or an abbreviation, else it ends the sentence."""
_PARTICLES = r"(?:(?:al|el|bin|ibn|ben|abu|de|del|della|di|da|dos|du|la|le|van|von|der|den)[ -]){0,2}"
_CAPITALS = re.compile(rf"{_PART}(?: {_PARTICLES}{_PART}){{1,4}}")


def is_person_name(text: str, least: int = 2) -> bool:
    """True where the words look like a person's name: ``least`` to six capitalised words, none a common noun."""
    words = strip_titles(text.strip(' *_#"“”')).split()
    if not least <= len(words) <= 6 or len(text) > 60:
        return False
    proper = 0
    for word in words:
        low = word.strip(".,").casefold()
        if low in _PARTICLE:
            continue
        if not _WORD.fullmatch(word) or not word[0].isupper() or low in _NOT_PERSON:
            return False
        proper += 1
    return proper >= least


def full_names(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, str]]:
    """Where names of two or more words stand, without titles; a capital at the start of a sentence may add a word."""
    for match in _CAPITALS.finditer(text, start, len(text) if end is None else end):
        words = match[0].split()
        while words and (words[0].casefold().strip(".,") in TITLES or words[0].casefold() in _NOT_PERSON):
            words = words[1:]
        name = " ".join(words).rstrip(".,")
        name = re.sub(r"['’]s$", "", name)
        if len(words) >= 2 and is_person_name(name):
            yield match.end() - len(" ".join(words)), name


def spelled_out(label: str, places: tuple[str, ...]) -> str:
    """The full name that a label ("SECRETARY BLINKEN", "Mr. Zuniga") stands for in the first place that gives one.

    The label as written where none does, or where two different people would fit.
    """
    wanted = name_tokens(label)
    if not wanted or len(wanted) > 3:
        return label
    for place in places:
        fitting = {}
        for _, name in full_names(place):
            tokens = name_tokens(name)
            if len(tokens) > len(wanted) and tokens[-len(wanted) :] == wanted:
                fitting[tokens] = name
        if len(fitting) == 1:
            return next(iter(fitting.values()))
        if fitting:
            return label
    return _by_initials(label, places) or label


def _by_initials(label: str, places: tuple[str, ...]) -> str | None:
    """The one name in the places that initials ("I.T.", "AB") stand for."""
    letters = label.replace(".", "").replace(" ", "")
    if not 2 <= len(letters) <= 3 or not letters.isupper() or not letters.isalpha():
        return None
    fitting = {name_tokens(name): name for place in places for _, name in full_names(place)
               if "".join(word[0] for word in name.split()).upper() == letters}  # fmt: skip
    return next(iter(fitting.values())) if len(fitting) == 1 else None
