"""The labels of a colleague's label set as labels of this project's: by key, else by id, else kept as they are."""

from __future__ import annotations

from collections.abc import Sequence

from annotate.labels import AttributeType, EntityType, LabelSet, RelationType
from annotate.model import Attributes


class LabelKeys:
    """Maps their keys to ours. ``strange`` tells, one line each, what this project's set has no label for."""

    def __init__(self, theirs: LabelSet, ours: LabelSet) -> None:
        self._theirs = theirs
        self._entities = _keys(theirs.entities, ours.entities)
        self._relations = _keys(theirs.relations, ours.relations)
        self._attributes = _keys(theirs.attributes, ours.attributes)
        self._known = {entity.key for entity in ours.entities} | {relation.key for relation in ours.relations}
        self.strange: list[str] = []

    def entity(self, key: str) -> str:
        """Our key of a span's label."""
        return self._noted(self._entities.get(key, key))

    def relation(self, key: str) -> str:
        """Our key of a relation's label."""
        return self._noted(self._relations.get(key, key))

    def attributes(self, attributes: Attributes) -> Attributes:
        """The attributes under our keys."""
        return {self._attributes.get(key, key): value for key, value in attributes.items()}

    def _noted(self, key: str) -> str:
        said = f"{key}: not in this project's label set; it comes in as it is, and check lists it"
        if key not in self._known and said not in self.strange:
            self.strange.append(said)
        return key


_Types = Sequence[EntityType] | Sequence[RelationType] | Sequence[AttributeType]


def _keys(theirs: _Types, ours: _Types) -> dict[str, str]:
    """Their keys to ours; a type that we lack has its id for a key, as every unknown label."""
    keys, ids = {item.key for item in ours}, {item.id: item.key for item in ours}
    return {item.key: item.key if item.key in keys else ids.get(item.id, item.id) for item in theirs}
