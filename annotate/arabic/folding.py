"""Folding for search and look-up: what a reader takes for the same letters becomes the same string.

Left out: harakat and other marks, tatweel, joiners and bidi marks. Made one: the forms of alef, ya and alef maqsura,
ta marbuta and ha, Persian kaf and ya, presentation forms, all white space, capital and small Latin letters. The text
itself is never changed: ``Folded`` leads back to its code points.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import regex

_LETTERS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه"}
_IGNORED = regex.compile(r"[\p{Mn}\p{Cf}\u0640]")
_TRAILING = regex.compile(r"[\p{Mn}\u0640]*")
_PRESENTATION = regex.compile(r"[\uFB50-\uFDFF\uFE70-\uFEFC]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. ``offsets[i]`` is the code point of the original that gave ``text[i]``; one more is the end."""

    text: str
    offsets: tuple[int, ...]


def fold(text: str) -> Folded:
    """The folded form of a text with its way back. Time is linear in the text."""
    letters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        for letter in _fold_character(character):
            letters.append(letter)
            offsets.append(offset)
    return Folded("".join(letters), (*offsets, len(text)))


def fold_word(word: str) -> str:
    """The folded form alone, for look-up."""
    return "".join(map(_fold_character, word))


def find_all(needle: str, text: str, folded: Folded | None = None) -> list[tuple[int, int]]:
    """Where ``needle`` stands in ``text``, both folded: disjoint ``(start, end)`` ranges of ``text`` in order.

    The marks and tatweel behind the last letter belong to the range. A needle that folds to nothing is nowhere.
    ``folded`` is ``fold(text)`` for whoever looks for many needles in one text.
    """
    wanted = fold_word(needle)
    if not wanted:
        return []
    folded = folded or fold(text)
    found: list[tuple[int, int]] = []
    at = folded.text.find(wanted)
    while at >= 0:
        start, last = folded.offsets[at], folded.offsets[at + len(wanted) - 1]
        tail = _TRAILING.match(text, last + 1)
        end = tail.end() if tail else last + 1
        if not found or start >= found[-1][1]:
            found.append((start, end))
        at = folded.text.find(wanted, at + len(wanted))
    return found


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if _IGNORED.match(character):
        return ""
    if character.isspace():
        return " "
    if _PRESENTATION.match(character) and (plain := unicodedata.normalize("NFKC", character)) != character:
        return "".join(map(_fold_character, plain))
    return _LETTERS.get(character) or character.lower()
