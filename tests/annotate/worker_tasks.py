"""A worker for the tests of the protocol: `python worker_tasks.py NAME` answers for the tasks below."""

import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from annotate.errors import TawsimError
from annotate.worker import run


def echo(params: Mapping[str, Any]) -> Iterator[Any]:
    print("a library says something")  # noqa: T201 - must not come between the replies
    yield from params["values"]


def count(params: Mapping[str, Any]) -> Iterator[Any]:
    """Count without end: only a cancel stops it."""
    number = 0
    while True:
        yield number
        number += 1


def hang(params: Mapping[str, Any]) -> Iterator[Any]:
    yield "hanging"
    threading.Event().wait()


def die(params: Mapping[str, Any]) -> Iterator[Any]:
    yield "dying"
    os.kill(os.getpid(), signal.SIGKILL)


def die_at_once(params: Mapping[str, Any]) -> Iterator[Any]:
    os.kill(os.getpid(), signal.SIGKILL)
    yield "never"


def say_nothing(params: Mapping[str, Any]) -> Iterator[Any]:
    threading.Event().wait()
    yield "never"


def leave(params: Mapping[str, Any]) -> Iterator[Any]:
    yield "leaving"
    sys.stderr.write("the last words\n")
    sys.stderr.flush()
    os._exit(3)


def refuse(params: Mapping[str, Any]) -> Iterator[Any]:
    yield "looking"
    raise TawsimError("this is no model")


def fail(params: Mapping[str, Any]) -> Iterator[Any]:
    yield "working"
    raise ValueError("a defect\nof two lines")


def run_out_of_memory(params: Mapping[str, Any]) -> Iterator[Any]:
    yield "growing"
    raise RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 7 bytes")


TASKS = [echo, count, hang, say_nothing, die, die_at_once, leave, refuse, fail, run_out_of_memory]

if __name__ == "__main__":
    sys.exit(run({task.__name__: task for task in TASKS}))
