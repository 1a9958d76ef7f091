"""The label palette: every label with its colours, count and key; typing filters when there are many."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QStyle, QVBoxLayout, QWidget

from annotate.labels import EntityType, LabelSet
from ui.i18n.language import number
from ui.panels.fields import SearchField
from ui.panels.parts import draw_swatch, text_label
from ui.theme import LabelColours, Theme, interface_font

translate = QCoreApplication.translate

_AROUND = 16
"""Pixels beside and between the columns."""


class LabelButton(QAbstractButton):
    """One label: swatch, word, count, key."""

    def __init__(
        self, entity: EntityType, word: str, key: str, look: LabelColours, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.entity = entity
        self._key, self._look, self._theme = key, look, theme
        self._count = 0
        self._hovered = False
        self.setText(word)
        self.setCheckable(True)
        self.setFixedHeight(25)
        self.setMinimumWidth(96)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        names = " · ".join(dict.fromkeys(filter(None, (entity.id, *entity.names.values()))))
        self.setToolTip(f"{names}\n{entity.guideline}".strip())

    def show_count(self, count: int) -> None:
        """How often the label stands in the document."""
        if count == self._count and self.accessibleName():
            return
        self._count = count
        self.updateGeometry()
        self.setAccessibleName(f"{self.text()}, {self._key}, {number(count)}")
        self.update()

    def sizeHint(self) -> QSize:
        """Room for word, count and key."""
        return QSize(59 + self.fontMetrics().horizontalAdvance(self.text()) + (17 if self._count else 0), 25)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Hover."""
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No hover."""
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it; the chosen label and the focus are framed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self._hovered:
            painter.setPen(QPen(self._theme["accent"], 1) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme["accentSoft"] if self.isChecked() else self._theme["hover"])
            painter.drawRoundedRect(frame, 5, 5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme["focus"], 2))
            painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        draw_swatch(painter, self._look, QRectF(self._place(6, 15, 15)))
        painter.setOpacity(1.0 if self.isEnabled() else 0.55)
        self._draw_key(painter)
        painter.setFont(interface_font(11))
        painter.setPen(self._theme["text3"])
        if self._count:
            painter.drawText(self._place(-45, 19), Qt.AlignmentFlag.AlignCenter, number(self._count))
        painter.setFont(interface_font(13, QFont.Weight.Medium if self.isChecked() else QFont.Weight.Normal))
        painter.setPen(self._theme["text"])
        room = self._place(28, self.width() - 28 - (46 if self._count else 28))
        word = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, word)

    def _draw_key(self, painter: QPainter) -> None:
        if not self._key:
            return
        cap = QRectF(self._place(-25, 19, 17))
        painter.setPen(QPen(self._theme["border"], 1))
        painter.setBrush(self._theme["surface"])
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setFont(interface_font(11))
        painter.setPen(self._theme["text2"])
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)

    def _place(self, start: int, width: int, height: int = 0) -> QRect:
        height = height or self.height()
        left = start if start >= 0 else self.width() + start
        box = QRect(left, (self.height() - height) // 2, width, height)
        return QStyle.visualRect(self.layoutDirection(), self.rect(), box)


class LabelPalette(QWidget):
    """Sends ``chosen(label key)``; ``left`` when the filter is given up."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._buttons: list[LabelButton] = []
        self._current = ""
        self._in_two = True
        self._count = text_label("", "hint")
        self.filter = SearchField(translate("Labels", "Filter labels"), "filter", theme["text3"])
        self.filter.setMaximumWidth(150)
        self.filter.setMinimumWidth(96)
        self.filter.textChanged.connect(self._arrange)
        self.filter.taken.connect(self._on_taken)
        self.filter.left.connect(self.left)
        self._none = text_label(translate("Labels", "No label matches."), "hint")
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 6, 0)
        head.setSpacing(8)
        head.addWidget(text_label(translate("Labels", "Labels"), "strong"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.filter)
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self._grid.setHorizontalSpacing(4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6, 6, 6, 10)
        whole.setSpacing(6)
        whole.addLayout(head)
        whole.addLayout(self._grid)
        whole.addWidget(self._none)

    def show_labels(self, labels: LabelSet, keys: Mapping[str, str]) -> None:
        """Offer a set's labels; ``keys`` maps a label's shortcut to what the keyboard prints there."""
        for old in self._buttons:
            self._grid.removeWidget(old)
            old.deleteLater()
        self._buttons = []
        for entity in labels.active():
            word = entity.name("ar") if self._language == "ar" else entity.id
            look = self._theme.label(labels, entity.key)
            button = LabelButton(entity, word, keys.get(entity.shortcut, ""), look, self._theme, self)
            button.clicked.connect(lambda _=False, key=entity.key: self._on_clicked(key))
            self._buttons.append(button)
        self._count.setText(number(len(self._buttons)))
        self._arrange()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How often each label (a key) stands in the document."""
        for button in self._buttons:
            button.show_count(counts.get(button.entity.key, 0))

    def show_current(self, label: str) -> None:
        """Mark the label of what is selected; empty: none."""
        self._current = label
        for button in self._buttons:
            button.setChecked(button.entity.key == label)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go between one column and two."""
        super().resizeEvent(event)
        if self._two_columns() != self._in_two:
            self._arrange()

    def _two_columns(self) -> bool:
        widest = max((button.sizeHint().width() for button in self._buttons), default=0)
        return self.width() >= 2 * widest + _AROUND

    def _on_clicked(self, key: str) -> None:
        self.show_current(self._current)
        self.chosen.emit(key)

    def _on_taken(self) -> None:
        visible = [button for button in self._buttons if not button.isHidden()]
        if visible:
            self.filter.clear()
            self.chosen.emit(visible[0].entity.key)

    def _arrange(self) -> None:
        """Two columns (one in a narrow pane), filled from the top; those that the filter leaves out are hidden."""
        sought = self.filter.text().strip().casefold()
        fits = [button for button in self._buttons if not sought or sought in button.toolTip().casefold()]
        # What begins with the letters typed comes first: two letters and Enter are then enough.
        fits.sort(key=lambda button: sought != "" and not _begins(button, sought))
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.setVisible(button in fits)
        rows = (len(fits) + 1) // 2 if self._two_columns() else max(len(fits), 1)
        for place, button in enumerate(fits):
            self._grid.addWidget(button, place % rows, place // rows)
        self._in_two = self._two_columns()
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if self._in_two else 0)
        self._none.setVisible(bool(self._buttons) and not fits)


def _begins(button: LabelButton, sought: str) -> bool:
    return any(name.casefold().startswith(sought) for name in (button.entity.id, *button.entity.names.values()))
