"""Reading Label Studio's JSON: full tasks, older ones with ``completions``, and JSON_MIN."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from annotate.formats.content import AnnotatedDocument, file_relation, file_span, file_suggestion
from annotate.formats.json_files import annotator_of, meta_of, other_keys, read_records, state_of
from annotate.formats.reading import Reading
from annotate.formats.strict_json import BadJson, an_object, get
from annotate.formats.surfaces import fitted
from annotate.model import Relation, Span, SuggestionState

NOTE = "note"
RESERVED = (NOTE, "label", "text")
"""Control names that an attribute cannot have."""
KNOWN_DATA = ("text", "name", "state", "annotator", "meta")


def read_labelstudio(reading: Reading) -> Iterator[AnnotatedDocument]:
    """One document for each annotation of each task; predictions become suggestions."""

    def parse(record: dict[str, Any], number: int, line: int) -> Iterable[AnnotatedDocument]:
        return _Task(reading, record, number, line).documents()

    return read_records(reading, parse)


class _Task:
    def __init__(self, reading: Reading, record: dict[str, Any], number: int, line: int) -> None:
        self._reading = reading
        self._record = record
        self._data = get(record, "data", dict, record)
        self._text = get(self._data, "text", str)
        self._line = line
        known = (*KNOWN_DATA, *(() if "data" in record else ("id", "label", "annotation_id", "annotator", "updated_at",
                 "created_at", "lead_time")))  # fmt: skip
        self._bare = AnnotatedDocument(
            name=get(self._data, "name", str, f"{reading.stem}-{number:04}"),
            text=self._text,
            annotator=annotator_of(self._data),
            state=state_of(self._data),
            meta=meta_of(self._data) | other_keys(reading, "labelstudio", self._data, known),
            line=line,
        )

    def documents(self) -> Iterator[AnnotatedDocument]:
        if "data" not in self._record:
            items = [an_object(item, "label") for item in get(self._record, "label", list, [])]
            spans, relations = self._result([{"type": "labels", "value": item} for item in items])
            yield replace(self._bare, spans=spans, relations=relations)
            return
        found = list(self._annotations())
        documents = found or [replace(self._bare, layered=False)]
        suggestions = tuple(self._predictions())
        yield replace(documents[0], suggestions=suggestions)
        yield from documents[1:]

    def _annotations(self) -> Iterator[AnnotatedDocument]:
        key = "annotations" if "annotations" in self._record else "completions"
        items = [an_object(item, "annotation") for item in get(self._record, key, list, [])]
        good = [item for item in items if not item.get("was_cancelled")]
        if len(good) < len(items):
            self._reading.changed["skipped (cancelled) annotation left out"] += len(items) - len(good)
        for item in good:
            spans, relations = self._result([an_object(r, "result") for r in get(item, "result", list, [])])
            document = replace(self._bare, spans=spans, relations=relations)
            if len(good) > 1:
                document = replace(document, annotator=_person(item))
            yield document

    def _predictions(self) -> Iterator[Any]:
        for prediction in get(self._record, "predictions", list, []):
            item = an_object(prediction, "prediction")
            by, score = str(item.get("model_version") or "prediction"), item.get("score")
            sure = float(score) if isinstance(score, int | float) and 0 <= score <= 1 else 1.0
            for span in self._result([an_object(r, "result") for r in get(item, "result", list, [])])[0]:
                state = SuggestionState.PENDING
                yield file_suggestion(span.start, span.end, span.label, by.replace("+", " "), round(sure, 4), state)

    def _result(self, items: list[dict[str, Any]]) -> tuple[tuple[Span, ...], tuple[Relation, ...]]:
        spans, claims = [], []
        details: dict[str, list[dict[str, Any]]] = {}
        for item in items:
            kind = item.get("type")
            if kind == "labels":
                for number, label in enumerate(get(get(item, "value", dict), "labels", list)):
                    value = get(item, "value", dict)
                    borders = get(value, "start", int), get(value, "end", int)
                    id = get(item, "id", str, "")
                    spans.append(file_span(id if not number or not id else f"{id}.{number}", (borders,), str(label)))
                    claims.append(((borders,), value.get("text"), self._line))
            elif kind in ("choices", "textarea"):
                details.setdefault(get(item, "id", str, ""), []).append(item)
            elif kind != "relation":
                self._reading.changed[f"region of type {kind!r} left out"] += 1
        pieces = fitted(self._reading, self._text, claims)
        placed = [replace(span, start=p[0][0], end=p[-1][1]) for span, p in zip(spans, pieces, strict=True)]
        arrows = [r for item in items if item.get("type") == "relation" for r in self._relations(item)]
        return tuple(_with_details(span, details.get(span.id, ())) for span in placed), tuple(arrows)

    def _relations(self, item: dict[str, Any]) -> Iterator[Relation]:
        head, tail = get(item, "from_id", str), get(item, "to_id", str)
        direction = get(item, "direction", str, "right")
        if direction not in ("left", "right", "bi"):
            raise BadJson(f"{direction!r} is no direction of a relation")
        if direction == "left":
            head, tail = tail, head
        elif direction == "bi":
            self._reading.changed["relation in both directions read as one"] += 1
        labels = get(item, "labels", list, [])
        if not labels:
            self._reading.changed["relation without a label read as related"] += 1
        meta = item.get("meta")
        said = meta if isinstance(meta, dict) else {}
        for label in labels or ["related"]:
            attributes, note = get(said, "attributes", dict, {}), get(said, "note", str, "")
            yield file_relation("", head, tail, str(label), attributes=attributes, note=note)


def _with_details(span: Span, items: Iterable[dict[str, Any]]) -> Span:
    attributes: dict[str, str | bool] = {}
    note = span.note
    for item in items:
        name, value = get(item, "from_name", str), get(item, "value", dict)
        if item["type"] == "choices":
            chosen = ", ".join(map(str, get(value, "choices", list)))
            attributes[name] = {"true": True, "false": False}.get(chosen, chosen)
        else:
            text = value.get("text", "")
            joined = "\n".join(map(str, text)) if isinstance(text, list) else str(text)
            if name == NOTE:
                note = joined
            else:
                attributes[name] = joined
    return replace(span, attributes=attributes, note=note)


def _person(annotation: dict[str, Any]) -> str:
    who = annotation.get("completed_by")
    if isinstance(who, dict):
        who = who.get("email") or who.get("id")
    return f"annotator {who}" if isinstance(who, int) else str(who or "annotator")
