"""doccano's JSONL: entities and relations by character offsets, every other key metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotate.formats.content import AnnotatedDocument, Writing, file_relation, file_span
from annotate.formats.format import Format
from annotate.formats.holding import held_relations, held_spans
from annotate.formats.json_files import (
    about,
    annotator_of,
    given_back,
    is_layered,
    keys_in,
    lines_of,
    meta_of,
    other_keys,
    read_records,
    state_of,
)
from annotate.formats.reading import Reading
from annotate.formats.strict_json import BadJson, Json, an_object, get
from annotate.model import Relation, Span

_SEQUENCES = re.compile(r'"labels?"\s*:\s*\[\s*\[')
_KNOWN = ("text", "entities", "relations", "label", "labels", "name", "state", "annotator", "meta")
_README = """\
To import the file beside this one into doccano: make a project of the type "Sequence labeling" and tick
"Allow overlapping entities" (else doccano drops nested entities in silence) and "Use relation labeling" (else the
relations become metadata). Then import it in the format JSONL.
"""


def write_doccano(documents: Iterable[AnnotatedDocument], path: Path, how: Writing) -> dict[str, str]:
    """One line a document; doccano refuses an empty text, so such a document is left out."""
    with lines_of(path) as write:
        for document in documents:
            if document.text:
                write(_record(document, how))
            else:
                how.lose_document(document, "empty document")
    return {".README.txt": _README}


def read_doccano(reading: Reading) -> Iterator[AnnotatedDocument]:
    """Documents of the form with relations, and of the older one with ``label`` or ``labels``."""

    def parse(record: dict[str, Any], number: int, line: int) -> Iterable[AnnotatedDocument]:
        spans = _spans(record)
        relations = [_relation(an_object(item, "relation")) for item in get(record, "relations", list, [])]
        yield AnnotatedDocument(
            name=get(record, "name", str, f"{reading.stem}-{number:04}"),
            text=get(record, "text", str),
            annotator=annotator_of(record),
            layered=is_layered(record, spans, relations),
            state=state_of(record),
            spans=tuple(spans),
            relations=tuple(relations),
            meta=meta_of(record) | other_keys(reading, "doccano", record, _KNOWN),
            line=line,
        )

    return read_records(reading, parse)


def _record(document: AnnotatedDocument, how: Writing) -> dict[str, Any]:
    spans = held_spans(document, how)
    numbers = {span.id: number for number, span in enumerate(spans)}
    relations = held_relations(document, how, numbers)
    return {
        "text": document.text,
        "entities": [
            {"id": numbers[span.id], "start_offset": span.start, "end_offset": span.end, "label": span.label}
            for span in spans
        ],
        "relations": [
            {"id": n, "from_id": numbers[relation.head], "to_id": numbers[relation.tail], "type": relation.label}
            for n, relation in enumerate(relations)
        ],
        **about(document, "doccano"),
        **given_back(document, "doccano", _KNOWN),
    }


def _spans(record: dict[str, Any]) -> list[Span]:
    if "entities" in record:
        return [_entity(an_object(item, "entity")) for item in get(record, "entities", list)]
    key = "label" if "label" in record else "labels"
    return [_labelled(item) for item in get(record, key, list, [])]


def _entity(item: dict[str, Any]) -> Span:
    borders = get(item, "start_offset", int), get(item, "end_offset", int)
    return file_span(str(get(item, "id", int)), (borders,), get(item, "label", str))


def _labelled(item: Json) -> Span:
    if not isinstance(item, list) or [type(part) for part in item] != [int, int, str]:
        raise BadJson(f"{str(item)[:40]} is no [start,end,label]")
    return file_span("", ((item[0], item[1]),), item[2])


def _relation(item: dict[str, Any]) -> Relation:
    ends = get(item, "from_id", int), get(item, "to_id", int)
    return file_relation(str(get(item, "id", int)), str(ends[0]), str(ends[1]), get(item, "type", str))


def _recognises(path: Path, head: str) -> bool:
    keys = keys_in(head)
    return "text" in keys and ("start_offset" in keys or bool(_SEQUENCES.search(head)))


DOCCANO = Format(name="doccano", suffix=".jsonl", read=read_doccano, write=write_doccano, recognises=_recognises)
