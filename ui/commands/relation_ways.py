"""Which relations can be drawn between two spans, and which of them is the likeliest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from annotate.labels import LabelSet, RelationType
from annotate.model import Relation, Span


@dataclass(frozen=True, slots=True)
class Way:
    """A type and which way it goes: from the span that one began at, or (turned) to it."""

    type: RelationType
    turned: bool


class Ways:
    """What a document's relations so far say of the next one. Made once, asked for many pairs."""

    def __init__(self, labels: LabelSet, spans: Iterable[Span], relations: Iterable[Relation]) -> None:
        self._labels = labels
        of = {span.id: span.label for span in spans}
        relations = list(relations)
        self._used = Counter((one.label, of.get(one.head), of.get(one.tail)) for one in relations)
        self._there = {(one.label, one.head, one.tail) for one in relations}

    def between(self, head: Span, tail: Span) -> list[Way]:
        """The ways allowed and not there yet, those used most between such labels first, then in the set's order."""
        ways = [Way(kind, False) for kind in self._labels.allowed_relations(head.label, tail.label)]
        back = self._labels.allowed_relations(tail.label, head.label)
        ways += [Way(kind, True) for kind in back if not kind.symmetric]
        new = [way for way in ways if not self._is_there(way, head, tail)]
        return sorted(new, key=lambda way: -self._weight(way, head, tail))

    def _weight(self, way: Way, head: Span, tail: Span) -> int:
        ends = (tail.label, head.label) if way.turned else (head.label, tail.label)
        return self._used[way.type.key, ends[0], ends[1]]

    def _is_there(self, way: Way, head: Span, tail: Span) -> bool:
        ends = (tail.id, head.id) if way.turned else (head.id, tail.id)
        return (way.type.key, *ends) in self._there
