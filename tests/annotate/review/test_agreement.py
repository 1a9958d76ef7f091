"""Agreement: the examples of the specification, other libraries on the same data, and the speed it must have."""

import subprocess
import sys
import time
from collections.abc import Hashable
from dataclasses import replace
from random import Random

import krippendorff
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from seqeval.metrics import f1_score
from seqeval.scheme import IOB2, Entities
from sklearn.metrics import cohen_kappa_score

from annotate.review.agreement import Agreement, PairAgreement, agreement, exact_agreement, token_alpha
from annotate.review.coefficients import Ratio, alpha, kappa
from annotate.review.layers import DocumentLayers
from tests.annotate.review.layers import document

E1 = "التقى أحمد سعيد وزير الخارجية في بيروت وكازاخستان"


def pair(*documents: DocumentLayers, symmetric: tuple[str, ...] = ()) -> PairAgreement:
    (found,) = agreement(documents, ["A", "B"], symmetric).pairs
    return found


def test_e1_one_article_line() -> None:
    found = pair(
        document(
            E1,
            {
                "A": [(6, 15, "PERS"), (16, 29, "OCC"), (33, 38, "GPE"), (40, 49, "GPE")],
                "B": [(6, 10, "PERS"), (16, 29, "OCC"), (33, 38, "LOC"), (39, 49, "GPE")],
            },
        )
    )
    assert found.exact == Ratio(1, 4, 4)
    assert (found.exact.precision, found.exact.recall, found.exact.f1, found.exact.n) == (0.25, 0.25, 0.25, 8)
    assert (found.relaxed.f1, found.label_free.f1, found.clitic.f1) == (0.75, 0.5, 0.5)
    assert found.kappa_labels == pytest.approx({"GPE": 0.6, "LOC": 0, "OCC": 1, "PERS": 0.6})
    assert found.kappa == pytest.approx(49 / 73)
    assert (found.documents, found.dropped) == (1, 0)
    assert found.by_label == {
        "GPE": Ratio(0, 2, 1),
        "LOC": Ratio(0, 0, 1),
        "OCC": Ratio(1, 1, 1),
        "PERS": Ratio(0, 1, 1),
    }
    assert found.by_document == {"d": Ratio(1, 4, 4)}


def test_e2_nested() -> None:
    outer = [(0, 17, "OCC"), (5, 17, "ORG")]
    found = pair(document("مدير جامعة بيرزيت", {"A": [*outer, (11, 17, "GPE")], "B": outer}))
    assert (found.exact.precision, found.exact.recall, found.exact.n) == (1, 2 / 3, 5)
    assert found.exact.f1 == pytest.approx(0.8)
    assert found.kappa_labels == {"GPE": 0, "ORG": 1, "OCC": None}
    assert found.kappa == pytest.approx(10 / 13)


def test_e3_one_long_span_over_two_is_one_match() -> None:
    found = pair(document("زار أحمد وسعيد", {"A": [(4, 8, "PERS"), (10, 14, "PERS")], "B": [(4, 14, "PERS")]}))
    assert found.exact.matched == 0
    assert found.clitic.matched == 0
    assert (found.relaxed.precision, found.relaxed.recall) == (1, 0.5)
    assert found.relaxed.f1 == pytest.approx(2 / 3)
    assert found.kappa_labels == {"PERS": 1}


def test_e4_clitics() -> None:
    found = pair(
        document(
            "انضم للأمم ولسوريا وبالقدس ومدرستهم",
            {
                "A": [(7, 10, "ORG"), (13, 18, "GPE"), (21, 26, "GPE"), (28, 33, "ORG")],
                "B": [(5, 10, "ORG"), (12, 18, "GPE"), (19, 26, "GPE"), (28, 35, "ORG")],
            },
        )
    )
    assert (found.exact.f1, found.relaxed.f1, found.label_free.f1, found.clitic.f1) == (0, 1, 0, 1)
    assert found.exact.n == 8


