"""Reading WebAnno TSV 3: named entities and the relations between them; other layers are passed over, which is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotate.formats.content import AnnotatedDocument, file_relation, file_span
from annotate.formats.reading import Reading
from annotate.formats.surfaces import Utf16
from annotate.model import Relation, Span

NAMED_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
RELATION = "webanno.custom.Relation"

_ADDRESS = re.compile(r"[0-9]+-[0-9]+(?:\.[0-9]+)?")
_PLACE = re.compile(r"([0-9]+)-([0-9]+)")
_PART = re.compile(r"((?:\\.|[^\\\[\]])*)(?:\[([0-9]+)\])?", re.DOTALL)
_SOURCE = re.compile(r"([0-9]+-[0-9]+(?:\.[0-9]+)?)(?:\[([0-9]+)_([0-9]+)\])?")
_ESCAPE = re.compile(r"\\(->|.)", re.DOTALL)
_ESCAPED = {"t": "\t", "n": "\n", "r": "\r"}


@dataclass(slots=True)
class _Layer:
    """A layer of the header: its kind (SP, CH, RL), its type, its columns from the first behind the text."""

    kind: str
    type: str
    features: list[str]
    column: int

    @property
    def columns(self) -> int:
        return max(len(self.features), 1)


@dataclass(slots=True)
class _Row:
    line: int
    address: str
    start: int
    end: int
    token: str
    columns: list[str]


@dataclass(slots=True)
class _Span:
    label: str
    rows: list[_Row] = field(default_factory=list)


def read_webanno(reading: Reading) -> Iterator[AnnotatedDocument]:
    """The documents of a folder of ``.tsv`` files, or of one file."""
    path = reading.path
    for file in sorted(path.glob("*.tsv")) if path.is_dir() else [path]:
        document = reading.attempt(_document, reading, file)
        if document:
            yield document


def _document(reading: Reading, path: Path) -> AnnotatedDocument:
    own = reading.beside(path)
    table = _Table(own)
    spans, keys = table.spans()
    return AnnotatedDocument(name=own.stem, text=table.text, spans=tuple(spans), relations=tuple(table.relations(keys)))


class _Table:
    """A file: its text, its layers, its rows."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._layers: list[_Layer] = []
        self._rows: list[_Row] = []
        texts: list[tuple[list[str], int]] = []
        for number, line in reading.lines(reading.text()):
            if number == 1 and not line.startswith("#FORMAT=WebAnno TSV 3"):
                raise reading.problem(1, "no WebAnno TSV 3")
            if line.startswith("#T_"):
                self._layer(line)
            elif line.startswith("#Text="):
                if not texts or texts[-1][1] < len(self._rows):
                    texts.append(([], len(self._rows)))
                texts[-1][0].append(_unescaped(line.removeprefix("#Text=")))
            elif line.strip() and not line.startswith("#"):
                self._row(number, line)
        self._chosen = self._choose("SP", NAMED_ENTITY)
        self._arrows = self._choose("RL", RELATION)
        used = [self._chosen, self._arrows]
        for layer in self._layers:
            if layer not in used:
                reading.changed[f"layer {layer.type} left out"] += 1
        self.text = self._text(texts)
        self._place()

    def _layer(self, line: str) -> None:
        kind, _, rest = line.removeprefix("#T_").partition("=")
        type, *features = rest.split("|")
        column = sum(layer.columns for layer in self._layers)
        self._layers.append(_Layer(kind, type, features, column))

    def _choose(self, kind: str, type: str) -> _Layer | None:
        layers = [layer for layer in self._layers if layer.kind == kind]
        return next((layer for layer in layers if layer.type == type), layers[0] if layers else None)

    def _row(self, number: int, line: str) -> None:
        fields = line.split("\t")
        place = _PLACE.fullmatch(fields[1]) if len(fields) > 2 else None
        if not _ADDRESS.fullmatch(fields[0]) or not place:
            raise self._reading.problem(number, f"{fields[0]!r} is no row of a token")
        wanted = sum(layer.columns for layer in self._layers)
        columns = fields[3:]
        if len(columns) < wanted:
            raise self._reading.problem(number, f"{len(columns)} columns behind the text, {wanted} expected")
        self._rows.append(_Row(number, fields[0], int(place[1]), int(place[2]), _unescaped(fields[2]), columns))

    def _text(self, texts: list[tuple[list[str], int]]) -> str:
        """The sentences in their places; what lies between them is told by the offsets alone: line ends."""
        parts: list[str] = []
        at = 0
        for lines, row in texts:
            if row >= len(self._rows):
                continue
            gap = self._rows[row].start - at
            if gap < 0:
                raise self._reading.problem(self._rows[row].line, "begins before the sentence before it ends")
            sentence = "\n".join(lines)
            parts += ["\n" * gap, sentence]
            at += gap + len(sentence) + sum(character > "\uffff" for character in sentence)
        return "".join(parts)

    def _place(self) -> None:
        """Turn the rows' UTF-16 offsets to code points; every token must stand where its row says."""
        table = Utf16(self.text)
        for row in self._rows:
            start, end = table.code_points(row.start), table.code_points(row.end)
            if self.text[start:end] != row.token:
                found = self.text[start:end]
                raise self._reading.problem(row.line, f"{row.token[:40]!r} expected, {found[:40]!r} found")
            row.start, row.end = start, end

    def spans(self) -> tuple[list[Span], dict[tuple[str, int], str]]:
        """The spans, and their ids by address and number (0: the one without a number on that row)."""
        found: dict[tuple[str, int], _Span] = {}
        keys: dict[tuple[str, int], tuple[str, int]] = {}
        layer = self._chosen
        for row in self._rows if layer else ():
            assert layer is not None
            for value, number in self._values(row, layer):
                key = ("", number) if number else (row.address, 0)
                keys[row.address, number] = key
                found.setdefault(key, _Span(value)).rows.append(row)
        ids = {key: f"s{number}" for number, key in enumerate(found, 1)}
        spans = [file_span(ids[k], ((s.rows[0].start, s.rows[-1].end),), s.label) for k, s in found.items()]
        return spans, {place: ids[key] for place, key in keys.items()}

    def _values(self, row: _Row, layer: _Layer) -> Iterator[tuple[str, int]]:
        """The annotations of a layer on a row: label and number (0: none)."""
        at = layer.features.index("value") if "value" in layer.features else 0
        cell = row.columns[layer.column + at] if layer.features else row.columns[layer.column]
        for part in _split(cell):
            if part == "_":
                continue
            match = _PART.fullmatch(part)
            if not match:
                raise self._reading.problem(row.line, f"{part[:40]!r} is no value")
            label = "NamedEntity" if match[1] == "*" else _unescaped(match[1])
            yield label, int(match[2] or 0)

    def relations(self, ids: dict[tuple[str, int], str]) -> Iterator[Relation]:
        """The relations; each stands on the first row of its tail and names a row of its head."""
        layer = self._arrows
        for row in self._rows if layer else ():
            assert layer is not None
            cells = row.columns[layer.column : layer.column + layer.columns]
            labels, sources = _split(cells[0] if len(cells) > 1 else "*"), _split(cells[-1])
            if sources == ["_"]:
                continue
            for label, source in zip(labels, sources, strict=False):
                match = _SOURCE.fullmatch(source)
                ends = _ends(match, row.address) if match else []
                if not ends or not set(ends) <= ids.keys():
                    raise self._reading.problem(row.line, f"relation {source}: no such span")
                name = "Relation" if label == "*" else _unescaped(label)
                yield file_relation("", ids[ends[0]], ids[ends[1]], name)


def _ends(source: re.Match[str], target: str) -> list[tuple[str, int]]:
    """Head and tail of a relation as address and number."""
    return [(source[1], int(source[2] or 0)), (target, int(source[3] or 0))]


def _split(cell: str) -> list[str]:
    """The parts of a cell between the bars that are not escaped."""
    return re.findall(r"(?:\\.|[^\\|])+", cell, re.DOTALL)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), text)
