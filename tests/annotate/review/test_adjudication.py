"""Adjudicating in a real project: what becomes gold, what stays open and why, and that all of it can be taken back."""

from collections.abc import Sequence
from contextlib import suppress
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotate.edits import RemoveSpan, SetState
from annotate.errors import EditRefused
from annotate.model import GOLD, Choice, Decision, State
from annotate.review.adjudication import (
    Adjudicate,
    AdjudicateByRule,
    CommentItem,
    Pick,
    Reopen,
    compared,
    repair,
)
from annotate.review.agreement import agreement
from annotate.review.compare import Item, Kind, RelationItem, SpanItem
from annotate.review.everywhere import same_everywhere
from annotate.review.gold import GoldDraft
from annotate.review.layers import DocumentLayers, Mark, read_layers
from annotate.review.rules import Rule
from annotate.session import Session
from tests.annotate.review.conftest import Work, receive
from tests.annotate.review.layers import RelationSpec, SpanSpec, document

LINE = "انضم للأمم ولسوريا وبالقدس ومدرستهم"
AB = ("A", "B")
ABC = ("A", "B", "C")


def draft(session: Session, annotators: Sequence[str] = AB, id: str = "d") -> GoldDraft:
    (layers,) = compared(session.project, annotators, [id])
    return GoldDraft(session.project, layers, tuple(annotators), session.project.label_set())


def gold(session: Session, id: str = "d") -> list[SpanSpec]:
    return [(span.start, span.end, span.label) for span in session.project.spans(id, GOLD)]


def arrows(session: Session, id: str = "d") -> list[tuple[str, SpanSpec, SpanSpec]]:
    at = {span.id: (span.start, span.end, span.label) for span in session.project.spans(id, GOLD)}
    return [(r.label, at[r.head], at[r.tail]) for r in session.project.relations(id, GOLD)]


def waiting(session: Session, annotators: Sequence[str] = AB) -> list[tuple[int, int, str]]:
    return [(item.start, item.end, why) for item, why in draft(session, annotators).open_items()]


def item_at(session: Session, start: int, kind: type[Item] = SpanItem, annotators: Sequence[str] = AB) -> Item:
    found = [i for i in draft(session, annotators).comparison.items if i.start == start and isinstance(i, kind)]
    return found[0]


def take(session: Session, item: Item, choice: str, annotators: Sequence[str] = AB, **more: Mark) -> None:
    pick = Pick(document=item.document, item=item.id, choice=choice, **more)
    session.do(Adjudicate(annotators=tuple(annotators), picks=(pick,)))


def by_rule(session: Session, *rules: Rule, annotators: Sequence[str] = AB) -> None:
    session.do(AdjudicateByRule(annotators=tuple(annotators), rules=rules or (Rule.AGREED,)))


def decisions(session: Session) -> list[tuple[str, str]]:
    return [(decision.choice, decision.rule) for decision in session.project.decisions()]


MIXED = document(
    LINE,
    {
        "A": [(5, 10, "ORG"), (13, 18, "GPE"), (21, 26, "GPE"), (28, 33, "ORG")],
        "B": [(7, 10, "ORG"), (13, 18, "LOC"), (21, 26, "GPE")],
    },
)


def test_g2_identical_layers_become_gold_whole(work: Work) -> None:
    spans = [(7, 10, "ORG"), (13, 18, "GPE")]
    drawn: list[RelationSpec] = [("located_in", 0, 1)]
    session = work(document(LINE, {"A": spans, "B": spans}, {"A": drawn, "B": drawn}))
    by_rule(session)
    assert gold(session) == spans
    assert arrows(session) == [("located_in", spans[0], spans[1])]
    assert waiting(session) == []
    assert decisions(session) == [("A", "agreed")] * 3
    layer = session.project.layer("d", GOLD)
    assert layer is not None
    assert (layer.state, layer.read) == (State.DONE, ((0, len(LINE)),))
    assert GOLD in [annotator.id for annotator in session.project.annotators()]


def test_g3_the_agreed_is_gold_and_the_disputed_is_listed(work: Work) -> None:
    session = work(MIXED)
    before = [session.project.spans("d", annotator) for annotator in AB]
    by_rule(session)
    assert gold(session) == [(21, 26, "GPE")]
    assert waiting(session) == [(5, 10, "clitic"), (13, 18, "label"), (28, 33, "missing")]
    assert [session.project.spans("d", annotator) for annotator in AB] == before
    layer = session.project.layer("d", GOLD)
    assert layer is not None
    assert layer.state is State.IN_PROGRESS


