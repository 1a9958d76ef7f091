"""The journal: undo across restarts, redo, history, and what of an import stands in it."""

import json
import sqlite3
from contextlib import closing

import pytest

from annotate.changes import Change, Record, Step
from annotate.edits import AddSpan, Relabel, RemoveSpan
from annotate.model import Annotator, Document, Layer, Span, State, new_id
from annotate.session import Session
from store.database import open_project
from store.repository import ProjectFile
from tests.projects import TEXT, add_document, content, span_of


def an_import(project: ProjectFile, *names: str) -> Step:
    """A step that brings documents in with a colleague's spans."""
    person = Annotator(id=new_id(), name="سامي")
    changes: list[Change] = [Change(None, person)]
    for position, name in enumerate(names):
        document = Document(id=new_id(), name=name, text=TEXT, position=position, meta={"from": "file"})
        layer = Layer(document=document.id, annotator=person.id, state=State.DONE, read=((0, len(TEXT)),))
        span = span_of(document, "القدسَ", "GPE", annotator=person.id)
        changes += [Change(None, document), Change(None, layer), Change(None, span)]
    return Step("import", project.annotator().id, tuple(changes), str(len(names)))


def rows(project: ProjectFile, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(project.path)) as conn:
        return conn.execute(sql).fetchall()


def test_thirty_edits_in_three_documents_are_undone_after_a_restart_each_named(project: ProjectFile) -> None:
    documents = [add_document(project, "كلمة " * 50, name=str(n)) for n in range(3)]
    session = Session(project)
    before = content(project)
    for n in range(30):
        document = documents[n % 3]
        session.do(AddSpan(document=document.id, annotator=session.annotator, start=5 * n, end=5 * n + 4, label="GPE"))
    after = content(project)
    project.close()
    again = open_project(project.path)
    session = Session(again)
    undone = [session.undo() for _ in range(30)]
    assert [entry.step.detail for entry in undone if entry] == ["كلمة"] * 30
    assert [entry.step.title for entry in undone if entry] == ["add_span"] * 30
    assert content(again) == before
    again.close()
    third = open_project(project.path)
    session = Session(third)
    while session.redo():
        pass
    assert content(third) == after
    third.close()


def test_a_new_step_makes_what_was_undone_impossible_to_redo_but_it_stays_in_the_journal(project: ProjectFile) -> None:
    document = add_document(project)
    session = Session(project)
    session.do(AddSpan(document=document.id, annotator=session.annotator, start=0, end=3, label="PERS"))
    session.undo()
    assert project.redoable() is not None
    session.do(AddSpan(document=document.id, annotator=session.annotator, start=0, end=3, label="GPE"))
    assert project.redoable() is None
    assert session.redo() is None
    newest_first = [(entry.kind, entry.undone, entry.target) for entry in project.journal()]
    assert newest_first == [("do", False, None), ("undo", False, 2), ("do", True, None), ("do", False, None)]
    assert [entry.id for entry in project.journal(2)] == [4, 3]
    entry = project.journal()[1]
    assert isinstance(entry.step.changes[0].before, Span)
    assert entry.step.changes[-1].after is None
    assert entry.time.endswith("+00:00")


def test_an_undone_import_is_hidden_everywhere_and_comes_back(project: ProjectFile) -> None:
    session = Session(project)
    first = add_document(project, "قبل", name="before")
    before = content(project)
    step = an_import(project, "a", "b")
    project.write(step)
    after = content(project)
    assert len(after["people"]) == 2
    session.undo()
    assert content(project) == before
    assert project.used_labels() == set()
    spans = [change.after for change in step.changes if isinstance(change.after, Span)]
    assert project.span(spans[0].id) is None
    assert project.spans(spans[0].document, spans[0].annotator) == []
    assert project.find(name="a") == []
    assert project.layers() == []
    assert [document.id for document in project.documents()] == [first.id]
    project.close()
    again = open_project(project.path)
    Session(again).redo()
    assert content(again) == after
    again.close()


def test_of_an_import_the_journal_holds_the_documents_ids_and_not_their_contents(project: ProjectFile) -> None:
    project.write(an_import(project, *map(str, range(20))))
    ((changes,),) = rows(project, "SELECT changes FROM journal")
    told = json.loads(str(changes))
    assert {change["kind"] for change in told} == {"annotator", "document"}
    assert "القدس" not in str(changes)
    entry = project.undoable()
    assert entry is not None
    assert len(entry.step.changes) == 21


