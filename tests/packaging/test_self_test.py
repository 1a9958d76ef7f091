"""The self-test of the program, here from the checkout: it passes, and it notices what is wrong."""

import importlib.util
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotate.errors import TawsimError
from main import Services
from ui import self_test, self_test_page


def outcome(steps: Sequence[tuple[str, bool, str]]) -> dict[str, tuple[bool, str]]:
    return {name: (passed, detail) for name, passed, detail in steps}


def test_everything_passes(qapp: object) -> None:
    steps = self_test.run(Services())
    assert not [step for step in steps if not step[1]]
    assert [name for name, *_ in steps][:2] == ["sample", "suggest places"]
    assert "each with its label" in outcome(steps)["suggest camel"][1]


def test_without_torch_the_model_is_skipped(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "torch" else find(name))
    passed, detail = outcome(self_test.run(Services()))["suggest camel"]
    assert passed
    assert detail.startswith("skipped")


def test_a_fault_is_told_and_the_rest_goes_on(qapp: object, tmp_path: Path) -> None:
    class Broken(Services):
        seeds = tmp_path

    steps = outcome(self_test.run(Broken()))
    assert not steps["sample"][0]
    assert "tajikistan-kazakhstan.txt" in steps["sample"][1]
    assert "fonts" in steps["page"][1]


def test_the_page_comes_out_as_in_its_picture(qtbot: QtBot, seeds: Path) -> None:
    assert "off its picture" in self_test_page.compare_page(seeds)


def test_a_page_without_marks_or_mirrored_is_noticed(
    qtbot: QtBot, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = self_test_page.painted(seeds)
    bare = self_test_page.painted(seeds, marks=False)
    mirrored = whole.flipped(Qt.Orientation.Horizontal)
    for wrong in (bare, mirrored):
        monkeypatch.setattr(self_test_page, "painted", lambda seeds, picture=wrong: picture)
        with pytest.raises(TawsimError, match="off its picture"):
            self_test_page.compare_page(seeds)


def test_a_picture_that_cannot_be_read_is_named(
    qtbot: QtBot, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_test_page, "REFERENCE", tmp_path / "none.png")
    with pytest.raises(TawsimError, match=r"none\.png"):
        self_test_page.compare_page(seeds)
