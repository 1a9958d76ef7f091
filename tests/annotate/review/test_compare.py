"""Comparing: every difference is typed as a person would, and nothing of a layer is lost or shown twice."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.review.compare import Comparison, Item, Kind, RelationItem, SpanItem, compare
from annotate.review.confusion import confusion
from tests.annotate.review.layers import SpanSpec, document

CLITICS = "انضم للأمم ولسوريا وبالقدس ومدرستهم"
TITLE = "مدير جامعة بيرزيت"


def kinds(comparison: Comparison) -> list[tuple[str, int, int]]:
    return [(item.kind.value, item.start, item.end) for item in comparison.items]


def only(comparison: Comparison) -> Item:
    (item,) = comparison.items
    return item


def test_what_all_have_alike_is_agreed() -> None:
    layers = {"A": [(0, 17, "OCC"), (5, 17, "ORG")], "B": [(5, 17, "ORG"), (0, 17, "OCC")]}
    assert kinds(compare(document(TITLE, layers))) == [("agreed", 0, 17), ("agreed", 5, 17)]


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ((7, 10, "ORG"), (5, 10, "ORG"), Kind.CLITIC),
        ((21, 26, "GPE"), (19, 26, "GPE"), Kind.CLITIC),
        ((28, 33, "ORG"), (28, 35, "ORG"), Kind.CLITIC),
        ((7, 10, "ORG"), (7, 18, "ORG"), Kind.BORDER),
        ((7, 10, "ORG"), (7, 10, "NORP"), Kind.LABEL),
        ((7, 10, "ORG"), (5, 10, "NORP"), Kind.LABEL),
    ],
)
def test_two_versions_of_one_span_are_one_difference(first: SpanSpec, second: SpanSpec, kind: Kind) -> None:
    item = only(compare(document(CLITICS, {"A": [first], "B": [second]})))
    assert item.kind is kind
    assert list(item.versions) == ["A", "B"]
    assert (item.start, item.end) == (min(first[0], second[0]), max(first[1], second[1]))


def test_a_span_that_one_did_not_mark_is_missing() -> None:
    item = only(compare(document(TITLE, {"A": [(5, 17, "ORG")], "B": []})))
    assert (item.kind, list(item.versions), item.absent, item.unread) == (Kind.MISSING, ["A"], ("B",), ())


def test_a_span_that_one_has_not_read_says_so() -> None:
    item = only(compare(document(TITLE, {"A": [(5, 17, "ORG")], "B": []}, read={"B": ((0, 4),)})))
    assert (item.kind, item.absent, item.unread) == (Kind.MISSING, (), ("B",))


def test_two_who_agree_where_a_third_has_not_read() -> None:
    span = [(5, 17, "ORG")]
    item = only(compare(document(TITLE, {"A": span, "B": span, "C": []}, read={"C": ()})))
    assert (item.kind, item.unread) == (Kind.AGREED, ("C",))


def test_stacked_labels_are_compared_one_by_one() -> None:
    layers = {"A": [(5, 17, "ORG"), (5, 17, "FAC")], "B": [(5, 17, "FAC")]}
    found = compare(document(TITLE, layers))
    assert {(item.kind, next(iter(item.versions.values())).label) for item in found.spans} == {
        (Kind.AGREED, "FAC"),
        (Kind.MISSING, "ORG"),
    }


def test_nested_spans_are_not_taken_for_versions_of_each_other() -> None:
    layers = {"A": [(0, 17, "OCC")], "B": [(11, 17, "GPE")]}
    assert kinds(compare(document(TITLE, layers))) == [("missing", 0, 17), ("missing", 11, 17)]


def test_the_likest_versions_go_together() -> None:
    """كازاخستان against وكازاخستان, though B's long span would overlap as well."""
    text = "بيروت وكازاخستان"
    layers = {"A": [(7, 16, "GPE")], "B": [(6, 16, "GPE"), (0, 16, "GPE")]}
    assert kinds(compare(document(text, layers))) == [("missing", 0, 16), ("clitic", 6, 16)]


