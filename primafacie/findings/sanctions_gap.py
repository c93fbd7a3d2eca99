"""Sanctions gap: who is accused, and on none of the lists; and whether "never sanctioned" holds on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from primafacie.findings.sanctions_hit import as_of
from primafacie.findings.view import View, listed
from primafacie.findings.wording import day, several
from primafacie.model import Claim, Finding, digest

BLAMED: Mapping[str, str] = {
    "Accusation": "accused", "Killing": "perpetrator", "Injury": "perpetrator", "Arrest": "perpetrator",
    "Extradition": "perpetrator", "Force": "perpetrator", "Sanction": "target",
}  # fmt: skip
"""Kinds and the roles in which somebody is said to have done what sanctions are imposed for, or to deserve them."""
DEALING: Mapping[str, tuple[str, ...]] = {
    "Deal": ("seller", "buyer"), "Payment": ("payer", "beneficiary"), "Ownership": ("owner",),
}
"""Kinds and the roles in which somebody is party to what a case on assets is about."""
SHOWN = 20
"""Names told in one finding; its entities are all of them."""
STANCES = ("asserts", "doubts", "calls_for", "denies")
ON_LISTS = ("Person", "Company", "Organization", "LegalEntity")
"""Schemata of those whom a list can name; a state, a ministry or a place is left aside."""


def sanctions_gap(view: View) -> Iterator[Finding]:
    """Looks for named people and companies whom a case is about, and who are on none of the sanctions lists asked.

    Whoever sells, buys, pays, is paid or owns, and before all whoever is accused, said to have killed, arrested or used
    force, or named where sanctions are called for or said to be missing, is looked up on every list of the case; "not
    listed" holds for the date of that list only. A statement that no sanctions were ever imposed on somebody is checked
    against the same lists. Whoever proposes a listing under such laws (US: Executive Order 13818; UK: Global Human
    Rights Sanctions Regulations 2020 and Global Anti-Corruption Sanctions Regulations 2021; EU: Regulation (EU)
    2020/1998) will want to know which measures are in force already.

    Figures: who was looked up, on which lists, of which dates. Innocent explanations: the accusation was found wanting;
    the list asked is old, or not the one in question; measures that no list prints (visa bans, frozen proceedings).
    Against a gap speaks any entry, former ones included, and any list that has not been asked.
    """
    if not view.lists:
        return
    blamed: dict[str, list[Claim]] = {}
    dealing: dict[str, list[Claim]] = {}
    for claim in view.of(*BLAMED, *DEALING, stances=STANCES):
        if claim.kind != "Sanction" and claim.stance == "denies":
            continue
        roles = (BLAMED[claim.kind],) if claim.kind in BLAMED else DEALING[claim.kind]
        for entity in view.ids(claim, *roles):
            found = view.entities.get(entity)
            if found and found.schema in ON_LISTS and view.named(entity):
                (blamed if claim.kind in BLAMED else dealing).setdefault(entity, []).append(claim)
    dealing = {e: claims for e, claims in dealing.items() if e not in blamed}
    if any(_absent(view, e) for e in (*blamed, *dealing)):
        yield _gap(view, blamed, dealing)
    for denial in view.of("Sanction", stances=("denies",)):
        yield from _checked(view, denial)


def _absent(view: View, entity: str) -> bool:
    """True where every list of the case was asked and none has or had an entry that may be it."""
    standings = view.standings.get(entity, [])
    return bool(standings) and all(s.status == "not listed" for s in standings) and not _one_word(view, entity)


def _one_word(view: View, entity: str) -> bool:
    """True for a person of whom the case has one word only: no list is ever matched by that, so none is ruled out."""
    found = view.entities[entity]
    return found.schema == "Person" and all(len(name.split()) < 2 for name in (found.name, *found.names))


def _asked(view: View) -> str:
    standings = {s.list: s for found in view.standings.values() for s in found}
    return listed(f"{view.lists[key].name} ({as_of(s)})" for key, s in sorted(standings.items()) if key in view.lists)


def _gap(view: View, blamed: Mapping[str, list[Claim]], dealing: Mapping[str, list[Claim]]) -> Finding:
    groups = (
        ("Blamed in statements of the case for what sanctions are imposed for, or named where sanctions are spoken of: "
         "{}", blamed),
        ("Said to be parties to deals, payments or holdings: {}", dealing),
    )
    absent = {e: claims for _, group in groups for e, claims in group.items() if _absent(view, e)}
    rest = [e for _, group in groups for e in group if e not in absent]
    elsewhere = [view.name(e) for e in rest if not _one_word(view, e)]
    brief = [view.name(e) for e in rest if _one_word(view, e)]
    claims = [c for found in absent.values() for c in found]
    told = ". ".join(
        words.format(several((_by(view, e, group[e]) for e in group if e in absent), SHOWN))
        for words, group in groups if any(e in absent for e in group)
    )  # fmt: skip
    text = (
        f"{told}. None of these has an entry on {_asked(view)}. That says nothing of other lists, nor of these on "
        "another day." + (f" Of {several(elsewhere)} a list has, had, or may have an entry." if elsewhere else "")
        + (f" {several(brief)}: one word is no name to ask a list for." if brief else "")
    )
    return Finding(
        id=digest("finding", "sanctions_gap"), check="sanctions_gap",
        title=f"{_on_none(len(view.lists))}: {several(view.name(e) for e in absent)}", text=text,
        severity="medium" if any(e in absent for e in blamed) else "info", claims=view.ordered(claims),
        entities=tuple(absent),
        figures={"looked_up": len(blamed) + len(dealing), "absent": len(absent),
                 "lists": {key: edition.date for key, edition in sorted(view.lists.items())}},
        against=("No other list has been asked.",), sources=len({c.source for c in claims}),
        independent=len(view.roots(claims)),
        innocent=("What is said was looked into by an authority and found wanting.",
                  "Measures were taken that no list prints."),
    )  # fmt: skip


def _by(view: View, entity: str, claims: list[Claim]) -> str:
    """The name and who speaks of it so: "Arvid Solberg (by Pavel Drozdik)"."""
    return f"{view.name(entity)} (by {several((v.name for v in view.roots(claims)), 3)})"


def _on_none(lists: int) -> str:
    return "Not on the one list asked" if lists == 1 else f"On none of the {lists} lists asked"


def _checked(view: View, denial: Claim) -> Iterator[Finding]:
    """A statement that somebody was never sanctioned, beside what the lists say of that one."""
    for entity in view.ids(denial, "target"):
        standings = view.standings.get(entity, [])
        if not standings or not view.named(entity):
            continue
        contrary = [s for s in standings if s.status in ("listed", "delisted")]
        open_ones = [s for s in standings if s.status == "possible"]
        name = view.name(entity)
        said = f"{view.attribution(denial)} that no sanctions were imposed on {name}"
        if contrary:
            first = contrary[0]
            since = f" since {day(first.since)}" if first.since else ""
            title = f"A list has an entry that matches {name}{since}, though it is said that no sanctions were imposed"
        elif open_ones:
            title = f"Whether {name} was never sanctioned is open: a list has an entry that may be {name}"
        else:
            title = f"The lists asked bear out that {name} is not sanctioned, as of their dates"
        yield Finding(
            id=digest("finding", "sanctions_gap", denial.id, entity), check="sanctions_gap", title=title,
            text=f"{said}. Asked: {_asked(view)}.", severity="high" if contrary else "medium" if open_ones else "info",
            claims=(denial.id,), entities=(entity,),
            figures={s.list: {"status": s.status, "as_of": s.as_of, "since": s.since} for s in standings},
            against=tuple(f"{view.lists[s.list].name}: {s.status}." for s in (*contrary, *open_ones)
                          if s.list in view.lists) or ("No other list has been asked.",),
            sources=1, independent=1,
            innocent=("The statement speaks of another authority, or of an earlier day.",),
        )  # fmt: skip
