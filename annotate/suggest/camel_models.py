"""The CAMeL-Tools models and data on this machine: list, install from the network, a folder or a zip, remove.

Nothing here needs torch or camel_tools. An installed model is replaced by one rename, after everything was checked: no
failure, of the network, the disk or the process, leaves half a model or none where there was one.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import filelock
import platformdirs

from annotate.errors import TawsimError
from annotate.suggest.camel_folder import (
    MORPHOLOGY,
    NER,
    ModelFiles,
    check_morphology,
    check_ner,
    model_files,
    ner_labels,
)
from annotate.suggest.camel_transfer import Cancelled, Progress

OFFERED = ("ner-arabert", "morphology-db-msa-r13")
"""The packages of CAMeL's catalogue that Tawsim uses."""
_CHECKS = {NER: check_ner, MORPHOLOGY: check_morphology}
# What a zip may be larger than the files in it.
_ZIP_OVERHEAD = 1 << 20
_FIRST = ("arabert", "calima-msa-r13")
_NO_NAME = re.compile(r"[^\w.-]+")
_LICENCE = re.compile(r"^license:\s*(\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CamelModel:
    """A model. ``kind`` is ``ner`` or ``morphology_db``; ``bytes`` is its size unpacked.

    ``folder`` is where it is installed, None where it is not. ``own`` tells whether it lies in Tawsim's folder, where
    alone it can be removed.
    """

    name: str
    kind: str
    bytes: int
    licence: str
    description: str = ""
    folder: Path | None = None
    own: bool = True

    @property
    def installed(self) -> bool:
        """Whether it is on this machine."""
        return self.folder is not None


@dataclass(frozen=True, slots=True)
class _Copy:
    """A copied model, and the SHA-256 of each of its files."""

    folder: Path
    sums: dict[str, str]


def _silent(what: str, done: int, total: int) -> None:
    pass


def _never() -> bool:
    return False


def data_folder() -> Path:
    """Where Tawsim installs models, laid out as CAMeL-Tools lays out ``$CAMELTOOLS_DATA``."""
    return platformdirs.user_data_path("tawsim", appauthor=False) / "camel_tools"


def other_folders() -> list[Path]:
    """Where CAMeL-Tools itself installs models; they are used, never written to."""
    own = Path.home() / ("AppData/Roaming/camel_tools" if os.name == "nt" else ".camel_tools")
    named = os.environ.get("CAMELTOOLS_DATA")
    return [Path(named), own] if named else [own]


def installed(kind: str, folders: Iterable[Path]) -> Iterator[Path]:
    """The installed models of a kind, CAMeL's own first."""
    for folder in folders:
        try:
            found = sorted((folder / "data" / kind).iterdir(), key=lambda path: (path.name not in _FIRST, path.name))
        except OSError:
            continue
        yield from (path for path in found if not path.name.startswith(".") and _is_whole(kind, path))


def installed_labels() -> list[str]:
    """The labels of the model that is used where none is named; none where no model is installed."""
    model = next(installed(NER, [data_folder(), *other_folders()]), None)
    return ner_labels(model) if model is not None else []


class CamelModels:
    """The models on this machine and those that the catalogue in ``seeds`` offers.

    Every method that writes may be called from any thread or process; one at a time does its work, a second is refused.
    All raise TawsimError (one line) for what a person can mend.
    """

    def __init__(self, seeds: Path, data: Path | None = None, others: Sequence[Path] | None = None) -> None:
        self._packages: Mapping[str, Any] = json.loads((seeds / "camel" / "catalogue.json").read_text("utf-8"))[
            "packages"
        ]
        self._data = data or data_folder()
        self._others = list(others if others is not None else other_folders())

    def all(self) -> list[CamelModel]:
        """The installed models, then those that can be installed by name."""
        if any(self._data.glob("data/*/.old-*")):  # a crash between two renames
            with suppress(TawsimError), self._writing():
                pass
        found: dict[str, CamelModel] = {}
        for folder in (self._data, *self._others):
            for kind in _CHECKS:
                for path in installed(kind, [folder]):
                    model = self._installed_model(kind, path, own=folder == self._data)
                    found.setdefault(model.name, model)
        for name in OFFERED:
            found.setdefault(name, self._offered(name))
        return list(found.values())

    def install(self, name: str, progress: Progress = _silent, cancelled: Cancelled = _never) -> CamelModel:
        """Download a package of the catalogue, check it and put it in place of an older one.

        ``progress(what, done, total)`` counts bytes of ``download`` and of ``unpack``. ``cancelled`` is asked at least
        every ten seconds; ModelCancelled is then raised. What was downloaded is kept, and continued from next time.
        """
        if name not in OFFERED:
            raise TawsimError(f"no such model: {name} (there are {', '.join(OFFERED)})")
        # Here, not above: what downloads takes a third of a second to import, and every window asks what is installed.
        from annotate.suggest.camel_download import download

        package = self._packages[name]
        with self._writing():
            self._check_space(2 * package["size"] + _ZIP_OVERHEAD)
            archive = self._data / "downloads" / f"{name}-{package['version']}.zip"
            archive.parent.mkdir(exist_ok=True)
            most = package["size"] + _ZIP_OVERHEAD
            download(package["url"], archive, package["sha256"], most, progress, cancelled)
            with model_files(archive) as files, self._copied(files, list(_sums(package)), progress, cancelled) as copy:
                if copy.sums != _sums(package):
                    raise TawsimError(f"{archive}: its files are not those that the catalogue describes")
                target = self._put(copy, package["destination"])
            archive.unlink()
            return self._installed_model(files.kind, target, own=True)

    def install_from(self, path: Path, progress: Progress = _silent, cancelled: Cancelled = _never) -> CamelModel:
        """Copy a model from a folder or zip: a package of CAMeL's, or a CAMeLBERT folder from elsewhere.

        It is called what its folder is called. ``progress`` and ``cancelled`` as for ``install``.
        """
        with self._writing(), model_files(path) as files:
            self._check_space(files.size(files.wanted()))
            with self._copied(files, files.wanted(), progress, cancelled) as copy:
                _CHECKS[files.kind](copy.folder, path)
                return self._installed_model(files.kind, self._put(copy, self._destination(files, copy)), own=True)

    def remove(self, name: str) -> None:
        """Remove an installed model of that name from Tawsim's folder, and what was downloaded of it."""
        model = next((model for model in self.all() if model.name == name), None)
        if model is None or model.folder is None:
            raise TawsimError(f"no such model is installed: {name}")
        if not model.own:
            raise TawsimError(f"{name} was installed by CAMeL-Tools in {model.folder}: remove it there")
        with self._writing():
            removed = model.folder.with_name(f".removed-{model.folder.name}")
            model.folder.replace(removed)
            shutil.rmtree(removed)
            for left in self._data.glob(f"downloads/{name}-*"):
                left.unlink()

    @contextmanager
    def _copied(
        self, files: ModelFiles, names: Sequence[str], progress: Progress, cancelled: Cancelled
    ) -> Iterator[_Copy]:
        """A copy of these files beside the models, thrown away in the end unless it was put in place."""
        folder = self._data / "data" / files.kind / ".incoming"
        folder.mkdir(parents=True)
        total, done = files.size(names), 0

        def copied(size: int) -> None:
            nonlocal done
            done += size
            progress("unpack", done, total)

        try:
            yield _Copy(folder, {name: files.copy(name, folder, cancelled, copied) for name in names})
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _put(self, copy: _Copy, destination: str) -> Path:
        target = self._data / "data" / destination
        old = target.with_name(f".old-{target.name}")
        if target.exists():
            target.replace(old)
        try:
            copy.folder.replace(target)
        except OSError:
            if old.exists():
                old.replace(target)
            raise
        shutil.rmtree(old, ignore_errors=True)
        return target

    def _destination(self, files: ModelFiles, copy: _Copy) -> str:
        """Where CAMeL-Tools keeps the package whose files these are; any other model under its own name."""
        packages = [self._packages[name] for name in OFFERED]
        for package in packages:
            if copy.sums.items() <= _sums(package).items():
                return str(package["destination"])
        destination = f"{files.kind}/{_NO_NAME.sub('-', files.name).strip('-.') or 'model'}"
        taken = any(destination == package["destination"] for package in packages)
        return f"{destination}-local" if taken else destination

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """The only writer of the folder, with what a crash left put right; errors of the disk are plain lines."""
        try:
            self._data.mkdir(parents=True, exist_ok=True)
            with filelock.FileLock(self._data / ".lock", timeout=0):
                self._settle()
                yield
        except filelock.Timeout:
            raise TawsimError(
                "models are being installed or removed by another Tawsim: wait until it is done"
            ) from None
        except OSError as error:
            raise TawsimError(f"{error.filename or self._data}: {error.strerror or error}") from None

    def _settle(self) -> None:
        for old in self._data.glob("data/*/.old-*"):
            target = old.with_name(old.name.removeprefix(".old-"))
            if not target.exists():
                old.replace(target)
        for pattern in (".old-*", ".removed-*", ".incoming"):
            for left in self._data.glob(f"data/*/{pattern}"):
                shutil.rmtree(left)

    def _check_space(self, needed: int) -> None:
        free = shutil.disk_usage(self._data).free
        if free < needed:
            raise TawsimError(f"{self._data}: {needed >> 20} MB are needed, {free >> 20} MB are free")

    def _offered(self, name: str) -> CamelModel:
        package = self._packages[name]
        return CamelModel(
            name=name,
            kind=package["destination"].partition("/")[0],
            bytes=package["size"],
            licence=package["license"],
            description=package["description"],
        )

    def _installed_model(self, kind: str, folder: Path, *, own: bool) -> CamelModel:
        size = sum(file.stat().st_size for file in folder.iterdir() if file.is_file())
        for name in OFFERED:
            if self._packages[name]["destination"] == f"{kind}/{folder.name}":
                return replace(self._offered(name), bytes=size, folder=folder, own=own)
        return CamelModel(name=folder.name, kind=kind, bytes=size, licence=_licence(folder), folder=folder, own=own)


def _sums(package: Mapping[str, Any]) -> dict[str, str]:
    return {file["path"]: file["sha256"] for file in package["files"]}


def _licence(folder: Path) -> str:
    """What a model card says (``license: apache-2.0``), or that there is a licence to read, or nothing."""
    card = folder / "README.md"
    if card.is_file() and (found := _LICENCE.search(card.read_text(encoding="utf-8", errors="replace"))):
        return found.group(1)
    return next((f"see {name}" for name in ("LICENSE", "LICENSE.txt") if (folder / name).is_file()), "")


def _is_whole(kind: str, folder: Path) -> bool:
    try:
        _CHECKS[kind](folder)
    except (TawsimError, OSError):
        return False
    return True
