"""An open project file: ``annotate.project.Project`` on SQLite."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

from annotate.changes import Record, Step
from annotate.collecting import uncollected
from annotate.errors import ReadOnlyProject, StaleEdit, TawsimError
from annotate.labels import LabelSet
from annotate.model import (
    GOLD,
    Annotator,
    Decision,
    Document,
    Json,
    Layer,
    Relation,
    Span,
    State,
    Suggestion,
    SuggestionState,
)
from annotate.project import EVERYWHERE, DocumentSummary, JournalEntry, LayerVersion
from store import journal, steps
from store.connections import in_one_line
from store.label_rows import read_label_set
from store.records import (
    ANNOTATORS,
    DECISIONS,
    DOCUMENTS,
    LAYERS,
    RECEIPTS,
    RELATIONS,
    SPANS,
    SUGGESTIONS,
    Row,
    Table,
    to_json,
)
from store.transactions import transaction

# Documents that an undone import took back are hidden, with all that belongs to them.
_SHOWN = "(SELECT removed FROM documents WHERE id = document) = 0"
_LAYER = """document = :document AND annotator = :annotator
AND EXISTS (SELECT 1 FROM documents WHERE id = :document AND removed = 0)"""
# What was decided on does not come back, whatever its source.
_SUGGEST = f"""INSERT INTO suggestions({", ".join(SUGGESTIONS.columns)})
SELECT :document, :annotator, :start, :end, :label, :by, :score, 'pending' WHERE NOT EXISTS (
SELECT 1 FROM suggestions WHERE document = :document AND annotator = :annotator AND start = :start AND "end" = :end
AND label = :label AND state != 'pending') ON CONFLICT DO NOTHING"""

_Record = TypeVar("_Record")

_SPAN_ORDER = 'start, "end" DESC, label'


class ProjectFile:
    """A project on disk. Every thread that uses it gets a connection of its own; see ``annotate.project.Project``."""

    def __init__(
        self,
        path: Path,
        connect: Callable[[], sqlite3.Connection],
        *,
        version: int,
        read_only: str | None,
        on_close: Callable[[], None] = lambda: None,
    ) -> None:
        """``connect`` opens a connection with everything set; ``on_close`` is called when the last one is closed."""
        self.path = path
        self.version = version
        self.read_only = read_only
        self._connect = connect
        self._on_close = on_close
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._last_document: Document | None = None
        _ = self._conn

    # --- people, labels, settings
    def annotator(self) -> Annotator:
        id = self.setting("annotator")
        (found,) = self._records(ANNOTATORS, "id = ?", id)
        return found

    def annotators(self) -> Sequence[Annotator]:
        gold = f"id = '{GOLD}' AND EXISTS (SELECT 1 FROM layers WHERE annotator = '{GOLD}' AND {_SHOWN})"
        return self._records(ANNOTATORS, f"removed = 0 OR {gold} ORDER BY rowid")

    def label_set(self) -> LabelSet:
        with self._plain_errors():
            return read_label_set(self._conn)

    def used_labels(self) -> set[str]:
        spans, relations = (f"SELECT label FROM {table} WHERE {_SHOWN}" for table in ("spans", "relations"))
        pending = f"SELECT label FROM suggestions WHERE state = 'pending' AND {_SHOWN}"
        return {label for (label,) in self._rows(f"{spans} UNION {relations} UNION {pending}")}

    def setting(self, name: str, default: Json = None) -> Json:
        found = self._rows("SELECT value FROM settings WHERE name = ?", name)
        value = json.loads(found[0][0]) if found else default
        return default if default is not None and not isinstance(value, type(default)) else value

    def set_setting(self, name: str, value: Json) -> None:
        with self._writing() as conn:
            conn.execute("INSERT OR REPLACE INTO settings(name, value) VALUES(?, ?)", (name, to_json(value)))

    def clitic_splits(self) -> Mapping[str, tuple[str, ...]]:
        return {word: tuple(json.loads(parts)) for word, parts in self._rows("SELECT word, parts FROM clitics")}

    def set_clitic_splits(self, splits: Mapping[str, tuple[str, ...]]) -> None:
        rows = [(word, to_json(parts)) for word, parts in splits.items()]
        with self._writing() as conn, transaction(conn):
            conn.executemany("INSERT OR REPLACE INTO clitics(word, parts) VALUES(?, ?)", rows)

    # --- documents
    def documents(self, annotator: str | None = None) -> Sequence[DocumentSummary]:
        who = self.setting("annotator") if annotator is None else annotator
        mine = "WHERE document = d.id AND annotator = :who"
        rows = self._rows(
            f"""SELECT id, name, position, characters,
                coalesce((SELECT state FROM layers {mine}), 'todo'),
                (SELECT count(*) FROM spans {mine}),
                (SELECT count(*) FROM relations {mine}),
                (SELECT count(*) FROM suggestions {mine} AND state = 'pending')
            FROM documents d WHERE removed = 0 ORDER BY position, id""",
            who=who,
        )
        return [
            DocumentSummary(
                id=id,
                name=name,
                position=position,
                characters=characters,
                state=State(state),
                spans=spans,
                relations=relations,
                pending=pending,
            )
            for id, name, position, characters, state, spans, relations, pending in rows
        ]

    def document(self, id: str) -> Document:
        # Every edit asks for the text of its document; reading a million characters takes longer than all the rest.
        last = self._last_document
        if last is not None and last.id == id:
            return last
        for document in self._records(DOCUMENTS, "id = ? AND removed = 0", id):
            if self.read_only is None:
                self._last_document = document
            return document
        raise KeyError(id)

    def find(self, *, name: str | None = None, hash: str | None = None) -> Sequence[Document]:
        wanted = {column: value for column, value in (("name", name), ("hash", hash)) if value is not None}
        same = "".join(f"{column} = ? AND " for column in wanted)
        # The plus keeps SQLite from walking the list of all documents instead of the index of names or texts.
        return self._records(DOCUMENTS, f"{same}+removed = 0 ORDER BY position, id", *wanted.values())

    # --- layers
    def layers(self, document: str | None = None) -> Sequence[Layer]:
        return self._by_document(LAYERS, document, "l.rowid")

    def layer(self, document: str, annotator: str) -> Layer | None:
        return self._one(LAYERS, _LAYER, document=document, annotator=annotator)

    def spans(self, document: str, annotator: str, start: int = 0, end: int | None = None) -> Sequence[Span]:
        where = f'{_LAYER} AND start < :before AND "end" > :after ORDER BY {_SPAN_ORDER}'
        before = sys.maxsize if end is None else end
        return self._records(SPANS, where, document=document, annotator=annotator, before=before, after=start)

    def span(self, id: str) -> Span | None:
        return self._one(SPANS, f"id = ? AND {_SHOWN}", id)

    def span_places(self) -> Iterator[tuple[str, str, int, int]]:
        # From an index alone, in its order; the few removed documents are left out by a list of the others.
        shown = "document IN (SELECT id FROM documents WHERE removed = 0)"
        yield from self._rows(
            f'SELECT document, annotator, start, "end" FROM spans WHERE {shown} ORDER BY document, annotator'
        )

    def relations(self, document: str, annotator: str) -> Sequence[Relation]:
        return self._records(RELATIONS, f"{_LAYER} ORDER BY rowid", document=document, annotator=annotator)

    def relation(self, id: str) -> Relation | None:
        return self._one(RELATIONS, f"id = ? AND {_SHOWN}", id)

    def relations_of(self, span: str) -> Sequence[Relation]:
        return self._records(RELATIONS, f"(head = :span OR tail = :span) AND {_SHOWN} ORDER BY rowid", span=span)

    def suggestions(
        self,
        document: str,
        annotator: str,
        states: Iterable[SuggestionState] = (SuggestionState.PENDING,),
        stretch: tuple[int, int] = EVERYWHERE,
    ) -> Sequence[Suggestion]:
        where = (
            f"{_LAYER} AND state IN (SELECT value FROM json_each(:states)) AND start < :before AND end > :behind "
            f'ORDER BY {_SPAN_ORDER}, "by"'
        )
        values = {"states": to_json(list(states)), "behind": stretch[0], "before": stretch[1]}
        return self._records(SUGGESTIONS, where, document=document, annotator=annotator, **values)

    def replace_suggestions(
        self,
        document: str,
        annotator: str,
        suggestions: Iterable[Suggestion],
        stretch: tuple[int, int] = EVERYWHERE,
    ) -> int:
        layer = document, annotator
        names = [column.strip('"') for column in SUGGESTIONS.columns]
        rows = [SUGGESTIONS.row(suggestion) for suggestion in suggestions if suggestion.key[:2] == layer]
        pending = "document = ? AND annotator = ? AND state = 'pending'"
        with self._writing() as conn, transaction(conn):
            conn.execute(f"DELETE FROM suggestions WHERE {pending} AND end > ? AND start < ?", (*layer, *stretch))
            conn.executemany(_SUGGEST, [dict(zip(names, row, strict=True)) for row in rows])
            count: int = conn.execute(f"SELECT count(*) FROM suggestions WHERE {pending}", layer).fetchone()[0]
        return count

    # --- colleagues
    def layer_versions(self, annotator: str) -> Mapping[str, LayerVersion]:
        receipts = {found.document: found for found in self._records(RECEIPTS, "annotator = ?", annotator)}
        own = self.setting("journal")
        layers = {
            row[0] for row in self._rows(f"SELECT document FROM layers WHERE annotator = ? AND {_SHOWN}", annotator)
        }
        with self._plain_errors():
            steps_of = journal.steps_of_layers(self._conn, annotator)
        found = {}
        for document in layers | set(steps_of):
            receipt, (local, digest) = receipts.get(document), steps_of.get(document, (0, ""))
            version = dict(receipt.version) if receipt and document in layers else {}
            if document in layers and local > (receipt.local if receipt else 0):
                version[own] = local, digest
            found[document] = LayerVersion(version=version, receipt=receipt, local=local)
        return found

    def ids_elsewhere(self, ids: Iterable[str], document: str, annotator: str) -> set[str]:
        theirs = "SELECT id FROM {} WHERE id IN (SELECT value FROM json_each(?)) AND (document, annotator) != (?, ?)"
        asked = to_json(list(ids)), document, annotator
        return {id for table in ("spans", "relations") for (id,) in self._rows(theirs.format(table), *asked)}

    # --- adjudication
    def decisions(self, document: str | None = None) -> Sequence[Decision]:
        return self._by_document(DECISIONS, document, 'l.start, l."end", l.kind, l.id')

    # --- the journal
    def write(self, step: Step, *, undoes: int | None = None, redoes: int | None = None) -> JournalEntry:
        with self._writing() as conn, transaction(conn), uncollected():
            journal.check_target(conn, undoes, redoes)
            if any(isinstance(change.record, Document) for change in step.changes):
                self._last_document = None
            steps.apply(conn, step.changes, again=undoes is not None or redoes is not None)
            return journal.append(conn, step, undoes, redoes)

    def can_undo(self) -> bool:
        with self._plain_errors():
            return journal.can_undo(self._conn)

    def can_redo(self) -> bool:
        with self._plain_errors():
            return journal.can_redo(self._conn)

    def undoable(self) -> JournalEntry | None:
        with self._plain_errors():
            return journal.undoable(self._conn)

    def redoable(self) -> JournalEntry | None:
        with self._plain_errors():
            return journal.redoable(self._conn)

    def history(self, record: Record) -> Sequence[JournalEntry]:
        with self._plain_errors():
            return journal.history(self._conn, record)

    def journal(self, limit: int = 100) -> Sequence[JournalEntry]:
        with self._plain_errors():
            return journal.latest(self._conn, limit)

    # --- the file
    def snapshot(self, path: Path) -> None:
        if path.exists():
            raise TawsimError(f"{path}: is there already")
        beside = path.with_name(path.name + ".part")
        try:
            beside.unlink(missing_ok=True)
            with self._plain_errors():
                self._conn.execute("VACUUM INTO ?", (str(beside),))
            os.replace(beside, path)
        except OSError as error:
            raise TawsimError(f"{path}: {error.strerror}") from None

    def close(self) -> None:
        if not self._opened:
            return
        if self.read_only is None:
            with self._writing() as conn, transaction(conn):
                journal.forget_dead_documents(conn)
        for conn in self._opened:
            conn.close()
        self._opened.clear()
        self._on_close()

    # --- inside
    @property
    def _conn(self) -> sqlite3.Connection:
        """The calling thread's connection."""
        if not hasattr(self._local, "conn"):
            self._local.conn = self._connect()
            self._opened.append(self._local.conn)
        conn: sqlite3.Connection = self._local.conn
        return conn

    def _rows(self, sql: str, *values: Json, **named: Json) -> list[Row]:
        with self._plain_errors(), closing(self._conn.execute(sql, named or values)) as found:
            return found.fetchall()

    def _records(self, table: Table[_Record], where: str, *values: Json, **named: Json) -> list[_Record]:
        query = f"{table.select} WHERE {where}"
        with self._plain_errors(), closing(self._conn.execute(query, named or values)) as found, uncollected():
            return list(map(table.record, found))

    def _by_document(self, table: Table[_Record], document: str | None, order: str) -> list[_Record]:
        """The records of a document, or of all in the order of documents, then in ``order`` (of the table ``l``)."""
        columns = ", ".join(f"l.{column}" for column in table.columns)
        query = f"SELECT {columns} FROM {table.name} l JOIN documents d ON d.id = l.document AND +d.removed = 0"
        if document is None:
            rows = self._rows(f"{query} ORDER BY d.position, d.id, {order}")
        else:
            rows = self._rows(f"{query} WHERE l.document = ? ORDER BY {order}", document)
        return [table.record(row) for row in rows]

    def _one(self, table: Table[_Record], where: str, *values: Json, **named: Json) -> _Record | None:
        found = self._records(table, where, *values, **named)
        return found[0] if found else None

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        if self.read_only is not None:
            raise ReadOnlyProject(f"{self.path}: read-only: {self.read_only}")
        with self._plain_errors():
            yield self._conn

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        """A row that is missing or doubled is a stale edit; a full disk or a damaged file is named in one line."""
        try:
            yield
        except sqlite3.IntegrityError:
            raise StaleEdit("the project has changed since; nothing was written") from None
        except sqlite3.DatabaseError as error:
            raise TawsimError(f"{self.path}: {in_one_line(error)}") from None
