"""Decisions on suggestions are steps; accepted, edited and rejected ones do not come back."""

from dataclasses import replace

import pytest

from annotate.edits import Accept, AcceptEdited, AcceptRest, AddSpan, Reject, SetState
from annotate.errors import EditRefused
from annotate.model import Document, State, Suggestion, SuggestionState
from annotate.project import Project
from annotate.session import Session
from tests.projects import add_document

ALL = tuple(SuggestionState)


def suggest(project: Project, document: Document, *places: tuple[int, int, str]) -> tuple[Suggestion, ...]:
    me = project.annotator().id
    found = tuple(
        Suggestion(document=document.id, annotator=me, start=start, end=end, label=label, by="places")
        for start, end, label in places
    )
    project.replace_suggestions(document.id, me, found)
    return found


def places(project: Project, document: Document) -> list[tuple[int, int, str]]:
    return [(span.start, span.end, span.label) for span in project.spans(document.id, project.annotator().id)]


def states(project: Project, document: Document) -> list[SuggestionState]:
    return [found.state for found in project.suggestions(document.id, project.annotator().id, ALL)]


def test_accepting_two_hundred_is_one_step_and_one_undo_makes_all_pending_again(session: Session) -> None:
    project = session.project
    document = add_document(project, "كلمة " * 200)
    found = suggest(project, document, *((5 * n, 5 * n + 4, "GPE") for n in range(200)))
    step = session.do(Accept(suggestions=found))
    assert step is not None
    assert step.detail == "200"
    assert len(places(project, document)) == 200
    assert set(states(project, document)) == {SuggestionState.ACCEPTED}
    layer = project.layer(document.id, session.annotator)
    assert layer is not None
    assert (layer.state, layer.read) == (State.IN_PROGRESS, ())
    session.undo()
    assert places(project, document) == []
    assert project.suggestions(document.id, session.annotator) == list(found)
    assert project.layer(document.id, session.annotator) is None


def test_accepting_in_several_documents_is_one_step(session: Session, document: Document) -> None:
    other = add_document(session.project, name="other")
    found = [suggest(session.project, each, (0, 3, "PERS"))[0] for each in (document, other)]
    session.do(Accept(suggestions=tuple(found)))
    assert places(session.project, document) == places(session.project, other) == [(0, 3, "PERS")]
    assert len(session.project.layers()) == 2


def test_a_span_that_is_there_is_not_doubled(session: Session, document: Document) -> None:
    session.do(AddSpan(document=document.id, annotator=session.annotator, start=0, end=3, label="PERS"))
    found = suggest(session.project, document, (0, 3, "PERS"), (0, 3, "GPE"))
    twins = (*found, replace(found[1], by="camel"))
    session.project.replace_suggestions(document.id, session.annotator, twins)
    step = session.do(Accept(suggestions=twins[:1]))
    assert step is not None
    assert step.detail == "زار"
    session.do(Accept(suggestions=twins[1:]))
    assert places(session.project, document) == [(0, 3, "GPE"), (0, 3, "PERS")]
    assert set(states(session.project, document)) == {SuggestionState.ACCEPTED}


def test_an_edited_one_counts_as_edited(session: Session, document: Document) -> None:
    (found,) = suggest(session.project, document, (33, 43, "LOC"))
    session.do(AcceptEdited(suggestion=found, start=34, end=43, label="GPE"))
    assert places(session.project, document) == [(34, 43, "GPE")]
    assert states(session.project, document) == [SuggestionState.EDITED]
    session.undo()
    assert places(session.project, document) == []
    assert states(session.project, document) == [SuggestionState.PENDING]


def test_an_edited_one_needs_borders_that_are_some(session: Session, document: Document) -> None:
    (found,) = suggest(session.project, document, (0, 3, "LOC"))
    with pytest.raises(EditRefused) as refused:
        session.do(AcceptEdited(suggestion=found, start=3, end=3, label="GPE"))
    assert refused.value.code == "bad_border"
    assert states(session.project, document) == [SuggestionState.PENDING]


def test_a_rejected_one_does_not_come_back(session: Session, document: Document) -> None:
    found = suggest(session.project, document, (0, 3, "PERS"), (4, 10, "OCC"))
    session.do(Reject(suggestions=found[:1]))
    suggest(session.project, document, (0, 3, "PERS"), (4, 10, "OCC"))
    assert session.project.suggestions(document.id, session.annotator) == [found[1]]
    assert places(session.project, document) == []
    session.undo()
    assert states(session.project, document) == [SuggestionState.PENDING] * 2


def test_accepting_the_rest_of_a_sentence_marks_it_read_in_one_step(session: Session, document: Document) -> None:
    found = suggest(session.project, document, (0, 3, "PERS"), (4, 10, "OCC"), (13, 19, "GPE"), (28, 31, "DATE"))
    session.do(Reject(suggestions=found[1:2]))
    layer = {"document": document.id, "annotator": session.annotator}
    step = session.do(AcceptRest(**layer, start=0, end=20))
    assert step is not None
    assert step.detail == "2"
    assert places(session.project, document) == [(0, 3, "PERS"), (13, 19, "GPE")]
    read = session.project.layer(**layer)
    assert read is not None
    assert (read.read, read.state) == (((0, 20),), State.IN_PROGRESS)
    assert session.project.suggestions(document.id, session.annotator) == [found[3]]
    assert session.do(AcceptRest(**layer, start=0, end=20)) is None
    session.undo()
    assert places(session.project, document) == []
    assert len(session.project.suggestions(document.id, session.annotator)) == 3


def test_the_rest_of_a_sentence_that_was_read_already(session: Session, document: Document) -> None:
    layer = {"document": document.id, "annotator": session.annotator}
    session.do(SetState(**layer, state=State.DONE))
    session.do(SetState(**layer, state=State.TODO))
    suggest(session.project, document, (0, 3, "PERS"))
    session.do(AcceptRest(**layer, start=0, end=20))
    assert places(session.project, document) == [(0, 3, "PERS")]


def test_in_a_locked_document_nothing_is_decided(session: Session, document: Document) -> None:
    (found,) = suggest(session.project, document, (0, 3, "PERS"))
    session.do(SetState(document=document.id, annotator=session.annotator, state=State.LOCKED))
    for edit in (Accept(suggestions=(found,)), Reject(suggestions=(found,))):
        with pytest.raises(EditRefused) as refused:
            session.do(edit)
        assert refused.value.code == "locked"
    assert states(session.project, document) == [SuggestionState.PENDING]