def test_g1_stacked_spans_with_two_labels(work: Work) -> None:
    stacked = [(7, 10, "ORG"), (7, 10, "NORP")]
    session = work(document(LINE, {"A": stacked, "B": list(reversed(stacked))}))
    by_rule(session)
    assert sorted(gold(session)) == sorted(stacked)


def test_gold_counts_as_read_where_nothing_is_open(work: Work) -> None:
    text = "زار أحمد القدس. عاد إلى بيروت. ثم سافر."
    a = [(9, 14, "GPE"), (24, 29, "GPE")]
    session = work(document(text, {"A": a, "B": [(9, 14, "GPE"), (24, 29, "LOC")]}))
    by_rule(session)
    layer = session.project.layer("d", GOLD)
    assert layer is not None
    unsettled = "عاد إلى بيروت."
    assert all(unsettled not in text[start:end] for start, end in layer.read)
    assert "".join(text[start:end] for start, end in layer.read) == text.replace(unsettled, "")
    (pair,) = agreement(read_layers(session.project, ["A", GOLD]), ["A", GOLD]).pairs
    assert (pair.exact.f1, pair.dropped) == (1, 1)
    take(session, item_at(session, 24), "A")
    layer = session.project.layer("d", GOLD)
    assert layer is not None
    assert (layer.state, layer.read) == (State.DONE, ((0, len(text)),))
    session.do(Reopen(annotators=AB, picks=(Pick(document="d", item=item_at(session, 24).id, choice=Choice.OPEN),)))
    layer = session.project.layer("d", GOLD)
    assert layer is not None
    assert (layer.state, len(layer.read)) == (State.IN_PROGRESS, 2)


def test_by_rule_again_decides_nothing_and_writes_nothing(work: Work) -> None:
    session = work(MIXED)
    by_rule(session)
    assert session.do(AdjudicateByRule(annotators=AB)) is None


def test_an_article_in_which_nobody_found_anything_is_gold_too(work: Work) -> None:
    session = work(document(LINE, {"A": [], "B": []}))
    by_rule(session)
    layer = session.project.layer("d", GOLD)
    assert layer is not None
    assert layer.state is State.DONE


def test_a_document_that_one_alone_has_begun_is_left_alone(work: Work) -> None:
    session = work(document(LINE, {"A": [(7, 10, "ORG")]}))
    assert session.do(AdjudicateByRule(annotators=AB)) is None


def test_decisions_one_by_one(work: Work) -> None:
    session = work(MIXED)
    by_rule(session)
    take(session, item_at(session, 5), "B")
    take(session, item_at(session, 13), Choice.EDITED, edited=Mark(12, 18, "GPE", ((12, 18),)))
    take(session, item_at(session, 28), Choice.NONE)
    assert gold(session) == [(7, 10, "ORG"), (12, 18, "GPE"), (21, 26, "GPE")]
    assert waiting(session) == []
    assert sorted(decisions(session)) == [("A", "agreed"), ("B", ""), ("edited", ""), ("none", "")]


def test_g9_none_is_a_decision_and_can_be_taken_back(work: Work) -> None:
    session = work(document(LINE, {"A": [(28, 33, "ORG")], "B": []}))
    take(session, item_at(session, 28), Choice.NONE)
    assert (gold(session), waiting(session)) == ([], [])
    session.undo()
    assert waiting(session) == [(28, 33, "missing")]
    assert session.project.decisions() == []
    session.redo()
    item = item_at(session, 28)
    session.do(Reopen(annotators=AB, picks=(Pick(document="d", item=item.id, choice=Choice.OPEN),)))
    assert waiting(session) == [(28, 33, "missing")]


def test_taking_the_silence_of_one_who_marked_nothing(work: Work) -> None:
    session = work(document(LINE, {"A": [(28, 33, "ORG")], "B": []}))
    take(session, item_at(session, 28), "B")
    assert (gold(session), decisions(session)) == ([], [("B", "")])
    with pytest.raises(EditRefused, match="no version"):
        take(session, item_at(session, 28), "C")


