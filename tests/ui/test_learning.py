"""The window learns from what is read in it, beside the work; what one is at does not change meanwhile."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QListView

from annotate.edits import AcceptEdited, AddSpan, MarkRead, Reject, SetState
from annotate.handing_out import LEARNT_BEFORE
from annotate.model import State, Suggestion
from annotate.project import EVERYWHERE
from annotate.suggest.learned import pack, train
from annotate.suggest.run import suggest
from annotate.suggest.starter import load_starter
from tests.annotate.suggest.test_learned import lesson
from tests.window import Person
from ui.dialogs.sources import SourcesDialog

CROPS = ["القمح", "الشعير", "الذرة", "القطن", "الأرز", "الزيتون", "العنب", "التمر"]
LINES = [f"زرع الفلاح محصول {crop} في حقله القديم ثم باع الغلة." for crop in CROPS * 3]
TEXT = "\n".join(LINES)
NEW = "زرع الجار محصول الكتان في حقله الجديد ثم باع الغلة."


def label_crops(person: Person, text: str) -> str:
    """Label what was grown in the document on the desk; gives its id."""
    document = person.program.workspace.document
    assert document is not None
    me, at = person.project.annotator().id, 0
    for crop in CROPS * 3:
        at = text.index(crop, at)
        edit = AddSpan(document=document.id, annotator=me, start=at, end=at + len(crop), label="PRODUCT")
        person.program.workspace.do(edit)
        at += len(crop)
    return document.id


def test_a_finished_document_teaches_the_next_one(person: Person) -> None:
    person.open(person.make(TEXT, NEW))
    first = label_crops(person, TEXT)
    person.program.workspace.show(person.project.documents()[1].id)
    edit = SetState(document=first, annotator=person.project.annotator().id, state=State.DONE)
    person.program.workspace.do(edit)
    person.settle()
    assert ("الكتان", "PRODUCT", "learned") in [
        (NEW[one.start : one.end], one.label, one.by) for one in person.program.workspace.suggestions()
    ]


def test_a_name_is_suggested_in_the_next_sentence_as_soon_as_its_own_is_read(person: Person) -> None:
    text = "باع المتجر زعفران أمس.\nثم اشترى الجار زعفرانا وزعفران.\nوعاد."
    person.open(person.make(text))
    start = text.index("زعفران")
    document, me = person.program.workspace.document, person.project.annotator().id
    assert document is not None
    person.program.workspace.do(
        AddSpan(document=document.id, annotator=me, start=start, end=start + 6, label="PRODUCT")
    )
    person.view.move_caret(start)
    assert person.pending() == []
    person.press("Shift+Return")
    assert person.pending() == ["زعفران"]
    assert person.view.current_suggestion is not None
    assert person.view.current_suggestion.start == text.rindex("زعفران")


def test_a_label_that_was_corrected_is_right_in_the_next_sentence(person: Person) -> None:
    text = "وصل خان يونس اليوم.\nثم غادر خان يونس مساء."
    person.open(person.make(text))
    document, me = person.program.workspace.document, person.project.annotator().id
    assert document is not None
    places = [(text.index("خان"), "PERS"), (text.rindex("خان"), "PERS")]
    guesses = [
        Suggestion(document=document.id, annotator=me, start=at, end=at + 8, label=label, by="starter", score=0.9)
        for at, label in places
    ]
    person.project.replace_suggestions(document.id, me, guesses)
    person.program.workspace.suggested.emit(document.id, EVERYWHERE)
    right = AcceptEdited(suggestion=guesses[0], start=guesses[0].start, end=guesses[0].end, label="GPE")
    person.program.workspace.do(right)
    person.view.move_caret(0)
    person.press("Shift+Return")
    assert [(one.start, one.label, one.by) for one in person.program.workspace.suggestions()] == [
        (text.rindex("خان"), "GPE", "decided")
    ]


def test_nothing_changes_before_the_end_of_the_sentence_one_is_at(person: Person) -> None:
    text = "\n".join([*LINES, NEW, NEW.replace("الكتان", "الحمص")])
    person.open(person.make(text))
    document = label_crops(person, text)
    person.view.move_caret(text.index("الكتان"))
    me, end = person.project.annotator().id, 0
    for line in LINES:
        start, end = end, end + len(line) + 1
        person.program.workspace.do(MarkRead(document=document, annotator=me, start=start, end=end))
    person.settle()
    assert person.pending() == ["الحمص"]


def test_a_sentence_is_too_little_to_learn_from(person: Person) -> None:
    person.open(person.make(NEW))
    person.window.commands.learning.train()
    person.settle()
    assert person.project.setting("learned") is None
    assert person.message() == ""


def test_documents_are_sorted_by_what_there_is_to_learn(person: Person) -> None:
    person.open(person.make(TEXT, LINES[0], "محصول في حقله محصول ثم محصول ثم"))
    person.window.documents.doubtsWanted.emit()
    assert "Nothing is learnt yet" in person.message()
    first = label_crops(person, TEXT)
    me = person.project.annotator().id
    person.program.workspace.do(SetState(document=first, annotator=me, state=State.DONE))
    person.settle()
    model = person.window.documents.model
    model.arrange(sort="doubt")
    person.window.documents.doubtsWanted.emit()
    person.settle()
    assert [row.name for place in range(3) if (row := model.at(place))] == ["t3", "t2", "t1"]


def test_suggestions_for_the_selected_documents(person: Person) -> None:
    person.open(person.make("زار لبنان أمس.", "زار الأردن أمس.", "زار كازاخستان أمس."))
    pane = person.window.documents
    rows = next(one for one in pane.findChildren(QListView) if one.model() is pane.model)
    # Said outright: the list itself would go by modifiers that keys of another test seem to hold.
    for row, flag in (
        (0, QItemSelectionModel.SelectionFlag.ClearAndSelect),
        (2, QItemSelectionModel.SelectionFlag.Select),
    ):
        rows.selectionModel().select(pane.model.index(row), flag)
    assert pane.selected() == [one.id for one in person.project.documents()][::2]
    rows.clicked.emit(pane.model.index(2))
    rows.actions()[0].trigger()
    person.settle()
    assert [one.pending for one in person.project.documents()] == [1, 0, 1]
    rows.selectionModel().select(pane.model.index(1), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    person.window.table.run("suggest_selected")
    person.settle()
    assert [one.pending for one in person.project.documents()] == [1, 1, 1]
    assert person.view.text == "زار لبنان أمس."


def test_a_source_that_is_mostly_wrong_leaves_its_label_to_what_was_learnt_and_says_so(person: Person) -> None:
    person.open(person.make(TEXT, NEW))
    first, me = label_crops(person, TEXT), person.project.annotator().id
    words = [at for at, sign in enumerate(TEXT) if sign == " "][:30]
    guesses = [
        Suggestion(document=first, annotator=me, start=at - 1, end=at, label="PRODUCT", by="starter", score=0.9)
        for at in words
    ]
    person.project.replace_suggestions(first, me, guesses)
    person.program.workspace.do(Reject(suggestions=tuple(guesses)))
    person.press("Ctrl+Shift+R")
    table = person.window.views.overview_page.sources.table
    assert "counted anew" not in table.box_of("starter", "PRODUCT").toolTip()
    person.press("Esc")
    person.program.workspace.do(SetState(document=first, annotator=me, state=State.DONE))
    person.settle()
    person.press("Ctrl+Shift+R")
    assert "counted anew" in table.box_of("starter", "PRODUCT").toolTip()
    assert table.box_of("starter", "PRODUCT").isChecked()
    person.window.table.run("sources")
    person.settle()
    dialog = person.dialog(SourcesDialog)
    dialog.switch("learned", on=False)
    dialog.agree.click()
    person.settle()
    assert "counted anew" not in table.box_of("starter", "PRODUCT").toolTip()


def test_a_book_gets_its_suggestions_page_by_page_and_the_same_ones(person: Person, seeds: Path) -> None:
    text = "زار الرئيس إمام علي رحمان مدينة كازان ولبنان وجمهورية مصر العربية.\n" * 400
    pages: list[tuple[int, int]] = []
    person.open(person.make(text))
    person.program.workspace.suggested.connect(lambda _, stretch: pages.append(stretch))
    person.press("Ctrl+J")
    assert len(pages) > 3
    assert all(end == begin for (_, end), (begin, _) in pairwise(pages))
    in_pages = list(person.program.workspace.suggestions())
    suggest(person.project, seeds, sources=["places", "starter", "lists", "decided"])
    assert list(person.program.workspace.suggestions()) == in_pages
    assert len(in_pages) > 800


def test_the_suggestion_one_is_at_stays(person: Person) -> None:
    person.open(person.make("زار لبنان والأردن أمس."))
    me, document = person.project.annotator().id, person.project.documents()[0].id
    start = person.view.text.index("لبنان")
    mine = Suggestion(document=document, annotator=me, start=start, end=start + 5, label="ORG", by="camel", score=0.9)
    person.project.replace_suggestions(document, me, [mine])
    person.program.workspace.suggested.emit(document, EVERYWHERE)
    person.view.setFocus()
    person.press("Tab", "Ctrl+J")
    assert next((one.label, one.by) for one in person.program.workspace.suggestions()) == ("ORG", "camel")
    assert person.pending() == ["لبنان", "الأردن"]


def test_a_damaged_model_is_said_and_the_other_sources_go_on(person: Person, seeds: Path) -> None:
    person.open(person.make("زار لبنان أمس."))
    model = bytearray(train([lesson()], load_starter(seeds))["PRODUCT"])
    model[32:36] = b"\xff\xff\xff\x7f"  # CRFsuite goes where that points, and its process ends
    for damaged in ({"PRODUCT": pack(bytes(model))}, ["no", "models"], {"PRODUCT": 7}):
        person.project.set_setting("learned", damaged)
        person.press("Ctrl+J")
        assert person.pending() == ["لبنان"]
        assert "what was learnt in this project cannot be used" in person.message()
        person.window.documents.doubtsWanted.emit()
        person.settle()
        assert "what was learnt in this project cannot be used" in person.message()


def test_models_that_came_with_a_hand_out_stay_until_more_is_read_here(person: Person) -> None:
    person.open(person.make(TEXT))
    document, me = label_crops(person, TEXT), person.project.annotator().id
    person.project.set_setting("learned", {})
    person.project.set_setting(LEARNT_BEFORE, len(LINES))
    person.program.workspace.do(SetState(document=document, annotator=me, state=State.DONE))
    person.settle()
    assert person.project.setting("learned") == {}
    person.project.set_setting(LEARNT_BEFORE, len(LINES) - 1)
    person.window.commands.learning.train()
    person.settle()
    assert "PRODUCT" in person.project.setting("learned")
    assert person.project.setting("learned_from") == len(LINES)
