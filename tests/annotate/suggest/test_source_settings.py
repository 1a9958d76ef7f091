"""What a project's settings say of its sources: their labels, their switches, and what follows from them."""

import json
from dataclasses import replace
from pathlib import Path

from annotate.edits import Accept, AcceptEdited, Reject, SetLabels
from annotate.labels import LabelSet
from annotate.model import Suggestion
from annotate.project import Project
from annotate.review.fates import Share, by_label, by_source, fates
from annotate.session import Session
from annotate.suggest.camel_folder import ner_labels
from annotate.suggest.lists import read_csv, write_csv
from annotate.suggest.proposals import Proposal, Rules, adapt, label_table
from annotate.suggest.run import rules_of, suggest
from annotate.suggest.source_settings import labels_off, own_words, sources_on, switch
from annotate.suggest.withdrawing import suggested_by, withdraw
from tests.annotate.suggest.sets import anercorp, wojood
from tests.conftest import Shared
from tests.projects import add_document

NAMES = "زيد عمر هند سعد ليث"
COMPANY = "زار لبنان ثم عاد."


def renamed(labels: LabelSet, **ids: str) -> LabelSet:
    """The set with other ids for these labels, whose keys stay."""
    return replace(labels, entities=tuple(replace(e, id=ids.get(e.id, e.id)) for e in labels.entities))


def without(labels: LabelSet, *ids: str) -> LabelSet:
    return replace(labels, entities=tuple(e for e in labels.entities if e.id not in ids))


def suggestions(project: Project, document: str, *made: tuple[str, str, str]) -> list[Suggestion]:
    """Make suggestions (surface, label, source) pending."""
    text, me = project.document(document).text, project.annotator().id
    found = [
        Suggestion(
            document=document,
            annotator=me,
            start=text.index(s),
            end=text.index(s) + len(s),
            label=label,
            by=by,
            score=0.9,
        )
        for s, label, by in made
    ]
    project.replace_suggestions(document, me, found)
    return found


def pending(project: Project, document: str) -> list[tuple[str, str, str]]:
    text = project.document(document).text
    return [(text[s.start : s.end], s.label, s.by) for s in project.suggestions(document, project.annotator().id)]


# --- labels
def test_changes_stand_over_the_defaults() -> None:
    table = label_table(wojood(), {"LOC": "LOC", "MISC": "", "PERSON": "PERS"})
    assert table == {"GPE": "GPE", "LOC": "LOC", "PERS": "PERS", "ORG": "ORG", "MISC": "", "PERSON": "PERS"}


def test_the_table_follows_a_renamed_label_and_forgets_one_that_went() -> None:
    changes = {"MISC": "EVENT", "PERSON": "PERS"}
    new = renamed(wojood(), EVENT="HAPPENING", PERS="HUMAN", GPE="COUNTRY")
    table = label_table(new, changes)
    assert (table["MISC"], table["PERSON"], table["PERS"]) == ("HAPPENING", "HUMAN", "HUMAN")
    assert (table["GPE"], table["LOC"]) == ("COUNTRY", "COUNTRY")
    assert label_table(without(wojood(), "EVENT"), changes)["MISC"] == "MISC"


def test_what_has_no_label_here_is_counted_by_the_sources_own_name() -> None:
    proposals = [Proposal(0, 3, "PERSON", "camel"), Proposal(4, 7, "GPE", "camel"), Proposal(8, 11, "MISC", "camel")]
    found, missing = adapt(NAMES, proposals, Rules(without(wojood(), "GPE", "LOC"), {"MISC": ""}))
    assert (found, dict(missing)) == ([], {"PERSON": 1, "GPE": 1})


def test_a_label_of_the_set_is_not_mapped_but_one_that_went_can_be() -> None:
    rules = Rules(without(wojood(), "DATE"), {"DATE": "TIME", "ORG": "EVENT"})
    proposals = [Proposal(0, 3, "DATE", "learned"), Proposal(4, 7, "ORG", "learned")]
    found, missing = adapt(NAMES, proposals, rules, own_labels=True)
    assert [proposal.label for proposal in found] == ["TIME", "ORG"]
    assert not missing


def test_the_command_line_says_what_the_set_lacks_and_the_table_will_ask(project: Project, seeds: Path) -> None:
    add_document(project, COMPANY)
    Session(project).do(SetLabels(labels=without(project.label_set(), "GPE", "LOC")))
    report = suggest(project, seeds, sources=["places"])
    assert report.problems == ["1 found as GPE, which the label set lacks"]
    assert project.setting("labels_missing") == ["GPE"]
    project.set_setting("label_map", {"GPE": "ORG", "LOC": "ORG"})
    assert suggest(project, seeds, sources=["places"]).problems == []


