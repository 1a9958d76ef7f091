"""The one change that a text undergoes, at import: line ends to LF, control characters away, offsets moved along."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass

import regex

_LINE_ENDS = regex.compile(r"\r\n?|[\v\f\x85]")
_CONTROLS = regex.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_PRESENTATION = regex.compile(r"[\uFB50-\uFDFF\uFE70-\uFEFC]")
_CHANGED = regex.compile(rf"{_LINE_ENDS.pattern}|{_CONTROLS.pattern}|\A\uFEFF")
_CHANGED_AND_FOLDED = regex.compile(rf"{_CHANGED.pattern}|{_PRESENTATION.pattern}")


@dataclass(frozen=True, slots=True)
class Mapped:
    """A text as it is stored. ``starts``, ``ends``: where the changed stretches began and ended before, ``places``:
    where they begin and end now."""

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    places: tuple[tuple[int, int], ...] = ()

    def start(self, offset: int) -> int:
        """Where a stretch that began at ``offset`` in the old text begins now."""
        return self._moved(offset, bisect_right(self.starts, offset) - 1, 0)

    def end(self, offset: int) -> int:
        """Where a stretch that ended at ``offset`` in the old text ends now."""
        return self._moved(offset, bisect_left(self.starts, offset) - 1, 1)

    def _moved(self, offset: int, last: int, side: int) -> int:
        if last < 0:
            return offset
        if offset < self.ends[last]:
            return self.places[last][side]
        return offset + self.places[last][1] - self.ends[last]


def mapped(text: str, changed: Counter[str], *, fold: bool = False) -> Mapped:
    """The text as it is stored; what was done is counted in ``changed``. ``fold``: presentation forms to letters too.

    Everything else stays as it is: NBSP and all other spaces, joiners, bidi marks, tatweel; no Unicode normal form.
    """
    starts, ends, places, out = [], [], [], []
    length = at = 0
    for match in (_CHANGED_AND_FOLDED if fold else _CHANGED).finditer(text):
        new, what = _replacement(match.group())
        changed[what] += 1
        out += [text[at : match.start()], new]
        begin = length + match.start() - at
        length = begin + len(new)
        at = match.end()
        starts.append(match.start())
        ends.append(at)
        places.append((begin, length))
    if not starts:
        return Mapped(text)
    return Mapped("".join([*out, text[at:]]), tuple(starts), tuple(ends), tuple(places))


def _replacement(found: str) -> tuple[str, str]:
    if found == "\ufeff":
        return "", "BOM dropped"
    if _LINE_ENDS.fullmatch(found):
        return "\n", "line ends made LF"
    if _CONTROLS.fullmatch(found):
        return " ", "control characters made spaces"
    letters = unicodedata.normalize("NFKC", found)
    # The spacing forms of harakat decompose to a space and the mark: the space was never in the text.
    return (letters.lstrip(" ") or found), "presentation forms folded"
