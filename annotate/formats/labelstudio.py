"""Label Studio's JSON: tasks with annotations, regions by characters, relations between regions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from annotate.formats.content import AnnotatedDocument, Writing
from annotate.formats.format import Format
from annotate.formats.holding import held_relations, held_spans
from annotate.formats.json_files import about, array_of, given_back, keys_in
from annotate.formats.labelstudio_reading import KNOWN_DATA, NOTE, RESERVED, read_labelstudio
from annotate.labels import LabelSet
from annotate.model import Relation, Span


def write_labelstudio(documents: Iterable[AnnotatedDocument], path: Path, how: Writing) -> dict[str, str]:
    """One array of tasks, and beside it the labelling configuration that they need."""
    controls: dict[str, set[str]] = {}
    labels: set[str] = set()
    arrows: set[str] = set()
    with array_of(path) as write:
        for number, document in enumerate(documents, 1):
            write(_task(document, how, number, controls))
            labels |= {span.label for span in document.spans}
            arrows |= {relation.label for relation in document.relations}
    return {".label_config.xml": _configuration(how.labels, labels, arrows, controls)}


def _task(document: AnnotatedDocument, how: Writing, number: int, controls: dict[str, set[str]]) -> dict[str, Any]:
    spans = held_spans(document, how, attributes="", notes="")
    ids = {span.id: f"s{number}" for number, span in enumerate(spans, 1)}
    relations = held_relations(document, how, ids, attributes="extra column", notes="extra column")
    result = [item for span in spans for item in _regions(document, how, span, ids[span.id], controls)]
    result += [_relation(relation, ids) for relation in relations]
    annotation = {"id": number, "completed_by": 1, "was_cancelled": False, "result": result}
    data = {"text": document.text, **about(document, "labelstudio"), **given_back(document, "labelstudio", KNOWN_DATA)}
    return {"id": number, "data": data, "annotations": [annotation] if document.layered else []}


def _regions(
    document: AnnotatedDocument, how: Writing, span: Span, id: str, controls: dict[str, set[str]]
) -> Iterable[dict[str, Any]]:
    """The region of a span, then one item for each of its attributes, then one for its note."""

    def item(control: str, kind: str, key: str, value: list[str], **more: str) -> dict[str, Any]:
        place = {"start": span.start, "end": span.end, **more}
        return {"id": id, "from_name": control, "to_name": "text", "type": kind, "value": {**place, key: value}}

    yield item("label", "labels", "labels", [span.label], text=document.text[span.start : span.end])
    choices = {attribute.id for attribute in how.labels.attributes if attribute.kind == "choice"}
    for name, value in span.attributes.items():
        if name in RESERVED:
            how.lose_detail(document, span, "span attribute")
        elif isinstance(value, bool):
            controls.setdefault(name, set()).update(("true", "false"))
            yield item(name, "choices", "choices", [str(value).lower()])
        elif name in choices and value not in ("true", "false"):
            controls.setdefault(name, set()).add(value)
            yield item(name, "choices", "choices", [value])
        else:
            controls.setdefault(name, set())
            yield item(name, "textarea", "text", [value])
    if span.note:
        yield item(NOTE, "textarea", "text", [span.note])


def _relation(relation: Relation, ids: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "type": "relation",
        "from_id": ids[relation.head],
        "to_id": ids[relation.tail],
        "direction": "right",
        "labels": [relation.label],
    }
    meta: dict[str, Any] = {"attributes": dict(relation.attributes)} if relation.attributes else {}
    meta |= {"note": relation.note} if relation.note else {}
    return found | ({"meta": meta} if meta else {})


def _configuration(labels: LabelSet, used: set[str], arrows: set[str], controls: dict[str, set[str]]) -> str:
    """The labelling configuration: the label set and whatever else was used."""
    known = {entity.id: entity for entity in labels.entities}
    lines = ['<View style="direction: rtl">', "  <Relations>"]
    types = dict.fromkeys([*(relation.id for relation in labels.relations), *sorted(arrows)])
    lines += [f"    <Relation value={quoteattr(id)}/>" for id in types]
    lines += ["  </Relations>", '  <Labels name="label" toName="text">']
    for id in dict.fromkeys([*known, *sorted(used)]):
        colour = f" background={quoteattr(known[id].colour)}" if id in known and known[id].colour else ""
        lines.append(f"    <Label value={quoteattr(id)}{colour}/>")
    lines += ["  </Labels>", '  <Text name="text" value="$text" granularity="symbol"/>']
    declared = {attribute.id: set(attribute.values) for attribute in labels.attributes if attribute.id not in RESERVED}
    for name in sorted(declared.keys() | controls.keys()):
        values = declared.get(name, set()) | controls.get(name, set())
        place = f'name={quoteattr(name)} toName="text" perRegion="true"'
        if values:
            lines.append(f"  <Choices {place}>")
            lines += [f"    <Choice value={quoteattr(value)}/>" for value in sorted(values)]
            lines.append("  </Choices>")
        else:
            lines.append(f"  <TextArea {place}/>")
    lines += [f'  <TextArea name="{NOTE}" toName="text" perRegion="true"/>', "</View>"]
    return "\n".join(lines) + "\n"


def _recognises(path: Path, head: str) -> bool:
    keys = keys_in(head)
    return {"data", "result"} <= keys or {"data", "annotations"} <= keys or {"text", "labels", "start"} <= keys


LABELSTUDIO = Format(
    name="labelstudio", suffix=".json", read=read_labelstudio, write=write_labelstudio, recognises=_recognises
)
