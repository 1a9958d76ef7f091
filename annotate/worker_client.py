"""The parent's end of a worker process (``annotate.worker``): starts it when first needed, ends it when idle.

Nothing here imports what the worker needs: the process that asks pays for neither torch nor the models.
"""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from typing import IO, Any, cast

from annotate.errors import TawsimError
from annotate.worker import decode, encoded

IDLE_SECONDS = 300.0
"""How long a worker without work is kept: loading a model anew costs seconds, keeping it a gigabyte."""
SILENCE_SECONDS = 300.0
"""How long a worker at work may say nothing before it counts as hung: loading from a slow disk takes a minute."""
_POLL_SECONDS = 0.1
_GRACE_SECONDS = 5.0
_NICENESS = 5


class WorkerError(TawsimError):
    """A worker that failed, died or hung. It is started anew by the next request."""


class WorkerClient:
    """A worker process as an object. ``command`` are the words before the worker's ``name``.

    Usable from any thread; requests run one after the other. ``spare``: the work takes what time others leave, and is
    ended at once when it is not wanted any more, whatever it is at.
    """

    def __init__(
        self,
        command: Sequence[str],
        name: str,
        *,
        idle: float = IDLE_SECONDS,
        silence: float = SILENCE_SECONDS,
        spare: bool = False,
    ) -> None:
        self._command = [*command, name]
        self._name = name
        self._idle = idle
        self._silence = silence
        self._spare = spare
        self._turn = threading.Lock()
        self._number = 0
        self._running: _Running | None = None
        self._timer: threading.Timer | None = None

    @property
    def pid(self) -> int | None:
        """The process id while a worker runs."""
        running = self._running
        return running.process.pid if running and running.process.poll() is None else None

    def ask(
        self, task: str, params: Mapping[str, Any], cancelled: Callable[[], bool] = lambda: False
    ) -> Generator[Any, None, None]:
        """The values that a task yields, as they come.

        ``cancelled`` is asked ten times a second; once it says so, or when the iterator is closed, the worker stops
        and the iteration ends. Raises WorkerError (one plain line) when the task fails and when the process died or
        has said nothing for ``silence`` seconds; such a process is killed.
        """
        with self._turn:
            self._stop_timer()
            try:
                # A process that died while it waited is not worth a word: the request goes to a new one.
                if (running := self._running) is not None:
                    try:
                        yield from self._values(running, task, params, cancelled)
                        return
                    except _DiedWaiting:
                        if self._running is not running:  # it was closed
                            raise
                        self._end()
                self._running = self._started()
                yield from self._values(self._running, task, params, cancelled)
            except _Died as error:
                self._end()
                raise WorkerError(f"{self._name}: {error}") from None
            finally:
                self._start_timer()

    def close(self) -> None:
        """End the process, if one runs; a request that another thread is waiting for fails with WorkerError."""
        self._stop_timer()
        self._end()

    def _values(
        self, running: _Running, task: str, params: Mapping[str, Any], cancelled: Callable[[], bool]
    ) -> Iterator[Any]:
        self._number += 1
        number, done = self._number, False
        try:
            running.send({"id": number, "task": task, "params": params})
            for message in running.replies(number, cancelled, self._silence):
                done = "value" not in message
                if "error" in message:
                    raise WorkerError(f"{self._name}: {message['error']}")
                if done:
                    return
                yield message["value"]
        except _Died:
            done = True
            raise
        finally:
            if not done and not running.abandon(number):
                self._end()

    def _started(self) -> _Running:
        try:
            return _Running(self._command, self._spare)
        except OSError as error:
            raise WorkerError(f"{self._name}: cannot be started: {error}") from None

    def _end(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            running.end()

    def _start_timer(self) -> None:
        self._timer = threading.Timer(self._idle, self._end_when_idle)
        self._timer.daemon = True
        self._timer.start()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _end_when_idle(self) -> None:
        if self._turn.acquire(blocking=False):
            try:
                self._end()
            finally:
                self._turn.release()


class _Died(Exception):
    """The process ended or hung; the message says how."""


class _DiedWaiting(_Died):
    """The process ended before it said anything about the request."""


class _Running:
    """One process, with the threads that empty its pipes."""

    def __init__(self, command: Sequence[str], spare: bool) -> None:
        self._spare = spare
        low = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0) if spare else 0
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0) | low,
        )
        if spare and hasattr(os, "setpriority"):
            with contextlib.suppress(OSError):  # it has ended already
                os.setpriority(os.PRIO_PROCESS, self.process.pid, _NICENESS)
        # Popen types its pipes as perhaps absent; asked for, they are there.
        self._input = cast(IO[bytes], self.process.stdin)
        self._output = cast(IO[bytes], self.process.stdout)
        self._errors = cast(IO[bytes], self.process.stderr)
        self._received: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._last_words: deque[str] = deque(maxlen=20)
        self._threads = [threading.Thread(target=work, daemon=True) for work in (self._receive, self._overhear)]
        for thread in self._threads:
            thread.start()

    def send(self, message: Mapping[str, Any]) -> None:
        try:
            self._input.writelines(encoded(message))
            self._input.flush()
        except (OSError, ValueError):  # ValueError: closed by another thread
            raise _DiedWaiting(self._how_it_ended()) from None

    def replies(self, number: int, cancelled: Callable[[], bool], silence: float) -> Iterator[dict[str, Any]]:
        """The messages to request ``number``; ends without a last one when cancelled."""
        heard = time.monotonic()
        answered = False
        while not cancelled():
            try:
                message = self._received.get(timeout=_POLL_SECONDS)
            except queue.Empty:
                if time.monotonic() - heard > silence:
                    self.process.kill()
                    raise _Died(f"did not answer for {silence:g} seconds and was stopped") from None
                continue
            if message is None:
                raise (_Died if answered else _DiedWaiting)(self._how_it_ended())
            heard = time.monotonic()
            if message["id"] == number:
                answered = True
                yield message

    def abandon(self, number: int) -> bool:
        """Have a request given up; False where the process does not confirm it in time, or has died."""
        if self._spare:
            self.process.kill()
            return False
        try:
            self.send({"id": number, "cancel": True})
            deadline = time.monotonic() + _GRACE_SECONDS
            for message in self.replies(number, lambda: time.monotonic() > deadline, _GRACE_SECONDS):
                if "value" not in message:
                    return True
        except _Died:
            pass
        return False

    def end(self) -> None:
        with contextlib.suppress(OSError):
            self._input.close()
        try:
            self.process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for thread in self._threads:
            thread.join()
        self._output.close()
        self._errors.close()

    def _receive(self) -> None:
        for line in self._output:
            self._received.put(decode(line))
        self._received.put(None)

    def _overhear(self) -> None:
        for line in self._errors:
            if text := line.decode("utf-8", "replace").strip():
                self._last_words.append(text)

    def _how_it_ended(self) -> str:
        self.process.wait()
        self._threads[1].join()
        code = self.process.returncode
        if code < 0:
            return f"the process was ended by signal {-code} (out of memory, or killed)"
        last = f": {self._last_words[-1]}" if self._last_words else ""
        return f"the process ended with code {code}{last}"
