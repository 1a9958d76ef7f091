"""Files that appear whole or not at all: written in a hidden folder beside their place, then renamed into it."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from types import TracebackType

from annotate.errors import TawsimError
from annotate.formats.reading import shown


class Output:
    """The files of one export. ``path`` gives where to write, ``finish`` puts everything in its place.

    Of a file format each part is a file ``STEM.PART.EXT``, of a folder format a folder in ``out``. An existing folder
    is written into; what is in it besides stays.
    """

    def __init__(self, out: Path, *, folder: bool) -> None:
        self._out = out
        self._folder = folder
        self._targets: dict[Path, Path] = {}
        self._helpers: dict[Path, Path] = {}

    def __enter__(self) -> Output:
        if self._folder and self._out.is_file():
            raise TawsimError(f"{shown(self._out)}: a file, where a folder is to be written")
        if not self._folder and self._out.is_dir():
            raise TawsimError(f"{shown(self._out)}: a folder, where a file is to be written")
        try:
            self._beside = Path(tempfile.mkdtemp(prefix=".tawsim-", dir=self._out.absolute().parent))
        except OSError as error:
            raise TawsimError(f"{shown(self._out)}: {(error.strerror or str(error)).lower()}") from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self._beside, ignore_errors=True)
        if isinstance(error, OSError):  # it names a file in the hidden folder, which nobody knows
            raise TawsimError(f"{shown(self._out)}: {(error.strerror or str(error)).lower()}") from None

    def path(self, part: str) -> Path:
        """Where to write a part (``""``: all of it)."""
        target = self._named(part) if not self._folder else self._out / part
        temporary = self._beside / str(len(self._targets))
        if self._folder:
            temporary.mkdir()
        self._targets[temporary] = target
        return temporary

    def beside(self, suffix: str, text: str, part: str = "") -> None:
        """Write a helper file that stands beside ``out`` (or beside a part of it), named by its suffix."""
        target = self._named(part) if not self._folder else self._out
        temporary = self._beside / f"beside-{len(self._helpers)}"
        temporary.write_text(text, encoding="utf-8", newline="")
        self._helpers[temporary] = target.with_name(target.name + suffix)

    def finish(self, *, stale: tuple[str, ...] = ()) -> tuple[list[Path], list[Path]]:
        """Put everything in place; helper files of an earlier export that have no successor (``stale``) go.

        Gives the files of the export and the helper files.
        """
        done: list[Path] = []
        for temporary, target in self._targets.items():
            if temporary.is_dir():
                done += _merge(temporary, target)
            else:
                _replace(temporary, target)
                done.append(target)
        for temporary, target in self._helpers.items():
            _replace(temporary, target)
        helpers = list(self._helpers.values())
        for old in (self._out.with_name(self._out.name + suffix) for suffix in stale):
            if old not in helpers:
                old.unlink(missing_ok=True)
        return done, helpers

    def _named(self, part: str) -> Path:
        return self._out.with_name(f"{self._out.stem}.{part}{self._out.suffix}") if part else self._out


def _merge(folder: Path, target: Path) -> list[Path]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    done = [target / path.relative_to(folder) for path in files]
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(target)
        return done
    for path, place in zip(files, done, strict=True):
        place.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, place)
    return done


def _replace(temporary: Path, target: Path) -> None:
    """Rename over the target once the bytes are on the disk: after a power cut it is the old file or the whole new."""
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(temporary, target)
