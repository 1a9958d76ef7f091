"""All occurrences of a stretch of text: whole words, folded, with proclitics left out; in a text, or in a project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import regex

from annotate.arabic.clitics import SHIPPED, Clitics
from annotate.arabic.folding import fold, fold_word
from annotate.arabic.tokens import tokenize
from annotate.model import GOLD, Document, Span, State
from annotate.project import DocumentSummary, Project

# What may stand before a word without being part of it; للـ stands for ل and the article.
_PROCLITICS = "[وف]?[بكلس]?"
_BEFORE_LAM = "[وف]?ل"
_IN_WORD = r"[^\s\p{P}\p{S}]"
_WORD = regex.compile(f"{_IN_WORD}+")
_URL = regex.compile(r"https?://\S+")

_PIECE = 20_000
"""Code points."""

CONTEXT = 60
"""Code points of context that a place is given on each side."""


class Bar(StrEnum):
    """Why the places of a document are not taken unasked: its layer is finished, or it is others' to annotate."""

    NONE = ""
    DONE = "done"
    LOCKED = "locked"
    OTHERS = "others"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the words stand in a document: code points of its text.

    ``context`` is what ``in_context`` gives, ``spans`` are those of the layer that touch the place; ``bar`` holds for
    the whole document.
    """

    document: str
    name: str
    start: int
    end: int
    context: tuple[str, str, str]
    bar: Bar = Bar.NONE
    spans: tuple[Span, ...] = ()

    def labelled(self, label: str) -> str:
        """The label of a span because of which this place is better not given ``label`` as well; empty for none.

        A span with the same borders or the same label, or one that crosses the place; others may hold it or lie in it.
        """
        for span in self.spans:
            holds = span.start <= self.start and self.end <= span.end
            held = self.start <= span.start and span.end <= self.end
            if span.label == label or holds == held:
                return span.label
        return ""

    def has(self, label: str) -> bool:
        """Whether the place has this very label already."""
        return any((span.start, span.end, span.label) == (self.start, self.end, label) for span in self.spans)


def find(text: str, surface: str, *, whole: bool = False, clitics: Clitics = SHIPPED) -> list[tuple[int, int]]:
    """Where ``surface`` stands in a text: ranges in code points, in order.

    Harakat, tatweel, forms of alef, ya and ta marbuta make no difference, and proclitics before the first word are left
    out (``whole``: allowed, and part of the range): كازاخستان is found in وكازاخستان, القدس in للقدس (without its
    article). A surface without a letter or digit is nowhere. ``clitics`` is how the project cuts words: دمدني is not
    found in ودمدني where that is a name of the project.
    """
    wanted = _pattern(surface)
    # Most documents of a project do not hold the words at all: they are not even folded with a way back.
    if wanted is None or wanted.core not in _folded(text):
        return []
    folded = fold(text)
    urls = [] if "://" in surface else [match.span() for match in _URL.finditer(folded.text)]
    found: list[tuple[int, int]] = []
    for match in _matches(wanted, folded.text, clitics):
        if any(begin <= match.start() < finish for begin, finish in urls):
            continue
        begin = match.start() if whole else match.start("full") if match["full"] else match.start("rest")
        found.append((folded.offsets[begin], folded.offsets[match.end()]))
    return found


def count(text: str, surface: str, clitics: Clitics = SHIPPED) -> int:
    """How often ``find`` finds it, for a text that is asked for again and again: it is folded once."""
    wanted = _pattern(surface)
    if wanted is None or wanted.core not in (folded := _folded(text)):
        return 0
    if "://" in folded:
        return len(find(text, surface, clitics=clitics))
    return sum(1 for _ in _matches(wanted, folded, clitics))


def in_context(text: str, start: int, end: int, around: int) -> tuple[str, str, str]:
    """What stands before, in and behind ``start``…``end`` in its paragraph, at most ``around`` code points of each.

    Where the paragraph goes on an ellipsis stands.
    """
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = len(text) if last < 0 else last
    before = text[max(first, start - around) : start].lstrip()
    after = text[end : min(last, end + around)].rstrip()
    more = "…" if start - around > first else "", "…" if end + around < last else ""
    return more[0] + before, text[start:end].replace("\n", " "), after + more[1]


def places(
    project: Project,
    annotator: str,
    surface: str,
    documents: Sequence[DocumentSummary],
    here: str,
    clitics: Clitics = SHIPPED,
) -> Iterator[list[Place]]:
    """Document by document where ``surface`` stands in a project and what the annotator (an id) has there.

    ``documents`` are summaries of that annotator's layers. In the document ``here`` (an id) only a lock bars.
    """
    layers = [(layer.document, layer.annotator) for layer in project.layers()]
    own = {document for document, whose in layers if whose == annotator}
    others = {document for document, whose in layers if whose not in (annotator, GOLD)} - own
    whole = project.setting("clitics", "stem") == "word"
    for summary in documents:
        document = project.document(summary.id)
        bar = Bar.NONE
        if summary.state is State.LOCKED:
            bar = Bar.LOCKED
        elif summary.id != here and summary.state is State.DONE:
            bar = Bar.DONE
        elif summary.id != here and annotator != GOLD and summary.id in others:
            bar = Bar.OTHERS
        found = find(document.text, surface, whole=whole, clitics=clitics)
        spans = project.spans(summary.id, annotator) if found else ()
        yield list(_in_document(document, found, spans, bar))


def _in_document(
    document: Document, found: Sequence[tuple[int, int]], spans: Sequence[Span], bar: Bar
) -> Iterator[Place]:
    first = 0
    for start, end in found:
        # Both stand in order: what ends before this place ends before all later ones.
        while first < len(spans) and spans[first].end <= start:
            first += 1
        touching = []
        for span in spans[first:]:
            if span.start >= end:
                break
            if span.end > start:
                touching.append(span)
        yield Place(
            document=document.id,
            name=document.name,
            start=start,
            end=end,
            context=in_context(document.text, start, end, CONTEXT),
            bar=bar,
            spans=tuple(touching),
        )


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is looked for in a folded text. ``core`` stands in every text in which ``words`` are found."""

    core: str
    words: regex.Pattern[str]


