"""What the middle of the window shows: the panes of annotating, or review or overview in their place."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QWidget

from ui.actions import BY_ID
from ui.commands.overview import OverviewCommands
from ui.commands.reviewing import ReviewCommands
from ui.commands.table import CommandTable
from ui.desk import Desk
from ui.overview.page import OverviewPage
from ui.review.page import ReviewPage
from ui.review.state import ReviewState
from ui.settings import TEXT_FONT, ZOOM
from ui.text.style import TextStyle

_PANES = {"next_pane": 1, "previous_pane": -1}
_OF_TABLES = ("Up", "Down", "PgUp", "PgDown", "Home", "End")


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
        self.overview_page = OverviewPage(desk.theme, desk.language)
        self.overview = OverviewCommands(desk, self.overview_page, self.review)
        for page, commands in ((self.review_page, self.review), (self.overview_page, self.overview)):
            stack.addWidget(page)
            table.add(commands.handlers())
            commands.modeChanged.connect(self._on_mode)
        self.review_page.wanted.connect(table.run)

    def situation(self) -> set[str]:
        """What is there, in the words of ``ui.actions.NEEDS``."""
        return self.review.situation() | self.overview.situation()

    def reviewed(self) -> list[str]:
        """The names of those whose layers are compared now."""
        return self.review.names() if self.review.active else []

    def mode(self, focus: QWidget | None) -> str:
        """The mode whose keys are live where the focus is: of review or overview, or empty."""
        shown = self._stack.currentWidget()
        if focus is None or shown is None or not (shown.isAncestorOf(focus) or focus is self._desk.window):
            return ""
        return self.review.mode if self.review.active else "overview" if self.overview.active else ""

    def press(self, chord: str, focus: QWidget) -> bool:
        """Do what a chord means in the review or overview; False if it is for the widget that has the focus."""
        mode = self.mode(focus)
        if not mode:
            return False
        for action in self._table.bindings.bound(chord, "window"):
            if action.id in _PANES:
                self._next_pane(_PANES[action.id], focus)
                return True
        page = self.review_page
        if self.review.active and focus not in (page.lanes, self._desk.window):
            if focus is not page.table and chord == "Esc":
                page.lanes.setFocus()
                return True
            if isinstance(focus, QAbstractButton) and chord == "Enter":
                focus.click()
                return True
            # Buttons and fields keep Tab and letters; the table moves by its own keys.
            if not (chord.startswith("Ctrl+") if focus is not page.table else chord not in _OF_TABLES):
                return False
        if self._table.press(chord, mode, focus, True):
            return True
        return focus in (page.lanes, page.table) and self.review.press(chord)

    def _next_pane(self, step: int, focus: QWidget) -> None:
        """The focus goes round the parts of what is shown."""
        parts = self.review_page.parts() if self.review.active else self.overview_page.parts()
        here = next((n for n, part in enumerate(parts) if part is focus or part.isAncestorOf(focus)), -1)
        parts[(here + step) % len(parts)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_mode(self) -> None:
        """Show what is active; messages go with it."""
        if self.review.active:
            self.overview.end()
        shown = self.review_page if self.review.active else self.overview_page if self.overview.active else None
        wanted = self._panes if shown is None else self._stack.indexOf(shown)
        if self._stack.currentIndex() != wanted:
            if self.review.active:
                style = TextStyle(self._desk.theme, self._desk.settings[TEXT_FONT])
                labels, zoom = self._desk.workspace.labels, self._desk.settings[ZOOM]
                self.review_page.lanes.set_looks(style, labels, self._desk.language, zoom)
            self._stack.setCurrentIndex(wanted)
            column = self.review_page.centre if self.review.active else shown or self._text_column
            column.layout().addWidget(self._desk.strip)  # type: ignore[union-attr]
        self.changed.emit()
