"""The label set as rows of ``labels``, where a query can join keys to ids, and back."""

from __future__ import annotations

import json
import sqlite3

from annotate.labels import LabelSet, from_plain
from store.records import to_json

_KINDS = {"entity": "entities", "relation": "relations", "attribute": "attributes"}


def read_label_set(conn: sqlite3.Connection) -> LabelSet:
    """The label set of the project."""
    (value,) = conn.execute("SELECT value FROM settings WHERE name = 'label_set'").fetchone()
    data = json.loads(value)
    for kind, plural in _KINDS.items():
        rows = conn.execute("SELECT data FROM labels WHERE kind = ? ORDER BY position", (kind,))
        data[plural] = [json.loads(row) for (row,) in rows]
    return from_plain(data)


def write_label_set(conn: sqlite3.Connection, labels: LabelSet) -> None:
    """Make ``labels`` the label set of the project, inside the caller's transaction."""
    data = labels.to_plain()
    conn.execute("DELETE FROM labels")
    conn.executemany(
        "INSERT INTO labels(kind, key, id, position, data) VALUES(?, ?, ?, ?, ?)",
        [
            (kind, item["key"], item["id"], position, to_json(item))
            for kind, plural in _KINDS.items()
            for position, item in enumerate(data[plural])
        ],
    )
    value = to_json({"id": data["id"], "version": data["version"]})
    conn.execute("INSERT OR REPLACE INTO settings(name, value) VALUES('label_set', ?)", (value,))
