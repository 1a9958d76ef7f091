"""What a person does with spans, suggestions and relations, by keys and by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from annotate.edits import SetAttribute
from annotate.model import State
from tests.window import Person
from ui.dialogs.note import NoteDialog
from ui.dialogs.settings import SettingsDialog
from ui.panels.label_palette import LabelButton

TEXT = "زار قاسم جومارت توكاييف أستانا وكازاخستان.\nعاد مدير جامعة بيرزيت إلى أستانا. كتب عن كازاخستان."
PLACES = "زار الرئيس طاجيكستان وكازاخستان. ثم عاد إلى الأردن.\nوصل إلى لبنان أمس."


@pytest.fixture
def at_text(person: Person) -> Person:
    """A project with one document, the text in focus."""
    person.open(person.make(TEXT))
    return person


@pytest.fixture
def at_suggestions(person: Person) -> Person:
    """A project whose document has suggestions."""
    person.open(person.make(PLACES))
    person.press("Ctrl+J")
    assert person.pending()
    return person


class TestSpans:
    def test_letters_and_digits_label(self, at_text: Person) -> None:
        at_text.select("أستانا")
        at_text.press("W")
        assert at_text.spans() == [("أستانا", "WEBSITE")]
        at_text.press("2")
        assert at_text.spans() == [("أستانا", "ORG")]
        assert "ORG" in at_text.message() or "Organisation" in at_text.message()

    def test_shift_gives_a_second_label_on_the_same_borders(self, at_text: Person) -> None:
        at_text.select("أستانا")
        at_text.press("3", "Shift+W")
        assert at_text.spans() == [("أستانا", "GPE"), ("أستانا", "WEBSITE")]

    def test_a_double_is_refused_in_place(self, at_text: Person) -> None:
        at_text.select("أستانا")
        at_text.press("3", "Shift+3")
        assert at_text.spans() == [("أستانا", "GPE")]
        assert "there already" in at_text.message()

    def test_nothing_selected_is_said(self, at_text: Person) -> None:
        at_text.press("3")
        assert at_text.spans() == []
        assert "Select" in at_text.message()

    def test_a_key_that_cannot_be_done_says_why(self, at_text: Person) -> None:
        for key, said in (("X", "suggestion first"), ("R", "Select a span first"), ("Delete", "span or relation")):
            at_text.press(key)
            assert said in at_text.message()

    def test_borders_by_word(self, at_text: Person) -> None:
        at_text.select("جامعة")
        at_text.press("2", "]")
        assert at_text.spans() == [("جامعة بيرزيت", "ORG")]
        at_text.press("[", "[")
        assert at_text.spans() == [("عاد مدير جامعة بيرزيت", "ORG")]
        at_text.press("Shift+[", "Shift+]")
        assert at_text.spans() == [("مدير جامعة", "ORG")]
        at_text.press("Shift+]", "Shift+]")
        assert at_text.spans() == [("مدير", "ORG")]

    def test_border_mode_by_letter_and_word(self, at_text: Person) -> None:
        at_text.select("أستانا")
        at_text.press("3", "Enter")
        assert "Esc" in " ".join(at_text.hints()) or "Enter" in at_text.hints()
        at_text.press("Right")  # right is towards the start in Arabic: the end border comes in
        assert at_text.spans() == [("أستان", "GPE")]
        at_text.press("Left", "Tab", "Ctrl+Right")
        assert at_text.spans() == [("توكاييف أستانا", "GPE")]
        at_text.press("Esc")
        assert at_text.window.mode() == "text"
        at_text.press("Delete")
        assert at_text.spans() == []

    def test_dragging_a_handle_moves_the_border(self, at_text: Person) -> None:
        at_text.select("كازاخستان")
        at_text.press("3")
        span = at_text.span("كازاخستان")
        at_text.view.borderDragged.emit(span.id, span.start - 1, span.end)
        assert at_text.spans() == [("وكازاخستان", "GPE")]

    def test_the_projects_own_splits_go_before_the_rules(self, person: Person) -> None:
        path = person.make("سمع وكلتود أمس")
        project = person.services.open_project(path)
        project.set_clitic_splits({"وكلتود": ("وكل", "تود")})
        project.close()
        person.open(path)
        stem, word = person.view.paths.words(5)
        assert (person.view.text[slice(*stem)], person.view.text[slice(*word)]) == ("تود", "وكلتود")
        person.select("وكلتود")
        person.press("C")
        assert person.view.selected_text() == "تود"

    def test_the_clitic_of_a_selection(self, at_text: Person) -> None:
        at_text.select("وكازاخستان")
        at_text.press("C")
        assert at_text.view.selected_text() == "كازاخستان"
        at_text.select("أستانا")
        at_text.press("C")
        assert "no clitic" in at_text.message()

    def test_peel(self, at_text: Person) -> None:
        at_text.select("مدير جامعة بيرزيت")
        at_text.press("5", "P")
        assert ("جامعة بيرزيت", "ORG") in at_text.spans()
        at_text.press("Ctrl+Z")
        assert at_text.spans() == [("مدير جامعة بيرزيت", "OCC")]
        at_text.select("زار")
        at_text.press("7", "P")
        assert "no name" in at_text.message()

    def test_notes_and_questions(self, at_text: Person) -> None:
        at_text.select("أستانا")
        at_text.press("3", "N")
        dialog = at_text.dialog(NoteDialog)
        dialog.write("هل هي المدينة؟")
        dialog.agree.click()
        at_text.settle()
        assert at_text.span("أستانا").note == "هل هي المدينة؟"
        at_text.pick("أستانا")
        at_text.press("Q")
        dialog = at_text.dialog(NoteDialog)
        dialog.write("المدينة أم البلد؟")
        dialog.agree.click()
        at_text.settle()
        assert at_text.span("أستانا").attributes == {"question": "المدينة أم البلد؟"}
        at_text.press("Ctrl+Enter")
        assert "1 question" in at_text.message()

    def test_guidelines_are_said_in_place(self, at_text: Person) -> None:
        at_text.select("أستانا")
        at_text.press("3", "G")
        assert "GPE" in at_text.message() or "Country" in at_text.message()

    def test_the_palette_labels_and_counts(self, at_text: Person) -> None:
        at_text.select("أستانا")
        button = next(b for b in at_text.window.inspector.findChildren(LabelButton) if b.entity.id == "LOC")
        button.click()
        at_text.settle()
        assert at_text.spans() == [("أستانا", "LOC")]
        assert at_text.view.hasFocus()
        assert button.accessibleName().endswith("1")
        assert button.isChecked()

    def test_two_letters_and_enter_find_a_label(self, at_text: Person) -> None:
        at_text.select("أستانا")
        at_text.press("F6")
        field = at_text.window.inspector.palette_.filter
        assert field.hasFocus()
        field.setText("pe")
        at_text.press("Enter")
        assert at_text.spans() == [("أستانا", "PERS")]

    def test_the_small_palette_opens_at_a_selection_by_mouse(self, at_text: Person) -> None:
        at_text.select("أستانا")
        start, end = at_text.view.selection()
        at_text.view.labelRequested.emit(start, end, at_text.view.mapToGlobal(QPoint(200, 100)))
        popups = [b for b in at_text.window.findChildren(LabelButton) if b.isVisible() and b.entity.id == "GPE"]
        assert len(popups) == 2
        assert {b.height() for b in at_text.window.findChildren(LabelButton) if b.isVisible()} == {25}
        boxes = [b.geometry() for b in at_text.window.findChildren(LabelButton) if b.parent() is popups[1].parent()]
        assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)
        at_text.press("3")
        assert at_text.spans() == [("أستانا", "GPE")]
        at_text.settle()
        assert len([b for b in at_text.window.findChildren(LabelButton) if b.isVisible() and b.entity.id == "GPE"]) == 1

    def test_moving_the_caret_lets_go(self, at_text: Person) -> None:
        at_text.select("أستانا")
        at_text.press("3")
        at_text.press("Left")
        assert at_text.current() == ""
        at_text.press("Ctrl+Tab")
        assert at_text.current() == "أستانا"
        at_text.press("Esc")
        assert at_text.current() == ""


class TestSuggestions:
    def test_a_rejected_one_never_comes_back(self, at_suggestions: Person) -> None:
        at_suggestions.press("Tab")
        text = at_suggestions.current()
        before = len(at_suggestions.pending())
        at_suggestions.press("X", "Ctrl+J")
        assert len(at_suggestions.pending()) == before - 1
        at_suggestions.press("Ctrl+Z")
        assert len(at_suggestions.pending()) == before
        assert at_suggestions.current() == text

    def test_x_never_touches_a_span(self, at_suggestions: Person) -> None:
        at_suggestions.press("Tab", "Enter")
        spans = at_suggestions.spans()
        at_suggestions.pick(spans[0][0])
        at_suggestions.press("X")
        assert at_suggestions.spans() == spans

    def test_the_rest_of_a_sentence_with_one_key(self, at_suggestions: Person) -> None:
        at_suggestions.press("Tab")
        first = [text for text in at_suggestions.pending() if text in "زار الرئيس طاجيكستان وكازاخستان."]
        at_suggestions.press("Shift+Enter")
        assert [text for text, _ in at_suggestions.spans()] == first
        assert str(len(first)) in at_suggestions.message()
        layer = at_suggestions.program.workspace.layer()
        assert layer.read == ((0, TEXT_END),)
        assert at_suggestions.current() not in first
        at_suggestions.press("Ctrl+Z")
        assert at_suggestions.spans() == []
        assert at_suggestions.program.workspace.layer().read == ()

    def test_another_label_accepts_it_corrected(self, at_suggestions: Person) -> None:
        at_suggestions.press("Tab")
        text = at_suggestions.current()
        at_suggestions.press("2")
        assert (text, "ORG") in at_suggestions.spans()
        assert at_suggestions.pending().count(text) == 0

    def test_other_borders_accept_it_corrected(self, at_suggestions: Person) -> None:
        at_suggestions.press("Tab", "[")
        assert at_suggestions.spans()[0][0].startswith("الرئيس ")

    def test_tab_goes_round(self, at_suggestions: Person) -> None:
        seen = []
        for _ in range(len(at_suggestions.pending()) + 1):
            at_suggestions.press("Tab")
            seen.append(at_suggestions.view.current_suggestion)
        assert seen[0] == seen[-1]
        at_suggestions.press("Shift+Tab")
        assert at_suggestions.view.current_suggestion == seen[-2]

    def test_tab_stops_at_questions_and_findings_too(self, at_suggestions: Person) -> None:
        for key, attribute in (("7", "question"), ("8", "")):
            at_suggestions.select("الرئيس" if attribute else "عاد ")
            at_suggestions.press(key)
            if attribute:
                span = at_suggestions.span("الرئيس")
                at_suggestions.program.workspace.do(SetAttribute(span=span.id, name=attribute, value="هل هو حدث؟"))
        at_suggestions.press("Esc", "Ctrl+Home")
        seen = []
        for _ in range(len(at_suggestions.pending()) + 2):
            at_suggestions.press("Tab")
            seen.append(at_suggestions.current())
        assert sorted(seen) == sorted([*at_suggestions.pending(), "الرئيس", "عاد "])

    def test_the_buttons_beside_it(self, at_suggestions: Person) -> None:
        at_suggestions.press("Tab")
        before = len(at_suggestions.pending())
        at_suggestions.view.acceptClicked.emit()
        at_suggestions.settle()
        at_suggestions.view.rejectClicked.emit()
        at_suggestions.settle()
        assert len(at_suggestions.pending()) == before - 2
        assert len(at_suggestions.spans()) == 1

    def test_done_says_what_is_open_first(self, at_suggestions: Person) -> None:
        at_suggestions.press("Ctrl+Enter")
        assert "pending" in at_suggestions.message()
        assert at_suggestions.program.workspace.state() is not State.DONE
        at_suggestions.press("Ctrl+Enter")
        assert at_suggestions.program.workspace.state() is State.DONE
        at_suggestions.press("Ctrl+Z")
        assert at_suggestions.program.workspace.state() is not State.DONE

    def test_done_counts_findings_too(self, at_text: Person) -> None:
        at_text.select("أستانا ")
        at_text.press("3", "Ctrl+Enter")
        assert "1 finding" in at_text.message()

    def test_a_locked_document_is_left_alone(self, at_suggestions: Person) -> None:
        at_suggestions.window.table.run("lock")
        at_suggestions.settle()
        at_suggestions.press("Tab", "Enter")
        assert at_suggestions.spans() == []
        at_suggestions.window.table.run("reopen")
        at_suggestions.press("Tab", "Enter")
        assert len(at_suggestions.spans()) == 1


TEXT_END = PLACES.index(".") + 1


class TestRelations:
    @pytest.fixture
    def related(self, at_text: Person) -> Person:
        """Three spans: a person, a place, another place."""
        for surface, key in (("قاسم جومارت توكاييف", "1"), ("أستانا", "3"), ("كازاخستان", "3")):
            at_text.select(surface)
            at_text.press(key)
        at_text.pick("قاسم جومارت توكاييف")
        return at_text

    def test_nearest_first_and_tab_walks(self, related: Person) -> None:
        related.press("R")
        assert "أستانا" in related.message()
        related.press("Tab")
        assert "كازاخستان" in related.message()
        related.press("Shift+Tab", "Down", "Enter")
        assert related.relations() == [("قاسم جومارت توكاييف", "works_for", "أستانا")]

    def test_hint_letters_jump(self, related: Person) -> None:
        related.press("R", "S", "Enter")
        assert related.relations()[0][2] == "كازاخستان"

    def test_esc_draws_nothing(self, related: Person) -> None:
        related.press("R", "Esc")
        assert related.relations() == []
        assert related.window.mode() == "text"

    def test_turning_is_offered_only_where_allowed(self, related: Person) -> None:
        related.press("R", "T")
        assert "other way" in related.message()
        related.press("Esc")
        related.pick("أستانا")
        related.press("R")
        related.press("T", "Enter")
        assert len(related.relations()) == 1

    def test_enter_gives_a_relation_the_next_type(self, related: Person) -> None:
        related.press("R", "Enter")
        relation = related.program.workspace.relations()[0]
        related.window.inspector.relationChosen.emit(relation.id)
        related.press("Enter")
        assert related.relations() == [("قاسم جومارت توكاييف", "works_for", "أستانا")]
        related.press("Enter")
        assert related.relations() == [("قاسم جومارت توكاييف", "located_in", "أستانا")]
        related.press("Ctrl+Z")
        assert related.relations() == [("قاسم جومارت توكاييف", "works_for", "أستانا")]

    def test_a_type_that_is_the_only_one_stays(self, related: Person) -> None:
        related.press("R", "Enter")
        related.pick("قاسم جومارت توكاييف")
        related.press("R", "Enter")
        assert len(related.relations()) == 2, "both types that are allowed are there"
        related.window.inspector.relationChosen.emit(related.program.workspace.relations()[0].id)
        before = related.relations()
        related.press("Enter")
        assert related.relations() == before
        assert "No other type" in related.message()

    def test_an_arc_is_turned_relabelled_and_deleted(self, related: Person) -> None:
        related.pick("أستانا")
        related.press("R", "S", "Enter")  # the second nearest: another place
        kind = related.relations()[0][1]
        relation = related.program.workspace.relations()[0]
        related.view.selected_relation = relation.id
        related.press("T")
        assert related.relations()[0][1] == kind
        related.view.selected_relation = relation.id
        related.press("Delete")
        assert related.relations() == []

    def test_drawn_with_the_mouse(self, related: Person) -> None:
        head, tail = related.span("كازاخستان"), related.span("قاسم جومارت توكاييف")
        related.view.relationDrawn.emit(head.id, tail.id)
        assert [(h, t) for h, _, t in related.relations()] == [("قاسم جومارت توكاييف", "كازاخستان")]
        related.view.selected_relation = related.program.workspace.relations()[0].id
        related.window.commands.relations.relabel(related.view.selected_relation or "", "works_for")
        assert related.relations()[0][1] == "works_for"

    def test_what_the_set_does_not_allow_is_said(self, related: Person) -> None:
        related.select("زار")
        related.press("6")  # a date: no relation type has one
        related.press("R")
        assert "allows no relation" in related.message()
        date, place = related.span("زار"), related.span("أستانا")
        related.view.relationDrawn.emit(date.id, place.id)
        assert "between these two" in related.message()
        assert related.relations() == []


def test_the_layer_goes_by_the_annotator(at_text: Person) -> None:
    at_text.window.table.run("settings")
    dialog = at_text.dialog(SettingsDialog)
    dialog.rename("ليلى")
    dialog.agree.click()
    at_text.settle()
    assert at_text.project.annotator().name == "ليلى"
