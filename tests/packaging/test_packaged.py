"""The built package as a stranger's machine has it: another place, nothing writable, no home, no locale, no Python.

Needs `make package` and `make package-lite`; `make package-test` runs these, `make test` does not.
"""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
DIST = ROOT / "dist"
NOBODY = 65534
LIMITS = {"Tawsim": 800e6, "Tawsim-lite": 300e6}
EDITIONS = tuple(LIMITS)

pytestmark = [
    pytest.mark.package,
    pytest.mark.timeout(600),
    pytest.mark.skipif(sys.platform != "linux", reason="the workflow tests the other systems by self-test"),
]


@dataclass(frozen=True)
class Installed:
    """A copy of the package, and a folder that the unprivileged user may write to."""

    folder: Path
    work: Path

    def environment(self, **more: str) -> dict[str, str]:
        """Next to nothing: no home, no locale, no Python of the developer's."""
        return {"PATH": "/usr/bin:/bin", "LANG": "C", "HOME": "/nonexistent", "TMPDIR": str(self.work)} | more

    def command(self, program: str, *words: object) -> list[str]:
        """The words that start a program of the package as an unprivileged user (where we are root)."""
        drop = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"] if os.getuid() == 0 else []
        return [*drop, str(self.folder / program), *map(str, words)]

    def call(self, *words: object) -> dict[str, Any]:
        """A sub-command with --json; fails with what it said."""
        command = self.command("tawsim-cli", *words, "--json")
        done = subprocess.run(command, env=self.environment(), cwd="/", capture_output=True, timeout=300, check=False)
        assert done.returncode == 0, done.stderr.decode(errors="replace") + done.stdout.decode(errors="replace")
        answer: dict[str, Any] = json.loads(done.stdout.decode())
        return answer


@pytest.fixture(scope="module", params=EDITIONS)
def installed(request: pytest.FixtureRequest) -> Iterator[Installed]:
    built = DIST / request.param
    if not built.exists():
        pytest.skip(f"needs {built.relative_to(ROOT)}: make package package-lite")
    with tempfile.TemporaryDirectory(prefix="tawsim packaged ") as name:
        base = Path(name)
        base.chmod(0o755)
        folder = base / "برامج التوسيم" / f"my {request.param}"
        shutil.copytree(built, folder, symlinks=True)
        for path in [folder, *folder.rglob("*")]:
            if not path.is_symlink():
                path.chmod(path.stat().st_mode & ~0o222)
        work = base / "عمل"
        work.mkdir()
        if os.getuid() == 0:
            os.chown(work, NOBODY, NOBODY)
        yield Installed(folder, work)
        for path in [folder, *folder.rglob("*")]:
            if path.is_dir():
                path.chmod(0o755)


@pytest.mark.parametrize("edition", EDITIONS)
def test_size_unpacked(edition: str) -> None:
    folder = DIST / edition
    if not folder.exists():
        pytest.skip(f"needs dist/{edition}")
    size = sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    assert size <= LIMITS[edition], f"{size / 1e6:.0f} MB"


def test_self_test(installed: Installed) -> None:
    answer = installed.call("self-test")
    assert answer["ok"], answer
    steps = {step["name"]: step["detail"] for step in answer["steps"]}
    assert ("skipped" in steps["suggest camel"]) == installed.folder.name.endswith("lite")


def test_the_whole_job_on_the_command_line(installed: Installed) -> None:
    project, out = installed.work / "مشروع.tawsim", installed.work / "خرج.jsonl"
    article = next(installed.folder.rglob("tajikistan-kazakhstan.txt"))
    installed.call("new", project)
    installed.call("import", project, article)
    assert installed.call("suggest", project)["suggestions"]["places"] > 5
    assert installed.call("accept", project)["spans"] > 5
    installed.call("export", project, out, "--format", "jsonl")
    document = json.loads(out.read_text(encoding="utf-8"))
    assert {document["text"][span["start"] : span["end"]] for span in document["spans"]} >= {"أستانا"}


def test_agreement_of_two_people(installed: Installed) -> None:
    project, lines = installed.work / "اتفاق.tawsim", installed.work / "طبقتان.jsonl"
    span = {"id": "s1", "start": 0, "end": 6, "label": "GPE", "attributes": {}, "note": ""}
    layers = [{"name": "خبر", "text": "أستانا", "annotator": who, "spans": [span]} for who in ("Amal", "Basim")]
    lines.write_text("".join(json.dumps(layer) + "\n" for layer in layers), encoding="utf-8")
    installed.call("new", project)
    installed.call("import", project, lines)
    (pair,) = installed.call("agree", project)["pairs"]
    assert pair["spans"]["exact"]["f1"] == 1


def test_errors_are_one_line(installed: Installed) -> None:
    command = installed.command("tawsim-cli", "info", installed.work / "لا شيء.tawsim")
    done = subprocess.run(command, env=installed.environment(), cwd="/", capture_output=True, timeout=60, check=False)
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert "لا شيء.tawsim" in line
    assert "Traceback" not in line


