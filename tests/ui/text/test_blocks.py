"""Blocks cover a text, cut long paragraphs at good places and know their direction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.text.blocks import LONGEST, Blocks


def pieces(text: str) -> list[str]:
    blocks = Blocks(text)
    return [text[blocks.start(index) : blocks.end(index)] for index in range(len(blocks))]


@given(st.lists(st.integers(0, 6000), max_size=4), st.sampled_from(["كلمة ", "ا", "جملة قصيرة. ", "e\u0301"]))
def test_blocks_together_are_the_text(lengths: list[int], word: str) -> None:
    text = "\n".join((word * length)[:length] for length in lengths)
    blocks = Blocks(text)
    assert (
        "".join(piece + ("\n" if blocks.ends_paragraph(index) else "") for index, piece in enumerate(pieces(text)))
        == text + "\n"
    )
    assert all(len(piece) <= LONGEST * 5 // 4 for piece in pieces(text))
    assert [blocks.paragraph(index) for index in range(len(blocks)) if blocks.begins_paragraph(index)] == list(
        range(text.count("\n") + 1)
    )
    for index in range(len(blocks)):
        for position in {blocks.start(index), max(blocks.end(index) - 1, blocks.start(index))}:
            assert blocks.index(position) == index


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    sentence = "اجتمع الوزراء في العاصمة لبحث شؤون المياه والطاقة في المنطقة كلها. "
    assert all(piece.endswith(". ") for piece in pieces(sentence * 200)[:-1])


def test_without_sentences_it_is_cut_after_a_space_and_without_spaces_between_graphemes() -> None:
    assert all(piece.endswith(" ") for piece in pieces("كلمة " * 2000)[:-1])
    assert not any(piece.startswith("\u0651") for piece in pieces("بّ" * 5000))


def test_a_line_feed_belongs_to_the_block_it_ends() -> None:
    blocks = Blocks("ab\n\ncd")
    assert [blocks.index(position) for position in range(7)] == [0, 0, 0, 1, 2, 2, 2]
    assert list(blocks.touching(1, 5)) == [0, 1, 2]
    assert list(blocks.touching(3, 3)) == [1]


@pytest.mark.parametrize(
    ("text", "right_to_left"),
    [
        ("سلام", True),
        ("Google شركة", False),
        ("123 سلام", True),
        ("", True),
        ("12.5 %", True),
        ("\u05d0\u05e0\u05d9", True),
    ],
)
def test_direction_is_that_of_the_first_strong_letter(text: str, right_to_left: bool) -> None:
    assert Blocks(text).right_to_left(0) is right_to_left


def test_pieces_of_a_paragraph_have_its_direction() -> None:
    blocks = Blocks("Intro " + "كلمة " * 2000)
    assert len(blocks) > 3
    assert not any(blocks.right_to_left(index) for index in range(len(blocks)))
