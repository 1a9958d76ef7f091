"""Which sources make suggestions in a project, which labels they may suggest, and the user's own words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from annotate.model import State
from annotate.suggest.run import default_label_map
from annotate.suggest.withdrawing import withdraw
from ui.commands.suggestions import SuggestionCommands, switched_on
from ui.desk import Desk
from ui.dialogs.sources import SourcesDialog, SourceUse

translate = QCoreApplication.translate


class SourceCommands:
    """Asks, keeps the answer in the project, and brings the pending suggestions up to it."""

    def __init__(self, desk: Desk, suggestions: SuggestionCommands) -> None:
        self._desk, self._suggestions = desk, suggestions

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {"sources": self._ask}

    def _ask(self) -> None:
        project = self._desk.workspace.project
        assert project is not None
        lists = [(text, label) for text, label in project.setting("lists", [])]
        labels = self._desk.workspace.labels
        ready = default_label_map(labels) | project.setting("label_map", {})
        use = SourceUse(
            tuple(switched_on(project)), project.setting("sources_off", {}), lists, frozenset(ready.values())
        )
        dialog = SourcesDialog(self._desk.window, use, labels, self._desk.language)
        dialog.kept.connect(self._keep)
        dialog.open()

    def _keep(self, use: SourceUse) -> None:
        """What is switched off goes at once, in all documents; what is new comes in the document on the desk."""
        workspace = self._desk.workspace
        project = workspace.project
        assert project is not None
        project.set_setting("sources", list(use.on))
        project.set_setting("sources_off", {source: list(ids) for source, ids in use.off.items()})
        project.set_setting("lists", [list(entry) for entry in use.lists])
        for document in withdraw(project):
            workspace.suggested.emit(document)
        if workspace.document is not None and workspace.own and workspace.state() is not State.LOCKED:
            self._suggestions.suggest_for([workspace.document.id], said=False)
        self._desk.strip.say(
            translate("Sources", "The sources are kept. For other documents, suggest again (Ctrl+Shift+J)."), "done"
        )
