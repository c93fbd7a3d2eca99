"""Casualties: how many were killed or hurt, by whom it is said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from primafacie.findings.dates import bounds, compatible
from primafacie.findings.view import View, listed
from primafacie.findings.wording import MONTHS, day, people, times, when
from primafacie.model import Claim, Finding, digest
from primafacie.values.words import words

KINDS = {"Killing": "killed", "Injury": "injured"}
CLASSES: tuple[tuple[str, frozenset[str]], ...] = (
    ("members of the security forces", words("police policeman policemen policewoman officer officers soldier soldiers "
     "troops guard guards gendarmes servicemen militiamen security полиция полицейский полицейские силовик силовики")),
    ("children", words("child children minor minors teenager teenagers дети ребенок")),
    ("women", words("woman women женщина женщины")),
    ("civilians", words("civilian civilians bystander bystanders passer-by passers-by мирный мирные")),
    ("journalists", words("journalist journalists reporter reporters журналист журналисты")),
)  # fmt: skip
"""Parts of the dead that are counted apart, the first that fits; "armed men" and "protesters" are contested words for
the rest, and stay with it."""


MONTH = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\b(?: (?P<year>(?:19|20)\d\d)\b)?")
EVERYWHERE = re.compile(r"\b(?:whole|entire) (?:country|nation)\b|\bcountry$|^nation(?:wide)?$|\bстрана\b", re.I)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number given by one voice; ``claims`` are all the times that voice gives it."""

    claims: tuple[Claim, ...]
    voice: str
    low: int | None
    high: int | None
    superseded: bool = False
    retracted: bool = False
    """Denied by the voice that gave it."""
    denied: tuple[Claim, ...] = ()
    """Claims of anybody that this number is not right."""

    @property
    def stands(self) -> bool:
        return not (self.superseded or self.retracted)

    @property
    def span(self) -> tuple[float, float]:
        return (self.low or 0, self.high if self.high is not None else float("inf"))


def casualties(view: View) -> Iterator[Finding]:
    """Looks for one event, or one place and time, for which different numbers of dead or injured are given.

    Figures: each number with the voice that gives it, low and high over all that stand, and as best the number on
    which two or more independent named voices agree; where none does, there is no best. Numbers are never averaged or
    added. A number told on somebody else's word, or by a voice without a name, is marked as hearsay; a number that the
    same voice replaced by a later one, or took back, is listed as such and left out of low and high. Killed and
    injured, and the parts that words name (security forces, children, civilians), are counted apart. Low, best and high
    follow the Uppsala Conflict Data Program (UCDP GED codebook); weighing who was placed to know follows the Berkeley
    Protocol (OHCHR/UC Berkeley, 2020).

    Innocent explanations of differing numbers: another day, another part of the town or country, other classes of
    victims, bodies counted later. Against any number speaks whatever other voices say beside it.
    """
    for kind, verb in KINDS.items():
        for group in _events(view, [c for c in view.of(kind) if c.count]):
            by_class: dict[str, list[Claim]] = defaultdict(list)
            for claim in group:
                by_class[_class(claim)].append(claim)
            for whom, claims in sorted(by_class.items()):
                figures = _figures(view, claims)
                if len({(f.low, f.high) for f in figures}) > 1:
                    yield _finding(view, kind, verb, whom, figures)


def _class(claim: Claim) -> str:
    """Who is counted, where the words name a part of the dead: "people" for everybody."""
    words = {w.casefold().strip(".,") for f in claim.fillers("victim") for w in f.text.replace("-", " ").split()}
    return next((name for name, known in CLASSES if words & known), "people")


def _events(view: View, claims: list[Claim]) -> list[list[Claim]]:
    """Claims of one event together: same place and a time that overlaps by month.

    A claim without a place (or without a date) goes with the others of its document where these leave one choice.
    """
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    vague: list[Claim] = []
    for claim in claims:
        place, month = _place(view, claim), _month(view, claim)
        (groups[place, month] if place and month else vague).append(claim)
    for place, month in sorted(groups):
        wider = (place, month[:4])
        if wider != (place, month) and wider in groups:
            groups[wider].extend(groups.pop((place, month)))
    events = list(groups.values())
    said: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in vague:
        said[claim.source, _place(view, claim), _month(view, claim)].append(claim)
    # First those that name a place or a month: the rest of their document then goes where they went.
    for members in sorted(said.values(), key=lambda m: not (_place(view, m[0]) or _month(view, m[0]))):
        fitting = sorted((e for e in events if _fits(view, e, members[0])), key=len, reverse=True)
        # Of several the one that most is told of, where it is so by far: a town's figures stand beside the country's.
        if len(fitting) == 1 or (len(fitting) > 1 and len(fitting[0]) >= 2 * len(fitting[1])):
            fitting[0].extend(members)
        else:
            events.append(members)
    return [sorted(event, key=lambda c: view.rank[c.id]) for event in _joined(view, events)]


