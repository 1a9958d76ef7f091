"""Hand-outs come out closed and complete; what comes back is untrusted and only read."""

import random
import shutil
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotate.changes import Change, Step
from annotate.colleague_file import ColleagueFile
from annotate.edits import Accept, AddRelation, AddSpan, SetState
from annotate.errors import TawsimError
from annotate.handing_out import ASK_NAME, Handout, handout
from annotate.model import Annotator, Choice, Decision, Document, State, Suggestion, SuggestionState
from annotate.session import Session
from store.database import open_project
from store.exchange import read_colleague_file, write_handout
from store.migrations import MIGRATIONS
from store.repository import ProjectFile
from tests.projects import TEXT, add_document, add_layer, new_project, span_of

SAMI = Annotator(id="5a41", name="سامي")


@pytest.fixture
def lead(tmp_path: Path) -> ProjectFile:
    """A lead's project with two documents, a suggestion and a comment."""
    project = new_project(tmp_path / "lead.tawsim")
    documents = [add_document(project, name="one"), add_document(project, "نص آخر", name="two")]
    found = Suggestion(document=documents[0].id, annotator=project.annotator().id, start=0, end=3, label="PERS", by="x")
    project.replace_suggestions(documents[0].id, found.annotator, [found])
    said = Decision(
        id="d", document=documents[0].id, kind="span", start=0, end=3, choice="a", rule="agreed", comment="انتبه"
    )
    project.write(Step("comment", project.annotator().id, (Change(None, said),)))
    project.set_setting("sources", ["places"])
    project.set_clitic_splits({"بالقدس": ("ب", "القدس")})
    return project


@pytest.fixture
def file(tmp_path: Path, lead: ProjectFile) -> Path:
    """A hand-out in which the colleague has worked: two spans, a relation, a decision; closed."""
    path = tmp_path / "colleague.tawsim"
    documents = [summary.id for summary in lead.documents()]
    write_handout(path, handout(lead, SAMI, documents, suggestions=True))
    lead.close()
    theirs = open_project(path)
    session = Session(theirs)
    session.do(Accept(suggestions=tuple(theirs.suggestions(documents[0], SAMI.id))))
    tail = AddSpan(document=documents[0], annotator=SAMI.id, start=13, end=19, label="GPE")
    session.do(tail)
    (head, _) = theirs.spans(documents[0], SAMI.id)
    session.do(AddRelation(label="located_in", head=head.id, tail=tail.id))
    session.do(SetState(document=documents[0], annotator=SAMI.id, state=State.DONE))
    theirs.close()
    return path


def test_a_hand_out_is_one_file_of_its_annotator_with_what_they_need(tmp_path: Path, lead: ProjectFile) -> None:
    sent = handout(lead, SAMI, [lead.documents()[0].id], suggestions=True)
    path = tmp_path / "out" / "سامي.tawsim"
    path.parent.mkdir()
    write_handout(path, sent)
    assert [file.name for file in path.parent.iterdir()] == ["سامي.tawsim"]
    theirs = open_project(path)
    (document,) = theirs.documents()
    assert theirs.annotator() == SAMI
    assert theirs.document(document.id) == lead.document(document.id)
    assert theirs.label_set() == lead.label_set()
    assert theirs.clitic_splits() == lead.clitic_splits()
    assert (theirs.setting("clitics"), theirs.setting("sources"), theirs.setting(ASK_NAME)) == (
        "stem",
        ["places"],
        True,
    )
    assert [found.start for found in theirs.suggestions(document.id, SAMI.id)] == [0]
    assert [(found.comment, found.choice, found.rule) for found in theirs.decisions()] == [("انتبه", Choice.OPEN, "")]
    assert theirs.undoable() is None
    assert theirs.setting("journal") != lead.setting("journal")
    theirs.close()
    lead.close()
    with pytest.raises(TawsimError, match="is there already"):
        write_handout(path, sent)


