"""What a project has decided, as values to learn from: read sentences and their spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from annotate.arabic.clitics import SHIPPED, Clitics
from annotate.arabic.sentences import sentences
from annotate.arabic.tokens import tokenize
from annotate.hidden import layers_to_learn_from
from annotate.project import Project
from annotate.suggest.words import Word, words_of

WordSpan = tuple[int, int, str]
"""A span by the words of its sentence: first, last + 1, label id."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One layer of a document to learn from: what was read of it, and its spans with label ids. Code points.

    ``clitics`` is how its project cuts words.
    """

    text: str
    read: tuple[tuple[int, int], ...]
    spans: tuple[tuple[int, int, str], ...]
    clitics: Clitics = SHIPPED

    def words(self) -> list[list[Word]]:
        """All words, sentence by sentence."""
        return words_of(self.text, self.clitics)

    def sentences(self) -> Iterator[tuple[int, list[Word], list[WordSpan]]]:
        """The sentences that were read to their end: their numbers among all of the document, words and spans.

        An unread sentence is left out: that it has no spans says nothing.
        """
        spans, read = sorted(self.spans), _Read(self.read)
        at = 0
        for number, words in enumerate(self.words()):
            start, end = words[0].start, words[-1].end
            while at < len(spans) and spans[at][0] < start:
                at += 1
            first = at
            while at < len(spans) and spans[at][0] < end:
                at += 1
            if read.holds(start, end):
                yield number, words, list(_by_words(words, spans[first:at]))

    def to_json(self) -> list[Any]:
        """As a worker gets it, but for ``clitics``, which all lessons of a project share."""
        return [self.text, self.read, self.spans]

    @classmethod
    def from_json(cls, value: Sequence[Any], clitics: Clitics = SHIPPED) -> Lesson:
        """The lesson that ``to_json`` gave."""
        text, read, spans = value
        return cls(text, tuple((s, e) for s, e in read), tuple((s, e, label) for s, e, label in spans), clitics)


def lessons(project: Project, most: int | None = None, clitics: Clitics = SHIPPED) -> list[Lesson]:
    """What there is to learn from in a project: every layer (or the last ``most``) of which something was read.

    A colleague's layer of a document waits until one's own is done. ``clitics`` is how the project cuts words.
    """
    labels = project.label_set()
    read = [layer for layer in layers_to_learn_from(project) if layer.read]
    return [
        Lesson(
            project.document(layer.document).text,
            layer.read,
            tuple(
                (span.start, span.end, labels.entity_id(span.label))
                for span in project.spans(layer.document, layer.annotator)
                if not span.fragments
            ),
            clitics,
        )
        for layer in (read if most is None else read[-most:])
    ]


def sentences_read(found: Iterable[Lesson]) -> int:
    """How many sentences there are to learn from."""
    return sum(map(_sentences_read, found))


def _sentences_read(lesson: Lesson) -> int:
    """As many as ``Lesson.sentences`` gives, without cutting a book into words for the pages that were read of it."""
    read, count = _Read(lesson.read), 0
    for first, last in sentences(lesson.text):
        # The words of a sentence may begin behind a mark that is none, and end before one.
        if read.touches(first, last) and (words := tokenize(lesson.text[first:last])):
            count += read.holds(first + words[0][0], first + words[-1][1])
    return count


class _Read:
    """The ranges that were read of a text: apart from each other, as layers hold them."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._ranges = sorted(ranges)

    def holds(self, start: int, end: int) -> bool:
        """Whether all of a stretch was read."""
        at = bisect_right(self._ranges, start, key=lambda one: one[0])
        return at > 0 and end <= self._ranges[at - 1][1]

    def touches(self, start: int, end: int) -> bool:
        """Whether something of a stretch was read."""
        at = bisect_right(self._ranges, end, key=lambda one: one[0])
        return at > 0 and start < self._ranges[at - 1][1]


def _by_words(words: Sequence[Word], spans: Iterable[tuple[int, int, str]]) -> Iterator[WordSpan]:
    for start, end, label in spans:
        touched = [at for at, word in enumerate(words) if word.start < end and start < word.end]
        if touched and end <= words[-1].end:
            yield touched[0], touched[-1] + 1, label
