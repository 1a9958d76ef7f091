"""What annotating needs of a store: the protocols that ``store`` fulfils and ``ui`` reaches it through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from annotate.changes import Record, Step
from annotate.labels import LabelSet
from annotate.model import (
    Annotator,
    Decision,
    Document,
    Json,
    Layer,
    Receipt,
    Relation,
    Span,
    State,
    Suggestion,
    SuggestionState,
    Version,
)

EVERYWHERE = -1, 1 << 62
"""The stretch (start and end, code points) that everything in a document touches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSummary:
    """A document without its text, with what lists show of one annotator's layer. Counts are of that layer."""

    id: str
    name: str
    position: int
    characters: int
    state: State
    spans: int
    relations: int
    pending: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """A line of the journal. ``time`` is ISO 8601 in UTC; ``kind`` is ``do``, ``undo`` or ``redo``.

    ``target`` is the line that an ``undo`` or ``redo`` is about; ``undone`` holds for a ``do`` that is taken back.
    Documents in the step of a line that was read from the journal have an empty text: the text stands in the project.
    """

    id: int
    time: str
    kind: str
    step: Step
    target: int | None = None
    undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerVersion:
    """The version of a layer as it stands: what came with its last ``receipt``, and this project's own steps since.

    ``local`` is how many steps of this project's journal have touched the layer in all.
    """

    version: Version
    receipt: Receipt | None
    local: int


class Project(Protocol):
    """An open project file. Reads return model values; only ``write`` and the ``set_``/``replace_`` calls write.

    Every thread may use it (each has a connection of its own); ``close`` is for when the others are done. Documents
    that an undone import took back are hidden everywhere. Raises ReadOnlyProject on any write when ``read_only`` is
    not None.
    """

    @property
    def path(self) -> Path:
        """The project file."""

    @property
    def read_only(self) -> str | None:
        """Why this opening may not write, or None when it may.

        A clause for after a colon: ``open by USER on HOST``, ``the file is write-protected``, ``opened for reading`` …
        """

    @property
    def version(self) -> int:
        """The schema number of the file."""

    # --- people, labels, settings
    def annotator(self) -> Annotator:
        """Whose layer edits go to by default (in a hand-out: the one it was made for)."""

    def annotators(self) -> Sequence[Annotator]:
        """All annotators, gold among them once it has a layer, in the order they came."""

    def label_set(self) -> LabelSet:
        """The label set of the project."""

    def used_labels(self) -> set[str]:
        """The keys of entity and relation types that any span, relation or pending suggestion uses."""

    def setting(self, name: str, default: Json = None) -> Json:
        """A setting of the project (a JSON value): ``clitics``, ``sources``, ``label_map``, ``annotator`` …

        The default too where the file, which may be anybody's, has a value of another type.
        """

    def set_setting(self, name: str, value: Json) -> None:
        """Keep a setting; settings are no annotations, so this is no step."""

    def clitic_splits(self) -> Mapping[str, tuple[str, ...]]:
        """How words are cut that the morphology, or a file, cuts otherwise than the rules: word to its parts."""

    def set_clitic_splits(self, splits: Mapping[str, tuple[str, ...]]) -> None:
        """Keep the splits of these words, over any that they had; those of other words stay. This is no step."""

    # --- documents
    def documents(self, annotator: str | None = None) -> Sequence[DocumentSummary]:
        """All documents in import order, with counts and state of one annotator's layer (default: the project's)."""

    def document(self, id: str) -> Document:
        """A document with its text. Raises KeyError for an id that is not there."""

    def find(self, *, name: str | None = None, hash: str | None = None) -> Sequence[Document]:
        """The documents of a name and/or a text hash, in import order."""

    # --- layers
    def layers(self, document: str | None = None) -> Sequence[Layer]:
        """The layers of a document, or of all."""

    def layer(self, document: str, annotator: str) -> Layer | None:
        """One annotator's layer of a document, or None where there is none."""

    def spans(self, document: str, annotator: str, start: int = 0, end: int | None = None) -> Sequence[Span]:
        """The spans of a layer that share a code point with ``start``…``end``, in span order (``Span.order``)."""

    def span(self, id: str) -> Span | None:
        """A span by its id."""

    def span_places(self) -> Iterator[tuple[str, str, int, int]]:
        """Where all spans of all layers stand, document by document: document, annotator, start, end (the hull)."""

    def relations(self, document: str, annotator: str) -> Sequence[Relation]:
        """The relations of a layer, in the order they came."""

    def relation(self, id: str) -> Relation | None:
        """A relation by its id."""

    def relations_of(self, span: str) -> Sequence[Relation]:
        """The relations that have the span at one end."""

    def suggestions(
        self,
        document: str,
        annotator: str,
        states: Iterable[SuggestionState] = (SuggestionState.PENDING,),
        stretch: tuple[int, int] = EVERYWHERE,
    ) -> Sequence[Suggestion]:
        """The suggestions made to an annotator in these states that touch a stretch, in the order of spans."""

    def replace_suggestions(
        self,
        document: str,
        annotator: str,
        suggestions: Iterable[Suggestion],
        stretch: tuple[int, int] = EVERYWHERE,
    ) -> int:
        """Make these the pending suggestions of a layer that touch a stretch; decided rows stay as they are.

        Returns how many are pending in all of the layer.

        One whose borders and label equal a decided row's is left out, whatever its source: what was rejected does not
        come back.
        """

    # --- colleagues
    def layer_versions(self, annotator: str) -> Mapping[str, LayerVersion]:
        """The versions of an annotator's layers by the ids of their documents.

        A document that steps touched though the annotator has no layer of it is there too, with an empty version.
        """

    def ids_elsewhere(self, ids: Iterable[str], document: str, annotator: str) -> set[str]:
        """Those of the ids that spans or relations of other layers have, hidden ones too."""

    # --- adjudication
    def decisions(self, document: str | None = None) -> Sequence[Decision]:
        """The decisions of a document, or of all, ordered by document position, start, end, kind, id."""

    # --- the journal
    def write(self, step: Step, *, undoes: int | None = None, redoes: int | None = None) -> JournalEntry:
        """Write a step and its journal row in one transaction.

        Every change's ``before`` must be what stands in the file, else StaleEdit is raised and nothing is written. For
        suggestions the state alone decides, and a pending one may be gone: suggesting again replaces pending rows.
        Records of a document that the same step brings in are written but not journaled: undoing hides the document.
        A new step makes what was undone before it impossible to redo (it stays in the journal).
        """

    def can_undo(self) -> bool:
        """Whether there is a step that undo would take back; unlike ``undoable`` quick however large it is."""

    def can_redo(self) -> bool:
        """Whether there is a step that redo would make again."""

    def undoable(self) -> JournalEntry | None:
        """The step that undo would take back."""

    def redoable(self) -> JournalEntry | None:
        """The step that redo would make again."""

    def history(self, record: Record) -> Sequence[JournalEntry]:
        """The journal lines that touched a record, oldest first, each with the change of that record only.

        The history of what came in with its document begins with the line that brought the document.
        """

    def journal(self, limit: int = 100) -> Sequence[JournalEntry]:
        """The last journal lines, newest first."""

    # --- the file
    def snapshot(self, path: Path) -> None:
        """Write a complete, closed copy of the project as one file (``VACUUM INTO``)."""

    def close(self) -> None:
        """Checkpoint and close: afterwards the project is one file."""


Listener = Callable[[Step, object], None]
"""Told after a step was written: the step (for an undo its inverse) and who asked for it (any object)."""
