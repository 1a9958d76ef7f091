"""docs/project-file.md: its queries run as they are typed, its tables are those of the file."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlite_utils import Database
from sqlite_utils.cli import cli

from annotate.edits import Accept, AddRelation, AddSpan, SetNote
from annotate.model import GOLD, Annotator, Document, Suggestion
from annotate.session import Session
from store.migrations import APPLICATION_ID
from store.repository import ProjectFile
from tests.projects import ROOT, add_document, add_layer, new_project, span_of

PAGE = (ROOT / "docs/project-file.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ProjectFile:
    """project.tawsim in the current folder: an annotated document, closed."""
    monkeypatch.chdir(tmp_path)
    project = new_project(tmp_path / "project.tawsim")
    document = add_document(project)
    session = Session(project)
    person = AddSpan(document=document.id, annotator=session.annotator, start=4, end=10, label="PERS")
    found = Suggestion(document=document.id, annotator=session.annotator, start=13, end=19, label="GPE", by="places")
    project.replace_suggestions(document.id, session.annotator, [found])
    session.do(person)
    session.do(Accept(suggestions=(found,)))
    place = project.spans(document.id, session.annotator)[1]
    session.do(AddRelation(label="located_in", head=person.id, tail=place.id))
    session.do(SetNote(record=place.id, note="المدينة"))
    project.close()
    return project


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: " ".join(re.split(r"\s+", query)[3:9]))
def test_a_query_of_the_page_runs_as_it_is_typed_and_finds_something(project: ProjectFile, query: str) -> None:
    program, *words = shlex.split(query)
    assert program == "sqlite-utils"
    ran = CliRunner().invoke(cli, words)
    assert ran.exit_code == 0, ran.output
    assert re.search(r"PERS|GPE|located_in|in_progress|places|add_span|steps", ran.output)


def test_the_tables_and_views_of_the_page_are_those_of_the_file(project: ProjectFile) -> None:
    db = Database(project.path)
    told = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", PAGE, re.MULTILINE))
    assert set(told) == set(db.table_names()) | set(db.view_names())
    for name, text in told.items():
        for column in db[name].columns:
            assert f"`{column.name}`" in text, f"{name}.{column.name}"
    db.close()
    assert f"is {APPLICATION_ID} (" in PAGE


def rows(project: ProjectFile, sql: str) -> list[dict[str, object]]:
    db = Database(project.path)
    try:
        return list(db.query(sql))
    finally:
        db.close()


class TestGoldViews:
    """Per document: gold if there is any, else the one annotator, else nothing."""

    @pytest.fixture
    def opened(self, tmp_path: Path) -> ProjectFile:
        return new_project(tmp_path / "p.tawsim")

    def layer(self, project: ProjectFile, document: Document, who: Annotator, label: str) -> None:
        add_layer(project, document, who, span_of(document, "القدسَ", label, annotator=who.id))

    def test_which_layer_is_shown(self, opened: ProjectFile) -> None:
        one, two, gold = add_document(opened, name="1"), add_document(opened, name="2"), add_document(opened, name="3")
        add_document(opened, name="4")
        sami, mona = Annotator(id="s", name="سامي"), Annotator(id="m", name="منى")
        self.layer(opened, one, sami, "GPE")
        for document in (two, gold):
            self.layer(opened, document, sami, "LOC")
            self.layer(opened, document, mona, "ORG")
        self.layer(opened, gold, Annotator(id=GOLD, name=GOLD), "FAC")
        found = rows(opened, "SELECT document, annotator, label, text FROM gold_spans ORDER BY label")
        opened.close()
        assert found == [
            {"document": gold.id, "annotator": "gold", "label": "FAC", "text": "القدسَ"},
            {"document": one.id, "annotator": "سامي", "label": "GPE", "text": "القدسَ"},
        ]

    def test_labels_are_ids_offsets_are_code_points_pieces_are_joined(self, opened: ProjectFile) -> None:
        document = add_document(opened)
        session = Session(opened)
        pieces = ((0, 3), (11, 12), (13, 19))
        who = {"document": document.id, "annotator": session.annotator}
        head = AddSpan(**who, start=0, end=19, label="not in the set", fragments=pieces)
        tail = AddSpan(**who, start=11, end=12, label="GPE", fragments=())
        session.do(head)
        session.do(tail)
        session.do(AddRelation(label="own", head=head.id, tail=tail.id))
        spans = rows(opened, 'SELECT id, start, "end", label, text, attributes, note FROM gold_spans ORDER BY start')
        relations = rows(opened, "SELECT * FROM gold_relations")
        session.undo()
        session.undo()
        session.undo()
        session.undo()
        assert rows(opened, "SELECT * FROM gold_spans") == []
        opened.close()
        assert [row["text"] for row in spans] == ["زار 😀 القدسَ", "😀"]
        assert [row["label"] for row in spans] == ["not in the set", "GPE"]
        assert (spans[0]["attributes"], spans[0]["note"]) == ("{}", "")
        (relation,) = relations
        assert (relation["label"], relation["head"], relation["tail"]) == ("own", head.id, tail.id)
        places = [relation[name] for name in ("head_start", "head_end", "tail_start", "tail_end")]
        assert places == [0, 19, 11, 12]
