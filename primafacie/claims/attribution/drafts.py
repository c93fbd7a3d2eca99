"""An attribution in the making: the units fill it in turn, and only what has content at the end is handed out."""

from __future__ import annotations

from dataclasses import dataclass, field

from primafacie.claims.attribution.record import Attribution, Range
from primafacie.claims.attribution.trees import Trees


@dataclass(slots=True)
class Draft:
    """What is known so far of one cue; ``zone`` is the reporting clause, content and quotations left out."""

    cue: Range
    stance: str
    sort: str
    zone: Range
    source: Range | None = None
    head: int | None = None
    addressee: int | None = None
    content: list[Range] = field(default_factory=list)
    held: bool = True
    speaks: bool = False
    """Whether a quotation beside it may be its content."""
    marks: str = "none"
    """all where a quotation is the content, some where parts of the content stand in quotation marks."""

    def add(self, span: Range) -> None:
        """One more piece of content; pieces that touch (or overlap) become one. The cue itself is never content."""
        pieces = [span]
        if span[0] < self.cue[1] and self.cue[0] < span[1]:
            pieces = [p for p in ((span[0], self.cue[0]), (self.cue[1], span[1])) if p[0] < p[1]]
        for piece in pieces:
            near = [c for c in self.content if c[0] <= piece[1] and piece[0] <= c[1]]
            whole = (min([piece[0], *(c[0] for c in near)]), max([piece[1], *(c[1] for c in near)]))
            self.content = sorted([c for c in self.content if c not in near] + [whole])

    def _close_bracket(self, trees: Trees) -> None:
        """Takes the bracket after the source in where it opens inside it: "Chairman Keel (R-Utah)"."""
        if self.source is not None and self.source[1] < trees.size and trees.words[self.source[1]] == ")":
            inside = trees.words[slice(*self.source)]
            if inside.count("(") > inside.count(")"):
                self.source = (self.source[0], self.source[1] + 1)

    def _leave_out_source(self) -> None:
        """Cuts the source out of a piece that it ends: "“…,” Ada Moss, who runs the mill, told a court"."""
        if self.source is None:
            return
        start, end = self.source
        self.content = [(a, start) if a < start < b <= end + 1 <= self.cue[1] else (a, b) for a, b in self.content]

    def finished(self, trees: Trees) -> Attribution | None:
        """The record, or None where there is no content (or none but the source and the cue themselves)."""
        self._leave_out_source()
        low, high = trees.bounds(self.cue[0]) if self.cue[0] in trees.quoted else (0, trees.size)
        pieces = [trees.trim(max(a, low), min(b, high)) for a, b in self.content if a < high and low < b]
        pieces = [(a, b - 1 if trees.opens(b - 1) else b) for a, b in pieces if a < b]
        pieces = [p for p in pieces if any(trees.pos[i] not in ("PUNCT", "SPACE") for i in range(*p))]
        if not pieces:
            return None
        pieces = [(a, trees.closed(a, b)) for a, b in pieces]
        self._close_bracket(trees)
        if self.source is not None and self.source[0] >= self.source[1]:
            self.source = self.head = None
        if self.source is not None and self.head is not None:
            self.head = min(max(self.head, self.source[0]), self.source[1] - 1)
        quality = {"all": "direct", "some": "mixed"}.get(self.marks, "indirect")
        return Attribution(
            self.source, self.head, self.cue, tuple(pieces), self.stance, quality, self.addressee, self.sort, self.held,
        )  # fmt: skip
