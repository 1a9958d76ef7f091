"""Peel: the names inside a name become spans of their own (جامعة بيرزيت in مدير جامعة بيرزيت, then بيرزيت)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from annotate.edits import AddSpan, AddSpans
from annotate.model import Span
from annotate.suggest.peel import peel
from ui.desk import Desk
from ui.i18n.counts import Counts

translate = QCoreApplication.translate


class PeelCommands:
    """Labels every inner name that is not a span yet, as one step."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {"peel": self.peel}

    def peel(self) -> None:
        """Label the names inside the selected span."""
        span, workspace = self._desk.selected_span(), self._desk.workspace
        assert span is not None
        text, clitics = self._desk.document.text, workspace.clitics.now()
        found = peel(text, span.start, span.end, workspace.labels, workspace.services.seeds, clitics)
        edits = tuple(
            AddSpan(
                document=span.document,
                annotator=span.annotator,
                start=start,
                end=end,
                label=workspace.labels.entity_key(label),
            )
            for start, end, label in found
        )
        step = self._desk.attempt(AddSpans(spans=edits)) if edits else None
        if step is None:
            self._desk.strip.say(translate("Spans", "There is no name inside this one to peel."), "info")
        else:
            new = sum(isinstance(change.after, Span) for change in step.changes)
            said = translate("Spans", "Peeled: {spans}.").format(spans=Counts().spans(new))
            self._desk.strip.say(said, "done", undo=True)
