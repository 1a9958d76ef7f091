"""What is learnt from an annotator's decisions."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.edits import SetState
from annotate.edits.layers import joined_ranges
from annotate.errors import TawsimError
from annotate.model import Annotator, Layer, Span, State
from annotate.project import Project
from annotate.session import Session
from annotate.suggest.learned import TOGETHER, Learned, pack, train, train_in_worker, unpack
from annotate.suggest.lessons import Lesson, lessons, sentences_read
from annotate.suggest.run import suggest
from annotate.suggest.starter import Starter, load_starter
from tests.projects import ROOT, add_document, add_layer

WORKER = [sys.executable, str(ROOT / "main.py"), "--worker"]
CROPS = ["القمح", "الشعير", "الذرة", "القطن", "الأرز", "الزيتون", "العنب", "التمر"]
TEXT = "\n".join(f"زرع الفلاح محصول {crop} في حقله القديم ثم باع الغلة." for crop in CROPS * 3)
NEW = "زرع الجار محصول الكتان في حقله الجديد ثم باع الغلة."


@pytest.fixture(scope="module")
def starter(seeds: Path) -> Starter:
    return load_starter(seeds)


def lesson(read: tuple[tuple[int, int], ...] = ((0, len(TEXT)),)) -> Lesson:
    """Crops are PRODUCT, and the phrase around them UNIT: nested spans."""
    spans, at = [], 0
    for crop in CROPS * 3:
        start = TEXT.index(f"محصول {crop}", at)
        at = start + len(f"محصول {crop}")
        spans += [(start, at, "UNIT"), (start + len("محصول "), at, "PRODUCT")]
    return Lesson(TEXT, read, tuple(spans))


def found(models: dict[str, bytes], starter: Starter, text: str = NEW) -> list[tuple[str, str]]:
    return sorted((text[p.start : p.end], p.label) for p in Learned(models, starter).propose(text))


def test_nested_labels_are_learnt_from_examples(starter: Starter) -> None:
    assert found(train([lesson()], starter), starter) == [("الكتان", "PRODUCT"), ("محصول الكتان", "UNIT")]


def test_only_read_sentences_are_learnt_from(starter: Starter) -> None:
    first = lesson(read=((0, TEXT.index("\n")),))
    assert sentences_read([first, lesson()]) == 25
    assert train([first], starter) == {}


@given(
    st.text("كلم. ؟!\n\u200f\u064b«»(x1", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5),
)
def test_what_was_read_is_counted_without_cutting_the_text_into_words(text: str, read: list[tuple[int, int]]) -> None:
    lesson = Lesson(text, joined_ranges(read), ())
    in_full = [
        words
        for words in lesson.words()
        if any(start <= words[0].start and words[-1].end <= end for start, end in lesson.read)
    ]
    assert sentences_read([lesson]) == len(in_full)
    assert [words for _, words, _ in lesson.sentences()] == in_full


def test_sentences_without_spans_teach_that_there_are_none(starter: Starter) -> None:
    plain = Lesson(TEXT.replace("محصول", "قرب"), ((0, len(TEXT)),), ())
    assert found(train([lesson(), plain], starter), starter, NEW.replace("محصول", "قرب")) == []


@pytest.mark.parametrize(
    "lessons",
    [
        [],
        [Lesson("", (), ())],
        [Lesson("كلمة", ((0, 4),), ((0, 4, "ORG"),))],
        [Lesson("كلمة كلمة", ((0, 9),), ((0, 4, "ORG"), (5, 9, "ORG")))],
        [Lesson("كلمة هنا", ((0, 8),), ((0, 4, label), (0, 4, label))) for label in ("ORG", "GPE")],
    ],
    ids=["nothing", "an empty text", "one span", "one sentence", "contradictions"],
)
def test_little_or_contradictory_examples_break_nothing(lessons: list[Lesson], starter: Starter) -> None:
    models = train(lessons, starter)
    for proposal in Learned(models, starter).propose(NEW):
        assert 0 <= proposal.start < proposal.end <= len(NEW)


def test_a_document_unlike_the_examples_has_more_to_learn(starter: Starter) -> None:
    learned = Learned(train([lesson()], starter), starter)
    assert learned.uncertainty(NEW) < learned.uncertainty("محصول في حقله محصول ثم محصول ثم")
    assert learned.uncertainty("") == Learned({}, starter).uncertainty(NEW) == 0.0


def test_a_project_learns_in_a_worker_and_suggests(project: Project, seeds: Path) -> None:
    here = lesson()
    document = add_document(project, TEXT, name="read")
    me = project.annotator()
    spans = [
        Span(id=f"s{n}", document=document.id, annotator=me.id, start=start, end=end, label=label)
        for n, (start, end, label) in enumerate(here.spans)
    ]
    add_layer(project, document, me, *spans)
    new = add_document(project, NEW, name="new")
    assert lessons(project) == lessons(project, 1) == [here]
    report = suggest(project, seeds, sources=["learned"], documents=[new.id], worker_command=WORKER)
    assert report.problems == []
    rows = project.suggestions(new.id, project.annotator().id)
    assert [(NEW[s.start : s.end], s.label, s.by) for s in rows] == [
        ("محصول الكتان", "UNIT", "learned"),
        ("الكتان", "PRODUCT", "learned"),
    ]


def test_a_colleagues_layer_teaches_nothing_before_ones_own_is_done(project: Project) -> None:
    document = add_document(project)
    add_layer(project, document, Annotator(id="a", name="سمر"))
    assert lessons(project) == []
    me = project.annotator().id
    Session(project).do(SetState(document=document.id, annotator=me, state=State.DONE))
    assert len(lessons(project)) == 2


def test_too_little_to_learn_from_is_said(project: Project, seeds: Path) -> None:
    report = suggest(project, seeds, sources=["learned"], worker_command=WORKER)
    assert report.problems == ["learned: 0 sentences are read, it takes 20 to learn from"]


def test_training_tells_how_far_it_is(seeds: Path) -> None:
    counts: list[tuple[int, int]] = []
    models = train_in_worker(WORKER, [lesson()], seeds, lambda *count: counts.append(count))
    assert (sorted(models or ()), counts) == ([TOGETHER, "PRODUCT", "UNIT"], [(1, 3), (2, 3), (3, 3)])


def test_layers_of_which_nothing_was_read_are_no_lessons(project: Project) -> None:
    document = add_document(project)
    layer = Layer(document=document.id, annotator=project.annotator().id, state=State.IN_PROGRESS)
    assert layer.read == ()
    assert lessons(project) == []


def test_a_cancelled_training_gives_no_models(seeds: Path) -> None:
    assert train_in_worker(WORKER, [lesson()], seeds, cancelled=lambda: True) is None


def test_a_worker_that_cannot_start_is_a_plain_message(seeds: Path) -> None:
    with pytest.raises(TawsimError, match="learned: "):
        train_in_worker(["/no/such/program"], [lesson()], seeds)


def test_packed_models_come_back(starter: Starter) -> None:
    model = train([lesson()], starter)["PRODUCT"]
    assert unpack(pack(model)) == model


@pytest.mark.parametrize("value", ["", "!", "AAAA", pack(b"model")[:-12]])
def test_a_damaged_model_is_a_plain_message(value: str) -> None:
    with pytest.raises(TawsimError, match="damaged: train it again"):
        unpack(value)
