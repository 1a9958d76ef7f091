"""What ``agree`` and ``adjudicate`` print of a real project."""

import json
from dataclasses import replace

import pytest

from annotate.changes import Change, Step
from annotate.errors import TawsimError
from annotate.model import GOLD, Annotator
from annotate.review.report import REASONS, adjudicate_by_rule, agreement_report, annotators_named
from tests.annotate.review.conftest import Work
from tests.annotate.review.layers import document

LINE = "انضم للأمم ولسوريا وبالقدس ومدرستهم"
MIXED = document(
    LINE,
    {
        "A": [(5, 10, "ORG"), (13, 18, "GPE"), (21, 26, "GPE"), (28, 33, "ORG")],
        "B": [(7, 10, "ORG"), (13, 18, "LOC"), (21, 26, "GPE")],
    },
    {"A": [("located_in", 0, 1)], "B": [("located_in", 1, 0)]},
)


def test_agree_has_the_keys_of_the_command_line(work: Work) -> None:
    session = work(MIXED)
    found = agreement_report(session.project, ["B", "A"])
    (pair,) = found["pairs"]
    assert (pair["a"], pair["b"], pair["documents"], pair["dropped"]) == ("B", "A", 1, 0)
    assert pair["spans"]["exact"] == {
        "precision": 0.25,
        "recall": pytest.approx(1 / 3),
        "f1": pytest.approx(2 / 7),
        "n": 7,
    }
    assert set(pair["spans"]) == {"exact", "relaxed", "clitic", "label_free"}
    assert pair["relations"] == {"f1": 0.0, "n": 2, "kappa_shared": None, "n_shared": 0}
    assert set(pair["kappa_labels"]) == {"ORG", "GPE", "LOC"}
    assert found["alpha"] is not None
    json.dumps(found, allow_nan=False)


def test_agree_takes_all_but_gold_unless_named(work: Work) -> None:
    session = work(MIXED)
    adjudicate_by_rule(session, None, ["agreed"])
    assert [(p["a"], p["b"]) for p in agreement_report(session.project)["pairs"]] == [("A", "B")]
    assert [(p["a"], p["b"]) for p in agreement_report(session.project, ["A", GOLD])["pairs"]] == [("A", GOLD)]


def test_adjudicate_counts_what_it_decided_and_lists_the_rest(work: Work) -> None:
    session = work(MIXED, document(LINE, {"A": [(21, 26, "GPE")]}, id="alone"))
    found = adjudicate_by_rule(session, ["A", "B"], ["agreed"])
    assert found["decided"] == {"spans": 1, "relations": 0}
    whys = [(item["document"], item["start"], item["end"], item["why"]) for item in found["open"]]
    assert whys == [
        ("d", 5, 10, REASONS["clitic"]),
        ("d", 5, 18, REASONS["end_open"]),
        ("d", 13, 18, REASONS["label"]),
        ("d", 28, 33, REASONS["missing"]),
        ("alone", 0, len(LINE), REASONS["one_annotator"]),
    ]
    assert [item["what"] for item in found["open"]] == [
        "ORG للأمم | ORG أمم",
        "located_in: للأمم → سوريا | located_in: سوريا → للأمم",
        "GPE سوريا | LOC سوريا",
        "ORG مدرست",
        "document",
    ]
    assert adjudicate_by_rule(session, ["A", "B"], ["agreed"])["decided"] == {"spans": 0, "relations": 0}


@pytest.mark.parametrize(
    ("names", "rules", "message"),
    [
        (["A", "B"], ["best"], "unknown rule 'best': agreed, majority, clitic"),
        (["A"], ["agreed"], "two annotators or more"),
        (["A", "Z"], ["agreed"], "no annotator 'Z' in this project: "),
        (["A", "A"], ["agreed"], "named twice"),
    ],
)
def test_wrong_words_are_told_in_one_line(work: Work, names: list[str], rules: list[str], message: str) -> None:
    session = work(MIXED)
    with pytest.raises(TawsimError, match=message):
        adjudicate_by_rule(session, names, rules)


def test_two_people_of_one_name_are_told_apart(work: Work) -> None:
    session = work(MIXED)
    (before,) = [annotator for annotator in session.project.annotators() if annotator.id == "B"]
    assert isinstance(before, Annotator)
    session.project.write(Step("rename_annotator", "lead", (Change(before, replace(before, name="A")),)))
    found = annotators_named(session.project, ["A", "A (2)"])
    assert [annotator.id for annotator in found] == ["A", "B"]