def test_who_decided_what_from_whom_stands_in_the_journal(work: Work) -> None:
    session = work(MIXED)
    by_rule(session)
    take(session, item_at(session, 13), "B")
    by_hand, ruled = session.project.journal(2)
    assert (by_hand.step.title, by_hand.step.author, by_hand.step.detail) == ("adjudicate", session.annotator, "B")
    (decision,) = [change.after for change in by_hand.step.changes if isinstance(change.after, Decision)]
    assert (decision.choice, decision.rule) == ("B", "")
    assert (ruled.step.title, ruled.step.detail) == ("adjudicate_by_rule", "1")


def test_deciding_again_moves_the_gold_span_and_its_relations_stay(work: Work) -> None:
    spans = [(5, 10, "ORG"), (13, 18, "GPE")]
    other = [(7, 10, "ORG"), (13, 18, "GPE")]
    drawn: list[RelationSpec] = [("located_in", 0, 1)]
    session = work(document(LINE, {"A": spans, "B": other}, {"A": drawn, "B": drawn}))
    take(session, item_at(session, 5), "A")
    by_rule(session)
    assert arrows(session) == [("located_in", (5, 10, "ORG"), (13, 18, "GPE"))]
    take(session, item_at(session, 5), "B")
    assert arrows(session) == [("located_in", (7, 10, "ORG"), (13, 18, "GPE"))]
    assert len(gold(session)) == 2


def test_a_relation_waits_for_its_ends_and_one_call_repairs_an_end_not_chosen(work: Work) -> None:
    a = [(7, 10, "ORG"), (13, 18, "GPE")]
    session = work(document(LINE, {"A": a, "B": a[:1]}, {"A": [("located_in", 0, 1)]}))
    by_rule(session)
    assert waiting(session) == [(7, 18, "end_open"), (13, 18, "missing")]
    relation = item_at(session, 7, RelationItem)
    with pytest.raises(EditRefused, match="not decided"):
        take(session, relation, "A")
    take(session, item_at(session, 13), Choice.NONE)
    assert waiting(session) == [(7, 18, "end_not_chosen")]
    with pytest.raises(EditRefused, match="not chosen"):
        take(session, relation, "A")
    now = draft(session)
    found = now.comparison.by_id[relation.id]
    assert isinstance(found, RelationItem)
    session.do(Adjudicate(annotators=AB, picks=repair(now, found, "A")))
    assert arrows(session) == [("located_in", a[0], a[1])]
    assert waiting(session) == []


def test_choosing_none_for_an_end_takes_its_relation_along_and_opens_it(work: Work) -> None:
    spans = [(7, 10, "ORG"), (13, 18, "GPE")]
    drawn: list[RelationSpec] = [("located_in", 0, 1)]
    session = work(document(LINE, {"A": spans, "B": spans}, {"A": drawn, "B": drawn}))
    by_rule(session)
    take(session, item_at(session, 13), Choice.NONE)
    assert arrows(session) == []
    assert waiting(session) == [(7, 18, "end_not_chosen")]
    session.undo()
    assert len(arrows(session)) == 1


def test_two_relations_to_one_target_and_an_edited_one(work: Work) -> None:
    spans = [(7, 10, "ORG"), (13, 18, "GPE"), (21, 26, "GPE")]
    a: list[RelationSpec] = [("located_in", 0, 2), ("part_of", 1, 2)]
    b: list[RelationSpec] = [("located_in", 0, 2), ("part_of", 2, 1)]
    session = work(document(LINE, {"A": spans, "B": spans}, {"A": a, "B": b}))
    by_rule(session)
    assert arrows(session) == [("located_in", spans[0], spans[2])]
    (item,) = [found for found, _ in draft(session).open_items()]
    assert isinstance(item, RelationItem)
    take(session, item, "B")
    assert ("part_of", spans[2], spans[1]) in arrows(session)
    take(session, item, "A")
    assert sorted(arrows(session)) == [("located_in", spans[0], spans[2]), ("part_of", spans[1], spans[2])]
    edited = ("Equiv", item.head.id, item.tail.id)
    session.do(Adjudicate(annotators=AB, picks=(Pick(document="d", item=item.id, choice="edited", edited=edited),)))
    assert sorted(arrows(session)) == [("Equiv", spans[1], spans[2]), ("located_in", spans[0], spans[2])]
    take(session, item, Choice.NONE)
    assert arrows(session) == [("located_in", spans[0], spans[2])]


