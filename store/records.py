"""Records as rows of tables and as JSON of the journal, and back.

JSON is written in one canonical form (sorted keys, no spaces), so that equal values are equal text in a file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any, Generic, TypeVar

from annotate.changes import Change, Record
from annotate.labels import LabelSet, from_plain
from annotate.model import (
    Annotator,
    Attributes,
    Decision,
    Document,
    Json,
    Layer,
    Receipt,
    Relation,
    Span,
    State,
    Suggestion,
    SuggestionState,
    Version,
)

Row = tuple[Any, ...]

_Record = TypeVar("_Record")


def to_json(value: Json) -> str:
    """The canonical JSON text of a value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Table(Generic[_Record]):
    """How one kind of record lies in its table: ``columns``, the first ``keys`` of which identify a row."""

    name: str
    keys: int
    columns: tuple[str, ...]
    row: Callable[[_Record], Row]
    record: Callable[[Row], _Record]

    @property
    def select(self) -> str:
        """The beginning of a query whose rows ``record`` takes."""
        return f"SELECT {', '.join(self.columns)} FROM {self.name}"


def _attributes(attributes: Attributes) -> str:
    return to_json(dict(attributes)) if attributes else "{}"


def _span_row(span: Span) -> Row:
    place = span.id, span.document, span.annotator, span.start, span.end, span.label
    fragments = to_json(span.fragments) if span.fragments else "[]"
    return *place, fragments, _attributes(span.attributes), span.note


def _span(row: Row) -> Span:
    id, document, annotator, start, end, label, fragments, attributes, note = row
    return Span(
        id=id,
        document=document,
        annotator=annotator,
        start=start,
        end=end,
        label=label,
        fragments=() if fragments == "[]" else _ranges(json.loads(fragments)),
        attributes={} if attributes == "{}" else json.loads(attributes),
        note=note,
    )


def _relation_row(relation: Relation) -> Row:
    ends = relation.id, relation.document, relation.annotator, relation.label, relation.head, relation.tail
    return *ends, _attributes(relation.attributes), relation.note


def _relation(row: Row) -> Relation:
    id, document, annotator, label, head, tail, attributes, note = row
    return Relation(
        id=id,
        document=document,
        annotator=annotator,
        label=label,
        head=head,
        tail=tail,
        attributes=json.loads(attributes),
        note=note,
    )


def _layer_row(layer: Layer) -> Row:
    return layer.document, layer.annotator, layer.state.value, to_json(layer.read)


def _layer(row: Row) -> Layer:
    document, annotator, state, read = row
    return Layer(document=document, annotator=annotator, state=State(state), read=_ranges(json.loads(read)))


def _annotator_row(annotator: Annotator) -> Row:
    return annotator.id, annotator.name


def _annotator(row: Row) -> Annotator:
    return Annotator(id=row[0], name=row[1])


def _document_row(document: Document) -> Row:
    return document.id, document.name, document.position, to_json(dict(document.meta)), document.text


def _document(row: Row) -> Document:
    id, name, position, meta, text = row
    return Document(id=id, name=name, text=text, position=position, meta=json.loads(meta))


def _suggestion_row(suggestion: Suggestion) -> Row:
    return *suggestion.key, float(suggestion.score), suggestion.state.value


def _suggestion(row: Row) -> Suggestion:
    document, annotator, start, end, label, by, score, state = row
    return Suggestion(
        document=document,
        annotator=annotator,
        start=start,
        end=end,
        label=label,
        by=by,
        score=score,
        state=SuggestionState(state),
    )


def _decision_row(decision: Decision) -> Row:
    item = decision.id, decision.document, decision.kind, decision.start, decision.end
    return *item, str(decision.choice), decision.rule, decision.gold, decision.comment


def _decision(row: Row) -> Decision:
    return Decision(**dict(zip(_DECISION_FIELDS, row, strict=True)))


def _receipt_row(receipt: Receipt) -> Row:
    return receipt.document, receipt.annotator, to_json(dict(receipt.version)), receipt.local


def _receipt(row: Row) -> Receipt:
    document, annotator, version, local = row
    return Receipt(document=document, annotator=annotator, version=_version(json.loads(version)), local=local)


def _version(data: dict[str, tuple[int, str]]) -> Version:
    return {journal: (steps, digest) for journal, (steps, digest) in data.items()}


_DECISION_FIELDS = ("id", "document", "kind", "start", "end", "choice", "rule", "gold", "comment")
_PLACE = ("document", "annotator", "start", '"end"', "label")

