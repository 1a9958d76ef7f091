"""The menus of a right click: the same verbs as the keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu

from annotate.model import Suggestion
from ui.commands.groups import Groups
from ui.commands.table import CommandTable
from ui.desk import Desk

translate = QCoreApplication.translate

_ENTRIES = {
    "span": ("border_mode", "clitic_start", "clitic_end", "peel", "occurrences", "", "relation", "note", "question",
             "guidelines", "", "copy", "remove"),
    "suggestion": ("accept", "reject", "accept_sentence", "", "clitic_start", "clitic_end", "occurrences", "copy"),
    "relation": ("retype", "turn", "note", "", "remove"),
    "text": ("copy", "occurrences", "", "accept_sentence", "done"),
}  # fmt: skip


class ContextMenus:
    """Opens the menu of a span, suggestion, relation or of the text."""

    def __init__(self, desk: Desk, table: CommandTable, commands: Groups) -> None:
        self._desk, self._table, self._commands = desk, table, commands
        desk.view.contextRequested.connect(self._on_wanted)
        desk.view.moreClicked.connect(lambda place: self._open("suggestion", place))

    def _on_wanted(self, kind: str, what: object, place: QPoint) -> None:
        view = self._desk.view
        if kind == "span" and isinstance(what, str):
            view.selected_span = what
            view.spanActivated.emit(what)
        elif kind == "suggestion" and isinstance(what, Suggestion):
            view.current_suggestion = what
            view.suggestionActivated.emit(what)
        elif kind == "relation" and isinstance(what, str):
            view.selected_relation = what
            view.relationActivated.emit(what)
        if self._desk.workspace.document is not None:
            self._open(kind, place)

    def _open(self, kind: str, place: QPoint) -> None:
        self.menu(kind).popup(place)

    def menu(self, kind: str) -> QMenu:
        """The menu of a kind, for what is selected now."""
        self._table.refresh()
        menu = QMenu(self._desk.window)
        menu.aboutToHide.connect(menu.deleteLater)
        if kind in ("span", "text", "suggestion"):
            self._add_labels(menu)
        if kind == "relation":
            self._add_types(menu)
        for name in _ENTRIES[kind]:
            if name:
                menu.addAction(self._table.entries[name])
            else:
                menu.addSeparator()
        return menu

    def _add_labels(self, menu: QMenu) -> None:
        inner = menu.addMenu(translate("Menu", "Label"))
        inner.setEnabled("markable" in self._table.situation() and self._desk.workspace.writable)
        for entity in self._desk.workspace.labels.active():
            action = inner.addAction(
                f"{entity.name(self._desk.language)}\t{self._desk.keyboard.shown(entity.shortcut)}"
            )
            action.triggered.connect(lambda _=False, key=entity.key: self._commands.labels.give(key))
        menu.addSeparator()

    def _add_types(self, menu: QMenu) -> None:
        relation = self._desk.view.selected_relation
        inner = menu.addMenu(translate("Menu", "Type"))
        for kind in self._commands.relations.types_for(relation) if relation else ():
            action = inner.addAction(kind.name(self._desk.language))
            action.triggered.connect(
                lambda _=False, key=kind.key: self._commands.relations.relabel(relation or "", key)
            )
        inner.setEnabled(bool(inner.actions()) and self._desk.workspace.writable)
