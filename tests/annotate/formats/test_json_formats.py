"""doccano, Label Studio, Prodigy, SpERT, DyGIE, PURE, DocRED, TACRED, IDRISI: files as their programs read them."""

from __future__ import annotations

import json
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from annotate.errors import TawsimError
from tests.annotate.formats.desk import Desk, record
from tests.annotate.formats.test_conll import NESTED
from tests.conftest import Shared

TOKENS = ["زار", "أحمد", "القدس"]


def bring(desk: Desk, format: str, value: Any, **options: Any) -> list[str]:  # noqa: ANN401
    """Import a value as a JSON file; gives what was said."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    report = desk.bring_text("in.json" if format == "idrisi" else "in.x", text, format=format, **options)
    return [remark.what for remark in report.changed]


def relations(desk: Desk) -> list[tuple[str, str, str]]:
    found = []
    for content in desk.contents():
        surface = {span.id: content.text[span.start : span.end] for span in content.spans}
        found += [(r.label, surface[r.head], surface[r.tail]) for r in content.relations]
    return found


# --- doccano
def test_doccano_as_agreed(desk: Desk, shared: Shared) -> None:
    desk.bring_records(NESTED)
    wanted = json.loads((shared / "formats/doccano_rel.jsonl").read_text(encoding="utf-8"))
    written = json.loads(desk.export("doccano"))
    assert {key: written[key] for key in wanted} == wanted
    assert "Allow overlapping" in (desk.folder / "out.doccano.README.txt").read_text(encoding="utf-8")


def test_doccano_leaves_out_an_empty_text(desk: Desk) -> None:
    desk.bring_records({"name": "e", "text": ""})
    assert desk.export("doccano") == ""
    assert (desk.losses(), desk.report.documents) == ([("empty document", "left out")], 0)


def test_doccano_older_files_and_other_keys(desk: Desk) -> None:
    said = bring(desk, "doccano", {"text": "زار علي", "label": [[4, 7, "PERS"]], "id": 3, "Comments": [], "rel": [1]})
    assert desk.surfaces() == [("PERS", "علي")]
    assert said == ['key "Comments" kept in meta', 'key "id" kept in meta', 'key "rel" kept in meta']
    assert json.loads(desk.export("doccano"))["rel"] == [1]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"entities": [{"id": 0, "start_offset": 0, "end_offset": 99, "label": "X"}]}, "span 0: 0–99 does not fit"),
        ({"relations": [{"id": 0, "from_id": 0, "to_id": 5, "type": "x"}]}, "relation 0: no span 0"),
        ({"label": ["positive"]}, "positive is no [start,end,label]"),
        ({"entities": [{"id": "a"}]}, '"start_offset" is missing'),
    ],
)
def test_doccano_faults(desk: Desk, change: dict[str, Any], what: str) -> None:
    with pytest.raises(TawsimError) as refused:
        bring(desk, "doccano", {"text": "زار علي"} | change)
    assert f"in.x:1: {what}" in str(refused.value)


# --- Label Studio
def test_labelstudio_as_agreed(desk: Desk, shared: Shared) -> None:
    desk.bring_records(NESTED)
    (task,) = json.loads(desk.export("labelstudio"))
    (wanted,) = json.loads((shared / "formats/ls.json").read_text(encoding="utf-8"))
    ours = json.dumps(task["annotations"][0]["result"]).replace('"s', '"T')
    assert json.loads(ours) == json.loads(json.dumps(wanted["annotations"][0]["result"]).replace('"s', '"T'))
    configuration = fromstring((desk.folder / "out.labelstudio.label_config.xml").read_text(encoding="utf-8"))
    assert [label.get("value") for label in configuration.iter("Label")][:3] == ["PERS", "ORG", "GPE"]
    assert [text.get("granularity") for text in configuration.iter("Text")] == ["symbol"]


def region(id: str, start: int, end: int, *labels: str, text: str | None = None) -> dict[str, Any]:
    value: dict[str, Any] = {"start": start, "end": end, "labels": list(labels)}
    return {"id": id, "type": "labels", "value": value | ({"text": text} if text else {})}


def test_labelstudio_variants(desk: Desk) -> None:
    tasks = [
        {
            "data": {"text": "زار علي القدس", "url": "x"},
            "completions": [
                {
                    "completed_by": {"email": "a@b"},
                    "result": [region("1", 4, 7, "PERS", "X"), region("2", 8, 13, "GPE")],
                },
                {"completed_by": 7, "result": [region("1", 4, 7, "PERS"), {"type": "hypertextlabels"}]},
                {"was_cancelled": True, "result": []},
            ],
            "predictions": [{"model_version": "m+1", "score": 0.5, "result": [region("p", 8, 13, "GPE")]}],
        },
        {"text": "زار علي", "label": [{"start": 4, "end": 7, "text": "علي", "labels": ["PERS"]}], "id": 4},
        {"data": {"text": "لا شيء"}},
    ]
    tasks[0]["completions"][0]["result"] += [  # type: ignore[index]
        {"type": "relation", "from_id": "1", "to_id": "2", "direction": "left", "labels": ["a", "b"]},
        {"type": "relation", "from_id": "1", "to_id": "2", "direction": "bi"},
    ]
    said = bring(desk, "labelstudio", tasks)
    assert set(said) == {
        'key "url" kept in meta',
        "region of type 'hypertextlabels' left out",
        "relation in both directions read as one",
        "relation without a label read as related",
        "skipped (cancelled) annotation left out",
    }
    names = {annotator.id: annotator.name for annotator in desk.project.annotators()}
    assert {names[layer.annotator] for layer in desk.project.layers()} == {"a@b", "annotator 7", "أمل"}
    lines = [json.loads(line) for line in desk.export("jsonl", annotator="all").split("\n") if line]
    assert [len(line["spans"]) for line in lines] == [3, 1, 1, 0]
    arrows = [(relation["label"], relation["head"]) for relation in lines[0]["relations"]]
    assert arrows == [("related", "s1"), ("a", "s3"), ("b", "s3")]
    assert lines[0]["suggestions"][0] == {
        "start": 8, "end": 13, "label": "GPE", "by": "m 1", "score": 0.5, "state": "pending"
    }  # fmt: skip


def test_labelstudio_offsets_in_utf16_and_wrong_surfaces(desk: Desk) -> None:
    task = {"data": {"text": "😀 علي"}, "annotations": [{"result": [region("1", 3, 6, "PERS", text="علي")]}]}
    assert bring(desk, "labelstudio", [task]) == ["offsets read as UTF-16 units"]
    assert desk.surfaces() == [("PERS", "علي")]
    task["annotations"] = [{"result": [region("1", 0, 2, "PERS", text="علي")]}]
    with pytest.raises(TawsimError, match="0–2: 'علي' expected, '😀 ' found"):
        bring(desk, "labelstudio", [task])


@pytest.mark.parametrize(
    ("item", "what"),
    [
        ({"type": "relation", "from_id": "1", "to_id": "9", "labels": ["x"]}, "no span 9"),
        ({"type": "relation", "from_id": "1", "to_id": "1", "labels": ["x"]}, "both ends are the same span"),
        ({"type": "relation", "from_id": "1", "to_id": "1", "direction": "up"}, "'up' is no direction"),
        ({"type": "labels", "value": {"start": "4", "end": 7, "labels": ["X"]}}, '"start" is not a whole number'),
    ],
)
def test_labelstudio_faults(desk: Desk, item: dict[str, Any], what: str) -> None:
    task = {"data": {"text": "زار علي"}, "annotations": [{"result": [region("1", 4, 7, "PERS"), item]}]}
    with pytest.raises(TawsimError, match=what):
        bring(desk, "labelstudio", [task])


# --- Prodigy
def check_prodigy(line: dict[str, Any]) -> None:
    """The invariants that Prodigy's files have."""
    tokens = line["tokens"]
    assert "".join(token["text"] + " " * token["ws"] for token in tokens) == line["text"]
    assert [token["id"] for token in tokens] == list(range(len(tokens)))
    assert all(line["text"][token["start"] : token["end"]] == token["text"] for token in tokens)
    for span in line["spans"]:
        first, last = tokens[span["token_start"]], tokens[span["token_end"]]
        assert first["start"] <= span["start"] < first["end"]
        assert last["start"] < span["end"] <= last["end"]
    for relation in line["relations"]:
        for end in ("head", "child"):
            assert relation[end] == relation[f"{end}_span"]["token_end"]


