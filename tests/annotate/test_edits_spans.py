"""Edits of spans: what changes, what is refused, what stays."""

import pytest

from annotate.changes import Step
from annotate.edits import (
    AddRelation,
    AddSpan,
    AddSpans,
    Edit,
    Relabel,
    RemoveSpan,
    SetAttribute,
    SetBorders,
    SetNote,
    SetState,
)
from annotate.errors import EditRefused
from annotate.model import Document, Layer, Span, State, surface
from annotate.session import Session
from tests.projects import TEXT


@pytest.fixture
def spans(session: Session, document: Document) -> list[Span]:
    """الرئيس as OCC and القدسَ as GPE, joined by a relation that is not in the set."""
    for word, label in (("الرئيس", "OCC"), ("القدسَ", "GPE")):
        session.do(adding(session, document, word, label))
    found = list(session.project.spans(document.id, session.annotator))
    session.do(AddRelation(label="visits", head=found[0].id, tail=found[1].id))
    return found


def adding(session: Session, document: Document, word: str, label: str) -> AddSpan:
    start = document.text.index(word)
    end = start + len(word)
    return AddSpan(document=document.id, annotator=session.annotator, start=start, end=end, label=label)


def refused(session: Session, edit: Edit) -> str:
    with pytest.raises(EditRefused) as error:
        session.do(edit)
    assert "\n" not in str(error.value)
    return error.value.code


def now(session: Session, span: Span) -> Span:
    found = session.project.span(span.id)
    assert found is not None
    return found


def test_the_first_span_begins_the_layer_and_is_named_by_its_surface(session: Session, document: Document) -> None:
    step = session.do(adding(session, document, "القدسَ", "GPE"))
    assert isinstance(step, Step)
    assert step.detail == "القدسَ"
    (span,) = session.project.spans(document.id, session.annotator)
    assert surface(document.text, span) == "القدسَ"
    layer = session.project.layer(document.id, session.annotator)
    assert layer == Layer(document=document.id, annotator=session.annotator, state=State.IN_PROGRESS)
    session.undo()
    assert session.project.layer(document.id, session.annotator) is None


def test_nested_overlapping_and_stacked_spans_are_allowed(session: Session, document: Document) -> None:
    for start, end, label in ((0, 10, "ORG"), (4, 10, "OCC"), (8, 14, "GPE"), (4, 10, "PERS")):
        session.do(AddSpan(document=document.id, annotator=session.annotator, start=start, end=end, label=label))
    assert len(session.project.spans(document.id, session.annotator)) == 4


def test_a_span_of_several_pieces(session: Session, document: Document) -> None:
    pieces = ((0, 3), (11, 12), (13, 19))
    edit = AddSpan(document=document.id, annotator=session.annotator, start=0, end=19, label="EVENT", fragments=pieces)
    step = session.do(edit)
    assert step is not None
    assert step.detail == "زار 😀 القدسَ"
    assert session.project.span(edit.id) is not None
    assert refused(session, SetBorders(span=edit.id, start=0, end=2)) == "several_pieces"


@pytest.mark.parametrize(
    ("start", "end", "fragments"),
    [
        (3, 3, ()),
        (5, 3, ()),
        (-1, 3, ()),
        (0, len(TEXT) + 1, ()),
        (0, 9, ((0, 3), (3, 9))),
        (0, 9, ((5, 9), (0, 3))),
        (0, 9, ((0, 3), (5, 8))),
        (0, 9, ((0, 0), (5, 9))),
    ],
)
def test_borders_that_are_no_stretch_of_the_text_are_refused(
    session: Session, document: Document, start: int, end: int, fragments: tuple[tuple[int, int], ...]
) -> None:
    edit = AddSpan(
        document=document.id, annotator=session.annotator, start=start, end=end, label="x", fragments=fragments
    )
    assert refused(session, edit) == "bad_border"
    assert session.project.layers() == []