def test_e4_a_letter_that_is_no_clitic() -> None:
    found = pair(document("لبيروت", {"A": [(2, 6, "GPE")], "B": [(0, 6, "GPE")]}))
    assert (found.clitic.matched, found.relaxed.matched) == (0, 1)


def test_e5_what_is_not_defined_is_none() -> None:
    both_empty = pair(document("وصل القطار", {"A": [], "B": []}))
    assert (both_empty.exact.precision, both_empty.exact.recall, both_empty.exact.f1) == (None, None, None)
    assert (both_empty.exact.n, both_empty.kappa, both_empty.documents) == (0, None, 1)

    one_empty = pair(document("وصل القطار", {"A": [(4, 10, "PRODUCT")], "B": []}))
    assert (one_empty.exact.precision, one_empty.exact.recall, one_empty.exact.f1) == (None, 0, 0)
    assert (one_empty.exact.n, one_empty.kappa) == (1, 0)

    all_labelled = pair(document("القدس", {"A": [(0, 5, "GPE")], "B": [(0, 5, "GPE")]}))
    assert (all_labelled.exact.f1, all_labelled.kappa) == (1, None)
    assert (all_labelled.relations.f1, all_labelled.relation_kappa, all_labelled.relation_pairs) == (None, None, 0)


E6 = {"A": "O PERS PERS O GPE O", "B": "O PERS O O GPE O", "C": "O PERS PERS O"}


def _labelled(row: str) -> list[tuple[int, int, str]]:
    return [(2 * n, 2 * n + 1, label) for n, label in enumerate(row.split(" ")) if label != "O"]


def test_e6_alpha_with_missing_values() -> None:
    words = "ا ب ج د ه و"
    layers = {annotator: _labelled(row) for annotator, row in E6.items()}
    held = document(words, layers, read={"C": ((0, 7),)})
    assert agreement([held], ["A", "B", "C"]).alpha == pytest.approx(58 / 73)
    nothing = document(words, {"A": [], "B": [], "C": []})
    assert agreement([nothing], ["A", "B", "C"]).alpha is None
    apart = document(words, {"A": [(0, 1, "PERS")], "B": []}, read={"A": ((0, 3),), "B": ((4, 11),)})
    assert agreement([apart], ["A", "B"]).alpha is None


def test_e7_relations() -> None:
    spans = [(0, 1, "PERS"), (2, 3, "PERS"), (4, 5, "ORG"), (6, 7, "ORG"), (8, 9, "GPE")]
    p1, p2, o1, o2, g1 = range(5)
    held = document(
        "ا ب ج د ه",
        {"A": spans, "B": spans},
        {
            "A": [("works_for", p1, o1), ("located_in", o1, g1), ("located_in", o2, g1), ("works_for", p2, o1)],
            "B": [("works_for", p1, o1), ("part_of", o1, g1), ("located_in", g1, o2)],
        },
    )
    found = pair(held)
    assert found.relations == Ratio(1, 4, 3)
    assert found.relations.f1 == pytest.approx(2 / 7)
    assert found.relation_pairs == 2
    assert found.relation_kappa == pytest.approx(1 / 3)
    turned = pair(held, symmetric=("located_in",))
    assert turned.relations.matched == 2


def test_e7_kappa_of_five_shared_pairs() -> None:
    table: dict[tuple[Hashable, Hashable], int] = {("w", "w"): 2, ("l", "l"): 1, ("l", "p"): 1, ("p", "p"): 1}
    assert kappa(table) == pytest.approx(12 / 17)


def test_g1_stacked_labels_agree_wholly() -> None:
    stacked = [(0, 5, "PERS"), (0, 5, "ORG")]
    found = pair(document("القدس في", {"A": stacked, "B": list(reversed(stacked))}))
    assert (found.exact.f1, found.label_free.f1, found.kappa) == (1, 1, 1)


def test_g4_what_only_one_marked_counts() -> None:
    spans = [(2 * n, 2 * n + 1, "GPE") for n in range(100)]
    found = pair(document(" ".join("ا" * 100), {"A": spans, "B": spans[:10]}))
    assert found.exact.f1 == pytest.approx(20 / 110)
    assert found.exact.n == 110
    assert found.kappa == 0


