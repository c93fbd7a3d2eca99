"""The Russian dictionary (OpenCorpora, by pymorphy3): loaded once a process, when a Russian word is first asked
about."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

NAMES = ("Name", "Surn", "Patr")


@cache
def dictionary() -> Any:
    """pymorphy3's analyzer; about 15 MB."""
    from pymorphy3 import MorphAnalyzer  # type: ignore[import-untyped]

    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=2_000)
def name_in_nominative(name: str) -> str:
    """A person's name in the nominative: "Борисом Каменским" is "Борис Каменский"; as written where no case fits
    all words."""
    words = name.split()
    parses = [
        [p for p in dictionary().parse(word.strip(".,")) if any(kind in p.tag for kind in NAMES)] for word in words
    ]
    for case in ("nomn", "ablt", "gent", "datv", "accs", "loct"):
        for gender in ("masc", "femn"):
            fitting = [
                next(
                    (
                        p
                        for p in row
                        if p.tag.case == case and p.tag.number == "sing" and p.tag.gender in (gender, None)
                    ),
                    None,
                )
                for row in parses
            ]
            forms = [p.inflect({"nomn"}) for p in fitting if p is not None]
            if forms and len(forms) == len(words) and all(forms):
                return " ".join(_like(word, form.word) for word, form in zip(words, forms, strict=True))
    return name


def _like(word: str, form: str) -> str:
    return form.upper() if word.isupper() and len(word) > 1 else "-".join(part.capitalize() for part in form.split("-"))
