"""Every sub-command, through the real ``main`` and a real project file: what it prints and what it does."""

import json
import os
from pathlib import Path

import pytest

from tests.annotate.cli.conftest import Shell
from tests.annotate.suggest.camel_server import MODEL, zipped
from tests.conftest import ROOT

ARTICLE = str(ROOT / "seeds/sample/tajikistan-kazakhstan.txt")
LINE = {
    "name": "d",
    "text": "زار علي جامعة بيرزيت",
    "spans": [
        {"id": "s1", "start": 4, "end": 7, "label": "PERS"},
        {"id": "s2", "start": 8, "end": 20, "label": "ORG"},
        {"id": "s3", "start": 14, "end": 20, "label": "GPE"},
    ],
    "relations": [{"id": "r1", "label": "works_for", "head": "s1", "tail": "s2"}],
}


def bring(shell: Shell, **change: object) -> None:
    name = shell.file("in.jsonl", json.dumps(LINE | change, ensure_ascii=False))
    assert shell("import", "p.tawsim", name).code == 0


def test_the_whole_job(shell: Shell, project: str) -> None:
    assert shell.json("import", project, ARTICLE) == {
        "documents": 1,
        "spans": 0,
        "relations": 0,
        "formats": {ARTICLE: "txt"},
        "changed": [],
        "problems": [],
    }
    suggested = shell.json("suggest", project, "--with", "places")
    assert suggested["documents"] == 1
    pending = suggested["suggestions"]["places"]
    assert pending > 10
    assert shell.json("info", project)["suggestions"] == pending
    assert shell.json("accept", project) == {"spans": pending, "relations": 0}
    info = shell.json("info", project)
    assert (info["spans"], info["suggestions"], info["states"]["in_progress"]) == (pending, 0, 1)
    assert info["annotators"] == ["سلمى"]
    assert info["layers"] == [{"annotator": "سلمى", "documents": 1, "spans": pending, "relations": 0}]
    exported = shell.json("export", project, "out.jsonl", "--format", "jsonl")
    assert exported["spans"] == {"in": pending, "out": pending}
    assert (exported["losses"], exported["files"]) == ([], ["out.jsonl"])
    shell.json("export", project, "out.conll", "--format", "conll2003", "--tokens", "clitic")
    lines = (shell.folder / "out.conll").read_text(encoding="utf-8").split("\n")
    assert "و _ _ O" in lines
    assert "كازاخستان _ _ B-GPE" in lines
    assert not shell.json("suggest", project, "--with", "places")["suggestions"].get("places")


def test_new(shell: Shell) -> None:
    made = shell.json("new", "a.tawsim", "--labels", "anercorp", "--annotator", "ليلى")
    assert made == {"project": "a.tawsim", "labels": ["PERS", "LOC", "ORG", "MISC"], "annotator": "ليلى"}
    before = Path("a.tawsim").read_bytes()
    again = shell("new", "a.tawsim")
    assert (again.code, again.err) == (2, "a.tawsim: is there already\n")
    assert Path("a.tawsim").read_bytes() == before
    wrong = shell("new", "b.tawsim", "--labels", "nope")
    assert wrong.code == 2
    assert wrong.err.startswith("nope: neither a label-set template (anercorp, wojood) nor a file")
    assert shell("new", "b.tawsim", "--annotator", "gold").code == 2
    assert not Path("b.tawsim").exists()


def test_new_takes_what_labels_wrote(shell: Shell, project: str) -> None:
    assert shell.json("labels", project, "--export", "set.json")["file"] == "set.json"
    assert shell.json("new", "b.tawsim", "--labels", "set.json")["labels"] == shell.json("labels", project)["labels"]
    shell.file("bad.json", '{"id": 3}')
    bad = shell("new", "c.tawsim", "--labels", "bad.json")
    assert (bad.code, bad.err) == (2, 'bad.json: not a label set: "id" and "entities" expected\n')


def test_labels_that_are_in_use_are_retired_not_lost(shell: Shell, project: str) -> None:
    bring(shell)
    shell.file("few.json", '{"id":"few","entities":[{"id":"PERS"},{"id":"NEW"}]}')
    found = shell.json("labels", project, "--import", "few.json")
    assert found == {
        "labels": ["PERS", "NEW"],
        "relations": [],
        "retired": ["ORG", "GPE", "works_for"],
        "file": "few.json",
    }
    assert "retired, but in use: ORG GPE works_for" in shell("labels", project).out
    assert shell.json("info", project)["spans"] == 3


