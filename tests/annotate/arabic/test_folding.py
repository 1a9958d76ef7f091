"""Folding is an index for search: it leads back to the code points of the text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.arabic.folding import find_all, fold, fold_word

TEXT = st.text(alphabet="اأإآٱىيیةهكـ\u064b\u0651\u200f\u200d\ufefbﷺ\ufd3e بAa\u00a0😀", max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عَمّان", "عمان"),
        ("عمـــان", "عمان"),
        ("أحمد", "احمد"),
        ("ا\u0653سيا", "آسيا"),
        ("مستشفى", "مستشفي"),
        ("القاهرة", "القاهره"),
        ("ﻋﻤﺎن", "عمان"),
        ("\ufefb", "لا"),
        ("مي\u200cروم", "ميروم"),
        ("طهران\u200f", "طهران"),
        ("کتاب", "كتاب"),
        ("NATO", "nato"),
        ("أحمد\u00a0سعيد", "احمد سعيد"),
    ],
)
def test_what_reads_alike_folds_alike(one: str, other: str) -> None:
    assert fold_word(one) == fold_word(other)


@given(TEXT)
def test_offsets_lead_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    assert folded.offsets[-1] == len(text)
    assert folded.text == fold_word(text)
    assert fold_word(folded.text) == folded.text
    for letter, offset in zip(folded.text, folded.offsets, strict=False):
        assert letter in fold_word(text[offset])


@given(TEXT, st.text(alphabet="اةهب", min_size=1, max_size=2))
def test_what_is_found_holds_the_needle(text: str, needle: str) -> None:
    found = find_all(needle, text)
    assert all(fold_word(needle) in fold_word(text[start:end]) for start, end in found)
    assert all(left[1] <= right[0] for left, right in pairwise(found))
    assert bool(found) == (fold_word(needle) in fold_word(text))


def test_marks_behind_the_last_letter_belong_to_the_find() -> None:
    assert find_all("عمان", "من عَمّان إلى عُمـانٌ.") == [(3, 9), (14, 21)]


def test_a_needle_without_letters_is_nowhere() -> None:
    assert find_all("\u064b", "كتابًا") == []
