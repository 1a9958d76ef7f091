"""Spans: label, relabel, second label, move borders, clitics, remove."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from annotate.changes import Step
from annotate.edits import (
    AcceptEdited,
    AddSpan,
    Relabel,
    RemoveRelation,
    RemoveSpan,
    SetAttribute,
    SetBorders,
)
from annotate.model import Relation, Span
from ui.commands.border_steps import clitic_step, word_step
from ui.desk import Desk
from ui.i18n.counts import Counts

translate = QCoreApplication.translate


class SpanCommands:
    """Edits of what is selected: a stretch of text, a span, or a suggestion (which is then accepted, corrected)."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {
            "start_out": lambda: self._move(True, True),
            "start_in": lambda: self._move(True, False),
            "end_out": lambda: self._move(False, True),
            "end_in": lambda: self._move(False, False),
            "clitic_start": lambda: self._clitic(True),
            "clitic_end": lambda: self._clitic(False),
            "remove": self.remove,
        }

    # --- labels
    def label(self, key: str, second: bool = False) -> None:
        """Give what is selected a label (a key); ``second``: beside the one it has, on the same borders."""
        view = self._desk.view
        start, end = view.selection()
        span = self._desk.selected_span()
        if start < end and span is None:
            self._add(start, end, key)
        elif span is not None and second:
            self._add(span.start, span.end, key)
        elif span is not None:
            self._relabel(span, key)
        elif (suggestion := view.current_suggestion) is not None:
            edit = AcceptEdited(suggestion=suggestion, start=suggestion.start, end=suggestion.end, label=key)
            self._select_after(self._desk.attempt(edit), edit.id)
        else:
            self._desk.strip.say(translate("Spans", "Select text or a span first."), "info")

    def _add(self, start: int, end: int, key: str) -> None:
        edit = AddSpan(
            document=self._desk.document.id,
            annotator=self._desk.workspace.annotator.id,
            start=start,
            end=end,
            label=key,
        )
        self._select_after(self._desk.attempt(edit), edit.id)

    def _relabel(self, span: Span, key: str) -> None:
        if self._desk.attempt(Relabel(span=span.id, label=key)) is not None:
            entity = self._desk.workspace.labels.entity(key)
            name = entity.name(self._desk.language) if entity else key
            said = translate("Spans", "The label is now {label}.").format(label=name)
            self._desk.strip.say(said, "done", undo=True)

    def _select_after(self, step: Step | None, span: str) -> None:
        project = self._desk.workspace.project
        made = project.span(span) if step is not None and project is not None else None
        if made is not None:
            self._desk.strip.clear()
            self._desk.pick(made)

    # --- borders
    def move_borders(self, span: str, start: int, end: int) -> None:
        """Set the borders of a span (by drag or key)."""
        if start < end:
            self._desk.attempt(SetBorders(span=span, start=start, end=end))

    def _move(self, at_start: bool, outward: bool) -> None:
        self._change(lambda start, end: word_step(self._desk.document.text, start, end, at_start, outward))

    def _clitic(self, at_start: bool) -> None:
        text, clitics = self._desk.document.text, self._desk.view.clitics()
        if not self._change(lambda start, end: clitic_step(text, start, end, at_start, clitics)):
            self._desk.strip.say(translate("Spans", "There is no clitic at this border."), "info")

    def _change(self, change: Callable[[int, int], tuple[int, int]]) -> bool:
        """Move the borders of what is selected; False where nothing moved."""
        view, span, suggestion = self._desk.view, self._desk.selected_span(), self._desk.view.current_suggestion
        if span is not None:
            borders = change(span.start, span.end)
            if borders == (span.start, span.end):
                return False
            self._desk.attempt(SetBorders(span=span.id, start=borders[0], end=borders[1]))
        elif suggestion is not None:
            borders = change(suggestion.start, suggestion.end)
            if borders == (suggestion.start, suggestion.end):
                return False
            edit = AcceptEdited(suggestion=suggestion, start=borders[0], end=borders[1], label=suggestion.label)
            self._select_after(self._desk.attempt(edit), edit.id)
        else:
            borders = change(*view.selection())
            if borders == view.selection():
                return False
            view.select(*borders)
        return True

    # --- removing, attributes
    def remove(self) -> None:
        """Remove the selected span, its relations with it, or the selected relation."""
        view = self._desk.view
        if view.selected_relation:
            if self._desk.attempt(RemoveRelation(relation=view.selected_relation)) is not None:
                self._desk.strip.say(translate("Spans", "Relation deleted."), "gone", undo=True)
        elif view.selected_span:
            step = self._desk.attempt(RemoveSpan(span=view.selected_span))
            if step is not None:
                relations = sum(isinstance(change.before, Relation) for change in step.changes)
                said = Counts().removed_relations(relations) if relations else translate("Spans", "Span deleted.")
                self._desk.strip.say(said, "gone", undo=True)

    def set_attribute(self, name: str, value: object) -> None:
        """Set an attribute of the selected span; None takes it away."""
        span = self._desk.selected_span()
        if span is not None and (value is None or isinstance(value, str | bool)):
            self._desk.attempt(SetAttribute(span=span.id, name=name, value=value))
