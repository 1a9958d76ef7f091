"""What a folder or zip with a CAMeL-Tools model holds: looked at without torch, copied without trust.

Only files of known names, which lie directly in one folder, are ever copied: no path in a zip leads anywhere, and
nothing of a training run (pickled arguments, optimiser states) comes along.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from annotate.errors import TawsimError
from annotate.suggest.camel_transfer import CHUNK, Cancelled, ModelCancelled
from annotate.suggest.camel_weights import check_weights

NER, MORPHOLOGY = "ner", "morphology_db"
"""The kinds of models; also the names of the folders in which CAMeL-Tools keeps them."""

_WEIGHTS = ("model.safetensors", "pytorch_model.bin")
_FILES = {
    NER: ("config.json", "vocab.txt", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json"),
    MORPHOLOGY: ("morphology.db",),
}
_BESIDE = ("LICENSE", "LICENSE.txt", "README.md")
_LABEL = re.compile(r"O|[BI]-.+")


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """The files of a model, in a folder or in a zip. ``name`` is what the folder, or else the zip, is called."""

    path: Path
    name: str
    kind: str
    _root: Path | zipfile.Path

    def wanted(self) -> list[str]:
        """The names of the files that make the model, and its licence; safetensors go before a pickle of the same."""
        weights = [name for name in _WEIGHTS if self.kind == NER and self._has(name)][:1]
        return [name for name in (*_FILES[self.kind], *weights, *_BESIDE) if self._has(name)]

    def size(self, names: Iterable[str]) -> int:
        """The bytes of these files; those that are absent count nothing."""
        return sum(self._size(name) for name in names if self._has(name))

    def copy(self, name: str, target: Path, cancelled: Cancelled, copied: Callable[[int], None]) -> str:
        """Copy a file into the folder ``target``; returns its SHA-256. ``copied`` is told the bytes of each block."""
        digest = hashlib.sha256()
        with self._open(name) as source, (target / name).open("wb") as file:
            while block := source.read(CHUNK):
                if cancelled():
                    raise ModelCancelled("cancelled")
                digest.update(block)
                file.write(block)
                copied(len(block))
        return digest.hexdigest()

    def _has(self, name: str) -> bool:
        return (self._root / name).is_file()

    def _size(self, name: str) -> int:
        file = self._root / name
        return file.root.getinfo(file.at).file_size if isinstance(file, zipfile.Path) else file.stat().st_size

    @contextmanager
    def _open(self, name: str) -> Iterator[IO[bytes]]:
        if not self._has(name):
            raise TawsimError(f"{self.path}: {name} is missing")
        try:
            with (self._root / name).open("rb") as file:
                yield file
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise TawsimError(f"{self.path}: the zip is damaged: {error}") from None
        except RuntimeError:
            raise TawsimError(f"{self.path}: the zip is encrypted") from None


@contextmanager
def model_files(path: Path) -> Iterator[ModelFiles]:
    """The model in a folder or zip. Raises TawsimError (one line) where there is none."""
    if path.is_dir():
        yield ModelFiles(path, path.resolve().name, _kind(path, path), path)
    elif not path.exists():
        raise TawsimError(f"{path}: there is no such folder or file")
    else:
        try:
            archive = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, NotImplementedError):
            raise TawsimError(f"{path}: this is neither a folder nor a zip") from None
        with archive:
            root = _root(archive)
            yield ModelFiles(path, root.name if root.at else path.stem, _kind(path, root), root)


def check_ner(folder: Path, shown: Path | None = None) -> None:
    """Raise TawsimError (one line, naming ``shown`` or the folder) for what is no BERT that labels words."""
    shown = shown or folder
    if folder.is_file():
        raise TawsimError(f"{shown}: this is a file, and no folder with a model (a zip is installed first)")
    if not folder.is_dir():
        raise TawsimError(f"{shown}: there is no such folder")
    if not (folder / "config.json").is_file():
        raise TawsimError(f"{shown}: this is no folder of a CAMeL-Tools model (it has no config.json)")
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        kind, labels = config["model_type"], list(config.get("id2label", {}).values())
    except (ValueError, KeyError, TypeError, AttributeError):
        raise TawsimError(f"{shown}: its config.json describes no model") from None
    if kind != "bert":
        raise TawsimError(f"{shown}: this is a {kind} model; CAMeL-Tools takes BERT models")
    if "O" not in labels or not all(isinstance(label, str) and _LABEL.fullmatch(label) for label in labels):
        named = ", ".join(map(str, labels[:3])) or "none"
        raise TawsimError(f"{shown}: this model does not find names: its labels are not O, B-… and I-… ({named} …)")
    if not (folder / "vocab.txt").is_file():
        raise TawsimError(f"{shown}: the model's vocab.txt is missing")
    weights = next((folder / name for name in _WEIGHTS if (folder / name).is_file()), None)
    if weights is None:
        raise TawsimError(f"{shown}: the model's weights are missing ({' or '.join(_WEIGHTS)})")
    check_weights(weights, shown)


def ner_labels(folder: Path) -> list[str]:
    """The labels of a model that ``check_ner`` lets pass, without B- and I-, in the order of its config.json."""
    labels = json.loads((folder / "config.json").read_text(encoding="utf-8"))["id2label"].values()
    return list(dict.fromkeys(label.partition("-")[2] for label in labels if label != "O"))


def check_morphology(folder: Path, shown: Path | None = None) -> None:
    """Raise TawsimError (one line, naming ``shown`` or the folder) for what is no morphology database."""
    database = folder / "morphology.db"
    if not database.is_file():
        raise TawsimError(f"{shown or folder}: it has no morphology.db")
    with database.open("rb") as file:
        if not file.readline(100).startswith(b"###DEFINES###"):
            raise TawsimError(f"{shown or folder}: its morphology.db is no morphology database")


def _kind(path: Path, root: Path | zipfile.Path) -> str:
    for kind, (mark, *_) in _FILES.items():
        if (root / mark).is_file():
            return kind
    raise TawsimError(f"{path}: no CAMeL-Tools model is in it (neither a config.json nor a morphology.db)")


def _root(archive: zipfile.ZipFile) -> zipfile.Path:
    """The folder of the zip that has the model: the shallowest with a file that marks one, else the topmost."""
    marks = tuple(mark for mark, *_ in _FILES.values())
    folders = [name.rpartition("/")[0] for name in archive.namelist() if name.rpartition("/")[2] in marks]
    best = min(folders, key=lambda folder: (folder.count("/"), folder), default="")
    return zipfile.Path(archive, f"{best}/" if best else "")
