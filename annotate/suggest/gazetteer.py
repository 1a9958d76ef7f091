"""The place and name lists that ship in ``seeds/gazetteer``, read when first asked for."""

from __future__ import annotations

import lzma
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Folded phrases and words with scores 0…9: in how many tenths of their mentions they are what the list says.

    ``longest`` gives for the first word of a place the number of words of the longest place that begins so.
    """

    places: dict[str, int]
    longest: dict[str, int]
    names: dict[str, int]


@lru_cache(maxsize=2)
def load(seeds: Path) -> Gazetteer:
    """The lists in the seeds folder; about 40 ms the first time."""
    places = _scores(seeds / "gazetteer/places.txt.xz")
    longest: dict[str, int] = {}
    for phrase in places:
        first = phrase.partition(" ")[0]
        longest[first] = max(longest.get(first, 0), phrase.count(" ") + 1)
    return Gazetteer(places, longest, _scores(seeds / "gazetteer/names.txt.xz"))


def _scores(path: Path) -> dict[str, int]:
    lines = lzma.decompress(path.read_bytes()).decode("utf-8").split("\n")
    return {phrase: score for score, line in enumerate(lines) for phrase in line.split(",") if phrase}
