"""Cutting words at their clitics: ``وكازاخستان`` is و + كازاخستان, ``للاقتصاد`` ل + ل + اقتصاد, ``مدرستهم`` مدرست + هم.

The parts are substrings and together are the word; marks and tatweel go with the letter before. The article ال stays
with its word, but for للـ, where its alef is not written. A word is cut only where the lexicon makes the rest likelier
than the whole: لبنان, وارسو and وزير begin with a letter that looks like a clitic and are none.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any

import regex

from annotate.arabic.folding import Folded, fold, fold_word
from annotate.arabic.lexicon import Lexicon, shipped

Table = Mapping[str, tuple[str, ...]]
"""Splits that a project knows: the word as it is written to its parts."""

# How often a word of running text carries the clitic (natural logarithms, by order of size).
_CONJUNCTIONS = {"": 0.0, "و": -2.5, "ف": -4.1}
_PREPOSITIONS = {"": 0.0, "ب": -3.0, "ل": -3.2, "ك": -4.6, "س": -4.6}
_ENCLITICS = {
    "ه": -3.4, "ها": -3.4, "هم": -3.9, "نا": -4.6, "هما": -5.3, "هن": -6.2, "كم": -5.7, "كن": -6.9, "كما": -7.5,
    "ي": -5.7, "ك": -6.2,
}  # fmt: skip
_RARE_ENCLITICS = ("ي", "ك")
# A whole word must be this much likelier than the cut one to stay whole, where nothing else tells.
_SLACK = 2.5
TESTED = 20_000
"""Words up to this rank are frequent enough that a form which does not occur does not exist."""
_SLACK_TESTED = 6.5
_SLACK_NAME = -2.0
VERY_FREQUENT = 150
"""Words up to this rank are names at most besides: بان is a name, and بأن."""
_UNKNOWN = -13.0
# Shorter names are too often the ends of other words (فاير, كندية); و, by far the most frequent, is seldom a letter.
_SHORTEST, _SHORT = 3, 5
# How many words a project's cutting keeps in mind.
_KEPT = 50_000
# Particles that were joined so long ago that nobody cuts them.
_WHOLE = frozenset(("كما", "لماذا", "كلا", "كذلك", "كان", "كانت", "لكن", "ولكن"))
# The weight of an unknown word behind a written article, which alone makes it a word.
_ARTICLE_WEIGHT = -11.5
_SHORT_STEMS = frozenset(
    (
        "في",
        "من",
        "عن",
        "قد",
        "لم",
        "لن",
        "ما",
        "لا",
        "هو",
        "هي",
        "ان",
        "كل",
        "اي",
        "مع",
        "ثم",
        "هم",
        "ذا",
        "لو",
        "اذ",
        "تم",
    )
)
# A preposition does not take another: بالي is no ب + إلى.
_PREPOSITION_WORDS = frozenset(("الي", "في"))
_PARTICLE = regex.compile(r"([وف]?)([بل])(ه|ها|هم|هن|هما|نا|كم|ي|ك)")
_ARABIC = regex.compile(r"\p{Arabic}[\p{Arabic}\p{M}\p{Cf}\u0640]*")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}\p{Cf}\u0640]+")
_LETTER = regex.compile(r"[\p{L}\p{M}\p{N}\p{Cf}\u0640]")


@dataclass(frozen=True, slots=True)
class Parts:
    """A cut word: ``stem`` is the index of the stem among ``parts``, which together are the word."""

    parts: tuple[str, ...]
    stem: int = 0

    @property
    def range(self) -> tuple[int, int]:
        """The stem's place in the word (code points)."""
        start = sum(map(len, self.parts[: self.stem]))
        return start, start + len(self.parts[self.stem])


