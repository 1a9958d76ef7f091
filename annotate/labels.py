"""A label set: which entity types, relation types and attributes a project knows, as data.

Spans and relations hold a type's *key*, which never changes; people see its *id* and *names*, which may.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from annotate.errors import TawsimError
from annotate.model import Json

_Kind = TypeVar("_Kind", "EntityType", "RelationType")
_Type = TypeVar("_Type", "EntityType", "RelationType", "AttributeType")
_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.:-]*")


class LabelSetError(TawsimError):
    """A label-set file that is not one; the message says what is wrong in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityType:
    """A label of spans. ``inside`` holds the ids of the labels a span of this type may be nested in
    (empty: in any). ``colour`` is ``#RRGGBB`` or empty (the theme then gives one by order); ``mark`` is the shape of
    its family (circle, square, triangle, diamond, ring), which tells labels apart without colour."""

    key: str
    id: str
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    colour: str = ""
    mark: str = ""
    shortcut: str = ""
    guideline: str = ""
    inside: tuple[str, ...] = ()
    retired: bool = False

    def name(self, language: str) -> str:
        """The name people see in ``language`` (``ar``, ``en``), else the id."""
        return self.names.get(language) or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationType:
    """A label of relations. ``head`` and ``tail`` hold the ids of the entity types allowed at each end (empty: any)."""

    key: str
    id: str
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    head: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    symmetric: bool = False
    colour: str = ""
    shortcut: str = ""
    guideline: str = ""
    retired: bool = False

    def name(self, language: str) -> str:
        """The name people see in ``language`` (``ar``, ``en``), else the id."""
        return self.names.get(language) or self.id

    def allows(self, head: str, tail: str) -> bool:
        """Whether a relation of this type may go from an entity type to another (ids)."""
        return (not self.head or head in self.head) and (not self.tail or tail in self.tail)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeType:
    """An attribute of spans. ``kind`` is ``flag``, ``choice`` (of ``values``) or ``text``; ``on`` holds entity ids."""

    key: str
    id: str
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    kind: str = "text"
    values: tuple[str, ...] = ()
    on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelSet:
    """The types of a project in the order that files and palettes show them."""

    id: str
    version: int = 1
    entities: tuple[EntityType, ...] = ()
    relations: tuple[RelationType, ...] = ()
    attributes: tuple[AttributeType, ...] = ()

    def entity(self, key: str) -> EntityType | None:
        """The entity type of a key, or None for a label that is not in the set."""
        return next((entity for entity in self.entities if entity.key == key), None)

    def relation(self, key: str) -> RelationType | None:
        """The relation type of a key, or None for a type that is not in the set."""
        return next((relation for relation in self.relations if relation.key == key), None)

    def entity_id(self, key: str) -> str:
        """The id that files show for a span's label; an unknown label's key is its id."""
        found = self.entity(key)
        return found.id if found else key

    def relation_id(self, key: str) -> str:
        """The id that files show for a relation's label; an unknown type's key is its id."""
        found = self.relation(key)
        return found.id if found else key

    def entity_key(self, id: str) -> str:
        """The key that a span stores for a label id read from a file; an unknown id is its own key."""
        return next((entity.key for entity in self.entities if entity.id == id), id)

    def relation_key(self, id: str) -> str:
        """The key that a relation stores for a type id read from a file; an unknown id is its own key."""
        return next((relation.key for relation in self.relations if relation.id == id), id)

    def current_id(self, name: str) -> str:
        """The id of the offered entity type of that id or, where it was renamed since, of that key; else ``name``."""
        offered = self.active()
        found = next((e for e in offered if e.id == name), None) or next((e for e in offered if e.key == name), None)
        return found.id if found else name

    def active(self) -> tuple[EntityType, ...]:
        """The entity types that are offered: those not retired."""
        return tuple(entity for entity in self.entities if not entity.retired)

    def allowed_relations(self, head: str, tail: str) -> tuple[RelationType, ...]:
        """The relation types that may go from a span labelled ``head`` to one labelled ``tail`` (keys)."""
        ends = self.entity_id(head), self.entity_id(tail)
        return tuple(relation for relation in self.relations if not relation.retired and relation.allows(*ends))

    def to_json(self) -> str:
        """The label-set file: UTF-8 JSON text with a final newline; ``read`` gives the same set back."""
        return json.dumps(self.to_plain(), ensure_ascii=False, indent=1) + "\n"

    def to_plain(self) -> dict[str, Json]:
        """The label set as JSON values; ``from_plain`` gives the same set back."""
        return {
            "id": self.id,
            "version": self.version,
            "entities": [_plain(entity) for entity in self.entities],
            "relations": [_plain(relation) for relation in self.relations],
            "attributes": [_plain(attribute) for attribute in self.attributes],
        }


