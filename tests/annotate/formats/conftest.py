"""A desk for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.annotate.formats.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A new project with files beside it."""
    desk = Desk(tmp_path / "desk")
    yield desk
    desk.close()
