"""A text as the sources see it: its tokens with their folded forms and stems, line by line."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from annotate.arabic.clitics import SHIPPED, Clitics
from annotate.arabic.folding import fold, fold_word
from annotate.arabic.sentences import sentences
from annotate.arabic.tokens import tokenize

_PROCLITICS = "وفبلك"


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


def words_of(text: str, clitics: Clitics = SHIPPED) -> list[list[Word]]:
    """The words of a text, sentence by sentence, cut as a project cuts them.

    A word that no lexicon knows is cut behind its first letter where the text has the rest alone: وتوكاييف beside
    توكاييف.
    """
    found: list[list[Word]] = []
    for first, last in sentences(text):
        ranges = tokenize(text[first:last])
        found.append([word(text[first + start : first + end], first + start, clitics) for start, end in ranges])
    alone = {word.folded for words in found for word in words}
    return [[_cut_by(alone, word, clitics) for word in words] for words in found]


def _cut_by(alone: set[str], word: Word, clitics: Clitics) -> Word:
    rest = word.folded[1:]
    known = word.proclitics or len(rest) < 3 or word.folded[0] not in _PROCLITICS or rest not in alone
    if known or clitics.knows(word.folded):
        return word
    start = word.start + fold(word.text).offsets[1]
    return replace(word, rest_start=start, rest=rest, proclitics=word.folded[0])


def word(form: str, start: int = 0, clitics: Clitics = SHIPPED) -> Word:
    """The word of a token's form that stands at ``start``."""
    parts = clitics.analyse(form)
    folded = fold_word(form)
    if not parts.stem:
        return Word(start, start + len(form), form, folded, start, folded)
    before = parts.range[0]
    return Word(
        start, start + len(form), form, folded, start + before, fold_word(form[before:]), fold_word(form[:before])
    )


class PhraseIndex:
    """Finds folded phrases (words with a space between) in the words of a sentence, the longest first."""

    def __init__(self, phrases: Collection[str]) -> None:
        self._phrases = phrases
        self._longest: dict[str, int] = {}
        for phrase in phrases:
            first = phrase.partition(" ")[0]
            self._longest[first] = max(self._longest.get(first, 0), phrase.count(" ") + 1)

    def at(self, words: Sequence[Word], index: int) -> tuple[int, int, str] | None:
        """The longest phrase that begins at a word, with or without its proclitics.

        Gives how many words it has, where it starts (code points) and the phrase; None where none begins. The low
        lines of a hashtag stand for spaces and count as words.
        """
        best: tuple[int, int, str] | None = None
        word = words[index]
        for first, start in dict.fromkeys(((word.folded, word.start), (word.rest, word.rest_start))):
            most = self._longest.get(first, 0)
            phrase, length, count = first, 1, 1
            while count <= most:
                if phrase in self._phrases and (best is None or length > best[0]):
                    best = length, start, phrase
                if index + length < len(words) and words[index + length].text == "_":
                    length += 1
                if index + length >= len(words):
                    break
                phrase += " " + words[index + length].folded
                length, count = length + 1, count + 1
        return best
