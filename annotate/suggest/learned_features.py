"""What the learned models see of a word: what the starter sees of it and says, the shapes around it, its letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotate.suggest.crf import Rows
from annotate.suggest.starter import Starter
from annotate.suggest.starter_features import shape
from annotate.suggest.words import Word


def features_of(sentences: Sequence[Sequence[Word]], starter: Starter) -> Iterator[Rows]:
    """The features of the words of a document, sentence by sentence."""
    for words, (rows, labelled) in zip(sentences, starter.features_and_labels(sentences), strict=True):
        tags = ["^", *(tag for tag, _ in labelled), "^"]
        shapes = ["^", "^", *map(shape, words), "^", "^"]
        for at, (word, row) in enumerate(zip(words, rows, strict=True)):
            row += ["S" + tags[at + 1], "-1S" + tags[at], "+1S" + tags[at + 2]]
            # Numbers and signs make dates and amounts, which the starter knows nothing of.
            further, before, here, behind, beyond = shapes[at : at + 5]
            row += ["-2s" + further, "-1s" + before, "+1s" + behind, "+2s" + beyond, "s3" + before + here + behind]
            letters = f"^{word.rest}$"
            row += ["t" + letters[start : start + 3] for start in range(len(letters) - 2)]
        yield rows