def test_a_hand_out_that_cannot_be_written_leaves_nothing(tmp_path: Path, lead: ProjectFile) -> None:
    sent = handout(lead, SAMI, [])
    lead.close()
    with pytest.raises(TawsimError, match="No such file"):
        write_handout(tmp_path / "none" / "x.tawsim", sent)
    twice = Document(id="d", name="d", text="")
    bad = Handout(annotator=SAMI, labels=sent.labels, settings={}, clitic_splits={}, records=(twice, twice))
    with pytest.raises(sqlite3.IntegrityError):
        write_handout(tmp_path / "x.tawsim", bad)
    assert [found.name for found in tmp_path.iterdir()] == ["lead.tawsim"]


def test_a_colleagues_file_is_read_and_not_touched(file: Path) -> None:
    before, folder = file.read_bytes(), sorted(file.parent.iterdir())
    found = read_colleague_file(file)
    assert (file.read_bytes(), sorted(file.parent.iterdir())) == (before, folder)
    assert found.annotator == SAMI
    (layer,) = found.layers
    assert layer.document.text == TEXT
    assert [span.label for span in layer.spans] == ["PERS", "GPE"]
    assert [relation.label for relation in layer.relations] == ["located_in"]
    assert [suggestion.state for suggestion in layer.suggestions] == [SuggestionState.ACCEPTED]
    assert layer.layer.state is State.DONE
    ((steps, digest),) = layer.version.values()
    assert (steps, len(digest)) == (4, 16)
    assert layer.fault() == ""


def refused(path: Path, reason: str) -> None:
    before = {found: found.read_bytes() for found in path.parent.iterdir()}
    with pytest.raises(TawsimError) as error:
        read_colleague_file(path)
    said = str(error.value)
    assert said.startswith(f"{path}: ")
    assert reason in said, said
    assert "\n" not in said
    assert {found: found.read_bytes() for found in path.parent.iterdir()} == before


def test_a_file_that_is_still_open_is_refused_by_name(file: Path) -> None:
    project = open_project(file)
    add_document(project)
    refused(file, "still open in Tawsim: close it first")
    project.close()
    read_colleague_file(file)


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda data: data[:-4096], "damaged"),
        (lambda data: data[:60], "damaged"),
        (lambda data: b"plain text", "not a Tawsim project"),
        (lambda data: data[:60] + struct.pack(">I", 99) + data[64:], "newer Tawsim"),
        (lambda data: data[:68] + struct.pack(">I", 1) + data[72:], "not a Tawsim project"),
        (lambda data: data[:100] + bytes(len(data) - 100), "damaged"),
    ],
)
def test_what_is_no_sound_project_is_refused(file: Path, damage: Callable[[bytes], bytes], reason: str) -> None:
    file.write_bytes(damage(file.read_bytes()))
    refused(file, reason)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    refused(tmp_path / "none.tawsim", "no such file")


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("CREATE TRIGGER t AFTER INSERT ON spans BEGIN DELETE FROM spans; END", "holds a trigger that is not Tawsim's"),
        ("CREATE VIEW v AS SELECT 1", "holds a view that is not Tawsim's: 'v'"),
        ("CREATE TABLE other(x)", "holds a table that is not Tawsim's"),
        ("CREATE VIRTUAL TABLE other USING fts5(x)", "that is not Tawsim's"),
        ("CREATE INDEX i ON spans(note)", "holds a index that is not Tawsim's"),
        ("ALTER TABLE spans RENAME TO s; CREATE VIEW spans AS SELECT * FROM s", "that is not Tawsim's"),
        ("DROP VIEW gold_spans", "the view 'gold_spans' is missing"),
        ("UPDATE spans SET attributes = '{'", "a value in it is none of Tawsim's"),
        ("UPDATE layers SET state = 'finished'", "a value in it is none of Tawsim's"),
        ("UPDATE layers SET read = '[1]'", "a value in it is none of Tawsim's"),
        ("UPDATE labels SET key = 'x', data = '{\"key\":[],\"id\":\"x\"}' WHERE key = 'PERS'", "none of Tawsim's"),
        ("UPDATE labels SET data = '[]'", "none of Tawsim's"),
        ("UPDATE journal SET changes = '[{}]'", "a value in it is none of Tawsim's"),
        ("DELETE FROM settings", "a value in it is none of Tawsim's"),
    ],
)
def test_what_is_not_ours_inside_is_refused(file: Path, sql: str, reason: str) -> None:
    with closing(sqlite3.connect(file)) as conn:
        conn.executescript(sql)
    refused(file, reason)


