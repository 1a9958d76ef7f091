"""TACRED's JSON: a record a relation, with its sentence and both arguments by tokens (the last one inclusive)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotate.formats import strict_json
from annotate.formats.content import AnnotatedDocument, Writing
from annotate.formats.format import Format
from annotate.formats.grid import grid
from annotate.formats.json_files import array_of, keys_in
from annotate.formats.reading import Reading
from annotate.formats.sentence_records import TokenText, arrows, forms, strings
from annotate.formats.strict_json import BadJson, an_object, get

_NO_RELATION = "no_relation"
_PLACEHOLDERS = {"stanford_pos": "X", "stanford_ner": "O", "stanford_head": 0, "stanford_deprel": "dep"}


def write_tacred(documents: Iterable[AnnotatedDocument], path: Path, how: Writing) -> None:
    """One array; spans without a relation are left out, the ``stanford_`` columns are placeholders."""
    with array_of(path) as write:
        for document in documents:
            sentences = grid(document, how)
            found = arrows(document, [sentence.placed for sentence in sentences], how)
            ends = {end for list_ in found for a in list_ for end in (a.relation.head, a.relation.tail)}
            spans = [placed.span for sentence in sentences for placed in sentence.placed]
            for span in spans:
                if span.id not in ends:
                    how.lose_span(document, span, "relation")
            how.lose_details(document, [span for span in spans if span.id in ends])
            number = 0
            for sentence, list_ in zip(sentences, found, strict=True):
                tokens = forms(document, sentence)
                for arrow in list_:
                    number += 1
                    write(
                        {
                            "id": f"{document.name}-r{number}",
                            "docid": document.name,
                            "relation": arrow.relation.label,
                            "token": tokens,
                            "subj_start": arrow.head.first,
                            "subj_end": arrow.head.end - 1,
                            "obj_start": arrow.tail.first,
                            "obj_end": arrow.tail.end - 1,
                            "subj_type": arrow.head.span.label,
                            "obj_type": arrow.tail.span.label,
                            **{key: [value] * len(tokens) for key, value in _PLACEHOLDERS.items()},
                        }
                    )


def read_tacred(reading: Reading) -> Iterator[AnnotatedDocument]:
    """The documents that the records are of: their sentences in order, each once.

    Ends are inclusive, as TACRED has them, unless one lies behind the last token: a common copy has exclusive ends.
    """
    try:
        found = strict_json.load(reading.utf8())
        if not isinstance(found, list):
            raise BadJson("an array of records expected")
    except BadJson as bad:
        raise reading.problem(0, str(bad)) from None
    records = [record for record in (_checked(reading, n, r) for n, r in enumerate(found, 1)) if record]
    exclusive = any(record[end] == len(record["token"]) for record in records for end in ("subj_end", "obj_end"))
    if exclusive:
        reading.changed["ends read as exclusive"] += 1
    documents: dict[str, _Document] = {}
    for record in records:
        documents.setdefault(record["docid"], _Document()).add(record, 0 if exclusive else 1)
    for name, document in documents.items():
        yield document.text.document(name, {}, 0)


class _Document:
    def __init__(self) -> None:
        self.text = TokenText()
        self._sentences: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        self._spans: dict[tuple[int, int, str], str] = {}

    def add(self, record: dict[str, Any], beyond: int) -> None:
        tokens = tuple(record["token"])
        if tokens not in self._sentences:
            self._sentences[tokens] = self.text.add(tokens)
        places = self._sentences[tokens]
        ends = []
        for end in ("subj", "obj"):
            first, last = record[f"{end}_start"], record[f"{end}_end"] + beyond
            key = places[first][0], places[last - 1][1], record[f"{end}_type"]
            if key not in self._spans:
                self._spans[key] = self.text.span(places, (first, last, key[2]))
            ends.append(self._spans[key])
        if record["relation"] != _NO_RELATION:
            self.text.relation(ends[0], ends[1], record["relation"])


def _checked(reading: Reading, number: int, value: object) -> dict[str, Any] | None:
    def check() -> dict[str, Any]:
        try:
            record = an_object(value)
            tokens = strings(record, "token")
            for key in ("relation", "subj_type", "obj_type"):
                get(record, key, str)
            for start, end in (("subj_start", "subj_end"), ("obj_start", "obj_end")):
                first, last = get(record, start, int), get(record, end, int)
                if not 0 <= first <= last <= len(tokens) or first == len(tokens):
                    raise BadJson(f'"{start}" {first} and "{end}" {last} do not fit {len(tokens)} tokens')
            return {**record, "docid": get(record, "docid", str, reading.stem)}
        except BadJson as bad:
            raise reading.problem(0, f"record {number}: {bad}") from None

    return reading.attempt(check)


TACRED = Format(
    name="tacred",
    suffix=".json",
    read=read_tacred,
    write=write_tacred,
    recognises=lambda path, head: {"subj_start", "obj_start", "token"} <= keys_in(head),
    tokens=True,
)
