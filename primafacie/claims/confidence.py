"""How sure the reader is of a claim: the share of such claims that people who marked texts by hand found there too.

A logistic model over a few features that are known when a claim is read. Its weights are data, fitted by
``bench/quality/calibrate.py`` and kept one file a language (``calibration/<language>.yaml``).
For the method see Platt (1999), "Probabilistic outputs for support vector machines", and Guo et al. (2017), "On
calibration of modern neural networks".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from math import exp, log
from types import MappingProxyType

import yaml

from primafacie.claims.languages import Language
from primafacie.claims.parsing import Parsed
from primafacie.model import Claim
from primafacie.vocabulary import KINDS

LOWEST, HIGHEST = 0.02, 0.98
"""No reading of a text is certain, and none that was worth writing down is impossible."""
ROOTS = frozenset({"VERB", "AUX"})
USUAL = 25
"""Tokens of a sentence of usual length."""


def features(claim: Claim, parsed: Parsed, language: Language) -> dict[str, float]:
    """What is known of a claim as it is read, each feature between about -3 and 3; ``claim.confidence`` is the prior.

    ``prior`` is the log odds of the lexicon's own confidence, lowered where core roles stay empty.
    """
    kind = KINDS[claim.kind]
    core = [f for role in kind.core for f in claim.roles.get(role, ())]
    prior = min(0.99, max(0.01, claim.confidence))
    first, last = parsed.token_at(claim.quote.start), parsed.token_at(max(claim.quote.start, claim.quote.end - 1))
    sentence = parsed.doc[first].sent
    found = {
        "prior": log(prior / (1 - prior)),
        "core filled": sum(role in claim.roles for role in kind.core) / len(kind.core),
        "core named": sum(_named(f.text) for f in core) / max(1, len(core)),
        "unresolved": float(sum(language.unresolved(f.text) for f in claim.fillers())),
        "several fillers": float(len(core) > len(kind.core)),
        "value": float(any((claim.amount, claim.count, claim.share, claim.date))),
        "long sentence": log(max(1, len(sentence)) / USUAL),
        "long quote": log(max(1, last - first + 1) / max(1, len(sentence))),
        "over sentences": float(last >= sentence.end),
        "no verb": float(sentence.root.pos_ not in ROOTS),
        "told by others": float(min(2, len(claim.voices) - 1)),
        f"stance {claim.stance}": 1.0,
        f"kind {claim.kind}": 1.0,
        f"passage {parsed.passage(first).role}": 1.0,
    }
    return {name: value for name, value in found.items() if value}


def _named(text: str) -> bool:
    return any(c.isupper() for c in text)


@cache
def weights(language: str) -> Mapping[str, float]:
    """The weights of a language, ``bias`` among them; empty where nobody has fitted any yet."""
    path = files("primafacie.claims") / "calibration" / f"{language}.yaml"
    if not path.is_file():
        return MappingProxyType({})
    raw = yaml.safe_load(path.read_text("utf-8"))
    return MappingProxyType({str(name): float(weight) for name, weight in raw["weights"].items()})


def probability(found: Mapping[str, float], model: Mapping[str, float]) -> float:
    """The logistic function of the weighted features; a feature without a weight counts for nothing."""
    score = model["bias"] + sum(model.get(name, 0.0) * value for name, value in found.items())
    return min(HIGHEST, max(LOWEST, 1 / (1 + exp(-score))))


def calibrated(claim: Claim, parsed: Parsed, language: Language) -> Claim:
    """The claim with a calibrated confidence, in hundredths; as it is where the language has no weights."""
    model = weights(language.code)
    if not model:
        return claim
    return replace(claim, confidence=round(probability(features(claim, parsed, language), model), 2))
