"""Files of JSON records, one a line or all in one array: reading, writing, and the keys that are not ours."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotate.formats import strict_json
from annotate.formats.content import AnnotatedDocument
from annotate.formats.format import open_to_write
from annotate.formats.reading import Reading
from annotate.formats.strict_json import BadJson, Json
from annotate.model import State

_KEY = re.compile(r'"(\w+)"\s*:')

Parse = Callable[[dict[str, Any], int, int], Iterable[AnnotatedDocument]]
"""Documents of a record, given its number from 1 and its line (0: in an array). May raise BadJson."""


def read_records(reading: Reading, parse: Parse) -> Iterator[AnnotatedDocument]:
    """The documents of all records of a file. A faulty record is named by its line, in an array by its number."""
    text = reading.utf8()

    def documents(number: int, line: int, value: Json) -> list[AnnotatedDocument]:
        try:
            record = strict_json.load(value) if line else value
            return list(parse(strict_json.an_object(record), number, line))
        except BadJson as bad:
            raise reading.problem(line, str(bad) if line else f"record {number}: {bad}") from None

    if text.lstrip().startswith("["):
        for number, item in enumerate(_array(reading, text), 1):
            yield from reading.attempt(documents, number, 0, item) or ()
        return
    number = 0
    for line, content in reading.lines(text):
        if content.strip():
            number += 1
            yield from reading.attempt(documents, number, line, content) or ()


def _array(reading: Reading, text: str) -> list[Json]:
    try:
        found: list[Json] = strict_json.load(text)
    except BadJson as bad:
        raise reading.problem(0, str(bad)) from None
    return found


@contextmanager
def lines_of(path: Path) -> Iterator[Callable[[Mapping[str, Any]], None]]:
    """A file of one record a line; gives the function that writes one."""
    with open_to_write(path) as out:
        yield lambda record: _write(out.write, strict_json.dump(record) + "\n")


@contextmanager
def array_of(path: Path, *, ascii: bool = False) -> Iterator[Callable[[Mapping[str, Any]], None]]:
    """A file of one array, a record a line; gives the function that writes one. ``ascii``: everything else escaped."""
    with open_to_write(path) as out:
        before = ["["]

        def write(record: Mapping[str, Any]) -> None:
            text = json.dumps(record, separators=(",", ":")) if ascii else strict_json.dump(record)
            out.write(before[0] + text)
            before[0] = ",\n"

        yield write
        out.write("]\n" if before[0] != "[" else "[]\n")


def _write(write: Callable[[str], int], text: str) -> None:
    write(text)


def keys_in(head: str) -> set[str]:
    """The keys that occur in the beginning of a JSON file."""
    return set(_KEY.findall(head)) if head.lstrip()[:1] in ("[", "{") else set()


def other_keys(
    reading: Reading, format: str, record: Mapping[str, Any], known: Collection[str]
) -> dict[str, dict[str, Any]]:
    """The ``meta`` that keeps the keys of a record that a format does not know, which is said."""
    unknown = {key: value for key, value in record.items() if key not in known}
    for key in unknown:
        reading.changed[f'key "{key}" kept in meta'] += 1
    return {format: unknown} if unknown else {}


def given_back(document: AnnotatedDocument, format: str, known: Collection[str]) -> dict[str, Any]:
    """The keys that a record of this format brought with it."""
    kept = document.meta.get(format)
    return {key: value for key, value in kept.items() if key not in known} if isinstance(kept, dict) else {}


def state_of(record: Mapping[str, Any]) -> State | None:
    """The state that a record names, if it is one of ours."""
    value = record.get("state")
    return State(value) if value in set(State) else None


def about(document: AnnotatedDocument, format: str) -> dict[str, Any]:
    """Name, state, annotator and meta of a document, as the formats with room for them write it."""
    meta = {key: value for key, value in document.meta.items() if key != format}
    found: dict[str, Any] = {"name": document.name, "state": (document.state or State.TODO).value}
    return found | {"annotator": document.annotator} | ({"meta": meta} if meta else {})


def annotator_of(record: Mapping[str, Any]) -> str:
    """The annotator that a record names."""
    value = record.get("annotator", "")
    return value if isinstance(value, str) else ""


def is_layered(record: Mapping[str, Any], *parts: object) -> bool:
    """Whether somebody has annotated: a record of ours without annotator, state and spans is an untouched text."""
    return (
        any(parts)
        or "annotator" not in record
        or bool(record["annotator"])
        or state_of(record) not in (None, State.TODO)
    )


def meta_of(record: Mapping[str, Any]) -> dict[str, Any]:
    """The meta that a record of ours carries."""
    found = record.get("meta")
    return dict(found) if isinstance(found, dict) else {}
