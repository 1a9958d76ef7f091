"""All occurrences at the window: the checklist, what it leaves out and why, one step over many documents."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QListView
from pytestqt.qtbot import QtBot

from annotate.edits import AddSpan, SetState
from annotate.model import Annotator, State, Suggestion
from annotate.project import EVERYWHERE
from annotate.suggest.occurrences import Place
from tests.projects import add_layer
from tests.window import Person
from ui.dialogs.occurrences import OccurrencesDialog
from ui.models.occurrences import Heading, OccurrencesModel
from ui.panels.cards import card

HERE = "زار قاسم أستانا وكازاخستان. كتب عن كازاخستان."
OTHERS = ("بكازاخستان نفط وفي كـازاخستان غاز.", "لا شيء هنا.", "عاد من كازاخستان.")


@pytest.fixture
def asked(person: Person) -> Person:
    """The checklist is open for a span of the first of four documents."""
    person.open(person.make(HERE, *OTHERS))
    person.select("وكازاخستان")
    person.press("3", "C", "A")
    return person


def ask(person: Person) -> OccurrencesDialog:
    return person.dialog(OccurrencesDialog)


def everywhere(person: Person) -> OccurrencesDialog:
    """Choose to look in all documents."""
    dialog = ask(person)
    scope = next(box for box in dialog.findChildren(QComboBox) if box.findData(True) >= 0)
    scope.setCurrentIndex(scope.findData(True))
    person.settle()
    return dialog


def rows(model: OccurrencesModel) -> list[str]:
    """What the list says: documents by name, places by their text."""
    found = [model.index(row).data(OccurrencesModel.ROW) for row in range(model.rowCount())]
    return [f"# {row.name}" if isinstance(row, Heading) else row.context[1] for row in found]


def test_in_the_document_they_are_one_step(asked: Person) -> None:
    dialog = ask(asked)
    assert rows(dialog.model) == ["كازاخستان", "كازاخستان"]
    assert dialog.model.counts == (1, 2)  # the one that is a span already is shown and cannot be ticked
    dialog.agree.click()
    asked.settle()
    assert asked.spans() == [("كازاخستان", "GPE"), ("كازاخستان", "GPE")]
    assert asked.message().startswith("Labelled: 1 span")
    asked.press("Ctrl+Z")
    assert asked.spans() == [("كازاخستان", "GPE")]


def test_in_all_documents_they_are_one_step_and_one_undo_after_a_restart(asked: Person) -> None:
    dialog = everywhere(asked)
    assert rows(dialog.model) == ["# t1", *["كازاخستان"] * 2, "# t2", "كازاخستان", "كـازاخستان", "# t4", "كازاخستان"]
    assert dialog.model.counts == (4, 5)
    dialog.agree.click()
    asked.settle()
    assert [one.spans for one in asked.project.documents()] == [2, 2, 0, 1]
    assert "4 spans in 3 documents" in asked.message()
    asked.reopen()
    asked.press("Ctrl+Z")
    assert [one.spans for one in asked.project.documents()] == [1, 0, 0, 0]


def test_the_choice_of_where_is_remembered(asked: Person) -> None:
    everywhere(asked).reject()
    asked.settle()
    asked.press("A")
    assert ask(asked).everywhere
    assert ask(asked).model.counts == (4, 5)


def test_what_stands_nowhere_else_is_said(person: Person) -> None:
    person.open(person.make(HERE, *OTHERS))
    person.select("أستانا")
    person.press("3", "A")
    said = [label.text() for label in ask(person).findChildren(type(ask(person).problem))]
    assert "It stands nowhere else in this document." in said
    assert not ask(person).agree.isEnabled()
    everywhere(person)
    assert "It stands nowhere else." in [label.text() for label in ask(person).findChildren(type(ask(person).problem))]


def test_finished_locked_and_others_documents_are_not_ticked(person: Person) -> None:
    person.open(person.make(HERE, *OTHERS, "كازاخستان غدا."))
    me, project = person.project.annotator().id, person.project
    ids = [one.id for one in project.documents()]
    person.program.workspace.do(SetState(document=ids[1], annotator=me, state=State.DONE))
    person.program.workspace.do(SetState(document=ids[3], annotator=me, state=State.LOCKED))
    add_layer(project, project.document(ids[4]), Annotator(id="sami", name="سامي"))
    person.select("كازاخستان", 2)
    person.press("3", "A")
    model = everywhere(person).model
    assert model.counts == (1, 6)
    locked = rows(model).index("# t4")
    assert not model.flags(model.index(locked)) & Qt.ItemFlag.ItemIsUserCheckable
    model.tick_all(True)
    assert model.counts == (4, 6)  # neither what is locked nor what is labelled
    model.tick_all(False)
    heading = model.index(rows(model).index("# t2"))
    assert model.setData(heading, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert [one.name for one in model.ticked()] == ["t2", "t2"]
    assert heading.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    ask(person).agree.click()
    person.settle()
    assert [one.spans for one in project.documents()] == [1, 2, 0, 0, 0]


def test_another_label_changes_what_is_labelled_already(asked: Person) -> None:
    dialog = ask(asked)
    label = next(box for box in dialog.findChildren(QComboBox) if box.findData("ORG") >= 0)
    label.setCurrentIndex(label.findData("ORG"))
    assert dialog.model.counts == (1, 2)
    place = dialog.model.index(0).data(OccurrencesModel.ROW)
    assert isinstance(place, Place)
    assert dialog.model.labelled(place) == "GPE"  # the same borders: said, not ticked, but it may be
    dialog.model.tick_all(True)
    assert dialog.model.counts == (2, 2)
    label.setCurrentIndex(label.findData("GPE"))
    assert dialog.model.counts == (1, 2)


def test_a_suggestion_and_all_that_stand_alike(person: Person) -> None:
    person.open(person.make(HERE, *OTHERS))
    document, me = person.project.documents()[0].id, person.project.annotator().id
    start = HERE.index("كازاخستان")
    pending = Suggestion(document=document, annotator=me, start=start, end=start + 9, label="GPE", by="places")
    person.project.replace_suggestions(document, me, [pending])
    person.program.workspace.suggested.emit(document, EVERYWHERE)
    person.view.setFocus()
    person.press("Tab", "A")
    ask(person).agree.click()
    person.settle()
    assert person.pending() == []
    assert person.spans() == [("كازاخستان", "GPE"), ("كازاخستان", "GPE")]
    person.press("Ctrl+Z")
    assert (person.pending(), person.spans()) == (["كازاخستان"], [])


def test_space_and_click_tick_rows(asked: Person) -> None:
    dialog = everywhere(asked)
    (shown,) = dialog.findChildren(QListView, options=Qt.FindChildOption.FindDirectChildrenOnly)
    last = dialog.model.index(dialog.model.rowCount() - 1)
    shown.setCurrentIndex(last)
    QTest.keyClick(shown, Qt.Key.Key_Space)
    assert dialog.model.counts == (3, 5)
    place = shown.visualRect(dialog.model.index(4)).center() + QPoint(40, 0)
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.model.counts == (2, 5)
    heading = shown.visualRect(dialog.model.index(3)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert dialog.model.counts == (3, 5)
    shown.grab()


def test_a_document_shows_whether_all_some_or_none_of_it_is_ticked(asked: Person) -> None:
    model = everywhere(asked).model
    (shown,) = ask(asked).findChildren(QListView, options=Qt.FindChildOption.FindDirectChildrenOnly)
    heading, first, second = (model.index(row) for row in (3, 4, 5))
    pictures = []
    for place in (first, second, heading):
        pictures.append(shown.viewport().grab(shown.visualRect(heading)).toImage())
        model.setData(place, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    all_, some, none = pictures
    assert some not in (all_, none)
    assert all_ != none


def test_closing_the_list_ends_the_search(person: Person, qtbot: QtBot) -> None:
    person.open(person.make(HERE))
    person.select("كازاخستان")
    person.press("3", "A")
    job = person.window.commands.occurrences.job
    assert job is None  # it was quick
    ask(person).reject()
    person.settle()
    person.window.table.run("occurrences")
    job = person.window.commands.occurrences.job
    assert job is not None
    ask(person).reject()
    assert job.is_cancelled()
    qtbot.waitUntil(lambda: not person.program.jobs.running)
    assert person.window.commands.occurrences.job is None


def test_a_thousand_documents_do_not_hold_the_window_up(person: Person) -> None:
    words = "في كازاخستان نفط وغاز ومعادن كثيرة تصدر إلى الخارج كل عام. "
    person.open(person.make(*(f"{number} {words * 15}" for number in range(1000))))
    person.select("كازاخستان")
    person.press("3")
    person.window.table.run("occurrences")
    dialog, turns, filled = ask(person), 0, set[int]()
    scope = next(box for box in dialog.findChildren(QComboBox) if box.findData(True) >= 0)
    scope.setCurrentIndex(1)
    while person.program.jobs.running:
        QApplication.processEvents()
        turns += 1
        filled.add(dialog.model.rowCount())
    assert dialog.model.counts == (14_999, 15_000)
    # The window had its turns meanwhile, and the list filled as the search went on.
    assert turns > 20
    assert len(filled) > 2
    dialog.grab()


def test_thousands_are_labelled_beside_the_window_and_closing_waits_for_them(person: Person) -> None:
    path = person.make("قطر ولبنان. " * 1500)
    person.open(path)
    person.select("قطر")
    person.press("3", "A")
    ask(person).agree.click()
    assert person.program.jobs.running
    person.program.workspace.close()
    person.settle()
    assert list(path.parent.glob(f"{path.name}?*")) == []
    person.open(path)
    assert [one.spans for one in person.project.documents()] == [1500]
    person.press("Ctrl+Z")
    assert [one.spans for one in person.project.documents()] == [1]
    person.press("Ctrl+Y")
    assert [one.spans for one in person.project.documents()] == [1500]


def test_the_inspector_counts_in_the_document(asked: Person) -> None:
    ask(asked).reject()
    asked.settle()
    asked.pick("كازاخستان")
    assert card(asked.window.desk, ()).occurrences == 2


def test_the_inspector_shows_no_number_where_it_did_not_count(person: Person) -> None:
    person.open(person.make("قطر " * 30_000))
    me, document = person.project.annotator().id, person.project.documents()[0].id
    person.program.workspace.do(AddSpan(document=document, annotator=me, start=0, end=3, label="GPE"))
    person.pick("قطر")
    assert card(person.window.desk, ()).occurrences is None
