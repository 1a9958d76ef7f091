"""CoNLL 2002 and 2003: one tag a token, every loss listed, foreign files read."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotate.errors import TawsimError
from tests.annotate.formats.desk import Desk, record
from tests.conftest import Shared

NESTED = record(
    "اجتمع أحمد سعيد مدير جامعة بيرزيت بوفد شركة النور بالقدس 😀.\nوعاد أحمد إلى عَمّان يوم ٣ مايو.",
    (6, 15, "PERS"),
    (16, 33, "OCC"),
    (21, 33, "ORG"),
    (27, 33, "GPE"),
    (39, 49, "ORG"),
    (51, 56, "GPE"),
    (65, 69, "PERS"),
    (74, 80, "GPE"),
    (85, 91, "DATE"),
    relations=[(1, 3, "works_for"), (5, 6, "located_in")],
)


def tags(text: str) -> list[str]:
    """``FORM TAG`` of each token line."""
    lines = [line for line in text.split("\n") if line and not line.startswith("-DOCSTART-")]
    return [f"{line.split(' ')[0]} {line.split(' ')[-1]}" for line in lines]


@pytest.mark.parametrize("format", ["conll2002", "conll2003"])
def test_the_canonical_document_is_written_as_agreed(desk: Desk, shared: Shared, format: str) -> None:
    desk.bring_records(NESTED)
    expected = (shared / f"formats/{format}.txt").read_text(encoding="utf-8").rstrip("\n") + "\n\n"
    assert desk.export(format) == expected
    assert desk.losses() == [
        ("inside a word", "widened to the word"),
        ("nested", "left out"),
        ("nested", "left out"),
        ("relation", "left out"),
        ("relation", "left out"),
    ]
    assert (desk.report.spans_in, desk.report.spans_out) == (9, 7)
    assert (desk.report.relations_in, desk.report.relations_out) == (2, 0)
    first = desk.report.losses[1]
    assert (first.document, first.start, first.end, first.label, first.text) == ("d", 21, 33, "ORG", "جامعة بيرزيت")


def test_what_was_lost_stands_in_a_table_beside_the_file(desk: Desk) -> None:
    desk.bring_records(record("سطر\tأول\nثان", (0, 11, "PERS"), (4, 11, "PERS")))
    desk.export("conll2003")
    table = (desk.folder / "out.conll2003.losses.tsv").read_text(encoding="utf-8")
    assert table.split("\n") == [
        "document\tstart\tend\tlabel\twhat\tdone\ttext",
        "d\t4\t11\tPERS\tnested\tleft out\tأول\\nثان",
        "",
    ]
    desk.project.write(desk.project.undoable().step.inverse(), undoes=desk.project.undoable().id)  # type: ignore[union-attr]
    desk.export("conll2003")
    assert not (desk.folder / "out.conll2003.losses.tsv").exists()


@pytest.mark.parametrize("format", ["conll2002", "conll2003"])
@pytest.mark.parametrize("scheme", ["iob2", "iob1", "bioes"])
def test_a_second_export_is_equal_in_bytes(desk: Desk, format: str, scheme: str) -> None:
    desk.bring_records(NESTED, record("قال.ثم عاد د.أحمد 10 كم", (8, 17, "PERS"), name="e"))
    assert desk.export(format, scheme=scheme) == desk.again(format, scheme=scheme)


def test_corpora_keep_their_tokens_sentences_and_tags(desk: Desk, shared: Shared) -> None:
    source = shared / "anercorp/test.bio"
    report = desk.bring(source, format="anercorp")
    assert (report.documents, report.spans) == (1, 2231)
    assert [(remark.what, remark.count) for remark in report.changed] == [("orphan I-", 18)]
    exported, given_lines = desk.export("conll2002"), source.read_text(encoding="utf-8").rstrip("\n").split("\n")
    written = exported.rstrip("\n").split("\n")
    assert len(written) == len(given_lines)
    differing = [(a, b) for a, b in zip(given_lines, written, strict=True) if a != b]
    assert len(differing) == 18
    assert all(a.replace(" I-", " B-") == b for a, b in differing)


def test_proclitics_become_tokens_when_asked(desk: Desk) -> None:
    desk.bring_records(record("زار روسيا وكازاخستان ثم سافر للقدس.", (11, 20, "GPE"), (4, 9, "GPE")))
    assert "وكازاخستان B-GPE" in tags(desk.export("conll2003"))
    assert desk.losses() == [("inside a word", "widened to the word")]
    written = tags(desk.export("conll2003", tokens="clitic"))
    assert ("و O", "كازاخستان B-GPE") in list(pairwise(written))
    assert desk.losses() == []


def test_a_border_that_an_annotator_drew_behind_a_clitic_cuts_the_word(desk: Desk) -> None:
    desk.bring_records(record("إلى فلهورستان ومخترعهم", (5, 13, "GPE"), (15, 20, "PERS")))
    written = tags(desk.export("conll2002", tokens="clitic"))
    assert written == ["إلى O", "ف O", "لهورستان B-GPE", "و O", "مخترع B-PERS", "هم O"]
    assert desk.losses() == []


def test_a_file_of_clitic_tokens_keeps_them(desk: Desk, shared: Shared) -> None:
    desk.bring(shared / "sample/tajikistan-kazakhstan.txt", shared / "anercorp/test.bio")
    exported = desk.export("conll2003", tokens="clitic")
    again = Desk(desk.folder / "again")
    again.bring(desk.folder / "out.conll2003")
    assert again.export("conll2003") == exported
    again.close()


@pytest.mark.parametrize(
    ("text", "span", "written", "losses"),
    [
        ('"علي" جاء', (1, 4), ['" O', "علي B-X", '" O', "جاء O"], []),
        ("زار دمشق، ثم", (4, 8), ["زار O", "دمشق B-X", "، O", "ثم O"], []),
        ("زار دمشق؟", (4, 8), ["زار O", "دمشق B-X", "؟ O"], []),
        ("«دمشق»؛", (1, 5), ["« O", "دمشق B-X", "» O", "؛ O"], []),
        (" علي", (0, 4), ["علي B-X"], [("white space at border", "trimmed")]),
        ("إلى بالقدس.", (5, 10), ["إلى O", "بالقدس B-X", ". O"], [("inside a word", "widened to the word")]),
        ("أحمد  سعيد", (0, 10), ["أحمد B-X", "سعيد I-X"], []),
        ("أ  ب", (1, 3), ["أ O", "ب O"], [("no token", "left out")]),
        ("القدس\nالشريف", (0, 12), ["القدس B-X", "الشريف I-X"], []),
        ("😀 محمد", (2, 6), ["😀 O", "محمد B-X"], []),
    ],
)
def test_tokens_and_borders(
    desk: Desk, text: str, span: tuple[int, int], written: list[str], losses: list[tuple[str, str]]
) -> None:
    desk.bring_records(record(text, (*span, "X")))
    assert tags(desk.export("conll2002")) == written
    assert desk.losses() == losses


def test_which_of_overlapping_spans_stays(desk: Desk) -> None:
    text = "وزارة الصحة في دبي"
    desk.bring_records(record(text, (0, 18, "ORG"), (15, 18, "LOC"), (0, 18, "FAC")))
    assert tags(desk.export("conll2003")) == ["وزارة B-FAC", "الصحة I-FAC", "في I-FAC", "دبي I-FAC"]
    assert desk.losses() == [("same borders", "left out"), ("nested", "left out")]


def test_crossing_and_duplicate_spans(desk: Desk) -> None:
    desk.bring_records(record("أب جد هز", (0, 5, "X"), (3, 8, "Y"), (6, 8, "Z"), (7, 8, "Z")))
    assert tags(desk.export("conll2002")) == ["أب B-X", "جد I-X", "هز B-Z"]
    assert sorted(desk.losses()) == [
        ("crossing", "left out"),
        ("duplicate", "left out"),
        ("inside a word", "widened to the word"),
    ]


def test_attributes_notes_and_meta_are_listed(desk: Desk) -> None:
    rich = record("زار علي", (4, 7, "PERS"), meta={"url": "x"})
    rich["spans"][0] |= {"attributes": {"a": "b"}, "note": "n"}
    desk.bring_records(rich, {"name": "empty", "text": "\n ", "annotator": "أمل"})
    desk.export("conll2003")
    assert desk.losses() == [
        ("span attribute", "left out"),
        ("note", "left out"),
        ("document meta", "left out"),
        ("empty document", "left out"),
    ]
    assert (desk.report.documents, desk.report.spans_out) == (1, 1)


def test_a_discontinuous_span_is_left_out(desk: Desk) -> None:
    cut = record("جامعتي النجاح وبيرزيت", (0, 21, "ORG"))
    cut["spans"][0]["fragments"] = [[0, 6], [15, 21]]
    desk.bring_records(cut)
    desk.export("conll2003")
    assert desk.losses() == [("discontinuous", "left out")]


def test_a_long_word_is_one_token(desk: Desk) -> None:
    word = "ك" * 100_000
    desk.bring_records(record(f"قال {word} أمس", (4, 100_004, "X")))
    assert f"{word} B-X" in tags(desk.export("conll2002"))


FOREIGN = {
    "labelstudio": ("-DOCSTART- -X- O\nزار -X- _ O\nعلي -X- _ B-PERS\n\n", ["زار علي"], [("PERS", "علي")]),
    "tabs": ("زار\tO\nعلي\tB-PERS\n\nعاد\tO\n", ["زار علي\nعاد"], [("PERS", "علي")]),
    "crlf": ("زار O\r\nعلي B-PERS\r\n\r\n", ["زار علي"], [("PERS", "علي")]),
    "docstart": ("أ O\n-DOCSTART- O\nب B-X\n\n-DOCSTART- O\n\nج O\n", ["أ", "ب", "ج"], [("X", "ب")]),
    "iob1": ("علي I-X\nحسن I-X\nسعد B-X\n", ["علي حسن سعد"], [("X", "علي حسن"), ("X", "سعد")]),
    "hash": ("# O\nوسم B-X\n", ["# وسم"], [("X", "وسم")]),
    "nbsp": ("علي\u00a0حسن B-X\nقال O\n", ["علي\u00a0حسن قال"], [("X", "علي\u00a0حسن")]),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_what_others_write_is_read(desk: Desk, name: str) -> None:
    text, texts, spans = FOREIGN[name]
    desk.bring_text("f.conll", text)
    assert [content.text for content in desk.contents()] == texts
    assert desk.surfaces() == spans


def test_several_documents_of_a_file_are_numbered(desk: Desk) -> None:
    desk.bring_text("f.conll", FOREIGN["docstart"][0])
    assert [content.name for content in desk.contents()] == ["f-0001", "f-0002", "f-0003"]


def test_bilou_is_read(desk: Desk, shared: Shared) -> None:
    report = desk.bring(shared / "idrisi/idrisi_ar_cairo_dev.bilou.txt", format="conll2002")
    assert "tags read as bioes" in [remark.what for remark in report.changed]
    assert report.spans > 50


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("زار O\nعبد الله B-PERS\n", ":2: 3 fields, 2 expected"),
        ("زار O\nعلي\n", ":2: 1 field, 2 expected"),
        ("زار O\nعلي B\n", ":2: 'B' is no tag"),
        ("زار\n", ":1: 1 field, 2 expected"),
        ("\n\n", ": no tokens in it"),
    ],
)
def test_a_broken_line_is_named(desk: Desk, text: str, what: str) -> None:
    path = desk.file("f.conll", text)
    with pytest.raises(TawsimError) as refused:
        desk.bring(path, format="conll2002")
    assert str(refused.value) == f"{path}{what}"
    assert not desk.project.documents()


def test_anercorp_mends_the_two_faults_of_the_old_release(desk: Desk) -> None:
    report = desk.bring_text("f.bio", "زار O\n O\nعبد الله B-PERS\n", format="anercorp")
    assert desk.surfaces() == [("PERS", "عبد")]
    assert {remark.what for remark in report.changed} == {
        "line without a form skipped",
        "field in the middle of a line skipped",
    }


LETTERS = st.text(alphabet="أحمد \n.،؟😀ًو:/h", min_size=1, max_size=30)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=LETTERS, data=st.data(), tokens=st.sampled_from(["word", "clitic"]))
def test_spans_in_are_spans_out_or_listed_and_bytes_come_back(
    text: str, data: st.DataObject, tokens: str, make_desk: Callable[[], Desk]
) -> None:
    edges = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(edges, edges, st.sampled_from("XY")), max_size=4))
    spans = [(start, end, label) for start, end, label in spans if start < end]
    desk = make_desk()
    desk.bring_records(record(text, *spans))
    exported = desk.export("conll2003", tokens=tokens)
    written = sum(line.split(" ")[-1].startswith("B-") for line in exported.split("\n"))
    assert written == desk.report.spans_out
    assert "".join(line.split(" ")[0] for line in exported.split("\n") if not line.startswith("-DOC")) == "".join(
        text.split()
    )
    if exported and tokens == "word":
        assert desk.again("conll2003") == exported
    desk.close()


@pytest.fixture(scope="module")
def make_desk(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Desk]:
    return lambda: Desk(tmp_path_factory.mktemp("desk"))


def test_auto_names_the_format_it_found(desk: Desk, shared: Shared) -> None:
    paths = [
        shared / "formats/conll2002.txt",
        shared / "formats/conll2003.txt",
        shared / "sample/tajikistan-kazakhstan.txt",
    ]
    assert list(desk.bring(*paths).formats.values()) == ["conll2002", "conll2003", "txt"]
