"""What a project has decided, as values to learn from: read sentences and their spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from annotate.arabic.clitics import SHIPPED, Clitics
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
        spans = sorted(self.spans)
        at = 0
        for number, words in enumerate(self.words()):
            start, end = words[0].start, words[-1].end
            while at < len(spans) and spans[at][0] < start:
                at += 1
            first = at
            while at < len(spans) and spans[at][0] < end:
                at += 1
            if any(begin <= start and end <= finish for begin, finish in self.read):
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
    return sum(1 for lesson in found for _ in lesson.sentences())


def _by_words(words: Sequence[Word], spans: Iterable[tuple[int, int, str]]) -> Iterator[WordSpan]:
    for start, end, label in spans:
        touched = [at for at, word in enumerate(words) if word.start < end and start < word.end]
        if touched and end <= words[-1].end:
            yield touched[0], touched[-1] + 1, label
