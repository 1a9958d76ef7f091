"""Projects, documents, searching, the parts of the window that are not the text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QMenu, QPushButton

from annotate.edits import SetLabels
from annotate.labels import AttributeType
from annotate.model import State
from tests.ui.conftest import MakePerson
from tests.window import Person
from ui.dialogs.keys import KeysDialog
from ui.dialogs.new_project import NewProjectDialog
from ui.models.hits import HitsModel
from ui.settings import KEYS, ZOOM

ONE = "زار الرئيس مدينة أستانا.\nعاد إلى أستانا."
TWO = "كتب الكاتب عن مدينة إربد وعن أُسْتانا."


class TestProjects:
    def test_the_first_page_shows_what_can_be_begun(self, person: Person) -> None:
        window = person.window
        assert window.start.isVisible()
        assert {"Ctrl+K", "Ctrl+O", "Ctrl+N"} <= set(person.hints())

    def test_a_new_project_by_dialog(self, person: Person, tmp_path: Path) -> None:
        person.press("Ctrl+N")
        dialog = person.dialog(NewProjectDialog)
        name, folder = dialog.findChildren(QLineEdit)[:2]
        name.setText("bad/name")
        assert not dialog.agree.isEnabled()
        name.setText("أخبار")
        folder.setText(str(tmp_path))
        assert dialog.agree.isEnabled()
        dialog.agree.click()
        person.settle()
        assert person.project.path == tmp_path / "أخبار.tawsim"
        assert person.project.annotator().name == "Layla"
        assert person.window.documents.model.total == 0

    def test_recent_projects_are_offered(self, person: Person) -> None:
        path = person.make(ONE)
        person.open(path)
        person.press("Ctrl+W")
        row = next(b for b in person.window.start.findChildren(QPushButton) if b.text() == "project")
        row.click()
        person.settle()
        assert person.project.path == path

    def test_files_that_are_dropped_become_a_project(self, person: Person, tmp_path: Path) -> None:
        file = tmp_path / "خبر.txt"
        file.write_text(ONE, encoding="utf-8")
        drop(person, file)
        assert person.project.path == tmp_path / "خبر.tawsim"
        assert person.view.text == ONE
        assert "1 document" in person.message()
        drop(person, file)
        assert "already there" in person.message()
        assert person.window.documents.model.total == 1

    def test_an_import_is_undone(self, person: Person, tmp_path: Path) -> None:
        person.open(person.make(ONE))
        (tmp_path / "more.txt").write_text(TWO, encoding="utf-8")
        drop(person, tmp_path / "more.txt")
        assert person.view.text == TWO
        person.window.table.run("undo")
        person.settle()
        assert person.window.documents.model.total == 1

    def test_undoing_the_only_import_empties_the_desk(self, person: Person) -> None:
        person.open(person.make(ONE, TWO))
        gone = person.project.documents()[1].id
        person.press("Ctrl+Z")
        assert person.program.workspace.document is None
        assert person.view.text == ""
        person.window.documents.chosen.emit(gone)
        person.press("Tab", "3", "Enter", "Ctrl+PgDown", "Ctrl+Enter", "Shift+Enter", "Esc")
        assert person.window.documents.model.total == 0
        assert "No documents yet" in person.window.documents.empty_text
        person.press("Ctrl+Y")
        assert person.view.text == ONE

    def test_pasted_text_becomes_a_document(self, person: Person) -> None:
        person.open(person.make(ONE))
        QGuiApplication.clipboard().setText("أول سطر من النص\nوسطر ثانٍ.")
        person.press("Ctrl+V")
        assert person.view.text == "أول سطر من النص\nوسطر ثانٍ."
        assert person.program.workspace.document is not None
        assert person.program.workspace.document.name == "أول سطر من النص"
        QGuiApplication.clipboard().setText("  ")
        person.press("Ctrl+V")
        assert "no text" in person.message()

    @pytest.mark.parametrize(
        ("name", "content", "said"),
        [
            ("bad.tawsim", b"no project", "bad.tawsim"),
            ("binary.txt", b"\x00\x01\x02\xff", "binary.txt"),
            ("gone.tawsim", None, "gone.tawsim"),
            ("broken.jsonl", b'{"text": "a", \n', "broken.jsonl:1"),
        ],
    )
    def test_bad_files_are_said_in_place(
        self, person: Person, tmp_path: Path, name: str, content: bytes | None, said: str
    ) -> None:
        person.open(person.make(ONE))
        if content is not None:
            (tmp_path / name).write_bytes(content)
        person.open(tmp_path / name)
        assert said in person.message()
        assert person.view.text == ONE

    def test_the_good_files_of_several_can_be_had(self, person: Person, tmp_path: Path) -> None:
        person.open(person.make(ONE))
        files = [tmp_path / "good.txt", tmp_path / "bad.txt"]
        files[0].write_text(TWO, encoding="utf-8")
        files[1].write_bytes(b"\x00\xff\x00")
        person.window.open_paths(files)
        person.settle()
        assert person.window.documents.model.total == 1
        buttons = person.window.strip.findChildren(QPushButton)
        next(button for button in buttons if button.text() == "Import the others").click()
        person.settle()
        assert person.window.documents.model.total == 2

    def test_what_the_status_line_says_takes_the_room_of_whole_keys(self, person: Person) -> None:
        person.open(person.make(ONE))
        status = person.window.status
        person.window.showNormal()
        person.window.resize(1024, 700)
        person.settle()
        before = [hint for hint in status._hints if hint.isVisible()]  # noqa: SLF001 (what is shown)
        status.say("in this sentence: " + "many " * 20)
        person.settle()
        left = [hint for hint in before if hint.isVisible()]
        assert len(left) < len(before)
        assert all(hint.width() >= hint.sizeHint().width() for hint in left)

    def test_an_import_that_is_cancelled_leaves_the_project_as_it_was(self, person: Person, tmp_path: Path) -> None:
        person.open(person.make(ONE))
        (tmp_path / "many").mkdir()
        for number in range(500):
            (tmp_path / "many" / f"{number}.txt").write_text(f"{TWO} {number}", encoding="utf-8")
        before = person.project.journal()
        person.window.open_paths([tmp_path / "many"])
        person.window.status.cancel()
        person.settle()
        assert person.project.journal() == before
        assert person.window.documents.model.total == 1

    def test_a_second_opening_is_read_only_and_says_by_whom(self, person: Person) -> None:
        path = person.make(ONE)
        other = person.services.open_project(path)
        try:
            person.open(path)
            assert "read-only" in person.message()
            assert person.project.read_only is not None
            person.select("أستانا")
            person.press("3")
            assert person.spans() == []
            assert "read-only" in person.message()
            assert "read-only" in person.window.table.entries["import"].toolTip()
        finally:
            other.close()

    def test_the_last_place_is_found_again(self, person: Person) -> None:
        person.open(person.make(ONE, TWO))
        person.press("Ctrl+PgDown")
        person.view.move_caret(12)
        person.reopen()
        person.settle()
        assert person.view.text == TWO
        assert person.view.caret == 12


class TestDocuments:
    def test_done_and_next(self, person: Person) -> None:
        person.open(person.make(ONE, TWO))
        person.press("Ctrl+Enter")
        assert person.view.text == TWO
        assert [one.state for one in person.project.documents()] == [State.DONE, State.TODO]
        person.press("Ctrl+Enter")
        assert "last document" in person.message()
        person.press("Ctrl+PgUp", "Ctrl+PgUp")
        assert "first document" in person.message()
        person.press("Ctrl+Z")
        assert person.view.text == TWO

    def test_filters_and_their_empty_state(self, person: Person) -> None:
        person.open(person.make(ONE, TWO))
        pane = person.window.documents
        chips = {b.text().split(" ")[0]: b for b in pane.findChildren(QPushButton) if b.isCheckable()}
        chips["Done"].click()
        assert pane.model.rowCount() == 0
        clear = next(b for b in pane.findChildren(QPushButton) if b.text() == "Clear filter")
        assert clear.isVisible()
        clear.click()
        assert pane.model.rowCount() == 2

    def test_a_row_opens_its_document(self, person: Person) -> None:
        person.open(person.make(ONE, TWO))
        pane = person.window.documents
        pane.chosen.emit(person.project.documents()[1].id)
        assert person.view.text == TWO
        assert person.view.hasFocus()
        person.press("F6", "F6", "Home", "Enter")
        assert person.view.text == ONE

    def test_sorting(self, person: Person) -> None:
        person.open(person.make(TWO, ONE))
        model = person.window.documents.model
        model.arrange(sort="name")
        assert [model.at(row).name for row in range(2) if model.at(row)] == ["t1", "t2"]  # type: ignore[union-attr]
        assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole).startswith("t1, To do")

    def test_the_list_says_what_the_file_says(self, person: Person) -> None:
        person.open(person.make(ONE, TWO))
        model = person.window.documents.model

        def agrees() -> bool:
            assert [model.at(row) for row in range(model.rowCount())] == list(person.project.documents())
            return True

        person.press("Ctrl+J")
        assert agrees()
        for keys in (["Tab", "Enter"], ["Tab", "X"], ["Shift+Enter"], ["Ctrl+Z"], ["Ctrl+Enter"], ["Ctrl+Z", "Ctrl+Z"]):
            person.press(*keys)
            assert agrees(), keys
        person.select("الرئيس")
        person.press("1", "Ctrl+PgDown")
        person.select("إربد")
        person.press("3", "Delete", "Ctrl+Z", "Ctrl+Z")
        assert agrees()


class TestSearching:
    def test_find_in_the_document_folds(self, person: Person) -> None:
        person.open(person.make(TWO))
        person.press("Ctrl+F")
        field = person.window.header.find_field
        field.setText("استانا")
        assert [TWO[a:b] for a, b in person.view.overlay.hits] == ["أُسْتانا"]
        field.setText("عن")
        first = person.view.overlay.hit_now
        person.press("Enter")
        assert person.view.overlay.hit_now != first
        person.press("Shift+Enter")
        assert person.view.overlay.hit_now == first
        person.press("Esc")
        assert person.view.hasFocus()
        assert person.view.overlay.hits == ()

    def test_find_in_all_documents(self, person: Person) -> None:
        person.open(person.make(ONE, TWO))
        person.press("Ctrl+Shift+F")
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        field.setText("أستانا")
        person.press("Enter")
        hits = [
            index.data(HitsModel.HIT)
            for model in person.window.documents.findChildren(HitsModel)
            for index in (model.index(row) for row in range(model.rowCount()))
        ]
        assert [(hit.name, hit.text) for hit in hits] == [("t1", "أستانا"), ("t1", "أستانا"), ("t2", "أُسْتانا")]
        person.window.documents.hitChosen.emit(hits[2])
        assert person.view.selected_text() == "أُسْتانا"
        field.setFocus()
        field.setText("xyz")
        person.press("Enter")
        assert "Nothing found" in person.window.documents.empty_text
        field.setText("")
        assert person.window.documents.model.rowCount() == 2


class TestPalette:
    def test_it_finds_by_name_and_does_it(self, person: Person) -> None:
        person.open(person.make(ONE))
        person.press("Ctrl+K")
        palette = person.palette()
        assert palette is not None
        palette.seek("larger")
        assert palette.names() == ["Larger text"]
        person.press("Enter")
        assert person.view.zoom > 1
        assert person.program.settings[ZOOM] > 1
        person.press("Ctrl+0")
        assert person.view.zoom == 1

    def test_by_the_english_name_in_arabic_too(self, make_person: MakePerson) -> None:
        person = make_person("ar")
        person.press("Ctrl+K")
        palette = person.palette()
        assert palette is not None
        palette.seek("export")
        assert palette.names() == ["تصدير…"]
        person.press("Esc")
        person.settle()
        assert person.palette() is None or not person.palette().isVisible()  # type: ignore[union-attr]


def test_every_menu_entry_says_why_it_cannot_be_done(person: Person) -> None:
    person.settle()
    entries = person.window.table.entries
    assert not entries["export"].isEnabled()
    assert entries["export"].toolTip() == "Open a project first."


def test_panes_hide_and_come_back(person: Person) -> None:
    person.open(person.make(ONE))
    person.press("Ctrl+B", "Ctrl+Shift+B")
    assert person.window.documents.isHidden()
    assert person.window.inspector.isHidden()
    person.reopen()
    assert person.window.documents.isHidden()
    person.press("Ctrl+B", "Ctrl+Shift+B")
    assert not person.window.documents.isHidden()


def test_the_context_menus_have_the_same_verbs(person: Person) -> None:
    person.open(person.make(ONE))
    person.select("أستانا")
    person.press("3")
    menus = person.window.menus
    names = [action.iconText() for action in menus.menu("span").actions()]
    assert {"Move the borders", "Relation from this span", "Note", "Delete the span or relation"} <= set(names)
    assert "Accept" in [action.iconText() for action in menus.menu("suggestion").actions()]
    assert "Turn the relation round" in [action.iconText() for action in menus.menu("relation").actions()]
    labels = menus.menu("span").actions()[0].menu()
    assert labels is not None


@pytest.mark.parametrize("kind", ["span", "suggestion", "relation", "text"])
def test_a_right_click_picks_out_what_it_is_about(person: Person, kind: str) -> None:
    person.open(person.make("زار قاسم توكاييف أستانا. وصل إلى كازاخستان."))
    for surface, key in (("قاسم توكاييف", "1"), ("أستانا", "3")):
        person.select(surface)
        person.press(key)
    person.pick("قاسم توكاييف")
    person.press("R", "Enter", "Ctrl+J", "Esc")
    what = {
        "span": person.span("أستانا").id,
        "suggestion": person.program.workspace.suggestions()[0],
        "relation": person.program.workspace.relations()[0].id,
        "text": 3,
    }[kind]
    person.view.contextRequested.emit(kind, what, QPoint(10, 10))
    picked = (person.view.selected_span, person.view.current_suggestion, person.view.selected_relation)
    assert what in picked if kind != "text" else picked == (None, None, None)
    menu = person.window.findChildren(QMenu)[-1]
    assert menu.actions()
    menu.close()
    person.settle()


def test_copy_takes_the_text_verbatim(person: Person) -> None:
    text = "سطر\u00a0أول\u2028وبقية."
    person.open(person.make(text))
    person.view.select(0, len(text))
    person.settle()
    person.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == text


def test_attributes_are_set_in_the_inspector(person: Person) -> None:
    person.open(person.make("زار قاسم توكاييف أستانا."))
    kinds = (
        AttributeType(key="alive", id="alive", kind="flag"),
        AttributeType(
            key="gender", id="gender", names={"en": "Gender"}, kind="choice", values=("m", "f"), on=("PERS",)
        ),
        AttributeType(key="title", id="title"),
    )
    labels = replace(person.program.workspace.labels, attributes=kinds)
    person.program.workspace.do(SetLabels(labels=labels))
    person.select("قاسم توكاييف")
    person.press("1")
    inspector = person.window.inspector
    inspector.findChildren(QCheckBox)[0].click()
    person.settle()
    inspector.findChildren(QComboBox)[0].activated.emit(2)
    person.settle()
    field = next(one for one in inspector.findChildren(QLineEdit) if one.accessibleName() == "title")
    field.setText("الرئيس")
    field.editingFinished.emit()
    person.settle()
    assert person.span("قاسم توكاييف").attributes == {"alive": True, "gender": "f", "title": "الرئيس"}


def test_keys_are_changed_in_their_dialog(person: Person) -> None:
    person.open(person.make(ONE))
    person.press("?")
    dialog = person.dialog(KeysDialog)
    dialog.choose("note")
    dialog.take("X")
    assert "“Reject”" in dialog.problem.text()
    dialog.take("Ctrl+Shift+N")
    assert person.window.table.key("note") == "Ctrl+⇧+N"
    dialog.reset()
    assert person.window.table.key("note") == "N"
    dialog.seek("zzz")
    dialog.seek("peel")
    dialog.reset_all()
    assert person.program.settings[KEYS] == {}


def drop(person: Person, *files: Path) -> None:
    """Drop files on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    action, buttons, held = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    person.window.dropEvent(QDropEvent(QPoint(300, 300), action, data, buttons, held))
    person.settle()
