"""Import: which documents are the same, whose layers they become, one step that can be undone."""

import pytest

from annotate.errors import EditRefused, ReadOnlyProject, TawsimError
from annotate.importing import parse
from annotate.model import GOLD, State
from annotate.session import Session
from store.database import open_project
from tests.annotate.formats.desk import Desk, record
from tests.projects import content

TEXT = "زار علي القدس"


def names(desk: Desk) -> list[str]:
    return [summary.name for summary in desk.project.documents()]


def said(report: object) -> list[str]:
    return [remark.what for remark in report.changed]  # type: ignore[attr-defined]


def test_the_same_document_gets_what_is_new_and_nothing_twice(desk: Desk) -> None:
    desk.bring_records(record(TEXT, (4, 7, "PERS")))
    report = desk.bring_records(record(TEXT, (4, 7, "PERS"), (8, 13, "GPE"), relations=[(1, 2, "visited")]))
    assert said(report) == ["already there"]
    assert (report.documents, report.spans, report.relations) == (1, 2, 1)
    assert desk.surfaces() == [("PERS", "علي"), ("GPE", "القدس")]
    before = content(desk.project)
    desk.bring_records(record(TEXT, (4, 7, "PERS"), (8, 13, "GPE"), relations=[(1, 2, "visited")]))
    assert content(desk.project) == before


def test_another_text_of_one_name_gets_a_number_once(desk: Desk) -> None:
    desk.bring_records(record("أ"), record("ب"))
    report = desk.bring_records(record("ب"), record("ج"))
    assert names(desk) == ["d", "d-2", "d-3"]
    assert said(report) == ["already there", "another text has the name 'd': now 'd-3'"]


def test_one_text_under_two_names_is_two_documents_and_said(desk: Desk) -> None:
    assert said(desk.bring_records(record("أ", name="a"), record("أ", name="b"))) == ["two names, one text"]
    assert said(desk.bring_records(record("أ", name="c"))) == ["'c' has the same text as 'a'"]
    assert names(desk) == ["a", "b", "c"]


def test_whose_layer_it_becomes(desk: Desk) -> None:
    line = record(TEXT, (4, 7, "PERS"), annotator="سلمى")
    desk.bring_records(line)
    desk.bring_records(line, annotator="gold")
    desk.bring_records(record(TEXT, (8, 13, "GPE")))
    people = {annotator.id: annotator.name for annotator in desk.project.annotators()}
    layers = {people[layer.annotator] for layer in desk.project.layers()}
    assert layers == {"سلمى", "gold", "أمل"}
    assert desk.project.layer(desk.project.documents()[0].id, GOLD)
    for name in ("all", " "):
        with pytest.raises(TawsimError, match="is no name for an annotator"):
            desk.bring_records(line, annotator=name)


def test_an_import_is_one_step_that_undo_takes_back(desk: Desk) -> None:
    before = content(desk.project)
    desk.bring_records(record(TEXT, (4, 7, "PERS"), annotator="سلمى"), record("ب", name="b"))
    after = content(desk.project)
    entry = desk.session.undo()
    assert entry is not None
    assert (entry.step.title, entry.step.detail) == ("import", "2")
    assert not desk.project.documents()
    assert content(desk.project)["documents"] == before["documents"]
    desk.session.redo()
    assert content(desk.project) == after


def test_read_marks_and_states(desk: Desk) -> None:
    desk.bring_records(
        record(TEXT, name="throughout"),
        record(TEXT, (4, 7, "PERS"), name="partly", read=[[0, 3]], state="done"),
        record(TEXT, (4, 7, "PERS"), name="silent"),
        {"name": "bare", "text": TEXT, "annotator": "أمل", "read": []},
    )
    layers = {desk.project.document(layer.document).name: layer for layer in desk.project.layers()}
    assert {name: (layer.state, layer.read) for name, layer in layers.items()} == {
        "partly": (State.DONE, ((0, 3),)),
        "silent": (State.IN_PROGRESS, ((0, 13),)),
        "bare": (State.IN_PROGRESS, ()),
    }
    desk.bring_records(record(TEXT, (8, 13, "GPE"), name="partly", read=[[3, 7]], state="in_progress"))
    layer = desk.project.layer(layers["partly"].document, layers["partly"].annotator)
    assert layer is not None
    assert (layer.state, layer.read) == (State.DONE, ((0, 7),))


def test_a_locked_layer_is_left_alone_and_nothing_comes_in(desk: Desk) -> None:
    desk.bring_records(record(TEXT, (4, 7, "PERS"), state="locked"))
    with pytest.raises(EditRefused, match="locked"):
        desk.bring_records(record("ب", name="new"), record(TEXT, (8, 13, "GPE")))
    assert names(desk) == ["d"]
    before = content(desk.project)
    assert said(desk.bring_records(record(TEXT, (4, 7, "PERS")))) == ["already there"]
    assert content(desk.project) == before


def test_labels_that_are_no_ids_are_mapped_and_said(desk: Desk) -> None:
    report = desk.bring_records(record(TEXT, (0, 3, "حدث"), (4, 7, "شخص مهم"), (8, 13, "شخصٌ مهم"), (8, 11, "a|b")))
    assert desk.surfaces() == [
        ("EVENT", "زار"),
        ("shkhs_mhm", "علي"),
        ("shkhs_mhm_2", "القدس"),
        ("a_b", "الق"),
    ]
    assert said(report) == [
        "label 'حدث' is 'EVENT' here",
        "label 'شخص مهم' is 'shkhs_mhm' here",
        "label 'شخصٌ مهم' is 'shkhs_mhm_2' here",
        "label 'a|b' is 'a_b' here",
    ]


def test_suggestions_come_in_once_and_keep_their_state(desk: Desk) -> None:
    suggestion = {"start": 4, "end": 7, "label": "PERS", "by": "camel", "score": 0.5, "state": "rejected"}
    line = {"name": "d", "text": TEXT, "suggestions": [suggestion]}
    desk.bring_records(line)
    exported = desk.export("jsonl")
    assert '"score":0.5,"state":"rejected"' in exported
    desk.bring_records(line)
    assert desk.export("jsonl") == exported


def test_a_project_that_another_writes_takes_nothing(desk: Desk) -> None:
    second = open_project(desk.folder / "p.tawsim")
    try:
        parsed = parse([desk.file("a.txt", "علي")])
        from annotate.importing import bring_in

        with pytest.raises(ReadOnlyProject):
            bring_in(Session(second), parsed)
    finally:
        second.close()
    assert not desk.project.documents()


def test_a_cancelled_import_leaves_the_project_as_it_was(desk: Desk) -> None:
    paths = [desk.file(f"{number}.txt", f"نص {number}") for number in range(10)]

    def cancel(done: int, total: int) -> None:
        assert total == 10
        if done == 5:
            raise KeyboardInterrupt

    before = content(desk.project)
    with pytest.raises(KeyboardInterrupt):
        desk.bring(*paths, progress=cancel)
    assert content(desk.project) == before


def test_a_thousand_documents_come_in_as_one_step(desk: Desk) -> None:
    desk.bring_records(*(record(f"{TEXT} {number}", (4, 7, "PERS"), name=f"d{number}") for number in range(1000)))
    assert len(desk.project.documents()) == 1000
    assert len(desk.project.journal()) == 1
