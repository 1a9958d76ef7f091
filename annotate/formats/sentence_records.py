"""Formats of tokens, sentences and relations between spans of one sentence: what their writers and readers share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from annotate.formats.content import TOKENS, AnnotatedDocument, Writing, file_relation, file_span
from annotate.formats.grid import Placed, Sentence
from annotate.formats.holding import lose_relation_details
from annotate.formats.strict_json import BadJson, Json, get
from annotate.formats.tags import TokenSpan
from annotate.model import Relation


@dataclass(frozen=True, slots=True)
class Arrow:
    """A relation between two spans of a sentence."""

    relation: Relation
    head: Placed
    tail: Placed


def forms(document: AnnotatedDocument, sentence: Sentence) -> list[str]:
    """The tokens of a sentence as text."""
    return [document.text[start:end] for start, end in sentence.tokens]


def arrows(document: AnnotatedDocument, sentences: Sequence[Sequence[Placed]], how: Writing) -> list[list[Arrow]]:
    """For each sentence, given its spans, the relations within it; those over a border or without a span are listed."""
    places = {placed.span.id: (n, placed) for n, sentence in enumerate(sentences) for placed in sentence}
    found: list[list[Arrow]] = [[] for _ in sentences]
    for relation in document.relations:
        head, tail = places.get(relation.head), places.get(relation.tail)
        if head is None or tail is None:
            how.lose_relation(document, relation, "relation without its span")
        elif head[0] != tail[0]:
            how.lose_relation(document, relation, "relation over a sentence border")
        else:
            found[head[0]].append(Arrow(relation, head[1], tail[1]))
            lose_relation_details(document, how, relation)
    order = {placed.span.id: number for sentence in sentences for number, placed in enumerate(sentence)}
    for list_ in found:
        list_.sort(key=lambda arrow: (order[arrow.relation.head], order[arrow.relation.tail], arrow.relation.label))
    return found


@dataclass(slots=True)
class TokenText:
    """A document being made of sentences of tokens: one space between tokens, LF between sentences."""

    lines: list[str] = field(default_factory=list)
    spans: list[Any] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    _length: int = 0

    def add(self, tokens: Sequence[str]) -> list[tuple[int, int]]:
        """Add a sentence; gives its tokens' places in the text."""
        places = []
        for token in tokens:
            places.append((self._length, self._length + len(token)))
            self._length += len(token) + 1
        self.lines.append(" ".join(tokens))
        return places

    def span(self, places: Sequence[tuple[int, int]], span: TokenSpan, *, name: str = "") -> str:
        """Add a span on a sentence's tokens (end exclusive); gives its id. Raises BadJson for tokens not there.

        ``name`` is its text where that tells that it begins or ends inside a token.
        """
        first, end, label = span
        if not 0 <= first < end <= len(places):
            raise BadJson(f"tokens {first}–{end} are not in a sentence of {len(places)}")
        borders = places[first][0], places[end - 1][1]
        if name:
            borders = self._narrowed(borders, places[first][1], places[end - 1][0], name)
        id = f"s{len(self.spans) + 1}"
        self.spans.append(file_span(id, (borders,), label))
        return id

    def _narrowed(self, borders: tuple[int, int], first_end: int, last_start: int, name: str) -> tuple[int, int]:
        """Where the name stands from its first token to its last, or the tokens' borders where it does not."""
        text = "\n".join(self.lines)
        at = text.find(name, *borders)
        while 0 <= at < first_end:
            if at + len(name) > last_start:
                return at, at + len(name)
            at = text.find(name, at + 1, borders[1])
        return borders

    def relation(self, head: str, tail: str, label: str) -> None:
        """Add a relation between two spans (ids)."""
        self.relations.append(file_relation("", head, tail, label))

    def document(self, name: str, meta: dict[str, Any], line: int) -> AnnotatedDocument:
        """The document as it stands."""
        return AnnotatedDocument(
            name=name,
            text="\n".join(self.lines),
            spans=tuple(self.spans),
            relations=tuple(self.relations),
            meta={TOKENS: "spaces", **meta},
            line=line,
        )


def strings(record: dict[str, Any], key: str) -> list[str]:
    """A list of tokens: strings, none of them empty or with a space. Raises BadJson."""
    return tokens_of(get(record, key, list), key)


def tokens_of(found: Json, what: str) -> list[str]:
    """The tokens in a list. Raises BadJson."""
    if not isinstance(found, list):
        raise BadJson(f'"{what}" holds {str(found)[:40]!r}, which is no list of tokens')
    for token in found:
        if not isinstance(token, str) or not token or token.isspace():
            raise BadJson(f'"{what}" holds {token!r}, which is no token')
    return found


def numbers(values: Json, count: int, what: str) -> Iterator[int]:
    """The whole numbers that a list begins with. Raises BadJson."""
    if not isinstance(values, list) or len(values) < count or any(type(value) is not int for value in values[:count]):
        raise BadJson(f"{str(values)[:40]} is no {what}")
    yield from values[:count]
