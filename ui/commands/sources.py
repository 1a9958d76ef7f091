"""Which sources make suggestions in a project, what their labels become, and the user's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from annotate.model import State
from annotate.project import EVERYWHERE, Project
from annotate.review.fates import fates
from annotate.suggest.camel_models import installed_labels
from annotate.suggest.learned_setting import standing_back
from annotate.suggest.source_settings import labels_off, own_words, sources_on, switch
from annotate.suggest.withdrawing import suggested_by, withdraw
from ui.commands.beside import read_beside
from ui.commands.suggestions import SuggestionCommands, label_table_name
from ui.desk import Desk
from ui.dialogs.sources import SourcesDialog, SourceUse
from ui.jobs import Job
from ui.wording import source_name

translate = QCoreApplication.translate

_WITHDRAWING = "withdrawing"
"""The setting with the sources whose pending suggestions are being taken back; it outlives a closed project."""


class SourceCommands(QObject):
    """Asks, keeps the answer in the project, and brings the pending suggestions up to it in jobs.

    ``changed`` is sent when something was switched, and when pending suggestions were taken back.
    """

    changed = Signal()

    def __init__(self, desk: Desk, suggestions: SuggestionCommands) -> None:
        super().__init__(desk.window)
        self._desk, self._suggestions = desk, suggestions
        self._job: Job | None = None
        desk.strip.second.connect(self._on_second)
        desk.workspace.projectChanged.connect(self._on_project)
        desk.workspace.closing.connect(self._stop)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {"sources": self._ask}

    def _on_second(self, name: str) -> None:
        if name == label_table_name() and self._desk.workspace.writable:
            dialog = self.ask()
            dialog.turn_to(dialog.table)
            dialog.table.focus_first()

    # --- asking
    def _ask(self) -> None:
        self.ask()

    def ask(self) -> SourcesDialog:
        """Show the dialog; how many suggestions were right is counted beside and comes in when it is known."""
        desk, project = self._desk, self._desk.workspace.project
        assert project is not None
        labels, models = desk.workspace.labels, installed_labels()
        known = {entity.id for entity in labels.active()}
        missing = [label for label in project.setting("labels_missing", []) if label not in known]
        dialog = SourcesDialog(
            desk.window,
            self._use(project),
            ["camel"] if models else [],
            [*models, *missing],
            labels,
            desk.theme,
            desk.language,
        )
        dialog.show_left(standing_back(project, labels))
        dialog.kept.connect(self._keep)
        title = translate("Sources", "Counting what was accepted")
        job = read_beside(desk, title, lambda beside, job: fates(beside, job.report), dialog.show_fates)
        dialog.finished.connect(job.cancel)
        dialog.open()
        return dialog

    def _use(self, project: Project) -> SourceUse:
        labels = self._desk.workspace.labels
        return SourceUse(
            tuple(sources_on(project)),
            labels_off(project, labels),
            own_words(project, labels),
            project.setting("label_map", {}),
        )

    def _keep(self, use: SourceUse) -> None:
        """What is switched off goes in all documents. What is new comes in the document on the desk; where labels
        became others, in all that have suggestions."""
        project = self._desk.workspace.project
        assert project is not None
        before = self._use(project)
        project.set_setting("sources", list(use.on))
        project.set_setting("sources_off", {source: list(ids) for source, ids in use.off.items()})
        project.set_setting("lists", [list(entry) for entry in use.lists])
        project.set_setting("label_map", dict(use.label_map))
        fewer = {source for source, ids in use.off.items() if set(ids) - set(before.off.get(source, ()))}
        self._withdraw(fewer | (set(before.on) - set(use.on)))
        mapped = dict(before.label_map) != dict(use.label_map)
        self._suggest(project, everywhere=mapped)
        self.changed.emit()
        self._desk.strip.say(
            translate("Sources", "The sources are kept. All suggestions are made anew by the new labels.")
            if mapped
            else translate("Sources", "The sources are kept. For other documents, suggest again (Ctrl+Shift+J)."),
            "done",
        )

    # --- switching
    def switch(self, source: str, label: str, on: bool) -> None:
        """Switch a source on or off for a label (an id), or with an empty label as a whole."""
        workspace = self._desk.workspace
        project = workspace.project
        assert project is not None
        switch(project, workspace.labels, source, label, on)
        if on:
            self._suggest(project)
        else:
            self._withdraw({source})
        self.changed.emit()
        self._desk.strip.say(self._switched(source, label, on), "done" if on else "gone")

    def _switched(self, source: str, label: str, on: bool) -> str:
        entity = self._desk.workspace.labels.entity(self._desk.workspace.labels.entity_key(label))
        if on and entity:
            said = translate("Sources", "“{source}” suggests “{label}” again: now here, elsewhere with Ctrl+Shift+J.")
        elif on:
            said = translate("Sources", "“{source}” suggests again: now here, elsewhere with Ctrl+Shift+J.")
        elif entity:
            said = translate(
                "Sources", "“{source}” does not suggest “{label}” any more; what is pending is taken back."
            )
        else:
            said = translate("Sources", "“{source}” does not suggest any more; what is pending is taken back.")
        return said.format(source=source_name(source), label=entity.name(self._desk.language) if entity else "")

    # --- bringing the suggestions up to it
    def _suggest(self, project: Project, *, everywhere: bool = False) -> None:
        workspace = self._desk.workspace
        wanted: list[str] = []
        if workspace.document is not None and workspace.own and workspace.state() is not State.LOCKED:
            wanted.append(workspace.document.id)
        if everywhere:
            wanted += [one.id for one in project.documents() if one.pending and one.state is not State.LOCKED]
        self._suggestions.suggest_for(list(dict.fromkeys(wanted)), said=False)

    def _withdraw(self, sources: Iterable[str]) -> None:
        """Look for what these sources may not say any more in a job, and take it back document by document."""
        workspace = self._desk.workspace
        project = workspace.project
        assert project is not None
        wanted = sorted({*sources, *project.setting(_WITHDRAWING, [])})
        if not wanted:
            return
        if self._job is not None:
            self._job.cancel()
        project.set_setting(_WITHDRAWING, wanted)

        def look(beside: Project, job: Job) -> None:
            documents = [one.id for one in beside.documents() if one.pending]
            for number, document in enumerate(documents):
                job.report(number, len(documents))
                if suggested_by(beside, document, wanted):
                    job.hand(document)

        def came(document: str) -> None:
            if workspace.project is project and withdraw(project, document, wanted):
                workspace.suggested.emit(document, EVERYWHERE)

        def done(_: None) -> None:
            if workspace.project is project and self._job is job:
                project.set_setting(_WITHDRAWING, [])
                self.changed.emit()

        title = translate("Sources", "Taking back what is switched off")
        self._job = job = read_beside(self._desk, title, look, done, came)

    def _on_project(self) -> None:
        """Go on with what a closed project left."""
        if self._desk.workspace.writable:
            self._withdraw(())

    def _stop(self) -> None:
        """The project closes: what is left is taken back when it is opened again."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait(5.0)
            self._job = None
