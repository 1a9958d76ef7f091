"""The overview: what the cards say, that pictures and numbers leave as files, and what stands behind a number."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.ui.review.conftest import lead
from tests.window import Person
from ui.overview.page import OverviewPage

__all__ = ["lead"]

Lead = Callable[..., Person]

LAYERS = {
    "Aida": [(5, 10, "ORG"), (13, 18, "GPE"), (21, 26, "GPE"), (28, 33, "ORG")],
    "Badr": [(7, 10, "ORG"), (13, 18, "LOC"), (21, 26, "GPE")],
}


def page(person: Person) -> OverviewPage:
    return person.window.views.overview_page


def opened(person: Person) -> OverviewPage:
    person.press("Ctrl+Shift+R")
    return page(person)


def test_the_cards_count_what_is_there(lead: Lead) -> None:
    person = lead(LAYERS, texts=2)
    person.select("ولسوريا")
    person.press("3")
    shown = opened(person)
    states = dict(shown.states.rows()[1:])
    assert (states["Done"], states["Spans"], states["Relations"]) == ("2", "15", "0")
    assert shown.labels.rows()[1:] == [["GPE", "7"], ["ORG", "6"], ["LOC", "2"]]
    assert [cell for row in shown.days.rows()[1:] for cell in row[1:]] == ["1", "0", "0"]
    assert shown.agreement.matrix.rows()[2][3] == "\u20660.29\u2069"
    assert "Escape" not in person.hints()
    assert person.hints()["Esc"] == "Back to the text"
    person.press("Esc")
    assert person.view.hasFocus()


def test_a_filter_by_annotator_and_period(lead: Lead) -> None:
    shown = opened(lead(LAYERS))
    shown._who.setCurrentIndex(shown._who.findText("Badr"))  # noqa: SLF001 (a person's choice)
    assert sorted(shown.labels.rows()[1:]) == [["GPE", "1"], ["LOC", "1"], ["ORG", "1"]]
    assert dict(shown.states.rows()[1:])["Spans"] == "3"
    shown._period.setCurrentIndex(0)  # noqa: SLF001
    assert shown.days.rows() == [["Day", "Badr"]]


def test_behind_a_cell_stand_the_places_and_the_review(lead: Lead) -> None:
    person = lead(LAYERS, texts=2)
    shown = opened(person)
    matrix = shown.agreement.matrix
    assert matrix.hasFocus()
    person.press("Right")  # past the blank cell of the diagonal
    assert matrix.current == (0, 1)
    rows = shown.agreement.confusion.rows()
    place = rows[0].index("LOC"), [row[0] for row in rows].index("GPE")
    shown.agreement.confusion.choose(place[1] - 1, place[0] - 1)
    names = [shown.agreement.places.item(n).text() for n in range(shown.agreement.places.count())]
    assert names == ["\u2068t1\u2069:  سوريا", "\u2068t2\u2069:  سوريا"]
    shown.agreement.places.itemActivated.emit(shown.agreement.places.item(1))
    person.settle()
    assert person.program.workspace.document is not None
    assert person.program.workspace.document.name == "t2"
    table = person.window.views.review_page.table
    assert table.isVisible()
    assert table.rows.index(table.currentIndex().row(), 1).data() == "سوريا"


def test_f6_goes_from_card_to_card(lead: Lead) -> None:
    person = lead(LAYERS)
    shown = opened(person)
    seen = []
    for _ in range(len(shown.parts())):
        person.press("F6")
        seen.append(QApplication.focusWidget())
    assert len(set(seen)) == len(shown.cards) + 1
    assert shown.agreement.matrix in seen


def test_a_click_chooses_a_cell(lead: Lead) -> None:
    person = lead(LAYERS)
    matrix = opened(person).agreement.matrix
    box = matrix._box(1, 0, matrix.width())  # noqa: SLF001 (where a person sees it)
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=QPointF(box.center()).toPoint())
    person.settle()
    assert matrix.current == (1, 0)
    assert "Badr" in page(person).agreement._behind.text()  # noqa: SLF001


def test_every_card_is_saved_as_picture_and_as_numbers(lead: Lead, tmp_path: Path) -> None:
    person = lead(LAYERS)
    shown = opened(person)
    for name, card in shown.cards.items():
        for suffix in (".png", ".svg", ".csv"):
            person.window.views.overview.save(card, tmp_path / f"{name}{suffix}")
        picture = QImage(str(tmp_path / f"{name}.png"))
        colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 7) for y in range(0, 60, 3)}
        assert len(colours) > 2, name
        assert QSvgRenderer(str(tmp_path / f"{name}.svg")).isValid()
        numbers = (tmp_path / f"{name}.csv").read_text(encoding="utf-8-sig")
        assert list(csv.reader(io.StringIO(numbers))) == card.chart.rows()
    person.window.views.overview.save(None, tmp_path / "all.csv")
    assert "Saved" in person.message()
    everything = (tmp_path / "all.csv").read_text(encoding="utf-8-sig")
    assert all(card.title in everything for card in shown.cards.values())


def test_what_cannot_be_written_is_said(lead: Lead, tmp_path: Path) -> None:
    person = lead(LAYERS)
    card = opened(person).cards["labels"]
    for suffix in (".csv", ".png", ".svg"):
        missing = tmp_path / "nowhere" / f"x{suffix}"
        person.window.views.overview.save(card, missing)
        assert str(missing) in person.message(), suffix


def test_nothing_to_count_is_said_in_the_cards(lead: Lead) -> None:
    person = lead({})
    shown = opened(person)
    assert shown.agreement.matrix.rows() == [[""]]
    assert shown.days.rows() == [["Day"]]
    assert dict(shown.states.rows()[1:])["To do"] == "1"


def test_a_small_window_shows_the_whole_width(lead: Lead) -> None:
    person = lead(LAYERS)
    shown = opened(person)
    high = shown.states.height_
    person.window.showNormal()
    person.window.resize(1024, 700)
    person.settle()
    scroll = shown.findChild(QScrollArea)
    assert scroll is not None
    assert scroll.horizontalScrollBar().maximum() == 0
    assert shown.states.width() < 320
    assert shown.states.height_ > high, "what finds no room in two columns stands in one"


def test_the_overview_mirrors(lead: Lead) -> None:
    shown = opened(lead(LAYERS, language="ar", look="dark"))
    matrix = shown.agreement.matrix
    assert matrix._box(0, 0, 400).left() > matrix._box(0, 1, 400).left()  # noqa: SLF001
    assert shown.labels.rows()[1][0] in ("بلد", "منظمة")
