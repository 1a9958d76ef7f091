"""What the first hundred bytes of a file say, read before SQLite touches it."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from annotate.errors import TawsimError
from store.migrations import APPLICATION_ID, SCHEMA

_MAGIC = b"SQLite format 3\0"
_LENGTH = 100


@dataclass(frozen=True, slots=True)
class Header:
    """``version``: the schema number; ``write_ahead``: whether the file is in write-ahead mode."""

    version: int
    write_ahead: bool


def read_header(path: Path) -> Header:
    """The header of a project file that this program can read.

    Raises TawsimError, one line naming the file: it cannot be read, is no project, is shorter than it says, or is a
    newer program's project.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LENGTH)
        size = path.stat().st_size
    except FileNotFoundError:
        raise TawsimError(f"{path}: no such file") from None
    except OSError as error:
        raise TawsimError(f"{path}: {error.strerror}") from None
    if not data.startswith(_MAGIC):
        raise TawsimError(f"{path}: not a Tawsim project")
    if len(data) < _LENGTH:
        raise TawsimError(f"{path}: damaged: the file ends too early")
    (page,) = struct.unpack_from(">H", data, 16)
    changed, pages = struct.unpack_from(">II", data, 24)
    version, application, valid_for = struct.unpack_from(">I4xI20xI", data, 60)
    if application != APPLICATION_ID:
        raise TawsimError(f"{path}: not a Tawsim project")
    if version > SCHEMA:
        raise TawsimError(f"{path}: made by a newer Tawsim (schema {version}, this one knows {SCHEMA}): update Tawsim")
    # With a log or journal beside it, the file may be behind: SQLite completes it on opening.
    complete = not any(path.with_name(path.name + end).exists() for end in ("-wal", "-journal"))
    if complete and changed == valid_for and size < pages * (65536 if page == 1 else page):
        raise TawsimError(f"{path}: damaged: the file ends too early")
    return Header(version, data[18] == 2)
