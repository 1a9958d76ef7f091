"""Where borders and the caret go next: properties of the pure functions behind the keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.arabic.clitics import SHIPPED
from annotate.arabic.sentences import sentences
from ui.commands.border_steps import clitic_step, word_step
from ui.commands.sentence_steps import sentence_at, sentence_from

TEXTS = st.text(st.sampled_from("ابوكلالمه ًّ.،؟\n 1aB😀\u00a0\u2028"), max_size=80)
TEXT = "زار وكازاخستان ثم بلاده.\n\nعاد إلى لبنان. وصل أمس."


@st.composite
def ranges(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text and a range in it that is not empty."""
    text = draw(TEXTS.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(ranges(), st.booleans(), st.booleans())
def test_a_word_step_moves_one_border_and_leaves_text(case: tuple[str, int, int], first: bool, out: bool) -> None:
    text, start, end = case
    found = word_step(text, start, end, first, out)
    assert 0 <= found[0] < found[1] <= len(text)
    assert found[1 if first else 0] == (end if first else start)
    if found != (start, end):
        grown = found[1] - found[0] > end - start
        assert grown is out


@given(ranges(), st.booleans())
def test_a_clitic_step_moves_one_border_and_leaves_text(case: tuple[str, int, int], at_start: bool) -> None:
    text, start, end = case
    found = clitic_step(text, start, end, at_start, SHIPPED)
    assert 0 <= found[0] < found[1] <= len(text)
    assert found[1 if at_start else 0] == (end if at_start else start)


@pytest.mark.parametrize(
    ("surface", "at_start", "expected"),
    [
        ("وكازاخستان", True, "كازاخستان"),
        ("كازاخستان", True, "وكازاخستان"),
        ("بلاده", False, "بلاد"),
        ("بلاد", False, "بلاده"),
        ("لبنان", True, "لبنان"),
        ("زار وكازاخستان", False, "زار وكازاخستان"),
    ],
)
def test_clitics_go_in_and_out(surface: str, at_start: bool, expected: str) -> None:
    start = TEXT.index(surface)
    found = clitic_step(TEXT, start, start + len(surface), at_start, SHIPPED)
    assert TEXT[found[0] : found[1]] == expected


def test_a_word_of_a_hundred_thousand_letters_is_no_trouble() -> None:
    text = "ب" * 100_000
    assert word_step(text, 50_000, 50_010, True, True)[0] < 50_000


@given(TEXTS, st.integers(0, 80))
def test_the_sentence_of_a_place_is_one_of_the_text(text: str, position: int) -> None:
    position = min(position, len(text))
    every = sentences(text)
    found = sentence_at(text, position)
    assert found is None if not every else found in every
    before = [one for one in every if one[0] <= position]
    if before:
        assert found == before[-1]
    later = sentence_from(text, position)
    assert later == next((one for one in every if one[0] >= position), None)
