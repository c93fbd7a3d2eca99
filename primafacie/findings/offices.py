"""Who is said to have held which office, and from when to when, as far as all claims on it together tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from primafacie.findings.view import View
from primafacie.findings.wording import day
from primafacie.model import Claim, DateRange
from primafacie.values.intervals import ANY, FIRST_DAY, LAST_DAY, Answer, Moment, Period, holds, moment
from primafacie.values.words import words

PUBLIC = words(
    "president premier chancellor minister ministry mayor akim governor ambassador envoy consul senator deputy mp "
    "congressman congresswoman commissioner councillor judge magistrate prosecutor general colonel chief secretary "
    "chairman chairwoman speaker monarch king queen prince emir sultan officer inspector official prefect treasurer "
    "президент премьер премьер-министр канцлер министр министерство мэр аким губернатор посол консул сенатор депутат "
    "комиссар судья прокурор генерал полковник начальник глава секретарь председатель спикер король эмир султан "
    "офицер инспектор чиновник префект казначей"
)
"""Words of posts that are public ones where they are held in a state, a place or a public body."""
ALWAYS = words(
    "minister mayor akim governor ambassador consul senator mp congressman congresswoman prosecutor judge prefect emir "
    "king queen sultan magistrate councillor "
    "министр мэр аким губернатор посол консул сенатор депутат прокурор судья префект эмир король султан"
)
"""Words of posts that are public whatever body is named, or none."""


@dataclass(frozen=True, slots=True)
class Office:
    """One person in one post, with all claims that say so; ``period`` is as certain as these make it."""

    holder: str
    post: str
    organization: str | None
    period: Period
    claims: tuple[Claim, ...]

    def at(self, when: Moment) -> Answer:
        """Whether the office was held on that day."""
        return holds(self.period, when)


def offices(view: View) -> tuple[Office, ...]:
    """All offices of the case, in reading order; claims on one holder and one post or body are one office."""
    groups: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in view.of("Position"):
        post = next((" ".join(f.text.casefold().split()) for f in claim.fillers("post")), "")
        for holder in view.ids(claim, "holder"):
            for body in view.ids(claim, "organization") or ("",):
                groups[holder, _core(post), body].append(claim)
    for holder, post in dict.fromkeys((h, p) for h, p, _ in groups):
        _join_bodies(view, groups, holder, post)
    return tuple(
        Office(holder, _said(claims), body or None, _period(view, claims), tuple(claims))
        for (holder, _, body), claims in groups.items()
    )


def _join_bodies(view: View, groups: dict[tuple[str, str, str], list[Claim]], holder: str, post: str) -> None:
    """One office under several wordings of its body: "Almaty", "City of Almaty", and none at all."""
    bodies = [body for h, p, body in groups if (h, p) == (holder, post)]
    words_of = {body: _words(view, body) for body in bodies}
    for body in sorted(bodies, key=lambda b: len(words_of[b])):
        wider = [b for b in bodies if b != body and (holder, post, b) in groups and words_of[body] <= words_of[b]]
        if wider and (holder, post, body) in groups and all(words_of[a] <= words_of[b] or words_of[b] <= words_of[a]
                                                            for a in wider for b in wider):  # fmt: skip
            groups[holder, post, wider[0]] += groups.pop((holder, post, body))


def _words(view: View, body: str) -> frozenset[str]:
    name = view.name(body) if body else ""
    return frozenset(w for w in name.casefold().replace("-", " ").split() if w not in ("the", "of", "city", "town"))


def public(view: View, office: Office) -> bool:
    """True for an office of a state, a town or a public body."""
    said = {w.strip(".,").casefold() for w in office.post.replace("-", " ").split()}
    body = view.entities.get(office.organization or "")
    if said & ALWAYS:
        return True
    return body is not None and body.schema in ("PublicBody", "Address") and bool(said & PUBLIC)


def span(period: Period) -> str:
    """" from 2008 to 2015", " until 2015"; empty where nobody says."""
    start, end = _shown(period.start), _shown(period.end)
    return (f" from {start}" if start else "") + (f" {'to' if start else 'until'} {end}" if end else "")


def _shown(at: Moment) -> str:
    if at.first == FIRST_DAY or at.last == LAST_DAY:
        return ""
    if at.first[:4] == at.last[:4]:
        return day(at.first) if at.exact else day(at.first[:7]) if at.first[:7] == at.last[:7] else at.first[:4]
    return ""


def _core(post: str) -> str:
    """The word that tells one post of a holder from another: "city mayor" and "mayor" are one."""
    found = [w for w in post.replace("-", " ").split() if w in PUBLIC]
    return found[-1] if found else post


def _said(claims: Sequence[Claim]) -> str:
    posts = [f.text for c in claims for f in c.fillers("post")]
    return max(posts, key=lambda p: (posts.count(p), p)) if posts else "in office"


def _period(view: View, claims: Sequence[Claim]) -> Period:
    """What all claims together leave open: each narrows the beginning, the end, or says when it was so.

    "Former" said on a day means that it had ended by then; "current" that it had begun and not ended. Where claims
    exclude each other the widest reading stands.
    """
    start, end = ANY, Moment(FIRST_DAY, LAST_DAY)
    for claim in claims:
        told = _told(view, claim)
        start = _narrowed(start, told.start)
        end = _narrowed(end, told.end)
    return Period(start, end)


def _told(view: View, claim: Claim) -> Period:
    source = view.sources.get(claim.source)
    said_on = moment(source.date if source else None)
    date = claim.date or DateRange("", None, None)
    if date.start and date.end and date.start == date.end:
        # In office in 2013: it began by then and had not ended before.
        at = moment(date.start)
        return Period(Moment(FIRST_DAY, at.last), Moment(at.first, LAST_DAY))
    start = moment(date.start) if date.start else ANY
    end = moment(date.end) if date.end else ANY
    if claim.status == "former":
        end = _narrowed(end, Moment(FIRST_DAY, said_on.last)) if said_on != ANY else end
    elif claim.status == "current" and said_on != ANY and not date.end:
        end = _narrowed(end, Moment(said_on.first, LAST_DAY))
        start = _narrowed(start, Moment(FIRST_DAY, said_on.last))
    return Period(start, end)


def _narrowed(a: Moment, b: Moment) -> Moment:
    first, last = max(a.first, b.first), min(a.last, b.last)
    return Moment(first, last) if first <= last else Moment(min(a.first, b.first), max(a.last, b.last))