@dataclass(frozen=True, slots=True)
class Clitics:
    """How words are cut: one value that the window, exports and sources of suggestions hold, in any thread.

    ``names`` are folded words that a project has decided are names: they stay whole, and proclitics before them are
    cut off where the lexicon knows no other word. ``table`` are splits that a project knows; a split that does not give
    the word is not followed. ``lexicon`` is what all other words go by (default: the one that ships).
    """

    names: frozenset[str] = frozenset()
    table: Table = field(default_factory=dict)
    lexicon: Lexicon | None = None
    _known: dict[str, Parts] = field(default_factory=dict, init=False, repr=False, compare=False)

    def split(self, word: str) -> tuple[str, ...]:
        """The proclitics, the stem and the enclitic of a word, as substrings that together are the word."""
        return self.analyse(word).parts

    def analyse(self, word: str) -> Parts:
        """The parts of a word, as ``split`` gives them, and which of them is the stem."""
        if not self.names and not self.table:
            return self._by_lexicon(word)
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            found = self._known[word] = self._by_project(word)
        return found

    def borders(self, text: str, start: int, end: int) -> list[int]:
        """The clitic borders inside the words that ``start``…``end`` touches, ascending, in code points of ``text``."""
        while start > 0 and _LETTER.match(text[start - 1]):
            start -= 1
        while end < len(text) and _LETTER.match(text[end]):
            end += 1
        found: list[int] = []
        for word in _WORD.finditer(text, start, end):
            position = word.start()
            for part in self.split(word.group())[:-1]:
                position += len(part)
                found.append(position)
        return found

    def knows(self, folded: str) -> bool:
        """Whether a folded word is one as it stands: of the project's names or of the lexicon."""
        return folded in self.names or self._lexicon().rank(folded) is not None

    def within(self, text: str) -> Clitics:
        """The same as far as the words of a text go: small enough to be sent along with it."""
        words = set(_WORD.findall(text))
        # What may be a name behind up to three letters of proclitics.
        letters = {folded[at:] for folded in map(fold_word, words) for at in range(4)}
        table = {word: parts for word in words if (parts := self.table.get(word))}
        return Clitics(self.names & letters, table, self.lexicon)

    def to_json(self) -> dict[str, Any]:
        """As a worker gets it."""
        return {"names": sorted(self.names), "table": {word: list(parts) for word, parts in self.table.items()}}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Clitics:
        """What ``to_json`` gave, with the lexicon that ships."""
        table = {word: tuple(parts) for word, parts in value["table"].items()}
        return cls(frozenset(value["names"]), table)

    def _lexicon(self) -> Lexicon:
        return shipped() if self.lexicon is None else self.lexicon

    def _by_lexicon(self, word: str) -> Parts:
        return _by_shipped(word) if self.lexicon is None else _by_rules(word, self.lexicon)

    def _by_project(self, word: str) -> Parts:
        """The whole word first, as somebody decided it; then what the morphology said; then names behind proclitics."""
        folded = fold(word)
        if folded.text in self.names:
            return Parts((word,))
        if (parts := self.table.get(word)) and "".join(parts) == word:
            return Parts(parts, max(range(len(parts)), key=lambda index: (len(parts[index]), index)))
        found = self._by_lexicon(word)
        # An enclitic alone is a reading of its own: بدأنا is no ب before a name دانا.
        cuts = [] if found.stem == 0 and len(found.parts) > 1 else self._before_name(folded.text)
        return _parted(word, folded, cuts, []) if cuts else found

    def _before_name(self, letters: str) -> list[int]:
        """Where to cut proclitics off one of the names; nowhere in words that the lexicon is sure of."""
        lexicon = self._lexicon()
        rank = lexicon.rank(letters)
        if not self.names or lexicon.is_name(letters) or (rank is not None and rank <= TESTED):
            return []
        for cuts, _, article in sorted(_proclitics(letters)):
            if not cuts or article:
                continue
            before, rest = letters[: cuts[-1]], letters[cuts[-1] :]
            # س stands before verbs only.
            if rest in self.names and before[-1] != "س" and len(rest) >= (_SHORTEST if before == "و" else _SHORT):
                return cuts
            if lexicon.rank(rest) is not None:
                break
        return []


SHIPPED = Clitics()
"""How words are cut where no project has a say."""


@lru_cache(maxsize=50_000)
def _by_shipped(word: str) -> Parts:
    return _by_rules(word, shipped())


def _by_rules(word: str, known: Lexicon) -> Parts:
    if not _ARABIC.fullmatch(word):
        return Parts((word,))
    folded = fold(word)
    before, behind = _cuts(folded.text, word[folded.offsets[-2]] if folded.text else "", known)
    return _parted(word, folded, before, behind)


def _parted(word: str, folded: Folded, before: list[int], behind: list[int]) -> Parts:
    """A word cut before and behind its stem, at places of its folded letters."""
    # A ligature of presentation forms is two letters but cannot be cut.
    before, behind = (
        [cut for cut in cuts if folded.offsets[cut] != folded.offsets[cut - 1]] for cuts in (before, behind)
    )
    edges = [0, *(folded.offsets[cut] for cut in (*before, *behind)), len(word)]
    return Parts(tuple(word[start:end] for start, end in pairwise(edges)), len(before))


def _cuts(letters: str, last: str, known: Lexicon) -> tuple[list[int], list[int]]:
    """Where to cut folded letters: before the stem and behind it. ``last`` is the last letter as it is written."""
    if particle := _PARTICLE.fullmatch(letters):
        return [end for end in (particle.end(1),) if end], [particle.end(2)]
    whole, slack_before, slack_behind = _whole(letters, known)
    best: tuple[list[int], list[int]] = [], []
    highest = -math.inf
    for before, behind, weight in _readings(letters, last, known):
        slack = max([slack_before] * bool(before) + [slack_behind] * bool(behind))
        if (
            before
            and slack > 0
            and letters.startswith(("ال", "لل"), before[0] - letters.startswith("لل", before[0] - 1))
        ):
            slack = math.inf
        if behind and letters[behind[0] :] in _RARE_ENCLITICS:
            slack = min(slack, _SLACK)
        if weight > highest and weight + slack > whole:
            best, highest = (before, behind), weight
    return best


