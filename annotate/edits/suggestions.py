"""Decisions on suggestions: accept, accept edited, reject, accept the rest of a sentence, label many places alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from annotate.changes import Change
from annotate.edits.layers import MarkRead
from annotate.edits.rules import begun, check_borders
from annotate.edits.spans import AddSpan
from annotate.model import Layer, Span, Suggestion, SuggestionState, new_id
from annotate.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept:
    """Make pending suggestions spans of their layers; a span that is there already is not doubled."""

    suggestions: tuple[Suggestion, ...]
    title: str = "accept"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        changes: list[Change] = []
        held: dict[tuple[str, str], set[tuple[int, int, str]]] = {}
        for suggestion in self.suggestions:
            layer = suggestion.document, suggestion.annotator
            if layer not in held:
                changes += begun(project, *layer)
                stretch = _hull((s.start, s.end) for s in self.suggestions if (s.document, s.annotator) == layer)
                held[layer] = {(s.start, s.end, s.label) for s in project.spans(*layer, *stretch) if not s.fragments}
            changes.append(_decided(suggestion, SuggestionState.ACCEPTED))
            borders = suggestion.start, suggestion.end, suggestion.label
            if borders not in held[layer]:
                held[layer].add(borders)
                changes.append(Change(None, _span_of(suggestion)))
        return changes, _about(project, self.suggestions)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptEdited:
    """Accept a suggestion with other borders or another label: the suggestion counts as edited."""

    suggestion: Suggestion
    start: int
    end: int
    label: str
    id: str = field(default_factory=new_id)
    title: str = "accept_edited"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        suggestion = self.suggestion
        add = AddSpan(
            document=suggestion.document,
            annotator=suggestion.annotator,
            start=self.start,
            end=self.end,
            label=self.label,
            id=self.id,
        )
        changes, detail = add.plan(project)
        return [_decided(suggestion, SuggestionState.EDITED), *changes], detail


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """Reject pending suggestions: they do not come back."""

    suggestions: tuple[Suggestion, ...]
    title: str = "reject"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        layers = dict.fromkeys((suggestion.document, suggestion.annotator) for suggestion in self.suggestions)
        changes = [change for layer in layers for change in begun(project, *layer)]
        changes += [_decided(suggestion, SuggestionState.REJECTED) for suggestion in self.suggestions]
        return changes, _about(project, self.suggestions)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptRest:
    """Accept all that is still pending in ``start``…``end`` (a sentence) and mark it read, as one step."""

    document: str
    annotator: str
    start: int
    end: int
    title: str = "accept_rest"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        pending = tuple(
            suggestion
            for suggestion in project.suggestions(self.document, self.annotator, stretch=(self.start, self.end))
            if self.start <= suggestion.start and suggestion.end <= self.end
        )
        changes = Accept(suggestions=pending).plan(project)[0]
        read = MarkRead(document=self.document, annotator=self.annotator, start=self.start, end=self.end)
        return _together(changes, read.plan(project)[0]), str(len(pending))


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelPlaces:
    """Give places of one or many documents (id, start, end) one label (a key), as one step: all occurrences.

    Those that have it already are passed over. Pending suggestions with the borders of a place are settled with it: one
    of that label is accepted, another one edited.
    """

    annotator: str
    label: str
    places: tuple[tuple[str, int, int], ...]
    title: str = "add_spans"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        by_document: dict[str, dict[tuple[int, int], None]] = defaultdict(dict)
        for document, start, end in self.places:
            by_document[document][start, end] = None
        changes = [
            change for document, borders in by_document.items() for change in self._label(project, document, borders)
        ]
        return changes, str(sum(isinstance(change.after, Span) for change in changes))

    def _label(self, project: Project, document: str, places: Collection[tuple[int, int]]) -> list[Change]:
        text = project.document(document).text
        layer, stretch = (document, self.annotator), _hull(places)
        held = {(s.start, s.end) for s in project.spans(*layer, *stretch) if s.label == self.label and not s.fragments}
        pending: dict[tuple[int, int], list[Suggestion]] = defaultdict(list)
        for suggestion in project.suggestions(*layer, stretch=stretch):
            pending[suggestion.start, suggestion.end].append(suggestion)
        changes: list[Change] = []
        for start, end in places:
            for one in pending[start, end]:
                state = SuggestionState.ACCEPTED if one.label == self.label else SuggestionState.EDITED
                changes.append(_decided(one, state))
            if (start, end) not in held:
                span = Span(
                    id=new_id(), document=document, annotator=self.annotator, start=start, end=end, label=self.label
                )
                check_borders(text, span)
                changes.append(Change(None, span))
        return [*begun(project, *layer), *changes] if changes else []


def _hull(places: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """From the first start to the last end: of a book only what an edit is about is read."""
    starts, ends = zip(*places, strict=True)
    return min(starts), max(ends)


def _together(first: list[Change], second: list[Change]) -> list[Change]:
    """Two plans made on the same rows as one: both may touch the layer, the second then has the say on its reading."""
    layers = [change for change in second if isinstance(change.after, Layer)]
    return [*(change for change in first if not (layers and isinstance(change.after, Layer))), *second]


def _decided(suggestion: Suggestion, state: SuggestionState) -> Change:
    return Change(suggestion, replace(suggestion, state=state))


def _span_of(suggestion: Suggestion) -> Span:
    return Span(
        id=new_id(),
        document=suggestion.document,
        annotator=suggestion.annotator,
        start=suggestion.start,
        end=suggestion.end,
        label=suggestion.label,
    )


def _about(project: Project, suggestions: tuple[Suggestion, ...]) -> str:
    if len(suggestions) != 1:
        return str(len(suggestions))
    (one,) = suggestions
    return project.document(one.document).text[one.start : one.end]
