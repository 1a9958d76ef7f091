"""Every format both ways: what goes out comes back or is listed, and a second export is equal in bytes."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotate.errors import TawsimError
from annotate.exporting import ExportOptions, ExportReport, export
from annotate.formats.admission import admitted
from annotate.formats.catalogue import FORMATS
from annotate.formats.content import AnnotatedDocument, Loss, Writing
from annotate.formats.format import Format
from annotate.formats.jsonl import JSONL
from annotate.formats.reading import Reading
from annotate.model import State
from tests.annotate.formats.desk import Desk, record
from tests.annotate.formats.test_conll import NESTED
from tests.conftest import Shared
from tests.projects import wojood

BOTH_WAYS = [format for format in FORMATS if format.read and format.write]
WHOLE = [format for format in BOTH_WAYS if not format.tokens]


def names(formats: list[Format]) -> list[str]:
    return [format.name for format in formats]


def files(path: Path) -> dict[str, bytes]:
    """The content of a file or folder by name."""
    if path.is_dir():
        inner = [found for found in sorted(path.rglob("*")) if found.is_file()]
        return {str(found.relative_to(path)): found.read_bytes() for found in inner}
    return {"": path.read_bytes()}


class Trip:
    """An export, its import into a new project, and the export from there."""

    def __init__(self, desk: Desk, folder: Path, format: str, **options: Any) -> None:  # noqa: ANN401
        folder.mkdir(exist_ok=True)
        first, second = folder / f"first.{format}", folder / f"second.{format}"
        self.report: ExportReport = export(desk.project, first, ExportOptions(format=format, **options))
        self.first = files(first)
        other = Desk(folder / f"desk-{format}")
        try:
            self.imported = other.bring(first, format=format) if any(self.first.values()) else None
            self.contents = other.contents()
            self.second_report = export(other.project, second, ExportOptions(format=format, **options))
            self.second = files(second)
        finally:
            other.close()


def spans_of(content: AnnotatedDocument) -> set[tuple[Any, ...]]:
    return {(span.pieces, span.label) for span in content.spans}


def relations_of(content: AnnotatedDocument) -> set[tuple[Any, ...]]:
    ends = {span.id: (span.pieces, span.label) for span in content.spans}
    return {(relation.label, ends[relation.head], ends[relation.tail]) for relation in content.relations}


@pytest.mark.parametrize("format", names(BOTH_WAYS))
def test_the_canonical_document_comes_back(desk: Desk, shared: Shared, tmp_path: Path, format: str) -> None:
    desk.bring(shared / "formats/brat")
    trip = Trip(desk, tmp_path / "trip", format)
    assert trip.second == trip.first
    assert trip.imported is not None
    assert (trip.imported.spans, trip.imported.relations) == (trip.report.spans_out, trip.report.relations_out)


@pytest.mark.parametrize("format", names(WHOLE))
def test_formats_with_the_text_give_text_spans_and_relations_back(desk: Desk, tmp_path: Path, format: str) -> None:
    desk.bring_records(NESTED, record("لا شيء هنا", name="bare"))
    trip = Trip(desk, tmp_path / "trip", format)
    assert trip.report.spans_in == trip.report.spans_out == 9
    before = {content.name: content for content in desk.contents()}
    after = {content.name: content for content in trip.contents}
    assert after.keys() == before.keys()
    for name, content in after.items():
        assert content.text == before[name].text
        assert spans_of(content) == spans_of(before[name])
        assert relations_of(content) == relations_of(before[name])


EVERYTHING = record(
    "زار أحمد جامعتي النجاح وبيرزيت.",
    (4, 8, "PERS"),
    (9, 30, "ORG"),
    (24, 30, "GPE"),
    relations=[(1, 3, "visited"), (2, 3, "located_in")],
    meta={"url": "x", "n": [1, {"a": None}]},
    state="done",
    annotator="سلمى",
)
EVERYTHING["spans"][0] |= {"attributes": {"Certainty": "High", "Negated": True}, "note": "سطر\nآخر"}
EVERYTHING["spans"][1]["fragments"] = [[9, 15], [24, 30]]
EVERYTHING["relations"][0] |= {"attributes": {"sure": "no"}, "note": "؟"}

HELD = {
    # format: discontinuous, span attributes, relation attributes, notes, meta
    "jsonl": "YYYYY",
    "brat": "YYYYL",
    "doccano": "LLLLY",
    "labelstudio": "LYOYY",
    "prodigy": "LOOOY",
    "spert": "LLLLL",
    "dygie": "LLLLL",
    "pure": "LLLLL",
    "docred": "LLLLL",
    "tacred": "LLLLL",
    "conllu": "LLLLO",
    "webanno": "LLLLL",
    "xmi": "LYYYO",
    "conll2002": "LLLLL",
    "conll2003": "LLLLL",
    "wojood": "LLLLL",
}


@pytest.mark.parametrize("format", names(BOTH_WAYS))
def test_what_a_format_cannot_hold_is_listed_and_what_it_can_comes_back(
    desk: Desk, tmp_path: Path, format: str
) -> None:
    desk.bring_records(EVERYTHING)
    trip = Trip(desk, tmp_path / "trip", format)
    lost = {(loss.what, loss.done) for loss in trip.report.losses}
    discontinuous, attributes, relation_attributes, notes, meta = tuple(HELD[format])
    assert (("discontinuous", "left out") in lost) == (discontinuous == "L")
    assert (("span attribute", "left out") in lost) == (attributes == "L")
    assert (("span attribute", "extra column") in lost) == (attributes == "O")
    assert (("note", "left out") in lost) == (notes == "L")
    assert (("document meta", "left out") in lost) == (meta == "L")
    assert (("document meta", "extra column") in lost) == (meta == "O")
    if any(what == "relation attribute" for what, _ in lost):
        assert ("relation attribute", {"L": "left out", "O": "extra column"}[relation_attributes]) in lost
    assert trip.second == trip.first
    (content,) = trip.contents
    person = next(span for span in content.spans if span.label == "PERS")
    assert dict(person.attributes) == ({"Certainty": "High", "Negated": True} if attributes in "YO" else {})
    assert person.note == ("سطر\nآخر" if notes in "YO" else "")
    if meta in "YO":
        assert content.meta == {"url": "x", "n": [1, {"a": None}]}


@pytest.mark.parametrize("format", names(BOTH_WAYS))
def test_offsets_after_an_emoji_a_break_and_marks(desk: Desk, tmp_path: Path, format: str) -> None:
    text = "👨‍👩‍👧 قال:\nزار «عَمّان»، ثم 😀 القدس."
    spans = [(text.index(word), text.index(word) + len(word), "GPE") for word in ("عَمّان", "القدس")]
    desk.bring_records(record(text, *spans, relations=[(1, 2, "near")]))
    trip = Trip(desk, tmp_path / "trip", format)
    (content,) = trip.contents
    expected = {"عَمّان", "القدس"}
    assert {content.text[span.start : span.end] for span in content.spans} == expected if format != "tacred" else True


@pytest.mark.parametrize("format", names(BOTH_WAYS))
def test_an_empty_project_and_an_empty_document(desk: Desk, tmp_path: Path, format: str) -> None:
    nothing = export(desk.project, tmp_path / "nothing", ExportOptions(format=format))
    assert (nothing.documents, nothing.losses) == (0, [])
    desk.bring_records({"name": "leer", "text": "", "annotator": "أمل"})
    report = export(desk.project, tmp_path / "empty", ExportOptions(format=format))
    listed = [loss.what for loss in report.losses]
    assert listed in ([], ["empty document"])
    assert report.documents == 1 - len(listed)


@pytest.mark.parametrize("format", names([format for format in BOTH_WAYS if format.folder]))
def test_folders_have_safe_names_and_parts(desk: Desk, tmp_path: Path, format: str) -> None:
    given_names = ["أ/ب", "CON", "x.", "X", "a" * 300, "..", "t?"]
    desk.bring_records(*(record(f"نص {n}", (0, 2, "X"), name=name) for n, name in enumerate(given_names)))
    trip = Trip(desk, tmp_path / "trip", format)
    stems = {Path(name).stem for name in trip.first} - {"annotation", "visual", "TypeSystem"}
    assert stems == {"أ_ب", "_CON", "x", "X-2", "a" * 200, "_", "t_"}
    assert len([loss for loss in trip.report.losses if loss.what == "document name"]) == 7
    assert trip.second == trip.first
    report = export(desk.project, tmp_path / "parts", ExportOptions(format=format, split=(50, 25, 25)))
    assert {path.parent.name for path in report.files} <= {"train", "dev", "test"}


def test_a_folder_that_is_there_is_written_into_and_nothing_else_in_it_goes(desk: Desk, tmp_path: Path) -> None:
    desk.bring_records(NESTED)
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("keep", encoding="utf-8")
    (out / "d.ann").write_text("old", encoding="utf-8")
    export(desk.project, out, ExportOptions(format="brat"))
    assert (out / "mine.txt").read_text(encoding="utf-8") == "keep"
    assert (out / "d.ann").read_text(encoding="utf-8").startswith("T1\tPERS 6 15\t")


NO_FILES = ["", "\n", "{", "[1]", "{}", "[{}]", '{"text": 3}', "\x00", "x\ty\n", "#FORMAT=WebAnno TSV 3.3\nx"]


@pytest.mark.parametrize("format", BOTH_WAYS, ids=names(BOTH_WAYS))
@pytest.mark.parametrize("content", NO_FILES)
def test_what_is_no_file_of_the_format_is_refused_in_one_line(tmp_path: Path, format: Format, content: str) -> None:
    path = tmp_path / "in.txt"
    path.write_text(content, encoding="utf-8")
    (tmp_path / "in.ann").write_text(content or "x", encoding="utf-8")
    if content.strip():
        with pytest.raises(TawsimError) as refused:
            read_back(format, path)
        assert "\n" not in str(refused.value)
        assert str(refused.value).startswith(str(tmp_path))
    elif format.name not in ("brat", "webanno"):
        # A file without a record, or without a token.
        with suppress(TawsimError):
            assert read_back(format, path) == []


# --- the property
LETTERS = st.text(alphabet='أحمد \n.،😀ً\u00a0\t\u2028()_\\|*;[]"#-:=C', min_size=1, max_size=40)


@st.composite
def records(draw: st.DrawFn, name: str) -> dict[str, Any]:
    """A record of a text with spans that nest and cross, and relations between them."""
    text = draw(LETTERS)
    edges = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)), st.sampled_from(["PERS", "ORG", "x-y"]))
    drawn = draw(st.lists(edges, max_size=5, unique=True))
    spans = [(min(a, b), max(a, b), label) for a, b, label in drawn if a != b]
    spans = list(dict.fromkeys(spans))
    pairs = [(head, tail) for head in range(1, len(spans) + 1) for tail in range(1, len(spans) + 1) if head != tail]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=3, unique=True)) if pairs else []
    return record(text, *spans, name=name, relations=[(head, tail, "works_for") for head, tail in chosen])


def layer_of(document: AnnotatedDocument) -> AnnotatedDocument:
    """A document that was read as an export gives it: spans in order, ids by number."""
    spans = sorted(document.spans, key=lambda span: (span.order, span.fragments))
    ids = {span.id: f"s{number}" for number, span in enumerate(spans, 1)}
    renamed = [replace(r, head=ids[r.head], tail=ids[r.tail]) for r in document.relations]
    renamed.sort(key=lambda r: (int(r.head[1:]), int(r.tail[1:]), r.label))
    return replace(
        document,
        state=document.state or (State.IN_PROGRESS if document.layered else State.TODO),
        spans=tuple(replace(span, id=ids[span.id]) for span in spans),
        relations=tuple(replace(relation, id=f"r{number}") for number, relation in enumerate(renamed, 1)),
    )


def written(format: Format, documents: list[AnnotatedDocument], path: Path) -> list[Loss]:
    """Write documents with the format alone, without a project; gives what was lost."""
    how = Writing(labels=wojood())
    if format.folder:
        path.mkdir()
    assert format.write is not None
    format.write(documents, path, how)
    return how.losses


def read_back(format: Format, path: Path) -> list[AnnotatedDocument]:
    """What the format reads, and an import lets in."""
    reading = Reading(path)
    assert format.read is not None
    return [layer_of(admitted(reading, document)) for document in format.read(reading)]


@pytest.mark.parametrize("format", BOTH_WAYS, ids=names(BOTH_WAYS))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_is_annotated_comes_back_or_is_listed(format: Format, data: st.DataObject) -> None:
    given_records = [data.draw(records("a")), data.draw(records("b"))]
    with TemporaryDirectory() as folder:
        source, first, second = (Path(folder, name) for name in ("in.jsonl", "first", "second"))
        source.write_text("".join(json.dumps(r) + "\n" for r in given_records), encoding="utf-8")
        before = read_back(JSONL, source)
        losses = written(format, before, first)
        if not any(files(first).values()):
            assert all(loss.done == "left out" for loss in losses)
            return
        after = read_back(format, first)
        written(format, after, second)
        assert files(second) == files(first)
    left_out = Counter(loss.item for loss in losses if loss.done == "left out")
    assert sum(len(d.spans) for d in before) - left_out["span"] == sum(len(d.spans) for d in after)
    assert sum(len(d.relations) for d in before) - left_out["relation"] == sum(len(d.relations) for d in after)
    if not format.tokens:
        changed = {(loss.document, loss.start, loss.end, loss.label) for loss in losses if loss.item == "span"}
        found = {document.name: document for document in after}
        moved = {loss.document for loss in losses if loss.item == "document"}
        for document in (document for document in before if document.name not in moved):
            kept = {
                (span.pieces, span.label)
                for span in document.spans
                if (document.name, span.start, span.end, span.label) not in changed
            }
            assert not kept or found[document.name].text == document.text
            assert not kept or kept <= spans_of(found[document.name])
