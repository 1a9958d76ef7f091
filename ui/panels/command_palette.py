"""The command palette: every action by name, with its key; a few letters and Enter do it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.panels.parts import icon_label, key_cap, text_label
from ui.theme import Theme

translate = QCoreApplication.translate

_ROW = 32
_AROUND = 56
"""Pixels of the field and the edges."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the palette: an action's id, what it is called, other words it is found by, icon, key, why not."""

    id: str
    name: str
    also: str
    icon: str
    key: str
    why_not: str = ""


class CommandPalette(QFrame):
    """Lies over the window. Sends ``wanted(action id)``; ``left`` when it is given up. Goes when it loses the focus."""

    wanted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme, self._entries = theme, entries
        self._field = QLineEdit()
        self._field.setPlaceholderText(translate("Palette", "What do you want to do?"))
        self._field.setAccessibleName(self._field.placeholderText())
        self._field.textChanged.connect(self._on_text)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(translate("Palette", "Commands"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._on_taken)
        self._none = text_label(translate("Palette", "No command by that name."), "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._field)
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        self._most = min(420, parent.height() - 120)
        self.resize(min(560, parent.width() - 40), self._most)
        self.move((parent.width() - self.width()) // 2, 84)
        self._on_text("")

    def open(self) -> None:
        """Show it over the window, ready to type."""
        self.show()
        self.raise_()
        self._field.setFocus()

    def seek(self, text: str) -> None:
        """Type this into the field."""
        self._field.setText(text)

    def names(self) -> list[str]:
        """The names that are offered, in order."""
        rows = (self._list.item(row) for row in range(self._list.count()))
        return [item.data(Qt.ItemDataRole.AccessibleTextRole) for item in rows]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, down, Enter and Esc work in the list while one types."""
        if event.type() == QEvent.Type.FocusOut:
            self.close()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(
                Qt.Key(event.key()) if event.key() < 0x01FFFFFF else Qt.Key.Key_unknown
            )
            if step is not None and self._list.count():
                self._list.setCurrentRow(min(max(self._list.currentRow() + step, 0), self._list.count() - 1))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if item := self._list.currentItem():
                    self._on_taken(item)
                return True
        return super().eventFilter(watched, event)

    def _on_text(self, text: str) -> None:
        words = text.casefold().split(" ")
        self._list.clear()
        for entry in self._entries:
            if all(word in f"{entry.name} {entry.also}".casefold() for word in words):
                item = QListWidgetItem()
                item.setData(Qt.ItemDataRole.UserRole, entry.id)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.name)
                item.setSizeHint(QSize(100, _ROW))
                if entry.why_not:
                    item.setFlags(Qt.ItemFlag.NoItemFlags)
                    item.setToolTip(entry.why_not)
                self._list.addItem(item)
                self._list.setItemWidget(item, self._row(entry))
        self._list.setCurrentRow(next((n for n in range(self._list.count()) if self._list.item(n).flags()), -1))
        self._none.setVisible(self._list.count() == 0)
        self._list.setVisible(self._list.count() > 0)
        self.resize(self.width(), min(self._most, _AROUND + _ROW * max(self._list.count(), 1)))

    def _row(self, entry: Entry) -> QWidget:
        found = QWidget()
        row = QHBoxLayout(found)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(10)
        possible = not entry.why_not
        colour = self._theme["text2" if possible else "text3"]
        row.addWidget(icon_label(entry.icon, colour) if entry.icon else _gap())
        row.addWidget(text_label(entry.name, "" if possible else "hint"), 1)
        if entry.why_not:
            row.addWidget(text_label(entry.why_not, "small"))
        if entry.key:
            row.addWidget(key_cap(entry.key))
        return found

    def _on_taken(self, item: QListWidgetItem) -> None:
        if item.flags():
            id_ = item.data(Qt.ItemDataRole.UserRole)
            self.left.emit()
            self.wanted.emit(id_)


def _gap() -> QWidget:
    found = QWidget()
    found.setFixedSize(16, 16)
    return found
