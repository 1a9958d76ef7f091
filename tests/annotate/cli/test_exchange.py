"""handout, handin, receive: files for colleagues and back, through the real main."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotate.edits import AddSpan
from annotate.session import Session
from store.database import open_project
from tests.annotate.cli.conftest import Shell
from tests.projects import ROOT, content

TEXTS = {"one": "زار الرئيس القدس أمس.", "two": "وصل إلى كازاخستان اليوم.", "three": "عاد."}


@pytest.fixture
def lead(shell: Shell) -> str:
    """A lead's project of three documents."""
    shell.json("new", "lead.tawsim", "--annotator", "سلمى")
    files = [shell.file(f"{name}.txt", text) for name, text in TEXTS.items()]
    shell.json("import", "lead.tawsim", *files)
    for file in files:
        Path(file).unlink()
    return "lead.tawsim"


def annotate(path: str, name: str, start: int, end: int) -> None:
    project = open_project(Path(path))
    (document,) = project.find(name=name)
    session = Session(project)
    session.do(AddSpan(document=document.id, annotator=session.annotator, start=start, end=end, label="GPE"))
    project.close()


def held(path: str) -> object:
    """All that a project holds, its journal too."""
    project = open_project(Path(path), write=False)
    found = content(project), project.journal()
    project.close()
    return found


def test_suggestions_bring_the_learned_models_and_nothing_brings_a_colleagues_back(shell: Shell, lead: str) -> None:
    def learned(path: str, models: object = None) -> object:
        project = open_project(Path(path))
        if models is not None:
            project.set_setting("learned", models)
        found = project.setting("learned")
        project.close()
        return found

    learned(lead, {"GPE": "the lead's"})
    shell.json("handout", lead, "plain.tawsim", "--annotator", "منى")
    shell.json("handout", lead, "sami.tawsim", "--annotator", "سامي", "--suggestions")
    assert (learned("plain.tawsim"), learned("sami.tawsim")) == (None, {"GPE": "the lead's"})
    learned("sami.tawsim", {"GPE": "Sami's"})
    annotate("sami.tawsim", "one", 11, 16)
    shell.json("handin", "sami.tawsim", "back.tawsim")
    assert shell.json("receive", lead, "back.tawsim")["spans"] == 1
    assert learned(lead) == {"GPE": "the lead's"}


def test_out_to_a_colleague_and_back(shell: Shell, lead: str) -> None:
    out = shell.json("handout", lead, "sami.tawsim", "--annotator", "سامي", "--documents", "one", "two")
    assert out == {"file": "sami.tawsim", "annotator": "سامي", "documents": 2}
    annotate("sami.tawsim", "one", 11, 16)
    assert shell.json("handin", "sami.tawsim", "back.tawsim") == {
        "file": "back.tawsim",
        "annotator": "سامي",
        "documents": 1,
    }
    received = shell.json("receive", lead, "back.tawsim")
    assert received == {
        "annotator": "سامي",
        "documents": 1,
        "spans": 1,
        "relations": 0,
        "skipped": [],
        "replaced": [],
        "labels": [],
    }
    assert shell.json("receive", lead, "back.tawsim")["documents"] == 0
    shell.json("export", lead, "out.jsonl", "--format", "jsonl", "--annotator", "سامي")
    (line,) = [row for row in map(json.loads, Path("out.jsonl").read_text().split("\n")[:-1]) if row["spans"]]
    (span,) = line["spans"]
    assert line["text"][span["start"] : span["end"]] == "القدس"
    assert sorted(path.name for path in shell.folder.glob("*.tawsim*")) == [
        "back.tawsim",
        "lead.tawsim",
        "sami.tawsim",
    ]


def test_to_several_each_document_to_some_of_them(shell: Shell, lead: str) -> None:
    words = ["handout", lead, "files", "--annotators", "سامي", "منى", "a/b", "--each", "2", "--seed", "3"]
    found = shell.json(*words)["files"]
    assert [file["documents"] for file in found] == [2, 2, 2]
    assert sorted(path.name for path in Path("files").iterdir()) == ["a_b.tawsim", "سامي.tawsim", "منى.tawsim"]
    info = shell.json("info", "files/سامي.tawsim")
    assert (info["documents"], info["annotators"]) == (2, ["سامي"])
    assert set(shell.json("info", lead)["annotators"]) == {"سلمى", "سامي", "منى", "a/b"}
    again = shell(*words)
    assert (again.code, "is there already" in again.err) == (2, True)


