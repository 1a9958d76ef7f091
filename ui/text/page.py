"""The document as one tall page: which block stands where. Blocks are laid out on demand and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QStaticText

from ui.text.content import Content
from ui.text.heights import Heights
from ui.text.marks import LineMarks, place
from ui.text.shaping import ShapedBlock, Stretch
from ui.text.style import LabelLooks, Metrics

_KEPT_BLOCKS = 400
_KEPT_CHARACTERS = 120_000
"""Blocks beyond these are forgotten, the longest unused first; shaping one again takes about a millisecond."""


@dataclass(slots=True)
class LaidBlock:
    """A block ready to be drawn. ``baselines``, ``tops`` and ``height`` are pixels below the block's top."""

    index: int
    start: int
    shaped: ShapedBlock
    stretches: dict[tuple[int, int], list[Stretch]] = field(default_factory=dict)
    lines: list[LineMarks] = field(default_factory=list)
    tops: list[int] = field(default_factory=list)
    baselines: list[int] = field(default_factory=list)
    height: int = 0

    def line_at(self, y: float) -> int:
        """The line at a height."""
        return max(sum(top <= y for top in self.tops) - 1, 0)

    def bottom(self, line: int) -> int:
        """Where a line ends."""
        return self.tops[line + 1] if line + 1 < len(self.tops) else self.height


@dataclass(frozen=True, slots=True)
class Appearance:
    """How the lines of a block looked at a moment; ``tops`` and ``height`` as in ``LaidBlock``."""

    lines: list[LineMarks]
    tops: list[int]
    height: int

    def bottom(self, line: int) -> int:
        """Where a line ended."""
        return self.tops[line + 1] if line + 1 < len(self.tops) else self.height


def differing_lines(one: Appearance, other: Appearance) -> tuple[int, int] | None:
    """The first and last line on which two moments of one block look different; None where they look the same."""
    lines = [number for number, pair in enumerate(zip(one.lines, other.lines, strict=True)) if pair[0] != pair[1]]
    return (lines[0], lines[-1]) if lines else None


class Page:
    """Content at a width, a font and a zoom. All y are pixels from the top of the page."""

    def __init__(
        self, content: Content, looks: LabelLooks, metrics: Metrics, width: float, right_to_left: bool | None = None
    ) -> None:
        self.content = content
        self.looks = looks
        self.metrics = metrics
        self.width = width
        self.override = right_to_left
        self._laid: OrderedDict[int, LaidBlock] = OrderedDict()
        self._characters = 0
        self._widths: dict[str, float] = {}
        self._words: dict[tuple[str, bool], QStaticText] = {}
        self._tag_metrics = QFontMetricsF(metrics.tag_font)
        blocks = content.blocks
        self.exact = bytearray(len(blocks))
        self.heights = Heights(self._estimates())

    @property
    def height(self) -> int:
        """The height of the page, with the space above and below the text."""
        return self.heights.total + 2 * self.metrics.page_top

    def top(self, index: int) -> int:
        """Where a block begins."""
        return self.heights.top(index) + self.metrics.page_top

    def block_at(self, y: float) -> int:
        """The block at a height."""
        return self.heights.find(int(y) - self.metrics.page_top)

    def right_to_left(self, index: int) -> bool:
        """The direction in which a block is drawn."""
        return self.content.blocks.right_to_left(index) if self.override is None else self.override

    def laid(self, index: int) -> LaidBlock:
        """A block laid out; its height is exact from then on."""
        found = self._laid.get(index)
        if found is not None:
            self._laid.move_to_end(index)
            return found
        found = self._shaped(index)
        self._arrange(found)
        self._laid[index] = found
        self._characters += len(found.shaped.text)
        while len(self._laid) > _KEPT_BLOCKS or (self._characters > _KEPT_CHARACTERS and len(self._laid) > 1):
            _, old = self._laid.popitem(last=False)
            self._characters -= len(old.shaped.text)
        return found

    def measure(self, index: int) -> None:
        """Make the height of a block exact without keeping its layout."""
        if not self.exact[index]:
            known = self._laid.get(index)
            self._arrange(known or self._shaped(index))

    def is_laid(self, index: int) -> bool:
        """Whether a block's layout is at hand."""
        return index in self._laid

    def appearance(self, index: int) -> Appearance | None:
        """How a block looks now, to be compared later; None where it is not laid out."""
        laid = self._laid.get(index)
        return Appearance(laid.lines, laid.tops, laid.height) if laid else None

    def refresh(self, touched: Iterable[int]) -> None:
        """Place the marks of blocks anew after their items changed; their text stays as it was shaped."""
        for index in touched:
            self.exact[index] = 0
            if known := self._laid.get(index):
                self._arrange(known)

    def make_room(self, laid: LaidBlock) -> None:
        """Widen ``down`` of the lines of a block for what a page of another kind draws under them."""

    def word_width(self, word: str) -> float:
        """The width of a word on a tag or an arc at its usual weight, whole pixels: marking it strong moves nothing."""
        if word not in self._widths:
            self._widths[word] = ceil(self._tag_metrics.horizontalAdvance(word))
        return self._widths[word]

    def static_text(self, word: str, strong: bool) -> QStaticText:
        """A word of a tag or an arc laid out once, for painting it often."""
        key = word, strong
        if key not in self._words:
            text = QStaticText(word)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=self.metrics.tag_font_strong if strong else self.metrics.tag_font)
            self._words[key] = text
        return self._words[key]

    def _shaped(self, index: int) -> LaidBlock:
        blocks = self.content.blocks
        start = blocks.start(index)
        text = self.content.text[start : blocks.end(index)]
        return LaidBlock(index, start, ShapedBlock(text, self.metrics.font, self.width, self.right_to_left(index)))

    def _arrange(self, laid: LaidBlock) -> None:
        """Place the marks, then the lines under one another: only now is known how high each is."""
        shaped, metrics = laid.shaped, self.metrics
        laid.lines = place(self.content, laid.index, shaped, laid.stretches, self.looks, metrics, self.word_width)
        self.make_room(laid)
        laid.tops, laid.baselines = [], []
        y = 0
        for line, marks in zip(shaped.lines, laid.lines, strict=True):
            # A fallback font (emoji) may rise higher than the font that was asked for.
            taller = max(round(line.ascent()) - metrics.baseline, 0)
            laid.tops.append(y)
            laid.baselines.append(y + marks.up + taller + metrics.baseline)
            y += marks.up + taller + metrics.pitch + marks.down
        laid.height = y + (metrics.paragraph_gap if self.content.blocks.ends_paragraph(laid.index) else 0)
        self.heights[laid.index] = laid.height
        self.exact[laid.index] = 1

    def _estimates(self) -> Iterator[int]:
        """About how high each block will be: by its length, and a row of tags over each line that will have one."""
        blocks, metrics, count = self.content.blocks, self.metrics, self.content.count_in
        pitch, gap = metrics.pitch, metrics.paragraph_gap
        per_line = self.width / metrics.units_per_character
        row = round(metrics.tag_height + 2 * metrics.tag_gap)
        paragraphs = blocks.paragraphs
        following = chain(islice(paragraphs, 1, None), (-1,))
        places = zip(range(len(blocks)), blocks.starts, blocks.ends, paragraphs, following, strict=True)
        for index, start, end, paragraph, after in places:
            lines = 1 + int((end - start) / per_line)
            tagged = count(index)
            yield lines * pitch + row * (tagged if tagged < lines else lines) + (gap if paragraph != after else 0)
