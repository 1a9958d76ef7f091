"""A call of a sub-command and its answer."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotate.errors import OlderProject, ReadOnlyProject
from annotate.project import Project
from annotate.services import Services


@dataclass(frozen=True, slots=True)
class Answer:
    """What a sub-command found: ``data`` for ``--json``, ``lines`` for people, and the exit code."""

    data: dict[str, Any]
    lines: Sequence[str]
    code: int = 0

    def json(self) -> str:
        """The data as one JSON object on one line."""
        return json.dumps(self.data, ensure_ascii=False, allow_nan=False)


@dataclass(frozen=True, slots=True)
class Call:
    """The words of a sub-command, and the services to do it with."""

    args: Namespace
    services: Services

    @contextmanager
    def project(self, *, write: bool = False) -> Iterator[Project]:
        """The project that the call names, closed in the end. Raises ReadOnlyProject if another has it open."""
        path: Path = self.args.project
        project = self.services.open_project(path, write=write)
        try:
            if write and project.read_only is not None:
                raise ReadOnlyProject(f"{path}: read-only: {project.read_only}")
            yield project
        finally:
            project.close()

    def check(self, look: Callable[[Project], object] = lambda project: None) -> None:
        """Find out before the project is opened for writing, which changes bytes of it, that it or ``look`` is wrong.

        An older project cannot be looked at until then: opening it for writing brings it up.
        """
        with suppress(OlderProject), self.project() as project:
            look(project)

    def progress(self, what: str) -> Callable[[int, int], None]:
        """Show how far the work is, on standard error, when that is a terminal."""

        def show(done: int, total: int) -> None:
            if sys.stderr.isatty():
                end = "\n" if done >= total else ""
                print(f"\r{what} {done}/{total}", end=end, file=sys.stderr, flush=True)

        return show


def name(word: str) -> str:
    """A word of the command line that is a name, not a path: UTF-8 even where the locale is C."""
    return os.fsencode(word).decode("utf-8", "replace")


def plural(count: int, one: str, many: str = "") -> str:
    """``1 span``, ``2 spans``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
