"""One transaction: everything in it, or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def transaction(conn: sqlite3.Connection) -> Iterator[None]:
    """Commit what the block writes, or roll all of it back on any error (a refused commit too).

    ``IMMEDIATE`` takes the write lock at once, so that a block which reads before it writes reads what it writes on.
    """
    conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        conn.execute("COMMIT")
    except BaseException:
        conn.rollback()
        raise
