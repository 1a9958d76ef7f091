"""What a project gives back of what was written to it."""

from dataclasses import replace

import pytest

from annotate.changes import Change, Step
from annotate.edits import Accept, AddRelation, AddSpan, Reject, SetAttribute, SetNote, SetState
from annotate.errors import StaleEdit, TawsimError
from annotate.model import (
    GOLD,
    Annotator,
    Decision,
    Document,
    Layer,
    Relation,
    Span,
    State,
    Suggestion,
    SuggestionState,
    new_id,
)
from annotate.session import Session
from store.database import open_project
from store.repository import ProjectFile
from tests.projects import TEXT, add_document, add_layer, span_of, wojood


@pytest.fixture
def document(project: ProjectFile) -> Document:
    return add_document(project)


@pytest.fixture
def me(project: ProjectFile) -> str:
    return project.annotator().id


def test_a_new_project_holds_its_labels_its_person_and_nothing_else(project: ProjectFile) -> None:
    assert project.label_set() == wojood()
    assert project.annotators() == [project.annotator()]
    assert (project.documents(), project.layers(), project.decisions(), project.journal()) == ([], [], [], [])
    assert project.undoable() is None
    assert project.redoable() is None
    assert project.used_labels() == set()


def test_text_comes_back_code_point_for_code_point(project: ProjectFile) -> None:
    text = "a\u00a0b\u2028c\u2029d\r\u0640\u064b😀\u200f\ufeff\u0085 م\u0651\u064e"
    document = add_document(project, text)
    assert project.document(document.id).text == text
    assert project.document(document.id) == document


def test_documents_are_listed_in_import_order_with_counts_of_one_layer(project: ProjectFile, me: str) -> None:
    first, second = add_document(project, name="ب"), add_document(project, name="أ")
    session = Session(project)
    head = AddSpan(document=second.id, annotator=me, start=0, end=3, label="PERS")
    tail = AddSpan(document=second.id, annotator=me, start=4, end=10, label="GPE")
    for edit in (head, tail, AddRelation(label="located_in", head=head.id, tail=tail.id)):
        session.do(edit)
    pending = Suggestion(document=first.id, annotator=me, start=0, end=3, label="GPE", by="places")
    project.replace_suggestions(first.id, me, [pending])
    session.do(SetState(document=second.id, annotator=me, state=State.DONE))
    one, two = project.documents()
    assert (one.id, one.name, one.position, one.characters) == (first.id, "ب", 0, len(TEXT))
    assert (one.state, one.spans, one.relations, one.pending) == (State.TODO, 0, 0, 1)
    assert (two.state, two.spans, two.relations, two.pending) == (State.DONE, 2, 1, 0)
    other = project.documents("nobody")
    assert [(document.spans, document.state) for document in other] == [(0, State.TODO), (0, State.TODO)]


def test_a_document_that_is_not_there_is_a_key_error(project: ProjectFile) -> None:
    with pytest.raises(KeyError):
        project.document("none")


def test_documents_are_found_by_name_and_by_text(project: ProjectFile) -> None:
    first, second = add_document(project, "نص", name="a"), add_document(project, "نص", name="b")
    third = add_document(project, "آخر", name="a")
    assert project.find(name="a") == [first, third]
    assert project.find(hash=first.hash) == [first, second]
    assert project.find(name="a", hash=third.hash) == [third]
    assert project.find(name="c") == []


def test_spans_come_in_their_order_and_by_the_range_they_share(
    project: ProjectFile, document: Document, me: str
) -> None:
    def span(start: int, end: int, label: str) -> Span:
        return Span(id=new_id(), document=document.id, annotator=me, start=start, end=end, label=label)

    wanted = [span(0, 5, "GPE"), span(0, 3, "LOC"), span(0, 3, "ORG"), span(4, 10, "GPE")]
    changes = [Change(None, Layer(document=document.id, annotator=me))]
    project.write(Step("x", me, (*changes, *(Change(None, s) for s in reversed(wanted)))))
    assert project.spans(document.id, me) == wanted == sorted(wanted, key=lambda s: s.order)
    assert project.spans(document.id, me, 3, 4) == [wanted[0]]
    assert project.spans(document.id, me, 5) == [wanted[3]]
    assert project.spans(document.id, me, 0, 4) == wanted[:3]
    assert project.spans(document.id, "nobody") == []


