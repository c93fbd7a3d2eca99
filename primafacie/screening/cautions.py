"""What keeps two names from being a match, however well they score: a person looks at these.

Each caution is a rule of its own, with the sentence that tells it. They are asked in the order of ``CAUTIONS``; the
first that speaks is told. They rest on the words that agree and on how much those words tell, never on which list the
entry is on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import log

from primafacie.identity import NameComparison, Token
from primafacie.identity.lexicon import lexicon
from primafacie.identity.names import BODY, OTHER, PARTICLE, PERSON, TITLE
from primafacie.identity.sounds import key

PART_TELLS = 3.5
"""How much more than chance the words that agree must tell, where one name has words that the other lacks. What a word
tells is the logarithm of how few of the listed names have it; so many names would agree by chance in words that tell
the logarithm of the number of names. This is a thirtieth of that."""
MISSPELT_PART_TELLS = 5.0
"""The same, where one of these words is misspelt as well."""
MISSPELT = 0.1
"""Unlikeness of two words from which on they are no longer only another romanisation."""
SLIP_IN = 5
"""Letters of a word in which a slip leaves it the same word."""
UNCOMMON = 0.9
"""Weight of a word that is in no lexicon of common names."""
SOUNDS_ENOUGH = 3
"""Words that must agree where one side is written without vowels, or in characters that many names share."""
_DESCENT = frozenset(map(key, ("sayyid", "sayed", "seyed", "syed", "seyyed", "sharif")))
"""Marks of descent, which are set before a name or left away."""
_WORD = re.compile(r"[^\W_]{2,}")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


@dataclass(frozen=True)
class Met:
    """Two names that were compared, and how rare the words are in which they agree."""

    names: NameComparison
    rarity: Callable[[Token], float]
    listed: int
    """Number of listed names."""

    @cached_property
    def told(self) -> float:
        """How much the words that agree tell, the less the less alike they are."""
        met = self.names.alignment
        if met is None:
            return 0.0
        return sum(sum(self.rarity(t) for t in pair.right) * pair.likeness for pair in met.pairs)

    def tells(self, words: float, more: float) -> bool:
        """Whether words that tell so much are so much more than chance; two words that a single entry has, under
        four names at most, always are."""
        alone = 2 * log((self.listed + 2) / 5)
        return words >= min(log(self.listed + 2) + more, alone) - 1e-6

    @cached_property
    def extra(self) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """Words of either name that answer to nothing in the other."""
        met = self.names.alignment
        if met is None:
            return (), ()
        return _telling(met.left), _telling(met.right)

    @property
    def misspelt(self) -> bool:
        met = self.names.alignment
        return met is not None and any(1 - pair.likeness > MISSPELT for pair in met.pairs)

    @property
    def answered(self) -> bool:
        """Whether each word of each name answers to one of the other's, misspelt or not."""
        met = self.names.alignment
        return met is not None and not any(self.extra) and not met.initials

    @property
    def complete(self) -> bool:
        """Whether each word of each name answers to one of the other's, in no more than another spelling."""
        return self.answered and not self.misspelt


def _telling(words: tuple[Token, ...]) -> tuple[Token, ...]:
    return tuple(t for t in words if t.kind not in (PARTICLE, TITLE))


def words(text: str) -> int:
    """How many words a name has, each ideograph counted as one."""
    return max(len(_WORD.findall(text)), len(_IDEOGRAPH.findall(text)))


def single(met: Met) -> str | None:
    """Never a match on one word alone, least of all a surname."""
    if min(words(met.names.left.text), words(met.names.right.text)) < 2:
        return "a single word never decides"
    return None


def contradicted(met: Met) -> str | None:
    """Each name has a word that the other has not: brothers, namesakes of a family."""
    left, right = met.extra
    if left and right and met.names.family != BODY:
        return f"{_said(left)} against {_said(right)}"
    return None


