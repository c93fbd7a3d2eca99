"""Names of companies, public bodies, groups and things: their own words, words of business, places and legal forms."""

from __future__ import annotations

from primafacie.identity import MATCH, POSSIBLE
from primafacie.identity.likeness import EQUAL, FUZZY
from primafacie.identity.names import INITIAL, NUMBER, PLACE, Token
from primafacie.identity.names import OTHER as OWN
from primafacie.resolution.comparisons.met import DOUBT, ONE, OTHER, RIVAL, Met, Rule, Said, near, shown, sure
from primafacie.resolution.names import of_kind, own

SHORT = "the same name but for its legal form or a word such as bank"


def initials(met: Met) -> Said | None:
    """ "EU" is the European Union where a document says so (``resolve.acronyms``), and not by its letters."""
    if met.initials or not met.pairs:
        return Said(OTHER, "no more than letters agree")
    return None


def words(met: Met) -> Said | None:
    """A word of its own that one name has and the other has not makes it another body: "Bank Austria Creditanstalt"."""
    unsure = [pair for pair in met.pairs if not sure(pair)]
    if unsure:
        worst = min(unsure, key=lambda pair: pair.likeness)
        doubt = near(worst) and not any(met.extra)
        return Said(DOUBT if doubt else OTHER, f"{shown(worst.left)} may be another name than {shown(worst.right)}")
    left, right = (tuple(t for t in side if _own(t)) for side in met.extra)
    if left or right:
        return Said(OTHER, f"{shown(left) or 'nothing'} against {shown(right) or 'nothing'}")
    return None


def _own(word: Token) -> bool:
    return word.kind == NUMBER or (word.kind in (OWN, INITIAL) and not word.group and not of_kind((word,)))


def places(met: Met) -> Said | None:
    """ "Ministry of Health of A" and "of B" are two; "VTB Bank (A)" may be a daughter of VTB Bank, or the same."""
    left, right = (tuple(t for t in side if t.kind == PLACE) for side in met.extra)
    if left and right:
        return Said(OTHER, f"{shown(left)} against {shown(right)}")
    if left or right:
        return Said(DOUBT, f"only one of the names has {shown(left or right)}")
    return None


def business(met: Met) -> Said | None:
    """ "Nordhaven" is Nordhaven Bank, unless there is Nordhaven Steel as well; a bank's group is not the bank."""
    left, right = met.extra
    if left and right:
        return Said(OTHER, f"{shown(left)} against {shown(right)}")
    if not (left or right):
        return None
    short = met.right if left else met.left
    more = left or right
    if not own(met.left.read) or not own(met.right.read):
        return Said(OTHER, f"only one of the names has {shown(more)}, and the others are no name of its own")
    if of_kind(short.read.core):
        return Said(DOUBT, f"only one of the names has {shown(more)}")
    if len(of_kind(more)) < len(more):
        return Said(RIVAL, f"only one of the names has {shown(more)}")
    if all(pair.way != FUZZY for pair in met.pairs) and not forms(met):
        # On a list the shorter name would be another company; in a case it is how texts go on to call this one.
        return Said(ONE, SHORT)
    return None


def forms(met: Met) -> Said | None:
    """One name under two legal forms is likely two companies."""
    one, other = met.left.forms, met.right.forms
    if one and other and not set(one) & set(other):
        return Said(DOUBT, "they have different legal forms")
    return None


def turned(met: Met) -> Said | None:
    """ "Bank Orda" is Orda Bank; "Kern Varga" may be another firm than "Varga Kern"."""
    if met.crossed and sum(any(t in own(met.left.read) for t in pair.left) for pair in met.pairs) > 1:
        return Said(DOUBT, "the words stand in another order")
    return None


def measured(met: Met) -> Said | None:
    """What the engine makes of all of it."""
    if met.names.score < MATCH:
        return Said(DOUBT if met.names.score >= POSSIBLE else OTHER, "; ".join(met.notes()))
    return None


def one(met: Met) -> Said:
    if any(met.extra) or met.left.forms != met.right.forms:
        return Said(ONE, SHORT)
    same = not met.crossed and all(pair.way == EQUAL for pair in met.pairs)
    return Said(ONE, "the same name" if same else "spellings of one name")


RULES: tuple[Rule, ...] = (initials, words, places, business, forms, turned, measured, one)