def test_hand_in_works_while_the_project_is_open(shell: Shell, lead: str) -> None:
    shell.json("handout", lead, "sami.tawsim", "--annotator", "سامي")
    project = open_project(Path("sami.tawsim"))
    session = Session(project)
    (document,) = project.find(name="one")
    session.do(AddSpan(document=document.id, annotator=session.annotator, start=0, end=3, label="PERS"))
    assert shell.json("handin", "sami.tawsim", "back.tawsim")["documents"] == 1
    refused = shell("receive", lead, "sami.tawsim")
    assert (refused.code, refused.err) == (2, "sami.tawsim: still open in Tawsim: close it first\n")
    project.close()
    assert shell.json("receive", lead, "back.tawsim")["spans"] == 1


def test_a_changed_text_is_listed_and_the_rest_comes_in(shell: Shell, lead: str) -> None:
    shell.json("handout", lead, "sami.tawsim", "--annotator", "سامي")
    annotate("sami.tawsim", "one", 0, 3)
    annotate("sami.tawsim", "two", 0, 3)
    with closing(sqlite3.connect("sami.tawsim")) as conn:
        conn.execute("UPDATE documents SET text = text || '!' WHERE name = 'two'")
        conn.commit()
    found = shell.json("receive", lead, "sami.tawsim", code=1)
    assert found["skipped"] == [{"document": "two", "why": "its text was changed"}]
    assert (found["documents"], found["spans"]) == (1, 1)
    result = shell("receive", lead, "sami.tawsim")
    assert "two: not received: its text was changed" in result.out


def test_labels_that_are_not_here_are_told(shell: Shell, lead: str) -> None:
    shell.json("handout", lead, "sami.tawsim", "--annotator", "سامي")
    annotate("sami.tawsim", "one", 11, 16)
    shell.json("labels", lead, "--import", str(ROOT / "seeds/labels/anercorp.json"))
    assert shell.json("receive", lead, "sami.tawsim")["labels"][0].startswith("GPE: not in this project's label set")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["handout", "lead.tawsim", "x.tawsim", "--annotator", "gold"], "'gold' is no name for an annotator"),
        (["handout", "lead.tawsim", "x", "--annotators", "a", "a"], "'a' stands twice"),
        (["handout", "lead.tawsim", "x", "--annotators", "a/", "a:"], "two of these names make one file name"),
        (["handout", "lead.tawsim", "x", "--annotators", "a", "b", "--each", "3"], "cannot go to 3 of 2 annotators"),
        (["handout", "lead.tawsim", "x.tawsim", "--annotator", "a", "--documents", "four"], "no document 'four'"),
        (["handout", "lead.tawsim", "lead.tawsim", "--annotator", "a"], "lead.tawsim: is there already"),
        (["handout", "lead.tawsim", "no/x.tawsim", "--annotator", "a"], "No such file or directory"),
        (["handin", "lead.tawsim", "lead.tawsim"], "lead.tawsim: is there already"),
        (["receive", "lead.tawsim", "none.tawsim"], "none.tawsim: no such file"),
        (["receive", "none.tawsim", "lead.tawsim"], "none.tawsim: no such file"),
    ],
)
def test_bad_calls_are_one_line_and_change_nothing(shell: Shell, lead: str, words: list[str], said: str) -> None:
    before = held(lead)
    result = shell(*words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert result.err.count("\n") == 1
    assert held(lead) == before
    assert [path.name for path in shell.folder.iterdir()] == ["lead.tawsim"]


def test_a_hand_out_that_fails_half_way_leaves_no_file_and_nobody_new(shell: Shell, lead: str) -> None:
    Path("out").mkdir()
    Path("out/b.tawsim.part").touch()
    shutil.copy(lead, "before.tawsim")
    Path("out/b.tawsim").symlink_to("nowhere/at/all")
    result = shell("handout", lead, "out", "--annotators", "a", "b")
    assert result.code == 2
    assert not Path("out/a.tawsim").exists()
    assert shell.json("info", lead)["annotators"] == ["سلمى"]
