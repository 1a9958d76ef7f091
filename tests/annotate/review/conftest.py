"""A real project file in which made-up annotators have worked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotate import labels
from annotate.changes import Change, Step, merged
from annotate.model import Annotator, Document
from annotate.project import Project
from annotate.review.layers import DocumentLayers
from annotate.session import Session
from main import Services

Work = Callable[..., Session]


@pytest.fixture
def work(tmp_path: Path, seeds: Path) -> Iterator[Work]:
    """``work(document(…), …)``: a session of the lead on a project in which these layers stand."""
    opened: list[Project] = []

    def begin(*documents: DocumentLayers) -> Session:
        label_set = labels.read((seeds / "labels" / "wojood.json").read_text(encoding="utf-8"))
        path = tmp_path / f"{len(opened)}.tawsim"
        project = Services().create_project(path, labels=label_set, annotator="Lead")
        opened.append(project)
        session = Session(project)
        receive(session, *documents)
        return session

    yield begin
    for project in opened:
        project.close()


def receive(session: Session, *documents: DocumentLayers) -> None:
    """Write these layers; what their annotators had in the same documents goes."""
    project = session.project
    changes: list[Change] = []
    annotators = {id for held in documents for id in held.layers} - {a.id for a in project.annotators()}
    changes += [Change(None, Annotator(id=id, name=id)) for id in sorted(annotators)]
    known = {summary.id for summary in project.documents()}
    for position, held in enumerate(documents):
        id = held.document.id
        if id not in known:
            changes.append(Change(None, Document(id=id, name=id, text=held.document.text, position=position)))
        for annotator, work in held.layers.items():
            old = project.layer(id, annotator) if id in known else None
            if old:
                changes += [Change(relation, None) for relation in project.relations(id, annotator)]
                changes += [Change(span, None) for span in project.spans(id, annotator)]
            changes.append(Change(old, work.layer))
            changes += [Change(None, span) for span in work.spans]
            changes += [Change(None, relation) for relation in work.relations]
    session.project.write(Step("receive", "lead", merged(changes)))
