"""What the starter model sees of a word: its form, its neighbours, the lists, and the rest of the document.

Features are strings; those of a word alone are made once per form and kept, so that a text costs little more than
putting them together.
"""

from __future__ import annotations

import lzma
from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import regex

from annotate.arabic.lexicon import Lexicon
from annotate.suggest.gazetteer import Gazetteer
from annotate.suggest.people import OFFICES, TITLES
from annotate.suggest.words import Word

_DIGITS = regex.compile(r"\d")
_CACHE = 60_000
_OFFICE_REACH = 5
_SPAN_TYPES = ("PERS", "LOC", "ORG", "MISC")


class Clusters:
    """The clusters of frequent words: in 50, 250 and 1000 classes, in the order of the lexicon's ranks."""

    def __init__(self, packed: bytes) -> None:
        size = len(packed) // 4
        self._coarse, self._middle = packed[:size], packed[size : 2 * size]
        self._fine = array("H", packed[2 * size :])

    @classmethod
    def read(cls, path: Path) -> Clusters:
        return cls(lzma.decompress(path.read_bytes()))

    def of(self, rank: int | None) -> tuple[int, int, int] | None:
        """The three classes of the word of a rank, or None for a word without."""
        if rank is None or rank > len(self._coarse):
            return None
        return self._coarse[rank - 1], self._middle[rank - 1], self._fine[rank - 1]


class Background:
    """What the silver sentences say of words: the type that a word has most often, how often, in what share."""

    UNKNOWN = "v?"

    def __init__(self, lines: list[str]) -> None:
        """Each line: a feature, a TAB and the words that have it, with commas between."""
        self._features: dict[str, str] = {}
        for line in lines:
            feature, _, words = line.partition("\t")
            self._features.update(dict.fromkeys(words.split(","), feature))

    def of(self, word: str) -> str:
        """The feature of a folded word without its proclitics."""
        return self._features.get(word, self.UNKNOWN)

    @classmethod
    def feature(cls, counts: Counter[str]) -> str:
        """The feature of a word of which this was said: types to how often, "" for no name."""
        kind = max(_SPAN_TYPES, key=lambda kind: counts[kind])
        most, total = counts[kind], counts.total()
        if not most:
            return "v0" if total > 2 else cls.UNKNOWN
        share = most / total
        return f"v{kind}{'=' if share > 0.8 else '+' if share > 0.4 else '-' if share > 0.1 else '.'}{_size(most)}"