def test_the_labels_of_a_model_folder(shared: Shared, tmp_path: Path) -> None:
    assert sorted(ner_labels(shared / "camel" / "tiny-ner")) == ["LOC", "MISC", "ORG", "PERS"]
    labels = {"0": "O", "1": "B-PER-Politician", "2": "I-PER-Politician", "3": "B-LOC"}
    (tmp_path / "config.json").write_text(json.dumps({"id2label": labels}), encoding="utf-8")
    assert ner_labels(tmp_path) == ["PER-Politician", "LOC"]


# --- switches
def test_switching_off_and_on_leaves_no_trace(project: Project) -> None:
    labels = project.label_set()
    switch(project, labels, "places", "ORG", False)
    switch(project, labels, "places", "GPE", False)
    switch(project, labels, "starter", "ORG", False)
    assert labels_off(project, labels) == {"places": ["GPE", "ORG"], "starter": ["ORG"]}
    switch(project, labels, "places", "GPE", True)
    switch(project, labels, "starter", "ORG", True)
    assert project.setting("sources_off") == {"places": ["ORG"]}
    before = sources_on(project)
    switch(project, labels, "starter", "", False)
    assert "starter" not in sources_on(project)
    switch(project, labels, "starter", "", True)
    switch(project, labels, "starter", "", True)
    assert sorted(sources_on(project)) == sorted(before)


def test_switches_and_own_words_follow_a_renamed_label(project: Project) -> None:
    project.set_setting("sources_off", {"places": ["ORG"]})
    project.set_setting("lists", [["أرامكو", "ORG"]])
    Session(project).do(SetLabels(labels=renamed(project.label_set(), ORG="FIRM")))
    labels = project.label_set()
    assert labels_off(project, labels) == rules_of(project).off == {"places": ["FIRM"]}
    words = own_words(project, labels)
    assert words == [("أرامكو", "FIRM")]
    assert read_csv(write_csv(words), labels) == words


# --- taking back
def test_only_what_the_named_sources_may_not_say_is_taken_back(project: Project) -> None:
    document = add_document(project, NAMES).id
    made = [("زيد", "PERS", "starter"), ("عمر", "ORG", "starter"), ("هند", "PERS", "camel+starter")]
    other = ("سعد", "PERS", "camel")
    suggestions(project, document, *made, other)
    assert suggested_by(project, document, ["starter"])
    assert not suggested_by(project, document, ["places"])
    assert not withdraw(project, document, ["starter"])

    switch(project, project.label_set(), "starter", "PERS", False)
    assert withdraw(project, document, ["starter"])
    # CAMeL-Tools is not switched on in this project; but it was not what was switched off.
    assert pending(project, document) == [("عمر", "ORG", "starter"), ("هند", "PERS", "camel"), other]
    assert not withdraw(project, document, ["starter"])
    assert withdraw(project, document, ["starter", "camel"])
    assert pending(project, document) == [("عمر", "ORG", "starter")]


# --- what became of them
def test_what_became_of_suggestions_by_source_and_by_label(project: Project) -> None:
    document = add_document(project, NAMES).id
    one, two, three, four, _ = suggestions(
        project,
        document,
        ("زيد", "PERS", "camel+starter"),
        ("عمر", "PERS", "starter"),
        ("هند", "PERS", "starter"),
        ("سعد", "ORG", "camel"),
        ("ليث", "ORG", "camel"),
    )
    session = Session(project)
    session.do(Accept(suggestions=(one,)))
    session.do(AcceptEdited(suggestion=two, start=two.start, end=two.end, label="ORG"))
    session.do(Reject(suggestions=(three, four)))
    told: list[tuple[int, int]] = []
    found = fates(project, lambda done, total: told.append((done, total)))
    assert told == [(0, 1)]
    assert by_label(found) == {"PERS": Share(1, 3, 1), "ORG": Share(0, 1)}
    assert by_source(found) == {
        ("camel", ""): Share(1, 2),
        ("camel", "PERS"): Share(1, 1),
        ("camel", "ORG"): Share(0, 1),
        ("starter", ""): Share(1, 3, 1),
        ("starter", "PERS"): Share(1, 3, 1),
    }
    assert (Share(1, 3, 1).rejected, Share(1, 4).right, Share().right) == (1, 0.25, 0.0)
    session.undo()
    assert by_label(fates(project))["PERS"] == Share(1, 2, 1)


def test_places_are_loc_where_the_set_has_no_countries() -> None:
    assert label_table(anercorp(), {})["GPE"] == "LOC"
