"""Code points and UTF-16 units: the only place where the two meet.

Python, the project file and every format count code points; Qt counts UTF-16 units. An emoji is one of the first and
two of the second.
"""

from __future__ import annotations

from bisect import bisect_left


class Offsets:
    """The positions of one text in both countings. Positions stand between characters: 0 … length."""

    __slots__ = ("_astral", "_pairs")

    def __init__(self, text: str) -> None:
        beyond = max(text, default="") > "\uffff"
        self._astral = [index for index, letter in enumerate(text) if letter > "\uffff"] if beyond else []
        self._pairs = [index + count for count, index in enumerate(self._astral)]

    def to_qt(self, position: int) -> int:
        """The position in UTF-16 units of one in code points."""
        return position + bisect_left(self._astral, position)

    def to_text(self, units: int) -> int:
        """The position in code points of one in UTF-16 units; inside a surrogate pair: the one before the character."""
        return units - bisect_left(self._pairs, units)
