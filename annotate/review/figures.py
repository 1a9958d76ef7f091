"""The figures of a project: states, spans a day, labels, fate of suggestions, agreement. Values, for a job beside."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from annotate.model import GOLD, Annotator, Layer, Span, State
from annotate.project import JournalEntry, Project
from annotate.review.agreement import PairAgreement, agreement, token_alpha
from annotate.review.compare import Kind, compare
from annotate.review.confusion import LabelPair, confusion
from annotate.review.fates import Share, add_fates
from annotate.review.gold import GoldDraft
from annotate.review.layers import DocumentLayers, read_layers

_LINES = 50_000
"""How many of the last journal lines are looked at for the spans of each day."""

Progress = Callable[[int, int], None]
"""Told how many of how many are done; may raise to stop."""


@dataclass(slots=True)
class Figures:
    """Counts by annotator id. ``states`` has for each annotator how many documents stand how; under the empty id how
    far any of them is. ``days`` are local days; imported spans count on none. ``suggestions`` are
    ``fates.Fates``. ``pairs`` compares all annotators, gold among them, pair by pair."""

    annotators: Sequence[Annotator] = ()
    documents: int = 0
    states: dict[str, Counter[State]] = field(default_factory=dict)
    days: dict[date, Counter[str]] = field(default_factory=dict)
    labels: dict[str, Counter[str]] = field(default_factory=dict)
    relations: Counter[str] = field(default_factory=Counter)
    pending: int = 0
    suggestions: dict[tuple[str, str], Share] = field(default_factory=dict)
    pairs: Sequence[PairAgreement] = ()
    alpha: float | None = None


def figures(project: Project, progress: Progress | None = None) -> Figures:
    """Read a project through and count. ``progress`` may raise to stop."""
    summaries = project.documents()
    layers = project.layers()
    begun = {layer.annotator for layer in layers if layer.state is not State.TODO}
    people = [annotator for annotator in project.annotators() if annotator.id in begun]
    people.sort(key=lambda annotator: annotator.id == GOLD)
    found = Figures(annotators=people, documents=len(summaries))
    found.states = _states(layers, [annotator.id for annotator in people], len(summaries))
    found.days = spans_by_day(project.journal(_LINES))
    found.pending = pending(project)
    held: list[DocumentLayers] = []
    for number, summary in enumerate(summaries):
        if progress:
            progress(number, len(summaries))
        held += read_layers(project, [annotator.id for annotator in people], [summary.id])
        for layer in project.layers(summary.id):
            add_fates(found.suggestions, project, summary.id, layer.annotator)
    for document in held:
        for annotator, work in document.layers.items():
            found.labels.setdefault(annotator, Counter()).update(span.label for span in work.spans)
            found.relations[annotator] += len(work.relations)
    symmetric = [relation.key for relation in project.label_set().relations if relation.symmetric]
    everybody = [annotator.id for annotator in people]
    found.pairs = agreement(held, everybody, symmetric).pairs
    found.alpha = token_alpha(held, [id for id in everybody if id != GOLD])
    return found


def pending(project: Project) -> int:
    """How many suggestions wait, also in documents that nobody has begun."""
    return sum(one.pending for annotator in project.annotators() for one in project.documents(annotator.id))


def spans_by_day(lines: Sequence[JournalEntry]) -> dict[date, Counter[str]]:
    """How many spans each annotator made on which day, less those that were taken back or imported; gold aside.

    What a colleague's file brought counts on the day it was received.
    """
    found: defaultdict[date, Counter[str]] = defaultdict(Counter)
    for line in lines:
        if line.kind != "do" or line.undone or line.step.title == "import":
            continue
        day = datetime.fromisoformat(line.time).astimezone().date()
        for change in line.step.changes:
            if change.before is None and isinstance(change.after, Span) and change.after.annotator != GOLD:
                found[day][change.after.annotator] += 1
    return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class Place:
    """A place behind a number: a document, its name, an item in it with its text."""

    document: str
    name: str
    item: str
    text: str


@dataclass(slots=True)
class PairFigures:
    """What stands behind the agreement of two annotators: label pairs with their places, and how many items differ.

    ``documents`` are those of both: names by id.
    """

    a: str
    b: str
    cells: Mapping[LabelPair, Sequence[Place]]
    documents: Mapping[str, str]
    differences: int


def pair_figures(project: Project, a: str, b: str, progress: Progress | None = None) -> PairFigures:
    """Compare two annotators (ids) everywhere. ``progress`` may raise to stop."""
    symmetric = [relation.key for relation in project.label_set().relations if relation.symmetric]
    cells: defaultdict[LabelPair, list[Place]] = defaultdict(list)
    summaries = project.documents()
    documents: dict[str, str] = {}
    differences = 0
    for number, summary in enumerate(summaries):
        if progress:
            progress(number, len(summaries))
        for layers in read_layers(project, [a, b], [summary.id]):
            if len(layers.layers) < 2:
                continue
            compared = compare(layers, [a, b], symmetric)
            documents[summary.id] = summary.name
            differences += sum(item.kind is not Kind.AGREED for item in compared.items)
            text = layers.document.text
            for pair, items in confusion([compared], a, b).items():
                cells[pair] += [Place(summary.id, summary.name, i.id, text[i.start : i.end]) for i in items]
    return PairFigures(a, b, dict(cells), documents, differences)


def disagreeing(project: Project, progress: Progress | None = None) -> frozenset[str]:
    """The ids of the documents in which layers differ and somebody still has to decide; gold aside.

    ``progress`` may raise to stop.
    """
    labels = project.label_set()
    summaries = project.documents()
    people = [annotator.id for annotator in project.annotators() if annotator.id != GOLD]
    found = set()
    for number, summary in enumerate(summaries):
        if progress:
            progress(number, len(summaries))
        for layers in read_layers(project, people, [summary.id]):
            who = tuple(id for id in people if id in layers.layers)
            if len(who) > 1 and any(why != "agreed" for _, why in GoldDraft(project, layers, who, labels).open_items()):
                found.add(summary.id)
    return frozenset(found)


_ORDER = (State.TODO, State.IN_PROGRESS, State.DONE, State.LOCKED)


def _states(layers: Sequence[Layer], annotators: Sequence[str], documents: int) -> dict[str, Counter[State]]:
    found = {annotator: Counter({State.TODO: documents}) for annotator in ("", *annotators)}
    furthest: dict[str, State] = {}
    for layer in layers:
        if layer.annotator in found:
            found[layer.annotator][State.TODO] -= 1
            found[layer.annotator][layer.state] += 1
        before = furthest.get(layer.document, State.TODO)
        furthest[layer.document] = max(before, layer.state, key=_ORDER.index)
    for state in furthest.values():
        found[""][State.TODO] -= 1
        found[""][state] += 1
    return found
