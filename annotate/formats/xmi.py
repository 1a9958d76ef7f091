"""UIMA's XMI, as INCEpTION and DKPro have it: a folder of ``NAME.xmi`` files and their ``TypeSystem.xml``.

Offsets are UTF-16 units. Notes and attributes are features that the type system declares; state, annotator and meta
stand in a ``tawsim.Document``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from annotate.arabic.sentences import sentences
from annotate.arabic.tokens import tokenize
from annotate.errors import TawsimError
from annotate.formats import strict_json
from annotate.formats.content import TOKENS, AnnotatedDocument, Writing
from annotate.formats.document_files import DocumentNames
from annotate.formats.format import Format, open_to_write
from annotate.formats.holding import SIDE, held_relations, held_spans
from annotate.formats.json_files import about
from annotate.formats.surfaces import Utf16
from annotate.formats.webanno_reading import NAMED_ENTITY, RELATION
from annotate.formats.xmi_reading import DOCUMENT, OWN_FEATURES, SENTENCE, TOKEN, read_xmi
from annotate.model import Relation, Span

_FEATURE = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_AS_REFERENCES = {'"': "&quot;"} | {mark: f"&#{ord(mark)};" for mark in "\n\r\t\u0085\u2028\u2029"}
# The types with the prefix that each has in our files.
_PREFIXES = {TOKEN: "type", SENTENCE: "type", NAMED_ENTITY: "type2", RELATION: "custom", DOCUMENT: "tawsim"}

Ranges = dict[str, dict[str, str]]
"""The features that attributes became: type, feature, range (String or Boolean)."""


def write_xmi(documents: Iterable[AnnotatedDocument], folder: Path, how: Writing) -> None:
    """One file a document, and the type system that declares what is in them."""
    names = DocumentNames(how)
    ranges: Ranges = {NAMED_ENTITY: {}, RELATION: {}}
    for document in documents:
        name = names.safe(document)
        if _NO_XML.search(document.text):
            raise TawsimError(f"{document.name}: has a character that XML cannot hold")
        with open_to_write(folder / f"{name}.xmi") as out:
            out.writelines(line + "\n" for line in _Cas(document, how, ranges).lines())
        if set(document.meta) - {TOKENS}:
            how.lose_document(document, "document meta", SIDE)
    with open_to_write(folder / "TypeSystem.xml") as out:
        out.write(_type_system(ranges))


class _Cas:
    """One document as feature structures with running numbers; 0 is nothing, 1 the text."""

    def __init__(self, document: AnnotatedDocument, how: Writing, ranges: Ranges) -> None:
        self._document, self._how, self._ranges = document, how, ranges
        self._table = Utf16(document.text)
        self._last = 1

    def lines(self) -> Iterator[str]:
        """The file, line by line."""
        text = self._document.text
        yield "<?xml version='1.0' encoding='UTF-8'?>"
        spaces = {prefix: type.rpartition(".")[0].replace(".", "/") for type, prefix in _PREFIXES.items()}
        declared = "".join(f' xmlns:{prefix}="http:///{place}.ecore"' for prefix, place in spaces.items())
        yield (
            '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"'
            f'{declared} xmi:version="2.0">'
        )
        yield '  <cas:NULL xmi:id="0"/>'
        for type, ranges in ((TOKEN, tokenize(text)), (SENTENCE, sentences(text))):
            for place in ranges:
                yield self._structure(type, place, {})
        # The name is the file's; a second one here would make the two ways of naming meet on the way back.
        said = {key: value for key, value in about(self._document, "xmi").items() if key != "name"}
        said["layered"] = self._document.layered
        yield self._structure(DOCUMENT, (0, len(text)), {"json": strict_json.dump(said)})
        yield from self._annotations()
        sofa = f'xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text/plain" sofaString={_quoted(text)}'
        yield f"  <cas:Sofa {sofa}/>"
        yield f'  <cas:View sofa="1" members="{" ".join(map(str, range(2, self._last + 1)))}"/>'
        yield "</xmi:XMI>"

    def _annotations(self) -> Iterator[str]:
        spans = held_spans(self._document, self._how, attributes="", notes="")
        places = {span.id: (span.start, span.end) for span in spans}
        numbers: dict[str, int] = {}
        for span in spans:
            yield self._structure(
                NAMED_ENTITY, places[span.id], {"value": span.label} | self._features(NAMED_ENTITY, span)
            )
            numbers[span.id] = self._last
        for relation in held_relations(self._document, self._how, numbers, attributes="", notes=""):
            ends = {"Governor": str(numbers[relation.head]), "Dependent": str(numbers[relation.tail])}
            features = {"label": relation.label} | ends | self._features(RELATION, relation)
            yield self._structure(RELATION, places[relation.tail], features)

    def _structure(self, type: str, place: tuple[int, int], features: Mapping[str, str]) -> str:
        self._last += 1
        start, end = self._table.units(place[0]), self._table.units(place[1])
        said = "".join(f" {name}={_quoted(value)}" for name, value in features.items())
        element = f"{_PREFIXES[type]}:{type.rpartition('.')[2]}"
        return f'  <{element} xmi:id="{self._last}" sofa="1" begin="{start}" end="{end}"{said}/>'

    def _features(self, type: str, owner: Span | Relation) -> dict[str, str]:
        """Attributes and note as features; what cannot be one is listed."""
        found: dict[str, str] = {}
        what = "span attribute" if isinstance(owner, Span) else "relation attribute"
        for name, value in owner.attributes.items():
            kind = "Boolean" if isinstance(value, bool) else "String"
            if not _FEATURE.fullmatch(name) or name in OWN_FEATURES:
                self._how.lose_detail(self._document, owner, what)
            elif self._ranges[type].setdefault(name, kind) != kind:
                # One feature has one range: yes-or-no here, words there, is no feature.
                self._how.lose_detail(self._document, owner, what)
            else:
                found[name] = str(value).lower() if isinstance(value, bool) else self._plain(owner, value, what)
        return found | ({"note": self._plain(owner, owner.note, "note")} if owner.note else {})

    def _plain(self, owner: Span | Relation, value: str, what: str) -> str:
        plain = _NO_XML.sub(" ", value)
        if plain != value:
            self._how.lose_detail(self._document, owner, what, f"written as {plain}")
        return plain


def _quoted(value: str) -> str:
    return f'"{escape(value, _AS_REFERENCES)}"'


def _type_system(ranges: Ranges) -> str:
    features: dict[str, dict[str, str]] = defaultdict(dict)
    features[SENTENCE] = features[TOKEN] = {}
    features[DOCUMENT] = {"json": "uima.cas.String"}
    features[NAMED_ENTITY] = {"value": "uima.cas.String", "identifier": "uima.cas.String", "note": "uima.cas.String"}
    features[RELATION] = {"label": "uima.cas.String", "Governor": NAMED_ENTITY, "Dependent": NAMED_ENTITY}
    features[RELATION] |= {"note": "uima.cas.String"}
    lines = [
        "<?xml version='1.0' encoding='utf-8'?>",
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
        "<types>",
    ]
    for type in sorted(features):
        own = {name: f"uima.cas.{kind}" for name, kind in sorted(ranges.get(type, {}).items())}
        lines.append(f"<typeDescription><name>{type}</name><description/>")
        lines.append("<supertypeName>uima.tcas.Annotation</supertypeName><features>")
        for name, kind in (features[type] | own).items():
            lines.append(
                f"<featureDescription><name>{name}</name><description/>"
                f"<rangeTypeName>{kind}</rangeTypeName></featureDescription>"
            )
        lines.append("</features></typeDescription>")
    return "\n".join([*lines, "</types>", "</typeSystemDescription>"]) + "\n"


def _recognises(path: Path, head: str) -> bool:
    if path.is_dir():
        return any(path.glob("*.xmi"))
    return path.suffix.lower() == ".xmi" or '"%FEATURE_STRUCTURES"' in head or "http:///uima/cas.ecore" in head


XMI = Format(name="xmi", suffix="", read=read_xmi, write=write_xmi, recognises=_recognises, folder=True)
