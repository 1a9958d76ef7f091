"""A project file of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.repository import ProjectFile
from tests.projects import new_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[ProjectFile]:
    """A new project, open for writing."""
    opened = new_project(tmp_path / "p.tawsim")
    yield opened
    opened.close()
