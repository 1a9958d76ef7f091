"""Between two trainings: names decided just before are suggested in what comes next."""

from annotate.edits import AddSpan, MarkRead
from annotate.model import Document
from annotate.project import Project
from annotate.session import Session
from annotate.suggest.on_the_way import AHEAD, BACK, on_the_way
from annotate.suggest.run import rules_of
from tests.projects import add_document

FIRST = "زار شركة النور أمس.\n"


def decided(project: Project, text: str) -> Document:
    """A document of which the first sentence is read, with شركة النور labelled there."""
    document, me = add_document(project, text), project.annotator().id
    session = Session(project)
    session.do(AddSpan(document=document.id, annotator=me, start=4, end=14, label="ORG"))
    session.do(MarkRead(document=document.id, annotator=me, start=0, end=19))
    return document


def suggested(project: Project, document: Document, place: int) -> list[tuple[int, str, str]]:
    rules = rules_of(project)
    found = on_the_way(project, document.id, place, rules).proposals(rules)
    return [(p.start, document.text[p.start : p.end], p.label) for p in found]


def test_a_name_decided_before_is_suggested_ahead_only(project: Project) -> None:
    text = FIRST + "عاد إلى شركه النور.\nثم ولشركة النور."
    document = decided(project, text)
    ahead = [(text.index("شركه النور"), "شركه النور", "ORG"), (text.rindex("شركة النور"), "شركة النور", "ORG")]
    assert suggested(project, document, len(FIRST)) == ahead
    assert suggested(project, document, text.rindex("\n")) == ahead[1:]
    assert suggested(project, document, len(text)) == []


def test_it_looks_some_sentences_ahead_even_where_there_is_no_line(project: Project) -> None:
    word = "كلام "
    text = FIRST + word * 500 + "شركة النور " + word
    document = decided(project, text)
    place = text.rindex("شركة النور")
    assert [found[0] for found in suggested(project, document, place - AHEAD + 20)] == [place]
    assert suggested(project, document, place - AHEAD + 10) == []  # up to the edge: it could go on behind it
    assert suggested(project, document, place - AHEAD - 20) == []


def test_what_lies_far_behind_is_forgotten_until_the_next_training(project: Project) -> None:
    text = FIRST + "كلام " * (BACK // 5) + "شركة النور"
    document = decided(project, text)
    assert suggested(project, document, len(FIRST) + BACK - AHEAD // 2) != []
    assert suggested(project, document, len(FIRST) + BACK) == []


def test_unread_sentences_and_documents_nobody_began_say_nothing(project: Project) -> None:
    document = add_document(project, FIRST + FIRST)
    me = project.annotator().id
    assert suggested(project, document, len(FIRST)) == []
    Session(project).do(AddSpan(document=document.id, annotator=me, start=4, end=14, label="ORG"))
    assert suggested(project, document, len(FIRST)) == []
