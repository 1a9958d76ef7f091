"""Wojood: nested tags, several on a line."""

from annotate.formats.tags import split_tag
from annotate.formats.wojood import decode_nested
from tests.annotate.formats.desk import Desk, record
from tests.annotate.formats.test_conll import NESTED
from tests.conftest import Shared


def test_the_canonical_document_is_written_as_agreed(desk: Desk, shared: Shared) -> None:
    desk.bring_records(NESTED)
    expected = (shared / "formats/wojood_nested.txt").read_text(encoding="utf-8").rstrip("\n") + "\n\n"
    assert desk.export("wojood") == expected
    assert (desk.report.spans_in, desk.report.spans_out) == (9, 9)


def test_the_corpus_comes_back_line_by_line_but_for_its_one_orphan(desk: Desk, shared: Shared) -> None:
    sources = [shared / f"wojood/{name}.txt" for name in ("train", "val")]
    report = desk.bring(*sources, format="wojood")
    assert {remark.what: remark.count for remark in report.changed} == {"orphan I-": 1}
    segments = "\n".join(source.read_text(encoding="utf-8").strip("\n") + "\n" for source in sources).split("\n\n")
    exported = desk.export("wojood").strip("\n").split("\n\n")
    assert len(exported) == len(segments) == 1272
    differing = [(a, b) for a, b in zip(segments, exported, strict=True) if a.strip("\n") != b]
    assert len(differing) == 1
    assert differing[0][0].strip("\n").replace(" I-FAC", " B-FAC", 1) == differing[0][1]


def test_two_crossing_spans_of_one_label_cannot_be_told_apart(desk: Desk) -> None:
    desk.bring_records(record("أ ب ج د", (0, 5, "X"), (2, 7, "X"), (2, 7, "Y"), (4, 5, "X")))
    assert desk.export("wojood") == "أ B-X\nب I-X B-Y\nج I-X I-Y B-X\nد I-Y\n\n"
    assert desk.losses() == [("crossing", "left out")]


def test_tags_are_read_in_the_order_of_opening() -> None:
    lines = ["B-X B-X", "I-X I-X", "I-X", "I-Y B-X", "O"]
    rows = [(str(n), [split_tag(tag) for tag in line.split(" ")]) for n, line in enumerate(lines)]
    assert decode_nested(rows) == ([(0, 3, "X"), (0, 2, "X"), (3, 4, "X"), (3, 4, "Y")], 1)