def test_a_relation_that_the_chosen_labels_do_not_allow_stays_open(work: Work) -> None:
    a = [(7, 10, "ORG"), (13, 18, "GPE")]
    b = [(7, 10, "NORP"), (13, 18, "GPE")]
    drawn: list[RelationSpec] = [("located_in", 0, 1)]
    session = work(document(LINE, {"A": a, "B": b}, {"A": drawn, "B": drawn}))
    take(session, item_at(session, 7), "B")
    by_rule(session)
    assert arrows(session) == []
    with pytest.raises(EditRefused, match="located_in may not go from NORP"):
        take(session, item_at(session, 7, RelationItem), "A")


def test_majority_and_clitic_rules_say_their_name(work: Work) -> None:
    spans = {
        "A": [(5, 10, "ORG"), (13, 18, "GPE"), (21, 26, "GPE")],
        "B": [(7, 10, "ORG"), (13, 18, "GPE")],
        "C": [(7, 10, "ORG"), (13, 18, "LOC")],
    }
    everybody = ("A", "B", "C")
    session = work(document(LINE, spans))
    by_rule(session, Rule.AGREED, Rule.MAJORITY, annotators=everybody)
    assert gold(session) == [(7, 10, "ORG"), (13, 18, "GPE")]
    assert decisions(session) == [("B", "majority"), ("A", "majority"), ("B", "majority")]
    assert waiting(session, everybody) == []


def test_the_clitic_rule_follows_the_project(work: Work) -> None:
    held = document(LINE, {"A": [(5, 10, "ORG"), (28, 33, "ORG")], "B": [(7, 10, "ORG"), (27, 35, "ORG")]})
    stem = work(held)
    by_rule(stem, Rule.CLITIC)
    assert gold(stem) == [(7, 10, "ORG"), (28, 33, "ORG")]
    assert decisions(stem) == [("B", "clitic"), ("A", "clitic")]
    word = work(held)
    word.project.set_setting("clitics", "word")
    by_rule(word, Rule.CLITIC)
    assert gold(word) == [(5, 10, "ORG"), (27, 35, "ORG")]


def test_what_was_decided_by_hand_is_not_decided_again_by_rule(work: Work) -> None:
    span = [(7, 10, "ORG")]
    session = work(document(LINE, {"A": span, "B": span}))
    take(session, item_at(session, 7), Choice.NONE)
    by_rule(session)
    assert (gold(session), decisions(session)) == ([], [("none", "")])


def test_everywhere_at_once_is_one_step(work: Work) -> None:
    spans: dict[str, list[SpanSpec]] = {"A": [(0, 6, "GPE")], "B": [(1, 6, "GPE")]}
    texts = {"d": "وسوريا ثم", "e": "وَسوريا", "f": "وسوريا", "g": "وسوريا"}
    shifted: dict[str, list[SpanSpec]] = {"A": [(0, 7, "GPE")], "B": [(2, 7, "GPE")]}
    turned = {"A": spans["B"], "B": spans["A"]}
    layers = {"d": spans, "e": shifted, "f": spans, "g": turned}
    session = work(*(document(texts[id], layers[id], id=id) for id in texts))
    drafts = {id: draft(session, id=id) for id in texts}
    like = drafts["d"].comparison
    found = list(same_everywhere([d.comparison for d in drafts.values()], like, like.items[0]))
    assert [comparison.document.id for comparison, _ in found] == ["d", "e", "f"]
    picks = tuple(Pick(document=item.document, item=item.id, choice="B") for _, item in found)
    session.do(Adjudicate(annotators=AB, picks=picks))
    assert [len(gold(session, id)) for id in texts] == [1, 1, 1, 0]
    session.undo()
    assert [len(gold(session, id)) for id in texts] == [0, 0, 0, 0]


def test_a_version_that_changed_is_another_question(work: Work) -> None:
    session = work(document(LINE, {"A": [(5, 10, "ORG")], "B": [(7, 10, "ORG")]}))
    old = item_at(session, 5)
    take(session, old, "A")
    receive(session, document(LINE, {"A": [(5, 9, "ORG")], "B": [(7, 10, "ORG")]}))
    assert waiting(session) == [(5, 10, "border")]
    with pytest.raises(EditRefused, match="compare again"):
        take(session, old, "B")
    take(session, item_at(session, 5), "B")
    assert gold(session) == [(7, 10, "ORG")], "the gold span of the old question gives way to the new"
    assert decisions(session) == [("B", "")]


