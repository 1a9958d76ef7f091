"""The schema of a project file as numbered, append-only steps, each in one transaction.

A migration that has shipped is never changed: the next one mends it. None imports the model, so that an old migration
means the same for ever. The number of migrations done stands in ``PRAGMA user_version``.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from store.transactions import transaction

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = int.from_bytes(b"Twsm", "big")
"""What ``PRAGMA application_id`` says in a project file."""

Migration = Callable[["Database"], None]

# Foreign keys between rows of one step are deferred: a step's changes may come in any order. A document's rows go with
# it; a span that a relation needs cannot go alone.
_TABLES = (
    """CREATE TABLE documents (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL, characters INTEGER NOT NULL,
        removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)), hash TEXT NOT NULL,
        meta TEXT NOT NULL DEFAULT '{}', text TEXT NOT NULL) STRICT""",
    """CREATE TABLE annotators (
        id TEXT PRIMARY KEY, name TEXT NOT NULL,
        removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))) STRICT""",
    """CREATE TABLE layers (
        document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
        annotator TEXT NOT NULL REFERENCES annotators(id) DEFERRABLE INITIALLY DEFERRED,
        state TEXT NOT NULL, read TEXT NOT NULL DEFAULT '[]',
        PRIMARY KEY (document, annotator)) STRICT""",
    """CREATE TABLE spans (
        id TEXT PRIMARY KEY,
        document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
        annotator TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, label TEXT NOT NULL,
        fragments TEXT NOT NULL DEFAULT '[]',
        attributes TEXT NOT NULL DEFAULT '{}', note TEXT NOT NULL DEFAULT '',
        CHECK (0 <= start AND start < "end"),
        FOREIGN KEY (document, annotator) REFERENCES layers(document, annotator) DEFERRABLE INITIALLY DEFERRED
        ) STRICT""",
    """CREATE TABLE relations (
        id TEXT PRIMARY KEY,
        document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
        annotator TEXT NOT NULL, label TEXT NOT NULL,
        head TEXT NOT NULL REFERENCES spans(id) DEFERRABLE INITIALLY DEFERRED,
        tail TEXT NOT NULL REFERENCES spans(id) DEFERRABLE INITIALLY DEFERRED,
        attributes TEXT NOT NULL DEFAULT '{}', note TEXT NOT NULL DEFAULT '',
        FOREIGN KEY (document, annotator) REFERENCES layers(document, annotator) DEFERRABLE INITIALLY DEFERRED
        ) STRICT""",
    """CREATE TABLE suggestions (
        document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
        annotator TEXT NOT NULL REFERENCES annotators(id) DEFERRABLE INITIALLY DEFERRED,
        start INTEGER NOT NULL, "end" INTEGER NOT NULL, label TEXT NOT NULL, "by" TEXT NOT NULL,
        score REAL NOT NULL, state TEXT NOT NULL,
        PRIMARY KEY (document, annotator, start, "end", label, "by")) STRICT""",
    """CREATE TABLE decisions (
        id TEXT PRIMARY KEY,
        document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('span', 'relation')), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        choice TEXT NOT NULL, rule TEXT NOT NULL DEFAULT '', gold TEXT NOT NULL DEFAULT '',
        comment TEXT NOT NULL DEFAULT '') STRICT""",
    """CREATE TABLE labels (
        kind TEXT NOT NULL CHECK (kind IN ('entity', 'relation', 'attribute')), key TEXT NOT NULL, id TEXT NOT NULL,
        position INTEGER NOT NULL, data TEXT NOT NULL,
        PRIMARY KEY (kind, key)) STRICT""",
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    "CREATE TABLE clitics (word TEXT PRIMARY KEY, parts TEXT NOT NULL) STRICT",
    # An undo or redo row has no changes of its own: it is its target turned round or made again. The state of a 'do'
    # row: done, undone (can be made again), dead (undone, and something new was done since).
    """CREATE TABLE journal (
        id INTEGER PRIMARY KEY, time TEXT NOT NULL, author TEXT NOT NULL, title TEXT NOT NULL, detail TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')), target INTEGER REFERENCES journal(id),
        state TEXT CHECK (state IN ('done', 'undone', 'dead')), changes TEXT NOT NULL DEFAULT '[]') STRICT""",
    """CREATE TABLE journal_records (
        record TEXT NOT NULL, journal INTEGER NOT NULL REFERENCES journal(id) ON DELETE CASCADE, place INTEGER NOT NULL,
        PRIMARY KEY (record, journal)) STRICT, WITHOUT ROWID""",
)

_INDEXES = (
    # Covers the list of documents, whose rows are long because of their texts.
    "CREATE INDEX documents_list ON documents(removed, position, id, name, characters)",
    "CREATE INDEX documents_hash ON documents(hash)",
    "CREATE INDEX documents_name ON documents(name)",
    "CREATE INDEX layers_annotator ON layers(annotator)",
    'CREATE INDEX spans_place ON spans(document, annotator, start, "end" DESC, label)',
    "CREATE INDEX relations_layer ON relations(document, annotator)",
    "CREATE INDEX relations_head ON relations(head)",
    "CREATE INDEX relations_tail ON relations(tail)",
    "CREATE INDEX suggestions_annotator ON suggestions(annotator)",
    "CREATE INDEX suggestions_pending ON suggestions(document, annotator) WHERE state = 'pending'",
    "CREATE INDEX decisions_document ON decisions(document)",
    "CREATE INDEX journal_undone ON journal(id) WHERE state = 'undone'",
    "CREATE INDEX journal_target ON journal(target) WHERE target IS NOT NULL",
)

_GOLD_LAYERS = """
SELECT l.document, CASE WHEN sum(l.annotator = 'gold') THEN 'gold' ELSE min(l.annotator) END AS annotator
FROM layers l JOIN documents d ON d.id = l.document AND d.removed = 0
GROUP BY l.document HAVING sum(l.annotator = 'gold') OR count(*) = 1"""

_GOLD_SPANS = """
SELECT s.document, a.name AS annotator, s.id, s.start, s."end",
    coalesce(l.id, s.label) AS label,
    CASE s.fragments WHEN '[]' THEN substr(d.text, s.start + 1, s."end" - s.start) ELSE (
        SELECT group_concat(substr(d.text, json_extract(f.value, '$[0]') + 1,
            json_extract(f.value, '$[1]') - json_extract(f.value, '$[0]')), ' ')
        FROM json_each(s.fragments) f) END AS text,
    s.attributes, s.note
