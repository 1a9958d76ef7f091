"""Long work beside the window: it runs in a thread on values, reports how far it is, and can be cancelled."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from annotate.errors import TawsimError

_log = logging.getLogger(__name__)


_OFTEN = 0.05
"""Seconds between two reports that are passed on: work with many small parts must not keep the window busy."""


_TURN = 0.0001
"""Seconds that a thread keeps the interpreter when another wants it. By default it is fifty times as long, and while
one edit is painted the window wants it some ten times."""


class Cancelled(Exception):
    """The work was cancelled; nothing of it is kept."""


class Job(QObject):
    """One piece of long work. Signals arrive in the window's thread; exactly one of the last three is sent, last.

    ``came`` hands over a part of the result as it is ready, ``progressed`` how much of the total is done. ``pace`` is
    the words a second, for work that counts words.
    """

    progressed = Signal(int, int)
    came = Signal(object)
    done = Signal(object)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, title: str, work: Callable[[Job], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.share = 0.0
        self.pace = 0.0
        self._work = work
        self._stop = threading.Event()
        self._began = self._counting_since = time.monotonic()
        self._told = 0.0
        self._room = threading.Semaphore(1)
        self._thread = threading.Thread(target=self._run, name=title, daemon=True)
        self.progressed.connect(self._on_progressed)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._stop.set()

    def wait(self, seconds: float) -> bool:
        """Wait for the thread; False when it is still at work."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    # --- called by the work, in its thread
    def report(self, done: int, total: int) -> None:
        """Tell how far the work is. Raises Cancelled once the job was cancelled."""
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._told >= _OFTEN or done >= total:
            self._told = now
            self.progressed.emit(done, total)

    def is_cancelled(self) -> bool:
        """Whether the work should stop."""
        return self._stop.is_set()

    def hand(self, part: object) -> None:
        """Hand over a part of the result, once the window has taken the one before: it never gets many at a time."""
        while not self._room.acquire(timeout=_OFTEN) and not self._stop.is_set():
            pass
        self.came.emit(part)

    def _run(self) -> None:
        try:
            result = self._work(self)
        except Cancelled:
            self.cancelled.emit()
        except TawsimError as error:
            self.failed.emit(str(error))
        except Exception as error:  # a thread has no one else to tell
            _log.exception("%s failed", self.title)
            self.failed.emit(f"{type(error).__name__}: {error}")
        else:
            if self._stop.is_set():
                self.cancelled.emit()
            else:
                self.done.emit(result)

    # --- in the window's thread
    def taken(self) -> None:
        """A part that was handed over is dealt with."""
        self._room.release()

    def _on_progressed(self, done: int, total: int) -> None:
        share = done / total if total else 0.0
        if not share or share < self.share:  # nothing is done yet (a model was loaded), or another stage begins
            self._counting_since = time.monotonic()
        self.share = share

    def seconds(self) -> float:
        """How long it has taken so far."""
        return time.monotonic() - self._began

    def seconds_left(self) -> float | None:
        """How long it may still take, by the pace so far; None as long as that is guesswork."""
        spent = time.monotonic() - self._counting_since
        return spent / self.share * (1 - self.share) if self.share > 0.02 and spent > 1 else None


class Jobs(QObject):
    """The jobs at work. ``changed`` is sent when one begins, gets on or ends; ``ended(seconds)`` when one ends."""

    changed = Signal()
    ended = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN)
        self.running: list[Job] = []
        self._over: list[Job] = []

    def start(
        self,
        title: str,
        work: Callable[[Job], Any],
        done: Callable[[Any], None],
        failed: Callable[[str], None],
        came: Callable[[Any], None] | None = None,
    ) -> Job:
        """Start work; ``done`` and ``failed`` are called in the window's thread (neither, if it was cancelled)."""
        for over in [one for one in self._over if one.wait(0)]:
            self._over.remove(over)
            over.deleteLater()
        job = Job(title, work, self)
        if came is not None:
            job.came.connect(came)
        job.came.connect(job.taken)  # after ``came``
        job.progressed.connect(self.changed)
        job.done.connect(done)
        job.failed.connect(failed)
        for end in (job.done, job.failed, job.cancelled):
            end.connect(self._on_ended)
        self.running.append(job)
        self.changed.emit()
        job.start()
        return job

    def stop(self, seconds: float = 5.0) -> None:
        """Cancel all and wait; what does not listen dies with the program, having written nothing."""
        for job in self.running:
            job.cancel()
        for job in list(self.running):
            job.wait(seconds)
        QCoreApplication.processEvents()

    def _on_ended(self, *_: object) -> None:
        job = self.sender()
        if isinstance(job, Job) and job in self.running:
            self.running.remove(job)
            # Its thread may still be telling others that it ended: it goes when the next one comes.
            self._over.append(job)
            self.ended.emit(job.seconds())
        self.changed.emit()
