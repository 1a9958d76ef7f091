"""Reading brat's standoff: ``.ann`` lines become spans, relations, attributes and notes of the text beside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from annotate.formats.content import AnnotatedDocument, file_relation, file_span
from annotate.formats.reading import FileProblem, Reading
from annotate.formats.surfaces import Pieces, fitted
from annotate.model import Relation, Span

EQUIV = "Equiv"
REFERENCE = "Reference"
REFERENCE_TEXT = "Reference_text"

_PLACES = re.compile(r"[0-9]+ [0-9]+(?:;[0-9]+ [0-9]+)*")
_NUMBERS = re.compile(r"[0-9]+")
_LINE_ENDS = re.compile("[\n\r\u0085\u2028\u2029]*")


@dataclass(slots=True)
class _Item:
    """A span or relation on its way: what later lines say of it."""

    line: int
    label: str
    pieces: Pieces = ()
    surface: str = ""
    ends: tuple[str, str] = ("", "")
    attributes: dict[str, str | bool] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def read_brat(reading: Reading) -> Iterator[AnnotatedDocument]:
    """The documents of a folder, or of one ``.txt`` or ``.ann`` file; a text without ``.ann`` has no layer."""
    path = reading.path
    texts = sorted(path.glob("*.txt")) if path.is_dir() else [path.with_suffix(".txt")]
    if not texts:
        raise reading.problem(0, "no .txt file in it")
    for text in texts:
        document = reading.attempt(_document, reading, text)
        if document:
            yield document


def _document(reading: Reading, path: Path) -> AnnotatedDocument:
    text_file = reading.beside(path)
    text = text_file.text()
    if not path.with_suffix(".ann").exists():
        return AnnotatedDocument(name=text_file.stem, text=text, layered=False)
    standoff = _Standoff(reading.beside(path.with_suffix(".ann")))
    try:
        spans = standoff.spans(text)
    except FileProblem:
        # Tools that read the text with universal line ends count CR LF as one.
        if "\r\n" not in text:
            raise
        text = text.replace("\r\n", "\n")
        spans = standoff.spans(text)
    return AnnotatedDocument(name=text_file.stem, text=text, spans=spans, relations=standoff.relations())


class _Standoff:
    """The content of an ``.ann`` file."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._spans: dict[str, _Item] = {}
        self._relations: dict[str, _Item] = {}
        self._events: dict[str, str] = {}
        self._ids: set[str] = set()
        lines = [(number, line) for number, line in reading.lines(reading.text()) if line.strip()]
        # A line may speak of an id that comes further down.
        for kinds in ("T", "E", "R", "AMN#*"):
            if kinds == "R":
                self._find_ends_of_events()
            for number, line in lines:
                if line[0] in kinds:
                    self._line(number, line)
        strange = next(((number, line) for number, line in lines if line[0] not in "TERAMN#*"), None)
        if strange:
            raise reading.problem(strange[0], f"{strange[1][:20]!r} is no line of brat's")

    def spans(self, text: str) -> tuple[Span, ...]:
        """The spans, their surfaces compared with the text."""
        items = list(self._spans.items())
        pieces = fitted(self._reading, text, [(item.pieces, item.surface, item.line) for _, item in items])
        return tuple(
            file_span(id, mended(text, place), item.label, attributes=item.attributes, note="\n".join(item.notes))
            for (id, item), place in zip(items, pieces, strict=True)
        )

    def relations(self) -> tuple[Relation, ...]:
        """The relations; ends are span ids that are there."""
        return tuple(
            file_relation(id, *item.ends, item.label, attributes=item.attributes, note="\n".join(item.notes))
            for id, item in self._relations.items()
        )

    def _line(self, number: int, line: str) -> None:
        readers: dict[str, Callable[[int, list[str]], None]] = {
            "T": self._span,
            "E": self._event,
            "R": self._relation,
            "A": self._attribute,
            "M": self._attribute,
            "N": self._reference,
            "#": self._note,
            "*": self._equiv,
        }
        fields = line.split("\t", 2)
        if len(fields) < 2:
            raise self._reading.problem(number, "no TAB in it")
        if fields[0] != "*":
            if fields[0] in self._ids:
                raise self._reading.problem(number, f"{fields[0]} stands twice")
            self._ids.add(fields[0])
        readers[line[0]](number, fields)

    def _span(self, number: int, fields: list[str]) -> None:
        label, _, places = fields[1].partition(" ")
        if not _PLACES.fullmatch(places) or len(fields) < 3:
            raise self._reading.problem(number, f"{fields[0]}: TYPE START END, TAB and text expected")
        offsets = [int(offset) for offset in _NUMBERS.findall(places)]
        pieces = tuple(zip(offsets[::2], offsets[1::2], strict=True))
        self._spans[fields[0]] = _Item(number, label, pieces, fields[2])

    def _relation(self, number: int, fields: list[str]) -> None:
        label, *arguments = fields[1].strip(" ").split(" ")
        ends = [argument.rpartition(":")[2] for argument in arguments]
        if len(ends) != 2:
            raise self._reading.problem(number, f"{fields[0]}: {len(ends)} arguments, 2 expected")
        self._add_relation(number, fields[0], label, ends[0], ends[1])

    def _event(self, number: int, fields: list[str]) -> None:
        trigger, *arguments = fields[1].strip(" ").split(" ")
        span = trigger.rpartition(":")[2]
        self._events[fields[0]] = self._end(number, fields[0], span)
        for index, argument in enumerate(arguments, 1):
            role, _, end = argument.partition(":")
            self._reading.changed["event argument read as a relation"] += 1
            self._relations[f"{fields[0]}.{index}"] = _Item(number, role, ends=(span, end))

    def _find_ends_of_events(self) -> None:
        for id, item in list(self._relations.items()):
            item.ends = self._end(item.line, id, item.ends[0]), self._end(item.line, id, item.ends[1])
            if item.ends[0] == item.ends[1]:  # the event of another on the same trigger
                self._reading.changed["argument that is the event's own trigger left out"] += 1
                del self._relations[id]

    def _add_relation(self, number: int, id: str, label: str, head: str, tail: str) -> None:
        ends = self._end(number, id, head), self._end(number, id, tail)
        self._relations[id] = _Item(number, label, ends=ends)

    def _end(self, number: int, id: str, end: str) -> str:
        found = self._events.get(end, end)
        if found not in self._spans:
            raise self._reading.problem(number, f"relation {id}: no span {end}")
        return found

    def _owner(self, number: int, id: str) -> _Item:
        found = self._spans.get(self._events.get(id, id)) or self._relations.get(id)
        if found is None:
            raise self._reading.problem(number, f"no {id} in this file")
        return found

    def _attribute(self, number: int, fields: list[str]) -> None:
        name, _, rest = fields[1].partition(" ")
        owner, _, value = rest.partition(" ")
        self._owner(number, owner).attributes[name] = value or True

    def _reference(self, number: int, fields: list[str]) -> None:
        words = fields[1].split(" ")
        if len(words) != 3:
            raise self._reading.problem(number, f"{fields[0]}: Reference ID DB:ID expected")
        attributes = self._owner(number, words[1]).attributes
        attributes[words[0]] = words[2]
        if len(fields) > 2 and fields[2]:
            attributes[REFERENCE_TEXT] = fields[2]

    def _note(self, number: int, fields: list[str]) -> None:
        owner = fields[1].rpartition(" ")[2]
        self._owner(number, owner).notes.append(fields[2] if len(fields) > 2 else "")

    def _equiv(self, number: int, fields: list[str]) -> None:
        label, *ids = fields[1].strip(" ").split(" ")
        for index, (one, other) in enumerate(pairwise(ids), 1):
            self._add_relation(number, f"*{number}.{index}", label, one, other)


def mended(text: str, pieces: Pieces) -> Pieces:
    """Pieces with nothing but line ends between them as one: brat cannot hold a span over a line end otherwise."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and joined[-1][1] <= start and _LINE_ENDS.fullmatch(text, joined[-1][1], start):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return tuple(joined)
