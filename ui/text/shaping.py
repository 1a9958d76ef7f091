"""A block shaped once: its lines, where each range of it lies on them, and which position lies at a point.

Spans never enter a text format: a format would split the shaping and break the joining of letters. All ranges here are
code points of the block (0 is its first character), all lengths pixels; x grows to the right from the block's left.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption

from annotate.arabic.tokens import graphemes
from ui.offsets import Offsets
from ui.text.glyphs import GlyphBox, glyph_boxes

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
        return min(bisect_right(self.ends, position), len(self.ends) - 1)

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
                tuple(self._rectangles(index, low, high)),
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

    def _caret_between(self, before: GlyphBox | None, after: GlyphBox | None) -> float:
        if before is None or (after is not None and (before.right_to_left != self.right_to_left)):
            assert after is not None
            return after.right if after.right_to_left else after.left
        return before.left if before.right_to_left else before.right

    def _cell(self, line: int, start: int, end: int) -> GlyphBox:
        boxes = self._boxes(line, start, end)
        return GlyphBox(min(box.left for box in boxes), max(box.right for box in boxes), boxes[0].right_to_left)

    def _rectangles(self, line: int, start: int, end: int) -> Iterator[tuple[float, float]]:
        """The rectangles of a range of one line from left to right; those that touch are one."""
        boxes = sorted(self._boxes(line, start, end), key=lambda box: box.left)
        left, right = boxes[0].left, boxes[0].right
        for box in boxes[1:]:
            if box.left > right + 0.5:
                yield left, right
                left = box.left
            right = max(right, box.right)
        yield left, right

    def _boxes(self, line: int, start: int, end: int) -> list[GlyphBox]:
        first, last = self.offsets.to_qt(start), self.offsets.to_qt(end)
        return glyph_boxes(self.lines[line], first, last, (self._may_join(start), self._may_join(end)))

    def _may_join(self, border: int) -> bool:
        """Whether one glyph may lie on both sides of a border: white space is in no ligature."""
        inside = 0 < border < len(self.text)
        return inside and not (self.text[border - 1].isspace() or self.text[border].isspace())


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
