"""A text cut into blocks: paragraphs, and the pieces of very long ones.

A block is what is shaped at once; shaping time grows with its length, so a paragraph is cut at about 2,000 characters.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right

import regex

LONGEST = 2000
"""Length in code points at which a paragraph is cut; one that is a quarter longer stays whole."""

_STRONG = regex.compile(r"[\p{bidi_class=L}\p{bidi_class=R}\p{bidi_class=AL}]")
_LEFT_TO_RIGHT = regex.compile(r"\p{bidi_class=L}")
_SENTENCE_END = regex.compile(r"[.!?؟۔…]+[\p{Pe}\p{Pf}\"']*\s+")
_SPACE = regex.compile(r"\s+")
_GRAPHEME = regex.compile(r"\X")
_STRONG_WITHIN = 5000
"""How many code points of a paragraph may come before the letter that says its direction."""


class Blocks:
    """The blocks of a text. Ranges are code points, end exclusive; the line feed after a paragraph is in no block.

    ``starts``, ``ends`` and ``paragraphs`` hold where each block begins and ends and the number of its paragraph.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = array("q")
        self.ends = array("q")
        self.paragraphs = array("q")
        start = 0
        for number, paragraph in enumerate(text.split("\n")):
            end = start + len(paragraph)
            if len(paragraph) > LONGEST * 5 // 4:
                self._cut(start, end, number)
            else:
                self.starts.append(start)
                self.ends.append(end)
                self.paragraphs.append(number)
            start = end + 1

    def __len__(self) -> int:
        return len(self.starts)

    def start(self, index: int) -> int:
        """Where a block begins."""
        return self.starts[index]

    def end(self, index: int) -> int:
        """Where a block ends (before the line feed)."""
        return self.ends[index]

    def paragraph(self, index: int) -> int:
        """The number of a block's paragraph, from 0."""
        return self.paragraphs[index]

    def begins_paragraph(self, index: int) -> bool:
        """Whether a block is the first of its paragraph."""
        return index == 0 or self.paragraphs[index] != self.paragraphs[index - 1]

    def ends_paragraph(self, index: int) -> bool:
        """Whether a block is the last of its paragraph."""
        return index + 1 == len(self) or self.paragraphs[index] != self.paragraphs[index + 1]

    def index(self, position: int) -> int:
        """The block of a position; a border between two pieces of a paragraph belongs to the second."""
        return max(bisect_right(self.starts, position) - 1, 0)

    def touching(self, start: int, end: int) -> range:
        """The blocks that share a code point with a range (for an empty one: the block of its place)."""
        return range(self.index(start), self.index(max(start, end - 1)) + 1)

    def right_to_left(self, index: int) -> bool:
        """The direction of a block: that of its paragraph's first strong letter; right to left where there is none."""
        while not self.begins_paragraph(index):
            index -= 1
        start = self.start(index)
        end = self.text.find("\n", start)
        end = min(len(self.text) if end < 0 else end, start + _STRONG_WITHIN)
        found = _STRONG.search(self.text, start, end)
        return found is None or _LEFT_TO_RIGHT.match(found.group()) is None

    def _cut(self, start: int, end: int, number: int) -> None:
        while start < end:
            stop = end if end - start <= LONGEST * 5 // 4 else _border(self.text, start + LONGEST // 2, start + LONGEST)
            self.starts.append(start)
            self.ends.append(stop)
            self.paragraphs.append(number)
            start = stop


def _border(text: str, first: int, last: int) -> int:
    """The best place to cut between two positions: after a sentence, else after a space, else between graphemes."""
    for pattern in (_SENTENCE_END, _SPACE):
        found = [match.end() for match in pattern.finditer(text, first, last)]
        if found:
            return found[-1]
    graphemes = [match.end() for match in _GRAPHEME.finditer(text, last - 64, last + 64)]
    return next((end for end in reversed(graphemes) if end <= last), last)
