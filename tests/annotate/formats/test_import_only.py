"""Tables, Word documents and ACE: what comes in and what is refused."""

import zipfile
from pathlib import Path

import docx
import pytest

from annotate.errors import TawsimError
from tests.annotate.formats.desk import Desk
from tests.conftest import Shared


# --- tables
def test_a_table_is_a_document_a_row(desk: Desk) -> None:
    long = "ك" * 200_000
    report = desk.bring_text("t.csv", f'\ufeffid;text;url\r\n7;"سطر\nآخر; ""هنا""";x\r\n;{long};y\r\n')
    contents = desk.contents()
    assert [(c.name, len(c.text), c.meta) for c in contents] == [
        ("7", 14, {"url": "x"}),
        ("t-0002", 200_000, {"url": "y"}),
    ]
    assert contents[0].text == 'سطر\nآخر; "هنا"'
    assert not desk.project.layers()
    assert "delimiter ';'" in [remark.what for remark in report.changed]


def test_a_table_of_excel_says_its_delimiter(desk: Desk) -> None:
    desk.bring_text("t.csv", "sep=|\ntext|name\nنص, فيه فاصلة|أول\n")
    assert [(c.name, c.text, c.meta) for c in desk.contents()] == [("أول", "نص, فيه فاصلة", {})]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a,b\n1,2\n", ":1: no column text: a, b"),
        ("", ":1: no column text: no header"),
        ("text,b\nx\n", ":2: more or fewer fields"),
        ("text,b\nx,y,z\n", ":2: more or fewer fields"),
        ('text,b\n"x"y,z\n', ":1: "),
    ],
)
def test_a_broken_table_is_named(desk: Desk, text: str, what: str) -> None:
    with pytest.raises(TawsimError) as refused:
        desk.bring_text("t.csv", text, format="csv")
    assert f"t.csv{what}" in str(refused.value)


# --- Word
def word_document(path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("الفقرة الأولى").add_run("\tثم\nسطر")
    table = document.add_table(rows=2, cols=2)
    for index, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = str(index)
    table.rows[1].cells[0].merge(table.rows[1].cells[1])
    document.add_paragraph("الأخيرة")
    document.sections[0].header.paragraphs[0].text = "رأس"
    document.save(str(path))
    return path


def test_a_word_document_is_its_paragraphs_and_tables(desk: Desk) -> None:
    report = desk.bring(word_document(desk.folder / "w.docx"))
    (content,) = desk.contents()
    assert content.text == "الفقرة الأولى\tثم\nسطر\n0\t1\n2\n3\nالأخيرة"
    assert (content.name, desk.project.layers()) == ("w", [])
    assert [problem.what for problem in report.problems] == ["headers not imported"]


def test_what_is_no_word_document_is_refused(desk: Desk, tmp_path: Path) -> None:
    old = desk.file("old.doc", b"\xd0\xcf\x11\xe0 old")
    text = desk.file("text.docx", "نص")
    other, bomb, climber = (tmp_path / name for name in ("other.docx", "bomb.docx", "climber.docx"))
    for path, name, content in ((other, "a.txt", "x"), (bomb, "a.txt", "0" * 10_000_000), (climber, "../a.txt", "x")):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, content)
    for path, what in [
        (old, "an encrypted or old Word document"),
        (text, "not a Word document"),
        (other, "not a Word document"),
        (bomb, "an archive that unpacks to no end"),
        (climber, "the archive has a member '../a.txt'"),
    ]:
        with pytest.raises(TawsimError, match=what):
            desk.bring(path)
    assert not desk.project.documents()