def _joined(view: View, events: list[list[Claim]]) -> list[list[Claim]]:
    """Groups that came to the same places and months from different documents are of one event."""
    joined: dict[tuple[object, ...], list[Claim]] = {}
    for event in events:
        places, months, documents = _key(view, event)
        year = sorted({m[:4] for m in months})
        joined.setdefault((tuple(places), tuple(year), tuple(documents)), []).extend(event)
    return list(joined.values())


def _place(view: View, claim: Claim) -> str:
    """Where it was; "the whole country" is no place to tell one event from another by."""
    place = next(iter(view.ids(claim, "place")), "")
    return "" if place and EVERYWHERE.search(view.name(place)) else place


def _month(view: View, claim: Claim) -> str:
    """The month, or the year where the words are no more precise; else the month that the document's title names."""
    if claim.date:
        return (claim.date.start or claim.date.end or "")[:7]
    source = view.sources.get(claim.source)
    named = MONTH.search(source.title or "") if source else None
    year = (named["year"] or (source.date or "")[:4]) if source and named else ""
    return f"{year}-{MONTHS.index(named['month']) + 1:02d}" if named and year else ""


def _fits(view: View, event: list[Claim], claim: Claim) -> bool:
    """A claim of a document that tells of the event, or one that names its place or its month, and nothing at odds."""
    place, month = _place(view, claim), _month(view, claim)
    places = {_place(view, c) for c in event} - {""}
    months = {_month(view, c) for c in event} - {""}
    named = bool(place and place in places) or bool(month and month in months)
    if not named and all(c.source != claim.source for c in event):
        return False
    return ((not place or not places or place in places)
            and (not month or not months or any(m.startswith(month) or month.startswith(m) for m in months)))


