"""The mouse: dragging selects what is dragged over, clicks pick out, handles and tags can be dragged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from ui.text.hits import grips
from ui.text.overlay import Side
from ui.text.view import TextView

from .conftest import MakeView, Marked

LEFT = Qt.MouseButton.LeftButton


def place(view: TextView, position: int, dx: float = 0) -> QPoint:
    """A point at the caret place of a position."""
    laid = view.page.laid(view.page.content.blocks.index(position))
    line = laid.shaped.line_of(position - laid.start)
    x = view.column_left + laid.shaped.x(position - laid.start) + dx
    return QPoint(round(x), view.page.top(laid.index) + laid.baselines[line] - view.scroll_y - 6)


def middle(view: TextView, start: int, end: int) -> QPoint:
    """A point in the middle of a short range."""
    one, two = place(view, start), place(view, end)
    return QPoint((one.x() + two.x()) // 2, one.y())


def tag(view: TextView, id: str) -> QPoint:
    """The middle of a span's tag."""
    span = view.page.content.span(id)
    assert span
    index = view.page.content.blocks.index(span.start)
    laid = view.page.laid(index)
    for line, baseline in zip(laid.lines, laid.baselines, strict=True):
        for one in line.tags:
            if one.item == span:
                y = view.page.top(index) + baseline + one.bottom - 7 - view.scroll_y
                return QPoint(round(view.column_left + (one.left + one.right) / 2), round(y))
    raise AssertionError("no tag")


def drag(view: TextView, one: QPoint, two: QPoint, *, drop: bool = True) -> None:
    target = view.viewport()
    QTest.mousePress(target, LEFT, Qt.KeyboardModifier.NoModifier, one)
    for part in range(1, 9):
        QTest.mouseMove(target, one + (two - one) * part / 8)
    if drop:
        QTest.mouseRelease(target, LEFT, Qt.KeyboardModifier.NoModifier, two)


def test_dragging_over_both_directions_selects_what_is_dragged_over(make_view: MakeView, qtbot: QtBot) -> None:
    """Case A11: from the right end on screen to the left."""
    text = "دفع 123 ريال (USD) أمس"
    view = make_view(Marked(text))
    (stretch,) = view.page.laid(0).shaped.stretches(4, 18)
    y = place(view, 0).y()
    for inside in (2, -2):
        right = QPoint(view.column_left + round(stretch.right) - inside, y)
        left = QPoint(view.column_left + round(stretch.left) + inside, y)
        with qtbot.waitSignal(view.labelRequested) as asked:
            drag(view, right, left)
        assert asked.args is not None
        assert asked.args[:2] == [4, 18]
        assert view.selection() == (4, 18)


def test_dragging_selects_by_whole_graphemes(make_view: MakeView) -> None:
    text = "قال مُحَمَّد نعم"
    view = make_view(Marked(text))
    stops = {0, 2, 4, 7, 8}
    for x in range(place(view, 12).x(), place(view, 4).x()):
        drag(view, place(view, 4), QPoint(x, place(view, 4).y()))
        assert view.selection()[1] - 4 in stops | {0}


def test_a_click_picks_the_innermost_span_and_elsewhere_lets_go(make_view: MakeView, qtbot: QtBot) -> None:
    made = Marked("مدير جامعة بيرزيت هنا")
    outer, inner = made.span("مدير جامعة بيرزيت", "OCC"), made.span("بيرزيت", "GPE")
    view = make_view(made)
    with qtbot.waitSignal(view.spanActivated) as told:
        QTest.mouseClick(view.viewport(), LEFT, pos=middle(view, inner.start, inner.end))
    assert told.args == [inner.id]
    assert view.selected_span == inner.id
    with qtbot.waitSignal(view.spanActivated):
        QTest.mouseClick(view.viewport(), LEFT, pos=tag(view, outer.id))
    assert view.selected_span == outer.id
    with qtbot.waitSignal(view.selectionChanged):
        QTest.mouseClick(view.viewport(), LEFT, pos=middle(view, 18, 21))
    assert view.selected_span is None


def test_a_click_in_either_rectangle_of_a_mixed_span_picks_it(make_view: MakeView) -> None:
    """Case A3."""
    made = Marked("شركة Google العربية")
    span = made.span("شركة Google", "ORG")
    view = make_view(made)
    for position in (1, 8):
        view.selected_span = None
        QTest.mouseClick(view.viewport(), LEFT, pos=middle(view, position, position + 1))
        assert view.selected_span == span.id


def test_a_click_on_a_suggestion_makes_it_current_with_its_buttons(make_view: MakeView, qtbot: QtBot) -> None:
    made = Marked("سافر إلى لبنان أمس")
    suggestion = made.suggestion("لبنان")
    view = make_view(made)
    with qtbot.waitSignal(view.suggestionActivated) as told:
        QTest.mouseClick(view.viewport(), LEFT, pos=middle(view, suggestion.start, suggestion.end))
    assert told.args == [suggestion]
    buttons = view.viewport().findChildren(QToolButton)
    assert all(button.isVisible() and button.accessibleName() for button in buttons)
    for button, signal in zip(buttons, (view.acceptClicked, view.rejectClicked, view.moreClicked), strict=True):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(button, LEFT)
    view.current_suggestion = None
    assert not buttons[0].isVisible()


