"""IDRISI-RA, import only: tweets with location mentions by characters, or their tokens with BILOU tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotate.formats.conll import read_conll
from annotate.formats.content import AnnotatedDocument, file_span
from annotate.formats.format import Format
from annotate.formats.json_files import keys_in, other_keys, read_records
from annotate.formats.reading import Reading
from annotate.formats.strict_json import an_object, get
from annotate.formats.surfaces import fitted

_KNOWN = ("tweet_id", "text", "location_mentions")


def read_idrisi(reading: Reading) -> Iterator[AnnotatedDocument]:
    """One document a tweet, named by its id; token files as in CoNLL 2002."""
    if reading.path.suffix.lower() not in (".jsonl", ".json"):
        return read_conll(reading)

    def parse(record: dict[str, Any], number: int, line: int) -> Iterable[AnnotatedDocument]:
        text = get(record, "text", str)
        mentions = [an_object(item, "mention") for item in get(record, "location_mentions", list)]
        borders = [((get(mention, "startIdx", int), get(mention, "endIdx", int)),) for mention in mentions]
        claims = [(place, get(m, "text", str), line) for place, m in zip(borders, mentions, strict=True)]
        pieces = fitted(reading, text, claims)
        yield AnnotatedDocument(
            name=get(record, "tweet_id", str),
            text=text,
            spans=tuple(file_span("", p, get(m, "type", str)) for p, m in zip(pieces, mentions, strict=True)),
            meta=other_keys(reading, "idrisi", record, _KNOWN),
            line=line,
        )

    return read_records(reading, parse)


def _recognises(path: Path, head: str) -> bool:
    return {"tweet_id", "location_mentions"} <= keys_in(head)


IDRISI = Format(name="idrisi", suffix=".jsonl", read=read_idrisi, recognises=_recognises)
