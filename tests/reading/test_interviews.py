"""Interviews as outlets print them: whoever asks is never taken for whoever answers."""

from __future__ import annotations

import pytest

from primafacie.claims import extract
from primafacie.model import Claim, Source, digest
from primafacie.reading import read

TALK = (
    ("Why did you leave in 2012?", "Because my wife was arrested by the police. I sold the house to Oleg Tarin."),
    ("Who paid for it?", "My brother sold the mill to Oleg Tarin in 2014. They killed my lawyer."),
    ("And what came then?", "My daughter was abducted in Rome. I sold what was left to a fund."),
)


def talk(asks: str, answers: str, bold: bool = False) -> str:
    """The same talk with labels before questions and answers, or with its questions in bold."""
    pairs = ((f"{asks}{'**' if bold else ''}{q}{'**' if bold else ''}", f"{answers}{a}") for q, a in TALK)
    return "\n\n".join(line for pair in pairs for line in pair)


SHAPES = [
    ("By Ada Brown, The Lantern\n12 May 2019", "", "", True, "the interviewee"),
    ("Interview by Ada Brown\nThe Lantern", "Q. ", "A. ", False, "the interviewee"),
    ("Interview: Ada Brown", "— ", "— ", False, "the interviewee"),
    ("The Lantern, 4 May 2019\nInterview with a former banker", "Q: ", "A: ", False, "the interviewee"),
    ("“Oleg Tarin took my mill”\nThe Lantern. Ada Brown spoke to the owner by telephone.", "Q: ", "", False,
     "the interviewee"),
    ("The end of a mill\nAda Brown, Vienna", "Ada Brown: ", "A: ", False, "the interviewee"),
    ("A banker in exile\nBy Ada Brown\nThe man who ran the Blue Harbour mill meets us in Vienna.", "", "", False,
     "the interviewee"),
    ("The Lantern spoke to a former banker who asked not to be named.", "The Lantern: ", "Banker: ", False,
     "the banker"),
    ("Radio Orda. Host: Ada Brown.", "HOST: ", "GUEST: ", False, "GUEST"),
    ("Interview: Ivan Testov\nBy Ada Brown", "Ada Brown: ", "A: ", False, "Ivan Testov"),
    ("Ivan Testov spoke to Ada Brown of The Lantern.", "Brown: ", "Testov: ", False, "Ivan Testov"),
    ("# Five questions to Ivan Testov\n*Interview by Ada Brown*", "**The Lantern:** ", "**I.T.:** ", False,
     "Ivan Testov"),
    ("Exile talks: Ada Brown in conversation with Ivan Testov", "Brown: ", "Testov: ", False, "Ivan Testov"),
    ("Interview with Testov, former head of a mill\nBy Max Lind", "Max Lind: ", "Testov: ", False, "Testov"),
]  # fmt: skip


def voices_of(text: str) -> tuple[set[str | None], tuple[Claim, ...]]:
    source = Source(digest(text), "talk.txt", "text/plain", text, len(text.encode()))
    source, passages, _ = read(source)
    return {p.speaker for p in passages if p.role == "answer"}, extract(source, passages)[0]


@pytest.mark.parametrize(("head", "asks", "answers", "bold", "speaker"), SHAPES, ids=[s[0][:40] for s in SHAPES])
def test_answers_are_laid_to_whoever_gives_them(head: str, asks: str, answers: str, bold: bool, speaker: str) -> None:
    speakers, claims = voices_of(f"{head}\n\n{talk(asks, answers, bold)}\n")
    assert speakers == {speaker}
    arrest = next(c for c in claims if c.kind == "Arrest")
    assert arrest.voices == (speaker,)
    named = "Testov" in speaker
    assert [f.text for f in arrest.roles["victim"]] == [f"{speaker}’s wife" if named else "my wife"]
    assert {c.voices[-1] for c in claims if c.kind == "Family"} == ({speaker} if named else set())
    answered = [f.text for c in claims if c.voices == (speaker,) for fillers in c.roles.values() for f in fillers]
    assert not any("Brown" in text or "Lantern" in text for text in answered)


def test_a_headline_in_quotation_marks_is_the_interviewees() -> None:
    _, claims = voices_of(f"“My brother sold the mill”\nBy Ada Brown\n\n{talk('', '', True)}\n")
    assert {c.voices for c in claims} == {("the interviewee",)}


def test_the_reporter_who_writes_in_the_first_person_is_still_meant() -> None:
    text = "By Ada Brown\n\nI met my brother in Vienna. My brother sold the mill to Oleg Tarin in 2014.\n"
    _, claims = voices_of(text)
    assert [[f.text for f in c.roles["seller"]] for c in claims if c.kind == "Deal"] == [["Ada Brown’s brother"]]


def test_they_who_killed_are_not_the_bank_that_was_sold() -> None:
    _, claims = voices_of("Ivan Testov sold the bank in 2014. They killed Dana Holt.\n")
    assert [f.text for c in claims if c.kind == "Killing" for f in c.roles.get("perpetrator", ())] == ["They"]
    _, claims = voices_of("The army came in 2014. They killed Dana Holt.\n")
    assert [f.text for c in claims if c.kind == "Killing" for f in c.roles.get("perpetrator", ())] == ["army"]


def test_a_russian_question_names_whom_it_is_put_to_by_patronymic() -> None:
    talk = (
        "Вера Павловна, кто купил завод?\n\nЗавод купил Олег Тарин.\n\nКто ещё знал?\n\nЕго партнёр. Он молчит.\n\n"
        "Чего вы ждёте?\n\nЯ жду суда. Больше мне ждать нечего.\n"
    )
    assert voices_of(f"Вдова говорит\n\n{talk}")[0] == {"Вера Павловна"}
    assert voices_of(f"Вдова говорит\n\n{talk.replace('Вера Павловна, кто', 'Кто')}")[0] == {"the interviewee"}