def _whole(letters: str, known: Lexicon) -> tuple[float, float, float]:
    """The weight of the word as it stands, and how much less a reading with proclitics and with an enclitic may have.

    A word that begins with a letter of its own takes further proclitics (الوزير, بوزير), وقال takes none; a noun
    that ends with its own letter takes the article (الوجه), كلامه does not. Of rare words this cannot be told.
    """
    rank = known.rank(letters)
    if rank is None:
        return _UNKNOWN, _SLACK_TESTED, _SLACK_TESTED
    whole = -math.log(rank + 2)
    if letters in _WHOLE or (known.is_name(letters) and rank > VERY_FREQUENT):
        return whole, _SLACK_NAME, _SLACK_NAME
    if rank > TESTED:
        return whole, _SLACK, _SLACK
    # للمدة is ل + المدة, so a lam before a lam says nothing.
    further = {"و": "بلكوف", "ف": "بلكوف", "ل": "بك"}.get(letters[0], "بلك")
    # A form that is rare against the word is a slip of the pen.
    rarest = 2_000 + 100 * rank
    article = (known.rank("ال" + letters) or rarest) < rarest
    alone = article or any((known.rank(letter + letters) or rarest) < rarest for letter in further)
    return whole, 0.0 if alone else _SLACK_TESTED, 0.0 if article else _SLACK_TESTED


def _readings(letters: str, last: str, known: Lexicon) -> Iterator[tuple[list[int], list[int], float]]:
    """Ways to cut: the cuts before and behind the stem, and the weight of the word read so."""
    for cuts, weight, article in _proclitics(letters):
        stem = letters[cuts[-1] if cuts else 0 :]
        if cuts and (found := _stem_weight(stem, article, known)) is not None:
            yield cuts, [], weight + found
        if article or (stem.startswith("ال") and not stem.startswith("اليه")):
            continue
        for enclitic, share in _ENCLITICS.items():
            if not stem.endswith(enclitic) or (len(enclitic) == 1 and last != enclitic):
                continue
            if (found := _base_weight(stem.removesuffix(enclitic), known)) is not None:
                yield cuts, [len(letters) - len(enclitic)], weight + share + found


def _proclitics(letters: str) -> Iterator[tuple[list[int], float, bool]]:
    """The cuts behind proclitics, their weight, and whether the article went with them (للـ)."""
    for conjunction, first in _CONJUNCTIONS.items():
        if not letters.startswith(conjunction):
            continue
        at = [len(conjunction)] if conjunction else []
        rest = letters[len(conjunction) :]
        for preposition, second in _PREPOSITIONS.items():
            if not rest.startswith(preposition) or (preposition == "س" and rest[1:2] not in tuple("يتنا")):
                continue
            if (preposition == "ك" and len(rest) < 4) or (preposition and rest[1:] in _PREPOSITION_WORDS):
                continue
            cuts = [*at, len(conjunction) + 1] if preposition else at
            yield cuts, first + second, False
            if preposition == "ل" and rest.startswith("لل"):
                yield [*cuts, cuts[-1] + 1], first + second, True


def _stem_weight(stem: str, article: bool, known: Lexicon) -> float | None:
    if len(stem) < 3 and stem not in _SHORT_STEMS:
        return None
    if article:
        return known.weight("ال" + stem) or (_ARTICLE_WEIGHT if len(stem) >= 3 else None)
    if _is_cut(stem, known):
        return None
    # اللغة behind ل is written للغة: one of its two lams is the word's own, so the article is not to be seen.
    found = [
        w for form in (stem, "ال" + stem) if (w := known.weight(form)) is not None and (form == stem or stem[0] == "ل")
    ]
    if found:
        return max(found)
    return _ARTICLE_WEIGHT if stem.startswith("ال") and len(stem) >= 5 else None


def _is_cut(stem: str, known: Lexicon) -> bool:
    """Whether a stem is a word with clitics itself: كوفي is not ك + وفي, for وفي is و + في."""
    return known.rank(stem) is not None and any(_cuts(stem, stem[-1], known))


def _base_weight(stem: str, known: Lexicon) -> float | None:
    """The weight of what stands before an enclitic: ت was ة, ا was ى, ئ and ؤ were ء when the word stood alone."""
    if len(stem) < 3 and stem not in _SHORT_STEMS:
        return None
    alone = {"ت": "ه", "ا": "ي", "ئ": "ء", "ؤ": "ء"}
    forms = [stem, *([stem[:-1] + alone[stem[-1]]] if stem[-1] in alone else [])]
    weights = [weight for form in forms if (weight := known.weight(form)) is not None and not _is_cut(form, known)]
    return max(weights, default=None)
