"""What a job does that makes suggestions: texts and rules in, results out as they come. Runs in a thread, on values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from annotate.arabic.clitics import Table
from annotate.collecting import uncollected
from annotate.errors import TawsimError
from annotate.project import EVERYWHERE
from annotate.suggest.camel import CamelSource
from annotate.suggest.proposals import Proposal, Rules, Source, propose
from annotate.worker_client import WorkerError
from ui.i18n.language import isolated
from ui.jobs import Job

translate = QCoreApplication.translate

_PAGE = 5_000
"""Code points of which the suggestions are kept at once: ten milliseconds."""


@dataclass(frozen=True, slots=True)
class Result:
    """What the sources that ``ran`` found in a document or a ``stretch`` of it (start and end, code points).

    ``missing`` counts the labels that the label set lacks; ``splits`` is what the project's clitic table gains.
    """

    document: str
    proposals: Sequence[Proposal]
    missing: Counter[str]
    ran: Sequence[str]
    stretch: tuple[int, int] = EVERYWHERE
    splits: Table = field(default_factory=dict)


def ask_sources(job: Job, texts: Sequence[tuple[str, str]], sources: Sequence[Source], rules: Rules) -> None:
    """Have the sources of this process look at the texts (each with its document's id), document by document.

    What they found comes page by page: the window keeps a page between two keys, a book would hold it up for a second.
    """
    ran = [source.name for source in sources]
    for done, (document, text) in enumerate(texts):
        job.report(done, len(texts))
        with uncollected():
            found, missing = propose(text, sources, rules)
        for stretch, page in _pages(found):
            job.report(done, len(texts))
            job.hand(Result(document, page, missing, ran, stretch))
            missing = Counter()


def _pages(found: Iterable[Proposal]) -> Iterator[tuple[tuple[int, int], Sequence[Proposal]]]:
    """Proposals by stretches that together are all of a document; none lies in two."""
    begin, page, reached = 0, list[Proposal](), 0
    for one in sorted(found, key=lambda proposal: proposal.start):
        if one.start >= max(reached, begin + _PAGE):
            yield (begin, one.start), page
            begin, page = one.start, []
        page.append(one)
        reached = max(reached, one.end)
    yield (begin, EVERYWHERE[1]), page


def ask_camel(job: Job, texts: Sequence[tuple[str, str]], source: CamelSource, rules: Rules) -> None:
    """Have CAMeL-Tools' worker process look at the texts; results come a page at a time."""
    letters = sum(len(text) - sum(map(str.isspace, text)) for _, text in texts)

    def progress(done: int) -> None:
        job.pace = source.words_per_second
        job.report(done, letters)

    try:
        for part in source.propose((text for _, text in texts), progress, job.is_cancelled):
            document, text = texts[part.index]
            job.hand(Result(document, *part.adapted(text, rules), ["camel"], part.stretch, part.splits))
    except WorkerError as error:
        said = translate("Suggestions", "CAMeL-Tools broke off; what came stays. {reason}")
        raise TawsimError(said.format(reason=isolated(str(error)))) from None
