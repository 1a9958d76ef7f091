"""Reading CoNLL-U: text from the forms and the white space said in MISC, spans from its tags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from annotate.formats.content import AnnotatedDocument, file_span
from annotate.formats.reading import Reading
from annotate.formats.tags import BadTag, decode, detect, split_tag
from annotate.model import Span

KEY = "name"
BREAKS = re.compile("[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What a comment line cannot hold."""

_KEYS = ("name", "NE", "NER", "Entity")
_DEEPER = re.compile(r"name[2-9][0-9]*")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"s": " ", "t": "\t", "n": "\n", "r": "\r", "p": "|", "\\": "\\"}
_ID = re.compile(r"([0-9]+)(?:-([0-9]+)|\.[0-9]+)?")
_COMMENT = re.compile(r"#\s*(newdoc id|meta\.[^=]+?)\s*=\s?(.*)")


@dataclass(slots=True)
class _Word:
    """A row that has a place in the text: a token, or the range row of several parts."""

    form: str
    before: str
    after: str | None
    parts: list[str] = field(default_factory=list)
    tags: list[dict[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Document:
    name: str
    meta: dict[str, Any] = field(default_factory=dict)
    sentences: list[list[_Word]] = field(default_factory=lambda: [[]])


def read_conllu(reading: Reading) -> Iterator[AnnotatedDocument]:
    """The documents of a CoNLL-U file; without ``# newdoc`` it is one."""
    documents = _Rows(reading).documents()
    if not documents:
        raise reading.problem(0, "no tokens in it")
    tags = [
        [split_tag(tags.get(KEY, "O")) for word in sentence for tags in word.tags]
        for document in documents
        for sentence in document.sentences
    ]
    scheme = detect(tags)
    if scheme != "iob2":
        reading.changed[f"tags read as {scheme}"] += 1
    for document in documents:
        yield _made(reading, document, scheme)


class _Rows:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._documents = [_Document(reading.stem)]
        self._range_end = 0
        for number, line in reading.lines(reading.text()):
            if not line.strip():
                self._documents[-1].sentences.append([])
                self._range_end = 0
            elif line.startswith("#"):
                self._comment(line)
            else:
                self._row(number, line)

    def documents(self) -> list[_Document]:
        """The documents that have tokens, without empty sentences."""
        for document in self._documents:
            document.sentences = [sentence for sentence in document.sentences if sentence]
        return [document for document in self._documents if document.sentences]

    def _comment(self, line: str) -> None:
        match = _COMMENT.fullmatch(line)
        if not match:
            return
        if match[1] == "newdoc id":
            self._documents.append(_Document(match[2]))
        else:
            try:
                value = json.loads(match[2])
            except (ValueError, RecursionError):
                value = match[2]
            self._documents[-1].meta[match[1].removeprefix("meta.")] = value

    def _row(self, number: int, line: str) -> None:
        fields = line.split("\t")
        if len(fields) != 10:
            raise self._reading.problem(number, f"{len(fields)} columns, 10 expected")
        id = _ID.fullmatch(fields[0])
        if not id or not fields[1]:
            raise self._reading.problem(number, f"{fields[0]!r} {fields[1]!r}: no id and form of a token")
        if "." in fields[0]:
            self._reading.changed["empty node skipped"] += 1
            return
        misc = _misc(fields[9])
        word = _Word(fields[1], misc.get("SpacesBefore", ""), misc.get("SpacesAfter"))
        if misc.get("SpaceAfter") == "No":
            word.after = ""
        sentence = self._documents[-1].sentences[-1]
        if id[2]:
            self._range_end = int(id[2])
            sentence.append(word)
            return
        if int(id[1]) > self._range_end:
            sentence.append(word)
        sentence[-1].parts.append(fields[1])
        sentence[-1].tags.append(self._tags(number, misc))

    def _tags(self, number: int, misc: dict[str, str]) -> dict[str, str]:
        """The tags of a token by level; the first key of ours or others' that is there gives the first level."""
        key = next((key for key in _KEYS if key in misc), None)
        found = {name: value for name, value in misc.items() if _DEEPER.fullmatch(name)}
        if key:
            found[KEY] = misc[key]
        for name, tag in list(found.items()):
            try:
                split_tag(tag)
            except BadTag as bad:
                if key != "Entity":
                    raise self._reading.problem(number, str(bad)) from None
                self._reading.changed["Entity that is no tag skipped"] += 1
                del found[name]
        return found


def _misc(field: str) -> dict[str, str]:
    """The items of MISC; one without ``=`` has an empty value."""
    if field == "_":
        return {}
    items = [item.partition("=") for item in field.split("|")]
    return {key: _ESCAPE.sub(lambda match: _ESCAPED.get(match[1], match[0]), value) for key, _, value in items}


def _made(reading: Reading, document: _Document, scheme: str) -> AnnotatedDocument:
    text: list[str] = []
    at = 0
    spans: list[Span] = []
    for sentence in document.sentences:
        borders: list[tuple[int | None, int | None]] = []
        wholes: list[tuple[int, int]] = []
        for index, word in enumerate(sentence):
            start = at + len(word.before)
            end = start + len(word.form)
            default = "\n" if index == len(sentence) - 1 else " "
            after = default if word.after is None else word.after
            text += [word.before, word.form, after]
            at = end + len(after)
            borders += _part_borders(word, start)
            wholes += [(start, end)] * len(word.parts)
        for start, end, label in _spans(reading, sentence, scheme, borders, wholes):
            spans.append(file_span(f"s{len(spans) + 1}", ((start, end),), label))
    last = document.sentences[-1][-1]
    joined = "".join(text)
    return AnnotatedDocument(
        name=document.name,
        text=joined if last.after is not None else joined[:-1],
        spans=tuple(spans),
        meta=document.meta,
    )


def _spans(
    reading: Reading,
    sentence: list[_Word],
    scheme: str,
    borders: list[tuple[int | None, int | None]],
    wholes: list[tuple[int, int]],
) -> Iterator[tuple[int, int, str]]:
    tags = [tags for word in sentence for tags in word.tags]
    for level in dict.fromkeys([KEY, *sorted({key for found in tags for key in found})]):
        found, orphans = decode([split_tag(of.get(level, "O")) for of in tags], scheme)
        if orphans:
            reading.changed["orphan I-"] += orphans
        for first, end, label in found:
            start, stop = borders[first][0], borders[end - 1][1]
            if start is None or stop is None:
                reading.changed["span widened to the word"] += 1
            yield (
                wholes[first][0] if start is None else start,
                wholes[end - 1][1] if stop is None else stop,
                label,
            )


def _part_borders(word: _Word, start: int) -> list[tuple[int | None, int | None]]:
    """Where each part of a word begins and ends in the text; None where its letters do not tell.

    Parts need not make the word: ل and ال stand for the لل of للاقتصاد.
    """
    form, parts = word.form, word.parts
    edges: list[int | None] = [0]
    for number in range(1, len(parts)):
        before, behind = "".join(parts[:number]), "".join(parts[number:])
        if form.startswith(before) and (form.endswith(behind) is False or len(before) + len(behind) == len(form)):
            edges.append(len(before))
        elif form.endswith(behind) and not form.startswith(before):
            edges.append(len(form) - len(behind))
        else:
            edges.append(None)
    edges.append(len(form))
    places = [None if edge is None else start + edge for edge in edges]
    return list(pairwise(places))