def test_an_arc_can_be_clicked(make_view: MakeView, qtbot: QtBot) -> None:
    """Case E6."""
    made = Marked("مدير يعمل في جامعة كبيرة")
    relation = made.relation(made.span("مدير", "OCC"), made.span("جامعة", "ORG"))
    view = make_view(made)
    laid = view.page.laid(0)
    (arc,) = laid.lines[0].arcs
    y = view.page.top(0) + laid.baselines[0] + arc.y
    with qtbot.waitSignal(view.relationActivated) as told:
        QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(round(view.column_left + arc.x1 - 12), round(y)))
    assert told.args == [relation.id]
    assert view.selected_relation == relation.id


def test_a_stub_leads_to_its_other_end_and_stubs_in_one_are_gone_through(make_view: MakeView, qtbot: QtBot) -> None:
    """Case E7: spans a thousand lines apart."""
    made = Marked("\n".join(["قال مدير الجامعة"] * 1000))
    head = made.span("مدير", "OCC")
    far, farther = made.span("الجامعة", "ORG", nth=900), made.span("الجامعة", "ORG", nth=990)
    one, two = made.relation(head, far), made.relation(head, farther)
    view = make_view(made)
    laid = view.page.laid(0)
    (arc,) = laid.lines[0].arcs
    y = view.page.top(0) + laid.baselines[0] + arc.y
    stub = QPoint(round(view.column_left + arc.x2 + 5), round(y))
    for expected in (one, two, one):
        with qtbot.waitSignal(view.relationActivated) as told:
            QTest.mouseClick(view.viewport(), LEFT, pos=stub)
        assert told.args == [expected.id]
        assert view.selected_relation == expected.id
        view.verticalScrollBar().setValue(0)
    made.relations.remove(two)
    view = make_view(made)
    QTest.mouseClick(view.viewport(), LEFT, pos=stub)
    assert view.scroll_y == 0, "one end is in sight already"
    QTest.mouseClick(view.viewport(), LEFT, pos=stub)
    assert view.in_sight((far.start, far.end))


def test_dragging_a_handle_moves_the_border_and_snaps_to_the_clitic(make_view: MakeView, qtbot: QtBot) -> None:
    """Case E3 by mouse; the border between و and كازاخستان is easily hit."""
    made = Marked("زار طاجيكستان وكازاخستان أمس")
    span = made.span("وكازاخستان", "GPE")
    view = make_view(made)
    view.selected_span = span.id
    grip = grips(view.page, span)[Side.START]
    point = QPoint(round(grip.x()) + view.column_left, round(grip.y()) - view.scroll_y)
    target = place(view, span.start + 1, dx=4)
    with qtbot.waitSignal(view.borderDragged) as told:
        drag(view, point, QPoint(target.x(), point.y() - 12))
    assert told.args == [span.id, span.start + 1, span.end]


def test_a_handle_cannot_be_dragged_beyond_the_other(make_view: MakeView, qtbot: QtBot) -> None:
    made = Marked("زار طاجيكستان أمس")
    span = made.span("طاجيكستان", "GPE")
    view = make_view(made)
    view.selected_span = span.id
    grip = grips(view.page, span)[Side.END]
    point = QPoint(round(grip.x()) + view.column_left, round(grip.y()) - view.scroll_y)
    with qtbot.waitSignal(view.borderDragged) as told:
        drag(view, point, place(view, 0))
    assert told.args is not None
    assert told.args[1] == span.start
    assert told.args[2] > span.start


def test_dragging_from_tag_to_tag_draws_a_relation(make_view: MakeView, qtbot: QtBot) -> None:
    made = Marked("مدير يعمل في جامعة كبيرة")
    head, tail = made.span("مدير", "OCC"), made.span("جامعة", "ORG")
    view = make_view(made)
    with qtbot.waitSignal(view.relationDrawn) as told:
        drag(view, tag(view, head.id), tag(view, tail.id))
    assert told.args == [head.id, tail.id]
    with qtbot.assertNotEmitted(view.relationDrawn):
        drag(view, tag(view, head.id), QPoint(5, 200))
        drag(view, tag(view, head.id), tag(view, head.id) + QPoint(15, 0))


@pytest.mark.parametrize("way", ["double-click twice", "third click"])
def test_double_click_takes_the_word_without_clitics_and_again_the_whole_word(make_view: MakeView, way: str) -> None:
    """Case A13."""
    text = "وصل بالقدس أمس"
    view = make_view(Marked(text))
    point = middle(view, 6, 7)
    QTest.mouseDClick(view.viewport(), LEFT, pos=point)
    assert view.selected_text() == "القدس"
    if way == "third click":
        QTest.mousePress(view.viewport(), LEFT, pos=point)
        QTest.mouseRelease(view.viewport(), LEFT, pos=point)
    else:
        QTest.mouseDClick(view.viewport(), LEFT, pos=point)
    assert view.selected_text() == "بالقدس"


