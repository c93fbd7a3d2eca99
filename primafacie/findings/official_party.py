"""Public official as party: whoever sells, buys, pays or is paid holds a public office at that time, or a relative."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from primafacie.findings.offices import Office, offices, public, span
from primafacie.findings.ties import Path, Tie, Ties
from primafacie.findings.view import View, listed
from primafacie.findings.wording import when
from primafacie.model import Claim, Finding, digest
from primafacie.values.intervals import ANY, Answer, happened

PARTIES = {"Deal": ("seller", "buyer"), "Payment": ("payer", "beneficiary")}

@dataclass(frozen=True, slots=True)
class Meeting:
    """A party to a transaction and an office that it, or one close to it, held."""

    party: str
    office: Office
    path: Path
    claims: tuple[Claim, ...]
    answer: Answer


def official_party(view: View) -> Iterator[Finding]:
    """Looks for a deal or payment to which a public official is a party at that date, or one related to an official.

    Whether the office was held on the day of the transaction is asked of all claims on it together: "former mayor" says
    only that it had ended when that was said, so a deal of years before may fall into it. Officials and their close
    relatives and associates are politically exposed persons under UNCAC article 52 and FATF Recommendation 12
    (guidance of 2013); UK sanctions law asks for the office held when the conduct took place (Global Anti-Corruption
    Sanctions Regulations 2021, reg. 4).

    Figures: who, which office, from when to when, and whether it covers the day certainly or possibly.
    Innocent explanations: the office gave no say in the matter; the deal was declared and cleared; the official acted
    for the state. Against it speaks any claim by which the office had ended, or had not begun.
    """
    held = [office for office in offices(view) if public(view, office)]
    if not held:
        return
    ties = Ties(view)
    sold = {(a, b) for c in view.of("Deal") for a in view.ids(c, "seller") for b in view.ids(c, "asset")}
    by_holder: dict[str, list[Office]] = {}
    for office in held:
        by_holder.setdefault(office.holder, []).append(office)
    found: dict[tuple[str, str, str], Meeting] = {}
    for kind, roles in PARTIES.items():
        for claim in view.of(kind):
            for party in filter(view.named, view.ids(claim, *roles)):
                for meeting in _meetings(view, ties, by_holder, sold, party, claim):
                    key = (party, meeting.office.holder, meeting.office.post)
                    known = found.get(key)
                    if known is None:
                        found[key] = meeting
                    else:
                        better = min(known, meeting, key=lambda m: list(Answer).index(m.answer))
                        found[key] = Meeting(party, better.office, better.path, (*known.claims, claim), better.answer)
    for meeting in found.values():
        yield _finding(view, ties, meeting)


def _meetings(
    view: View, ties: Ties, by_holder: dict[str, list[Office]], sold: set[tuple[str, str]], party: str, claim: Claim
) -> Iterator[Meeting]:  # fmt: skip
    day = happened(claim.date)
    if party in by_holder:
        near: list[tuple[str, Path]] = [(party, ())]
    else:
        paths = ((holder, ties.path((party,), (holder,))) for holder in by_holder)
        near = [(holder, path) for holder, path in paths if path and _close(party, path)
                and (path[0].end, party) not in sold]  # fmt: skip
    for holder, path in near:
        for office in by_holder[holder]:
            answer = office.at(day) if day != ANY else Answer.POSSIBLY
            if answer is not Answer.NOT:
                yield Meeting(party, office, path, (claim,), answer)


def _close(party: str, path: Path) -> bool:
    """A relative of the party, its owner, or a relative of its owner; whoever once held the same bank is not close."""
    steps = [(tie.claim.kind, tie.start) for tie in path]
    kinds = [kind for kind, _ in steps]
    if kinds[0] == "Ownership":
        owned = path[0].start == party and path[0].start in _assets(path[0])
        return owned and kinds[1:] in ([], ["Family"])
    return kinds == ["Family"]


def _assets(tie: Tie) -> set[str | None]:
    return {f.entity for f in tie.claim.fillers("asset")}


def _title(party: str, holder: str, office: str, certain: bool, *, related: bool) -> str:
    if related:
        near = "is said to be close to" if certain else "may be close to"
        return f"{party}, party to a deal, {near} an official of the time: {holder}, {office}"
    return f"{party}, party to a deal, {'is said to have been' if certain else 'may have been'} {office} at the time"


def _finding(view: View, ties: Ties, meeting: Meeting) -> Finding:
    office, path = meeting.office, meeting.path
    party, holder = view.name(meeting.party), view.name(office.holder)
    body = view.name(office.organization) if office.organization else ""
    of = f" of {body}" if body and " of " not in office.post else ""
    tied = tuple(tie.claim for tie in path)
    claims = list({c.id: c for c in (*meeting.claims, *office.claims, *tied)}.values())
    certain = meeting.answer is Answer.CERTAINLY
    deals = "; ".join(dict.fromkeys(
        f"{view.attribution(c)} so of {'a deal' if c.kind == 'Deal' else 'a payment'}{when(c.date)}"
        f" (“{c.quote.text}”)" for c in meeting.claims))  # fmt: skip
    who = holder if not path else f"{holder} ({listed(ties.told(tie) for tie in path)})"
    verb = "is said to have held that office at the time" if certain else "may have held that office at the time"
    said_by = listed(v.name for v in view.roots(office.claims))
    text = (
        f"{party} is a party: {deals}. {who} is said by {said_by} to have been {office.post}{of}{span(office.period)}, "
        f"and {verb}."
    )
    dated = [c for c in office.claims if c.status == "former"]
    severity = ("high" if certain else "medium") if not path else ("medium" if certain else "low")
    return Finding(
        id=digest("finding", "official_party", meeting.party, office.holder, office.post), check="official_party",
        title=_title(party, holder, f"{office.post}{of}", certain, related=bool(path)),
        text=text, severity=severity, claims=view.ordered(claims),
        entities=tuple(dict.fromkeys(e for e in (meeting.party, office.holder, office.organization) if e)),
        figures={"office": office.post, "answer": meeting.answer.value,
                 "start": [office.period.start.first, office.period.start.last],
                 "end": [office.period.end.first, office.period.end.last]},
        against=(*(f"{view.attribution(c)} “former”: “{c.quote.text}”." for c in dated if certain),
                 *(("Whether the office covers the day of the deal is not certain.",) if not certain else ())),
        sources=len({c.source for c in claims}), independent=len(view.roots(claims)),
        innocent=("The office gave no say in the matter, or the deal was declared and cleared.",),
    )  # fmt: skip
