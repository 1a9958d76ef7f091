"""The native JSONL: one document and layer a line, everything in it; equal content gives equal bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from annotate.formats import strict_json
from annotate.formats.content import (
    AnnotatedDocument,
    Writing,
    file_relation,
    file_span,
    file_suggestion,
)
from annotate.formats.format import Format, open_to_write
from annotate.formats.reading import Reading
from annotate.formats.strict_json import BadJson, Json, get
from annotate.model import Attributes, Relation, Span, State, Suggestion, SuggestionState

S = TypeVar("S", State, SuggestionState)

_KEYS = {"name", "text", "annotator", "state", "read", "spans", "relations", "suggestions", "meta"}


def write_jsonl(documents: Iterable[AnnotatedDocument], path: Path, how: Writing) -> None:
    """One line a document; nothing is lost."""
    with open_to_write(path) as out:
        for document in documents:
            out.write(strict_json.dump(to_record(document)) + "\n")


def read_jsonl(reading: Reading) -> Iterator[AnnotatedDocument]:
    """The documents of a native JSONL file."""
    for number, line in reading.lines(reading.utf8()):
        if line.strip():
            document = reading.attempt(_parsed, reading, number, line)
            if document:
                yield document


def to_record(document: AnnotatedDocument) -> dict[str, Any]:
    """The record of a document, keys in their order."""
    meta = dict(document.meta)
    own = meta.get("jsonl")
    foreign = meta.pop("jsonl") if isinstance(own, dict) and own and not _KEYS & own.keys() else {}
    record: dict[str, Any] = {
        "name": document.name,
        "text": document.text,
        "annotator": document.annotator,
        "state": (document.state or State.TODO).value,
    }
    if document.read is not None:
        record["read"] = [list(stretch) for stretch in document.read]
    return record | {
        "spans": [_span_record(span) for span in document.spans],
        "relations": [_relation_record(relation) for relation in document.relations],
        "suggestions": [_suggestion_record(suggestion) for suggestion in document.suggestions],
        "meta": _sorted(meta),
        **_sorted(foreign),
    }


def from_record(record: Mapping[str, Any], line: int) -> AnnotatedDocument:
    """The document of a record. Raises BadJson. Unknown keys go to ``meta`` under ``jsonl``."""
    spans = tuple(_span(item) for item in _objects(record, "spans", "span"))
    relations = tuple(_relation(item) for item in _objects(record, "relations", "relation"))
    state = _choice(State, get(record, "state", str)) if "state" in record else None
    annotator = get(record, "annotator", str, "")
    meta = dict(get(record, "meta", dict, {}))
    if unknown := {key: value for key, value in record.items() if key not in _KEYS}:
        meta["jsonl"] = unknown
    return AnnotatedDocument(
        name=get(record, "name", str),
        text=get(record, "text", str),
        annotator=annotator,
        layered=bool(annotator or spans or relations or state not in (None, State.TODO)),
        state=state,
        read=tuple(_stretch(item) for item in get(record, "read", list)) if "read" in record else None,
        spans=spans,
        relations=relations,
        suggestions=tuple(_suggestion(item) for item in _objects(record, "suggestions", "suggestion")),
        meta=meta,
        line=line,
    )


def _parsed(reading: Reading, number: int, line: str) -> AnnotatedDocument:
    try:
        record = strict_json.an_object(strict_json.load(line))
        document = from_record(record, number)
    except BadJson as bad:
        raise reading.problem(number, str(bad)) from None
    for key in record.keys() - _KEYS:
        reading.changed[f'key "{key}" kept in meta'] += 1
    return document


def _span_record(span: Span) -> dict[str, Any]:
    record: dict[str, Any] = {"id": span.id, "start": span.start, "end": span.end}
    if span.fragments:
        record["fragments"] = [list(piece) for piece in span.fragments]
    return record | {"label": span.label, "attributes": dict(sorted(span.attributes.items())), "note": span.note}


def _relation_record(relation: Relation) -> dict[str, Any]:
    return {
        "id": relation.id,
        "label": relation.label,
        "head": relation.head,
        "tail": relation.tail,
        "attributes": dict(sorted(relation.attributes.items())),
        "note": relation.note,
    }


def _suggestion_record(suggestion: Suggestion) -> dict[str, Any]:
    return {
        "start": suggestion.start,
        "end": suggestion.end,
        "label": suggestion.label,
        "by": suggestion.by,
        "score": round(suggestion.score, 4),
        "state": suggestion.state.value,
    }


def _span(item: dict[str, Any]) -> Span:
    hull = get(item, "start", int), get(item, "end", int)
    pieces = tuple(_stretch(piece) for piece in get(item, "fragments", list, [list(hull)]))
    if not pieces or (pieces[0][0], pieces[-1][1]) != hull:
        raise BadJson(f'"fragments" do not fill {hull[0]}–{hull[1]}')
    return file_span(
        _id(item), pieces, get(item, "label", str), attributes=_attributes(item), note=get(item, "note", str, "")
    )


def _relation(item: dict[str, Any]) -> Relation:
    return file_relation(
        _id(item),
        get(item, "head", str),
        get(item, "tail", str),
        get(item, "label", str),
        attributes=_attributes(item),
        note=get(item, "note", str, ""),
    )


def _suggestion(item: dict[str, Any]) -> Suggestion:
    score = get(item, "score", float, 1.0)
    if not 0 <= score <= 1:
        raise BadJson(f"score {score} is not between 0 and 1")
    return file_suggestion(
        get(item, "start", int),
        get(item, "end", int),
        get(item, "label", str),
        get(item, "by", str, "file"),
        round(score, 4),
        _choice(SuggestionState, get(item, "state", str, "pending")),
    )


def _id(item: dict[str, Any]) -> str:
    return get(item, "id", str, "")


def _attributes(item: dict[str, Any]) -> Attributes:
    found = get(item, "attributes", dict, {})
    for name, value in found.items():
        if not isinstance(value, str | bool):
            raise BadJson(f"attribute {name!r} is neither a string nor true or false")
    return found


def _objects(record: Mapping[str, Any], key: str, what: str) -> list[dict[str, Any]]:
    return [strict_json.an_object(item, what) for item in get(record, key, list, [])]


def _stretch(item: Json) -> tuple[int, int]:
    if not isinstance(item, list) or len(item) != 2 or not all(type(offset) is int for offset in item):
        raise BadJson(f"{json.dumps(item)[:40]} is no [start,end]")
    return item[0], item[1]


def _choice(kind: type[S], value: str) -> S:
    try:
        return kind(value)
    except ValueError:
        raise BadJson(f"{value!r} is no state") from None


def _sorted(meta: Mapping[str, Any]) -> dict[str, Any]:
    """The same content with the keys at every depth in order, so that equal content gives equal bytes."""
    found: dict[str, Any] = json.loads(json.dumps(meta, sort_keys=True))
    return found


def _recognises(path: Path, head: str) -> bool:
    try:
        record = json.loads(head.split("\n", 1)[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and {"name", "text"} <= record.keys() and "entities" not in record


JSONL = Format(name="jsonl", suffix=".jsonl", read=read_jsonl, write=write_jsonl, recognises=_recognises)
