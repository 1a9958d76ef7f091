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


def test_errors_are_one_line(installed: Installed) -> None:
    command = installed.command("tawsim-cli", "info", installed.work / "لا شيء.tawsim")
    done = subprocess.run(command, env=installed.environment(), cwd="/", capture_output=True, timeout=60, check=False)
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert "لا شيء.tawsim" in line
    assert "Traceback" not in line


@pytest.fixture
def display() -> Iterator[str]:
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
    yield f":{number}"
    server.terminate()
    server.wait()


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


def test_a_second_start_hands_its_file_to_the_first(installed: Installed, display: str) -> None:
    first, second = installed.work / "الأول.tawsim", installed.work / "الثاني.tawsim"
    for project in (first, second):
        if not project.exists():
            installed.call("new", project)
    environment = installed.environment(DISPLAY=display)
    window = subprocess.Popen(installed.command("Tawsim", first), env=environment, cwd="/", stderr=subprocess.PIPE)
    try:
        wait_for_window(display, first.stem)
        done = subprocess.run(
            installed.command("Tawsim", second), env=environment, cwd="/", capture_output=True, timeout=60, check=False
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        wait_for_window(display, second.stem)
        assert window.poll() is None
    finally:
        window.terminate()
        window.communicate(timeout=30)


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
