"""What ``check`` finds in a layer: labels that are not in the set, bad borders, broken constraints, doubles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotate.arabic.tokens import graphemes
from annotate.labels import LabelSet
from annotate.model import Relation, Span

LABEL = "label not in set"
BORDER = "bad border"
CONSTRAINT = "constraint broken"
DUPLICATE = "duplicate"
DANGLING = "relation without its span"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is likely wrong with a span or relation (``record`` is its id).

    ``start`` and ``end`` are in code points; those of a relation are its head's (0 where it has none).
    """

    record: str
    start: int
    end: int
    rule: str
    what: str


def findings(text: str, spans: Sequence[Span], relations: Iterable[Relation], labels: LabelSet) -> list[Finding]:
    """All findings of one layer, in reading order."""
    found = [
        *_unknown_labels(spans, labels),
        *_borders(text, spans),
        *_doubles(spans, labels),
        *_nesting(spans, labels),
        *_relations({span.id: span for span in spans}, relations, labels),
    ]
    return sorted(found, key=lambda finding: (finding.start, finding.end, finding.rule, finding.what))


def _unknown_labels(spans: Iterable[Span], labels: LabelSet) -> Iterator[Finding]:
    known = {entity.key for entity in labels.entities}
    for span in spans:
        if span.label not in known:
            yield _of(span, LABEL, f"{span.label} is no label of the set")


def _borders(text: str, spans: Sequence[Span]) -> Iterator[Finding]:
    if not spans:
        return
    edges = {start for start, _ in graphemes(text)} | {len(text)}
    for span in spans:
        pieces = [text[start:end] for start, end in span.pieces]
        if any(piece != piece.strip() for piece in pieces):
            yield _of(span, BORDER, "white space at the border")
        if any(edge not in edges for piece in span.pieces for edge in piece):
            yield _of(span, BORDER, "a border between a letter and its marks")


def _doubles(spans: Iterable[Span], labels: LabelSet) -> Iterator[Finding]:
    seen = set()
    for span in spans:
        key = span.pieces, span.label
        if key in seen:
            yield _of(span, DUPLICATE, f"{labels.entity_id(span.label)} stands twice here")
        seen.add(key)


def _nesting(spans: Iterable[Span], labels: LabelSet) -> Iterator[Finding]:
    """Spans inside one of a label that theirs may not be nested in."""
    allowed = {entity.key: entity.inside for entity in labels.entities if entity.inside}
    open_spans: list[Span] = []
    for span in sorted(spans, key=lambda span: span.order):
        open_spans = [outer for outer in open_spans if outer.end > span.start]
        if span.label in allowed:
            for outer in open_spans:
                inside = span.end <= outer.end and (span.start, span.end) != (outer.start, outer.end)
                label = labels.entity_id(outer.label)
                if inside and label not in allowed[span.label]:
                    yield _of(span, CONSTRAINT, f"{labels.entity_id(span.label)} may not stand inside {label}")
        open_spans.append(span)


def _relations(spans: dict[str, Span], relations: Iterable[Relation], labels: LabelSet) -> Iterator[Finding]:
    seen = set()
    for relation in relations:
        id = labels.relation_id(relation.label)
        head, tail = spans.get(relation.head), spans.get(relation.tail)
        if head is None or tail is None:
            at = head or tail
            yield Finding(relation.id, at.start if at else 0, at.end if at else 0, DANGLING, f"{id} lacks a span")
            continue
        kind = labels.relation(relation.label)
        ends = labels.entity_id(head.label), labels.entity_id(tail.label)
        if kind is None:
            yield Finding(relation.id, head.start, head.end, LABEL, f"{id} is no relation type of the set")
        elif not kind.allows(*ends):
            what = f"{id} may not go from {ends[0]} to {ends[1]}"
            yield Finding(relation.id, head.start, head.end, CONSTRAINT, what)
        pair = (relation.head, relation.tail)
        key = relation.label, tuple(sorted(pair)) if kind and kind.symmetric else pair
        if key in seen:
            yield Finding(relation.id, head.start, head.end, DUPLICATE, f"{id} stands twice between two spans")
        seen.add(key)


def _of(span: Span, rule: str, what: str) -> Finding:
    return Finding(span.id, span.start, span.end, rule, what)
