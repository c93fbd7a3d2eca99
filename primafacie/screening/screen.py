"""A name, or a profile, against the lists: who it is, who it may be, and why.

The index finds the entries whose names share most with it; the comparison of names scores them; cautions keep what a
person should look at from being called a match; what else is known (birth date, country, identifiers…) speaks for or
against. Where a list has an entry that bears the whole name, entries of the same list that bear part of it are no
match.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from primafacie.identity import MATCH, POSSIBLE, Feature, Name, NameComparison, compare_names, read
from primafacie.identity.comparison import chance, weights
from primafacie.identity.comparisons import schema
from primafacie.identity.names import PERSON
from primafacie.identity.profiles import EVIDENCE
from primafacie.identity.text import latin
from primafacie.model.lists import Listing, Profile, SanctionsList
from primafacie.screening.cautions import CAUTIONS, MISSPELT_PART_TELLS, SURELY, Met, caution, words
from primafacie.screening.index.forms import words_of

if TYPE_CHECKING:
    from primafacie.screening.index import Candidate, Index

CANDIDATES = 20
"""Entries that are compared for one query."""
MISSPELT_MATCH = 0.62
"""Score of a match where no word of either name is without answer, so that spelling alone is in doubt."""
SAME_LETTERS, NEARLY_SAME_LETTERS, SCATTERED = 0.97, 0.8, 0.75
"""Score of two names that are the same letters parted otherwise ("Lauren Tnkunda"), of such with one slip, and of one
whose words stand in several names of the entry."""
BEHIND = 0.25
"""How far an entry's share of the name may lie behind the best of its list."""
SURE = 0.93
"""Score from which on no better pair of names is looked for."""
SHORTEST = 4
"""Letters of each word of such a name."""
LONG_ENOUGH = 9
"""Letters of a name from which on one slip leaves it the same."""
CONFIRMS = frozenset({"identifier_same", "birth_date_same"})
"""What lifts a caution about the words of the name: the same passport or the same day of birth is no accident."""
DECIDES = frozenset({"identifier_same"})
"""What lifts any caution."""
_WORD = re.compile(r"\w+")
HOPELESS = 0.15
"""Score of all that is known below which a possible match is none."""


BESIDE = ("birth_dates", "countries", "identifiers", "genders", "positions", "relatives", "addresses")
"""What may be known of a profile beside its names and its schema."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two names, how well they agree, and what keeps them from being a match."""

    met: Met
    score: float
    slips: str | None
    """What was seen beside the words."""
    reserve: str | None

    @property
    def enough(self) -> float:
        """The score from which on it is a match."""
        return MISSPELT_MATCH if self.met.answered else MATCH


Known = dict[tuple[str, str, str], Agreement]
"""(name asked for, listed name, its schema) -> how they agree."""


@dataclass(frozen=True, slots=True)
class Screened:
    """An entry that the profile is, or may be."""

    listing: Listing
    list: SanctionsList
    """The edition in force, with its date, of the list that the entry is, or was, on."""
    in_force: bool
    """False where only a former edition has the entry: whoever it is was delisted."""
    verdict: str
    """"match" or "possible"; what is neither is not returned."""
    score: float
    """0..1, of all that is known."""
    name: str
    """The name asked for that came nearest."""
    listed_name: str
    """The listed name that it came nearest to."""
    reasons: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    complete: bool = False
    """Whether each word of the one name answers to one of the other's."""


def screen(index: Index, profile: Profile, limit: int = CANDIDATES) -> tuple[Screened, ...]:
    """The entries that the profile is or may be, matches first, then by score. Empty where there are none.

    Hostile input is no danger: names are cut to a length and a number of words, and every step is linear in them.
    """
    known: Known = {}
    candidates = _worthwhile(profile, index.search(profile, limit))
    met = [found for candidate in candidates if (found := judge(index, profile, candidate, known))]
    return tuple(sorted(_settled(met), key=lambda s: (s.verdict != "match", -s.score, s.listing.id)))


