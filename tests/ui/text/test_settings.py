"""How the text is set (spacing, width, direction) is chosen in the settings and seen in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.window import Person
from ui.dialogs.settings import SettingsDialog
from ui.settings import DIRECTION, LINE_SPACING, MEASURE, Key

TEXT = "زار الرئيس مدينة أستانا يوم الأحد في زيارة رسمية التقى فيها كبار المسؤولين وبحث معهم شؤون المياه. " * 3


def first_line(person: Person) -> tuple[int, int, float]:
    """The height of the first line, the width of the column, and where the first character stands in it."""
    page = person.view.page
    laid = page.laid(0)
    return laid.bottom(0) - laid.tops[0], int(page.width), laid.shaped.x(0)


@pytest.mark.parametrize(("key", "value"), [(LINE_SPACING, "widest"), (MEASURE, "narrow"), (DIRECTION, "ltr")])
def test_a_choice_is_seen_at_once(qtbot: QtBot, tmp_path: Path, key: Key[str], value: str) -> None:
    person = Person(qtbot, tmp_path)
    person.window.resize(1500, 900)
    person.open(person.make(TEXT))
    before = first_line(person)
    person.press("Ctrl+,")
    dialog = person.dialog(SettingsDialog)
    dialog.choose(key, value)
    dialog.agree.click()
    person.settle()
    person.window.resize(1500, 900)
    person.settle()
    after = first_line(person)
    changed = {LINE_SPACING: after[0] > before[0], MEASURE: after[1] < before[1], DIRECTION: after[2] < before[2]}
    assert changed[key]
    person.leave()
