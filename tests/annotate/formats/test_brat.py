"""brat: stand-off files, read as its users have them and written as its parser wants them."""

import re
from pathlib import Path

import pytest

from annotate.errors import TawsimError
from tests.annotate.formats.desk import Desk, Values, record
from tests.conftest import Shared

TEXT = "زار أحمد جامعتي النجاح وبيرزيت"
EVENTS = """\
T1\tPERS 4 8\tأحمد
T2\tORG 9 15;24 30\tجامعتي بيرزيت
T3\tVisit 0 3\tزار
E1\tVisit:T3 Visitor:T1 Place2:T2 Of:E2
E2\tVisit:T3
R1\tknows Arg1:E1 Arg2:T2
M1\tNegated E1
A2\tCertainty T1 Very High
N1\tReference T1 DB:123\tالاسم
#1\tAnnotatorNotes T1\tأول
#2\tAnnotatorNotes T1\tثان
#3\tAnnotatorNotes R1\tعن العلاقة
*\tEquiv T1 T2
"""


def bring(desk: Desk, annotations: str | bytes, text: str | bytes = TEXT, **options: Values) -> list[str]:
    desk.file("a.ann", annotations)
    report = desk.bring(desk.file("a.txt", text), format="brat", **options)
    return [remark.what for remark in report.changed]


def out(desk: Desk, name: str) -> str:
    return (desk.folder / "out.brat" / name).read_text(encoding="utf-8")


def strict(text: str, annotations: str) -> None:
    """Check stand-off lines as brat's parser does: each piece on one line, surfaces that equal their slices."""
    ids: set[str] = set()
    for line in annotations.removesuffix("\n").split("\n"):
        id, middle, *rest = line.split("\t")
        assert id == "*" or id not in ids
        ids.add(id)
        if id[0] == "T":
            match = re.fullmatch(r"([^ ]+) ([0-9]+ [0-9]+(?:;[0-9]+ [0-9]+)*)", middle)
            assert match
            pieces = [tuple(map(int, piece.split(" "))) for piece in match[2].split(";")]
            assert pieces == sorted(pieces)
            assert rest == [" ".join(text[start:end] for start, end in pieces)]
            assert not re.search("[\n\u0085\u2028\u2029]", rest[0])
        elif id[0] == "R":
            assert re.fullmatch(r"[^ ]+ Arg1:T[0-9]+ Arg2:T[0-9]+", middle)


def test_the_canonical_files_are_written_as_agreed(desk: Desk, shared: Shared) -> None:
    desk.bring(shared / "formats/brat")
    desk.export("brat")
    for name in ("d.txt", "disc.txt", "d.ann"):
        assert out(desk, name) == (shared / f"formats/brat/{name}").read_text(encoding="utf-8")
    for name in ("d", "disc"):
        strict(out(desk, f"{name}.txt"), out(desk, f"{name}.ann"))
    assert desk.losses() == []


def test_the_label_set_goes_along(desk: Desk) -> None:
    desk.bring_records(record(TEXT, (4, 8, "PERS")))
    desk.export("brat")
    assert "[entities]\nPERS\nORG\n" in out(desk, "annotation.conf")
    assert "works_for\tArg1:PERS, Arg2:ORG|GPE\n" in out(desk, "annotation.conf")
    assert "PERS | شخص\n" in out(desk, "visual.conf")


def test_events_old_modifiers_references_notes_and_equivalents_are_read(desk: Desk) -> None:
    said = bring(desk, EVENTS)
    assert said == ["argument that is the event's own trigger left out", "event argument read as a relation"]
    (content,) = desk.contents()
    spans = {span.label: span for span in content.spans}
    assert spans["ORG"].fragments == ((9, 15), (24, 30))
    assert dict(spans["PERS"].attributes) == {
        "Certainty": "Very High",
        "Reference": "DB:123",
        "Reference_text": "الاسم",
    }
    assert spans["PERS"].note == "أول\nثان"
    assert dict(spans["Visit"].attributes) == {"Negated": True}
    labels = {span.id: span.label for span in content.spans}
    found = [(r.label, labels[r.head], labels[r.tail], r.note) for r in content.relations]
    assert sorted(found) == [
        ("Equiv", "PERS", "ORG", ""),
        ("Place2", "Visit", "ORG", ""),
        ("Visitor", "Visit", "PERS", ""),
        ("knows", "Visit", "ORG", "عن العلاقة"),
    ]


def test_equivalents_in_another_shape_are_ordinary_relations(desk: Desk) -> None:
    star = record("أ ب ج", (0, 1, "X"), (2, 3, "X"), (4, 5, "X"), relations=[(1, 2, "Equiv"), (1, 3, "Equiv")])
    desk.bring_records(star)
    desk.export("brat")
    assert out(desk, "d.ann").split("\n")[3:5] == ["R1\tEquiv Arg1:T1 Arg2:T2", "R2\tEquiv Arg1:T1 Arg2:T3"]


