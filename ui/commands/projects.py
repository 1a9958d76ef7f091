"""Projects: new, open, the sample, pasted text, files that become a project, close."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import regex
from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from annotate.errors import TawsimError
from annotate.labels import LabelSet, read
from ui.commands.importing import ImportCommands
from ui.desk import Desk
from ui.dialogs.new_project import NewProjectDialog
from ui.settings import LABEL_SET
from ui.wording import error_text

translate = QCoreApplication.translate

SUFFIX = ".tawsim"


class ProjectCommands:
    """Ways to have a project on the desk."""

    def __init__(self, desk: Desk, importing: ImportCommands) -> None:
        self._desk = desk
        self._importing = importing
        self.received: Callable[[Path], bool] = lambda path: False
        """Asked first about a project that was dropped: whether it is taken as a colleague's file."""

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {
            "sample": self.sample,
            "new": self.new,
            "open": self.open,
            "paste": self.paste,
            "close": self._desk.workspace.close,
        }

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open what was named, dropped or handed over: a project opens, other files come into the one on the desk."""
        projects = [path for path in paths if path.suffix == SUFFIX and not path.is_dir()]
        others = [path for path in paths if path not in projects]
        if projects:
            self.open_project(projects[0])
        if others and (self._desk.workspace.writable or self._project_for(others[0])):
            self._importing.bring(others)

    def drop(self, paths: Sequence[Path]) -> None:
        """Take what was dropped on the window: a project alone may be a colleague's file for the one on the desk."""
        if not (len(paths) == 1 and paths[0].suffix == SUFFIX and self.received(paths[0])):
            self.open_paths(paths)

    def open_project(self, path: Path) -> bool:
        """Open a project; a file that is none is refused in place."""
        workspace = self._desk.workspace
        try:
            workspace.open(path)
        except TawsimError as error:
            self._desk.strip.say(error_text(error), "refused")
            return False
        self._desk.settings.add_recent(path.resolve())
        return True

    def sample(self) -> None:
        """Open the sample project; it is made the first time."""
        from annotate.cli.sample import sample_project

        try:
            path = sample_project(self._desk.workspace.services, self._desk.settings.annotator())
        except TawsimError as error:
            self._desk.strip.say(error_text(error), "refused")
            return
        self.open_project(path)

    def open(self) -> None:
        """Ask for a project or for files."""
        filters = translate("Projects", "Projects and texts (*.tawsim *);;Projects (*.tawsim)")
        names = QFileDialog.getOpenFileNames(self._desk.window, translate("Projects", "Open"), str(_home()), filters)[0]
        if names:
            self.open_paths([Path(name) for name in names])

    def new(self) -> None:
        """Ask for name, place and label set, and make a project."""
        settings = self._desk.settings
        dialog = NewProjectDialog(
            self._desk.window,
            self.label_sets(),
            settings[LABEL_SET],
            settings.annotator(),
            _home(),
            self._desk.language,
        )
        dialog.accepted.connect(lambda: self._make(dialog.path(), dialog.labels(), dialog.annotator()))
        dialog.open()

    def label_sets(self) -> list[LabelSet]:
        """The label sets that ship."""
        files = sorted((self._desk.workspace.services.seeds / "labels").glob("*.json"))
        return [read(file.read_text(encoding="utf-8")) for file in files]

    def paste(self) -> None:
        """Make a document of the clipboard's text: in the project on the desk, else in a new one beside the others."""
        from annotate.importing import parse

        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._desk.strip.say(translate("Projects", "There is no text on the clipboard."), "info")
            return
        name = _title(text)
        with TemporaryDirectory(prefix="tawsim-") as folder:
            file = Path(folder, f"{name}.txt")
            file.write_text(text, encoding="utf-8", newline="")
            try:
                parsed = parse([file], format="txt", encoding="utf-8")
            except TawsimError as error:
                self._desk.strip.say(error_text(error).partition(": ")[2] or error_text(error), "refused")
                return
        if self._desk.workspace.writable or self._project_for(_home() / name):
            self._importing.keep(parsed)

    def _project_for(self, source: Path) -> bool:
        """A new project named after a file and beside it, or among the documents where that is not allowed."""
        labels = {found.id: found for found in self.label_sets()}
        chosen = labels.get(self._desk.settings[LABEL_SET]) or next(iter(labels.values()))
        name = source.stem if not source.is_dir() else source.name
        problem = ""
        for folder in (source.absolute().parent, _home()):
            for number in range(1, 100):
                path = folder / f"{name}{f'-{number}' if number > 1 else ''}{SUFFIX}"
                if not path.exists():
                    break
            problem = self._make(path, chosen, self._desk.settings.annotator(), quiet=True)
            if not problem:
                return True
        self._desk.strip.say(problem, "refused")
        return False

    def _make(self, path: Path, labels: LabelSet, annotator: str, *, quiet: bool = False) -> str:
        """Make and open a project; what went wrong, or nothing."""
        workspace = self._desk.workspace
        try:
            project = workspace.services.create_project(path, labels=labels, annotator=annotator)
        except TawsimError as error:
            if not quiet:
                self._desk.strip.say(error_text(error), "refused")
            return error_text(error)
        workspace.adopt(project)
        self._desk.settings.add_recent(path.resolve())
        return ""


def _home() -> Path:
    """Where a person's documents are; the home folder where there is no such place."""
    place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return place if place.is_dir() else Path.home()


def _title(text: str) -> str:
    """The first words of a text, as a name that every file system takes."""
    first = next(line for line in text.split("\n") if line.strip())
    words = regex.sub(r"[^\p{L}\p{M}\p{N} _-]+", " ", first).split(" ")
    return " ".join([word for word in words if word][:6])[:60] or translate("Projects", "Pasted text")
