"""The words that a project's spans say are names, and how its words are cut by them everywhere."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.arabic.clitics import SHIPPED, Clitics
from annotate.changes import Change, Step
from annotate.edits import AddSpan, SetState
from annotate.exporting import ExportOptions, export
from annotate.model import GOLD, Annotator, Layer, State, new_id
from annotate.project import Project
from annotate.session import Session
from annotate.suggest.lessons import lessons
from annotate.suggest.run import suggest
from annotate.vocabulary import Mark, Vocabulary, clitics_of, mark
from tests.annotate.arabic.test_clitics import table
from tests.conftest import Shared
from tests.projects import add_document, add_layer, span_of


def marked(*spans: str, stems: bool = True) -> Vocabulary:
    """The vocabulary of spans, each given as a text with the span in brackets."""
    marks = []
    for text in spans:
        start, end = text.index("["), text.index("]") - 1
        marks.append(mark(text.replace("[", "").replace("]", ""), start, end))
    return Vocabulary(filter(None, marks), stems=stems)


# --- what a span says


@pytest.mark.parametrize(
    ("text", "name", "word"),
    [
        ("زار [ودمدني] أمس", "ودمدني", "ودمدني"),
        ("زار و[توكاييف] أمس", "توكاييف", "وتوكاييف"),
        ("زار [بلخادم بن علي] أمس", "بلخادم", "بلخادم"),
        ("إلى لل[كونجرس]", "كونجرس", "للكونجرس"),
        ("زار وَ[تُوكـاييف]هم", "توكاييف", "وتوكاييف"),
    ],
)
def test_a_span_names_its_first_word_or_what_is_behind_clitics(text: str, name: str, word: str) -> None:
    start, end = text.index("["), text.index("]") - 1
    found = mark(text.replace("[", "").replace("]", ""), start, end)
    assert found is not None
    assert (found.name, found.word) == (name, word)


@pytest.mark.parametrize(
    "text",
    [
        "كازا[خستان] أمس",  # no clitic ends there
        "[كازا]خستان أمس",
        "[مدرستهم الثانوية]",  # the enclitic may well be one
        "عام [1948] م",
        "[،] أمس",
        "قال [بأن كي مون]",  # بان is too frequent as بأن
        "كتب [منى]",  # مني too
        "[ب]",
        "ب" * 100 + "[" + "ا" * 100 + "]",
    ],
)
def test_other_spans_say_nothing(text: str) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert mark(text.replace("[", "").replace("]", ""), start, end) is None


@pytest.mark.parametrize("name", ["ودمدني", "كفرقاسم", "لحج", "وقش", "بلخادم", "بلغراد", "بريانة", "فرانس"])
def test_a_name_that_was_marked_once_stays_whole(name: str) -> None:
    vocabulary = marked(f"زار [{name}] أمس")
    assert Clitics(vocabulary.names).split(name) == (name,)


def test_a_slip_makes_no_name_where_the_rules_are_sure() -> None:
    """Marked so again it is one."""
    assert not marked("زار [وبريطانيا] أمس", "[لمصر]", "[بالقاهرة]").names
    assert marked("زار [وزان] أمس", "عاد [وزان]").names == {"وزان"}


def test_a_word_marked_whole_may_have_a_clitic_before_a_name() -> None:
    slip, name = "عاد [وتوكاييف] غدا", "زار [توكاييف] أمس"
    assert marked(slip).names == {"وتوكاييف"}
    assert marked(slip, name).names == marked(slip, "زار و[توكاييف] أمس").names == {"توكاييف"}


def test_under_the_policy_of_whole_words_a_word_says_nothing_of_its_first_letter() -> None:
    spans = "زار [ودمدني]", "زار [توكاييف]", "زار و[دمدنا]"
    assert marked(*spans, stems=False).names == {"توكاييف", "دمدنا"}
    assert marked(*spans).names == {"ودمدني", "توكاييف", "دمدنا"}


def test_nor_where_the_spans_are_those_of_a_corpus_of_whole_words() -> None:
    """Whatever the policy: sure clitics are inside the spans."""
    corpus = [f"زار [{word}]" for word in ("وبريطانيا", "لمصر", "بالقاهرة", "وفرنسا")]
    assert marked(*corpus, "زار [ودمدني]").names == set()
    stems = [f"زار و[{word}]" for word in ("بريطانيا", "مصر", "القاهرة", "فرنسا")]
    assert "ودمدني" in marked(*corpus, *stems, "زار [ودمدني]").names


def test_words_of_lists_are_names_even_where_the_rules_are_sure() -> None:
    vocabulary = Vocabulary(stems=False, listed=["وزان", "بأن", "ودمدني", "12"])
    assert vocabulary.names == {"وزان", "ودمدني"}
    vocabulary.list_words(["وقش"])
    assert vocabulary.names == {"وقش"}


NAMES = st.sampled_from(["وزان", "زان", "توكاييف", "وتوكاييف", "بتوكاييف", "ودمدني", "وبريطانيا", "بريطانيا", "لمصر"])
MARKS = st.builds(
    lambda name, clitic: mark(clitic + name, len(clitic), len(clitic + name)), NAMES, st.sampled_from(["", "و", "ب"])
).map(lambda found: found or Mark("قش", "وقش", False))


@given(st.lists(MARKS, max_size=12), st.data())
def test_marks_that_come_and_go_leave_what_counting_anew_finds(marks: list[Mark], data: st.DataObject) -> None:
    vocabulary = Vocabulary(marks[:3], listed=["وزان"])
    for one in marks[3:]:
        vocabulary.add(one)
    gone = data.draw(st.lists(st.sampled_from(range(len(marks))), unique=True)) if marks else []
    for place in gone:
        vocabulary.remove(marks[place])
    left = [one for place, one in enumerate(marks) if place not in gone]
    assert vocabulary.names == Vocabulary(left, listed=["وزان"]).names


# --- on real texts


def corpus(path: Path) -> list[list[tuple[str, str]]]:
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return [[(line.split(" ")[0], line.split(" ")[1]) for line in block.split("\n") if line] for block in blocks]


def marks_of(sentences: list[list[tuple[str, str]]], *, stems: bool) -> list[Mark]:
    """Those of the first words of gold; ``stems``: clitics that the rules cut are outside, as a person would mark."""
    found = []
    for sentence in sentences:
        for place, (word, tag) in enumerate(sentence):
            if tag.startswith("B-"):
                on = any(tag.startswith("I-") for _, tag in islice(sentence, place + 1, place + 2))
                start = SHIPPED.analyse(word).range[0] if stems else 0
                found.append(mark(word + " ا" * on, start, len(word) + 2 * on))
    return [one for one in found if one]


@pytest.mark.parametrize("stems", [True, False])
def test_the_vocabulary_of_a_corpus_leaves_right_splits_alone(shared: Shared, stems: bool) -> None:
    """Neither the table of splits nor, but for unknown names, those of another text change."""
    vocabulary = Vocabulary(marks_of(corpus(shared / "anercorp/train.bio"), stems=stems))
    clitics = Clitics(vocabulary.names)
    words = [parts.replace("|", "") for parts in table()]
    assert [clitics.split(word) for word in words] == [SHIPPED.split(word) for word in words]
    running = Counter(word for sentence in corpus(shared / "anercorp/test.bio") for word, _ in sentence)
    changed = {word: number for word, number in running.items() if clitics.split(word) != SHIPPED.split(word)}
    assert sum(changed.values()) < 25
    assert all("".join(clitics.split(word)) == word for word in running)
    if stems:
        assert len(vocabulary.names) > 1500


# --- in a project


def test_a_project_learns_from_its_own_spans_gold_and_finished_colleagues(project: Project) -> None:
    me, colleague, gold = project.annotator(), Annotator(id="a", name="سمر"), Annotator(id=GOLD, name="gold")
    names = ["ودمدني", "كفرقاسم", "بلخادم"]
    documents = [add_document(project, f"زار {name} أمس.", name=name) for name in names]
    for document, who, name in zip(documents, (me, gold, colleague), names, strict=True):
        add_layer(project, document, who, span_of(document, name, "GPE", annotator=who.id))
    assert clitics_of(project).names == {"ودمدني", "كفرقاسم"}
    assert clitics_of(project, everyone=True).names == set(names)
    Session(project).do(SetState(document=documents[2].id, annotator=me.id, state=State.DONE))
    assert clitics_of(project).names == set(names)


def test_what_was_taken_back_teaches_nothing(project: Project) -> None:
    document = add_document(project, "زار ودمدني أمس.")
    session = Session(project)
    session.do(AddSpan(document=document.id, annotator=project.annotator().id, start=4, end=10, label="GPE"))
    assert clitics_of(project).names == {"ودمدني"}
    session.undo()
    assert clitics_of(project).names == set()


def test_spans_of_documents_that_were_taken_back_are_nowhere(project: Project) -> None:
    document = add_document(project, "زار ودمدني أمس.")
    me = project.annotator().id
    layer = Layer(document=document.id, annotator=me)
    span = span_of(document, "ودمدني", "GPE", annotator=me)
    project.write(Step("add", me, (Change(None, layer), Change(None, span))))
    assert list(project.span_places()) == [(document.id, me, 4, 10)]
    session = Session(project)
    session.undo()
    session.undo()
    assert list(project.span_places()) == []


def test_own_words_and_the_table_count_as_well(project: Project) -> None:
    project.set_setting("lists", [["وزان القديمة", "GPE"]])
    project.set_clitic_splits({"وكلتود": ("وكل", "تود")})
    clitics = clitics_of(project)
    assert [clitics.split(word) for word in ("وزان", "وكلتود")] == [("وزان",), ("وكل", "تود")]


def test_exports_keep_a_name_whole_and_cut_what_stands_before_it(project: Project, tmp_path: Path) -> None:
    document = add_document(project, "زار بريانة وتوكاييف. عاد بريانة وبوتوكاييف وبريانة وتوكاييف.")
    who = Annotator(id="a", name="سمر")
    town, person = (
        span_of(document, "بريانة", "GPE", annotator="a"),
        span_of(document, "توكاييف", "PERS", annotator="a"),
    )
    add_layer(project, document, who, town, person)
    options = ExportOptions(format="conll2002", annotator="سمر", tokens="clitic")
    export(project, tmp_path / "out", options)
    tokens = [line.split(" ")[0] for line in (tmp_path / "out").read_text(encoding="utf-8").split("\n") if line]
    assert tokens == [
        *("زار", "بريانة", "و", "توكاييف", "."),
        *("عاد", "بريانة", "وبوتوكاييف", "و", "بريانة", "و", "توكاييف", "."),
    ]


def suggested(project: Project, seeds: Path, text: str, *sources: str) -> list[str]:
    """What the sources suggest in a new document."""
    document = add_document(project, text, name=new_id())
    suggest(project, seeds, sources=sources, documents=[document.id])
    return [text[one.start : one.end] for one in project.suggestions(document.id, project.annotator().id)]


def test_suggestions_go_by_what_was_marked(project: Project, seeds: Path) -> None:
    """A town that was marked whole keeps its first letter, and is found behind a clitic."""
    document = add_document(project, "زار ودمدني ثم وكرزاخ. قال كرزاخ.")
    text = "عاد إلى ودمدني وكرزاخ وودمدني ثم دمدني."
    assert suggested(project, seeds, text, "decided") == []
    me = project.annotator()
    spans = span_of(document, "ودمدني", "GPE", annotator=me.id), span_of(document, "كرزاخ", "PERS", annotator=me.id)
    add_layer(project, document, me, *spans)
    assert suggested(project, seeds, text, "decided") == ["ودمدني", "كرزاخ", "ودمدني"]
    assert text.count("ودمدني") == 2


def test_own_words_are_found_behind_clitics_that_only_the_project_knows(project: Project, seeds: Path) -> None:
    project.set_setting("lists", [["كرزاخ", "PERS"], ["وقشان", "GPE"]])
    assert suggested(project, seeds, "زار وكرزاخ وقشان بوقشان.", "lists") == ["كرزاخ", "وقشان", "وقشان"]


def test_lessons_are_cut_as_the_project_cuts(project: Project) -> None:
    document = add_document(project, "زار وكرزاخ أمس.")
    me = project.annotator()
    add_layer(project, document, me, span_of(document, "كرزاخ", "PERS", annotator=me.id))
    ((_, words, spans),) = lessons(project, clitics=clitics_of(project))[0].sentences()
    assert [(word.proclitics, word.rest) for word in words[1:2]] == [("و", "كرزاخ")]
    assert spans == [(1, 2, "PERS")]
