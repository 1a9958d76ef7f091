"""The grid of the token formats: sentences, tokens, and where each span lies on them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

import regex

from annotate.arabic.sentences import sentences as sentence_ranges
from annotate.arabic.tokens import tokenize
from annotate.formats.content import TOKENS, AnnotatedDocument, Cut, Writing
from annotate.model import Span

_BETWEEN_SPACES = regex.compile(r"[^\s\x1c-\x1f]+")
_LINE = regex.compile(r"[^\n]+")
_MARKS = regex.compile(r"[\p{Mn}\p{Cf}\u0640]")
_PROCLITICS = regex.compile(r"[وف]?(?:لل|س|[بكل]?(?:ال)?)")
_ENCLITICS = regex.compile(r"ي|ك|ه|ها|نا|كم|كن|هم|هن|هما|كما")


@dataclass(frozen=True, slots=True)
class Placed:
    """A span on the tokens ``first``…``end`` (end exclusive, counted in its sentence)."""

    span: Span
    first: int
    end: int

    def cuts_words(self, tokens: tuple[tuple[int, int], ...]) -> bool:
        """Whether a border of the span lies inside one of its sentence's tokens."""
        return tokens[self.first][0] < self.span.start or tokens[self.end - 1][1] > self.span.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the grid: its tokens as ``(start, end)`` code points, the spans on them in span order, and how
    many tokens of the document go before it."""

    tokens: tuple[tuple[int, int], ...]
    placed: tuple[Placed, ...] = ()
    before: int = 0


def grid(document: AnnotatedDocument, how: Writing, *, widen: bool = True) -> list[Sentence]:
    """The sentences of a document that have tokens, with every span that covers some.

    Borders inside a word go out to the word's, white space at a border is cut off, spans that become equal are one;
    discontinuous spans and those without a token are left out: all of it is listed in ``how.losses``. A sentence end
    inside a span does not count. Without ``widen`` borders stay where they are: the format holds them as they are.
    """
    trimmed = [(span, _trimmed(document, span, how)) for span in document.spans]
    tokens = _tokens(document, how.cut)
    sentences = _sentences(document, tokens, [span for _, span in trimmed if span])
    if how.only_read and document.read is not None:
        sentences = [s for s in sentences if _within(s.tokens[0][0], s.tokens[-1][1], document.read)]
    if not sentences:
        how.lose_document(document, "empty document")
    found: list[dict[tuple[int, int, str], Placed]] = [{} for _ in sentences]
    firsts = [sentence.tokens[0][0] for sentence in sentences]
    for span, inner in trimmed:
        number = bisect_right(firsts, inner.end - 1) - 1 if inner else -1
        placed = _placed(inner, sentences[number].tokens) if inner and number >= 0 else None
        if placed is None:
            if not span.fragments:
                how.lose_span(document, span, "no token")
            continue
        if widen and placed.cuts_words(sentences[number].tokens):
            how.lose_span(document, span, "inside a word", "widened to the word")
        borders = (placed.first, placed.end) if widen else (placed.span.start, placed.span.end)
        if (*borders, span.label) in found[number]:
            how.lose_span(document, span, "duplicate")
        else:
            found[number][*borders, span.label] = placed if not widen else replace(placed, span=span)
    before = 0
    out = []
    for sentence, spans in zip(sentences, found, strict=True):
        # In the order in which they are read back: by the borders that they have now.
        order = sorted(spans, key=lambda key: (key[0], -key[1], key[2]))
        out.append(replace(sentence, placed=tuple(spans[key] for key in order), before=before))
        before += len(sentence.tokens)
    return out


def levels(sentence: Sentence) -> list[list[Placed]]:
    """The spans of a sentence, longest first, each on the first level where it overlaps none; in text order there."""
    found: list[list[Placed]] = []
    taken: list[set[int]] = []

    def order(placed: Placed) -> tuple[int, int, str]:
        start, end = sentence.tokens[placed.first][0], sentence.tokens[placed.end - 1][1]
        return start - end, start, placed.span.label

    for placed in sorted(sentence.placed, key=order):
        tokens = set(range(placed.first, placed.end))
        level = next((number for number, set_ in enumerate(taken) if not set_ & tokens), len(taken))
        if level == len(taken):
            found.append([])
            taken.append(set())
        found[level].append(placed)
        taken[level] |= tokens
    return [sorted(level, key=lambda placed: placed.first) for level in found]


def flat(document: AnnotatedDocument, sentence: Sentence, how: Writing) -> list[Placed]:
    """The longest spans of a sentence that do not overlap; the others are listed as left out, with the reason."""
    first, *others = levels(sentence) or [[]]
    for placed in sorted((placed for level in others for placed in level), key=lambda placed: placed.span.order):
        how.lose_span(document, placed.span, conflict(placed, first))
    return first


def conflict(placed: Placed, level: list[Placed]) -> str:
    """Why a span does not fit on a level beside those that are there."""
    # The spans of a level do not overlap and stand in text order.
    begin = bisect_right(level, placed.first, key=lambda other: other.end)
    others = level[begin : bisect_left(level, placed.end, key=lambda other: other.first)]
    borders = placed.first, placed.end
    if any((other.first, other.end) == borders for other in others):
        return "same borders"
    inside = any(other.first <= placed.first and placed.end <= other.end for other in others)
    return "nested" if inside else "crossing"


def words(document: AnnotatedDocument) -> list[tuple[int, int]]:
    """The word tokens of a document: of a text made of a token file, that file's own."""
    if document.meta.get(TOKENS) == "spaces":
        return [match.span() for match in _BETWEEN_SPACES.finditer(document.text)]
    return tokenize(document.text)