def test_several_at_once_are_one_step_and_none_is_doubled(session: Session, document: Document) -> None:
    one, other = adding(session, document, "القدسَ", "GPE"), adding(session, document, "اليوم", "DATE")
    session.do(one)
    twin = adding(session, document, "اليوم", "DATE")
    step = session.do(AddSpans(spans=(adding(session, document, "القدسَ", "GPE"), other, twin)))
    assert step is not None
    assert step.detail == "1"
    assert len(session.project.spans(document.id, session.annotator)) == 2
    assert session.do(AddSpans(spans=(twin,))) is None
    bad = AddSpan(document=document.id, annotator=session.annotator, start=9, end=2, label="GPE")
    assert refused(session, AddSpans(spans=(adding(session, document, "أمس", "DATE"), bad))) == "bad_border"
    session.undo()
    assert [span.id for span in session.project.spans(document.id, session.annotator)] == [one.id]


def test_moving_a_border_keeps_relations_attributes_and_note(session: Session, spans: list[Span]) -> None:
    occ = spans[0]
    session.do(SetAttribute(span=occ.id, name="sure", value=True))
    session.do(SetNote(record=occ.id, note="ملاحظة"))
    session.do(SetBorders(span=occ.id, start=occ.start + 2, end=occ.end))
    moved = now(session, occ)
    assert (moved.start, moved.end, moved.attributes, moved.note) == (occ.start + 2, occ.end, {"sure": True}, "ملاحظة")
    assert len(session.project.relations_of(occ.id)) == 1
    assert session.do(SetBorders(span=occ.id, start=occ.start + 2, end=occ.end)) is None
    assert refused(session, SetBorders(span=occ.id, start=4, end=4)) == "bad_border"


def test_a_change_that_would_double_a_span_is_refused(session: Session, document: Document, spans: list[Span]) -> None:
    occ = spans[0]
    session.do(adding(session, document, "الرئيس", "PERS"))
    assert refused(session, Relabel(span=occ.id, label="PERS")) == "duplicate_span"
    longer = AddSpan(document=document.id, annotator=session.annotator, start=0, end=occ.end, label="OCC")
    session.do(longer)
    assert refused(session, SetBorders(span=occ.id, start=0, end=occ.end)) == "duplicate_span"


def test_relabelling_keeps_the_span(session: Session, spans: list[Span]) -> None:
    session.do(Relabel(span=spans[0].id, label="PERS"))
    assert now(session, spans[0]).label == "PERS"
    assert session.do(Relabel(span=spans[0].id, label="PERS")) is None


def test_notes_stand_on_relations_too(session: Session, spans: list[Span]) -> None:
    (relation,) = session.project.relations_of(spans[0].id)
    session.do(SetNote(record=relation.id, note="لماذا؟"))
    found = session.project.relation(relation.id)
    assert found is not None
    assert found.note == "لماذا؟"


def test_removing_a_span_takes_its_relations_along_and_one_undo_brings_all_back(
    session: Session, document: Document, spans: list[Span]
) -> None:
    relations = session.project.relations(document.id, session.annotator)
    session.do(RemoveSpan(span=spans[1].id))
    assert session.project.relations(document.id, session.annotator) == []
    assert session.project.spans(document.id, session.annotator) == spans[:1]
    session.undo()
    assert session.project.relations(document.id, session.annotator) == relations
    assert session.project.spans(document.id, session.annotator) == spans


def test_what_is_gone_cannot_be_edited(session: Session, spans: list[Span]) -> None:
    gone = spans[0].id
    session.do(RemoveSpan(span=gone))
    edits: list[Edit] = [
        Relabel(span=gone, label="x"),
        SetBorders(span=gone, start=0, end=1),
        SetAttribute(span=gone, name="x", value="y"),
        RemoveSpan(span=gone),
        AddRelation(label="x", head=gone, tail=spans[1].id),
    ]
    assert [refused(session, edit) for edit in edits] == ["no_span"] * 5
    assert refused(session, SetNote(record=gone, note="x")) == "no_relation"


def test_a_locked_document_is_not_edited_until_it_is_unlocked(
    session: Session, document: Document, spans: list[Span]
) -> None:
    lock = {"document": document.id, "annotator": session.annotator}
    session.do(SetState(**lock, state=State.LOCKED))
    edits: list[Edit] = [
        adding(session, document, "أمس", "DATE"),
        Relabel(span=spans[0].id, label="PERS"),
        SetNote(record=spans[0].id, note="x"),
        RemoveSpan(span=spans[0].id),
    ]
    assert [refused(session, edit) for edit in edits] == ["locked"] * 4
    session.do(SetState(**lock, state=State.IN_PROGRESS))
    session.do(edits[0])
