"""Where the caret goes: by letter and word as on the screen, by line and page; always between graphemes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from annotate.arabic.clitics import Clitics
from annotate.arabic.tokens import tokenize
from ui.text.page import LaidBlock, Page


class CaretPaths:
    """The ways of the caret over a page. Positions are code points of the document, x and y pixels of the page.

    ``clitics`` tells how the project cuts words.
    """

    def __init__(self, page: Page, clitics: Callable[[], Clitics]) -> None:
        self._page = page
        self._clitics = clitics
        self._blocks = page.content.blocks

    def snapped(self, position: int) -> int:
        """The nearest border between graphemes at or before a position."""
        index = self._blocks.index(position)
        laid = self._page.laid(index)
        stops = laid.shaped.stops
        return laid.start + stops[max(bisect_right(stops, position - laid.start) - 1, 0)]

    def beside(self, position: int, to_left: bool) -> int:
        """One grapheme to the left or right on the screen; at the end of a block into the next."""
        index = self._blocks.index(position)
        laid = self._page.laid(index)
        following = laid.shaped.beside(self.snapped(position) - laid.start, to_left)
        if following is not None:
            return laid.start + following
        forward = to_left == laid.shaped.right_to_left
        if forward:
            return self._blocks.start(index + 1) if index + 1 < len(self._blocks) else position
        return self._blocks.end(index - 1) if index else position

    def word_beside(self, position: int, to_left: bool) -> int:
        """The next border of a word to the left or right: the end of one going forward, the start going back."""
        forward = to_left == self._page.right_to_left(self._blocks.index(position))
        return self.next_word(position) if forward else self.previous_word(position)

    def next_word(self, position: int) -> int:
        """The first end of a word after a position, in reading order."""
        for index in range(self._blocks.index(position), len(self._blocks)):
            start = self._blocks.start(index)
            ends = [start + end for _, end in self._tokens(index)]
            place = bisect_right(ends, position)
            if place < len(ends):
                return ends[place]
        return len(self._page.content.text)

    def previous_word(self, position: int) -> int:
        """The last start of a word before a position, in reading order."""
        for index in range(self._blocks.index(position), -1, -1):
            start = self._blocks.start(index)
            starts = [start + first for first, _ in self._tokens(index)]
            place = bisect_left(starts, position) - 1
            if place >= 0:
                return starts[place]
        return 0

    def line_edge(self, position: int, end: bool) -> int:
        """The start or the end of the line, in reading order."""
        laid, line = self._place(position)
        if not end:
            return laid.start + laid.shaped.starts[line]
        last = laid.shaped.ends[line]
        return laid.start + (last if line + 1 == len(laid.lines) else self._before(laid, last))

    def vertically(self, position: int, x: float, lines: int) -> int:
        """The position at ``x`` some lines further down (negative: up); the first or last one at the ends."""
        laid, line = self._place(position)
        while lines:
            step = 1 if lines > 0 else -1
            if 0 <= line + step < len(laid.lines):
                line += step
            elif 0 <= laid.index + step < len(self._blocks):
                laid = self._page.laid(laid.index + step)
                line = 0 if step > 0 else len(laid.lines) - 1
            else:
                return len(self._page.content.text) if step > 0 else 0
            lines -= step
        return laid.start + laid.shaped.position(line, x)

    def at_point(self, x: float, y: float) -> int:
        """The position nearest to a point of the page (x from the left of the column)."""
        index = self._page.block_at(y)
        laid = self._page.laid(index)
        line = laid.line_at(y - self._page.top(index))
        return laid.start + laid.shaped.position(line, x)

    def x(self, position: int) -> float:
        """Where the caret of a position stands, from the left of the column."""
        laid, _ = self._place(position)
        return laid.shaped.x(position - laid.start)

    def words(self, position: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """The word at a position without its clitics, and the whole word; both empty between words."""
        word = self._word(position)
        if word[0] == word[1]:
            return word, word
        text = self._page.content.text[word[0] : word[1]]
        start, end = self._clitics().analyse(text).range
        return (word[0] + start, word[0] + end), word

    def clitic_borders(self, position: int) -> list[int]:
        """The borders between stem and clitics in the word at a position."""
        start, end = self._word(position)
        text = self._page.content.text[start:end]
        return [start + border for border in self._clitics().borders(text, 0, len(text))] if text else []

    def _word(self, position: int) -> tuple[int, int]:
        index = self._blocks.index(position)
        start = self._blocks.start(index)
        place = position - start
        found = [(first, last) for first, last in self._tokens(index) if first <= place <= last]
        # Between two tokens that touch, the one with letters is meant.
        found.sort(key=lambda token: -(token[1] - token[0]))
        return (start + found[0][0], start + found[0][1]) if found else (position, position)

    def _tokens(self, index: int) -> list[tuple[int, int]]:
        return tokenize(self._page.content.text[self._blocks.start(index) : self._blocks.end(index)])

    def _place(self, position: int) -> tuple[LaidBlock, int]:
        laid = self._page.laid(self._blocks.index(position))
        return laid, laid.shaped.line_of(position - laid.start)

    def _before(self, laid: LaidBlock, place: int) -> int:
        stops = laid.shaped.stops
        return stops[max(bisect_left(stops, place) - 1, 0)]
