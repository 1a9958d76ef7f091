"""brat's standoff: a folder of ``NAME.txt`` with the text and ``NAME.ann`` with what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from annotate.formats.brat_reading import EQUIV, REFERENCE, REFERENCE_TEXT, mended, read_brat
from annotate.formats.content import TOKENS, AnnotatedDocument, Writing
from annotate.formats.document_files import DocumentNames
from annotate.formats.format import Format, open_to_write
from annotate.formats.surfaces import Pieces
from annotate.labels import LabelSet
from annotate.model import Relation, Span

# brat's parser cuts its lines at these, so a span goes in pieces around them.
_BETWEEN_CUTS = re.compile("[^\n\u0085\u2028\u2029]+")
_BREAKS = re.compile("[\t\n\u0085\u2028\u2029]")
_IS_REFERENCE = re.compile(r"[^ \t:]+:[^ \t]+")


def write_brat(documents: Iterable[AnnotatedDocument], folder: Path, how: Writing) -> None:
    """One pair of files a document, and the label set as ``annotation.conf`` and ``visual.conf``."""
    names = DocumentNames(how)
    for document in documents:
        name = names.safe(document)
        with open_to_write(folder / f"{name}.txt") as out:
            out.write(document.text)
        with open_to_write(folder / f"{name}.ann") as out:
            out.writelines(line + "\n" for line in _Lines(document, how).lines())
        if set(document.meta) - {TOKENS}:
            how.lose_document(document, "document meta")
    for file, text in _configuration(how.labels).items():
        with open_to_write(folder / file) as out:
            out.write(text)


class _Lines:
    """The lines of one ``.ann`` file: T, R, A, N, # and *, by number."""

    def __init__(self, document: AnnotatedDocument, how: Writing) -> None:
        self._document = document
        self._how = how
        self._ids: dict[str, str] = {}
        self._attributes: list[str] = []
        self._references: list[str] = []
        self._notes: list[str] = []

    def lines(self) -> list[str]:
        spans = [self._span(span, pieces) for span, pieces in self._placed()]
        order = {id: number for number, id in enumerate(self._ids)}
        there = [relation for relation in self._document.relations if self._has_ends(relation)]
        there.sort(key=lambda relation: (order[relation.head], order[relation.tail], relation.label))
        chains = _chains(there, order)
        chained = {relation.id for _, relations in chains for relation in relations}
        relations: list[str] = []
        for relation in there:
            if relation.id not in chained:
                id = f"R{len(relations) + 1}"
                ends = f"Arg1:{self._ids[relation.head]} Arg2:{self._ids[relation.tail]}"
                relations.append(f"{id}\t{relation.label} {ends}")
                self._said(id, relation)
        groups = [f"*\t{EQUIV} {' '.join(self._ids[id] for id in ids)}" for ids, _ in chains]
        return [*spans, *relations, *self._attributes, *self._references, *self._notes, *groups]

    def _has_ends(self, relation: Relation) -> bool:
        there = relation.head in self._ids and relation.tail in self._ids
        if not there:
            self._how.lose_relation(self._document, relation, "relation without its span")
        return there

    def _placed(self) -> list[tuple[Span, Pieces]]:
        """The spans with the pieces that brat can hold, in the order in which they are read back."""
        text = self._document.text
        found: dict[tuple[Pieces, str], tuple[Span, Pieces]] = {}
        for span in self._document.spans:
            pieces = tuple(piece for start, end in span.pieces for piece in _around_cuts(text, start, end))
            read_back = mended(text, pieces)
            if not pieces:
                self._how.lose_span(self._document, span, "no token")
            elif (read_back, span.label) in found:
                self._how.lose_span(self._document, span, "duplicate")
            else:
                found[read_back, span.label] = span, pieces
                if read_back != span.pieces:
                    border = (pieces[0][0], pieces[-1][1]) != (span.start, span.end)
                    what, done = ("white space at border", "trimmed") if border else ("discontinuous", "hull")
                    self._how.lose_span(self._document, span, what, done)
        order = sorted(found, key=lambda key: (key[0][0][0], -key[0][-1][1], key[1], key[0]))
        return [found[key] for key in order]

    def _span(self, span: Span, pieces: Pieces) -> str:
        id = self._ids[span.id] = f"T{len(self._ids) + 1}"
        self._said(id, span)
        places = ";".join(f"{start} {end}" for start, end in pieces)
        return f"{id}\t{span.label} {places}\t{' '.join(self._document.text[start:end] for start, end in pieces)}"

    def _said(self, id: str, owner: Span | Relation) -> None:
        attributes = dict(owner.attributes)
        reference = attributes.get(REFERENCE)
        if isinstance(reference, str) and _IS_REFERENCE.fullmatch(reference) and isinstance(owner, Span):
            del attributes[REFERENCE]
            shown = self._flat(owner, str(attributes.pop(REFERENCE_TEXT, "")))
            self._references.append(f"N{len(self._references) + 1}\t{REFERENCE} {id} {reference}\t{shown}")
        for name, value in attributes.items():
            if value is False:  # brat has no other way to say no; to us, absent is no as well
                continue
            if not value:
                self._how.lose_detail(self._document, owner, "span attribute")
                continue
            tail = "" if value is True else f" {self._flat(owner, value)}"
            self._attributes.append(f"A{len(self._attributes) + 1}\t{name} {id}{tail}")
        for line in owner.note.split("\n") if owner.note else ():
            self._notes.append(f"#{len(self._notes) + 1}\tAnnotatorNotes {id}\t{self._flat(owner, line, 'note')}")

    def _flat(self, owner: Span | Relation, value: str, what: str = "") -> str:
        """A value that stands on one line in one field; what is changed for that is listed."""
        flat = _BREAKS.sub(" ", value)
        if flat != value:
            what = what or ("span attribute" if isinstance(owner, Span) else "relation attribute")
            self._how.lose_detail(self._document, owner, what, f"written as {flat}")
        return flat


