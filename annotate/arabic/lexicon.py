"""The words of Arabic by frequency: what tells وزير (a word) from وكازاخستان (a word behind a clitic)."""

from __future__ import annotations

import lzma
import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).parents[2] / "seeds" / "words" / "words.txt.xz"


class Lexicon:
    """Weights of folded words (``folding.fold_word``): the logarithm of a frequency, at most 0; unknown words have none."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def weight(self, word: str) -> float | None:
        """The weight of a folded word, or None for a word that is not known."""
        return self._weights.get(word)

    def __contains__(self, word: object) -> bool:
        return word in self._weights

    def extended(self, words: Iterable[str], weight: float = -9.0) -> Lexicon:
        """This lexicon with further folded words (a project's vocabulary) at least at this weight."""
        return Lexicon({**self._weights, **{word: max(weight, self._weights.get(word, weight)) for word in words}})


@lru_cache(maxsize=1)
def shipped() -> Lexicon:
    """The lexicon that ships: words in the order of their frequency (Zipf's law gives the weight), then mere names.

    It is read when first asked for (about 40 ms).
    """
    common, names = lzma.decompress(_FILE.read_bytes()).decode("utf-8").split("\n\n")
    words = common.split("\n")
    weights = {word: -math.log(rank) for rank, word in enumerate(words, start=3)}
    rarest = -math.log(len(words))
    for name in names.split("\n"):
        weights.setdefault(name, rarest)
    return Lexicon(weights)
