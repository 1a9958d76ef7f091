"""DocRED's JSON: entities as clusters of mentions by tokens, relations between entities with their evidence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from annotate.formats.brat_reading import EQUIV
from annotate.formats.content import AnnotatedDocument, Writing
from annotate.formats.format import Format
from annotate.formats.grid import Placed, Sentence, grid
from annotate.formats.holding import lose_relation_details
from annotate.formats.json_files import array_of, given_back, keys_in, other_keys, read_records
from annotate.formats.reading import Reading
from annotate.formats.sentence_records import TokenText, forms, numbers, tokens_of
from annotate.formats.strict_json import BadJson, an_object, get
from annotate.model import Relation

_KNOWN = ("title", "sents", "vertexSet", "labels")

Mention = tuple[int, Placed]
"""A span with the number of its sentence."""


@dataclass(frozen=True, slots=True)
class _Entities:
    """The mentions of each entity in text order, entities by their first mention; where each span is among them."""

    mentions: Sequence[Sequence[Mention]]
    place: dict[str, tuple[int, int]]


def write_docred(documents: Iterable[AnnotatedDocument], path: Path, how: Writing) -> dict[str, str]:
    """One array of documents; spans joined by the relation ``Equiv`` are mentions of one entity."""
    used: set[str] = set()
    with array_of(path) as write:
        for document in documents:
            sentences = grid(document, how)
            placed = {p.span.id: (number, p) for number, s in enumerate(sentences) for p in s.placed}
            entities = _entities(document, placed, how)
            labels = _labels(document, entities, how)
            used |= {label["r"] for label in labels}
            how.lose_details(document, [p.span for _, p in placed.values()], meta="docred")
            if not sentences:
                continue
            write(
                {
                    "title": document.name,
                    "sents": [forms(document, sentence) for sentence in sentences],
                    "vertexSet": [
                        [_mention(document, m, sentences) for m in mentions] for mentions in entities.mentions
                    ],
                    "labels": labels,
                    **given_back(document, "docred", _KNOWN),
                }
            )
    names = {relation.id: relation.name("en") for relation in how.labels.relations}
    known = {label: names.get(label, label) for label in [*names, *sorted(used - names.keys())]}
    return {".rel_info.json": json.dumps(known, ensure_ascii=False, indent=1) + "\n"}


def read_docred(reading: Reading) -> Iterator[AnnotatedDocument]:
    """Mentions become spans, an entity's mentions a chain of ``Equiv``, a label a relation between two mentions."""

    def parse(record: dict[str, Any], number: int, line: int) -> Iterable[AnnotatedDocument]:
        text = TokenText()
        places = [text.add(tokens_of(sentence, "sents")) for sentence in get(record, "sents", list)]
        entities = [_read_mentions(text, places, vertex) for vertex in get(record, "vertexSet", list)]
        for mentions in entities:
            for (_, one), (_, other) in pairwise(mentions):
                text.relation(one, other, EQUIV)
        for item in get(record, "labels", list, []):
            label = an_object(item, "label")
            evidence = [n for n in get(label, "evidence", list, []) if isinstance(n, int)]
            ends = [_end(entities, get(label, end, int), evidence) for end in ("h", "t")]
            text.relation(ends[0], ends[1], get(label, "r", str))
        title = get(record, "title", str, f"{reading.stem}-{number:04}")
        yield text.document(title, other_keys(reading, "docred", record, _KNOWN), line)

    return read_records(reading, parse)


def _entities(document: AnnotatedDocument, placed: dict[str, Mention], how: Writing) -> _Entities:
    cluster = {span: [span] for span in placed}
    for relation in document.relations:
        if relation.label != EQUIV or not {relation.head, relation.tail} <= placed.keys():
            continue
        if placed[relation.head][1].span.label != placed[relation.tail][1].span.label:
            continue
        one, other = cluster[relation.head], cluster[relation.tail]
        if one is not other:
            one += other
            cluster.update(dict.fromkeys(other, one))
    order = {span: number for number, span in enumerate(placed)}
    distinct = {id(spans): spans for spans in cluster.values()}.values()
    groups = sorted((sorted(spans, key=order.__getitem__) for spans in distinct), key=lambda spans: order[spans[0]])
    place = {span: (vertex, at) for vertex, spans in enumerate(groups) for at, span in enumerate(spans)}
    return _Entities([[placed[span] for span in spans] for spans in groups], place)


