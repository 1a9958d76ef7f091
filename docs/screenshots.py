"""Makes the pictures of README and docs again: the sample article being annotated, in both languages and looks.

``python docs/screenshots.py [FOLDER] [--all]``; without a screen it draws offscreen. The first page and the annotating
are taken in both languages and looks, the rest in Arabic light and English dark; ``--all`` takes all in all four.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_home = tempfile.TemporaryDirectory(prefix="tawsim-pictures-")
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = str(Path(_home.name, _name))

from PySide6.QtWidgets import QApplication, QDialog  # noqa: E402

from main import Services  # noqa: E402
from ui.app import Program  # noqa: E402
from ui.dialogs.sources import SourcesDialog  # noqa: E402
from ui.settings import ANNOTATOR, LANGUAGE, THEME, Settings  # noqa: E402

D = TypeVar("D", bound=QDialog)

SIZE = (1440, 900)
_NAMES = {"ar": "ليلى حدّاد", "en": "Layla Haddad"}


class Photographer:
    """Drives one program and keeps pictures of it."""

    def __init__(self, app: QApplication, folder: Path, language: str, look: str) -> None:
        self._app, self._folder, self._tail = app, folder, f"{language}-{look}"
        settings = Settings(Path(_home.name, f"{self._tail}.ini"), Path(_home.name, "none.ini"))
        settings[LANGUAGE], settings[THEME], settings[ANNOTATOR] = language, look, _NAMES[language]
        os.environ["XDG_DATA_HOME"] = str(Path(_home.name, self._tail))
        self.program = Program(app, Services(), settings)
        self.program.begin([])
        # On a small screen the window begins maximized; a picture has its own size.
        self.program.window.showNormal()
        self.program.window.resize(*SIZE)
        self.settle()

    def settle(self) -> None:
        """Let the window show what there is."""
        until = time.monotonic() + 20
        while (self.program.jobs.running or self.program.window.busy) and time.monotonic() < until:
            self._app.processEvents()
        for _ in range(5):
            self._app.processEvents()

    def take(self, name: str) -> None:
        """Keep a picture of the window, or of the dialog that is open in it."""
        self.settle()
        window = self.program.window
        dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
        (dialogs[-1] if dialogs else window).grab().save(str(self._folder / f"{name}-{self._tail}.png"))
        for dialog in dialogs:
            dialog.close()
        window.activateWindow()
        self.settle()

    def dialog(self, kind: type[D]) -> D:
        """The dialog of a kind that is open."""
        return next(one for one in self.program.window.findChildren(kind) if one.isVisible())

    def run(self, *actions: str) -> None:
        """Do actions, one after the other."""
        for action in actions:
            self.program.window.table.run(action)
            self.settle()

    def label(self, surface: str, label: str) -> None:
        """Give a stretch of the text a label (a key)."""
        view, commands = self.program.window.view, self.program.window.commands
        start = view.text.index(surface)
        view.select(start, start + len(surface))
        commands.labels.give(label)
        self.settle()

    def pick(self, surface: str) -> None:
        """Pick out the span over a surface."""
        text = self.program.window.view.text
        spans = self.program.workspace.spans()
        self.program.window.desk.pick(next(one for one in spans if text[one.start : one.end] == surface))
        self.settle()


def annotate(camera: Photographer) -> None:
    """Annotate the beginning of the sample article as its first reader would."""
    camera.run("sample")
    window = camera.program.window
    camera.run("next_open")
    for _ in range(12):
        if window.view.current_suggestion is None or window.view.current_suggestion.start > 420:
            break
        camera.run("accept")
    spans = {window.view.text[one.start : one.end] for one in camera.program.workspace.spans()}
    if "علي رحمان" in spans:
        camera.pick("علي رحمان")
        camera.run("start_out")
        spans.add("إمام علي رحمان")
    for surface, label in (("25 أغسطس", "DATE"), ("رئيس جمهورية طاجيكستان", "OCC"), ("إمام علي رحمان", "PERS")):
        if surface not in spans:
            camera.label(surface, label)
    camera.pick("إمام علي رحمان")
    camera.run("relation", "type_next", "target_take")
    camera.run("clitic_start")
    camera.program.window.strip.clear()


def first_pages(camera: Photographer) -> None:
    """The first page, and the sample being annotated."""
    camera.take("start")
    annotate(camera)
    camera.take("main")


def other_pictures(camera: Photographer) -> None:
    """Suggestions, relations, dialogs, searches, review and overview."""
    camera.run("next_open")
    camera.take("suggestion")
    camera.pick("إمام علي رحمان")
    camera.run("relation")
    camera.take("relation")
    camera.run("relation_cancel")
    for action in ("export", "keys", "settings", "occurrences"):
        camera.pick("كازاخستان" if action == "occurrences" else "إمام علي رحمان")
        camera.run(action)
        camera.take(action)
    camera.run("sources")
    camera.dialog(SourcesDialog).tabs.setCurrentIndex(1)
    camera.take("labels")
    camera.run("commands")
    camera.take("palette")
    camera.program.window.view.setFocus()
    camera.settle()
    camera.program.window.commands.search.seek_everywhere("طاجيكستان")
    camera.take("search")
    camera.program.window.commands.search.seek_everywhere("")
    for action, name in (("review", "review"), ("overview", "overview")):
        camera.run(action)
        camera.take(name)


def main() -> None:
    """Take the pictures."""
    words = [word for word in sys.argv[1:] if word != "--all"]
    folder = Path(words[0]) if words else ROOT / "docs" / "img"
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    for language in ("ar", "en"):
        for look in ("light", "dark"):
            camera = Photographer(app, folder, language, look)
            first_pages(camera)
            if "--all" in sys.argv or (language, look) in (("ar", "light"), ("en", "dark")):
                other_pictures(camera)
            camera.program.window.close()
            camera.program.end()
            camera.program.window.deleteLater()


if __name__ == "__main__":
    main()