def test_another_colleague_asks_the_same_question_again_only_with_another_version(work: Work) -> None:
    held = document(LINE, {"A": [(7, 10, "ORG")], "B": [(7, 10, "ORG")], "C": [(7, 10, "ORG")], "D": [(7, 10, "NORP")]})
    session = work(held)
    by_rule(session)
    assert waiting(session, ("A", "B", "C")) == []
    assert waiting(session, ("A", "B", "D")) == [(7, 10, "label")]


def test_a_nested_span_of_another_comparison_stays_gold(work: Work) -> None:
    held = document(
        LINE, {"A": [(5, 18, "ORG")], "B": [(5, 10, "ORG")], "C": [(13, 18, "ORG")], "D": [(13, 18, "ORG")]}
    )
    session = work(held)
    by_rule(session, annotators=("C", "D"))
    take(session, item_at(session, 5), "A")
    assert gold(session) == [(5, 18, "ORG"), (13, 18, "ORG")]


def test_a_gold_span_removed_by_hand_is_open_again(work: Work) -> None:
    span = [(7, 10, "ORG")]
    session = work(document(LINE, {"A": span, "B": span}))
    by_rule(session)
    session.do(RemoveSpan(span=session.project.spans("d", GOLD)[0].id))
    assert waiting(session) == [(7, 10, "gold_removed")]
    take(session, item_at(session, 7), "A")
    assert gold(session) == span


def test_gold_that_was_there_before_is_not_doubled(work: Work) -> None:
    held = document(LINE, {"A": [(7, 10, "ORG")], "B": [(7, 10, "ORG")], GOLD: [(7, 10, "ORG"), (13, 18, "GPE")]})
    session = work(held)
    by_rule(session)
    assert gold(session) == [(7, 10, "ORG"), (13, 18, "GPE")]


def test_two_questions_with_one_answer_share_the_gold_span(work: Work) -> None:
    """A marks ORG and FAC on different borders, B one of each: both edited to the same span."""
    session = work(document(LINE, {"A": [(5, 10, "ORG"), (7, 10, "FAC")], "B": [(7, 10, "ORG")]}))
    first, second = draft(session).comparison.spans
    same = Mark(7, 10, "FAC", ((7, 10),))
    take(session, first, Choice.EDITED, edited=same)
    take(session, second, "A")
    assert gold(session) == [(7, 10, "FAC")]
    take(session, first, "A")
    assert sorted(gold(session)) == [(5, 10, "ORG"), (7, 10, "FAC")]


def test_a_decision_that_equals_other_gold_joins_it_with_its_relations(work: Work) -> None:
    spans = [(5, 10, "ORG"), (13, 18, "GPE")]
    drawn: list[RelationSpec] = [("located_in", 0, 1)]
    held = document(
        LINE, {"A": spans, "B": spans, "C": [(5, 10, "ORG")], "D": [(7, 10, "FAC")]}, {"A": drawn, "B": drawn}
    )
    session = work(held)
    by_rule(session)
    same = Mark(5, 10, "NORP", ((5, 10),))
    everybody = ("A", "C", "D")
    take(session, item_at(session, 5, annotators=everybody), "D", everybody)
    take(session, item_at(session, 5), Choice.EDITED, edited=Mark(7, 10, "FAC", ((7, 10),)))
    assert gold(session) == [(7, 10, "FAC"), (13, 18, "GPE")]
    assert arrows(session) == [("located_in", (7, 10, "FAC"), (13, 18, "GPE"))]
    take(session, item_at(session, 5), Choice.EDITED, edited=same)
    assert (5, 10, "NORP") in gold(session)


def test_gold_made_by_hand_is_joined_not_doubled(work: Work) -> None:
    spans = [(5, 10, "ORG"), (13, 18, "GPE"), (21, 26, "GPE")]
    drawn: list[RelationSpec] = [("located_in", 0, 1), ("located_in", 0, 2)]
    other = [(7, 10, "ORG"), *spans[1:]]
    by_hand: dict[str, list[SpanSpec]] = {GOLD: [(7, 10, "FAC"), (13, 18, "GPE")]}
    session = work(
        document(LINE, {"A": spans, "B": other, **by_hand}, {"A": drawn, "B": drawn, GOLD: [("located_in", 0, 1)]})
    )
    take(session, item_at(session, 5), "A")
    by_rule(session)
    assert len(arrows(session)) == 3
    take(session, item_at(session, 5), Choice.EDITED, edited=Mark(7, 10, "FAC", ((7, 10),)))
    joined = (7, 10, "FAC")
    assert gold(session) == [joined, *spans[1:]]
    assert sorted(arrows(session)) == [("located_in", joined, spans[1]), ("located_in", joined, spans[2])]
    # Its decision fell with its span; the same relation, drawn by hand, is taken for it.
    assert waiting(session) == [(5, 18, "agreed")]
    by_rule(session)
    assert len(arrows(session)) == 2
    assert waiting(session) == []


