"""The conformance fixtures of BODS 0.4 (PyPI ``bods-v04-fixtures``), as claims: what each is there to test is kept."""

from __future__ import annotations

import json

from bods_fixtures import list_cases, load

from primafacie import reading, sources
from primafacie.claims import extract
from primafacie.model import Claim


def claims(name: str) -> tuple[Claim, ...]:
    data = json.dumps(load(name).statements, indent=2).encode()
    source, problems = sources.load(data, "statements.json")
    assert source is not None
    source, passages, _ = reading.read(source)
    found, wrong = extract(source, passages)
    assert (problems, wrong) == ((), ())
    assert {claim.voices for claim in found} == {("bods-fixtures",)}
    return found


def ends(claim: Claim) -> tuple[str, str]:
    return claim.roles["owner"][0].text, claim.roles["asset"][0].text


def test_every_fixture_is_read_without_a_problem() -> None:
    names = list(list_cases())
    assert {"core/01-direct-ownership", "edge-cases/10-circular-ownership"} <= set(names)
    assert all(claims(name) for name in names)


def test_shares_and_votes_of_one_owner_are_two_claims() -> None:
    shares, votes = claims("core/01-direct-ownership")
    assert ends(shares) == ends(votes) == ("Jane Smith", "Acme Holdings Ltd")
    assert (shares.status, votes.status) == ("owns", "controls")
    assert shares.share is not None
    assert (shares.share.low, shares.share.high) == (75, 75)
    assert shares.date is not None
    assert (shares.date.start, shares.date.end) == ("2010-01-01", None)
    assert ("birthDate", "1975-06-20") in shares.roles["owner"][0].facts
    assert ("registrationNumber", "10000001") in shares.roles["asset"][0].facts


def test_two_companies_that_own_each_other() -> None:
    one, other = claims("edge-cases/10-circular-ownership")
    assert ends(one) == ends(other)[::-1]


def test_an_owner_who_is_not_named_stays_so_with_the_reason_given() -> None:
    (claim,) = claims("edge-cases/11-anonymous-person")
    assert ends(claim) == ("an unnamed owner", "Opaque Holdings SA")
    owner = claim.roles["owner"][0]
    assert owner.type is None, "nobody is made up"
    assert owner.facts == (("classification", "subjectUnableToConfirmOrIdentifyBeneficialOwner"),)
    assert owner.mention == "subjectUnableToConfirmOrIdentifyBeneficialOwner"
    assert (claim.status, claim.share) == (None, None)
    assert "unable to identify any beneficial owner" in claim.quote.text
