"""Receiving: what is new comes in, in any order and any number of times; what does not fit is listed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotate import edits
from annotate.colleague_file import ColleagueFile
from annotate.errors import EditRefused, TawsimError
from annotate.handing_out import AddAnnotators, handout, recipients
from annotate.labels import EntityType, LabelSet
from annotate.model import GOLD, Annotator, Document, Span, State, SuggestionState
from annotate.project import Project
from annotate.receiving import ReceiveReport, Skipped, receive
from annotate.session import Session
from annotate.versions import holds, is_newer
from store.database import open_project
from store.exchange import read_colleague_file, write_handout
from tests.projects import TEXT, add_document, content, new_project, wojood

Work = Callable[[Session, list[str]], None]


class Team:
    """A lead's project in a folder, and what colleagues do with their hand-outs of it."""

    def __init__(self, folder: Path, texts: list[str]) -> None:
        self.folder = folder
        self.project = new_project(folder / "lead.tawsim", annotator="أمل")
        self.session = Session(self.project)
        self.documents = [add_document(self.project, text, name=f"doc-{n}").id for n, text in enumerate(texts)]
        self._files = 0

    def hand_out(self, name: str) -> Path:
        path = self.path()
        person = self.person(name)
        write_handout(path, handout(self.project, person, self.documents, suggestions=True))
        self.session.do(AddAnnotators(annotators=(person,)))
        return path

    def person(self, name: str) -> Annotator:
        (person,) = recipients(self.project, [name])
        return person

    def path(self) -> Path:
        self._files += 1
        return self.folder / f"{self._files}.tawsim"

    def work(self, path: Path, *acts: Work) -> Path:
        """Do something in a colleague's file; gives what is handed in then."""
        theirs = open_project(path)
        session = Session(theirs)
        for act in acts:
            act(session, [summary.id for summary in theirs.documents()])
        out = self.path()
        theirs.snapshot(out)
        theirs.close()
        return out

    def receive(self, path: Path) -> ReceiveReport:
        return receive(self.session, read_colleague_file(path))

    def layer(self, who: str, document: int = 0) -> list[tuple[int, int, str]]:
        (id,) = [person.id for person in self.project.annotators() if person.name == who]
        return [(span.start, span.end, span.label) for span in self.project.spans(self.documents[document], id)]


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    made = Team(tmp_path, [TEXT, "نص آخر عن القدس"])
    yield made
    made.project.close()


def add(start: int, end: int, label: str = "GPE", document: int = 0) -> Work:
    def act(session: Session, documents: list[str]) -> None:
        who = session.annotator
        session.do(edits.AddSpan(document=documents[document], annotator=who, start=start, end=end, label=label))

    return act


def join(session: Session, documents: list[str]) -> None:
    head, tail = session.project.spans(documents[0], session.annotator)[:2]
    session.do(edits.AddRelation(label="located_in", head=head.id, tail=tail.id))


def entitle(session: Session, documents: list[str]) -> None:
    head, tail = session.project.spans(documents[0], session.annotator)[:2]
    session.do(edits.AddRelation(label="has_title", head=head.id, tail=tail.id))


def remove_first(session: Session, documents: list[str]) -> None:
    session.do(edits.RemoveSpan(span=session.project.spans(documents[0], session.annotator)[0].id))


def undo(session: Session, documents: list[str]) -> None:
    session.undo()


def finish(session: Session, documents: list[str]) -> None:
    session.do(edits.SetState(document=documents[0], annotator=session.annotator, state=State.DONE))


def test_a_colleagues_layer_comes_in_and_a_second_time_changes_nothing(team: Team) -> None:
    file = team.work(team.hand_out("سامي"), add(0, 3, "PERS"), add(13, 19), join, finish)
    report = team.receive(file)
    assert (report.annotator, report.documents, report.spans, report.relations) == ("سامي", 1, 2, 1)
    assert (report.skipped, report.replaced, report.labels) == ((), (), ())
    assert team.layer("سامي") == [(0, 3, "PERS"), (13, 19, "GPE")]
    assert team.layer("أمل") == []
    after, lines = content(team.project), len(team.project.journal())
    again = team.receive(file)
    assert (again.documents, again.spans, again.relations, again.skipped) == (0, 0, 0, ())
    assert content(team.project) == after
    assert len(team.project.journal()) == lines


