"""Where boxes, tags and arcs stand on each line of a block. Heights are relative to the baseline, y grows down."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ui.text.arcs import Arc, End, place_arcs
from ui.text.content import Content, Item, Key, key_of, order_of, pieces_of
from ui.text.shaping import ShapedBlock, Stretch
from ui.text.style import LabelLooks, Metrics

_LEVELS = 8
_ROWS = 12
"""Deeper nesting and more rows of tags than this are drawn over one another: a line stays lower than a screen."""

Width = Callable[[str], float]
"""The width of a tag's or an arc's words in pixels."""


@dataclass(frozen=True, slots=True)
class Box:
    """One line's part of an item's frame. ``level`` 0 is the innermost; the pads widen it on the left and right."""

    item: Item
    stretch: Stretch
    level: int
    pad_left: float
    pad_right: float

    @property
    def left(self) -> float:
        """The left edge of the frame."""
        return self.stretch.left - self.pad_left

    @property
    def right(self) -> float:
        """The right edge of the frame."""
        return self.stretch.right + self.pad_right


@dataclass(frozen=True, slots=True)
class Tag:
    """The label tag of an item: ``row`` 0 is the lowest, ``bottom`` lies above the baseline (negative)."""

    item: Item
    left: float
    right: float
    row: int
    bottom: float


@dataclass(slots=True)
class LineMarks:
    """What stands on one line, and the room it takes above (``up``) and below (``down``) a plain line.

    ``read`` is how much of the line its annotator has read: 0, 0.5 for a part, 1.
    """

    boxes: list[Box] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    arcs: list[Arc] = field(default_factory=list)
    up: int = 0
    down: int = 0
    read: float = 0


def place(
    content: Content,
    index: int,
    shaped: ShapedBlock,
    stretches: dict[tuple[int, int], list[Stretch]],
    looks: LabelLooks,
    metrics: Metrics,
    width: Width,
) -> list[LineMarks]:
    """The marks of a block's lines. ``stretches`` keeps what was measured (by range of the text) for the next time."""
    items = sorted(content.in_block(index), key=lambda item: (item.end - item.start, order_of(item)))
    begun, ended = content.blocks.start(index), content.blocks.end(index)
    levels = _levels(items, begun, ended)
    lines = [LineMarks() for _ in shaped.lines]
    for item, level in zip(items, levels, strict=True):
        for piece in pieces_of(item):
            if piece not in stretches:
                stretches[piece] = shaped.stretches(piece[0] - begun, piece[1] - begun)
            for stretch in stretches[piece]:
                lines[stretch.line].boxes.append(_box(content.text, item, piece, stretch, level, shaped, metrics))
    for number, line in enumerate(lines):
        first, last = begun + shaped.starts[number], begun + shaped.ends[number]
        line.read = _read_share(content, first, last)
        if line.boxes:
            _finish(line, (first, last), content, shaped, looks, metrics, width)
    return lines


def _levels(items: Sequence[Item], begun: int, ended: int) -> list[int]:
    """The nesting level of each item (sorted by length): one more than any shorter one it shares a character with."""
    free = [0] * (ended - begun)
    found = []
    for item in items:
        first, last = max(item.start - begun, 0), min(item.end, ended) - begun
        level = max(free[first:last], default=0)
        found.append(min(level, _LEVELS))
        free[first:last] = [level + 1] * max(last - first, 0)
    return found


def _box(
    text: str, item: Item, piece: tuple[int, int], stretch: Stretch, level: int, shaped: ShapedBlock, metrics: Metrics
) -> Box:
    start, end = piece
    at_start = _pad(text[start - 1 : start], level, metrics) if stretch.opens else 0.0
    at_end = _pad(text[end : end + 1], level, metrics) if stretch.closes else 0.0
    left, right = (at_end, at_start) if shaped.right_to_left else (at_start, at_end)
    return Box(item, stretch, level, left, right)


def _pad(neighbour: str, level: int, metrics: Metrics) -> float:
    """Room towards a space; towards a letter or a sign the border stands in the join and covers nothing."""
    towards_space = metrics.side * (1 + level)
    return towards_space if not neighbour or neighbour.isspace() else metrics.joined


def _finish(
    line: LineMarks,
    reach: tuple[int, int],
    content: Content,
    shaped: ShapedBlock,
    looks: LabelLooks,
    metrics: Metrics,
    width: Width,
) -> None:
    """Put the tags in rows and the arcs in lanes, and say how much higher the line becomes."""
    deepest = max(box.level for box in line.boxes)
    line.boxes.sort(key=lambda box: -box.level)
    first, last = reach
    begins = [box for box in line.boxes if first <= box.item.start < last and box.stretch.opens]
    # The first piece of a span of several carries its tag.
    heads = {key_of(box.item): box for box in reversed(begins)}
    foot = -metrics.box_top - deepest * metrics.grow - metrics.tag_gap
    line.tags = _rows(heads.values(), foot, shaped.right_to_left, looks, metrics, width)
    rows = 1 + max((tag.row for tag in line.tags), default=-1)
    roof = foot - rows * (metrics.tag_height + metrics.tag_gap) + metrics.tag_gap
    line.arcs, lanes = place_arcs(
        _ends(line.tags, metrics), content, roof, (shaped.width, shaped.right_to_left), looks, metrics, width
    )
    grow = deepest * metrics.grow
    up = grow + metrics.tag_gap + rows * (metrics.tag_height + metrics.tag_gap)
    line.up = round(up + (lanes * metrics.lane + 4 * metrics.zoom if lanes else 0))
    line.down = round(grow)


def _rows(
    boxes: Iterable[Box], foot: float, right_to_left: bool, looks: LabelLooks, metrics: Metrics, width: Width
) -> list[Tag]:
    rows: list[list[tuple[float, float]]] = []
    found = []
    for box in sorted(boxes, key=lambda box: (box.level, box.item.start)):
        room = width(looks[box.item.label].word) + metrics.mark + 4 * metrics.zoom + 2 * metrics.tag_padding
        left = box.right - room if right_to_left else box.left
        row = 0
        while (
            row < len(rows)
            and row < _ROWS
            and any(left < high + 4 and left + room > low - 4 for low, high in rows[row])
        ):
            row += 1
        if row == len(rows):
            rows.append([])
        rows[row].append((left, left + room))
        bottom = foot - row * (metrics.tag_height + metrics.tag_gap)
        found.append(Tag(box.item, left, left + room, row, bottom))
    return found


def _ends(tags: Iterable[Tag], metrics: Metrics) -> Mapping[Key, End]:
    return {key_of(tag.item): End(tag.left, tag.right, tag.bottom - metrics.tag_height, tag.item.start) for tag in tags}


def _read_share(content: Content, start: int, end: int) -> float:
    """How much of a line has been read; the white space at its ends and between two sentences does not count."""
    piece = content.text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    covered = 0
    for low, high in content.read[max(bisect_right(content.read, (start, start)) - 1, 0) :]:
        if low >= end:
            break
        covered += max(min(high, end) - max(low, start), 0)
    if covered == 0:
        return 0
    return 1 if covered >= (end - start) * 0.95 else 0.5
