"""Answers that only their question makes plain: a bare number, a bare name, a yes or a no."""

from __future__ import annotations

import hashlib

import pytest

from primafacie.claims import extract
from primafacie.model import Claim, Source
from tests.claims.reading import passages_of


def claims_of(text: str) -> list[Claim]:
    source = Source(hashlib.sha256(text.encode()).hexdigest(), "t", "text/plain", text, len(text), language="ru")
    claims, problems = extract(source, passages_of(source))
    assert not problems
    return list(claims)


def given(question: str, answer: str, kind: str) -> list[Claim]:
    read = claims_of(f"question Ада: {question}\nanswer Борис: {answer}")
    return [c for c in read if c.kind == kind and c.voices == ("Борис",)]


@pytest.mark.parametrize(
    ("question", "answer", "bounds"),
    [
        ("Сколько человек погибло?", "Сотни.", (200, 999)),
        ("Сколько человек погибло?", "Думаю, сотни. Никто не считал.", (200, 999)),
        ("Вы знаете число убитых? Сколько человек убили?", "Не менее пятидесяти.", (50, None)),
    ],
)
def test_the_question_says_what_is_counted(question: str, answer: str, bounds: tuple[int, int | None]) -> None:
    (claim,) = given(question, answer, "Killing")
    assert claim.count is not None
    assert (claim.count.low, claim.count.high) == bounds
    assert claim.quote.text == answer.split(". ")[0].rstrip(".")


@pytest.mark.parametrize(
    ("question", "answer", "kind", "role", "name"),
    [
        ("Кто купил банк «Орда»?", "Ахметов.", "Deal", "buyer", "Ахметов"),
        ("Кому продали завод?", "Компании «Меридиан», насколько я знаю.", "Deal", "buyer", "Компания «Меридиан»"),
        ("Кого арестовали?", "Серика Ибраева.", "Arrest", "victim", "Серик Ибраев"),
        ("Кто владеет рудником?", "Не знаю. Говорят, Ахметов.", "Ownership", "owner", "Ахметов"),
    ],
)
def test_a_bare_name_fills_what_the_question_leaves_open(
    question: str, answer: str, kind: str, role: str, name: str
) -> None:
    (claim,) = given(question, answer, kind)
    assert [f.text for f in claim.roles[role]] == [name]
    assert claim.stance == ("doubts" if "Говорят" in answer else "asserts")


def test_a_yes_grants_and_a_no_denies_what_is_asked() -> None:
    (yes,) = given("Вас пытали?", "Да, дважды.", "Injury")
    assert (yes.stance, [f.text for f in yes.roles["victim"]]) == ("asserts", ["Вас"])
    (no,) = given("Ивана Серика арестовали?", "Нет.", "Arrest")
    assert (no.stance, [f.text for f in no.roles["victim"]]) == ("denies", ["Иван Серик"])


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Сколько магазинов закрылось?", "Сотни."),
        ("Вы голосовали?", "Их были сотни."),
        ("Сколько человек погибло?", "Не знаю. Закрылись сотни магазинов."),
        ("Кто купил банк «Орда»?", "Не знаю."),
        ("Что вы сказали?", "Ахметов."),
    ],
)
def test_other_answers_say_nothing_of_the_kind(question: str, answer: str) -> None:
    assert not [c for kind in ("Killing", "Deal") for c in given(question, answer, kind)]


def test_an_answer_that_says_it_in_full_is_not_read_twice() -> None:
    assert len(given("Кто купил банк «Орда»?", "Банк «Орда» купил Ахметов.", "Deal")) == 1


def test_without_a_question_a_number_is_nobody_s_death() -> None:
    assert not claims_of("Сколько человек погибло?\nСотни.")[1:]
