"""How stances outweigh and undo one another, in whatever language they are put."""

from __future__ import annotations

FLIP = {"asserts": "denies", "denies": "asserts", "doubts": "doubts", "asks": "asks", "calls_for": "denies",
        "supposes": "denies"}  # fmt: skip
"""What a stance becomes under "not"."""
RANK = ("asserts", "supposes", "doubts", "calls_for", "denies", "asks")
"""Of two stances the later one holds."""


def combine(clause: str, cues: list[str]) -> str:
    """The stance of a clause inside attributions, ``cues`` innermost first: "denied that they had not paid" asserts.

    What one voice only claims and another denies is denied: "rejected claims that they had paid".
    """
    result = clause
    for cue in cues:
        if cue == "denies":
            result = "denies" if result == "doubts" else FLIP[result]
        elif cue != "asserts" and RANK.index(cue) > RANK.index(result):
            result = cue
    return result
