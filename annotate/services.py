"""What ``main`` wires together for the command line and the window: the ways to the store and to what ships beside."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from annotate.colleague_file import ColleagueFile
from annotate.handing_out import Handout
from annotate.labels import LabelSet
from annotate.project import Project


class Services(Protocol):
    """What ``main`` hands to the command line and the window: the ways to the store and to what ships beside."""

    @property
    def seeds(self) -> Path:
        """The folder of what ships inside: samples, label sets, gazetteer, models, fonts."""

    @property
    def worker_command(self) -> list[str]:
        """The words that start this program as a worker process; the worker's name follows them."""

    def open_project(self, path: Path, *, write: bool = True) -> Project:
        """Open a project file; read-only when another process writes (see ``Project.read_only``) or on ``write=False``.

        Raises TawsimError (one line naming the file) for what is not a project or a newer program's project.
        """

    def create_project(self, path: Path, *, labels: LabelSet, annotator: str, clitics: str = "stem") -> Project:
        """Make a new project file and open it. Refuses to overwrite (TawsimError)."""

    def write_handout(self, path: Path, handout: Handout) -> None:
        """Write a hand-out (``annotate.handing_out.handout``) as a colleague's project file.

        Raises TawsimError, one line naming the file: it is there already, or cannot be written.
        """

    def read_colleague_file(self, path: Path) -> ColleagueFile:
        """What a colleague's untrusted file holds, for ``annotate.receiving.receive``. It is only copied aside.

        Needs no project and gives values, so it is fit for a job. Raises TawsimError, one line naming the file, for one
        that is still open in Tawsim, is none of ours or a newer program's, is truncated, or holds what is not ours.
        """

    def open_window(self, paths: Sequence[Path]) -> int:
        """Show the window (projects and other files named on the command line open in it); returns its exit code."""

    def self_test(self) -> list[tuple[str, bool, str]]:
        """Run the self-test: (step, passed, detail) for each step."""
