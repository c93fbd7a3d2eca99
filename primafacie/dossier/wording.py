"""Says a claim as what it is: somebody's words. No sentence here is in the voice of the product."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from primafacie.dossier.clauses import CLAUSES, Clause
from primafacie.dossier.lettering import Safe, isolate
from primafacie.model import Claim

STANCES: Mapping[str, str] = MappingProxyType({
    "asserts": "says",
    "denies": "denies",
    "doubts": "says, but not firmly",
    "asks": "asks",
    "calls_for": "calls for",
    "supposes": "supposes",
})  # fmt: skip
"""Each stance as a verb. "doubts" covers "may have", "reportedly", "I believe": said, but not vouched for."""

_SCHEMATA = {"LegalEntity": "person or body", "Address": "place", "Thing": "not known what"}
"""FollowTheMoney schemata whose name would mislead a reader who does not know them."""
_UNNAMED = re.compile(
    r"(?:an?|the)\s|(?:some|somebody|someone|one|two|three|several|many|most|another|other|others|unnamed|anonymous|my|our"
    r"|his|her|their|people|witnesses|eyewitnesses|residents|sources|officials|those|they|we|it|he|she)"
    r"(?:\Z|\s(?-i:[a-z]))",
    re.IGNORECASE,
)
"""Words that begin a voice without a name; "One of the dockers", but not "One America"."""
_OFFICES = ("author", "editor", "interviewer", "journalist", "narrator", "reporter", "speaker", "writer")
_LABELS = ("question", "q", "interviewer", "host", "moderator")
"""Labels under which a transcript prints whoever asks."""
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


def plain(camel: str) -> str:
    """Such as "public body" for "PublicBody"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", camel).replace("_", " ").lower()


def kind_of(schema: str) -> str:
    """What an entity of this FollowTheMoney schema is, in a reader's words."""
    return _SCHEMATA.get(schema) or plain(schema)


def voice(words: str) -> str:
    """A voice as a sentence names it; "Who was there" becomes "somebody who was there", "A witness" "a witness"."""
    said = " ".join(words.split())
    if re.match(r"who(?:ever)?\s", said, re.IGNORECASE):
        return f"somebody {isolate(said[0].lower() + said[1:])}"
    if said.casefold() in _LABELS:
        return "the interviewer"
    if said.casefold() in _OFFICES:
        return f"the {said.lower()}"
    if _UNNAMED.match(said):
        return isolate(said[0].lower() + said[1:])
    return isolate(said) or "somebody not named"


def chain(voices: Sequence[str]) -> str:
    """The voices from the outermost to the one that speaks: "A, citing B, who cites C"."""
    if not voices:
        return "the text, which names nobody as saying so"
    parts = [voice(v) for v in voices]
    links = ["", ", citing ", *(", who cites " for _ in parts[2:])]
    return "".join(link + part for link, part in zip(links, parts, strict=False))


def sentence(claim: Claim, names: Mapping[str, str] = _NO_NAMES) -> Safe:
    """The claim in attributed reported speech, one sentence.

    ``names`` maps entity ids to names and is used where the words of the text say something else. An assertion is
    "According to A, citing B, …"; other stances are the innermost voice's act: "According to A, B denies that …".
    Raises KeyError for a kind or a stance that the vocabulary does not have.
    """
    clause = CLAUSES[claim.kind](claim, names)
    said = _said(claim, clause)
    said = re.sub(r"\s+", " ", said).rstrip(" ,")
    return Safe(said[0].upper() + said[1:] + ("" if said.endswith((".", "?", "!")) else "."))


def _said(claim: Claim, clause: Clause) -> str:
    statement = f"{clause.subject} {clause.finite} {clause.rest}"
    outer, speaker = claim.voices[:-1], voice(claim.voices[-1]) if claim.voices else "the text, without naming anybody,"
    if claim.stance in ("asserts", "doubts") or (claim.kind == "Demand" and claim.stance == "calls_for"):
        if not outer and claim.voices and speaker == clause.subject:
            lead = "by their own account"
        else:
            lead = f"according to {chain(claim.voices)}"
        loose = ", who does not say so firmly" if claim.voices else ", and not firmly"
        return f"{lead}{loose if claim.stance == 'doubts' else ''}, {statement}"
    lead = f"according to {chain(outer)}, " if outer else ""
    if claim.stance == "calls_for":
        return f"{lead}{speaker} calls for {clause.subject} to {clause.infinitive} {clause.rest}"
    verb = {"denies": "denies that", "asks": "asks whether", "supposes": "supposes that"}[claim.stance]
    return f"{lead}{speaker} {verb} {statement}"
