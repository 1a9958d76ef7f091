"""Reading UIMA's XMI and CAS JSON 0.4: named entities, and relations whose Governor and Dependent are such."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotate.formats import strict_json
from annotate.formats.content import AnnotatedDocument, file_relation, file_span
from annotate.formats.json_files import annotator_of, meta_of, state_of
from annotate.formats.reading import Reading
from annotate.formats.strict_json import BadJson, an_object, get
from annotate.formats.surfaces import Utf16
from annotate.formats.webanno_reading import NAMED_ENTITY
from annotate.model import Relation, Span

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
DOCUMENT = "tawsim.Document"
OWN_FEATURES = frozenset(
    ("id", "sofa", "begin", "end", "value", "note", "label", "Governor", "Dependent", "json")
)  # fmt: skip
"""Features that no attribute may have the name of."""

_NO_LAYERS = {TOKEN, SENTENCE, DOCUMENT, "uima.cas.Sofa", "uima.cas.View", "uima.cas.NULL"}
_ID = "{http://www.omg.org/XMI}id"
_RANGE = "{http://uima.apache.org/resourceSpecifier}"


@dataclass(frozen=True, slots=True)
class _Structure:
    """A feature structure. References are ids as text; so are numbers in XMI."""

    id: str
    type: str
    features: dict[str, Any]


def read_xmi(reading: Reading) -> Iterator[AnnotatedDocument]:
    """The documents of a folder of ``.xmi`` files, or of one file."""
    path = reading.path
    for file in sorted(path.glob("*.xmi")) if path.is_dir() else [path]:
        document = reading.attempt(_document, reading, file)
        if document:
            yield document


def _document(reading: Reading, path: Path) -> AnnotatedDocument:
    own = reading.beside(path)
    structures = _from_json(own) if path.suffix.lower() == ".json" else _from_xml(own)
    sofas = [structure for structure in structures if structure.type == "uima.cas.Sofa"]
    if not sofas or not isinstance(sofas[0].features.get("sofaString", ""), str):
        raise own.problem(0, "no text (Sofa) in it")
    if len(sofas) > 1:
        reading.changed["further view left out"] += len(sofas) - 1
    text = sofas[0].features.get("sofaString", "")
    found = _Annotations(own, text, [s for s in structures if s.features.get("sofa", sofas[0].id) == sofas[0].id])
    name = own.stem.removesuffix(".cas")
    bare = AnnotatedDocument(name=name, text=text, spans=tuple(found.spans), relations=tuple(found.relations))
    return _as_said(own, bare, structures)


def _from_xml(reading: Reading) -> list[_Structure]:
    booleans = _booleans(reading)
    found = []
    for element in _parsed(reading):
        space, _, local = element.tag.removeprefix("{").rpartition("}")
        type = ".".join([*space.removeprefix("http:///").removesuffix(".ecore").split("/"), local])
        features: dict[str, Any] = {key: value for key, value in element.attrib.items() if key != _ID}
        for name in booleans & features.keys():
            features[name] = features[name] == "true"
        found.append(_Structure(element.get(_ID, ""), type, features))
    return found


def _parsed(reading: Reading) -> Element:
    """The XML of a file; a DOCTYPE is refused before anything is expanded."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(reading.data(), forbid_dtd=True)
    except ParseError as error:
        raise reading.problem(error.position[0], f"not XML: {error}") from None
    except (DefusedXmlException, ValueError, LookupError) as error:
        raise reading.problem(0, f"XML that is not safe to read: {error}") from None
    return root


def _booleans(reading: Reading) -> set[str]:
    """The yes-or-no features that the type system beside the file declares; none without one."""
    beside = reading.path.with_name("TypeSystem.xml")
    if not beside.exists():
        return set()
    features = _parsed(reading.beside(beside)).iter(f"{_RANGE}featureDescription")
    kinds = [(f.findtext(f"{_RANGE}name"), f.findtext(f"{_RANGE}rangeTypeName")) for f in features]
    return {name for name, kind in kinds if name and kind == "uima.cas.Boolean"}


def _from_json(reading: Reading) -> list[_Structure]:
    found = []
    try:
        for item in get(an_object(strict_json.load(reading.utf8())), "%FEATURE_STRUCTURES", list):
            structure = an_object(item, "feature structure")
            features = {key.removeprefix("@"): value for key, value in structure.items() if key[:1] not in "%^"}
            for key in structure:
                if key.startswith("@"):
                    features[key[1:]] = str(structure[key])
            found.append(_Structure(str(structure.get("%ID")), get(structure, "%TYPE", str), features))
    except BadJson as bad:
        raise reading.problem(0, str(bad)) from None
    return found


class _Annotations:
    """The spans and relations among feature structures."""

    def __init__(self, reading: Reading, text: str, structures: list[_Structure]) -> None:
        self._reading = reading
        self._text = text
        self._table = Utf16(text)
        entities = [structure for structure in structures if structure.type == NAMED_ENTITY]
        self.spans: list[Span] = [self._span(structure) for structure in entities]
        known = {span.id for span in self.spans}
        self.relations: list[Relation] = []
        others: Counter[str] = Counter()
        for structure in structures:
            ends = structure.features.get("Governor"), structure.features.get("Dependent")
            if ends[0] in known and ends[1] in known:
                self.relations.append(self._relation(structure))
            elif structure.type == "webanno.custom.Relation":
                raise reading.problem(0, f"relation {structure.id}: no span {next(e for e in ends if e not in known)}")
            elif structure.type != NAMED_ENTITY and structure.type not in _NO_LAYERS:
                others[structure.type] += 1
        reading.changed.update({f"layer {type} left out": count for type, count in others.items()})

    def _span(self, structure: _Structure) -> Span:
        borders = []
        for key in ("begin", "end"):
            value = str(structure.features.get(key))
            if not (value.isascii() and value.isdigit()):
                raise self._reading.problem(0, f"span {structure.id}: {key!r} is no number")
            borders.append(self._table.code_points(int(value)))
        label = str(structure.features.get("value") or "NamedEntity")
        attributes, note = _said(structure)
        return file_span(structure.id, ((borders[0], borders[1]),), label, attributes=attributes, note=note)

    def _relation(self, structure: _Structure) -> Relation:
        attributes, note = _said(structure)
        head, tail = structure.features["Governor"], structure.features["Dependent"]
        label = str(structure.features.get("label") or structure.type.rpartition(".")[2])
        return file_relation(structure.id, head, tail, label, attributes=attributes, note=note)


def _said(structure: _Structure) -> tuple[dict[str, str | bool], str]:
    """Attributes and note: all features of words or of yes and no that are not the format's own."""
    attributes = {
        name: value
        for name, value in structure.features.items()
        if name not in OWN_FEATURES and isinstance(value, str | bool)
    }
    return attributes, str(structure.features.get("note") or "")


def _as_said(reading: Reading, document: AnnotatedDocument, structures: list[_Structure]) -> AnnotatedDocument:
    """The document with the state, annotator and meta that a file of ours says."""
    own = next((structure.features.get("json") for structure in structures if structure.type == DOCUMENT), None)
    if not isinstance(own, str):
        return document
    try:
        said = an_object(strict_json.load(own))
        return replace(
            document,
            annotator=annotator_of(said),
            layered=get(said, "layered", bool, True) or bool(document.spans),
            state=state_of(said),
            meta=meta_of(said),
        )
    except BadJson as bad:
        raise reading.problem(0, f"tawsim.Document: {bad}") from None
