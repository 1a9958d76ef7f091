"""However the program ends, also in the middle of a training: no process stays, and the project is one file."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotate.changes import Change, Record, Step
from annotate.model import Document, Layer, Span, State, new_id
from annotate.project import Project
from store.database import open_project
from tests.processes import has_ended
from tests.projects import ROOT
from tests.ui.test_learning import CROPS, LINES
from tests.window import Person

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes in /proc")

_PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from main import Services
from ui.app import run
from ui.main_window import MainWindow

app = QApplication([])

def begin():
    window = next(one for one in app.topLevelWidgets() if isinstance(one, MainWindow))
    if "train" in sys.argv:
        window.commands.learning.train()
    print("ready", flush=True)

QTimer.singleShot(0, begin)
sys.exit(run([Path(sys.argv[1])], Services()))
"""

Start = Callable[..., "subprocess.Popen[str]"]


def read_much(project: Project) -> None:
    """Bring in what takes some seconds to learn from: many read sentences, several labels."""
    text = "\n".join(LINES * 40)
    document, me = Document(id=new_id(), name="read", text=text), project.annotator().id
    records: list[Record] = [document, Layer(document=document.id, annotator=me, read=((0, len(text)),))]
    at, labels = 0, ("PRODUCT", "ORG", "PERS", "EVENT", "LOC")
    for number, crop in enumerate(CROPS * 3 * 40):
        at = text.index(crop, at)
        end, label = at + len(crop), labels[number % len(labels)]
        records.append(Span(id=new_id(), document=document.id, annotator=me, start=at, end=end, label=label))
        at = end
    project.write(Step("import", me, tuple(Change(None, record) for record in records)))


@pytest.fixture
def path(person: Person) -> Path:
    """A closed project that much was read in."""
    path = person.make()
    project = open_project(path)
    read_much(project)
    project.close()
    return path


@pytest.fixture
def start(path: Path, tmp_path: Path) -> Iterator[Start]:
    """Start the real program on the project, as a process of its own, and wait until it can be used."""
    started: list[subprocess.Popen[str]] = []

    def begin(*words: str) -> subprocess.Popen[str]:
        places = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")}
        (tmp_path / "XDG_RUNTIME_DIR").mkdir(mode=0o700, exist_ok=True)
        command = [sys.executable, "-c", _PROGRAM, str(path), *words]
        env = os.environ | places | {"TMPDIR": str(tmp_path)}
        program = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
        started.append(program)
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        return program

    yield begin
    for program in started:
        program.kill()
        program.wait()
        if program.stdout is not None:
            program.stdout.close()


def children(pid: int) -> set[int]:
    """The processes that a process has started and that still run."""
    found: set[int] = set()
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):  # a thread that ended meanwhile
            found.update(map(int, listed.read_text(encoding="ascii").split(" ")[:-1]))
    return found


def files_of(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir() if file.name.startswith(path.name))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_closes_the_project(start: Start, path: Path, number: signal.Signals) -> None:
    program = start()
    assert len(files_of(path)) > 1
    program.send_signal(number)
    assert program.wait(30) == 0
    assert files_of(path) == [path.name]


def test_a_signal_in_the_middle_of_a_training_leaves_nothing(
    start: Start, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program = start("train")
    qtbot.waitUntil(lambda: bool(children(program.pid)), timeout=20_000)
    (worker,) = children(program.pid)
    program.terminate()
    assert program.wait(30) == 0
    assert has_ended(worker)
    assert files_of(path) == [path.name]
    assert list(tmp_path.glob("tawsim-*")) == []
    project = open_project(path, write=False)
    assert project.setting("learned") is None
    project.close()


def test_a_program_that_is_killed_takes_its_worker_along(start: Start, path: Path, qtbot: QtBot) -> None:
    program = start("train")
    qtbot.waitUntil(lambda: bool(children(program.pid)), timeout=20_000)
    (worker,) = children(program.pid)
    program.kill()
    program.wait()
    assert has_ended(worker)
    project = open_project(path)
    assert project.read_only is None
    assert [one.name for one in project.documents()] == ["read"]
    project.close()
    assert files_of(path) == [path.name]


def test_closing_the_window_in_the_middle_of_a_training(person: Person, path: Path, qtbot: QtBot) -> None:
    before = children(os.getpid())
    person.open(path)
    person.window.commands.learning.train()
    qtbot.waitUntil(lambda: bool(children(os.getpid()) - before), timeout=20_000)
    person.window.close()
    person.program.end()
    assert children(os.getpid()) <= before
    assert files_of(path) == [path.name]


def test_closing_the_project_in_the_middle_of_a_training(person: Person, path: Path, qtbot: QtBot) -> None:
    before = children(os.getpid())
    person.open(path)
    person.window.commands.learning.train()
    (job,) = person.program.jobs.running
    qtbot.waitUntil(lambda: bool(children(os.getpid()) - before), timeout=20_000)
    person.program.workspace.close()
    person.settle()
    assert job.is_cancelled()
    assert children(os.getpid()) <= before
    assert files_of(path) == [path.name]
    assert person.message() == ""


@pytest.mark.parametrize("what", ["one label", "one sentence", "contradictions"])
def test_little_to_learn_from_breaks_nothing(person: Person, what: str) -> None:
    text = LINES[0] if what == "one sentence" else "\n".join(LINES)
    person.open(person.make(text, LINES[1]))
    me, document = person.project.annotator().id, person.project.documents()[0].id
    records: list[Record] = []
    at = 0
    for crop in CROPS[:1] if what == "one sentence" else CROPS * 3:
        at = text.index(crop, at)
        for label in ("ORG", "GPE") if what == "contradictions" else ("PRODUCT",):
            span = Span(id=new_id(), document=document, annotator=me, start=at, end=at + len(crop), label=label)
            records.append(span)
        at += len(crop)
    layer = Layer(document=document, annotator=me, state=State.IN_PROGRESS, read=((0, len(text)),))
    person.project.write(Step("import", me, tuple(Change(None, record) for record in [layer, *records])))
    person.window.commands.learning.train()
    person.settle()
    person.window.commands.suggestions.suggest_all()
    person.settle()
    learnt = {label for label in person.project.setting("learned", {}) if label}
    assert learnt == {"one label": {"PRODUCT"}, "contradictions": {"GPE", "ORG"}}.get(what, set())
    assert "cannot be used" not in person.message()
