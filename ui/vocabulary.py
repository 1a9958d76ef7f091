"""How the open project cuts words, kept in step with its spans; the vocabulary is counted beside the window first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotate.arabic.clitics import SHIPPED, Clitics, Table
from annotate.changes import Change, Step
from annotate.model import GOLD, Document, Layer, Receipt, Span, State
from annotate.vocabulary import Vocabulary, listed_words, mark, vocabulary_of
from ui.jobs import Job

if TYPE_CHECKING:
    from ui.workspace import Workspace

_PATIENCE = 5.0
"""Seconds that a closing project waits for the count to stop; it looks after each document."""
_MANY = 200
_DOCUMENTS = 10
"""Beyond so many changes or documents counting anew, beside the window, is better than following them in it."""
_FINISHED = (State.DONE, State.LOCKED)


class ProjectClitics(QObject):
    """The value that the text view, the border keys and the sources of suggestions get.

    A span that comes or goes costs microseconds; after an import, a colleague's work or many spans at once the project
    is counted anew. Until that is done what was known before holds, at first the table of splits alone.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._vocabulary: Vocabulary | None = None
        self._table: Table = {}
        self._lists: object = None
        self._value = SHIPPED
        self._job: Job | None = None
        self._again = False
        self._own: tuple[str, ...] = ()
        workspace.projectChanged.connect(self._on_project)
        workspace.stepped.connect(self._on_step)
        workspace.closing.connect(self._end)

    def now(self) -> Clitics:
        """How words are cut now."""
        project = self._workspace.project
        if project is None:
            return SHIPPED
        if self._vocabulary is not None and (lists := project.setting("lists", [])) != self._lists:
            self._lists = lists
            self._vocabulary.list_words(listed_words(project))
        names = self._vocabulary.names if self._vocabulary is not None else frozenset()
        if names is not self._value.names or self._table is not self._value.table:
            self._value = Clitics(names, self._table)
        return self._value

    def around(self, start: int, end: int) -> Clitics:
        """How words are cut now, for looking for what stands at ``start``…``end`` of the document on the desk.

        Whoever picks something out inside a word that the project keeps whole sees more in it.
        """
        document, clitics = self._workspace.document, self.now()
        found = mark(document.text, start, end) if document is not None else None
        inside = found is not None and found.word != found.name and found.word in clitics.names
        return SHIPPED if inside else clitics

    def learn_splits(self, splits: Table) -> None:
        """The project's table has gained these splits."""
        self._table = {**self._table, **splits}

    @property
    def busy(self) -> bool:
        """Whether the project is being counted."""
        return self._job is not None

    # --- inside
    def _on_project(self) -> None:
        project = self._workspace.project
        self._vocabulary, self._lists = None, None
        self._table = project.clitic_splits() if project is not None else {}
        if project is not None:
            self._own = project.annotator().id, GOLD
            self._count()

    def _on_step(self, step: Step, _initiator: object) -> None:
        small = len(step.changes) <= _MANY and len(step.documents()) <= _DOCUMENTS
        if self._vocabulary is not None and self._job is None and small and not self._is_of_others(step.changes):
            self._follow(self._vocabulary, step.changes)
        else:
            self._count()

    def _is_of_others(self, changes: Sequence[Change]) -> bool:
        """Whether documents came or went, or what others said, or whether it counts from now on."""
        project = self._workspace.project
        assert project is not None
        for change in changes:
            record = change.record
            if isinstance(record, Document | Receipt) or (
                isinstance(record, Span) and record.annotator not in self._own
            ):
                return True
            if isinstance(record, Layer):
                was, is_ = (isinstance(one, Layer) and one.state in _FINISHED for one in (change.before, change.after))
                if was is not is_ and len(project.layers(record.document)) > 1:
                    return True
        return False

    def _follow(self, vocabulary: Vocabulary, changes: Sequence[Change]) -> None:
        for change in changes:
            for record, count in ((change.before, vocabulary.remove), (change.after, vocabulary.add)):
                if isinstance(record, Span) and (found := mark(self._text(record.document), record.start, record.end)):
                    count(found)

    def _text(self, document: str) -> str:
        here, project = self._workspace.document, self._workspace.project
        assert project is not None
        return here.text if here is not None and here.id == document else project.document(document).text

    def _count(self) -> None:
        if self._job is not None:
            self._again = True
            return
        workspace = self._workspace
        assert workspace.project is not None
        services, path = workspace.services, workspace.project.path

        def work(job: Job) -> Vocabulary:
            beside = services.open_project(path, write=False)
            try:
                return vocabulary_of(beside, progress=job.report)
            finally:
                beside.close()

        # Not among the window's jobs: it takes a moment, and there is nothing in it to watch or to cancel.
        self._again, self._job = False, Job("clitics", work, self)
        self._job.done.connect(self._on_counted)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def _on_counted(self, vocabulary: Vocabulary) -> None:
        if self.sender() is not self._job or self._job is None:
            return
        self._end()
        self._vocabulary, self._lists = vocabulary, None
        if self._again:
            self._count()

    def _on_failed(self) -> None:
        if self.sender() is self._job:
            self._end()

    def _end(self) -> None:
        """Let go of the project's file, which may be about to close."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait(_PATIENCE)
            self._job.deleteLater()
        self._job = None
