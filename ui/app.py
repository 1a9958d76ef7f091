"""The program with a window: one instance, its language and look, and what happens when something goes wrong."""

from __future__ import annotations

import logging
import os
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from annotate.services import Services
from ui.backup import Backup
from ui.ending import Ending
from ui.i18n.language import Translation
from ui.icons import program_icon
from ui.instance import Instance
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.settings import MODEL_FOLDER, NUMERALS, THEME, Settings
from ui.theme import interface_font, load_fonts, palette, style_sheet, theme
from ui.workspace import Workspace

_LONG_JOB = 10.0
"""Seconds after which the end of a job is worth a notice to those who do not watch."""

_SIZE = (1440, 900)
"""The window at the first start, in pixels; on a screen with less room it is maximized."""
_FRAME = 40
"""The height that a system's title bar takes at most."""

_log = logging.getLogger(__name__)
translate = QCoreApplication.translate


class Program(QObject):
    """What outlives a window: workspace, settings, jobs. A window is made anew when language or look change."""

    def __init__(self, app: QApplication, services: Services, settings: Settings) -> None:
        super().__init__()
        self.app, self.settings = app, settings
        self._translation = Translation()
        self.jobs = Jobs(self)
        self.jobs.ended.connect(self._on_job_ended)
        self.workspace = Workspace(services, self)
        Backup(self.workspace, settings)
        if shared := settings[MODEL_FOLDER]:
            # Where CAMeL-Tools itself looks for what it may read: the workers inherit it.
            os.environ.setdefault("CAMELTOOLS_DATA", shared)
        self._lost_fonts = load_fonts(services.seeds / "fonts")
        if app.style().name() != "fusion":
            app.setStyle("Fusion")
        app.setFont(interface_font())
        app.setWindowIcon(program_icon())
        self.window = self._made()
        app.styleHints().colorSchemeChanged.connect(self._on_scheme)
        app.installEventFilter(self) if sys.platform == "darwin" else None

    def _made(self) -> MainWindow:
        look = theme(self.settings[THEME])
        language = self.settings.language()
        self._translation.use(self.app, language, self.settings[NUMERALS])
        self.app.setPalette(palette(look))
        if (sheet := style_sheet(look)) != self.app.styleSheet():
            self.app.setStyleSheet(sheet)
        window = MainWindow(self.workspace, self.settings, self.jobs, look, language)
        window.remakeWanted.connect(lambda: QTimer.singleShot(0, self, self.remake))
        self.app.setApplicationDisplayName("Tawsim")
        if not (window.restoreGeometry(self.settings.window("geometry"))):
            window.resize(*_SIZE)
            room = self.app.primaryScreen().availableSize()
            if room.width() < _SIZE[0] or room.height() < _SIZE[1] + _FRAME:
                window.setWindowState(Qt.WindowState.WindowMaximized)
        window.panes.restoreState(self.settings.window("panes"))
        return window

    def remake(self) -> None:
        """Make the window anew in the language and look that the settings say now; the work goes on where it was."""
        self.jobs.stop()
        old = self.window
        old.close()
        self.window = self._made()
        self.window.show()
        old.deleteLater()

    def open(self, paths: Sequence[Path]) -> None:
        """Open projects and files, and come to the front."""
        self.window.open_paths(paths)
        self.window.setWindowState(self.window.windowState() & ~self.window.windowState().WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def begin(self, paths: Sequence[Path]) -> None:
        """Show the window with what was named on the command line, and say what was not well at the start."""
        if paths:
            self.window.open_paths(paths)
        self.window.show()
        if self._lost_fonts:
            said = translate("App", "Fonts that ship with Tawsim are missing: {files}. Text may look different.")
            self.window.strip.say(said.format(files=", ".join(self._lost_fonts)), "refused")
        elif self.settings.damaged:
            said = translate("App", "Some settings could not be read and are as delivered again: {names}.")
            self.window.strip.say(said.format(names=", ".join(self.settings.damaged)), "refused")

    def leave(self) -> None:
        """End without a word, as when the window is closed: Windows ends the process when this returns."""
        self.window.close()
        self.end()

    def end(self) -> None:
        """Stop what runs and close the project: afterwards it is one file. A second time there is nothing to do."""
        self.jobs.stop()
        self.workspace.close()
        self._translation.end(self.app)

    def excepthook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A fault of the program's own: logged whole, said in plain words. Everything done before is saved already."""
        if issubclass(kind, KeyboardInterrupt):
            self.app.quit()
            return
        _log.error("".join(traceback.format_exception(kind, error, trace)))
        said = translate("App", "Something went wrong in Tawsim ({error}). What you did before is saved.")
        self.window.strip.say(said.format(error=f"\u2066{kind.__name__}: {error}\u2069"), "refused")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """macOS hands over double-clicked files as events."""
        if isinstance(event, QFileOpenEvent):
            self.open([Path(event.file())])
            return True
        return super().eventFilter(watched, event)

    def _on_job_ended(self, seconds: float) -> None:
        """Long work is done: the task bar tells whoever has turned to something else."""
        if seconds >= _LONG_JOB:
            self.app.alert(self.window)

    def _on_scheme(self) -> None:
        if self.settings[THEME] == "system":
            QTimer.singleShot(0, self, self.remake)


def run(paths: Sequence[Path], services: Services) -> int:
    """Show the window on these projects and files; returns the exit code. A second start hands them to the first."""
    QGuiApplication.setDesktopFileName("tawsim")
    QCoreApplication.setApplicationName("tawsim")
    QCoreApplication.setOrganizationName("Tawsim")
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    instance = Instance()
    if instance.hand_over([path.absolute() for path in paths]):
        return 0
    program = Program(app, services, Settings())
    instance.received.connect(program.open)
    instance.listen()
    sys.excepthook = program.excepthook
    ending = Ending(app)
    app.aboutToQuit.connect(program.leave)
    try:
        program.begin(paths)
        _mark_started(program)
        code = app.exec()
    finally:
        app.aboutToQuit.disconnect(program.leave)
        program.leave()
        instance.close()
        ending.close()
        sys.excepthook = sys.__excepthook__
    return code


def _mark_started(program: Program) -> None:
    """For the benchmark of the start: write when the window can be used to the file that TAWSIM_START_MARK names."""
    mark = os.environ.get("TAWSIM_START_MARK")
    if not mark:
        return

    def usable() -> None:
        Path(mark).write_text(str(time.monotonic()), encoding="ascii")
        if os.environ.get("TAWSIM_START_QUIT") == "1":
            program.window.close()

    # The first timer after the first paint: by then the window answers.
    program.window.repaint()
    QTimer.singleShot(0, program, usable)
