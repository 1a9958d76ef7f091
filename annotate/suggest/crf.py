"""Conditional random fields: training and labelling with python-crfsuite, the same way everywhere."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pycrfsuite

Rows = list[list[str]]
"""The features of the words of a sentence."""
Labelled = list[tuple[str, float]]
"""For each word its tag and how likely that tag is."""

Settings = Mapping[str, float]
"""How much large weights cost (``c1``, ``c2``), and ``max_iterations``."""

SETTINGS: Settings = {"c1": 0.1, "c2": 0.01, "max_iterations": 100}


def fit(rows: Sequence[Rows], tags: Sequence[Sequence[str]], settings: Settings = SETTINGS) -> bytes:
    """A model trained on these sentences; the same sentences give the same bytes."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(settings)
    for row, labels in zip(rows, tags, strict=True):
        trainer.append(row, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model.crf")
        trainer.train(str(path))
        return path.read_bytes()


class Model:
    """A trained model at work. Not to be used by two threads at once: it holds the sentence it is at work on."""

    def __init__(self, packed: bytes) -> None:
        # The tagger reads in these bytes for as long as it lives, but does not hold them.
        self._packed = packed
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(packed)

    def tags(self, rows: Rows) -> list[str]:
        """The likeliest tags of a sentence."""
        tags: list[str] = self._tagger.tag(rows)
        return tags

    def labelled(self, rows: Rows) -> Labelled:
        """The likeliest tags of a sentence, each with its likelihood."""
        return [(tag, self._tagger.marginal(tag, at)) for at, tag in enumerate(self.tags(rows))]


def spans_of(labelled: Labelled) -> list[tuple[int, int, str, float]]:
    """The spans of a sentence: ``(first word, last word + 1, type, likelihood of its least likely word)``.

    Tags are IOB2; an ``I-`` without a beginning begins a span.
    """
    found: list[tuple[int, int, str, float]] = []
    for at, (tag, score) in enumerate(labelled):
        if tag.startswith("B-") or (tag != "O" and not (found and found[-1][1:3] == (at, tag[2:]))):
            found.append((at, at + 1, tag[2:], score))
        elif tag != "O":
            start, _, kind, least = found[-1]
            found[-1] = start, at + 1, kind, min(least, score)
    return found
