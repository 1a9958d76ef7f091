"""The journal: undo list and audit trail in one table, and which lines touched which record."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from annotate.changes import Change, Record, Step, record_key
from annotate.errors import StaleEdit
from annotate.labels import LabelSet
from annotate.model import Annotator, Document
from annotate.project import JournalEntry
from store.records import Row, change_from_plain, change_to_plain, to_json

_SEPARATOR = "\t"
"""What stands between the parts of a record's key in ``journal_records``; labels may hold spaces."""

_LAST_DONE = "SELECT id FROM journal WHERE state = 'done' ORDER BY id DESC LIMIT 1"
_NEXT_UNDONE = "SELECT id FROM journal WHERE state = 'undone' ORDER BY id LIMIT 1"

# An undo or redo line shows its target's changes.
_ENTRY = """SELECT j.id, j.time, j.kind, j.target, j.state, j.author, j.title, j.detail, {changes}
FROM journal j LEFT JOIN journal t ON t.id = j.target"""
_WHOLE = _ENTRY.format(changes="coalesce(t.changes, j.changes)")
_ONE = _ENTRY.format(changes="json_array(json_extract(coalesce(t.changes, j.changes), '$[' || r.place || ']'))")


def append(conn: sqlite3.Connection, step: Step, undoes: int | None = None, redoes: int | None = None) -> JournalEntry:
    """Write the journal line of a step inside the caller's transaction."""
    kind, target = ("undo", undoes) if undoes is not None else ("redo", redoes) if redoes is not None else ("do", None)
    changes = _journaled(step) if kind == "do" else ()
    if kind == "do":
        conn.execute("UPDATE journal SET state = 'dead' WHERE state = 'undone'")
    else:
        conn.execute("UPDATE journal SET state = ? WHERE id = ?", ("undone" if kind == "undo" else "done", target))
    time = datetime.now(UTC).isoformat(timespec="milliseconds")
    told = to_json([change_to_plain(change) for change in changes])
    state = "done" if kind == "do" else None
    id = conn.execute(
        "INSERT INTO journal(time, author, title, detail, kind, target, changes, state) VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
        (time, step.author, step.title, step.detail, kind, target, told, state),
    ).lastrowid
    assert id is not None
    conn.executemany(
        "INSERT INTO journal_records(record, journal, place) VALUES(?, ?, ?)",
        [(_key(change.record), id, place) for place, change in enumerate(changes)],
    )
    return JournalEntry(id=id, time=time, kind=kind, step=step, target=target)


def check_target(conn: sqlite3.Connection, undoes: int | None, redoes: int | None) -> None:
    """Raise StaleEdit unless the line is the one whose turn it is."""
    if undoes is not None and _first(conn, _LAST_DONE) != undoes:
        raise StaleEdit("that step is not the last one that stands; nothing was written")
    if redoes is not None and _first(conn, _NEXT_UNDONE) != redoes:
        raise StaleEdit("that step is not the next one to make again; nothing was written")


def can_undo(conn: sqlite3.Connection) -> bool:
    """Whether a line stands."""
    return _first(conn, _LAST_DONE) is not None


def can_redo(conn: sqlite3.Connection) -> bool:
    """Whether a line that was taken back can be made again."""
    return _first(conn, _NEXT_UNDONE) is not None


def undoable(conn: sqlite3.Connection) -> JournalEntry | None:
    """The last line that stands."""
    return _entry(conn, _first(conn, _LAST_DONE))


def redoable(conn: sqlite3.Connection) -> JournalEntry | None:
    """The first line that was taken back and can be made again."""
    return _entry(conn, _first(conn, _NEXT_UNDONE))


def latest(conn: sqlite3.Connection, limit: int) -> Sequence[JournalEntry]:
    """The last lines, newest first."""
    return [_read(row) for row in conn.execute(f"{_WHOLE} ORDER BY j.id DESC LIMIT ?", (limit,))]


def history(conn: sqlite3.Connection, record: Record) -> Sequence[JournalEntry]:
    """The lines that touched a record, oldest first, each with the change of that record only.

    A record that came with its document begins with the line that brought the document.
    """
    entries = _touching(conn, _key(record))
    if isinstance(record, Document | Annotator | LabelSet) or any(_brings(entry) for entry in entries):
        return entries
    return [*_touching(conn, _SEPARATOR.join(("document", record.document))), *entries]


def forget_dead_documents(conn: sqlite3.Connection) -> None:
    """Delete the documents that were taken back by an undo which nothing can redo any more."""
    conn.execute(
        """DELETE FROM documents WHERE removed = 1 AND NOT EXISTS (
            SELECT 1 FROM journal_records r JOIN journal j ON j.id = r.journal
            WHERE r.record = 'document' || ? || documents.id AND j.state IN ('done', 'undone'))""",
        (_SEPARATOR,),
    )


def steps_of_layers(conn: sqlite3.Connection, annotator: str) -> dict[str, tuple[int, str]]:
    """For each document, how many lines touched the annotator's layer of it, and a digest of the last.

    Bringing the document in counts; receiving does not: that is other journals' work.
    """
    touched: dict[int, set[str]] = {}
    found: dict[str, tuple[int, str]] = {}
    columns = "id, target, time, kind, author, title, detail, changes"
    lines = conn.execute(f"SELECT {columns} FROM journal WHERE title != 'receive' ORDER BY id")
    for id, target, *said, changes in lines:
        documents = touched.get(target) or {
            record["id"] if change["kind"] == "document" else record["document"]
            for change in json.loads(changes)
            if (record := change["after"] or change["before"])
            and (change["kind"] == "document" or record.get("annotator") == annotator)
        }
        touched[id] = documents
        digest = hashlib.sha256(to_json([id, *said, changes]).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        for document in documents:
            found[document] = found.get(document, (0, ""))[0] + 1, digest
    return found


def _touching(conn: sqlite3.Connection, key: str) -> list[JournalEntry]:
    found = conn.execute(
        f"""{_ONE} JOIN journal_records r ON r.journal = j.id WHERE r.record = :record
        UNION ALL {_ONE} JOIN journal_records r ON r.journal = j.target WHERE r.record = :record ORDER BY 1""",
        {"record": key},
    )
    return [_read(row) for row in found]


def _brings(entry: JournalEntry) -> bool:
    return any(change.before is None for change in entry.step.changes)


def _journaled(step: Step) -> Sequence[Change]:
    """The changes without the contents of new documents, which undoing hides together with their document."""
    new = {c.after.id for c in step.changes if isinstance(c.after, Document) and c.before is None}
    return [change for change in step.changes if not (new and _belongs(change.record, new))]


def _belongs(record: Record, documents: set[str]) -> bool:
    return not isinstance(record, Document | Annotator | LabelSet) and record.document in documents


def _first(conn: sqlite3.Connection, query: str) -> int | None:
    found = conn.execute(query).fetchone()
    return None if found is None else int(found[0])


def _entry(conn: sqlite3.Connection, id: int | None) -> JournalEntry | None:
    return None if id is None else _read(conn.execute(f"{_WHOLE} WHERE j.id = ?", (id,)).fetchone())


def _read(row: Row) -> JournalEntry:
    id, time, kind, target, state, author, title, detail, changes = row
    data: list[dict[str, Any]] = json.loads(changes)
    step = Step(title, author, tuple(map(change_from_plain, data)), detail)
    if kind == "undo":
        step = step.inverse()
    return JournalEntry(id=id, time=time, kind=kind, step=step, target=target, undone=kind == "do" and state != "done")


def _key(record: Record) -> str:
    return _SEPARATOR.join(record_key(record))
