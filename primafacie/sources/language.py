"""Which language a text is written in (ISO 639-1).

py3langid (Lui and Baldwin 2012, "langid.py: An Off-the-shelf Language Identification Tool") needs no network, and told
seventeen one-sentence samples apart, Ukrainian, Kyrgyz and Uzbek among them, on which lingua failed.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import Any

SAMPLE = 6_000
"""Characters looked at, a third each from the beginning, the middle and the end."""
FEWEST_LETTERS = 20
"""Below this a text is a name or a number, which has no language."""
SURE = 0.8
"""From this confidence on the words overrule what the file declares: templates declare "en" whatever they hold."""
ARTICLES = 0.03
"""More "the" than this is English (in which it is 5 to 7 words of a hundred) and no other language; it spares most
documents the model, whose loading costs half a second and 100 MB for a moment."""

_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"[a-z]{2}(?=$|[-_])")


@cache
def _identifier() -> Any:
    langid = import_module("py3langid.langid")
    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    # A short text is otherwise taken for the creole or dialect of its language: English for Nigerian Pidgin.
    identifier.set_languages(sorted({name for name in identifier.nb_classes if len(name) == 2}))
    return identifier


def detect(text: str) -> tuple[str | None, float]:
    """The likeliest language and how sure it is, 0..1; (None, 0.0) where there are too few letters to tell."""
    third = SAMPLE // 3
    middle = max(0, len(text) // 2 - third // 2)
    sample = text if len(text) <= SAMPLE else text[:third] + " " + text[middle:middle + third] + " " + text[-third:]
    if len(_LETTER.findall(sample)) < FEWEST_LETTERS:
        return None, 0.0
    words = _WORD.findall(sample.lower())
    if words.count("the") > ARTICLES * len(words) and words.count("the") >= 5:
        return "en", 1.0
    language, confidence = _identifier().classify(sample)
    return str(language), float(confidence)


def code(tag: str | None) -> str | None:
    """The ISO 639-1 code of a language tag such as "en-GB" or "ru_RU"; None where it is none."""
    match = _CODE.match((tag or "").strip().lower())
    return match.group() if match else None


def settle(text: str, declared: str | None) -> str | None:
    """The language of a text whose file declares one (or not): the words decide when they are clear."""
    language, confidence = detect(text)
    stated = code(declared)
    return language if language and (confidence >= SURE or not stated) else stated
