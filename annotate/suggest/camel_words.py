"""CAMeL's word tokens with their place in the text. No torch here."""

from __future__ import annotations

from camel_tools.tokenizers.word import simple_word_tokenize


def words_of(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """CAMeL's word tokens between ``start`` and ``end`` as ranges of ``text`` (code points, end exclusive)."""
    found: list[tuple[int, int]] = []
    position = start
    for token in simple_word_tokenize(text[start:end]):
        position = text.index(token, position)
        found.append((position, position + len(token)))
        position += len(token)
    return found