FROM gold_layers g
JOIN spans s ON s.document = g.document AND s.annotator = g.annotator
JOIN documents d ON d.id = s.document
JOIN annotators a ON a.id = s.annotator
LEFT JOIN labels l ON l.kind = 'entity' AND l.key = s.label"""

_GOLD_RELATIONS = """
SELECT r.document, a.name AS annotator, r.id, coalesce(l.id, r.label) AS label, r.head, r.tail,
    h.start AS head_start, h."end" AS head_end, t.start AS tail_start, t."end" AS tail_end, r.attributes, r.note
FROM gold_layers g
JOIN relations r ON r.document = g.document AND r.annotator = g.annotator
JOIN spans h ON h.id = r.head
JOIN spans t ON t.id = r.tail
JOIN annotators a ON a.id = r.annotator
LEFT JOIN labels l ON l.kind = 'relation' AND l.key = r.label"""


def _m1_first_schema(db: Database) -> None:
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in (*_TABLES, *_INDEXES):
        db.execute(statement)
    db.create_view("gold_layers", _GOLD_LAYERS)
    db.create_view("gold_spans", _GOLD_SPANS)
    db.create_view("gold_relations", _GOLD_RELATIONS)


def _m2_hand_outs(db: Database) -> None:
    db.execute(
        """CREATE TABLE receipts (
            document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
            annotator TEXT NOT NULL REFERENCES annotators(id) DEFERRABLE INITIALLY DEFERRED,
            version TEXT NOT NULL, local INTEGER NOT NULL,
            PRIMARY KEY (document, annotator)) STRICT"""
    )
    # What tells this journal from every other; a copy of the file keeps it.
    db.table("settings").insert({"name": "journal", "value": f'"{uuid.uuid4().hex}"'})


MIGRATIONS: tuple[Migration, ...] = (_m1_first_schema, _m2_hand_outs)
"""All migrations in order; append only."""

SCHEMA = len(MIGRATIONS)
"""The schema number that this program writes and reads."""


def migrate(db: Database, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring a file to the newest schema. A migration that fails leaves the file at the number before it."""
    (done,) = db.conn.execute("PRAGMA user_version").fetchone()
    for number, migration in enumerate(migrations[done:], start=done + 1):
        with transaction(db.conn):
            migration(db)
            db.conn.execute(f"PRAGMA user_version = {number}")
