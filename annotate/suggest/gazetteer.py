"""The place and name lists that ship in ``seeds/gazetteer``, read when first asked for."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from annotate.suggest.words import PhraseIndex

TERRITORY, LARGE_CITY, CITY, SMALL_PLACE = range(4)
"""Kinds of places: 500,000 inhabitants and more, 50,000 and more, fewer."""
FREQUENT_NAME, KNOWN_NAME, RARE_NAME = range(3)
"""Kinds of name words."""


class Entries:
    """Folded phrases with a kind and a score 0…9: in how many tenths of their mentions they are what the list says."""

    def __init__(self, lines: list[str]) -> None:
        self._codes = {phrase: code for code, line in enumerate(lines) for phrase in line.split(",") if phrase}

    def __contains__(self, phrase: object) -> bool:
        return phrase in self._codes

    def __len__(self) -> int:
        return len(self._codes)

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def score(self, phrase: str) -> int:
        """The score; 0 for what is not in the list."""
        return self._codes.get(phrase, 0) % 10

    def kind(self, phrase: str) -> int | None:
        """The kind, or None for what is not in the list."""
        code = self._codes.get(phrase)
        return None if code is None else code // 10


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The lists, and the places as they are found in text."""

    places: Entries
    names: Entries
    index: PhraseIndex


@lru_cache(maxsize=2)
def load(seeds: Path) -> Gazetteer:
    """The lists in the seeds folder; about 60 ms the first time."""
    places = _entries(seeds / "gazetteer/places.txt.xz")
    return Gazetteer(places, _entries(seeds / "gazetteer/names.txt.xz"), PhraseIndex(places))


def _entries(path: Path) -> Entries:
    return Entries(lzma.decompress(path.read_bytes()).decode("utf-8").split("\n"))
