"""The strip under the text: what was just done or refused, said in place, with *Undo* where one can."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.icons import icon
from ui.panels.parts import icon_button, key_cap, push_button, text_label
from ui.theme import Theme

translate = QCoreApplication.translate

_ICONS = {
    "info": ("info-circle", "text2"),
    "done": ("check", "done"),
    "refused": ("alert-triangle", "danger"),
    "gone": ("ban", "text2"),
}


class MessageStrip(QFrame):
    """One message at a time. ``undo`` and ``second(name)`` are sent when their buttons are pressed."""

    undo = Signal()
    second = Signal(str)

    def __init__(self, theme: Theme, undo_key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._theme = theme
        self._full = ""
        self._icon = QLabel()
        self._text = text_label("")
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._second = push_button("", "link")
        self._second.clicked.connect(lambda: self.second.emit(self._second.text()))
        self._undo = push_button(translate("Strip", "Undo"), "link")
        self._undo.clicked.connect(self.undo)
        self._undo_key = key_cap(undo_key)
        close = icon_button("x", theme, translate("Strip", "Close the message"))
        close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        for part in (self._second, self._undo, self._undo_key, close):
            row.addWidget(part)
        self.setFixedHeight(36)
        self.hide()

    def say(self, text: str, kind: str = "info", *, undo: bool = False, second: str = "") -> None:
        """Show a message (``info``, ``done``, ``refused``, ``gone``), with *Undo*, with another way out by name."""
        name, token = _ICONS[kind]
        self._icon.setPixmap(icon(name, self._theme[token]).pixmap(16, 16))
        self._full = text
        self._undo.setVisible(undo)
        self._undo_key.setVisible(undo)
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.show()
        self._fit()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def show_key(self, key: str) -> None:
        """Show another key for *Undo*: the layout changed."""
        self._undo_key.setText(key)

    def text(self) -> str:
        """The message that stands, or nothing."""
        return "" if self.isHidden() else self._full

    def clear(self) -> None:
        """Take the message away."""
        self._full = ""
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a long message to one line; its tooltip holds the whole."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self._text.width(), 40)
        self._text.setText(self._text.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, room))
