"""Relation arcs in lanes above the tags of a line; to another line a stub that leads to the margin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from annotate.model import Relation
from ui.i18n.language import number
from ui.text.content import Content, Key
from ui.text.style import LabelLooks, Metrics

_LANES = 12
"""Arcs beyond these lanes share the highest: a line stays lower than a screen."""


@dataclass(frozen=True, slots=True)
class End:
    """The tag at which an arc ends: its left and right edge, its top, and where its span starts in the text."""

    left: float
    right: float
    top: float
    start: int


@dataclass(slots=True)
class Arc:
    """An arc on one line, from ``x1`` at the head to ``x2`` at the tail, ``y`` below (negative: above) the baseline.

    ``head`` and ``tail`` are None where it runs to the margin. Stubs that look alike are one: ``relations`` holds all.
    """

    relations: list[str]
    spans: set[str]
    word: str
    x1: float
    x2: float
    head: End | None
    tail: End | None
    label_width: float = 0
    high: bool = False
    lane: int = 0
    y: float = 0

    @property
    def is_stub(self) -> bool:
        """Whether it runs to the margin, since its other end is on another line."""
        return self.head is None or self.tail is None

    @property
    def label_left(self) -> float:
        """The left edge of the label, which stands in the middle of the arc."""
        return (self.x1 + self.x2 - self.label_width) / 2

    @property
    def left(self) -> float:
        """How far the arc and its label reach to the left."""
        return min(self.x1, self.x2, self.label_left)

    @property
    def right(self) -> float:
        """How far the arc and its label reach to the right."""
        return max(self.x1, self.x2, self.label_left + self.label_width)


def place_arcs(
    ends: Mapping[Key, End],
    content: Content,
    roof: float,
    page: tuple[float, bool],
    looks: LabelLooks,
    metrics: Metrics,
    width: Callable[[str], float],
) -> tuple[list[Arc], int]:
    """The arcs of the spans whose tags are ``ends``, and how many lanes they take.

    ``roof`` is the top of the highest row of tags, ``page`` the width of the column and whether it runs right to left.
    """
    arcs = _drawn(ends, content, page, looks, metrics)
    if not arcs:
        return [], 0
    for arc in arcs:
        if len(arc.relations) > 1:
            arc.word += f" ×{number(len(arc.relations))}"
        arc.label_width = width(arc.word) + 8 * metrics.zoom
        arc.high = arc.label_width + 16 * metrics.zoom > abs(arc.x1 - arc.x2)
    arcs.sort(key=lambda arc: abs(arc.x1 - arc.x2))
    _spread(arcs, metrics)
    lanes = _lanes(arcs, 8 * metrics.zoom)
    for arc in arcs:
        arc.y = roof - 14 * metrics.zoom - arc.lane * metrics.lane
    return arcs, lanes


def _drawn(
    ends: Mapping[Key, End], content: Content, page: tuple[float, bool], looks: LabelLooks, metrics: Metrics
) -> list[Arc]:
    width, right_to_left = page
    earlier, later = (width + 14 * metrics.zoom, -14 * metrics.zoom)
    if not right_to_left:
        earlier, later = later, earlier
    whole: dict[str, Arc] = {}
    stubs: dict[tuple[Key, bool, bool, str], Arc] = {}
    for key in ends:
        for relation in content.relations_of(key) if isinstance(key, str) else ():
            head, tail = content.span(relation.head), content.span(relation.tail)
            if head is None or tail is None or relation.id in whole:
                continue
            word = looks.relation(relation.label)
            if head.id in ends and tail.id in ends:
                whole[relation.id] = _between(relation, ends[head.id], ends[tail.id], word, metrics)
                continue
            out, other = head.id == key, tail if head.id == key else head
            margin = later if other.start > ends[key].start else earlier
            stub = key, out, margin == later, word
            if stub in stubs:
                stubs[stub].relations.append(relation.id)
                stubs[stub].spans.add(other.id)
            else:
                stubs[stub] = _to_margin(relation, ends[key], out, margin, word)
    return [*whole.values(), *stubs.values()]


def _between(relation: Relation, head: End, tail: End, word: str, metrics: Metrics) -> Arc:
    one, two = (head.left + head.right) / 2, (tail.left + tail.right) / 2
    way = (1 if two > one else -1) * 5 * metrics.zoom
    spans = {relation.head, relation.tail}
    return Arc([relation.id], spans, word, one + way, two - way, head, tail)


def _to_margin(relation: Relation, end: End, out: bool, margin: float, word: str) -> Arc:
    middle = (end.left + end.right) / 2
    spans = {relation.head, relation.tail}
    if out:
        return Arc([relation.id], spans, word, middle, margin, end, None)
    return Arc([relation.id], spans, word, margin, middle, None, end)


def _spread(arcs: list[Arc], metrics: Metrics) -> None:
    """Let arcs that leave (reach) a tag the same way stand beside one another, the longer outside the shorter."""
    step, inset = 10 * metrics.zoom, 4 * metrics.zoom
    used: Counter[tuple[End, bool]] = Counter()

    def place(end: End | None, x: float, away: int) -> float:
        if end is None:
            return x
        x -= away * step * used[end, away > 0]
        used[end, away > 0] += 1
        return min(max(x, end.left + inset), end.right - inset)

    for arc in arcs:
        way = 1 if arc.x2 > arc.x1 else -1
        arc.x1, arc.x2 = place(arc.head, arc.x1, way), place(arc.tail, arc.x2, -way)


def _lanes(arcs: list[Arc], gap: float) -> int:
    """Give each arc (shortest first) the lowest lane where neither it nor its label touches another."""
    lanes: list[list[tuple[float, float]]] = []
    for arc in arcs:
        needed = 2 if arc.high else 1
        lane = 0
        while lane < _LANES and any(
            arc.left < right + gap and arc.right > left - gap
            for above in range(lane, lane + needed)
            if above < len(lanes)
            for left, right in lanes[above]
        ):
            lane += 1
        while len(lanes) < lane + needed:
            lanes.append([])
        for above in range(lane, lane + needed):
            lanes[above].append((arc.left, arc.right))
        arc.lane = lane
    return len(lanes)