def _figures(view: View, claims: list[Claim]) -> list[Figure]:
    said: dict[tuple[str, int | None, int | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.count and (claim.count.low is not None or claim.count.high is not None):
            said[view.voice(claim).key, claim.count.low, claim.count.high].append(claim)
    newest: dict[str, str] = {}
    for (voice, _, _), made in said.items():
        newest[voice] = max(newest.get(voice, ""), *(_said_on(view, c) for c in made))
    figures = []
    for (voice, low, high), made in said.items():
        denied = tuple(d for d in view.of(made[0].kind, stances=("denies",)) if _denies(view, d, made[0]))
        retracted = any(view.voice(d).key == voice for d in denied)
        old = max(_said_on(view, c) for c in made) < newest[voice]
        figures.append(Figure(tuple(made), voice, low, high, old, retracted, denied))
    return figures


def _denies(view: View, denial: Claim, claim: Claim) -> bool:
    """True where the denial is of that very number, and not of another place or time."""
    if denial.count is None or claim.count is None:
        return False
    places = _place(view, denial), _place(view, claim)
    return ((denial.count.low, denial.count.high) == (claim.count.low, claim.count.high)
            and (places[0] == places[1] or not all(places))
            and compatible(bounds(denial.date), bounds(claim.date)))  # fmt: skip


def _said_on(view: View, claim: Claim) -> str:
    source = view.sources.get(claim.source)
    return (source.date if source else None) or ""


def _best(view: View, standing: list[Figure]) -> Figure | None:
    """The number on which most independent named voices agree, two at least and more than on any other."""
    agreeing: dict[tuple[int | None, int | None], list[Figure]] = defaultdict(list)
    for figure in standing:
        if not view.hearsay(figure.claims[0]):
            agreeing[figure.low, figure.high].append(figure)
    counted = sorted(((len(view.roots(c for f in fs for c in f.claims)), fs[0]) for fs in agreeing.values()),
                     key=lambda pair: -pair[0])  # fmt: skip
    if not counted or counted[0][0] < 2 or (len(counted) > 1 and counted[1][0] == counted[0][0]):
        return None
    return counted[0][1]


def _line(view: View, figure: Figure) -> str:
    claim = figure.claims[0]
    where = view.names(view.ids(claim, "place")) if view.ids(claim, "place") else ""
    marks = [m for m, on in (("hearsay", view.hearsay(claim)), ("superseded by the same voice", figure.superseded),
                             ("taken back by the same voice", figure.retracted),
                             (f"denied by {listed(view.voice(c).name for c in figure.denied)}",
                              bool(figure.denied) and not figure.retracted),
                             (f"said {len(figure.claims)} times, counted once", len(figure.claims) > 1)) if on]
    count = people(claim.count) if claim.count else ""
    return (f"{view.attribution(claim)} {count}{when(claim.date)}{f' ({where})' if where else ''}"
            f"{' [' + '; '.join(marks) + ']' if marks else ''}")


def _finding(view: View, kind: str, verb: str, whom: str, figures: list[Figure]) -> Finding:
    standing = [f for f in figures if f.stands]
    claims = [c for f in figures for c in (*f.claims, *f.denied)]
    lows = [f.low for f in standing if f.low is not None]
    highs = [f.high for f in standing if f.high is not None]
    open_ended = any(f.high is None for f in standing)
    best = _best(view, standing)
    clash = any(a.voice != b.voice and (a.span[1] < b.span[0] or b.span[1] < a.span[0])
                for n, a in enumerate(standing) for b in standing[n + 1:])  # fmt: skip
    scope = _scope(view, claims)
    roots = view.roots(claims)
    text = (
        f"{'; '.join(_line(view, f) for f in figures)}. Lowest figure {min(lows) if lows else 'not given'}, highest "
        f"{max(highs) if highs else 'not given'}{' (and at least one has no upper end)' if open_ended else ''}; "
        + ("two or more independent voices agree on " + people(best.claims[0].count) + "."
           if best and best.claims[0].count else "no figure is agreed on by two independent named voices.")
        + (" Some figures exclude each other." if clash else " The figures do not exclude each other.")
        + " They may stand for different days, places or victims."
    )  # fmt: skip
    # The words of the first who gives it stand for each figure.
    values = {(f.low, f.high): f.claims[0].count.text for f in reversed(figures) if f.claims[0].count}
    shown = listed(values[f.low, f.high] for f in figures)
    return Finding(
        id=digest("finding", "casualties", kind, whom, *_key(view, claims)), check="casualties",
        title=f"{times(len(values), 'figure')} for {whom} said to have been {verb}{scope}: {shown}", text=text,
        severity="high" if clash else "medium", claims=view.ordered(claims),
        entities=tuple(dict.fromkeys(e for c in claims for e in view.ids(c, "perpetrator", "victim", "place"))),
        figures={
            "low": min(lows) if lows else None, "best": [best.low, best.high] if best else None,
            "high": max(highs) if highs else None, "open_ended": open_ended,
            "voices": [
                {"voice": view.voice(f.claims[0]).name, "chain": list(f.claims[0].voices), "low": f.low, "high": f.high,
                 "text": f.claims[0].count.text if f.claims[0].count else "", "hearsay": view.hearsay(f.claims[0]),
                 "superseded": f.superseded, "retracted": f.retracted, "claims": [c.id for c in f.claims]}
                for f in figures
            ],
        },
        against=_against(view, kind, figures), sources=len({c.source for c in claims}), independent=len(roots),
    )  # fmt: skip


def _key(view: View, claims: list[Claim]) -> tuple[list[str], list[str], list[str]]:
    """What the event is known by; where neither place nor date is said, its documents."""
    places = sorted({_place(view, c) for c in claims} - {""})
    months = sorted({_month(view, c) for c in claims} - {""})
    return places, months, ([] if places and months else sorted({c.source for c in claims}))


def _scope(view: View, claims: list[Claim]) -> str:
    places = [view.name(p) for p in dict.fromkeys(_place(view, c) for c in claims) if p]
    dated = min((c for c in claims if bounds(c.date)), key=lambda c: _month(view, c), default=None)
    month = f" ({day(_month(view, dated))})" if dated and _month(view, dated) else ""
    return f"{f' in {listed(places)}' if places else ''}{month}"


def _against(view: View, kind: str, figures: list[Figure]) -> tuple[str, ...]:
    sources = {c.source for f in figures for c in f.claims}
    denied = [c for c in view.of(kind, stances=("denies",)) if c.source in sources and c.count]
    hearsay = sum(view.hearsay(f.claims[0]) for f in figures)
    told = f"{hearsay} of {len(figures)} figures told on somebody else's word or by a voice without a name."
    return (*view.ordered(denied), *([told] if hearsay else []))