def _matches(wanted: _Wanted, folded: str, clitics: Clitics) -> Iterator[regex.Match[str]]:
    for match in wanted.words.finditer(folded):
        begins = match.start() == match.start("full")
        word = None if begins or not clitics.names else _WORD.match(folded, match.start())
        if word is None or word.group() not in clitics.names:
            yield match


@lru_cache(maxsize=64)
def _pattern(surface: str) -> _Wanted | None:
    words = [word for start, end in tokenize(surface) if (word := fold_word(surface[start:end]))]
    if not any(map(str.isalnum, "".join(words))):
        return None
    first, rest = words[0], words[1:]
    core = first.removeprefix("ال") or first
    begin = f"(?P<full>{regex.escape(first)})(?P<rest>)"
    if _WORD.match(first):
        begin = f"{_PROCLITICS}(?P<full>{regex.escape(first)})"
        short = regex.escape(first[2:]) if first.startswith("ال") and len(first) > 2 else "(?!)"
        begin = f"(?<!{_IN_WORD})(?:{begin}|{_BEFORE_LAM}ل(?P<rest>{short}))"
    for before, word in zip(words, rest, strict=False):
        apart = bool(_WORD.match(before[-1]) and _WORD.match(word[0]))
        begin += f"{' +' if apart else ' *'}{regex.escape(word)}"
    if _WORD.match(words[-1][-1]):
        begin += f"(?!{_IN_WORD})"
    return _Wanted(core, regex.compile(begin))


@lru_cache(maxsize=2)
def _folded(text: str) -> str:
    # Piece by piece: folding at a stretch would not let another thread have the interpreter before its end.
    return "".join([fold_word(text[start : start + _PIECE]) for start in range(0, len(text), _PIECE)])
