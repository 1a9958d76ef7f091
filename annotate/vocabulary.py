"""A project's own vocabulary: the words that its annotators have decided are names, and how words are cut by it.

A span that begins where its word begins says that the whole word is the name; one that begins behind a clitic says that
the rest is. So a town that no lexicon knows is marked once, and keeps its first letter from then on.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import regex

from annotate.arabic.clitics import SHIPPED, TESTED, VERY_FREQUENT, Clitics, Parts
from annotate.arabic.folding import fold_word
from annotate.arabic.lexicon import shipped
from annotate.arabic.tokens import tokenize
from annotate.hidden import layers_to_learn_from
from annotate.project import Project

_WORD = regex.compile(r"[\p{Arabic}\p{M}\p{Cf}\u0640]+")
_BEFORE = regex.compile(r"[وف]?(?:لل|[بلكس]?)")
_BEHIND = regex.compile(r"(?:ي|ك|ه|ها|نا|كم|كن|هم|هن|هما|كما)?")
# What may stand before a name in a word, and the letters that it can begin with.
_PROCLITICS = tuple(first + second for first in ("", "و", "ف") for second in ("", "ب", "ل", "ك") if first + second)
_LIKE_PROCLITICS = "وفبلك"
# Code points on each side of a border in which its word is looked for; longer words are none.
_NEAR = 40
# Shorter words are no names when the rules cut them, nor what is left behind letters like clitics.
_SHORTEST = 3
# So many words more with sure clitics inside than outside, and the spans are those of a corpus of whole words.
_SLIPS = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """What a span says of the word that it begins in. Both are folded; ``name`` is ``word`` or what is behind clitics.

    ``sure``: the rules that ship would cut ``name`` as well, and are seldom wrong where they do.
    """

    name: str
    word: str
    sure: bool


def mark(text: str, start: int, end: int) -> Mark | None:
    """What a span at ``start``…``end`` says of its first word; None where it says nothing of clitics."""
    left = max(0, start - _NEAR)
    last = start
    while last > left and _WORD.match(text[last - 1]):
        last -= 1
    found = _WORD.match(text, last, start + _NEAR)
    if found is None or found.end() <= start or last == left > 0 or found.end() == start + _NEAR:
        return None
    close = min(end, found.end())
    before, behind = fold_word(text[last:start]), fold_word(text[close : found.end()])
    name = fold_word(text[start:close])
    if len(name) < 2 or not _BEFORE.fullmatch(before) or not _BEHIND.fullmatch(behind):
        return None
    # The folded word may have a clitic that the written one has not: منى, مني.
    parts = max(SHIPPED.analyse(text[start:close]), SHIPPED.analyse(name), key=lambda parts: len(parts.parts))
    if len(parts.parts) > 1 and (_is_phrase(parts, name) or (end > found.end() and parts.stem + 1 < len(parts.parts))):
        return None  # a name of several words says nothing of an enclitic inside it: مدرستهم الثانوية
    return Mark(name, before + name, _is_sure(parts))


def _is_phrase(parts: Parts, name: str) -> bool:
    """Whether a word with clitics is so frequent that it is one wherever it stands, though a name besides: بأن, مني."""
    frequent = name if parts.stem else fold_word(parts.parts[0])
    return len(name) < _SHORTEST or _rank(frequent) <= VERY_FREQUENT


def _is_sure(parts: Parts) -> bool:
    """Whether a cut by the rules that ship is seldom wrong: و, an article, or a stem that is a frequent word."""
    if not parts.stem:
        return len(parts.parts) > 1
    before, stem = fold_word("".join(parts.parts[: parts.stem])), fold_word(parts.parts[parts.stem])
    return len(before) > 1 or before == "و" or stem.startswith("ال") or _rank(stem) <= TESTED


def _rank(word: str) -> float:
    rank = shipped().rank(word)
    return math.inf if rank is None else rank


class Vocabulary:
    """The names of a project, kept while marks come and go.

    ``stems``: clitics are outside spans, so that a word marked whole has none. Even so nothing is learnt of words that
    begin like a clitic where most spans take in clitics that are sure, as in corpora of whole words. A word that the
    rules are sure to cut is a name when it was marked so twice: once is a slip. ``listed`` are words of lists, which
    stand alone there.
    """

    def __init__(self, marks: Iterable[Mark] = (), *, stems: bool = True, listed: Iterable[str] = ()) -> None:
        self._stems = stems
        self._said: Counter[str] = Counter()  # marks by their name,
        self._behind: Counter[str] = Counter()  # of these, those with a clitic before it,
        self._cut: Counter[str] = Counter()  # which are here by their word
        self._sure: set[str] = set()
        for one in marks:
            self._count(one, 1)
        self._inside = sum(self._said[name] > self._behind[name] for name in self._sure)
        self._trusted = self._trusts()
        self._listed: frozenset[str] = frozenset()
        self._names = set(filter(self._is_name, self._said))
        self._value: frozenset[str] | None = None
        self.list_words(listed)

    def list_words(self, listed: Iterable[str]) -> None:
        """Other words are listed now."""
        alone = [found for word in listed if (found := mark(word, 0, len(word)))]
        before, self._listed = self._listed, frozenset(one.name for one in alone)
        self._sure.update(one.name for one in alone if one.sure)
        self._decide(before ^ self._listed)

    @property
    def names(self) -> frozenset[str]:
        """The names as they stand, folded."""
        if self._value is None:
            self._value = frozenset(self._names)
        return self._value

    def add(self, one: Mark) -> None:
        """A span came."""
        self._change(one, 1)

    def remove(self, one: Mark) -> None:
        """A span went."""
        self._change(one, -1)

    def _change(self, one: Mark, number: int) -> None:
        was_inside = self._takes_in(one.name)
        self._count(one, number)
        self._inside += self._takes_in(one.name) - was_inside
        if self._trusted is self._trusts():
            self._decide({one.word, *(before + one.name for before in ("", *_PROCLITICS))})
        else:
            self._trusted = self._trusts()
            self._decide({*self._said, one.name})

    def _decide(self, names: Iterable[str]) -> None:
        self._value = None
        for name in names:
            if self._is_name(name):
                self._names.add(name)
            else:
                self._names.discard(name)

    def _count(self, one: Mark, number: int) -> None:
        _add(self._said, one.name, number)
        if one.word != one.name:
            _add(self._behind, one.name, number)
            _add(self._cut, one.word, number)
        if one.sure:
            self._sure.add(one.name)

    def _takes_in(self, name: str) -> bool:
        return name in self._sure and self._said[name] > self._behind[name]

    def _trusts(self) -> bool:
        """Whether a word marked whole has no clitic."""
        return self._stems and self._inside <= len(self._cut) + _SLIPS

    def _is_name(self, name: str) -> bool:
        said, sure = self._said[name], name in self._sure
        if name in self._listed:
            return True
        if said < 1 + sure or self._cut[name] > said:
            return False
        if self._behind[name] or name[0] not in _LIKE_PROCLITICS:
            return True
        # وتوكاييف beside توكاييف is و and a name.
        return self._trusted and all(self._said[rest] < said for rest in _rests(name))


def clitics_of(project: Project, *, everyone: bool = False) -> Clitics:
    """How a project cuts words, by its vocabulary and its table of splits: a value that a job can hold.

    Reads every span (100,000 take a second): in the window's thread ask ``ui.vocabulary`` instead. A colleague's layer
    says nothing while one's own of the document is not done; ``everyone``: it does, for what nobody decides by.
    """
    return Clitics(vocabulary_of(project, everyone=everyone).names, project.clitic_splits())


def vocabulary_of(
    project: Project, *, everyone: bool = False, progress: Callable[[int, int], None] = lambda done, total: None
) -> Vocabulary:
    """The vocabulary of a project; see ``clitics_of``. ``progress(done, total)`` counts documents."""
    layers = project.layers() if everyone else layers_to_learn_from(project)
    marks = _marks(project, {(layer.document, layer.annotator) for layer in layers}, progress)
    return Vocabulary(marks, stems=takes_out(project), listed=listed_words(project))


def takes_out(project: Project) -> bool:
    """Whether the project's policy leaves clitics outside spans."""
    return bool(project.setting("clitics", "stem") == "stem")


def listed_words(project: Project) -> list[str]:
    """The first words of the user's own word lists."""
    found = ((text, tokenize(text)) for text, _ in project.setting("lists", []))
    return [text[tokens[0][0] : tokens[0][1]] for text, tokens in found if tokens]


def _marks(project: Project, layers: set[tuple[str, str]], progress: Callable[[int, int], None]) -> Iterator[Mark]:
    total = len({document for document, _ in layers})
    for done, (document, spans) in enumerate(groupby(project.span_places(), key=itemgetter(0))):
        progress(done, total)
        text = project.document(document).text
        for _, annotator, start, end in spans:
            if (document, annotator) in layers and (found := mark(text, start, end)):
                yield found


def _rests(name: str) -> Iterator[str]:
    """What is left of a word without what may be proclitics."""
    for before in _PROCLITICS:
        if name.startswith(before) and len(name) - len(before) >= _SHORTEST:
            yield name[len(before) :]


def _add(counts: Counter[str], key: str, number: int) -> None:
    counts[key] += number
    if not counts[key]:
        del counts[key]
