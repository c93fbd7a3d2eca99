"""A plot of cost against size, both in powers of ten, as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10

WIDE, HIGH, LEFT, TOP = 420, 260, 72, 40


def diagram(points: Sequence[tuple[int, float]]) -> str:
    """Points of (entries, microseconds a query); a dashed line shows what growth in step with the entries would be."""
    first, last = points[0], points[-1]
    low = 10 ** int(log10(min(cost for _, cost in points)))
    high = 10 ** (int(log10(max(cost for _, cost in points) * 10)) + 1)

    def x(entries: float) -> float:
        return round(LEFT + WIDE * log10(entries / first[0]) / log10(max(last[0] / first[0], 10)), 1)

    def y(cost: float) -> float:
        return round(TOP + HIGH * (1 - log10(cost / low) / log10(high / low)), 1)

    in_step = min(last[0], first[0] * high / first[1])
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE + LEFT + 40} {HIGH + TOP + 64}" '
        'font-family="system-ui, sans-serif" font-size="12" role="img" '
        'aria-label="Cost of a query by size of the lists">',
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="22" font-size="14">Screening one name: cost by size of the lists</text>',
        f'<path d="M{LEFT} {TOP}V{TOP + HIGH}H{LEFT + WIDE}" fill="none" stroke="#94a3b8"/>',
    ]
    cost = low
    while cost <= high:
        said = f"{cost / 1000:g} ms" if cost >= 1000 else f"{cost:g} µs"
        parts.append(f'<path d="M{LEFT} {y(cost)}h{WIDE}" stroke="#e2e8f0"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y(cost) + 4}" text-anchor="end">{said}</text>')
        cost *= 10
    parts.append(
        f'<path d="M{x(first[0])} {y(first[1])}L{x(in_step)} {y(first[1] * in_step / first[0])}" fill="none" '
        'stroke="#94a3b8" stroke-dasharray="5 4"/>'
    )
    line = "L".join(f"{x(entries)} {y(spent)}" for entries, spent in points)
    parts.append(f'<path d="M{line}" fill="none" stroke="#1d4ed8" stroke-width="2"/>')
    for entries, spent in points:
        parts.append(f'<circle cx="{x(entries)}" cy="{y(spent)}" r="4" fill="#1d4ed8"><title>{entries:,} entries: '
                     f"{spent:,} µs</title></circle>")
        parts.append(f'<text x="{x(entries)}" y="{y(spent) + 20}" text-anchor="middle">{spent:,.0f}</text>')
        parts.append(f'<text x="{x(entries)}" y="{TOP + HIGH + 18}" text-anchor="middle">{entries:,}</text>')
    parts.append(f'<text x="{LEFT + WIDE / 2}" y="{TOP + HIGH + 40}" text-anchor="middle">entries of the lists</text>')
    parts.append(f'<text x="{LEFT + 12}" y="{TOP + 14}" fill="#64748b">dashed: growth in step with the lists</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"
