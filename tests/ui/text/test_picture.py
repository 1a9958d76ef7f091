"""What is painted: letters stay as they are, colours lie where the geometry says, every kind of text is drawn."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from annotate.changes import Change
from annotate.labels import LabelSet
from annotate.model import Span
from ui.text.content import Key, key_of
from ui.text.hits import hit
from ui.text.overlay import Side
from ui.text.tags import paint_mark
from ui.text.view import TextView
from ui.theme import theme

from .conftest import MakeView, Marked, picture

LIGHT = theme("light")
TEXTS = {
    "sub-word": ("وسوريا ولبنان", ["سوريا", "لبنان"]),
    "lam-alef": ("في بلاد الشام", ["بلا", "اد"]),
    "nested": ("مدير جامعة بيرزيت", ["مدير جامعة بيرزيت", "جامعة بيرزيت", "بيرزيت"]),
    "crossing": ("رئيس وزراء لبنان السابق", ["رئيس وزراء لبنان", "لبنان السابق"]),
    "latin": ("شركة Google العربية", ["شركة Google"]),
    "digits": ("في 25/08/2024 و١٢ آب", ["25/08/2024", "١٢ آب"]),
    "harakat": ("كَتَبَ مُحَمَّدٌ رِسَالَةً", ["مُحَمَّدٌ"]),
    "tatweel": ("الســـلام عليكم", ["ســـلام"]),
    "zwnj": ("او می‌روم به خانه", ["می‌روم"]),
    "zwj": ("رمز ا‍ هنا", ["ا‍"]),
    "mark inside": ("كل\u200fمة هنا", ["كل\u200fمة"]),
    "emoji": ("يوم 😀 جميل 👩‍🚀 هنا", ["جميل 👩‍🚀"]),
    "hebrew": ("אני גר בתל אביב", ["גר", "אביב"]),
}


def marked(name: str) -> Marked:
    text, surfaces = TEXTS[name]
    made = Marked(text)
    for surface, label in zip(surfaces, ("OCC", "ORG", "GPE"), strict=False):
        made.span(surface, label)
    return made


def ink(image: QImage, box: QRect) -> list[tuple[int, int]]:
    """Where the letters are: pixels nearly as dark as the text colour, which no fill of a label is."""
    return [
        (x, y)
        for y in range(box.top(), box.bottom())
        for x in range(box.left(), box.right())
        if QColor(image.pixel(x, y)).lightness() < 70
    ]


def band(view: TextView) -> QRect:
    """The letters of the first line, from just under the tags to just above the lower frame."""
    laid = view.page.laid(0)
    baseline = view.page.top(0) + laid.baselines[0] - view.scroll_y
    return QRect(view.column_left, baseline - 14, int(view.page.width), 18)


@pytest.mark.parametrize("name", TEXTS)
def test_letters_are_the_same_pixels_with_and_without_spans(make_view: MakeView, name: str) -> None:
    """Cases A1, A2, A4, A5: nothing is reordered, no letter loses its joining, no ligature breaks."""
    plain, view = make_view(Marked(TEXTS[name][0])), make_view(marked(name))
    before, after = ink(picture(plain), band(plain)), ink(picture(view), band(view))
    top, other = band(plain).top(), band(view).top()
    missing = {(x, y - top) for x, y in before} - {(x, y - other) for x, y in after}
    assert before
    # Anti-aliased edges on a tinted ground lose a little darkness, no more.
    assert len(missing) <= len(before) * 0.12


@pytest.mark.parametrize("name", TEXTS)
def test_the_fill_lies_where_the_range_lies(make_view: MakeView, wojood: LabelSet, name: str) -> None:
    made = marked(name)
    made.spans = made.spans[:1]
    view = make_view(made)
    image = picture(view)
    laid = view.page.laid(0)
    span = made.spans[0]
    row = band(view).bottom() + 2
    fill = QColor(LIGHT.label(wojood, span.label).fill)
    coloured = {x for x in range(image.width()) if close(QColor(image.pixel(x, row)), fill)}
    expected: set[int] = set()
    for stretch in laid.shaped.stretches(span.start, span.end):
        for left, right in stretch.rectangles:
            expected |= set(range(view.column_left + round(left) + 2, view.column_left + round(right) - 2))
    bare = {x for x in expected if close(QColor(image.pixel(x, row)), LIGHT["surface"])}
    assert coloured
    assert not bare, "no part of the range is without colour"
    outside = {x for x in coloured if not set(range(x - 4, x + 5)) & expected}
    assert not outside, "nothing beside the range has its colour"


def close(one: QColor, other: QColor, by: int = 6) -> bool:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) <= by for a, b in pairs)


def colours_in(view: TextView, box: QRect) -> set[str]:
    image = picture(view)
    part = image.copy(box.intersected(image.rect()))
    return {QColor(pixel).name().upper() for pixel in set(memoryview(part.constBits()).cast("I"))}


def everywhere(view: TextView) -> QRect:
    return view.viewport().rect()


def test_selected_tag_is_inverted_and_has_handles(make_view: MakeView, wojood: LabelSet) -> None:
    made = marked("sub-word")
    view = make_view(made)
    look = LIGHT.label(wojood, "OCC")
    assert LIGHT.colours["accent"] not in colours_in(view, everywhere(view))
    view.selected_span = made.spans[0].id
    after = colours_in(view, everywhere(view))
    assert {look.text, LIGHT.colours["accent"]} <= after


def test_suggestions_are_dashed_without_fill(make_view: MakeView, wojood: LabelSet) -> None:
    made = Marked("سافر إلى لبنان أمس")
    made.suggestion("لبنان", "GPE")
    view = make_view(made)
    look = LIGHT.label(wojood, "GPE")
    seen = colours_in(view, everywhere(view))
    assert look.border in seen
    assert look.fill not in seen


def test_layers_show_and_go(make_view: MakeView) -> None:
    view = make_view(Marked("سافر إلى لبنان أمس ثم عاد"))
    tokens = LIGHT.colours
    view.set_search([(5, 8), (9, 14)], 1)
    assert {tokens["hit"], tokens["hitNow"], tokens["hitEdge"]} <= colours_in(view, everywhere(view))
    view.set_search([])
    view.select(0, 4)
    assert tokens["selection"] in colours_in(view, everywhere(view))
    view.select(0, 0)
    assert not {tokens["hit"], tokens["selection"]} & colours_in(view, everywhere(view))


def test_read_lines_have_their_mark_in_the_margin(make_view: MakeView) -> None:
    text = "جملة أولى.\nجملة ثانية."
    without, view = make_view(Marked(text)), make_view(Marked(text), read=[(0, 10)])
    margin = QRect(view.column_left + int(view.page.width) + 10, 0, 20, view.page.top(1))
    assert len(colours_in(without, margin)) == 1
    assert len(colours_in(view, margin)) > 1
    below = QRect(margin.left(), view.page.top(1), 20, 30)
    assert len(colours_in(view, below)) == 1


def test_arcs_over_a_line_break_reach_the_margin_on_both_lines(make_view: MakeView) -> None:
    made = Marked("قال مدير الجامعة في مؤتمر صحفي عقده أمس في العاصمة بحضور رئيس الوزراء ووزير التعليم " * 2)
    made.relation(made.span("مدير", "OCC"), made.span("وزير", "OCC"))
    view = make_view(made, (560, 500))
    laid = view.page.laid(0)
    with_arcs = [number for number, line in enumerate(laid.lines) if line.arcs]
    assert len(with_arcs) == 2
    arc_colour = LIGHT.colours["arc"]
    for number, beyond in zip(with_arcs, (-8, int(view.page.width) + 8), strict=True):
        top = view.page.top(0) + laid.tops[number]
        strip = QRect(view.column_left + beyond - 3, top, 6, laid.bottom(number) - laid.tops[number])
        assert arc_colour in colours_in(view, strip) or any(
            close(QColor(name), QColor(arc_colour), 60) for name in colours_in(view, strip)
        )


def test_hovering_a_span_thins_the_arcs_of_others(make_view: MakeView) -> None:
    made = Marked("الف باء تاء ثاء جيم حاء خاء دال ذال راء")
    spans = [made.span(word, "ORG") for word in made.text.split(" ")]
    for one, two in pairwise(spans):
        made.relation(one, two)
    view = make_view(made)
    before = count(picture(view), LIGHT.colours["arc"])
    view.hover(spans[0].id)
    after = count(picture(view), LIGHT.colours["arc"])
    assert 0 < after < before / 3


def count(image: QImage, colour: str) -> int:
    pixels = Counter(memoryview(image.constBits()).cast("I"))
    return sum(number for pixel, number in pixels.items() if close(QColor(pixel), QColor(colour), 2))


def test_direction_can_be_set_for_all(make_view: MakeView) -> None:
    made = marked("nested")
    view = make_view(made)
    right = first_ink(view)
    view.set_direction(Qt.LayoutDirection.LeftToRight)
    assert first_ink(view) < right
    view.set_direction(None)
    assert first_ink(view) == right


def first_ink(view: TextView) -> int:
    return min(x for x, _ in ink(picture(view), band(view)))


def test_border_mode_tells_the_active_handle_from_the_other(make_view: MakeView) -> None:
    made = marked("latin")
    view = make_view(made)
    view.selected_span = made.spans[0].id
    both = count(picture(view), LIGHT.colours["accent"])
    pictures = []
    for side in (Side.START, Side.END):
        view.set_border_mode(side)
        pictures.append(picture(view))
    view.set_border_mode(None)
    assert pictures[0] != pictures[1]
    assert count(picture(view), LIGHT.colours["accent"]) == both


@pytest.mark.parametrize("name", ["nested", "latin"])
def test_relation_mode_shows_a_hint_letter_on_each_target(make_view: MakeView, name: str) -> None:
    made = Marked("Google opened in رام الله near بيرزيت" if name == "latin" else TEXTS[name][0] + " قرب رام الله")
    head = made.span(made.text.split(" ")[0], "ORG")
    target = made.span("رام الله", "GPE")
    view = make_view(made)
    before = picture(view)
    view.set_relation_mode(head.id, {target.id: "a"}, target.id)
    assert {LIGHT.colours["accent"], LIGHT.colours["onAccent"]} <= colours_in(view, everywhere(view))
    view.set_relation_mode(None)
    assert picture(view) == before


def test_a_span_of_several_pieces_is_bound_together(make_view: MakeView, wojood: LabelSet) -> None:
    text = "كتب محمد أمس رسالة طويلة"
    fragments = ((0, 3), (13, 18))
    made = Marked(text)
    span = Span(id="f", document="d", annotator="a", start=0, end=18, label="EVENT", fragments=fragments)
    made.spans.append(span)
    view = make_view(made)
    laid = view.page.laid(0)
    between = laid.shaped.stretches(5, 11)[0]
    y = view.page.top(0) + laid.baselines[0]
    box = QRect(view.column_left + round(between.left), y, round(between.right - between.left), 14)
    assert LIGHT.label(wojood, "EVENT").border.upper() in colours_in(view, box)
    assert [len(line.tags) for line in laid.lines] == [1]
    view.selected_span = "f"
    assert LIGHT.colours["focus"] not in colours_in(view, everywhere(view)), "no handles: it has more than two borders"


def test_the_score_of_a_suggestion_shows_when_it_is_pointed_at(make_view: MakeView) -> None:
    for text in ("سافر إلى لبنان أمس", "He saw لبنان there"):
        made = Marked(text)
        suggestion = made.suggestion("لبنان", score=0.25)
        view = make_view(made)
        plain = picture(view)
        view.hover(suggestion.key)
        assert picture(view) != plain
        view.hover(None)
        assert picture(view) == plain


def test_clitic_borders_are_offered_while_selecting(make_view: MakeView) -> None:
    view = make_view(Marked("زار وكازاخستان أمس"))
    plain = picture(view)
    view.overlay.offered = view.paths.clitic_borders(7)
    assert list(view.overlay.offered) == [5]
    assert picture(view) != plain


@pytest.mark.parametrize("mark", ["circle", "square", "triangle", "diamond", "ring"])
def test_family_marks_differ_in_shape(mark: str) -> None:
    def drawn(shape: str) -> QImage:
        image = QImage(9, 9, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        paint_mark(painter, shape, QRectF(1, 1, 7, 7), QColor("black"))
        painter.end()
        return image

    shapes = {"circle", "square", "triangle", "diamond", "ring"}
    assert all(drawn(mark) != drawn(other) for other in shapes - {mark})


def test_all_is_drawn_after_every_change_of_language_style_and_zoom(make_view: MakeView, wojood: LabelSet) -> None:
    """Case A8."""
    made = Marked("سطر أول\nسطر ثان\nسطر ثالث")
    made.span("أول", "GPE")
    view = make_view(made)
    fill = LIGHT.label(wojood, "GPE").fill
    first = picture(view)
    for language in ("en", "ar", "en", "ar"):
        view.set_labels(wojood, language)
        assert fill in colours_in(view, everywhere(view))
    assert picture(view) == first
    view.set_zoom(2)
    assert fill in colours_in(view, everywhere(view))
    view.set_zoom(1)
    assert picture(view) == first


def test_a_span_added_and_taken_back_leaves_the_picture_as_it_was(make_view: MakeView) -> None:
    made = marked("nested")
    view = make_view(made)
    first = picture(view)
    new = Span(id="n", document="d", annotator="a", start=0, end=4, label="PERS")
    view.apply([Change(None, new)])
    assert picture(view) != first
    view.apply([Change(new, None)])
    assert picture(view) == first


def test_every_nested_span_can_be_reached_by_mouse(make_view: MakeView) -> None:
    """Case A14: by its box where it shows, or by its tag."""
    made = marked("nested")
    view = make_view(made)
    reached: set[Key] = set()
    for x in range(0, view.viewport().width(), 3):
        for y in range(0, view.page.top(0) + view.page.heights[0], 3):
            item = hit(view.page, None, x - view.column_left, y).item
            if item is not None:
                reached.add(key_of(item))
    assert reached == {span.id for span in made.spans}


def test_painting_does_not_lose_references_to_none(make_view: MakeView) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one with each void call, until the program dies."""
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(500):
        painter.drawRect(1, 1, 5, 5)
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) < 50
