"""All occurrences of what is selected: a checklist with context, then one step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from annotate.edits import AddSpan, AddSpans
from annotate.suggest.occurrences import occurrences
from ui.desk import Desk
from ui.dialogs.occurrences import OccurrencesDialog
from ui.i18n.counts import Counts

translate = QCoreApplication.translate


class OccurrenceCommands:
    """Finds them in the document on the desk: folded, one clitic off; those that are spans already are not offered."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {"occurrences": self.ask}

    def ask(self) -> None:
        """Show the checklist."""
        view, text = self._desk.view, self._desk.document.text
        item = self._desk.selected_span() or view.current_suggestion
        start, end = (item.start, item.end) if item is not None else view.selection()
        label = item.label if item is not None else ""
        there = {(span.start, span.end) for span in self._desk.workspace.spans() if span.label == label or not label}
        found = [place for place in occurrences(text, start, end) if place not in there]
        if not found:
            self._desk.strip.say(translate("Occurrences", "It stands nowhere else in this document."), "info")
            return
        dialog = OccurrencesDialog(
            self._desk.window, text, found, self._desk.workspace.labels, label, self._desk.language
        )
        dialog.chosen.connect(self._label)
        dialog.open()

    def _label(self, places: list[tuple[int, int]], label: str) -> None:
        document, annotator = self._desk.document.id, self._desk.workspace.annotator.id
        edits = tuple(
            AddSpan(document=document, annotator=annotator, start=start, end=end, label=label) for start, end in places
        )
        step = self._desk.attempt(AddSpans(spans=edits)) if edits else None
        if step is not None:
            said = translate("Occurrences", "Labelled: {spans}.").format(spans=Counts().spans(int(step.detail or 0)))
            self._desk.strip.say(said, "done", undo=True)
