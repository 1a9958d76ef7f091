"""All occurrences of a stretch of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.arabic.folding import fold_word
from annotate.suggest.occurrences import find, find_in, occurrences


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
        ("علي", "على علي 😀علي", ["على", "علي", "علي"]),
        ("،", "، ،", []),
        ("", "نص", []),
        ("طويلة جدا", "جدا", []),
    ],
)
def test_finds(surface: str, text: str, expected: list[str]) -> None:
    assert surfaces(text, surface) == expected


def test_the_stretch_itself_is_among_them() -> None:
    text = "زار بيروت ثم عاد إلى بيروت"
    assert occurrences(text, 4, 9) == [(4, 9), (21, 26)]


def test_many_texts_are_searched() -> None:
    assert list(find_in([("a", "في قطر"), ("b", "وقطر"), ("c", "مصر")], "قطر")) == [("a", 3, 6), ("b", 1, 4)]


@given(st.text(alphabet="وبلال قدسُـ،", max_size=40), st.integers(0, 40), st.integers(1, 6))
def test_finds_are_disjoint_and_read_alike(text: str, start: int, length: int) -> None:
    found = occurrences(text, start, start + length)
    borders = [border for pair in found for border in pair]
    assert borders == sorted(borders)
    wanted = fold_word(text[start : start + length]).replace(" ", "").removeprefix("ال")
    assert all(fold_word(text[s:e]).replace(" ", "").endswith(wanted) for s, e in found)
