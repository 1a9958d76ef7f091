"""Edits of relations: add, relabel, turn round, remove."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from annotate.changes import Change
from annotate.edits.rules import begun, changed, relation_there, span_there
from annotate.errors import EditRefused
from annotate.labels import LabelSet
from annotate.model import Relation, Span, new_id
from annotate.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRelation:
    """Draw a relation from the span ``head`` to the span ``tail`` (ids). ``label`` is a key."""

    label: str
    head: str
    tail: str
    id: str = field(default_factory=new_id)
    title: str = "add_relation"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        head, tail = span_there(project, self.head), span_there(project, self.tail)
        relation = Relation(
            id=self.id,
            document=head.document,
            annotator=head.annotator,
            label=self.label,
            head=head.id,
            tail=tail.id,
        )
        labels = project.label_set()
        _check_relation(project, labels, relation, head, tail)
        changes = [*begun(project, head.document, head.annotator), Change(None, relation)]
        return changes, labels.relation_id(self.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelabelRelation:
    """Give a relation another type (a key)."""

    relation: str
    label: str
    title: str = "relabel_relation"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        return _rearrow(project, relation_there(project, self.relation), label=self.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnRelation:
    """Turn a relation round: head and tail change places."""

    relation: str
    title: str = "turn_relation"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        before = relation_there(project, self.relation)
        return _rearrow(project, before, head=before.tail, tail=before.head)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveRelation:
    """Remove a relation."""

    relation: str
    title: str = "remove_relation"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        before = relation_there(project, self.relation)
        changes = [*begun(project, before.document, before.annotator), Change(before, None)]
        return changes, project.label_set().relation_id(before.label)


def _rearrow(
    project: Project, before: Relation, *, label: str | None = None, head: str | None = None, tail: str | None = None
) -> tuple[list[Change], str]:
    after = replace(before, label=label or before.label, head=head or before.head, tail=tail or before.tail)
    labels = project.label_set()
    _check_relation(project, labels, after, span_there(project, after.head), span_there(project, after.tail))
    return changed(project, before, after), labels.relation_id(after.label)


def _check_relation(project: Project, labels: LabelSet, relation: Relation, head: Span, tail: Span) -> None:
    if (head.document, head.annotator) != (tail.document, tail.annotator):
        raise EditRefused("two_layers", "a relation joins two spans of one layer")
    if head.id == tail.id:
        raise EditRefused("same_span", "a relation needs two spans")
    kind = labels.relation(relation.label)
    if kind and not kind.allows(labels.entity_id(head.label), labels.entity_id(tail.label)):
        raise EditRefused(
            "relation_not_allowed",
            f"{kind.id} may not go from {labels.entity_id(head.label)} to {labels.entity_id(tail.label)}",
        )
    ends = {(head.id, tail.id)} | ({(tail.id, head.id)} if kind and kind.symmetric else set())
    for other in project.relations_of(head.id):
        if other.id != relation.id and other.label == relation.label and (other.head, other.tail) in ends:
            raise EditRefused("duplicate_relation", "this relation is there already")
