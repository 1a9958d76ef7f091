"""A process beside the window, at its own end: JSON lines on its pipes, one request after the other.

The parent writes ``{"id", "task", "params"}`` and may write ``{"id", "cancel": true}``; the worker answers with any
number of ``{"id", "value"}`` (progress and results: what the task yields) and then one of ``{"id", "done": true}`` and
``{"id", "error"}``. It ends when its standard input ends, also in the middle of a request, so none outlives its parent.
The parent's end is ``annotate.worker_client``.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import IO, Any

from annotate.errors import TawsimError

Task = Callable[[Mapping[str, Any]], Iterator[Any]]
"""A task gets the request's params and yields JSON values; between two of them it can be cancelled."""

# Each of these modules has TASKS, a mapping of names to tasks. They are imported in the worker process only.
_MODULES = {"camel": "annotate.suggest.camel_worker", "learned": "annotate.suggest.learned_worker"}

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

# How long a task may go on after standard input has ended before the process is ended from under it.
_LAST_SECONDS = 2.0


def serve(words: Sequence[str]) -> int:
    """Be the worker that ``words`` names until standard input ends; returns the exit code."""
    if len(words) != 1 or words[0] not in _MODULES:
        sys.stderr.write(f"no such worker: {' '.join(words)}\n")
        return 2
    return run(importlib.import_module(_MODULES[words[0]]).TASKS)


def run(tasks: Mapping[str, Task]) -> int:
    """Answer requests for these tasks until standard input ends; returns the exit code."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal goes to the whole group; the parent decides
    requests = open(0, "rb", closefd=False)  # noqa: SIM115 - for as long as the process lives
    replies = os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not come between the replies.
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    _Server(tasks, replies).answer(requests)
    gc.freeze()  # else the interpreter's end walks through all of torch and the models, for seconds
    return 0


class _Server:
    def __init__(self, tasks: Mapping[str, Task], replies: IO[bytes]) -> None:
        self._tasks = tasks
        self._replies = replies
        self._waiting: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._cancelled: set[int] = set()
        self._ended = threading.Event()
        self._watchdog = threading.Timer(_LAST_SECONDS, os._exit, [0])
        self._watchdog.daemon = True

    def answer(self, requests: IO[bytes]) -> None:
        threading.Thread(target=self._listen, args=[requests], daemon=True).start()
        while (request := self._waiting.get()) is not None:
            with contextlib.suppress(BrokenPipeError):  # the parent has gone; the end of standard input follows
                self._perform(request)
        self._watchdog.cancel()

    def _listen(self, requests: IO[bytes]) -> None:
        for line in requests:
            if not line.endswith(b"\n"):  # the parent died while it wrote
                break
            message = decode(line)
            if message.get("cancel"):
                self._cancelled.add(message["id"])
            else:
                self._waiting.put(message)
        self._watchdog.start()
        self._ended.set()
        self._waiting.put(None)

    def _perform(self, request: Mapping[str, Any]) -> None:
        number = request["id"]
        try:
            values = self._tasks[request["task"]](request["params"])
            for value in values:
                if number in self._cancelled or self._ended.is_set():
                    break
                self._reply({"id": number, "value": value})
        except BrokenPipeError:
            raise
        except TawsimError as error:
            self._reply({"id": number, "error": str(error)})
        except Exception as error:
            traceback.print_exc()
            self._reply({"id": number, "error": _in_one_line(error)})
        else:
            self._reply({"id": number, "done": True})
        self._cancelled.discard(number)

    def _reply(self, message: Mapping[str, Any]) -> None:
        self._replies.write(encode(message))
        self._replies.flush()


def encode(message: Mapping[str, Any]) -> bytes:
    """A message as one line. Lone surrogates, which a text may hold, survive."""
    return b"".join(encoded(message))


def encoded(message: Mapping[str, Any]) -> Iterator[bytes]:
    """``encode`` piece by piece: a message with all that a project decided is not made at a stretch, during which no
    other thread could have the interpreter."""
    for piece in _JSON.iterencode(message):
        yield piece.encode("utf-8", "surrogatepass")
    yield b"\n"


def decode(line: bytes) -> dict[str, Any]:
    """The message of a line; raises ValueError for a line that is none."""
    message = json.loads(line.decode("utf-8", "surrogatepass"))
    if not isinstance(message, dict):
        raise ValueError("not a message")
    return message


def _in_one_line(error: Exception) -> str:
    # torch says "DefaultCPUAllocator: not enough memory" (or "can't allocate memory") in a RuntimeError.
    if isinstance(error, MemoryError) or "allocate memory" in str(error) or "not enough memory" in str(error):
        return "not enough memory"
    first = str(error).partition("\n")[0]
    return f"{type(error).__name__}: {first}" if first else type(error).__name__
