"""Wojood: one token a line with as many tags as spans are open on it, the outer before the inner.

Nested and crossing spans come back as they went in, but for two crossing spans of one label: they cannot be told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from annotate.formats.conll import token_lines_of
from annotate.formats.content import AnnotatedDocument, Writing
from annotate.formats.format import Format, open_to_write
from annotate.formats.grid import Placed, Sentence, grid
from annotate.formats.reading import Reading
from annotate.formats.tags import TokenSpan
from annotate.formats.token_lines import Rows, TokenLines, token_documents


def write_wojood(documents: Iterable[AnnotatedDocument], path: Path, how: Writing) -> None:
    """``FORM TAG TAG …``, single spaces, ``O`` where no span is open, a blank line after each sentence."""
    order = {entity.id: number for number, entity in enumerate(how.labels.entities)}

    def opening(placed: Placed) -> tuple[int, int, int, str]:
        label = placed.span.label
        return placed.first, -placed.end, order.get(label, len(order)), label

    with open_to_write(path) as out:
        for document in documents:
            kept: list[Placed] = []
            for sentence in grid(document, how):
                spans = sorted(_tellable(document, sentence, how), key=opening)
                kept += spans
                tags: list[list[str]] = [[] for _ in sentence.tokens]
                for placed in spans:
                    for number in range(placed.first, placed.end):
                        tags[number].append(f"{'B' if placed.first == number else 'I'}-{placed.span.label}")
                for (start, end), on in zip(sentence.tokens, tags, strict=True):
                    out.write(f"{document.text[start:end]} {' '.join(on) or 'O'}\n")
                out.write("\n")
            for relation in document.relations:
                how.lose_relation(document, relation, "relation")
            how.lose_details(document, [placed.span for placed in kept])


def read_wojood(reading: Reading) -> Iterator[AnnotatedDocument]:
    """The documents of a file of nested tags."""

    def spans(rows: Rows) -> list[TokenSpan]:
        found, orphans = decode_nested(rows)
        if orphans:
            reading.changed["orphan I-"] += orphans
        return found

    yield from token_documents(reading, TokenLines(reading, nested=True).documents(), spans)


def decode_nested(rows: Rows) -> tuple[list[TokenSpan], int]:
    """The spans of a sentence, and how many tags continued nothing.

    An ``I-X`` continues the first open span of X that this line has not continued yet, in the order of opening.
    """
    spans: list[TokenSpan] = []
    orphans = 0
    open_spans: list[tuple[int, str]] = []
    for number, (_, tags) in enumerate([*rows, ("", [])]):
        still: list[tuple[int, str]] = []
        for prefix, label in tags:
            going = [span for span in open_spans if span[1] == label] if prefix in "IE" else []
            if going:
                open_spans.remove(going[0])
                still.append(going[0])
            elif prefix != "O":
                orphans += prefix in "IE"
                still.append((number, label))
        spans += [(start, number, label) for start, label in open_spans]
        open_spans = sorted(still, key=lambda span: span[0])
    return sorted(spans, key=lambda span: (span[0], -span[1], span[2])), orphans


def _tellable(document: AnnotatedDocument, sentence: Sentence, how: Writing) -> Iterator[Placed]:
    """The spans of a sentence without the shorter of two crossing ones of one label, which are listed."""
    kept: list[Placed] = []
    for placed in sorted(sentence.placed, key=lambda p: (p.first - p.end, p.first)):
        if any(other.span.label == placed.span.label and _cross(other, placed) for other in kept):
            how.lose_span(document, placed.span, "crossing")
        else:
            kept.append(placed)
            yield placed


def _cross(one: Placed, other: Placed) -> bool:
    """Whether the later of two spans of one label goes on behind the end of the earlier: read back, they would swap."""
    first, second = sorted((one, other), key=lambda placed: (placed.first, -placed.end))
    return first.first < second.first < first.end < second.end


def _recognises(path: Path, head: str) -> bool:
    lines = token_lines_of(head)
    tags = ("O", "B-", "I-")
    return len({len(fields) for fields in lines}) > 1 and all(f.startswith(tags) for line in lines for f in line[1:])


WOJOOD = Format(
    name="wojood",
    suffix=".txt",
    read=read_wojood,
    write=write_wojood,
    recognises=_recognises,
    tokens=True,
)
