"""Export: whose layers, which documents, which part, and a file that is whole or not there."""

import json
import os
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

from annotate.errors import TawsimError
from annotate.exporting import ExportOptions, audit, export, parse_split
from annotate.model import State
from tests.annotate.formats.desk import Desk, record
from tests.conftest import ROOT

TEXT = "زار علي القدس"


def documents(exported: str) -> list[tuple[str, str]]:
    """Name and annotator of each line."""
    lines = [json.loads(line) for line in exported.split("\n") if line]
    return [(line["name"], line["annotator"]) for line in lines]


def two_annotators(desk: Desk) -> None:
    desk.bring_records(
        record(TEXT, (4, 7, "PERS"), annotator="سلمى"),
        record(TEXT, (8, 13, "GPE"), annotator="عمر"),
        record("ب", name="b"),
    )


def test_several_annotators_must_be_told_apart(desk: Desk) -> None:
    two_annotators(desk)
    with pytest.raises(TawsimError, match=r"d: no gold, and several annotators: سلمى, عمر; name one"):
        desk.export("jsonl")
    assert not (desk.folder / "out.jsonl").exists()
    assert documents(desk.export("jsonl", annotator="عمر")) == [("d", "عمر"), ("b", "")]
    with pytest.raises(TawsimError, match="no annotator 'زيد' in this project: gold, أمل, سلمى, عمر"):
        desk.export("jsonl", annotator="زيد")
    with pytest.raises(TawsimError, match="--annotator all is for jsonl"):
        desk.export("conll2003", annotator="all")


def test_gold_goes_before_others_document_by_document(desk: Desk) -> None:
    two_annotators(desk)
    desk.bring_records(
        record(TEXT, (4, 7, "PERS"), annotator="gold"), record("ب", (0, 1, "X"), name="b", annotator="عمر")
    )
    assert documents(desk.export("jsonl")) == [("d", "gold"), ("b", "عمر")]
    assert documents(desk.export("jsonl", annotator="gold")) == [("d", "gold"), ("b", "")]


def test_states_and_read_marks_choose_documents(desk: Desk) -> None:
    desk.bring_records(
        record(TEXT, (4, 7, "PERS"), name="done", state="done"),
        record(TEXT, (4, 7, "PERS"), name="begun"),
        record(TEXT, (4, 7, "PERS"), name="partly", read=[[0, 3]]),
        record(TEXT, name="untouched"),
    )
    assert len(documents(desk.export("jsonl"))) == 4
    assert desk.report.states == {"done": 1, "in_progress": 2, "todo": 1}
    assert [name for name, _ in documents(desk.export("jsonl", states=frozenset({State.DONE})))] == ["done"]
    assert [name for name, _ in documents(desk.export("jsonl", only_read=True))] == ["done", "begun"]


def test_only_read_sentences_go_into_token_files(desk: Desk) -> None:
    text = "زار علي.\nعاد سعد.\nنام عمر."
    desk.bring_records(record(text, (4, 7, "PERS"), (13, 16, "PERS"), (22, 25, "PERS"), read=[[0, 8], [18, 26]]))
    exported = desk.export("conll2002", only_read=True)
    assert [line.split(" ")[0] for line in exported.split("\n") if line] == ["زار", "علي", ".", "نام", "عمر", "."]
    assert (desk.report.spans_in, desk.report.spans_out, desk.report.losses) == (2, 2, [])


def test_a_split_goes_by_text_and_seed_and_adding_documents_moves_none(desk: Desk) -> None:
    desk.bring_records(*(record(f"نص {n}", (0, 2, "X"), name=f"d{n}") for n in range(60)))
    parts = split(desk)
    assert {part: len(names) for part, names in parts.items()} == {"train": 49, "dev": 7, "test": 4}
    assert sorted(chain.from_iterable(parts.values())) == sorted(f"d{n}" for n in range(60))
    desk.bring_records(*(record(f"نص آخر {n}", name=f"e{n}") for n in range(20)))
    assert {part: [name for name in names if name[0] == "d"] for part, names in split(desk).items()} == parts
    assert split(desk, seed=2) != split(desk)
    desk.export("jsonl", split=(80, 10, 10), seed=2)
    manifest = json.loads((desk.folder / "out.jsonl.manifest.json").read_text(encoding="utf-8"))
    assert (manifest["split"], manifest["seed"], manifest["scheme"]) == ("80/10/10", 2, "iob2")
    assert sum(part["labels"].get("X", 0) for part in manifest["parts"].values()) == 60
    assert sum(part["documents"] for part in manifest["parts"].values()) == 80


