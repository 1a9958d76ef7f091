"""Offsets of strangers checked against the surfaces they give: code points, or UTF-16 units where only these fit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from annotate.formats.reading import Reading

Pieces = tuple[tuple[int, int], ...]


class Utf16:
    """The way between code points and UTF-16 units of a text; characters above U+FFFF count two units."""

    def __init__(self, text: str) -> None:
        self._high = [index for index, character in enumerate(text) if character > "\uffff"]
        self._units = [index + number for number, index in enumerate(self._high)]

    def units(self, offset: int) -> int:
        """The UTF-16 offset of a code point offset."""
        return offset + bisect_left(self._high, offset)

    def code_points(self, units: int) -> int:
        """The code point offset of a UTF-16 offset; one inside a surrogate pair counts as behind it."""
        return units - bisect_left(self._units, units)


def fitted(
    reading: Reading, text: str, claims: Sequence[tuple[Pieces, str | None, int]], *, joint: str = " "
) -> list[Pieces]:
    """The pieces of each claim ``(pieces, surface, line)`` in code points, each equal to its surface (None: unchecked).

    Where one does not fit, the whole document is tried in UTF-16 units; if these fit throughout they are taken, and
    said. Raises FileProblem with the text expected and the text found.
    """
    misfit = next((claim for claim in claims if not _fits(text, claim[0], claim[1], joint)), None)
    if misfit is None:
        return [pieces for pieces, _, _ in claims]
    table = Utf16(text)
    moved = [
        tuple((table.code_points(start), table.code_points(end)) for start, end in pieces) for pieces, _, _ in claims
    ]
    if all(_fits(text, pieces, claim[1], joint) for pieces, claim in zip(moved, claims, strict=True)):
        reading.changed["offsets read as UTF-16 units"] += 1
        return moved
    pieces, surface, line = misfit
    found = joint.join(text[max(start, 0) : max(end, 0)] for start, end in pieces)
    raise reading.problem(line, f"{pieces[0][0]}–{pieces[-1][1]}: {_short(surface)} expected, {_short(found)} found")


def _fits(text: str, pieces: Pieces, surface: str | None, joint: str) -> bool:
    inside = all(0 <= start < end <= len(text) for start, end in pieces)
    return surface is None or (inside and joint.join(text[start:end] for start, end in pieces) == surface)


def _short(text: str | None) -> str:
    return repr(text if text is None or len(text) <= 40 else f"{text[:39]}…")
