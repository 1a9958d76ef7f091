"""The pieces in which texts go to the model and come back: whole sentences in reading order, about a page at a time.

So suggestions appear as they come, in a long document too, and a cancel loses a page at most. No torch here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from annotate.arabic.clitics import Table
from annotate.arabic.sentences import sentences
from annotate.suggest.proposals import Proposal, Rules, adapt

# Code points of a piece, and of short texts that go together: a model of BERT's size takes seconds for it, and its
# sentences are enough to be sorted by length.
_PAGE = 3000
# In a text that is long already a piece is a tenth of what was done: each makes the list of suggestions anew.
_GROWTH = 10
# Code points of a sentence that are taken at once: memory stays flat where a text has no sentence end.
_LONGEST = 2 * _PAGE


@dataclass(frozen=True, slots=True)
class Piece:
    """``text`` is text number ``index`` from ``start`` to ``end`` (code points); the ``last`` piece ends with it.

    The pieces of a text together are the text.
    """

    index: int
    start: int
    end: int
    last: bool
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """What the model said of a piece: of text number ``index`` from ``start`` to ``end``; ``last`` of that text.

    ``splits`` is what the clitic table of the project gains by it.
    """

    index: int
    start: int
    end: int
    last: bool
    proposals: list[Proposal]
    splits: Table

    @property
    def stretch(self) -> tuple[int, int]:
        """Start and end."""
        return self.start, self.end

    def adapted(self, text: str, rules: Rules) -> tuple[list[Proposal], Counter[str]]:
        """The proposals by a project's rules (see ``proposals.adapt``), looking at no more of the text than this."""
        here = [_moved(proposal, -self.start) for proposal in self.proposals]
        found, missing = adapt(text[self.start : self.end], here, rules)
        return [_moved(proposal, self.start) for proposal in found], missing


def _moved(proposal: Proposal, by: int) -> Proposal:
    return replace(proposal, start=proposal.start + by, end=proposal.end + by)


def groups(texts: Iterable[str]) -> Iterator[list[Piece]]:
    """The pieces of the texts in order, so many at a time that sentences of one length fill a batch."""
    group: list[Piece] = []
    size = 0
    for index, text in enumerate(texts):
        for start, end in _ranges(text):
            group.append(Piece(index, start, end, end == len(text), text[start:end]))
            size += end - start
            if size >= _PAGE:
                yield group
                group, size = [], 0
    if group:
        yield group


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for sentence, _ in stretches(text):
        if sentence - start >= max(_PAGE, start // _GROWTH):
            yield start, sentence
            start = sentence
    yield start, len(text)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text as ranges; one longer than ``_LONGEST`` is cut behind a space, if it has one."""
    for start, end in sentences(text):
        while end - start > _LONGEST:
            cut = max(text.rfind(" ", start, start + _LONGEST), start) + 1
            cut = cut if cut > start + 1 else start + _LONGEST
            yield start, cut
            start = cut
        yield start, end
