"""A shell: the real ``main`` in a folder of its own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import main


@dataclass
class Result:
    """What a call printed, and its exit code."""

    code: int
    out: str
    err: str


class Shell:
    """Runs the program in this process, in ``folder``."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *words: str) -> Result:
        """Run with these words."""
        self._capsys.readouterr()
        code = main.main(list(words))
        printed = self._capsys.readouterr()
        return Result(code, printed.out, printed.err)

    def json(self, *words: str, code: int = 0) -> dict[str, Any]:
        """What a call prints with ``--json``; it must end with this exit code and say nothing else."""
        result = self(*words, "--json")
        assert (result.code, result.err) == (code, "")
        found: dict[str, Any] = json.loads(result.out)
        return found

    def file(self, name: str, text: str) -> str:
        """Write a file in the folder; gives its name."""
        (self.folder / name).write_text(text, encoding="utf-8", newline="")
        return name


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Shell(tmp_path, capsys)


@pytest.fixture
def project(shell: Shell) -> str:
    """A project of سلمى in the shell's folder."""
    assert shell("new", "p.tawsim", "--annotator", "سلمى").code == 0
    return "p.tawsim"