# --- ACE
SGM = "<DOC>\n<TEXT>\nزار علي القدس & رام الله.\n</TEXT>\n</DOC>\n"
APF = """<?xml version="1.0"?>
<!DOCTYPE source_file SYSTEM "apf.v5.1.1.dtd">
<source_file><document DOCID="D1">
<entity ID="E1" TYPE="PER" SUBTYPE="Individual" CLASS="SPC">
 <entity_mention ID="E1-1" TYPE="NAM"><extent><charseq START="6" END="8">علي</charseq></extent>
  <head><charseq START="6" END="7">عل</charseq></head></entity_mention>
 <entity_mention ID="E1-2" TYPE="NAM"><extent><charseq START="7" END="8">لي</charseq></extent></entity_mention>
</entity>
<entity ID="E2" TYPE="GPE"><entity_mention ID="E2-1" TYPE="NAM">
 <extent><charseq START="10" END="14">القدس</charseq></extent></entity_mention></entity>
<timex2 ID="X1" VAL="2003"><timex2_mention ID="X1-1">
 <extent><charseq START="18" END="20">رام</charseq></extent></timex2_mention></timex2>
<relation ID="R1" TYPE="PHYS" SUBTYPE="Located"><relation_mention ID="R1-1">
 <relation_mention_argument REFID="E1-1" ROLE="Arg-1"/><relation_mention_argument REFID="E2-1" ROLE="Arg-2"/>
 <relation_mention_argument REFID="X1-1" ROLE="Time-Within"/></relation_mention></relation>
<event ID="V1" TYPE="Movement"><event_mention ID="V1-1">
 <anchor><charseq START="2" END="4">زار</charseq></anchor>
 <event_mention_argument REFID="E1-1" ROLE="Artifact"/></event_mention></event>
</document></source_file>"""


def test_ace_files(desk: Desk) -> None:
    desk.file("d.sgm", SGM.replace("\n", "\r\n"))
    report = desk.bring_text("d.apf.xml", APF)
    assert list(report.formats.values()) == ["apf"]
    (content,) = desk.contents()
    assert content.name == "D1"
    assert sorted(desk.surfaces()) == [
        ("GPE", "القدس"),
        ("Movement", "زار"),
        ("PER", "علي"),
        ("PER", "لي"),
        ("TIMEX2", "رام"),
    ]
    spans = {span.id: span for span in content.spans}
    person = next(span for span in content.spans if span.start == 6)
    assert dict(person.attributes) == {"CLASS": "SPC", "SUBTYPE": "Individual", "head": "عل", "mention": "NAM"}
    found = [(r.label, spans[r.head].start, spans[r.tail].start) for r in content.relations]
    assert sorted(found) == [("Artifact", 2, 6), ("Equiv", 6, 7), ("PHYS.Located", 6, 10), ("Time-Within", 6, 18)]


def test_the_canonical_ace_file(desk: Desk, shared: Shared) -> None:
    (desk.folder / "d.apf.xml").write_bytes((shared / "formats/d.apf.xml").read_bytes())
    (desk.folder / "d.txt").write_bytes((shared / "formats/brat/d.txt").read_bytes())
    report = desk.bring(desk.folder / "d.apf.xml")
    assert (report.spans, report.relations) == (9, 2)
    assert ("GPE", "القدس") in desk.surfaces()


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("علي</charseq>", "عمر</charseq>", "E1-1: 'عمر' expected, 'علي' found"),
        ('START="6"', 'START="x"', "E1-1: START and END are no numbers"),
        ('END="14"', 'END="999"', "E2-1: 'القدس' expected"),
        ("<anchor>", "<other>", "not XML: mismatched tag"),
        ('REFID="E2-1"', 'REFID="E9-1"', "relation R1-1: no span E9-1"),
        ('ROLE="Arg-2"', 'ROLE="Arg-3"', "R1-1: Arg-1 and Arg-2 expected"),
        ("source_file>", "other>", "no APF: <source_file> expected"),
        ('SYSTEM "apf.v5.1.1.dtd"', '[<!ENTITY a "b">]', "XML that is not safe to read"),
    ],
)
def test_a_broken_ace_file_is_refused(desk: Desk, old: str, new: str, what: str) -> None:
    desk.file("d.sgm", SGM)
    text = APF.replace(old, new)
    if old == "<anchor>":
        text = APF.replace("</anchor>", "</other>")
    with pytest.raises(TawsimError) as refused:
        desk.bring_text("d.apf.xml", text.replace("<source_file>", "<other>") if old == "source_file>" else text)
    assert what in str(refused.value)


def test_an_ace_file_needs_its_text(desk: Desk) -> None:
    with pytest.raises(TawsimError, match=r"no alone\.sgm or alone\.txt beside it"):
        desk.bring_text("alone.apf.xml", APF)