@contextmanager
def x_server() -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A screen of its own, and its name."""
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        pytest.skip("needs Xvfb and xdotool")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-ac", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as answer:
        number = answer.readline().strip()
    try:
        yield server, f":{number}"
    finally:
        server.terminate()
        server.wait()


@pytest.fixture
def display() -> Iterator[str]:
    with x_server() as (_, name):
        yield name


def window_names(display: str) -> list[str]:
    """The names of all windows on the display."""
    command = ["xdotool", "search", "--onlyvisible", "--name", ".", "getwindowname", "%@"]
    done = subprocess.run(command, env=os.environ | {"DISPLAY": display}, capture_output=True, check=False)
    return done.stdout.decode().splitlines()


def wait_for_window(display: str, name: str, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not any(name in title for title in window_names(display)):
        assert time.monotonic() < deadline, f"no window named {name}: {window_names(display)}"
        time.sleep(0.1)


@contextmanager
def window(installed: Installed, display: str, *words: object, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    """The program's window while the block runs."""
    environment = installed.environment(DISPLAY=display, **more)
    process = subprocess.Popen(installed.command("Tawsim", *words), env=environment, cwd="/", stderr=subprocess.PIPE)
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=30)


@pytest.fixture
def project(installed: Installed) -> Path:
    """A project with the sample article and its suggestions accepted."""
    path = installed.work / f"مشروع {time.monotonic_ns()}.tawsim"
    installed.call("new", path)
    installed.call("import", path, next(installed.folder.rglob("tajikistan-kazakhstan.txt")))
    installed.call("suggest", path, "--with", "places")
    installed.call("accept", path)
    return path


def test_a_second_start_hands_its_file_to_the_first(installed: Installed, display: str, project: Path) -> None:
    other = project.with_name("الثاني.tawsim")
    installed.call("new", other)
    with window(installed, display, project) as first:
        wait_for_window(display, project.stem)
        environment = installed.environment(DISPLAY=display)
        second = installed.command("Tawsim", other)
        done = subprocess.run(second, env=environment, cwd="/", capture_output=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        wait_for_window(display, other.stem)
        assert first.poll() is None


def test_a_display_that_is_lost_loses_nothing(installed: Installed, project: Path) -> None:
    before = installed.call("info", project)["spans"]
    with x_server() as (server, display), window(installed, display, project) as process:
        wait_for_window(display, project.stem)
        server.kill()
        process.wait(timeout=30)
    assert installed.call("info", project)["spans"] == before
    assert not installed.call("accept", project)["spans"]


def test_a_program_folder_that_moves_loses_nothing(installed: Installed, display: str, project: Path) -> None:
    before = installed.call("info", project)["spans"]
    moved = installed.folder.with_name("elsewhere")
    with window(installed, display, project) as process:
        wait_for_window(display, project.stem)
        installed.folder.rename(moved)
        try:
            subprocess.run(["xdotool", "key", "Tab"], env=os.environ | {"DISPLAY": display}, check=True)
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(timeout=1)
        finally:
            moved.rename(installed.folder)
    assert installed.call("info", project)["spans"] == before


def test_damaged_settings_are_no_obstacle(installed: Installed, display: str, project: Path) -> None:
    settings = installed.work / "settings" / "Tawsim" / "tawsim.ini"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_bytes(b"[General\nzoom=many\nrecent=\xff\xfe{{{\n" * 20)
    if os.getuid() == 0:
        for path in (settings, *settings.parents[:2]):
            os.chown(path, NOBODY, NOBODY)
    with window(installed, display, project, XDG_CONFIG_HOME=str(settings.parent.parent)):
        wait_for_window(display, project.stem)


@pytest.mark.parametrize("edition", EDITIONS)
def test_archive_installs_and_leaves(edition: str, tmp_path: Path) -> None:
    archives = list(DIST.glob(f"{edition.lower()}-[0-9]*.tar.gz"))
    if not archives:
        pytest.skip(f"needs dist/{edition.lower()}-….tar.gz: make package package-lite")
    with tarfile.open(archives[0]) as tar:
        tar.extractall(tmp_path, filter="tar")
    (unpacked,) = tmp_path.iterdir()
    prefix = tmp_path / "my local"
    script = [str(unpacked / "install.sh"), f"--prefix={prefix}"]
    subprocess.run(script, check=True, capture_output=True)
    desktop = (prefix / "share/applications/tawsim.desktop").read_text(encoding="utf-8")
    assert f'Exec="{prefix}/lib/tawsim/Tawsim" %F' in desktop.splitlines()
    assert (prefix / "share/mime/packages/tawsim.xml").exists()
    assert (prefix / "share/icons/hicolor/128x128/apps/tawsim.png").exists()
    done = subprocess.run([prefix / "bin/tawsim-cli", "models", "--json"], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    subprocess.run([*script, "--uninstall"], check=True, capture_output=True)
    assert not [path for path in prefix.rglob("*") if "tawsim" in path.name.lower()]


def test_checksums_and_bill_of_materials() -> None:
    if not (DIST / "SHA256SUMS").exists():
        pytest.skip("needs dist/SHA256SUMS: make package package-lite")
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=DIST, check=True)
    for bill in DIST.glob("*.cdx.json"):
        parts = {part["name"].lower() for part in json.loads(bill.read_text(encoding="utf-8"))["components"]}
        assert {"pyside6_essentials", "sqlite-utils", "cpython", "vazirmatn"} <= parts
        assert ("torch" in parts) == ("lite" not in bill.name)
