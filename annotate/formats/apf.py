"""ACE's APF, import only: stand-off XML beside the SGML text that it counts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from annotate.formats.brat_reading import EQUIV
from annotate.formats.content import AnnotatedDocument, file_relation, file_span
from annotate.formats.format import Format
from annotate.formats.reading import Reading
from annotate.model import Relation, Span

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_TAG = re.compile(r"<[^<>]*>")
_SPACES = re.compile(r"\s+")
# Which elements hold mentions: the element itself, its mentions, where the place of a mention stands.
_ENTITIES = (
    ("entity", "entity_mention", "extent"),
    ("value", "value_mention", "extent"),
    ("timex2", "timex2_mention", "extent"),
    ("event", "event_mention", "anchor"),
)


def read_apf(reading: Reading) -> Iterator[AnnotatedDocument]:
    """The document of ``NAME.apf.xml`` and the ``NAME.sgm`` (or ``.txt``) beside it."""
    root = _parsed(reading)
    stem = reading.path.name.removesuffix(".xml").removesuffix(".apf")
    source = next((p for p in (reading.path.with_name(stem + end) for end in (".sgm", ".txt")) if p.exists()), None)
    if source is None:
        raise reading.problem(0, f"no {stem}.sgm or {stem}.txt beside it")
    beside = reading.beside(source)
    text = beside.text().replace("\r\n", "\n").replace("\r", "\n")
    if source.suffix == ".sgm":
        text = _TAG.sub("", text)
    for document in root.iter("document"):
        found = _Mentions(reading, text, document)
        yield AnnotatedDocument(
            name=document.get("DOCID") or stem,
            text=text,
            spans=tuple(found.spans),
            relations=tuple(found.relations),
        )


def _parsed(reading: Reading) -> Element:
    """The XML; a DOCTYPE line is normal and never followed, entities of its own are refused."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(reading.data())
    except ParseError as error:
        raise reading.problem(error.position[0], f"not XML: {error}") from None
    except (DefusedXmlException, ValueError, LookupError) as error:
        raise reading.problem(0, f"XML that is not safe to read: {error}") from None
    if root.tag != "source_file":
        raise reading.problem(0, "no APF: <source_file> expected")
    return root


class _Mentions:
    """The spans and relations of one document of the file."""

    def __init__(self, reading: Reading, text: str, document: Element) -> None:
        self._reading = reading
        self._text = text
        self.spans: list[Span] = []
        self.relations: list[Relation] = []
        self._mentions: dict[str, list[str]] = defaultdict(list)
        for kind, mention, place in _ENTITIES:
            for element in document.iter(kind):
                for item in element.iter(mention):
                    self._span(element, item, place)
        for id in [entity.get("ID", "") for entity in document.iter("entity")]:
            for one, other in pairwise(self._mentions[id]):
                self.relations.append(file_relation("", one, other, EQUIV))
        for element in document.iter("relation"):
            for item in element.iter("relation_mention"):
                self._relation(element, item)
        for item in document.iter("event_mention"):
            for argument in item.iter("event_mention_argument"):
                ends = item.get("ID", ""), argument.get("REFID", "")
                self._add(ends, argument.get("ROLE", ""), item.get("ID", ""))

    def _span(self, element: Element, mention: Element, place: str) -> None:
        id = mention.get("ID", "")
        extent = mention.find(f"{place}/charseq")
        if extent is None:
            raise self._reading.problem(0, f"{id}: no {place} with a charseq")
        borders = self._borders(id, extent)
        attributes = {
            name: value
            for name, value in (
                ("SUBTYPE", element.get("SUBTYPE")),
                ("CLASS", element.get("CLASS")),
                ("mention", mention.get("TYPE")),
                ("VAL", element.get("VAL")),
            )
            if value
        }
        head = mention.find("head/charseq")
        if head is not None and (inner := self._borders(id, head)) != borders:
            attributes["head"] = self._text[inner[0] : inner[1]]
        label = element.get("TYPE") or ("TIMEX2" if element.tag == "timex2" else "")
        self.spans.append(file_span(id, (borders,), label, attributes=attributes))
        self._mentions[element.get("ID", "")].append(id)

    def _borders(self, id: str, charseq: Element) -> tuple[int, int]:
        """The place of a charseq, whose END is inclusive; its own text must stand there."""
        try:
            start, end = int(charseq.get("START", "")), int(charseq.get("END", "")) + 1
        except ValueError:
            raise self._reading.problem(0, f"{id}: START and END are no numbers") from None
        found, expected = self._text[max(start, 0) : end], charseq.text or ""
        if not 0 <= start < end <= len(self._text) or _folded(found) != _folded(expected):
            raise self._reading.problem(0, f"{id}: {expected[:40]!r} expected, {found[:40]!r} found")
        return start, end

    def _relation(self, element: Element, mention: Element) -> None:
        roles = {a.get("ROLE", ""): a.get("REFID", "") for a in mention.iter("relation_mention_argument")}
        if not {"Arg-1", "Arg-2"} <= roles.keys():
            raise self._reading.problem(0, f"{mention.get('ID')}: Arg-1 and Arg-2 expected")
        label = ".".join(filter(None, (element.get("TYPE"), element.get("SUBTYPE"))))
        self._add((roles["Arg-1"], roles["Arg-2"]), label, mention.get("ID", ""))
        for role, end in roles.items():
            if role not in ("Arg-1", "Arg-2"):
                self._add((roles["Arg-1"], end), role, mention.get("ID", ""))

    def _add(self, ends: tuple[str, str], label: str, id: str) -> None:
        known = {span.id for span in self.spans}
        if missing := next((end for end in ends if end not in known), None):
            raise self._reading.problem(0, f"relation {id}: no span {missing}")
        self.relations.append(file_relation("", ends[0], ends[1], label))


def _folded(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _recognises(path: Path, head: str) -> bool:
    return path.name.endswith(".apf.xml") or "<source_file" in head


APF = Format(name="apf", suffix=".apf.xml", read=read_apf, recognises=_recognises)
