"""What stands in the lanes under each line, and where: bars of colleagues' spans, without any paint."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotate.model import Relation, Span
from annotate.review.compare import Comparison, Kind
from ui.text.content import Content
from ui.text.page import LaidBlock, Page
from ui.text.shaping import Stretch
from ui.text.style import LabelLook, LabelLooks, Metrics

_ROWS = 6
"""Deeper nesting than this within a lane is drawn over one another."""

QUIET = "\x1f"
"""Stands before the label of a gold span on which all agreed: such a box has no colours."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A colleague's version of an item. ``quiet``: all agree on it."""

    item: str
    annotator: str
    span: Span
    quiet: bool


@dataclass(frozen=True, slots=True)
class PlacedBar:
    """One line's part of a bar: its row counted from the top of the lanes."""

    bar: Bar
    stretch: Stretch
    row: int


@dataclass(slots=True)
class LineLanes:
    """The lanes of a line. ``names`` are the lanes' annotators, each with its first row; no rows: no lanes."""

    bars: list[PlacedBar] = field(default_factory=list)
    names: list[tuple[str, int]] = field(default_factory=list)
    rows: int = 0


class LaneContent(Content):
    """A text with its gold layer, and the layers that are compared as lanes in the order of the annotators.

    ``known`` is an earlier content: the bars of the same comparison are its.
    """

    def __init__(
        self,
        comparison: Comparison,
        gold: Iterable[Span],
        relations: Iterable[Relation],
        agreed: set[str],
        known: LaneContent | None = None,
    ) -> None:
        shown = [replace(span, label=QUIET + span.label) if span.id in agreed else span for span in gold]
        super().__init__(comparison.document.text, shown, relations)
        self.comparison, self.annotators = comparison, comparison.annotators
        same = known is not None and known.comparison is comparison
        self.bars: Mapping[int, Sequence[Bar]] = known.bars if known and same else self._placed_bars()

    def bars_in(self, index: int) -> Sequence[Bar]:
        """The bars that touch a block, in reading order, the longer first."""
        return sorted(self.bars.get(index, ()), key=lambda bar: bar.span.order)

    def _placed_bars(self) -> Mapping[int, Sequence[Bar]]:
        found: defaultdict[int, list[Bar]] = defaultdict(list)
        for item in self.comparison.spans:
            for annotator, span in item.versions.items():
                bar = Bar(item.id, annotator, span, item.kind is Kind.AGREED)
                for index in {index for piece in span.pieces for index in self.blocks.touching(*piece)}:
                    found[index].append(bar)
        return found


class QuietLooks(LabelLooks):
    """The looks of labels, and colourless ones of those that all agree on."""

    def _made(self, key: str) -> LabelLook:
        if not key.startswith(QUIET):
            return super()._made(key)
        look = super()._made(key.removeprefix(QUIET))
        surface, border, text = (self.theme[token] for token in ("surface", "border", "text3"))
        return LabelLook(surface, border, text, look.mark, look.word)


class LanePage(Page):
    """A page with room for lanes under each line on which anybody has a span."""

    content: LaneContent

    def __init__(
        self,
        content: LaneContent,
        looks: LabelLooks,
        metrics: Metrics,
        width: float,
        right_to_left: bool | None = None,
    ) -> None:
        self.lanes: dict[int, list[LineLanes]] = {}
        super().__init__(content, looks, metrics, width, right_to_left)

    def make_room(self, laid: LaidBlock) -> None:
        """Place the bars of a block and widen its lines."""
        self.lanes[laid.index] = lanes = _placed(self.content, laid)
        for marks, line in zip(laid.lines, lanes, strict=True):
            if line.rows:
                # The name of the gold lane stands where its tags stand, also where there are none.
                marks.up = max(marks.up, round(self.metrics.tag_height + self.metrics.tag_gap))
                marks.down += line.rows * self.metrics.review_pitch + lane_gap(self.metrics)

    def lanes_top(self, laid: LaidBlock, number: int) -> float:
        """Where the lanes of a line begin, in pixels below its baseline."""
        marks, line = laid.lines[number], self.lanes[laid.index][number]
        nested = marks.down - line.rows * self.metrics.review_pitch - lane_gap(self.metrics)
        return self.metrics.box_bottom + nested + 4 * self.metrics.zoom


def lane_gap(metrics: Metrics) -> int:
    """The space between the lanes of one line and the next line."""
    return round(8 * metrics.zoom)


def _placed(content: LaneContent, laid: LaidBlock) -> list[LineLanes]:
    lines = [LineLanes() for _ in laid.lines]
    by_lane: dict[str, list[list[tuple[Bar, Stretch]]]] = {
        annotator: [[] for _ in lines] for annotator in content.annotators
    }
    for bar in content.bars_in(laid.index):
        for piece in bar.span.pieces:
            if piece not in laid.stretches:
                laid.stretches[piece] = laid.shaped.stretches(piece[0] - laid.start, piece[1] - laid.start)
            for stretch in laid.stretches[piece]:
                by_lane[bar.annotator][stretch.line].append((bar, stretch))
    for number, line in enumerate(lines):
        _stack(line, {annotator: parts[number] for annotator, parts in by_lane.items()})
    return lines


def _stack(line: LineLanes, lanes: Mapping[str, Sequence[tuple[Bar, Stretch]]]) -> None:
    """Lane under lane; within one, what overlaps goes into rows of its own, the longest uppermost."""
    if not any(lanes.values()):
        return
    for annotator, parts in lanes.items():
        line.names.append((annotator, line.rows))
        rows: list[list[Stretch]] = [[]]
        for bar, stretch in parts:
            row = next(
                (n for n, held in enumerate(rows) if not any(_meet(stretch, other) for other in held)), len(rows)
            )
            row = min(row, _ROWS - 1)
            if row == len(rows):
                rows.append([])
            rows[row].append(stretch)
            line.bars.append(PlacedBar(bar, stretch, line.rows + row))
        line.rows += len(rows)


def _meet(one: Stretch, other: Stretch) -> bool:
    return one.left < other.right and other.left < one.right
