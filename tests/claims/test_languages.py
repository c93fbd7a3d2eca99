"""A document is read by the record of its language; one that cannot be read says so and keeps its text."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from primafacie import claims
from primafacie.claims.languages import language
from primafacie.claims.parsing import Parsed
from primafacie.model import Passage, Source
from tests.claims.reading import passages_of

ENGLISH = """
import sys
from primafacie import claims
from primafacie.model import Source
from tests.claims.reading import passages_of
source = Source("0" * 64, "t", "text/plain", "Ivan Serik sold Orda Bank to Meridian.", 38, language="en")
assert claims.extract(source, passages_of(source))[0]
print(*sorted({"slovnet", "navec", "razdel", "pymorphy3", "primafacie.claims.russian"} & set(sys.modules)))
"""


@pytest.mark.parametrize("code", claims.LANGUAGES)
def test_each_language_names_its_reader(code: str) -> None:
    assert language(code).code == code
    assert language(code).extractor == f"lexicon-{code}/{claims.VERSION}"


def test_a_language_that_cannot_be_read_gives_a_problem_and_no_claims() -> None:
    source = Source("0" * 64, "letero.txt", "text/plain", "La direktoro vendis la bankon.", 30, language="eo")
    found, problems = claims.extract(source, passages_of(source))
    assert found == ()
    (problem,) = problems
    assert "'eo'" in problem.what
    assert "ru" in problem.next
    assert not problem.fatal


def test_an_english_text_loads_nothing_russian() -> None:
    done = subprocess.run([sys.executable, "-c", ENGLISH], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("module", ["engine", "quantities", "distinct", "confidence", "languages"])
def test_what_reads_every_language_names_none(module: str) -> None:
    code = Path(claims.__file__).with_name(f"{module}.py").read_text("utf-8")
    assert not any(f"primafacie.claims.{package}" in code for package in claims.LANGUAGES.values())


def test_a_parse_whose_heads_run_in_a_circle_is_refused() -> None:
    vocab = Vocab()
    tree = Doc(vocab, words=["Bekov", "sold", "it"], heads=[1, 1, 1], deps=["nsubj", "ROOT", "dobj"])
    loop = Doc(vocab, words=["Bekov", "sold", "it"], heads=[1, 2, 1], deps=["nsubj", "dep", "dep"])
    source = Source("0" * 64, "sale.txt", "text/plain", "Bekov sold it Bekov sold it", 27)
    passage = Passage(source.id, 0, 0, 27)
    assert len(Parsed(source, [passage, passage], [tree, tree], [0, 14]).doc) == 6
    with pytest.raises(ValueError, match=r"sale\.txt.*circle"):
        Parsed(source, [passage, passage], [tree, loop], [0, 14])
