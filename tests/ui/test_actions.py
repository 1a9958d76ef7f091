"""The table of actions: sane keys, no clashes, icons and handlers that are there, docs that agree with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotate.labels import read
from tests.window import Person
from ui.actions import ACTIONS, BY_ID, MENUS, NEEDS, RESERVED
from ui.keys.bindings import Bindings
from ui.keys.document import keys_page

ROOT = Path(__file__).parents[2]


def test_ids_are_unique_and_names_are_there() -> None:
    assert len(BY_ID) == len(ACTIONS)
    for action in ACTIONS:
        assert action.text
        assert action.menu in (*MENUS, "")
        assert set(action.needs) <= set(NEEDS)
        assert not action.icon or (ROOT / "ui" / "icons" / f"{action.icon}.svg").is_file(), action.icon


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_no_key_belongs_to_the_system(action: object) -> None:
    """Alt+Shift switches the layout, Ctrl+Alt is AltGr, Alt alone opens the menus."""
    keys = BY_ID[action.id].keys  # type: ignore[attr-defined]
    assert not [key for key in keys if "Alt" in key.split("+")]


def test_no_two_actions_want_one_key_at_once() -> None:
    bindings = Bindings()
    for action in ACTIONS:
        for chord in action.keys:
            other = bindings.conflict(action.id, chord)
            assert other is None, f"{chord}: {action.id} and {other.id if other else ''}"


@pytest.mark.parametrize("file", ["wojood", "anercorp"])
def test_labels_leave_the_command_letters_alone(file: str, seeds: Path) -> None:
    labels = read((seeds / "labels" / f"{file}.json").read_text(encoding="utf-8"))
    assert not {entity.shortcut.upper() for entity in labels.entities} & RESERVED


def test_every_action_does_something(person: Person) -> None:
    by_the_view = {"border_left", "border_right", "border_word_left", "border_word_right"}
    handled = person.window.table.handled()
    assert {action.id for action in ACTIONS} - handled <= by_the_view | {
        action.id for action in ACTIONS if action.where.startswith("review")
    }


def test_the_page_of_keys_is_the_table() -> None:
    page = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
    assert page == keys_page(), "run: python -m ui.keys.document"


def test_changed_keys_replace_the_tables_and_clashes_are_named() -> None:
    bindings = Bindings().with_keys("accept", ["J"])
    assert [action.id for action in bindings.bound("J", "text")] == ["accept"]
    assert "accept" not in [action.id for action in bindings.bound("Enter", "text")]
    clash = bindings.conflict("note", "J")
    assert clash is not None
    assert clash.id == "accept"
    assert Bindings(bindings.changes).keys(BY_ID["accept"]) == ("J",)
    assert bindings.with_keys("accept", None).changes == {}
    assert bindings.with_keys("accept", BY_ID["accept"].keys).changes == {}


def test_a_key_may_mean_two_things_on_two_kinds_of_things() -> None:
    assert Bindings().conflict("accept", "Enter") is None
    assert Bindings({"strange": ["X"]}).changes == {}
