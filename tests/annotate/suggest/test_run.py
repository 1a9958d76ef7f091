"""A run over a real project file: what becomes pending, what stays, what does not come back."""

import sys
from pathlib import Path

import pytest

from annotate.edits import Accept, Reject
from annotate.errors import ReadOnlyProject, TawsimError
from annotate.model import SuggestionState
from annotate.project import Project
from annotate.session import Session
from annotate.suggest.proposals import Proposal
from annotate.suggest.run import keep, load_sources, propose, rules_of, suggest
from store.database import open_project
from tests.conftest import Shared
from tests.projects import ROOT, add_document, new_project

TEXT = "التقى الرئيس قاسم جومارت توكاييف في أستانا وفد جمهورية طاجيكستان."


def pending(project: Project, document: str) -> list[tuple[str, str, str]]:
    text = project.document(document).text
    rows = project.suggestions(document, project.annotator().id)
    return [(text[s.start : s.end], s.label, s.by) for s in rows]


def test_suggestions_are_made_for_the_projects_annotator(project: Project, seeds: Path) -> None:
    document = add_document(project, TEXT).id
    report = suggest(project, seeds, sources=["places"])
    assert pending(project, document) == [
        ("قاسم جومارت توكاييف", "PERS", "places"),
        ("أستانا", "GPE", "places"),
        ("جمهورية طاجيكستان", "GPE", "places"),
    ]
    assert (report.documents, report.suggestions, report.problems) == (1, {"places": 3}, [])
    assert report.words_per_second > 0


def test_suggesting_again_adds_nothing_twice_and_brings_back_nothing_rejected(project: Project, seeds: Path) -> None:
    document = add_document(project, TEXT).id
    suggest(project, seeds, sources=["places"])
    rows = project.suggestions(document, project.annotator().id)
    Session(project).do(Reject(suggestions=(rows[0],)))
    Session(project).do(Accept(suggestions=(rows[1],)))
    report = suggest(project, seeds, sources=["places"])
    assert pending(project, document) == [("جمهورية طاجيكستان", "GPE", "places")]
    assert report.suggestions == {"places": 1}
    assert len(project.suggestions(document, project.annotator().id, tuple(SuggestionState))) == 3


def test_what_was_rejected_does_not_come_back_between_the_same_words(project: Project, seeds: Path) -> None:
    text = "عقد في بيروت اجتماع.\nعقد في بيروت اجتماع.\nوصل إلى بيروت أمس."
    document = add_document(project, text).id
    suggest(project, seeds, sources=["places"])
    first, *_ = project.suggestions(document, project.annotator().id)
    Session(project).do(Reject(suggestions=(first,)))
    suggest(project, seeds, sources=["places"])
    (row,) = project.suggestions(document, project.annotator().id)
    assert row.start == text.rindex("بيروت")


def test_what_other_sources_said_stays_and_agreement_is_named(project: Project, seeds: Path) -> None:
    document = add_document(project, TEXT).id
    astana = TEXT.index("أستانا")
    own = [Proposal(astana, astana + 6, "GPE", "camel", 0.9), Proposal(0, 5, "EVENT", "camel", 0.5)]
    keep(project, document, own, ["camel"], rules_of(project))
    suggest(project, seeds, sources=["places"])
    assert ("أستانا", "GPE", "camel+places") in pending(project, document)
    assert ("التقى", "EVENT", "camel") in pending(project, document)
    keep(project, document, [], ["camel"], rules_of(project))
    assert ("أستانا", "GPE", "places") in pending(project, document)
    assert len(pending(project, document)) == 3


def test_what_lies_outside_the_stretch_looked_at_stays(project: Project, seeds: Path) -> None:
    """A long document comes page by page; what an earlier run found stays until its page is done."""
    document = add_document(project, TEXT).id
    starts = [TEXT.index(word) for word in ("قاسم", "أستانا", "طاجيكستان")]
    old, new = ([Proposal(at, at + 4, label, "camel", 0.9) for at in starts] for label in ("LOC", "GPE"))
    keep(project, document, old, ["camel"], rules_of(project))
    second = starts[1]
    assert keep(project, document, new[:1], ["camel"], rules_of(project), stretch=(0, second)) == 3
    assert [label for _, label, _ in pending(project, document)] == ["GPE", "LOC", "LOC"]
    keep(project, document, new[1:], ["camel"], rules_of(project), stretch=(second, len(TEXT)))
    assert [label for _, label, _ in pending(project, document)] == ["GPE", "GPE", "GPE"]


