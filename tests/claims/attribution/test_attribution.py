"""Who says what: golden texts, the examples of the lexicon, chains, and what must hold for any text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from primafacie.claims.attribution import Attribution, Attributions
from primafacie.claims.attribution.cues import CueError, _group, cues
from primafacie.claims.parsing import Parsed, parse
from primafacie.model import STANCES, Passage, Quotation, Source, digest

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "claims"
QUOTED = re.compile(r"“[^“”]*”?|\"[^\"]*\"|(?<!\w)‘[^‘]*?[.,?!]’")
EXAMPLES = [(group, example) for group in cues().groups for example in group.examples]


def document(text: str, role: str = "prose") -> Parsed:
    """The text parsed; a passage is what stands between blank lines, a quotation what stands between marks."""
    source = Source(digest(text), "text.txt", "text/plain", text, len(text))
    passages = []
    for number, found in enumerate(re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)):
        quotations = tuple(
            Quotation(found.start() + q.start(), found.start() + q.end(), open=q[0][-1] not in '”"’' or len(q[0]) == 1)
            for q in QUOTED.finditer(found[0])
        )
        passages.append(Passage(source.id, number, *found.span(), role=role, quotations=quotations))
    return next(parse(source, passages))


def words(parsed: Parsed, attribution: Attribution) -> dict[str, Any]:
    """The attribution in the words of the text, the pieces of its content divided by bars."""

    def text(span: tuple[int, int]) -> str:
        return " ".join(parsed.text(span[0], span[1] - 1).split())

    return {
        "source": text(attribution.source) if attribution.source else "",
        "cue": text(attribution.cue),
        "content": "|".join(text(piece) for piece in attribution.content),
        "stance": attribution.stance,
        "quality": attribution.quality,
        "addressee": parsed.doc[attribution.addressee].text if attribution.addressee is not None else None,
    }


def listing(parsed: Parsed) -> Iterator[str]:
    """One line an attribution, under the line of the passage where its content starts."""
    attributions = Attributions(parsed).all()
    for number, passage in enumerate(parsed.passages):
        yield "> " + " ".join(parsed.source.text[passage.start : passage.end].split())
        for attribution in attributions:
            if parsed.passage_of[attribution.content[0][0]] == number:
                row = words(parsed, attribution)
                told = f" -> {row['addressee']}" if row["addressee"] else ""
                content = row["content"].replace("|", " … ")
                yield (f"{row['source'] or '(nobody named)'}{told} | {row['cue']} | {content}"
                       f" | {row['stance']}, {row['quality']}")  # fmt: skip


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("attribution*.txt")), ids=lambda path: path.stem)
def test_golden(path: Path) -> None:
    given_text, expected = path.read_text("utf-8").split("\n---\n")
    role = "heading" if "headlines" in path.stem else "prose"
    assert "\n".join(listing(document(given_text, role))) == expected.strip()


@pytest.mark.parametrize(("group", "example"), EXAMPLES, ids=[example["text"] for _, example in EXAMPLES])
def test_examples_of_the_lexicon(group: object, example: dict[str, Any]) -> None:
    parsed = document(example["text"])
    wanted = {"stance": "asserts", **{key: value for key, value in example.items() if key != "text"}}
    found = [words(parsed, a) for a in Attributions(parsed, attitudes=True).all()]
    assert any(all(row[key] == value for key, value in wanted.items()) for row in found), found


def test_every_group_of_the_lexicon_has_an_example() -> None:
    assert [sorted(group.lemmas)[:3] for group in cues().groups if not group.examples] == []


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [({"stance": "perhaps", "lemmas": "say"}, "stance 'perhaps'"), ({"stance": "asserts", "sort": "x"}, "sort 'x'"),
     ({"stance": "asserts", "takes": ["clauses"]}, "clauses")],
)  # fmt: skip
def test_a_wrong_group_is_named(raw: dict[str, Any], complaint: str) -> None:
    with pytest.raises(CueError, match=complaint):
        _group(raw, "verbs, group 1")


def chain(text: str, word: str) -> list[str]:
    """The sources of those who say the word, outermost first, each with its stance."""
    parsed = document(text)
    token = next(t.i for t in parsed.doc if t.text == word)
    return [f"{words(parsed, a)['source']} {a.stance}" for a in Attributions(parsed).chain(token)]


def test_the_chain_runs_from_the_outermost_voice_to_the_innermost() -> None:
    assert chain("The bureau believes the driver told Keel that the guards had fired.", "fired") == [
        "The bureau doubts", "the driver asserts"]  # fmt: skip
    assert chain("“When the police say that nobody was hurt, they lie,” Keel said.", "hurt") == [
        "Keel asserts", "the police asserts"]  # fmt: skip
    assert chain("The mine was sold for nothing, the Gazette reported, citing police.", "sold") == [
        "the Gazette asserts", "police asserts"]  # fmt: skip


def test_the_cue_itself_is_the_authors() -> None:
    assert chain("The widow accused the police of killing her son.", "accused") == []
    assert chain("The widow accused the police of killing her son.", "killing") == ["The widow doubts"]


def test_plans_and_praise_stay_the_authors_unless_asked_for() -> None:
    parsed = document("The owners plan to sell the mine. The union praised the verdict.")
    assert Attributions(parsed).all() == ()
    assert [words(parsed, a)["cue"] for a in Attributions(parsed, attitudes=True).all()] == ["plan", "praised"]


WORDS = """said Keel the minister that according to I was sold who denied paying reportedly by as put it told them of
accused fraud claim no evidence Rumours x citing in her words asked whether 's “ ” " ‘ ’ , . : ? ( ) — … ¶"""
PIECES = st.sampled_from(["\n\n" if word == "¶" else word for word in WORDS.split()])


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=40))
def test_any_text_gives_sound_ranges(pieces: list[str]) -> None:
    text = " ".join(pieces)
    if not any(c.isalpha() for c in text):
        text += " x"
    parsed = document(text)
    attributions = Attributions(parsed, attitudes=True)
    size = len(parsed.doc)
    for a in attributions.all():
        assert a.stance in STANCES
        assert a.quality in ("direct", "indirect", "mixed")
        for start, end in (*a.content, a.cue, *([a.source] if a.source else [])):
            assert 0 <= start < end <= size
        assert list(a.content) == sorted(a.content)
        assert (a.source is None) == (a.head is None)
        assert a.head is None or a.source is None or a.source[0] <= a.head < a.source[1]
    lengths = {id(a): sum(end - start for start, end in a.content) for a in attributions.all()}
    for token in range(size):
        held = [lengths[id(a)] for a in attributions.chain(token)]
        assert held == sorted(held, reverse=True)
