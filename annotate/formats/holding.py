"""Which spans and relations of a document a format holds; what it does not is listed on the way."""

from __future__ import annotations

from collections.abc import Collection

from annotate.formats.content import AnnotatedDocument, Writing
from annotate.model import Relation, Span

SIDE = "extra column"
"""What is done with an item that stands in a key of our own, which the format's other readers pass over."""


def held_spans(
    document: AnnotatedDocument, how: Writing, *, attributes: str = "left out", notes: str = "left out"
) -> list[Span]:
    """The spans of one piece. ``attributes`` and ``notes`` say what is done with them (empty: they are held)."""
    kept = []
    for span in document.spans:
        if span.fragments:
            how.lose_span(document, span, "discontinuous")
            continue
        kept.append(span)
        if span.attributes and attributes:
            how.lose_detail(document, span, "span attribute", attributes)
        if span.note and notes:
            how.lose_detail(document, span, "note", notes)
    return kept


def held_relations(
    document: AnnotatedDocument,
    how: Writing,
    spans: Collection[str],
    *,
    attributes: str = "left out",
    notes: str = "left out",
) -> list[Relation]:
    """The relations between held spans (their ids); further as ``held_spans``."""
    kept = []
    for relation in document.relations:
        if relation.head in spans and relation.tail in spans:
            kept.append(relation)
            lose_relation_details(document, how, relation, attributes=attributes, notes=notes)
        else:
            how.lose_relation(document, relation, "relation without its span")
    return kept


def lose_relation_details(
    document: AnnotatedDocument,
    how: Writing,
    relation: Relation,
    *,
    attributes: str = "left out",
    notes: str = "left out",
) -> None:
    """List the attributes and the note of a relation that is held without them."""
    if relation.attributes and attributes:
        how.lose_detail(document, relation, "relation attribute", attributes)
    if relation.note and notes:
        how.lose_detail(document, relation, "note", notes)
