"""The page scrolls over text of any length; what is measured later never moves what one reads now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from annotate.changes import Change
from annotate.model import Span, Suggestion, SuggestionState
from ui.text.view import TextView

from .conftest import MakeView, Marked

SENTENCE = "في البداية، أعرب رئيس البلاد عن امتنانه للجانب الكازاخستاني على الترحيب الحار والاهتمام والدعم لعقد أيام. "


def long_text(paragraphs: int) -> Marked:
    marked = Marked("\n".join(SENTENCE * (1 + number % 7) for number in range(paragraphs)))
    start = 0
    while (start := marked.text.find("رئيس", start + 1)) >= 0:
        marked.span("رئيس", "OCC", start=start)
    return marked


def top_line(view: TextView) -> tuple[int, int]:
    """The first character in sight and how far above the edge its line begins."""
    index = view.page.block_at(view.scroll_y)
    laid = view.page.laid(index)
    line = laid.line_at(view.scroll_y - view.page.top(index))
    return laid.start + laid.shaped.starts[line], view.page.top(index) + laid.tops[line] - view.scroll_y


def measured(view: TextView) -> bool:
    return 0 not in view.page.exact


def test_heights_become_exact_in_idle_time_and_the_top_line_stays(make_view: MakeView, qtbot: QtBot) -> None:
    view = make_view(long_text(400), (600, 400))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    before = top_line(view)
    assert not measured(view)
    qtbot.waitUntil(lambda: measured(view), timeout=20_000)
    assert top_line(view) == before
    total = view.page.height
    assert view.verticalScrollBar().maximum() == total - view.viewport().height()


def test_scrolling_up_into_what_was_not_measured_goes_by_what_was_asked(make_view: MakeView) -> None:
    view = make_view(long_text(300), (600, 400))
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for _ in range(60):
        index = view.page.block_at(view.scroll_y + 200)
        y = view.page.top(index) - view.scroll_y
        bar.setValue(bar.value() - 90)
        assert view.page.top(index) - view.scroll_y == y + 90


def test_an_edit_above_leaves_the_top_line_where_it_is(make_view: MakeView) -> None:
    marked = long_text(60)
    view = make_view(marked, (600, 400))
    bar = view.verticalScrollBar()
    for value in range(0, 3000, 150):
        bar.setValue(value)
    before = top_line(view)
    made = Span(id="n", document="d", annotator="a", start=30, end=40, label="GPE")
    view.apply([Change(None, made)])
    assert top_line(view) == before
    view.apply([Change(made, None)])
    assert top_line(view) == before


def test_another_width_or_zoom_keeps_the_text_at_the_top(make_view: MakeView) -> None:
    view = make_view(long_text(80), (700, 400))
    view.verticalScrollBar().setValue(2500)
    position, _ = top_line(view)
    changes: list[Callable[[], object]] = [
        lambda: view.resize(500, 400),
        lambda: view.set_zoom(1.5),
        lambda: view.set_line_spacing(1.3),
    ]
    for change in changes:
        change()
        start, above = top_line(view)
        index = view.page.content.blocks.index(position)
        laid = view.page.laid(index)
        line = laid.shaped.line_of(position - laid.start)
        assert laid.start + laid.shaped.starts[line] == start
        assert above <= 0


def test_picking_out_scrolls_into_sight_and_only_then(make_view: MakeView) -> None:
    marked = long_text(300)
    view = make_view(marked, (600, 400))
    view.selected_span = marked.spans[0].id
    assert view.scroll_y == 0
    for span in (marked.spans[-1], marked.spans[len(marked.spans) // 2], marked.spans[0]):
        view.selected_span = span.id
        rectangle = view.range_rectangle((span.start, span.end))
        assert 0 <= rectangle.center().y() <= view.viewport().height()


def test_search_scrolls_to_the_current_hit(make_view: MakeView) -> None:
    marked = long_text(200)
    view = make_view(marked, (600, 400))
    hits = [(span.start, span.end) for span in marked.spans]
    view.set_search(hits, len(hits) - 1)
    assert 0 <= view.range_rectangle(hits[-1]).center().y() <= 400
    view.set_search(hits, 0)
    assert 0 <= view.range_rectangle(hits[0]).center().y() <= 400


def test_walking_through_spans_and_suggestions(make_view: MakeView) -> None:
    marked = Marked("مدير جامعة بيرزيت في لبنان ثم سوريا")
    outer, inner = marked.span("مدير جامعة بيرزيت", "OCC"), marked.span("جامعة بيرزيت", "ORG")
    one, two = marked.suggestion("لبنان"), marked.suggestion("سوريا")
    view = make_view(marked)
    for expected in (outer, inner, None):
        found = view.next_span()
        assert found == expected
        if found:
            view.selected_span = found.id
    assert view.next_suggestion() == one
    view.current_suggestion = one
    assert view.selected_span is None
    assert view.next_suggestion() == two
    view.current_suggestion = two
    assert view.next_suggestion() is None
    assert view.next_suggestion(backward=True) == one
    decided = replace(two, state=SuggestionState.REJECTED)
    view.apply([Change(two, decided)])
    assert view.current_suggestion is None
    view.current_suggestion = Suggestion(document="d", annotator="a", start=0, end=1, label="GPE", by="x")
    assert view.current_suggestion is None, "what is not shown cannot be current"


def test_what_is_removed_is_let_go(make_view: MakeView) -> None:
    marked = Marked("مدير في لبنان")
    head, tail = marked.span("مدير", "OCC"), marked.span("لبنان", "GPE")
    relation = marked.relation(head, tail)
    view = make_view(marked)
    view.hover(head.id)
    view.selected_relation = relation.id
    assert view.selected_span is None
    view.apply([Change(relation, None)])
    assert view.selected_relation is None
    view.selected_span = head.id
    view.apply([Change(head, None)])
    assert view.selected_span is None
    assert view.overlay.hovered is None


def test_a_new_document_begins_at_its_top_with_nothing_picked_out(make_view: MakeView) -> None:
    marked = long_text(50)
    view = make_view(marked, (600, 400))
    view.selected_span = marked.spans[-1].id
    view.select(500, 600)
    view.set_search([(3, 5)], 0)
    view.set_document("نص آخر")
    assert (view.scroll_y, view.selection()) == (0, (0, 0))
    assert view.selected_span is None
    assert not view.overlay.hits
    assert view.position_at(QPoint(0, 300)) == len("نص آخر")


def test_relation_mode_marks_its_targets_and_scrolls_to_the_chosen(make_view: MakeView) -> None:
    marked = long_text(120)
    view = make_view(marked, (600, 400))
    head, target = marked.spans[0], marked.spans[-1]
    view.set_relation_mode(head.id, {target.id: "a"}, target.id)
    assert 0 <= view.range_rectangle((target.start, target.end)).center().y() <= 400
    view.set_relation_mode(None)
    assert view.overlay.head is None
    assert not view.overlay.candidates