class Features:
    """Makes the features of sentences for the first pass and for the second."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        lexicon: Lexicon,
        clusters: Clusters,
        propers: frozenset[str],
        background: Background,
    ) -> None:
        self._gazetteer = gazetteer
        self._lexicon = lexicon
        self._clusters = clusters
        self._propers = propers
        self._background = background
        self._known: dict[tuple[str, str], tuple[tuple[str, ...], ...]] = {}

    def first(self, words: Sequence[Word], background: Background | None = None) -> list[list[str]]:
        """The features of each word of a sentence as they stand without the rest of the document.

        ``background`` stands in for the shipped one: in training a sentence may not see its own labels there.
        """
        edge = (("^",), ("^",), ("^",))
        middle = map(self._of, words) if background is None else (self._make(word, background) for word in words)
        forms = [edge, edge, *middle, edge, edge]
        rows = [
            [
                *forms[at][2],
                *("-2" + f for f in forms[at - 2][0]),
                *("-1" + f for f in forms[at - 1][1]),
                *("+1" + f for f in forms[at + 1][1]),
                *("+2" + f for f in forms[at + 2][0]),
            ]
            for at in range(2, len(forms) - 2)
        ]
        self._add_places(words, rows)
        self._add_neighbourhood(words, rows)
        return rows

    def second(self, words: Sequence[Word], rows: list[list[str]], tags: Sequence[str], memory: Memory) -> None:
        """Add to the rows of ``first`` what the first pass said of the same words elsewhere (``tags``: and here)."""
        said = [memory.elsewhere(word, tag) for word, tag in zip(words, tags, strict=True)]
        for at, row in enumerate(rows):
            row += said[at]
            if at:
                row += ["-1" + f for f in said[at - 1]]
            if at + 1 < len(said):
                row += ["+1" + f for f in said[at + 1]]

    def _of(self, word: Word) -> tuple[tuple[str, ...], ...]:
        # The same word may be cut in one document or project and whole in another.
        found = self._known.get((word.text, word.proclitics))
        if found is None:
            if len(self._known) > _CACHE:
                self._known.clear()
            found = self._known[word.text, word.proclitics] = self._make(word, self._background)
        return found

    def _make(self, word: Word, background: Background) -> tuple[tuple[str, ...], ...]:
        """Features of a form: as the second neighbour, as the neighbour, and as the word itself."""
        form, rest = word.folded, word.rest
        rank = self._lexicon.rank(rest)
        behind = self._clusters.of(rank)
        clusters = self._clusters.of(self._lexicon.rank(_DIGITS.sub("0", form))) or behind
        far = ["w" + form, *self._lists(rest)]
        if clusters:
            far.append(f"a{clusters[0]}")
        near = [*far, "r" + rest, background.of(rest)]
        if clusters:
            near.append(f"b{clusters[1]}")
        if word.proclitics:
            near.append("p" + word.proclitics)
        own = [
            *near,
            "s" + shape(word),
            *(f"<{rest[:n]}" for n in (1, 2, 3)),
            *(f">{rest[-n:]}" for n in (1, 2, 3, 4)),
        ]
        own.append("q" + ("" if rank is None else str(rank.bit_length() // 2)))
        if clusters:
            own.append(f"c{clusters[2]}")
        if word.proclitics and behind:
            own += [f"ra{behind[0]}", f"rb{behind[1]}", f"rc{behind[2]}"]
        if rest.startswith("ال"):
            own.append("al" + rest[-2:])
        return tuple(far), tuple(near), tuple(own)

    def _lists(self, rest: str) -> list[str]:
        found: list[str] = []
        kind = self._gazetteer.names.kind(rest)
        if kind is None and rest.startswith("ال"):
            kind = self._gazetteer.names.kind(rest[2:])
            found += [] if kind is None else [f"nA{kind}"]
        elif kind is not None:
            found.append(f"n{kind}")
        if rest in self._propers:
            found.append("proper")
        if rest in TITLES:
            found.append("title")
        if rest in OFFICES:
            found.append("office")
        return found

    def _add_neighbourhood(self, words: Sequence[Word], rows: list[list[str]]) -> None:
        """Pairs of words, an office within five words before, and how many name words stand here in a row."""
        names = self._gazetteer.names
        runs = [0] * (len(words) + 1)
        for at in range(len(words) - 1, -1, -1):
            runs[at] = min(4, runs[at + 1] + 1) if words[at].folded in names else 0
        before, office = 0, -_OFFICE_REACH
        for at, row in enumerate(rows):
            rest = words[at].rest
            row.append(f"B-{words[at - 1].folded if at else '^'}|{rest}")
            row.append(f"B+{rest}|{words[at + 1].folded if at + 1 < len(words) else '^'}")
            if at - office <= _OFFICE_REACH:
                row.append("off")
            row += [f"nr{runs[at]}", f"nl{before}:{min(runs[at], 2)}"]
            before = min(4, before + 1) if runs[at] else 0
            if rest in OFFICES:
                office = at

    def _add_places(self, words: Sequence[Word], rows: list[list[str]]) -> None:
        at = 0
        while at < len(words):
            place = self._gazetteer.index.at(words, at)
            if place:
                length, _, phrase = place
                kind = self._gazetteer.places.kind(phrase)
                for index in range(at, at + length):
                    mark = f"g{'B' if index == at else 'I'}{kind}{min(length, 2)}"
                    rows[index].append(mark)
                    if index:
                        rows[index - 1].append("+1" + mark)
                    if index + 1 < len(rows):
                        rows[index + 1].append("-1" + mark)
            at += place[0] if place else 1


class Memory:
    """What a pass said of each word of a document."""

    def __init__(self, sentences: Sequence[Sequence[Word]], tags: Sequence[Sequence[str]]) -> None:
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)
        for words, labels in zip(sentences, tags, strict=True):
            for word, tag in zip(words, labels, strict=True):
                self._counts[word.rest][tag[2:]] += 1

    def elsewhere(self, word: Word, tag: str) -> list[str]:
        """Features: the types that the word has at its other places, and how clearly; none for a word that has none."""
        counts = self._counts.get(word.rest)
        if counts is None:
            return []
        own = tag[2:]
        others = {kind: counts[kind] - (kind == own) for kind in _SPAN_TYPES}
        total = sum(counts.values()) - 1
        kind, most = max(others.items(), key=lambda item: item[1])
        if not most:
            return ["m0" if total else "m-"]
        share = most / total
        return [f"m{kind}", f"m{kind}{'=' if share > 0.8 else '+' if share > 0.4 else '-'}{min(most, 3)}"]


def _size(number: int) -> int:
    return number if number < 3 else 3 if number < 10 else 4


def shape(word: Word) -> str:
    """The shape of a form: digits, a sign, Latin letters, or how many letters its stem has."""
    text = word.text
    if text.isdigit() or _DIGITS.match(text):
        return "d" + ("4" if len(text) == 4 else "")
    if not text[0].isalpha():
        return "p"
    if text.isascii():
        return "L" if text[0].isupper() else "l"
    return str(min(len(word.rest), 6))
