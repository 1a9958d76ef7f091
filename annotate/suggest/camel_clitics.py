"""Clitics by CAMeL morphology: the letters of an analysis laid on the word as it is written.

No scheme of CAMeL-Tools keeps raw letters: ``d3seg`` is normalised and diacritised (``لِ+_ل+_أُرْدُنِّ`` for للأردن). The
parts given here are substrings that together are the word, cut as ``annotate.arabic.clitics`` cuts it: the article ال
stays with its word, but for للـ, where its alef is not written.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from annotate.arabic.folding import fold_word
from annotate.arabic.lexicon import shipped

Analysis = Mapping[str, Any]
"""What CAMeL-Tools' ``Analyzer.analyze`` gives: features by name (``d3seg``, ``prc0``, ``source`` …)."""

# Letters that spelling exchanges for one another.
_KIN = tuple(map(frozenset, ("اأإآٱءى", "ىيئ", "ةته", "وؤ", "أئءؤ")))
_KIN_COST, _STRANGER_COST, _GAP_COST = 0.5, 2.0, 1.0
# In للغة one of the analysis' three lams is not written: let it be the article's, so that the word keeps its own.
_ARTICLE_GAP_COST = 0.9
# How much rarer a word is with a clitic than without (logarithm): analyses tell the frequency of the lemma only.
_CLITIC = -2.5
_UNSEEN = -99.0
# Longer words are none; an alignment takes the square of the length.
_LONGEST = 40


def split(word: str, analyze: Callable[[str], Sequence[Analysis]], *, partial: bool = False) -> tuple[str, ...] | None:
    """The parts of a word, which together are the word; None for a word of which ``analyze`` knows nothing certain.

    ``partial`` is for a database that lacks kinds of words (verbs): to it a verb may look like a clitic and a name, so
    the frequencies of the lexicon that ships have a say.
    """
    places = [place for place, character in enumerate(word) if not _is_silent(character)]
    if not 0 < len(places) <= _LONGEST:
        return None
    letters = "".join(word[place] for place in places)
    found = [reading for analysis in _distinct(analyze(letters)) if (reading := _Reading.of(analysis, letters))]
    best = min(found, key=lambda reading: reading.order, default=None)
    if best is None or (partial and not _is_certain(best, found, letters)):
        return None
    edges = [0, *(places[cut] for cut in best.cuts), len(word)]
    return tuple(word[start:end] for start, end in pairwise(edges))


@dataclass(frozen=True, slots=True)
class _Reading:
    """Where an analysis cuts the letters of a word, and how good it is: the smaller ``order``, the better.

    ``order``: whether it respells the word, the cost of the alignment, how rare the reading is, how many cuts.
    """

    cuts: list[int]
    order: tuple[bool, float, float, int]

    @classmethod
    def of(cls, analysis: Analysis, letters: str) -> _Reading | None:
        source, segmented = analysis.get("source"), analysis.get("d3seg")
        # An interrogative أ is rare in what people annotate, and looks like the first letter of many a name.
        if source not in ("lex", "spvar") or not segmented or str(analysis.get("prc3", "0")).startswith(">a"):
            return None
        segments = _segments(segmented, article=analysis.get("prc0") == "Al_det")
        stem = next((number for number, segment in enumerate(segments) if not segment.clitic), 0)
        # Behind a proclitic a letter alone is an abbreviation, and the word most likely another: فوق, وكد.
        if not any(segment.letters for segment in segments) or (stem and len(segments[stem].letters) < 2):
            return None
        cost, cuts = _align(segments, letters)
        weight = float(analysis.get("pos_lex_logprob", _UNSEEN)) + _CLITIC * len(cuts)
        return cls(cuts, (source != "lex", cost, -weight, len(cuts)))


def _is_certain(best: _Reading, readings: Sequence[_Reading], letters: str) -> bool:
    """Whether a reading counts that a database of some kinds of words gives.

    The whole word must have been seen in a corpus; a cut one must be a whole word to the database as well, or be none
    to the lexicon.
    """
    respelt, _, rarity, cuts = best.order
    if respelt or not cuts:
        return not respelt and -rarity > _UNSEEN
    return any(not reading.cuts for reading in readings) or shipped().weight(fold_word(letters)) is None