def test_shift_click_extends_the_selection(make_view: MakeView) -> None:
    view = make_view(Marked("كلمة أولى ثم ثانية"))
    QTest.mouseClick(view.viewport(), LEFT, pos=place(view, 5))
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, place(view, 9))
    assert view.selection() == (5, 9)


def test_the_menu_is_about_what_is_under_the_mouse(make_view: MakeView, qtbot: QtBot) -> None:
    made = Marked("مدير يعمل في جامعة كبيرة قرب لبنان")
    head, tail = made.span("مدير", "OCC"), made.span("جامعة", "ORG")
    relation, suggestion = made.relation(head, tail), made.suggestion("لبنان")
    view = make_view(made)
    laid = view.page.laid(0)
    (arc,) = laid.lines[0].arcs
    on_arc = QPoint(
        round(view.column_left + arc.x1 - 12), round(view.page.top(0) + laid.baselines[0] + arc.y - view.scroll_y)
    )
    cases = [
        (middle(view, 0, 4), ["span", head.id]),
        (middle(view, suggestion.start, suggestion.end), ["suggestion", suggestion]),
        (on_arc, ["relation", relation.id]),
    ]
    for point, expected in cases:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point))
        with qtbot.waitSignal(view.contextRequested) as told:
            QApplication.sendEvent(view.viewport(), event)
        assert told.args is not None
        assert told.args[:2] == expected
    view.caret = 6
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    with qtbot.waitSignal(view.contextRequested) as told:
        QApplication.sendEvent(view.viewport(), event)
    assert told.args is not None
    assert told.args[:2] == ["text", 6]


def test_a_menu_from_the_keyboard_is_about_what_is_picked_out(make_view: MakeView, qtbot: QtBot) -> None:
    marked = Marked("زار قاسم أستانا")
    head, tail = marked.span("قاسم", "PERS"), marked.span("أستانا")
    relation = marked.relation(head, tail)
    suggestion = marked.suggestion("زار")
    view = make_view(marked)
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())

    def asked() -> list[object]:
        with qtbot.waitSignal(view.contextRequested) as told:
            QApplication.sendEvent(view.viewport(), menu)
        assert told.args is not None
        return list(told.args)

    for pick, expected, start in (
        (("selected_relation", relation.id), ["relation", relation.id], head.start),
        (("selected_span", tail.id), ["span", tail.id], tail.start),
        (("current_suggestion", suggestion), ["suggestion", suggestion], suggestion.start),
    ):
        setattr(view, *pick)
        kind, what, place = asked()
        assert [kind, what] == expected
        assert place == view.character_rectangle(start).bottomLeft(), "below it, not in the middle of the view"


def test_dragging_below_the_edge_scrolls(make_view: MakeView, qtbot: QtBot) -> None:
    view = make_view(Marked("\n".join(["كلمة في سطر"] * 60)), (600, 300))
    drag(view, QPoint(300, 50), QPoint(300, 340), drop=False)
    qtbot.waitUntil(lambda: view.scroll_y > 100, timeout=20_000)
    QTest.mouseRelease(view.viewport(), LEFT, pos=QPoint(300, 340))
    assert view.selection()[1] - view.selection()[0] > 60
    reached = view.scroll_y
    with qtbot.assertNotEmitted(view.verticalScrollBar().valueChanged, wait=120):
        pass
    assert view.scroll_y == reached


def test_ctrl_and_the_wheel_zoom(make_view: MakeView, qtbot: QtBot) -> None:
    view = make_view(Marked("كلمة في سطر"))
    point = QPoint(100, 50)
    with qtbot.waitSignal(view.zoomChanged) as told:
        QApplication.sendEvent(
            view.viewport(),
            QWheelEvent(
                point,
                view.viewport().mapToGlobal(point),
                QPoint(),
                QPoint(0, 120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.ControlModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )
    assert told.args == [pytest.approx(1.1)]
    assert view.zoom == pytest.approx(1.1)
    for zoom, kept in ((0.1, 0.5), (9, 4)):
        view.set_zoom(zoom)
        assert view.zoom == kept


def test_hovering_points_out_what_is_under_the_mouse(make_view: MakeView) -> None:
    made = Marked("مدير يعمل في جامعة كبيرة")
    span = made.span("جامعة", "ORG")
    view = make_view(made)
    QTest.mouseMove(view.viewport(), middle(view, span.start, span.end))
    assert view.overlay.hovered == span.id
    QTest.mouseMove(view.viewport(), tag(view, span.id))
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(view.viewport(), QPoint(5, 5))
    assert view.overlay.hovered is None
