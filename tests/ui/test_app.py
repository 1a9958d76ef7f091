"""The program around the window: settings, jobs, one instance, faults in plain words, look and language."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotate.errors import TawsimError
from tests.ui.conftest import MakePerson
from tests.window import Person
from ui.dialogs.settings import SettingsDialog
from ui.instance import Instance
from ui.jobs import Job, Jobs
from ui.settings import ANNOTATOR, LABEL_SET, LANGUAGE, RECENT, RECENT_KEPT, THEME, ZOOM, Settings

ROOT = Path(__file__).parents[2]


class TestSettings:
    def test_values_are_kept(self, tmp_path: Path) -> None:
        settings = Settings(tmp_path / "a.ini", tmp_path / "m.ini")
        assert settings[ZOOM] == 1.0
        settings[ZOOM] = 1.5
        settings[ANNOTATOR] = "ليلى، «x»"
        settings.save()
        again = Settings(tmp_path / "a.ini", tmp_path / "m.ini")
        assert again[ZOOM] == 1.5
        assert again.annotator() == "ليلى، «x»"
        assert again.damaged == []

    def test_damaged_values_are_as_delivered_and_named(self, tmp_path: Path) -> None:
        (tmp_path / "a.ini").write_text('[General]\nzoom=big\nrecent="{}"\ntheme=dark\n', encoding="utf-8")
        settings = Settings(tmp_path / "a.ini", tmp_path / "m.ini")
        assert settings[ZOOM] == 1.0
        assert settings[RECENT] == []
        assert settings[THEME] == "dark"
        assert settings.damaged == ["zoom", "recent"]

    def test_a_file_of_rubbish_is_no_disaster(self, tmp_path: Path) -> None:
        (tmp_path / "a.ini").write_bytes(bytes(range(256)) * 20)
        settings = Settings(tmp_path / "a.ini", tmp_path / "m.ini")
        assert settings[ZOOM] == 1.0

    def test_a_lab_sets_defaults_and_locks(self, tmp_path: Path) -> None:
        (tmp_path / "m.ini").write_text("label_set=anercorp\n[locked]\nlanguage=ar\n", encoding="utf-8")
        settings = Settings(tmp_path / "a.ini", tmp_path / "m.ini")
        assert settings[LABEL_SET] == "anercorp"
        settings[LABEL_SET] = "wojood"
        assert settings[LABEL_SET] == "wojood"
        settings[LANGUAGE] = "en"
        assert settings.language() == "ar"
        assert settings.locked(LANGUAGE)
        assert not settings.locked(LABEL_SET)

    def test_recent_projects_are_few_and_there(self, tmp_path: Path) -> None:
        settings = Settings(tmp_path / "a.ini", tmp_path / "m.ini")
        for number in range(RECENT_KEPT + 3):
            (tmp_path / f"{number}.tawsim").touch()
            settings.add_recent(tmp_path / f"{number}.tawsim")
        settings.add_recent(tmp_path / "5.tawsim")
        assert settings.recent()[0] == tmp_path / "5.tawsim"
        assert len(settings.recent()) == RECENT_KEPT
        (tmp_path / "5.tawsim").unlink()
        assert tmp_path / "5.tawsim" not in settings.recent()


class TestJobs:
    def test_a_result_comes_in_the_windows_thread(self, qtbot: QtBot) -> None:
        jobs = Jobs()
        got: list[object] = []
        parts: list[object] = []
        ended: list[float] = []
        jobs.ended.connect(ended.append)

        def work(job: Job) -> int:
            job.report(1, 2)
            job.hand("part")
            return 7

        job = jobs.start(
            "x", work, lambda result: got.append((result, threading.current_thread())), got.append, parts.append
        )
        qtbot.waitUntil(lambda: not jobs.running, timeout=60_000)
        assert got == [(7, threading.main_thread())]
        assert len(ended) == 1
        assert parts == ["part"]
        assert job.share == 0.5

    def test_a_cancelled_one_hands_over_nothing(self, qtbot: QtBot) -> None:
        jobs, begun = Jobs(), threading.Event()
        got: list[object] = []

        def work(job: Job) -> int:
            begun.set()
            while True:
                job.report(0, 1)

        job = jobs.start("x", work, got.append, got.append)
        begun.wait(5)
        with qtbot.waitSignal(job.cancelled, timeout=20_000):
            job.cancel()
        qtbot.waitUntil(lambda: not jobs.running, timeout=60_000)
        assert got == []

    def test_errors_are_told_in_one_line(self, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
        jobs = Jobs()
        got: list[object] = []

        def refused(job: Job) -> None:
            raise TawsimError("no such file")

        def broken(job: Job) -> None:
            raise ValueError("a fault")

        for work in (refused, broken):
            jobs.start("x", work, got.append, got.append)
            qtbot.waitUntil(lambda: not jobs.running, timeout=60_000)
        assert got == ["no such file", "ValueError: a fault"]
        assert "a fault" in caplog.text

    def test_the_time_left_goes_by_the_pace(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        """Of the stage that the work is in: what another stage or the loading of a model took says nothing about it."""
        now = [0.0]
        monkeypatch.setattr("ui.jobs.time", SimpleNamespace(monotonic=lambda: now[0]))
        job = Job("x", lambda job: None)
        assert job.seconds_left() is None
        for seconds, done, left in ((5, 0, None), (15, 20, 40.0), (25, 40, 30.0), (85, 0, None), (105, 10, 180.0)):
            now[0] = seconds
            job.progressed.emit(done, 100)
            assert job.seconds_left() == (None if left is None else pytest.approx(left))


class TestInstance:
    def test_a_second_start_hands_its_files_over(self, qtbot: QtBot, tmp_path: Path) -> None:
        first = Instance()
        assert not first.hand_over([])
        first.listen()
        code = (
            "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
            "app = QCoreApplication([]); from ui.instance import Instance\n"
            "sys.exit(0 if Instance().hand_over([Path(w) for w in sys.argv[1:]]) else 1)"
        )
        name = tmp_path / "ملف مع فراغ.tawsim"
        with qtbot.waitSignal(first.received, timeout=20_000) as signal:
            second = subprocess.Popen([sys.executable, "-c", code, str(name)], cwd=ROOT)
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
        assert signal.args == [[name]]
        assert second.returncode == 0
        first.close()

    def test_strangers_are_not_listened_to(self, qtbot: QtBot) -> None:
        from PySide6.QtNetwork import QLocalSocket

        first = Instance()
        first.listen()
        got: list[object] = []
        first.received.connect(got.append)
        socket = QLocalSocket()
        socket.connectToServer(first.name)
        socket.write(b"rubbish\n")
        qtbot.waitUntil(lambda: socket.bytesAvailable() > 0, timeout=20_000)
        assert got == []
        socket.disconnectFromServer()
        first.close()


class TestProgram:
    def test_a_second_start_brings_its_file_to_the_window(self, person: Person) -> None:
        person.program.open([person.make("نص")])
        person.settle()
        assert person.view.text == "نص"

    def test_the_system_hands_over_files_on_a_mac(self, person: Person) -> None:
        event = QFileOpenEvent(str(person.make("نص")))
        assert person.program.eventFilter(QObject(), event)
        person.settle()
        assert person.view.text == "نص"

    def test_a_fault_is_said_in_plain_words(self, person: Person, caplog: pytest.LogCaptureFixture) -> None:
        try:
            raise RuntimeError("a fault of ours")
        except RuntimeError as error:
            person.program.excepthook(type(error), error, error.__traceback__)
        assert "Something went wrong" in person.message()
        assert "is saved" in person.message()
        assert "a fault of ours" in caplog.text

    def test_missing_fonts_and_damaged_settings_are_said(self, qtbot: QtBot, tmp_path: Path) -> None:
        (tmp_path / "settings.ini").write_text("zoom=big\n", encoding="utf-8")
        person = Person(qtbot, tmp_path)
        assert "zoom" in person.message()
        person.leave()

    def test_on_a_small_screen_the_window_is_no_larger_than_it(self, person: Person) -> None:
        screen = person.window.screen().availableGeometry()
        assert screen.width() < 1440, "the offscreen platform's screen"
        assert screen.contains(person.window.frameGeometry())

    def test_look_and_font_are_changed_in_the_settings(self, person: Person) -> None:
        person.open(person.make("زار أستانا."))
        person.press("Ctrl+,")
        dialog = person.dialog(SettingsDialog)
        dialog.choose(THEME, "dark")
        dialog.agree.click()
        person.settle()
        person.settle()
        assert person.window.desk.theme.name == "dark"
        assert person.view.text == "زار أستانا."

    def test_the_look_follows_the_system(self, make_person: MakePerson) -> None:
        person = make_person(look="system")
        before = person.window
        QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        person.settle()
        person.settle()
        assert person.window is not before

    def test_a_locked_setting_cannot_be_changed(self, qtbot: QtBot, tmp_path: Path) -> None:
        (tmp_path / "machine.ini").write_text("[locked]\ntheme=light\n", encoding="utf-8")
        person = Person(qtbot, tmp_path)
        person.press("Ctrl+,")
        assert not person.dialog(SettingsDialog).changeable(THEME)
        person.leave()


def test_a_project_that_was_worked_on_is_backed_up_when_it_is_closed(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "machine.ini").write_text(f"backup_folder={tmp_path / 'backup'}\n", encoding="utf-8")
    person = Person(qtbot, tmp_path)
    path = person.make("زار أستانا.")
    person.open(path)
    person.press("Ctrl+W")
    assert not (tmp_path / "backup").exists()
    for key in ("3", "2"):
        person.open(path)
        person.select("أستانا")
        person.press(key, "Ctrl+W")
    copy = person.services.open_project(tmp_path / "backup" / "project.tawsim", write=False)
    assert [span.label for span in copy.spans(copy.documents()[0].id, copy.annotator().id)] == ["GPE", "ORG"]
    copy.close()
    person.leave()


def test_a_backup_that_cannot_be_made_keeps_nobody_from_closing(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "machine.ini").write_text(f"backup_folder={tmp_path / 'file'}\n", encoding="utf-8")
    (tmp_path / "file").touch()
    person = Person(qtbot, tmp_path)
    person.open(person.make("زار أستانا."))
    person.select("أستانا")
    person.press("3", "Ctrl+W")
    assert person.program.workspace.project is None
    assert "no backup" in caplog.text
    person.leave()


def test_the_window_starts_and_torch_is_not_imported(tmp_path: Path) -> None:
    """The real program, from its command to its window and out again."""
    mark = tmp_path / "mark"
    code = (
        "import sys, main; code = main.main(['--sample']);"
        "print([name for name in ('torch', 'transformers', 'camel_tools', 'pandas') if name in sys.modules], code)"
    )
    homes = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME")}
    environment = os.environ | homes | {"TAWSIM_START_MARK": str(mark), "TAWSIM_START_QUIT": "1"}
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=100, check=True
    )
    assert done.stdout.strip() == "[] 0"
    assert 0 < float(mark.read_text("ascii")) - began < 100
