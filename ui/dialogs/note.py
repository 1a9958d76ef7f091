"""A small field for a note or a question."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.dialogs.frame import Dialog

translate = QCoreApplication.translate


class NoteDialog(Dialog):
    """Sends ``written(text)``. Ctrl+Enter agrees."""

    written = Signal(str)

    def __init__(self, parent: QWidget, title: str, text: str) -> None:
        super().__init__(parent, title, translate("Note", "Keep"))
        self._field = QPlainTextEdit(text)
        self._field.setAccessibleName(title)
        self._field.setTabChangesFocus(True)
        self._field.setMinimumSize(380, 110)
        self._field.selectAll()
        self.body.addWidget(self._field)
        self.accepted.connect(lambda: self.written.emit(self._field.toPlainText().strip()))

    def write(self, text: str) -> None:
        """Put a text into the field."""
        self._field.setPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps what was written."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.accept()
        else:
            super().keyPressEvent(event)
