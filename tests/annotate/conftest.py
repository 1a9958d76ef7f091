"""A real project file with one document, and a session on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotate.model import Document
from annotate.project import Project
from annotate.session import Session
from tests.projects import add_document, new_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A new project, open for writing."""
    opened = new_project(tmp_path / "p.tawsim")
    yield opened
    opened.close()


@pytest.fixture
def document(project: Project) -> Document:
    """A document of the project; its text is ``tests.projects.TEXT``."""
    return add_document(project)


@pytest.fixture
def session(project: Project) -> Session:
    """A session of the project's annotator."""
    return Session(project)