def test_import_goes_on_past_problems_when_asked(shell: Shell, project: str) -> None:
    name = shell.file("in.jsonl", json.dumps(LINE) + "\n{broken\n")
    stopped = shell("import", project, name)
    assert stopped.code == 2
    assert stopped.err.startswith("in.jsonl:2: not JSON: ")
    assert stopped.err.count("\n") == 1
    assert shell.json("info", project)["documents"] == 0
    went_on = shell.json("import", project, name, "--keep-going", code=1)
    assert went_on["documents"] == 1
    assert [(problem["file"], problem["line"]) for problem in went_on["problems"]] == [("in.jsonl", 2)]
    assert "left out: in.jsonl:2: not JSON" in shell("import", project, name, "--keep-going").out


def test_import_says_what_it_did(shell: Shell, project: str) -> None:
    shell.file("f.conll", "زار B-X\nعلي I-PERS\nقرب B-X\n")
    result = shell("import", project, "f.conll", "--annotator", "عمر")
    assert result.out == "1 document, 3 spans, 0 relations read\nf.conll: conll2002\nf.conll: orphan I-\n"
    assert shell.json("info", project)["annotators"] == ["سلمى", "عمر"]


def test_export_lists_what_was_lost(shell: Shell, project: str) -> None:
    bring(shell)
    found = shell.json("export", project, "out.conll", "--format", "conll2003")
    assert found["losses"] == [
        {"document": "d", "start": 14, "end": 20, "label": "GPE", "what": "nested", "done": "left out"},
        {"document": "d", "start": 4, "end": 7, "label": "works_for", "what": "relation", "done": "left out"},
    ]
    assert (found["spans"], found["relations"]) == ({"in": 3, "out": 2}, {"in": 1, "out": 0})
    assert found["beside"] == ["out.conll.losses.tsv"]
    assert "d 14–20 GPE: nested: left out" in shell("export", project, "out.conll", "--format", "conll2003").out
    failed = shell("export", project, "none.conll", "--format", "conll2003", "--on-loss", "fail")
    assert failed.code == 1
    assert "nothing written" in failed.out
    assert not list(shell.folder.glob("none*"))


def test_export_of_parts_and_states(shell: Shell, project: str) -> None:
    bring(shell, state="done")
    found = shell.json("export", project, "out.jsonl", "--format", "jsonl", "--split", "0/0/1", "--states", "done")
    assert found["files"] == ["out.train.jsonl", "out.dev.jsonl", "out.test.jsonl"]
    assert found["parts"]["test"] == {"documents": 1, "labels": {"PERS": 1, "ORG": 1, "GPE": 1}}
    assert "test: 1 document: " in shell("export", project, "out.jsonl", "--format", "jsonl", "--split", "0/0/1").out
    for option, what in [("--states=x", "unknown state 'x'"), ("--split=1/2", "'1/2' is no split")]:
        wrong = shell("export", project, "x.jsonl", "--format", "jsonl", option)
        assert wrong.code == 2
        assert wrong.err.startswith(what)


def test_accept_by_source_and_score(shell: Shell, project: str) -> None:
    suggestions = [
        {"start": 4, "end": 7, "label": "PERS", "by": "camel+places", "score": 0.9},
        {"start": 8, "end": 13, "label": "ORG", "by": "camel", "score": 0.4},
        {"start": 14, "end": 20, "label": "GPE", "by": "places", "score": 0.95},
    ]
    bring(shell, spans=[], relations=[], suggestions=suggestions)
    assert shell.json("accept", project, "--with", "camel", "--min-score", "0.5")["spans"] == 1
    assert shell("accept", project, "--with", "starter").out == "0 spans of 0 suggestions\n"
    assert shell("accept", project, "--min-score", "2").code == 2
    assert shell.json("accept", project)["spans"] == 2


def test_accept_leaves_locked_documents_alone(shell: Shell, project: str) -> None:
    suggestion = {"start": 4, "end": 7, "label": "ORG", "by": "places"}
    bring(shell, state="locked", suggestions=[suggestion])
    assert shell("accept", project).out == "0 spans of 0 suggestions\nleft alone, locked: d\n"


