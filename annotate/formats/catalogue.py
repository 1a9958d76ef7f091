"""Which formats there are, and which one a file is of."""

from __future__ import annotations

from annotate.errors import TawsimError
from annotate.formats.apf import APF
from annotate.formats.brat import BRAT
from annotate.formats.conll import ANERCORP, CONLL2002, CONLL2003
from annotate.formats.conllu import CONLLU
from annotate.formats.csv_table import CSV
from annotate.formats.doccano import DOCCANO
from annotate.formats.docred import DOCRED
from annotate.formats.docx import DOCX
from annotate.formats.dygie import DYGIE, PURE
from annotate.formats.format import Format
from annotate.formats.idrisi import IDRISI
from annotate.formats.jsonl import JSONL
from annotate.formats.labelstudio import LABELSTUDIO
from annotate.formats.plain import TXT
from annotate.formats.prodigy import PRODIGY
from annotate.formats.reading import FileProblem, Reading
from annotate.formats.spert import SPERT
from annotate.formats.tacred import TACRED
from annotate.formats.webanno import WEBANNO
from annotate.formats.wojood import WOJOOD
from annotate.formats.xmi import XMI

FORMATS: tuple[Format, ...] = (
    JSONL, BRAT, DOCCANO, LABELSTUDIO, PRODIGY, SPERT, DYGIE, PURE, DOCRED, TACRED, IDRISI, CONLLU, WEBANNO, XMI, APF,
    DOCX, CONLL2002, CONLL2003, ANERCORP, WOJOOD, CSV, TXT,
)  # fmt: skip
"""All formats, in the order in which ``auto`` tries them."""

_HEAD = 20_000


def importable() -> list[str]:
    """The names of the formats that can be read."""
    return [format.name for format in FORMATS if format.read]


def exportable() -> list[str]:
    """The names of the formats that can be written."""
    return [format.name for format in FORMATS if format.write]


def format_named(name: str, *, to_write: bool) -> Format:
    """The format of a name that can be written (or read). Raises TawsimError with the names there are."""
    names = exportable() if to_write else importable()
    if name not in names:
        raise TawsimError(f"unknown format {name!r} for {'export' if to_write else 'import'}: {', '.join(names)}")
    return next(format for format in FORMATS if format.name == name)


def recognised(reading: Reading) -> Format:
    """The format of a file or folder by its content and name. Raises FileProblem where it is none."""
    head, fault = _head(reading)
    for format in FORMATS:
        if format.read and format.recognises(reading.path, head):
            return format
    if reading.path.suffix.lower() == ".jsonl":
        return JSONL
    raise fault or reading.problem(0, "of no known format; name it with --format")


def _head(reading: Reading) -> tuple[str, FileProblem | None]:
    """The beginning of a file as text, up to its last whole line; empty for a folder, and with the fault of a file
    that is no text."""
    if reading.path.is_dir():
        return "", None
    try:
        text = Reading(reading.path, encoding=reading.encoding).text()
    except FileProblem as problem:
        return "", problem
    if len(text) <= _HEAD:
        return text, None
    # Whole lines, and the first one whole however long it is.
    return text[: max(text.rfind("\n", 0, _HEAD), text.find("\n")) + 1] or text, None
