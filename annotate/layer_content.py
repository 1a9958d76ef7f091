"""One annotator's layer of a document as a file holds it: label ids, ids ``s1`` … and ``r1`` … in the file's order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from annotate.formats.content import AnnotatedDocument
from annotate.labels import LabelSet
from annotate.model import Attributes, Relation, Span, Suggestion, SuggestionState
from annotate.project import Project


def layer_content(
    project: Project, document: str, annotator: str | None, names: Mapping[str, str]
) -> AnnotatedDocument:
    """The document with the annotator's layer; without one (None) the bare text, with the suggestions to be decided.

    ``names`` are the annotators' names by their ids. Equal content gives equal values, whatever the project's ids.
    """
    found = project.document(document)
    labels = project.label_set()
    layer = project.layer(document, annotator) if annotator else None
    person = annotator or project.annotator().id
    suggestions = tuple(_suggestion(labels, s) for s in project.suggestions(document, person, tuple(SuggestionState)))
    content = AnnotatedDocument(
        name=found.name,
        text=found.text,
        layered=layer is not None,
        suggestions=tuple(sorted(suggestions, key=lambda s: (s.start, -s.end, s.label, s.by))),
        meta=found.meta,
    )
    if layer is None:
        return content
    spans, ids = _spans(labels, project.spans(document, layer.annotator))
    throughout = layer.read == ((0, len(found.text)),) or not found.text
    return replace(
        content,
        annotator=names[layer.annotator],
        state=layer.state,
        read=None if throughout else layer.read,
        spans=spans,
        relations=_relations(labels, project.relations(document, layer.annotator), ids),
    )


def _spans(labels: LabelSet, stored: Iterable[Span]) -> tuple[tuple[Span, ...], dict[str, str]]:
    renamed = [
        replace(
            span,
            document="",
            annotator="",
            label=labels.entity_id(span.label),
            attributes=_attributes(labels, span.attributes),
        )
        for span in stored
    ]
    renamed.sort(key=lambda span: (span.order, span.fragments, span.note))
    ids = {span.id: f"s{number}" for number, span in enumerate(renamed, 1)}
    return tuple(replace(span, id=ids[span.id]) for span in renamed), ids


def _relations(labels: LabelSet, stored: Iterable[Relation], ids: Mapping[str, str]) -> tuple[Relation, ...]:
    def order(relation: Relation) -> tuple[int, int, str]:
        return int(relation.head[1:]), int(relation.tail[1:]), relation.label

    renamed = [
        replace(
            relation,
            document="",
            annotator="",
            label=labels.relation_id(relation.label),
            head=ids[relation.head],
            tail=ids[relation.tail],
            attributes=_attributes(labels, relation.attributes),
        )
        for relation in stored
    ]
    return tuple(replace(relation, id=f"r{n}") for n, relation in enumerate(sorted(renamed, key=order), 1))


def _suggestion(labels: LabelSet, suggestion: Suggestion) -> Suggestion:
    return replace(suggestion, document="", annotator="", label=labels.entity_id(suggestion.label))


def _attributes(labels: LabelSet, attributes: Attributes) -> Attributes:
    ids = {attribute.key: attribute.id for attribute in labels.attributes}
    return {ids.get(name, name): value for name, value in sorted(attributes.items())}


def is_read(content: AnnotatedDocument) -> bool:
    """Whether its annotator has read all of it."""
    return content.layered and content.read is None


def only_read(content: AnnotatedDocument) -> AnnotatedDocument:
    """The same text with those spans alone that lie in what was read, and the relations between them."""
    if not content.layered:
        return replace(content, read=())
    if content.read is None:
        return content
    spans = tuple(
        span for span in content.spans if any(start <= span.start and span.end <= end for start, end in content.read)
    )
    kept = {span.id for span in spans}
    relations = tuple(relation for relation in content.relations if {relation.head, relation.tail} <= kept)
    return replace(content, spans=spans, relations=relations)
