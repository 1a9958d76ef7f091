"""Prodigy's JSONL: tokens, spans by characters and by tokens (end inclusive), relations between last tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotate.arabic.tokens import tokenize
from annotate.formats.content import AnnotatedDocument, Writing, file_relation, file_span
from annotate.formats.format import Format
from annotate.formats.holding import SIDE, held_relations, held_spans
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
from annotate.formats.strict_json import BadJson, an_object, get
from annotate.model import Relation, Span, State

_KNOWN = ("text", "tokens", "spans", "relations", "meta", "answer", "_input_hash", "_task_hash")


def write_prodigy(documents: Iterable[AnnotatedDocument], path: Path, how: Writing) -> None:
    """One line a document; ``answer`` is ``accept`` for one that is done, and missing for others."""
    with lines_of(path) as write:
        for document in documents:
            write(_record(document, how))


def read_prodigy(reading: Reading) -> Iterator[AnnotatedDocument]:
    """Documents with the answer ``accept`` or none; others are passed over, which is said."""

    def parse(record: dict[str, Any], number: int, line: int) -> Iterable[AnnotatedDocument]:
        answer = record.get("answer", "accept")
        if answer != "accept":
            reading.changed[f"answer {answer!r}: left out"] += 1
            return
        text, meta = get(record, "text", str), get(record, "meta", dict, {})
        if "tokens" in record:
            _check_tokens(text, record)
        spans = [_span(an_object(item, "span"), n) for n, item in enumerate(get(record, "spans", list, []), 1)]
        relations = [
            _relation(an_object(item, "relation"), spans, record) for item in get(record, "relations", list, [])
        ]
        yield AnnotatedDocument(
            name=get(meta, "name", str, f"{reading.stem}-{number:04}"),
            text=text,
            annotator=annotator_of(meta),
            layered=is_layered(meta, spans, relations),
            state=state_of(meta) or (State.DONE if "answer" in record else None),
            spans=tuple(spans),
            relations=tuple(relations),
            meta=(meta_of(meta) if "state" in meta else dict(meta)) | other_keys(reading, "prodigy", record, _KNOWN),
            line=line,
        )

    return read_records(reading, parse)


def all_tokens(text: str) -> list[dict[str, Any]]:
    """Tokens that with their spaces are the text again: white space other than one space is a token of its own."""
    tokens: list[dict[str, Any]] = []

    def add(start: int, end: int) -> None:
        tokens.append({"text": text[start:end], "start": start, "end": end, "id": len(tokens), "ws": False})

    at = 0
    for start, end in [*tokenize(text), (len(text), len(text))]:
        if at < start and tokens and text[at] == " ":
            tokens[-1]["ws"] = True
            at += 1
        if at < start:
            add(at, start)
        if start < end:
            add(start, end)
        at = end
    return tokens


def _record(document: AnnotatedDocument, how: Writing) -> dict[str, Any]:
    tokens = all_tokens(document.text)
    spans = held_spans(document, how, attributes=SIDE, notes=SIDE)
    shown = {span.id: _span_record(span, tokens) for span in spans}
    relations = held_relations(document, how, shown, attributes=SIDE, notes=SIDE)
    record = {
        "text": document.text,
        "tokens": tokens,
        "spans": [{**shown[span.id], **_extras(span)} for span in spans],
        "relations": [
            {
                "head": shown[relation.head]["token_end"],
                "child": shown[relation.tail]["token_end"],
                "label": relation.label,
                "head_span": shown[relation.head],
                "child_span": shown[relation.tail],
                **_extras(relation),
            }
            for relation in relations
        ],
        "meta": about(document, "prodigy"),
    }
    answer = {"answer": "accept"} if document.state in (State.DONE, State.LOCKED) else {}
    return {**record, **answer, **given_back(document, "prodigy", _KNOWN)}


def _span_record(span: Span, tokens: list[dict[str, Any]]) -> dict[str, Any]:
    first = bisect_right(tokens, span.start, key=lambda token: token["end"])
    last = bisect_left(tokens, span.end, key=lambda token: token["start"]) - 1
    return {"start": span.start, "end": span.end, "token_start": first, "token_end": last, "label": span.label}


def _extras(item: Span | Relation) -> dict[str, Any]:
    attributes = {"attributes": dict(item.attributes)} if item.attributes else {}
    return attributes | ({"note": item.note} if item.note else {})


def _check_tokens(text: str, record: dict[str, Any]) -> None:
    tokens = [an_object(token, "token") for token in get(record, "tokens", list)]
    if (
        "".join(get(t, "text", str) + (" " if get(t, "ws", bool, True) else "") for t in tokens).rstrip()
        != text.rstrip()
    ):
        raise BadJson("the tokens do not make the text")


def _span(item: dict[str, Any], number: int) -> Span:
    return file_span(
        f"s{number}",
        ((get(item, "start", int), get(item, "end", int)),),
        get(item, "label", str),
        attributes=get(item, "attributes", dict, {}),
        note=get(item, "note", str, ""),
    )


def _relation(item: dict[str, Any], spans: list[Span], record: dict[str, Any]) -> Relation:
    ends = [_end(item, end, spans, record) for end in ("head", "child")]
    return file_relation(
        "",
        ends[0],
        ends[1],
        get(item, "label", str),
        attributes=get(item, "attributes", dict, {}),
        note=get(item, "note", str, ""),
    )


def _end(item: dict[str, Any], end: str, spans: list[Span], record: dict[str, Any]) -> str:
    """The span at one end: as ``head_span`` says; else the longest that ends on the token ``head``."""
    if f"{end}_span" in item:
        wanted = an_object(item[f"{end}_span"], f"{end}_span")
        borders = wanted.get("start"), wanted.get("end"), wanted.get("label")
        found = [s for s in spans if (s.start, s.end) == borders[:2] and borders[2] in (s.label, None, "")]
    else:
        tokens, number = get(record, "tokens", list), get(item, end, int)
        at = get(an_object(tokens[number], "token"), "end", int) if 0 <= number < len(tokens) else -1
        found = sorted((span for span in spans if span.end == at), key=lambda span: span.start)
    if not found:
        raise BadJson(f'relation: no span at its "{end}"')
    return found[0].id


def _recognises(path: Path, head: str) -> bool:
    keys = keys_in(head)
    return "text" in keys and (
        {"token_start", "spans"} <= keys or {"spans", "answer"} <= keys or {"tokens", "ws"} <= keys
    )


PRODIGY = Format(name="prodigy", suffix=".jsonl", read=read_prodigy, write=write_prodigy, recognises=_recognises)
