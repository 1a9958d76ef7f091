"""What was marked as a name once is known from then on: by the border keys, a double click, and suggestions."""

from __future__ import annotations

from pathlib import Path

from annotate.arabic.clitics import SHIPPED
from annotate.edits import AddSpan, AddSpans, SetState
from annotate.importing import bring_in, parse
from annotate.model import Annotator, State
from tests.projects import add_layer, span_of
from tests.window import Person
from ui.panels.cards import card

TEXT = "زار بريانة وبريانة. قال وكرزاخ في ودمدني. عاد وكرزاخ إلى بريانة وودمدني من ودمدني."


def stem(person: Person, surface: str) -> str:
    """What a double click on the last place of a word selects."""
    text = person.view.text
    start, end = person.view.paths.words(text.rindex(surface) + 1)[0]
    return text[start:end]


def test_a_name_marked_whole_is_kept_whole_by_border_keys_and_a_double_click(person: Person) -> None:
    person.open(person.make(TEXT))
    assert stem(person, "بريانة") == "ريانة"
    person.select("بريانة")
    person.press("3")
    assert stem(person, "بريانة") == "بريانة"
    person.select("بريانة", 3)
    person.press("C")
    assert person.view.selected_text() == "بريانة"
    assert "no clitic" in person.message()
    person.select("وبريانة")
    person.press("C")
    assert person.view.selected_text() == "بريانة"


def test_an_unknown_town_that_begins_like_a_clitic_stays_whole(person: Person) -> None:
    """Where the rest of it is a name of the project as well."""
    person.open(person.make(TEXT + " قال دمدني."))
    person.project.set_setting("lists", [["دمدني", "PERS"]])
    assert stem(person, "ودمدني") == "دمدني"
    person.select("ودمدني")
    person.press("3")
    person.select("ودمدني", 3)
    person.press("3")
    assert stem(person, "ودمدني") == "ودمدني"
    assert stem(person, "وودمدني") == "ودمدني"
    person.select("وودمدني")
    person.press("C")
    assert person.view.selected_text() == "ودمدني"


def test_a_name_marked_behind_a_clitic_is_found_behind_it_elsewhere(person: Person) -> None:
    person.open(person.make(TEXT))
    person.select("وكرزاخ", 2)
    person.press("C")
    assert "no clitic" in person.message()
    person.select("كرزاخ")
    person.press("7")
    person.select("وكرزاخ", 2)
    person.press("C")
    assert person.view.selected_text() == "كرزاخ"


def test_what_is_taken_back_is_forgotten_and_made_again_known(person: Person) -> None:
    person.open(person.make(TEXT))
    person.select("بريانة")
    person.press("3", "Ctrl+Z")
    assert stem(person, "بريانة") == "ريانة"
    person.press("Ctrl+Shift+Z")
    assert stem(person, "بريانة") == "بريانة"
    person.pick("بريانة")
    person.press("C")
    assert "no clitic" in person.message()
    person.press("Delete")
    assert stem(person, "بريانة") == "ريانة"


def test_a_project_knows_its_names_when_it_is_opened_again(person: Person) -> None:
    path = person.make(TEXT, "عاد إلى بريانة.")
    person.open(path)
    person.select("بريانة")
    person.press("3")
    person.program.workspace.close()
    person.settle()
    assert person.program.workspace.clitics.now().split("بريانة") == ("ب", "ريانة")
    person.open(path)
    person.program.workspace.show(person.project.documents()[1].id)
    person.settle()
    assert stem(person, "بريانة") == "بريانة"


def test_imports_many_spans_at_once_and_other_documents_count(person: Person, tmp_path: Path) -> None:
    person.open(person.make("زار تم.", " ".join(["زار بريانة ثم."] * 210)))
    workspace = person.program.workspace
    me = person.project.annotator().id
    second = person.project.documents()[1]
    text = person.project.document(second.id).text
    places = [at for at in range(len(text)) if text.startswith("بريانة", at)]
    edits = [AddSpan(document=second.id, annotator=me, start=at, end=at + 6, label="GPE") for at in places]
    workspace.do(edits[0])
    assert workspace.clitics.now().names == {"بريانه"}
    person.press("Ctrl+Z")
    assert workspace.clitics.now().names == set()
    workspace.do(AddSpans(spans=tuple(edits)))
    person.settle()
    assert workspace.clitics.now().names == {"بريانه"}
    person.press("Ctrl+Z")
    person.settle()
    assert workspace.clitics.now().names == set()
    corpus = tmp_path / "corpus.conll"
    corpus.write_text("زار O\nبريانة B-GPE\n\n", encoding="utf-8")
    assert workspace.session is not None
    bring_in(workspace.session, parse([corpus]))
    person.settle()
    assert workspace.clitics.now().names == {"بريانه"}


def test_a_colleagues_names_are_known_once_ones_own_layer_is_done(person: Person) -> None:
    path = person.make(TEXT)
    project = person.services.open_project(path)
    document = project.document(project.documents()[0].id)
    colleague = Annotator(id="a", name="سمر")
    add_layer(project, document, colleague, span_of(document, "بريانة", "GPE", annotator="a"))
    project.close()
    person.open(path)
    workspace = person.program.workspace
    assert workspace.clitics.now().names == set()
    me = person.project.annotator().id
    workspace.do(SetState(document=document.id, annotator=me, state=State.DONE))
    person.settle()
    assert workspace.clitics.now().names == {"بريانه"}
    workspace.do(SetState(document=document.id, annotator=me, state=State.IN_PROGRESS))
    person.settle()
    assert workspace.clitics.now().names == set()


def test_what_comes_while_the_project_is_counted_is_counted_too(person: Person) -> None:
    path = person.make(TEXT)
    person.open(path)
    workspace = person.program.workspace
    workspace.close()
    workspace.open(path)
    assert workspace.clitics.busy
    workspace.show(person.project.documents()[0].id)
    me, start = person.project.annotator().id, TEXT.index("بريانة")
    assert workspace.document is not None
    workspace.do(AddSpan(document=workspace.document.id, annotator=me, start=start, end=start + 6, label="GPE"))
    person.settle()
    assert workspace.clitics.now().names == {"بريانه"}


def test_the_card_counts_no_other_name_in_a_name_that_is_kept_whole(person: Person) -> None:
    """But from inside one it does, for whoever picks that out sees it so."""
    person.open(person.make("قال دمدني في ودمدني. عاد دمدني إلى ودمدني."))
    clitics, text = person.program.workspace.clitics, person.view.text
    person.select("ودمدني")
    person.press("3")
    person.select("ودمدني", 2)
    person.press("3")
    person.select("دمدني")
    person.press("3")
    assert "ودمدني" in clitics.now().names
    first, inside = text.index("دمدني"), text.index("ودمدني") + 1
    assert "ودمدني" in clitics.around(first, first + 5).names
    assert clitics.around(inside, inside + 5) == SHIPPED
    assert card(person.window.desk, ()).occurrences == 2


def test_suggestions_in_the_window_go_by_it(person: Person) -> None:
    person.open(person.make("عاد وكرزاخ إلى بريانة.", "قال وكرزاخ."))
    person.project.set_setting("sources", ["decided"])
    for surface in ("كرزاخ", "بريانة"):
        person.select(surface)
        person.press("7")
    person.press("Ctrl+Enter")
    person.program.workspace.show(person.project.documents()[1].id)
    person.settle()
    person.press("Ctrl+J")
    assert person.pending() == ["كرزاخ"]