def test_a_relation_of_two_ends_that_became_one_span_is_refused(work: Work) -> None:
    spans = [(5, 10, "ORG"), (7, 10, "FAC")]
    session = work(document(LINE, {"A": spans, "B": spans}, {"A": [("Equiv", 0, 1)], "B": [("Equiv", 0, 1)]}))
    take(session, item_at(session, 7), "A")
    take(session, item_at(session, 5), Choice.EDITED, edited=Mark(7, 10, "FAC", ((7, 10),)))
    with pytest.raises(EditRefused, match="two spans"):
        take(session, item_at(session, 5, RelationItem), "A")


def test_a_relation_decided_when_the_question_was_another_gives_way(work: Work) -> None:
    spans = [(7, 10, "ORG"), (13, 18, "GPE")]
    layers: dict[str, list[SpanSpec]] = {"A": spans, "B": spans}
    session = work(document(LINE, layers, {"A": [("located_in", 0, 1)], "B": [("part_of", 0, 1)]}))
    by_rule(session)
    take(session, item_at(session, 7, RelationItem), "A")
    receive(session, document(LINE, layers, {"A": [("part_of", 1, 0)], "B": [("part_of", 0, 1)]}))
    take(session, item_at(session, 7, RelationItem), "B")
    assert arrows(session) == [("part_of", spans[0], spans[1])]


def test_a_relation_edited_into_one_that_is_gold_already_is_that_one(work: Work) -> None:
    spans = [(7, 10, "ORG"), (13, 18, "GPE")]
    drawn: list[RelationSpec] = [("located_in", 0, 1)]
    more: list[RelationSpec] = [*drawn, ("part_of", 0, 1)]
    session = work(document(LINE, {"A": spans, "B": spans}, {"A": more, "B": drawn}))
    by_rule(session)
    ((item, _),) = draft(session).open_items()
    assert isinstance(item, RelationItem)
    edited = ("located_in", item.head.id, item.tail.id)
    session.do(Adjudicate(annotators=AB, picks=(Pick(document="d", item=item.id, choice="edited", edited=edited),)))
    assert (len(arrows(session)), waiting(session)) == (1, [])
    take(session, item, "A")
    assert len(arrows(session)) == 2


def test_reopening_takes_a_relation_back(work: Work) -> None:
    spans = [(7, 10, "ORG"), (13, 18, "GPE")]
    drawn: list[RelationSpec] = [("located_in", 0, 1)]
    session = work(document(LINE, {"A": spans, "B": spans}, {"A": drawn, "B": drawn}))
    by_rule(session)
    item = item_at(session, 7, RelationItem)
    session.do(Reopen(annotators=AB, picks=(Pick(document="d", item=item.id, choice=Choice.OPEN),)))
    assert arrows(session) == []
    assert waiting(session) == [(7, 18, "agreed")]
    session.do(Reopen(annotators=AB, picks=(Pick(document="d", item=item_at(session, 7).id, choice=Choice.OPEN),)))
    assert waiting(session) == [(7, 10, "agreed"), (7, 18, "end_open")]


def test_a_document_without_the_layers_cannot_be_decided(work: Work) -> None:
    session = work(MIXED)
    with pytest.raises(EditRefused, match="compare again"):
        session.do(Adjudicate(annotators=("X", "Y"), picks=(Pick(document="d", item="x", choice="X"),)))


