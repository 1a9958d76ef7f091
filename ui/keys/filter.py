"""Sees every key press in the window before the widget that has the focus does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.keys.keyboard import Keyboard


class KeyFilter(QObject):
    """Asks ``dispatch(chord, widget)`` for each key press in one window; what it takes goes no further.

    It sits on the widget in focus alone: on the whole program it would see every paint event too.
    """

    def __init__(self, window: QWidget, keyboard: Keyboard, dispatch: Callable[[str, QWidget], bool]) -> None:
        super().__init__(window)
        self._window, self._keyboard, self._dispatch = window, keyboard, dispatch
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and new.window() is self._window:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key press if it means something here."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        chord = self._keyboard.chord(event)
        return bool(chord) and isinstance(watched, QWidget) and self._dispatch(chord, watched)
