"""What is open: the project, its session, the document on the desk, whose layer it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotate.changes import Step
from annotate.edits import Edit
from annotate.labels import LabelSet
from annotate.model import GOLD, Annotator, Document, Layer, Relation, Span, State, Suggestion
from annotate.project import EVERYWHERE, Project
from annotate.services import Services
from annotate.session import Session
from ui.bridge import Bridge
from ui.vocabulary import ProjectClitics

_NO_LABELS = LabelSet(id="none")


class Workspace(QObject):
    """At most one project and one of its documents. All edits of the window go through ``do``, ``undo``, ``redo``.

    ``stepped(step, initiator)`` is sent after every step; ``suggested(document id, stretch)`` when pending
    suggestions in a stretch of a document (code points) were replaced, which is no step.
    """

    projectChanged = Signal()
    documentChanged = Signal()
    closing = Signal()
    stepped = Signal(object, object)
    suggested = Signal(str, object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.project: Project | None = None
        self.session: Session | None = None
        self.document: Document | None = None
        self.labels = _NO_LABELS
        self.annotator = Annotator(id="", name="")
        self._bridge: Bridge | None = None
        self.clitics = ProjectClitics(self)

    # --- project
    def open(self, path: Path) -> None:
        """Open a project file in place of the one that is open. Raises TawsimError and then changes nothing."""
        if self.project is not None and self.project.path.resolve() == path.resolve():
            return
        self.adopt(self.services.open_project(path))

    def adopt(self, project: Project) -> None:
        """Take over an open project."""
        self._forget()
        self.project = project
        self.session = Session(project)
        self.annotator = project.annotator()
        self.labels = project.label_set()
        self._bridge = Bridge(self.session, self)
        self._bridge.changed.connect(self._on_step)
        # In this order: whoever shows the project puts its first document on the desk.
        self.documentChanged.emit()
        self.projectChanged.emit()

    def close(self) -> None:
        """Close the project: afterwards it is one file."""
        if self.project is not None:
            self._forget()
            self.projectChanged.emit()
            self.documentChanged.emit()

    def _forget(self) -> None:
        if self._bridge is not None:
            self._bridge.deleteLater()
        if self.project is not None:
            self.closing.emit()
            self.project.close()
        self.project = self.session = self.document = self._bridge = None
        self.labels = _NO_LABELS
        self.annotator = Annotator(id="", name="")

    @property
    def writable(self) -> bool:
        """Whether edits can be made."""
        return self.project is not None and self.project.read_only is None

    @property
    def own(self) -> bool:
        """Whether the layer on the desk is one's own or gold: a colleague's is only shown."""
        return self.project is None or self.annotator.id in (self.project.annotator().id, GOLD)

    def show_layer(self, annotator: Annotator) -> None:
        """Show another annotator's layer of the document on the desk, and of those shown after it."""
        self.annotator = annotator
        self.documentChanged.emit()

    # --- document
    def show(self, document: str) -> None:
        """Put a document (an id) on the desk; one that went after the list was made is passed over."""
        assert self.project is not None
        try:
            self.document = self.project.document(document)
        except KeyError:
            return
        self.documentChanged.emit()

    def _let_go(self, document: str) -> None:
        """A document went (its import was undone): if it is on the desk, the desk is empty."""
        if self.document is not None and self.document.id == document:
            self.document = None
            self.documentChanged.emit()

    def layer(self) -> Layer:
        """The annotator's layer of the document; an empty one where there is none yet."""
        assert self.project is not None
        assert self.document is not None
        found = self.project.layer(self.document.id, self.annotator.id)
        return found or Layer(document=self.document.id, annotator=self.annotator.id)

    def state(self) -> State:
        """How far the annotator is with the document."""
        return self.layer().state

    def spans(self) -> Sequence[Span]:
        """The spans of the layer on the desk."""
        assert self.project is not None
        return self.project.spans(self.document.id, self.annotator.id) if self.document else ()

    def relations(self) -> Sequence[Relation]:
        """The relations of the layer on the desk."""
        assert self.project is not None
        return self.project.relations(self.document.id, self.annotator.id) if self.document else ()

    def suggestions(self, stretch: tuple[int, int] = EVERYWHERE) -> Sequence[Suggestion]:
        """The pending suggestions of the layer on the desk that touch a stretch (code points)."""
        assert self.project is not None
        if self.document is None:
            return ()
        return self.project.suggestions(self.document.id, self.annotator.id, stretch=stretch)

    # --- edits
    def do(self, edit: Edit, initiator: object = None) -> Step | None:
        """Make an edit; see ``Session.do``."""
        assert self.session is not None
        return self.session.do(edit, initiator)

    def _on_step(self, step: Step, initiator: object) -> None:
        for change in step.changes:
            if isinstance(change.record, Document) and change.after is None:
                # By the id: the journal holds no texts, so that the record is not the whole one.
                self._let_go(change.record.id)
            if isinstance(change.after, LabelSet):
                self.labels = change.after
            if isinstance(change.after, Annotator) and change.after.id == self.annotator.id:
                self.annotator = change.after
        self.stepped.emit(step, initiator)
