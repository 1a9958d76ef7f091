"""The review by keyboard and mouse: what a lead sees, decides, edits, takes back."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from annotate.model import GOLD
from annotate.review.compare import Kind
from tests.ui.review.conftest import LINE
from tests.window import Person
from ui.dialogs.everywhere import EverywhereDialog
from ui.review.lanes import LanePage
from ui.review.page import ReviewPage
from ui.review.table import DifferencesModel

Lead = Callable[..., Person]

LAYERS = {
    "Aida": [(5, 10, "ORG"), (13, 18, "GPE"), (21, 26, "GPE"), (28, 33, "ORG")],
    "Badr": [(7, 10, "ORG"), (13, 18, "LOC"), (21, 26, "GPE")],
}


def page(person: Person) -> ReviewPage:
    return person.window.views.review_page


def gold(person: Person, document: str = "t1") -> list[tuple[str, str]]:
    (found,) = person.project.find(name=document)
    return [(found.text[s.start : s.end], s.label) for s in person.project.spans(found.id, GOLD)]


def rows(person: Person) -> list[list[str]]:
    model = page(person).table.rows
    return [[str(model.index(r, c).data()) for c in range(model.columnCount())] for r in range(model.rowCount())]


def current(person: Person) -> str:
    table = page(person).table
    return str(table.rows.index(table.currentIndex().row(), 1).data())


def test_the_table_lists_what_differs_and_how(lead: Lead) -> None:
    person = lead(LAYERS)
    person.press("Ctrl+R")
    assert rows(person) == [
        ["Clitic", "للأمم", "ORG", "ORG", "–"],
        ["Label", "سوريا", "GPE", "LOC", "–"],
        ["Missing", "مدرست", "ORG", "–", "–"],
    ]
    assert current(person) == "للأمم"
    assert page(person).lanes.hasFocus()
    header = {label.text() for label in person.window.header.findChildren(QLabel) if label.isVisible()}
    assert "Review: Aida, Badr" in header
    assert {"Enter": "Take", "Tab": "Next difference", "E": "Edit"}.items() <= person.hints().items()
    person.press("Ctrl+R")
    assert person.view.hasFocus()
    assert not page(person).isVisible()


def test_without_two_layers_there_is_nothing_to_compare(lead: Lead) -> None:
    person = lead({"Aida": [(7, 10, "ORG")]})
    person.press("Ctrl+R")
    assert "two annotators" in person.message()
    assert person.view.isVisible()


def test_decided_by_keys_one_after_the_other(lead: Lead) -> None:
    person = lead(LAYERS)
    person.press("Ctrl+R", "Down", "Enter")  # the clitic: Badr's version
    assert gold(person) == [("أمم", "ORG")]
    assert current(person) == "سوريا"
    person.press("2")  # a label of one's own: ORG
    assert gold(person) == [("أمم", "ORG"), ("سوريا", "ORG")]
    person.press("Delete")
    assert [row[-1] for row in rows(person)] == ["Badr", "edited", "none"]
    person.press("Ctrl+Z")
    assert [row[-1] for row in rows(person)] == ["Badr", "edited", "–"]
    person.press("Shift+Enter")
    assert ("القدس", "GPE") in gold(person)
    assert "1" in person.message()


def test_the_lane_of_one_who_has_nothing_is_a_decision_too(lead: Lead) -> None:
    person = lead(LAYERS)
    person.press("Ctrl+R", "Shift+Tab")
    assert current(person) == "مدرست"
    person.press("Down")
    assert page(person).card.buttons["review_take"].text().startswith("None, as")
    person.press("Enter")
    assert rows(person)[2][-1] == "Badr"
    assert gold(person) == []
    person.press("Shift+Tab", "Backspace")
    assert rows(person)[2][-1] == "–"


def test_borders_are_edited_before_a_version_is_taken(lead: Lead) -> None:
    person = lead(LAYERS)
    person.press("Ctrl+R", "Tab", "E")
    assert "Finish" not in person.hints().values()
    assert person.hints()["← →"] == "Letter"
    person.press("Tab", "Right")  # the start border, a letter outward in Arabic
    person.press("Esc")
    assert gold(person) == []
    person.press("E", "Tab", "Right", "Enter")
    assert gold(person) == [("لسوريا", "GPE")]
    person.press("Tab", "Tab", "E", "Ctrl+Left", "Ctrl+Right", "Left", "4", "Enter")
    assert gold(person)[0][1] == "LOC"


def test_a_relation_waits_for_its_ends_and_r_takes_them(lead: Lead) -> None:
    person = lead({"Aida": [(7, 10, "ORG"), (13, 18, "GPE")], "Badr": []}, {"Aida": [("located_in", 0, 1)]})
    person.press("Ctrl+R")
    assert [row[0] for row in rows(person)] == ["Missing", "Relation", "Missing"]
    person.press("Tab", "Enter")
    assert "R takes the ends as well" in person.message()
    person.press("R")
    (found,) = person.project.find(name="t1")
    assert len(person.project.relations(found.id, GOLD)) == 1
    assert gold(person) == [("أمم", "ORG"), ("سوريا", "GPE")]


def test_a_relation_is_given_another_type_or_direction(lead: Lead) -> None:
    spans = [(7, 10, "ORG"), (13, 18, "GPE")]
    person = lead({"Aida": spans, "Badr": spans}, {"Aida": [("located_in", 0, 1)], "Badr": [("part_of", 0, 1)]})
    person.press("Ctrl+R", "Shift+Enter", "E", "Down", "Down", "Esc", "E", "Down", "Down", "Enter")
    (found,) = person.project.find(name="t1")
    (relation,) = person.project.relations(found.id, GOLD)
    ends = {span.id: found.text[span.start : span.end] for span in person.project.spans(found.id, GOLD)}
    assert (relation.label, ends[relation.head], ends[relation.tail]) == ("part_of", "سوريا", "أمم")
    assert rows(person)[0][-1] == "edited"


def test_the_same_question_everywhere_in_one_step(lead: Lead) -> None:
    person = lead(LAYERS, texts=3)
    person.press("Ctrl+R", "A")
    dialog = person.dialog(EverywhereDialog)
    assert isinstance(dialog, EverywhereDialog)
    assert len(dialog.ticked()) == 3
    dialog._list.item(2).setCheckState(Qt.CheckState.Unchecked)  # noqa: SLF001 (a person's click)
    dialog.agree.click()
    person.settle()
    assert [gold(person, f"t{n}") for n in (1, 2, 3)] == [[("للأمم", "ORG")], [("للأمم", "ORG")], []]
    person.window.table.run("undo")
    assert [gold(person, f"t{n}") for n in (1, 2, 3)] == [[], [], []]


def test_what_all_agree_on_in_all_documents_is_one_step(lead: Lead) -> None:
    person = lead(LAYERS, texts=2)
    person.window.table.run("review_agreed_all")
    person.settle()
    assert [gold(person, f"t{n}") for n in (1, 2)] == [[("القدس", "GPE")]] * 2
    person.window.table.run("review_agreed_all")
    person.settle()
    assert "Nothing new" in person.message()
    person.window.table.run("review_clitic_all")
    person.settle()
    assert [gold(person, f"t{n}") for n in (1, 2)] == [[("أمم", "ORG"), ("القدس", "GPE")]] * 2
    person.window.table.run("review_majority_all")
    person.settle()
    assert "Nothing new" in person.message(), "of two, none is a majority"


def test_a_comment_stands_with_the_item(lead: Lead) -> None:
    person = lead(LAYERS)
    person.press("Ctrl+R", "N")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("الأمم المتحدة")
    person.press("Enter")
    assert [decision.comment for decision in person.project.decisions()] == ["الأمم المتحدة"]
    assert rows(person)[0][-1] == "–"


def test_filters_keep_what_is_sought(lead: Lead) -> None:
    person = lead(LAYERS)
    person.press("Ctrl+R")
    shown = page(person)
    shown._kinds[Kind.LABEL].click()  # noqa: SLF001 (a person's click)
    assert [row[1] for row in rows(person)] == ["سوريا"]
    shown._kinds[None].click()  # noqa: SLF001
    shown._filter.setText("مدرسَت")  # noqa: SLF001
    assert [row[1] for row in rows(person)] == ["مدرست"]
    shown._filter.setText("LOC")  # noqa: SLF001
    assert [row[1] for row in rows(person)] == ["سوريا"]


def test_a_click_on_a_bar_chooses_item_and_lane(lead: Lead) -> None:
    person = lead(LAYERS)
    person.press("Ctrl+R")
    lanes = page(person).lanes
    found = lanes.page
    assert isinstance(found, LanePage)
    laid = found.laid(0)
    bars = {(placed.bar.annotator, placed.bar.span.label): placed for placed in found.lanes[0][0].bars}
    names = {a.id: a.name for a in person.project.annotators()}
    loc = next(placed for (who, label), placed in bars.items() if names[who] == "Badr" and label == "LOC")
    y = found.top(0) + laid.baselines[0] + found.lanes_top(laid, 0) + (loc.row + 0.5) * found.metrics.review_pitch
    x = lanes.column_left + (loc.stretch.left + loc.stretch.right) / 2
    QTest.mouseClick(lanes.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y) - lanes.scroll_y))
    person.settle()
    assert current(person) == "سوريا"
    person.press("Enter")
    assert gold(person) == [("سوريا", "LOC")]


def test_buttons_and_fields_keep_their_keys_and_f6_goes_round(lead: Lead) -> None:
    person = lead(LAYERS)
    person.press("Ctrl+R")
    shown = page(person)
    for part in (shown.table, shown._filter, shown.card.buttons["review_take"], shown.lanes):  # noqa: SLF001
        person.press("F6")
        assert QApplication.focusWidget() is part
    person.press("Shift+F6")
    button = shown.card.buttons["review_none"]
    button.setFocus()
    person.press("Enter")
    assert rows(person)[0][-1] == "none", "Enter presses the button that has the focus"
    person.press("Esc")
    assert shown.lanes.hasFocus()
    shown.table.setFocus()
    person.press("Down")
    assert current(person) == "مدرست", "from سوريا, the next open one"
    person.press("Enter")
    assert rows(person)[2][-1] == "Aida"
    QTest.mouseClick(shown.card.buttons["review_none"], Qt.MouseButton.LeftButton)
    person.settle()
    assert shown.table.hasFocus()


def test_every_lane_has_its_first_word_at_the_right(lead: Lead) -> None:
    """Case A7: compare panes of others ran left to right."""
    person = lead({"Aida": [(0, 4, "ORG"), (28, 33, "ORG")], "Badr": [(0, 4, "GPE"), (28, 33, "ORG")]})
    person.press("Ctrl+R")
    found = page(person).lanes.page
    assert isinstance(found, LanePage)
    found.laid(0)
    for annotator, _ in found.lanes[0][0].names:
        places = {p.bar.span.start: p.stretch for p in found.lanes[0][0].bars if p.bar.annotator == annotator}
        assert places[0].left > places[28].right


def test_another_document_is_reviewed_in_turn(lead: Lead) -> None:
    person = lead(LAYERS, texts=2)
    person.press("Ctrl+R", "Enter")
    assert rows(person)[0][-1] == "Aida"
    person.press("Ctrl+PgDown")
    assert rows(person)[0][-1] == "–"
    assert page(person).isVisible()


def test_the_review_speaks_arabic(lead: Lead) -> None:
    person = lead(LAYERS, language="ar", look="dark")
    person.press("Ctrl+R")
    assert [row[0] for row in rows(person)] == ["لاصقة", "تسمية", "ناقص"]
    assert LINE in page(person).lanes.page.content.text
    head = page(person).table.rows.headerData(1, Qt.Orientation.Horizontal)
    assert head == "النص"
    assert isinstance(page(person).table.rows.index(0, 0).data(DifferencesModel.ROW).item, str)
