"""A person at the window: presses keys, selects text, reads what is said. Real program, real project file."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotate.importing import bring_in, parse
from annotate.labels import read
from annotate.model import Relation, Span, Suggestion
from annotate.project import Project
from annotate.session import Session
from main import Services
from ui.app import Program
from ui.main_window import MainWindow
from ui.panels.command_palette import CommandPalette
from ui.settings import ANNOTATOR, LANGUAGE, THEME, Settings
from ui.text.view import TextView

D = TypeVar("D", bound=QWidget)

_NAMED = {"Enter": "Return", "Delete": "Del"}


class Person:
    """Drives one program. Keys go to whatever has the focus, as they would."""

    def __init__(self, qtbot: QtBot, folder: Path, language: str = "en", look: str = "light") -> None:
        self._qtbot, self._folder = qtbot, folder
        self.services = Services()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        settings = Settings(folder / "settings.ini", folder / "machine.ini")
        settings[LANGUAGE], settings[THEME], settings[ANNOTATOR] = language, look, "Layla"
        self.program = Program(app, self.services, settings)
        self.program.begin([])
        self.settle()

    # --- the program's parts
    @property
    def window(self) -> MainWindow:
        """The window as it is now."""
        return self.program.window

    @property
    def view(self) -> TextView:
        """The text view."""
        return self.window.view

    @property
    def project(self) -> Project:
        """The open project."""
        project = self.program.workspace.project
        assert project is not None
        return project

    def message(self) -> str:
        """What the message strip says, without direction marks."""
        return "".join(sign for sign in self.window.strip.text() if sign not in "\u2066\u2067\u2068\u2069")

    def hints(self) -> dict[str, str]:
        """What the status line says: word by key."""
        return dict(self.window.status.hints())

    # --- the document
    def spans(self) -> list[tuple[str, str]]:
        """(text, label) of the spans of the document on the desk, in order."""
        text = self.view.text
        return [(text[span.start : span.end], span.label) for span in self.program.workspace.spans()]

    def span(self, surface: str) -> Span:
        """The span over a surface."""
        text = self.view.text
        return next(one for one in self.program.workspace.spans() if text[one.start : one.end] == surface)

    def relations(self) -> list[tuple[str, str, str]]:
        """(head text, type, tail text) of the relations of the document on the desk."""
        return [self._ends(relation) for relation in self.program.workspace.relations()]

    def pending(self) -> list[str]:
        """The texts of the pending suggestions, in order."""
        return [self.view.text[one.start : one.end] for one in self.program.workspace.suggestions()]

    def current(self) -> str:
        """The text of the suggestion or span that is picked out, or nothing."""
        item: Span | Suggestion | None = self.window.desk.selected_span() or self.view.current_suggestion
        return self.view.text[item.start : item.end] if item is not None else ""

    # --- acts
    def press(self, *chords: str) -> None:
        """Press keys, each as ``Ctrl+Shift+F`` or ``X``, on what has the focus."""
        for chord in chords:
            *held, key = chord.split("+")
            combination = QKeySequence("+".join([*held, _NAMED.get(key, key)]))[0]  # type: ignore[index]
            if QApplication.focusWidget() is None:
                self._come_back()
            focus = QApplication.focusWidget()
            assert focus is not None, f"nothing has the focus for {chord}"
            modifiers = combination.keyboardModifiers()
            QTest.keyClick(focus, combination.key(), modifiers)
            self.settle()

    def press_key(self, event: QKeyEvent) -> None:
        """Press a key as a system reports it: with scan code and the text of its layout."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QApplication.sendEvent(focus, event)
        self.settle()

    def palette(self) -> CommandPalette | None:
        """The command palette, if it is open."""
        return next(iter(self.window.findChildren(CommandPalette)), None)

    def type_text(self, text: str) -> None:
        """Type into the field that has the focus."""
        focus = QApplication.focusWidget()
        assert focus is not None
        for letter in text:
            QTest.keyClick(focus, Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown)
        self.settle()

    def select(self, surface: str, nth: int = 1) -> None:
        """Select the nth place of a text as with the keyboard."""
        start = -1
        for _ in range(nth):
            start = self.view.text.index(surface, start + 1)
        self.view.setFocus()
        self.view.select(start, start + len(surface))
        self.settle()

    def pick(self, surface: str) -> None:
        """Pick out the span over a surface."""
        self.view.setFocus()
        self.window.desk.pick(self.span(surface))
        self.view.spanActivated.emit(self.view.selected_span)
        self.settle()

    def settle(self) -> None:
        """Wait until all jobs are done and the window shows what there is."""
        self._qtbot.waitUntil(lambda: not self.program.jobs.running, timeout=60_000)
        QApplication.processEvents()
        self._qtbot.waitUntil(lambda: not self.window.busy and not self.program.workspace.clitics.busy, timeout=60_000)
        QApplication.processEvents()  # what the panes now show is laid out by events of its own

    def dialog(self, kind: type[D]) -> D:
        """The dialog of a kind that is open."""
        return next(one for one in self.window.findChildren(kind) if isinstance(one, kind) and one.isVisible())

    def _come_back(self) -> None:
        """Do what a window system does when a dialog closes: the window is active again."""
        self.window.activateWindow()
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=20_000)

    # --- projects
    def make(self, *texts: str, labels: str = "wojood", name: str = "project") -> Path:
        """A closed project with these texts as documents t1, t2 …"""
        path = self._folder / f"{name}.tawsim"
        label_set = read((self.services.seeds / "labels" / f"{labels}.json").read_text(encoding="utf-8"))
        project = self.services.create_project(path, labels=label_set, annotator="Layla")
        files = []
        for number, text in enumerate(texts, 1):
            files.append(self._folder / f"t{number}.txt")
            files[-1].write_text(text, encoding="utf-8", newline="")
        if files:
            bring_in(Session(project), parse(files))
        project.close()
        return path

    def open(self, path: Path) -> None:
        """Open a file or project as if it were dropped on the window."""
        self.window.open_paths([path])
        self.settle()

    def reopen(self) -> None:
        """End the program and start it again on the same project."""
        path, settings = self.project.path, self.program.settings
        app = self.program.app
        self.leave()
        self.program = Program(app, self.services, settings)
        self.program.begin([path])
        self.settle()

    def leave(self) -> None:
        """End the program."""
        self.program.window.close()
        self.program.end()
        self.program.window.deleteLater()
        # Without an event loop of its own the test must see to it that the window really goes.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _ends(self, relation: Relation) -> tuple[str, str, str]:
        spans = {one.id: self.view.text[one.start : one.end] for one in self.program.workspace.spans()}
        return spans[relation.head], relation.label, spans[relation.tail]