def test_g8_a_document_only_one_has_is_dropped() -> None:
    alone = document(E1, {"A": [(33, 38, "GPE"), (40, 49, "GPE")]}, id="e")
    shared = document(E1, {"A": [(33, 38, "GPE")], "B": [(33, 38, "GPE")]})
    found = pair(shared, alone)
    assert (found.documents, found.dropped, found.exact) == (1, 2, Ratio(1, 1, 1))
    assert found.kappa == 1


def test_unread_text_counts_for_nothing() -> None:
    spans = [(33, 38, "GPE"), (40, 49, "GPE")]
    found = pair(document(E1, {"A": spans, "B": spans[1:]}, read={"B": ((0, 15),)}))
    assert (found.documents, found.exact.n, found.dropped, found.kappa) == (1, 0, 3, None)
    nothing_read = pair(document(E1, {"A": spans, "B": spans}, read={"B": ()}))
    assert (nothing_read.documents, nothing_read.dropped) == (0, 4)


def test_sentences_read_one_after_the_other_are_read_as_one() -> None:
    """A span over a line end lies in read text when both sentences were read."""
    spans = [(0, 12, "LOC")]
    found = pair(document("القدس\nالشريف\n", {"A": spans, "B": spans}, read={"A": ((0, 5), (6, 12))}))
    assert found.exact == Ratio(1, 1, 1)


def test_the_same_span_twice_in_a_layer_counts_once() -> None:
    found = pair(document("القدس", {"A": [(0, 5, "GPE")] * 3, "B": [(0, 5, "GPE")]}))
    assert found.exact == Ratio(1, 1, 1)


def test_discontinuous_spans_are_compared_by_their_pieces() -> None:
    text = "وبيت في لحم هنا"

    def held(*spans: tuple[tuple[int, int], ...]) -> DocumentLayers:
        whole = document(text, {who: [(p[0][0], p[-1][1], "GPE")] for who, p in zip("AB", spans, strict=True)})
        layers = {}
        for who, pieces in zip("AB", spans, strict=True):
            work = whole.layers[who]
            layers[who] = replace(work, spans=(replace(work.spans[0], fragments=pieces),))
        return DocumentLayers(whole.document, layers)

    same, clitic = ((1, 4), (8, 11)), ((0, 4), (8, 11))
    assert pair(held(same, same)).exact.f1 == 1
    found = pair(held(same, clitic))
    assert (found.exact.f1, found.clitic.f1, found.relaxed.f1) == (0, 1, 1)
    inner = pair(held(same, ((1, 4), (5, 11))))
    assert (inner.clitic.f1, inner.relaxed.f1) == (0, 1)
    between = pair(held(same, ((4, 7), (12, 15))))
    assert between.relaxed.f1 == 0, "the hulls overlap, the pieces do not"


def test_the_exact_figure_of_one_document_is_the_same() -> None:
    for held in _corpus(4, 2, Random(3)):
        (found,) = agreement([held], ["A0", "A1"]).pairs
        assert exact_agreement(held, "A0", "A1") == found.exact


def test_no_annotators_no_figures() -> None:
    assert agreement([document("القدس", {"A": []})], ["A"]) == Agreement(pairs=[], alpha=None)


VALUES = st.lists(
    st.lists(st.sampled_from(["O", "PERS", "GPE", None]), min_size=3, max_size=3), min_size=1, max_size=12
)