DOCUMENTS = Table("documents", 1, ("id", "name", "position", "meta", "text"), _document_row, _document)
ANNOTATORS = Table("annotators", 1, ("id", "name"), _annotator_row, _annotator)
LAYERS = Table("layers", 2, ("document", "annotator", "state", "read"), _layer_row, _layer)
SPANS = Table("spans", 1, ("id", *_PLACE, "fragments", "attributes", "note"), _span_row, _span)
RELATIONS = Table(
    "relations",
    1,
    ("id", "document", "annotator", "label", "head", "tail", "attributes", "note"),
    _relation_row,
    _relation,
)
SUGGESTIONS = Table("suggestions", 6, (*_PLACE, '"by"', "score", "state"), _suggestion_row, _suggestion)

DECISIONS = Table(
    "decisions",
    1,
    tuple('"end"' if name == "end" else name for name in _DECISION_FIELDS),
    _decision_row,
    _decision,
)

RECEIPTS = Table("receipts", 2, ("document", "annotator", "version", "local"), _receipt_row, _receipt)


def change_to_plain(change: Change) -> dict[str, Any]:
    """A change as the journal keeps it: kind, before, after; fields that have their default are left out.

    A document comes without its text and, where it came or went, without what files said of it: both stand in its row.
    """
    whole = change.before is not None and change.after is not None
    return {
        "kind": _KINDS[type(change.record)],
        "before": _plain(change.before, whole),
        "after": _plain(change.after, whole),
    }


def change_from_plain(data: Mapping[str, Any]) -> Change:
    """The change that ``change_to_plain`` wrote; documents have an empty text."""
    read = _READERS[data["kind"]]
    before, after = data["before"], data["after"]
    return Change(None if before is None else read(before), None if after is None else read(after))


def _plain(record: Record | None, whole: bool) -> dict[str, Any] | None:
    match record:
        case None:
            return None
        case LabelSet():
            return record.to_plain()
        case Document():
            known = {"id": record.id, "name": record.name, "position": record.position}
            return known | ({"meta": dict(record.meta)} if whole else {})
        case _:
            return {
                name: dict(value) if isinstance(value, Mapping) else value
                for name, default in _DEFAULTS[type(record)]
                if (value := getattr(record, name)) != default
            }


def _defaults(kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    """The fields of a kind of record, each with its default; MISSING, which no value equals, where it has none."""
    return tuple(
        (field.name, field.default if field.default_factory is MISSING else field.default_factory())
        for field in fields(kind)
    )


def _ranges(pairs: Json) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in pairs)


def _read_document(data: dict[str, Any]) -> Document:
    return Document(**data, text="")


def _read_layer(data: dict[str, Any]) -> Layer:
    state = State(data.get("state", State.TODO))
    return Layer(**data | {"state": state, "read": _ranges(data.get("read", ()))})


def _read_span(data: dict[str, Any]) -> Span:
    return Span(**data | {"fragments": _ranges(data.get("fragments", ()))})


def _read_suggestion(data: dict[str, Any]) -> Suggestion:
    state = SuggestionState(data.get("state", SuggestionState.PENDING))
    return Suggestion(**data | {"state": state})


def _read_annotator(data: dict[str, Any]) -> Annotator:
    return Annotator(**data)


def _read_decision(data: dict[str, Any]) -> Decision:
    return Decision(**data)


def _read_receipt(data: dict[str, Any]) -> Receipt:
    return Receipt(**data | {"version": _version(data.get("version", {}))})


def _read_relation(data: dict[str, Any]) -> Relation:
    return Relation(**data)


_KINDS: dict[type, str] = {
    Document: "document",
    Annotator: "annotator",
    Layer: "layer",
    Span: "span",
    Relation: "relation",
    Suggestion: "suggestion",
    Decision: "decision",
    Receipt: "receipt",
    LabelSet: "label_set",
}
_WHOLE = (Annotator, Layer, Span, Relation, Suggestion, Decision, Receipt)
_DEFAULTS: dict[type, tuple[tuple[str, Any], ...]] = {kind: _defaults(kind) for kind in _WHOLE}
_READERS: dict[str, Callable[[dict[str, Any]], Record]] = {
    "document": _read_document,
    "annotator": _read_annotator,
    "layer": _read_layer,
    "span": _read_span,
    "relation": _read_relation,
    "suggestion": _read_suggestion,
    "decision": _read_decision,
    "receipt": _read_receipt,
    "label_set": from_plain,
}
