"""What became of the suggestions of each source: accepted as they were, edited, rejected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from annotate.model import SuggestionState
from annotate.project import Project

_DECIDED = (SuggestionState.ACCEPTED, SuggestionState.EDITED, SuggestionState.REJECTED)


@dataclass(frozen=True, slots=True)
class Share:
    """Of ``decided`` suggestions so many were ``accepted`` as they were and so many ``edited`` (borders or label)."""

    accepted: int = 0
    decided: int = 0
    edited: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.accepted + other.accepted, self.decided + other.decided, self.edited + other.edited)

    @property
    def rejected(self) -> int:
        """How many were rejected."""
        return self.decided - self.accepted - self.edited

    @property
    def right(self) -> float:
        """The share (0…1) that was accepted as it was; 0 where nothing is decided."""
        return self.accepted / self.decided if self.decided else 0.0


Fates = Mapping[tuple[str, str], Share]
"""By what stands in ``Suggestion.by`` (``camel+places`` where two agreed) and label key."""


def fates(project: Project, progress: Callable[[int, int], None] | None = None) -> Fates:
    """What became of the suggestions to all annotators. ``progress`` may raise to stop."""
    found: dict[tuple[str, str], Share] = {}
    layers = project.layers()
    for number, layer in enumerate(layers):
        if progress:
            progress(number, len(layers))
        add_fates(found, project, layer.document, layer.annotator)
    return found


def add_fates(found: dict[tuple[str, str], Share], project: Project, document: str, annotator: str) -> None:
    """Add what became of the suggestions to one annotator in one document."""
    for suggestion in project.suggestions(document, annotator, _DECIDED):
        key, state = (suggestion.by, suggestion.label), suggestion.state
        one = Share(int(state is SuggestionState.ACCEPTED), 1, int(state is SuggestionState.EDITED))
        found[key] = found.get(key, Share()) + one


def by_label(found: Fates) -> dict[str, Share]:
    """By label key, over all sources: each suggestion counts once."""
    shares: dict[str, Share] = {}
    for (_, label), share in found.items():
        shares[label] = shares.get(label, Share()) + share
    return shares


def by_source(found: Fates) -> dict[tuple[str, str], Share]:
    """By source and label key: what two sources agreed on counts for both. Under the empty label stands the source."""
    shares: dict[tuple[str, str], Share] = {}
    for (by, label), share in found.items():
        for source in by.split("+"):
            for key in ((source, label), (source, "")):
                shares[key] = shares.get(key, Share()) + share
    return shares
