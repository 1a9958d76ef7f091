"""Fields that one types into to find something: Enter takes, Esc gives up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.icons import icon


class SearchField(QLineEdit):
    """Sends ``taken(shift)`` on Enter (whether Shift was held), ``left`` on Esc, which also empties it."""

    taken = Signal(bool)
    left = Signal()

    def __init__(self, says: str, symbol: str, colour: QColor) -> None:
        super().__init__()
        self.setPlaceholderText(says)
        self.setAccessibleName(says)
        self.addAction(icon(symbol, colour), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc are for the pane, all else is text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)
