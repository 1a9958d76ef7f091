"""A monkey at the keyboard: whatever keys are pressed, nothing breaks, and undo goes all the way back."""

from __future__ import annotations

import random

import pytest

from tests.window import Person

TEXTS = (
    "زار قاسم جومارت توكاييف مدينة أستانا وكازاخستان 😀. عاد إلى الأردن، ثم إلى لبنان.",
    "وصل مدير جامعة بيرزيت إلى القُدس أمس.\nكتب عن مصر والعراق.",
)
# Those that ask for more (dialogs, files) are left out: a monkey does not answer.
KEYS = (
    *("Tab", "Shift+Tab", "Ctrl+Tab", "Ctrl+Shift+Tab", "Enter", "Enter", "X", "Shift+Enter", "Esc"),
    *("1", "2", "3", "W", "Shift+4", "[", "]", "Shift+[", "Shift+]", "C", "Shift+C", "P", "R", "T", "G", "Delete"),
    *("Left", "Right", "Up", "Down", "Shift+Left", "Ctrl+Shift+Left", "Ctrl+Right", "Home", "End"),
    *("Ctrl+Z", "Ctrl+Y", "Ctrl+Enter", "Ctrl+PgDown", "Ctrl+PgUp", "Ctrl+=", "Ctrl+0", "S"),
)


@pytest.mark.parametrize("seed", range(3))
def test_any_keys_then_undo_all(person: Person, seed: int) -> None:
    person.open(person.make(*TEXTS))
    person.press("Ctrl+Shift+J")  # suggestions for both documents
    ids = [summary.id for summary in person.project.documents()]
    annotator = person.project.annotator().id

    def content() -> list[object]:
        """All there is of the layer; an order of its own is no difference."""
        found: list[object] = []
        for id_ in ids:
            for read in (person.project.spans, person.project.relations, person.project.suggestions):
                found.append(sorted(map(repr, read(id_, annotator))))
            found.append(person.project.layer(id_, annotator))
        return found

    before = content()
    person.view.setFocus()
    chance = random.Random(seed)
    for _ in range(120):
        person.press(chance.choice(KEYS))
    person.press("Esc", "Esc")
    while (entry := person.project.undoable()) is not None and entry.step.title != "import":
        person.press("Ctrl+Z")
    assert content() == before
