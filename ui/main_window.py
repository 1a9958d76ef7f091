"""The window: puts the panes together, and keeps what they show in step with the workspace."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from annotate.changes import Step
from annotate.labels import LabelSet
from ui.actions import BY_ID
from ui.commands.context_menu import ContextMenus
from ui.commands.groups import Groups
from ui.commands.table import CommandTable
from ui.desk import Desk
from ui.icons import program_icon
from ui.jobs import Jobs
from ui.keys.bindings import Bindings
from ui.keys.filter import KeyFilter
from ui.keys.keyboard import Keyboard
from ui.layer_on_view import LayerOnView
from ui.panels.documents import DocumentsPane
from ui.panels.header import Header
from ui.panels.inspector import Inspector
from ui.panels.message_strip import MessageStrip
from ui.panels.start_page import StartPage
from ui.panels.status_line import StatusLine
from ui.places import Places
from ui.settings import (
    DIRECTION,
    DOCUMENTS_PANE,
    INSPECTOR_PANE,
    KEYS,
    LINE_SPACING,
    MEASURE,
    TEXT_FONT,
    ZOOM,
    Settings,
)
from ui.situation import Situation
from ui.surroundings import Surroundings
from ui.text.style import TextStyle
from ui.text.view import TextView
from ui.theme import Theme
from ui.views import Views
from ui.wording import read_only_text
from ui.workspace import Workspace

_SPACINGS = {"tight": 0.9, "normal": 1.0, "wide": 1.25, "widest": 1.5}
_MEASURES = {"narrow": 560, "normal": 728, "wide": 960}
_DIRECTIONS = {"rtl": Qt.LayoutDirection.RightToLeft, "ltr": Qt.LayoutDirection.LeftToRight}


class MainWindow(QMainWindow):
    """One window on a workspace. ``remakeWanted`` is sent when language or look changed: a new one then takes over."""

    remakeWanted = Signal()

    def __init__(self, workspace: Workspace, settings: Settings, jobs: Jobs, theme: Theme, language: str) -> None:
        super().__init__()
        self.setWindowIcon(program_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(760, 480)
        self.workspace, self.settings = workspace, settings
        self._theme = theme
        self.keyboard = Keyboard(self)
        self.view = TextView()
        self._situation = Situation(workspace, self.view)
        bindings = Bindings(settings[KEYS])
        self.table = CommandTable(theme, self.keyboard, bindings, self._situation.now, self)
        self.strip = MessageStrip(theme, self.table.key("undo"))
        self.desk = Desk(workspace, settings, jobs, self.keyboard, theme, language, self.view, self.strip, self)
        self._build(jobs, language)
        self.commands = Groups(self.desk, self.table, self.header.find_field, self.documents, self.inspector)
        self.views = Views(self.desk, self.table, self._middle, self._centre)
        self._situation.viewed = self.views.situation
        self._situation.searching = lambda: self.commands.search.has_hits
        self.table.fill(self.menuBar())
        self.menus = ContextMenus(self.desk, self.table, self.commands)
        self.view.clitics = workspace.clitics.now
        self._places = Places(settings, workspace, self.view)
        self._layer = LayerOnView(workspace, self.view)
        panes = self.header, self.documents, self.inspector, self.status
        self.surroundings = Surroundings(
            self.desk, self.table, self._situation, self.commands.suggestions, self.mode, panes
        )
        self.surroundings.reviewed = self.views.reviewed
        KeyFilter(self, self.keyboard, self._on_key)
        self._connect()
        self._on_project()
        self._on_document()

    # --- making
    def _build(self, jobs: Jobs, language: str) -> None:
        table, theme = self.table, self._theme
        keys = {name: table.key(name) for name in BY_ID}
        self.header = Header(theme, keys, self._tool("undo"), self._tool("redo"))
        self.documents = DocumentsPane(theme)
        self.inspector = Inspector(theme, language, keys)
        self.start = StartPage(theme, language, self.settings.annotator(), keys)
        self.status = StatusLine(theme, jobs)
        self.view.set_style(TextStyle(theme, self.settings[TEXT_FONT]))
        self.view.set_zoom(self.settings[ZOOM])
        self.view.set_line_spacing(_SPACINGS.get(self.settings[LINE_SPACING], 1.0))
        self.view.set_measure(_MEASURES.get(self.settings[MEASURE], 728))
        self.view.set_direction(_DIRECTIONS.get(self.settings[DIRECTION]))
        self._centre = _column(self.view)
        self._centre.setObjectName("centre")
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        for part, least in ((self.documents, 220), (self._centre, 300), (self.inspector, 240)):
            part.setMinimumWidth(least)
            self.panes.addWidget(part)
        self.documents.setMaximumWidth(420)
        self.inspector.setMaximumWidth(420)
        self.panes.setStretchFactor(1, 1)
        self.panes.setSizes([284, 852, 304])
        self.documents.setVisible(self.settings[DOCUMENTS_PANE])
        self.inspector.setVisible(self.settings[INSPECTOR_PANE])
        self._middle = QStackedWidget()
        self._middle.addWidget(self.panes)
        self._work = _column(self.header, self._middle)
        self._first = _column(self.start)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._first)
        self.pages.addWidget(self._work)
        self.setCentralWidget(_column(self.pages, self.status))

    def _tool(self, action: str) -> QToolButton:
        found = QToolButton()
        found.setDefaultAction(self.table.entries[action])
        found.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        found.setAccessibleName(BY_ID[action].name)
        return found

    def _connect(self) -> None:
        workspace, view, run = self.workspace, self.view, self.table.run
        workspace.projectChanged.connect(self._on_project)
        workspace.documentChanged.connect(self._on_document)
        workspace.stepped.connect(self._on_step)
        workspace.suggested.connect(self._on_suggested)
        view.selectionChanged.connect(self._on_selection)
        for signal in (view.spanActivated, view.relationActivated, view.suggestionActivated):
            signal.connect(self.surroundings.selection_changed)
        spans, relations = self.commands.spans, self.commands.relations
        view.borderDragged.connect(spans.move_borders)
        view.relationDrawn.connect(relations.drawn)
        view.acceptClicked.connect(lambda: run("accept"))
        view.rejectClicked.connect(lambda: run("reject"))
        for mode in (relations, self.commands.borders):
            mode.modeChanged.connect(self.surroundings.selection_changed)
        self.views.changed.connect(self.surroundings.selection_changed)
        self.views.overview_page.sources.switched.connect(self.commands.sources.switch)
        self.commands.sources.changed.connect(self.views.overview.renew)
        self.strip.undo.connect(lambda: run("undo"))
        self.header.commands.connect(lambda: run("commands"))
        self.documents.chosen.connect(self._on_chosen)
        self.inspector.wanted.connect(run)
        self.inspector.relationChosen.connect(self._on_relation_chosen)
        self.inspector.attributeSet.connect(spans.set_attribute)
        self.inspector.palette_.chosen.connect(self._on_label)
        self.inspector.palette_.left.connect(lambda: run("to_text"))
        self.start.wanted.connect(run)
        self.start.recentChosen.connect(lambda path: self.open_paths([Path(path)]))
        self.start.languageChosen.connect(self.commands.settings.set_language)
        self.start.nameChanged.connect(self.commands.settings.set_name)
        self.commands.settings.remakeWanted.connect(self.remakeWanted)
        self.keyboard.layoutChanged.connect(self._on_layout)

    # --- what is shown
    def _on_project(self) -> None:
        project = self.workspace.project
        self.surroundings.show_project()
        if project is None:
            self.setWindowTitle("Tawsim")
            self._first.layout().addWidget(self.strip)  # type: ignore[union-attr]
            self.start.show_recent(self.settings.recent())
            self.start.show_sources(*self.commands.models.state())
            self.pages.setCurrentWidget(self._first)
            self.start.focus_first()
            return
        self.setWindowTitle(f"{project.path.stem} — Tawsim")
        self._centre.layout().addWidget(self.strip)  # type: ignore[union-attr]
        self.strip.clear()
        self._show_labels(self.workspace.labels)
        self.pages.setCurrentWidget(self._work)
        self.view.setFocus()
        if project.read_only is not None:
            self.strip.say(read_only_text(project.read_only), "refused")
        self._places.restore()

    def _show_labels(self, labels: LabelSet) -> None:
        self.view.set_labels(labels, self.desk.language)
        shown = {entity.shortcut: self.keyboard.shown(entity.shortcut) for entity in labels.entities if entity.shortcut}
        self.inspector.palette_.show_labels(labels, shown)

    def _on_document(self) -> None:
        self.commands.leave_modes()
        self._layer.show()
        if self.workspace.document is not None:
            self._places.turn_to(self.workspace.document.id)
            self.commands.search.renew()
        self.surroundings.show_document()

    def _on_step(self, step: Step, initiator: object) -> None:
        self._layer.follow(step)
        if any(isinstance(change.record, LabelSet) for change in step.changes):
            self._show_labels(self.workspace.labels)
        self.surroundings.step(step)

    def _on_suggested(self, document: str, stretch: tuple[int, int]) -> None:
        self._layer.renew_suggestions(document, stretch)
        self.surroundings.contents_changed(document)

    def _on_selection(self) -> None:
        """The caret moved: what was picked out is let go, so that keys mean the caret's place."""
        view = self.view
        if view.selected_span or view.selected_relation or view.current_suggestion:
            view.selected_span = None
        self.surroundings.selection_changed()

    # --- what is done
    @property
    def busy(self) -> bool:
        """Whether the panes still have to follow the text."""
        return self.surroundings.busy

    def mode(self) -> str:
        """Which mode takes the keys: ``review`` …, ``border``, ``relation`` or none (``text``)."""
        if reviewing := self.views.mode(self.focusWidget()):
            return reviewing
        return "relation" if self.commands.relations.active else "border" if self.commands.borders.active else "text"

    def _on_key(self, chord: str, focus: QWidget) -> bool:
        if self.views.press(chord, focus):
            return True
        in_text = focus is self.view
        if in_text and self.mode() == "relation" and self.commands.relations.hint(chord):
            return True
        if self.table.press(chord, self.mode(), focus, in_text):
            return True
        if not in_text or self.mode() != "text":
            return False
        if self.commands.labels.press(chord):
            return True
        if reason := self.table.why(chord, "text"):
            self.strip.say(reason, "info")
        return bool(reason)

    def _on_label(self, key: str) -> None:
        self.commands.labels.give(key)
        self.view.setFocus()

    def _on_chosen(self, document: str) -> None:
        if self.workspace.document is None or self.workspace.document.id != document:
            self.workspace.show(document)
        self.view.setFocus()

    def _on_relation_chosen(self, relation: str) -> None:
        self.view.selected_relation = relation
        self.view.setFocus()
        self.surroundings.selection_changed()

    def _on_layout(self) -> None:
        keys = {name: self.table.key(name) for name in BY_ID}
        self.header.show_keys(keys)
        self.inspector.show_keys(keys)
        self.strip.show_key(keys["undo"])
        self._show_labels(self.workspace.labels)
        self.surroundings.selection_changed()

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open projects and bring in other files, as if they were dropped here."""
        self.commands.projects.open_paths(paths)

    # --- Qt
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome anywhere."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.commands.projects.drop(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the place and the window's shape; everything else is saved already."""
        self._places.keep()
        self.settings.keep_window("geometry", self.saveGeometry())
        self.settings.keep_window("panes", self.panes.saveState())
        self.settings.save()
        self.commands.suggestions.close()
        event.accept()


def _column(*parts: QWidget) -> QWidget:
    found = QWidget()
    column = QVBoxLayout(found)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    return found
