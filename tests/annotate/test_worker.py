"""Processes beside the window: requests, cancel, and what happens when one dies, hangs or is left alone."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.worker import decode, encode
from annotate.worker_client import WorkerClient, WorkerError
from tests.processes import has_ended

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, str(Path(__file__).with_name("worker_tasks.py"))]


@pytest.fixture
def worker() -> Iterator[WorkerClient]:
    client = WorkerClient(COMMAND, "test")
    yield client
    client.close()


@given(st.dictionaries(st.text(st.characters()), st.text(st.characters())))
def test_every_text_survives_the_pipe(message: dict[str, str]) -> None:
    line = encode(message)
    assert line.count(b"\n") == 1
    assert decode(line) == message


def test_values_come_in_order_and_prints_do_not_disturb(worker: WorkerClient) -> None:
    values = [1, "وكازاخستان", None, {"a": [2]}, "a\u2028b\x85c", "\ud800"]
    assert list(worker.ask("echo", {"values": values})) == values
    assert list(worker.ask("echo", {"values": [2]})) == [2]


def test_a_worker_stays_for_the_next_request(worker: WorkerClient) -> None:
    assert worker.pid is None
    list(worker.ask("echo", {"values": []}))
    first = worker.pid
    list(worker.ask("echo", {"values": []}))
    assert worker.pid == first is not None


def test_cancel_keeps_what_came_and_the_worker(worker: WorkerClient) -> None:
    came: list[int] = []
    for value in worker.ask("count", {}, cancelled=lambda: len(came) >= 5):
        came.append(value)
    assert came == list(range(len(came)))
    assert len(came) >= 5
    pid = worker.pid
    assert list(worker.ask("echo", {"values": ["next"]})) == ["next"]
    assert worker.pid == pid


def test_leaving_the_loop_cancels(worker: WorkerClient) -> None:
    for value in worker.ask("count", {}):
        if value == 3:
            break
    assert list(worker.ask("echo", {"values": ["next"]})) == ["next"]


@pytest.mark.parametrize(
    ("task", "message"),
    [
        ("refuse", "test: this is no model"),
        ("fail", "test: ValueError: a defect"),
        ("run_out_of_memory", "test: not enough memory"),
        ("no such task", "test: KeyError: 'no such task'"),
        ("die", "test: the process was ended by signal 9 (out of memory, or killed)"),
        ("leave", "test: the process ended with code 3: the last words"),
    ],
)
def test_a_failure_is_one_plain_line_and_the_next_request_works(worker: WorkerClient, task: str, message: str) -> None:
    with pytest.raises(WorkerError) as caught:
        list(worker.ask(task, {}))
    assert str(caught.value) == message
    assert list(worker.ask("echo", {"values": ["again"]})) == ["again"]


def test_what_came_before_a_death_is_kept(worker: WorkerClient) -> None:
    values = worker.ask("die", {})
    assert next(values) == "dying"
    with pytest.raises(WorkerError):
        next(values)


def test_a_hung_worker_is_stopped() -> None:
    client = WorkerClient(COMMAND, "test", silence=0.5)
    try:
        with pytest.raises(WorkerError, match=r"did not answer for .* seconds and was stopped"):
            list(client.ask("hang", {}))
        assert client.pid is None
    finally:
        client.close()


def test_a_worker_that_does_not_stop_when_asked_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotate.worker_client._GRACE_SECONDS", 0.3)
    client = WorkerClient(COMMAND, "test")
    values = client.ask("hang", {})
    assert next(values) == "hanging"
    pid = client.pid
    assert pid is not None
    values.close()
    assert has_ended(pid)
    assert list(client.ask("echo", {"values": ["again"]})) == ["again"]
    client.close()


def test_an_idle_worker_is_ended() -> None:
    client = WorkerClient(COMMAND, "test", idle=0.2)
    values = client.ask("echo", {"values": [1, 2]})
    assert next(values) == 1
    pid = client.pid
    assert pid is not None
    assert list(values) == [2]
    assert has_ended(pid)
    assert list(client.ask("echo", {"values": [3]})) == [3]
    client.close()


def test_a_worker_that_died_while_it_waited_is_not_missed(worker: WorkerClient) -> None:
    list(worker.ask("echo", {"values": []}))
    first = worker.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    assert list(worker.ask("echo", {"values": ["again"]})) == ["again"]
    assert worker.pid not in (None, first)


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="Windows tells the priority of a process by other means")
def test_spare_work_leaves_others_the_first_place_and_ends_at_once() -> None:
    client = WorkerClient(COMMAND, "test", spare=True)
    values = client.ask("count", {})
    assert next(values) is not None
    pid = client.pid
    assert pid is not None
    assert os.getpriority(os.PRIO_PROCESS, pid) > os.getpriority(os.PRIO_PROCESS, 0)
    values.close()
    assert has_ended(pid, 1.0)
    assert client.pid is None


def test_a_request_that_kills_is_made_twice_at_most(worker: WorkerClient) -> None:
    list(worker.ask("echo", {"values": []}))
    with pytest.raises(WorkerError, match="ended by signal 9"):
        list(worker.ask("die_at_once", {}))
    assert worker.pid is None


def test_a_closed_worker_is_not_started_anew_by_the_request_that_was_waiting(worker: WorkerClient) -> None:
    list(worker.ask("echo", {"values": []}))
    said: list[str] = []

    def ask() -> None:
        try:
            list(worker.ask("say_nothing", {}, cancelled=lambda: begun.set() or False))  # type: ignore[func-returns-value]
        except WorkerError as error:
            said.append(str(error))

    begun = threading.Event()
    asking = threading.Thread(target=ask)
    asking.start()
    assert begun.wait(10)
    worker.close()
    asking.join()
    assert len(said) == 1
    assert worker.pid is None


def test_closing_from_another_thread_ends_a_request(worker: WorkerClient) -> None:
    values = worker.ask("hang", {})
    assert next(values) == "hanging"
    closing = threading.Thread(target=worker.close)
    closing.start()
    with pytest.raises(WorkerError):
        next(values)
    closing.join()


def test_what_cannot_be_started_is_said() -> None:
    with pytest.raises(WorkerError, match="test: cannot be started"):
        list(WorkerClient([str(ROOT / "no-such-program")], "test").ask("echo", {}))


PARENT = """
import sys
sys.path.insert(0, {root!r})
from annotate.worker_client import WorkerClient
client = WorkerClient({command!r}, "test")
values = client.ask({task!r}, {{}})
next(values)
print(client.pid, flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("task", ["hang", "count"])
@pytest.mark.parametrize("end", [subprocess.Popen.kill, subprocess.Popen.terminate], ids=["killed", "terminated"])
def test_no_worker_outlives_its_parent(task: str, end: Callable[[subprocess.Popen[str]], None]) -> None:
    script = PARENT.format(root=str(ROOT), command=COMMAND, task=task)
    words = [sys.executable, "-c", script]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        end(parent)
    assert has_ended(pid)


def test_a_request_that_breaks_off_ends_the_worker() -> None:
    """A parent that is killed while it writes leaves half a line."""
    with subprocess.Popen([*COMMAND, "test"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as worker:
        assert worker.stdin is not None
        worker.stdin.write(encode({"id": 1, "task": "echo", "params": {"values": ["x" * 100]}})[:-40])
        worker.stdin.close()
        assert worker.wait(20) == 0


def test_main_starts_the_workers_by_name() -> None:
    words = [sys.executable, str(ROOT / "main.py"), "--worker", "nonsense"]
    found = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stderr) == (2, "no such worker: nonsense\n")
