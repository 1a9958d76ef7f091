"""A block shaped once: its lines, where each range of it lies on them, and which position lies at a point.

Spans never enter a text format: a format would split the shaping and break the joining of letters. All ranges here are
code points of the block (0 is its first character), all lengths pixels; x grows to the right from the block's left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption

from annotate.arabic.tokens import graphemes
from ui.offsets import Offsets

_RETRIEVED = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
)
_LONGEST_LIGATURE = 8
# What Qt would take for a line's or an object's end, or could not encode. One character each, so offsets stay.
_DISPLAY = {0x2029: "\u2028", 0xFFFC: "\ufffd", 0x0000: "\u2400"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a range on one line. ``start`` and ``end`` are code points, ``left`` and ``right`` pixels.

    ``opens`` holds where the range begins on this line, ``closes`` where it ends here.
    """

    line: int
    rectangles: tuple[tuple[float, float], ...]
    opens: bool
    closes: bool

    @property
    def left(self) -> float:
        """The left edge of the leftmost rectangle."""
        return self.rectangles[0][0]

    @property
    def right(self) -> float:
        """The right edge of the rightmost rectangle."""
        return self.rectangles[-1][1]


@dataclass(frozen=True, slots=True)
class _Cell:
    """The room of one grapheme on its line."""

    left: float
    right: float
    right_to_left: bool