def _chains(relations: list[Relation], order: Mapping[str, int]) -> list[tuple[list[str], list[Relation]]]:
    """The groups of spans that ``Equiv`` relations join neighbour by neighbour in text order, with these relations.

    Only they come back from brat's ``Equiv`` lines as they were; other shapes are written as ordinary relations.
    """
    group_of: dict[str, set[str]] = {}
    plain = [r for r in relations if r.label == EQUIV and not r.attributes and not r.note]
    for relation in plain:
        joined = group_of.get(relation.head, {relation.head}) | group_of.get(relation.tail, {relation.tail})
        group_of.update(dict.fromkeys(joined, joined))
    found = []
    for group in {id(group): group for group in group_of.values()}.values():
        ids = sorted(group, key=order.__getitem__)
        inner = [relation for relation in plain if relation.head in group]
        if [(relation.head, relation.tail) for relation in inner] == list(pairwise(ids)):
            found.append((ids, inner))
    return found


def _around_cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a piece between the characters at which brat cuts lines."""
    for match in _BETWEEN_CUTS.finditer(text, start, end):
        yield match.span()


def _configuration(labels: LabelSet) -> dict[str, str]:
    """``annotation.conf`` and ``visual.conf`` of a label set."""
    relations = [
        f"{relation.id}\tArg1:{'|'.join(relation.head) or '<ENTITY>'}, Arg2:{'|'.join(relation.tail) or '<ENTITY>'}"
        + (", <REL-TYPE>:symmetric" if relation.symmetric else "")
        for relation in labels.relations
    ]
    relations.append(f"{EQUIV}\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive")
    relations.append("<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>")
    attributes = [
        f"{attribute.id}\tArg:{'|'.join(attribute.on) or '<ENTITY>'}"
        + (f", Value:{'|'.join(attribute.values)}" if attribute.values else "")
        for attribute in labels.attributes
    ]
    entities = [entity.id for entity in labels.entities]
    sections = {"entities": entities, "relations": relations, "events": [], "attributes": attributes}
    names = [f"{entity.id} | {entity.name('ar')}" for entity in labels.entities]
    names += [f"{relation.id} | {relation.name('ar')}" for relation in labels.relations]
    colours = [f"{entity.id}\tbgColor:{entity.colour}" for entity in labels.entities if entity.colour]
    return {
        "annotation.conf": _sections(sections),
        "visual.conf": _sections({"labels": names, "drawing": colours}),
    }


def _sections(sections: Mapping[str, Sequence[str]]) -> str:
    return "\n".join("".join(f"{line}\n" for line in [f"[{name}]", *lines]) for name, lines in sections.items())


BRAT = Format(
    name="brat",
    suffix="",
    read=read_brat,
    write=write_brat,
    recognises=lambda path, head: any(path.glob("*.ann")) if path.is_dir() else path.with_suffix(".ann").exists(),
    folder=True,
)
