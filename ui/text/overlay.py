"""What lies over the annotated text without being part of it: caret, selection, search hits, modes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from annotate.model import Suggestion
from ui.text.content import Item, Key

Range = tuple[int, int]
"""``(start, end)`` in code points of the document, end exclusive."""


class Side(StrEnum):
    """A border of a span, in reading order."""

    START = "start"
    END = "end"


@dataclass(slots=True)
class Overlay:
    """The layers of paint that are no annotation. Positions are code points of the document."""

    caret: int = 0
    anchor: int = 0
    selected: str | None = None
    selected_relation: str | None = None
    current: Suggestion | None = None
    hovered: Key | None = None
    hits: Sequence[Range] = ()
    hit_now: int | None = None
    sentence: Range | None = None
    border_side: Side | None = None
    preview: Range | None = None
    head: str | None = None
    candidates: Mapping[str, str] = field(default_factory=dict)
    candidate: str | None = None
    offered: Sequence[int] = ()
    focused: bool = False
    caret_on: bool = False

    @property
    def selection(self) -> Range:
        """The selected range; empty at the caret where nothing is selected."""
        return min(self.anchor, self.caret), max(self.anchor, self.caret)

    def emphasised(self, item: Item) -> bool:
        """Whether an item has the stronger border of what is pointed at."""
        key = item.key if isinstance(item, Suggestion) else item.id
        return key == self.hovered or key in self.candidates or key == self.head

    def hits_in(self, start: int, end: int) -> Iterator[tuple[Range, bool]]:
        """The search hits that touch a range, each with whether it is the current one."""
        first = max(bisect_left(self.hits, (start, start)) - 1, 0)
        for index in range(first, len(self.hits)):
            hit = self.hits[index]
            if hit[0] >= end:
                return
            if hit[1] > start:
                yield hit, index == self.hit_now
