"""What a claim says, as a clause that speech can be put around: one function a kind, none of them says who says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from primafacie.dossier.fillers import article, crowd, listing, many, named, quoted
from primafacie.dossier.lettering import isolate
from primafacie.dossier.numbers import money, percent, when
from primafacie.model import Claim

Names = Mapping[str, str]


class Clause(NamedTuple):
    """Such as "the police", "arrested" / "arrest", "two people"; the infinitive is for "calls for the police to …"."""

    subject: str
    finite: str
    infinitive: str
    rest: str = ""


def tail(claim: Claim, *parts: str) -> str:
    """The parts, the place and the date, in that order; empty ones left out."""
    places = [*claim.place, *claim.fillers("place")]
    place = listing(isolate((f.text or f.mention).strip()) for f in places)
    said = [*parts, f"in {place}" if place else "", when(claim.date) if claim.date else ""]
    return " ".join(part for part in said if part)


def worded(claim: Claim, default: tuple[str, str], *choices: tuple[str, str, str]) -> tuple[str, str]:
    """Past form and infinitive of the verb that the quote itself uses (stem, past, infinitive), else the default."""
    words = claim.quote.text.casefold()
    return next(((past, verb) for stem, past, verb in choices if stem in words), default)


def passive(subject: str, plural: bool, past: str, rest: str) -> Clause:
    return Clause(subject, f"{'were' if plural else 'was'} {past}", f"be {past}", rest)


def state(subject: str, plural: bool, rest: str, former: bool = False) -> Clause:
    finite = ("were" if plural else "was") if former else ("are" if plural else "is")
    return Clause(subject, finite, "be", rest)


def family(claim: Claim, names: Names) -> Clause:
    person = named(claim, "person", names) or "somebody not named"
    relatives = claim.fillers("relative")
    kin = isolate(claim.status or "relative")
    if relatives and all(f.text.islower() or re.search(r"[’']s? [a-z-]+\Z", f.text) for f in relatives):
        who = listing(f"{article(isolate(f.text.split()[-1]))} (not named)" for f in relatives)
        return Clause(person, "have" if many(claim.fillers("person")) else "has", "have", tail(claim, who))
    subject = named(claim, "relative", names) or "somebody not named"
    if len(relatives) > 1:
        return Clause(subject, "are", "be", tail(claim, f"related to {person} (each as {kin})"))
    return state(subject, False, tail(claim, f"the {kin} of {person}" if claim.status else f"a relative of {person}"))


def associate(claim: Claim, names: Names) -> Clause:
    subject = named(claim, "associate", names) or "somebody not named"
    tie = isolate(claim.status or "associate").replace("_", " ")
    plural = many(claim.fillers("associate"))
    person = named(claim, "person", names) or "somebody not named"
    if tie.endswith("ed"):
        return state(subject, plural, tail(claim, f"{tie} to {person}"))
    return state(
        subject, plural, tail(claim, f"tied to {person} (as {tie})" if plural else f"{article(tie)} of {person}")
    )


def position(claim: Claim, names: Names) -> Clause:
    subject = named(claim, "holder", names) or "somebody not named"
    plural = many(claim.fillers("holder"))
    posts = [isolate((f.text or f.mention).strip()) for f in claim.fillers("post")]
    body = named(claim, "organization", names)
    known = body and any(body.casefold() in post.casefold() for post in posts)
    titled = [post if (body and not known) or plural or " of " in post else article(post) for post in posts]
    post = listing(titled) or "the holder of an office not named"
    former = claim.status == "former"
    return state(
        subject,
        plural,
        tail(claim, "formerly" if former else "", post, f"of {body}" if body and not known else ""),
        former,
    )


def ownership(claim: Claim, names: Names) -> Clause:
    owner, asset = named(claim, "owner", names), named(claim, "asset", names) or "something not named"
    what = f"{percent(claim.share)} of {asset}" if claim.share else asset
    if not owner:
        verb = {"controls": "controlled", "nominee": "held by a nominee"}.get(claim.status or "", "owned")
        return state(what, many(claim.fillers("asset")), tail(claim, f"{verb}, by whom is not said,"))
    verb = {"controls": "control", "nominee": "hold"}.get(claim.status or "", "own")
    finite = verb if many(claim.fillers("owner")) else f"{verb}s"
    return Clause(owner, finite, verb, tail(claim, what, "as a nominee" if claim.status == "nominee" else ""))


def deal(claim: Claim, names: Names) -> Clause:
    seller, buyer = named(claim, "seller", names), named(claim, "buyer", names)
    asset = named(claim, "asset", names) or "an asset not named"
    what = f"{percent(claim.share)} of {asset}" if claim.share else asset
    price = f"for {money(claim.amount)}" if claim.amount else ""
    if not seller and buyer:
        return Clause(buyer, "acquired", "acquire", tail(claim, what, "(from whom is not said)", price))
    if not seller:
        return passive(
            what,
            many(claim.fillers("asset")),
            "sold or passed on",
            tail(claim, "(by whom and to whom is not said)", price),
        )
    past, verb = worded(
        claim,
        ("sold", "sell") if claim.amount else ("passed", "pass"),
        ("sold", "sold", "sell"),
        ("sell", "sold", "sell"),
        ("sale", "sold", "sell"),
    )
    return Clause(seller, past, verb, tail(claim, what, f"to {buyer}" if buyer else "(to whom is not said)", price))


def payment(claim: Claim, names: Names) -> Clause:
    payer, beneficiary = named(claim, "payer", names), named(claim, "beneficiary", names)
    purpose = quoted(claim, "purpose")
    if claim.amount and purpose == f"“{isolate(claim.amount.text.strip())}”":
        purpose = ""
    sum_ = money(claim.amount) if claim.amount else "money"
    why = f"as {purpose}" if purpose else ""
    if beneficiary and not payer:
        return Clause(beneficiary, "received", "receive", tail(claim, sum_, "(from whom is not said)", why))
    ends = (f"from {payer}" if payer else "", f"to {beneficiary}" if beneficiary else "(to whom is not said)")
    return Clause(sum_, "passed", "pass", tail(claim, *ends, why))


def harm(past: str, verb: str, *choices: tuple[str, str, str]) -> Callable[[Claim, Names], Clause]:
    """A clause of somebody doing harm to somebody; passive where nobody is named as having done it."""

    def clause(claim: Claim, names: Names) -> Clause:
        doer = named(claim, "perpetrator", names)
        whom, plural = crowd(claim, "victim", names)
        did, do = worded(claim, (past, verb), *choices)
        means, offence = named(claim, "means", names), quoted(claim, "offence")
        rest = tail(claim, f"for {offence}" if offence else "", f"with {means}" if means else "")
        if not doer:
            return passive(whom or "people not named", plural or not whom, did, rest)
        return Clause(doer, did, do, f"{whom or 'people not named'} {rest}".rstrip())

    return clause


def extradition(claim: Claim, names: Names) -> Clause:
    doer, origin, destination = (named(claim, role, names) for role in ("perpetrator", "origin", "destination"))
    whom, plural = crowd(claim, "victim", names)
    did, do = worded(
        claim,
        ("removed", "remove"),
        ("extradit", "extradited", "extradite"),
        ("deport", "deported", "deport"),
        ("expel", "expelled", "expel"),
        ("expuls", "expelled", "expel"),
    )
    rest = tail(
        claim, f"from {origin}" if origin else "", f"to {destination}" if destination else "(where to is not said)"
    )
    if not doer:
        return passive(whom or "people not named", plural or not whom, did, rest)
    return Clause(doer, did, do, f"{whom or 'people not named'} {rest}")


def force(claim: Claim, names: Names) -> Clause:
    target, means = named(claim, "target", names), named(claim, "means", names)
    parts = (f"against {target}" if target else "(against whom is not said)", f"with {means}" if means else "")
    doer = named(claim, "perpetrator", names)
    return (
        Clause(doer, "used force", "use force", tail(claim, *parts))
        if doer
        else passive("force", False, "used", tail(claim, *parts))
    )


def protest(claim: Claim, names: Names) -> Clause:
    who, _ = crowd(claim, "actor", names)
    target = named(claim, "target", names)
    return Clause(who or "people not named", "protested", "protest", tail(claim, f"against {target}" if target else ""))


def defection(claim: Claim, names: Names) -> Clause:
    past, verb = worded(
        claim,
        ("refused orders, deserted or changed sides", "refuse orders, desert or change sides"),
        ("resign", "resigned", "resign"),
        ("desert", "deserted", "desert"),
        ("refus", "refused to obey", "refuse to obey"),
        ("defect", "defected", "defect"),
    )
    return Clause(named(claim, "actor", names) or "people not named", past, verb, tail(claim))


def intervention(claim: Claim, names: Names) -> Clause:
    who, _ = crowd(claim, "actor", names)
    where = named(claim, "destination", names)
    return Clause(
        who or "an outside power not named", "intervened", "intervene", tail(claim, f"in {where}" if where else "")
    )


def flight(claim: Claim, names: Names) -> Clause:
    past, verb = worded(
        claim,
        ("fled", "flee"),
        ("refuge", "found refuge", "find refuge"),
        ("asyl", "found refuge", "find refuge"),
        ("exile", "went into exile", "go into exile"),
    )
    origin, where = named(claim, "origin", names), named(claim, "destination", names)
    to = f"{'to' if verb == 'flee' else 'in'} {where}" if where else ""
    return Clause(
        named(claim, "person", names) or "somebody not named",
        past,
        verb,
        tail(claim, f"from {origin}" if origin else "", to),
    )


def sanction(claim: Claim, names: Names) -> Clause:
    authority, target = named(claim, "authority", names), named(claim, "target", names)
    measure = named(claim, "measure", names) or "sanctions"
    lifted = claim.status == "lifted"
    past, verb = ("lifted", "lift") if lifted else ("imposed", "impose")
    on = f"on {target}" if target else ""
    if authority:
        return Clause(authority, past, verb, tail(claim, measure, on))
    plural = many(claim.fillers("measure")) or measure.casefold().endswith("s")
    return passive(measure, plural, past, tail(claim, on))


def accusation(claim: Claim, names: Names) -> Clause:
    accused = named(claim, "accused", names) or "somebody not named"
    accuser = named(claim, "accuser", names)
    offence = quoted(claim, "offence") or "a wrong not named"
    past, word = {
        "charged": ("charged", "with"),
        "convicted": ("convicted", "of"),
        "acquitted": ("acquitted", "of"),
        "investigated": ("investigated", "for"),
    }.get(claim.status or "", ("accused", "of"))
    by = f"by {accuser}" if accuser else ""
    return passive(accused, many(claim.fillers("accused")), past, tail(claim, by, f"{word} {offence}"))


def demand(claim: Claim, names: Names) -> Clause:
    actor, addressee = named(claim, "actor", names), named(claim, "addressee", names)
    action = quoted(claim, "action") or "something not named"
    return Clause(actor or "somebody not named", "asked", "ask", tail(claim, addressee, f"for {action}"))


CLAUSES: Mapping[str, Callable[[Claim, Names], Clause]] = {
    "Family": family,
    "Associate": associate,
    "Position": position,
    "Ownership": ownership,
    "Deal": deal,
    "Payment": payment,
    "Killing": harm("killed", "kill"),
    "Injury": harm(
        "hurt", "hurt", ("tortur", "tortured", "torture"), ("wound", "wounded", "wound"), ("injur", "injured", "injure")
    ),
    "Arrest": harm(
        "arrested",
        "arrest",
        ("kidnap", "kidnapped", "kidnap"),
        ("abduct", "abducted", "abduct"),
        ("detain", "detained", "detain"),
        ("jail", "jailed", "jail"),
        ("imprison", "imprisoned", "imprison"),
    ),
    "Extradition": extradition,
    "Force": force,
    "Protest": protest,
    "Defection": defection,
    "Intervention": intervention,
    "Flight": flight,
    "Sanction": sanction,
    "Accusation": accusation,
    "Demand": demand,
}
