"""What the first hundred bytes of a file say, read before SQLite touches it.

POSIX drops all locks that a process has on a file as soon as the process closes any handle of it, SQLite's among them.
So a file that is open in this process is never opened past SQLite: its header is remembered.
"""

from __future__ import annotations

import struct
import threading
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from annotate.errors import TawsimError
from store.migrations import APPLICATION_ID, SCHEMA

_MAGIC = b"SQLite format 3\0"
_LENGTH = 100

_Identity = tuple[int, int, Path]
"""Device, inode and real path: some network file systems give all files one inode."""


@dataclass(frozen=True, slots=True)
class Header:
    """``version``: the schema number; ``write_ahead``: whether the file is in write-ahead mode."""

    version: int
    write_ahead: bool


class OpenFiles:
    """The files that this process has open through SQLite, with the headers that they had before."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self._connections: Counter[_Identity] = Counter()
        self._headers: dict[_Identity, Header] = {}

    def header(self, path: Path) -> Header:
        """The header of a file, remembered if it is open. See ``read_header`` for what is raised."""
        with self.lock:
            found = self._headers.get(_identity(path)) if self.holds(path) else None
            if found is None:
                found = self._headers[_identity(path)] = _read(path)
            return found

    def holds(self, path: Path) -> bool:
        """Whether this process has the file open."""
        return self._connections[_identity(path)] > 0

    def opened(self, path: Path) -> _Identity:
        """Note a connection; gives what ``closed`` takes. The lock must be held."""
        identity = _identity(path)
        self._connections[identity] += 1
        return identity

    def closed(self, identity: _Identity) -> None:
        """Note that a connection is closed."""
        with self.lock:
            self._connections[identity] -= 1


OPEN_FILES = OpenFiles()


def read_header(path: Path) -> Header:
    """The header of a project file that this program can read.

    Raises TawsimError, one line naming the file: it cannot be read, is no project, is shorter than it says, or is a
    newer program's project.
    """
    try:
        return OPEN_FILES.header(path)
    except FileNotFoundError:
        raise TawsimError(f"{path}: no such file") from None
    except OSError as error:
        raise TawsimError(f"{path}: {error.strerror}") from None


def _identity(path: Path) -> _Identity:
    found = path.stat()
    return found.st_dev, found.st_ino, path.resolve()


def _read(path: Path) -> Header:
    with path.open("rb") as file:
        data = file.read(_LENGTH)
    if not data.startswith(_MAGIC):
        raise TawsimError(f"{path}: not a Tawsim project")
    if len(data) < _LENGTH:
        raise TawsimError(f"{path}: damaged: the file ends too early")
    (page,) = struct.unpack_from(">H", data, 16)
    changed, pages = struct.unpack_from(">II", data, 24)
    version, application, valid_for = struct.unpack_from(">I4xI20xI", data, 60)
    if application != APPLICATION_ID:
        raise TawsimError(f"{path}: not a Tawsim project")
    if version > SCHEMA:
        raise TawsimError(f"{path}: made by a newer Tawsim (schema {version}, this one knows {SCHEMA}): update Tawsim")
    # With a log or journal beside it, the file may be behind: SQLite completes it on opening.
    complete = not any(path.with_name(path.name + end).exists() for end in ("-wal", "-journal"))
    if complete and changed == valid_for and path.stat().st_size < pages * (65536 if page == 1 else page):
        raise TawsimError(f"{path}: damaged: the file ends too early")
    return Header(version, data[18] == 2)
