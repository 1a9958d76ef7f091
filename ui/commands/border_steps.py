"""Where a border goes next: by word or by clitic. Pure functions; positions are code points of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from annotate.arabic.clitics import Clitics
from annotate.arabic.tokens import tokenize

_NEAR = 400
"""How much text on each side is looked at: words longer than that are cut where the look ends."""


def word_step(text: str, start: int, end: int, at_start: bool, outward: bool) -> tuple[int, int]:
    """The range with one border moved by a word; unchanged where that would leave nothing."""
    border = start if at_start else end
    words = _words(text, border)
    backward = at_start == outward
    stops = sorted({word[0] for word in words}) if at_start else sorted({word[1] for word in words})
    place = bisect_left(stops, border) - 1 if backward else bisect_right(stops, border)
    if not 0 <= place < len(stops):
        return start, end
    found = (stops[place], end) if at_start else (start, stops[place])
    return found if found[0] < found[1] else (start, end)


def clitic_step(text: str, start: int, end: int, at_start: bool, clitics: Clitics) -> tuple[int, int]:
    """The range with one border at the next clitic border of its word, round and round; unchanged where it has none.

    ``clitics`` is how the project cuts words.
    """
    border = start if at_start else end
    inside = border if at_start else border - 1
    word = next((word for word in _words(text, border) if word[0] <= inside < word[1]), None)
    if word is None:
        return start, end
    stem = [word[0] + edge for edge in clitics.analyse(text[word[0] : word[1]]).range]
    cuts = clitics.borders(text, *word)
    if at_start:
        stops = [stop for stop in sorted({word[0], *cuts}) if stop <= stem[0] and stop < end]
    else:
        stops = [stop for stop in sorted({word[1], *cuts}, reverse=True) if stop >= stem[1] and stop > start]
    if not stops:
        return start, end
    found = stops[(stops.index(border) + 1) % len(stops)] if border in stops else stops[0]
    return (found, end) if at_start else (start, found)


def _words(text: str, position: int) -> list[tuple[int, int]]:
    """The words near a position."""
    first, last = max(0, position - _NEAR), min(len(text), position + _NEAR)
    while first > 0 and position - first < 2 * _NEAR and not text[first - 1].isspace():
        first -= 1
    while last < len(text) and last - position < 2 * _NEAR and not text[last].isspace():
        last += 1
    return [(start + first, end + first) for start, end in tokenize(text[first:last])]
