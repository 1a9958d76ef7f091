"""Positions in code points and in UTF-16 units are turned into one another without loss."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.offsets import Offsets

TEXTS = st.text(st.sampled_from("ab بج😀\U0001f469\u200d\U0001f680\u0651\u200c"), max_size=40)


@given(TEXTS)
def test_every_position_there_and_back(text: str) -> None:
    offsets = Offsets(text)
    for position in range(len(text) + 1):
        units = offsets.to_qt(position)
        assert units == len(text[:position].encode("utf-16-le")) // 2
        assert offsets.to_text(units) == position


def test_inside_a_surrogate_pair_the_character_before_counts() -> None:
    offsets = Offsets("a😀b")
    assert [offsets.to_text(units) for units in range(5)] == [0, 1, 1, 2, 3]


def test_emoji_before_inside_and_after_a_span() -> None:
    text = "😀 قال 👩‍🚀 نعم 😀"
    start, end = text.index("قال"), text.index("نعم") + 3
    offsets = Offsets(text)
    units = text.encode("utf-16-le")[2 * offsets.to_qt(start) : 2 * offsets.to_qt(end)]
    assert units.decode("utf-16-le") == text[start:end]
