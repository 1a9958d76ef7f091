"""Colleagues at the window: files go out, come back, are compared; layers are shown, others' are not touched."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QSpinBox

from annotate.edits import AddSpan, SetState
from annotate.model import GOLD, State
from annotate.session import Session
from tests.window import Person
from ui.dialogs.handout import HandoutDialog
from ui.dialogs.question import ReceiveDialog, WhoDialog

Lead = Callable[..., Person]

LAYERS = {
    "Aida": [(5, 10, "ORG"), (13, 18, "GPE"), (21, 26, "GPE"), (28, 33, "ORG")],
    "Badr": [(7, 10, "ORG"), (13, 18, "LOC"), (21, 26, "GPE")],
}


def boxes(person: Person) -> dict[str, QCheckBox]:
    """What may go along, by the word that names it."""
    found = person.dialog(HandoutDialog).findChildren(QCheckBox)
    return {word: box for box in found for word in ("suggestions", "learnt") if word in box.text()}


def hand_out(person: Person, names: str, each: int = 1, seed: int = 1) -> None:
    person.window.table.run("handout")
    hand_out_now(person, names, each, seed)


def hand_out_now(person: Person, names: str, each: int = 1, seed: int = 1) -> None:
    dialog = person.dialog(HandoutDialog)
    assert isinstance(dialog, HandoutDialog)
    dialog._names.setText(names)  # noqa: SLF001 (what a person types)
    dialog._each.setValue(each)  # noqa: SLF001
    dialog._seed.setValue(seed)  # noqa: SLF001
    dialog.agree.click()
    person.settle()


def work_of(person: Person, file: Path, state: State = State.DONE) -> Path:
    """What a colleague does with their file: mark a span, say done, hand in."""
    project = person.services.open_project(file)
    session = Session(project)
    for summary in project.documents():
        edit = AddSpan(document=summary.id, annotator=session.annotator, start=7, end=10, label="ORG")
        session.do(edit)
        session.do(SetState(document=summary.id, annotator=session.annotator, state=state))
    back = file.with_name(f"back-{file.name}")
    project.snapshot(back)
    project.close()
    return back


def drop(person: Person, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    none = Qt.KeyboardModifier.NoModifier
    person.window.dropEvent(QDropEvent(QPointF(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))
    person.settle()


def test_from_handing_out_to_gold(lead: Lead) -> None:
    person = lead({}, texts=2)
    folder = person.project.path.parent
    hand_out(person, "Aida, Badr", each=2)
    assert "Aida.tawsim" in person.message()
    for name in ("Aida", "Badr"):
        drop(person, work_of(person, folder / f"{name}.tawsim"))
        dialog = person.dialog(ReceiveDialog)
        assert isinstance(dialog, ReceiveDialog)
        dialog.agree.click()
        person.settle()
        assert f"{name}: received 2 documents, 2 spans" in person.message()
    person.window.table.run("review_agreed_all")
    person.settle()
    for summary in person.project.documents():
        assert [(span.start, span.end) for span in person.project.spans(summary.id, GOLD)] == [(7, 10)]


def test_what_was_learnt_goes_along_where_it_is_wanted(lead: Lead) -> None:
    person = lead({}, texts=1)
    folder = person.project.path.parent
    hand_out(person, "Aida")
    person.window.table.run("handout")
    assert "learnt" not in boxes(person)  # nothing is learnt yet
    person.dialog(HandoutDialog).reject()
    person.project.set_setting("learned", {"ORG": "model"})
    person.window.table.run("handout")
    boxes(person)["learnt"].setChecked(True)
    hand_out_now(person, "Badr")
    found = []
    for name in ("Aida", "Badr"):
        project = person.services.open_project(folder / f"{name}.tawsim", write=False)
        found.append(project.setting("learned"))
        project.close()
    assert found == [None, {"ORG": "model"}]


def test_each_document_goes_to_so_many(lead: Lead) -> None:
    person = lead({}, texts=3)
    folder = person.project.path.parent
    hand_out(person, "Aida، Badr، Carim", each=1)
    shares = []
    for name in ("Aida", "Badr", "Carim"):
        project = person.services.open_project(folder / f"{name}.tawsim", write=False)
        shares.append([summary.name for summary in project.documents()])
        project.close()
    assert sorted(name for share in shares for name in share) == ["t1", "t2", "t3"]
    hand_out(person, "Aida", each=1)
    assert "Aida.tawsim" in person.message(), "a file that is there is not overwritten"
    assert "there already" in person.message() or "exists" in person.message()


def test_what_cannot_be_handed_out_is_said_in_the_dialog(lead: Lead) -> None:
    person = lead({})
    person.window.table.run("handout")
    dialog = person.dialog(HandoutDialog)
    assert isinstance(dialog, HandoutDialog)
    for names, said in (("", "To whom?"), ("Aida, Aida", "once"), ("gold", "no names"), ("Aida", "")):
        dialog._names.setText(names)  # noqa: SLF001 (what a person types)
        assert said in dialog.problem.text()
        assert dialog.agree.isEnabled() == (not said)
    dialog._each.setValue(2)  # noqa: SLF001
    assert "more people" in dialog.problem.text()
    dialog._each.setValue(1)  # noqa: SLF001
    dialog._folder.setText("/nowhere/at/all")  # noqa: SLF001
    assert "not there" in dialog.problem.text()
    dialog.reject()


def test_the_numbers_stand_in_their_fields(lead: Lead) -> None:
    person = lead({})
    person.window.table.run("handout")
    for field in person.dialog(HandoutDialog).findChildren(QSpinBox):
        assert field.lineEdit().width() > field.width() - 20, "Qt leaves a pixel to fields without buttons"


def test_receiving_twice_changes_nothing_and_undo_takes_it_back(lead: Lead) -> None:
    person = lead({})
    folder = person.project.path.parent
    hand_out(person, "Aida")
    back = work_of(person, folder / "Aida.tawsim")
    receive = person.window.commands.colleagues.receive
    receive(back)
    person.settle()
    receive(back)
    person.settle()
    assert "nothing new" in person.message()
    (document,) = person.project.documents()
    who = next(one.id for one in person.project.annotators() if one.name == "Aida")
    assert len(person.project.spans(document.id, who)) == 1
    person.window.table.run("undo")
    assert len(person.project.spans(document.id, who)) == 0


def test_a_file_that_is_no_colleagues_is_refused_in_place(lead: Lead, tmp_path: Path) -> None:
    person = lead({})
    bad = tmp_path / "bad.tawsim"
    bad.write_bytes(b"not a project")
    person.window.commands.colleagues.receive(bad)
    person.settle()
    assert "bad.tawsim" in person.message()


def test_a_dropped_project_of_other_documents_just_opens(lead: Lead) -> None:
    person = lead({})
    other = person.make("نص آخر", name="other")
    drop(person, other)
    assert person.window.windowTitle().startswith("other")


def test_a_dropped_file_may_also_be_opened(lead: Lead) -> None:
    person = lead({})
    folder = person.project.path.parent
    hand_out(person, "Aida")
    back = work_of(person, folder / "Aida.tawsim")
    drop(person, back)
    dialog = person.dialog(ReceiveDialog)
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Open the file")
    button.click()
    person.settle()
    assert person.window.windowTitle().startswith("back-Aida")


def test_a_hand_out_asks_once_who_one_is_and_is_handed_in(lead: Lead) -> None:
    person = lead({})
    folder = person.project.path.parent
    hand_out(person, "Aida")
    person.open(folder / "Aida.tawsim")
    dialog = person.dialog(WhoDialog)
    (field,) = dialog.findChildren(QLineEdit)
    assert field.text() == "Aida"
    field.setText("Aida S.")
    assert isinstance(dialog, WhoDialog)
    dialog.agree.click()
    person.settle()
    assert person.project.annotator().name == "Aida S."
    person.window.commands.colleagues.hand_in(folder / "for-lead.tawsim")
    person.settle()
    assert "for-lead.tawsim" in person.message()
    assert (folder / "for-lead.tawsim").exists()
    person.reopen()
    assert not [one for one in person.window.findChildren(WhoDialog) if one.isVisible()]


def test_others_layers_are_shown_in_turn_and_not_touched(lead: Lead) -> None:
    person = lead(LAYERS)
    person.view.setFocus()
    person.press("Ctrl+L")
    assert "Aida’s layer" in person.message()
    assert len(person.spans()) == 4
    person.select("القدس")
    person.press("3")
    assert len(person.spans()) == 4
    person.pick("سوريا")
    person.press("Delete")
    assert len(person.spans()) == 4
    person.window.commands.spans.move_borders(person.span("سوريا").id, 12, 18)
    assert "only shown" in person.message()
    person.press("Ctrl+L")
    assert len(person.spans()) == 3
    person.press("Ctrl+L")
    assert person.spans() == []
    person.press("Ctrl+R", "Enter", "Esc", "Ctrl+L", "Ctrl+L", "Ctrl+L")
    assert [text for text, _ in person.spans()] == ["للأمم"], "gold, which a lead may also edit by hand"
    person.pick("للأمم")
    person.press("Delete")
    assert person.spans() == []


def test_blind_hides_the_others_until_ones_own_is_done(lead: Lead) -> None:
    person = lead(LAYERS)
    person.window.table.run("blind")
    assert "Blind" in person.message()
    for keys in ("Ctrl+L", "Ctrl+R"):
        person.view.setFocus()
        person.press(keys)
        assert "your own layer" in person.message()
    person.press("Ctrl+Enter")
    person.press("Ctrl+Enter")
    person.press("Ctrl+R")
    assert person.window.views.review.active
    person.press("Esc")
    person.window.table.run("blind")
    assert "Not blind" in person.message()


def test_the_documents_that_disagree_are_a_filter(lead: Lead) -> None:
    person = lead(LAYERS, texts=2)
    pane = person.window.documents
    chip = next(one for one in pane.findChildren(QPushButton) if one.text() == "Differ")
    assert chip.isVisible()
    chip.click()
    person.settle()
    assert pane.model.rowCount() == 2
    person.press("Ctrl+R", "Shift+Enter")
    for _ in range(3):
        person.press("Enter")
    person.press("Esc")
    chip.click()
    person.settle()
    assert [pane.model.at(row).name for row in range(pane.model.rowCount())] == ["t2"]  # type: ignore[union-attr]


def test_one_annotator_alone_has_no_such_filter(person: Person) -> None:
    person.open(person.make("نص"))
    chips = [one for one in person.window.documents.findChildren(QPushButton) if one.text() == "Differ"]
    assert not chips[0].isVisible()
