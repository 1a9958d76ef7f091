"""What the middle of the window shows: the panes of annotating, or the review in their place."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.actions import BY_ID
from ui.commands.reviewing import ReviewCommands
from ui.commands.table import CommandTable
from ui.desk import Desk
from ui.review.page import ReviewPage
from ui.review.state import ReviewState
from ui.settings import TEXT_FONT, ZOOM
from ui.text.style import TextStyle


class Views(QObject):
    """Switches the middle (``stack``); messages stand under the text that is shown.

    ``changed`` is sent when other keys are live than before.
    """

    changed = Signal()

    def __init__(self, desk: Desk, table: CommandTable, stack: QStackedWidget, annotating: QWidget) -> None:
        super().__init__(desk.window)
        self._desk, self._table, self._stack = desk, table, stack
        self._panes, self._text_column = stack.currentIndex(), annotating
        keys = {name: table.key(name) for name in BY_ID}
        state = ReviewState(desk.workspace)
        self.review_page = ReviewPage(state, desk.workspace, desk.theme, desk.language, keys)
        self.review = ReviewCommands(desk, state, self.review_page)
        stack.addWidget(self.review_page)
        table.add(self.review.handlers())
        self.review_page.wanted.connect(table.run)
        self.review.modeChanged.connect(self._on_mode)

    def situation(self) -> set[str]:
        """What is there, in the words of ``ui.actions.NEEDS``."""
        return self.review.situation()

    def mode(self, focus: QWidget | None) -> str:
        """The mode whose keys are live where the focus is: of the review, or empty."""
        page = self.review_page
        there = self.review.active and focus is not None and (page.isAncestorOf(focus) or focus is self._desk.window)
        return self.review.mode if there else ""

    def press(self, chord: str, focus: QWidget) -> bool:
        """Do what a chord means in the review; False if it means nothing there."""
        mode = self.mode(focus)
        if not mode or (focus is self.review_page.table and chord in ("Up", "Down", "PgUp", "PgDown", "Home", "End")):
            return False
        if self._table.press(chord, mode, focus, True):
            return True
        return focus is self.review_page.lanes and self.review.press(chord)

    def _on_mode(self) -> None:
        """Show the review or take it away; messages go with it."""
        page = self.review_page
        wanted = self._stack.indexOf(page) if self.review.active else self._panes
        if self._stack.currentIndex() != wanted:
            if self.review.active:
                style = TextStyle(self._desk.theme, self._desk.settings[TEXT_FONT])
                page.lanes.set_looks(style, self._desk.workspace.labels, self._desk.language, self._desk.settings[ZOOM])
            self._stack.setCurrentIndex(wanted)
            column = page.centre if self.review.active else self._text_column
            column.layout().addWidget(self._desk.strip)  # type: ignore[union-attr]
        self.changed.emit()
