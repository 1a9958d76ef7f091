"""What every document of a file passes before it comes in: its text mapped once, its offsets moved along."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from annotate.formats.content import AnnotatedDocument
from annotate.formats.reading import Reading
from annotate.formats.text_mapping import Mapped, mapped
from annotate.model import Relation, Span, Suggestion

Range = tuple[int, int]


def admitted(reading: Reading, document: AnnotatedDocument, *, fold: bool = False) -> AnnotatedDocument:
    """The document as it may come in: every offset fits its text, ids are unique, equal spans and relations stand once.

    Raises FileProblem for what no repair can mend: an offset outside, an empty label, a relation without its span.
    """
    return _Admission(reading, document, fold).document()


class _Admission:
    def __init__(self, reading: Reading, document: AnnotatedDocument, fold: bool) -> None:
        self._reading = reading
        self._given = document
        if "\0" in document.text:
            raise self._bad("U+0000 in the text")
        if not document.name.strip():
            raise self._bad("a document without a name")
        self._map: Mapped = mapped(document.text, reading.changed, fold=fold)
        self._kept: dict[str, str] = {}

    def document(self) -> AnnotatedDocument:
        given = self._given
        spans = self._spans()
        return replace(
            given,
            text=self._map.text,
            spans=spans,
            relations=self._relations(),
            suggestions=tuple(self._suggestion(suggestion) for suggestion in given.suggestions),
            read=given.read if given.read is None else tuple(map(self._moved, map(self._inside, given.read))),
        )

    def _bad(self, what: str) -> Exception:
        return self._reading.problem(self._given.line, what)

    def _inside(self, stretch: Range, of: str = "") -> Range:
        start, end = stretch
        if not 0 <= start < end <= len(self._given.text):
            raise self._bad(f"{of}{start}–{end} does not fit a text of {len(self._given.text)} characters")
        return stretch

    def _moved(self, stretch: Range) -> Range:
        return self._map.start(stretch[0]), self._map.end(stretch[1])

    def _spans(self) -> tuple[Span, ...]:
        seen: dict[tuple[tuple[Range, ...], str], str] = {}
        spans: list[Span] = []
        for number, span in enumerate(self._given.spans, 1):
            id = span.id or f"s{number}"
            if id in self._kept:
                raise self._bad(f"span {id} stands twice")
            pieces = self._pieces(span, id)
            if not pieces:
                continue
            self._kept[id] = seen.setdefault((pieces, span.label), id)
            if self._kept[id] != id:
                self._reading.changed["duplicate span"] += 1
                continue
            fragments = pieces if len(pieces) > 1 else ()
            spans.append(replace(span, id=id, start=pieces[0][0], end=pieces[-1][1], fragments=fragments))
        return tuple(spans)

    def _pieces(self, span: Span, id: str) -> tuple[Range, ...]:
        if not span.label.strip():
            raise self._bad(f"span {id}: empty label")
        pieces = [self._inside(piece, f"span {id}: ") for piece in span.pieces]
        if any(left[1] >= right[0] for left, right in pairwise(pieces)):
            raise self._bad(f"span {id}: its pieces do not ascend or touch")
        moved = tuple(piece for piece in map(self._moved, pieces) if piece[0] < piece[1])
        if not moved:
            self._reading.changed["span of nothing but a BOM left out"] += 1
        return moved

    def _relations(self) -> tuple[Relation, ...]:
        seen: set[tuple[str, str, str]] = set()
        ids: set[str] = set()
        relations: list[Relation] = []
        for number, relation in enumerate(self._given.relations, 1):
            id = relation.id or f"r{number}"
            if id in ids:
                raise self._bad(f"relation {id} stands twice")
            ids.add(id)
            head, tail = self._ends(id, relation)
            key = head, tail, relation.label
            if key in seen:
                self._reading.changed["duplicate relation"] += 1
                continue
            seen.add(key)
            relations.append(replace(relation, id=id, head=head, tail=tail))
        return tuple(relations)

    def _ends(self, id: str, relation: Relation) -> tuple[str, str]:
        if not relation.label.strip():
            raise self._bad(f"relation {id}: empty label")
        for end in (relation.head, relation.tail):
            if end not in self._kept:
                raise self._bad(f"relation {id}: no span {end}")
        head, tail = self._kept[relation.head], self._kept[relation.tail]
        if head == tail:
            raise self._bad(f"relation {id}: both ends are the same span")
        return head, tail

    def _suggestion(self, suggestion: Suggestion) -> Suggestion:
        start, end = self._moved(self._inside((suggestion.start, suggestion.end), "suggestion "))
        if not suggestion.label.strip():
            raise self._bad(f"suggestion {start}–{end}: empty label")
        return replace(suggestion, start=start, end=end)
