"""The records of a project: frozen values, compared by content.

Offsets are code points (indices into a Python ``str``) into ``Document.text``, end exclusive:
``document.text[span.start:span.end]`` is the surface, always. Text never changes after import.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Json = Any
"""A JSON value, as files and settings hold it."""

Attributes = Mapping[str, str | bool]
"""Attribute key to value: a flag is a bool, a choice or a free text is a str."""

GOLD = "gold"
"""The id and the name of the annotator whose layers are the gold layers."""


def new_id() -> str:
    """A fresh identifier (32 hexadecimal digits); it never changes and is never shown."""
    return uuid.uuid4().hex


class State(StrEnum):
    """How far an annotator is with a document. A document without a layer counts as ``TODO``."""

    TODO = "todo"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    LOCKED = "locked"


class SuggestionState(StrEnum):
    """What became of a suggestion."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text and its name. ``position`` is its place in import order, ``meta`` what files said besides."""

    id: str
    name: str
    text: str
    position: int = 0
    meta: Mapping[str, Json] = field(default_factory=dict, hash=False)

    @property
    def hash(self) -> str:
        """SHA-256 of the text in UTF-8, hexadecimal: equal texts, equal hashes."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotator:
    """A person (or gold). Two people of one name are two annotators: the id tells them apart."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One annotator's work on one document: its state, and what was read.

    ``read`` holds ascending, disjoint, non-touching ``(start, end)`` ranges in code points.
    """

    document: str
    annotator: str
    state: State = State.TODO
    read: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A labelled stretch of text in one annotator's layer.

    ``label`` is the key of an entity type (an unknown label's key is its id). A span of several pieces has
    ``fragments`` (ascending, not touching); ``start`` and ``end`` are then the hull. One piece: ``fragments == ()``.
    """

    id: str
    document: str
    annotator: str
    start: int
    end: int
    label: str
    fragments: tuple[tuple[int, int], ...] = ()
    attributes: Attributes = field(default_factory=dict, hash=False)
    note: str = ""

    @property
    def pieces(self) -> tuple[tuple[int, int], ...]:
        """The pieces of the span as ``(start, end)``; one for an ordinary span."""
        return self.fragments or ((self.start, self.end),)

    @property
    def order(self) -> tuple[int, int, str]:
        """The sort key of spans everywhere: start, then the longer first, then the label."""
        return self.start, -self.end, self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A labelled arrow from the span ``head`` to the span ``tail`` (span ids of one layer)."""

    id: str
    document: str
    annotator: str
    label: str
    head: str
    tail: str
    attributes: Attributes = field(default_factory=dict, hash=False)
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A span that a source proposes to one annotator. Identified by (document, annotator, start, end, label, by).

    ``by`` names the source, or several joined by ``+`` in sorted order. ``score`` lies in 0…1.
    """

    document: str
    annotator: str
    start: int
    end: int
    label: str
    by: str
    score: float = 1.0
    state: SuggestionState = SuggestionState.PENDING

    @property
    def key(self) -> tuple[str, str, int, int, str, str]:
        """What identifies the suggestion; ``score`` and ``state`` may change, these may not."""
        return self.document, self.annotator, self.start, self.end, self.label, self.by


class Choice(StrEnum):
    """What was decided about an item of a review where it was no annotator's version that was taken."""

    NONE = "none"
    EDITED = "edited"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a lead (or a rule) decided about one item in which annotators' layers were compared.

    ``id`` follows from the document and the versions compared: the same question has the same id, and a version that
    changes makes it another question. ``kind`` is ``span`` or ``relation``, ``start`` and ``end`` are the item's hull
    in code points. ``choice`` is the id of the annotator whose version was taken, or a ``Choice`` (``OPEN``: only
    commented so far). ``rule`` is ``agreed``, ``majority`` or ``clitic``, empty for a decision by hand. ``gold`` is the
    id of the gold span or relation that came of it, empty for none.
    """

    id: str
    document: str
    kind: str
    start: int
    end: int
    choice: str
    rule: str = ""
    gold: str = ""
    comment: str = ""


Version = Mapping[str, tuple[int, str]]
"""What a layer is made of: of each journal (its id) that touched it, how many steps, and a digest of the last.

A version that holds at least as many steps of every journal is the newer one; no clock is asked.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """That a layer came from another file, and in which version. ``local`` is how many steps of this project's own
    journal had touched the layer by then: only later ones make it newer than what came."""

    document: str
    annotator: str
    version: Version = field(default_factory=dict, hash=False)
    local: int = 0


def surface(text: str, span: Span) -> str:
    """The text of a span; the pieces of a discontinuous one are joined by one space."""
    return " ".join(text[start:end] for start, end in span.pieces)
