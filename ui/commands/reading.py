"""From document to document: done and next, states, neighbours, undo and redo across them."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QCoreApplication

from annotate.changes import Step
from annotate.checks import findings
from annotate.edits import SetState
from annotate.errors import TawsimError
from annotate.model import Layer, Span, State, Suggestion
from annotate.project import JournalEntry
from ui.commands.notes import QUESTION
from ui.desk import Desk
from ui.i18n.counts import Counts
from ui.panels.documents import DocumentsPane
from ui.wording import error_text, step_name

translate = QCoreApplication.translate

_CHECKED = 100_000
"""Code points up to which a document is checked before it is done: a book would keep the window waiting."""


class ReadingCommands:
    """What concerns whole documents, and steps taken back."""

    def __init__(self, desk: Desk, documents: DocumentsPane) -> None:
        self._desk = desk
        self._documents = documents
        self._warned = ""

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {
            "done": self.done,
            "reopen": self.reopen,
            "lock": self.lock,
            "next_document": lambda: self._go(1),
            "previous_document": lambda: self._go(-1),
            "undo": self.undo,
            "redo": self.redo,
        }

    # --- states
    def done(self) -> None:
        """Done, and on to the next document; with something open it says so first, and does it the second time."""
        document = self._desk.document
        still_open = self._open()
        if still_open and self._warned != document.id:
            self._warned = document.id
            said = translate("Reading", "Still open: {what}. Press again to finish all the same.")
            self._desk.strip.say(said.format(what=translate("Reading", ", ").join(still_open)), "refused")
            return
        self._warned = ""
        if self._set(State.DONE):
            self._go(1)

    def reopen(self) -> None:
        """Back to work on the document."""
        self._set(State.IN_PROGRESS)

    def lock(self) -> None:
        """Let nothing more be changed in the document."""
        self._set(State.LOCKED)

    def _open(self) -> list[str]:
        counts = Counts()
        pending = len(self._desk.view.page.content.pending)
        questions = sum(QUESTION in span.attributes for span in self._desk.workspace.spans())
        workspace = self._desk.workspace
        text, wrong = self._desk.document.text, []
        if len(text) <= _CHECKED:
            wrong = findings(text, workspace.spans(), workspace.relations(), workspace.labels)
        found = [counts.pending(pending)] if pending else []
        found += [counts.findings(len(wrong))] if wrong else []
        return found + ([counts.questions(questions)] if questions else [])

    def _set(self, state: State) -> bool:
        edit = SetState(document=self._desk.document.id, annotator=self._desk.workspace.annotator.id, state=state)
        step = self._desk.attempt(edit)
        return step is not None or self._desk.workspace.state() is state

    # --- documents
    def _go(self, step: int) -> None:
        found = self._documents.neighbour(self._desk.document.id, step)
        if found is not None:
            self._desk.workspace.show(found.id)
        else:
            said = translate("Reading", "This is the last document.") if step > 0 else ""
            self._desk.strip.say(said or translate("Reading", "This is the first document."), "info")

    # --- undo, redo
    def undo(self) -> None:
        """Take back the last step, of whichever document and run it was, and show where."""
        assert self._desk.workspace.session is not None
        said = translate("Reading", "Undone: {step}.")
        self._again(self._desk.workspace.session.undo, said, translate("Reading", "Nothing to undo"))

    def redo(self) -> None:
        """Make again the step that was taken back last."""
        assert self._desk.workspace.session is not None
        said = translate("Reading", "Redone: {step}.")
        self._again(self._desk.workspace.session.redo, said, translate("Reading", "Nothing to redo"))

    def _again(self, act: Callable[[object], JournalEntry | None], said: str, nothing: str) -> None:
        try:
            entry = act(self._desk)
        except TawsimError as error:
            self._desk.strip.say(error_text(error), "refused")
            return
        if entry is None:
            self._desk.strip.say(nothing, "info")
            return
        self._follow(entry.step)
        self._desk.strip.say(said.format(step=step_name(entry.step)), "done")

    def _follow(self, step: Step) -> None:
        """Show what a step taken back or made again was about: its document, and its span or suggestion in it."""
        workspace = self._desk.workspace
        assert workspace.project is not None
        touched: Collection[str] = step.documents()
        if touched and (workspace.document is None or workspace.document.id not in touched):
            documents = workspace.project.documents()
            document = next((summary.id for summary in documents if summary.id in touched), None)
            if document is not None:
                workspace.show(document)
        for change in step.changes:
            for record in (change.before, change.after):
                if isinstance(record, Span) and workspace.project.span(record.id) is not None:
                    now = workspace.project.span(record.id)
                    if now is not None and workspace.document is not None and now.document == workspace.document.id:
                        self._desk.pick(now)
                        return
                if isinstance(record, Suggestion) and not isinstance(record, Layer):
                    pending = self._desk.view.page.content.items.get(record.key)
                    if isinstance(pending, Suggestion):
                        self._desk.pick(pending)
                        return