@dataclass(frozen=True, slots=True)
class _Segment:
    letters: str
    clitic: bool = False
    article: bool = False


def _segments(segmented: str, *, article: bool) -> list[_Segment]:
    """The segments of a ``d3seg``, bare of marks; the proclitic next to the stem is the article, where there is one."""
    raw = [segment for segment in segmented.split("_") if segment]
    stem = next((at for at, segment in enumerate(raw) if "+" not in segment), len(raw) - 1)
    bare = ["".join(c for c in segment if c != "+" and not _is_silent(c)) for segment in raw]
    return [_Segment(letters, at != stem, article and at == stem - 1) for at, letters in enumerate(bare)]


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter of an analysis, and the segment, by its number too, that it belongs to."""

    letter: str
    number: int
    segment: _Segment

    @property
    def gap(self) -> float:
        """The cost of the letter not being written."""
        return _ARTICLE_GAP_COST if self.segment.article else _GAP_COST

    def distance(self, written: str) -> float:
        """The cost of this letter being written so."""
        if self.letter == written:
            return 0.0
        # What spelling exchanges in a word is fixed in a clitic: زيادة is not زياد and ه.
        classes = _KIN[:1] if self.segment.clitic else _KIN
        return _KIN_COST if any(self.letter in kin and written in kin for kin in classes) else _STRANGER_COST


def _align(segments: Sequence[_Segment], letters: str) -> tuple[float, list[int]]:
    """The cost of laying the segments on the letters of a word, and the cuts: ascending, inside the word.

    Of two ways equally good the proclitic gets the letter.
    """
    owned = [_Letter(letter, number, segment) for number, segment in enumerate(segments) for letter in segment.letters]
    costs = [[_GAP_COST * column for column in range(len(letters) + 1)]]
    for letter in owned:
        above = costs[-1]
        row = [above[0] + letter.gap]
        for column, written in enumerate(letters):
            laid, left_out = above[column] + letter.distance(written), above[column + 1] + letter.gap
            row.append(min(laid, left_out, row[column] + _GAP_COST))
        costs.append(row)
    owners = _owners(costs, owned, letters)
    return costs[-1][-1], list(_cuts(segments, owners, letters))


def _owners(costs: Sequence[Sequence[float]], owned: Sequence[_Letter], letters: str) -> list[int]:
    """The number of the segment that each letter belongs to, from the cheapest way back through the table."""
    row, column = len(owned), len(letters)
    owners = [0] * column
    while column:
        here = costs[row][column]
        if row and here == costs[row - 1][column] + owned[row - 1].gap:
            row -= 1
        elif row and here == costs[row - 1][column - 1] + owned[row - 1].distance(letters[column - 1]):
            row, column = row - 1, column - 1
            owners[column] = owned[row].number
        else:  # a letter that the analysis lacks goes with the one before
            column -= 1
            owners[column] = owned[max(row - 1, 0)].number
    return owners


def _cuts(segments: Sequence[_Segment], owners: Sequence[int], letters: str) -> Iterator[int]:
    for at in range(1, len(owners)):
        before = owners[at - 1]
        if owners[at] == before or (segments[before].article and letters[owners.index(before)] in "اٱ"):
            continue
        yield at


def _distinct(analyses: Sequence[Analysis]) -> Iterator[Analysis]:
    """Analyses that differ in what is looked at here: most differ in case endings only."""
    seen = set()
    for analysis in analyses:
        bare = "".join(c for c in analysis.get("d3seg", "") if not _is_silent(c))
        key = bare, analysis.get("source"), analysis.get("prc0"), analysis.get("prc3"), analysis.get("pos_lex_logprob")
        if key not in seen:
            seen.add(key)
            yield analysis


def _is_silent(character: str) -> bool:
    """Marks, tatweel, joiners and bidi marks: they go with the letter before."""
    return character == "\u0640" or unicodedata.category(character) in ("Mn", "Cf")
