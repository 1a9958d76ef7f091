"""What is asked for one document costs the same however many there are: counted in SQLite's own instructions."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotate.changes import Change, Step
from annotate.edits import AddSpan
from annotate.model import Document, Layer, Span, State, new_id
from annotate.session import Session
from store.repository import ProjectFile
from tests.projects import new_project

Ask = Callable[[ProjectFile, Document, Span], object]

ASKED: dict[str, Ask] = {
    "document": lambda project, document, span: project.document(document.id),
    "find by text": lambda project, document, span: project.find(hash=document.hash),
    "find by name": lambda project, document, span: project.find(name=document.name),
    "layers": lambda project, document, span: project.layers(document.id),
    "layer": lambda project, document, span: project.layer(document.id, span.annotator),
    "spans": lambda project, document, span: project.spans(document.id, span.annotator),
    "span": lambda project, document, span: project.span(span.id),
    "relations": lambda project, document, span: project.relations(document.id, span.annotator),
    "relations_of": lambda project, document, span: project.relations_of(span.id),
    "suggestions": lambda project, document, span: project.suggestions(document.id, span.annotator),
    "decisions": lambda project, document, span: project.decisions(document.id),
    "history": lambda project, document, span: project.history(span),
    "undoable": lambda project, document, span: project.undoable(),
    "redoable": lambda project, document, span: project.redoable(),
    "can_undo": lambda project, document, span: project.can_undo(),
    "can_redo": lambda project, document, span: project.can_redo(),
    "ids_elsewhere": lambda project, document, span: project.ids_elsewhere([span.id], document.id, "other"),
    "write": lambda project, document, span: Session(project).do(
        AddSpan(document=document.id, annotator=span.annotator, start=4, end=7, label="GPE")
    ),
}


def corpus(path: Path, count: int) -> tuple[ProjectFile, Document, Span]:
    """A project of ``count`` documents with a span each, and the document and span in the middle."""
    project = new_project(path)
    me = project.annotator().id
    found = []
    for position in range(count):
        document = Document(id=new_id(), name=f"doc-{position}", text=f"زار القدس {position}", position=position)
        layer = Layer(document=document.id, annotator=me, state=State.IN_PROGRESS)
        span = Span(id=new_id(), document=document.id, annotator=me, start=0, end=3, label="PERS")
        project.write(Step("import", me, tuple(Change(None, record) for record in (document, layer, span))))
        found.append((document, span))
    return project, *found[count // 2]


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[tuple[ProjectFile, Document, Span]]]:
    """A small corpus and a large one."""
    folder = tmp_path_factory.mktemp("corpora")
    made = [corpus(folder / f"{count}.tawsim", count) for count in (10, 150)]
    yield made
    for project, *_ in made:
        project.close()


def instructions(ask: Ask, project: ProjectFile, document: Document, span: Span) -> int:
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    # The document asked for last is remembered; here it shall be read.
    project.document(project.documents()[0].id)
    conn = project._conn  # noqa: SLF001  the instructions are of one connection
    conn.set_progress_handler(count, 1)
    ask(project, document, span)
    conn.set_progress_handler(None, 1)
    return counted


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED.keys())
def test_the_cost_does_not_grow_with_the_corpus(ask: Ask, corpora: list[tuple[ProjectFile, Document, Span]]) -> None:
    small, large = (instructions(ask, *found) for found in corpora)
    assert 0 < large <= small + 20
