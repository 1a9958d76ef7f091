"""A person opens an article, accepts, corrects, relates, closes, reopens, undoes, exports: the files are right."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from tests.window import Person
from ui.dialogs.export import ExportDialog

ARTICLE = "زار قاسم جومارت توكاييف أستانا وكازاخستان.\nعاد الرئيس إلى طاجيكستان 😀 ثم إلى دوشنبه."


def test_from_the_sample_to_a_training_set(person: Person, seeds: Path, tmp_path: Path) -> None:
    person.press("Enter")  # the first choice of the first page: the sample
    assert person.window.windowTitle().startswith("sample")
    before = person.pending()
    assert "طاجيكستان" in before

    person.press("Tab")
    first = person.current()
    person.press("Enter")
    assert first in [text for text, _ in person.spans()]
    assert len(person.pending()) == len(before) - 1

    rejected = person.view.current_suggestion
    assert rejected is not None
    surface = person.current()
    person.press("X")
    assert surface in person.message()
    person.press("Ctrl+J")  # suggesting again: what was decided may teach something new, what was rejected stays away
    borders = [(one.start, one.end, one.label) for one in person.program.workspace.suggestions()]
    assert (rejected.start, rejected.end, rejected.label) not in borders


def test_corrections_survive_a_restart_and_are_undone_by_name(person: Person) -> None:
    person.open(person.make(ARTICLE))
    person.select("وكازاخستان")
    person.press("3")
    assert person.spans() == [("وكازاخستان", "GPE")]
    person.press("C")
    assert person.spans() == [("كازاخستان", "GPE")]
    person.press("C")
    assert person.spans() == [("وكازاخستان", "GPE")]
    person.press("C", "4")
    assert person.spans() == [("كازاخستان", "LOC")]

    person.reopen()
    assert person.spans() == [("كازاخستان", "LOC")]
    person.view.setFocus()
    person.press("Ctrl+Z")
    assert person.spans() == [("كازاخستان", "GPE")]
    assert "change a label" in person.message()
    person.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert person.spans() == []
    assert "add a span" in person.message()
    person.press("Ctrl+Y")
    assert person.spans() == [("وكازاخستان", "GPE")]


def test_relations_by_keys(person: Person) -> None:
    person.open(person.make(ARTICLE))
    person.select("قاسم جومارت توكاييف")
    person.press("1")
    person.select("كازاخستان")
    person.press("3")
    person.pick("قاسم جومارت توكاييف")
    person.press("R", "Enter")
    assert len(person.relations()) == 1
    head, _, tail = person.relations()[0]
    assert (head, tail) == ("قاسم جومارت توكاييف", "كازاخستان")
    person.pick("كازاخستان")
    person.press("Delete")
    assert person.relations() == []
    assert "1 relation" in person.message()
    person.press("Ctrl+Z")
    assert len(person.relations()) == 1


def test_export_lists_what_is_lost(person: Person, tmp_path: Path) -> None:
    person.open(person.make(ARTICLE))
    person.select("قاسم جومارت توكاييف")
    person.press("1")
    person.select("توكاييف")
    person.press("1")  # nested
    person.select("كازاخستان")
    person.press("3")
    for name in ("jsonl", "conll2003"):
        person.view.setFocus()
        person.press("Ctrl+E")
        dialog = person.dialog(ExportDialog)
        dialog.choose(name)
        person.settle()
        if name == "conll2003":
            assert {row[1] for row in dialog.losses()} == {"توكاييف", "كازاخستان"}
        out = tmp_path / f"out.{name}"
        field = next(one for one in dialog.findChildren(QLineEdit) if one.text().endswith(dialog.suffix()))
        field.setText(str(out))
        dialog.agree.click()
        person.settle()
    record = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert record["text"] == ARTICLE
    for span in record["spans"]:
        assert record["text"][span["start"] : span["end"]] in ("قاسم جومارت توكاييف", "توكاييف", "كازاخستان")
    conll = (tmp_path / "out.conll2003").read_text(encoding="utf-8")
    assert "B-PERS" in conll
    assert "وكازاخستان" in conll
