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
from annotate.formats.grid import Sentence, grid
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
            sentences = grid(document, how)
            found = arrows(document, [sentence.placed for sentence in sentences], how)
            how.lose_details(document, [placed.span for sentence in sentences for placed in sentence.placed])
            for number, sentence in enumerate(sentences):
                write(_record(document, number, sentence, found[number]))
                types |= {placed.span.label for placed in sentence.placed}
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


def _record(document: AnnotatedDocument, number: int, sentence: Sentence, found: list[Arrow]) -> dict[str, Any]:
    tokens, places = _with_pieces(forms(document, sentence))
    index = {placed.span.id: n for n, placed in enumerate(sentence.placed)}
    return {
        "tokens": tokens,
        "entities": [
            {"type": placed.span.label, "start": places[placed.first], "end": places[placed.end - 1] + 1}
            for placed in sentence.placed
        ],
        "relations": [
            {"type": arrow.relation.label, "head": index[arrow.relation.head], "tail": index[arrow.relation.tail]}
            for arrow in found
        ],
        "orig_id": f"{document.name}-{number}",
    }


def _with_pieces(tokens: list[str]) -> tuple[list[str], list[int]]:
    """The tokens with those of marks alone joined to their left neighbour (SpERT has no word piece for them), and
    where each of the old ones is now."""
    out: list[str] = []
    places: list[int] = []
    for token in tokens:
        bare = all(unicodedata.category(character)[0] in "MC" for character in token)
        if bare and out:
            out[-1] += token
        else:
            out.append(token)
        places.append(len(out) - 1)
    return out, places


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
