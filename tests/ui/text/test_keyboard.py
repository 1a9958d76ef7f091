"""Arrows move the caret as the eye expects: by letter and word, over both directions, lines and blocks."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.text.overlay import Side
from ui.text.shaping import ShapedBlock
from ui.theme import text_font

from .conftest import MakeView, Marked

KEY = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
WORDS = st.sampled_from(["شركة", "Google", "123", "مُحَمَّد", "😀", "לא", "بلاد"])


def test_left_goes_on_in_arabic_and_stops_at_graphemes(make_view: MakeView) -> None:
    view = make_view(Marked("مُحَمَّد"))
    passed = [0]
    for _ in range(6):
        QTest.keyClick(view, KEY.Key_Left)
        passed.append(view.caret)
    assert passed == [0, 2, 4, 7, 8, 8, 8]
    for _ in range(4):
        QTest.keyClick(view, KEY.Key_Right)
    assert view.caret == 0


def test_right_goes_on_in_a_left_to_right_paragraph(make_view: MakeView) -> None:
    view = make_view(Marked("Google شركة"))
    QTest.keyClick(view, KEY.Key_Right)
    assert view.caret == 1


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["شركة", "Google", "123", "مُحَمَّد", "😀", "לא", "بلاد"]), min_size=1, max_size=9),
    st.booleans(),
)
def test_arrows_pass_every_grapheme_once_and_always_move_that_way(words: list[str], right_to_left: bool) -> None:
    shaped = ShapedBlock(" ".join(words), text_font("Noto Naskh Arabic"), 10_000, right_to_left)
    carets = shaped.carets(0)
    assert sorted(position for _, position in carets) == shaped.stops
    assert [x for x, _ in carets] == sorted(x for x, _ in carets)
    at = carets[-1][1]
    for _, expected in reversed(carets[:-1]):
        following = shaped.beside(at, to_left=True)
        assert following == expected
        at = following
    assert shaped.beside(at, to_left=True) is None


def test_ctrl_arrows_go_to_the_ends_of_words_and_back_to_their_starts(make_view: MakeView) -> None:
    view = make_view(Marked("قال نعم\nثم ذهب."))
    found = []
    for _ in range(6):
        QTest.keyClick(view, KEY.Key_Left, CTRL)
        found.append(view.caret)
    assert found == [3, 7, 10, 14, 15, 15]
    found = []
    for _ in range(6):
        QTest.keyClick(view, KEY.Key_Right, CTRL)
        found.append(view.caret)
    assert found == [14, 11, 8, 4, 0, 0]


def test_shift_extends_and_a_plain_arrow_lets_go_at_the_edge(make_view: MakeView) -> None:
    view = make_view(Marked("كلمة أولى ثم"))
    QTest.keyClick(view, KEY.Key_Left, SHIFT | CTRL)
    assert view.selected_text() == "كلمة"
    QTest.keyClick(view, KEY.Key_Left, SHIFT)
    assert view.selection() == (0, 5)
    QTest.keyClick(view, KEY.Key_Left)
    assert view.selection() == (5, 5)
    view.select(0, 4)
    QTest.keyClick(view, KEY.Key_Right)
    assert view.selection() == (0, 0)


def test_up_and_down_keep_their_column_over_a_short_line(make_view: MakeView) -> None:
    view = make_view(Marked("سطر طويل فيه كلمات كثيرة\nقصير\nسطر طويل فيه كلمات كثيرة"))
    view.caret = 18
    QTest.keyClick(view, KEY.Key_Down)
    assert view.page.content.blocks.index(view.caret) == 1
    QTest.keyClick(view, KEY.Key_Down)
    assert view.caret - view.page.content.blocks.start(2) == 18
    QTest.keyClick(view, KEY.Key_Up)
    QTest.keyClick(view, KEY.Key_Up)
    assert view.caret == 18
    QTest.keyClick(view, KEY.Key_Up)
    assert view.caret == 0
    view.caret = len(view.text) - 1
    QTest.keyClick(view, KEY.Key_Down)
    assert view.caret == len(view.text)


def test_home_end_and_pages(make_view: MakeView) -> None:
    view = make_view(Marked("\n".join(f"سطر رقم {number} هنا" for number in range(80))), (600, 300))
    view.caret = 5
    QTest.keyClick(view, KEY.Key_End)
    assert view.caret == view.page.content.blocks.end(0)
    QTest.keyClick(view, KEY.Key_Home)
    assert view.caret == 0
    QTest.keyClick(view, KEY.Key_PageDown)
    line = view.page.content.blocks.index(view.caret)
    assert 3 < line < 12
    QTest.keyClick(view, KEY.Key_PageUp)
    assert view.page.content.blocks.index(view.caret) == 0
    QTest.keyClick(view, KEY.Key_End, CTRL)
    assert view.caret == len(view.text)
    assert view.scroll_y == view.verticalScrollBar().maximum()
    QTest.keyClick(view, KEY.Key_Home, CTRL)
    assert (view.caret, view.scroll_y) == (0, 0)


def test_end_of_a_wrapped_line_stays_on_it(make_view: MakeView) -> None:
    view = make_view(Marked("كلمة " * 60), (500, 300))
    view.caret = 3
    QTest.keyClick(view, KEY.Key_End)
    laid = view.page.laid(0)
    assert laid.shaped.line_of(view.caret) == 0
    assert view.caret == laid.shaped.ends[0] - 1


def test_the_caret_passes_zero_width_characters(make_view: MakeView) -> None:
    """Case A12."""
    for text in ("می‌روم", "ا‍", "كل\u200fمة"):
        view = make_view(Marked(text))
        for _ in range(len(text)):
            QTest.keyClick(view, KEY.Key_Left)
        assert view.caret == len(text)
        view.select(0, len(text))
        assert view.selected_text() == text


def test_letters_and_commands_are_left_to_the_window(make_view: MakeView) -> None:
    view = make_view(Marked("كلمة"))
    for key, modifiers in ((KEY.Key_X, NONE), (KEY.Key_Tab, NONE), (KEY.Key_Left, Qt.KeyboardModifier.AltModifier)):
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers)
        event.setAccepted(True)
        QApplication.sendEvent(view, event)
        assert view.caret == 0
    override = QKeyEvent(QEvent.Type.ShortcutOverride, KEY.Key_Left, CTRL)
    override.setAccepted(False)
    QApplication.sendEvent(view, override)
    assert override.isAccepted()
    override = QKeyEvent(QEvent.Type.ShortcutOverride, KEY.Key_X, NONE)
    override.setAccepted(False)
    QApplication.sendEvent(view, override)
    assert not override.isAccepted()


@pytest.mark.parametrize(
    ("side", "key", "modifiers", "expected"),
    [
        (Side.END, KEY.Key_Left, NONE, (4, 10)),
        (Side.END, KEY.Key_Right, NONE, (4, 8)),
        (Side.END, KEY.Key_Left, CTRL, (4, 13)),
        (Side.START, KEY.Key_Right, NONE, (3, 9)),
        (Side.START, KEY.Key_Left, NONE, (5, 9)),
        (Side.START, KEY.Key_Right, CTRL, (0, 9)),
    ],
)
def test_in_border_mode_arrows_move_a_border(
    make_view: MakeView,
    qtbot: QtBot,
    side: Side,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    expected: tuple[int, int],
) -> None:
    made = Marked("زار لبنان أمس مساء")
    span = made.span("لبنان", "GPE")
    view = make_view(made)
    view.selected_span = span.id
    view.set_border_mode(side)
    with qtbot.waitSignal(view.borderDragged) as told:
        QTest.keyClick(view, key, modifiers)
    assert told.args == [span.id, *expected]


def test_a_border_never_passes_the_other(make_view: MakeView, qtbot: QtBot) -> None:
    made = Marked("ا ب")
    span = made.span("ا", "GPE")
    view = make_view(made)
    view.selected_span = span.id
    view.set_border_mode(Side.END)
    with qtbot.assertNotEmitted(view.borderDragged):
        QTest.keyClick(view, KEY.Key_Right)
    view.set_border_mode(None)
    assert view.border_side is None
    view.selected_span = None
    view.set_border_mode(Side.END)
    assert view.border_side is None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.sampled_from("اب \n12aB.ّ😀\u200f"), max_size=60),
    keys=st.lists(
        st.sampled_from([KEY.Key_Left, KEY.Key_Right, KEY.Key_Up, KEY.Key_Down, KEY.Key_Home, KEY.Key_End]), max_size=25
    ),
)
def test_wherever_keys_lead_the_caret_stands_between_graphemes(
    make_view: MakeView, text: str, keys: list[Qt.Key]
) -> None:
    view = make_view(Marked(text))
    for key in keys:
        QTest.keyClick(view, key)
        assert view.caret == view.paths.snapped(view.caret)
        assert 0 <= view.caret <= len(text)
    view.close()
