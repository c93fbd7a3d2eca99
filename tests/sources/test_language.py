"""The language of a text, told by its words rather than by what a template declares."""

from __future__ import annotations

import pytest

from primafacie.sources.language import code, detect, settle

SAMPLES = {
    "en": "The former minister said that the bank had been sold to a man nobody knew.",
    "ru": "Бывший министр заявил, что банк был продан неизвестному человеку.",
    "kk": "Бұрынғы министр банктің белгісіз адамға сатылғанын айтты.",
    "ky": "Мурдагы министр банктын белгисиз адамга сатылганын айтты.",
    "uz": "Sobiq vazir bank nomaʼlum odamga sotilganini aytdi.",
    "uk": "Колишній міністр заявив, що банк було продано невідомій людині.",
    "de": "Der frühere Minister sagte, die Bank sei an einen Unbekannten verkauft worden.",
    "fr": "L'ancien ministre a déclaré que la banque avait été vendue à un inconnu.",
    "it": "L'ex ministro ha detto che la banca è stata venduta a uno sconosciuto.",
    "es": "El exministro dijo que el banco había sido vendido a un desconocido.",
    "pt": "O ex-ministro disse que o banco foi vendido a um desconhecido.",
    "tr": "Eski bakan bankanın tanınmayan bir adama satıldığını söyledi.",
    "ar": "قال الوزير السابق إن البنك بيع لرجل مجهول.",
    "fa": "وزیر سابق گفت که بانک به مردی ناشناس فروخته شد.",
    "zh": "前部长说，银行被卖给了一个不知名的人。调查仍在继续，没有人回答。",
    "pl": "Były minister powiedział, że bank został sprzedany nieznanej osobie.",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_one_sentence_is_enough(language: str) -> None:
    assert detect(SAMPLES[language])[0] == language


@pytest.mark.parametrize("text", ["", "2007", "N. N.", "2,1 Mrd. (2013)"])
def test_a_name_or_a_number_has_no_language(text: str) -> None:
    assert detect(text) == (None, 0.0)
    assert settle(text, None) is None
    assert settle(text, "de-AT") == "de"


def test_clear_words_overrule_the_template() -> None:
    assert settle(SAMPLES["ru"] * 5, "en-US") == "ru"


def test_a_long_text_is_told_by_samples_of_it() -> None:
    assert detect(SAMPLES["de"] * 100_000)[0] == "de"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("en", "en"), ("en-GB", "en"), ("ru_RU", "ru"), (" FR ", "fr"), ("english", None), ("", None), (None, None)],
)
def test_language_tags(tag: str | None, expected: str | None) -> None:
    assert code(tag) == expected
