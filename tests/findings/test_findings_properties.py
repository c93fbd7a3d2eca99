"""What holds for the checks whatever the case: order changes nothing, rejected claims do not count, it scales."""

from __future__ import annotations

import random
import time
from dataclasses import replace

from resolution.claim_lines import blocks, claim, evidence

from primafacie.findings import CHECKS, check
from primafacie.findings.view import View
from primafacie.graph import build
from primafacie.model import Evidence, Passage, Quotation
from primafacie.resolution import resolve

CASES = [lines for unit in CHECKS for _, lines, _ in blocks("findings", unit.__name__)]


def test_order_of_claims_changes_no_finding() -> None:
    for lines in CASES:
        case = evidence(lines)
        claims, entities = list(case.claims), list(case.entities)
        random.Random(5).shuffle(claims)
        random.Random(6).shuffle(entities)
        assert check(replace(case, claims=tuple(claims), entities=tuple(entities))) == check(case)


def test_ids_are_unique_and_claims_and_entities_are_there() -> None:
    for lines in CASES:
        case = evidence(lines)
        found = check(case)
        assert len({f.id for f in found}) == len(found)
        for finding in found:
            assert set(finding.claims) <= {c.id for c in case.claims}
            assert set(finding.entities) <= {e.id for e in case.entities}
            assert finding.severity in ("high", "medium", "low", "info")
            assert finding.claims
            assert finding.independent <= len({v for c in case.claims for v in c.voices})


def test_rejected_claims_carry_no_finding() -> None:
    for lines in CASES:
        case = evidence(lines)
        assert check(replace(case, claims=tuple(replace(c, review="rejected") for c in case.claims))) == ()


def test_nothing_gives_nothing() -> None:
    assert check(Evidence()) == ()


def test_who_asks_the_question_adds_no_independent_voice() -> None:
    lines = ['{"kind": "Arrest", "victim": "Jana Drozdik|person", "voices": ["Lena Roth"]}',
             '{"kind": "Arrest", "victim": "Jana Drozdik|person", "voices": ["Pavel Drozdik"]}']  # fmt: skip
    apart = evidence(lines)
    asked = evidence(lines, (Passage("a", 0, 0, 10, "question", "Lena Roth", "Pavel Drozdik", (Quotation(0, 1),)),))
    assert [v.name for v in View(apart).roots(apart.claims)] == ["Lena Roth", "Pavel Drozdik"]
    assert [v.name for v in View(asked).roots(asked.claims)] == ["Pavel Drozdik"]


def test_two_that_one_reporter_quotes_are_independent_of_each_other() -> None:
    case = evidence(['{"kind": "Arrest", "victim": "Eva Kern|person", "voices": ["Lena Roth", "Ivo Branko"]}',
                     '{"kind": "Arrest", "victim": "Eva Kern|person", "voices": ["Lena Roth", "Oleg Varga"]}',
                     '{"kind": "Arrest", "victim": "Eva Kern|person", "voices": ["Lena Roth"]}'])  # fmt: skip
    assert [v.name for v in View(case).roots(case.claims)] == ["Ivo Branko", "Oleg Varga"]


def test_four_times_the_claims_take_about_four_times_as_long() -> None:
    def spent(many: int) -> float:
        chance = random.Random(11)
        people = [f"{a}an {b}{n}ov|person"
                  for a in ("B", "D", "J") for b in ("Kost", "Petr", "Lub") for n in range(many // 50)]  # fmt: skip
        banks = [f"Bank {n}|organization" for n in range(many // 8)]
        kinds = (
            lambda: {"kind": "Deal", "seller": chance.choice(people), "buyer": chance.choice(people),
                     "asset": chance.choice(banks), "date": str(chance.randrange(1995, 2020)),
                     "amount": ["x", chance.randrange(1, 900) * 1e6, "USD"]},
            lambda: {"kind": "Associate", "person": chance.choice(people), "associate": chance.choice(people)},
            lambda: {"kind": "Killing", "victim": "people", "count": ["n", chance.randrange(1, 90), None],
                     "place": f"Town{chance.randrange(many // 9)}|place", "date": str(chance.randrange(1995, 2020))},
            lambda: {"kind": "Ownership", "owner": chance.choice(people), "asset": chance.choice(banks)},
        )  # fmt: skip
        claims = [claim({**chance.choice(kinds)(), "source": f"s{n // 50}",
                         "voices": [chance.choice(people).split("|")[0]]}, n) for n in range(many)]  # fmt: skip
        done = resolve((), claims, ())
        started = time.process_time()
        check(Evidence((), (), done.claims, done.entities, build(done.claims, done.entities)))
        return time.process_time() - started

    spent(100)
    # All pairs would take sixteen times as long.
    assert spent(3200) < 9 * spent(800)
