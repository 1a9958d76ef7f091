"""Brings the ``.ts`` files up to the sources and compiles them: ``python -m ui.i18n.compiling``.

For developers and tests; the program itself only reads the ``.qm`` files.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ui.i18n.language import NAMES

FOLDER = Path(__file__).parent
_ROOT = FOLDER.parent.parent


def sources() -> list[Path]:
    """The modules that may hold texts."""
    return sorted((_ROOT / "ui").rglob("*.py"))


def update(language: str, file: Path) -> None:
    """Bring a ``.ts`` file up to the sources: new texts come in unfinished, old ones go."""
    names = [str(path.relative_to(_ROOT)) for path in sources()]
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language, "-silent"]
    _run("lupdate", *names, *options, "-ts", str(file))


def release(file: Path, to: Path) -> None:
    """Compile a ``.ts`` file. A program that runs has the old one in memory: it is replaced, not written into."""
    beside = to.with_suffix(".new")
    _run("lrelease", "-silent", str(file), "-qm", str(beside))
    beside.replace(to)


def _run(tool: str, *words: str) -> None:
    command = [str(Path(sys.executable).with_name(f"pyside6-{tool}")), *words]
    subprocess.run(command, cwd=_ROOT, check=True, capture_output=True)


def main() -> None:
    """Bring both languages up to date."""
    for language in NAMES:
        file = FOLDER / f"tawsim_{language}.ts"
        update(language, file)
        release(file, file.with_suffix(".qm"))


if __name__ == "__main__":
    main()
