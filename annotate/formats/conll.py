"""CoNLL 2002 and 2003, and ANERcorp's two-column file: one tag a token.

Text between tokens is not in such files: on the way in tokens are joined by one space, sentences by LF.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotate.formats.content import AnnotatedDocument, Writing
from annotate.formats.format import Format, open_to_write
from annotate.formats.grid import flat, grid
from annotate.formats.reading import Reading
from annotate.formats.tags import TokenSpan, decode, detect, encode
from annotate.formats.token_lines import DOCUMENT_START, Rows, TokenLines, token_documents
from annotate.model import Span

_LINE = re.compile(r"[^ \t]+(?:[ \t]+[^ \t]+)*[ \t]+(?:O|[BIELSUM]-[^ \t]+)[ \t]*")


def write_conll2002(documents: Iterable[AnnotatedDocument], path: Path, how: Writing) -> None:
    """Two columns, form and tag, one space between; document borders are not written."""
    _write(documents, path, how, columns="", opening="")


def write_conll2003(documents: Iterable[AnnotatedDocument], path: Path, how: Writing) -> None:
    """Four columns, of which the two in the middle are ``_``; each document opens with a DOCSTART line."""
    _write(documents, path, how, columns="_ _ ", opening=f"{DOCUMENT_START} -X- -X- O\n\n")


def read_conll(reading: Reading, *, repair: bool = False) -> Iterator[AnnotatedDocument]:
    """The documents of a CoNLL file: the first field of a line is the form, the last its tag, of any scheme."""
    documents = TokenLines(reading, repair=repair).documents()
    scheme = detect([tags[0] for _, tags in rows] for sentences in documents for rows in sentences)
    if scheme != "iob2":
        reading.changed[f"tags read as {scheme}"] += 1

    def spans(rows: Rows) -> list[TokenSpan]:
        found, orphans = decode([tags[0] for _, tags in rows], scheme)
        if orphans:
            reading.changed["orphan I-"] += orphans
        return found

    yield from token_documents(reading, documents, spans)


def read_anercorp(reading: Reading) -> Iterator[AnnotatedDocument]:
    """ANERcorp: CoNLL 2002, with the two faults of the old release mended."""
    return read_conll(reading, repair=True)


def token_lines_of(head: str) -> list[list[str]]:
    """The fields of the token lines at the beginning of a file, or nothing if a line there is not one."""
    lines = [line.removesuffix("\r") for line in head.split("\n")[:-1][:200]] or [head]
    tokens = [line for line in lines if line.strip(" \t") and not line.startswith(DOCUMENT_START)]
    if not tokens or not all(_LINE.fullmatch(line) for line in tokens):
        return []
    return [re.split("[ \t]+", line.strip(" \t")) for line in tokens]


def _write(documents: Iterable[AnnotatedDocument], path: Path, how: Writing, *, columns: str, opening: str) -> None:
    with open_to_write(path) as out:
        for document in documents:
            sentences = grid(document, how)
            out.write(opening if sentences else "")
            kept: list[Span] = []
            for sentence in sentences:
                spans = flat(document, sentence, how)
                kept += [placed.span for placed in spans]
                triples = [(placed.first, placed.end, placed.span.label) for placed in spans]
                tags = encode(len(sentence.tokens), triples, how.scheme)
                for (start, end), tag in zip(sentence.tokens, tags, strict=True):
                    out.write(f"{document.text[start:end]} {columns}{tag}\n")
                out.write("\n")
            for relation in document.relations:
                how.lose_relation(document, relation, "relation")
            how.lose_details(document, kept)


def _columns(head: str) -> set[int]:
    return {len(fields) for fields in token_lines_of(head)}


CONLL2002 = Format(
    name="conll2002",
    suffix=".conll",
    read=read_conll,
    write=write_conll2002,
    recognises=lambda path, head: _columns(head) == {2},
    tokens=True,
)
CONLL2003 = Format(
    name="conll2003",
    suffix=".conll",
    read=read_conll,
    write=write_conll2003,
    recognises=lambda path, head: len(_columns(head)) == 1 and min(_columns(head)) > 2,
    tokens=True,
)
ANERCORP = Format(name="anercorp", suffix=".bio", read=read_anercorp, tokens=True)
