"""Changes and steps: ONE record that is undo, audit trail and view update.

A change is a pair ``(before, after)`` of records; its undo is the pair turned round, so no undo is written by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from annotate.labels import LabelSet
from annotate.model import Annotator, Decision, Document, Layer, Receipt, Relation, Span, Suggestion

Record = Document | Annotator | Layer | Span | Relation | Suggestion | Decision | Receipt | LabelSet


def record_key(record: Record) -> tuple[str, ...]:
    """What identifies a record: its kind and its id, or what stands for an id."""
    match record:
        case Layer():
            return "layer", record.document, record.annotator
        case Receipt():
            return "receipt", record.document, record.annotator
        case Suggestion():
            return "suggestion", *map(str, record.key)
        case LabelSet():
            return ("label_set",)
        case _:
            return type(record).__name__.lower(), record.id


@dataclass(frozen=True, slots=True)
class Change:
    """A record before and after; ``None`` before: it came, ``None`` after: it went."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("a change needs a record")
        if self.before is not None and self.after is not None and record_key(self.before) != record_key(self.after):
            raise ValueError("a change is of one record")

    @property
    def record(self) -> Record:
        """The record as it is after the change, or as it was when it went."""
        found = self.after if self.after is not None else self.before
        assert found is not None
        return found

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Step:
    """What one act of a person changed; written in one transaction, undone as one.

    ``title`` is a code for translation (``add_span``, ``accept`` …), ``detail`` what it was about (a surface, a
    label id, a count), ``author`` an annotator's id.
    """

    title: str
    author: str
    changes: tuple[Change, ...]
    detail: str = ""

    def inverse(self) -> Step:
        """The step that takes this one back: its changes turned round, last first."""
        return Step(self.title, self.author, tuple(change.inverse() for change in reversed(self.changes)), self.detail)

    def documents(self) -> set[str]:
        """The ids of the documents that the step touches."""
        return {found for change in self.changes if (found := _document(change.record))}


def merged(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes with those of one record made one, and those without effect left out; order of first touch."""
    first: dict[tuple[str, ...], Record | None] = {}
    last: dict[tuple[str, ...], Record | None] = {}
    for change in changes:
        key = record_key(change.record)
        first.setdefault(key, change.before)
        last[key] = change.after
    return tuple(Change(first[key], last[key]) for key in first if first[key] != last[key])


def _document(record: Record) -> str | None:
    if isinstance(record, Document):
        return record.id
    if isinstance(record, Annotator | LabelSet):
        return None
    return record.document
