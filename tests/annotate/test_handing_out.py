"""Hand-outs: who gets what, and that one person stays one person."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.edits import AddSpan
from annotate.errors import TawsimError
from annotate.handing_out import (
    LEARNT_BEFORE,
    AddAnnotators,
    distributed,
    documents_named,
    file_name,
    handout,
    recipients,
)
from annotate.model import GOLD, Annotator, Document, Layer, Receipt, Span
from annotate.session import Session
from tests.projects import add_document, add_layer, span_of


@given(st.integers(0, 40), st.integers(1, 6), st.data(), st.integers(0, 5))
def test_every_document_goes_to_as_many_as_asked_and_shares_are_even(
    count: int, people: int, data: st.DataObject, seed: int
) -> None:
    each = data.draw(st.integers(1, people))
    documents = [str(n) for n in range(count)]
    shares = distributed(documents, people, each, seed)
    assert Counter(document for share in shares for document in share) == dict.fromkeys(documents, each)
    assert max(map(len, shares)) - min(map(len, shares)) <= 1
    assert all(share == [document for document in documents if document in share] for share in shares)
    assert shares == distributed(documents, people, each, seed)


def test_another_seed_makes_other_shares_and_people_meet_in_changing_pairs() -> None:
    documents = [str(n) for n in range(30)]
    assert distributed(documents, 3, 2, 1) != distributed(documents, 3, 2, 2)
    shares = distributed(documents, 3, 2, 1)
    assert all(set(one) & set(other) for one in shares for other in shares)


@pytest.mark.parametrize("each", [0, 4])
def test_a_document_goes_to_at_least_one_and_at_most_all(each: int) -> None:
    with pytest.raises(TawsimError, match="cannot go to"):
        distributed(["a"], 3, each, 0)


def test_documents_are_named_or_all(session: Session, document: Document) -> None:
    other = add_document(session.project, name="other")
    assert documents_named(session.project, None) == [document.id, other.id]
    assert documents_named(session.project, ["other"]) == [other.id]
    with pytest.raises(TawsimError, match="no document 'none'"):
        documents_named(session.project, ["other", "none"])


def test_a_second_hand_out_to_one_name_is_the_same_persons(session: Session) -> None:
    sami, mona = recipients(session.project, ["سامي", "منى"])
    assert [person.name for person in session.project.annotators()] == [session.project.annotator().name]
    session.do(AddAnnotators(annotators=(sami, mona)))
    assert recipients(session.project, ["منى", "سامي"]) == [mona, sami]
    assert session.project.journal(1)[0].step.detail == "سامي, منى"
    assert session.do(AddAnnotators(annotators=(sami,))) is None


@pytest.mark.parametrize("names", [["gold"], ["all"], [" "], ["سامي", "سامي"]])
def test_bad_names_are_refused(session: Session, names: list[str]) -> None:
    with pytest.raises(TawsimError, match=r"no name|stands twice"):
        recipients(session.project, names)


def test_two_people_of_one_name_are_told_apart(session: Session, document: Document) -> None:
    one, other = Annotator(id="1", name="طالب"), Annotator(id="2", name="طالب")
    add_layer(session.project, document, one)
    add_layer(session.project, document, other)
    assert recipients(session.project, ["طالب (2)", "طالب"]) == [other, one]


def test_ones_own_layer_goes_along_and_nobody_elses(session: Session, document: Document) -> None:
    (sami,) = recipients(session.project, ["سامي"])
    span = span_of(document, "القدسَ", "GPE", annotator=sami.id)
    add_layer(session.project, document, sami, span)
    session.do(AddSpan(document=document.id, annotator=session.annotator, start=0, end=3, label="PERS"))
    session.do(AddSpan(document=document.id, annotator=GOLD, start=0, end=3, label="PERS"))
    records = handout(session.project, sami, [document.id]).records
    assert [record for record in records if isinstance(record, Span)] == [span]
    (layer,) = [record for record in records if isinstance(record, Layer)]
    assert layer.annotator == sami.id
    (receipt,) = [record for record in records if isinstance(record, Receipt)]
    assert receipt.version == session.project.layer_versions(sami.id)[document.id].version != {}


def test_what_was_learnt_goes_along_only_where_it_is_wanted(session: Session, document: Document) -> None:
    (sami,) = recipients(session.project, ["سامي"])
    assert "learned" not in handout(session.project, sami, [document.id], learned=True).settings
    session.project.set_setting("learned", {"ORG": "model"})
    session.project.set_setting("learned_from", 40)
    assert "learned" not in handout(session.project, sami, [document.id], suggestions=True).settings
    settings = handout(session.project, sami, [document.id], learned=True).settings
    assert (settings["learned"], settings[LEARNT_BEFORE]) == ({"ORG": "model"}, 40)


@pytest.mark.parametrize(
    ("name", "file"),
    [("سامي", "سامي.tawsim"), ("a/b\\c:d", "a_b_c_d.tawsim"), ("..", "annotator.tawsim"), (" x. ", "x.tawsim")],
)
def test_file_names_are_good_on_every_system(name: str, file: str) -> None:
    assert file_name(Annotator(id="1", name=name)) == file


def test_two_of_one_name_get_two_files() -> None:
    first = file_name(Annotator(id="1", name="طالب"))
    assert file_name(Annotator(id="2", name="طالب"), [first]) == "طالب (2).tawsim"
