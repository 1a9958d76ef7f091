"""Which formats there are, and which one a file is of."""

from __future__ import annotations

from annotate.errors import TawsimError
from annotate.formats.conll import ANERCORP, CONLL2002, CONLL2003
from annotate.formats.format import Format
from annotate.formats.jsonl import JSONL
from annotate.formats.plain import TXT
from annotate.formats.reading import FileProblem, Reading

FORMATS: tuple[Format, ...] = (JSONL, CONLL2002, CONLL2003, ANERCORP, TXT)
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
    head = "" if reading.path.is_dir() else _head(reading)
    for format in FORMATS:
        if format.read and format.recognises(reading.path, head):
            return format
    raise reading.problem(0, "of no known format; name it with --format")


def _head(reading: Reading) -> str:
    """The beginning of a file as text, up to its last whole line; empty where it is none."""
    probe = Reading(reading.path, encoding=reading.encoding)
    try:
        text = probe.text()
    except FileProblem:
        return ""
    return text if len(text) <= _HEAD else text[: text.rfind("\n", 0, _HEAD) + 1] or text[:_HEAD]
