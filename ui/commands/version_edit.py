"""Editing a version in the review before it is taken: the borders of a span, type and direction of a relation."""

from __future__ import annotations

from collections.abc import Sequence

from annotate.arabic.tokens import graphemes
from annotate.review.compare import Arrow
from annotate.review.layers import Mark
from ui.commands.border_steps import word_step
from ui.review.card import ReviewCard
from ui.review.lane_view import LaneView

_NEAR = 200
"""How much text on each side of a border is looked at for the next letter."""


class VersionEdit:
    """A mark whose borders move, shown in the lanes as it will be; nothing is written."""

    def __init__(self, lanes: LaneView) -> None:
        self._lanes = lanes
        self._text = ""
        self._at_start = False
        self.mark: Mark | None = None

    @property
    def active(self) -> bool:
        """Whether borders are being moved."""
        return self.mark is not None

    def begin(self, mark: Mark, text: str) -> None:
        """Move the end border of a mark from now on."""
        self.mark, self._text, self._at_start = mark, text, False
        self._lanes.set_preview((mark.start, mark.end))

    def end(self) -> None:
        """Forget it."""
        self.mark = None
        self._lanes.set_preview(None)

    def other(self) -> None:
        """Take the other border."""
        self._at_start = not self._at_start

    def move(self, *, to_left: bool, by_word: bool) -> None:
        """Move the border by a letter or a word, as it looks on the screen; it stays where nothing would be left."""
        if self.mark is None:
            return
        start, end = self.mark.start, self.mark.end
        border = start if self._at_start else end
        page = self._lanes.page
        right_to_left = page.right_to_left(page.content.blocks.index(max(border - 1, 0)))
        onward = to_left == right_to_left
        if by_word:
            start, end = word_step(self._text, start, end, self._at_start, onward != self._at_start)
        else:
            border = _letter_step(self._text, border, onward)
            start, end = (border, end) if self._at_start else (start, border)
        if start < end:
            self.mark = Mark(start, end, self.mark.label, ((start, end),))
            self._lanes.set_preview((start, end))


class ArrowEdit:
    """A relation of which type and direction are chosen, shown on the card as it will be; nothing is written."""

    def __init__(self, card: ReviewCard) -> None:
        self._card = card
        self._choices: Sequence[tuple[Arrow, str]] = ()
        self._place = 0

    @property
    def active(self) -> bool:
        """Whether there is something to choose from."""
        return bool(self._choices)

    @property
    def arrow(self) -> Arrow | None:
        """What is chosen."""
        return self._choices[self._place][0] if self._choices else None

    def begin(self, choices: Sequence[tuple[Arrow, str]], now: Arrow | None) -> None:
        """Choose among these, each with its words, beginning at the one there is."""
        self._choices = choices
        self._place = next((place for place, (arrow, _) in enumerate(choices) if arrow == now), 0)
        self.step(0)

    def step(self, by: int) -> None:
        """The next (1) or previous (-1)."""
        if self._choices:
            self._place = (self._place + by) % len(self._choices)
            self._card.preview(self._choices[self._place][1])

    def end(self) -> None:
        """Forget it."""
        if self._choices:
            self._choices = ()
            self._card.preview("")


def _letter_step(text: str, border: int, onward: bool) -> int:
    first = max(border - _NEAR, 0)
    stops = [first + end for _, end in graphemes(text[first : border + _NEAR])]
    if onward:
        return next((stop for stop in stops if stop > border), border)
    return next((stop for stop in reversed([first, *stops]) if stop < border), border)
