"""Growth as SVG: seconds against size, both axes logarithmic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

WIDTH, HEIGHT, LEFT, TOP = 420, 300, 64, 24
COLOURS = ("#b45309", "#1d4ed8", "#047857")
GREY = "#94a3b8"
Series = Mapping[str, Sequence[tuple[int, float]]]


@dataclass(frozen=True)
class Axes:
    """Whole powers of ten around all points: ``across`` of the sizes, ``up`` of the seconds."""

    across: tuple[int, int]
    up: tuple[int, int]

    def at(self, size: float, seconds: float) -> tuple[float, float]:
        x = (log10(size) - self.across[0]) / (self.across[1] - self.across[0])
        y = (log10(seconds) - self.up[0]) / (self.up[1] - self.up[0])
        return round(LEFT + WIDTH * x, 1), round(TOP + HEIGHT * (1 - y), 1)


def plot(series: Series, unit: str, proportional: str) -> str:
    """A line a series (at most three) of (size, seconds); dashed, growth in proportion from one's start."""
    points = [p for found in series.values() for p in found]
    axes = Axes(_decades([x for x, _ in points]), _decades([y for _, y in points]))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + 40} {TOP + HEIGHT + 128}" '
        'font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="Growth">',
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        f'<rect x="{LEFT}" y="{TOP}" width="{WIDTH}" height="{HEIGHT}" fill="none" stroke="{GREY}"/>',
        *_scales(axes, unit),
    ]
    (size, seconds), largest = series[proportional][0], max(x for x, _ in points)
    end = min(largest, size * 10.0 ** axes.up[1] / seconds)
    (x0, y0), (x1, y1) = axes.at(size, seconds), axes.at(end, seconds * end / size)
    parts.append(f'<path d="M{x0} {y0}L{x1} {y1}" stroke="{GREY}" stroke-dasharray="4 4"/>')
    for number, ((name, found), colour) in enumerate(zip(series.items(), COLOURS, strict=False)):
        parts += _line(axes, name, found, colour, unit)
        below = TOP + HEIGHT + 56 + 18 * number
        parts.append(f'<circle cx="{LEFT + 6}" cy="{below - 4}" r="5" fill="{colour}"/>')
        parts.append(f'<text x="{LEFT + 18}" y="{below}">{name}, CPU seconds</text>')
    below = TOP + HEIGHT + 56 + 18 * len(series)
    parts.append(f'<path d="M{LEFT} {below - 4}h12" stroke="{GREY}" stroke-dasharray="4 4"/>')
    parts.append(f'<text x="{LEFT + 18}" y="{below}">growth in proportion</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _decades(values: Sequence[float]) -> tuple[int, int]:
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return low, max(high, low + 1)


def _scales(axes: Axes, unit: str) -> list[str]:
    parts = [f'<text x="{LEFT + WIDTH / 2}" y="{TOP + HEIGHT + 34}" text-anchor="middle">{unit}</text>']
    for tick in range(axes.across[0], axes.across[1] + 1):
        x, y = axes.at(10.0**tick, 10.0 ** axes.up[0])
        parts.append(f'<text x="{x}" y="{y + 16}" text-anchor="middle">{10**tick:,}</text>')
    for tick in range(axes.up[0], axes.up[1] + 1):
        x, y = axes.at(10.0 ** axes.across[0], 10.0**tick)
        parts.append(f'<text x="{x - 6}" y="{y + 4}" text-anchor="end">{10.0**tick:g} s</text>')
    return parts


def _line(axes: Axes, name: str, found: Sequence[tuple[int, float]], colour: str, unit: str) -> list[str]:
    dots = [(axes.at(size, seconds), f"{name}: {size:,} {unit}, {seconds:.3f} s") for size, seconds in found]
    path = "L".join(f"{x} {y}" for (x, y), _ in dots)
    return [
        f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>',
        *(f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"><title>{title}</title></circle>' for (x, y), title in dots),
    ]
