"""All occurrences of what is selected, in the document or the project: a checklist with context, then one step."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent

from annotate.arabic.clitics import Clitics
from annotate.changes import Step
from annotate.edits import LabelPlaces
from annotate.project import Project
from annotate.suggest.occurrences import Place, places
from ui.commands.beside import read_beside
from ui.desk import Desk
from ui.dialogs.occurrences import OccurrencesDialog
from ui.i18n.counts import Counts
from ui.jobs import Job
from ui.settings import OCCURRENCES

translate = QCoreApplication.translate

_OFTEN = 0.1
"""Seconds between two parts of what is found: the list must not keep the window busy."""


_PATIENCE = 20.0
"""Seconds that a closing project waits for thousands of places to be written."""
_MANY = 1000
"""Places from which on labelling them takes longer than the window should wait."""


@dataclass(frozen=True, slots=True)
class _Sought:
    """What is looked for, from which document (an id), for whose layers (an id), and how words are cut there."""

    surface: str
    document: str
    annotator: str
    clitics: Clitics


class OccurrenceCommands:
    """Looks in a ``job`` with an opening of its own; what it finds is shown as it comes. Closing the list ends it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.job: Job | None = None
        self._labelling: Job | None = None
        desk.workspace.closing.connect(self._finish)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {"occurrences": self.ask}

    def ask(self) -> None:
        """Show the checklist."""
        desk, view = self._desk, self._desk.view
        item = desk.selected_span() or view.current_suggestion
        start, end = (item.start, item.end) if item is not None else view.selection()
        label = item.label if item is not None else ""
        sought = _Sought(
            desk.document.text[start:end],
            desk.document.id,
            desk.workspace.annotator.id,
            desk.workspace.clitics.around(start, end),
        )
        everywhere = desk.settings[OCCURRENCES]
        dialog = OccurrencesDialog(
            desk.window, desk.theme, desk.workspace.labels, label, desk.language, everywhere=everywhere
        )
        dialog.scopeChosen.connect(lambda everywhere: self._on_scope(dialog, sought, everywhere))
        dialog.chosen.connect(self._label)
        dialog.finished.connect(self._stop)
        self._look(dialog, sought)
        dialog.open()

    def _on_scope(self, dialog: OccurrencesDialog, sought: _Sought, everywhere: bool) -> None:
        self._desk.settings[OCCURRENCES] = everywhere
        self._look(dialog, sought)

    def _look(self, dialog: OccurrencesDialog, sought: _Sought) -> None:
        self._stop()
        dialog.begin()
        everywhere = dialog.everywhere

        def search(beside: Project, job: Job) -> None:
            _search(beside, sought, everywhere, job)

        def came(found: Sequence[Sequence[Place]]) -> None:
            if self.job is job:  # else it was under way when another search began, or the list was closed
                dialog.add(found)

        def done(_: None) -> None:
            if self.job is job:
                self.job = None
                dialog.end()

        def failed(why: str) -> None:
            if self.job is job:
                self.job = None
                dialog.say(why)

        title = translate("Occurrences", "All occurrences")
        self.job = job = read_beside(self._desk, title, search, done, came, failed)
        job.cancelled.connect(lambda: done(None))  # from the status line

    def _stop(self, _: int = 0) -> None:
        job, self.job = self.job, None
        if job is not None:
            job.cancel()

    def _label(self, wanted: Sequence[Place], label: str) -> None:
        edit = LabelPlaces(
            annotator=self._desk.workspace.annotator.id,
            label=label,
            places=tuple((place.document, place.start, place.end) for place in wanted),
        )
        if len(wanted) > _MANY:
            self._label_beside(edit)
        elif (step := self._desk.attempt(edit)) is not None:
            self._on_labelled(step)

    def _label_beside(self, edit: LabelPlaces) -> None:
        """Thousands of places: planned and written in a thread, while the window goes on."""
        session = self._desk.workspace.session
        assert session is not None

        def work(job: Job) -> Step | None:
            job.report(0, 1)
            return session.do(edit, self._desk)

        def done(step: Step | None) -> None:
            self._labelling = None
            if step is not None and self._desk.workspace.session is session:
                self._on_labelled(step)

        def failed(why: str) -> None:
            self._labelling = None
            self._desk.strip.say(why, "refused")

        title = translate("Occurrences", "Labelling all occurrences")
        self._labelling = self._desk.jobs.start(title, work, done, failed)

    def _finish(self) -> None:
        """The project is being closed: what a thread writes in it is finished first, and told."""
        if self._labelling is not None:
            self._labelling.wait(_PATIENCE)
            QCoreApplication.sendPostedEvents(self._desk.workspace, QEvent.Type.MetaCall.value)

    def _on_labelled(self, step: Step) -> None:
        spans, documents = Counts().spans(int(step.detail or 0)), len(step.documents())
        said = translate("Occurrences", "Labelled: {spans}.").format(spans=spans)
        if documents > 1:
            said = translate("Occurrences", "Labelled: {spans} in {documents}.").format(
                spans=spans, documents=Counts().documents(documents)
            )
        self._desk.strip.say(said, "done", undo=True)


def _search(project: Project, sought: _Sought, everywhere: bool, job: Job) -> None:
    """Look through the document one is at, then through the others in their order."""
    documents = [one for one in project.documents(sought.annotator) if everywhere or one.id == sought.document]
    documents.sort(key=lambda one: one.id != sought.document)
    waiting: list[list[Place]] = []
    handed = 0.0
    found_in = places(project, sought.annotator, sought.surface, documents, sought.document, sought.clitics)
    for number, found in enumerate(found_in, 1):
        job.report(number, len(documents))
        if found:
            waiting.append(found)
        now = time.monotonic()
        if waiting and (number == len(documents) or now - handed >= _OFTEN):
            job.hand(waiting)
            waiting, handed = [], now
    if waiting:
        job.hand(waiting)
