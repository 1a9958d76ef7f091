"""Migrations: each once, in order, in one transaction."""

from pathlib import Path

import pytest
from sqlite_utils import Database

from store import migrations
from store.migrations import APPLICATION_ID, MIGRATIONS, SCHEMA, migrate
from tests.projects import new_project

ALL_TABLES = {
    "annotators",
    "clitics",
    "decisions",
    "documents",
    "journal",
    "journal_records",
    "labels",
    "layers",
    "receipts",
    "relations",
    "settings",
    "spans",
    "suggestions",
}


@pytest.fixture
def db() -> Database:
    database = Database(memory=True)
    database.conn.isolation_level = None
    return database


def number(db: Database) -> int:
    (found,) = db.conn.execute("PRAGMA user_version").fetchone()
    return int(found)


def test_a_new_file_has_the_whole_schema_and_says_what_it_is(db: Database) -> None:
    migrate(db)
    assert number(db) == SCHEMA == len(MIGRATIONS)
    assert db.conn.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert set(db.table_names()) == ALL_TABLES
    assert set(db.view_names()) == {"gold_layers", "gold_spans", "gold_relations"}


def test_a_second_run_applies_nothing(db: Database) -> None:
    migrate(db)
    schema = db.schema
    migrate(db)
    assert (number(db), db.schema) == (SCHEMA, schema)


def test_a_failing_migration_rolls_back_and_a_rerun_applies_each_once(db: Database) -> None:
    runs: list[str] = []

    def second(db: Database) -> None:
        runs.append("second")
        db.conn.execute("ALTER TABLE documents ADD COLUMN language TEXT")

    def third(db: Database) -> None:
        runs.append("third")
        db.conn.execute("DROP TABLE clitics")
        if runs.count("third") == 1:
            raise RuntimeError("no luck")

    steps = [*MIGRATIONS, second, third]
    with pytest.raises(RuntimeError, match="no luck"):
        migrate(db, steps)
    assert number(db) == SCHEMA + 1
    assert "clitics" in db.table_names()
    migrate(db, steps)
    assert number(db) == SCHEMA + 2
    assert "clitics" not in db.table_names()
    assert runs == ["second", "third", "third"]
    assert "language" in db.table("documents").columns_dict


def test_an_older_project_is_brought_up_when_it_is_opened_for_writing_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotate.errors import OlderProject
    from store import database, header

    path = tmp_path / "p.tawsim"
    new_project(path).close()
    steps = (*MIGRATIONS, lambda db: db.conn.execute("ALTER TABLE documents ADD COLUMN language TEXT"))
    monkeypatch.setattr(database, "SCHEMA", len(steps))
    monkeypatch.setattr(header, "SCHEMA", len(steps))
    monkeypatch.setattr(database, "migrate", lambda db: migrations.migrate(db, steps))
    before = path.read_bytes()
    with pytest.raises(OlderProject, match="opened for writing once"):
        database.open_project(path, write=False)
    assert path.read_bytes() == before
    project = database.open_project(path)
    assert project.version == len(steps)
    project.close()
    assert header.read_header(path).version == len(steps)
