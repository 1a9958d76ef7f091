"""The command line as a process: any locale, no Qt, no torch, and quick."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

NO_QT = """
import sys, main
for words in eval(sys.argv[1]):
    code = main.main(words)
    assert code in (0, 1), (code, words)
    heavy = {"PySide6", "torch", "transformers", "camel_tools"} & set(sys.modules)
    assert not heavy, (heavy, words)
"""


def run(words: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, *words]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)


def test_no_sub_command_imports_qt_or_torch(tmp_path: Path) -> None:
    article = str(ROOT / "seeds/sample/tajikistan-kazakhstan.txt")
    calls = [
        ["new", "p.tawsim"],
        ["import", "p.tawsim", article],
        ["suggest", "p.tawsim", "--with", "places"],
        ["accept", "p.tawsim"],
        ["export", "p.tawsim", "o.jsonl", "--format", "jsonl"],
        ["export", "p.tawsim", "o.conll", "--format", "conll2003", "--tokens", "clitic"],
        ["labels", "p.tawsim"],
        ["info", "p.tawsim"],
        ["check", "p.tawsim"],
        ["agree", "p.tawsim"],
        ["models"],
    ]
    ended = run(["-c", NO_QT, repr(calls)], tmp_path)
    assert ended.returncode == 0, ended.stderr.decode()


@pytest.mark.skipif(os.name == "nt", reason="a locale of POSIX")
def test_arabic_names_paths_and_output_in_the_c_locale(tmp_path: Path) -> None:
    folder = tmp_path / "مجلد فيه فراغ"
    folder.mkdir()
    (folder / "نص.txt").write_text("زار علي القدس.", encoding="utf-8")
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    main = str(ROOT / "main.py")
    for words in (["new", "مشروع.tawsim", "--annotator", "سلمى"], ["import", "مشروع.tawsim", "نص.txt"]):
        ended = run([main, *words], folder, **locale)
        assert (ended.returncode, ended.stderr) == (0, b"")
    assert "نص.txt: txt" in ended.stdout.decode()
    info = json.loads(run([main, "info", "مشروع.tawsim", "--json"], folder, **locale).stdout.decode())
    assert info["project"] == "مشروع.tawsim"
    assert info["annotators"] == ["سلمى"]
    exported = run([main, "export", "مشروع.tawsim", "ملف.jsonl", "--format", "jsonl"], folder, **locale)
    assert exported.returncode == 0, exported.stderr.decode()
    assert '"name":"نص"' in (folder / "ملف.jsonl").read_text(encoding="utf-8")
    missing = run([main, "import", "مشروع.tawsim", "غائب.txt"], folder, **locale)
    assert (missing.returncode, missing.stderr.decode()) == (2, "غائب.txt: no such file\n")
