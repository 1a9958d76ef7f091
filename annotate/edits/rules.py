"""What every edit checks and does alike: rows that must be there, borders, doubles, the layer that begins."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Protocol

from annotate.changes import Change
from annotate.errors import EditRefused
from annotate.model import Layer, Relation, Span, State
from annotate.project import Project


class Edit(Protocol):
    """What ``Session.do`` takes."""

    @property
    def title(self) -> str:
        """The code under which the step stands in the journal."""

    def plan(self, project: Project) -> tuple[list[Change], str]:
        """The changes (none: the edit has no effect), and the step's detail. Raises EditRefused."""


def span_there(project: Project, id: str) -> Span:
    found = project.span(id)
    if found is None:
        raise EditRefused("no_span", "that span is not there any more")
    return found


def relation_there(project: Project, id: str) -> Relation:
    found = project.relation(id)
    if found is None:
        raise EditRefused("no_relation", "that relation is not there any more")
    return found


def open_layer(project: Project, document: str, annotator: str) -> Layer | None:
    layer = project.layer(document, annotator)
    if layer is not None and layer.state is State.LOCKED:
        raise EditRefused("locked", "this document is locked")
    return layer


def begun(project: Project, document: str, annotator: str) -> list[Change]:
    """The change that a first edit makes to the layer: it is in progress from now on."""
    layer = open_layer(project, document, annotator)
    if layer is None:
        return [Change(None, Layer(document=document, annotator=annotator, state=State.IN_PROGRESS))]
    if layer.state is State.TODO:
        return [Change(layer, replace(layer, state=State.IN_PROGRESS))]
    return []


def changed(project: Project, before: Span | Relation, after: Span | Relation) -> list[Change]:
    layer = begun(project, before.document, before.annotator)
    return [] if before == after else [*layer, Change(before, after)]


def check_borders(text: str, span: Span) -> None:
    pieces = span.pieces
    fits = all(0 <= start < end <= len(text) for start, end in pieces)
    apart = all(left[1] < right[0] for left, right in pairwise(pieces))
    if not fits or not apart or (pieces[0][0], pieces[-1][1]) != (span.start, span.end):
        raise EditRefused("bad_border", f"{span.start}–{span.end} is no stretch of this text")


def refuse_duplicate(project: Project, span: Span) -> None:
    for other in project.spans(span.document, span.annotator, span.start, span.end):
        if other.id != span.id and (other.pieces, other.label) == (span.pieces, span.label):
            raise EditRefused("duplicate_span", "a span with these borders and this label is there already")
