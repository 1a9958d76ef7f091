"""What was decided for the same words elsewhere in the project."""

from pathlib import Path

from annotate.edits import AddSpan, MarkRead
from annotate.project import Project
from annotate.session import Session
from annotate.suggest.decided import Decided, shares
from annotate.suggest.lessons import Lesson
from annotate.suggest.run import suggest
from tests.projects import add_document


def lesson(text: str, *surfaces: tuple[str, str], read: int | None = None) -> Lesson:
    spans = tuple((text.index(s), text.index(s) + len(s), label) for s, label in surfaces)
    return Lesson(text, ((0, len(text) if read is None else read),), spans)


def found(text: str, *lessons: Lesson) -> list[tuple[str, str, float]]:
    return [(text[p.start : p.end], p.label, round(p.score, 2)) for p in Decided(shares(lessons)).propose(text)]


def test_a_name_labelled_once_is_suggested_elsewhere_folded_and_without_proclitics() -> None:
    first = lesson("زار شركة النور أمس", ("شركة النور", "ORG"))
    assert found("انضم إلى شركه النور ولشركة النور", first) == [("شركه النور", "ORG", 0.5), ("شركة النور", "ORG", 0.5)]


def test_nested_names_are_suggested_too() -> None:
    first = lesson("مدير جامعة بيرزيت", ("جامعة بيرزيت", "ORG"), ("بيرزيت", "GPE"))
    assert found("جامعة بيرزيت", first) == [("جامعة بيرزيت", "ORG", 0.5), ("بيرزيت", "GPE", 0.5)]


def test_words_that_mostly_have_no_label_are_not_suggested() -> None:
    often_none = lesson("النور في النور من النور", ("النور", "ORG"))
    assert found("النور", often_none) == []
    assert found("النور", lesson("النور هنا النور", ("النور", "ORG"))) == [("النور", "ORG", 0.33)]


def test_more_mentions_make_it_surer() -> None:
    mentions = [lesson("زار النور", ("النور", "ORG")) for _ in range(9)]
    assert found("النور", *mentions) == [("النور", "ORG", 0.9)]


def test_what_was_not_read_says_nothing() -> None:
    text = "النور هنا.\nالنور النور النور"
    assert found("النور", lesson(text, ("النور", "ORG"), read=10)) == [("النور", "ORG", 0.5)]
    assert found("النور", lesson(text, ("النور", "ORG"), read=5)) == []


def test_numbers_and_marks_alone_are_no_names() -> None:
    assert shares([lesson("بلغ 15 ، ثم", ("15", "CARDINAL"), ("،", "ORG"))]) == {}


def test_a_project_suggests_what_its_annotator_decided(project: Project, seeds: Path) -> None:
    text = "زار شركة النور أمس.\nعاد إلى شركة النور."
    document, me = add_document(project, text).id, project.annotator().id
    session = Session(project)
    session.do(AddSpan(document=document, annotator=me, start=4, end=14, label="ORG"))
    session.do(MarkRead(document=document, annotator=me, start=0, end=19))
    suggest(project, seeds, sources=["decided"])
    rows = project.suggestions(document, me)
    assert [(text[s.start : s.end], s.label, s.by) for s in rows] == [("شركة النور", "ORG", "decided")]
    assert rows[0].start > 19
