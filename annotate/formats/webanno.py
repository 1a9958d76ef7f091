"""WebAnno TSV 3.3, as INCEpTION reads it: a folder with a file a document, offsets in UTF-16 units."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotate.formats.content import AnnotatedDocument, Writing
from annotate.formats.document_files import DocumentNames
from annotate.formats.format import Format, open_to_write
from annotate.formats.grid import Placed, Sentence, grid
from annotate.formats.holding import held_relations
from annotate.formats.surfaces import Utf16
from annotate.formats.webanno_reading import NAMED_ENTITY, RELATION, read_webanno
from annotate.model import Span

_HEAD = (
    "#FORMAT=WebAnno TSV 3.3",
    f"#T_SP={NAMED_ENTITY}|identifier|value",
    f"#T_RL={RELATION}|label|BT_{NAMED_ENTITY}",
    "",
    "",
)
_VALUE = re.compile(r"[\\\[\]|;\t\n]|->")
_SHORT = {"\t": "\\t", "\n": "\\n"}


@dataclass(slots=True)
class _Unit:
    """A row: a token, or a part of one that a span begins or ends in. ``spans`` are on it in span order."""

    address: str
    start: int
    end: int
    spans: list[Span] = field(default_factory=list)


def write_webanno(documents: Iterable[AnnotatedDocument], folder: Path, how: Writing) -> None:
    """One file a document; attributes and notes have no place in it."""
    names = DocumentNames(how)
    for document in documents:
        sentences = _sentences(document, replace(how, cut=None))
        if not sentences:
            held_relations(document, how, ())
            continue
        name = names.safe(document)
        with open_to_write(folder / f"{name}.tsv") as out:
            out.writelines(line + "\n" for line in _lines(document, sentences, how))


def _sentences(document: AnnotatedDocument, how: Writing) -> list[Sentence]:
    """Sentences with nothing but line ends between them, the only gaps that the offsets alone tell."""
    found: list[Sentence] = []
    for sentence in grid(document, how, widen=False):
        gap = document.text[found[-1].tokens[-1][1] : sentence.tokens[0][0]] if found else "\n"
        if gap and not gap.strip("\n"):
            found.append(sentence)
        else:
            shift = len(found[-1].tokens)
            moved = (Placed(p.span, p.first + shift, p.end + shift) for p in sentence.placed)
            found[-1] = replace(
                found[-1], tokens=found[-1].tokens + sentence.tokens, placed=(*found[-1].placed, *moved)
            )
    return found


def _lines(document: AnnotatedDocument, sentences: list[Sentence], how: Writing) -> Iterator[str]:
    text, table = document.text, Utf16(document.text)
    first = sentences[0].tokens[0][0]
    if text[:first].strip("\n"):
        how.lose_document(document, "white space at border", "written as line ends")
    spans = [placed.span for sentence in sentences for placed in sentence.placed]
    how.lose_details(document, spans)
    units = [_units(number, sentence) for number, sentence in enumerate(sentences, 1)]
    columns = _Columns(document, spans, [unit for found in units for unit in found], how)
    yield from _HEAD
    for number, (sentence, found) in enumerate(zip(sentences, units, strict=True), 1):
        end = len(text) if number == len(sentences) else sentence.tokens[-1][1]
        for line in text[sentence.tokens[0][0] : end].split("\n"):
            yield f"#Text={_escaped_text(line)}"
        for unit in found:
            place = f"{table.units(unit.start)}-{table.units(unit.end)}"
            yield "\t".join([unit.address, place, _escaped_text(text[unit.start : unit.end]), *columns.of(unit), ""])
        yield ""


def _units(number: int, sentence: Sentence) -> list[_Unit]:
    """The rows of a sentence: each token, followed by the parts of it that spans cover alone."""
    parts: dict[int, dict[tuple[int, int], list[Span]]] = defaultdict(lambda: defaultdict(list))
    for placed in sentence.placed:
        for index in range(placed.first, placed.end):
            start, end = sentence.tokens[index]
            parts[index][max(start, placed.span.start), min(end, placed.span.end)].append(placed.span)
    units = []
    for index, token in enumerate(sentence.tokens):
        address = f"{number}-{index + 1}"
        units.append(_Unit(address, *token, parts[index].pop(token, [])))
        for sub, (part, spans) in enumerate(sorted(parts[index].items()), 1):
            units.append(_Unit(f"{address}.{sub}", *part, spans))
    return units


class _Columns:
    """The four columns behind a row's text: two of the spans on it, two of the relations that end there."""

    def __init__(self, document: AnnotatedDocument, spans: list[Span], units: list[_Unit], how: Writing) -> None:
        first: dict[str, _Unit] = {}
        lengths: dict[str, int] = defaultdict(int)
        stacked: set[str] = set()
        for unit in units:
            for span in unit.spans:
                first.setdefault(span.id, unit)
                lengths[span.id] += 1
            stacked |= {span.id for span in unit.spans} if len(unit.spans) > 1 else set()
        # Only what stands on several rows or beside others needs a number.
        wanted = [id for id in first if lengths[id] > 1 or id in stacked]
        self._numbers = {id: number for number, id in enumerate(wanted, 1)}
        self._arrows: dict[str, list[tuple[str, str]]] = defaultdict(list)
        order = {span.id: number for number, span in enumerate(spans)}
        held = held_relations(document, how, first)
        for relation in sorted(held, key=lambda r: (order[r.head], order[r.tail], r.label)):
            source, target = (self._numbers.get(end, 0) for end in (relation.head, relation.tail))
            numbers = f"[{source}_{target}]" if source or target else ""
            arrow = _escaped_value(relation.label), first[relation.head].address + numbers
            self._arrows[first[relation.tail].address].append(arrow)

    def of(self, unit: _Unit) -> tuple[str, str, str, str]:
        """The columns of a row."""
        ids = [f"[{self._numbers[s.id]}]" if s.id in self._numbers else "" for s in unit.spans]
        arrows = self._arrows.get(unit.address, [])
        return (
            "|".join(f"*{id}" for id in ids) or "_",
            "|".join(_escaped_value(s.label) + id for s, id in zip(unit.spans, ids, strict=True)) or "_",
            "|".join(label for label, _ in arrows) or "_",
            "|".join(source for _, source in arrows) or "_",
        )


def _escaped_value(value: str) -> str:
    escaped = _VALUE.sub(lambda found: _SHORT.get(found[0], f"\\{found[0]}"), value)
    return f"\\{escaped}" if escaped in ("_", "*") else escaped


def _escaped_text(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n")


def _recognises(path: Path, head: str) -> bool:
    if not path.is_dir():
        return head.startswith("#FORMAT=WebAnno TSV 3")
    first = next(iter(sorted(path.glob("*.tsv"))), None)
    return first is not None and first.read_bytes().startswith(b"#FORMAT=WebAnno")


WEBANNO = Format(name="webanno", suffix="", read=read_webanno, write=write_webanno, recognises=_recognises, folder=True)
