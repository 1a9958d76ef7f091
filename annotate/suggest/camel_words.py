"""CAMeL's word tokens with their place in the text, and the stretches of text that go to the model. No torch here."""

from __future__ import annotations

from collections.abc import Iterator

from camel_tools.tokenizers.word import simple_word_tokenize

from annotate.arabic.sentences import sentences

# Code points that are taken at once: memory stays flat where a text has no sentence end.
_LONGEST = 20_000


def words_of(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """CAMeL's word tokens between ``start`` and ``end`` as ranges of ``text`` (code points, end exclusive)."""
    found: list[tuple[int, int]] = []
    position = start
    for token in simple_word_tokenize(text[start:end]):
        position = text.index(token, position)
        found.append((position, position + len(token)))
        position += len(token)
    return found


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text as ranges; one longer than ``_LONGEST`` is cut behind a space, if it has one."""
    for start, end in sentences(text):
        while end - start > _LONGEST:
            cut = max(text.rfind(" ", start, start + _LONGEST), start) + 1
            cut = cut if cut > start + 1 else start + _LONGEST
            yield start, cut
            start = cut
        yield start, end
