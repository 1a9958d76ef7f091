"""Tables, import only: a row a document, its text in the column ``text``, the other columns in its meta."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from annotate.formats.content import AnnotatedDocument
from annotate.formats.format import Format
from annotate.formats.reading import Reading

_DELIMITERS = ",;\t|"
_LONGEST_FIELD = 100_000_000
_NAMES = ("name", "id")


def read_csv(reading: Reading) -> Iterator[AnnotatedDocument]:
    """The rows of a table with a header; the delimiter is the one that parts the header best."""
    text = reading.text()
    if text[:4].lower() == "sep=" and "\n" in text[:8]:
        delimiter, text = text[4], text[text.index("\n") + 1 :]
    else:
        delimiter = max(_DELIMITERS, key=text.partition("\n")[0].count)
    # The library's limit of 131,072 characters a field is shorter than an article may be.
    csv.field_size_limit(_LONGEST_FIELD)
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [name.strip() for name in table.fieldnames or ()]
        if "text" not in header:
            raise reading.problem(1, f"no column text: {', '.join(header) or 'no header'}")
        table.fieldnames = header
        reading.changed[f"delimiter {delimiter!r}"] += 1
        for number, row in enumerate(table, 1):
            document = reading.attempt(_document, reading, table.line_num, number, row)
            if document:
                yield document
    except csv.Error as error:
        raise reading.problem(table.line_num, str(error)) from None


def _document(
    reading: Reading, line: int, number: int, row: dict[str | None, str | list[str] | None]
) -> AnnotatedDocument:
    if None in row or None in row.values():
        raise reading.problem(line, "more or fewer fields than the header has")
    cells = {str(key): str(value) for key, value in row.items()}
    given = next((cells[key] for key in _NAMES if cells.get(key, "").strip()), "")
    meta = {key: value for key, value in cells.items() if key != "text" and not (key in _NAMES and value == given)}
    return AnnotatedDocument(
        name=given or f"{reading.stem}-{number:04}", text=cells["text"], layered=False, meta=meta, line=line
    )


def _recognises(path: Path, head: str) -> bool:
    return path.suffix.lower() in (".csv", ".tsv") and any("text" in line for line in head.split("\n")[:2])


CSV = Format(name="csv", suffix=".csv", read=read_csv, recognises=_recognises)