def test_prodigy_as_agreed(desk: Desk, shared: Shared) -> None:
    desk.bring_records({**NESTED, "state": "done"})
    written = json.loads(desk.export("prodigy"))
    wanted = json.loads((shared / "formats/prodigy.jsonl").read_text(encoding="utf-8"))
    check_prodigy(written)
    assert written["tokens"] == wanted["tokens"]
    assert [(s["start"], s["end"], s["label"]) for s in written["spans"]] == [
        (s["start"], s["end"], s["label"]) for s in NESTED["spans"]
    ]
    assert written["answer"] == "accept"


@pytest.mark.parametrize("text", ["", " ", "  أ", "أ  ب", "أ\u00a0ب", "أ \n ب ", "\tأ\n", "👨‍👩‍👧 أ"])
def test_prodigy_tokens_make_the_text(desk: Desk, text: str) -> None:
    desk.bring_records({"name": "d", "text": text, "annotator": "أمل"})
    check_prodigy(json.loads(desk.export("prodigy")))


def test_prodigy_head_spans_tell_nested_spans_apart(desk: Desk) -> None:
    spans = [(0, 17, "OCC"), (5, 17, "ORG"), (11, 17, "GPE")]
    desk.bring_records(record("مدير جامعة بيرزيت وأحمد", *spans, (19, 23, "PERS"), relations=[(4, 2, "works_for")]))
    line = json.loads(desk.export("prodigy"))
    assert (line["relations"][0]["child"], line["relations"][0]["child_span"]["label"]) == (2, "ORG")
    again = Desk(desk.folder / "again")
    bring(again, "prodigy", line)
    assert relations(again) == [("works_for", "أحمد", "جامعة بيرزيت")]
    del line["relations"][0]["child_span"], line["relations"][0]["head_span"]
    line["meta"]["name"] = "without"
    bring(again, "prodigy", line)
    assert relations(again)[1] == ("works_for", "وأحمد"[1:], "مدير جامعة بيرزيت")
    again.close()


