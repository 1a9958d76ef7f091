"""The documents of a project as a Qt model: filtered, sorted, found by id."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotate.model import State
from annotate.project import DocumentSummary
from ui.i18n.counts import Counts
from ui.wording import state_name

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

FILTERS: Mapping[str, Callable[[DocumentSummary], bool]] = {
    "all": lambda document: True,
    "todo": lambda document: document.state is State.TODO,
    "pending": lambda document: document.pending > 0,
    "done": lambda document: document.state in (State.DONE, State.LOCKED),
}

SORTS: Mapping[str, Callable[[DocumentSummary], Any]] = {
    "order": lambda document: document.position,
    "name": lambda document: document.name,
    "pending": lambda document: (-document.pending, document.position),
}


class DocumentsModel(QAbstractListModel):
    """Rows are ``DocumentSummary`` values under ``SUMMARY``; the display text is the name."""

    SUMMARY = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[DocumentSummary] = ()
        self._rows: list[DocumentSummary] = []
        self._filter, self._sort = "all", "order"
        self._disagreeing: frozenset[str] = frozenset()
        self._doubts: Mapping[str, float] = {}

    # --- Qt's side
    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many documents pass the filter."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (Qt's signature)
        """The name, the summary, or the row in words for screen readers."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            counts = Counts()
            parts = (row.name, state_name(row.state), counts.spans(row.spans), counts.pending(row.pending))
            return ", ".join(parts)
        return row if role == self.SUMMARY else None

    # --- ours
    def set_documents(self, documents: Sequence[DocumentSummary]) -> None:
        """Show these; filter and sorting stay."""
        self._all = documents
        self._arrange()

    def update(self, documents: Sequence[DocumentSummary]) -> None:
        """New counts and states. Rows stay where they are, so that one that no longer passes does not jump away."""
        new = {document.id: document for document in documents}
        if new.keys() != {document.id for document in self._all}:
            self.set_documents(documents)
            return
        self._all = documents
        for place, row in enumerate(self._rows):
            if new[row.id] != row:
                self._rows[place] = new[row.id]
                self.dataChanged.emit(self.index(place), self.index(place))

    def replace(self, document: DocumentSummary) -> None:
        """New counts and state of one document."""
        self.update([document if one.id == document.id else one for one in self._all])

    def summary(self, document: str) -> DocumentSummary | None:
        """What is shown of a document (an id)."""
        return next((one for one in self._all if one.id == document), None)

    def arrange(self, *, filter: str | None = None, sort: str | None = None) -> None:
        """Filter by a name in ``FILTERS`` or ``disagreeing``, and/or sort by one in ``SORTS`` or ``doubt``."""
        self._filter = filter or self._filter
        self._sort = sort or self._sort
        self._arrange()

    @property
    def filter(self) -> str:
        """The name of the filter in use."""
        return self._filter

    def count(self, filter: str) -> int:
        """How many documents a filter lets through."""
        return sum(map(self._passes(filter), self._all))

    @property
    def total(self) -> int:
        """How many documents there are."""
        return len(self._all)

    def row(self, document: str) -> int:
        """The row of a document (an id), or -1."""
        return next((place for place, row in enumerate(self._rows) if row.id == document), -1)

    def at(self, row: int) -> DocumentSummary | None:
        """The document of a row, or None beyond the ends."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def set_disagreeing(self, documents: frozenset[str]) -> None:
        """Which documents (ids) the filter ``disagreeing`` lets through: what is in the layers, no summary says."""
        self._disagreeing = documents
        self._arrange()

    def set_doubts(self, doubts: Mapping[str, float]) -> None:
        """How unsure the learned models are of a document (ids), by which ``doubt`` sorts: the unsurest first."""
        self._doubts = doubts
        self._arrange()

    def _key(self) -> Callable[[DocumentSummary], Any]:
        return SORTS.get(self._sort) or (lambda document: (-self._doubts.get(document.id, 0.0), document.position))

    def _passes(self, filter: str) -> Callable[[DocumentSummary], bool]:
        return FILTERS.get(filter) or (lambda document: document.id in self._disagreeing)

    def _arrange(self) -> None:
        self.beginResetModel()
        self._rows = sorted(filter(self._passes(self._filter), self._all), key=self._key())
        self.endResetModel()
