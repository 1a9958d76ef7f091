"""Keys go by their place: the same key does the same thing with an Arabic layout, on AZERTY, on a Mac."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.window import Person
from ui.keys.keyboard import Keyboard
from ui.keys.places import ARABIC_101, place, scan_code_place

_NONE, _CTRL, _SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def key(code: int, text: str, held: Qt.KeyboardModifier = _NONE, scan: int = 0, virtual: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, held, scan, virtual, 0, text)


# What the systems report with an Arabic layout on: X11 and Wayland the kernel's code plus 8, Windows the scan code of
# the PC's set 1, macOS the virtual key.
@pytest.mark.parametrize(
    ("platform", "scan", "virtual", "expected"),
    [
        ("xcb", 53, 0, "X"),
        ("wayland", 27, 0, "R"),
        ("xcb", 34, 0, "["),
        ("xcb", 35, 0, "]"),
        ("xcb", 10, 0, "1"),
        ("xcb", 18, 0, "9"),
        ("xcb", 49, 0, "`"),
        ("windows", 0x2D, 0, "X"),
        ("windows", 0x13, 0, "R"),
        ("windows", 0x1A, 0, "["),
        ("windows", 0x02, 0, "1"),
        ("cocoa", 1, 7, "X"),
        ("cocoa", 1, 15, "R"),
        ("cocoa", 1, 33, "["),
        ("cocoa", 1, 18, "1"),
        ("cocoa", 1, 25, "9"),
        ("xcb", 200, 0, None),
        ("windows", 0x5B, 0, None),
        ("cocoa", 1, 100, None),
        ("cocoa", 0, 7, None),
    ],
)
def test_the_place_of_a_key_on_each_system(platform: str, scan: int, virtual: int, expected: str | None) -> None:
    assert scan_code_place(platform, scan, virtual) == expected


def test_arabic_letters_stand_where_they_are_printed() -> None:
    assert ARABIC_101["X"] == "ء"
    assert ARABIC_101["R"] == "ق"
    assert ARABIC_101["["] == "ج"
    assert ARABIC_101["C"] == "ؤ"


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (key(0x621, "ء", scan=53), "X"),
        (key(Qt.Key.Key_Ampersand, "&", scan=10), "1"),  # AZERTY's top row, unshifted
        (key(Qt.Key.Key_1, "1", _SHIFT, scan=10), "1"),
        (key(0x661, "١", scan=10), "1"),  # a layout whose digits are Arabic
        (key(Qt.Key.Key_Z, "z", scan=25), "Z"),  # a Latin layout keeps its letters: AZERTY's Z, where W is
        (key(Qt.Key.Key_4, "٤", Qt.KeyboardModifier.KeypadModifier), "4"),  # the keypad goes by value
        (key(Qt.Key.Key_4, "4", Qt.KeyboardModifier.KeypadModifier), "4"),
        (key(0x642, "ق"), "R"),  # an on-screen keyboard without scan codes
        (key(Qt.Key.Key_BraceLeft, "{", _SHIFT), "["),
        (key(Qt.Key.Key_Backtab, "", _SHIFT), "Tab"),
        (key(Qt.Key.Key_F6, ""), "F6"),
        (key(Qt.Key.Key_Shift, "", _SHIFT), ""),
    ],
)
def test_the_place_of_an_event(event: QKeyEvent, expected: str) -> None:
    assert place(event, "xcb") == expected


def test_chords_and_what_the_layout_prints(qapp: QApplication) -> None:
    keyboard = Keyboard()
    assert keyboard.chord(key(Qt.Key.Key_Backtab, "", _SHIFT)) == "Shift+Tab"
    assert keyboard.chord(key(Qt.Key.Key_F, "\x06", _CTRL, scan=41)) == "Ctrl+F"
    assert keyboard.chord(key(0x628, "", _CTRL, scan=41)) == "Ctrl+F"  # Arabic layout: ب
    assert keyboard.chord(key(Qt.Key.Key_Question, "؟", _SHIFT, scan=61)) == "?"
    assert keyboard.shown("Ctrl+F") == "Ctrl+F"
    assert keyboard.chord(key(0x621, "ء", scan=53)) == "X"
    assert keyboard.shown("X") == "ء"
    assert keyboard.shown("Ctrl+F") == "Ctrl+ب"
    assert keyboard.shown("Shift+[") == "⇧+ج"
    assert keyboard.shown("Enter") == "Enter"
    assert keyboard.chord(key(Qt.Key.Key_X, "x", scan=53)) == "X"
    assert keyboard.shown("F") == "F"


def test_commands_and_labels_work_with_the_arabic_layout(person: Person) -> None:
    person.open(person.make("زار أستانا أمس."))
    person.select("أستانا")
    person.press_key(key(0x661, "١", scan=12))  # the 3 of the top row
    assert person.spans() == [("أستانا", "GPE")]
    person.press_key(key(0x640, "", _CTRL, scan=52))  # Ctrl and the key of Z, which prints ئ
    assert person.spans() == []
    person.press_key(key(0x62A, "", _CTRL, scan=29))  # Ctrl+Y
    person.pick("أستانا")
    person.press_key(key(0x62C, "ج", scan=34))  # [
    assert person.spans() == [("زار أستانا", "GPE")]
    assert person.hints()["ج"] == "Start border"


def test_a_text_field_takes_the_letters_itself(person: Person) -> None:
    person.open(person.make("زار أستانا أمس."))
    person.select("أستانا")
    person.press("Ctrl+F")
    person.type_text("x3")
    assert person.spans() == []
    assert person.window.header.find_field.text().endswith("x3")
    person.press("Ctrl+K")
    assert person.palette() is not None


def test_changed_keys_work_at_once_and_after_a_restart(person: Person) -> None:
    person.open(person.make("زار أستانا أمس."))
    settings = person.window.commands.settings
    settings.keep_keys(person.window.table.bindings.with_keys("remove", ["Backspace"]))
    person.select("أستانا")
    person.press("3", "Delete")
    assert person.spans() == [("أستانا", "GPE")]
    person.reopen()
    person.pick("أستانا")
    person.press("Backspace")
    assert person.spans() == []