def read(text: str) -> LabelSet:
    """The label set of a file's text.

    Raises LabelSetError (one line) for anything that is not a label set: bad JSON, a missing or doubled id,
    an id with spaces, a shortcut given twice, argument types that are not in the set.
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        raise LabelSetError(f"not a label set: {error}") from None
    if not isinstance(data, dict) or not isinstance(data.get("entities"), list) or not data.get("id"):
        raise LabelSetError('not a label set: "id" and "entities" expected')
    try:
        found = from_plain(data)
    except (TypeError, ValueError, AttributeError) as error:
        raise LabelSetError(f"not a label set: {error}") from None
    _check(found)
    return found


def from_plain(data: Mapping[str, Json]) -> LabelSet:
    """The label set of JSON values that are one, as ``LabelSet.to_plain`` gives them (``read`` checks a file's)."""
    return LabelSet(
        id=str(data["id"]),
        version=int(data.get("version", 1)),
        entities=tuple(_record(EntityType, item) for item in data["entities"]),
        relations=tuple(_record(RelationType, item) for item in data.get("relations", [])),
        attributes=tuple(_record(AttributeType, item) for item in data.get("attributes", [])),
    )


def retire_missing(old: LabelSet, new: LabelSet, used: Iterable[str]) -> LabelSet:
    """``new``, plus as retired those types of ``old`` that ``new`` lacks though ``used`` (keys) holds them.

    A type whose id stays keeps its key, so that its spans stay its own. A retired type gives up its shortcut, and its
    id where a new type has it; a retired relation type forgets ends that are gone.
    """
    used = set(used)
    entities = _with_retired(old.entities, new.entities, used)
    ids = {entity.id for entity in entities}
    relations = tuple(
        replace(relation, head=_among(relation.head, ids), tail=_among(relation.tail, ids))
        if relation.retired
        else relation
        for relation in _with_retired(old.relations, new.relations, used)
    )
    return replace(new, entities=entities, relations=relations)


def _with_retired(old: tuple[_Kind, ...], new: tuple[_Kind, ...], used: set[str]) -> tuple[_Kind, ...]:
    known, coming = {item.key for item in old}, {item.key for item in new}
    free = {item.id: item.key for item in old if item.key not in coming}
    kept = [item if item.key in known else replace(item, key=free.get(item.id, item.key)) for item in new]
    taken = {item.key for item in kept}
    ids = {item.id for item in kept}
    for item in old:
        if item.key in used and item.key not in taken:
            id = item.id
            while id in ids:
                id += "-old"
            ids.add(id)
            kept.append(replace(item, id=id, shortcut="", retired=True))
    return tuple(kept)


def _among(ends: tuple[str, ...], ids: set[str]) -> tuple[str, ...]:
    return tuple(end for end in ends if end in ids)


def _record(kind: type[_Type], item: Mapping[str, Json]) -> _Type:
    values: dict[str, Json] = {name: tuple(value) if isinstance(value, list) else value for name, value in item.items()}
    values.setdefault("key", values.get("id"))
    return kind(**values)


def _plain(item: EntityType | RelationType | AttributeType) -> dict[str, Json]:
    values = {name: getattr(item, name) for name in item.__dataclass_fields__}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if value or name in ("key", "id")
    }


def _check(found: LabelSet) -> None:
    for kind, items in (("entity", found.entities), ("relation", found.relations), ("attribute", found.attributes)):
        seen: set[str] = set()
        for item in items:
            if not isinstance(item.id, str) or not _ID.fullmatch(item.id):
                raise LabelSetError(f"not a label set: {kind} id {item.id!r} is not a name of ASCII letters")
            if item.id in seen or item.key in seen - {item.id}:
                raise LabelSetError(f"not a label set: {kind} {item.id!r} stands twice")
            seen |= {item.id, item.key}
    shortcuts = [entity.shortcut.upper() for entity in found.entities if entity.shortcut]
    if doubled := next((key for key in shortcuts if shortcuts.count(key) > 1), None):
        raise LabelSetError(f"not a label set: the key {doubled!r} is given twice")
    ids = {entity.id for entity in found.entities}
    for relation in found.relations:
        if strange := next((end for end in (*relation.head, *relation.tail) if end not in ids), None):
            raise LabelSetError(f"not a label set: relation {relation.id!r} names {strange!r}, which is no entity")