def test_suggest_for_one_document(shell: Shell, project: str) -> None:
    shell("import", project, ARTICLE, shell.file("b.txt", "سافر إلى كازاخستان."))
    assert shell.json("suggest", project, "--document", "b", "--with", "places")["suggestions"] == {"places": 1}
    assert shell("suggest", project, "--document", "none").err == "no document 'none' in this project\n"
    assert shell("suggest", project, "--with", "nope").code == 2


def test_check(shell: Shell, project: str) -> None:
    bring(shell)
    assert shell("check", project).out == "0 findings\n"
    bring(shell, spans=[{"id": "x", "start": 3, "end": 7, "label": "NOPE"}], relations=[])
    found = shell.json("check", project, code=1)["findings"]
    assert [(f["document"], f["start"], f["end"], f["rule"]) for f in found] == [
        ("d", 3, 7, "bad border"),
        ("d", 3, 7, "label not in set"),
    ]
    result = shell("check", project)
    assert (result.code, result.out.split("\n")[-2]) == (1, "2 findings")


def test_agree_and_adjudicate(shell: Shell, project: str) -> None:
    bring(shell, annotator="أمل")
    bring(shell, annotator="عمر", spans=LINE["spans"][:2], relations=[])
    found = shell.json("agree", project, "--between", "أمل", "عمر")
    assert [(pair["a"], pair["b"]) for pair in found["pairs"]] == [("أمل", "عمر")]
    assert found["pairs"][0]["spans"]["exact"] == {"precision": 1.0, "recall": 2 / 3, "f1": 0.8, "n": 5}
    text = shell("agree", project).out
    assert "أمل and عمر: 1 document" in text
    assert "exact F1 0.8000 (n 5)" in text
    assert "not defined" in text
    decided = shell.json("adjudicate", project, "--between", "أمل", "عمر", "--auto", "agreed")
    assert decided["decided"]["spans"] == 2
    assert "open: " in shell("adjudicate", project, "--between", "أمل", "عمر", "--auto", "agreed").out
    gold = json.loads(shell_export(shell, project))
    assert (gold["annotator"], [span["label"] for span in gold["spans"]]) == ("gold", ["PERS", "ORG"])
    assert shell("adjudicate", project, "--auto", "nope").code == 2


def shell_export(shell: Shell, project: str) -> str:
    shell("export", project, "gold.jsonl", "--format", "jsonl")
    return (shell.folder / "gold.jsonl").read_text(encoding="utf-8")


def test_models(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    models = {model["name"]: model for model in shell.json("models")["models"]}
    assert models["ner-arabert"]["installed"] is False
    assert models["ner-arabert"]["bytes"] > 500_000_000
    assert "ner-arabert: not installed, 5" in shell("models").out
    assert shell("models", "--install", "nope").code == 2
    assert shell("models", "--remove", "nope").err == "no such model is installed: nope\n"
    assert shell("models", "--from", "nowhere").code == 2
    (tmp_path / "camelbert.zip").write_bytes(zipped(MODEL))
    said = shell("models", "--from", str(tmp_path / "camelbert.zip")).out
    assert "camelbert: installed, 1 MB, see LICENSE\n" in said
    assert said.endswith("to use it: suggest PROJECT --with camel\n")
    assert shell.json("models")["models"][0] == {
        "name": "camelbert",
        "installed": True,
        "bytes": sum(len(content) for name, content in MODEL.items() if name != "training_args.bin"),
        "licence": "see LICENSE",
    }
    assert "camelbert" not in shell("models", "--remove", "camelbert").out


def test_info_of_a_new_project(shell: Shell, project: str) -> None:
    info = shell.json("info", project)
    assert (info["project"], info["documents"], info["annotators"]) == ("p.tawsim", 0, ["سلمى"])
    assert info["states"] == {"todo": 0, "in_progress": 0, "done": 0, "locked": 0}
    assert info["labels"][:3] == ["PERS", "ORG", "GPE"]
    text = shell("info", project).out
    assert text.startswith("p.tawsim (schema ")
    shell("import", project, ARTICLE)
    assert shell.json("info", project)["states"]["todo"] == 1


def test_no_command_leaves_anything_beside_a_closed_project(shell: Shell, project: str) -> None:
    shell("import", project, ARTICLE)
    shell("suggest", project)
    shell("info", project)
    assert os.listdir(shell.folder) == [project]
