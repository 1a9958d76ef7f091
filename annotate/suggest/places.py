"""The source ``places``: countries and cities by gazetteer, people by rule. Nothing is downloaded, nothing trained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from annotate.arabic.clitics import SHIPPED, Clitics
from annotate.arabic.folding import fold_word
from annotate.arabic.lexicon import shipped
from annotate.suggest.gazetteer import Gazetteer, load
from annotate.suggest.people import People
from annotate.suggest.proposals import Proposal
from annotate.suggest.state_words import STATE_WORDS
from annotate.suggest.words import Word, words_of

_PREPOSITIONS = frozenset(map(fold_word, ["في", "من", "إلى", "الى", "بين", "عبر", "نحو", "قرب", "عن", "شمال", "جنوب"]))
_SURE, _LIKELY = 6, 2


def load_places(seeds: Path) -> Places:
    """The source, with the lists of the seeds folder."""
    return Places(load(seeds))


class Places:
    """Places and people by lists and rules. Scores are shares of mentions, as counted when the lists were made."""

    name = "places"
    own_labels = False

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._people = People(gazetteer.names, shipped())

    def propose(self, text: str, clitics: Clitics = SHIPPED) -> list[Proposal]:
        """GPE and PERS in a document. A small place needs a sign: a preposition or state word, here or elsewhere."""
        sentences = words_of(text, clitics)
        people = [list(self._people.find(words)) for words in sentences]
        found = [list(self._places(words, named)) for words, named in zip(sentences, people, strict=True)]
        signed = {phrase for places in found for *_, phrase, sign in places if sign}
        proposals: list[Proposal] = []
        for words, named, places in zip(sentences, people, found, strict=True):
            for start, end, score in named:
                proposals.append(Proposal(words[start].rest_start, words[end - 1].end, "PERS", self.name, score))
            for start, end, phrase, _ in places:
                score = self._gazetteer.places.score(phrase)
                if score >= _SURE or (score >= _LIKELY and phrase in signed):
                    likely = (max(score, _SURE - 1) + 0.5) / 10
                    proposals.append(Proposal(start, end, "GPE", self.name, likely))
        return proposals

    def _places(
        self, words: Sequence[Word], named: Sequence[tuple[int, int, float]]
    ) -> Iterator[tuple[int, int, str, bool]]:
        """Phrases of the gazetteer, longest first, outside names: ``(start, end, phrase, has a sign)``."""
        taken = {index for start, end, _ in named for index in range(start, end)}
        at = 0
        while at < len(words):
            place = None if at in taken else self._gazetteer.index.at(words, at)
            if place and self._gazetteer.places.score(place[2]) < _LIKELY:
                place = None  # قطاع غزة is hardly ever a name, غزة is
            if place:
                length, start, phrase = place
                yield start, words[at + length - 1].end, phrase, self._sign(words, at)
            at += place[0] if place else 1

    def _sign(self, words: Sequence[Word], at: int) -> bool:
        if words[at].proclitics.endswith("ب"):
            return True
        before = words[at - 1] if at else None
        return before is not None and (before.folded in _PREPOSITIONS or before.rest in STATE_WORDS)
