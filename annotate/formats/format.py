"""What a format is to the rest of the program: a name, and the ways in and out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from annotate.formats.content import AnnotatedDocument, Writing
from annotate.formats.reading import Reading

Read = Callable[[Reading], Iterable[AnnotatedDocument]]
Write = Callable[[Iterable[AnnotatedDocument], Path, Writing], dict[str, str] | None]
"""Writes documents to a file (or into a folder that is there); gives the helper files that stand beside it, text by
suffix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format. ``read`` or ``write`` is None where the format is only written or only read.

    ``recognises`` decides by a path and the beginning of its text (empty for folders and binary files) whether ``auto``
    takes it for this format. ``folder``: it is written as a folder. ``tokens``: it holds tokens, not the text itself.
    """

    name: str
    suffix: str
    read: Read | None = None
    write: Write | None = None
    recognises: Callable[[Path, str], bool] = lambda path, head: False
    folder: bool = False
    tokens: bool = False


def open_to_write(path: Path) -> TextIO:
    """A text file to write as every file of ours is: UTF-8 without BOM, LF on every system."""
    return path.open("w", encoding="utf-8", newline="")
