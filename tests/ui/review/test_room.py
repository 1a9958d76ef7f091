"""Review, overview and the dialogs of working with colleagues have room for their words, in both languages."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog

from annotate.review.compare import RelationItem
from tests.ui.test_languages import cut_off
from tests.window import Person
from ui.dialogs.question import ReceiveDialog, WhoDialog
from ui.i18n.language import NAMES

Lead = Callable[..., Person]

SPANS = [(7, 10, "ORG"), (13, 18, "GPE"), (21, 26, "GPE")]
LAYERS = {"ليلى أحمد": SPANS, "Badr al-Sami": [(5, 10, "ORG"), (13, 18, "LOC")]}
RELATIONS = {"ليلى أحمد": [("located_in", 0, 1), ("located_in", 0, 2)], "Badr al-Sami": [("part_of", 0, 1)]}


@pytest.mark.parametrize("width", [1000, 1440])
@pytest.mark.parametrize("language", NAMES)
def test_review_and_overview_have_room(lead: Lead, language: str, width: int) -> None:
    person = lead(LAYERS, RELATIONS, language=language)
    person.window.resize(width, 760)
    person.press("Ctrl+R")
    page = person.window.views.review_page
    for _ in range(len(page._state.items)):  # noqa: SLF001 (every kind of item)
        assert list(cut_off(page)) == []
        person.press("Tab")
    person.press("Delete")
    assert list(cut_off(page)) == []
    person.press("Esc", "Ctrl+Shift+R")
    overview = person.window.views.overview_page
    assert list(cut_off(overview)) == []
    overview.agreement.matrix.choose(0, 1)
    person.settle()
    assert list(cut_off(overview)) == []


@pytest.mark.parametrize("language", NAMES)
def test_dialogs_have_room(lead: Lead, language: str) -> None:
    person = lead(LAYERS, RELATIONS, language=language)
    window = person.window
    person.press("Ctrl+R", "A")
    person.window.table.run("handout")
    WhoDialog(window, "ليلى").open()
    ReceiveDialog(window, "ليلى أحمد").open()
    person.settle()
    dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert len(dialogs) == 4
    for dialog in dialogs:
        assert list(cut_off(dialog)) == [], type(dialog).__name__
        dialog.close()


def test_every_kind_of_item_is_named_in_the_card(lead: Lead) -> None:
    person = lead(LAYERS, RELATIONS)
    person.press("Ctrl+R")
    page = person.window.views.review_page
    titles = set()
    for item in page._state.items:  # noqa: SLF001
        page._state.go(item)  # noqa: SLF001
        titles.add(page.card._title.text())  # noqa: SLF001 (what a person reads)
        assert (" ← " in page.card._text.text()) == isinstance(item, RelationItem)  # noqa: SLF001
    assert titles == {"A clitic only", "The labels differ", "Missing in one layer", "The relations differ"}
