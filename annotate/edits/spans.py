"""Edits of spans: add, move borders, relabel, attributes, notes, remove."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from annotate.changes import Change, merged
from annotate.edits.rules import (
    begun,
    changed,
    check_borders,
    refuse_duplicate,
    relation_there,
    span_there,
)
from annotate.errors import EditRefused
from annotate.model import Span, new_id, surface
from annotate.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSpan:
    """Label ``start``…``end`` (or several ``fragments``, whose hull they are). ``label`` is a key."""

    document: str
    annotator: str
    start: int
    end: int
    label: str
    fragments: tuple[tuple[int, int], ...] = ()
    id: str = field(default_factory=new_id)
    title: str = "add_span"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        span = Span(
            id=self.id,
            document=self.document,
            annotator=self.annotator,
            start=self.start,
            end=self.end,
            label=self.label,
            fragments=self.fragments,
        )
        text = project.document(self.document).text
        check_borders(text, span)
        refuse_duplicate(project, span)
        return [*begun(project, self.document, self.annotator), Change(None, span)], surface(text, span)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSpans:
    """Several spans of one layer at once (peel); those that are there already are passed over."""

    spans: tuple[AddSpan, ...]
    title: str = "add_spans"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        changes: list[Change] = []
        added: set[tuple[object, ...]] = set()
        for edit in self.spans:
            place = edit.document, edit.annotator, edit.fragments or ((edit.start, edit.end),), edit.label
            if place in added:
                continue
            added.add(place)
            try:
                changes += edit.plan(project)[0]
            except EditRefused as refusal:
                if refusal.code != "duplicate_span":
                    raise
        changes = list(merged(changes))
        return changes, str(sum(isinstance(change.after, Span) for change in changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBorders:
    """Move the borders of a span of one piece; its relations, attributes and note stay."""

    span: str
    start: int
    end: int
    title: str = "move_border"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        before = span_there(project, self.span)
        if before.fragments:
            raise EditRefused("several_pieces", "a span of several pieces has no two borders to move")
        after = replace(before, start=self.start, end=self.end)
        text = project.document(before.document).text
        check_borders(text, after)
        refuse_duplicate(project, after)
        return changed(project, before, after), surface(text, after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relabel:
    """Give a span another label (a key)."""

    span: str
    label: str
    title: str = "relabel"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        before = span_there(project, self.span)
        after = replace(before, label=self.label)
        refuse_duplicate(project, after)
        return changed(project, before, after), surface(project.document(before.document).text, after)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAttribute:
    """Set an attribute of a span, or take it away with ``value=None``."""

    span: str
    name: str
    value: str | bool | None
    title: str = "set_attribute"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        before = span_there(project, self.span)
        attributes = {name: value for name, value in before.attributes.items() if name != self.name}
        if self.value is not None:
            attributes[self.name] = self.value
        return changed(project, before, replace(before, attributes=attributes)), self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class SetNote:
    """Write the note of a span or relation (its id); an empty one takes it away."""

    record: str
    note: str
    title: str = "set_note"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        before = project.span(self.record) or relation_there(project, self.record)
        return changed(project, before, replace(before, note=self.note)), self.note[:40]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveSpan:
    """Remove a span and, since an arrow needs two ends, its relations."""

    span: str
    title: str = "remove_span"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        before = span_there(project, self.span)
        changes = begun(project, before.document, before.annotator)
        changes += [Change(relation, None) for relation in project.relations_of(before.id)]
        text = project.document(before.document).text
        return [*changes, Change(before, None)], surface(text, before)
