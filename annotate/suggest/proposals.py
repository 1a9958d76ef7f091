"""What sources propose, and the rules by which proposals become one project's suggestions.

Everything here is values, so that a job in a thread can do it without the project.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

import regex

from annotate.arabic.clitics import SHIPPED, Clitics
from annotate.arabic.tokens import tokenize
from annotate.labels import LabelSet
from annotate.model import Span
from annotate.suggest.state_words import with_state_words

READY_MADE = frozenset(("places", "starter", "camel"))
"""The sources that know nothing of the project."""

_VISIBLE = regex.compile(r"[^\p{Cf}\s](?:.*[^\p{Cf}\s])?", regex.DOTALL)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A span that a source proposes: code points, end exclusive. ``label`` is a label id, ``score`` lies in 0…1."""

    start: int
    end: int
    label: str
    by: str
    score: float = 1.0


class Source(Protocol):
    """A pre-annotator that runs in this process."""

    @property
    def name(self) -> str:
        """What stands in ``by``."""

    @property
    def own_labels(self) -> bool:
        """True: labels are ids of the project's label set; False: GPE, LOC, PERS, ORG, MISC, to be mapped onto it."""

    def propose(self, text: str, clitics: Clitics = SHIPPED) -> list[Proposal]:
        """The proposals for a document whose words are cut so. Any text is good: it never raises."""


@dataclass(frozen=True, slots=True)
class Rules:
    """A project's rules for suggestions.

    ``label_map`` maps the labels of sources to label ids of the set (to "": left out) where the default is not wanted,
    ``off`` the name of a source to the label ids that it may not or need not suggest. ``clitics`` is ``stem`` (outside
    the span) or ``word``, ``cut`` how the project cuts words; ``nested`` is false where it does not nest spans.
    """

    labels: LabelSet
    label_map: Mapping[str, str] = field(default_factory=dict)
    off: Mapping[str, Sequence[str]] = field(default_factory=dict)
    clitics: str = "stem"
    cut: Clitics = SHIPPED
    nested: bool = True

    @property
    def state_words(self) -> bool:
        """Whether جمهورية belongs to the name: in sets that tell countries (GPE) from other places."""
        return _tells_countries(self.labels)


def _tells_countries(labels: LabelSet) -> bool:
    return any("GPE" in (entity.id, entity.key) for entity in labels.active())


def default_label_map(labels: LabelSet) -> dict[str, str]:
    """Places are GPE where the set has it, else LOC; PERS, ORG, MISC are themselves, whatever they are called now."""
    place = "GPE" if _tells_countries(labels) else "LOC"
    defaults = {"GPE": place, "LOC": place, "PERS": "PERS", "ORG": "ORG", "MISC": "MISC"}
    return {label: labels.current_id(target) for label, target in defaults.items()}


def label_table(labels: LabelSet, changes: Mapping[str, str]) -> dict[str, str]:
    """What the labels of sources become: the defaults, and over them a project's ``changes``, in today's label ids.

    A change to a label that the set does not have any more counts as none, so that the default holds again.
    """
    known = {entity.id for entity in labels.active()}
    current = {label: target and labels.current_id(target) for label, target in changes.items()}
    held = {label: target for label, target in current.items() if not target or target in known}
    return default_label_map(labels) | held


def propose(text: str, sources: Iterable[Source], rules: Rules) -> tuple[list[Proposal], Counter[str]]:
    """What the sources find in a text, in the labels of the set; and how often which of their labels has none there."""
    found: list[Proposal] = []
    missing: Counter[str] = Counter()
    for source in sources:
        mapped, lacking = adapt(text, source.propose(text, rules.cut), rules, own_labels=source.own_labels)
        found += mapped
        missing += lacking
    return found, missing


def adapt(
    text: str, proposals: Iterable[Proposal], rules: Rules, *, own_labels: bool = False
) -> tuple[list[Proposal], Counter[str]]:
    """A source's proposals by a project's rules: labels mapped, state words and clitics taken in, URLs left alone.

    And how often which label of the source has none in the set. With ``own_labels`` only what the set lacks is mapped.
    """
    missing: Counter[str] = Counter()
    known = {entity.id for entity in rules.labels.active()}
    table = label_table(rules.labels, rules.label_map)
    tokens = _Tokens(text)
    found: list[Proposal] = []
    for proposal in proposals:
        label = proposal.label
        if not own_labels or label not in known:
            label = table[label] if label in table else rules.labels.current_id(label)
        if label and label not in known:
            missing[proposal.label] += 1
        elif label and label not in rules.off.get(proposal.by, ()) and not tokens.in_url(proposal):
            start, end = _visible(text, proposal.start, proposal.end)
            if rules.state_words and not own_labels and proposal.label in ("GPE", "LOC"):
                start, end = with_state_words(text, start, end, rules.cut)
            if rules.clitics == "word":
                start, end = tokens.widened(start, end)
            found.append(replace(proposal, start=start, end=end, label=label))
    return found, missing


def resolve(
    proposals: Iterable[Proposal], labels: LabelSet, spans: Iterable[Span] = (), *, nested: bool = True
) -> list[Proposal]:
    """The proposals that stand together, in the order of spans.

    Sources that agree become one proposal that names them all. Of two that overlap with one label the better score,
    else the longer, stays; different labels may nest where the set lets them, if they do at all (``nested``), and never
    within a person's name; crossing ones exclude each other. Which label the same words have was ``decided`` better
    than any ready-made source can say. What a span of the layer (``spans``) contradicts is left out.
    """
    allowed = _nesting(labels) if nested else lambda inner, outer: False
    taken = _Taken()
    for span in spans:
        taken.add(Proposal(span.start, span.end, labels.entity_id(span.label), ""))
    stand: list[Proposal] = []
    for proposal in sorted(
        _not_overruled(_agreed(proposals)), key=lambda p: (-p.score, p.start - p.end, p.start, p.label)
    ):
        if all(_compatible(proposal, other, allowed) for other in taken.overlapping(proposal)):
            taken.add(proposal)
            stand.append(proposal)
    return sorted(stand, key=lambda p: (p.start, -p.end, p.label))


def _agreed(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    by: dict[tuple[int, int, str], set[str]] = defaultdict(set)
    score: dict[tuple[int, int, str], float] = {}
    for proposal in proposals:
        key = proposal.start, proposal.end, proposal.label
        by[key].update(proposal.by.split("+"))
        score[key] = max(proposal.score, score.get(key, 0.0))
    for key, names in by.items():
        yield Proposal(*key, "+".join(sorted(names)), score[key])


def _not_overruled(proposals: Iterable[Proposal]) -> list[Proposal]:
    found = [(proposal, set(proposal.by.split("+"))) for proposal in proposals]
    decided = {(proposal.start, proposal.end) for proposal, by in found if "decided" in by}
    return [p for p, by in found if (p.start, p.end) not in decided or not by <= READY_MADE]


def _nesting(labels: LabelSet) -> Callable[[str, str], bool]:
    inside = {entity.id: entity.inside for entity in labels.entities}

    def allowed(inner: str, outer: str) -> bool:
        places = inside.get(inner, ())
        return outer in places if places else outer != "PERS"

    return allowed


def _compatible(one: Proposal, other: Proposal, allowed: Callable[[str, str], bool]) -> bool:
    """Whether two proposals that share a code point may stand together."""
    if one.label == other.label or (one.start, one.end) == (other.start, other.end):
        return False
    if other.start <= one.start and one.end <= other.end:
        return allowed(one.label, other.label)
    if one.start <= other.start and other.end <= one.end:
        return allowed(other.label, one.label)
    return False


def _visible(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without bidi marks and joiners at its borders: they belong to the token but to no name."""
    shown = _VISIBLE.search(text, start, end)
    return shown.span() if shown else (start, end)


class _Taken:
    """Proposals by stretches of text, so that what overlaps is found without looking at all."""

    _STRETCH = 64

    def __init__(self) -> None:
        self._stretches: dict[int, list[Proposal]] = defaultdict(list)

    def add(self, proposal: Proposal) -> None:
        for stretch in self._of(proposal):
            self._stretches[stretch].append(proposal)

    def overlapping(self, proposal: Proposal) -> Iterator[Proposal]:
        for stretch in self._of(proposal):
            for other in self._stretches.get(stretch, ()):
                if other.start < proposal.end and proposal.start < other.end:
                    yield other

    def _of(self, proposal: Proposal) -> range:
        return range(proposal.start // self._STRETCH, (proposal.end - 1) // self._STRETCH + 1)


class _Tokens:
    """The tokens of a text by what lies at a code point."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ranges = tokenize(text)
        self._ends = [end for _, end in self._ranges]

    def in_url(self, proposal: Proposal) -> bool:
        return any("://" in self._text[start : start + 8] for start, _ in self._touched(proposal.start, proposal.end))

    def widened(self, start: int, end: int) -> tuple[int, int]:
        touched = self._touched(start, end)
        return (min(touched[0][0], start), max(touched[-1][1], end)) if touched else (start, end)

    def _touched(self, start: int, end: int) -> list[tuple[int, int]]:
        first = bisect_right(self._ends, start)
        last = first
        while last < len(self._ranges) and self._ranges[last][0] < end:
            last += 1
        return self._ranges[first:last]
