"""Opening and closing: what is no project is refused untouched, one writes, and a closed project is one file."""

import os
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotate.edits import AddSpan
from annotate.errors import ReadOnlyProject, TawsimError
from annotate.session import Session
from store.database import create_project, open_project
from store.exchange import read_colleague_file
from store.lock import WriterLock
from store.migrations import SCHEMA
from tests.projects import ROOT, add_document, new_project, wojood

_OPEN = """
import sys
from pathlib import Path
from store.database import open_project
project = open_project(Path(sys.argv[1]))
print(project.read_only, flush=True)
{then}
"""


def child(path: Path, then: str, *before: str) -> "subprocess.Popen[str]":
    """Another process that opens the project, says whether it is read-only, and goes on with ``then``."""
    words = [*before, sys.executable, "-c", _OPEN.format(then=then), str(path)]
    return subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def said(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_closed_project_is_one_file_and_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "ä مشروع #1?.tawsim"
    project = new_project(path, annotator="أمل")
    document = add_document(project)
    project.close()
    project.close()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    again = open_project(path)
    assert again.read_only is None
    assert again.annotator().name == "أمل"
    assert again.document(document.id) == document
    assert again.setting("clitics") == "stem"
    assert again.version == SCHEMA
    again.close()


def test_the_write_ahead_log_is_used_while_open(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p.tawsim")
    add_document(project)
    assert (tmp_path / "p.tawsim-wal").exists()
    project.close()
    assert (tmp_path / "p.tawsim").read_bytes()[18] == 1  # rollback journal again: any program may read the file


def test_a_sync_folder_gets_no_write_ahead_log(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - جامعة"
    folder.mkdir()
    project = new_project(folder / "p.tawsim")
    add_document(project)
    assert sorted(file.name for file in folder.iterdir()) == ["p.tawsim", "p.tawsim.lock"]
    project.close()


def test_creating_refuses_to_overwrite_and_bad_names(tmp_path: Path) -> None:
    taken = tmp_path / "taken.tawsim"
    taken.write_text("mine")
    with pytest.raises(TawsimError, match="is there already"):
        new_project(taken)
    assert taken.read_text() == "mine"
    with pytest.raises(TawsimError, match="No such file"):
        new_project(tmp_path / "no" / "p.tawsim")
    for name in ("gold", "all", " "):
        with pytest.raises(TawsimError, match="no name"):
            create_project(tmp_path / "p.tawsim", labels=wojood(), annotator=name)
    assert [file.name for file in tmp_path.iterdir()] == ["taken.tawsim"]


def newer(data: bytes) -> bytes:
    return data[:60] + struct.pack(">I", 99) + data[64:]


def foreign(data: bytes) -> bytes:
    return data[:68] + struct.pack(">I", 7) + data[72:]


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (newer, "made by a newer Tawsim"),
        (foreign, "not a Tawsim project"),
        (lambda data: data[:-5000], "damaged"),
        (lambda data: data[:50], "damaged"),
        (lambda data: b"", "not a Tawsim project"),
        (lambda data: "قائمة أسماء\n".encode(), "not a Tawsim project"),
    ],
)
@pytest.mark.parametrize("write", [True, False])
def test_what_is_no_project_is_refused_in_one_line_and_not_touched(
    tmp_path: Path, damage: "object", reason: str, write: bool
) -> None:
    path = tmp_path / "p.tawsim"
    new_project(path).close()
    assert callable(damage)
    path.write_bytes(damaged := damage(path.read_bytes()))
    with pytest.raises(TawsimError) as refused:
        open_project(path, write=write)
    assert str(refused.value).startswith(f"{path}: ")
    assert reason in str(refused.value)
    assert "\n" not in str(refused.value)
    assert path.read_bytes() == damaged
    assert [file.name for file in tmp_path.iterdir()] == ["p.tawsim"]


def test_pages_that_are_damaged_inside_are_named_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "p.tawsim"
    new_project(path).close()
    data = path.read_bytes()
    path.write_bytes(data[:100] + b"\xff" * (len(data) - 100))
    with pytest.raises(TawsimError, match="malformed"):
        open_project(path)
    with pytest.raises(TawsimError, match="damaged"):  # and not: still open
        read_colleague_file(path)
    assert [file.name for file in tmp_path.iterdir()] == ["p.tawsim"]


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(TawsimError, match="no such file"):
        open_project(tmp_path / "none.tawsim")
    with pytest.raises(TawsimError, match=str(tmp_path)):
        open_project(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_second_opening_is_read_only_says_by_whom_and_sees_what_the_first_writes(tmp_path: Path) -> None:
    path = tmp_path / "p.tawsim"
    first = new_project(path)
    second = open_project(path)
    assert second.read_only is not None
    assert second.read_only.startswith("open by ")
    assert " on " in second.read_only
    document = add_document(first)
    assert second.document(document.id) == document
    with pytest.raises(ReadOnlyProject, match="open by"):
        add_document(second)
    with pytest.raises(ReadOnlyProject):
        second.set_setting("clitics", "word")
    first.close()
    assert second.document(document.id) == document
    second.close()
    assert [file.name for file in tmp_path.iterdir()] == ["p.tawsim"]
    assert path.read_bytes()[18] == 1


def test_a_second_opening_in_the_process_leaves_the_firsts_locks_alone(tmp_path: Path) -> None:
    """Closing any handle of a file drops the locks of its process (POSIX): SQLite must be told of all of them.

    Else a program that has the file open besides takes itself for the last one, and the log goes with it.
    """
    path = tmp_path / "p.tawsim"
    first = new_project(path)
    add_document(first, name="one")
    open_project(path).close()
    with pytest.raises(TawsimError, match="still open"):
        read_colleague_file(path)
    other = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT * FROM documents'); c.close()"
    subprocess.run([sys.executable, "-c", other, str(path)], check=True)
    assert (tmp_path / "p.tawsim-wal").exists()
    add_document(first, name="two")
    second = open_project(path, write=False)
    assert [document.name for document in second.documents()] == ["one", "two"]
    second.close()
    first.close()
    again = open_project(path)
    assert [document.name for document in again.documents()] == ["one", "two"]
    again.close()


def test_one_writer_between_processes(tmp_path: Path) -> None:
    path = tmp_path / "p.tawsim"
    new_project(path).close()
    with child(path, "input(); project.close()") as other:
        assert said(other) == "None"
        mine = open_project(path)
        assert mine.read_only is not None
        mine.close()
        other.communicate("\n")
    mine = open_project(path)
    assert mine.read_only is None
    mine.close()
    assert [file.name for file in tmp_path.iterdir()] == ["p.tawsim"]


def test_after_a_kill_the_last_finished_step_is_there(tmp_path: Path) -> None:
    path = tmp_path / "p.tawsim"
    project = new_project(path)
    document = add_document(project, "كلمة " * 500)
    project.close()
    edits = f"""
from annotate.edits import AddSpan
from annotate.session import Session
session = Session(project)
for n in range(400):
    session.do(AddSpan(document={document.id!r}, annotator=session.annotator, start=5 * n, end=5 * n + 4, label="GPE"))
    print(n, flush=True)
"""
    with child(path, edits) as other:
        while said(other) != "25":
            pass
        other.send_signal(signal.SIGKILL)
        assert other.stdout is not None
        told = [25, *map(int, other.stdout.read().split())]
    assert (tmp_path / "p.tawsim-wal").exists()
    again = open_project(path)
    spans = again.spans(document.id, again.annotator().id)
    # A step may have been finished whose number was not told any more.
    assert len(spans) - 1 in (told[-1], told[-1] + 1)
    last = again.undoable()
    assert last is not None
    assert last.step.changes[-1].after == spans[-1]
    again.close()
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert conn.execute("PRAGMA foreign_key_check").fetchall() == []
    assert [file.name for file in tmp_path.iterdir()] == ["p.tawsim"]


def unprivileged() -> list[str]:
    """The words that start a process which may not write everywhere; none are needed by an ordinary user."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("needs setpriv where the tests run as root")
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users reach (pytest's own are closed to them)."""
    with tempfile.TemporaryDirectory(prefix="tawsim-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
@pytest.mark.parametrize(("what", "mode"), [("file", 0o444), ("folder", 0o666)])
@pytest.mark.parametrize("write_ahead", [False, True])
def test_a_write_protected_project_opens_read_only(open_folder: Path, what: str, mode: int, write_ahead: bool) -> None:
    path = open_folder / "p.tawsim"
    new_project(path).close()
    if write_ahead:  # a copy of a project that was open
        with closing(sqlite3.connect(path)) as conn:
            conn.execute("PRAGMA journal_mode = WAL")
    path.chmod(mode)
    open_folder.chmod(0o555)
    with child(path, "print(len(project.annotators()), flush=True); project.close()", *unprivileged()) as other:
        assert said(other) == f"the {what} is write-protected"
        assert said(other) == "1"
    assert [file.name for file in open_folder.iterdir()] == ["p.tawsim"]


def test_a_lock_file_that_a_crash_left_is_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "p.tawsim"
    new_project(path).close()
    (tmp_path / "p.tawsim.lock").write_bytes(b"\0somebody with a much longer name on another-computer-of-theirs")
    project = open_project(path)
    assert project.read_only is None
    second = open_project(path)
    assert second.read_only is not None
    assert "another-computer" not in second.read_only
    second.close()
    project.close()


def test_a_holder_who_cannot_be_read_is_another_program(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path / "p.tawsim")
    assert lock.holder() == "another program"
    (tmp_path / "p.tawsim.lock").write_bytes(b"\0")
    assert lock.holder() == "another program"


def test_another_thread_writes_through_a_connection_of_its_own(tmp_path: Path) -> None:
    project = new_project(tmp_path / "p.tawsim")
    document = add_document(project)
    me = project.annotator().id
    edit = AddSpan(document=document.id, annotator=me, start=0, end=3, label="OCC")
    thread = threading.Thread(target=lambda: Session(project).do(edit))
    thread.start()
    thread.join()
    assert [span.id for span in project.spans(document.id, me)] == [edit.id]
    project.close()
    assert [file.name for file in tmp_path.iterdir()] == ["p.tawsim"]


def test_a_snapshot_is_a_complete_closed_copy_also_of_a_read_only_opening(tmp_path: Path) -> None:
    first = new_project(tmp_path / "p.tawsim")
    document = add_document(first)
    second = open_project(tmp_path / "p.tawsim")
    second.snapshot(tmp_path / "copy.tawsim")
    with pytest.raises(TawsimError, match="is there already"):
        second.snapshot(tmp_path / "copy.tawsim")
    with pytest.raises(TawsimError, match="none"):
        second.snapshot(tmp_path / "none" / "copy.tawsim")
    second.close()
    first.close()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.tawsim", "p.tawsim"]
    copy = open_project(tmp_path / "copy.tawsim")
    assert copy.document(document.id) == document
    assert copy.journal() == first_journal(tmp_path / "p.tawsim")
    copy.close()


def first_journal(path: Path) -> "object":
    project = open_project(path, write=False)
    try:
        assert project.read_only == "opened for reading"
        return project.journal()
    finally:
        project.close()
