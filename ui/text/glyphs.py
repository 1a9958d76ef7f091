"""Where the glyphs of a range lie on a line. Positions are UTF-16 units, lengths pixels.

``QTextLine.cursorToX`` stands on the wrong side of the first character of a run against the paragraph's direction, so
a range is measured by its glyph runs. Where one glyph (a ligature) lies on both sides of a border it is cut there.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextLayout, QTextLine

_Flag = QTextLayout.GlyphRunRetrievalFlag
# Without a flag nothing is retrieved.
_PLACES = _Flag.RetrieveGlyphPositions
_GLYPHS = _Flag.RetrieveGlyphPositions | _Flag.RetrieveGlyphIndexes
_LONGEST_LIGATURE = 8


@dataclass(slots=True)
class GlyphBox:
    """The room of glyphs that stand side by side and run one way."""

    left: float
    right: float
    right_to_left: bool


def glyph_boxes(line: QTextLine, first: int, last: int, may_join: tuple[bool, bool]) -> list[GlyphBox]:
    """The boxes of a range of one line, in no order; at least one, of no width where there is no glyph.

    ``may_join`` says whether a ligature may lie over the range's first and over its last border.
    """
    before = _ligature(line, first) if may_join[0] else None
    after = _ligature(line, last) if may_join[1] else None
    outer = before[0] if before else first, after[1] if after else last
    found = []
    for run in line.glyphRuns(outer[0], outer[1] - outer[0], _PLACES):
        rectangle = run.boundingRect()
        found.append(GlyphBox(rectangle.left(), rectangle.right(), run.isRightToLeft()))
    if before:
        _clip(line, first, before, found, begins=True)
    if after:
        _clip(line, last, after, found, begins=False)
    if not found:
        one, two = _caret_x(line, first), _caret_x(line, last)
        found.append(GlyphBox(min(one, two), max(one, two), one > two))
    return found


def _clip(line: QTextLine, border: int, ligature: tuple[int, int], found: list[GlyphBox], *, begins: bool) -> None:
    """Cut the box that holds a ligature at a border inside it; Qt gives half a ligature a wrong place."""
    (run,) = line.glyphRuns(ligature[0], ligature[1] - ligature[0], _PLACES)
    glyph = run.boundingRect()
    cut = _caret_x(line, border)
    if not glyph.left() < cut < glyph.right():
        cut = glyph.center().x()
    for box in found:
        if box.left < cut < box.right:
            if begins != run.isRightToLeft():
                box.left = cut
            else:
                box.right = cut


def _ligature(line: QTextLine, border: int) -> tuple[int, int] | None:
    """The range of the one glyph that lies on both sides of a border, or None."""
    begun, ended = line.textStart(), line.textStart() + line.textLength()
    if not begun < border < ended:
        return None
    glyph = _glyph(line, border)
    if glyph is None or glyph != _glyph(line, border - 1):
        return None
    first, last = border - 1, border + 1
    while first > max(begun, border - _LONGEST_LIGATURE) and _glyph(line, first - 1) == glyph:
        first -= 1
    while last < min(ended, border + _LONGEST_LIGATURE) and _glyph(line, last) == glyph:
        last += 1
    return (first, last) if len(line.glyphRuns(first, last - first, _PLACES)) == 1 else None


def _glyph(line: QTextLine, at: int) -> tuple[tuple[int, ...], float] | None:
    """The glyphs of one unit and where the first of them stands; None where they are of several runs or none."""
    runs = line.glyphRuns(at, 1, _GLYPHS)
    if len(runs) != 1 or not (positions := runs[0].positions()):
        return None
    return tuple(runs[0].glyphIndexes()), positions[0].x()


def _caret_x(line: QTextLine, units: int) -> float:
    x: float = line.cursorToX(units)[0]  # type: ignore[index]
    return x
