"""The places of all occurrences as a Qt model, document by document, with what is ticked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotate.suggest.occurrences import Bar, Place

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_CHECK = Qt.ItemDataRole.CheckStateRole


@dataclass(frozen=True, slots=True)
class Heading:
    """A document over its places. ``row`` is where it stands, ``count`` how many places follow."""

    name: str
    bar: Bar
    row: int
    count: int


class OccurrencesModel(QAbstractListModel):
    """Rows are ``Place`` and, with headings, ``Heading`` values under ``ROW``. ``ticksChanged`` when ticks change."""

    ROW = Qt.ItemDataRole.UserRole + 1
    ticksChanged = Signal()

    def __init__(self, label: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._rows: list[Place | Heading] = []
        self._headings: list[Heading] = []
        self._ticked: set[int] = set()
        self._places = 0

    # --- what is there
    def clear(self) -> None:
        """Nothing is found yet."""
        self.beginResetModel()
        self._rows, self._headings, self._ticked, self._places = [], [], set(), 0
        self.endResetModel()
        self.ticksChanged.emit()

    def add(self, found: Sequence[Sequence[Place]], *, headings: bool) -> None:
        """Add the places of further documents; those that nothing speaks against are ticked."""
        new: list[Place | Heading] = []
        first = len(self._rows)
        for places in found:
            if headings:
                heading = Heading(places[0].name, places[0].bar, first + len(new), len(places))
                self._headings.append(heading)
                new.append(heading)
            new += places
            self._places += len(places)
        if not new:
            return
        self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
        self._rows += new
        self._ticked.update(row for row in range(first, len(self._rows)) if self._wanted(row))
        self.endInsertRows()
        self.ticksChanged.emit()

    def set_label(self, label: str) -> None:
        """Another label is to be given: what it changes about a place changes its tick."""
        before = [self._wanted(row) for row in range(len(self._rows))]
        self._label = label
        for row, was in enumerate(before):
            if (now := self._wanted(row)) != was:
                self._ticked.add(row) if now else self._ticked.discard(row)
        self._ticked = {row for row in self._ticked if self._may(row)}
        self._tell(0, len(self._rows) - 1)

    def ticked(self) -> list[Place]:
        """The places that are ticked, in order."""
        return [place for row in sorted(self._ticked) if isinstance(place := self._rows[row], Place)]

    @property
    def counts(self) -> tuple[int, int]:
        """How many places are ticked, and how many there are."""
        return len(self._ticked), self._places

    def tick_all(self, on: bool) -> None:
        """Tick all that may be ticked, or nothing."""
        self._tick(range(len(self._rows)), on)

    def labelled(self, place: Place) -> str:
        """The label that a place has already, because of which it is not ticked by itself; empty for none."""
        return place.labelled(self._label)

    def _may(self, row: int) -> bool:
        place = self._rows[row]
        return isinstance(place, Place) and place.bar is not Bar.LOCKED and not place.has(self._label)

    def _wanted(self, row: int) -> bool:
        place = self._rows[row]
        return isinstance(place, Place) and place.bar is Bar.NONE and not place.labelled(self._label)

    # --- ticks
    def _below(self, heading: Heading) -> range:
        return range(heading.row + 1, heading.row + 1 + heading.count)

    def _tick(self, rows: range, on: bool) -> None:
        if on:
            self._ticked.update(row for row in rows if self._may(row))
        else:
            self._ticked.difference_update(rows)
        if rows:
            self._tell(rows[0], rows[-1])

    def _tell(self, first: int, last: int) -> None:
        if self._headings and first <= last:
            first = min(first, self._headings[bisect_right(self._headings, first, key=lambda one: one.row) - 1].row)
        if first <= last:
            self.dataChanged.emit(self.index(first), self.index(last), [_CHECK])
        self.ticksChanged.emit()

    def _state(self, row: int) -> Qt.CheckState:
        item = self._rows[row]
        if isinstance(item, Place):
            return Qt.CheckState.Checked if row in self._ticked else Qt.CheckState.Unchecked
        below = self._below(item)
        ticked, open_ = sum(one in self._ticked for one in below), sum(map(self._may, below))
        if not ticked:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if ticked == open_ else Qt.CheckState.PartiallyChecked

    # --- Qt
    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many rows there are, headings among them."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (Qt's signature)
        """The line or the document's name, the tick, the row itself."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.name if isinstance(row, Heading) else "".join(row.context)
        if role == _CHECK:
            return self._state(index.row())
        return row if role == self.ROW else None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a place, or all of a document."""
        if role != _CHECK or not index.isValid():
            return False
        item, on = self._rows[index.row()], Qt.CheckState(value) is Qt.CheckState.Checked
        rows = self._below(item) if isinstance(item, Heading) else range(index.row(), index.row() + 1)
        self._tick(rows, on)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Places that cannot be labelled are shown, and cannot be ticked."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        rows = range(0)
        if index.isValid():
            item = self._rows[index.row()]
            rows = self._below(item) if isinstance(item, Heading) else range(index.row(), index.row() + 1)
        return found | Qt.ItemFlag.ItemIsUserCheckable if any(map(self._may, rows)) else found