def test_receiving_is_one_step_that_can_be_undone_and_redone(team: Team) -> None:
    out = team.hand_out("سامي")
    first = team.work(out, add(0, 3, "PERS"))
    team.receive(first)
    before = content(team.project)
    second = team.work(out, add(13, 19), join, remove_first)
    report = team.receive(second)
    assert (report.spans, report.relations) == (2, 0)
    after = content(team.project)
    assert team.project.journal(1)[0].step.title == "receive"
    team.session.undo()
    assert content(team.project) == before
    assert team.receive(second).spans == 2
    assert content(team.project) == after
    team.session.undo()
    team.session.redo()
    assert content(team.project) == after


def test_the_newer_version_stands_whatever_comes_first(team: Team) -> None:
    out = team.hand_out("سامي")
    old = team.work(out, add(0, 3, "PERS"), add(4, 10, "OCC"))
    new = team.work(out, remove_first, add(13, 19))
    newest = team.work(out, undo, undo)
    assert team.receive(new).documents == 1
    assert team.layer("سامي") == [(4, 10, "OCC"), (13, 19, "GPE")]
    assert team.receive(old).documents == 0
    assert team.layer("سامي") == [(4, 10, "OCC"), (13, 19, "GPE")]
    assert team.receive(newest).spans == 2
    assert team.layer("سامي") == [(0, 3, "PERS"), (4, 10, "OCC")]
    assert team.receive(new).documents == 0


def test_a_second_hand_out_goes_on_from_what_came_in(team: Team) -> None:
    team.receive(team.work(team.hand_out("سامي"), add(0, 3, "PERS")))
    second = team.hand_out("سامي")
    report = team.receive(team.work(second, add(13, 19)))
    assert (report.documents, report.spans, report.replaced) == (1, 1, ())
    assert team.layer("سامي") == [(0, 3, "PERS"), (13, 19, "GPE")]
    assert team.receive(second).documents == 0


def test_what_was_changed_here_meanwhile_is_replaced_by_more_steps_and_said(team: Team) -> None:
    out = team.hand_out("سامي")
    team.receive(team.work(out, add(0, 3, "PERS")))
    sami = team.person("سامي")
    mine = edits.AddSpan(document=team.documents[0], annotator=sami.id, start=4, end=10, label="OCC")
    team.session.do(mine)
    one_more = team.work(out, add(13, 19))
    theirs = team.work(out, add(28, 31, "DATE"), finish)
    report = team.receive(theirs)
    assert report.replaced == ("doc-0",)
    assert (4, 10, "OCC") not in team.layer("سامي")
    team.session.undo()
    assert (4, 10, "OCC") in team.layer("سامي")
    team.session.do(edits.SetNote(record=mine.id, note="لي"))
    (skipped,) = team.receive(one_more).skipped
    assert (skipped.document, "more steps" in skipped.why) == ("doc-0", True)
    assert (4, 10, "OCC") in team.layer("سامي")


def test_two_people_are_two_layers_and_see_nothing_of_each_other(team: Team) -> None:
    files = [team.work(team.hand_out(name), add(0, 3, "PERS")) for name in ("سامي", "منى")]
    for file in files:
        team.receive(file)
    assert team.layer("سامي") == team.layer("منى") == [(0, 3, "PERS")]
    assert len({person.id for person in team.project.annotators()}) == 3


def test_a_colleagues_new_name_comes_with_their_work(team: Team) -> None:
    def rename(session: Session, documents: list[str]) -> None:
        session.do(edits.RenameAnnotator(annotator=session.annotator, name="سامي الأحمد"))

    out = team.hand_out("سامي")
    team.receive(team.work(out, rename, add(0, 3, "PERS")))
    assert {person.name for person in team.project.annotators()} == {"أمل", "سامي الأحمد"}
    team.session.undo()
    assert {person.name for person in team.project.annotators()} == {"أمل", "سامي"}


def test_decided_suggestions_come_along(team: Team) -> None:
    from annotate.model import Suggestion

    me = team.session.annotator
    found = [
        Suggestion(document=team.documents[0], annotator=me, start=s, end=e, label="GPE", by="x")
        for s, e in ((0, 3), (4, 10))
    ]
    team.project.replace_suggestions(team.documents[0], me, found)

    def decide(session: Session, documents: list[str]) -> None:
        one, other = session.project.suggestions(documents[0], session.annotator)
        session.do(edits.Accept(suggestions=(one,)))
        session.do(edits.Reject(suggestions=(other,)))

    team.receive(team.work(team.hand_out("سامي"), decide))
    sami = team.person("سامي")
    decided = team.project.suggestions(team.documents[0], sami.id, tuple(SuggestionState))
    assert [suggestion.state for suggestion in decided] == [SuggestionState.ACCEPTED, SuggestionState.REJECTED]
    assert team.project.suggestions(team.documents[0], me) == found