def test_three_versions_are_one_item() -> None:
    layers = {"A": [(0, 17, "OCC")], "B": [(0, 11, "OCC")], "C": [(0, 17, "OCC")], "D": []}
    item = only(compare(document(TITLE, layers)))
    assert (item.kind, list(item.versions), item.absent) == (Kind.BORDER, ["A", "B", "C"], ("D",))


RELATED = [(0, 17, "OCC"), (5, 17, "ORG"), (11, 17, "GPE")]


def relation(a: tuple[str, int, int] | None, b: tuple[str, int, int] | None, **more: tuple[str, ...]) -> RelationItem:
    held = document(TITLE, {"A": RELATED, "B": RELATED}, {"A": [a] if a else [], "B": [b] if b else []})
    (item,) = compare(held, **more).relations
    return item


def test_relations_differ_by_type_by_direction_or_by_missing() -> None:
    works = ("works_for", 0, 1)
    assert relation(works, works).kind is Kind.AGREED
    for other in (("has_title", 0, 1), ("works_for", 1, 0)):
        item = relation(works, other)
        assert (item.kind, list(item.versions)) == (Kind.RELATION, ["A", "B"])
    missing = relation(None, works)
    assert (missing.kind, list(missing.versions), missing.absent) == (Kind.RELATION, ["B"], ("A",))


def test_a_symmetric_relation_has_no_direction() -> None:
    assert relation(("Equiv", 0, 1), ("Equiv", 1, 0), symmetric=("Equiv",)).kind is Kind.AGREED


def test_two_relations_to_one_target_and_two_between_one_pair_stay_apart() -> None:
    a = [("located_in", 0, 2), ("located_in", 1, 2), ("part_of", 1, 2)]
    b = [("located_in", 0, 2), ("part_of", 1, 2)]
    found = compare(document(TITLE, {"A": RELATED, "B": RELATED}, {"A": a, "B": b})).relations
    assert Counter(item.kind for item in found) == {Kind.AGREED: 2, Kind.RELATION: 1}


def test_a_relation_between_versions_that_differ_is_the_same_relation() -> None:
    layers = {"A": [(7, 10, "ORG"), (13, 18, "GPE")], "B": [(5, 10, "ORG"), (12, 18, "GPE")]}
    drawn = {"A": [("located_in", 0, 1)], "B": [("located_in", 0, 1)]}
    found = compare(document(CLITICS, layers, drawn))
    (item,) = found.relations
    assert item.kind is Kind.AGREED
    assert (item.head.kind, item.tail.kind) == (Kind.CLITIC, Kind.CLITIC)


def test_the_confusion_matrix_knows_its_places() -> None:
    layers = {"A": [(7, 10, "ORG"), (13, 18, "GPE"), (21, 26, "GPE")], "B": [(5, 10, "ORG"), (13, 18, "LOC")]}
    found = confusion([compare(document(CLITICS, layers))], "A", "B")
    places = {pair: [(item.start, item.end) for item in items] for pair, items in found.items()}
    assert places == {("ORG", "ORG"): [(5, 10)], ("GPE", "LOC"): [(13, 18)], ("GPE", None): [(21, 26)]}
    unread = confusion([compare(document(CLITICS, layers, read={"B": ((5, 18),)}))], "A", "B")
    assert ("GPE", None) not in unread


LAYER = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 8), st.sampled_from(["PERS", "ORG", "GPE"])).map(
        lambda found: (found[0], found[0] + found[1], found[2])
    ),
    max_size=6,
    unique=True,
)


@given(st.dictionaries(st.sampled_from("ABCD"), LAYER, min_size=2))
def test_every_span_stands_in_exactly_one_item(layers: dict[str, list[SpanSpec]]) -> None:
    held = document("وبالقدس ومدرستهم انضم للأمم ", layers)
    found = compare(held)
    placed = [span.id for item in found.spans for span in item.versions.values()]
    assert sorted(placed) == sorted(span.id for layer in held.layers.values() for span in layer.spans)
    assert len({item.id for item in found.items}) == len(found.items)
    for item in found.spans:
        assert isinstance(item, SpanItem)
        assert {*item.versions, *item.absent} == set(layers)
        assert item.kind is not Kind.AGREED or len({(s.start, s.end, s.label) for s in item.versions.values()}) == 1
