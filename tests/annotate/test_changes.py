"""Changes and steps: one record that is undo, audit trail and view update."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.changes import Change, Record, Step, merged, record_key
from annotate.model import Annotator, Document, Layer, Span, Suggestion
from tests.store import records

A = Span(id="a", document="d", annotator="m", start=0, end=2, label="GPE")
B = Span(id="a", document="d", annotator="m", start=0, end=3, label="GPE")
C = Span(id="c", document="e", annotator="m", start=0, end=3, label="GPE")


def test_a_change_is_of_one_record() -> None:
    with pytest.raises(ValueError, match="needs a record"):
        Change(None, None)
    with pytest.raises(ValueError, match="one record"):
        Change(A, C)
    with pytest.raises(ValueError, match="one record"):
        Change(A, Annotator(id="a", name="a"))
    assert Change(A, None).record == A
    assert Change(A, B).record == B


@given(st.lists(records.rows | records.documents, max_size=5))
def test_turning_a_step_round_twice_gives_the_step(found: list[Record]) -> None:
    step = Step("x", "me", tuple(Change(None, record) for record in found), "detail")
    assert step.inverse().inverse() == step
    assert [change.before for change in step.inverse().changes] == found[::-1]


def test_a_step_knows_the_documents_it_touches() -> None:
    changes = [Change(A, B), Change(None, C), Change(None, Annotator(id="x", name="x"))]
    changes.append(Change(None, Document(id="f", name="f", text="")))
    changes.append(Change(None, Suggestion(document="g", annotator="m", start=0, end=1, label="x", by="y")))
    assert Step("x", "me", tuple(changes)).documents() == {"d", "e", "f", "g"}


def test_merging_keeps_first_and_last_and_drops_what_has_no_effect() -> None:
    assert merged([Change(None, A), Change(None, C), Change(A, B)]) == (Change(None, B), Change(None, C))
    assert merged([Change(None, A), Change(A, None)]) == ()
    assert merged([Change(A, B), Change(B, A)]) == ()
    assert merged([Change(A, A)]) == ()


def test_keys_tell_records_apart() -> None:
    assert record_key(Layer(document="d", annotator="m")) == ("layer", "d", "m")
    assert record_key(A) == record_key(B) != record_key(C)
    one = Suggestion(document="d", annotator="m", start=0, end=1, label="x", by="y", score=0.5)
    other = Suggestion(document="d", annotator="m", start=0, end=1, label="x", by="z", score=0.5)
    assert record_key(one) != record_key(other)