def test_whether_one_can_undo_and_redo_is_told_without_the_step(project: ProjectFile) -> None:
    def can() -> tuple[bool, bool]:
        assert project.can_undo() is (project.undoable() is not None)
        assert project.can_redo() is (project.redoable() is not None)
        return project.can_undo(), project.can_redo()

    assert can() == (False, False)
    add_document(project)
    assert can() == (True, False)
    Session(project).undo()
    assert can() == (False, True)


def test_what_an_import_adds_to_a_document_that_was_there_is_journaled(project: ProjectFile) -> None:
    document = add_document(project)
    layer = Layer(document=document.id, annotator=project.annotator().id)
    new = Document(id=new_id(), name="new", text="نص")
    project.write(Step("import", layer.annotator, (Change(None, layer), Change(None, new))))
    Session(project).undo()
    assert project.layers() == []
    assert [found.id for found in project.documents()] == [document.id]


def test_documents_that_can_no_longer_come_back_leave_the_file_at_close(project: ProjectFile) -> None:
    session = Session(project)
    kept = add_document(project, "يبقى")
    project.write(an_import(project, "a"))
    session.undo()
    project.close()
    assert rows(project, "SELECT count(*) FROM documents") == [(2,)]  # redo can still bring it back
    again = open_project(project.path)
    add_document(again, "جديد")
    again.close()
    assert rows(project, "SELECT count(*), min(removed), max(removed) FROM documents") == [(2, 0, 0)]
    assert rows(project, "SELECT count(*) FROM spans") == [(0,)]
    third = open_project(project.path)
    assert kept in [third.document(summary.id) for summary in third.documents()]
    third.close()


def test_a_document_that_was_taken_back_can_be_brought_in_anew(project: ProjectFile) -> None:
    session = Session(project)
    step = an_import(project, "a")
    project.write(step)
    session.undo()
    project.write(Step("receive", step.author, step.changes))
    assert len(project.documents()) == 1
    assert project.redoable() is None
    session.undo()
    assert project.documents() == []
    session.redo()
    assert len(project.documents()) == 1


class TestHistory:
    """Who did what to one record, and when."""

    def test_it_holds_every_line_that_touched_the_record_and_only_its_change(self, project: ProjectFile) -> None:
        document = add_document(project)
        session = Session(project)
        add = AddSpan(document=document.id, annotator=session.annotator, start=0, end=3, label="PERS")
        other = AddSpan(document=document.id, annotator=session.annotator, start=4, end=10, label="OCC")
        for edit in (add, other, Relabel(span=add.id, label="ORG")):
            session.do(edit)
        span = project.span(add.id)
        assert span is not None
        session.undo()
        session.redo()
        session.do(RemoveSpan(span=add.id))
        told = [(entry.kind, entry.step.title, entry.step.author) for entry in project.history(span)]
        assert told == [
            ("do", "add_span", session.annotator),
            ("do", "relabel", session.annotator),
            ("undo", "relabel", session.annotator),
            ("redo", "relabel", session.annotator),
            ("do", "remove_span", session.annotator),
        ]
        (came,) = project.history(span)[0].step.changes
        assert isinstance(came.after, Span)
        assert (came.before, came.after.label) == (None, "PERS")
        (turned_back,) = project.history(span)[2].step.changes
        assert isinstance(turned_back.after, Span)
        assert turned_back.after.label == "PERS"

    def test_of_what_came_with_its_document_it_begins_with_the_import(self, project: ProjectFile) -> None:
        project.write(an_import(project, "a"))
        (layer,) = project.layers()
        (span,) = project.spans(layer.document, layer.annotator)
        Session(project).do(Relabel(span=span.id, label="LOC"))
        assert [entry.step.title for entry in project.history(span)] == ["import", "relabel"]
        assert [entry.step.title for entry in project.history(layer)] == ["import"]

    @pytest.mark.parametrize("kind", ["document", "person", "labels"])
    def test_documents_people_and_label_sets_have_one(self, project: ProjectFile, kind: str) -> None:
        document = add_document(project)
        records: dict[str, Record] = {
            "document": document,
            "person": project.annotator(),
            "labels": project.label_set(),
        }
        record = records[kind]
        assert [entry.step.title for entry in project.history(record)] == (["import"] if kind == "document" else [])
