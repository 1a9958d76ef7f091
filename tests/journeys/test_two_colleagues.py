"""A lead hands out, two colleagues annotate and hand in, the lead compares, decides, and exports gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from main import main
from tests.window import Person
from ui.dialogs.handout import HandoutDialog
from ui.dialogs.question import WhoDialog

ARTICLE = "زار قاسم جومارت توكاييف أستانا وكازاخستان.\nعاد الرئيس إلى طاجيكستان ثم إلى دوشنبه."


def annotate(person: Person, file: Path, *marks: tuple[str, str]) -> Path:
    """A colleague opens their file, marks (text, key) by keyboard, says done, hands in."""
    person.open(file)
    dialog = person.dialog(WhoDialog)
    assert isinstance(dialog, WhoDialog)
    dialog.agree.click()
    person.settle()
    for surface, key in marks:
        person.select(surface)
        person.press(key)
    person.press("Ctrl+Enter", "Ctrl+Enter")
    back = file.with_name(f"{file.stem} for the lead.tawsim")
    person.window.commands.colleagues.hand_in(back)
    person.settle()
    return back


def test_from_handing_out_to_exported_gold(person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = person.make(ARTICLE)
    person.open(project)
    person.window.table.run("handout")
    dialog = person.dialog(HandoutDialog)
    assert isinstance(dialog, HandoutDialog)
    dialog._names.setText("Aida, Badr")  # noqa: SLF001 (what a person types)
    dialog._each.setValue(2)  # noqa: SLF001
    dialog.agree.click()
    person.settle()

    same = [("قاسم جومارت توكاييف", "1"), ("أستانا", "3"), ("طاجيكستان", "3")]
    aida = annotate(person, project.with_name("Aida.tawsim"), *same, ("كازاخستان", "3"), ("دوشنبه", "3"))
    badr = annotate(person, project.with_name("Badr.tawsim"), *same, ("وكازاخستان", "3"), ("دوشنبه", "4"))

    person.open(project)
    for file in (aida, badr):
        person.window.commands.colleagues.receive(file)
        person.settle()
        assert "received 1 document, 5 spans" in person.message()

    person.press("Ctrl+R", "Shift+Enter")  # what both agree on
    assert person.window.views.review_page.table.rows.rowCount() == 2
    person.press("Enter")  # Aida's كازاخستان, without the clitic
    person.press("Down", "Enter")  # Badr's label of دوشنبه
    person.press("Esc", "Ctrl+W")

    out = tmp_path / "gold.jsonl"
    assert main(["export", str(project), str(out), "--format", "jsonl"]) == 0
    (line,) = out.read_text(encoding="utf-8").splitlines()
    record = json.loads(line)
    text = record["text"]
    assert record["annotator"] == "gold"
    assert record["state"] == "done"
    assert [(text[s["start"] : s["end"]], s["label"]) for s in record["spans"]] == [
        ("قاسم جومارت توكاييف", "PERS"),
        ("أستانا", "GPE"),
        ("كازاخستان", "GPE"),
        ("طاجيكستان", "GPE"),
        ("دوشنبه", "LOC"),
    ]
    capsys.readouterr()
    assert main(["agree", str(project), "--between", "Aida", "Badr", "--json"]) == 0
    (pair,) = json.loads(capsys.readouterr().out)["pairs"]
    assert (pair["spans"]["exact"]["f1"], pair["spans"]["clitic"]["f1"]) == (0.6, 0.8)
    assert main(["adjudicate", str(project), "--between", "Aida", "Badr", "--auto", "agreed", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"decided": {"spans": 0, "relations": 0}, "open": []}
