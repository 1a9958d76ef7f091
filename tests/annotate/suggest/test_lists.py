"""A user's own lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.errors import TawsimError
from annotate.suggest.lists import Lists, read_csv, write_csv
from tests.annotate.suggest.sets import wojood


def found(text: str, *entries: tuple[str, str]) -> list[tuple[str, str]]:
    return [(text[p.start : p.end], p.label) for p in Lists(entries).propose(text)]


def test_phrases_are_found_folded_and_without_proclitics() -> None:
    text = "زارَ وبالمدينةِ الجديدة، ومدينه أخرى"
    assert found(text, ("المدينة الجديدة", "GPE"), ("مدينة", "FAC")) == [
        ("المدينةِ الجديدة", "GPE"),
        ("مدينه", "FAC"),
    ]


def test_the_longest_phrase_goes_first() -> None:
    text = "بنك القاهرة عمان"
    assert found(text, ("بنك", "ORG"), ("بنك القاهرة عمان", "ORG")) == [(text, "ORG")]


def test_hashtags_are_found() -> None:
    assert found("#حفر_الباطن اليوم", ("حفر الباطن", "GPE")) == [("حفر_الباطن", "GPE")]


def test_a_phrase_in_two_lists_is_proposed_with_both_labels() -> None:
    assert found("أرامكو", ("أرامكو", "ORG"), ("أرامكو", "PRODUCT")) == [("أرامكو", "ORG"), ("أرامكو", "PRODUCT")]


def test_no_entries_no_proposals() -> None:
    assert found("نص") == []


def test_a_header_and_blank_lines_are_no_entries() -> None:
    text = "\ufefftext,label\n\nأرامكو,ORG\nأرامكو , ORG\n"
    assert read_csv(text, wojood()) == [("أرامكو", "ORG")]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("أرامكو", "words.csv:2: a text and a label expected, with a comma between"),
        ("أرامكو,ORG,x", "words.csv:2: a text and a label expected, with a comma between"),
        ("\u064b,ORG", "words.csv:2: a text and a label expected, with a comma between"),
        ("أرامكو,COMPANY", "words.csv:2: 'COMPANY' is not in the label set"),
    ],
)
def test_a_bad_line_is_named(line: str, message: str) -> None:
    with pytest.raises(TawsimError, match=message):
        read_csv("text,label\n" + line, wojood(), "words.csv")


@given(st.lists(st.tuples(st.text(alphabet='اب "\n،,', min_size=1).map(str.strip).filter(bool), st.just("ORG"))))
def test_what_is_written_is_read_back(entries: list[tuple[str, str]]) -> None:
    assert read_csv(write_csv(entries), wojood()) == list(dict.fromkeys(entries))
