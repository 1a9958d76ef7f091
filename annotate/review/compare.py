"""Layers of one document side by side: which spans and relations are the same thing, and what sets them apart.

The result is a list of items, each one thing to decide on: the versions that annotators have of a span or relation,
and who has none. Every span and relation of every layer stands in exactly one item.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from annotate.model import Document, Relation, Span
from annotate.review.borders import clitic_only, overlap
from annotate.review.layers import DocumentLayers, Mark, mark


class Kind(StrEnum):
    """What sets the versions of an item apart; ``AGREED``: nothing, all who read it have the same."""

    AGREED = "agreed"
    BORDER = "border"
    CLITIC = "clitic"
    LABEL = "label"
    MISSING = "missing"
    RELATION = "relation"


@dataclass(frozen=True, kw_only=True)
class SpanItem:
    """A span as annotators have it. ``start`` and ``end`` are the hull of all versions, in code points.

    ``versions`` holds the span of each annotator who has one, ``absent`` who has read the place and marked nothing,
    ``unread`` who has not read it. ``id`` follows from the document and the versions, whoever holds them.
    """

    id: str
    document: str
    kind: Kind
    start: int
    end: int
    versions: Mapping[str, Span]
    absent: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


Arrow = tuple[str, str, str]
"""The label (a key) of a relation and the ids of the span items that it goes from and to."""


@dataclass(frozen=True, kw_only=True)
class RelationItem:
    """A relation between two span items as annotators have it; fields as in SpanItem.

    ``head`` and ``tail`` are the span items of the first version; in another the direction may be turned: ``arrows``
    tells, for each who has one. The ends of a symmetric relation are in order.
    """

    id: str
    document: str
    kind: Kind
    start: int
    end: int
    versions: Mapping[str, Relation]
    arrows: Mapping[str, Arrow]
    head: SpanItem
    tail: SpanItem
    absent: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


Item = SpanItem | RelationItem


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """The items of one document in reading order: spans, and relations by their hull.

    ``item_of`` is the item in which a span (its id, of any of the layers) is a version.
    """

    document: Document
    annotators: tuple[str, ...]
    spans: tuple[SpanItem, ...]
    relations: tuple[RelationItem, ...]
    item_of: Mapping[str, SpanItem]

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Spans and relations together, in reading order, a relation after its spans."""
        return tuple(sorted((*self.spans, *self.relations), key=_reading_order))

    @cached_property
    def differences(self) -> tuple[Item, ...]:
        """The items in which annotators do not agree."""
        return tuple(item for item in self.items if item.kind is not Kind.AGREED)

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """The items by their id."""
        return {item.id: item for item in self.items}


def compare(
    document: DocumentLayers, annotators: Iterable[str] | None = None, symmetric: Collection[str] = ()
) -> Comparison:
    """Compare the layers of these annotators (default: all there are).

    ``symmetric`` are the keys of relation types without direction.
    """
    who = tuple(id for id in (annotators if annotators is not None else document.layers) if id in document.layers)
    spans = tuple(sorted(_span_items(document, who), key=_reading_order))
    item_of = _item_of(document, who, spans)
    relations = tuple(sorted(_relation_items(document, who, item_of, symmetric), key=_reading_order))
    return Comparison(document=document.document, annotators=who, spans=spans, relations=relations, item_of=item_of)


def _reading_order(item: Item) -> tuple[int, bool, int, str]:
    return item.start, isinstance(item, RelationItem), -item.end, item.id


def _span_items(document: DocumentLayers, annotators: Sequence[str]) -> Iterator[SpanItem]:
    holders: defaultdict[Mark, dict[str, Span]] = defaultdict(dict)
    for annotator in annotators:
        for span in document.layers[annotator].spans:
            holders[mark(span)].setdefault(annotator, span)
    disputed: dict[Mark, dict[str, Span]] = {}
    for found, spans in holders.items():
        item = _span_item(document, annotators, [found], spans)
        if item.kind is Kind.AGREED:
            yield item
        else:
            disputed[found] = spans
    for cluster in _clusters(document.document.text, disputed):
        versions = {annotator: span for found in cluster for annotator, span in disputed[found].items()}
        yield _span_item(document, annotators, cluster, versions)


def _clusters(text: str, disputed: Mapping[Mark, Mapping[str, Span]]) -> list[list[Mark]]:
    """Put together what may be the same span, the likest first; nobody has two versions of one item."""
    clusters = {found: [found] for found in disputed}
    for _, first, second in sorted(_alike(text, sorted(disputed))):
        left, right = clusters[first], clusters[second]
        holders = [{annotator for found in cluster for annotator in disputed[found]} for cluster in (left, right)]
        if left is not right and not holders[0] & holders[1]:
            left += right
            for found in right:
                clusters[found] = left
    return list({id(cluster): cluster for cluster in clusters.values()}.values())


def _alike(text: str, marks: Sequence[Mark]) -> Iterator[tuple[tuple[int, float], Mark, Mark]]:
    """Pairs of marks that may be the same span, with how unlike they are: by clitics, by label, by borders."""
    for number, first in enumerate(marks):
        for second in marks[number + 1 :]:
            if second.start >= first.end:
                break
            near = clitic_only(text, first, second)
            shared = overlap(first, second)
            if first.label == second.label and (near or shared):
                hull = max(first.end, second.end) - min(first.start, second.start)
                yield (0 if near else 2, -shared / hull), first, second
            elif near:
                yield (1, 0.0), first, second


