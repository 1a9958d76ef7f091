"""A screen reader gets the text, the caret's place and the spans under the caret."""

from __future__ import annotations

import gc

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.text.view import TextView

from .conftest import MakeView, Marked


def interfaces(view: TextView) -> tuple[QAccessibleInterface, QAccessibleTextInterface]:
    found = QAccessible.queryAccessibleInterface(view)
    assert found is not None
    text = found.textInterface()
    assert text is not None
    return found, text


def test_text_caret_and_selection_in_units_of_qt(make_view: MakeView) -> None:
    text = "قال 😀 نعم"
    view = make_view(Marked(text))
    found, said = interfaces(view)
    assert found.role() == QAccessible.Role.EditableText
    assert found.state().readOnly
    assert said.characterCount() == len(text) + 1
    assert said.text(4, 6) == "😀"
    assert said.text(7, 10) == "نعم"
    view.caret = 6
    assert said.cursorPosition() == 7
    said.setCursorPosition(4)
    assert view.caret == 4
    said.setSelection(0, 0, 3)
    assert view.selected_text() == "قال"
    said.removeSelection(0)
    assert view.selected_text() == ""
    said.addSelection(4, 6)
    assert view.selected_text() == "😀"


def test_a_character_is_found_where_it_is_said_to_be(make_view: MakeView) -> None:
    view = make_view(Marked("سلام يا عالم"))
    _, said = interfaces(view)
    rectangle = said.characterRect(5)
    assert rectangle.width() > 0
    assert said.offsetAtPoint(rectangle.center() + QPoint(rectangle.width() // 4, 0)) == 5


def test_the_spans_under_the_caret_are_said(make_view: MakeView) -> None:
    made = Marked("مدير جامعة بيرزيت في لبنان")
    made.span("مدير جامعة بيرزيت", "OCC")
    made.span("بيرزيت", "GPE")
    made.suggestion("لبنان", "GPE")
    view = make_view(made)
    found, _ = interfaces(view)
    view.caret = 12
    assert found.text(QAccessible.Text.Description) == "بلد: بيرزيت\nمنصب: مدير جامعة بيرزيت"
    view.caret = made.text.index("لبنان")
    assert "لبنان" in found.text(QAccessible.Text.Description)
    view.caret = 18
    assert found.text(QAccessible.Text.Description) == ""


def test_a_reader_can_scroll_to_a_stretch(make_view: MakeView) -> None:
    view = make_view(Marked("\n".join(["سطر"] * 300)), (500, 300))
    _, said = interfaces(view)
    said.scrollToSubstring(1000, 1003)
    assert 0 <= view.range_rectangle((1000, 1003)).center().y() <= 300


def test_moves_while_a_reader_listens(make_view: MakeView) -> None:
    view = make_view(Marked("سلام يا عالم"))
    QAccessible.setActive(True)
    try:
        view.caret = 3
        view.select(0, 4)
        _, said = interfaces(view)
        assert said.cursorPosition() == 4
    finally:
        QAccessible.setActive(False)


def test_interfaces_go_with_their_views(qtbot: QtBot) -> None:
    for _ in range(5):
        view = TextView()
        view.set_document("سلام")
        _, said = interfaces(view)
        assert said.text(0, 4) == "سلام"
        view.deleteLater()
        del view, said
        gc.collect()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
