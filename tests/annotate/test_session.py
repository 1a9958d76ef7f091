"""The one door: plan, write, tell."""

from pathlib import Path

import pytest

from annotate.changes import Step
from annotate.edits import AddSpan, RenameAnnotator, SetNote
from annotate.errors import EditRefused, ReadOnlyProject
from annotate.model import Document
from annotate.project import Project
from annotate.session import Session
from store.database import open_project


def add(session: Session, document: Document, start: int = 0, end: int = 3) -> AddSpan:
    return AddSpan(document=document.id, annotator=session.annotator, start=start, end=end, label="PERS")


def test_listeners_are_told_last_with_the_step_and_who_asked(session: Session, document: Document) -> None:
    told: list[tuple[Step, object, int]] = []

    def listen(step: Step, initiator: object) -> None:
        told.append((step, initiator, len(session.project.spans(document.id, session.annotator))))

    session.subscribe(listen)
    step = session.do(add(session, document), initiator="view")
    undone = session.undo("key")
    redone = session.redo()
    assert step is not None
    assert undone is not None
    assert redone is not None
    assert told == [(step, "view", 1), (step.inverse(), "key", 0), (redone.step, None, 1)]
    assert undone.step == redone.step == step


def test_an_edit_without_effect_writes_and_tells_nothing(session: Session, document: Document) -> None:
    edit = add(session, document)
    session.do(edit)
    lines = len(session.project.journal())
    session.subscribe(lambda step, initiator: pytest.fail("nothing changed"))
    assert session.do(SetNote(record=edit.id, note="")) is None
    assert len(session.project.journal()) == lines


def test_a_refused_edit_writes_and_tells_nothing(session: Session, document: Document) -> None:
    session.do(add(session, document))
    session.subscribe(lambda step, initiator: pytest.fail("nothing changed"))
    with pytest.raises(EditRefused) as refused:
        session.do(add(session, document))
    assert refused.value.code == "duplicate_span"
    assert len(session.project.spans(document.id, session.annotator)) == 1


def test_with_nothing_to_undo_or_redo_nothing_happens(session: Session) -> None:
    assert session.undo() is None
    assert session.redo() is None


def test_steps_stand_under_the_name_of_who_made_them(project: Project, document: Document) -> None:
    Session(project, "gold").do(add(Session(project), document))
    Session(project).do(RenameAnnotator(annotator=project.annotator().id, name="منى"))
    assert [entry.step.author for entry in project.journal(2)] == [project.annotator().id, "gold"]
    assert project.annotator().name == "منى"


def test_a_read_only_project_refuses_edits_by_name(project: Project, document: Document, tmp_path: Path) -> None:
    second = open_project(project.path)
    with pytest.raises(ReadOnlyProject, match="open by"):
        Session(second).do(add(Session(second), document))
    with pytest.raises(ReadOnlyProject, match="open by"):
        Session(second).undo()
    second.close()
    assert project.spans(document.id, project.annotator().id) == []
