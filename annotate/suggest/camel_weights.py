"""Whether a model's file of weights is one, looked at without torch and without executing anything in it.

The worker process loads weights only, whatever is found here; but a model that cannot be loaded is better refused
before it is installed.
"""

from __future__ import annotations

import json
import pickletools
import zipfile
from collections.abc import Iterator
from pathlib import Path

from annotate.errors import TawsimError

# What a pickle of weights refers to; anything else would be called when it is loaded.
_MODULES = ("torch", "collections", "numpy", "_codecs")
# Longer headers are none: a model of BERT's size has 30 kB.
_LONGEST_HEADER = 10_000_000


def check_weights(path: Path, shown: Path) -> None:
    """Raise TawsimError (one line, naming ``shown``) for a file that holds no weights of a model that labels words."""
    if path.suffix == ".safetensors":
        _check_safetensors(path, shown)
    else:
        _check_pickle(path, shown)


def _check_safetensors(path: Path, shown: Path) -> None:
    """A length in 8 bytes, a header in JSON of that length, and the numbers, as many as the header says."""
    try:
        with path.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            header = json.loads(file.read(min(length, _LONGEST_HEADER)))
        tensors = {name: entry["data_offsets"][1] for name, entry in header.items() if name != "__metadata__"}
        whole = path.stat().st_size == 8 + length + max(tensors.values())
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        whole = False
    if not whole:
        raise TawsimError(f"{shown}: its weights cannot be read: {path.name} is damaged or cut off")
    if "classifier.weight" not in tensors:
        raise TawsimError(f"{shown}: this model has no layer that labels words (classifier)")


def _check_pickle(path: Path, shown: Path) -> None:
    """A zip with one pickle in it, or as older versions of torch wrote it several pickles in a row."""
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                name = next(name for name in archive.namelist() if name.endswith("data.pkl"))
                modules = list(_modules(archive.read(name)))
        else:
            with path.open("rb") as file:
                modules = list(_modules(file.read(1 << 20)))
    except (ValueError, StopIteration, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        raise TawsimError(f"{shown}: its weights cannot be read: {path.name} is damaged or no file of torch") from None
    if not set(modules) <= set(_MODULES):
        raise TawsimError(f"{shown}: {path.name} holds more than weights; it was not loaded")


def _modules(pickled: bytes) -> Iterator[str]:
    """The topmost packages that a pickle's instructions refer to. Raises ValueError for what is no pickle."""
    strings: list[str] = []
    for opcode, value, _ in pickletools.genops(pickled):
        if opcode.name in ("GLOBAL", "INST"):
            yield str(value).partition(" ")[0].partition(".")[0]
        elif opcode.name == "STACK_GLOBAL":  # module and name are the last two strings
            yield strings[-2].partition(".")[0] if len(strings) > 1 else ""
        elif isinstance(value, str):
            strings.append(value)
