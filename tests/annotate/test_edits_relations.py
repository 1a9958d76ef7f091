"""Edits of relations: ends, argument types, doubles."""

import pytest

from annotate.edits import (
    AddRelation,
    AddSpan,
    Edit,
    RelabelRelation,
    RemoveRelation,
    SetLabels,
    SetState,
    TurnRelation,
)
from annotate.errors import EditRefused
from annotate.labels import LabelSet, RelationType
from annotate.model import GOLD, Document, Relation, State
from annotate.session import Session


@pytest.fixture
def ids(session: Session, document: Document) -> dict[str, str]:
    """Span ids: a person, an organisation, a place of one layer, and a gold place."""
    found = {}
    for name, who, start, label in (
        ("person", session.annotator, 0, "PERS"),
        ("org", session.annotator, 4, "ORG"),
        ("place", session.annotator, 13, "GPE"),
        ("gold", GOLD, 13, "GPE"),
    ):
        edit = AddSpan(document=document.id, annotator=who, start=start, end=start + 3, label=label)
        session.do(edit)
        found[name] = edit.id
    return found


def refused(session: Session, edit: Edit) -> str:
    with pytest.raises(EditRefused) as error:
        session.do(edit)
    assert "\n" not in str(error.value)
    return error.value.code


def only(session: Session) -> Relation:
    (layer,) = [layer for layer in session.project.layers() if layer.annotator == session.annotator]
    (relation,) = session.project.relations(layer.document, layer.annotator)
    return relation


def test_drawn_relabelled_turned_and_removed_each_is_one_step(session: Session, ids: dict[str, str]) -> None:
    step = session.do(AddRelation(label="works_for", head=ids["person"], tail=ids["org"]))
    assert step is not None
    assert step.detail == "works_for"
    relation = only(session)
    assert (relation.head, relation.tail, relation.label) == (ids["person"], ids["org"], "works_for")
    session.do(RelabelRelation(relation=relation.id, label="my own"))
    assert only(session).label == "my own"
    session.do(TurnRelation(relation=relation.id))
    assert (only(session).head, only(session).tail) == (ids["org"], ids["person"])
    session.do(RemoveRelation(relation=relation.id))
    for _ in range(3):
        session.undo()
    assert only(session) == relation
    assert session.do(RelabelRelation(relation=relation.id, label="works_for")) is None


def test_argument_types_hold_for_types_of_the_set(session: Session, ids: dict[str, str]) -> None:
    assert refused(session, AddRelation(label="works_for", head=ids["org"], tail=ids["person"])) == (
        "relation_not_allowed"
    )
    session.do(AddRelation(label="works_for", head=ids["person"], tail=ids["org"]))
    assert refused(session, TurnRelation(relation=only(session).id)) == "relation_not_allowed"
    assert refused(session, RelabelRelation(relation=only(session).id, label="has_title")) == "relation_not_allowed"


def test_ends_are_two_spans_of_one_layer(session: Session, ids: dict[str, str]) -> None:
    assert refused(session, AddRelation(label="x", head=ids["place"], tail=ids["place"])) == "same_span"
    assert refused(session, AddRelation(label="x", head=ids["person"], tail=ids["gold"])) == "two_layers"
    assert refused(session, AddRelation(label="x", head=ids["person"], tail="none")) == "no_span"


def test_doubles_are_refused_and_a_symmetric_type_has_no_direction(session: Session, ids: dict[str, str]) -> None:
    labels = session.project.label_set()
    meets = RelationType(key="meets", id="meets", symmetric=True)
    session.do(SetLabels(labels=LabelSet(id="x", entities=labels.entities, relations=(*labels.relations, meets))))
    for label in ("located_in", "meets", "own"):
        session.do(AddRelation(label=label, head=ids["person"], tail=ids["place"]))
        assert refused(session, AddRelation(label=label, head=ids["person"], tail=ids["place"])) == (
            "duplicate_relation"
        )
    assert refused(session, AddRelation(label="meets", head=ids["place"], tail=ids["person"])) == "duplicate_relation"
    session.do(AddRelation(label="own", head=ids["place"], tail=ids["person"]))
    own = next(found for found in session.project.relations_of(ids["place"]) if found.label == "located_in")
    assert refused(session, RelabelRelation(relation=own.id, label="own")) == "duplicate_relation"


def test_what_is_gone_or_locked_is_not_edited(session: Session, document: Document, ids: dict[str, str]) -> None:
    assert refused(session, TurnRelation(relation="none")) == "no_relation"
    session.do(AddRelation(label="x", head=ids["person"], tail=ids["place"]))
    session.do(SetState(document=document.id, annotator=session.annotator, state=State.LOCKED))
    edits: list[Edit] = [
        AddRelation(label="y", head=ids["person"], tail=ids["place"]),
        TurnRelation(relation=only(session).id),
        RemoveRelation(relation=only(session).id),
    ]
    assert [refused(session, edit) for edit in edits] == ["locked"] * 3
