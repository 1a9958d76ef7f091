"""Settings: language, look, names, keys. What changes the whole window asks for a new one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotate.edits import RenameAnnotator
from ui.commands.table import CommandTable
from ui.desk import Desk
from ui.dialogs.keys import KeysDialog
from ui.dialogs.settings import SettingsDialog
from ui.keys.bindings import Bindings
from ui.settings import ANNOTATOR, KEYS, LANGUAGE


class SettingCommands(QObject):
    """``remakeWanted`` is sent when language or look changed."""

    remakeWanted = Signal()

    def __init__(self, desk: Desk, table: CommandTable) -> None:
        super().__init__(desk.window)
        self._desk, self._table = desk, table

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {"settings": self._ask, "keys": self._keys}

    def set_language(self, language: str) -> None:
        """Change the language of the interface."""
        self._desk.settings[LANGUAGE] = language
        if language != self._desk.language:
            self.remakeWanted.emit()

    def set_name(self, name: str) -> None:
        """The name that new projects get for their annotator."""
        self._desk.settings[ANNOTATOR] = name

    def _ask(self) -> None:
        dialog = SettingsDialog(self._desk.window, self._desk.settings, self._desk.workspace.annotator.name)
        dialog.renamed.connect(self._rename)
        dialog.lookChanged.connect(self.remakeWanted)
        dialog.open()

    def _rename(self, name: str) -> None:
        workspace = self._desk.workspace
        self.set_name(name)
        if workspace.writable and name != workspace.annotator.name:
            self._desk.attempt(RenameAnnotator(annotator=workspace.annotator.id, name=name))

    def _keys(self) -> None:
        dialog = KeysDialog(self._desk.window, self._table.bindings, self._desk.keyboard)
        dialog.changed.connect(self.keep_keys)
        dialog.open()

    def keep_keys(self, bindings: Bindings) -> None:
        """Use other keys from now on."""
        self._table.bindings = bindings
        self._table.show_keys()
        self._desk.settings[KEYS] = bindings.changes
