"""One writer at a time: a lock file beside the project that says whose it is."""

from __future__ import annotations

import getpass
import os
import platform
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

PATIENCE = 0.2
"""Seconds that an opening waits for one that is just closing."""


class WriterLock:
    """The right to write a project, held by one opening in one process. It goes with the process that dies."""

    def __init__(self, project: Path) -> None:
        self._path = project.with_name(project.name + ".lock")
        # All who may write the folder may take the lock that another person's crash left behind.
        self._lock = FileLock(self._path, mode=0o666, thread_local=False)

    def acquire(self, patience: float = 0.0) -> bool:
        """Take the lock; False: another opening has it, for ``patience`` seconds still.

        Raises OSError where no lock file can be made.
        """
        try:
            self._lock.acquire(timeout=patience)
        except Timeout:
            return False
        # Windows keeps the first byte, which is the locked one, from all others: what is to be read stands after it.
        with open(self._path, "r+b", buffering=0) as file:
            file.seek(1)
            file.write(_this_opening().encode("utf-8"))
            file.truncate()
        return True

    def holder(self) -> str:
        """Who has the lock, as ``user on host``; ``another program`` when that cannot be read."""
        try:
            with open(self._path, "rb", buffering=0) as file:
                file.seek(1)
                return file.read().decode("utf-8", "replace") or "another program"
        except OSError:
            return "another program"

    def release(self) -> None:
        """Give the lock back and remove its file."""
        if os.name == "posix":  # while it is held: whoever waits on the old file sees that it went, and makes a new one
            with suppress(OSError):
                self._path.unlink()
        self._lock.release()


def _this_opening() -> str:
    try:
        user = getpass.getuser()
    except (KeyError, OSError):  # a user without an entry in the system's list
        user = str(os.getuid()) if hasattr(os, "getuid") else "someone"
    return f"{user} on {platform.node() or 'this computer'}"
