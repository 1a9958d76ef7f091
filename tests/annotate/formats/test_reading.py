"""How texts come in: encodings, line ends, what stays as it is, and what is refused in one line."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.errors import TawsimError
from annotate.formats.text_mapping import mapped
from tests.annotate.formats.desk import Desk, record

ARABIC = "زار الرئيس القدس الشريف أمس، وكازاخستان اليوم.\n"


def text_of(desk: Desk) -> str:
    (content,) = desk.contents()
    return content.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
def test_a_text_is_read_in_the_encoding_that_it_has(desk: Desk, encoding: str) -> None:
    desk.bring_text("a.txt", (ARABIC * 3).encode(encoding))
    assert text_of(desk) == ARABIC * 3


def test_the_choice_of_an_encoding_is_said(desk: Desk) -> None:
    report = desk.bring_text("a.txt", ARABIC.encode("cp1256"))
    assert [remark.what for remark in report.changed] == ["read as cp1256"]


def test_a_named_encoding_goes_before_a_guess(desk: Desk) -> None:
    desk.bring_text("a.txt", ARABIC.encode("iso8859-6"), encoding="iso8859-6")
    assert text_of(desk) == ARABIC


def test_a_leading_bom_is_dropped_and_an_inner_one_stays(desk: Desk) -> None:
    report = desk.bring_text("a.txt", b"\xef\xbb\xbf" + "زار\ufeff علي".encode())
    assert text_of(desk) == "زار\ufeff علي"
    assert [(remark.what, remark.count) for remark in report.changed] == [("BOM dropped", 1)]


def test_line_ends_and_controls_are_mapped_and_offsets_move_along(desk: Desk) -> None:
    text = "\ufeffأ\r\nب\rج\x85د\x01ه\vعلي"
    report = desk.bring_records(record(text, (12, 15, "PERS")))
    (content,) = desk.contents()
    assert content.text == "أ\nب\nج\nد ه\nعلي"
    assert desk.surfaces() == [("PERS", "علي")]
    assert {remark.what: remark.count for remark in report.changed} == {
        "BOM dropped": 1,
        "line ends made LF": 4,
        "control characters made spaces": 1,
    }


STAYS = "أ\u00a0ب\u2003ج\u2028د\u2029ه\u200cو\u200dز\u200eح\u202bط\u0640ي\u0627\u0653\ufefb\t"


def test_spaces_joiners_bidi_marks_and_forms_stay(desk: Desk) -> None:
    report = desk.bring_text("a.txt", STAYS)
    assert text_of(desk) == STAYS
    assert not report.changed


def test_presentation_forms_are_folded_only_when_asked(desk: Desk) -> None:
    desk.bring_records(record("\ufefb علي \ufdfa", (2, 5, "PERS")), fold_presentation_forms=True)
    assert text_of(desk) == "لا علي صلى الله عليه وسلم"
    assert desk.surfaces() == [("PERS", "علي")]


@given(st.text(alphabet="أب \r\n\v\x85\x01\ufeff\ufefb\t\u2028", max_size=30), st.data())
def test_a_stretch_keeps_its_letters_through_the_mapping(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    moved = mapped(text, Counter())
    inner = mapped(text[start:end].lstrip("\ufeff"), Counter()).text
    found = moved.text[moved.start(start) : moved.end(end)]
    # A CR LF cut in two gives its LF to both sides.
    assert found.replace("\ufeff", "").strip("\n") == inner.replace("\ufeff", "").strip("\n")
    assert 0 <= moved.start(start) <= moved.end(end) <= len(moved.text)


HOSTILE = {
    "nul.txt": (b"\x00\x01\x02\xff\xfe", "not a text file"),
    "cut.txt": ("سطر\n".encode() * 3 + b"\xd8", "not UTF-8 (byte 0xD8)"),
    "png.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00", "not a text file"),
    "latin.txt": (("Mädchen, größer, Bücher\n" * 5).encode("latin-1"), "not UTF-8"),
    "program": (b"\x7fELF\x02\x00\x01", "not a text file"),
    "empty.bin": (b"", "of no known format"),
    "a.jsonl": (b'{"name":"a","text":"b"}\n{"name":', ":2: not JSON"),
    "nan.jsonl": (b'{"name":"a","text":"b","meta":{"x":NaN}}', ":1: NaN is no number"),
    "twice.jsonl": (b'{"name":"a","text":"b","text":"c"}', ":1: the key 'text' stands twice"),
    "deep.jsonl": (b'{"name":"a","text":"b","meta":' + b"[" * 100_000, ":1: not readable: nested too deep"),
    "deep2.jsonl": (b'{"name":"a","text":"b","meta":{"a":' + b"[" * 300 + b"]" * 300 + b"}}", "nested too deep"),
    "list.jsonl": (b"[1, 2]\n", ":1: record is not an object"),
    "half.jsonl": (b'{"name":"a","text":"\\ud83d b"}', ":1: half of a surrogate pair"),
    "zero.jsonl": (b'{"name":"a","text":"x\\u0000"}', ":1: U+0000 in the text"),
    "float.jsonl": (
        b'{"name":"a","text":"abc","spans":[{"id":"s","start":0.5,"end":2,"label":"X"}]}',
        ':1: "start" is not a whole number',
    ),
    "bool.jsonl": (
        b'{"name":"a","text":"abc","spans":[{"id":"s","start":true,"end":2,"label":"X"}]}',
        ':1: "start" is not a whole number',
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_one_line_and_nothing_comes_in(desk: Desk, name: str) -> None:
    content, what = HOSTILE[name]
    with pytest.raises(TawsimError) as refused:
        desk.bring_text(name, content)
    assert str(refused.value).startswith(str(desk.folder / name))
    assert what in str(refused.value)
    assert "\n" not in str(refused.value)
    assert not desk.project.documents()
    assert desk.project.undoable() is None


def test_a_line_of_ten_megabytes_comes_in(desk: Desk) -> None:
    text = "كلمة " * 1_000_000
    desk.bring_records(record(text, (len(text) - 5, len(text) - 1, "PERS")))
    assert desk.surfaces() == [("PERS", "كلمة")]


def test_a_missing_file_an_empty_folder_and_unknown_names(desk: Desk, tmp_path: Path) -> None:
    for options, what in [
        ({}, "no such file"),
        ({"format": "nope"}, "unknown format 'nope' for import: jsonl,"),
    ]:
        with pytest.raises(TawsimError, match=what):
            desk.bring(tmp_path / "none.txt", **options)
    with pytest.raises(TawsimError, match="unknown encoding 'nope'"):
        desk.bring_text("a.txt", "علي", encoding="nope")
    with pytest.raises(TawsimError, match="'rot13' is no encoding of text"):
        desk.bring_text("a.txt", "علي", encoding="rot13")
    (tmp_path / "empty").mkdir()
    with pytest.raises(TawsimError, match="an empty folder"):
        desk.bring(tmp_path / "empty")


def test_a_folder_stands_for_the_files_in_it(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("b.txt", "a.txt", ".hidden"):
        (folder / name).write_text(name, encoding="utf-8")
    desk.bring(folder)
    assert [content.name for content in desk.contents()] == ["a", "b"]
