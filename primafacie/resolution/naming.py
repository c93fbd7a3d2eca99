"""Is a wording a name, a description ("a bank owned by A") or nobody in particular ("hundreds of people")?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from primafacie.identity.sounds import key
from primafacie.identity.text import latin
from primafacie.values.names import TITLES

UNSURE_TITLES = frozenset(
    "general first new major crown king queen late foreign interior defense defence finance father pope private chief "
    "special current justice prime premier vice assistant deputy crown prince princess sultan".split()
)
"""Titles with which names of companies and places begin too: "General Motors", "New York"."""
FEMALE, MALE = frozenset({"mrs", "ms", "miss", "dame", "lady", "queen", "princess", "г-жа", "госпожа"}), frozenset(
    {"mr", "sir", "lord", "king", "prince", "г-н", "господин"})  # fmt: skip
PARTICLES = frozenset("de da di do dos du del della der den van von la le el al bin ibn ben ter zu e y of and for the "
                      "&".split())  # fmt: skip
OPENERS = frozenset("a an the his her its their my your our this that these those one some any no another other such "
                    "both all every each many several few most more thousands hundreds dozens tens scores at least "
                    "about around up to over nearly almost".split())  # fmt: skip
INDEFINITE = frozenset("a an some any no another other one many several few most more thousands hundreds dozens tens "
                       "scores at about around over nearly almost".split())  # fmt: skip
PRONOUN = frozenset("his her its their my your our".split())
NOBODY = frozenset("people person persons someone somebody anyone nobody everyone others men women man woman child "
                   "children civilians victims dead deaths demonstrators protesters protestors they them he she it we "
                   "you i who whom which residents citizens workers it himself herself".split())  # fmt: skip
CUT = re.compile(r"\s+(?:of|owned by|controlled by|belonging to|by|in|from|at|for|who|whose|which|that|near|against|"
                 r"like|with|to|on)\s+")
STAKE = re.compile(
    r"^(?:(?:a|an|the|his|her|its|their|about|at least|another|remaining|further|controlling|majority|minority|"
    r"\d[\d.,]*\s?(?:%|percent|per cent))\s+)*"
    r"(?:(?:stakes?|shares?|shareholding|interest)\s+(?:of|in)|(?<=%\s)of|(?<=cent\s)of)\s+(?:the\s+)?(?=[^\W\d_])",
    re.IGNORECASE,
)
"""What is sold is the company: "a 20 % stake in A" and "91.8 percent of A" speak of A."""
POSSESSED = re.compile(r"^(?P<owner>.+?)(?:['’]s|s['’])\s+(?P<head>.+)$")
HELD = re.compile(r"^(?P<head>.+?)\s+(?:owned by|controlled by|belonging to|of)\s+(?P<owner>.+)$")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a wording says: ``sort`` is name, description or nobody; ``core`` the words that identify.

    ``owner`` is the name in "a bank owned by A" or "A's bank", empty where none is named; ``bound`` is True where the
    words mean something only where they stand ("his daughter").
    """

    sort: str
    core: str
    owner: str = ""
    bound: bool = False
    gender: str = ""


def _upper(word: str) -> bool:
    """A capital, a letter of a script without capitals, or a number inside a name."""
    first = next((c for c in word if c.isalnum()), "")
    return first.isupper() or first.isdigit() or (first.isalpha() and first.lower() == first.upper())


@lru_cache(maxsize=100_000)
def wording(text: str) -> Wording:
    """What the wording is. An all-capitals heading word counts as a name, an all-small one as a description."""
    text = STAKE.sub("", text)
    words = [w.strip("\"“”«»„,;:()[]") for w in text.split()]
    words = [w for w in words if w]
    opened = [w.casefold() for w in words[:1]]
    body = _without_openers(words)
    owner, head = _owner(" ".join(body))
    if owner:
        return Wording("description", _plain(head), owner)
    segment = CUT.split(" ".join(body))[0].split()
    if segment and _upper(segment[-1]) and _letters(segment[-1]) and not re.match(r"^\d", segment[0]):
        gender = _gender(words)
        named = _name(body)
        if named:
            return Wording("name", " ".join(named), gender=gender)
    core = _plain(" ".join(body))
    heads = {w.casefold() for w in segment}
    vague = not body or (opened and opened[0] in INDEFINITE) or bool(re.match(r"^\d", body[0])) or bool(heads & NOBODY)
    named_inside = any(_upper(w) for w in body[1:])
    return Wording("nobody" if vague and not named_inside else "description", core,
                   bound=bool(opened and opened[0] in PRONOUN))


def _letters(word: str) -> bool:
    return any(c.isalpha() for c in word)


def _without_openers(words: list[str]) -> list[str]:
    rest = list(words)
    while rest and rest[0].casefold() in OPENERS:
        rest.pop(0)
    return rest


def _owner(text: str) -> tuple[str, str]:
    """(owner, head) of "A's bank" and "bank owned by A" where the head is a common noun and the owner has a name."""
    for pattern in (POSSESSED, HELD):
        if match := pattern.match(text):
            owner, head = match["owner"], match["head"]
            last_head = head.split()[-1]
            if not _upper(last_head) and _upper(owner.split()[-1]) and "'s" not in head and "’s" not in head:
                return owner, head
    return "", ""


def _gender(words: list[str]) -> str:
    titles = {w.casefold().rstrip(".") for w in words}
    return "female" if titles & FEMALE else "male" if titles & MALE else ""


def _name(words: list[str]) -> list[str]:
    """The capitalised run, titles and small words before it dropped; particles inside it kept."""
    first = 0
    while first < len(words) - 1 and _leads(words[first]) and not _particle(words[first], words[first + 1]):
        first += 1
    lead = {w.casefold().rstrip(".") for w in words[:first] if _upper(w)}
    if lead and lead <= UNSURE_TITLES:
        first -= len([w for w in words[:first] if _upper(w)])
    rest = words[first:]
    if all(w.casefold() in TITLES for w in rest):
        # "Prosecutor General" is an office and all there is to the name.
        rest = [w for w in words if _upper(w)]
    if not rest or rest[0].casefold() in NOBODY or not (_upper(rest[0]) or _particle(rest[0], rest[-1])):
        return []
    return [re.sub(r"['’]s$", "", w) for w in rest]


def _leads(word: str) -> bool:
    return not _upper(word) or word.casefold().rstrip(".") in TITLES


def _particle(word: str, following: str) -> bool:
    return word in PARTICLES - {"of", "and", "for", "the", "&"} and _upper(following)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s'’-]", " ", text.casefold()).split())


@lru_cache(maxsize=100_000)
def tokens(name: str) -> tuple[str, ...]:
    """The keys of the words of a name in order; hyphens and dots part words, an initial is one letter."""
    found = (key(latin(w)) for w in re.split(r"[\s.\-‐–_/]+", name) if w.casefold() not in PARTICLES)
    return tuple(k for k in found if k)
