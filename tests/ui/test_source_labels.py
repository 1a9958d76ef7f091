"""What the sources' labels become in a project: a table that the user changes; what is said of those without one."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from annotate.edits import SetLabels
from annotate.labels import retire_missing
from annotate.suggest.camel_models import data_folder
from tests.conftest import Shared
from tests.ui.test_sources import agree, ask, made
from tests.window import Person
from ui.dialogs.sources import SourcesDialog

TEXT = "زار الرئيس قاسم جومارت توكاييف كازاخستان ثم لبنان."


def labels(person: Person) -> set[str]:
    return {label for _, label, _ in made(person)}


def test_the_table_shows_the_defaults(person: Person) -> None:
    person.open(person.make(TEXT))
    table = ask(person).table
    assert table.rows() == {"GPE": "GPE", "LOC": "GPE", "PERS": "PERS", "ORG": "ORG", "MISC": None}
    assert table.changes() == {}


def test_a_label_becomes_another_in_all_documents_and_again_what_it_was(person: Person) -> None:
    person.open(person.make(TEXT, TEXT))
    second = person.project.documents()[1].id
    person.press("Ctrl+Shift+J")
    before = made(person)
    assert labels(person) == {"GPE", "PERS"}

    dialog = ask(person)
    dialog.table.choose("GPE", "LOC")
    dialog.table.choose("LOC", "LOC")
    # What a label can become can be switched off.
    dialog.choose("places")
    assert "LOC" in dialog.labels()
    agree(person, dialog)
    assert person.project.setting("label_map") == {"GPE": "LOC", "LOC": "LOC"}
    assert labels(person) == {"LOC", "PERS"}
    person.program.workspace.show(second)
    assert labels(person) == {"LOC", "PERS"}

    dialog = ask(person)
    dialog.table.choose("PERS", "")
    agree(person, dialog)
    assert labels(person) == {"LOC"}

    dialog = ask(person)
    assert dialog.table.rows()["PERS"] == ""
    dialog.table.reset("PERS")
    dialog.table.reset_all()
    agree(person, dialog)
    assert person.project.setting("label_map") == {}
    assert made(person) == before


def test_choosing_by_keyboard(person: Person) -> None:
    person.open(person.make(TEXT))
    dialog = ask(person)
    dialog.turn_to(dialog.table)
    dialog.table.focus_first()  # the one that the label set lacks
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    assert box.accessibleName() == "What MISC becomes"
    person.press("Down")
    assert dialog.table.changes() == {"MISC": "PERS"}


def test_a_renamed_label_stays_what_it_was_and_one_that_went_counts_as_none(person: Person) -> None:
    person.open(person.make(TEXT))
    project = person.project
    project.set_setting("label_map", {"GPE": "LOC", "LOC": "LOC"})
    project.set_setting("sources_off", {"starter": ["PERS"]})
    old = project.label_set()
    new = replace(
        old, entities=tuple(replace(e, id={"LOC": "PLACE", "PERS": "PERSON"}.get(e.id, e.id)) for e in old.entities)
    )
    person.program.workspace.do(SetLabels(labels=new))
    person.press("Ctrl+J")
    assert labels(person) == {"LOC", "PERS"}  # keys
    assert not any(by == "starter" and label == "PERS" for _, label, by in made(person))
    dialog = ask(person)
    assert dialog.table.rows()["GPE"] == "PLACE"
    dialog.reject()

    less = replace(old, entities=tuple(e for e in old.entities if e.id != "LOC"))
    person.program.workspace.do(SetLabels(labels=retire_missing(new, less, project.used_labels())))
    person.press("Ctrl+J")
    assert "GPE" in labels(person)
    assert ask(person).table.rows()["GPE"] == "GPE"


@pytest.fixture
def elsewhere(shared: Shared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model folder from elsewhere, installed: its people are PERSON."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("CAMELTOOLS_DATA", raising=False)
    folder = data_folder() / "data" / "ner" / "elsewhere"
    shutil.copytree(shared / "camel" / "tiny-ner", folder, copy_function=shutil.copyfile)
    folder.chmod(0o755)  # what is shared is read-only
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    config["id2label"] = {n: label.replace("PERS", "PERSON") for n, label in config["id2label"].items()}
    config["label2id"] = {label: int(n) for n, label in config["id2label"].items()}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return folder


@pytest.mark.usefixtures("elsewhere")
def test_labels_of_a_model_from_elsewhere_are_said_and_mapped(person: Person) -> None:
    text = (Path(__file__).parents[2] / "seeds" / "sample" / "tajikistan-kazakhstan.txt").read_text(encoding="utf-8")
    person.open(person.make(text))
    person.project.set_setting("sources", ["camel"])
    person.press("Ctrl+J")
    assert "Left out, because the label set lacks them: MISC (3), PERSON (2)." in person.message()
    assert "PERS" not in labels(person)
    way = next(one for one in person.window.strip.findChildren(QPushButton) if one.text() == "Labels of the models…")
    assert way.isVisible()
    QTest.mouseClick(way, Qt.MouseButton.LeftButton)
    person.settle()
    dialog = person.dialog(SourcesDialog)
    assert dialog.tabs.currentWidget() is dialog.table
    assert dialog.table.rows()["PERSON"] is None
    dialog.table.choose("PERSON", "PERS")
    dialog.table.choose("MISC", "")
    agree(person, dialog)
    assert person.project.setting("label_map") == {"PERSON": "PERS", "MISC": ""}
    assert any(label == "PERS" and by == "camel" for _, label, by in made(person))
    person.press("Ctrl+J")
    assert "lacks" not in person.message()


def test_a_label_that_a_run_reported_has_a_line_though_its_model_is_gone(person: Person, elsewhere: Path) -> None:
    person.open(person.make(TEXT))
    assert "PERSON" in ask(person).table.rows()
    shutil.rmtree(elsewhere)
    person.project.set_setting("labels_missing", ["PERSON"])
    assert "PERSON" in ask(person).table.rows()