class TestDocuments:
    """By the id of the document, which its text verifies; else by the text; else by the name of equal texts."""

    @pytest.fixture
    def file(self, team: Team) -> ColleagueFile:
        return read_colleague_file(team.work(team.hand_out("سامي"), add(0, 3, "PERS"), add(0, 2, "ORG", 1)))

    def test_a_changed_text_is_refused_by_name_and_the_rest_comes_in(self, team: Team, file: ColleagueFile) -> None:
        report = receive(team.session, with_document(file, text=TEXT + "!"))
        assert report.skipped == (Skipped("doc-0", "its text was changed"),)
        assert report.documents == 1
        assert team.layer("سامي", 1) == [(0, 2, "ORG")]

    def test_another_id_is_matched_by_the_text(self, team: Team, file: ColleagueFile) -> None:
        other = with_document(file, id="other", name="x")
        assert receive(team.session, other).spans == 2
        assert team.layer("سامي") == [(0, 3, "PERS")]
        assert receive(team.session, other).spans == 0

    def test_a_text_that_is_not_here_is_listed(self, team: Team, file: ColleagueFile) -> None:
        report = receive(team.session, with_document(file, id="other", text="غير موجود"))
        assert report.skipped == (Skipped("doc-0", "no document here has its text"),)

    def test_equal_texts_are_told_apart_by_name(self, team: Team, file: ColleagueFile) -> None:
        add_document(team.project, TEXT, name="twin")
        report = receive(team.session, with_document(file, id="other", name="third"))
        assert report.skipped == (Skipped("third", "several documents here have its text"),)
        assert receive(team.session, with_document(file, id="other", name="doc-0")).documents == 1

    def test_two_documents_of_one_text_in_the_file(self, team: Team, file: ColleagueFile) -> None:
        twin = replace(file.layers[0], document=replace(file.layers[0].document, id="other", name="twin"))
        report = receive(team.session, replace(file, layers=(*file.layers, twin)))
        assert report.skipped == (Skipped("twin", "another document of the file has the same text"),)

    def test_a_locked_layer_stays_as_it_is(self, team: Team, file: ColleagueFile) -> None:
        sami = team.person("سامي")
        lock = edits.SetState(document=team.documents[0], annotator=sami.id, state=State.LOCKED)
        team.session.do(lock)
        report = receive(team.session, file)
        assert report.skipped == (Skipped("doc-0", "locked here"),)
        assert team.layer("سامي") == []

    def test_a_layer_with_a_fault_is_listed_and_the_rest_comes_in(self, team: Team, file: ColleagueFile) -> None:
        (span,) = file.layers[0].spans
        bad = replace(file.layers[0], spans=(replace(span, end=10_000),))
        report = receive(team.session, replace(file, layers=(bad, *file.layers[1:])))
        assert [skipped.document for skipped in report.skipped] == ["doc-0"]
        assert "no stretch of this text" in report.skipped[0].why
        assert report.spans == 1

    def test_an_id_that_another_layer_has_is_given_up(self, team: Team, file: ColleagueFile) -> None:
        (span,) = file.layers[0].spans
        mine = edits.AddSpan(
            document=team.documents[0], annotator=team.session.annotator, start=0, end=3, label="PERS", id=span.id
        )
        team.session.do(mine)
        assert receive(team.session, file).spans == 2
        assert team.layer("سامي") == team.layer("أمل") == [(0, 3, "PERS")]
        assert receive(team.session, file).spans == 0


def with_document(file: ColleagueFile, **changes: str) -> ColleagueFile:
    """The file with its first document as somebody may have changed it."""
    first = file.layers[0]
    values = {"id": first.document.id, "name": first.document.name, "text": first.document.text} | changes
    document = Document(id=values["id"], name=values["name"], text=values["text"])
    return replace(file, layers=(replace(first, document=document), *file.layers[1:]))


