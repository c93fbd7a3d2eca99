"""Draws a chain of deals as SVG: parties as boxes, the asset passing down along arrows, each price as a bar."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from primafacie.dossier.chains import Chain, Party, Step
from primafacie.dossier.lettering import visible
from primafacie.dossier.numbers import money, number, percent, span
from primafacie.model import Amount, Claim

WIDTH = 720
BOX_WIDTH = 270
BAR_LEFT, BAR_WIDTH = 300, 300
LINE = 19
LABELS = 4
"""Claims written beside one arrow; further ones are counted, and stand in the table."""
STEPS = 24
"""Steps drawn of one chain; further ones are counted, and stand in the table."""
TIES = 3
"""Ties written beside one box; further ones are counted."""
_SAID = {"denies": "denied", "doubts": "not said firmly"}


class Scale(NamedTuple):
    """How long the bar of a price is: the highest of the chain fills the width. Another currency has no bar."""

    chain: int
    currency: str | None
    top: float

    @staticmethod
    def of(chain: int, claims: Sequence[Claim]) -> Scale:
        amounts = [c.amount for c in claims if c.amount and _positive(c.amount)]
        currency = next((a.currency for a in amounts if a.currency), None)
        return Scale(
            chain, currency, max((a.value or 0 for a in amounts if a.currency in (currency, None)), default=0.0)
        )

    def length(self, claim: Claim) -> float:
        amount = claim.amount
        if not amount or not _positive(amount) or amount.currency not in (self.currency, None):
            return 0.0
        return max(2.0, BAR_WIDTH * (amount.value or 0) / self.top)


def _positive(amount: Amount) -> bool:
    return amount.value is not None and math.isfinite(amount.value) and amount.value > 0


def wrap(text: str, width: float) -> list[str]:
    """The text in lines of about ``width`` letters; a word too long for a line is cut; wide scripts count double."""
    lines, line, used = [], "", 0.0
    for word in visible(text).split():
        for piece in _cut(word, width):
            size = _size(piece)
            if line and used + 1 + size > width:
                lines.append(line)
                line, used = "", 0.0
            line, used = (f"{line} {piece}" if line else piece), used + size + (1 if line else 0)
    return [*lines, line] if line else lines or [""]


def _size(text: str) -> float:
    return sum(2.0 if unicodedata.east_asian_width(char) in "WF" else 1.3 if char.isupper() else 1.0 for char in text)


def _cut(word: str, width: float) -> Iterator[str]:
    piece = ""
    for char in word:
        if piece and _size(piece) + _size(char) > width:
            yield piece
            piece = ""
        piece += char
    yield piece


def draw(chain: Chain, number_: int, numbers: dict[str, int]) -> Markup:
    """The chain as one ``svg`` element; ``numbers`` maps claim ids to footnotes, ``number_`` makes its ids unique."""
    parts: list[Markup] = []
    steps = chain.steps[:STEPS]
    y = 8
    scale = Scale.of(number_, [claim for step in steps for claim in step.claims])
    before: Amount | None = None
    last: Party | None = None
    seen: set[tuple[str, str]] = set()
    for step in steps:
        if last is None or not last.key or step.seller.key != last.key:
            if last is not None:
                parts.append(_break(y, bool(seen & {("buys", step.buyer.key), ("sells", step.seller.key)})))
                y += 34
                before = None
            y = _box(parts, step.seller, y)
        y, before = _arrow(parts, step, y, scale, before, numbers)
        y = _box(parts, step.buyer, y)
        last = step.buyer
        seen |= {("buys", step.buyer.key), ("sells", step.seller.key)}
    if len(chain.steps) > len(steps):
        y += 24
        parts.append(_text("tie", BAR_LEFT, y, f"{len(chain.steps) - len(steps)} more steps in the table", 0))
    words = "; ".join(_describe(step) for step in steps)
    return Markup(
        '<svg class="chain" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img" aria-labelledby="ct{n} cd{n}">'
        '<title id="ct{n}">How {asset} is said to have passed from hand to hand</title><desc id="cd{n}">{words}.</desc>'
        '<defs><marker id="ah{n}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0L10 5L0 10z"/></marker></defs>{parts}</svg>'
    ).format(
        w=WIDTH,
        h=y + 8,
        n=number_,
        asset=visible(chain.asset),
        words=words,
        parts=Markup("").join(parts),
    )


def _describe(step: Step) -> str:
    said = ", ".join(_label(claim) for claim in step.claims)
    return f"{visible(step.seller.name)} to {visible(step.buyer.name)}: {said}"


def _label(claim: Claim) -> str:
    parts = [span(claim.date) if claim.date else "date not said"]
    parts += [percent(claim.share)] if claim.share else []
    parts += [money(claim.amount)] if claim.amount else ["price not said"]
    parts += [] if claim.stance == "asserts" else [_SAID[claim.stance]]
    return " · ".join(parts)


def _box(parts: list[Markup], party: Party, y: int) -> int:
    """Draws the party with its ties to the right; returns the lower edge."""
    names = wrap(party.name, 29)
    ties = [
        (line, number_ if first else 0)
        for words, number_ in party.ties[:TIES]
        for first, line in _ends(wrap(words, 52))
    ]
    if len(party.ties) > TIES:
        ties.append((f"and {len(party.ties) - TIES} more, see who is who", 0))
    height = max(len(names), len(ties)) * LINE + 20
    kind = "box none" if not party.key else "box"
    parts.append(
        Markup('<rect class="{}" x="1" y="{}" width="{}" height="{}" rx="2"/>').format(kind, y, BOX_WIDTH, height)
    )
    first = y + height / 2 - (len(names) - 1) * LINE / 2 + 5
    parts += [
        Markup('<text class="party" x="{}" y="{}" text-anchor="middle">{}</text>').format(
            BOX_WIDTH // 2, _n(first + i * LINE), line
        )
        for i, line in enumerate(names)
    ]
    first = y + height / 2 - (len(ties) - 1) * LINE / 2 + 5
    for i, (line, number_) in enumerate(ties):
        parts.append(_text("tie", BAR_LEFT, first + i * LINE, line, number_))
    return y + height


def _ends(lines: list[str]) -> list[tuple[bool, str]]:
    return [(i == len(lines) - 1, line) for i, line in enumerate(lines)]


def _arrow(
    parts: list[Markup], step: Step, y: int, scale: Scale, before: Amount | None, numbers: dict[str, int]
) -> tuple[int, Amount | None]:
    """Draws the asset passing down with what each claim says of it; returns the arrow's point and the price it left."""
    at = y + 24
    for claim in step.claims[:LABELS]:
        parts.append(_text("deal", BAR_LEFT, at, _label(claim), numbers[claim.id]))
        at += LINE
        if price := scale.length(claim):
            denied = claim.stance == "denies"
            parts.append(
                Markup('<rect class="{}" x="{}" y="{}" width="{}" height="9"/>').format(
                    "price denied" if denied else "price", BAR_LEFT, at - 10, _n(price)
                )
            )
            if claim.amount and not denied and (fall := _fall(before, claim.amount)):
                parts.append(_text("fall", BAR_LEFT, at + 15, fall, 0))
                at += LINE
            at += 15
    if len(step.claims) > LABELS:
        parts.append(_text("tie", BAR_LEFT, at, f"and {len(step.claims) - LABELS} more claims, see the table", 0))
        at += LINE
    end = max(at, y + 50)
    style = "pass denied" if all(claim.stance == "denies" for claim in step.claims) else "pass"
    parts.append(
        Markup('<line class="{0}" x1="{1}" y1="{2}" x2="{1}" y2="{3}" marker-end="url(#ah{4})"/>').format(
            style, BOX_WIDTH // 2, y + 2, end - 2, scale.chain
        )
    )
    left = next((c.amount for c in step.claims if c.amount and _positive(c.amount) and c.stance != "denies"), before)
    return end, left


