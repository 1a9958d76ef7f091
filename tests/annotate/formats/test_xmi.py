"""UIMA's XMI: offsets in UTF-16 units, attributes as declared features, nothing that a DOCTYPE could bring in."""

from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring

from annotate.errors import TawsimError
from tests.annotate.formats.desk import Desk, record
from tests.annotate.formats.test_conll import NESTED
from tests.conftest import Shared

ENTITY = "{http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore}NamedEntity"


def written(desk: Desk, name: str = "d.xmi") -> str:
    desk.export("xmi")
    return (desk.folder / "out.xmi" / name).read_text(encoding="utf-8")


def places(text: str) -> list[tuple[str | None, ...]]:
    return [tuple(e.get(key) for key in ("begin", "end", "value")) for e in fromstring(text).iter(ENTITY)]


def test_entities_and_relations_are_those_of_the_canonical_file(desk: Desk, shared: Shared) -> None:
    desk.bring_records(NESTED)
    ours, wanted = written(desk), (shared / "formats/d.xmi").read_text(encoding="utf-8")
    assert places(ours) == places(wanted)
    relation = "{http:///webanno/custom.ecore}Relation"
    found, expected = ([(r.get("label"), r.get("begin")) for r in fromstring(x).iter(relation)] for x in (ours, wanted))
    assert found == expected
    token = "{http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore}Token"
    assert [t.get("begin") for t in fromstring(ours).iter(token)] == [
        t.get("begin") for t in fromstring(wanted).iter(token)
    ]


def test_offsets_are_utf16_units(desk: Desk) -> None:
    desk.bring_records(record("😀 القدس", (2, 7, "GPE")))
    assert places(written(desk)) == [("3", "8", "GPE")]


def test_the_canonical_files_are_read(desk: Desk, shared: Shared) -> None:
    for name in ("d.xmi", "d.cas.json"):
        report = desk.bring(shared / f"formats/{name}")
        assert (report.spans, report.relations) == (9, 2)
    assert ("GPE", "القدس") in desk.surfaces()


def test_white_space_of_every_kind_and_reserved_signs_come_back(desk: Desk) -> None:
    text = "أ\tب\nج\u00a0د\u2028هـ <&\"'> ]]>\u0301"
    rich = record(text, (0, 3, "X<&>"), state="done")
    rich["spans"][0] |= {"note": 'سطر\n"آخر"', "attributes": {"a": "\u2028<", "b": True, "c": ""}}
    desk.bring_records(rich)
    written(desk)
    again = Desk(desk.folder / "again")
    again.bring(desk.folder / "out.xmi")
    assert again.contents() == desk.contents()
    again.close()


def test_attributes_that_are_no_features_are_listed(desk: Desk) -> None:
    spans = [(0, 1, "X"), (2, 3, "X")]
    rich = record("أ ب", *spans, relations=[(1, 2, "r")])
    rich["spans"][0] |= {"attributes": {"value": "v", "a-b": "c", "both": True}, "note": "\x01"}
    rich["spans"][1] |= {"attributes": {"both": "yes"}}
    rich["relations"][0] |= {"attributes": {"begin": "1"}}
    desk.bring_records(rich)
    written(desk)
    assert sorted(desk.losses()) == [
        ("note", "written as  "),
        ("relation attribute", "left out"),
        ("span attribute", "left out"),
        ("span attribute", "left out"),
        ("span attribute", "left out"),
    ]


def test_a_text_that_xml_cannot_hold_is_refused(desk: Desk) -> None:
    desk.bring_records(record("أ\uffff"))
    with pytest.raises(TawsimError, match="d: has a character that XML cannot hold"):
        written(desk)
    assert not (desk.folder / "out.xmi").exists()


def test_other_layers_and_views_are_said(desk: Desk) -> None:
    desk.bring_records(record("علي حسن", (0, 3, "PERS")))
    text = written(desk).replace(
        "</xmi:XMI>",
        '<custom:Mood xmi:id="90" sofa="1" begin="0" end="3"/>'
        '<cas:Sofa xmi:id="91" sofaNum="2" sofaID="other" sofaString="x"/></xmi:XMI>',
    )
    report = desk.bring_text("e.xmi", text.replace('"value="', '"'), format="xmi")
    assert {remark.what for remark in report.changed} >= {"layer webanno.custom.Mood left out", "further view left out"}


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("<xmi:XMI", '<!DOCTYPE x [<!ENTITY a "b">]><xmi:XMI', "XML that is not safe to read"),
        ("<xmi:XMI", "<!DOCTYPE x><xmi:XMI", "XML that is not safe to read"),
        ("</xmi:XMI>", "", ":"),
        ('end="3" value', 'end="x" value', "'end' is no number"),
        ('end="3" value', 'end="99" value', "does not fit a text of 7 characters"),
        ("cas:Sofa", "cas:Sofb", "no text (Sofa) in it"),
        ('Governor="', 'Governor="9', "no span 9"),
        ("&quot;state&quot;", "&quot;state", "tawsim.Document: not JSON"),
    ],
)
def test_a_broken_file_is_refused(desk: Desk, tmp_path: Path, old: str, new: str, what: str) -> None:
    desk.bring_records(record("علي حسن", (0, 3, "PERS"), (4, 7, "PERS"), relations=[(1, 2, "r")]))
    text = written(desk)
    assert old in text
    broken = tmp_path / "b.xmi"
    broken.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(TawsimError) as refused:
        desk.bring(broken)
    assert str(refused.value).startswith(str(broken))
    assert what in str(refused.value)


def test_cas_json_that_is_none(desk: Desk) -> None:
    for text in ('{"%FEATURE_STRUCTURES": 3}', '{"%FEATURE_STRUCTURES": [{}]}'):
        with pytest.raises(TawsimError, match=r"x\.json: "):
            desk.bring_text("x.json", text)
