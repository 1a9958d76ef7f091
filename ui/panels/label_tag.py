"""A label as a tag: mark and word on its fill."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.panels.parts import draw_mark
from ui.theme import LabelColours, interface_font


class LabelTag(QWidget):
    """The tag of a label, as it stands over the text, in the inspector and in lists."""

    def __init__(self, word: str, look: LabelColours) -> None:
        super().__init__()
        self._word, self._look = word, look
        self.setFont(interface_font(11))
        self.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Mark, gap, word and padding."""
        return QSize(self.fontMetrics().horizontalAdvance(self._word) + 26, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.border), 1))
        painter.setBrush(QColor(self._look.fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        mark = QRectF(self.width() - 14 if right else 7, self.height() / 2 - 3.5, 7, 7)
        draw_mark(painter, self._look.mark, mark, QColor(self._look.border))
        painter.setFont(interface_font(11))
        painter.setPen(QColor(self._look.text))
        room = self.rect().adjusted(6, 0, -18, 0) if right else self.rect().adjusted(18, 0, -6, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._word)