def slips(met: Met) -> str | None:
    """A slip in a short word makes another name of it, "Lisa" of "Lucy": two other words must agree then. So it is in
    scripts without vowels, whose words are short and near to one another."""
    alignment = met.names.alignment
    if alignment is None or met.names.family != PERSON:
        return None
    for pair in alignment.pairs:
        written = ["".join(t.text for t in side) for side in (pair.left, pair.right)]
        short = min(map(len, written)) < SLIP_IN or any(t.thin for t in (*pair.left, *pair.right))
        if 1 - pair.likeness > MISSPELT and short:
            same = sum(1 - other.likeness <= MISSPELT for other in alignment.pairs)
            return f"{written[0].title()} may be another name than {written[1].title()}" if same < 2 else None
    return None


def child(met: Met) -> str | None:
    """Arabic names go on with the father's: whoever is called as somebody else but for one name before it is likely a
    child of that person."""
    alignment = met.names.alignment
    if alignment is None or met.names.family != PERSON or len(alignment.pairs) < 3 or alignment.crossed:
        return None
    if not any(met.extra):
        return None
    for name, more in ((met.names.left, met.extra[0]), (met.names.right, met.extra[1])):
        core = [word for word in _telling(name.core) if not _honorific(word)]
        if core and any(word is core[0] for word in more):
            return f"the given name {core[0].text.title()} stands in one of the names only"
    return None


def initials(met: Met) -> str | None:
    """One full word and an initial are hardly more than one word."""
    alignment = met.names.alignment
    if alignment is not None and alignment.initials and len(alignment.pairs) < 2:
        return "only one word agrees in full, the other is an initial"
    return None


def sounds(met: Met) -> str | None:
    """Chinese characters share their sounds, Arabic letters leave out the vowels: two words may be two people's."""
    alignment = met.names.alignment
    if alignment is None:
        return None
    thin = [p for p in alignment.pairs if any(t.thin for t in p.left) != any(t.thin for t in p.right)]
    if thin and (len(thin) < SOUNDS_ENOUGH or any(met.extra)):
        return "the scripts of the names let them agree in sound only"
    return None


def part(met: Met) -> str | None:
    """One name is part of the other: that counts where the words in common are rare together."""
    alignment = met.names.alignment
    if alignment is None or met.names.family != PERSON or not any(met.extra):
        return None
    left, right = met.extra
    least = MISSPELT_PART_TELLS if met.misspelt else PART_TELLS
    uncommon = any(t.weight >= UNCOMMON for pair in alignment.pairs for t in (*pair.left, *pair.right))
    if not met.tells(met.told, least) or (len(alignment.pairs) < 3 and not uncommon):
        return f"only one of the names has {_said(left or right)}, and the others are common"
    return None


def trade(met: Met) -> str | None:
    """Bodies that share one word of their own and go by different trades: "Lumen Shipping", "Lumen Ship Management"."""
    alignment = met.names.alignment
    if alignment is None or met.names.family != BODY or not any(met.extra):
        return None
    own = [pair for pair in alignment.pairs if any(t.kind == OTHER for t in (*pair.left, *pair.right))]
    if len(own) < 2:
        left, right = met.extra
        return f"they share one word of their own, and only one of them has {_said(left or right)}"
    return None


CAUTIONS: tuple[Callable[[Met], str | None], ...] = (single, contradicted, initials, sounds, slips, child, part, trade)


SURELY: tuple[Callable[[Met], str | None], ...] = (single,)
"""Those that hold for names of the same letters, too."""


def caution(met: Met, rules: tuple[Callable[[Met], str | None], ...] = CAUTIONS) -> str | None:
    """What keeps the names from being a match; None where nothing does."""
    return next((said for rule in rules if (said := rule(met))), None)


def _honorific(word: Token) -> bool:
    known = lexicon()
    titles = (known.titles, known.soft_titles, known.kunya)
    return word.key in _DESCENT or any(word.text in some for some in titles)


def _said(words: tuple[Token, ...]) -> str:
    return " ".join(word.text.title() for word in words)
