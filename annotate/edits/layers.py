"""Edits of layers and of the project itself: reading, state, labels, names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from annotate.changes import Change
from annotate.edits.rules import open_layer
from annotate.errors import EditRefused
from annotate.labels import LabelSet
from annotate.model import GOLD, Annotator, Layer, State
from annotate.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRead:
    """Mark ``start``…``end`` (code points, whole sentences) as read by the annotator."""

    document: str
    annotator: str
    start: int
    end: int
    title: str = "mark_read"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        before = open_layer(project, self.document, self.annotator)
        base = before or Layer(document=self.document, annotator=self.annotator)
        state = State.IN_PROGRESS if base.state is State.TODO else base.state
        after = replace(base, state=state, read=joined_ranges([*base.read, (self.start, self.end)]))
        return ([] if before == after else [Change(before, after)]), ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetState:
    """Say how far the annotator is with a document; *done* marks all of it as read."""

    document: str
    annotator: str
    state: State
    title: str = "set_state"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        before = project.layer(self.document, self.annotator)
        base = before or Layer(document=self.document, annotator=self.annotator)
        after = replace(base, state=self.state)
        if self.state is State.DONE:
            after = replace(after, read=((0, len(project.document(self.document).text)),))
        return ([] if base == after else [Change(before, after)]), self.state.value


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLabels:
    """Make another label set the project's; spans and relations keep their keys."""

    labels: LabelSet
    title: str = "set_labels"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        before = project.label_set()
        return ([] if before == self.labels else [Change(before, self.labels)]), self.labels.id


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameAnnotator:
    """Give an annotator another display name."""

    annotator: str
    name: str
    title: str = "rename_annotator"

    def plan(self, project: Project) -> tuple[list[Change], str]:
        if not self.name.strip() or GOLD in (self.name, self.annotator) or self.name == "all":
            raise EditRefused("bad_name", f"{self.name!r} is no name for an annotator")
        before = next((a for a in project.annotators() if a.id == self.annotator), None)
        after = Annotator(id=self.annotator, name=self.name)
        return ([] if before == after else [Change(before, after)]), self.name


def joined_ranges(ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The ranges ascending, with those that touch or overlap made one; empty ones left out."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if start >= end:
            continue
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return tuple(out)
