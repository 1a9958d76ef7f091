"""A person with an Arabic keyboard works by keys: a real X server with its layout, key codes, the real program.

What counts is the project file. Key codes are those of the kernel plus eight, as X11 has them: they say where a key
lies, whatever its layout prints on it.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from annotate.model import Suggestion, SuggestionState
from store.database import open_project
from tests.packaging.test_packaged import wait_for_window
from tests.projects import ROOT, add_document, new_project

PATIENCE = 30.0
"""Seconds that anything may take before the test fails."""

TEXT = "زار قاسم جومارت توكاييف أستانا أمس.\nثم عاد الرئيس إلى طاجيكستان ومنها إلى دوشنبه."
PLACES = ("أستانا", "طاجيكستان", "دوشنبه")

TAB, ENTER, CONTROL = 23, 36, 37
FOUR, Z, X = 13, 52, 53

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs an X server and Qt's platform for it")


@pytest.fixture(params=["", "digits"], ids=["123", "١٢٣"])
def display(request: pytest.FixtureRequest) -> Iterator[str]:
    """A screen of its own whose keyboard has an Arabic layout and no other: with the digits 123, and with ١٢٣."""
    for tool in ("Xvfb", "setxkbmap", "xkbcomp", "xdotool"):
        if not shutil.which(tool):
            pytest.skip(f"needs {tool}")
    read, write = os.pipe()
    # Without -noreset the layout would be gone as soon as setxkbmap, then the only client, has left.
    screen = ["-screen", "0", "1400x900x24", "-noreset", "-ac", "-nolisten", "tcp"]
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), *screen], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            name = f":{answer.readline().strip()}"
        assert name != ":", "Xvfb did not start"
        run("setxkbmap", "-display", name, "-layout", "ara", "-variant", request.param)
        layout = run("xkbcomp", "-w0", name, "-")
        for key, sign in (("AB02", "Arabic_hamza"), ("AE04", "Arabic_4" if request.param else "4")):
            assert re.search(rf"key <{key}> \{{[^}}]*\[\s*{sign}\b", layout), f"{key} does not type {sign}"
        yield name
    finally:
        server.kill()
        server.wait()


def run(*command: str, **more: str) -> str:
    """What a tool of X prints."""
    done = subprocess.run(command, env=os.environ | more, capture_output=True, timeout=PATIENCE, check=True)
    return done.stdout.decode(errors="replace")


@dataclass(frozen=True)
class Desk:
    """The program's window on a display, and the project file that it has open."""

    display: str
    project: Path
    said: Path

    def press(self, *codes: int) -> None:
        """Press keys together, by their codes."""
        run("xdotool", "key", "+".join(map(str, codes)), DISPLAY=self.display)

    def read(self) -> tuple[dict[str, str], list[tuple[str, str]]]:
        """What the file says: what became of each suggestion, and the spans as (text, label)."""
        with closing(open_project(self.project, write=False)) as project:
            (summary,) = project.documents()
            text, me = project.document(summary.id).text, project.annotator().id
            found = project.suggestions(summary.id, me, tuple(SuggestionState))
            spans = project.spans(summary.id, me)
        states = {text[one.start : one.end]: one.state.value for one in found}
        return states, [(text[one.start : one.end], one.label) for one in spans]

    def wait_for(self, *states: str, spans: list[tuple[str, str]]) -> None:
        """Wait until the file has the places in these states, and these spans."""
        expected = dict(zip(PLACES, states, strict=True)), spans
        deadline = time.monotonic() + PATIENCE
        while (found := self.read()) != expected:
            said = self.said.read_text(encoding="utf-8", errors="replace")
            assert time.monotonic() < deadline, f"{found} and not {expected}; the program said: {said}"
            time.sleep(0.1)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A closed project with one document and three pending suggestions."""
    path = tmp_path / "لوحة.tawsim"
    with closing(new_project(path)) as project:
        document, me = add_document(project, TEXT), project.annotator().id
        starts = [(TEXT.index(place), len(place)) for place in PLACES]
        pending = [
            Suggestion(document=document.id, annotator=me, start=start, end=start + length, label="GPE", by="places")
            for start, length in starts
        ]
        project.replace_suggestions(document.id, me, pending)
    return path


@contextmanager
def program(display: str, project: Path, folder: Path) -> Iterator[Path]:
    """The real program on the project while the block runs; gives the file with what it says."""
    own = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8", "HOME": str(folder)}
    for name in ("CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "STATE_HOME", "RUNTIME_DIR"):
        (folder / name).mkdir(mode=0o700)
        own[f"XDG_{name}"] = str(folder / name)
    said = folder / "said"
    # Little else of the environment: an input method of the person who runs the tests would take the keys.
    environment = own | {"PATH": os.environ["PATH"]}
    command = [sys.executable, str(ROOT / "main.py"), str(project)]
    with said.open("wb") as out:
        process = subprocess.Popen(command, env=environment, cwd=folder, stdout=out, stderr=out, start_new_session=True)
    try:
        yield said
        assert process.poll() is None, said.read_text(encoding="utf-8", errors="replace")
    finally:
        os.killpg(process.pid, signal.SIGKILL)  # with its workers
        process.wait()


@pytest.fixture
def desk(display: str, project: Path, tmp_path: Path) -> Iterator[Desk]:
    """The window, there and with the keyboard's focus."""
    folder = tmp_path / "home"
    folder.mkdir()
    with program(display, project, folder) as said:
        try:
            wait_for_window(display, project.stem, PATIENCE)
        except AssertionError:
            pytest.fail(f"no window; the program said: {said.read_text(encoding='utf-8', errors='replace')}")
        # No window manager is there to give the focus to a new window.
        search = ("search", "--onlyvisible", "--name", project.stem)
        run("xdotool", *search, "windowfocus", "--sync", DISPLAY=display)
        yield Desk(display, project, said)


def test_keys_of_an_arabic_layout_decide_and_undo(desk: Desk) -> None:
    accepted = [("أستانا", "GPE")]
    desk.wait_for("pending", "pending", "pending", spans=[])
    desk.press(TAB)
    desk.press(ENTER)
    desk.wait_for("accepted", "pending", "pending", spans=accepted)
    desk.press(X)  # types ء
    desk.wait_for("accepted", "rejected", "pending", spans=accepted)
    desk.press(CONTROL, Z)  # types ئ
    desk.wait_for("accepted", "pending", "pending", spans=accepted)
    desk.press(FOUR)  # types 4 or ٤
    desk.wait_for("accepted", "edited", "pending", spans=[*accepted, ("طاجيكستان", "LOC")])
    desk.press(CONTROL, Z)
    desk.wait_for("accepted", "pending", "pending", spans=accepted)
    desk.press(CONTROL, Z)
    desk.wait_for("pending", "pending", "pending", spans=[])
