"""Public official as party: whoever sells, buys, pays or is paid holds a public office at that time, or a relative."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from primafacie.findings.offices import Office, offices, public, span
from primafacie.findings.view import View
from primafacie.findings.wording import cited, several, when
from primafacie.model import Claim, Finding, digest
from primafacie.values.intervals import ANY, Answer, happened

PARTIES = {"Deal": ("seller", "buyer"), "Payment": ("payer", "beneficiary")}


@dataclass(frozen=True, slots=True)
class Meeting:
    """A transaction of an official, or of somebody close: ``way`` are the claims that say how close."""

    party: str
    way: tuple[Claim, ...]
    claim: Claim
    answer: Answer


def official_party(view: View) -> Iterator[Finding]:
    """Looks for a deal or payment to which a public official is a party at that date, or one related to an official.

    Whether the office was held on the day of the transaction is asked of all claims on it together: "former mayor" says
    only that it had ended when that was said, so a deal of years before may fall into it. A party is related where it
    is a relative of the official, belongs to the official, or to a relative. Officials and their close relatives and
    associates are politically exposed persons under UNCAC article 52 and FATF Recommendation 12 (guidance of 2013);
    bribery and misappropriation under the UK's Global Anti-Corruption Sanctions Regulations 2021 (reg. 4) turn on
    somebody being a foreign public official.

    Figures: who, which office, from when to when, and whether it covers the day certainly or possibly.
    Innocent explanations: the office gave no say in the matter; the deal was declared and cleared; the official acted
    for the state. Against it speaks any claim by which the office had ended, or had not begun.
    """
    held = [office for office in offices(view) if public(view, office)]
    if not held:
        return
    near = _near(view, {office.holder for office in held})
    found: dict[int, list[Meeting]] = {}
    traded = [(claim, party) for kind, roles in PARTIES.items() for claim in view.of(kind)
              for party in filter(view.named, view.ids(claim, *roles))]  # fmt: skip
    by_holder: dict[str, list[tuple[int, Office]]] = defaultdict(list)
    for number, office in enumerate(held):
        by_holder[office.holder].append((number, office))
    for claim, party in traded:
        day = happened(claim.date)
        ways: dict[str, tuple[Claim, ...]] = {party: ()} if party in by_holder else near.get(party, {})
        for holder, way in ways.items():
            for number, office in by_holder[holder]:
                answer = office.at(day) if day != ANY else Answer.POSSIBLY
                if answer is not Answer.NOT:
                    found.setdefault(number, []).append(Meeting(party, way, claim, answer))
    for number, meetings in found.items():
        yield _finding(view, held[number], meetings)


def _near(view: View, holders: set[str]) -> dict[str, dict[str, tuple[Claim, ...]]]:
    """Party -> official -> the claims that relate them; who sold what he once owned is no longer close to it."""
    sold = {(a, b) for c in view.of("Deal") for a in view.ids(c, "seller") for b in view.ids(c, "asset")}
    kin: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in view.of("Family"):
        for one, other in ((a, b) for a in view.ids(claim, "person") for b in view.ids(claim, "relative")):
            kin[one].setdefault(other, claim)
            kin[other].setdefault(one, claim)
    near: dict[str, dict[str, tuple[Claim, ...]]] = defaultdict(dict)
    for holder in sorted(holders):
        for relative, claim in kin.get(holder, {}).items():
            near[relative].setdefault(holder, (claim,))
    for claim in view.of("Ownership"):
        for owner in view.ids(claim, "owner"):
            for asset in view.ids(claim, "asset"):
                if (owner, asset) in sold or asset == owner:
                    continue
                if owner in holders:
                    near[asset].setdefault(owner, (claim,))
                for holder, tie in kin.get(owner, {}).items():
                    if holder in holders and holder != asset:
                        near[asset].setdefault(holder, (claim, tie))
    return near


def _finding(view: View, office: Office, meetings: list[Meeting]) -> Finding:
    # The official himself first, then what is certain, then those close to him.
    ranked = sorted(meetings, key=lambda m: (bool(m.way), m.answer is not Answer.CERTAINLY, view.rank[m.claim.id]))
    first = ranked[0]
    certain, related = first.answer is Answer.CERTAINLY, bool(first.way)
    holder = view.name(office.holder)
    body = view.name(office.organization) if office.organization else ""
    post = f"{office.post}{f' of {body}' if body and ' of ' not in office.post else ''}"
    parties = tuple(dict.fromkeys(m.party for m in ranked))
    claims = list({c.id: c for m in ranked for c in (m.claim, *m.way)}.values()) + list(office.claims)
    lines = [f"{_transaction(view, m)}{_relation(m)}" for m in ranked]
    voices = [v.name for v in view.roots(office.claims)]
    held = "is said to have held that office at the time" if certain else "may have held that office at the time"
    former = [c for c in office.claims if c.status == "former"] if certain else []
    text = (
        f"{holder} is said by {several(voices)} to have been {post}{span(office.period)}, and {held} of "
        f"{several(dict.fromkeys(lines), what='other transactions')}."
    )
    return Finding(
        id=digest("finding", "official_party", office.holder, office.post, office.organization), check="official_party",
        title=_title(holder, several(view.name(p) for p in parties), post, certain, related=related),
        text=text, severity=("high" if certain else "medium") if not related else ("medium" if certain else "low"),
        claims=view.ordered(claims),
        entities=tuple(dict.fromkeys(e for e in (*parties, office.holder, office.organization) if e)),
        figures={"office": office.post, "answer": first.answer.value, "transactions": len({m.claim.id for m in ranked}),
                 "start": [office.period.start.first, office.period.start.last],
                 "end": [office.period.end.first, office.period.end.last]},
        against=(*(f"{view.attribution(c)} “former”: {cited(c)}." for c in former),
                 *(("Whether the office covers the day of the deal is not certain.",) if not certain else ())),
        sources=len({c.source for c in claims}), independent=len(view.roots(claims)),
        innocent=("The office gave no say in the matter, or the deal was declared and cleared.",),
    )  # fmt: skip


def _title(holder: str, parties: str, post: str, certain: bool, *, related: bool) -> str:
    if related:
        near = "is said to be close to" if certain else "may be close to"
        return f"{parties}, party to a deal, {near} an official of the time: {holder}, {post}"
    return f"{holder}, party to a deal, {'is said to have been' if certain else 'may have been'} {post} at the time"


def _transaction(view: View, meeting: Meeting) -> str:
    """"the deal in 2013, of which A says “…”"."""
    claim = meeting.claim
    return f"the {claim.kind.lower()}{when(claim.date)} of which {view.attribution(claim)} {cited(claim)}"


def _relation(meeting: Meeting) -> str:
    """How the party is close to the official, in the words that say so."""
    return f" (close by {', '.join(cited(c) for c in meeting.way)})" if meeting.way else ""
