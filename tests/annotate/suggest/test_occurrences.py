"""All occurrences of a stretch of text, in a text and in a project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.arabic.clitics import Clitics
from annotate.arabic.folding import fold_word
from annotate.edits import AddSpan, LabelPlaces, SetState
from annotate.errors import EditRefused
from annotate.model import Annotator, Document, Span, State, Suggestion, SuggestionState
from annotate.session import Session
from annotate.suggest.occurrences import Bar, Place, count, find, in_context, places
from store.database import open_project
from store.repository import ProjectFile
from tests.projects import add_document, add_layer, content, new_project, span_of


def surfaces(text: str, surface: str) -> list[str]:
    return [text[start:end] for start, end in find(text, surface)]


@pytest.mark.parametrize(
    ("surface", "text", "expected"),
    [
        ("كازاخستان", "كازاخستان وكازاخستان، لكـازاخستان", ["كازاخستان", "كازاخستان", "كـازاخستان"]),
        ("عمان", "عَمّان في بعَمّانَ", ["عَمّان", "عَمّانَ"]),
        ("القدس", "القدس وبالقدس وللقدس", ["القدس", "القدس", "قدس"]),
        ("جامعة بيرزيت", "جامعه بيرزيت وجامعة  بيرزيت ثم جامعة القدس", ["جامعه بيرزيت", "جامعة  بيرزيت"]),
        ("أحمد", "احمد وأحمد أحمدي محمد", ["احمد", "أحمد"]),
        ("حفر الباطن", "#حفر_الباطن", []),
        ("الباطن", "#حفر_الباطن", ["الباطن"]),
        ("علي", "على علي 😀علي", ["على", "علي", "علي"]),
        ("محمد (ص)", "قال محمد(ص) ثم", ["محمد(ص)"]),
        ("«قطر» (2022)", "كأس «قطر»(2022)", ["«قطر»(2022)"]),
        ("قطر", "http://قطر.com قطر", ["قطر"]),
        ("http://قطر.com", "في http://قطر.com أمس", ["http://قطر.com"]),
        ("ال", "ال لل", ["ال"]),
        ("،", "، ،", []),
        ("", "نص", []),
        ("طويلة جدا", "جدا", []),
    ],
)
def test_finds(surface: str, text: str, expected: list[str]) -> None:
    assert surfaces(text, surface) == expected
    assert count(text, surface) == len(expected)


def test_the_stretch_itself_is_among_them() -> None:
    text = "زار بيروت ثم عاد إلى بيروت"
    assert find(text, text[4:9]) == [(4, 9), (21, 26)]


def test_a_name_of_the_project_is_no_clitic_and_another_name() -> None:
    text, town = "قال دمدني في ودمدني وودمدني ودمدنيّ ولدمدني", Clitics(frozenset(["ودمدني"]))
    assert len(find(text, "دمدني")) == count(text, "دمدني") == 4
    assert [text[s:e] for s, e in find(text, "دمدني", clitics=town)] == ["دمدني", "دمدني"]
    assert count(text, "دمدني", town) == 2
    assert [text[s:e] for s, e in find(text, "ودمدني", clitics=town)] == ["ودمدني", "ودمدني", "ودمدنيّ"]


def test_where_clitics_belong_to_the_span_the_whole_word_is_found() -> None:
    text = "قطر وقطر وللقدس"
    assert [text[s:e] for s, e in find(text, "قطر", whole=True)] == ["قطر", "وقطر"]
    assert [text[s:e] for s, e in find(text, "القدس", whole=True)] == ["وللقدس"]


@given(st.text(alphabet="وبلال قدسُـ،", max_size=40), st.integers(0, 40), st.integers(1, 6))
def test_finds_are_disjoint_and_read_alike(text: str, start: int, length: int) -> None:
    found = find(text, text[start : start + length])
    borders = [border for pair in found for border in pair]
    assert borders == sorted(borders)
    wanted = fold_word(text[start : start + length]).replace(" ", "").removeprefix("ال")
    assert all(fold_word(text[s:e]).replace(" ", "").endswith(wanted) for s, e in found)


@given(st.text(alphabet="قطر وب،", max_size=60), st.integers(0, 60), st.integers(0, 8), st.integers(1, 9))
def test_context_is_of_the_paragraph_and_says_where_it_goes_on(text: str, start: int, length: int, room: int) -> None:
    text = text.replace("،", "\n")
    start = min(start, len(text))
    end = min(len(text), start + length)
    before, _, after = in_context(text, start, end, room)
    assert "\n" not in before + after
    assert text[:start].endswith(before.removeprefix("…"))
    assert text[end:].startswith(after.removesuffix("…"))
    line = text[:start].rpartition("\n")[2]
    assert before.startswith("…") == (len(line) > room)


class TestInAProject:
    @pytest.fixture
    def session(self, tmp_path: Path) -> Iterator[Session]:
        project = new_project(tmp_path / "p.tawsim")
        yield Session(project)
        project.close()

    def found(self, session: Session, surface: str, here: str = "") -> dict[str, list[Place]]:
        me, project = session.annotator, session.project
        by_document = places(project, me, surface, project.documents(me), here)
        return {where[0].name: where for where in by_document if where}

    def add(self, session: Session, **texts: str) -> dict[str, Document]:
        return {name: add_document(session.project, text, name=name) for name, text in texts.items()}

    def test_each_place_says_where_it_stands_and_what_holds_there(self, session: Session) -> None:
        self.add(session, a="في قطر أمس", b="مصر", c="وقطر\nقطر")
        found = self.found(session, "قطر")
        assert list(found) == ["a", "c"]
        assert [(one.start, one.end, one.context) for one in found["c"]] == [
            (1, 4, ("و", "قطر", "")),
            (5, 8, ("", "قطر", "")),
        ]
        assert all(one.bar is Bar.NONE and not one.spans for one in found["a"] + found["c"])

    def test_what_is_finished_locked_or_others_is_barred(self, session: Session) -> None:
        made = self.add(session, a="قطر", b="قطر", c="قطر", d="قطر")
        me = session.annotator
        session.do(SetState(document=made["a"].id, annotator=me, state=State.DONE))
        session.do(SetState(document=made["b"].id, annotator=me, state=State.LOCKED))
        add_layer(session.project, made["c"], Annotator(id="sami", name="سامي"))
        bars = {name: where[0].bar for name, where in self.found(session, "قطر").items()}
        assert bars == {"a": Bar.DONE, "b": Bar.LOCKED, "c": Bar.OTHERS, "d": Bar.NONE}
        # Where one is at work only a lock stands in the way; and what one has begun is one's own as well.
        assert self.found(session, "قطر", made["a"].id)["a"][0].bar is Bar.NONE
        assert self.found(session, "قطر", made["b"].id)["b"][0].bar is Bar.LOCKED
        session.do(AddSpan(document=made["c"].id, annotator=me, start=0, end=2, label="PERS"))
        assert self.found(session, "قطر")["c"][0].bar is Bar.NONE

    def test_what_is_labelled_already_is_said(self, session: Session) -> None:
        text = "جمهورية قطر، جامعة قطر، قطر الخير، قطر، قطر"
        made = self.add(session, a=text)
        for surface, label in (("جمهورية قطر", "GPE"), ("جامعة قطر", "ORG"), ("قطر الخير", "LOC")):
            span = span_of(made["a"], surface, label, annotator=session.annotator)
            session.do(
                AddSpan(document=made["a"].id, annotator=session.annotator, start=span.start, end=span.end, label=label)
            )
        last = text.rindex("قطر")
        for start, end, label in ((last, last + 3, "PERS"), (text.index("قطر،") + 2, text.index("جامعة"), "EVENT")):
            session.do(AddSpan(document=made["a"].id, annotator=session.annotator, start=start, end=end, label=label))
        found = self.found(session, "قطر")["a"]
        # One label twice; nested (as in Wojood); nested; free; the same borders. The first is also crossed.
        assert [one.labelled("GPE") for one in found] == ["GPE", "", "", "", "PERS"]
        assert [one.labelled("DATE") for one in found] == ["EVENT", "", "", "", "PERS"]
        assert [one.has("PERS") for one in found] == [False, False, False, False, True]

    def test_labelling_over_documents_is_one_step_and_one_undo_after_a_restart(
        self, session: Session, tmp_path: Path
    ) -> None:
        made = self.add(session, a="في قطر وقطر", b="قطر", c="قطر")
        before = content(session.project)
        found = [one for where in self.found(session, "قطر").values() for one in where]
        wanted = tuple((one.document, one.start, one.end) for one in found)
        step = session.do(LabelPlaces(annotator=session.annotator, label="GPE", places=wanted))
        assert step is not None
        assert (step.detail, step.documents()) == ("4", {one.id for one in made.values()})
        assert session.do(LabelPlaces(annotator=session.annotator, label="GPE", places=wanted)) is None
        assert isinstance(session.project, ProjectFile)
        session.project.close()
        again = open_project(tmp_path / "p.tawsim")
        assert sum(one.spans for one in again.documents()) == 4
        Session(again).undo()
        assert content(again) == before
        again.close()

    def test_pending_suggestions_there_are_settled(self, session: Session) -> None:
        document, me = self.add(session, a="قطر قطر قطر")["a"], session.annotator
        old = [
            Suggestion(document=document.id, annotator=me, start=start, end=end, label=label, by="places")
            for start, end, label in ((0, 3, "GPE"), (4, 11, "GPE"), (4, 7, "ORG"))
        ]
        session.project.replace_suggestions(document.id, me, old)
        session.do(LabelPlaces(annotator=me, label="GPE", places=((document.id, 0, 3), (document.id, 4, 7))))
        states = {
            (one.start, one.end): one.state
            for one in session.project.suggestions(document.id, me, tuple(SuggestionState))
        }
        assert states == {
            (0, 3): SuggestionState.ACCEPTED,
            (4, 7): SuggestionState.EDITED,
            (4, 11): SuggestionState.PENDING,
        }
        session.undo()
        assert session.project.suggestions(document.id, me) == old

    def test_a_locked_document_and_a_place_outside_are_refused_whole(self, session: Session) -> None:
        made = self.add(session, a="قطر", b="قطر")
        me = session.annotator
        session.do(SetState(document=made["b"].id, annotator=me, state=State.LOCKED))
        for place in ((made["b"].id, 0, 3), (made["a"].id, 1, 9)):
            with pytest.raises(EditRefused):
                session.do(LabelPlaces(annotator=me, label="GPE", places=((made["a"].id, 0, 3), place)))
        assert not session.project.spans(made["a"].id, me)

    def test_spans_of_pieces_are_no_double(self, session: Session) -> None:
        document, me = self.add(session, a="قطر في قطر")["a"], session.annotator
        session.do(
            AddSpan(document=document.id, annotator=me, start=0, end=10, label="GPE", fragments=((0, 3), (7, 10)))
        )
        session.do(LabelPlaces(annotator=me, label="GPE", places=((document.id, 0, 10),)))
        assert [type(one) for one in session.project.spans(document.id, me)] == [Span, Span]
