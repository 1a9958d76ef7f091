"""Plain text, import only: one document a file, named by the file's stem."""

from __future__ import annotations

from collections.abc import Iterator

from annotate.formats.content import AnnotatedDocument
from annotate.formats.format import Format
from annotate.formats.reading import Reading


def read_txt(reading: Reading) -> Iterator[AnnotatedDocument]:
    """The file as one document without a layer."""
    yield AnnotatedDocument(name=reading.stem, text=reading.text(), layered=False)


TXT = Format(name="txt", suffix=".txt", read=read_txt, recognises=lambda path, head: path.suffix.lower() == ".txt")
