"""Files that go to colleagues and come back. What comes back is untrusted: it is copied aside, only read, checked."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from annotate.changes import Change
from annotate.colleague_file import DECIDED, ColleagueFile, ColleagueLayer
from annotate.errors import TawsimError
from annotate.handing_out import Handout
from annotate.project import Project
from store import steps
from store.connections import connect, in_one_line
from store.database import new_file
from store.header import OPEN_FILES, read_header
from store.migrations import MIGRATIONS, SCHEMA, migrate
from store.records import to_json
from store.repository import ProjectFile
from store.transactions import transaction

_MOST_BYTES = 4 * 2**30
"""The largest file that is received."""


def write_handout(path: Path, handout: Handout) -> None:
    """Write a hand-out as a closed project file of its annotator. What it holds is in no journal there.

    Raises TawsimError, one line naming the file: it is there already, or cannot be written.
    """
    changes = [Change(None, record) for record in handout.records]
    splits = [(word, to_json(parts)) for word, parts in handout.clitic_splits.items()]
    file = new_file(path, labels=handout.labels, annotator=handout.annotator, settings=handout.settings)
    with file as conn, transaction(conn):
        steps.apply(conn, changes)
        conn.executemany("INSERT INTO clitics(word, parts) VALUES(?, ?)", splits)


def read_colleague_file(path: Path) -> ColleagueFile:
    """The layers of a colleague's file: those of the annotator whose project it is. The file itself is only copied.

    Raises TawsimError, one line naming the file, for one that is still open in Tawsim, is none of ours or a newer
    program's, is truncated or damaged, or holds tables, views or triggers that are not ours.
    """
    read_header(path)
    if OPEN_FILES.holds(path) or any(path.with_name(path.name + end).exists() for end in ("-wal", "-journal")):
        raise TawsimError(f"{path}: still open in Tawsim: close it first")
    if path.stat().st_size > _MOST_BYTES:
        raise TawsimError(f"{path}: larger than {_MOST_BYTES // 2**30} GB")
    copy = Path("copy.tawsim")
    try:
        with tempfile.TemporaryDirectory(prefix="tawsim-") as folder:
            copy = Path(folder) / copy
            shutil.copyfile(path, copy)
            return _read(path, copy)
    except TawsimError as error:
        raise TawsimError(str(error).replace(str(copy), str(path), 1)) from None
    except OSError as error:
        raise TawsimError(f"{path}: {error.strerror}") from None
    except sqlite3.DatabaseError as error:
        raise TawsimError(f"{path}: damaged: {in_one_line(error)}") from None
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        raise TawsimError(f"{path}: damaged: a value in it is none of Tawsim's") from None


def _read(path: Path, copy: Path) -> ColleagueFile:
    version = read_header(copy).version
    with closing(connect(copy, "mode=ro&immutable=1")) as conn:
        _check_schema(path, conn, version)
        if (found := conn.execute("PRAGMA integrity_check(1)").fetchone()[0]) != "ok":
            raise TawsimError(f"{path}: damaged: {in_one_line(found)}")
    if version < SCHEMA:
        with closing(connect(copy)) as conn:
            migrate(Database(conn))
    project = ProjectFile(
        copy,
        partial(connect, copy, "mode=ro&immutable=1"),
        version=SCHEMA,
        read_only="a colleague's file",
    )
    try:
        return _layers(path, project)
    finally:
        project.close()


def _check_schema(path: Path, conn: sqlite3.Connection, version: int) -> None:
    """Everything in the file must be what the migrations up to its version make, word for word."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as pattern:
        migrate(Database(pattern), MIGRATIONS[:version])
        ours = set(pattern.execute("SELECT type, name, sql FROM sqlite_master"))
    theirs = {
        row
        for row in conn.execute("SELECT type, name, sql FROM sqlite_master")
        if not str(row[1]).startswith("sqlite_stat")  # what ANALYZE keeps
    }
    for kind, name, _ in sorted(theirs - ours, key=str):
        raise TawsimError(f"{path}: holds a {kind} that is not Tawsim's: {str(name)[:80]!r}")
    for kind, name, _ in sorted(ours - theirs, key=str):
        raise TawsimError(f"{path}: the {kind} {name!r} is missing")


def _layers(path: Path, project: Project) -> ColleagueFile:
    annotator = project.annotator()
    versions = project.layer_versions(annotator.id)
    layers = [
        ColleagueLayer(
            document=project.document(layer.document),
            layer=layer,
            spans=tuple(project.spans(layer.document, annotator.id)),
            relations=tuple(project.relations(layer.document, annotator.id)),
            suggestions=tuple(project.suggestions(layer.document, annotator.id, DECIDED)),
            version=versions[layer.document].version,
        )
        for layer in project.layers()
        if layer.annotator == annotator.id
    ]
    labels = project.label_set()
    for types in (labels.entities, labels.relations, labels.attributes):
        if not all(isinstance(name, str) for item in types for name in (item.key, item.id)):
            raise ValueError("a label without a name")
    return ColleagueFile(path=path, annotator=annotator, labels=labels, layers=tuple(layers))
