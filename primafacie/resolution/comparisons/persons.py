"""Names of people: surnames, initials, patronymics and spellings; brothers, fathers and sons, and namesakes."""

from __future__ import annotations

from primafacie.identity import MATCH, POSSIBLE, Token
from primafacie.identity.likeness import EQUAL, SOUND
from primafacie.identity.names import SURNAME
from primafacie.resolution.comparisons.met import DOUBT, ONE, OTHER, Met, Rule, Said, near, shown, sure
from primafacie.resolution.names import surnames

COMMON = 1.1
"""Weight of the words that agree (``Token.weight``) below which they are nobody's own: "Mohammed Ali"."""
BORNE = 0.8
"""Weight of a word below which it is known as a name: such words change places in Arabic and Chinese names."""
WHOLE = 2
"""Words that must agree in scripts without vowels, and beside what one name has more, to say much."""


def gender(met: Met) -> Said | None:
    """By title, kinship or patronymic, and by the forms of names: "Manolev" and "Manoleva"."""
    told = {met.left.gender, met.right.gender} - {""}
    if len(told) > 1 or met.names.values.get("gender"):
        return Said(OTHER, "one name is a man's, the other a woman's")
    return None


def single(met: Met) -> Said | None:
    """A surname stands for its bearer, inside a document a given name does so as well."""
    if not (met.left.bare or met.right.bare):
        return None
    if len(met.pairs) != 1 or not sure(met.pairs[0]) or met.initials:
        return Said(OTHER, "no word agrees")
    (pair,) = met.pairs
    if met.left.bare and met.right.bare:
        return Said(ONE, "spellings of one name")
    long, words = (met.right, pair.right) if met.left.bare else (met.left, pair.left)
    if met.within or any(t in surnames(long.read) for t in words):
        return Said(ONE, "a short form with one possible bearer")
    return Said(OTHER, "a given name alone")


def contradicted(met: Met) -> Said | None:
    """Each name has a word that the other has not: brothers, cousins, other patronymics."""
    left, right = met.extra
    if left and right:
        return Said(OTHER, f"{shown(left)} against {shown(right)}")
    if not met.pairs:
        return Said(OTHER, "no word agrees in full")
    return None


def father(met: Met) -> Said | None:
    """ "Salman bin Muhammad" and "Muhammad bin Salman"; "Karl Berg Sr." and "Karl Berg Jr."."""
    if met.names.values.get("father"):
        return Said(OTHER, "the given name of one is the father's name of the other")
    one, other = met.left.suffix, met.right.suffix
    if one and other and one != other:
        return Said(OTHER, f"{one} against {other}, as of father and son")
    if one != other:
        return Said(DOUBT, f"only one is called {one or other}, as father and son are told apart")
    return None


def slips(met: Met) -> Said | None:
    """A letter makes another name of a short one: "Marat" and "Murat" may be brothers."""
    unsure = [pair for pair in met.pairs if not sure(pair)]
    if not unsure:
        return None
    worst = min(unsure, key=lambda pair: pair.likeness)
    why = f"{shown(worst.left)} may be another name than {shown(worst.right)}"
    return Said(DOUBT if near(worst) else OTHER, why)


def sounds(met: Met) -> Said | None:
    """Chinese characters share their sounds, and Arabic letters leave out the vowels."""
    thin = [p for p in met.pairs if p.way == SOUND or any(t.thin for t in p.left) != any(t.thin for t in p.right)]
    if thin and (len(thin) <= WHOLE or any(met.extra)):
        return Said(DOUBT, "the scripts of the names let them agree in sound only")
    return None


def initials(met: Met) -> Said | None:
    """An initial stands for any name that begins so, beside a surname in full; "K. Jan" is no Jan Kernov."""
    if not met.initials:
        return None
    full = [(one, other) for pair in met.pairs for one, other in zip(pair.left, pair.right, strict=False)]
    ends = any(SURNAME in (one.kind, other.kind) for one, other in full)
    given = all(one.kind != other.kind and _known(one) and _known(other) for one, other in full)
    if len(met.pairs) >= WHOLE or (ends and not given):
        return Said(ONE, "initials and surname fit one bearer only")
    return Said(OTHER, "an initial is no surname")


def _known(word: Token) -> bool:
    return word.weight < BORNE


def turned(met: Met) -> Said | None:
    """ "Yessimov Galym" is Galym Yessimov; "Ali Hassan" and "Hassan Ali" are two men, as each word may come first."""
    if not met.crossed:
        return None
    kept = any(p.left[0].kind == p.right[0].kind == SURNAME for p in met.pairs)
    known = all(_known(t) for p in met.pairs for t in (*p.left, *p.right))
    if known and not kept:
        return Said(DOUBT, "the words stand in another order, and each may be a given name or a father's")
    return None


def part(met: Met) -> Said | None:
    """One name is part of the other. Arabic names go on with the father's: who is called as another but for one name
    before it is likely that one's child; and common words alone are many people's."""
    left, right = met.extra
    if met.within or not (left or right):
        return None
    name, more = (met.left, left) if left else (met.right, right)
    if name.read.core[0] in more and not met.crossed:
        return Said(DOUBT, f"the given name {shown(name.read.core[:1])} stands in one of the names only")
    if sum(pair.weight for pair in met.pairs) < COMMON - 1e-9:
        return Said(DOUBT, f"only one of the names has {shown(more)}, and the others are common")
    return None


def measured(met: Met) -> Said | None:
    """What the engine makes of all of it."""
    if met.names.score < MATCH:
        said = DOUBT if met.names.score >= POSSIBLE else OTHER
        return Said(said, "; ".join(met.notes()))
    return None


def one(met: Met) -> Said:
    if any(met.extra):
        return Said(ONE, "a fuller form of the name")
    if met.crossed:
        return Said(ONE, "the same name in another order")
    same = all(pair.way == EQUAL for pair in met.pairs)
    return Said(ONE, "the same name" if same else "spellings of one name")


RULES: tuple[Rule, ...] = (
    gender, single, contradicted, father, slips, sounds, initials, turned, part, measured, one,
)  # fmt: skip
