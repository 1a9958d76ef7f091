"""Sources of suggestions are switched on and off for a project and for a label, and one's own words are written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QTableWidget

from tests.window import Person
from ui.dialogs.sources import SourcesDialog

TEXT = "زار الرئيس قاسم جومارت توكاييف كازاخستان. يعمل في أرامكو."


def ask(person: Person) -> SourcesDialog:
    """Open the dialog."""
    person.window.table.run("sources")
    person.settle()
    return person.dialog(SourcesDialog)


def agree(person: Person, dialog: SourcesDialog) -> None:
    """Press Keep and wait for the suggestions."""
    dialog.agree.click()
    person.settle()


def made(person: Person) -> set[tuple[str, str, str]]:
    """(text, label, source) of what is pending in the document on the desk."""
    return {
        (person.view.text[one.start : one.end], one.label, by)
        for one in person.program.workspace.suggestions()
        for by in one.by.split("+")
    }


def sources(person: Person) -> set[str]:
    return {by for _, _, by in made(person)}


def test_a_source_that_is_switched_off_says_nothing_more(person: Person) -> None:
    person.open(person.make(TEXT, TEXT))
    person.press("Ctrl+Shift+J")
    assert {"places", "starter"} <= sources(person)

    dialog = ask(person)
    dialog.switch("places", False)
    agree(person, dialog)
    assert "Ctrl+Shift+J" in person.message()
    person.press("Ctrl+J")
    assert sources(person) == {"starter"}
    person.program.workspace.show(person.project.documents()[1].id)
    assert sources(person) == {"starter"}

    dialog = ask(person)
    dialog.switch("places", True)
    agree(person, dialog)
    assert "places" in sources(person)


def test_a_label_is_switched_off_for_one_source(person: Person) -> None:
    person.open(person.make(TEXT))
    person.press("Ctrl+J")
    before = made(person)
    assert {"GPE", "PERS"} <= {label for _, label, by in before if by == "starter"}

    dialog = ask(person)
    dialog.choose("starter")
    dialog.press_label("GPE")
    agree(person, dialog)
    person.press("Ctrl+J")
    # What the list of places says stays, and so do the starter's people.
    assert made(person) == {one for one in before if one[1:] != ("GPE", "starter")}
    assert person.project.setting("sources_off") == {"starter": ["GPE"]}

    dialog = ask(person)
    dialog.choose("starter")
    dialog.press_label("GPE")
    agree(person, dialog)
    assert person.project.setting("sources_off") == {}
    assert made(person) == before


def test_only_labels_that_a_source_knows_are_offered(person: Person) -> None:
    person.open(person.make(TEXT))
    dialog = ask(person)
    dialog.choose("places")
    assert dialog.labels() == ["PERS", "ORG", "GPE"]
    dialog.choose("lists")
    assert "DATE" in dialog.labels()


def test_own_words_are_written_suggested_and_removed(person: Person) -> None:
    person.open(person.make(TEXT))
    dialog = ask(person)
    dialog.turn_to(dialog.words)
    assert any("No words of your own yet" in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    dialog.words.add("أرامكو", "PRODUCT")
    dialog.words.add("", "ORG")
    agree(person, dialog)
    assert ("أرامكو", "PRODUCT", "lists") in made(person)
    assert person.project.setting("lists") == [["أرامكو", "PRODUCT"]]

    dialog = ask(person)
    dialog.turn_to(dialog.words)
    dialog.words.choose_line(0)
    dialog.words.remove_chosen()
    agree(person, dialog)
    assert person.project.setting("lists") == []
    assert "lists" not in sources(person)


def test_a_line_is_written_in_the_table(person: Person) -> None:
    person.open(person.make(TEXT))
    dialog = ask(person)
    dialog.turn_to(dialog.words)
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Add").click()
    person.settle()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("أرامكو")
    person.press("Enter")
    table = dialog.words.findChild(QTableWidget)
    assert isinstance(table, QTableWidget)
    table.setFocus()
    table.setCurrentCell(0, 1)
    person.press("F2")
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    person.press("Down", "Down", "Down")
    agree(person, dialog)
    assert person.project.setting("lists") == [["أرامكو", "LOC"]]
    assert ("أرامكو", "LOC", "lists") in made(person)


def test_own_words_from_a_file(person: Person, tmp_path: Path) -> None:
    person.open(person.make(TEXT))
    good, wrong, other = tmp_path / "good.csv", tmp_path / "wrong.csv", tmp_path / "other.csv"
    good.write_text("text,label\nأرامكو,ORG\nأرامكو,ORG\n", encoding="utf-8-sig")
    wrong.write_text("أرامكو,FIRM\n", encoding="utf-8")
    other.write_text("أرامكو,ORG\n", encoding="windows-1256")
    dialog = ask(person)
    dialog.words.take_file(wrong)
    assert dialog.problem.text() == "wrong.csv:1: 'FIRM' is not in the label set"
    dialog.words.take_file(other)
    assert "other.csv is no UTF-8 text" in dialog.problem.text()
    dialog.words.take_file(good)
    dialog.words.take_file(good)
    assert dialog.problem.isHidden()
    assert dialog.words.entries() == [("أرامكو", "ORG")]
    agree(person, dialog)
    assert ("أرامكو", "ORG", "lists") in made(person)


def test_own_words_are_taken_along_as_a_file(person: Person, tmp_path: Path) -> None:
    person.open(person.make(TEXT))
    dialog = ask(person)
    save = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Save as CSV…")
    assert not save.isEnabled()
    words = [("أرامكو", "ORG"), ('شركة "أرامكو"، الظهران', "ORG"), ("الظهران", "GPE")]
    for text, label in words:
        dialog.words.add(text, label)
    assert save.isEnabled()
    dialog.words.save_file(tmp_path / "nowhere" / "words.csv")
    assert "nowhere" in dialog.problem.text()
    dialog.words.save_file(tmp_path / "words.csv")
    assert dialog.problem.isHidden()
    assert any("words.csv" in label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()

    dialog = ask(person)
    dialog.words.take_file(tmp_path / "words.csv")
    assert dialog.words.entries() == words
    # What a spreadsheet needs to see that the file is UTF-8.
    assert (tmp_path / "words.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_text_without_a_word_is_refused_in_place(person: Person) -> None:
    person.open(person.make(TEXT))
    dialog = ask(person)
    dialog.words.add("ـَ", "ORG")
    dialog.agree.click()
    assert dialog.isVisible()
    assert "no word" in dialog.problem.text()
    assert person.project.setting("lists") is None


def test_nothing_is_kept_without_agreeing(person: Person) -> None:
    person.open(person.make(TEXT))
    dialog = ask(person)
    dialog.switch("places", False)
    dialog.press_label("PERS")
    dialog.reject()
    assert person.project.setting("sources") is None
    assert person.project.setting("sources_off") is None