def test_prodigy_answers_and_faults(desk: Desk) -> None:
    lines = [{"text": "أ", "answer": answer} for answer in ("accept", "reject", "ignore")]
    said = bring(desk, "prodigy", "\n".join(map(json.dumps, lines)))
    assert said == ["answer 'ignore': left out", "answer 'reject': left out"]
    assert [content.state for content in desk.contents()] == ["done"]
    bare = {"text": "أ", "tokens": [{"text": "أ", "end": 1, "ws": False}]}
    for value, what in [
        ({"text": "أ ب", "tokens": [{"text": "أ", "ws": False}]}, "the tokens do not make the text"),
        ({**bare, "relations": [{"head": 0, "child": 0, "label": "x"}]}, 'no span at its "head"'),
    ]:
        with pytest.raises(TawsimError, match=what):
            bring(desk, "prodigy", value)


# --- SpERT
def check_spert(records: list[dict[str, Any]], types: dict[str, Any]) -> None:
    """Read as SpERT reads."""
    for found in records:
        for entity in found["entities"]:
            assert entity["type"] in types["entities"]
            assert 0 <= entity["start"] < entity["end"] <= len(found["tokens"])
        for relation in found["relations"]:
            assert relation["type"] in types["relations"]
            assert {relation["head"], relation["tail"]} <= set(range(len(found["entities"])))


def test_spert_as_agreed(desk: Desk, shared: Shared) -> None:
    desk.bring_records({**NESTED, "name": "d1"})
    text = desk.export("spert")
    assert text.isascii()
    assert json.loads(text) == json.loads((shared / "formats/spert_train.json").read_text(encoding="utf-8"))
    types = json.loads((desk.folder / "out.spert.types.json").read_text(encoding="utf-8"))
    check_spert(json.loads(text), types)
    assert types["relations"]["located_in"] == {"short": "located_in", "verbose": "located_in", "symmetric": False}


def test_spert_has_no_tokens_without_word_pieces(desk: Desk) -> None:
    desk.bring_records(record("علي \u200f حسن", (0, 3, "X"), (4, 5, "X"), (6, 9, "Y")))
    (found,) = json.loads(desk.export("spert"))
    assert found["tokens"] == ["علي\u200f", "حسن"]
    assert [(e["type"], e["start"], e["end"]) for e in found["entities"]] == [("X", 0, 1), ("Y", 1, 2)]
    assert desk.losses() == [("duplicate", "left out")]


