"""The source ``starter``: a small CRF trained on ANERcorp that ships with the program (``seeds/starter/MODEL.md``).

It reads a document twice: what the first pass said of a word elsewhere in the document is seen by the second. Then
people are found again by their surnames (``same_people``).
"""

from __future__ import annotations

import lzma
import math
import threading
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from annotate.arabic.clitics import SHIPPED, Clitics
from annotate.arabic.lexicon import shipped
from annotate.suggest.crf import Labelled, Model, Rows, spans_of
from annotate.suggest.gazetteer import load
from annotate.suggest.proposals import Proposal
from annotate.suggest.same_people import with_people_again
from annotate.suggest.starter_features import Background, Clusters, Features, Memory
from annotate.suggest.words import Word, words_of

FIRST, SECOND = "first.crf.xz", "second.crf.xz"
CLUSTERS, PROPERS, BACKGROUND = "clusters.bin.xz", "propers.txt.xz", "background.txt.xz"

# Words of which a document's parts have at most so many; their features take 4 kB each.
_PART = 30_000
# Fitted by logistic regression on two tenths of ANERcorp's train part that the labelling models had not seen.
_SLOPE, _SHIFT = 0.46, -0.07


@lru_cache(maxsize=2)
def load_starter(seeds: Path) -> Starter:
    """The source, with the model of the seeds folder; read when first asked for (about 300 ms)."""
    folder = seeds / "starter"
    return Starter(load_features(seeds), _unpacked(folder / FIRST), _unpacked(folder / SECOND))


def load_features(seeds: Path) -> Features:
    """What makes the features: gazetteer, lexicon, clusters, proper nouns, and what was said of words elsewhere."""
    folder = seeds / "starter"
    propers = frozenset(_unpacked(folder / PROPERS).decode("utf-8").split("\n"))
    background = Background(_unpacked(folder / BACKGROUND).decode("utf-8").split("\n"))
    return Features(load(seeds), shipped(), Clusters.read(folder / CLUSTERS), propers, background)


class Starter:
    """People, places, organisations and other names (PERS, LOC, ORG, MISC).

    A score is the share of proposals that are right among those of its kind (``share_right``).
    """

    name = "starter"
    own_labels = False

    def __init__(self, features: Features, first: bytes, second: bytes) -> None:
        self._features = features
        self._first, self._second = Model(first), Model(second)
        self._turn = threading.Lock()

    def propose(self, text: str, clitics: Clitics = SHIPPED) -> list[Proposal]:
        """The proposals for a document, proclitics left out."""
        sentences = words_of(text, clitics)
        return [
            Proposal(words[start].rest_start, words[end - 1].end, kind, self.name, share_right(score))
            for words, labelled in zip(sentences, self.label(sentences), strict=True)
            for start, end, kind, score in spans_of(labelled)
        ]

    def label(self, sentences: Sequence[Sequence[Word]]) -> list[Labelled]:
        """The IOB2 tags of the words of a document, each with its likelihood."""
        return [labelled for _, labelled in self.features_and_labels(sentences)]

    def features_and_labels(self, sentences: Sequence[Sequence[Word]]) -> Iterator[tuple[Rows, Labelled]]:
        """For each sentence of a document the features of both passes and the tags.

        A very long document is taken in parts, so that memory does not grow with it.
        """
        for part in _parts(sentences):
            with self._turn:
                found = self._features_and_labels(part)
            yield from found

    def _features_and_labels(self, sentences: Sequence[Sequence[Word]]) -> list[tuple[Rows, Labelled]]:
        rows = [self._features.first(words) for words in sentences]
        tags = [self._first.tags(row) for row in rows]
        memory = Memory(sentences, tags)
        for words, row, said in zip(sentences, rows, tags, strict=True):
            self._features.second(words, row, said, memory)
        labelled = with_people_again(sentences, [self._second.labelled(row) for row in rows], shipped())
        return list(zip(rows, labelled, strict=True))


def _parts(sentences: Sequence[Sequence[Word]]) -> Iterator[Sequence[Sequence[Word]]]:
    start = size = 0
    for at, words in enumerate(sentences):
        if size and size + len(words) > _PART:
            yield sentences[start:at]
            start, size = at, 0
        size += len(words)
    if start < len(sentences):
        yield sentences[start:]


def share_right(likelihood: float) -> float:
    """How many spans are right that a model holds for so likely: a CRF is too sure of itself."""
    bounded = min(max(likelihood, 1e-6), 1 - 1e-6)
    return 1 / (1 + math.exp(-(_SLOPE * math.log(bounded / (1 - bounded)) + _SHIFT)))


def _unpacked(path: Path) -> bytes:
    return lzma.decompress(path.read_bytes())
