"""SpERT's JSON: a record a sentence, entities by tokens (end exclusive), relations between entities by their number."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotate.formats import strict_json
from annotate.formats.content import AnnotatedDocument, Writing
from annotate.formats.format import Format
from annotate.formats.grid import Placed, Sentence, grid
from annotate.formats.json_files import array_of, keys_in
from annotate.formats.reading import Reading
from annotate.formats.sentence_records import Arrow, TokenText, arrows, forms, strings
from annotate.formats.strict_json import BadJson, an_object, get
from annotate.labels import LabelSet


def write_spert(documents: Iterable[AnnotatedDocument], path: Path, how: Writing) -> dict[str, str]:
    """One array, all but ASCII escaped since SpERT opens it in the locale's encoding, and the types beside it."""
    types: set[str] = set()
    arrow_types: set[str] = set()
    with array_of(path, ascii=True) as write:
        for document in documents:
            sentences = [_with_pieces(document, sentence, how) for sentence in grid(document, how)]
            found = arrows(document, [placed for _, placed in sentences], how)
            how.lose_details(document, [one.span for _, placed in sentences for one in placed])
            for number, (tokens, placed) in enumerate(sentences):
                write(_record(f"{document.name}-{number}", tokens, placed, found[number]))
                types |= {one.span.label for one in placed}
                arrow_types |= {arrow.relation.label for arrow in found[number]}
    return {".types.json": _types(how.labels, types, arrow_types)}


def read_spert(reading: Reading) -> Iterator[AnnotatedDocument]:
    """The documents of an array of sentences: those whose ``orig_id`` is ``NAME-0``, ``NAME-1`` … are one."""
    try:
        records = strict_json.load(reading.utf8())
        if not isinstance(records, list):
            raise BadJson("an array of sentences expected")
    except BadJson as bad:
        raise reading.problem(0, str(bad)) from None
    texts: dict[str, TokenText] = {}
    for number, record in enumerate(records, 1):
        try:
            sentence = an_object(record)
            name = get(sentence, "orig_id", str, f"{reading.stem}-0").rpartition("-")[0] or reading.stem
            _add(texts.setdefault(name, TokenText()), sentence)
        except BadJson as bad:
            raise reading.problem(0, f"record {number}: {bad}") from None
    for name, text in texts.items():
        yield text.document(name, {}, 0)


def _record(id: str, tokens: list[str], placed: list[Placed], found: list[Arrow]) -> dict[str, Any]:
    index = {one.span.id: number for number, one in enumerate(placed)}
    return {
        "tokens": tokens,
        "entities": [{"type": one.span.label, "start": one.first, "end": one.end} for one in placed],
        "relations": [
            {"type": arrow.relation.label, "head": index[arrow.relation.head], "tail": index[arrow.relation.tail]}
            for arrow in found
        ],
        "orig_id": id,
    }


def _with_pieces(document: AnnotatedDocument, sentence: Sentence, how: Writing) -> tuple[list[str], list[Placed]]:
    """The tokens of a sentence, those of marks alone joined to their left neighbour since SpERT has no word piece for
    them, and the spans on these tokens; those that became equal are listed."""
    tokens: list[str] = []
    places: list[int] = []
    for token in forms(document, sentence):
        if tokens and all(unicodedata.category(character)[0] in "MC" for character in token):
            tokens[-1] += token
        else:
            tokens.append(token)
        places.append(len(tokens) - 1)
    kept: dict[tuple[int, int, str], Placed] = {}
    for placed in sentence.placed:
        first, end = places[placed.first], places[placed.end - 1] + 1
        if (first, -end, placed.span.label) in kept:
            how.lose_span(document, placed.span, "duplicate")
        else:
            kept[first, -end, placed.span.label] = Placed(placed.span, first, end)
    return tokens, [kept[key] for key in sorted(kept)]


def _types(labels: LabelSet, types: set[str], arrow_types: set[str]) -> str:
    entities = dict.fromkeys([*(entity.id for entity in labels.entities), *sorted(types)])
    symmetric = {relation.id: relation.symmetric for relation in labels.relations}
    relations = dict.fromkeys([*symmetric, *sorted(arrow_types)])
    found = {
        "entities": {id: {"short": id, "verbose": id} for id in entities},
        "relations": {id: {"short": id, "verbose": id, "symmetric": symmetric.get(id, False)} for id in relations},
    }
    return json.dumps(found, indent=1) + "\n"


def _add(text: TokenText, record: dict[str, Any]) -> None:
    places = text.add(strings(record, "tokens"))
    ids = []
    for item in get(record, "entities", list, []):
        entity = an_object(item, "entity")
        ids.append(text.span(places, (get(entity, "start", int), get(entity, "end", int), get(entity, "type", str))))
    for item in get(record, "relations", list, []):
        relation = an_object(item, "relation")
        head, tail = get(relation, "head", int), get(relation, "tail", int)
        if not (0 <= head < len(ids) and 0 <= tail < len(ids)):
            raise BadJson(f"relation: no entity {head if not 0 <= head < len(ids) else tail}")
        text.relation(ids[head], ids[tail], get(relation, "type", str))


SPERT = Format(
    name="spert",
    suffix=".json",
    read=read_spert,
    write=write_spert,
    recognises=lambda path, head: head[:1] == "[" and {"tokens", "entities"} <= keys_in(head),
    tokens=True,
)