def _fall(before: Amount | None, now: Amount) -> str:
    """How the price moved since the last one said; nothing across two currencies."""
    if before is None or before.value is None or now.value is None or before.value == now.value:
        return ""
    if before.currency and now.currency and before.currency != now.currency:
        return ""
    change = (now.value - before.value) / before.value * 100
    unsure = "" if before.currency and now.currency else ", if in the same currency"
    return f"{number(round(abs(change), 1))} % {'below' if change < 0 else 'above'} the price before{unsure}"


def _break(y: int, again: bool) -> Markup:
    """A gap in the chain; ``again`` where the same party is said to have bought or sold before, so accounts may vie."""
    words = "another account, or another part" if again else "how it passed between is not said"
    text = _text("tie", BOX_WIDTH // 2 + 12, y + 22, words, 0)
    return (
        Markup('<line class="gap" x1="{0}" y1="{1}" x2="{0}" y2="{2}"/>').format(BOX_WIDTH // 2, y + 2, y + 32) + text
    )


def _text(style: str, x: int, y: float, words: str, footnote: int) -> Markup:
    note = (
        Markup('<a href="#n{0}" aria-label="footnote {0}"><tspan class="fn" dx="4" dy="-5">{0}</tspan></a>').format(
            footnote
        )
        if footnote
        else Markup("")
    )
    return Markup('<text class="{}" x="{}" y="{}">{}{}</text>').format(style, x, _n(y), escape(words), note)


def _n(value: float) -> str:
    """A coordinate without needless digits, the same on every machine."""
    return f"{value:.1f}".rstrip("0").rstrip(".")
