"""The rooms and who may import whom (design: *The rooms*), sizes, names; and no machine of ours stands in a file."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("annotate", "store", "ui")
MODULE_CEILING = 450
FUNCTION_CEILING = 45

# What a room may not import. `main.py` wires the rooms and may import all of them.
FORBIDDEN = {
    "annotate": {"store", "ui", "main", "PySide6", "shiboken6", "sqlite3", "sqlite_utils"},
    "store": {"ui", "main", "PySide6", "shiboken6"},
    "ui": {"store", "main", "sqlite3", "sqlite_utils"},
}
MODEL_LIBRARIES = {"camel_tools", "torch", "transformers"}
VAGUE_NAMES = {"common", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}


def modules() -> list[Path]:
    """Every module of the program, as paths relative to the checkout."""
    found = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    return sorted(path.relative_to(ROOT) for path in [*found, ROOT / "main.py"])


def imported(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Top-level packages that a module imports anywhere, with the line; type-only imports count too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name.split(".")[0], node.lineno
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.split(".")[0], node.lineno


def parse(module: Path) -> ast.Module:
    return ast.parse((ROOT / module).read_text(encoding="utf-8"))


def may_import_models(module: Path) -> bool:
    """Only `annotate/suggest/camel.py`, `camel_….py` and modules in `annotate/suggest/camel/`."""
    return module.parts[:2] == ("annotate", "suggest") and len(module.parts) > 2 and module.parts[2].startswith("camel")


@pytest.mark.parametrize("module", modules(), ids=str)
def test_imports_stay_in_their_rooms(module: Path) -> None:
    forbidden = set(FORBIDDEN.get(module.parts[0], set()))
    if not may_import_models(module):
        forbidden |= MODEL_LIBRARIES
    wrong = [f"{module}:{line}: imports {name}" for name, line in imported(parse(module)) if name in forbidden]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("module", modules(), ids=str)
def test_modules_and_functions_stay_small(module: Path) -> None:
    lines = len((ROOT / module).read_text(encoding="utf-8").splitlines())
    assert lines <= MODULE_CEILING, f"{module} has {lines} lines: split it"
    for node in ast.walk(parse(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
            length = (node.end_lineno or 0) - first.lineno + 1
            assert length <= FUNCTION_CEILING, f"{module}:{node.lineno}: {node.name} has {length} lines: split it"


@pytest.mark.parametrize("module", modules(), ids=str)
def test_modules_are_named_for_what_they_are(module: Path) -> None:
    assert not VAGUE_NAMES & {*module.parent.parts, module.stem}


def test_main_only_wires() -> None:
    assert len((ROOT / "main.py").read_text(encoding="utf-8").splitlines()) < 80


def tracked_texts() -> Iterator[tuple[Path, str]]:
    """Every text file of the repository; in a checkout without git, none."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    for name in filter(None, listing.split("\0")):
        path = ROOT / name
        if path.is_file() and b"\0" not in (data := path.read_bytes()):
            yield path.relative_to(ROOT), data.decode("utf-8", errors="replace")


def test_no_machine_stands_in_a_file() -> None:
    """No path of a developer's machine and no registry's host: both differ from place to place."""
    folder = re.compile(r"(?<![\w./$}])/(?:root|work|home/[a-z]\w*|Users/[A-Za-z]\w*)/")
    hosts = [".".join(parts) for parts in (("files", "pythonhosted"), ("registry", "npmjs"), ("deb", "debian"))]
    # Corpora and lists are other people's text and may hold anything; tests of paths invent some.
    files = [(path, text) for path, text in tracked_texts() if path.parts[0] not in ("seeds", "tests")]
    wrong = [f"{path}: {hit.group()}" for path, text in files if (hit := folder.search(text))]
    wrong += [f"{path}: {host}" for path, text in files for host in hosts if host in text]
    assert not wrong, "\n".join(wrong)


def test_the_cpu_index_of_torch_stands_once() -> None:
    index = "/".join(("download.pytorch.org", "whl"))
    holders = [(str(path), text.count(index)) for path, text in tracked_texts() if index in text]
    assert holders in ([("Makefile", 1)], [])
