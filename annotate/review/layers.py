"""What is compared: the layers that annotators have of one document, and the stretches they have read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from annotate.arabic.tokens import tokenize
from annotate.model import GOLD, Document, Layer, Relation, Span, State
from annotate.project import Project

Range = tuple[int, int]


class Mark(NamedTuple):
    """What two layers agree on when they agree on a span: its label (a key) and its pieces, in code points."""

    start: int
    end: int
    label: str
    pieces: tuple[Range, ...]


def mark(span: Span) -> Mark:
    """The mark of a span; spans of one layer with the same mark count once."""
    return Mark(span.start, span.end, span.label, span.pieces)


@dataclass(frozen=True)
class Annotations:
    """One annotator's layer of a document with all that stands in it."""

    layer: Layer
    spans: tuple[Span, ...] = ()
    relations: tuple[Relation, ...] = ()

    @cached_property
    def marks(self) -> dict[str, Mark]:
        """The mark of each span, by span id."""
        return {span.id: mark(span) for span in self.spans}


@dataclass(frozen=True)
class DocumentLayers:
    """A document and the layers of those annotators who have begun it (state not *to do*), by annotator id."""

    document: Document
    layers: Mapping[str, Annotations]

    @cached_property
    def tokens(self) -> Sequence[Range]:
        """The word tokens of the text as ``(start, end)``."""
        return tokenize(self.document.text)

    @cached_property
    def _read(self) -> dict[str, tuple[Range, ...]]:
        return {annotator: _read_ranges(self.document.text, held.layer) for annotator, held in self.layers.items()}

    def read(self, annotator: str) -> tuple[Range, ...]:
        """What the annotator has read, ascending. Ranges with only white space between them are one.

        A layer that is done or locked and keeps no ranges was read throughout; so is an empty text.
        """
        return self._read.get(annotator, ())

    def common(self, first: str, second: str) -> tuple[Range, ...]:
        """What both annotators have read; empty also where one has no layer."""
        return self.common_to((first, second))

    def common_to(self, annotators: Iterable[str]) -> tuple[Range, ...]:
        """What all of these annotators have read."""
        first, *others = [self.read(annotator) for annotator in annotators]
        for other in others:
            first = tuple(_intersection(first, other)) if first != other else first
        return first

    def has_read(self, annotator: str, start: int, end: int) -> bool:
        """Whether the annotator has read all of ``start``…``end``."""
        return within(start, end, self.read(annotator))


def within(start: int, end: int, ranges: Sequence[Range]) -> bool:
    """Whether ``start``…``end`` lies inside one of the ranges."""
    return any(left <= start and end <= right for left, right in ranges)


def without(ranges: Iterable[Range], holes: Sequence[Range]) -> tuple[Range, ...]:
    """The ranges less what lies in the holes (ascending, disjoint)."""
    found: list[Range] = []
    for start, end in ranges:
        for left, right in holes:
            if left < end and start < right:
                if start < left:
                    found.append((start, left))
                start = max(start, right)
        if start < end:
            found.append((start, end))
    return tuple(found)


def read_layers(
    project: Project, annotators: Iterable[str] | None = None, documents: Iterable[str] | None = None
) -> Iterator[DocumentLayers]:
    """The documents of a project with the layers begun by these annotators (default: all but gold).

    ``documents`` are ids (default: all, in import order). A document none of them has begun is left out.
    """
    wanted = set(annotators) if annotators is not None else None
    for id in documents if documents is not None else [summary.id for summary in project.documents()]:
        begun = [layer for layer in project.layers(id) if layer.state is not State.TODO]
        held = [layer for layer in begun if (layer.annotator != GOLD if wanted is None else layer.annotator in wanted)]
        if held:
            yield DocumentLayers(project.document(id), {layer.annotator: read_layer(project, layer) for layer in held})


def read_layer(project: Project, layer: Layer) -> Annotations:
    """A layer with its spans and relations as they stand in the project."""
    return Annotations(
        layer,
        tuple(project.spans(layer.document, layer.annotator)),
        tuple(project.relations(layer.document, layer.annotator)),
    )


def _read_ranges(text: str, layer: Layer) -> tuple[Range, ...]:
    finished = layer.state in (State.DONE, State.LOCKED)
    if not text or (finished and not layer.read):
        return ((0, len(text)),)
    joined: list[Range] = []
    for start, end in layer.read:
        previous = joined[-1][1] if joined else 0
        blank = not text[previous:start].strip()
        if joined and blank:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((0 if blank else start, end))
    if joined and not text[joined[-1][1] :].strip():
        joined[-1] = joined[-1][0], len(text)
    return tuple(joined)


def _intersection(first: Sequence[Range], second: Sequence[Range]) -> Iterator[Range]:
    for start, end in first:
        for other_start, other_end in second:
            if start < other_end and other_start < end:
                yield max(start, other_start), min(end, other_end)