def test_every_field_of_a_record_comes_back(project: ProjectFile, document: Document, me: str) -> None:
    layer = Layer(document=document.id, annotator=me, state=State.LOCKED, read=((0, 3), (5, 9)))
    pieces = ((0, 3), (5, 9))
    head = Span(
        id="h",
        document=document.id,
        annotator=me,
        start=0,
        end=9,
        label="x y",
        fragments=pieces,
        attributes={"نوع": "اسم", "sure": True},
        note="ملاحظة\nثانية",
    )
    tail = Span(id="t", document=document.id, annotator=me, start=1, end=2, label="GPE")
    relation = Relation(
        id="r",
        document=document.id,
        annotator=me,
        label="r",
        head="h",
        tail="t",
        attributes={"a": False},
        note="n",
    )
    decision = Decision(
        id="d", document=document.id, kind="span", start=0, end=9, choice=me, rule="majority", gold="h", comment="لا"
    )
    # Ends before spans before their layer: the order inside a step does not matter.
    project.write(Step("x", me, tuple(Change(None, record) for record in (relation, decision, head, tail, layer))))
    assert project.layer(document.id, me) == layer
    assert project.layers() == project.layers(document.id) == [layer]
    assert project.span("h") == head
    assert project.relation("r") == relation
    assert project.relations(document.id, me) == project.relations_of("h") == project.relations_of("t") == [relation]
    assert project.decisions() == project.decisions(document.id) == [decision]
    assert (project.span("none"), project.relation("none"), project.layer("none", me)) == (None, None, None)
    assert project.used_labels() == {"x y", "GPE", "r"}


def test_settings_and_clitic_splits_are_kept(project: ProjectFile) -> None:
    project.set_setting("sources", {"places": True, "camel": None})
    project.set_setting("sources", ["places"])
    assert project.setting("sources") == ["places"]
    assert project.setting("none", 5) == 5
    assert project.setting("sources", {}) == {}  # a file that somebody made by hand
    project.set_clitic_splits({"وكازاخستان": ("و", "كازاخستان"), "بالقدس": ("ب", "ال", "قدس")})
    project.set_clitic_splits({"بالقدس": ("ب", "القدس")})
    assert project.clitic_splits() == {"وكازاخستان": ("و", "كازاخستان"), "بالقدس": ("ب", "القدس")}
    assert project.undoable() is None


def test_gold_is_among_the_annotators_once_it_has_a_layer(project: ProjectFile, document: Document, me: str) -> None:
    project.write(Step("x", me, (Change(None, Layer(document=document.id, annotator=GOLD)),)))
    assert {person.id for person in project.annotators()} == {me, GOLD}
    Session(project).undo()
    assert {person.id for person in project.annotators()} == {me}
    add_layer(project, document, Annotator(id=GOLD, name=GOLD))
    assert Annotator(id=GOLD, name=GOLD) in project.annotators()


