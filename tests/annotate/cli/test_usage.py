"""Wrong usage and bad files: one line, exit 2, nothing changed. And what opens the window."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

import main
from annotate import cli
from annotate.cli.arguments import COMMANDS
from tests.annotate.cli.conftest import Shell
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["frobnicate"], "unknown sub-command 'frobnicate'"),
        (["frobnicate", "x"], "unknown sub-command 'frobnicate'"),
        (["missing.tawsim"], "missing.tawsim: no such file"),
        (["--frob"], "unknown option '--frob'"),
        (["--sample", "x"], "unknown option '--sample'"),
        (["info", "p.tawsim", "--frob"], "unrecognized arguments: --frob"),
        (["info"], "the following arguments are required: PROJECT"),
        (["export", "p.tawsim", "out", "--format", "nope"], "unknown format 'nope' for export: jsonl"),
        (["export", "p.tawsim", "out", "--format", "txt"], "unknown format 'txt' for export: jsonl"),
        (["export", "p.tawsim", "out", "--format", "jsonl", "--scheme", "x"], "argument --scheme: invalid choice: 'x'"),
        (["export", "p.tawsim", "out", "--format", "jsonl", "--seed", "x"], "argument --seed: invalid int value: 'x'"),
        (["export", "p.tawsim", "out", "--form", "jsonl"], "--format"),
        (["import", "p.tawsim", "none.txt"], "none.txt: no such file"),
        (["import", "p.tawsim", "p.tawsim", "--format", "nope"], "unknown format 'nope' for import: jsonl"),
        (["import", "p.tawsim", "p.tawsim"], "p.tawsim: "),
        (["info", "none.tawsim"], "none.tawsim: no such file"),
        (["info", "text.tawsim"], "text.tawsim: not a Tawsim project"),
        (["info", "."], ".: "),
        (["new", "none/p.tawsim"], "none/p.tawsim: "),
        (["labels", "p.tawsim", "--import", "none.json"], "none.json: no such file"),
        (["labels", "p.tawsim", "--import", "p.tawsim"], "p.tawsim: no label set: not a UTF-8 text"),
        (["labels", "p.tawsim", "--export", "none/x.json"], "none/x.json: no such file"),
        (["suggest", "p.tawsim", "--with", "magic"], "no such source of suggestions: magic"),
        (["suggest", "p.tawsim", "--document", "none"], "no document 'none' in this project"),
        (["suggest", "p.tawsim", "--model", "none"], "none: there is no such folder"),
        (["models", "--install", "a", "--remove", "b"], "not allowed with argument"),
        (["adjudicate", "p.tawsim"], "the following arguments are required: --auto"),
    ],
)
def test_wrong_usage_is_one_line_that_names_the_value(
    shell: Shell, project: str, words: Sequence[str], said: str
) -> None:
    shell.file("text.tawsim", "هذا نص\n")
    before = Path(project).read_bytes()
    result = shell(*words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert result.err.count("\n") == 1
    assert "usage:" not in result.err
    assert Path(project).read_bytes() == before


@pytest.mark.parametrize("words", [["import", "a.txt"], ["suggest", "--document", "a"]])
def test_an_older_project_is_brought_up_by_what_writes(shell: Shell, project: str, words: list[str]) -> None:
    shell("import", project, shell.file("a.txt", "وصل إلى كازاخستان."))
    with closing(sqlite3.connect(project)) as conn:
        conn.executescript("DROP TABLE receipts; DELETE FROM settings WHERE name = 'journal'; PRAGMA user_version = 1;")
    assert "opened for writing once" in shell("info", project).err
    assert shell(words[0], project, *words[1:]).code == 0
    assert shell.json("info", project)["version"] == 2


def test_help_and_version(shell: Shell) -> None:
    assert shell("--help").code == 0
    assert shell("export", "--help").out.startswith("usage: tawsim export")
    assert shell("--version").out == "tawsim 0.1.0\n"


def test_the_version_is_that_of_the_project_settings() -> None:
    import tomllib

    from annotate import __version__

    assert tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"] == __version__


class Window(main.Services):
    """Services that note what the window was to open."""

    def __init__(self) -> None:
        self.opened: list[list[str]] = []

    def open_window(self, paths: Sequence[Path]) -> int:
        self.opened.append([path.name for path in paths])
        return 0

    def self_test(self) -> list[tuple[str, bool, str]]:
        return [("sample", True, "there"), ("page", False, "crooked")]


def test_the_bare_call_and_files_open_the_window(shell: Shell, project: str) -> None:
    window = Window()
    shell.file("a.txt", "نص")
    shell.file("بلا-لاحقة", "نص")
    for words in ([], [project], [project, "a.txt"], ["بلا-لاحقة"]):
        assert cli.run(words, window) == 0
    assert window.opened == [[], [project], [project, "a.txt"], ["بلا-لاحقة"]]


def test_the_sample_project_is_made_once(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(shell.folder / "data"))
    window = Window()
    assert cli.run(["--sample"], window) == 0
    made = shell.folder / "data/tawsim/sample.tawsim"
    before = made.read_bytes()
    assert cli.run(["--sample"], window) == 0
    assert window.opened == [["sample.tawsim"]] * 2
    assert made.read_bytes() == before
    assert sorted(path.name for path in made.parent.iterdir()) == ["sample.tawsim"]
    info = shell.json("info", str(made))
    assert info["documents"] == 1
    assert info["suggestions"] > 10


def test_without_a_data_folder_the_sample_lies_elsewhere(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.file("data", "a file, no folder")
    monkeypatch.setenv("XDG_DATA_HOME", str(shell.folder / "data"))
    window = Window()
    assert cli.run(["--sample"], window) == 0
    assert window.opened == [["sample.tawsim"]]


def test_self_test_prints_its_steps(shell: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["self-test"], Window()) == 1
    assert capsys.readouterr().out == "ok   sample: there\nFAIL page: crooked\n"


def test_a_fault_of_ours_is_one_line_too(capsys: pytest.CaptureFixture[str]) -> None:
    class Faulty(Window):
        def self_test(self) -> list[tuple[str, bool, str]]:
            raise RuntimeError("two\nlines")

    class Interrupted(Window):
        def self_test(self) -> list[tuple[str, bool, str]]:
            raise KeyboardInterrupt

    class NoDisk(Window):
        def self_test(self) -> list[tuple[str, bool, str]]:
            raise OSError(28, "No space left on device", "x")

    assert [cli.run(["self-test"], kind()) for kind in (Faulty, Interrupted, NoDisk)] == [2, 2, 2]
    lines = capsys.readouterr().err.split("\n")
    assert lines[0].startswith("Tawsim has a fault, please report it: RuntimeError: two lines (test_usage.py:")
    assert lines[1:] == ["interrupted", "x: no space left on device", ""]


def test_a_project_open_for_writing_elsewhere_can_be_read_but_not_written(shell: Shell, project: str) -> None:
    from store.database import open_project

    writer = open_project(shell.folder / project)
    try:
        shell.file("a.txt", "نص")
        refused = shell("import", project, "a.txt")
        assert refused.code == 2
        assert refused.err.startswith("p.tawsim: read-only: ")
        assert shell("info", project).code == 0
    finally:
        writer.close()


def test_the_page_on_the_command_line_is_up_to_date() -> None:
    import runpy

    made = runpy.run_path(str(ROOT / "docs/make_cli.py"))["text"]()
    assert (ROOT / "docs/cli.md").read_text(encoding="utf-8") == made
    assert all(f"## {command}\n" in made for command in COMMANDS)
