"""What the Russian trees are mended by: agreement, cases that the forms allow, and where a word stands."""

from __future__ import annotations

import pytest
from spacy.tokens import Token

from primafacie.claims.languages import language
from primafacie.claims.russian.models import cases_of
from tests.claims.reading import passages_of
from tests.claims.russian.test_parsing_russian import source_of


def word_of(text: str, word: str) -> Token:
    source = source_of(text)
    (parsed,) = language("ru").parse(source, passages_of(source))
    return next(token for token in parsed.doc if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "label", "head"),
    [
        ("Банк «Орда» купил Ахметов.", "Банк", "dobj", "купил"),
        ("Банк «Орда» купил Ахметов.", "Ахметов", "nsubj", "купил"),
        ("Рудник купила Анна.", "Рудник", "dobj", "купила"),
        ("Как сообщил адвокат Марк Зильбер, Серика пытали в изоляторе.", "Серика", "dobj", "пытали"),
        ("На площадь вышли около трёх тысяч человек.", "тысяч", "nsubj", "вышли"),
        ("30 % контролирует бывший аким.", "%", "dobj", "контролирует"),
        ("Серику вменяют получение взятки.", "получение", "dobj", "вменяют"),
        ("Доля записана на Greywater Ltd, которой, по данным реестра, владеет Нурпеисов.", "владеет", "relcl", "Ltd"),
    ],
)
def test_who_and_whom_are_told_by_agreement(text: str, word: str, label: str, head: str) -> None:
    token = word_of(text, word)
    assert token.dep_ == label
    assert token.head.text in (head, "Greywater")


def test_a_participle_in_the_place_of_a_noun_is_one() -> None:
    token = word_of("Муж погибшей рассказал о пожаре.", "погибшей")
    assert (token.pos_, token.lemma_) == ("NOUN", "погибший")
    assert word_of("Суд, вынесший приговор, уехал.", "вынесший").pos_ == "VERB"


def test_a_name_takes_the_case_of_what_it_names_where_its_form_allows_that() -> None:
    token = word_of("Это двоюродный брат министра транспорта Ермека Нурпеисова.", "Ермека")
    assert token.morph.get("Case") == ["Gen"]
    assert cases_of("Ахметова") >= {"Nom", "Gen", "Acc"}
    assert cases_of("Orlane") == frozenset()
