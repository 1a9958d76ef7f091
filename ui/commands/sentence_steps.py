"""Which sentence a place lies in, and which comes next, without cutting the whole text. Positions are code points."""

from __future__ import annotations

from annotate.arabic.sentences import sentences


def sentence_at(text: str, position: int) -> tuple[int, int] | None:
    """The sentence of a position; between two, the one before; before the first, that one. None in a text of none."""
    found = [one for one in _of_line(text, position) if one[0] <= position]
    if found:
        return found[-1]
    before = text.rfind("\n", 0, max(position, 0))
    while before > 0:
        if line := _of_line(text, before - 1):
            return line[-1]
        before = text.rfind("\n", 0, before)
    return sentence_from(text, 0)


def sentence_from(text: str, position: int) -> tuple[int, int] | None:
    """The first sentence that begins at a position or after it, or None at the end."""
    while position <= len(text):
        found = next((one for one in _of_line(text, position) if one[0] >= position), None)
        if found is not None:
            return found
        line_end = text.find("\n", position)
        if line_end < 0:
            return None
        position = line_end + 1
    return None


def _of_line(text: str, position: int) -> list[tuple[int, int]]:
    """The sentences of the line of a position: a line end always ends one."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return [(start + first, start + last) for first, last in sentences(text[start : end if end >= 0 else len(text)])]