def _labels(document: AnnotatedDocument, entities: _Entities, how: Writing) -> list[dict[str, Any]]:
    """The relations between entities, equal ones once; what is not as it was when read back is listed."""
    found: dict[tuple[int, int, str], dict[str, Any]] = {}
    for relation in document.relations:
        ends = entities.place.get(relation.head), entities.place.get(relation.tail)
        if ends[0] is None or ends[1] is None:
            how.lose_relation(document, relation, "relation without its span")
            continue
        (head, _), (tail, _) = ends[0], ends[1]
        if relation.label == EQUIV and head == tail:
            _check_chain(document, relation, ends[0], ends[1], how)
            continue
        lose_relation_details(document, how, relation)
        sentences = {entities.mentions[vertex][at][0] for vertex, at in (ends[0], ends[1])}
        label = found.get((head, tail, relation.label))
        if head == tail:
            how.lose_relation(document, relation, "relation")
        elif label is None:
            evidence = sorted(sentences)
            found[head, tail, relation.label] = {"h": head, "t": tail, "r": relation.label, "evidence": evidence}
        else:
            label["evidence"] = sorted(sentences | set(label["evidence"]))
            how.lose_relation(document, relation, "duplicate")
    return [found[key] for key in sorted(found)]


def _check_chain(
    document: AnnotatedDocument, relation: Relation, head: tuple[int, int], tail: tuple[int, int], how: Writing
) -> None:
    """An ``Equiv`` that does not join two neighbours in text order is not read back."""
    if tail[1] != head[1] + 1:
        how.lose_relation(document, relation, "relation")


def _mention(document: AnnotatedDocument, mention: Mention, sentences: Sequence[Sentence]) -> dict[str, Any]:
    """A mention by its tokens; its name is the span's own text, also where the span ends inside a token."""
    number, placed = mention
    span, mention_tokens = placed.span, sentences[number].tokens[placed.first : placed.end]
    name = " ".join(document.text[max(start, span.start) : min(end, span.end)] for start, end in mention_tokens)
    return {"name": name, "sent_id": number, "pos": [placed.first, placed.end], "type": span.label}


def _read_mentions(text: TokenText, places: list[list[tuple[int, int]]], vertex: object) -> list[tuple[int, str]]:
    """The mentions of an entity as (sentence, span id)."""
    if not isinstance(vertex, list) or not vertex:
        raise BadJson("an entity of vertexSet is no list of mentions")
    found = []
    for item in vertex:
        mention = an_object(item, "mention")
        number = get(mention, "sent_id", int)
        if not 0 <= number < len(places):
            raise BadJson(f"mention: no sentence {number}")
        first, end = numbers(get(mention, "pos", list), 2, "pos")
        span = first, end, get(mention, "type", str)
        found.append((number, text.span(places[number], span, name=get(mention, "name", str, ""))))
    return found


def _end(entities: list[list[tuple[int, str]]], number: int, evidence: list[int]) -> str:
    """The mention that a relation joins: the first in its first evidence sentence, else the first."""
    if not 0 <= number < len(entities):
        raise BadJson(f"label: no entity {number}")
    mentions = entities[number]
    wanted = evidence[:1]
    return next((id for sentence, id in mentions if [sentence] == wanted), mentions[0][1])


DOCRED = Format(
    name="docred",
    suffix=".json",
    read=read_docred,
    write=write_docred,
    recognises=lambda path, head: {"vertexSet", "sents"} <= keys_in(head),
    tokens=True,
)
