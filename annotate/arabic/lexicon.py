"""The words of Arabic by frequency: what tells وزير (a word) from وكازاخستان (a word behind a clitic)."""

from __future__ import annotations

import lzma
import math
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).parents[2] / "seeds" / "words" / "words.txt.xz"


class Lexicon:
    """Weights of folded words (``folding.fold_word``): the logarithm of a frequency, by the rank that words have.

    Zipf's law gives the weight: at most -1, the 90,000th word about -11.
    """

    def __init__(self, ranks: Mapping[str, int], names: frozenset[str] = frozenset()) -> None:
        self._ranks = ranks
        self._names = names

    def rank(self, word: str) -> int | None:
        """The rank of a folded word, the most frequent being 1, or None for a word that is not known."""
        return self._ranks.get(word)

    def weight(self, word: str) -> float | None:
        """The weight of a folded word, or None for a word that is not known."""
        rank = self._ranks.get(word)
        return None if rank is None else -math.log(rank + 2)

    def is_name(self, word: str) -> bool:
        """Whether a folded word is mostly a name of a person or place, which begins and ends with its own letters."""
        return word in self._names


@lru_cache(maxsize=1)
def shipped() -> Lexicon:
    """The lexicon that ships: words in the order of their frequency, then mere names. Read when first asked for."""
    common, names, rare_names = lzma.decompress(_FILE.read_bytes()).decode("utf-8").split("\n\n")
    words, rare = common.split("\n"), rare_names.split("\n")
    ranks = dict.fromkeys(rare, len(words))
    ranks.update(zip(words, range(1, len(words) + 1), strict=True))
    return Lexicon(ranks, frozenset(names.split("\n")).union(rare))
