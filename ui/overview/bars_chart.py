"""A bar for each label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.i18n.language import number
from ui.overview.chart import CENTRE, END, Chart, Table
from ui.panels.parts import draw_swatch
from ui.theme import LabelColours, Theme


@dataclass(frozen=True, slots=True)
class LabelBar:
    """A label's bar: name, colours, its number, the share of the bar, words beside it."""

    name: str
    look: LabelColours
    count: int
    share: float
    words: str = ""


class BarsChart(Chart):
    """A bar for each label; ``percent``: what is full is the whole track, and the words stand before the number."""

    def __init__(self, theme: Theme, head: Sequence[str], empty: str, *, percent: bool = False) -> None:
        super().__init__(theme)
        self._head, self._empty, self._percent = list(head), empty, percent
        self._bars: Sequence[LabelBar] = ()
        self._more = ""

    def show_bars(self, bars: Sequence[LabelBar], more: str = "") -> None:
        """Show bars, and a line about those that are left out."""
        self._bars, self._more = bars, more
        self.show_again()

    @property
    def height_(self) -> int:
        """A row for each bar."""
        return max(32 * len(self._bars) + (24 if self._more else 0), 60)

    def rows(self) -> Table:
        """Names and numbers, with the percentage where that is what the bar shows."""
        found = [[bar.name, str(bar.count)] + ([f"{bar.share:.4f}"] if self._percent else []) for bar in self._bars]
        return [self._head, *found]

    def draw(self, painter: QPainter, width: float) -> None:
        """Paint it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._bars:
            self.say(painter, QRectF(0, 10, width, 40), self._empty, self.theme["text3"], side=CENTRE)
            return
        for place, bar in enumerate(self._bars):
            self._bar(painter, width, 32.0 * place, bar)
        if self._more:
            box = self.place(QRectF(0, 32 * len(self._bars), width, 24), width)
            self.say(painter, box, self._more, self.theme["text3"], size=12)

    def _bar(self, painter: QPainter, width: float, y: float, bar: LabelBar) -> None:
        draw_swatch(painter, bar.look, self.place(QRectF(0, y + 8, 16, 16), width))
        self.say(painter, self.place(QRectF(24, y, 78, 32), width), bar.name, self.theme["text"])
        left, right = 106.0, width - (98 if self._percent else 56)
        track = QRectF(left, y + (12 if self._percent else 10), max(right - left, 10), 8 if self._percent else 12)
        filled = QRectF(track)
        filled.setWidth(max(track.width() * bar.share, 2 if bar.share else 0))
        if self._percent:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme["sunken"])
            painter.drawRoundedRect(self.place(track, width), 3, 3)
            painter.setBrush(self.theme["accent"])
            painter.drawRoundedRect(self.place(filled, width), 3, 3)
            self.say(painter, self.place(QRectF(right + 6, y, 46, 32), width), bar.words, self.theme["text"], side=END)
        else:
            painter.setPen(QPen(QColor(bar.look.border), 1))
            painter.setBrush(QColor(bar.look.fill))
            painter.drawRoundedRect(self.place(filled.adjusted(0.5, 0.5, -0.5, -0.5), width), 3, 3)
        box = self.place(QRectF(width - 46, y, 46, 32), width)
        colour = self.theme["text3" if self._percent else "text"]
        self.say(painter, box, number(bar.count), colour, size=12 if self._percent else 13, side=END)
