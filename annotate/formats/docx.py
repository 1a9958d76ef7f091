"""Word documents, import only: the paragraphs and tables of the body as one text."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from annotate.formats.content import AnnotatedDocument
from annotate.formats.format import Format
from annotate.formats.reading import FileProblem, Reading

if TYPE_CHECKING:
    from docx.table import Table

_MEMBERS = 10_000
_RATIO = 200
# Parts of the archive whose text is not imported, and what they are.
_OTHERS = {
    "header": "headers",
    "footer": "footers",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
}
_INSIDE = {"txbxContent": "text boxes", "delText": "deleted text"}


def read_docx(reading: Reading) -> Iterator[AnnotatedDocument]:
    """One document: a paragraph a line, a table row a line with TAB between its cells."""
    import docx
    from docx.opc.exceptions import OpcError
    from docx.text.paragraph import Paragraph

    _check_archive(reading)
    try:
        opened = docx.Document(str(reading.path))
    except (OpcError, KeyError, ValueError, SyntaxError) as error:
        raise reading.problem(0, f"not a Word document: {' '.join(str(error).split(chr(10)))[:80]}") from None
    lines = []
    for item in opened.iter_inner_content():
        lines += [item.text] if isinstance(item, Paragraph) else _rows(item)
    for what in _left_out(reading, opened.element.body.iter()):
        reading.problems.append(FileProblem(reading.file, 0, f"{what} not imported"))
    yield AnnotatedDocument(name=reading.stem, text="\n".join(lines), layered=False)


def _rows(table: Table) -> list[str]:
    """A line a row; a merged cell counts once."""
    lines = []
    for row in table.rows:
        cells = {id(cell._tc): cell.text for cell in row.cells}  # noqa: SLF001 - python-docx tells merged cells so
        lines.append("\t".join(cells.values()))
    return lines


def _check_archive(reading: Reading) -> None:
    """Refuse what is no archive and what would unpack to no end."""
    data = reading.data()
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise reading.problem(0, "an encrypted or old Word document: save it as .docx without a password")
    try:
        with zipfile.ZipFile(reading.path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise reading.problem(0, "not a Word document") from None
    size = sum(member.file_size for member in members)
    if len(members) > _MEMBERS or size > _RATIO * max(len(data), 1):
        raise reading.problem(0, "an archive that unpacks to no end")
    for member in members:
        path = Path(member.filename)
        if path.is_absolute() or ".." in path.parts or ":" in member.filename:
            raise reading.problem(0, f"the archive has a member {member.filename!r}")


def _left_out(reading: Reading, body: Iterator[object]) -> Iterator[str]:
    with zipfile.ZipFile(reading.path) as archive:
        stems = [Path(name).stem.rstrip("0123456789") for name in archive.namelist() if name.startswith("word/")]
    found = {_OTHERS[stem] for stem in stems if stem in _OTHERS}
    tags = {str(getattr(element, "tag", "")).rpartition("}")[2] for element in body}
    yield from sorted(found | {what for tag, what in _INSIDE.items() if tag in tags})


DOCX = Format(
    name="docx",
    suffix=".docx",
    read=read_docx,
    recognises=lambda path, head: path.suffix.lower() in (".docx", ".doc"),
)
