"""What stays with the learned models: sources that are often wrong stand back where something is learnt."""

from annotate.edits import Accept, Reject
from annotate.labels import LabelSet
from annotate.model import Suggestion
from annotate.project import Project
from annotate.session import Session
from annotate.suggest.learned_setting import Learnt, keep_learned, nests, often_wrong, standing_back
from annotate.suggest.lessons import Lesson
from annotate.suggest.proposals import Proposal
from annotate.suggest.run import keep, propose, rules_of
from annotate.suggest.source_settings import switch
from tests.projects import add_document


def decide(project: Project, source: str, label: str, *, right: int, wrong: int) -> None:
    """A document with so many suggestions of a source accepted and rejected."""
    number = right + wrong
    document = add_document(project, "النور " * number, name=source + label)
    found = [Proposal(at * 6, at * 6 + 5, label, source) for at in range(number)]
    keep(project, document.id, found, [source], rules_of(project))
    pending = project.suggestions(document.id, project.annotator().id)
    session = Session(project)
    session.do(Accept(suggestions=tuple(pending[:right])))
    session.do(Reject(suggestions=tuple(pending[right:])))


class Says:
    """A source that says one thing."""

    name = "starter"
    own_labels = False

    def propose(self, text: str, clitics: object = None) -> list[Proposal]:
        return [Proposal(0, len(text), "ORG", self.name), Proposal(0, 4, "PERS", self.name)]


def labels_suggested(project: Project) -> list[str]:
    return [p.label for p in propose("شركة النور", [Says()], rules_of(project))[0]]


def test_a_source_is_often_wrong_once_that_can_be_told(project: Project) -> None:
    decide(project, "starter", "ORG", right=14, wrong=16)
    decide(project, "starter", "PERS", right=15, wrong=15)
    decide(project, "camel+starter", "ORG", right=0, wrong=1)
    decide(project, "learned+starter", "PERS", right=0, wrong=40)
    decide(project, "places", "GPE", right=1, wrong=28)
    decide(project, "lists", "ORG", right=1, wrong=40)
    assert often_wrong(project) == {"starter": ["ORG"]}


def test_what_is_often_wrong_stands_back_for_learnt_labels_only(project: Project) -> None:
    keep_learned(project, Learnt({"ORG": "model"}, 20, {"starter": ["ORG", "PERS"], "places": ["GPE"]}, nests=True))
    assert standing_back(project, project.label_set()) == {"starter": ["ORG"]}
    assert labels_suggested(project) == ["PERS"]


def test_it_speaks_again_when_nothing_is_learnt_or_learning_is_off(project: Project) -> None:
    labels: LabelSet = project.label_set()
    keep_learned(project, Learnt({"ORG": "model"}, 20, {"starter": ["ORG"]}, nests=True))
    switch(project, labels, "learned", "", on=False)
    assert sorted(labels_suggested(project)) == ["ORG", "PERS"]
    switch(project, labels, "learned", "", on=True)
    keep_learned(project, Learnt({"ORG": "model"}, 20, {}, nests=True))
    assert sorted(labels_suggested(project)) == ["ORG", "PERS"]


def test_switches_of_the_user_hold_beside_it(project: Project) -> None:
    keep_learned(project, Learnt({"ORG": "model"}, 20, {"starter": ["ORG"]}, nests=True))
    switch(project, project.label_set(), "starter", "PERS", on=False)
    assert labels_suggested(project) == []


def test_pending_suggestions_say_nothing_of_what_is_right(project: Project) -> None:
    document = add_document(project, "النور " * 40)
    me = project.annotator().id
    pending = [
        Suggestion(document=document.id, annotator=me, start=at * 6, end=at * 6 + 5, label="ORG", by="starter", score=1)
        for at in range(40)
    ]
    project.replace_suggestions(document.id, me, pending)
    assert often_wrong(project) == {}


def spans(*places: tuple[int, int]) -> Lesson:
    return Lesson("النور " * 100, ((0, 600),), tuple((start, end, "ORG") for start, end in places))


def test_a_project_that_never_nested_gets_no_nested_suggestions(project: Project) -> None:
    flat = [spans(*((at * 6, at * 6 + 5) for at in range(50)))]
    assert not nests(flat)
    assert nests([*flat, spans((0, 11), (6, 11))])
    assert nests([spans((0, 5))])  # too few to tell
    document, me = add_document(project, "جامعة القدس"), project.annotator().id
    found = [Proposal(0, 11, "ORG", "learned", 0.9), Proposal(6, 11, "GPE", "learned", 0.8)]
    for nested, labels in ((False, ["ORG"]), (True, ["ORG", "GPE"])):
        keep_learned(project, Learnt({}, 20, {}, nested))
        keep(project, document.id, found, ["learned"], rules_of(project))
        assert [one.label for one in project.suggestions(document.id, me)] == labels
