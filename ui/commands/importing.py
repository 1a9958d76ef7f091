"""Import: files are read beside the window, and come in as one step that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from annotate.errors import TawsimError
from ui.commands.suggestions import SuggestionCommands
from ui.desk import Desk
from ui.i18n.counts import Counts
from ui.jobs import Job
from ui.wording import error_text

if TYPE_CHECKING:
    from annotate.importing import Parsed

translate = QCoreApplication.translate


class ImportCommands:
    """A fault in a file is said in place, with the way to import the rest."""

    def __init__(self, desk: Desk, suggestions: SuggestionCommands) -> None:
        self._desk = desk
        self._suggestions = suggestions
        self._refused: Sequence[Path] = ()
        desk.strip.second.connect(self._on_second)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {"import": self.ask}

    def ask(self) -> None:
        """Ask for files."""
        names = QFileDialog.getOpenFileNames(self._desk.window, translate("Import", "Import"))[0]
        if names:
            self.bring([Path(name) for name in names])

    def bring(self, paths: Sequence[Path], *, keep_going: bool = False) -> None:
        """Read files and folders as a job; then they come into the project on the desk."""
        # Here, not above: all formats together take a tenth of a second of every start.
        from annotate.importing import parse

        project = self._desk.workspace.project

        def work(job: Job) -> Parsed:
            return parse(paths, keep_going=keep_going, progress=job.report)

        def done(parsed: Parsed) -> None:
            if self._desk.workspace.project is project:
                self.keep(parsed)

        def failed(message: str) -> None:
            several = len(paths) > 1 or (bool(paths) and paths[0].is_dir())
            self._refused = paths if several and not keep_going else ()
            second = translate("Import", "Import the others") if self._refused else ""
            self._desk.strip.say(message, "refused", second=second)

        self._desk.jobs.start(translate("Import", "Reading files"), work, done, failed)

    def keep(self, parsed: Parsed) -> None:
        """Bring what was read into the project, say what came, and have suggestions made for it."""
        from annotate.importing import bring_in

        workspace = self._desk.workspace
        assert workspace.session is not None
        assert workspace.project is not None
        before = {summary.id for summary in workspace.project.documents()}
        try:
            report = bring_in(workspace.session, parsed)
        except TawsimError as error:
            self._desk.strip.say(error_text(error), "refused")
            return
        new = [summary.id for summary in workspace.project.documents() if summary.id not in before]
        if new:
            workspace.show(new[0])
        said = [Counts().imported(len(new))]
        if report.problems:
            said.append(Counts().problems(len(report.problems)) + f" ({report.problems[0]})")
        said += [f"\u2068{remark.file}\u2069: {remark.what}" for remark in report.changed[:2]]
        self._desk.strip.say(" ".join(said), "refused" if report.problems else "done", undo=bool(new))
        self._suggestions.suggest_for(new, said=False)

    def _on_second(self, name: str) -> None:
        paths, self._refused = self._refused, ()
        if paths and name == translate("Import", "Import the others"):
            self.bring(paths, keep_going=True)
