"""How the rows of the checklist of occurrences are drawn: a document's name, and a place in its context."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from annotate.suggest.occurrences import Bar, Place
from ui.i18n.counts import Counts
from ui.i18n.marking import QT_TRANSLATE_NOOP
from ui.models.occurrences import Heading, OccurrencesModel
from ui.panels.in_context import draw_in_context
from ui.panels.parts import start_side
from ui.panels.rows import RowDelegate
from ui.theme import Theme, interface_font, text_font

_Index = QModelIndex | QPersistentModelIndex
_CHECK = Qt.ItemDataRole.CheckStateRole
translate = QCoreApplication.translate

_BARS: Mapping[Bar, str] = {
    Bar.DONE: QT_TRANSLATE_NOOP("Occurrences", "done"),
    Bar.LOCKED: QT_TRANSLATE_NOOP("Occurrences", "locked"),
    Bar.OTHERS: QT_TRANSLATE_NOOP("Occurrences", "annotated by others"),
}
_BOX = 16
_EDGE, _TEXT = 12, 38
"""Where the box and the text begin, in pixels from the start side."""


class OccurrenceDelegate(RowDelegate):
    """A click anywhere on a row, or Space, ticks it. ``names`` are the names of the labels by key."""

    def __init__(self, theme: Theme, names: Mapping[str, str], parent: QObject) -> None:
        super().__init__(theme, parent)
        self._names = names

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row."""
        row, model = index.data(OccurrencesModel.ROW), index.model()
        painter.save()
        self._ground(painter, option)
        self._draw_box(painter, option, index)
        whole = self._place(option, _TEXT, option.rect.width() - _TEXT - _EDGE)
        if isinstance(row, Heading):
            said = translate("Occurrences", _BARS[row.bar]) if row.bar else ""
            whole = self._draw_end(painter, option, whole, said or Counts().places(row.count))
            painter.setFont(interface_font(13, QFont.Weight.DemiBold))
            painter.setPen(self._theme["text"])
            name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, whole.width())
            painter.drawText(whole, start_side() | Qt.AlignmentFlag.AlignVCenter, name)
        elif isinstance(row, Place) and isinstance(model, OccurrencesModel):
            if label := model.labelled(row):
                said = translate("Occurrences", "already {label}").format(label=self._names.get(label, label))
                whole = self._draw_end(painter, option, whole, said)
            painter.setFont(text_font("Noto Naskh Arabic", 0.8))
            draw_in_context(painter, whole, row.context, self._theme)
        painter.restore()

    def _draw_box(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return
        box = QStyleOptionViewItem(option)
        box.rect = self._place(option, _EDGE, _BOX, _BOX)
        state = Qt.CheckState(index.data(_CHECK))
        ticks = {
            Qt.CheckState.Checked: QStyle.StateFlag.State_On,
            Qt.CheckState.PartiallyChecked: QStyle.StateFlag.State_NoChange,
            Qt.CheckState.Unchecked: QStyle.StateFlag.State_Off,
        }
        box.state = QStyle.StateFlag.State_Enabled | ticks[state]
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, option.widget)

    def _draw_end(self, painter: QPainter, option: QStyleOptionViewItem, whole: QRect, said: str) -> QRect:
        """Say something small at the end of a row; gives the room that is left."""
        painter.setFont(interface_font(12))
        painter.setPen(self._theme["text2"])
        width = min(painter.fontMetrics().horizontalAdvance(said) + 4, whole.width() // 2)
        box = self._place(option, -_EDGE - width, width)
        shown = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, width)
        end = Qt.AlignmentFlag.AlignRight
        if option.direction == Qt.LayoutDirection.RightToLeft:
            end = Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, end | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)
        return self._place(option, _TEXT, whole.width() - width - 12)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Tick or untick a row."""
        clicked = (
            event.type() is QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() is Qt.MouseButton.LeftButton
        )
        pressed = (
            event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        )
        if not (clicked or pressed) or not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        on = Qt.CheckState(index.data(_CHECK)) is not Qt.CheckState.Checked
        return model.setData(index, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked, _CHECK)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows of one height."""
        return QSize(200, 34)