def test_relations_over_a_sentence_border_are_listed(desk: Desk) -> None:
    desk.bring_records(record("زار علي\nالقدس", (4, 7, "PERS"), (8, 13, "GPE"), relations=[(1, 2, "visited")]))
    for format in ("spert", "dygie", "pure", "tacred"):
        desk.export(format)
        assert ("relation over a sentence border", "left out") in desk.losses()
        assert desk.report.relations_out == 0


# --- DyGIE and PURE
def test_dygie_and_pure_as_agreed(desk: Desk, shared: Shared) -> None:
    desk.bring_records({**NESTED, "name": "d1"})
    wanted = json.loads((shared / "formats/dygie.jsonl").read_text(encoding="utf-8"))
    assert json.loads(desk.export("dygie")) == wanted | {"dataset": "tawsim"}
    del wanted["dataset"]
    assert json.loads(desk.export("pure")) == wanted


def test_dygie_holds_one_label_a_span_and_one_relation_a_pair(desk: Desk) -> None:
    arrows = [(1, 3, "works_for"), (1, 3, "located_in"), (2, 3, "x")]
    desk.bring_records(record("علي القدس", (0, 3, "PERS"), (0, 3, "ORG"), (4, 9, "GPE"), relations=arrows))
    line = json.loads(desk.export("dygie"))
    assert line["ner"] == [[[0, 0, "PERS"], [1, 1, "GPE"]]]
    assert sorted(desk.losses()) == [
        ("relation", "left out"),
        ("relation without its span", "left out"),
        ("same borders", "left out"),
    ]
    assert line["relations"] == [[[0, 0, 1, 1, "located_in"]]]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"ner": [[[0, 3, "X"]]]}, r"entity \[0,3\] is not in its sentence"),
        ({"ner": [[[2, 1, "X"]]]}, r"entity \[2,1\] is not in its sentence"),
        ({"ner": []}, '"ner" has not one list for each of 1 sentences'),
        ({"ner": [[[0, "a", "X"]]]}, r"\[0, 'a', 'X'\] is no entity"),
        ({"ner": [[[0, 0]]]}, r"\[0, 0\] has no label"),
        ({"relations": [[[0, 0, 1, 1, "x"]]]}, r"relation: no entity \[0, 0\]"),
        ({"sentences": [["a", ""]]}, "\"sentences\" holds '', which is no token"),
        ({"sentences": ["abc"]}, "'abc', which is no list of tokens"),
    ],
)
def test_dygie_faults(desk: Desk, change: dict[str, Any], what: str) -> None:
    with pytest.raises(TawsimError, match=what):
        bring(desk, "dygie", {"doc_key": "d", "sentences": [TOKENS]} | change)


# --- DocRED
def test_docred_as_agreed(desk: Desk, shared: Shared) -> None:
    desk.bring_records({**NESTED, "name": "d1"} | {"relations": [
        *NESTED["relations"], {"id": "r9", "label": "Equiv", "head": "s1", "tail": "s7"}
    ]})  # fmt: skip
    wanted = json.loads((shared / "formats/docred.json").read_text(encoding="utf-8"))
    assert json.loads(desk.export("docred")) == wanted
    assert desk.report.relations_out == 3
    names = json.loads((desk.folder / "out.docred.rel_info.json").read_text(encoding="utf-8"))
    assert {"works_for", "located_in"} <= names.keys()


