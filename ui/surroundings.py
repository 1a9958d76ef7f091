"""Keeps what stands around the text in step with it: inspector, documents pane, header, status line, actions.

The text itself is painted first; the panes follow a moment later, once for many changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from annotate.changes import Step
from annotate.model import GOLD, Annotator, Document, Span, State
from ui.commands.suggestions import SuggestionCommands
from ui.commands.table import CommandTable
from ui.desk import Desk
from ui.hints import hints
from ui.panels.cards import card
from ui.panels.documents import DocumentsPane
from ui.panels.header import Header
from ui.panels.inspector import Inspector
from ui.panels.status_line import StatusLine
from ui.situation import Situation

_SOON = 15
"""Milliseconds after which the panes follow the text."""
_LATER = 400
"""The same for the list of documents where it is long."""
_LONG = 500
"""Documents from which on a list is long."""

_ON_CARDS = ("accept", "reject", "remove", "note", "relation", "occurrences")


class Surroundings(QObject):
    """``mode`` says which mode takes the keys now, ``reviewed`` whose layers are compared (names; none: no review)."""

    def __init__(
        self,
        desk: Desk,
        table: CommandTable,
        situation: Situation,
        suggestions: SuggestionCommands,
        mode: Callable[[], str],
        panes: tuple[Header, DocumentsPane, Inspector, StatusLine],
    ) -> None:
        super().__init__(desk.window)
        self._desk, self._table, self._situation = desk, table, situation
        self._suggestions, self._mode = suggestions, mode
        self._header, self._documents, self._inspector, self._status = panes
        self.reviewed: Callable[[], Sequence[str]] = tuple
        self._counts: Counter[str] = Counter()
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._refresh)
        self._lists = QTimer(self, singleShot=True, interval=_SOON)
        self._lists.timeout.connect(self._show_documents)
        self._touched: set[str] = {""}

    @property
    def busy(self) -> bool:
        """Whether something is still to be shown."""
        return self._soon.isActive() or self._lists.isActive()

    def selection_changed(self) -> None:
        """Something else is picked out, or other keys are live."""
        if not self._soon.isActive():
            self._soon.start()

    def contents_changed(self, only: str = "") -> None:
        """Something was written: counts, states, what can be undone; ``only`` in one document (an id), or anywhere."""
        self._touched.add(only)
        self._situation.forget()
        self.selection_changed()
        if not self._lists.isActive():
            self._lists.start()

    def step(self, step: Step) -> None:
        """Count a step's spans, and show what it changed."""
        workspace = self._desk.workspace
        document = workspace.document
        if document is not None and document.id in step.documents():
            for change in step.changes:
                for record, sign in ((change.before, -1), (change.after, 1)):
                    mine = isinstance(record, Span) and record.annotator == workspace.annotator.id
                    if mine and isinstance(record, Span) and record.document == document.id:
                        self._counts[record.label] += sign
            self._show_whose()
        alone = document is not None and step.documents() == {document.id}
        whole = any(isinstance(change.record, Document | Annotator) for change in step.changes)
        self.contents_changed(document.id if document is not None and alone and not whole else "")

    def show_project(self) -> None:
        """Show another project at once."""
        project = self._desk.workspace.project
        self._situation.forget()
        self.selection_changed()
        if project is not None:
            self._header.show_project(project.path.stem, project.read_only)
            self._touched.add("")
            self._show_documents()

    def show_document(self) -> None:
        """Show another document."""
        workspace = self._desk.workspace
        document = workspace.document
        self._situation.forget()
        if document is None:
            self._counts.clear()
            self._header.show_document("", None, "")
        else:
            self._counts = Counter(span.label for span in self._desk.view.spans())
            self._show_whose()
            self._documents.show_current(document.id)
        self.selection_changed()

    def _show_whose(self) -> None:
        """The header: the document, its state, and whose layer is shown or whose are compared."""
        workspace = self._desk.workspace
        if workspace.document is not None:
            self._header.show_document(workspace.document.name, workspace.state(), workspace.annotator.name)
        if names := self.reviewed():
            self._header.show_review(names)

    def _refresh(self) -> None:
        self._show_whose()
        self._table.refresh()
        self._inspector.show_card(card(self._desk, self._table.possible(_ON_CARDS)))
        self._inspector.palette_.show_counts(self._counts)
        self._status.show_hints(hints(self._table, self._mode(), self._situation.now()))
        self._suggestions.shade(self._status)

    def _show_documents(self) -> None:
        workspace = self._desk.workspace
        if workspace.project is None:
            return
        touched, self._touched = self._touched, set()
        # Only what is on the desk can be counted without asking the file; one may have gone on to the next by now.
        if workspace.document is not None and touched == {workspace.document.id} and self._show_row():
            return
        documents = workspace.project.documents(workspace.annotator.id)
        self._lists.setInterval(_LATER if len(documents) > _LONG else _SOON)
        self._documents.show_documents(documents, workspace.document.id if workspace.document else None)
        self._documents.offer_disagreeing(sum(one.id != GOLD for one in workspace.project.annotators()) > 1)
        self._header.show_progress(sum(one.state in (State.DONE, State.LOCKED) for one in documents), len(documents))

    def _show_row(self) -> bool:
        """Bring the row of the document on the desk up to date from what is shown; False if it has none."""
        workspace, content = self._desk.workspace, self._desk.view.page.content
        if workspace.document is None:
            return False
        pending = len(content.pending)
        shown = self._documents.show_document(
            workspace.document.id,
            state=workspace.state(),
            spans=len(content.items) - pending,
            relations=len(content.relations),
            pending=pending,
        )
        if shown:
            self._header.show_progress(self._documents.model.count("done"), self._documents.model.total)
        return shown
