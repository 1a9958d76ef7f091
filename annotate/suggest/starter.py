"""The source ``starter``: a small CRF trained on ANERcorp that ships with the program (``seeds/starter/MODEL.md``).

It reads a document twice: what the first pass said of a word elsewhere in the document is seen by the second.
"""

from __future__ import annotations

import lzma
import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import pycrfsuite

from annotate.arabic.lexicon import shipped
from annotate.suggest.gazetteer import load
from annotate.suggest.proposals import Proposal
from annotate.suggest.starter_features import Clusters, Features, Memory
from annotate.suggest.words import Word, words_of

FIRST, SECOND = "first.crf.xz", "second.crf.xz"
CLUSTERS, PROPERS = "clusters.bin.xz", "propers.txt.xz"

Labelled = list[tuple[str, float]]
"""For each word its tag and how likely that tag is."""


@lru_cache(maxsize=2)
def load_starter(seeds: Path) -> Starter:
    """The source, with the model of the seeds folder; read when first asked for (about 300 ms)."""
    folder = seeds / "starter"
    return Starter(load_features(seeds), _unpacked(folder / FIRST), _unpacked(folder / SECOND))


def load_features(seeds: Path) -> Features:
    """What makes the features: the gazetteer, the lexicon, clusters and proper nouns."""
    folder = seeds / "starter"
    propers = frozenset(_unpacked(folder / PROPERS).decode("utf-8").split("\n"))
    return Features(load(seeds), shipped(), Clusters.read(folder / CLUSTERS), propers)


class Starter:
    """People, places, organisations and other names (PERS, LOC, ORG, MISC). A score is the likelihood of the span."""

    name = "starter"
    own_labels = False

    def __init__(self, features: Features, first: bytes, second: bytes) -> None:
        self._features = features
        self._first, self._second = pycrfsuite.Tagger(), pycrfsuite.Tagger()
        self._first.open_inmemory(first)
        self._second.open_inmemory(second)
        # A tagger holds the sentence it is at work on.
        self._turn = threading.Lock()

    def propose(self, text: str) -> list[Proposal]:
        """The proposals for a document, proclitics left out."""
        sentences = words_of(text)
        found: list[Proposal] = []
        for words, labelled in zip(sentences, self.label(sentences), strict=True):
            for start, end, kind, score in spans_of(labelled):
                found.append(Proposal(words[start].rest_start, words[end - 1].end, kind, self.name, score))
        return found

    def label(self, sentences: Sequence[Sequence[Word]]) -> list[Labelled]:
        """The IOB2 tags of the words of a document, each with its likelihood."""
        with self._turn:
            rows = [self._features.first(words) for words in sentences]
            tags = [self._first.tag(row) for row in rows]
            memory = Memory(sentences, tags)
            labelled: list[Labelled] = []
            for words, row, said in zip(sentences, rows, tags, strict=True):
                self._features.second(words, row, said, memory)
                second = self._second.tag(row)
                labelled.append([(tag, self._second.marginal(tag, at)) for at, tag in enumerate(second)])
            return labelled


def spans_of(labelled: Labelled) -> list[tuple[int, int, str, float]]:
    """The spans of a sentence: ``(first word, last word + 1, type, likelihood of its least likely word)``."""
    found: list[tuple[int, int, str, float]] = []
    for at, (tag, score) in enumerate(labelled):
        if tag.startswith("B-") or (tag != "O" and not (found and found[-1][1:3] == (at, tag[2:]))):
            found.append((at, at + 1, tag[2:], score))
        elif tag != "O":
            start, _, kind, least = found[-1]
            found[-1] = start, at + 1, kind, min(least, score)
    return found


def _unpacked(path: Path) -> bytes:
    return lzma.decompress(path.read_bytes())
