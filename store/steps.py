"""A step's changes written to the tables; what stands there is checked by the same statements that change it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from annotate.changes import Change, Record
from annotate.errors import StaleEdit
from annotate.labels import LabelSet
from annotate.model import Annotator, Decision, Document, Layer, Receipt, Relation, Span, Suggestion, SuggestionState
from store.label_rows import read_label_set, write_label_set
from store.records import ANNOTATORS, DECISIONS, LAYERS, RECEIPTS, RELATIONS, SPANS, SUGGESTIONS, Row, Table, to_json

_PLAIN: dict[type, Table[Any]] = {
    Layer: LAYERS,
    Span: SPANS,
    Relation: RELATIONS,
    Decision: DECISIONS,
    Receipt: RECEIPTS,
}


def apply(conn: sqlite3.Connection, changes: Iterable[Change], *, again: bool = False) -> None:
    """Write the changes inside the caller's transaction. ``again``: they undo or redo a step.

    Raises StaleEdit where a ``before`` is not what stands in the file.
    """
    groups: dict[type, list[Change]] = defaultdict(list)
    for change in changes:
        groups[type(change.record)].append(change)
    for kind, group in groups.items():
        came = [change for change in group if change.before is None]
        went = [change for change in group if change.after is None]
        became = [change for change in group if change.before is not None and change.after is not None]
        if kind is Document:
            _apply_documents(conn, came, went, became, again)
        elif kind is Annotator:
            _apply_annotators(conn, came, went, became)
        elif kind is Suggestion:
            _apply_suggestions(conn, group)
        elif kind is LabelSet:
            _apply_label_set(conn, group)
        else:
            _apply_rows(conn, _PLAIN[kind], came, went, became)


def _apply_rows(
    conn: sqlite3.Connection, table: Table[Any], came: list[Change], went: list[Change], became: list[Change]
) -> None:
    columns, values = table.columns, ", ".join("?" * len(table.columns))
    same = " AND ".join(f"{column} = ?" for column in columns)
    new = ", ".join(f"{column} = ?" for column in columns[table.keys :])
    _run(conn, f"DELETE FROM {table.name} WHERE {same}", [table.row(change.before) for change in went])
    _run(
        conn,
        f"UPDATE {table.name} SET {new} WHERE {same}",
        [(*table.row(change.after)[table.keys :], *table.row(change.before)) for change in became],
    )
    _run(
        conn,
        f"INSERT INTO {table.name}({', '.join(columns)}) VALUES({values})",
        [table.row(change.after) for change in came],
    )


def _apply_documents(
    conn: sqlite3.Connection, came: list[Change], went: list[Change], became: list[Change], again: bool
) -> None:
    """A document that goes is hidden with all that belongs to it; undo and redo show it again."""
    new = [change.after for change in came if isinstance(change.after, Document)]
    if again:
        _run(conn, "UPDATE documents SET removed = 0 WHERE id = ? AND removed = 1", [(d.id,) for d in new])
    else:
        # A document of that id which was taken back can no longer come back: the step that does this is a new one.
        conn.executemany("DELETE FROM documents WHERE id = ? AND removed = 1", [(d.id,) for d in new])
        _run(
            conn,
            "INSERT INTO documents(id, name, position, characters, hash, meta, text) VALUES(?, ?, ?, ?, ?, ?, ?)",
            [(d.id, d.name, d.position, len(d.text), d.hash, to_json(dict(d.meta)), d.text) for d in new],
        )
    _run(
        conn,
        "UPDATE documents SET removed = 1 WHERE id = ? AND removed = 0",
        [(change.record.id,) for change in went if isinstance(change.record, Document)],
    )
    renamed: list[Row] = []
    for change in became:
        before, after = change.before, change.after
        assert isinstance(before, Document)
        assert isinstance(after, Document)
        if before.text != after.text:
            raise ValueError("the text of a document never changes")
        renamed.append((*_heading(after), after.id, *_heading(before)))
    _run(
        conn,
        "UPDATE documents SET name = ?, position = ?, meta = ?"
        " WHERE id = ? AND name = ? AND position = ? AND meta = ? AND removed = 0",
        renamed,
    )


def _heading(document: Document) -> Row:
    return document.name, document.position, to_json(dict(document.meta))


def _apply_annotators(conn: sqlite3.Connection, came: list[Change], went: list[Change], became: list[Change]) -> None:
    """An annotator who goes is hidden: layers of documents that are hidden, too, may still be theirs."""
    _run(
        conn,
        "INSERT INTO annotators(id, name) VALUES(?, ?)"
        " ON CONFLICT(id) DO UPDATE SET name = excluded.name, removed = 0 WHERE removed = 1",
        [_person(change.after) for change in came],
    )
    _run(
        conn,
        "UPDATE annotators SET removed = 1 WHERE id = ? AND name = ? AND removed = 0",
        [_person(change.before) for change in went],
    )
    _apply_rows(conn, ANNOTATORS, [], [], became)


def _person(record: Record | None) -> Row:
    assert isinstance(record, Annotator)
    return ANNOTATORS.row(record)


def _apply_suggestions(conn: sqlite3.Connection, changes: list[Change]) -> None:
    """Of suggestions the state alone counts; one that is pending may be absent, since suggesting replaces those."""
    same = 'document = ? AND annotator = ? AND start = ? AND "end" = ? AND label = ? AND "by" = ?'
    from_pending: list[Row] = []
    to_nothing: list[Row] = []
    decided: list[Row] = []
    decided_to_nothing: list[Row] = []
    for change in changes:
        before, after = change.before, change.after
        open_before = not isinstance(before, Suggestion) or before.state is SuggestionState.PENDING
        if isinstance(after, Suggestion) and open_before:
            from_pending.append(SUGGESTIONS.row(after))
        elif isinstance(before, Suggestion) and open_before:
            to_nothing.append(before.key)
        elif isinstance(before, Suggestion) and isinstance(after, Suggestion):
            decided.append((after.state.value, *before.key, before.state.value))
        elif isinstance(before, Suggestion):
            decided_to_nothing.append((*before.key, before.state.value))
    _run(conn, f"UPDATE suggestions SET state = ? WHERE {same} AND state = ?", decided)
    _run(conn, f"DELETE FROM suggestions WHERE {same} AND state = ?", decided_to_nothing)
    _run(
        conn,
        f"INSERT INTO suggestions({', '.join(SUGGESTIONS.columns)}) VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT"
        " DO UPDATE SET state = excluded.state WHERE state = 'pending'",
        from_pending,
    )
    conn.executemany(f"DELETE FROM suggestions WHERE {same} AND state = 'pending'", to_nothing)
    for key in to_nothing:
        if conn.execute(f"SELECT 1 FROM suggestions WHERE {same}", key).fetchone():
            raise StaleEdit(_STALE)


def _apply_label_set(conn: sqlite3.Connection, changes: list[Change]) -> None:
    for change in changes:
        if not isinstance(change.after, LabelSet) or read_label_set(conn) != change.before:
            raise StaleEdit(_STALE)
        write_label_set(conn, change.after)


_STALE = "the project has changed since; nothing was written"


def _run(conn: sqlite3.Connection, sql: str, rows: Sequence[Row]) -> None:
    """Run a statement that must change one row for each of ``rows``."""
    if rows and conn.executemany(sql, rows).rowcount != len(rows):
        raise StaleEdit(_STALE)
