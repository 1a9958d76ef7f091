"""Stacked bars over days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.i18n.language import number
from ui.overview.chart import CENTRE, Chart, Table
from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Series:
    """One annotator's bars: name, colour, a number for each day."""

    name: str
    colour: QColor
    counts: Sequence[int]


class DaysChart(Chart):
    """Stacked bars, a stack for each day, with a legend that says name and number."""

    def __init__(self, theme: Theme, head: str, empty: str) -> None:
        super().__init__(theme)
        self._head, self._empty = head, empty
        self._days: Sequence[str] = ()
        self._series: Sequence[Series] = ()

    def show_days(self, days: Sequence[str], series: Sequence[Series]) -> None:
        """Show these days (as words) and series."""
        self._days, self._series = days, series
        self.show_again()

    @property
    def height_(self) -> int:
        """Always the same."""
        return 252

    def rows(self) -> Table:
        """A row for each day, a column for each series."""
        head = [self._head, *(series.name for series in self._series)]
        return [head, *([day, *(str(s.counts[n]) for s in self._series)] for n, day in enumerate(self._days))]

    def draw(self, painter: QPainter, width: float) -> None:
        """Paint it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._days:
            self.say(painter, QRectF(0, 90, width, 30), self._empty, self.theme["text3"], side=CENTRE)
            return
        top, bottom, axis = 14.0, 196.0, 44.0
        most = max(sum(series.counts[n] for series in self._series) for n in range(len(self._days)))
        step = _nice(most)
        scale = (bottom - top) / (step * -(-most // step))
        for line in range(0, most + step, step):
            y = bottom - line * scale
            painter.setPen(QPen(self.theme["border"], 1))
            painter.drawLine(QPointF(0, y), QPointF(width, y))
            if line and y > 4:
                box = self.place(QRectF(0, y - 16, axis, 14), width)
                self.say(painter, box, number(line), self.theme["text3"], size=11)
        self._bars(painter, width, (axis, bottom, scale))
        x = axis
        for series in self._series:
            words = f"{series.name} {number(sum(series.counts))}"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(series.colour)
            painter.drawRoundedRect(self.place(QRectF(x, 229, 11, 11), width), 2, 2)
            room = painter.fontMetrics().horizontalAdvance(words) + 24
            self.say(painter, self.place(QRectF(x + 17, 225, room, 20), width), words, self.theme["text2"], size=12)
            x += room + 17

    def _bars(self, painter: QPainter, width: float, frame: tuple[float, float, float]) -> None:
        axis, bottom, scale = frame
        room = (width - axis) / len(self._days)
        thick = min(room * 0.6, 30)
        every = -(-len(self._days) * 40 // max(int(width - axis), 1))
        for n, day in enumerate(self._days):
            left, y = axis + room * n + (room - thick) / 2, bottom
            for series in self._series:
                height = series.counts[n] * scale
                if height:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(series.colour)
                    painter.drawRect(self.place(QRectF(left, y - height, thick, max(height - 1, 1)), width))
                y -= height
            if n % max(every, 1) == 0:
                box = self.place(QRectF(axis + room * n - 8, bottom + 4, room + 16, 18), width)
                self.say(painter, box, day, self.theme["text3"], size=11, side=CENTRE)


def _nice(most: int) -> int:
    """A round distance of lines, so that there are three or four."""
    step = 1
    while most / step > 4:
        step = step * 2 if str(step)[0] in "15" else step * 5 // 2
    return step