class TestSuggestions:
    """Suggesting replaces what is pending and brings back nothing that was decided."""

    @pytest.fixture
    def found(self, project: ProjectFile, document: Document, me: str) -> list[Suggestion]:
        return [
            Suggestion(document=document.id, annotator=me, start=s, end=e, label=label, by="places", score=0.5)
            for s, e, label in ((0, 3, "GPE"), (4, 10, "OCC"), (4, 10, "PERS"))
        ]

    def test_suggesting_again_adds_nothing_twice(
        self, project: ProjectFile, document: Document, me: str, found: list[Suggestion]
    ) -> None:
        assert project.replace_suggestions(document.id, me, [*found, found[0]]) == 3
        assert project.replace_suggestions(document.id, me, found) == 3
        assert project.suggestions(document.id, me) == found
        assert project.replace_suggestions(document.id, me, found[:1]) == 1
        assert project.used_labels() == {"GPE"}
        assert project.undoable() is not None
        assert project.journal()[0].step.title == "import"

    def test_a_stretch_is_replaced_by_itself(
        self, project: ProjectFile, document: Document, me: str, found: list[Suggestion]
    ) -> None:
        """With what reaches into it from outside; the rest is not so much as read."""
        project.replace_suggestions(document.id, me, found)
        assert project.suggestions(document.id, me, stretch=(3, 4)) == []
        assert project.suggestions(document.id, me, stretch=(9, 20)) == found[1:]
        new = replace(found[2], by="camel")
        assert project.replace_suggestions(document.id, me, [new], (3, 5)) == 2
        assert project.suggestions(document.id, me) == [found[0], new]

    def test_what_was_decided_does_not_come_back_from_any_source(
        self, project: ProjectFile, document: Document, me: str, found: list[Suggestion]
    ) -> None:
        project.replace_suggestions(document.id, me, found)
        session = Session(project)
        session.do(Reject(suggestions=(found[0],)))
        session.do(Accept(suggestions=(found[1],)))
        again = [replace(suggestion, by="camel") for suggestion in found]
        assert project.replace_suggestions(document.id, me, again) == 1
        assert project.suggestions(document.id, me) == [again[2]]
        decided = project.suggestions(document.id, me, (SuggestionState.REJECTED, SuggestionState.ACCEPTED))
        assert [suggestion.state for suggestion in decided] == [SuggestionState.REJECTED, SuggestionState.ACCEPTED]

    def test_undoing_a_decision_restores_its_row_though_others_were_replaced(
        self, project: ProjectFile, document: Document, me: str, found: list[Suggestion]
    ) -> None:
        project.replace_suggestions(document.id, me, found)
        session = Session(project)
        session.do(Accept(suggestions=tuple(found)))
        project.replace_suggestions(document.id, me, [])
        session.undo()
        assert project.suggestions(document.id, me) == found
        project.replace_suggestions(document.id, me, [])
        session.redo()  # the pending rows are gone; the decision stands all the same
        assert project.suggestions(document.id, me) == []
        states = {s.state for s in project.suggestions(document.id, me, tuple(SuggestionState))}
        assert states == {SuggestionState.ACCEPTED}
        assert len(project.spans(document.id, me)) == 3

    def test_a_decision_on_what_was_decided_otherwise_is_stale(
        self, project: ProjectFile, document: Document, me: str, found: list[Suggestion]
    ) -> None:
        project.replace_suggestions(document.id, me, found)
        session = Session(project)
        session.do(Reject(suggestions=(found[0],)))
        with pytest.raises(StaleEdit):
            session.do(Accept(suggestions=(found[0],)))
        with pytest.raises(StaleEdit):
            project.write(Step("x", me, (Change(found[0], None),)))
        assert project.spans(document.id, me) == []
        rejected = project.suggestions(document.id, me, (SuggestionState.REJECTED,))
        project.write(Step("x", me, (Change(rejected[0], None),)))
        assert project.suggestions(document.id, me, (SuggestionState.REJECTED,)) == []
        session.undo()
        assert project.suggestions(document.id, me, (SuggestionState.REJECTED,)) == rejected

    def test_an_import_may_bring_decided_ones(
        self, project: ProjectFile, document: Document, me: str, found: list[Suggestion]
    ) -> None:
        accepted = replace(found[0], state=SuggestionState.ACCEPTED)
        step = Step("import", me, (Change(None, accepted), Change(None, found[1])))
        project.write(step)
        assert project.suggestions(document.id, me, tuple(SuggestionState)) == [accepted, found[1]]
        Session(project).undo()
        assert project.suggestions(document.id, me, tuple(SuggestionState)) == []


