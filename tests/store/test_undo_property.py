"""Any sequence of edits: undoing all gives what was, redoing all what became, and the file agrees at every step."""

import random
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from annotate import edits, labels
from annotate.changes import Change, Step
from annotate.errors import EditRefused
from annotate.model import GOLD, Annotator, Document, Layer, Relation, Span, State, Suggestion, SuggestionState, new_id
from annotate.project import Project
from annotate.session import Session
from store.database import open_project
from tests.projects import ROOT, TEXT, content, new_project, span_of, wojood

LABELS = ["PERS", "GPE", "ORG", "not in the set"]
RELATIONS = ["located_in", "works_for", "has_title", "not in the set"]
DECIDED = {SuggestionState.ACCEPTED, SuggestionState.EDITED, SuggestionState.REJECTED}

seeds = st.randoms(use_true_random=False)
borders = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)


def lasting(project: Project) -> dict[str, Any]:
    """The content without pending suggestions, which come and go outside the journal."""
    found = content(project)
    found["suggestions"] = [s for some in found["suggestions"].values() for s in some if s.state in DECIDED]
    return found


class Annotating(RuleBasedStateMachine):
    """A person at work on a project file, beside what the project was after each step."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="tawsim-")
        self.project = new_project(Path(self.folder.name, "p.tawsim"))
        self.watcher = open_project(self.project.path, write=False)
        self.session = Session(self.project)
        self.been = [lasting(self.project)]
        self.now = 0
        self.import_document()

    def teardown(self) -> None:
        if not hasattr(self, "project"):
            return
        while self.now:
            self.undo()
        assert self.session.undo() is None
        assert lasting(self.project) == self.been[0]
        while self.now < len(self.been) - 1:
            self.redo()
        assert self.session.redo() is None
        self.watcher.close()
        self.project.close()
        assert [file.name for file in Path(self.folder.name).iterdir()] == ["p.tawsim"]
        with closing(sqlite3.connect(self.project.path)) as conn:
            assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert conn.execute("PRAGMA foreign_key_check").fetchall() == []
        self.folder.cleanup()

    # --- what is looked at
    def documents(self) -> list[str]:
        return [document.id for document in self.project.documents()]

    def spans(self) -> list[Span]:
        return [span for layer in self.project.layers() for span in self.project.spans(layer.document, layer.annotator)]

    def relations(self) -> list[Relation]:
        layers = self.project.layers()
        return [found for layer in layers for found in self.project.relations(layer.document, layer.annotator)]

    def pending(self) -> list[Suggestion]:
        return [found for id in self.documents() for found in self.project.suggestions(id, self.session.annotator)]

    def stepped(self) -> None:
        self.now += 1
        self.been[self.now :] = [lasting(self.project)]

    def do(self, edit: edits.Edit) -> None:
        try:
            if self.session.do(edit) is not None:
                self.stepped()
        except EditRefused:
            assert lasting(self.project) == self.been[self.now]

    @invariant()
    def the_file_agrees(self) -> None:
        if hasattr(self, "watcher"):
            assert content(self.watcher) == content(self.project)
            assert lasting(self.project) == self.been[self.now]

    # --- what a person does
    @rule()
    def import_document(self) -> None:
        person = Annotator(id=new_id(), name="سامي")
        document = Document(id=new_id(), name="doc", text=TEXT, position=len(self.documents()), meta={"a": [1]})
        layer = Layer(document=document.id, annotator=person.id, state=State.DONE, read=((0, len(TEXT)),))
        records = (person, document, layer, span_of(document, "القدسَ", "GPE", annotator=person.id))
        changes = tuple(Change(None, record) for record in records)
        self.project.write(Step("import", self.session.annotator, changes, "doc"))
        self.stepped()

    @precondition(lambda self: self.documents())
    @rule(chance=seeds, at=borders, label=st.sampled_from(LABELS), gold=st.booleans(), pieces=st.booleans())
    def add_span(self, chance: random.Random, at: list[int], label: str, gold: bool, pieces: bool) -> None:
        start, end = at
        third = (end - start) // 3
        fragments = ((start, start + third), (end - third, end)) if pieces and third > 1 else ()
        document = chance.choice(self.documents())
        who = GOLD if gold else self.session.annotator
        self.do(edits.AddSpan(document=document, annotator=who, start=start, end=end, label=label, fragments=fragments))

    @precondition(lambda self: self.spans())
    @rule(chance=seeds, at=borders, label=st.sampled_from(LABELS), what=st.integers(0, 5))
    def change_span(self, chance: random.Random, at: list[int], label: str, what: int) -> None:
        span = chance.choice(self.spans()).id
        options: list[edits.Edit] = [
            edits.Relabel(span=span, label=label),
            edits.SetBorders(span=span, start=at[0], end=at[1]),
            edits.SetNote(record=span, note=label),
            edits.SetAttribute(span=span, name="kind", value=label),
            edits.SetAttribute(span=span, name="kind", value=None),
            edits.RemoveSpan(span=span),
        ]
        self.do(options[what])

    @precondition(lambda self: len(self.spans()) > 1)
    @rule(chance=seeds, label=st.sampled_from(RELATIONS))
    def add_relation(self, chance: random.Random, label: str) -> None:
        head, tail = chance.sample(self.spans(), 2)
        self.do(edits.AddRelation(label=label, head=head.id, tail=tail.id))

    @precondition(lambda self: self.relations())
    @rule(chance=seeds, label=st.sampled_from(RELATIONS), what=st.integers(0, 3))
    def change_relation(self, chance: random.Random, label: str, what: int) -> None:
        relation = chance.choice(self.relations()).id
        options: list[edits.Edit] = [
            edits.RelabelRelation(relation=relation, label=label),
            edits.TurnRelation(relation=relation),
            edits.SetNote(record=relation, note=label),
            edits.RemoveRelation(relation=relation),
        ]
        self.do(options[what])

    @precondition(lambda self: self.documents())
    @rule(chance=seeds, at=st.lists(borders, max_size=4), label=st.sampled_from(LABELS))
    def suggest(self, chance: random.Random, at: list[list[int]], label: str) -> None:
        document = chance.choice(self.documents())
        found = [
            Suggestion(document=document, annotator=self.session.annotator, start=start, end=end, label=label, by="x")
            for start, end in at
            if start < end
        ]
        self.project.replace_suggestions(document, self.session.annotator, found)

    @precondition(lambda self: self.pending())
    @rule(chance=seeds, at=borders, what=st.integers(0, 3))
    def decide(self, chance: random.Random, at: list[int], what: int) -> None:
        suggestion = chance.choice(self.pending())
        layer = {"document": suggestion.document, "annotator": suggestion.annotator}
        options: list[edits.Edit] = [
            edits.Accept(suggestions=(suggestion,)),
            edits.Reject(suggestions=(suggestion,)),
            edits.AcceptEdited(suggestion=suggestion, start=at[0], end=at[1], label="ORG"),
            edits.AcceptRest(**layer, start=0, end=len(TEXT)),
        ]
        self.do(options[what])

    @precondition(lambda self: self.documents())
    @rule(chance=seeds, at=borders, state=st.sampled_from(State), read=st.booleans())
    def mark(self, chance: random.Random, at: list[int], state: State, read: bool) -> None:
        layer = {"document": chance.choice(self.documents()), "annotator": self.session.annotator}
        if read:
            self.do(edits.MarkRead(**layer, start=at[0], end=at[1]))
        else:
            self.do(edits.SetState(**layer, state=state))

    @rule(other=st.booleans(), name=st.sampled_from(["أمل", "منى", "gold"]))
    def change_project(self, other: bool, name: str) -> None:
        self.do(edits.RenameAnnotator(annotator=self.session.annotator, name=name))
        file = "anercorp" if other else "wojood"
        new = labels.read((ROOT / f"seeds/labels/{file}.json").read_text(encoding="utf-8"))
        used = self.project.used_labels()
        self.do(edits.SetLabels(labels=labels.retire_missing(self.project.label_set(), new, used)))

    @precondition(lambda self: self.now)
    @rule()
    def undo(self) -> None:
        assert self.session.undo() is not None
        self.now -= 1
        assert lasting(self.project) == self.been[self.now]

    @precondition(lambda self: self.now < len(self.been) - 1)
    @rule()
    def redo(self) -> None:
        assert self.session.redo() is not None
        self.now += 1
        assert lasting(self.project) == self.been[self.now]

    @rule()
    def close_and_open(self) -> None:
        self.project.close()
        self.project = open_project(self.project.path)
        assert self.project.read_only is None
        self.session = Session(self.project)


def test_undo_and_redo_of_any_sequence_of_edits() -> None:
    run_state_machine_as_test(
        Annotating,
        settings=settings(
            max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
        ),
    )


def test_the_machine_starts_from_the_default_labels() -> None:
    assert {label for label in LABELS if wojood().entity(label)} == {"PERS", "GPE", "ORG"}
