"""Labelling by key: 1–9 and the palette's letters, with Shift a second label on the same borders."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.commands.spans import SpanCommands
from ui.desk import Desk
from ui.panels.label_palette import LabelPalette

translate = QCoreApplication.translate

_WIDTH = 304
"""The small palette is as wide as the inspector: two columns."""


class LabelCommands:
    """Gives labels to what is selected, by key or from the small palette that opens at a selection."""

    def __init__(self, desk: Desk, spans: SpanCommands) -> None:
        self._desk, self._spans = desk, spans
        desk.view.labelRequested.connect(self.offer)

    def press(self, chord: str) -> bool:
        """Give the label whose key was pressed; False if it is no label's key."""
        second = chord.startswith("Shift+")
        sign = chord.removeprefix("Shift+")
        entity = next((one for one in self._desk.workspace.labels.active() if one.shortcut.upper() == sign), None)
        if entity is None or not sign:
            return False
        if self._may():
            self._spans.label(entity.key, second)
        return True

    def give(self, key: str) -> None:
        """Give a label (a key) to what is selected."""
        if self._may():
            self._spans.label(key)

    def offer(self, start: int, end: int, place: QPoint) -> None:
        """Open the small palette at a selection made with the mouse."""
        if self._may():
            _Popup(self._desk, self).show_at(place)

    def _may(self) -> bool:
        """Whether labels can be given; where the project is read-only, that is said."""
        workspace = self._desk.workspace
        if workspace.document is not None and not workspace.writable:
            self._desk.strip.say(translate("Need", "The project is open read-only."), "refused")
        return workspace.document is not None and workspace.writable


class _Popup(QFrame):
    """The palette in a popup; keys typed in it label too, as if the text had the focus."""

    def __init__(self, desk: Desk, labels: LabelCommands) -> None:
        super().__init__(desk.window)
        self.setProperty("kind", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._view = desk.view
        palette = LabelPalette(desk.theme, desk.language)
        entities = desk.workspace.labels.entities
        palette.show_labels(
            desk.workspace.labels, {e.shortcut: desk.keyboard.shown(e.shortcut) for e in entities if e.shortcut}
        )
        palette.filter.hide()
        palette.setFixedWidth(_WIDTH)
        palette.chosen.connect(labels.give)
        palette.chosen.connect(self.close)
        desk.view.selectionChanged.connect(self.close)
        desk.workspace.stepped.connect(self.close)
        desk.workspace.documentChanged.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(palette)

    def show_at(self, place: QPoint) -> None:
        """Show it under a place on the screen, inside the window."""
        self.adjustSize()
        window = self._view.window()
        at = window.mapFromGlobal(place)
        left = min(max(at.x() - self.width() // 2, 0), window.width() - self.width())
        below = at.y() + 24
        top = below if below + self.height() <= window.height() else at.y() - self.height() - 24
        self.move(left, max(top, 0))
        self.show()
        self.raise_()
