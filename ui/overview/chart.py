"""The charts of the overview, drawn with Qt; each knows its numbers as rows too. They run from the start side.

A chart is painted into any rectangle by any painter, so that the screen, a PNG and an SVG show the same.
"""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.i18n.language import isolated, number
from ui.theme import Theme, interface_font

Table = list[list[str]]

START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


class Chart(QWidget):
    """What all charts share: painting, mirroring, their rows. ``height_`` is the height they want in pixels."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @abstractmethod
    def rows(self) -> Table:
        """The numbers behind the picture, with a line of headings."""

    @abstractmethod
    def draw(self, painter: QPainter, width: float) -> None:
        """Paint the chart at its origin, so wide."""

    @property
    @abstractmethod
    def height_(self) -> int:
        """How high the chart is."""

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as its content."""
        return QSize(220, self.height_)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        self.draw(painter, self.width())

    def show_again(self) -> None:
        """Its content changed."""
        self.setAccessibleDescription("; ".join(", ".join(row) for row in self.rows()[:40]))
        self.updateGeometry()
        self.update()

    # --- for those who draw
    def place(self, box: QRectF, width: float) -> QRectF:
        """A box measured from the start side, where it stands on the screen."""
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return box
        return QRectF(width - box.right(), box.top(), box.width(), box.height())

    def say(
        self,
        painter: QPainter,
        box: QRectF,
        words: str,
        colour: QColor,
        *,
        size: int = 13,
        strong: bool = False,
        side: Qt.AlignmentFlag = START,
    ) -> None:
        """Words in a box that stands on the screen, cut where they are too long."""
        painter.setFont(interface_font(size, QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
        painter.setPen(colour)
        painter.setLayoutDirection(self.layoutDirection())
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()) + 1)
        painter.drawText(box, int(side), shown)


def percentage(share: float | None, undefined: str) -> str:
    """A figure of 0…1 with two decimals, or the word for what is not defined."""
    return undefined if share is None else isolated(number(share, 2))
