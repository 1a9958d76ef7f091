"""One bar cut into parts, with further figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.i18n.language import number
from ui.icons import draw_icon
from ui.overview.chart import END, Chart, Table
from ui.theme import Theme

_TWO_COLUMNS = 320
"""From this width on parts and facts stand in two columns."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole: name, number, colour, icon."""

    name: str
    count: int
    colour: QColor
    icon: str = ""


class PartsChart(Chart):
    """One bar cut into parts, and the parts with their numbers under it; further figures below a line."""

    def __init__(self, theme: Theme, head: tuple[str, str]) -> None:
        super().__init__(theme)
        self._head = head
        self._parts: Sequence[Part] = ()
        self._facts: Sequence[tuple[str, int]] = ()

    def show_parts(self, parts: Sequence[Part], facts: Sequence[tuple[str, int]]) -> None:
        """Show parts of a whole, and facts below."""
        self._parts, self._facts = parts, facts
        self.show_again()

    @property
    def height_(self) -> int:
        """Bar, the parts, a line, the facts."""
        return 48 + self._high(self._parts) + 24 + self._high(self._facts)

    def rows(self) -> Table:
        """Names and numbers."""
        return [list(self._head), *([part.name, str(part.count)] for part in self._parts),
                *([name, str(count)] for name, count in self._facts)]  # fmt: skip

    def draw(self, painter: QPainter, width: float) -> None:
        """Paint it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        total = sum(part.count for part in self._parts)
        bar = QRectF(0, 4, width, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme["sunken"])
        painter.drawRoundedRect(bar, 3, 3)
        x = 0.0
        for part in self._parts:
            size = width * part.count / total if total else 0
            if size:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(part.colour)
                painter.drawRoundedRect(self.place(QRectF(x, 4, max(size - 1, 1), 22), width), 2, 2)
            x += size
        y = 42.0
        for place, part in enumerate(self._parts):
            self._fact(painter, width, (place, y), part.name, part.count, part)
        y += self._high(self._parts) + 8
        painter.setPen(QPen(self.theme["border"], 1))
        painter.drawLine(QPointF(0, y), QPointF(width, y))
        for place, (name, count) in enumerate(self._facts):
            self._fact(painter, width, (place, y + 8), name, count, None)

    def _columns(self, width: float) -> int:
        return 2 if width >= _TWO_COLUMNS else 1

    def _high(self, lines: Sequence[object]) -> int:
        return 30 * ceil(len(lines) / self._columns(self.width()))

    def _fact(
        self, painter: QPainter, width: float, at: tuple[int, float], name: str, count: int, part: Part | None
    ) -> None:
        place, y = at
        columns = self._columns(width)
        column = width / columns
        left, top = (place % columns) * column, y + 30 * (place // columns)
        if part is not None and part.icon:
            draw_icon(painter, part.icon, self.place(QRectF(left, top + 7, 16, 16), width), part.colour)
        start = left + (24 if part is not None else 0)
        words = self.place(QRectF(start, top, column - 76 - (start - left), 30), width)
        self.say(painter, words, name, self.theme["text2"])
        box = self.place(QRectF(left + column - 72, top, 52, 30), width)
        self.say(painter, box, number(count), self.theme["text"], strong=True, side=END)