def _tokens(document: AnnotatedDocument, cut: Cut | None) -> list[tuple[int, int]]:
    text, found = document.text, words(document)
    if cut is None:
        return found
    starts = sorted({span.start for span in document.spans})
    ends = sorted({span.end for span in document.spans})
    tokens: list[tuple[int, int]] = []
    for start, end in found:
        borders = {start, end, *accumulate(map(len, cut(text[start:end])), initial=start)}
        # Where an annotator drew a border before or behind a clitic, there is one, whatever the rules say.
        borders |= {at for at in _inside(starts, start, end) if _is_clitic(_PROCLITICS, text[start:at])}
        borders |= {at for at in _inside(ends, start, end) if _is_clitic(_ENCLITICS, text[at:end])}
        tokens += pairwise(sorted(borders))
    return tokens


def _inside(offsets: list[int], start: int, end: int) -> list[int]:
    return offsets[bisect_right(offsets, start) : bisect_left(offsets, end)]


def _is_clitic(clitics: regex.Pattern[str], letters: str) -> bool:
    return bool(clitics.fullmatch(_MARKS.sub("", letters)))


def _sentences(document: AnnotatedDocument, tokens: list[tuple[int, int]], spans: Sequence[Span]) -> list[Sentence]:
    if document.meta.get(TOKENS) == "spaces":
        ranges = [match.span() for match in _LINE.finditer(document.text)]
    else:
        ranges = sentence_ranges(document.text)
    borders = _without_inner([start for start, _ in ranges[1:]], spans)
    groups: list[list[tuple[int, int]]] = [[]]
    border = iter([*borders, len(document.text) + 1])
    following = next(border)
    for token in tokens:
        if token[0] >= following:
            groups.append([])
            while token[0] >= following:
                following = next(border)
        groups[-1].append(token)
    return [Sentence(tuple(group)) for group in groups if group]


def _without_inner(borders: list[int], spans: Iterable[Span]) -> list[int]:
    """The sentence borders that lie inside no span."""
    inner: set[int] = set()
    for span in spans:
        inner.update(borders[bisect_right(borders, span.start) : bisect_left(borders, span.end)])
    return [border for border in borders if border not in inner]


def _within(start: int, end: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= start and end <= last for first, last in ranges)


def _trimmed(document: AnnotatedDocument, span: Span, how: Writing) -> Span | None:
    if span.fragments:
        how.lose_span(document, span, "discontinuous")
        return None
    piece = document.text[span.start : span.end]
    if piece == piece.strip():
        return span
    if not piece.strip():
        return None
    how.lose_span(document, span, "white space at border", "trimmed")
    start = span.start + len(piece) - len(piece.lstrip())
    return replace(span, start=start, end=start + len(piece.strip()))


def _placed(trimmed: Span, tokens: tuple[tuple[int, int], ...]) -> Placed | None:
    first = bisect_right(tokens, trimmed.start, key=lambda token: token[1])
    end = bisect_left(tokens, trimmed.end, key=lambda token: token[0])
    return Placed(trimmed, first, end) if first < end else None