def test_docred_lifts_relations_to_entities_and_lists_what_changes(desk: Desk) -> None:
    spans = [(0, 3, "PERS"), (8, 11, "PERS"), (4, 7, "GPE"), (12, 15, "GPE")]
    arrows = [(1, 3, "Equiv"), (2, 4, "Equiv"), (1, 2, "in"), (3, 4, "in"), (1, 4, "near"), (2, 3, "Equiv")]
    desk.bring_records(record("علي قدس زيد دمق", *spans, relations=[]))
    text = record("علي قدس زيد دمق", *sorted(spans), name="e", relations=arrows)
    desk.bring_records(text)
    found = {d["title"]: d for d in json.loads(desk.export("docred"))}
    assert [[mention["pos"] for mention in vertex] for vertex in found["e"]["vertexSet"]] == [
        [[0, 1], [2, 3]],
        [[1, 2], [3, 4]],
    ]
    labels = [(label["h"], label["t"], label["r"], label["evidence"]) for label in found["e"]["labels"]]
    assert labels == [(0, 1, "in", [0]), (0, 1, "near", [0]), (1, 0, "Equiv", [0])]
    assert desk.losses() == [("duplicate", "left out")]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"vertexSet": [[]]}, "no list of mentions"),
        ({"vertexSet": [[{"sent_id": 4, "pos": [0, 1], "type": "X"}]]}, "mention: no sentence 4"),
        ({"vertexSet": [[{"sent_id": 0, "pos": [2, 9], "type": "X"}]]}, "tokens 2–9 are not in a sentence of 3"),
        ({"labels": [{"h": 0, "t": 1, "r": "x"}]}, "label: no entity 0"),
    ],
)
def test_docred_faults(desk: Desk, change: dict[str, Any], what: str) -> None:
    with pytest.raises(TawsimError, match=f"record 1: .*{what}"):
        bring(desk, "docred", [{"title": "d", "sents": [TOKENS], "vertexSet": []} | change])


# --- TACRED
def test_tacred_as_agreed(desk: Desk, shared: Shared) -> None:
    desk.bring_records({**NESTED, "name": "d1"})
    wanted = json.loads((shared / "formats/tacred.json").read_text(encoding="utf-8").replace("d1-R", "d1-r"))
    assert json.loads(desk.export("tacred")) == wanted
    assert desk.report.spans_out == 4


def tacred(**change: Any) -> dict[str, Any]:  # noqa: ANN401
    return {
        "docid": "d",
        "relation": "visited",
        "token": TOKENS,
        "subj_start": 1,
        "subj_end": 1,
        "obj_start": 2,
        "obj_end": 2,
        "subj_type": "PERS",
        "obj_type": "GPE",
    } | change


def test_tacred_ends_are_read_as_the_file_has_them(desk: Desk) -> None:
    bring(desk, "tacred", [tacred(), tacred(relation="no_relation", subj_start=0, subj_end=0, subj_type="EVENT")])
    assert relations(desk) == [("visited", "أحمد", "القدس")]
    assert desk.surfaces()[0] == ("EVENT", "زار")
    said = bring(desk, "tacred", [tacred(docid="e", subj_end=2, obj_end=3)])
    assert "ends read as exclusive" in said
    assert relations(desk)[1] == ("visited", "أحمد", "القدس")


@pytest.mark.parametrize(
    ("change", "what"),
    [({"subj_end": 9}, "do not fit 3 tokens"), ({"token": [" "]}, "no token"), ({"relation": 3}, "not a string")],
)
def test_tacred_faults(desk: Desk, change: dict[str, Any], what: str) -> None:
    with pytest.raises(TawsimError, match=what):
        bring(desk, "tacred", [tacred(**change)])
    report = desk.bring_text("two.json", json.dumps([tacred(**change), tacred()]), format="tacred", keep_going=True)
    assert (report.documents, len(report.problems)) == (1, 1)


# --- IDRISI
def test_idrisi_tweets(desk: Desk, shared: Shared) -> None:
    report = desk.bring(shared / "idrisi/idrisi_ar_cairo_dev.jsonl", shared / "idrisi/idrisi_ar_hafr_dev.jsonl")
    assert set(report.formats.values()) == {"idrisi"}
    assert (report.documents, report.spans) == (79, 147)
    assert sum(remark.count for remark in report.changed if remark.what == "duplicate span") == 2
    assert ("NBHD", "المنيل") in desk.surfaces()
    first = desk.contents()[0]
    assert (first.name, first.meta["idrisi"]["info_class"]) == (
        "1158151552923766784",
        "caution_advice_and_crisis_updates",
    )


def test_idrisi_tokens(desk: Desk, shared: Shared) -> None:
    report = desk.bring(shared / "idrisi/idrisi_ar_cairo_dev.bilou.txt", format="idrisi")
    assert report.spans == 66