class TestStaleSteps:
    """A step whose befores are not what stands in the file writes nothing at all."""

    def test_each_kind_of_change(self, project: ProjectFile, document: Document, me: str) -> None:
        session = Session(project)
        add = AddSpan(document=document.id, annotator=me, start=0, end=3, label="PERS")
        session.do(add)
        old = project.span(add.id)
        assert old is not None
        session.do(SetNote(record=add.id, note="new"))
        new = project.span(add.id)
        other = Span(id=new_id(), document=document.id, annotator=me, start=4, end=10, label="GPE")
        begun = project.layer(document.id, me)
        lines = len(project.journal())
        stale = [
            Change(old, None),
            Change(old, other if other.id == old.id else old),
            Change(None, old),
            Change(None, document),
            Change(Document(id="x", name="x", text=""), None),
            Change(document, Document(id=document.id, name="b", text=TEXT, position=9)),
            Change(None, begun),
            Change(None, project.annotator()),
            Change(project.label_set(), None),
            Change(None, project.label_set()),
            Change(None, Span(id="s", document="no document", annotator=me, start=0, end=1, label="x")),
            Change(None, Span(id="s", document=document.id, annotator="nobody", start=0, end=1, label="x")),
            Change(None, Relation(id="r", document=document.id, annotator=me, label="x", head=old.id, tail="no span")),
        ]
        stale[5] = Change(Document(id=document.id, name="a", text=TEXT), stale[5].after)
        for change in stale:
            with pytest.raises(StaleEdit):
                project.write(Step("x", me, (Change(None, other), change)))
            assert project.spans(document.id, me) == [new]
            assert len(project.journal()) == lines

    def test_a_span_that_a_relation_came_to_meanwhile_stays(
        self, project: ProjectFile, document: Document, me: str
    ) -> None:
        session = Session(project)
        head = AddSpan(document=document.id, annotator=me, start=0, end=3, label="PERS")
        tail = AddSpan(document=document.id, annotator=me, start=11, end=18, label="GPE")
        session.do(head)
        session.do(tail)
        planned = Change(project.span(head.id), None)
        session.do(AddRelation(label="located_in", head=head.id, tail=tail.id))
        with pytest.raises(StaleEdit):
            project.write(Step("remove_span", me, (planned,)))
        assert len(project.spans(document.id, me)) == 2
        assert len(project.relations_of(tail.id)) == 1

    def test_a_line_whose_turn_it_is_not_cannot_be_undone_or_redone(
        self, project: ProjectFile, document: Document
    ) -> None:
        entry = project.undoable()
        assert entry is not None
        with pytest.raises(StaleEdit, match="last one"):
            project.write(entry.step.inverse(), undoes=entry.id + 1)
        with pytest.raises(StaleEdit, match="next one"):
            project.write(entry.step, redoes=entry.id)
        assert project.documents() != []


def test_a_document_can_be_renamed_and_keeps_its_text(project: ProjectFile, document: Document, me: str) -> None:
    renamed = Document(id=document.id, name="جديد", text=document.text, position=4, meta={"source": "x"})
    project.write(Step("rename_document", me, (Change(document, renamed),)))
    assert project.document(document.id) == renamed
    Session(project).undo()
    assert project.document(document.id) == document
    other = Document(id=document.id, name="doc", text="آخر")
    with pytest.raises(ValueError, match="never changes"):
        project.write(Step("x", me, (Change(document, other),)))


def test_a_full_disk_is_one_line_and_nothing_is_written(project: ProjectFile) -> None:
    # SQLite refuses to grow the file beyond this many pages, as it does when the disk is full.
    document = add_document(project)
    project.close()
    limited = open_project(project.path)
    limited_connection(limited)
    with pytest.raises(TawsimError, match="full"):
        add_document(limited, "كلمة " * 100_000)
    assert [found.id for found in limited.documents()] == [document.id]
    limited.close()


def limited_connection(project: ProjectFile) -> None:
    conn = project._conn  # noqa: SLF001  the limit is of one connection
    (pages,) = conn.execute("PRAGMA page_count").fetchone()
    conn.execute(f"PRAGMA max_page_count = {pages}")


def test_attributes_are_set_and_taken_away(project: ProjectFile, document: Document, me: str) -> None:
    span = span_of(document, "القدسَ", "GPE", annotator=me)
    add_layer(project, document, project.annotator(), span)
    session = Session(project)
    session.do(SetAttribute(span=span.id, name="نوع", value="NAM"))
    session.do(SetAttribute(span=span.id, name="sure", value=True))
    session.do(SetAttribute(span=span.id, name="نوع", value=None))
    found = project.span(span.id)
    assert found is not None
    assert found.attributes == {"sure": True}
    session.undo()
    found = project.span(span.id)
    assert found is not None
    assert found.attributes == {"sure": True, "نوع": "NAM"}
