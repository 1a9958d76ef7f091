"""What copying and downloading a model share: progress, cancelling, hashes. Imports nothing that takes long."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from annotate.errors import TawsimError

Progress = Callable[[str, int, int], None]
"""Told what is being done (``download``, ``unpack``), and how many bytes of how many are done."""
Cancelled = Callable[[], bool]

CHUNK = 1 << 18
"""Bytes read from a disk between two looks at ``cancelled``."""


class ModelCancelled(TawsimError):
    """An installation was cancelled; what was installed before still is."""


def hash_of(path: Path, cancelled: Cancelled) -> str:
    """The SHA-256 of a file, hexadecimal. Raises ModelCancelled."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(CHUNK):
            if cancelled():
                raise ModelCancelled("cancelled")
            digest.update(block)
    return digest.hexdigest()
