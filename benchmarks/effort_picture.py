"""What `effort.py` measured, as a picture: actions for each span and F1 of suggestions, by sentences learnt from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Row = Mapping[str, object]

_WIDTH, _HEIGHT, _LEFT, _RIGHT = 640, 260, 60, 40
_GREEN, _BROWN, _BLUE = "#0a7d5a", "#9a6a00", "#2f5fd0"
_REST, _ONE = "actions a span, accept the rest", "actions a span, one by one"
_NESTED, _FLAT = "Wojood val, nested spans, {} learnt from", "Wojood val, outermost spans, {} learnt from"


@dataclass(frozen=True, slots=True)
class Curve:
    """The rows of one curve: ``what`` they measure, their ``size`` with {} for the sentences learnt from."""

    name: str
    what: str
    size: str
    colour: str
    dashed: bool = False


_ACTIONS = (
    Curve("nested spans, one by one", _ONE, _NESTED, _BROWN),
    Curve("outermost spans, accept the rest", _REST, _FLAT, _BLUE),
    Curve("nested spans, accept the rest", _REST, _NESTED, _GREEN),
    Curve("nested spans, and what is decided on the way", _REST, _NESTED + ", and on the way", _GREEN, dashed=True),
)
_F1 = (
    Curve("nested spans", "F1 of suggestions", _NESTED, _GREEN),
    Curve("outermost spans", "F1 of suggestions", _FLAT, _BLUE),
)


def picture(rows: Sequence[Row], steps: Sequence[int]) -> str:
    """An SVG picture of the rows at these numbers of sentences learnt from."""
    measured = {(str(row["what"]), str(row["size"])): float(str(row["value"])) for row in rows}
    height = 2 * _HEIGHT + 30
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}"',
            ' font-family="sans-serif" font-size="12">',
            f'<rect width="{_WIDTH}" height="{height}" fill="white"/>',
            *_panel("actions for each span (by hand: 2)", _ACTIONS, (0.5, 1.0, 1.5, 2.0), measured, steps, 0),
            *_panel("F1 of suggestions, %", _F1, (20, 40, 60, 80), measured, steps, _HEIGHT),
            f'<text x="{_WIDTH / 2}" y="{height - 10}" text-anchor="middle">sentences learnt from</text>',
            "</svg>",
            "",
        ]
    )


def _panel(
    title: str,
    curves: Sequence[Curve],
    marks: Sequence[float],
    measured: Mapping[tuple[str, str], float],
    steps: Sequence[int],
    top: int,
) -> list[str]:
    def x(at: int) -> float:
        return _LEFT + at * (_WIDTH - _LEFT - _RIGHT) / (len(steps) - 1)

    def y(value: float) -> float:
        return top + 40 + (marks[-1] - value) * (_HEIGHT - 70) / (marks[-1] - marks[0])

    lines = [f'<text x="{_LEFT}" y="{top + 22}" font-weight="bold">{title}</text>']
    for mark in marks:
        lines.append(f'<path d="M{_LEFT} {y(mark):.1f}H{_WIDTH - _RIGHT}" stroke="#ccc"/>')
        lines.append(f'<text x="{_LEFT - 10}" y="{y(mark) + 4:.1f}" text-anchor="end">{mark}</text>')
    for at, number in enumerate(steps):
        lines.append(f'<text x="{x(at):.1f}" y="{top + _HEIGHT - 10}" text-anchor="middle">{number}</text>')
    for place, curve in enumerate(curves):
        values = [(at, measured.get((curve.what, curve.size.format(number)))) for at, number in enumerate(steps)]
        path = " ".join(f"{x(at):.1f},{y(value):.1f}" for at, value in values if value is not None)
        dashes = ' stroke-dasharray="5 4"' if curve.dashed else ""
        lines.append(f'<polyline points="{path}" fill="none" stroke="{curve.colour}" stroke-width="2"{dashes}/>')
        below = y(marks[0]) - 6 - 16 * (len(curves) - 1 - place)
        lines.append(f'<path d="M{_LEFT + 8} {below - 4:.1f}h24" stroke="{curve.colour}" stroke-width="2"{dashes}/>')
        lines.append(f'<text x="{_LEFT + 40}" y="{below:.1f}" fill="{curve.colour}">{curve.name}</text>')
    return lines
