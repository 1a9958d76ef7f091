"""What a file holds: texts with one annotator's work on each, and what a format could not hold of it.

In a file's records labels are ids (not keys) and ids are the file's own; ``importing`` and ``exporting`` translate.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from annotate.labels import LabelSet
from annotate.model import Attributes, Relation, Span, State, Suggestion, SuggestionState, surface

Cut = Callable[[str], Sequence[str]]
"""A word to its clitic parts, which together are the word."""

TOKENS = "tokens"
"""The key in ``Document.meta`` that says ``spaces`` for a text made of a token file: its tokens stand between white
space and its sentences between line ends, so that an export gives the file's own tokens and sentences back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedDocument:
    """A text with one layer. Offsets are code points into ``text``, end exclusive.

    ``state`` and ``read`` are None where the file does not say (``read``: then all counts as read). ``layered`` is
    false for a text that nobody has annotated. ``line`` is where the record begins in its file, from 1 (0: unknown).
    """

    name: str
    text: str
    annotator: str = ""
    layered: bool = True
    state: State | None = None
    read: tuple[tuple[int, int], ...] | None = None
    spans: tuple[Span, ...] = ()
    relations: tuple[Relation, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict, hash=False)
    line: int = 0


def file_span(
    id: str,
    pieces: tuple[tuple[int, int], ...],
    label: str,
    *,
    attributes: Attributes | None = None,
    note: str = "",
) -> Span:
    """A span as a file holds it: of no document and no annotator yet."""
    return Span(
        id=id,
        document="",
        annotator="",
        start=pieces[0][0],
        end=pieces[-1][1],
        label=label,
        fragments=pieces if len(pieces) > 1 else (),
        attributes=attributes or {},
        note=note,
    )


def file_relation(
    id: str, head: str, tail: str, label: str, *, attributes: Attributes | None = None, note: str = ""
) -> Relation:
    """A relation as a file holds it; ``head`` and ``tail`` are span ids of the same document."""
    return Relation(
        id=id, document="", annotator="", label=label, head=head, tail=tail, attributes=attributes or {}, note=note
    )


def file_suggestion(start: int, end: int, label: str, by: str, score: float, state: SuggestionState) -> Suggestion:
    """A suggestion as a file holds it."""
    return Suggestion(document="", annotator="", start=start, end=end, label=label, by=by, score=score, state=state)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """An item that a format could not hold as it is: ``what`` was the reason, ``done`` what became of it.

    ``item`` is ``span``, ``relation``, ``detail`` (a note, an attribute) or ``document``; for a relation ``start`` and
    ``end`` are its head's. Those of a document are None.
    """

    document: str
    start: int | None
    end: int | None
    label: str
    what: str
    done: str
    text: str = ""
    item: str = "span"


@dataclass(slots=True, kw_only=True)
class Writing:
    """How a format is to be written, and the list of what it could not hold.

    ``cut`` gives the clitic parts of a word (together they are the word), or is None for word tokens. With
    ``only_read`` the token formats leave out sentences that were not read throughout.
    """

    labels: LabelSet
    scheme: str = "iob2"
    cut: Cut | None = None
    only_read: bool = False
    losses: list[Loss] = field(default_factory=list)

    def lose_span(self, document: AnnotatedDocument, span: Span, what: str, done: str = "left out") -> None:
        """List a span that could not be held as it is."""
        self._lose(document, span, span.label, what, done, "span")

    def lose_relation(self, document: AnnotatedDocument, relation: Relation, what: str, done: str = "left out") -> None:
        """List a relation that could not be held as it is."""
        head = next(span for span in document.spans if span.id == relation.head)
        self._lose(document, head, relation.label, what, done, "relation")

    def lose_detail(
        self, document: AnnotatedDocument, owner: Span | Relation, what: str, done: str = "left out"
    ) -> None:
        """List a note or an attribute of a span or relation that is itself held."""
        at = owner if isinstance(owner, Span) else next(span for span in document.spans if span.id == owner.head)
        self._lose(document, at, owner.label, what, done, "detail")

    def lose_document(self, document: AnnotatedDocument, what: str, done: str = "left out") -> None:
        """List something of the document itself: its meta, its name, its having no tokens."""
        self.losses.append(
            Loss(document=document.name, start=None, end=None, label="", what=what, done=done, item="document")
        )

    def lose_details(self, document: AnnotatedDocument, spans: list[Span], *, meta: str = "") -> None:
        """List the attributes and notes of those spans that are held, and meta under other keys than ``meta``."""
        for span in spans:
            if span.attributes:
                self.lose_detail(document, span, "span attribute")
            if span.note:
                self.lose_detail(document, span, "note")
        if set(document.meta) - {TOKENS, meta}:
            self.lose_document(document, "document meta")

    def _lose(self, document: AnnotatedDocument, at: Span, label: str, what: str, done: str, item: str) -> None:
        self.losses.append(
            Loss(
                document=document.name,
                start=at.start,
                end=at.end,
                label=label,
                what=what,
                done=done,
                text=surface(document.text, at),
                item=item,
            )
        )
