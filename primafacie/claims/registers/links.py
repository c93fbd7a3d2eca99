"""Which relation of a register is which kind of claim: one row a schema, in the order of the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from primafacie.vocabulary import KINDS


@dataclass(frozen=True, slots=True)
class Link:
    """``roles``: role of the claim -> the properties that fill it, the first that is there; ``usual`` is what a role
    of words holds where no property says; ``status`` are the properties that give the claim's status or, for kinship
    and ties, the relationship."""

    kind: str
    roles: Mapping[str, tuple[str, ...]]
    status: tuple[str, ...] = ()
    usual: Mapping[str, str] = field(default_factory=dict)
    usual_status: str | None = None


LINKS: Mapping[str, Link] = {
    "Family": Link("Family", {"person": ("person",), "relative": ("relative",)}, ("relationship",), {}, "relative"),
    "Associate": Link("Associate", {"person": ("person",), "associate": ("associate",)}, ("relationship",), {},
                      "associate"),
    "UnknownLink": Link("Associate", {"person": ("object",), "associate": ("subject",)}, ("role",), {}, "linked"),
    "Representation": Link("Associate", {"person": ("client",), "associate": ("agent",)}, ("role",), {},
                           "representative"),
    "Occupancy": Link("Position", {"holder": ("holder",), "post": ("post",)}, ("status",)),
    "Directorship": Link("Position", {"holder": ("director",), "post": ("role",), "organization": ("organization",)},
                         ("status",), {"post": "director"}),
    "Employment": Link("Position", {"holder": ("employee",), "post": ("role",), "organization": ("employer",)},
                       ("status",), {"post": "employee"}),
    "Membership": Link("Position", {"holder": ("member",), "post": ("role",), "organization": ("organization",)},
                       ("status",), {"post": "member"}),
    "Ownership": Link("Ownership", {"owner": ("owner",), "asset": ("asset",)}, ("role", "ownershipType", "status"), {},
                      "owns"),
    "Payment": Link("Payment", {"payer": ("payer",), "beneficiary": ("beneficiary",), "purpose": ("purpose",)}),
    "Sanction": Link("Sanction", {"authority": ("authority",), "target": ("entity",),
                                  "measure": ("provisions", "program", "reason")}, ("status",), {}, "imposed"),
}  # fmt: skip
"""FollowTheMoney's relations. Its schemata that are none of these describe an entity, or give no claim."""


def link(schema: str) -> Link | None:
    """How a claim is made of an entry of the schema; a kind of our own (Deal, Killing…) fills its roles by name."""
    if schema in LINKS:
        return LINKS[schema]
    kind = KINDS.get(schema)
    if kind is None or schema == "Position":  # in FollowTheMoney an office and not the holding of it
        return None
    return Link(kind.name, {role: (role,) for role in kind.roles}, ("status",))


STATUSES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "Ownership": (
        ("nominee", "nominee"), ("trust", "controls"), ("control", "controls"), ("vot", "controls"),
        ("indirect", "controls"), ("own", "owns"), ("share", "owns"), ("benefi", "owns"), ("direct", "owns"),
    ),
    "Position": (("former", "former"), ("ended", "former"), ("inactive", "former"), ("resigned", "former"),
                 ("current", "current"), ("active", "current")),
    "Sanction": (("lift", "lifted"), ("delist", "lifted"), ("inactive", "lifted"), ("expired", "lifted"),
                 ("revoked", "lifted"), ("terminated", "lifted"), ("active", "imposed"), ("impos", "imposed")),
}  # fmt: skip
"""Kind -> beginnings or parts of what registers write, the first that is met, and the status that it stands for."""


def status(kind: str, words: str | None, usual: str | None) -> str | None:
    """The status of a claim by the words of the register; of kinship and ties the words themselves."""
    spec = KINDS[kind]
    if words is None:
        return usual
    low = " ".join(words.casefold().split())
    if not spec.statuses:
        return low if kind in ("Family", "Associate") else None
    if low in spec.statuses:
        return low
    if low.startswith("unknown"):
        return None
    return next((known for part, known in STATUSES.get(kind, ()) if part in low), usual)
