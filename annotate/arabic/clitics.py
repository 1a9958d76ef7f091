"""Cutting words at their clitics: ``وكازاخستان`` is و + كازاخستان, ``للاقتصاد`` is ل + ل + اقتصاد, ``مدرستهم`` is مدرست + هم.

The parts are substrings and together are the word; marks and tatweel go with the letter before. The article ال stays
with its word, but for للـ, where its alef is not written. A word is cut only where the lexicon makes the rest likelier
than the whole: لبنان, وارسو and وزير begin with a letter that looks like a clitic and are none.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import regex

from annotate.arabic.folding import Folded, fold
from annotate.arabic.lexicon import Lexicon, shipped

Table = Mapping[str, tuple[str, ...]]
"""Splits that a project knows: the word as it is written to its parts."""

# How often a word of running text carries the clitic (natural logarithms; counted on Arabic Wikipedia by order of size).
_CONJUNCTIONS = {"": 0.0, "و": -2.5, "ف": -4.1}
_PREPOSITIONS = {"": 0.0, "ب": -3.0, "ل": -3.2, "ك": -4.6, "س": -4.6}
_ENCLITICS = {
    "ه": -3.4, "ها": -3.4, "هم": -3.9, "نا": -4.6, "هما": -5.3, "هن": -6.2, "كم": -5.7, "كن": -6.9, "كما": -7.5,
    "ي": -5.7, "ك": -6.2,
}  # fmt: skip
# A whole word must be this much likelier than the cut one to stay whole.
_SLACK = 1.5
# The weight of an unknown word behind a written article, which alone makes it a word.
_ARTICLE_WEIGHT = -11.5
_SHORT_STEMS = frozenset("في من عن قد لم لن ما لا هو هي ان كل اي مع ثم هم ذا لو اذ اب اخ ام".split(" "))
_PARTICLE = regex.compile(r"([وف]?)([بل])(ه|ها|هم|هن|هما|نا|كم|ي|ك)")
_ARABIC = regex.compile(r"\p{Arabic}[\p{Arabic}\p{M}\p{Cf}\u0640]*")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}\p{Cf}\u0640]+")
_LETTER = regex.compile(r"[\p{L}\p{M}\p{N}\p{Cf}\u0640]")


def split(word: str, known: Lexicon | None = None, table: Table | None = None) -> tuple[str, ...]:
    """The proclitics, the stem and the enclitic of a word, as substrings that together are the word.

    ``known`` is the lexicon to ask (default: the one that ships); ``table`` goes before all rules.
    """
    if table and (parts := table.get(word)) and "".join(parts) == word:
        return parts
    if not _ARABIC.fullmatch(word):
        return (word,)
    folded = fold(word)
    cuts = _cuts(folded, word, known or shipped())
    edges = [0, *(folded.offsets[cut] for cut in cuts), len(word)]
    return tuple(word[start:end] for start, end in zip(edges, edges[1:], strict=False) if start < end)


def stem_range(
    text: str, start: int, end: int, known: Lexicon | None = None, table: Table | None = None
) -> tuple[int, int]:
    """The range of the word at ``start``…``end`` (code points of ``text``) without its clitics."""
    parts = split(text[start:end], known, table)
    stem = max(range(len(parts)), key=lambda index: (len(parts[index]), index))
    first = start + sum(map(len, parts[:stem]))
    return first, first + len(parts[stem])


def borders(text: str, start: int, end: int, known: Lexicon | None = None, table: Table | None = None) -> list[int]:
    """The clitic borders inside the words that ``start``…``end`` touches, ascending, in code points of ``text``."""
    while start > 0 and _LETTER.match(text[start - 1]):
        start -= 1
    while end < len(text) and _LETTER.match(text[end]):
        end += 1
    found: list[int] = []
    for word in _WORD.finditer(text, start, end):
        position = word.start()
        for part in split(word.group(), known, table)[:-1]:
            position += len(part)
            found.append(position)
    return found


def _cuts(folded: Folded, word: str, known: Lexicon) -> list[int]:
    letters = folded.text
    if particle := _PARTICLE.fullmatch(letters):
        return sorted({particle.end(1), particle.end(2)} - {0})
    whole = known.weight(letters)
    best: list[int] = []
    highest = -math.inf if whole is None else whole - _SLACK
    last = word[folded.offsets[-2]] if letters else ""
    for cuts, weight, safe in _readings(letters, last, known):
        if weight > highest and (safe or whole is not None):
            best, highest = cuts, weight
    return [cut for cut in best if folded.offsets[cut] != folded.offsets[cut - 1]]


def _readings(letters: str, last: str, known: Lexicon) -> Iterator[tuple[list[int], float, bool]]:
    """Ways to cut: the cuts, the weight of the word read so, and whether it holds for a word that is not known."""
    for cuts, weight, article in _proclitics(letters):
        start = cuts[-1] if cuts else 0
        stem = letters[start:]
        if cuts and (found := _stem_weight(stem, article, known)) is not None:
            yield cuts, weight + found, True
        if article or stem.startswith("ال"):
            continue
        for enclitic, share in _ENCLITICS.items():
            if not stem.endswith(enclitic) or (len(enclitic) == 1 and last != enclitic):
                continue
            if (found := _base_weight(stem.removesuffix(enclitic), known)) is not None:
                yield [*cuts, len(letters) - len(enclitic)], weight + share + found, enclitic not in ("ي", "ك")


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
            cuts = [*at, len(conjunction) + 1] if preposition else at
            yield cuts, first + second, False
            if preposition == "ل" and rest.startswith("لل"):
                yield [*cuts, cuts[-1] + 1], first + second, True


def _stem_weight(stem: str, article: bool, known: Lexicon) -> float | None:
    if len(stem) < 3 and stem not in _SHORT_STEMS:
        return None
    if article:
        return known.weight("ال" + stem) or (_ARTICLE_WEIGHT if len(stem) >= 3 else None)
    # اللغة behind ل is written للغة: one of its two lams is the word's own, so the article is not to be seen.
    found = [
        w for form in (stem, "ال" + stem) if (w := known.weight(form)) is not None and (form == stem or stem[0] == "ل")
    ]
    if found:
        return max(found)
    return _ARTICLE_WEIGHT if stem.startswith("ال") and len(stem) >= 5 else None


def _base_weight(stem: str, known: Lexicon) -> float | None:
    """The weight of what stands before an enclitic: ت was ة, ا was ى, ئ and ؤ were ء when the word stood alone."""
    if len(stem) < 3 and stem not in _SHORT_STEMS:
        return None
    alone = {"ت": "ه", "ا": "ي", "ئ": "ء", "ؤ": "ء"}
    forms = [stem, *([stem[:-1] + alone[stem[-1]]] if stem[-1] in alone else [])]
    return max((weight for form in forms if (weight := known.weight(form)) is not None), default=None)