def split(desk: Desk, seed: int = 0) -> dict[str, list[str]]:
    desk.export("jsonl", split=(80, 10, 10), seed=seed)
    files = {part: desk.folder / f"out.{part}.jsonl" for part in ("train", "dev", "test")}
    assert desk.report.files == list(files.values())
    return {part: [name for name, _ in documents(path.read_text(encoding="utf-8"))] for part, path in files.items()}


@pytest.mark.parametrize("text", ["80/20", "a/b/c", "0/0/0", "", "-1/50/51", "80/10/10/0"])
def test_what_is_no_split(text: str) -> None:
    with pytest.raises(TawsimError, match="is no split: three shares"):
        parse_split(text)


def test_nothing_is_written_where_losses_are_not_allowed(desk: Desk) -> None:
    desk.bring_records(record(TEXT, (4, 13, "X"), (8, 13, "GPE")))
    desk.export("conll2003", fail_on_loss=True)
    assert not desk.report.written
    assert len(desk.report.losses) == 1
    assert not [path for path in desk.folder.iterdir() if path.name.startswith(("out", "."))]
    desk.export("jsonl", fail_on_loss=True)
    assert desk.report.written


def test_an_audit_writes_nothing(desk: Desk) -> None:
    desk.bring_records(record(TEXT, (4, 13, "X"), (8, 13, "GPE")))
    before = sorted(desk.folder.iterdir())
    report = audit(desk.project, ExportOptions(format="conll2003"))
    assert [loss.what for loss in report.losses] == ["nested"]
    assert (report.files, report.helpers, sorted(desk.folder.iterdir())) == ([], [], before)


def test_where_an_export_cannot_go(desk: Desk, tmp_path: Path) -> None:
    desk.bring_records(record(TEXT))
    (tmp_path / "folder").mkdir()
    for place, what in [
        (desk.folder / "p.tawsim", "the project itself cannot be the export's file"),
        (tmp_path / "folder", "a folder, where a file is to be written"),
        (tmp_path / "none" / "out.jsonl", "no such file or directory"),
    ]:
        with pytest.raises(TawsimError, match=what):
            export(desk.project, place, ExportOptions(format="jsonl"))
    with pytest.raises(TawsimError, match="unknown format 'txt' for export: jsonl, "):
        desk.export("txt")
    with pytest.raises(TawsimError, match="unknown scheme 'x': iob2"):
        desk.export("conll2003", scheme="x")
    with pytest.raises(TawsimError, match="unknown tokens 'x': word"):
        desk.export("conll2003", tokens="x")


def test_an_export_that_fails_leaves_the_old_file(desk: Desk) -> None:
    desk.bring_records(record(TEXT), record("ب", name="b"))
    before = desk.export("jsonl")

    def cancel(done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(desk.project, desk.folder / "out.jsonl", ExportOptions(format="conll2002"), progress=cancel)
    assert (desk.folder / "out.jsonl").read_text(encoding="utf-8") == before
    assert not list(desk.folder.glob(".tawsim-*"))


def test_a_full_disk_is_said_of_the_file_that_was_asked_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.bring_records(record(TEXT))

    def full(path: str, place: str) -> None:
        raise OSError(28, "No space left on device", path)

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(TawsimError, match=r"out\.jsonl: no space left on device$"):
        desk.export("jsonl")
    assert not [path for path in desk.folder.iterdir() if path.name.startswith(("out", "."))]


KILLED = """
import os, sys
from pathlib import Path
from annotate.exporting import ExportOptions, export
from store.database import open_project

def kill(done, total):
    if done == total // 2:
        os.kill(os.getpid(), 9)

export(open_project(Path(sys.argv[1]), write=False), Path(sys.argv[2]), ExportOptions(format="jsonl"), progress=kill)
"""


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_a_killed_export_leaves_the_old_file_or_none(desk: Desk) -> None:
    desk.bring_records(*(record(f"نص {n}", name=f"d{n}") for n in range(20)))
    out = desk.folder / "killed.jsonl"
    for old in (None, "the old one"):
        if old:
            out.write_text(old, encoding="utf-8")
        ended = subprocess.run(
            [sys.executable, "-c", KILLED, str(desk.folder / "p.tawsim"), str(out)], cwd=ROOT, check=False
        )
        assert ended.returncode == -9
        assert (out.read_text(encoding="utf-8") if out.exists() else None) == old
