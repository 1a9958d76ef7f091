"""WebAnno TSV: as INCEpTION writes and reads it, in UTF-16 units."""

import pytest

from annotate.errors import TawsimError
from tests.annotate.formats.desk import Desk, record
from tests.annotate.formats.test_conll import NESTED
from tests.conftest import Shared

HEAD = """\
#FORMAT=WebAnno TSV 3.3
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value
#T_RL=webanno.custom.Relation|label|BT_de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity


"""


def written(desk: Desk) -> str:
    desk.export("webanno")
    return (desk.folder / "out.webanno" / "d.tsv").read_text(encoding="utf-8")


def test_the_canonical_document_is_written_as_agreed(desk: Desk, shared: Shared) -> None:
    desk.bring_records(NESTED)
    wanted = (shared / "formats/d.tsv").read_text(encoding="utf-8")
    assert written(desk).rstrip("\n") == wanted.rstrip("\n")
    assert desk.losses() == []


def test_offsets_are_utf16_units(desk: Desk) -> None:
    desk.bring_records(record("😀 القدس", (2, 7, "GPE")))
    assert "1-2\t3-8\tالقدس\t*\tGPE\t_\t_\t\n" in written(desk)


def test_both_ends_of_a_relation_between_parts_of_words(desk: Desk) -> None:
    desk.bring_records(record("بالقدس وبالقدس", (1, 6, "GPE"), (9, 14, "GPE"), relations=[(2, 1, "near")]))
    rows = [line.split("\t") for line in written(desk).split("\n") if line.startswith("1-")]
    assert rows[1] == ["1-1.1", "1-6", "القدس", "*", "GPE", "near", "1-2.1", ""]
    assert desk.losses() == []


def test_odd_white_space_and_escapes(desk: Desk) -> None:
    text = "\n\nأ [ب] | ج_\\t;\u00a0*\n\n  د.  هـ\n"
    desk.bring_records(record(text, (2, 9, "A|B"), (4, 5, "_"), (6, 7, "*")))
    written(desk)
    assert desk.losses() == []
    again = Desk(desk.folder / "again")
    again.bring(desk.folder / "out.webanno")
    assert [content.text for content in again.contents()] == [text]
    assert sorted(again.surfaces()) == sorted(desk.surfaces())
    again.close()


def test_variants_of_other_writers(desk: Desk) -> None:
    text = (
        "#FORMAT=WebAnno TSV 3.2\n#T_SP=x.POS|PosValue\n"
        + "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n#T_CH=x.Chain|role|link\n"
        + HEAD.split("\n")[2] + "\n\n\n#Sentence.id=3\n#Text=أحمد سعيد\n"
        + "1-1\t0-4\tأحمد\tN\t*|*[1]\tNE|NE[1]\t_\t_\tknows\t1-2[0_1]\t\n"
        + "1-2\t5-9\tسعيد\tN\t*|*[1]\tX|NE[1]\t_\t_\t_\t_\t\n"
    )  # fmt: skip
    report = desk.bring_text("v.tsv", text)
    assert [remark.what for remark in report.changed] == ["layer x.Chain left out", "layer x.POS left out"]
    assert sorted(desk.surfaces()) == [("NE", "أحمد"), ("NE", "أحمد سعيد"), ("X", "سعيد")]
    (content,) = desk.contents()
    surface = {span.id: content.text[span.start : span.end] for span in content.spans}
    assert [(surface[r.head], surface[r.tail]) for r in content.relations] == [("سعيد", "أحمد سعيد")]


def test_values_that_are_missing(desk: Desk) -> None:
    desk.bring_text("v.tsv", f"{HEAD}#Text=أ ب\n1-1\t0-1\tأ\t*\t*\t_\t_\t\n1-2\t2-3\tب\t*\tX\t*\t1-1\t\n")
    assert desk.surfaces() == [("NamedEntity", "أ"), ("X", "ب")]
    assert desk.contents()[0].relations[0].label == "Relation"


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ("6-1[0-4]\t0-1\tأ\t_\t_\t_\t_\t\n", ":7: '6-1[0-4]' is no row of a token"),
        ("1-1\t0\tأ\t_\t_\t_\t_\t\n", ":7: '1-1' is no row of a token"),
        ("1-1\t0-1\tأ\t_\n", ":7: 1 columns behind the text, 4 expected"),
        ("1-1\t0-1\tب\t_\t_\t_\t_\t\n", ":7: 'ب' expected, 'أ' found"),
        ("1-1\t0-1\tأ\t*\tX[a]\t_\t_\t\n", ":7: 'X[a]' is no value"),
        ("1-1\t0-1\tأ\t*\tX\tr\t1-2\t\n", ":7: relation 1-2: no such span"),
        ("1-1\t0-1\tأ\t*\tX\tr\t?\t\n", ":7: relation ?: no such span"),
        ("1-1\t0-1\tأ\t_\t_\t_\t_\t\n\n#Text=ب\n2-1\t0-1\tب\t_\t_\t_\t_\t\n", ":10: begins before"),
    ],
)
def test_a_broken_line_is_named(desk: Desk, rows: str, what: str) -> None:
    with pytest.raises(TawsimError) as refused:
        desk.bring_text("v.tsv", f"{HEAD}#Text=أ\n{rows}")
    assert f"v.tsv{what}" in str(refused.value)
