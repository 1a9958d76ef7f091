"""What a job does that makes suggestions: texts and rules in, results out as they come. Runs in a thread, on values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from annotate.arabic.clitics import Table
from annotate.errors import TawsimError
from annotate.project import EVERYWHERE
from annotate.suggest.camel import CamelSource
from annotate.suggest.proposals import Proposal, Rules, Source, propose
from annotate.worker_client import WorkerError
from ui.i18n.language import isolated
from ui.jobs import Job

translate = QCoreApplication.translate


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
    """Have the sources of this process look at the texts (each with its document's id), document by document."""
    ran = [source.name for source in sources]
    for done, (document, text) in enumerate(texts):
        job.report(done, len(texts))
        job.hand(Result(document, *propose(text, sources, rules), ran))


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
