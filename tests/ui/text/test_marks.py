"""Boxes nest, tags and arcs do not cover one another, heads point at their targets."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotate.labels import LabelSet
from ui.text.content import Content, key_of
from ui.text.marks import LineMarks, Tag
from ui.text.page import LaidBlock, Page
from ui.text.style import LabelLooks, Metrics, TextStyle
from ui.theme import theme

from .conftest import Marked

LINE = "اجتمع مدير جامعة بيرزيت مع رئيس الوزراء في مدينة رام الله يوم الأحد"


def laid(marked: Marked, wojood: LabelSet, width: float = 728, right_to_left: bool | None = None) -> LaidBlock:
    style = TextStyle(theme("light"))
    content = Content(marked.text, marked.spans, marked.relations, marked.suggestions)
    page = Page(content, LabelLooks(style.theme, wojood, "ar"), Metrics(style), width, right_to_left)
    return page.laid(0)


def tag_of(line: LineMarks, id: str) -> Tag:
    return next(tag for tag in line.tags if key_of(tag.item) == id)


def test_nested_spans_stand_one_inside_the_other(wojood: LabelSet) -> None:
    marked = Marked(LINE)
    outer = marked.span("مدير جامعة بيرزيت", "OCC")
    middle = marked.span("جامعة بيرزيت", "ORG")
    inner = marked.span("بيرزيت", "GPE")
    (line,) = laid(marked, wojood).lines
    boxes = {box.item: box for box in line.boxes}
    assert [boxes[item].level for item in (inner, middle, outer)] == [0, 1, 2]
    assert [box.item for box in line.boxes] == [outer, middle, inner]
    assert boxes[outer].right > boxes[middle].right
    # All three end at the same place: the outer frame still stands outside the inner.
    assert boxes[outer].left < boxes[middle].left < boxes[inner].left
    assert line.up > 0
    assert line.down > 0


def test_crossing_spans_have_different_levels(wojood: LabelSet) -> None:
    marked = Marked(LINE)
    marked.span("مدير جامعة", "OCC")
    marked.span("جامعة بيرزيت مع", "ORG")
    (line,) = laid(marked, wojood).lines
    assert {box.level for box in line.boxes} == {0, 1}


def test_a_line_without_marks_is_a_plain_line(wojood: LabelSet) -> None:
    block = laid(Marked(LINE), wojood)
    assert (block.lines[0].up, block.lines[0].down) == (0, 0)
    assert block.tops == [0]
    assert block.baselines == [24]


def test_a_span_over_a_line_break_is_open_there_and_has_one_tag(wojood: LabelSet) -> None:
    marked = Marked(LINE)
    span = marked.span("مدير جامعة بيرزيت مع رئيس الوزراء في مدينة رام الله", "ORG")
    block = laid(marked, wojood, width=300)
    parts = [box.stretch for line in block.lines for box in line.boxes]
    assert len(parts) > 1
    assert [part.opens for part in parts] == [True] + [False] * (len(parts) - 1)
    assert [part.closes for part in parts] == [False] * (len(parts) - 1) + [True]
    assert [tag.item for line in block.lines for tag in line.tags] == [span]


def test_a_border_inside_a_word_stands_in_the_join(wojood: LabelSet) -> None:
    marked = Marked("سافر وكازاخستان.")
    marked.span("كازاخستان", "GPE")
    (box,) = laid(marked, wojood).lines[0].boxes
    assert (box.pad_left, box.pad_right) == (-0.5, -0.5)
    marked = Marked("سافر كازاخستان أمس")
    marked.span("كازاخستان", "GPE")
    (box,) = laid(marked, wojood).lines[0].boxes
    assert (box.pad_left, box.pad_right) == (1, 1)


@pytest.mark.parametrize("right_to_left", [True, False])
def test_arrow_heads_are_at_the_target(wojood: LabelSet, right_to_left: bool) -> None:
    marked = Marked(LINE)
    one, two = marked.span("مدير", "OCC"), marked.span("رام الله", "GPE")
    marked.relation(one, two)
    marked.relation(two, one)
    (line,) = laid(marked, wojood, right_to_left=right_to_left).lines
    assert len(line.arcs) == 2
    for arc, (head, tail) in zip(
        sorted(line.arcs, key=lambda arc: arc.relations), ((one, two), (two, one)), strict=True
    ):
        start, end = tag_of(line, head.id), tag_of(line, tail.id)
        assert start.left <= arc.x1 <= start.right
        assert end.left <= arc.x2 <= end.right


def test_two_relations_to_one_target_over_a_line_break_both_lead_there(wojood: LabelSet) -> None:
    """Case A9: spans 1, 2, 3, relations 1→2 and 3→2, so narrow that the line breaks between them."""
    marked = Marked(LINE)
    one, two, three = marked.span("مدير", "OCC"), marked.span("الوزراء", "ORG"), marked.span("رام الله", "GPE")
    marked.relation(one, two)
    marked.relation(three, two)
    block = laid(marked, wojood, width=200)
    places = {key_of(tag.item): (number, tag) for number, line in enumerate(block.lines) for tag in line.tags}
    assert len({places[span.id][0] for span in (one, two, three)}) > 1
    drawn = {
        (id, number, arc.tail is not None)
        for number, line in enumerate(block.lines)
        for arc in line.arcs
        for id in arc.relations
    }
    for id in ("r0", "r1"):
        assert (id, places[two.id][0], True) in drawn, "the head is at span 2"
    for number, line in enumerate(block.lines):
        for arc in line.arcs:
            if arc.tail is not None:
                target = places[two.id]
                assert number == target[0]
                assert target[1].left <= arc.x2 <= target[1].right


def test_stubs_leave_towards_where_the_other_end_lies(wojood: LabelSet) -> None:
    marked = Marked(LINE + "\n" + LINE)
    first, last = marked.span("مدير", "OCC"), marked.span("مدير", "OCC", nth=2)
    marked.relation(first, last)
    marked.relation(last, first)
    (line,) = laid(marked, wojood).lines
    assert {arc.head is not None for arc in line.arcs} == {True, False}
    for arc in line.arcs:
        margin = arc.x2 if arc.tail is None else arc.x1
        assert margin < 0, "later text lies to the left in a right-to-left paragraph"


def test_stubs_that_look_alike_are_one(wojood: LabelSet) -> None:
    marked = Marked("\n".join([LINE] * 40))
    head = marked.span("مدير", "OCC")
    for nth in range(2, 40):
        marked.relation(head, marked.span("مدير", "OCC", nth=nth))
    (line,) = laid(marked, wojood).lines
    (arc,) = line.arcs
    assert len(arc.relations) == 38
    assert arc.word.endswith("×38")


RANGES = st.lists(
    st.tuples(st.integers(0, len(LINE) - 2), st.integers(1, 20), st.sampled_from(["GPE", "ORG", "EVENT"])),
    min_size=1,
    max_size=14,
)


@settings(max_examples=60, deadline=None)
@given(RANGES, st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)), max_size=14), st.sampled_from([250, 728]))
def test_tags_and_arc_labels_never_overlap(
    wojood: LabelSet, ranges: list[tuple[int, int, str]], pairs: list[tuple[int, int]], width: int
) -> None:
    marked = Marked(LINE)
    for start, length, label in ranges:
        marked.span(LINE[start : start + length], label, start=start)
    for one, two in pairs:
        if one < len(ranges) and two < len(ranges) and one != two:
            marked.relation(marked.spans[one], marked.spans[two], label=f"علاقة{one}")
    block = laid(marked, wojood, width=width)
    for line in block.lines:
        for one_tag, two_tag in combinations(line.tags, 2):
            if one_tag.row == two_tag.row < 12:
                assert one_tag.right < two_tag.left or two_tag.right < one_tag.left
        for one_arc, two_arc in combinations(line.arcs, 2):
            if one_arc.lane == two_arc.lane < 12:
                assert one_arc.right < two_arc.left or two_arc.right < one_arc.left
        highest = min((arc.y for arc in line.arcs), default=0)
        assert highest - 8 >= -24 - line.up


def test_eighty_relations_in_five_hundred_words(wojood: LabelSet) -> None:
    """Case E8: lanes without overlap of labels, and a line stays lower than a screen."""
    marked = Marked(" ".join([LINE] * 40)[:2400])
    words = [(index, word) for index, word in enumerate(marked.text.split(" ")) if len(word) > 3][:150]
    starts = [len(" ".join(marked.text.split(" ")[:index])) + (1 if index else 0) for index, _ in words]
    spans = [marked.span(word, "ORG", start=start) for (_, word), start in zip(words, starts, strict=True)]
    for number in range(80):
        marked.relation(spans[number], spans[number + 1 + number % 4], label="يشغل")
    block = laid(marked, wojood)
    assert max(line.up for line in block.lines) < 400
    shown = {id for line in block.lines for arc in line.arcs for id in arc.relations}
    assert len(shown) == 80
