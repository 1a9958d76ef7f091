"""The source ``lists``: a user's own words and phrases with their labels (setting ``lists``, CSV: text, label)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from annotate.arabic.clitics import SHIPPED, Clitics
from annotate.arabic.folding import fold_word
from annotate.arabic.tokens import tokenize
from annotate.errors import TawsimError
from annotate.labels import LabelSet
from annotate.suggest.proposals import Proposal
from annotate.suggest.words import PhraseIndex, words_of

Entry = tuple[str, str]
"""A phrase as it is written, and a label id."""


def read_csv(text: str, labels: LabelSet, name: str = "list") -> list[Entry]:
    """The entries of a CSV file with the columns text and label; a header line ``text,label`` may stand first.

    Raises TawsimError ``NAME:LINE: …`` for a line that is none or whose label is not in the set.
    """
    known = {entity.id for entity in labels.active()}
    entries: dict[Entry, None] = {}
    for number, row in enumerate(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")), start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or (number == 1 and [cell.lower() for cell in cells] == ["text", "label"]):
            continue
        if len(cells) != 2 or not fold_word(cells[0]):
            raise TawsimError(f"{name}:{number}: a text and a label expected, with a comma between")
        if cells[1] not in known:
            raise TawsimError(f"{name}:{number}: {cells[1]!r} is not in the label set")
        entries[cells[0], cells[1]] = None
    return list(entries)


def write_csv(entries: Iterable[Sequence[str]]) -> str:
    """The CSV text of entries, with a header line; ``read_csv`` gives them back."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([("text", "label"), *entries])
    return out.getvalue()


class Lists:
    """Finds the phrases of a user's lists: folded, whole words, proclitics left out, the longest first."""

    name = "lists"
    own_labels = True

    def __init__(self, entries: Iterable[Sequence[str]]) -> None:
        self._labels: dict[str, list[str]] = {}
        for text, label in entries:
            phrase = " ".join(fold_word(text[start:end]) for start, end in tokenize(text))
            self._labels.setdefault(phrase, []).append(label)
        self._index = PhraseIndex(self._labels)

    def propose(self, text: str, clitics: Clitics = SHIPPED) -> list[Proposal]:
        """The phrases in a document, with the score 1; a phrase in two lists is proposed with both labels."""
        found: list[Proposal] = []
        for words in words_of(text, clitics):
            at = 0
            while at < len(words):
                phrase = self._index.at(words, at)
                if phrase:
                    end = words[at + phrase[0] - 1].end
                    found += [Proposal(phrase[1], end, label, self.name) for label in self._labels[phrase[2]]]
                at += phrase[0] if phrase else 1
        return found
