"""Real project files for tests: made in a folder, filled with a document, read whole for comparison."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from annotate import labels
from annotate.changes import Change, Step
from annotate.labels import LabelSet
from annotate.model import Annotator, Document, Layer, Span, State, SuggestionState, new_id
from annotate.project import Project
from store.database import create_project
from store.repository import ProjectFile

ROOT = Path(__file__).parent.parent
TEXT = "زار الرئيس 😀 القدسَ الشريف أمس، وكازاخستان اليوم."


def wojood() -> LabelSet:
    """The default label set."""
    return labels.read((ROOT / "seeds/labels/wojood.json").read_text(encoding="utf-8"))


def new_project(path: Path, *, annotator: str = "أمل") -> ProjectFile:
    """A new project with the default label set."""
    return create_project(path, labels=wojood(), annotator=annotator)


def add_document(project: Project, text: str = TEXT, *, name: str = "doc", id: str | None = None) -> Document:
    """Bring a document in, as an import does; its position follows the last one."""
    document = Document(id=id or new_id(), name=name, text=text, position=len(project.documents()))
    project.write(Step("import", project.annotator().id, (Change(None, document),), name))
    return document


def add_layer(project: Project, document: Document, annotator: Annotator, *spans: Span) -> None:
    """Give another annotator a finished layer with these spans."""
    changes = [] if annotator in project.annotators() else [Change(None, annotator)]
    read = ((0, len(document.text)),)
    changes.append(
        Change(None, Layer(document=document.id, annotator=annotator.id, state=State.DONE, read=read)),
    )
    changes += [Change(None, span) for span in spans]
    project.write(Step("import", project.annotator().id, tuple(changes), annotator.name))


def span_of(document: Document, surface: str, label: str, *, annotator: str, id: str | None = None) -> Span:
    """A span on the first place where ``surface`` stands."""
    start = document.text.index(surface)
    return Span(
        id=id or new_id(),
        document=document.id,
        annotator=annotator,
        start=start,
        end=start + len(surface),
        label=label,
    )


def content(project: Project) -> dict[str, Any]:
    """All that a person sees of a project, apart from its journal; equal contents compare equal."""
    documents = [project.document(summary.id) for summary in project.documents()]
    people = project.annotators()
    pairs = [(document.id, person.id) for document in documents for person in people]
    return {
        "labels": project.label_set(),
        "people": sorted(people, key=lambda person: person.id),
        "documents": documents,
        "layers": sorted(project.layers(), key=lambda layer: (layer.document, layer.annotator)),
        "spans": {pair: sorted(project.spans(*pair), key=lambda span: span.id) for pair in pairs},
        "relations": {pair: sorted(project.relations(*pair), key=lambda relation: relation.id) for pair in pairs},
        "suggestions": {pair: project.suggestions(*pair, tuple(SuggestionState)) for pair in pairs},
        "decisions": project.decisions(),
    }
