"""What the search over the corpus found, as a Qt model: a concordance with the hit in the middle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotate.arabic.folding import find_all
from annotate.model import Document
from annotate.suggest.occurrences import in_context

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
CONTEXT = 48
"""Code points shown on each side of a hit."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a document where what was sought stands. ``start`` and ``end`` are code points."""

    document: str
    name: str
    start: int
    end: int
    before: str
    text: str
    after: str


def search(needle: str, documents: Iterable[Document], most: int, progress: Callable[[int], None]) -> Iterator[Hit]:
    """The hits in these documents, folded (harakat, tatweel and alef forms do not count), at most ``most``."""
    found = 0
    for count, document in enumerate(documents):
        progress(count)
        text = document.text
        for start, end in find_all(needle, text):
            yield Hit(document.id, document.name, start, end, *in_context(text, start, end, CONTEXT))
            found += 1
            if found >= most:
                return


class HitsModel(QAbstractListModel):
    """Rows are ``Hit`` values under ``HIT``; the display text is the line of the concordance."""

    HIT = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Hit] = []

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many hits there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (Qt's signature)
        """The line, the document's name as tooltip, the hit."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.before}{row.text}{row.after}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.name
        return row if role == self.HIT else None

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Show these hits."""
        self.beginResetModel()
        self._rows = list(hits)
        self.endResetModel()
