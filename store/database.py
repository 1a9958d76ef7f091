"""Opening and closing a project file: what it is, who writes, how SQLite keeps it safe.

On a local disk the write-ahead log is used while the project is open; at close it is folded in, so that a closed
project is one file. On network paths and in sync folders SQLite's rollback journal is used throughout.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from annotate.errors import OlderProject, TawsimError
from annotate.labels import LabelSet
from annotate.model import GOLD, Annotator, Json, new_id
from store.connections import connect, connect_to_read, connect_to_write, in_one_line, log_of
from store.filesystems import is_local
from store.header import read_header
from store.label_rows import write_label_set
from store.lock import PATIENCE, WriterLock
from store.migrations import SCHEMA, migrate
from store.records import to_json
from store.repository import ProjectFile
from store.transactions import transaction

if TYPE_CHECKING:
    from sqlite_utils import Database


def create_project(path: Path, *, labels: LabelSet, annotator: str, clitics: str = "stem") -> ProjectFile:
    """Make a new project file and open it for writing. ``annotator`` is the display name of whose project it is.

    Raises TawsimError, one line naming the file: it is there already, or cannot be made; or the name is none.
    """
    if not annotator.strip() or annotator in (GOLD, "all"):
        raise TawsimError(f"{annotator!r} is no name for an annotator")
    person = Annotator(id=new_id(), name=annotator)
    with new_file(path, labels=labels, annotator=person, settings={"clitics": clitics}):
        pass
    return open_project(path)


@contextmanager
def new_file(
    path: Path, *, labels: LabelSet, annotator: Annotator, settings: Mapping[str, Json]
) -> Iterator[sqlite3.Connection]:
    """A new project file, closed and complete after the block, which may write more; gone if the block fails.

    Raises TawsimError, one line naming the file: it is there already, or cannot be made.
    """
    try:
        path.open("xb").close()
    except FileExistsError:
        raise TawsimError(f"{path}: is there already") from None
    except OSError as error:
        raise TawsimError(f"{path}: {error.strerror}") from None
    try:
        with closing(connect(path)) as conn:
            db = _with_tools(conn)
            migrate(db)
            with transaction(conn):
                _fill(db, labels, annotator, settings)
            yield conn
    except BaseException:
        path.unlink()
        raise


def open_project(path: Path, *, write: bool = True) -> ProjectFile:
    """Open a project file; read-only where it cannot be written or another opening writes.

    Raises TawsimError, one line naming the file, for what is not a project, is damaged or is a newer program's; of
    these not one byte is changed.
    """
    header = read_header(path)
    lock, read_only = _take_lock(path, PATIENCE) if write else (None, "opened for reading")
    try:
        if lock is None:
            if header.version < SCHEMA:
                raise OlderProject(f"{path}: made by an older Tawsim: it must be opened for writing once")
            opening = partial(connect_to_read, path)
        else:
            if header.version < SCHEMA:
                with closing(connect(path)) as conn:
                    migrate(_with_tools(conn))
                read_header(path)
            opening = partial(connect_to_write, path, "WAL" if is_local(path) else "DELETE")
        on_close = partial(_settle, path, lock)
        return ProjectFile(path, opening, version=SCHEMA, read_only=read_only, on_close=on_close)
    except BaseException as error:
        if lock is not None:
            lock.release()
        if isinstance(error, sqlite3.DatabaseError):
            raise TawsimError(f"{path}: {in_one_line(error)}") from None
        raise


def _fill(db: Database, labels: LabelSet, annotator: Annotator, settings: Mapping[str, Json]) -> None:
    # Gold is there from the start, hidden until it has a layer: a step may write its first gold layer without more ado.
    gold = {"id": GOLD, "name": GOLD, "removed": 1}
    db.table("annotators").insert_all([gold, {"id": annotator.id, "name": annotator.name, "removed": 0}])
    known = {"annotator": annotator.id, **settings}
    db.table("settings").insert_all({"name": name, "value": to_json(value)} for name, value in known.items())
    write_label_set(db.conn, labels)


def _take_lock(path: Path, patience: float = 0.0) -> tuple[WriterLock | None, str | None]:
    """The right to write, or why there is none."""
    if not os.access(path, os.W_OK):
        return None, "the file is write-protected"
    lock = WriterLock(path.resolve())
    try:
        return (lock, None) if lock.acquire(patience) else (None, f"open by {lock.holder()}")
    except OSError:
        return None, "the folder is write-protected"


def _with_tools(conn: sqlite3.Connection) -> Database:
    """The connection with sqlite-utils, which takes a while to import and opening a project of today does not need."""
    from sqlite_utils import Database

    return Database(conn)


def _settle(path: Path, lock: WriterLock | None) -> None:
    """Leave one file behind, unless somebody else still has the project open, who then does."""
    if lock is None and not log_of(path).exists():
        return
    if lock is None and (lock := _take_lock(path)[0]) is None:
        return
    try:
        with suppress(sqlite3.OperationalError), closing(connect(path)) as conn:
            conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            conn.execute("PRAGMA journal_mode = DELETE")
    finally:
        lock.release()