def test_rows_that_an_index_lacks_are_damage(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as conn:
        index = conn.execute("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master WHERE name = 'spans_place'")
        row = index.fetchone()
        conn.execute("PRAGMA writable_schema = 1")
        conn.execute("DELETE FROM sqlite_master WHERE name = 'spans_place'")
    with closing(sqlite3.connect(file, isolation_level=None)) as conn:
        conn.execute("UPDATE spans SET start = start + 1")
        conn.execute("PRAGMA writable_schema = 1")
        conn.execute("INSERT INTO sqlite_master VALUES(?, ?, ?, ?, ?)", row)
    refused(file, "damaged: ")


def test_a_file_that_is_far_too_large_is_refused_before_it_is_copied(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.exchange._MOST_BYTES", file.stat().st_size - 1)
    refused(file, "larger than")


def test_what_analyze_leaves_is_harmless(file: Path) -> None:
    with closing(sqlite3.connect(file)) as conn:
        conn.execute("ANALYZE")
    assert len(read_colleague_file(file).layers) == 1


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("""UPDATE spans SET "end" = 1000000""", "no stretch of this text"),
        ("""UPDATE spans SET fragments = '[["a","b"]]'""", "none of Tawsim's"),
        ("UPDATE spans SET fragments = '[[0,2],[1,3]]'", "no stretch of this text"),
        ("UPDATE spans SET attributes = '{\"x\":[1]}'", "neither text nor flag"),
        ("UPDATE spans SET attributes = '[1]'", "none of Tawsim's"),
        ("UPDATE spans SET label = ''", "without label or id"),
        ("UPDATE relations SET tail = head", "no two spans"),
        ("UPDATE layers SET read = '[[5,3]]'", "outside the text"),
        ("UPDATE layers SET read = '[[0,5000]]'", "outside the text"),
        ('UPDATE suggestions SET "end" = 5000', "a suggestion lies outside"),
        ("UPDATE suggestions SET score = 9e999", "without a score"),
    ],
)
def test_a_layer_with_values_that_fit_no_text_is_told(file: Path, sql: str, reason: str) -> None:
    with closing(sqlite3.connect(file)) as conn:
        conn.execute(sql)
        conn.commit()
    (layer,) = read_colleague_file(file).layers
    assert reason in layer.fault()


def test_a_file_of_an_older_schema_is_brought_up_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from store import database, migrations

    path = tmp_path / "old.tawsim"
    with monkeypatch.context() as older:
        older.setattr(database, "migrate", lambda db: migrations.migrate(db, MIGRATIONS[:1]))
        older.setattr(database, "SCHEMA", 1)
        new_project(path).close()
    before = path.read_bytes()
    assert read_colleague_file(path).layers == ()
    assert path.read_bytes() == before


def test_no_damage_of_bytes_is_answered_with_more_than_one_line(file: Path, tmp_path: Path) -> None:
    chance = random.Random(5)
    whole = file.read_bytes()
    answers: list[ColleagueFile | str] = []
    for number in range(60):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 20, 400])):
            data[chance.randrange(100, len(data))] = chance.randrange(256)
        damaged = tmp_path / f"{number}.tawsim"
        damaged.write_bytes(data)
        try:
            answers.append(read_colleague_file(damaged))
        except TawsimError as error:
            answers.append(str(error))
    said = [answer for answer in answers if isinstance(answer, str)]
    assert len(said) > 20
    assert [line for line in said if "\n" in line or not line.startswith(str(tmp_path))] == []


def test_others_layers_in_the_file_stay_there(tmp_path: Path, file: Path) -> None:
    project = open_project(file)
    (document, _) = [project.document(summary.id) for summary in project.documents()]
    add_layer(project, document, Annotator(id="other", name="x"), span_of(document, "أمس", "DATE", annotator="other"))
    project.close()
    shutil.copyfile(file, tmp_path / "again.tawsim")
    (layer,) = read_colleague_file(tmp_path / "again.tawsim").layers
    assert {span.annotator for span in layer.spans} == {SAMI.id}
