"""Files of one token a line, a form and its tags, with a blank line after each sentence: what their readers share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from annotate.formats.content import TOKENS, AnnotatedDocument, file_span
from annotate.formats.reading import Reading
from annotate.formats.tags import BadTag, TokenSpan, split_tag
from annotate.model import Span

DOCUMENT_START = "-DOCSTART-"

_SPACES = re.compile(" +")

Row = tuple[str, list[tuple[str, str]]]
"""A form and its tags, each split in prefix and label."""
Rows = list[Row]


class TokenLines:
    """Reads the lines of one file. ``nested``: every field but the first is a tag, else only the last is one.

    ``repair`` mends what the old release of ANERcorp has: lines without a form, and lines of three fields.
    """

    def __init__(self, reading: Reading, *, nested: bool = False, repair: bool = False) -> None:
        self._reading = reading
        self._nested = nested
        self._repair = repair
        self._fields = 0

    def documents(self) -> list[list[Rows]]:
        """The documents that have tokens, each as its sentences."""
        documents: list[list[Rows]] = [[[]]]
        for number, line in self._reading.lines(self._reading.text()):
            if not line.strip(" \t"):
                documents[-1].append([])
            elif line.startswith(DOCUMENT_START):
                documents.append([[]])
            elif row := self._row(number, line):
                documents[-1][-1].append(row)
        full = [[rows for rows in sentences if rows] for sentences in documents]
        if not any(full):
            raise self._reading.problem(0, "no tokens in it")
        return [sentences for sentences in full if sentences]

    def _row(self, number: int, line: str) -> Row | None:
        fields = line.strip("\t").split("\t") if "\t" in line.strip("\t") else _SPACES.split(line.strip(" \t"))
        if self._repair and len(fields) == 1 and line.startswith(" "):
            self._reading.changed["line without a form skipped"] += 1
            return None
        if self._repair and len(fields) == 3 and self._fields == 2:
            self._reading.changed["field in the middle of a line skipped"] += 1
            fields = [fields[0], fields[2]]
        if not self._fields:
            self._fields = max(len(fields), 2)
            if self._fields > 2 and not self._nested:
                self._reading.changed[f"columns 2 to {self._fields - 1} skipped"] += 1
        if len(fields) != self._fields and not (self._nested and len(fields) > 1):
            plural = "" if len(fields) == 1 else "s"
            raise self._reading.problem(number, f"{len(fields)} field{plural}, {self._fields} expected")
        try:
            return fields[0], [split_tag(tag) for tag in (fields[1:] if self._nested else fields[-1:])]
        except BadTag as bad:
            raise self._reading.problem(number, str(bad)) from None


def token_documents(
    reading: Reading, documents: Sequence[list[Rows]], spans_of: Callable[[Rows], list[TokenSpan]]
) -> Iterator[AnnotatedDocument]:
    """Documents whose text is their tokens, joined by one space, the sentences by LF.

    ``spans_of`` gives the spans of a sentence in tokens.
    """
    for number, sentences in enumerate(documents, 1):
        lines: list[str] = []
        spans: list[Span] = []
        at = 0
        for rows in sentences:
            borders = []
            for form, _ in rows:
                borders.append((at, at + len(form)))
                at += len(form) + 1
            lines.append(" ".join(form for form, _ in rows))
            for first, end, label in spans_of(rows):
                pieces = ((borders[first][0], borders[end - 1][1]),)
                spans.append(file_span(f"s{len(spans) + 1}", pieces, label))
        name = reading.stem if len(documents) == 1 else f"{reading.stem}-{number:04}"
        yield AnnotatedDocument(name=name, text="\n".join(lines), spans=tuple(spans), meta={TOKENS: "spaces"})
