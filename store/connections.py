"""Connections to a project file: to write, to read, to read what nobody changes."""

from __future__ import annotations

import os
import re
import sqlite3
from pathlib import Path
from urllib.parse import quote

from store.header import OPEN_FILES, read_header

_BUSY_TIMEOUT = 5.0
"""Seconds that a statement waits for another thread's or process's transaction."""

_CACHE_KIBIBYTES = 64 * 1024
"""What an import in one step may change before pages are written that will change again: a quarter less time."""


class _Connection(sqlite3.Connection):
    """A connection that tells when it is closed."""

    file: tuple[int, int, Path] | None = None

    def close(self) -> None:
        super().close()
        if self.file is not None:
            OPEN_FILES.closed(self.file)
            self.file = None


def connect(path: Path, parameters: str = "mode=rw") -> sqlite3.Connection:
    """A connection that any thread may close; it does not trust the schema. ``parameters`` are those of file URIs."""
    name = path.absolute().as_posix()
    uri = f"file://{'' if name.startswith('/') else '/'}{quote(os.fsencode(name))}?{parameters}"
    with OPEN_FILES.lock:
        conn = sqlite3.connect(
            uri, uri=True, timeout=_BUSY_TIMEOUT, isolation_level=None, check_same_thread=False, factory=_Connection
        )
        conn.file = OPEN_FILES.opened(path)
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute("PRAGMA trusted_schema = OFF")
    return conn


def connect_to_write(path: Path, journal_mode: str) -> sqlite3.Connection:
    """A connection whose every commit is on the disk when it returns. ``journal_mode`` is ``WAL`` or ``DELETE``."""
    conn = connect(path)
    try:
        conn.execute(f"PRAGMA journal_mode = {journal_mode}")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute(f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}")
    except sqlite3.DatabaseError:
        conn.close()
        raise
    return conn


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that writes nothing.

    A file in write-ahead mode is read where the index of its log can be made; elsewhere nobody can be changing it.
    """
    unchanging = read_header(path).write_ahead and not os.access(path.parent, os.W_OK) and not log_of(path).exists()
    return connect(path, "mode=ro&immutable=1" if unchanging else "mode=ro")


def log_of(path: Path) -> Path:
    """Where the write-ahead log of a file lies while it is open."""
    return path.with_name(path.name + "-wal")


def in_one_line(said: object) -> str:
    """What SQLite says, cut to one line: it may quote anything that stands in a file."""
    return " ".join(re.split(r"[\s\x00-\x1f\x7f-\x9f]+", str(said)))[:200]
