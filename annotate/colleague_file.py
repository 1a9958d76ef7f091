"""What a colleague's file holds, as values: read aside, not yet trusted."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from annotate.edits.rules import check_borders
from annotate.errors import EditRefused
from annotate.labels import LabelSet
from annotate.model import Annotator, Document, Layer, Relation, Span, Suggestion, SuggestionState, Version

DECIDED = (SuggestionState.ACCEPTED, SuggestionState.EDITED, SuggestionState.REJECTED)
"""The states of suggestions that travel with a layer: what is pending is the colleague's own affair."""

LONGEST_ID = 64
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ColleagueLayer:
    """The colleague's layer of one document. ``suggestions`` are those that were decided."""

    document: Document
    layer: Layer
    spans: tuple[Span, ...]
    relations: tuple[Relation, ...]
    suggestions: tuple[Suggestion, ...]
    version: Version

    def fault(self) -> str:
        """What is wrong inside the layer, in one line; empty when nothing is."""
        try:
            return self._wrong_place() or self._wrong_value()
        except (TypeError, ValueError, AttributeError):
            return "a value in it is none of Tawsim's"

    def _wrong_place(self) -> str:
        length = len(self.document.text)
        try:
            for span in self.spans:
                check_borders(self.document.text, span)
        except EditRefused as refusal:
            return str(refusal)
        borders = [0, *(border for place in self.layer.read for border in place), length]
        if any(left > right for left, right in pairwise(borders)):
            return "what was read lies outside the text"
        if not all(0 <= suggestion.start < suggestion.end <= length for suggestion in self.suggestions):
            return "a suggestion lies outside the text"
        return ""

    def _wrong_value(self) -> str:
        ids = {span.id for span in self.spans}
        if any({relation.head, relation.tail} - ids or relation.head == relation.tail for relation in self.relations):
            return "a relation has no two spans"
        records: list[Span | Relation] = [*self.spans, *self.relations]
        if any(not record.label or not 0 < len(record.id) <= LONGEST_ID for record in records):
            return "an annotation without label or id"
        if not all(isinstance(value, str | bool) for record in records for value in record.attributes.values()):
            return "an attribute that is neither text nor flag"
        if not all(isinstance(steps, int) and isinstance(digest, str) for steps, digest in self.version.values()):
            return "its version is none"
        if not all(math.isfinite(suggestion.score) for suggestion in self.suggestions):
            return "a suggestion without a score"
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColleagueFile:
    """A file of one annotator: the label set it was made with, and the layers in import order."""

    path: Path
    annotator: Annotator
    labels: LabelSet
    layers: tuple[ColleagueLayer, ...]