def _worthwhile(profile: Profile, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Where only one name is known, those that come near the best of their list; anything else that is known may speak
    for one that does not."""
    if len(profile.names) + len(profile.weak) > 1 or any(getattr(profile, name) for name in BESIDE):
        return candidates
    best: dict[str, float] = {}
    for one in candidates:
        best[one.list.key] = max(best.get(one.list.key, 0.0), one.estimate)
    return [one for one in candidates if one.estimate >= best[one.list.key] - BEHIND]


def judge(index: Index, profile: Profile, candidate: Candidate, known: Known | None = None) -> Screened | None:
    """One entry: match, possible, or None. ``known`` remembers names that were compared: lists share many."""
    best, weak = _nearest(index, profile, candidate, {} if known is None else known)
    met, score, slips, reserve = best.met, best.score, best.slips, best.reserve
    scattered = score < MATCH and not weak and slips is None and _scattered(met, candidate.listing.profile)
    if scattered:
        score, slips, reserve = SCATTERED, "each word of the name stands in one of the entry's names", None
    if score < POSSIBLE:
        return None
    told = [] if slips is None else [slips]
    beside = _beside(profile, candidate.listing.profile)
    kinds = {f.name for f in beside}
    reserve = "a weak alias never decides" if weak else reserve
    if reserve is None:
        reserve = next((f.note for f in beside if f.name == "schema_differs"), None)
    if reserve and (kinds & DECIDES or (kinds & CONFIRMS and words(met.names.left.text) > 1 and not weak)):
        reserve = None
    verdict = "match" if score >= best.enough and reserve is None else "possible"
    total = _total(score, beside)
    if verdict == "possible" and total < HOPELESS:
        return None
    features = (*met.names.features, *beside)
    return Screened(
        listing=candidate.listing, list=candidate.list, in_force=candidate.in_force, verdict=verdict,
        score=round(total, 4), name=met.names.left.text, listed_name=met.names.right.text,
        reasons=(*told, *(f.note for f in features if f.weight > 0)),
        against=(*([reserve] if reserve else []),
                 *(f.note for f in features if f.weight < 0 or (f.name == "cap" and reserve))),
        complete=not scattered and (met.complete or slips is not None),
    )  # fmt: skip


def _beside(profile: Profile, listed: Profile) -> list[Feature]:
    """What is known of both beside their names, as log-odds."""
    units = EVIDENCE if any(getattr(profile, name) for name in BESIDE) else (schema,)
    tells = weights()["record"]
    said = [found for unit in units if (found := unit.compare(profile, listed)) is not None]
    return [Feature(f.feature, tells[f.feature] * f.value, f.note) for f in said]


def _nearest(index: Index, profile: Profile, candidate: Candidate, known: Known) -> tuple[Agreement, bool]:
    """The pair of names that agree best, and whether one of them is weak: full names before weak ones, then such that
    no caution speaks against, then by score."""
    best: tuple[tuple[bool, bool, float], Agreement, bool] | None = None
    listed = candidate.listing.profile
    for asked in (*profile.names, *profile.weak)[:12]:
        for name in candidate.names:
            weak = asked in profile.weak or (name in listed.weak and name not in listed.names)
            pair = asked, name, listed.schema
            if pair not in known:
                known[pair] = _agreement(index, read(asked, profile.schema), read(name, listed.schema))
            found = known[pair]
            rank = (not weak and found.score >= POSSIBLE, found.reserve is None, found.score)
            if best is None or rank > best[0]:
                best = rank, found, weak
            if found.reserve is None and found.score >= SURE and not weak:
                return found, False
    assert best is not None, "a candidate has a name, and so has whoever it was found for"
    return best[1], best[2]


def _agreement(index: Index, left: Name, right: Name) -> Agreement:
    names = compare_names(left, right)
    score, slips = _score(names)
    met = Met(names, index.rarity, index.names)
    reserve = caution(met, SURELY if slips else CAUTIONS) if score >= POSSIBLE else None
    return Agreement(met, score, slips, reserve)


def _score(names: NameComparison) -> tuple[float, str | None]:
    """The score of two names. One word in common may be two words written: "Abdul Haq" is no single name."""
    score = names.score
    if names.capped and min(words(names.left.text), words(names.right.text)) > 1:
        score = chance(names.odds)
    if score >= MATCH or not names.values:
        return score, None
    left, right = _letters(names.left), _letters(names.right)
    if left == right or [t.key for t in names.left.core] == [t.key for t in names.right.core]:
        return max(score, SAME_LETTERS), "the same letters in the same order"
    if min(len(left), len(right)) >= LONG_ENOUGH and OSA.distance(left, right, score_cutoff=1) == 1:
        return max(score, NEARLY_SAME_LETTERS), "the same letters in the same order, but for one slip"
    return score, None


def _scattered(met: Met, listed: Profile) -> bool:
    """Whether all words asked for are words of the entry, though of several of its names: "Jon Roe" where one is called
    John ROWE, and Jon, and Roe. They must tell much, for an entry may have thirty names."""
    asked = [token for token in met.names.left.core if len(token.text) > 1]
    if met.names.family != PERSON or len(asked) < 2 or any(len(t.text) < SHORTEST or t.thin for t in asked):
        return False
    known = {key for name in (*listed.names, *listed.weak) for key in words_of(name)}
    return all(t.key in known for t in asked) and met.tells(sum(map(met.rarity, asked)), MISSPELT_PART_TELLS)


@lru_cache(maxsize=20_000)
def _letters(name: Name) -> str:
    """Its letters in the order written, the surname that stands before a comma behind the rest."""
    before, _, behind = name.text.partition(",")
    return "".join(filter(None, map(latin, _WORD.findall(f"{behind} {before}"))))


def _total(score: float, beside: Sequence[Feature]) -> float:
    """The score of the names, moved by the log-odds of all else that is known."""
    if not beside:
        return score
    kept = min(max(score, 1e-4), 1 - 1e-4)
    return chance(log(kept / (1 - kept)) + sum(f.weight for f in beside))


def _settled(met: Sequence[Screened]) -> list[Screened]:
    """Where an entry of a list bears the whole name, those of the same list that bear it in part only are possible."""
    whole = {s.listing.list for s in met if s.verdict == "match" and s.complete and s.in_force}
    return [
        replace(s, verdict="possible", against=("another entry of this list bears the whole name", *s.against))
        if s.verdict == "match" and not s.complete and s.listing.list in whole else s
        for s in met
    ]  # fmt: skip
