"""CAMeL-Tools in the window: one worker process that is found again, and whose death costs nothing."""

import lzma
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from annotate.model import Suggestion
from annotate.suggest.camel_models import data_folder
from annotate.suggest.source_settings import sources_on
from tests.annotate.suggest.camel_server import MODEL, Server, break_down, write_catalogue, zipped
from tests.conftest import Shared
from tests.window import Person
from ui.dialogs.models import ModelsDialog

ARTICLE = Path(__file__).parents[2] / "seeds" / "sample" / "tajikistan-kazakhstan.txt"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for the worker in /proc")


def running() -> list[int]:
    """The CAMeL workers that this process started."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            parent = (path / "stat").read_text().rpartition(")")[2].split(" ")[2]
            words = (path / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if int(parent) == os.getpid() and b"--worker" in words and b"camel" in words:
            found.append(int(path.name))
    return found


@pytest.fixture
def workers() -> Callable[[], list[int]]:
    """Gives the workers of the window: tests that ran before keep one of their own."""
    before = set(running())
    return lambda: [worker for worker in running() if worker not in before]


@pytest.fixture
def installed(shared: Shared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    models = data_folder() / "data"
    shutil.copytree(shared / "camel" / "tiny-ner", models / "ner" / "arabert")
    (models / "ner" / "arabert").chmod(0o755)  # what is shared is read-only
    database = models / "morphology_db" / "calima-msa-r13" / "morphology.db"
    database.parent.mkdir(parents=True)
    database.write_bytes(lzma.decompress((shared / "camel" / "morphology.db.xz").read_bytes()))
    # Downloads fail at once, whether or not there is a network.
    for name in ("http_proxy", "https_proxy", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setattr("annotate.suggest.camel_download._PAUSE", 0.0)


@pytest.mark.usefixtures("installed")
def test_one_worker_serves_the_window_and_its_death_costs_nothing(
    person: Person, workers: Callable[[], list[int]]
) -> None:
    article = ARTICLE.read_text(encoding="utf-8")
    person.open(person.make(article, "وصل إلى كازاخستان. دخل مدرستهم وكريمات كاليفورنيا."))
    person.project.set_setting("sources", ["camel"])
    assert workers() == []

    person.press("Ctrl+J")
    first = person.pending()
    assert "أستانا" in first
    (worker,) = workers()

    person.press("Ctrl+Shift+J")
    assert workers() == [worker]
    assert person.pending() == first
    # What the morphology knows better than the rules is kept for exports and for selecting by word.
    assert person.project.clitic_splits()["وكريمات"] == ("و", "كريمات")

    os.kill(worker, signal.SIGKILL)
    person.press("Ctrl+J")
    assert person.pending() == first
    assert workers() not in ([], [worker])

    person.window.close()
    assert workers() == []


@pytest.mark.usefixtures("installed")
def test_a_long_document_fills_page_by_page_and_a_cancel_keeps_what_came(person: Person) -> None:
    """What an earlier run found further on stays, and so do the splits that the morphology gave."""
    article = ARTICLE.read_text(encoding="utf-8")
    text = "وكريمات كاليفورنيا.\n" + article * 60
    person.open(person.make(text))
    person.project.set_setting("sources", ["camel"])
    document, me = person.program.workspace.document, person.project.annotator().id
    assert document is not None
    mine = [
        Suggestion(document=document.id, annotator=me, start=at, end=at + 4, label="MISC", by="camel", score=0.9)
        for at in (0, len(text) - 10)
    ]
    person.project.replace_suggestions(document.id, me, mine)
    came: list[int] = []

    def stop(_: str) -> None:
        came.append(len(person.program.workspace.suggestions()))
        if len(came) == 3:
            person.window.status.cancel()

    person.program.workspace.suggested.connect(stop)
    person.press("Ctrl+J")
    assert came[0] < came[1] < came[2]
    found = person.program.workspace.suggestions()
    assert mine[0] not in found
    assert found[-1] == mine[1]
    assert found[-2].end < 60 * len(article) / 4
    assert person.project.clitic_splits()["وكريمات"] == ("و", "كريمات")


def test_without_a_model_the_window_says_what_to_do(
    person: Person, workers: Callable[[], list[int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "empty"))
    monkeypatch.delenv("CAMELTOOLS_DATA", raising=False)
    person.open(person.make("نص"))
    person.project.set_setting("sources", ["camel"])
    person.press("Ctrl+J")
    assert "No CAMeL-Tools model is installed" in person.message()
    assert workers() == []
    second(person, "Get a model").click()
    assert person.dialog(ModelsDialog)


@pytest.mark.usefixtures("installed")
def test_a_worker_that_is_killed_at_work_is_said_and_the_work_offered_again(
    person: Person, workers: Callable[[], list[int]], qtbot: QtBot
) -> None:
    person.open(person.make(ARTICLE.read_text(encoding="utf-8") * 40))
    person.project.set_setting("sources", ["camel"])
    came: list[int] = []

    def kill(_: str) -> None:
        came.append(len(person.program.workspace.suggestions()))
        if len(came) == 1:
            os.kill(workers()[0], signal.SIGKILL)

    person.program.workspace.suggested.connect(kill)
    person.press("Ctrl+J")
    assert "CAMeL-Tools broke off; what came stays. camel: the process was ended by signal 9" in person.message()
    assert len(person.program.workspace.suggestions()) >= came[0] > 0
    pages = len(came)
    second(person, "Suggest again").click()
    person.settle()
    assert person.message().startswith(f"{len(person.program.workspace.suggestions())} ")
    assert len(came) > pages + 20


def second(person: Person, named: str) -> QAbstractButton:
    """The way out that the message offers."""
    found = person.window.strip.findChildren(QAbstractButton)
    return next(button for button in found if button.isVisible() and button.text().startswith(named))


def ask(person: Person) -> ModelsDialog:
    """Open the dialog of the models."""
    person.window.table.run("camel")
    person.settle()
    return person.dialog(ModelsDialog)


def press(dialog: ModelsDialog, named: str) -> None:
    """Press the button or box whose text, or name for screen readers, begins so."""
    found = dialog.findChildren(QAbstractButton)
    next(b for b in found if b.text().startswith(named) or b.accessibleName().startswith(named)).click()


@pytest.mark.usefixtures("installed")
def test_models_are_seen_used_and_removed(person: Person) -> None:
    person.open(person.make("وصل إلى أستانا."))
    dialog = ask(person)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"7 MB", "8 MB"} <= set(said)
    assert any(text.startswith("Licence: ") and "AraBERT" in text for text in said)
    assert any(text.startswith("Licence: ") and "GPL" in text for text in said)
    assert len([text for text in said if text.endswith("– installed")]) == 2
    press(dialog, "Run it in 8 bits")
    press(dialog, "Use it in this project")
    assert person.project.setting("camel_int8") is True
    assert "camel" in person.project.setting("sources")
    press(dialog, "Remove ner-arabert")
    person.settle()
    assert "ner-arabert is removed" in person.message()
    assert not (data_folder() / "data" / "ner" / "arabert").exists()

    press(ask(person), "Download ner-arabert")
    person.settle()
    assert "the server cannot be reached" in person.message()


@pytest.fixture
def server(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server whose file the window's catalogue describes; nothing is installed."""
    for name in ("XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "empty"))
    monkeypatch.delenv("CAMELTOOLS_DATA", raising=False)
    server = Server(zipped(MODEL))
    write_catalogue(tmp_path / "seeds", server.url, server.content, MODEL)
    for path in person.services.seeds.iterdir():
        if path.name != "camel":
            (tmp_path / "seeds" / path.name).symlink_to(path)
    monkeypatch.setattr(person.services, "seeds", tmp_path / "seeds")
    yield server
    server.close()


def test_a_download_is_cancelled_at_once_continued_and_its_use_offered(
    person: Person, server: Server, qtbot: QtBot
) -> None:
    person.open(person.make("نص"))
    server.plan = [break_down]
    press(ask(person), "Download ner-arabert")
    (job,) = person.program.jobs.running
    qtbot.waitUntil(lambda: server.silent.is_set() and job.share > 0, timeout=20_000)
    began = time.monotonic()
    person.window.status.cancel()
    person.settle()
    assert time.monotonic() - began < 1
    assert "Cancelled. What was downloaded is kept" in person.message()

    press(ask(person), "Download ner-arabert")
    person.settle()
    assert server.starts[1] > 0
    assert "ner-arabert is installed (1 MB)" in person.message()
    second(person, "Use it in this project").click()
    assert "camel" in sources_on(person.project)
    assert "whenever suggestions are made" in person.message()
    second(person, "Suggest for all documents now").click()
    person.settle()
    # There are no weights in the server's model.
    assert "its weights cannot be read" in person.message()


def test_what_is_no_model_is_said_and_without_a_project_nothing_is_offered(
    person: Person, server: Server, tmp_path: Path
) -> None:
    ask(person).chosen.emit(tmp_path)
    person.settle()
    assert "no CAMeL-Tools model is in it" in person.message()
    (tmp_path / "camelbert.zip").write_bytes(server.content)
    ask(person).chosen.emit(tmp_path / "camelbert.zip")
    person.settle()
    assert "ner-arabert is installed" in person.message()
    assert not [
        b for b in person.window.strip.findChildren(QAbstractButton) if b.text().startswith("Use") and b.isVisible()
    ]
    box = next(b for b in ask(person).findChildren(QAbstractButton) if b.text().startswith("Use it in this project"))
    assert not box.isEnabled()
    assert box.toolTip() == "Open a project first."


@pytest.mark.usefixtures("installed")
def test_a_model_of_another_is_not_removed(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(data_folder()))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "other"))
    (button,) = [b for b in ask(person).findChildren(QAbstractButton) if b.accessibleName() == "Remove ner-arabert"]
    assert not button.isEnabled()
    assert "there" in button.toolTip()