def _span_item(
    document: DocumentLayers, annotators: Sequence[str], marks: Sequence[Mark], versions: Mapping[str, Span]
) -> SpanItem:
    start, end = min(found.start for found in marks), max(found.end for found in marks)
    without = [annotator for annotator in annotators if annotator not in versions]
    unread = tuple(annotator for annotator in without if not document.has_read(annotator, start, end))
    return SpanItem(
        id=_identity(document.document.id, "span", *map(repr, sorted(set(marks)))),
        document=document.document.id,
        kind=_kind(document.document.text, marks, len(versions), len(without) - len(unread)),
        start=start,
        end=end,
        versions={annotator: versions[annotator] for annotator in annotators if annotator in versions},
        absent=tuple(annotator for annotator in without if annotator not in unread),
        unread=unread,
    )


def _kind(text: str, marks: Sequence[Mark], holders: int, absent: int) -> Kind:
    first, *others = marks
    if not others:
        return Kind.AGREED if holders > 1 and not absent else Kind.MISSING
    if any(other.label != first.label for other in others):
        return Kind.LABEL
    near = all(clitic_only(text, one, other) for number, one in enumerate(marks) for other in marks[number + 1 :])
    return Kind.CLITIC if near else Kind.BORDER


def _relation_items(
    document: DocumentLayers, annotators: Sequence[str], item_of: Mapping[str, SpanItem], symmetric: Collection[str]
) -> Iterator[RelationItem]:
    items = {item.id: item for item in item_of.values()}
    holders: defaultdict[Arrow, dict[str, Relation]] = defaultdict(dict)
    for annotator in annotators:
        for relation in document.layers[annotator].relations:
            ends = [item_of[relation.head].id, item_of[relation.tail].id]
            if relation.label in symmetric:
                ends.sort()
            holders[relation.label, ends[0], ends[1]].setdefault(annotator, relation)
    disputed: defaultdict[frozenset[str], list[_Group]] = defaultdict(list)
    for arrow, relations in sorted(holders.items()):
        item = _relation_item(document, annotators, [(arrow, relations)], items)
        if item.kind is Kind.AGREED:
            yield item
        else:
            disputed[frozenset(arrow[1:])].append((arrow, relations))
    for groups in disputed.values():
        for cluster in _relation_clusters(groups):
            yield _relation_item(document, annotators, cluster, items)


def _item_of(document: DocumentLayers, annotators: Sequence[str], spans: Sequence[SpanItem]) -> dict[str, SpanItem]:
    """The item of every span, also of one that stands twice in its layer, of which items hold the first."""
    holding = {span.id: item for item in spans for span in item.versions.values()}
    found: dict[str, SpanItem] = {}
    for annotator in annotators:
        first: dict[Mark, str] = {}
        for span in document.layers[annotator].spans:
            found[span.id] = holding[first.setdefault(mark(span), span.id)]
    return found


_Group = tuple[Arrow, Mapping[str, Relation]]
"""An arrow and the relation of each annotator who has drawn it."""


def _relation_clusters(groups: Sequence[_Group]) -> list[list[_Group]]:
    """Relations of one pair of spans that may be the same one; nobody has two versions of one item."""
    clusters: list[list[_Group]] = []
    for arrow, relations in groups:
        free = [cluster for cluster in clusters if not any(held.keys() & relations.keys() for _, held in cluster)]
        if free:
            # The same direction is likelier meant than the turned one.
            best = min(free, key=lambda cluster: arrow[1:] not in [other[1:] for other, _ in cluster])
            best.append((arrow, relations))
        else:
            clusters.append([(arrow, relations)])
    return clusters


def _relation_item(
    document: DocumentLayers, annotators: Sequence[str], groups: Sequence[_Group], items: Mapping[str, SpanItem]
) -> RelationItem:
    arrows = {annotator: arrow for arrow, relations in groups for annotator in relations}
    versions = {annotator: relation for _, relations in groups for annotator, relation in relations.items()}
    first = next(arrows[annotator] for annotator in annotators if annotator in arrows)
    head, tail = items[first[1]], items[first[2]]
    without = [annotator for annotator in annotators if annotator not in versions]
    unread = tuple(annotator for annotator in without if annotator in head.unread or annotator in tail.unread)
    absent = tuple(annotator for annotator in without if annotator not in unread)
    agreed = len(groups) == 1 and len(versions) > 1 and not absent
    return RelationItem(
        id=_identity(document.document.id, "relation", *map(repr, sorted(arrow for arrow, _ in groups))),
        document=document.document.id,
        kind=Kind.AGREED if agreed else Kind.RELATION,
        start=min(head.start, tail.start),
        end=max(head.end, tail.end),
        versions={annotator: versions[annotator] for annotator in annotators if annotator in versions},
        arrows=arrows,
        head=head,
        tail=tail,
        absent=absent,
        unread=unread,
    )


def _identity(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
