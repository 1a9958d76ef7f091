"""What an import changes in a project: which documents are new, which layers get what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from annotate.annotator_names import annotator_names
from annotate.changes import Change
from annotate.edits.layers import joined_ranges
from annotate.errors import EditRefused, TawsimError
from annotate.formats.content import AnnotatedDocument
from annotate.formats.label_ids import LabelIds
from annotate.model import Annotator, Attributes, Document, Layer, Span, State, SuggestionState, new_id
from annotate.project import Project

Pieces = tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _LayerPlan:
    """A layer as it stands and as it will be, with what is in it already."""

    before: Layer | None
    after: Layer | None
    spans: dict[tuple[Pieces, str], str] = field(default_factory=dict)
    relations: set[tuple[str, str, str]] = field(default_factory=set)
    suggestions: set[tuple[int, int, str, str]] = field(default_factory=set)


class ImportPlan:
    """Takes documents one by one; ``changes`` is then what the project needs to hold them.

    ``annotator`` is the name of the one whose layers they become, whatever the documents say.
    """

    def __init__(self, project: Project, annotator: str | None = None) -> None:
        self._project = project
        self._annotator = annotator
        self._default = project.annotator().id
        self._people = {name: id for id, name in annotator_names(project).items()}
        self._labels = project.label_set()
        self._entities = LabelIds(self._labels.entities)
        self._relations = LabelIds(self._labels.relations)
        self._attributes = {attribute.id: attribute.key for attribute in self._labels.attributes}
        self._position = max((summary.position for summary in project.documents()), default=-1) + 1
        self._new: dict[str, list[Document]] = {}
        self._new_hashes: set[str] = set()
        self._layers: dict[tuple[str, str], _LayerPlan] = {}
        self._changes: list[Change] = []

    def changes(self) -> list[Change]:
        """All changes so far, in an order in which each finds what it needs."""
        layers = [Change(plan.before, plan.after) for plan in self._layers.values() if plan.after != plan.before]
        records = [change for change in self._changes if not isinstance(change.after, Document | Annotator)]
        first = [change for change in self._changes if isinstance(change.after, Document | Annotator)]
        return [*first, *layers, *records]

    def add(self, given: AnnotatedDocument) -> Iterator[str]:
        """Plan for one document; yields what there is to say about it."""
        document = self._existing(given)
        if document is not None:
            if self._is_old(document):
                yield "already there"
        else:
            document = self._fresh(given)
            if document.name != given.name:
                yield f"another text has the name {given.name!r}: now {document.name!r}"
            yield from self._twins(document)
        if given.layered or given.suggestions:
            person = self._person(given)
            plan = self._layer(document, person)
            planned = len(self._changes)
            if given.layered:
                yield from self._add_layer(given, document, person, plan)
            self._add_suggestions(given, document, person, plan)
            if plan.before is not None and plan.before.state is State.LOCKED:
                plan.after = plan.before
                if len(self._changes) > planned:
                    raise EditRefused("locked", f"{document.name}: this document is locked")

    # --- documents
    def _named(self, name: str) -> list[Document]:
        return [*self._project.find(name=name), *self._new.get(name, [])]

    def _existing(self, given: AnnotatedDocument) -> Document | None:
        for name in _names(given.name):
            found = self._named(name)
            if not found:
                return None
            if same := next((document for document in found if document.text == given.text), None):
                return same
        return None

    def _fresh(self, given: AnnotatedDocument) -> Document:
        name = next(name for name in _names(given.name) if not self._named(name))
        document = Document(id=new_id(), name=name, text=given.text, position=self._position, meta=given.meta)
        self._position += 1
        self._new.setdefault(name, []).append(document)
        self._changes.append(Change(None, document))
        return document

    def _twins(self, document: Document) -> Iterator[str]:
        twins = [twin.name for twin in self._project.find(hash=document.hash)]
        if twins or document.hash in self._new_hashes:
            yield f"{document.name!r} has the same text as {twins[0]!r}" if twins else "two names, one text"
        self._new_hashes.add(document.hash)

    # --- layers
    def _person(self, given: AnnotatedDocument) -> str:
        name = self._annotator or given.annotator
        if not name:
            return self._default
        if name == "all" or not name.strip():
            raise TawsimError(f"{name!r} is no name for an annotator")
        if name not in self._people:
            annotator = Annotator(id=new_id(), name=name)
            self._people[name] = annotator.id
            self._changes.append(Change(None, annotator))
        return self._people[name]

    def _layer(self, document: Document, person: str) -> _LayerPlan:
        key = document.id, person
        if key not in self._layers:
            before = self._project.layer(*key) if self._is_old(document) else None
            plan = self._layers[key] = _LayerPlan(before, before)
            if self._is_old(document):
                plan.spans = {(s.pieces, s.label): s.id for s in self._project.spans(*key)}
                plan.relations = {(r.head, r.tail, r.label) for r in self._project.relations(*key)}
                suggestions = self._project.suggestions(*key, tuple(SuggestionState))
                plan.suggestions = {(s.start, s.end, s.label, s.by) for s in suggestions}
        return self._layers[key]

    def _is_old(self, document: Document) -> bool:
        return document not in self._new.get(document.name, ())

    def _add_layer(self, given: AnnotatedDocument, document: Document, person: str, plan: _LayerPlan) -> Iterator[str]:
        ids: dict[str, str] = {}
        for span in given.spans:
            label, renamed = self._label(self._entities, span.label)
            yield from renamed
            key = self._labels.entity_key(label)
            if (span.pieces, key) not in plan.spans:
                fresh = self._span(span, document, person, key)
                plan.spans[span.pieces, key] = fresh.id
                self._changes.append(Change(None, fresh))
            ids[span.id] = plan.spans[span.pieces, key]
        for relation in given.relations:
            label, renamed = self._label(self._relations, relation.label)
            yield from renamed
            ends = ids[relation.head], ids[relation.tail], self._labels.relation_key(label)
            if ends not in plan.relations and ends[0] != ends[1]:
                plan.relations.add(ends)
                fresh_relation = replace(
                    relation, id=new_id(), document=document.id, annotator=person, head=ends[0], tail=ends[1],
                    label=ends[2], attributes=self._keyed(relation.attributes),
                )  # fmt: skip
                self._changes.append(Change(None, fresh_relation))
        plan.after = _layer_after(given, document, person, plan.after)

    def _span(self, span: Span, document: Document, person: str, key: str) -> Span:
        attributes = self._keyed(span.attributes)
        return replace(span, id=new_id(), document=document.id, annotator=person, label=key, attributes=attributes)

    def _add_suggestions(self, given: AnnotatedDocument, document: Document, person: str, plan: _LayerPlan) -> None:
        for suggestion in given.suggestions:
            key = self._labels.entity_key(self._label(self._entities, suggestion.label)[0])
            about = suggestion.start, suggestion.end, key, suggestion.by
            if about not in plan.suggestions:
                plan.suggestions.add(about)
                fresh = replace(suggestion, document=document.id, annotator=person, label=key)
                self._changes.append(Change(None, fresh))

    def _label(self, ids: LabelIds, label: str) -> tuple[str, list[str]]:
        id = ids.id(label)
        return id, ([f"label {label!r} is {id!r} here"] if id != label else [])

    def _keyed(self, attributes: Attributes) -> Mapping[str, str | bool]:
        return {self._attributes.get(name, name): value for name, value in attributes.items()}


def _layer_after(given: AnnotatedDocument, document: Document, person: str, before: Layer | None) -> Layer:
    read = ((0, len(document.text)),) if given.read is None else given.read
    if before is None:
        state = given.state or State.IN_PROGRESS
        return Layer(document=document.id, annotator=person, state=state, read=joined_ranges(read))
    state = given.state or State.IN_PROGRESS if before.state is State.TODO else before.state
    return replace(before, state=state, read=joined_ranges([*before.read, *read]))


def _names(name: str) -> Iterator[str]:
    yield name
    number = 1
    while True:
        number += 1
        yield f"{name}-{number}"
