"""A text as the sources see it: its tokens with their folded forms and stems, line by line."""

from __future__ import annotations

from dataclasses import dataclass

from annotate.arabic.clitics import analyse
from annotate.arabic.folding import fold_word
from annotate.arabic.sentences import sentences
from annotate.arabic.tokens import tokenize


@dataclass(frozen=True, slots=True)
class Word:
    """A token: its place in the text (code points), and the place and folded form of what stands behind proclitics.

    ``rest`` is the folded word without proclitics (an enclitic still on it); without any it is ``folded``.
    """

    start: int
    end: int
    text: str
    folded: str
    rest_start: int
    rest: str
    proclitics: str = ""


def words_of(text: str) -> list[list[Word]]:
    """The words of a text, sentence by sentence."""
    found: list[list[Word]] = []
    for first, last in sentences(text):
        ranges = tokenize(text[first:last])
        found.append([word(text[first + start : first + end], first + start) for start, end in ranges])
    return found


def word(form: str, start: int = 0) -> Word:
    """The word of a token's form that stands at ``start``."""
    parts = analyse(form)
    folded = fold_word(form)
    if not parts.stem:
        return Word(start, start + len(form), form, folded, start, folded)
    before = parts.range[0]
    return Word(
        start, start + len(form), form, folded, start + before, fold_word(form[before:]), fold_word(form[:before])
    )