def test_labels_go_by_key_then_by_id_and_strange_ones_are_listed(team: Team) -> None:
    ours = LabelSet(
        id="mine",
        entities=(
            EntityType(key="PERS", id="Human"),
            EntityType(key="k7", id="GPE"),
            *(entity for entity in wojood().entities if entity.key == "ORG"),
        ),
    )
    file = team.work(team.hand_out("سامي"), add(0, 3, "PERS"), add(4, 10, "OCC"), add(13, 19), entitle)
    team.session.do(edits.SetLabels(labels=ours))
    report = team.receive(file)
    assert [label for _, _, label in team.layer("سامي")] == ["PERS", "OCC", "k7"]
    assert [line.split(":")[0] for line in report.labels] == ["OCC", "has_title"]
    assert team.receive(file).labels == ()


@pytest.mark.parametrize(
    "annotator",
    [
        Annotator(id=GOLD, name="x"),
        Annotator(id="", name="x"),
        Annotator(id="1", name="gold"),
        Annotator(id="1", name=""),
    ],
)
def test_a_file_of_nobody_is_refused(team: Team, annotator: Annotator) -> None:
    file = read_colleague_file(team.work(team.hand_out("سامي"), add(0, 3)))
    before = content(team.project)
    with pytest.raises(TawsimError) as refused:
        receive(team.session, replace(file, annotator=annotator))
    assert str(refused.value).startswith(f"{file.path}: ")
    assert content(team.project) == before


versions = st.dictionaries(st.sampled_from("abc"), st.tuples(st.integers(1, 3), st.sampled_from("xy")))


@given(versions, versions, versions)
def test_versions_stand_in_a_total_order_that_never_puts_less_above_more(
    one: dict[str, tuple[int, str]], two: dict[str, tuple[int, str]], three: dict[str, tuple[int, str]]
) -> None:
    assert (one == two) is not (is_newer(one, two) or is_newer(two, one))
    assert not (is_newer(one, two) and is_newer(two, one))
    if is_newer(one, two) and is_newer(two, three):
        assert is_newer(one, three)
    if holds(one, two) and one != two:
        assert is_newer(one, two)


ACTS: dict[str, Work] = {
    "person": add(0, 3, "PERS"),
    "place": add(13, 19),
    "other": add(0, 2, "ORG", 1),
    "join": join,
    "remove": remove_first,
    "undo": undo,
    "done": finish,
}


def quietly(act: Work) -> Work:
    """The act, or nothing where it cannot be done."""

    def tried(session: Session, documents: list[str]) -> None:
        try:
            act(session, documents)
        except (EditRefused, IndexError, ValueError):
            return

    return tried


@given(
    st.lists(
        st.tuples(st.sampled_from(["سامي", "منى", "copy"]), st.lists(st.sampled_from(sorted(ACTS)), max_size=4)),
        min_size=2,
        max_size=3,
    )
)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_merging_is_idempotent_and_free_of_order(plan: list[tuple[str, list[str]]]) -> None:
    with TemporaryDirectory(prefix="tawsim-") as name:
        team = Team(Path(name), [TEXT, "نص آخر عن القدس"])
        outs = {person: team.hand_out(person) for person in ("سامي", "منى")}
        outs["copy"] = team.work(outs["سامي"])  # one file worked on in two places
        files = [
            read_colleague_file(team.work(outs[person], *(quietly(ACTS[act]) for act in acts))) for person, acts in plan
        ]
        base = team.path()
        team.project.snapshot(base)
        team.project.close()
        results = []
        for order in permutations(files):
            lead = open_copy(base, team.path())
            for file in (*order, *order[:1], *order):
                receive(Session(lead), file)
            results.append((content(lead), versions_of(lead)))
            lead.close()
        assert all(result == results[0] for result in results)


def open_copy(path: Path, copy: Path) -> Project:
    copy.write_bytes(path.read_bytes())
    return open_project(copy)


def versions_of(project: Project) -> dict[str, object]:
    return {
        f"{person.name} {document}": layer.version
        for person in project.annotators()
        for document, layer in project.layer_versions(person.id).items()
    }


def test_spans_keep_their_ids_so_that_relations_hold(team: Team) -> None:
    file = read_colleague_file(team.work(team.hand_out("سامي"), add(0, 3, "PERS"), add(13, 19), join))
    receive(team.session, file)
    sami = team.person("سامي")
    spans: list[Span] = list(team.project.spans(team.documents[0], sami.id))
    assert tuple(spans) == file.layers[0].spans
    (relation,) = team.project.relations(team.documents[0], sami.id)
    assert (relation.head, relation.tail) == (spans[0].id, spans[1].id)