class ShapedBlock:
    """The shaping of a block's text at a font, a width and a direction."""

    def __init__(self, text: str, font: QFont, width: float, right_to_left: bool) -> None:
        self.text = text
        self.width = width
        self.right_to_left = right_to_left
        self.offsets = Offsets(text)
        self._layout = _laid_out(_displayed(text), font, width, right_to_left)
        self.lines: list[QTextLine] = [self._layout.lineAt(index) for index in range(self._layout.lineCount())]
        ends = [line.textStart() + line.textLength() for line in self.lines]
        self.ends = [self.offsets.to_text(end) for end in ends]
        self.starts = [0, *self.ends[:-1]]
        self._carets: dict[int, list[tuple[float, int]]] = {}

    def line_of(self, position: int) -> int:
        """The line of a position; a border between two lines belongs to the second."""
        return next((index for index, end in enumerate(self.ends) if position < end), len(self.lines) - 1)

    def stretches(self, start: int, end: int) -> list[Stretch]:
        """Where a range lies, line by line; it may begin before the block and end behind it.

        White space where a line breaks takes no room, unless nothing else is in the range.
        """
        first, last = max(start, 0), min(end, len(self.text))
        if first >= last:
            return []
        pieces: list[tuple[int, int, int]] = []
        for index in range(self.line_of(first), self.line_of(last - 1) + 1):
            low, high = max(first, self.starts[index]), min(last, self.ends[index])
            if high == self.ends[index] and index + 1 < len(self.lines):
                high = low + len(self.text[low:high].rstrip())
            if low < high:
                pieces.append((index, low, high))
        pieces = pieces or [(self.line_of(first), first, last)]
        return [
            Stretch(
                index,
                tuple(self._rectangles(self.lines[index], low, high)),
                number == 0 and start >= 0,
                number + 1 == len(pieces) and end <= len(self.text),
            )
            for number, (index, low, high) in enumerate(pieces)
        ]

    @cached_property
    def stops(self) -> list[int]:
        """The borders between graphemes, where carets and spans may stand."""
        return [0, *(end for _, end in graphemes(self.text))]

    def x(self, position: int) -> float:
        """Where the caret stands at a position (on the line of the position)."""
        carets = self.carets(self.line_of(position))
        return next((x for x, at in carets if at == position), carets[0][0])

    def position(self, line: int, x: float) -> int:
        """The caret position nearest to a point of a line."""
        return min(self.carets(line), key=lambda caret: abs(caret[0] - x))[1]

    def beside(self, position: int, to_left: bool) -> int | None:
        """The caret position to the left or right on the screen; None beyond the first and the last of the block."""
        line = self.line_of(position)
        places = [at for _, at in self.carets(line)]
        index = places.index(position) + (-1 if to_left else 1)
        if 0 <= index < len(places):
            return places[index]
        line += 1 if to_left == self.right_to_left else -1
        if not 0 <= line < len(self.lines):
            return None
        return self.carets(line)[-1 if to_left else 0][1]

    def carets(self, line: int) -> list[tuple[float, int]]:
        """Where the caret can stand on a line, from left to right, as ``(x, position)``.

        Where the direction changes, two places on the screen belong to one position; it is drawn at the one that
        follows the paragraph's direction. (``QTextLine.cursorToX`` stands on the wrong side of such characters.)
        """
        if line not in self._carets:
            self._carets[line] = self._found_carets(line)
        return self._carets[line]

    def _found_carets(self, line: int) -> list[tuple[float, int]]:
        first, last = self.starts[line], self.ends[line]
        stops = [stop for stop in self.stops if first <= stop <= last]
        if not stops or stops[0] != first:
            stops.insert(0, first)
        cells = [self._cell(line, start, end) for start, end in pairwise(stops)]
        if not cells:
            return [(self.lines[line].cursorToX(self.offsets.to_qt(first))[0], first)]  # type: ignore[index]
        found = []
        for number, stop in enumerate(stops):
            if stop == last and line + 1 < len(self.lines):
                continue
            before = cells[number - 1] if number else None
            after = cells[number] if number < len(cells) else None
            found.append((self._caret_between(before, after), stop))
        return sorted(found, key=lambda caret: (caret[0], -caret[1] if self.right_to_left else caret[1]))

    def _caret_between(self, before: _Cell | None, after: _Cell | None) -> float:
        if before is None or (after is not None and (before.right_to_left != self.right_to_left)):
            assert after is not None
            return after.right if after.right_to_left else after.left
        return before.left if before.right_to_left else before.right

    def _cell(self, line: int, start: int, end: int) -> _Cell:
        left, right = next(self._rectangles(self.lines[line], start, end))
        first, last = self.offsets.to_qt(start), self.offsets.to_qt(end)
        runs = self.lines[line].glyphRuns(first, last - first, _RETRIEVED)
        return _Cell(left, right, runs[0].isRightToLeft() if runs else self.right_to_left)

    def _rectangles(self, line: QTextLine, start: int, end: int) -> Iterator[tuple[float, float]]:
        """The rectangles of a range of one line from left to right; those that touch are one."""
        first, last = self.offsets.to_qt(start), self.offsets.to_qt(end)
        before, after = _ligature(line, first), _ligature(line, last)
        outer = before[0] if before else first, after[1] if after else last
        found = []
        for run in line.glyphRuns(outer[0], outer[1] - outer[0], _RETRIEVED):
            box = run.boundingRect()
            found.append([box.left(), box.right()])
        if before:
            self._clip(line, first, before, found, True)
        if after:
            self._clip(line, last, after, found, False)
        if not found:
            one, two = self._caret_x(line, first), self._caret_x(line, last)
            found = [[min(one, two), max(one, two)]]
        found.sort()
        left, right = found[0]
        for low, high in found[1:]:
            if low > right + 0.5:
                yield left, right
                left = low
            right = max(right, high)
        yield left, right

    def _clip(
        self, line: QTextLine, border: int, ligature: tuple[int, int], found: list[list[float]], begins: bool
    ) -> None:
        """Cut the rectangle that holds a ligature at a border inside it; Qt gives half a ligature a wrong place."""
        (run,) = line.glyphRuns(ligature[0], ligature[1] - ligature[0], _RETRIEVED)
        glyph = run.boundingRect()
        cut = self._caret_x(line, border)
        if not glyph.left() < cut < glyph.right():
            cut = glyph.center().x()
        keeps_right = begins != run.isRightToLeft()
        for box in found:
            if box[0] < cut < box[1]:
                box[0 if keeps_right else 1] = cut

    @staticmethod
    def _caret_x(line: QTextLine, units: int) -> float:
        x: float = line.cursorToX(units)[0]  # type: ignore[index]
        return x


def _ligature(line: QTextLine, border: int) -> tuple[int, int] | None:
    """The range (UTF-16 units) of the one glyph that lies on both sides of a border, or None."""
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
    return (first, last) if len(line.glyphRuns(first, last - first, _RETRIEVED)) == 1 else None


def _glyph(line: QTextLine, at: int) -> tuple[tuple[int, ...], float] | None:
    """The glyphs of one UTF-16 unit and where the first of them stands; None where they are of several runs."""
    runs = line.glyphRuns(at, 1, _RETRIEVED)
    if len(runs) != 1 or not (positions := runs[0].positions()):
        return None
    return tuple(runs[0].glyphIndexes()), positions[0].x()


def _displayed(text: str) -> str:
    """The text as Qt can draw it: same length, same offsets."""
    shown = text.translate(_DISPLAY)
    return shown.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace") if _has_surrogate(shown) else shown


def _has_surrogate(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _laid_out(text: str, font: QFont, width: float, right_to_left: bool) -> QTextLayout:
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout
