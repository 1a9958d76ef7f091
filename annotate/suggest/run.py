"""Suggesting: sources propose, the project's rules decide, pending suggestions are replaced.

Computing (``proposals.propose``: values only, fit for a thread) and writing (``keep``: needs the project) are apart.
Suggesting is no step: only decisions on suggestions are.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotate.arabic.clitics import SHIPPED, Clitics
from annotate.arabic.folding import fold_word
from annotate.arabic.tokens import tokenize
from annotate.errors import TawsimError
from annotate.model import Suggestion, SuggestionState
from annotate.project import EVERYWHERE, Project
from annotate.suggest.learned_apart import WORKER, LearnedApart
from annotate.suggest.learned_setting import Learnt, enough, keep_learned, nests, often_wrong, standing_back
from annotate.suggest.lessons import lessons, sentences_read
from annotate.suggest.proposals import Proposal, Rules, Source, propose, resolve
from annotate.suggest.source_settings import DEFAULT_SOURCES, labels_off, own_words, remember_missing, sources_on
from annotate.vocabulary import clitics_of
from annotate.worker_client import WorkerClient

# What the window waits for while it is read from the project: the layers of so many documents.
_MOST_LAYERS = 100

# Code points in which the word before a suggestion and the word behind it are looked for.
_AROUND = 40

__all__ = [
    "DEFAULT_SOURCES", "Proposal", "Rules", "Source", "SuggestReport", "check_sources", "keep", "learn", "load_sources",
    "propose", "resolve", "rules_of", "suggest",
]  # fmt: skip


@dataclass(slots=True)
class SuggestReport:
    """What a run did: documents looked at, pending suggestions by source, words a second without loading, problems."""

    documents: int = 0
    suggestions: dict[str, int] = field(default_factory=dict)
    words_per_second: float = 0.0
    problems: list[str] = field(default_factory=list)


def rules_of(project: Project, cut: Clitics = SHIPPED) -> Rules:
    """The rules of a project, as a value that a job can hold. ``cut`` is how it cuts words, for making proposals."""
    labels = project.label_set()
    policy = project.setting("clitics", "stem")
    off, back = labels_off(project, labels), standing_back(project, labels)
    silent = {source: [*off.get(source, ()), *back.get(source, ())] for source in {**off, **back}}
    nested = bool(project.setting("nested", True))
    return Rules(labels, project.setting("label_map", {}), silent, policy, cut, nested)


class _Later:
    """A source that is made when it is first asked: what it reads is read in the job, not in the window's thread."""

    def __init__(self, name: str, make: Callable[[], Source], *, own_labels: bool = False) -> None:
        self.name = name
        self.own_labels = own_labels
        self._make = make
        self._made: Source | None = None

    def propose(self, text: str, clitics: Clitics = SHIPPED) -> list[Proposal]:
        if self._made is None:
            self._made = self._make()
        return self._made.propose(text, clitics)


def check_sources(names: Iterable[str]) -> None:
    """Raise TawsimError for a name that is none of a source that runs in this process."""
    if wrong := next((name for name in names if name not in DEFAULT_SOURCES), None):
        raise TawsimError(f"no such source of suggestions: {wrong} (there are {', '.join(DEFAULT_SOURCES)}, camel)")


def load_sources(
    project: Project,
    seeds: Path,
    names: Iterable[str],
    clitics: Clitics = SHIPPED,
    learner: WorkerClient | None = None,
) -> list[Source]:
    """The named sources but ``camel``. The project is asked now, ``seeds`` are read at the first proposal.

    ``clitics`` is how the project cuts words. ``learned`` is asked of ``learner`` (a worker of that name): a project's
    models may be anybody's, and a damaged one would end this process; without it there is no ``learned``. Raises
    TawsimError for a name that is none.
    """
    names = list(names)
    check_sources(names)
    entries = own_words(project, project.label_set())
    read = lessons(project, _MOST_LAYERS, clitics) if "decided" in names else []

    # Imported where they are used: whoever only reads a report pays for no lists and no model.
    def places() -> Source:
        from annotate.suggest.places import load_places

        return load_places(seeds)

    def starter() -> Source:
        from annotate.suggest.starter import load_starter

        return load_starter(seeds)

    def lists() -> Source:
        from annotate.suggest.lists import Lists

        return Lists(entries)

    def decided() -> Source:
        from annotate.suggest.decided import Decided, shares

        return Decided(shares(read))

    sources: dict[str, Source] = {
        "places": _Later("places", places),
        "starter": _Later("starter", starter),
        "lists": _Later("lists", lists, own_labels=True),
        "decided": _Later("decided", decided, own_labels=True),
    }
    if learner is not None:
        sources["learned"] = LearnedApart(learner, project.setting("learned"), seeds)
    return [sources[name] for name in names if name in sources]


def problems_of(sources: Iterable[Source]) -> list[str]:
    """Why sources that were asked could not be used (plain lines)."""
    return [source.problem for source in sources if isinstance(source, LearnedApart) and source.problem]


def keep(
    project: Project,
    document: str,
    proposals: Iterable[Proposal],
    ran: Iterable[str],
    rules: Rules,
    spare: tuple[int, int] = (0, 0),
    stretch: tuple[int, int] = EVERYWHERE,
) -> int:
    """Make the proposals the pending suggestions of the project's annotator; returns how many are pending.

    Pending suggestions of sources that did not run (are not in ``ran``) stay, and so do all that touch ``spare``
    (start and end in code points), where somebody is at work: nothing new comes there. ``stretch`` is what of the
    document the sources have looked at, by default all of it; what begins elsewhere stays as well. What was rejected
    is not proposed where the same words stand between the same words again.
    """
    annotator = project.annotator().id
    ran = set(ran)
    others: list[Proposal] = []
    for pending in project.suggestions(document, annotator, stretch=stretch):
        replaced = stretch[0] <= pending.start < stretch[1] and not _touches(pending, spare)
        if names := set(pending.by.split("+")) - (ran if replaced else set()):
            label = rules.labels.entity_id(pending.label)
            others.append(Proposal(pending.start, pending.end, label, "+".join(sorted(names)), pending.score))
    others += (proposal for proposal in proposals if not _touches(proposal, spare))
    wanted = _without_rejected(project, document, annotator, rules, others)
    stand = resolve(wanted, rules.labels, project.spans(document, annotator, *stretch), nested=rules.nested)
    return project.replace_suggestions(
        document,
        annotator,
        [
            Suggestion(
                document=document,
                annotator=annotator,
                start=p.start,
                end=p.end,
                label=rules.labels.entity_key(p.label),
                by=p.by,
                score=p.score,
            )
            for p in stand
        ],
        stretch,
    )


def _touches(item: Suggestion | Proposal, stretch: tuple[int, int]) -> bool:
    return item.start < stretch[1] and stretch[0] < item.end


def _without_rejected(
    project: Project, document: str, annotator: str, rules: Rules, proposals: list[Proposal]
) -> list[Proposal]:
    rejected = project.suggestions(document, annotator, (SuggestionState.REJECTED,))
    if not rejected:
        return proposals
    text = project.document(document).text
    words = {fold_word(text[p.start : p.end]) for p in proposals}
    known = {
        (rules.labels.entity_id(row.label), *_context(text, row.start, row.end))
        for row in rejected
        if fold_word(text[row.start : row.end]) in words
    }
    return [p for p in proposals if (p.label, *_context(text, p.start, p.end)) not in known] if known else proposals