def test_sources_and_labels_switched_off_in_the_project_say_nothing(project: Project, seeds: Path) -> None:
    document = add_document(project, TEXT).id
    project.set_setting("sources", ["places"])
    project.set_setting("sources_off", {"places": ["PERS"]})
    suggest(project, seeds)
    assert {label for _, label, _ in pending(project, document)} == {"GPE"}
    project.set_setting("sources", [])
    suggest(project, seeds)
    assert {by for *_, by in pending(project, document)} == {"places"}


def test_camel_runs_only_when_it_is_named(project: Project, seeds: Path) -> None:
    """Though it is switched on, for the window: here nobody could see that it takes hours."""
    document = add_document(project, TEXT).id
    project.set_setting("sources", ["places", "camel"])
    report = suggest(project, seeds, worker_command=["no such program"])
    assert {by for *_, by in pending(project, document)} == {"places"}
    assert report.problems == ["camel is switched on, and was left out: it runs when it is named (--with camel)"]


def test_the_users_lists_are_a_source(project: Project, seeds: Path) -> None:
    document = add_document(project, TEXT).id
    project.set_setting("lists", [["وفد", "ORG"]])
    suggest(project, seeds, sources=["lists"])
    assert pending(project, document) == [("وفد", "ORG", "lists")]


def test_only_the_documents_named_are_looked_at(project: Project, seeds: Path) -> None:
    first, second = add_document(project, TEXT).id, add_document(project, TEXT + " ", name="b").id
    report = suggest(project, seeds, sources=["places"], documents=[second])
    assert report.documents == 1
    assert not pending(project, first)
    assert pending(project, second)


def test_what_came_before_a_cancel_stays(project: Project, seeds: Path) -> None:
    first, second = add_document(project, TEXT).id, add_document(project, TEXT + " ", name="b").id
    done: list[tuple[int, int]] = []
    report = suggest(
        project,
        seeds,
        sources=["places"],
        progress=lambda *counts: done.append(counts),
        cancelled=lambda: bool(done),
    )
    assert (report.documents, done) == (1, [(1, 2)])
    assert pending(project, first)
    assert not pending(project, second)


def test_a_source_that_is_none_is_named(project: Project, seeds: Path) -> None:
    with pytest.raises(TawsimError, match="no such source of suggestions: magic"):
        suggest(project, seeds, sources=["magic"])


def test_camel_without_a_worker_is_a_plain_message(project: Project, seeds: Path) -> None:
    with pytest.raises(TawsimError, match="needs a worker process"):
        suggest(project, seeds, sources=["camel"])


def test_a_read_only_project_takes_no_suggestions(tmp_path: Path, seeds: Path) -> None:
    with_document = new_project(tmp_path / "p.tawsim")
    add_document(with_document, TEXT)
    with_document.close()
    project = open_project(tmp_path / "p.tawsim", write=False)
    with pytest.raises(ReadOnlyProject):
        suggest(project, seeds, sources=["places"])
    project.close()


@pytest.mark.parametrize("text", ["", " \n", "ّ", "ٰ كتاب", "أن ّ لأجل", "\ufffd\u200f", "😀" * 50, "ا" * 20_000, "a_#@"])
def test_any_text_is_good(project: Project, seeds: Path, text: str) -> None:
    sources = load_sources(project, seeds, ["places", "lists"])
    found, _ = propose(text, sources, rules_of(project))
    assert all(0 <= p.start < p.end <= len(text) for p in found)


def test_a_model_in_a_worker_joins_the_sources_that_ran_here(project: Project, seeds: Path, shared: Shared) -> None:
    pytest.importorskip("camel_tools")
    text = "وصل الرئيس الأمريكي جورج بوش إلى بغداد وزار مدينة دمشق ."
    document = add_document(project, text).id
    done: list[tuple[int, int]] = []
    report = suggest(
        project,
        seeds,
        sources=["places"],
        model=shared / "camel/tiny-ner",
        worker_command=[sys.executable, str(ROOT / "main.py"), "--worker"],
        progress=lambda *counts: done.append(counts),
    )
    assert done == [(1, 2), (2, 2)]
    assert report.suggestions["places"] >= 2
    assert any("camel" in by for *_, by in pending(project, document))
