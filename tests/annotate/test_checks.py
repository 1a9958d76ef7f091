"""What ``check`` finds in a layer."""

from annotate import labels
from annotate.checks import BORDER, CONSTRAINT, DANGLING, DUPLICATE, LABEL, findings
from annotate.model import Relation, Span

TEXT = "زار مُحمد مدير جامعة بيرزيت "
SET = labels.read(
    """{"id":"t","entities":[{"key":"k1","id":"PERS"},{"id":"ORG"},{"id":"GPE","inside":["ORG"]}],
    "relations":[{"id":"works_for","head":["PERS"],"tail":["ORG"]},{"id":"near","symmetric":true}]}"""
)


def span(id: str, start: int, end: int, label: str, **more: object) -> Span:
    return Span(id=id, document="d", annotator="a", start=start, end=end, label=label, **more)  # type: ignore[arg-type]


def relation(id: str, label: str, head: str, tail: str) -> Relation:
    return Relation(id=id, document="d", annotator="a", label=label, head=head, tail=tail)


def found(spans: list[Span], relations: tuple[Relation, ...] = ()) -> list[tuple[str, str]]:
    return [(finding.record, finding.rule) for finding in findings(TEXT, spans, relations, SET)]


def test_a_clean_layer_has_no_findings() -> None:
    spans = [span("p", 4, 9, "k1"), span("o", 15, 27, "ORG"), span("g", 21, 27, "GPE")]
    assert found(spans, (relation("r", "works_for", "p", "o"), relation("n", "near", "o", "g"))) == []
    assert found([]) == []


def test_labels_that_are_not_in_the_set() -> None:
    spans = [span("p", 4, 9, "PERSON"), span("o", 10, 14, "ORG")]
    assert found(spans, (relation("r", "knows", "p", "o"),)) == [("p", LABEL), ("r", LABEL)]


def test_borders_on_white_space_and_between_a_letter_and_its_mark() -> None:
    spans = [span("a", 3, 9, "k1"), span("b", 4, 5, "k1"), span("c", 21, 28, "ORG"), span("d", 6, 9, "k1")]
    assert found(spans) == [("a", BORDER), ("b", BORDER), ("c", BORDER)]


def test_pieces_are_looked_at_one_by_one() -> None:
    assert found([span("a", 4, 20, "ORG", fragments=((4, 10), (15, 20)))]) == [("a", BORDER)]


def test_spans_and_relations_that_stand_twice() -> None:
    spans = [span("p", 4, 9, "k1"), span("q", 4, 9, "k1"), span("o", 15, 20, "ORG")]
    relations = (
        relation("r1", "works_for", "p", "o"),
        relation("r2", "works_for", "p", "o"),
        relation("n1", "near", "p", "o"),
        relation("n2", "near", "o", "p"),
    )
    assert sorted(found(spans, relations)) == [("n2", DUPLICATE), ("q", DUPLICATE), ("r2", DUPLICATE)]


def test_a_label_in_one_that_it_may_not_stand_in() -> None:
    spans = [span("p", 10, 27, "k1"), span("o", 15, 27, "ORG"), span("g", 21, 27, "GPE"), span("h", 0, 3, "GPE")]
    (finding,) = findings(TEXT, spans, (), SET)
    assert (finding.record, finding.start, finding.end, finding.rule) == ("g", 21, 27, CONSTRAINT)
    assert finding.what == "GPE may not stand inside PERS"


def test_relations_between_labels_that_they_may_not_join_or_without_a_span() -> None:
    spans = [span("p", 4, 9, "k1"), span("o", 15, 20, "ORG")]
    relations = (
        relation("r", "works_for", "o", "p"),
        relation("x", "near", "p", "gone"),
        relation("y", "near", "a", "b"),
    )
    assert sorted(found(spans, relations)) == [("r", CONSTRAINT), ("x", DANGLING), ("y", DANGLING)]