def test_a_span_over_line_ends_goes_in_pieces_and_comes_back_whole(desk: Desk) -> None:
    desk.bring_records(
        record("القدس\nالشريف", (0, 12, "GPE")),
        record("أ\n  ب\u2028ج", (0, 7, "X"), name="e"),
        record("\nأ", (0, 2, "X"), name="f"),
    )
    desk.export("brat")
    assert out(desk, "d.ann") == "T1\tGPE 0 5;6 12\tالقدس الشريف\n"
    assert out(desk, "e.ann") == "T1\tX 0 1;2 5;6 7\tأ   ب ج\n"
    assert desk.losses() == [("white space at border", "trimmed")]
    for name in "def":
        strict(out(desk, f"{name}.txt"), out(desk, f"{name}.ann"))


def test_boms_and_line_ends_of_windows_are_met(desk: Desk) -> None:
    said = bring(
        desk, b"\xef\xbb\xbf" + "T1\tX 0 3\tعلي\r\nT2\tX 5 8\tسعد\r\n".encode(), b"\xef\xbb\xbf" + "علي\r\nسعد".encode()
    )
    assert desk.surfaces() == [("X", "علي"), ("X", "سعد")]
    assert "BOM dropped" in said


def test_offsets_that_count_a_windows_line_end_once(desk: Desk) -> None:
    bring(desk, "T1\tX 4 7\tسعد\n", "علي\r\nسعد")
    assert desk.surfaces() == [("X", "سعد")]


def test_offsets_in_utf16_are_seen_and_said(desk: Desk) -> None:
    assert bring(desk, "T1\tX 3 8\tالقدس\n", "😀 القدس") == ["offsets read as UTF-16 units"]
    assert desk.surfaces() == [("X", "القدس")]


def test_a_text_without_standoff_has_no_layer(desk: Desk) -> None:
    desk.bring(desk.file("alone.txt", "نص"), format="brat")
    assert not desk.project.layers()
    folder = desk.folder / "empty"
    folder.mkdir()
    (folder / "x.ann").write_text("", encoding="utf-8")
    with pytest.raises(TawsimError, match=r"no \.txt file in it"):
        desk.bring(folder)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("T1\tX 0 4\tأحمد", "0–4: 'أحمد' expected, 'زار ' found"),
        ("T1\tX 0 99\tأحمد", "0–99: 'أحمد' expected"),
        ("T1\tX zero\tأحمد", "T1: TYPE START END, TAB and text expected"),
        ("T9\tX 4 8", "T9: TYPE START END, TAB and text expected"),
        ("T0\tX 4 8\tأحمد", "T0 stands twice"),
        ("R1\tx Arg1:T0 Arg2:T7", "relation R1: no span T7"),
        ("R1\tx Arg1:T0", "R1: 1 arguments, 2 expected"),
        ("E1\tX:T0 Of:T8", "relation E1.1: no span T8"),
        ("A1\tNeg T5", "no T5 in this file"),
        ("#1\tAnnotatorNotes T5\tx", "no T5 in this file"),
        ("N1\tReference T0", "N1: Reference ID DB:ID expected"),
        ("*\tEquiv T0 T5", "relation *2.1: no span T5"),
        ("T1 X 4 8 أحمد", "no TAB in it"),
        ("?1\tx\ty", "'?1\\tx\\ty' is no line of brat's"),
    ],
)
def test_a_broken_line_is_named(desk: Desk, line: str, what: str) -> None:
    with pytest.raises(TawsimError) as refused:
        bring(desk, f"T0\tX 4 8\tأحمد\n{line}\n")
    assert str(refused.value).startswith(f"{desk.folder / 'a.ann'}:2: {what}")
    assert not desk.project.documents()


def test_what_does_not_stand_on_a_line_is_listed(desk: Desk, tmp_path: Path) -> None:
    rich = record(TEXT, (4, 8, "PERS"), (9, 15, "ORG"), relations=[(1, 2, "knows")])
    rich["spans"][0] |= {"attributes": {"a": "x\ty", "b": "", "c": False}, "note": "x\ty"}
    rich["relations"][0] |= {"attributes": {"sure": "x\ny"}}
    desk.bring_records(rich)
    desk.export("brat")
    assert desk.losses() == [
        ("span attribute", "written as x y"),
        ("span attribute", "left out"),
        ("note", "written as x y"),
        ("relation attribute", "written as x y"),
    ]
    assert "A1\ta T1 x y\nA2\tsure R1 x y\n#1\tAnnotatorNotes T1\tx y\n" in out(desk, "d.ann")
