"""DyGIE++'s JSONL, and PURE's: a document a line, token numbers through the whole document, the last one inclusive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from annotate.formats.content import AnnotatedDocument, Writing
from annotate.formats.format import Format
from annotate.formats.grid import Placed, Sentence, grid
from annotate.formats.json_files import given_back, keys_in, lines_of, other_keys, read_records
from annotate.formats.reading import Reading
from annotate.formats.sentence_records import Arrow, TokenText, arrows, forms, numbers, tokens_of
from annotate.formats.strict_json import BadJson, get

_KNOWN = ("doc_key", "sentences", "ner", "relations")


def write_dygie(documents: Iterable[AnnotatedDocument], path: Path, how: Writing, *, name: str) -> None:
    """One line a document. Both programs hold one label a span and one relation an ordered pair: the first in the
    label set's order stays."""
    entities = {entity.id: number for number, entity in enumerate(how.labels.entities)}
    relations = {relation.id: number for number, relation in enumerate(how.labels.relations)}
    with lines_of(path) as write:
        for document in documents:
            sentences = grid(document, how)
            spans = [_one_label(document, sentence, how, entities) for sentence in sentences]
            found = [_one_relation(document, list_, how, relations) for list_ in arrows(document, spans, how)]
            how.lose_details(document, [placed.span for sentence in spans for placed in sentence], meta=name)
            if not sentences:
                continue
            back = given_back(document, name, _KNOWN)
            dataset = {"dataset": back.pop("dataset", "tawsim")} if name == "dygie" else {}
            write(
                {
                    "doc_key": document.name,
                    **dataset,
                    "sentences": [forms(document, sentence) for sentence in sentences],
                    "ner": [
                        [[*_tokens(sentence, placed), placed.span.label] for placed in placed_ones]
                        for sentence, placed_ones in zip(sentences, spans, strict=True)
                    ],
                    "relations": [
                        [[*_tokens(s, arrow.head), *_tokens(s, arrow.tail), arrow.relation.label] for arrow in list_]
                        for s, list_ in zip(sentences, found, strict=True)
                    ],
                    **back,
                }
            )


def read_dygie(reading: Reading, *, name: str) -> Iterator[AnnotatedDocument]:
    """The documents of either flavour; other keys (``clusters``, ``events`` …) are kept in meta."""

    def parse(record: dict[str, Any], number: int, line: int) -> Iterable[AnnotatedDocument]:
        text = TokenText()
        places: list[tuple[int, int]] = []
        borders = []
        for sentence in get(record, "sentences", list):
            found = text.add(tokens_of(sentence, "sentences"))
            borders.append((len(places), len(places) + len(found)))
            places += found
        ids: dict[tuple[int, int], str] = {}
        for list_, within in _by_sentence(record, "ner", borders):
            for item in list_:
                first, last = numbers(item, 2, "entity")
                _check(first, last, within)
                ids[first, last] = text.span(places, (first, last + 1, _label(item, 2)))
        for list_, _ in _by_sentence(record, "relations", borders):
            for item in list_:
                a, b, c, d = numbers(item, 4, "relation")
                for end in ((a, b), (c, d)):
                    if end not in ids:
                        raise BadJson(f"relation: no entity {list(end)}")
                text.relation(ids[a, b], ids[c, d], _label(item, 4))
        meta = other_keys(reading, name, record, (*_KNOWN, "dataset") if name == "pure" else _KNOWN)
        yield text.document(get(record, "doc_key", str, f"{reading.stem}-{number:04}"), meta, line)

    return read_records(reading, parse)


def _one_label(document: AnnotatedDocument, sentence: Sentence, how: Writing, order: dict[str, int]) -> list[Placed]:
    kept: dict[tuple[int, int], Placed] = {}
    for placed in sorted(sentence.placed, key=lambda p: order.get(p.span.label, len(order))):
        if (placed.first, placed.end) in kept:
            how.lose_span(document, placed.span, "same borders")
        else:
            kept[placed.first, placed.end] = placed
    return [placed for placed in sentence.placed if placed in kept.values()]


def _one_relation(document: AnnotatedDocument, found: list[Arrow], how: Writing, order: dict[str, int]) -> list[Arrow]:
    kept: dict[tuple[str, str], Arrow] = {}
    for arrow in sorted(found, key=lambda a: order.get(a.relation.label, len(order))):
        if (arrow.relation.head, arrow.relation.tail) in kept:
            how.lose_relation(document, arrow.relation, "relation")
        else:
            kept[arrow.relation.head, arrow.relation.tail] = arrow
    return [arrow for arrow in found if arrow in kept.values()]


def _tokens(sentence: Sentence, placed: Placed) -> tuple[int, int]:
    return sentence.before + placed.first, sentence.before + placed.end - 1


def _by_sentence(
    record: dict[str, Any], key: str, borders: list[tuple[int, int]]
) -> Iterator[tuple[list[Any], tuple[int, int]]]:
    lists = get(record, key, list, [[] for _ in borders])
    if len(lists) != len(borders) or not all(isinstance(list_, list) for list_ in lists):
        raise BadJson(f'"{key}" has not one list for each of {len(borders)} sentences')
    return zip(lists, borders, strict=True)


def _check(first: int, last: int, within: tuple[int, int]) -> None:
    if not within[0] <= first <= last < within[1]:
        raise BadJson(f"entity [{first},{last}] is not in its sentence")


def _label(item: list[Any], at: int) -> str:
    if len(item) <= at or not isinstance(item[at], str):
        raise BadJson(f"{str(item)[:40]} has no label")
    return str(item[at])


DYGIE = Format(
    name="dygie",
    suffix=".jsonl",
    read=partial(read_dygie, name="dygie"),
    write=partial(write_dygie, name="dygie"),
    recognises=lambda path, head: {"doc_key", "sentences", "dataset"} <= keys_in(head),
    tokens=True,
)
PURE = Format(
    name="pure",
    suffix=".jsonl",
    read=partial(read_dygie, name="pure"),
    write=partial(write_dygie, name="pure"),
    recognises=lambda path, head: {"doc_key", "sentences"} <= keys_in(head),
    tokens=True,
)