@given(VALUES)
@settings(deadline=None)
def test_alpha_equals_krippendorff_and_nltk(rows: list[list[str | None]]) -> None:
    units: dict[tuple[str, ...], int] = {}
    for row in rows:
        key = tuple(value for value in row if value is not None)
        units[key] = units.get(key, 0) + 1
    found = alpha(units)
    pairable = [row for row in rows if sum(value is not None for value in row) > 1]
    if len({value for row in pairable for value in row if value}) < 2:
        assert found is None
        return
    domain = ["O", "PERS", "GPE"]
    counts = np.array([[row.count(value) for value in domain] for row in rows])
    theirs = krippendorff.alpha(value_counts=counts, level_of_measurement="nominal")
    assert found == pytest.approx(theirs)
    task = [(f"c{c}", f"u{u}", value) for u, row in enumerate(pairable) for c, value in enumerate(row) if value]
    assert found == pytest.approx(AnnotationTask(data=task).alpha())


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=30))
@settings(deadline=None)
def test_kappa_equals_scikit_learn_and_nltk(pairs: list[tuple[str, str]]) -> None:
    table: dict[tuple[Hashable, Hashable], int] = {found: pairs.count(found) for found in pairs}
    first, second = zip(*pairs, strict=True)
    found = kappa(table)
    if found is None:
        assert set(first) == set(second)
        assert len(set(first)) == 1
    else:
        assert found == pytest.approx(cohen_kappa_score(first, second))
        task = [(who, n, value) for who, row in (("a", first), ("b", second)) for n, value in enumerate(row)]
        assert found == pytest.approx(AnnotationTask(data=task).kappa())


TAGS = st.lists(st.sampled_from(["O", "B-PERS", "I-PERS", "B-GPE", "I-GPE"]), min_size=1, max_size=12)


@given(st.data())
@settings(deadline=None)
def test_exact_f1_of_flat_spans_equals_seqeval(data: st.DataObject) -> None:
    first = data.draw(TAGS)
    second = data.draw(
        st.lists(st.sampled_from(["O", "B-PERS", "I-PERS", "B-GPE"]), min_size=len(first), max_size=len(first))
    )
    words = " ".join("ا" * len(first))
    spans = {
        who: [(2 * e.start, 2 * e.end - 1, e.tag) for e in Entities([tags], IOB2).entities[0]]
        for who, tags in (("A", first), ("B", second))
    }
    found = pair(document(words, spans)).exact
    theirs = f1_score([first], [second], mode="strict", scheme=IOB2, zero_division=0)
    assert (found.f1 or 0) == pytest.approx(theirs)


def test_alpha_of_layers_equals_nltk() -> None:
    documents = _corpus(3, 4, Random(7))
    names = ["A0", "A1", "A2", "A3"]
    rows = []
    for held in documents:
        for number, (start, end) in enumerate(held.tokens):
            for name in names:
                labels = sorted({s.label for s in held.layers[name].spans if s.start < end and start < s.end})
                rows.append((name, f"{held.document.id}-{number}", "|".join(labels) or "O"))
    theirs = pytest.approx(AnnotationTask(data=rows).alpha())
    assert agreement(documents, names).alpha == theirs
    assert token_alpha(documents, names) == theirs


def _corpus(documents: int, annotators: int, random: Random) -> list[DocumentLayers]:
    """Documents of 500 words; everybody marks nearly the same 60 spans, with other borders here and there."""
    text = " ".join("كلمة" for _ in range(500))
    found = []
    for number in range(documents):
        places = [(random.randrange(490), random.choice(["PERS", "GPE", "ORG", "DATE"])) for _ in range(60)]
        layers = {}
        for annotator in range(annotators):
            layers[f"A{annotator}"] = [
                (5 * word, 5 * (word + random.randint(1, 3)) - 1, label)
                for word, label in places
                if random.random() < 0.9
            ]
        found.append(document(text, layers, id=f"d{number}"))
    return found


def test_two_hundred_documents_of_five_annotators_in_two_seconds() -> None:
    documents = _corpus(200, 5, Random(1))
    start = time.process_time()  # CPU time: other tests run beside this one
    found = agreement(documents, [f"A{n}" for n in range(5)])
    assert time.process_time() - start < (2 if sys.gettrace() is None else 20)  # measuring coverage takes its time
    assert len(found.pairs) == 10
    assert found.alpha is not None


def test_comparing_does_not_pay_for_scipy() -> None:
    code = "import sys, annotate.review.agreement; assert not {'scipy', 'numpy'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
