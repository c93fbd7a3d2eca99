"""Status that differs: one voice has it so, another has it otherwise at the same time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from primafacie.findings.dates import bounds, compatible
from primafacie.findings.view import View, listed
from primafacie.findings.wording import cited, sentences, when
from primafacie.model import Claim, Finding, digest
from primafacie.vocabulary.kinds import KINDS

EXCLUSIVE: Mapping[str, tuple[frozenset[str], ...]] = {
    "Position": (frozenset({"current"}), frozenset({"former"})),
    "Ownership": (frozenset({"owns", "controls"}), frozenset({"nominee"})),
    "Sanction": (frozenset({"imposed"}), frozenset({"lifted"})),
}
"""Per kind, statuses of which only one set can hold of the same thing on the same day."""
PARTED = {"Family": ("wife", "husband", "son", "daughter", "brother", "sister", "mother", "father", "nephew", "niece",
                     "son-in-law", "daughter-in-law", "father-in-law", "mother-in-law", "cousin", "uncle", "aunt")}
"""Per kind, statuses each of which excludes all others, whatever the day."""


def status_differs(view: View) -> Iterator[Finding]:
    """Looks for one relation or office whose status two voices tell differently: current and former, owner and nominee,
    sanctions imposed and lifted, nephew and son-in-law.

    Both claims name the same parties in every core role that both fill, two at least, and their dates overlap; an
    office held in 2013 and called a former one in a text of 2022 is no contradiction, since the day of each text counts
    where no date is told. Both are kept side by side, as objectivity asks for in the Berkeley Protocol (OHCHR/UC
    Berkeley, 2020).

    Figures: the statuses, with the voices that give them. Innocent explanations: the status changed in between; the
    words are used loosely ("nephew" for a relative, "owner" for who runs it). Against either status speaks the other.
    """
    for kind in dict.fromkeys((*EXCLUSIVE, *PARTED)):
        groups: dict[tuple[tuple[str, ...], ...], list[Claim]] = defaultdict(list)
        for claim in view.of(kind):
            parties = tuple(view.ids(claim, role) for role in KINDS[kind].core)
            least = 1 if kind == "Position" else 2
            if claim.status and sum(map(bool, parties)) >= least:
                groups[(*parties, view.ids(claim, "organization"), _post(claim))].append(claim)
        for claims in groups.values():
            # One claim for each status and day: a relation that is told a hundred times is compared once.
            told = list({(c.status, _day(view, c)): c for c in reversed(claims)}.values())[::-1]
            odd = {(c.status, _day(view, c)) for n, a in enumerate(told) for b in told[n + 1:]
                   if _excluded(view, kind, a, b) for c in (a, b)}  # fmt: skip
            if odd:
                yield _finding(view, kind, [c for c in claims if (c.status, _day(view, c)) in odd])


def _post(claim: Claim) -> tuple[str, ...]:
    return tuple(sorted(" ".join(f.text.casefold().split()) for f in claim.fillers("post")))


def _excluded(view: View, kind: str, a: Claim, b: Claim) -> bool:
    one, other = a.status or "", b.status or ""
    if one == other:
        return False
    if one in PARTED.get(kind, ()) and other in PARTED.get(kind, ()):
        return True
    sets = EXCLUSIVE.get(kind, ())
    apart = any(one in s and other in t for s in sets for t in sets if s is not t)
    return apart and compatible(_day(view, a), _day(view, b))


def _day(view: View, claim: Claim) -> tuple[str, str] | None:
    """When the status is said to hold: the claim's date, else the day of its text."""
    if found := bounds(claim.date):
        return found
    source = view.sources.get(claim.source)
    return (source.date, source.date) if source and source.date and len(source.date) == 10 else None


def _finding(view: View, kind: str, claims: list[Claim]) -> Finding:
    parties = tuple(dict.fromkeys(e for c in claims for e in view.ids(c, *KINDS[kind].core)))
    by_status: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_status[claim.status or ""].append(claim)
    lines = [
        f"“{status}” by {listed(v.name for v in view.roots(said))}"
        + (f"{when(said[0].date)}" if said[0].date else "") + f" ({sentences(map(cited, said), 4)})"
        for status, said in by_status.items()
    ]  # fmt: skip
    return Finding(
        id=digest("finding", "status_differs", *sorted(c.id for c in claims)), check="status_differs",
        title=f"Told differently ({kind.lower()}: {view.names(parties)}): {listed(by_status)}",
        text=f"The same is called {'; '.join(lines)}.", severity="medium" if kind != "Family" else "low",
        claims=view.ordered(claims), entities=parties,
        figures={status: len(view.roots(said)) for status, said in by_status.items()}, 
        against=("Each status speaks against the other.",),
        sources=len({c.source for c in claims}), independent=len(view.roots(claims)),
        innocent=("It changed in between.", "The words are used loosely."),
    )  # fmt: skip
