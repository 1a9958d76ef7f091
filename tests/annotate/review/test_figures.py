"""The figures of the overview, counted in a real project."""

from datetime import datetime

from annotate.edits import Accept, AddSpan, Reject, SetState
from annotate.model import GOLD, State, Suggestion
from annotate.review.fates import Share, by_label
from annotate.review.figures import disagreeing, figures, pair_figures
from annotate.review.report import adjudicate_by_rule
from tests.annotate.review.conftest import Work
from tests.annotate.review.layers import document

LINE = "انضم للأمم ولسوريا وبالقدس ومدرستهم"
MIXED = document(
    LINE,
    {
        "A": [(5, 10, "ORG"), (13, 18, "GPE"), (21, 26, "GPE"), (28, 33, "ORG")],
        "B": [(7, 10, "ORG"), (13, 18, "LOC"), (21, 26, "GPE")],
    },
    {"A": [("located_in", 0, 1)]},
)


def test_states_labels_relations_and_agreement(work: Work) -> None:
    session = work(MIXED, document(LINE, {"A": []}, id="e"))
    session.do(SetState(document="e", annotator="A", state=State.IN_PROGRESS))
    adjudicate_by_rule(session, ["A", "B"], ["agreed"])
    seen: list[tuple[int, int]] = []
    found = figures(session.project, lambda done, total: seen.append((done, total)))
    assert seen == [(0, 2), (1, 2)]
    assert [annotator.id for annotator in found.annotators] == ["A", "B", GOLD]
    assert {state: n for state, n in found.states["A"].items() if n} == {State.DONE: 1, State.IN_PROGRESS: 1}
    assert {state: n for state, n in found.states["B"].items() if n} == {State.DONE: 1, State.TODO: 1}
    assert {state: n for state, n in found.states[""].items() if n} == {State.DONE: 1, State.IN_PROGRESS: 1}
    assert found.labels["A"] == {"ORG": 2, "GPE": 2}
    assert (found.relations["A"], found.relations["B"]) == (1, 0)
    assert [(pair.a, pair.b) for pair in found.pairs] == [("A", "B"), ("A", GOLD), ("B", GOLD)]
    assert found.alpha is not None


def test_spans_count_on_the_day_they_were_made_if_they_stand(work: Work) -> None:
    session = work(document(LINE, {}))
    for start, end in ((7, 10), (13, 18), (21, 26)):
        session.do(AddSpan(document="d", annotator=session.annotator, start=start, end=end, label="ORG"))
    session.undo()
    today = datetime.now().astimezone().date()
    assert figures(session.project).days == {today: {session.annotator: 2}}


def test_what_became_of_suggestions(work: Work) -> None:
    session = work(document(LINE, {}))
    me = session.annotator
    made = [
        Suggestion(document="d", annotator=me, start=start, end=end, label=label, by="places", score=0.9)
        for start, end, label in ((7, 10, "ORG"), (13, 18, "GPE"), (21, 26, "GPE"), (28, 33, "ORG"))
    ]
    session.project.replace_suggestions("d", me, made)
    session.do(Accept(suggestions=tuple(made[:2])))
    session.do(Reject(suggestions=(made[2],)))
    found = figures(session.project)
    assert found.pending == 1
    assert found.suggestions == {("places", "ORG"): Share(1, 1), ("places", "GPE"): Share(1, 2)}
    assert by_label(found.suggestions) == {"ORG": Share(1, 1), "GPE": Share(1, 2)}


def test_behind_the_agreement_of_two_stand_places(work: Work) -> None:
    session = work(MIXED, document(LINE, {"A": []}, id="alone"))
    found = pair_figures(session.project, "A", "B")
    assert (found.documents, found.differences) == ({"d": "d"}, 4)
    (place,) = found.cells["GPE", "LOC"]
    assert (place.document, place.name, place.text) == ("d", "d", "سوريا")
    assert set(found.cells) == {("ORG", "ORG"), ("GPE", "LOC"), ("GPE", "GPE"), ("ORG", None)}


def test_documents_disagree_until_all_is_decided(work: Work) -> None:
    same = {"A": [(21, 26, "GPE")], "B": [(21, 26, "GPE")]}
    alone: dict[str, list[tuple[int, int, str]]] = {"A": [(21, 26, "GPE")]}
    clitic = {"A": [(5, 10, "ORG")], "B": [(7, 10, "ORG")]}
    session = work(
        MIXED, *(document(LINE, spans, id=id) for id, spans in (("same", same), ("alone", alone), ("c", clitic)))
    )
    assert disagreeing(session.project) == {"d", "c"}
    adjudicate_by_rule(session, None, ["agreed", "clitic"])
    assert disagreeing(session.project) == {"d"}
