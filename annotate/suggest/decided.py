"""The source ``decided``: what a project's annotators have decided for the same words elsewhere.

A name that was labelled once is suggested wherever it stands, as long as most of its mentions that were read have that
label. It needs no training, so that it helps from the first sentence on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from annotate.arabic.clitics import SHIPPED, Clitics
from annotate.suggest.lessons import Lesson
from annotate.suggest.proposals import Proposal
from annotate.suggest.words import PhraseIndex, words_of

Shares = Mapping[str, Mapping[str, float]]
"""Folded phrases with their labels, and how likely the next mention has each: a share, less sure of few mentions."""

_LEAST = 0.5


def shares(found: Iterable[Lesson]) -> Shares:
    """The phrases that were labelled in what was read, where a label has at least half of the mentions."""
    labelled: dict[str, Counter[str]] = defaultdict(Counter)
    sentences = [(words, spans) for lesson in found for _, words, spans in lesson.sentences()]
    for words, spans in sentences:
        for start, end, label in spans:
            phrase = " ".join([words[start].rest, *(word.folded for word in words[start + 1 : end])])
            if any(map(str.isalpha, phrase)):
                labelled[phrase][label] += 1
    mentions: Counter[str] = Counter()
    index = PhraseIndex(labelled)
    for words, _ in sentences:
        for at in range(len(words)):
            if place := index.at(words, at):
                mentions[place[2]] += 1
    decided: dict[str, dict[str, float]] = {}
    for phrase, counts in labelled.items():
        total = max(mentions[phrase], counts.total())
        if kept := {label: n / (total + 1) for label, n in counts.items() if n / total >= _LEAST}:
            decided[phrase] = kept
    return decided


class Decided:
    """Proposes the labels that phrases have elsewhere; a score is how likely that is (``Shares``)."""

    name = "decided"
    own_labels = True

    def __init__(self, decided: Shares) -> None:
        self._decided = decided
        self._index = PhraseIndex(decided)

    def propose(self, text: str, clitics: Clitics = SHIPPED) -> list[Proposal]:
        """The longest phrase at each word, proclitics left out; phrases may nest."""
        return [
            Proposal(place[1], words[at + place[0] - 1].end, label, self.name, score)
            for words in words_of(text, clitics)
            for at in range(len(words))
            if (place := self._index.at(words, at))
            for label, score in self._decided[place[2]].items()
        ]
