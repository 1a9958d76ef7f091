"""The keyboard in use: reads key presses as chords of places, and says what its layout prints on a key."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

from ui.keys.places import ARABIC_101, place

_MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.MetaModifier, "Meta"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
)


class Keyboard(QObject):
    """Watches the layout. ``layoutChanged`` is sent when keys print something else than before."""

    layoutChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printed: dict[str, str] = {}
        self._arabic = self._system_is_arabic()
        QGuiApplication.inputMethod().localeChanged.connect(self._on_locale_changed)

    def chord(self, event: QKeyEvent) -> str:
        """A key press as it stands in the table of actions: ``Ctrl+Shift+F``, ``X``, ``Shift+[``; empty for no key."""
        where = place(event, QGuiApplication.platformName())
        if not where:
            return ""
        self._learn(where, event)
        held = event.modifiers()
        # ? is a sign of its own on every layout: wherever it stands, that key asks for help.
        if event.text() in ("?", "؟"):
            return "?"
        if event.key() == Qt.Key.Key_Backtab:
            held |= Qt.KeyboardModifier.ShiftModifier
        return "+".join([name for flag, name in _MODIFIERS if held & flag] + [where])

    def shown(self, chord: str) -> str:
        """A chord with its key as the current layout prints it (``Ctrl+ب`` where F prints ب)."""
        *modifiers, key = chord.split("+") if not chord.endswith("+") else [chord]
        return "+".join([*(self._modifier(name) for name in modifiers), self._key(key)])

    def _key(self, where: str) -> str:
        if len(where) > 1 or where == "?":
            return where
        return self._printed.get(where) or (ARABIC_101.get(where, where) if self._arabic else where)

    @staticmethod
    def _modifier(name: str) -> str:
        return "⇧" if name == "Shift" else name

    def _learn(self, where: str, event: QKeyEvent) -> None:
        """Keep what an unmodified press printed; the first letter of another script tells that the layout changed."""
        text = event.text()
        if len(where) != 1 or event.modifiers() != Qt.KeyboardModifier.NoModifier or not text.strip():
            return
        arabic = "\u0600" <= text[0] <= "\u06ff"
        if where.isalpha() and arabic != self._arabic:
            self._arabic = arabic
            self._printed.clear()
            self.layoutChanged.emit()
        if self._key(where) != text.upper() and event.nativeScanCode():
            self._printed[where] = text.upper()
            self.layoutChanged.emit()

    def _on_locale_changed(self) -> None:
        if (arabic := self._system_is_arabic()) != self._arabic:
            self._arabic = arabic
            self._printed.clear()
            self.layoutChanged.emit()

    @staticmethod
    def _system_is_arabic() -> bool:
        """Only Windows and macOS say which layout is on; elsewhere that is the locale of the system: the keys tell."""
        arabic = QGuiApplication.inputMethod().locale().language() == QLocale.Language.Arabic
        return arabic and QGuiApplication.platformName() in ("windows", "cocoa")
