"""Attributions as records that stand on their own: source, cue and content as characters of the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from primafacie.claims.attribution.record import Attribution, Range
from primafacie.claims.parsing import Parsed
from primafacie.values.spans import Span


@dataclass(frozen=True, slots=True)
class Reported:
    """Somebody is reported to say something. All spans are characters of the source's text, verbatim."""

    source: str
    """The id of the document."""
    voice: Span | None
    """Whoever says it, in the words of the text; None where nobody is named ("reportedly")."""
    cue: Span
    content: tuple[Span, ...]
    """What is said, in order; several spans where the cue or other words of the reporter stand between."""
    stance: str
    quality: str
    """direct, indirect or mixed, as in ``Attribution``."""

    def to_json(self) -> dict[str, Any]:
        """The interchange form; ``content`` is one span, or a list where there are several."""
        content = [_place(span) for span in self.content]
        return {
            "source": self.source,
            "voice": None if self.voice is None else {"text": self.voice.text, **_place(self.voice)},
            "cue": _place(self.cue),
            "content": content[0] if len(content) == 1 else content,
            "stance": self.stance,
            "quality": self.quality,
        }


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def reported(parsed: Parsed, found: Iterable[Attribution]) -> Iterator[Reported]:
    """The attributions of a parse with their words, in the order given."""
    for attribution in found:
        yield _reported(parsed, attribution)


def _reported(parsed: Parsed, attribution: Attribution) -> Reported:
    def span(tokens: Range) -> Span:
        start, end = parsed.chars(tokens[0], tokens[1] - 1)
        return Span(start, end, parsed.source.text[start:end])

    return Reported(
        source=parsed.source.id, voice=span(attribution.source) if attribution.source else None,
        cue=span(attribution.cue), content=tuple(map(span, attribution.content)), stance=attribution.stance,
        quality=attribution.quality,
    )  # fmt: skip