def test_everywhere_holds_for_relations_too(work: Work) -> None:
    spans = [(7, 10, "ORG"), (13, 18, "GPE")]
    layers: dict[str, list[SpanSpec]] = {"A": spans, "B": spans}
    drawn: dict[str, list[RelationSpec]] = {"A": [("located_in", 0, 1)], "B": [("works_for", 1, 0)]}
    other: dict[str, list[RelationSpec]] = {"A": [("located_in", 0, 1)], "B": [("works_for", 0, 1)]}
    all_drawn = {"d": drawn, "e": drawn, "f": other}
    session = work(*(document(LINE, layers, all_drawn[id], id=id) for id in all_drawn))
    comparisons = [draft(session, id=id).comparison for id in all_drawn]
    found = same_everywhere(comparisons, comparisons[0], comparisons[0].relations[0])
    assert [comparison.document.id for comparison, _ in found] == ["d", "e"]


PLACES = st.lists(
    st.tuples(st.integers(0, 3), st.integers(1, 3), st.sampled_from(["PERS", "GPE"])).map(
        lambda found: (found[0], found[0] + found[1], found[2])
    ),
    max_size=4,
    unique=True,
)


def test_any_decisions_leave_a_sound_gold_layer_and_can_all_be_undone(work: Work) -> None:
    session = work()
    numbers = count()

    @given(st.data())
    @settings(max_examples=40, deadline=None)
    def run(data: st.DataObject) -> None:
        id = f"d{next(numbers)}"
        layers = {who: data.draw(PLACES) for who in "ABC"}
        drawn: dict[str, list[RelationSpec]] = {
            who: [("Equiv", n, n + 1) for n in range(len(spans) - 1)] for who, spans in layers.items()
        }
        receive(session, document("وبيروت", layers, drawn, id=id))
        steps = _decide_at_random(session, id, data)
        now = draft(session, ABC, id)
        marks = gold(session, id)
        assert len(set(marks)) == len(marks)
        assert len(arrows(session, id)) == len(session.project.relations(id, GOLD))
        open_ids = {item.id for item, _ in now.open_items()}
        decided = {decision.id for decision in session.project.decisions(id)}
        assert open_ids | decided >= set(now.comparison.by_id)
        assert not open_ids & decided
        for _ in range(steps):
            session.undo()
        assert (gold(session, id), session.project.decisions(id), session.project.layer(id, GOLD)) == ([], [], None)

    run()


def _decide_at_random(session: Session, id: str, data: st.DataObject) -> int:
    steps = 0
    for _ in range(data.draw(st.integers(1, 6))):
        items = draft(session, ABC, id).comparison.items
        if items:
            item = data.draw(st.sampled_from(items))
            choice = data.draw(st.sampled_from([*item.versions, *item.absent, Choice.NONE]))
            pick = Pick(document=id, item=item.id, choice=choice)
            with suppress(EditRefused):  # a relation whose ends are not there
                steps += session.do(Adjudicate(annotators=ABC, picks=(pick,))) is not None
    return steps


def test_a_comment_is_no_decision(work: Work) -> None:
    session = work(MIXED)
    item = item_at(session, 13)
    session.do(CommentItem(annotators=AB, document="d", item=item.id, comment="سوريا بلد"))
    assert [d.comment for d in session.project.decisions()] == ["سوريا بلد"]
    assert (13, 18, "label") in waiting(session)
    take(session, item, "A")
    (decision,) = session.project.decisions()
    assert (decision.choice, decision.comment) == ("A", "سوريا بلد")
    session.do(Reopen(annotators=AB, picks=(Pick(document="d", item=item.id, choice=Choice.OPEN),)))
    assert [(d.choice, d.comment) for d in session.project.decisions()] == [("open", "سوريا بلد")]
    session.do(CommentItem(annotators=AB, document="d", item=item.id, comment=""))
    assert session.project.decisions() == []


def test_a_border_outside_the_text_and_a_locked_gold_are_refused(work: Work) -> None:
    session = work(MIXED)
    with pytest.raises(EditRefused, match="no stretch"):
        take(session, item_at(session, 13), Choice.EDITED, edited=Mark(13, 99, "GPE", ((13, 99),)))
    session.do(SetState(document="d", annotator=GOLD, state=State.LOCKED))
    with pytest.raises(EditRefused, match="locked"):
        by_rule(session)


def test_unread_text_waits(work: Work) -> None:
    held: DocumentLayers = document(LINE, {"A": [(7, 10, "ORG")], "B": []}, read={"B": ((0, 4),)})
    session = work(held)
    by_rule(session, *Rule)
    assert waiting(session) == [(7, 10, "unread")]
    assert item_at(session, 7).kind is Kind.MISSING
