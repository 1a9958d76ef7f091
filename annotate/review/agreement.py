"""How far annotators agree: span F1, token κ, relations by pair; Krippendorff's α over all.

Counts are summed over documents before any division. Only what both have read counts (for α: what each has read);
spans outside are ``dropped``. Attributes, notes and suggestions are not compared.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import combinations

from annotate.review.borders import clitic_only
from annotate.review.coefficients import Ratio, alpha, kappa
from annotate.review.layers import Annotations, DocumentLayers, Mark, Range, within
from annotate.review.matching import Pairing, overlapping

RelationMark = tuple[str, Mark, Mark]
"""Label, head and tail of a relation; of a symmetric type the ends are in order."""


@dataclass(frozen=True, kw_only=True)
class PairAgreement:
    """The agreement of ``b`` with ``a`` (the reference), annotator ids.

    ``kappa`` is over the tables of all labels summed, ``kappa_labels`` of one label against the rest;
    ``relation_kappa`` is of the type on the ``relation_pairs`` span pairs that both related. ``dropped`` counts spans
    left out because the other has no layer of the document or has not read that far.
    """

    a: str
    b: str
    documents: int
    exact: Ratio
    relaxed: Ratio
    clitic: Ratio
    label_free: Ratio
    kappa: float | None
    kappa_labels: Mapping[str, float | None]
    relations: Ratio
    relation_kappa: float | None
    relation_pairs: int
    dropped: int
    by_label: Mapping[str, Ratio]
    by_document: Mapping[str, Ratio]


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """All pairs in the order of the annotators, and Krippendorff's α over all of them."""

    pairs: Sequence[PairAgreement]
    alpha: float | None


def agreement(
    documents: Iterable[DocumentLayers], annotators: Sequence[str], symmetric: Collection[str] = ()
) -> Agreement:
    """Compare these annotators (ids) pair by pair; ``symmetric`` are the keys of relation types without direction."""
    tallies = {(a, b): _Tally() for a, b in combinations(annotators, 2)}
    units: Counter[tuple[str, ...]] = Counter()
    for document in documents:
        views = {id: _View(document, document.layers[id], symmetric) for id in annotators if id in document.layers}
        for (a, b), tally in tallies.items():
            tally.add(document, views.get(a), views.get(b))
        units.update(_units(views))
    return Agreement(pairs=[tally.result(a, b) for (a, b), tally in tallies.items()], alpha=alpha(units))


def token_alpha(documents: Iterable[DocumentLayers], annotators: Sequence[str]) -> float | None:
    """Krippendorff's α of these annotators alone, as ``agreement`` counts it."""
    units: Counter[tuple[str, ...]] = Counter()
    for document in documents:
        units.update(
            _units({id: _View(document, document.layers[id], ()) for id in annotators if id in document.layers})
        )
    return alpha(units)


def exact_agreement(document: DocumentLayers, a: str, b: str) -> Ratio:
    """Exact span agreement of two annotators in one document, as ``agreement`` counts it, at once."""
    ranges = document.common(a, b)
    marks = [
        {found for found in document.layers[id].marks.values() if within(found.start, found.end, ranges)}
        for id in (a, b)
    ]
    return Ratio(len(marks[0] & marks[1]), len(marks[0]), len(marks[1]))


class _View:
    """What one layer of one document says, made ready for comparing with several others."""

    def __init__(self, document: DocumentLayers, held: Annotations, symmetric: Collection[str]) -> None:
        self.marks = frozenset(held.marks.values())
        self.relations = frozenset(
            (relation.label, *_ends(held, relation.head, relation.tail, relation.label in symmetric))
            for relation in held.relations
        )
        self.annotator = held.layer.annotator
        self.read = document.read(self.annotator)
        self._all_read = all(within(found.start, found.end, self.read) for found in self.marks)
        self.read_tokens = _tokens_within(document.tokens, self.read)
        self.tokens = _labelled_tokens(document.tokens, self.marks)

    def marks_in(self, ranges: Sequence[Range]) -> Set[Mark]:
        if ranges == self.read and self._all_read:
            return self.marks
        return frozenset(found for found in self.marks if within(found.start, found.end, ranges))

    def relations_among(self, marks: Set[Mark]) -> Set[RelationMark]:
        return {relation for relation in self.relations if relation[1] in marks and relation[2] in marks}


@dataclass
class _Tally:
    """The counts of one pair, growing document by document."""

    dropped: int = 0
    label_free: Ratio = field(default_factory=Ratio)
    relations: Ratio = field(default_factory=Ratio)
    by_label: defaultdict[str, Ratio] = field(default_factory=lambda: defaultdict(Ratio))
    by_document: dict[str, Ratio] = field(default_factory=dict)
    tables: defaultdict[str, Counter[tuple[object, object]]] = field(default_factory=lambda: defaultdict(Counter))
    tokens: int = 0
    relaxed: Pairing = field(default_factory=Pairing)
    clitic: Pairing = field(default_factory=Pairing)
    shared_pairs: Counter[tuple[object, object]] = field(default_factory=Counter)

    def add(self, document: DocumentLayers, first: _View | None, second: _View | None) -> None:
        ranges = document.common(first.annotator, second.annotator) if first and second else ()
        if not first or not second or not ranges:
            self.dropped += sum(len(view.marks) for view in (first, second) if view)
            return
        a, b = first.marks_in(ranges), second.marks_in(ranges)
        self.dropped += len(first.marks) - len(a) + len(second.marks) - len(b)
        self._add_spans(document, a, b)
        self._add_tokens(first, second)
        self._add_relations(first.relations_among(a), second.relations_among(b))

    def _add_spans(self, document: DocumentLayers, a: Set[Mark], b: Set[Mark]) -> None:
        both = a & b
        self.by_document[document.document.id] = Ratio(len(both), len(a), len(b))
        counts = [Counter(found.label for found in marks) for marks in (both, a, b)]
        for label in counts[1].keys() | counts[2].keys():
            self.by_label[label] += Ratio(*(count[label] for count in counts))
        places = [Counter(found.pieces for found in marks) for marks in (a, b)]
        self.label_free += Ratio((places[0] & places[1]).total(), len(a), len(b))
        first, second = sorted(a), sorted(b)
        edges = list(overlapping(first, second))
        text = document.document.text
        alike = [edge for edge in edges if clitic_only(text, first[edge[0]], second[edge[1]])]
        self.relaxed.add(edges, len(first), len(second))
        self.clitic.add(alike, len(first), len(second))

    def _add_tokens(self, first: _View, second: _View) -> None:
        shared = first.read_tokens & second.read_tokens
        self.tokens += len(shared)
        for label in first.tokens.keys() | second.tokens.keys():
            a = first.tokens.get(label, frozenset()) & shared
            b = second.tokens.get(label, frozenset()) & shared
            both = len(a & b)
            self.tables[label].update({(1, 1): both, (1, 0): len(a) - both, (0, 1): len(b) - both})

    def _add_relations(self, a: Set[RelationMark], b: Set[RelationMark]) -> None:
        self.relations += Ratio(len(a & b), len(a), len(b))
        first, second = _types(a), _types(b)
        for ends in first.keys() & second.keys():
            self.shared_pairs[first[ends], second[ends]] += 1

    def result(self, a: str, b: str) -> PairAgreement:
        used = {label: table for label, table in sorted(self.tables.items()) if table.total()}
        for table in used.values():
            table[0, 0] = self.tokens - table.total()
        summed = sum(used.values(), Counter[tuple[object, object]]())
        exact = sum(self.by_document.values(), Ratio())
        return PairAgreement(
            a=a,
            b=b,
            documents=len(self.by_document),
            exact=exact,
            relaxed=Ratio(self.relaxed.matched(), exact.first, exact.second),
            clitic=Ratio(self.clitic.matched(), exact.first, exact.second),
            label_free=self.label_free,
            kappa=kappa(summed),
            kappa_labels={label: kappa(table) for label, table in used.items()},
            relations=self.relations,
            relation_kappa=kappa(self.shared_pairs),
            relation_pairs=self.shared_pairs.total(),
            dropped=self.dropped,
            by_label=dict(sorted(self.by_label.items())),
            by_document=self.by_document,
        )


def _ends(held: Annotations, head: str, tail: str, symmetric: bool) -> tuple[Mark, Mark]:
    ends = held.marks[head], held.marks[tail]
    return (min(ends), max(ends)) if symmetric else ends


def _types(relations: Iterable[RelationMark]) -> dict[tuple[Mark, Mark], tuple[str, ...]]:
    found: defaultdict[tuple[Mark, Mark], list[str]] = defaultdict(list)
    for label, head, tail in sorted(relations):
        found[head, tail].append(label)
    return {ends: tuple(labels) for ends, labels in found.items()}


def _labelled_tokens(tokens: Sequence[Range], marks: Iterable[Mark]) -> dict[str, frozenset[int]]:
    """For each label the numbers of the tokens that share a code point with a span of it."""
    starts, ends = [start for start, _ in tokens], [end for _, end in tokens]
    found: defaultdict[str, set[int]] = defaultdict(set)
    for held in marks:
        for start, end in held.pieces:
            found[held.label].update(range(bisect_right(ends, start), bisect_left(starts, end)))
    return {label: frozenset(numbers) for label, numbers in found.items()}


def _tokens_within(tokens: Sequence[Range], ranges: Sequence[Range]) -> frozenset[int]:
    starts, ends = [start for start, _ in tokens], [end for _, end in tokens]
    return frozenset(
        number for start, end in ranges for number in range(bisect_left(starts, start), bisect_right(ends, end))
    )


def _units(views: Mapping[str, _View]) -> Counter[tuple[str, ...]]:
    """How many tokens got which values, one of each annotator who has read the token: its labels joined, or ``O``."""
    values: list[dict[int, str]] = []
    for view in views.values():
        labels: defaultdict[int, list[str]] = defaultdict(list)
        for label, numbers in sorted(view.tokens.items()):
            for number in numbers & view.read_tokens:
                labels[number].append(label)
        values.append({number: "|".join(found) for number, found in labels.items()})
    labelled = set[int]().union(*values)
    units: Counter[tuple[str, ...]] = Counter()
    readers = [view.read_tokens for view in views.values()]
    for number in labelled:
        given = [held.get(number, "O") for held, read in zip(values, readers, strict=True) if number in read]
        units[tuple(sorted(given))] += 1
    for number_of_readers, count in _times_read(readers, labelled).items():
        units[("O",) * number_of_readers] += count
    return units


def _times_read(readers: Sequence[Set[int]], without: Set[int]) -> Counter[int]:
    """How many tokens, those ``without`` left out, were read by how many annotators."""
    if all(read == readers[0] for read in readers):
        return Counter({len(readers): len(readers[0] - without)} if readers else {})
    return Counter(Counter(number for read in readers for number in read - without).values())
