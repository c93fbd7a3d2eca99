"""A reliability diagram as SVG: how often claims of a confidence were right, against that confidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

SIDE, LEFT, TOP = 320, 56, 24
COLOURS = ("#b45309", "#1d4ed8")


def reliability(series: Mapping[str, Sequence[tuple[float, float, int]]]) -> str:
    """A line with dots for each series; a bin is (mean confidence, share right, claims), a dot's area its size."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE + LEFT + 24} {SIDE + TOP + 88}" '
        'font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="Reliability diagram">',
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        f'<path d="M{_x(0)} {_y(0)}H{_x(1)}V{_y(1)}H{_x(0)}Z" fill="none" stroke="#94a3b8"/>',
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#94a3b8" stroke-dasharray="4 4"/>',
    ]
    for tick in (0, 0.25, 0.5, 0.75, 1):
        parts.append(f'<text x="{_x(tick)}" y="{_y(0) + 16}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{_x(0) - 6}" y="{_y(tick) + 4}" text-anchor="end">{tick:g}</text>')
    parts.append(f'<text x="{_x(0.5)}" y="{_y(0) + 34}" text-anchor="middle">confidence of the claim</text>')
    middle = f"{_x(0) - 40} {_y(0.5)}"
    parts.append(
        f'<text transform="translate({middle}) rotate(-90)" text-anchor="middle">share of claims that were right</text>'
    )
    for number, ((name, found), colour) in enumerate(zip(series.items(), COLOURS, strict=False)):
        line = "L".join(f"{_x(mean)} {_y(share)}" for mean, share, _ in found)
        parts.append(f'<path d="M{line}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        for mean, share, n in found:
            radius = round(min(14.0, 1.5 + n**0.5), 1)
            parts.append(
                f'<circle cx="{_x(mean)}" cy="{_y(share)}" r="{radius}" fill="{colour}" fill-opacity="0.55">'
                f"<title>{name}: {n} claims, confidence {mean:.2f}, right {share:.2f}</title></circle>"
            )
        at = _y(0) + 56 + 18 * number
        parts.append(f'<circle cx="{_x(0) + 6}" cy="{at - 4}" r="5" fill="{colour}"/>')
        parts.append(f'<text x="{_x(0) + 18}" y="{at}">{name} (area of a dot: number of claims)</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _x(value: float) -> float:
    return round(LEFT + SIDE * value, 1)


def _y(value: float) -> float:
    return round(TOP + SIDE * (1 - value), 1)
