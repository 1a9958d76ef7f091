"""What concerns the window itself: panes, focus, zoom, the command palette, settings, help."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from ui.commands.table import CommandTable
from ui.desk import Desk
from ui.dialogs.about import AboutDialog
from ui.dialogs.guide import GuideDialog
from ui.panels.command_palette import CommandPalette
from ui.panels.documents import DocumentsPane
from ui.panels.inspector import Inspector
from ui.settings import DOCUMENTS_PANE, INSPECTOR_PANE, ZOOM, Key
from ui.text.view import ZOOM_STEP
from ui.tour import Tour

translate = QCoreApplication.translate


class WindowCommands:
    """Handlers that touch no annotation."""

    def __init__(self, desk: Desk, table: CommandTable, documents: DocumentsPane, inspector: Inspector) -> None:
        self._desk, self._table = desk, table
        self._documents, self._inspector = documents, inspector
        self.tour: Tour | None = None
        desk.view.zoomChanged.connect(self._keep_zoom)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {
            "commands": self._palette,
            "next_pane": lambda: self._pane(1),
            "previous_pane": lambda: self._pane(-1),
            "to_text": self._to_text,
            "documents_pane": lambda: self._toggle(self._documents, DOCUMENTS_PANE),
            "inspector_pane": lambda: self._toggle(self._inspector, INSPECTOR_PANE),
            "zoom_in": lambda: self._zoom(self._desk.view.zoom * ZOOM_STEP),
            "zoom_out": lambda: self._zoom(self._desk.view.zoom / ZOOM_STEP),
            "zoom_reset": lambda: self._zoom(1.0),
            "copy": self._copy,
            "tour": self._begin_tour,
            "guide": self._guide,
            "about": lambda: AboutDialog(self._desk.window).open(),
            "quit": QApplication.closeAllWindows,
        }

    def _palette(self) -> None:
        palette = CommandPalette(self._desk.theme, list(self._table.palette()), self._desk.window)
        # Queued: the palette is gone and the focus back in the text before the command is done.
        palette.wanted.connect(self._table.run, Qt.ConnectionType.QueuedConnection)
        palette.left.connect(self._desk.view.setFocus)
        palette.open()

    def _begin_tour(self) -> None:
        """The tour goes over the sample, whatever was open before."""
        self._table.run("sample")
        if self._desk.workspace.project is not None and self.tour is None:
            self.tour = Tour(self._desk, self._table)
            self.tour.ended.connect(self._on_tour_ended)
            self._desk.view.setFocus()

    def _on_tour_ended(self) -> None:
        self.tour = None

    def _guide(self) -> None:
        folder = self._desk.workspace.services.seeds.parent / "docs"
        GuideDialog(self._desk.window, folder, self._desk.language, self._desk.theme).open()

    # --- panes
    def _panes(self) -> Sequence[tuple[QWidget, Callable[[], None]]]:
        panes: list[tuple[QWidget, Callable[[], None]]] = [(self._desk.view, self._to_text)]
        if not self._inspector.isHidden():
            panes.append((self._inspector, self._inspector.focus_first))
        if not self._documents.isHidden():
            panes.append((self._documents, self._documents.focus_list))
        return panes

    def _pane(self, step: int) -> None:
        panes = self._panes()
        focus = QApplication.focusWidget()
        now = next((n for n, (pane, _) in enumerate(panes) if focus is not None and _within(focus, pane)), -step % 1)
        panes[(now + step) % len(panes)][1]()

    def _to_text(self) -> None:
        """Back to the text; there already, let go of what is selected."""
        view = self._desk.view
        if view.hasFocus():
            self._desk.strip.clear()
            view.selected_span = None
            view.move_caret(view.caret, reveal=False)
            view.selectionChanged.emit()
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self, pane: QWidget, key: Key[bool]) -> None:
        pane.setVisible(pane.isHidden())
        self._desk.settings[key] = not pane.isHidden()
        if pane.isHidden():
            self._desk.view.setFocus()

    # --- zoom, copy
    def _zoom(self, zoom: float) -> None:
        self._desk.view.set_zoom(zoom)
        self._keep_zoom(self._desk.view.zoom)

    def _keep_zoom(self, zoom: float) -> None:
        self._desk.settings[ZOOM] = round(zoom, 3)

    def _copy(self) -> None:
        view = self._desk.view
        start, end = view.selection()
        item = self._desk.selected_span() or view.current_suggestion
        if start == end and item is not None:
            start, end = item.start, item.end
        QGuiApplication.clipboard().setText(self._desk.document.text[start:end])


def _within(widget: QWidget, pane: QWidget) -> bool:
    return widget is pane or pane.isAncestorOf(widget)
