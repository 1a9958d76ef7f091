"""The native JSONL: everything in it, and equal content gives equal bytes."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotate.errors import TawsimError
from tests.annotate.formats.desk import Desk, record

FULL: dict[str, Any] = {
    "name": "مقالة",
    "text": "😀 زار أحمد\u2028جامعتي النجاح وبيرزيت\nC:\\new",
    "annotator": "سلمى",
    "state": "done",
    "read": [[0, 11]],
    "spans": [
        {
            "id": "s1",
            "start": 6,
            "end": 10,
            "label": "PERS",
            "attributes": {"a": "ب", "z": True},
            "note": "ملاحظة\nسطر",
        },
        {
            "id": "s2",
            "start": 11,
            "end": 32,
            "fragments": [[11, 17], [26, 32]],
            "label": "ORG",
            "attributes": {},
            "note": "",
        },
        {"id": "s3", "start": 26, "end": 32, "label": "GPE", "attributes": {}, "note": ""},
    ],
    "relations": [
        {"id": "r1", "label": "located_in", "head": "s2", "tail": "s3", "attributes": {"sure": True}, "note": "؟"}
    ],
    "suggestions": [
        {"start": 6, "end": 10, "label": "PERS", "by": "camel+places", "score": 0.9731, "state": "accepted"},
        {"start": 11, "end": 17, "label": "ORG", "by": "starter", "score": 0.5, "state": "rejected"},
        {"start": 26, "end": 32, "label": "GPE", "by": "places", "score": 1.0, "state": "pending"},
        {"start": 26, "end": 32, "label": "LOC", "by": "camel", "score": 0.25, "state": "edited"},
    ],
    "meta": {"a": [1, {"b": None}], "url": "x"},
}


def line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("\u2028", "\\u2028") + "\n"


def test_what_comes_in_goes_out_in_the_same_bytes(desk: Desk) -> None:
    desk.bring_text("in.jsonl", line(FULL))
    assert desk.export("jsonl") == line(FULL)
    assert desk.again("jsonl") == line(FULL)
    assert desk.losses() == []


def test_all_layers_are_the_complete_copy(desk: Desk) -> None:
    other = FULL | {"annotator": "gold", "state": "in_progress", "spans": [], "relations": [], "suggestions": []}
    untouched = {"name": "b", "text": "نص"}
    desk.bring_records(FULL, other, untouched)
    lines = desk.export("jsonl", annotator="all").split("\n")
    assert [(json.loads(text)["name"], json.loads(text)["annotator"]) for text in lines if text] == [
        ("مقالة", "سلمى"),
        ("مقالة", "gold"),
        ("b", ""),
    ]
    assert desk.export("jsonl", annotator="all") == desk.again("jsonl", annotator="all")


def test_two_people_of_one_name_stay_two(desk: Desk) -> None:
    from annotate.model import Annotator
    from tests.projects import add_document, add_layer, span_of

    document = add_document(desk.project)
    for id in ("1", "2"):
        span = span_of(document, "الرئيس", "PERS", annotator=id)
        add_layer(desk.project, document, Annotator(id=id, name="طالب"), span)
    lines = [json.loads(text) for text in desk.export("jsonl", annotator="all").split("\n") if text]
    assert [found["annotator"] for found in lines] == ["طالب", "طالب (2)"]
    assert desk.export("jsonl", annotator="all") == desk.again("jsonl", annotator="all")


def test_unknown_keys_are_kept_in_meta_and_given_back(desk: Desk) -> None:
    report = desk.bring_records(record("علي", link=[1], meta={"x": 1}))
    assert [remark.what for remark in report.changed] == ['key "link" kept in meta']
    assert '"meta":{"x":1},"link":[1]}' in desk.export("jsonl")
    assert desk.export("jsonl") == desk.again("jsonl")


def test_defaults_of_what_a_line_leaves_out(desk: Desk) -> None:
    desk.bring_records(record("علي هنا", (0, 3, "PERS")))
    (content,) = desk.contents()
    assert (content.annotator, content.state, content.read) == ("أمل", "in_progress", None)


def test_an_untouched_document_gets_no_layer(desk: Desk) -> None:
    desk.bring_records({"name": "d", "text": "علي", "annotator": "", "state": "todo", "suggestions": [
        {"start": 0, "end": 3, "label": "PERS", "by": "places"}]})  # fmt: skip
    assert not desk.project.layers()
    assert '"annotator":"","state":"todo","spans":[],"relations":[],"suggestions":[{"start":0' in desk.export("jsonl")
    assert desk.export("jsonl") == desk.again("jsonl")


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (
            {"spans": [{"id": "a", "start": 0, "end": 9, "label": "X"}]},
            "span a: 0–9 does not fit a text of 3 characters",
        ),
        ({"spans": [{"id": "a", "start": 2, "end": 2, "label": "X"}]}, "span a: 2–2 does not fit"),
        ({"spans": [{"id": "a", "start": -1, "end": 2, "label": "X"}]}, "span a: -1–2 does not fit"),
        ({"spans": [{"id": "a", "start": 0, "end": 2, "label": " "}]}, "span a: empty label"),
        ({"spans": [{"id": "a", "start": 0, "end": 2}]}, '"label" is missing'),
        ({"spans": [{"id": "a", "start": 0, "end": 2, "label": 7}]}, '"label" is not a string'),
        ({"spans": {}}, '"spans" is not a list'),
        ({"spans": [1]}, "span is not an object"),
        (
            {"spans": [{"id": "a", "start": 0, "end": 3, "label": "X", "fragments": [[0, 1]]}]},
            '"fragments" do not fill 0–3',
        ),
        ({"spans": [{"id": "a", "start": 0, "end": 3, "label": "X", "fragments": []}]}, '"fragments" do not fill 0–3'),
        (
            {"spans": [{"id": "a", "start": 0, "end": 3, "label": "X", "fragments": [[0, 1], [1, 3]]}]},
            "pieces do not ascend",
        ),
        ({"spans": [{"id": "a", "start": 0, "end": 3, "label": "X", "fragments": [[0], 3]}]}, "is no [start,end]"),
        (
            {"spans": [{"id": "a", "start": 0, "end": 2, "label": "X", "attributes": {"k": 1}}]},
            "attribute 'k' is neither",
        ),
        ({"spans": [{"id": "a", "start": 0, "end": n, "label": "X"} for n in (1, 2)]}, "span a stands twice"),
        ({"relations": [{"id": "r1", "label": "x", "head": "s1", "tail": "s9"}]}, "relation r1: no span s9"),
        (
            {"relations": [{"id": "r1", "label": "x", "head": "s1", "tail": "s1"}]},
            "relation r1: both ends are the same span",
        ),
        ({"relations": [{"id": "r1", "label": "", "head": "s1", "tail": "s2"}]}, "relation r1: empty label"),
        ({"relations": [{"id": "r", "label": n, "head": "s1", "tail": "s2"} for n in "ab"]}, "relation r stands twice"),
        ({"state": "finished"}, "'finished' is no state"),
        ({"read": [[0, 4]]}, "0–4 does not fit"),
        ({"suggestions": [{"start": 0, "end": 4, "label": "X", "by": "a"}]}, "suggestion 0–4 does not fit"),
        ({"suggestions": [{"start": 0, "end": 2, "label": "", "by": "a"}]}, "suggestion 0–2: empty label"),
        (
            {"suggestions": [{"start": 0, "end": 2, "label": "X", "by": "a", "score": 2}]},
            "score 2.0 is not between 0 and 1",
        ),
        ({"name": " "}, "a document without a name"),
        ({"meta": []}, '"meta" is not an object'),
    ],
)
def test_what_does_not_fit_is_refused_with_its_line(desk: Desk, change: dict[str, Any], what: str) -> None:
    good = record("علي", (0, 3, "PERS"), (0, 2, "ORG"))
    with pytest.raises(TawsimError) as refused:
        desk.bring_records(good, record("علي", (0, 3, "PERS"), (0, 2, "ORG"), name="e") | change)
    assert str(refused.value).startswith(f"{desk.folder / 'in.jsonl'}:2: ")
    assert what in str(refused.value)
    assert not desk.project.documents()


def test_keep_going_takes_the_good_lines_and_lists_the_others(desk: Desk) -> None:
    path = desk.file("in.jsonl", line(record("أ", name="1")) + "{broken\n" + line(record("ب", name="3")))
    report = desk.bring(path, keep_going=True)
    assert [content.name for content in desk.contents()] == ["1", "3"]
    assert [(problem.line, problem.file) for problem in report.problems] == [(2, str(path))]


def test_equal_spans_come_in_once_and_are_counted(desk: Desk) -> None:
    relations = [(1, 4, "x"), (2, 4, "x")]
    spans = [(0, 3, "PERS")] * 3 + [(0, 2, "ORG")]
    report = desk.bring_records(record("علي", *spans, relations=relations))
    assert report.spans == 2
    assert {remark.what: remark.count for remark in report.changed} == {"duplicate span": 2, "duplicate relation": 1}


# --- the property: any content survives
TEXT = st.text(alphabet="أحمد 😀\n\u00a0\u064b\u2028bé", min_size=1, max_size=40)
WORDS = st.sampled_from(["PERS", "ORG", "GPE", "x"])
META = st.dictionaries(
    st.sampled_from("abc"),
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists, max_leaves=4),
)


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    text = draw(TEXT)
    cuts = st.lists(st.integers(0, len(text)), min_size=2, max_size=6, unique=True).map(sorted)
    spans: dict[Any, dict[str, Any]] = {}
    for number in range(draw(st.integers(0, 4))):
        if len(text) < 2:
            break
        borders = draw(cuts)
        borders = borders[: len(borders) // 2 * 2]
        pieces = list(zip(borders[::2], borders[1::2], strict=True))
        label = draw(WORDS)
        span: dict[str, Any] = {"id": f"t{number}", "start": pieces[0][0], "end": pieces[-1][1], "label": label}
        if len(pieces) > 1:
            span["fragments"] = pieces
        span["attributes"] = draw(st.dictionaries(st.sampled_from("pq"), st.booleans() | st.text(max_size=3)))
        span["note"] = draw(st.text(max_size=5))
        spans[(tuple(pieces), label)] = span
    ids = [span["id"] for span in spans.values()]
    pairs = (
        st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.sampled_from("ab")) if len(ids) > 1 else st.nothing()
    )
    relations = (
        draw(st.lists(pairs.filter(lambda pair: pair[0] != pair[1]), max_size=3, unique=True)) if len(ids) > 1 else []
    )
    return {
        "name": draw(st.sampled_from("كلم")),
        "text": text,
        "annotator": "س",
        "state": draw(st.sampled_from(["in_progress", "done", "locked"])),
        "spans": list(spans.values()),
        "relations": [{"head": h, "tail": t, "label": label, "note": "n"} for h, t, label in relations],
        "meta": draw(META),
    }


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(found=st.lists(records(), min_size=1, max_size=3, unique_by=lambda found: found["text"]))
def test_import_of_an_export_is_the_same_content_and_gives_the_same_bytes(
    found: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    first, second = (Desk(tmp_path_factory.mktemp("desk")) for _ in range(2))
    try:
        first.bring_records(*found)
        exported = first.export("jsonl")
        second.bring(first.folder / "out.jsonl")
        assert second.contents() == first.contents()
        assert second.export("jsonl") == exported
    finally:
        first.close()
        second.close()


def test_offsets_are_code_points_into_what_the_file_says(desk: Desk) -> None:
    desk.bring_records(record("👨‍👩‍👧 علي", (6, 9, "PERS")), record("👍🏿 علي", (3, 6, "PERS"), name="e"))
    assert desk.surfaces() == [("PERS", "علي")] * 2
    for text in desk.export("jsonl").strip("\n").split("\n"):
        found = json.loads(text)
        assert [found["text"][span["start"] : span["end"]] for span in found["spans"]] == ["علي"]
