"""Tawsim: wires the layers, nothing else.

``python main.py`` opens the window, ``python main.py SUB-COMMAND …`` is the command line (``annotate/cli``). Store and
window are imported where they are used: no sub-command pays for Qt, and no worker process imports it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from annotate.colleague_file import ColleagueFile
from annotate.handing_out import Handout
from annotate.labels import LabelSet
from annotate.project import Project

_FROZEN = bool(getattr(sys, "frozen", False))
_ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent))


class Services:
    """The services of this program; see ``annotate.services.Services``."""

    seeds = _ROOT / "seeds"
    worker_command = [sys.executable, "--worker"] if _FROZEN else [sys.executable, str(_ROOT / "main.py"), "--worker"]

    def open_project(self, path: Path, *, write: bool = True) -> Project:
        from store.database import open_project

        return open_project(path, write=write)

    def create_project(self, path: Path, *, labels: LabelSet, annotator: str, clitics: str = "stem") -> Project:
        from store.database import create_project

        return create_project(path, labels=labels, annotator=annotator, clitics=clitics)

    def write_handout(self, path: Path, handout: Handout) -> None:
        from store.exchange import write_handout

        write_handout(path, handout)

    def read_colleague_file(self, path: Path) -> ColleagueFile:
        from store.exchange import read_colleague_file

        return read_colleague_file(path)

    def open_window(self, paths: Sequence[Path]) -> int:
        from ui.app import run

        return run(paths, self)

    def self_test(self) -> list[tuple[str, bool, str]]:
        from ui.self_test import run

        return run(self)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these words (default: those of the process); returns the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["--worker"]:
        from annotate.worker import serve

        return serve(words[1:])
    from annotate.cli import run

    return run(words, Services())


if __name__ == "__main__":
    sys.exit(main())
