"""What the view shows, block by block: spans, relations and pending suggestions of one layer, without any pixel."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from annotate.changes import Change
from annotate.model import Layer, Relation, Span, Suggestion, SuggestionState
from ui.text.blocks import Blocks

Item = Span | Suggestion
"""What has a box in the text."""

Key = str | tuple[str, str, int, int, str, str]
"""What identifies an item: a span's id, a suggestion's key."""


def key_of(item: Item) -> Key:
    """What identifies an item."""
    return item.id if isinstance(item, Span) else item.key


def pieces_of(item: Item) -> tuple[tuple[int, int], ...]:
    """The pieces of an item as ``(start, end)`` in code points."""
    return item.pieces if isinstance(item, Span) else ((item.start, item.end),)


class Content:
    """A document's text and one layer of it. Every edit touches the blocks of its records only.

    ``pending`` are the suggestions in reading order.
    """

    def __init__(
        self,
        text: str = "",
        spans: Iterable[Span] = (),
        relations: Iterable[Relation] = (),
        suggestions: Iterable[Suggestion] = (),
        read: Sequence[tuple[int, int]] = (),
    ) -> None:
        self.text = text
        self.blocks = Blocks(text)
        self.read = tuple(read)
        self.pending: list[Suggestion] = []
        self.items: dict[Key, Item] = {}
        self.relations: dict[str, Relation] = {}
        self._in_block: dict[int, list[Item]] = defaultdict(list)
        self._relations_of: dict[str, list[str]] = defaultdict(list)
        self._fill(spans)
        self._fill(suggestions)
        self.pending.sort(key=order_of)
        for relation in relations:
            self._add_relation(relation)

    def span(self, id: str) -> Span | None:
        """A span by its id."""
        found = self.items.get(id)
        return found if isinstance(found, Span) else None

    def rank(self, suggestion: Suggestion) -> int:
        """How many suggestions come before one that is there."""
        place = bisect_left(self.pending, order_of(suggestion), key=order_of)
        return next(n for n in range(place, len(self.pending)) if self.pending[n].key == suggestion.key)

    def in_block(self, index: int) -> Sequence[Item]:
        """The items that share a code point with a block, in no order."""
        return self._in_block.get(index, ())

    def count_in(self, index: int) -> int:
        """How many items share a code point with a block."""
        found = self._in_block.get(index)
        return len(found) if found else 0

    def relations_of(self, span: str) -> Iterator[Relation]:
        """The relations with an end at a span."""
        return (self.relations[id] for id in self._relations_of.get(span, ()))

    def at(self, position: int) -> list[Item]:
        """The items over the character after a position, the shortest first."""
        found = [
            item
            for item in self.in_block(self.blocks.index(position))
            if any(start <= position < end for start, end in pieces_of(item))
        ]
        return sorted(found, key=lambda item: (item.end - item.start, item.start))

    def following(self, order: tuple[int, int, str], kind: type[Item], backward: bool = False) -> Item | None:
        """The next item of a kind after (before) a place in span order: start, the longer first, label."""
        here = self.blocks.index(max(order[0], 0))
        way = range(here, -1, -1) if backward else range(here, len(self.blocks))
        for index in way:
            begun = self.blocks.start(index)
            found = [
                item
                for item in self.in_block(index)
                if isinstance(item, kind)
                and item.start >= begun
                and (order_of(item) < order if backward else order_of(item) > order)
            ]
            if found:
                return max(found, key=order_of) if backward else min(found, key=order_of)
        return None

    def apply(self, changes: Iterable[Change]) -> set[int]:
        """Take over the changes of a step; returns the blocks that look different now."""
        touched: set[int] = set()
        for change in changes:
            match change.record:
                case Layer():
                    if isinstance(change.after, Layer):
                        touched |= self._set_read(change.after.read)
                case Span() | Suggestion():
                    touched |= self._change_item(change)
                case Relation():
                    touched |= self._change_relation(change)
        return touched

    def _change_item(self, change: Change) -> set[int]:
        touched: set[int] = set()
        if isinstance(change.before, Span | Suggestion) and (old := self.items.get(key_of(change.before))):
            touched |= self._touching(old)
            self._remove_item(old)
        if isinstance(change.after, Span) or (
            isinstance(change.after, Suggestion) and change.after.state is SuggestionState.PENDING
        ):
            self._add_item(change.after)
            touched |= self._touching(change.after)
        return touched

    def _change_relation(self, change: Change) -> set[int]:
        touched: set[int] = set()
        if isinstance(change.before, Relation) and (old := self.relations.pop(change.before.id, None)):
            touched |= self._ends(old)
            for end in (old.head, old.tail):
                self._relations_of[end].remove(old.id)
        if isinstance(change.after, Relation):
            self._add_relation(change.after)
            touched |= self._ends(change.after)
        return touched

    def _set_read(self, read: Sequence[tuple[int, int]]) -> set[int]:
        differing = set(self.read) ^ set(read)
        self.read = tuple(read)
        return {index for start, end in differing for index in self.blocks.touching(start, end)}

    def _touching(self, item: Item) -> set[int]:
        """The blocks of an item, and those of the spans it has relations with: their stubs may turn round."""
        found = set(self._blocks_of(item))
        if isinstance(item, Span):
            for relation in self.relations_of(item.id):
                found |= self._ends(relation)
        return found

    def _ends(self, relation: Relation) -> set[int]:
        spans = (self.items.get(relation.head), self.items.get(relation.tail))
        return {self.blocks.index(span.start) for span in spans if span is not None}

    def _blocks_of(self, item: Item) -> Iterable[int]:
        if not isinstance(item, Span) or not item.fragments:
            return self.blocks.touching(item.start, item.end)
        return {index for start, end in item.fragments for index in self.blocks.touching(start, end)}

    def _fill(self, items: Iterable[Item]) -> None:
        """Add many items: as ``_add_item``, with the work for the usual one (of one piece, in one block) cut short."""
        starts, size = self.blocks.starts, len(self.blocks)
        for item in items:
            index = bisect_right(starts, item.start) - 1
            within = index + 1 == size or item.end <= starts[index + 1]
            if within and index >= 0 and not (isinstance(item, Span) and item.fragments):
                self.items[item.id if isinstance(item, Span) else item.key] = item
                self._in_block[index].append(item)
                if isinstance(item, Suggestion):
                    self.pending.append(item)
            else:
                self._add_item(item)

    def _add_item(self, item: Item) -> None:
        self.items[key_of(item)] = item
        if isinstance(item, Suggestion):
            insort(self.pending, item, key=order_of)
        for index in self._blocks_of(item):
            self._in_block[index].append(item)

    def _remove_item(self, item: Item) -> None:
        del self.items[key_of(item)]
        if isinstance(item, Suggestion):
            del self.pending[self.rank(item)]
        for index in self._blocks_of(item):
            self._in_block[index].remove(item)

    def _add_relation(self, relation: Relation) -> None:
        self.relations[relation.id] = relation
        for end in (relation.head, relation.tail):
            self._relations_of[end].append(relation.id)


def order_of(item: Item) -> tuple[int, int, str]:
    """Reading order: start, then the longer first, then the label."""
    return item.start, -item.end, item.label