def _context(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The folded words of a stretch, and the word before it and behind it on its line."""
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    behind = text[end : end + _AROUND].partition("\n")[0]
    left = [fold_word(before[s:e]) for s, e in tokenize(before)]
    right = [fold_word(behind[s:e]) for s, e in tokenize(behind)]
    return fold_word(text[start:end]), left[-1] if left else "", right[0] if right else ""


def suggest(
    project: Project,
    seeds: Path,
    *,
    sources: Sequence[str] | None = None,
    documents: Sequence[str] | None = None,
    model: Path | None = None,
    worker_command: Sequence[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> SuggestReport:
    """Make suggestions for documents (ids; default: all) with the named sources (default: those switched on).

    ``camel``, which may take hours, runs only when named; ``model`` is a model folder for it and implies it.
    ``learned``, when named, learns first.
    ``progress(done, total)`` counts documents; once ``cancelled()`` holds the run stops, and what came so far stays.
    Raises TawsimError in one line.
    """
    names = list(dict.fromkeys(sources or (name for name in sources_on(project) if name != "camel")))
    camel = "camel" in names or model is not None
    # Named, not only switched on: whoever asks for what was learnt wants it from what is decided by now.
    problems = (
        learn(project, seeds, worker_command, cancelled) if worker_command and "learned" in (sources or ()) else []
    )
    clitics = clitics_of(project)
    learner = WorkerClient(worker_command, WORKER) if worker_command else None
    local = load_sources(project, seeds, [name for name in names if name != "camel"], clitics, learner)
    ids = list(documents) if documents is not None else [summary.id for summary in project.documents()]
    progress, cancelled = progress or (lambda done, total: None), cancelled or (lambda: False)
    run = _Run(project, rules_of(project, clitics), ids, progress, cancelled, camel and bool(local))
    try:
        if local:
            run.local(local)
    finally:
        if learner is not None:
            learner.close()
    if camel:
        run.camel(model, worker_command)
    report = run.report()
    report.problems += [*problems, *problems_of(local)]
    if not camel and not sources and "camel" in sources_on(project):
        report.problems.append("camel is switched on, and was left out: it runs when it is named (--with camel)")
    return report


def learn(
    project: Project, seeds: Path, worker_command: Sequence[str], cancelled: Callable[[], bool] | None = None
) -> list[str]:
    """Train the learned source on what was read and decided, in a worker, and keep it in the project.

    Returns why it was not trained, if it was not. Raises TawsimError (one line) if the worker fails.
    """
    from annotate.suggest.learned import ENOUGH, train_in_worker

    found = lessons(project, clitics=clitics_of(project))
    number, least = sentences_read(found), enough(project, ENOUGH)
    if number < least:
        return [f"learned: {number} sentences are read, it takes {least} to learn from"]
    models = train_in_worker(worker_command, found, seeds, cancelled=cancelled or (lambda: False))
    if models is not None:
        keep_learned(project, Learnt(models, number, often_wrong(project), nests(found)))
    return []


class _Run:
    def __init__(
        self,
        project: Project,
        rules: Rules,
        ids: list[str],
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
        twice: bool,
    ) -> None:
        self._project = project
        self._ids = ids
        self._progress = progress
        self._cancelled = cancelled
        self._rules = rules
        self._total = len(ids) * (2 if twice else 1)
        self._done = 0
        self._seen: set[str] = set()
        self._missing: Counter[str] = Counter()
        self._words = 0
        self._seconds = 0.0

    def local(self, sources: list[Source]) -> None:
        ran = [source.name for source in sources]
        propose("", sources, self._rules)  # loading is not in the words a second
        for id in self._ids:
            if self._cancelled():
                return
            text = self._project.document(id).text
            begin = time.perf_counter()
            found, missing = propose(text, sources, self._rules)
            self._seconds += time.perf_counter() - begin
            self._words += len(tokenize(text))
            self._keep(id, found, ran, missing)

    def camel(self, model: Path | None, worker_command: Sequence[str] | None) -> None:
        from annotate.suggest.camel import CamelSource

        if worker_command is None:
            raise TawsimError("camel needs a worker process, and there is none here")
        known = self._rules.cut.table
        int8 = bool(self._project.setting("camel_int8", False))
        source = CamelSource(worker_command, model, int8=int8, clitics=self._rules.cut)
        try:
            for part in source.propose(self._texts(), None, self._cancelled):
                id = self._ids[part.index]
                found, missing = part.adapted(self._project.document(id).text, self._rules)
                self._keep(id, found, ["camel"], missing, part.stretch, last=part.last)
        finally:
            source.close()
            if learned := {word: parts for word, parts in source.splits.items() if word not in known}:
                self._project.set_clitic_splits(learned)
        if not self._words:
            self._words, self._seconds = round(source.words_per_second), 1.0

    def report(self) -> SuggestReport:
        remember_missing(self._project, self._missing)
        counts: Counter[str] = Counter()
        annotator = self._project.annotator().id
        for id in self._seen:
            for pending in self._project.suggestions(id, annotator):
                counts.update(pending.by.split("+"))
        problems = [f"{n} found as {label}, which the label set lacks" for label, n in sorted(self._missing.items())]
        speed = self._words / self._seconds if self._seconds else 0.0
        return SuggestReport(len(self._seen), dict(sorted(counts.items())), round(speed, 1), problems)

    def _texts(self) -> Iterator[str]:
        for id in self._ids:
            yield self._project.document(id).text

    def _keep(
        self,
        id: str,
        found: list[Proposal],
        ran: Iterable[str],
        missing: Counter[str],
        stretch: tuple[int, int] = EVERYWHERE,
        *,
        last: bool = True,
    ) -> None:
        keep(self._project, id, found, ran, self._rules, stretch=stretch)
        self._missing += missing
        self._seen.add(id)
        self._done += last
        self._progress(self._done, self._total)
