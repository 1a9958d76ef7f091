"""How the rows of the documents pane are drawn: a document, and a line of the concordance."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotate.project import DocumentSummary
from ui.i18n.language import number
from ui.icons import draw_icon
from ui.models.documents import DocumentsModel
from ui.models.hits import Hit, HitsModel
from ui.panels.in_context import draw_in_context
from ui.panels.parts import start_side
from ui.theme import Theme, interface_font, text_font
from ui.wording import STATE_ICONS

_Index = QModelIndex | QPersistentModelIndex
_CENTRE = Qt.AlignmentFlag.AlignCenter


class RowDelegate(QStyledItemDelegate):
    """What all kinds of rows share: ground, focus ring, mirroring."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme["accentSoft"])
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self._theme["hover"])
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme["focus"], 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))

    @staticmethod
    def _place(option: QStyleOptionViewItem, start: int, width: int, height: int = 0) -> QRect:
        """A box at so many pixels from the start side, in the middle of the row; a negative start: from the end."""
        row: QRect = option.rect
        height = height or row.height()
        left = row.left() + start if start >= 0 else row.right() + 1 + start
        box = QRect(left, row.top() + (row.height() - height) // 2, width, height)
        return QStyle.visualRect(option.direction, row, box)


class DocumentDelegate(RowDelegate):
    """State icon, name, pending suggestions in a dashed box, spans."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row."""
        row: DocumentSummary = index.data(DocumentsModel.SUMMARY)
        painter.save()
        self._ground(painter, option)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        name, token = STATE_ICONS[row.state]
        draw_icon(painter, name, QRectF(self._place(option, 12, 16, 16)), self._theme[token])
        painter.setFont(interface_font(13, QFont.Weight.DemiBold if current else QFont.Weight.Normal))
        painter.setPen(self._theme["text"])
        width: int = option.rect.width()
        box = self._place(option, 38, width - 38 - 112)
        shown = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, box.width())
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, shown)
        painter.setFont(interface_font(12))
        painter.setPen(self._theme["text2"])
        if row.pending:
            dashed = self._place(option, -104, 44, 18)
            painter.setPen(QPen(self._theme["control"], 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(dashed).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setPen(self._theme["text2"])
            painter.drawText(dashed, _CENTRE, number(row.pending))
        end = Qt.AlignmentFlag.AlignLeft if right_to_left else Qt.AlignmentFlag.AlignRight
        spans = number(row.spans) if row.spans else "–"
        place = self._place(option, -52, 40)
        painter.drawText(place, end | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, spans)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows of the look's height."""
        return QSize(200, 32)


class HitDelegate(RowDelegate):
    """The document's name over the line, the hit in the middle of it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row: the name, and under it the line in the direction of its own text."""
        hit: Hit = index.data(HitsModel.HIT)
        painter.save()
        self._ground(painter, option)
        row: QRect = option.rect.adjusted(12, 2, -12, -2)
        top = QRect(row.left(), row.top() + 2, row.width(), 16)
        painter.setFont(interface_font(11))
        painter.setPen(self._theme["text3"])
        name = painter.fontMetrics().elidedText(hit.name, Qt.TextElideMode.ElideRight, top.width())
        painter.drawText(top, start_side() | Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(text_font("Noto Naskh Arabic", 0.75))
        line = QRect(row.left(), row.top() + 17, row.width(), row.height() - 17)
        draw_in_context(painter, line, (hit.before, hit.text, hit.after), self._theme, centred=True)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines."""
        return QSize(200, 48)
