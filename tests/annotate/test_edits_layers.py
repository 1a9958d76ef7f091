"""Edits of layers and of the project: reading, state, labels, names."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.edits import AddSpan, MarkRead, RenameAnnotator, SetLabels, SetState, joined_ranges
from annotate.errors import EditRefused
from annotate.labels import EntityType, LabelSet
from annotate.model import GOLD, Annotator, Document, State
from annotate.session import Session

ranges = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8)


@given(ranges)
def test_joined_ranges_are_ascending_apart_and_hold_the_same_places(found: list[tuple[int, int]]) -> None:
    joined = joined_ranges(found)
    assert {n for start, end in joined for n in range(start, end)} == {n for s, e in found for n in range(s, e)}
    assert all(start < end for start, end in joined)
    assert all(left[1] < right[0] for left, right in pairwise(joined))
    assert joined_ranges(joined) == joined


def test_reading_sentence_by_sentence_joins_into_one_range(session: Session, document: Document) -> None:
    layer = {"document": document.id, "annotator": session.annotator}
    session.do(MarkRead(**layer, start=0, end=10))
    session.do(MarkRead(**layer, start=20, end=30))
    session.do(MarkRead(**layer, start=10, end=20))
    found = session.project.layer(**layer)
    assert found is not None
    assert (found.read, found.state) == (((0, 30),), State.IN_PROGRESS)
    assert session.do(MarkRead(**layer, start=5, end=25)) is None
    session.undo()
    found = session.project.layer(**layer)
    assert found is not None
    assert found.read == ((0, 10), (20, 30))


def test_done_means_read_throughout(session: Session, document: Document) -> None:
    layer = {"document": document.id, "annotator": session.annotator}
    session.do(SetState(**layer, state=State.DONE))
    found = session.project.layer(**layer)
    assert found is not None
    assert found.read == ((0, len(document.text)),)
    session.do(SetState(**layer, state=State.LOCKED))
    with pytest.raises(EditRefused, match="locked"):
        session.do(MarkRead(**layer, start=0, end=1))
    session.do(SetState(**layer, state=State.TODO))
    session.do(AddSpan(document=document.id, annotator=session.annotator, start=0, end=3, label="PERS"))
    found = session.project.layer(**layer)
    assert found is not None
    assert found.state is State.IN_PROGRESS


def test_a_document_without_a_layer_is_to_do_already(session: Session, document: Document) -> None:
    assert session.do(SetState(document=document.id, annotator=session.annotator, state=State.TODO)) is None
    assert session.project.layers() == []


def test_another_label_set_is_one_step_and_spans_keep_their_keys(session: Session, document: Document) -> None:
    session.do(AddSpan(document=document.id, annotator=session.annotator, start=0, end=3, label="PERS"))
    before = session.project.label_set()
    renamed = LabelSet(id="mine", version=2, entities=(EntityType(key="PERS", id="Person", names={"ar": "شخص"}),))
    session.do(SetLabels(labels=renamed))
    assert session.project.label_set() == renamed
    (span,) = session.project.spans(document.id, session.annotator)
    assert renamed.entity_id(span.label) == "Person"
    assert session.do(SetLabels(labels=renamed)) is None
    session.undo()
    assert session.project.label_set() == before
    session.redo()
    assert session.project.label_set() == renamed


def test_a_person_is_renamed_and_gold_is_not(session: Session) -> None:
    me = session.annotator
    session.do(RenameAnnotator(annotator=me, name="منى"))
    assert session.project.annotator() == Annotator(id=me, name="منى")
    assert session.do(RenameAnnotator(annotator=me, name="منى")) is None
    for annotator, name in ((me, "gold"), (me, "all"), (me, "  "), (GOLD, "منى")):
        with pytest.raises(EditRefused) as refused:
            session.do(RenameAnnotator(annotator=annotator, name=name))
        assert refused.value.code == "bad_name"
