"""Notes on spans and relations, questions to the lead, and the guidelines of a label."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from annotate.edits import SetAttribute, SetNote
from ui.desk import Desk
from ui.dialogs.note import NoteDialog
from ui.wording import quoted

translate = QCoreApplication.translate

QUESTION = "question"
"""The attribute that holds a question to the lead; a span with one counts as open."""


class NoteCommands:
    """What one writes about a span or relation."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {"note": self.note, "question": self.question, "guidelines": self.guidelines}

    def note(self) -> None:
        """Write the note of the selected span or relation."""
        project = self._desk.workspace.project
        assert project is not None
        id_ = self._desk.view.selected_span or self._desk.view.selected_relation or ""
        record = project.span(id_) or project.relation(id_)
        if record is not None:
            dialog = NoteDialog(self._desk.window, translate("Note", "Note"), record.note)
            dialog.written.connect(lambda text: self._desk.attempt(SetNote(record=id_, note=text)))
            dialog.open()

    def question(self) -> None:
        """Write a question to the lead about the selected span; an empty one takes it away."""
        span = self._desk.selected_span()
        if span is not None:
            now = str(span.attributes.get(QUESTION, ""))
            dialog = NoteDialog(self._desk.window, translate("Note", "Question to the lead"), now)
            dialog.written.connect(
                lambda text: self._desk.attempt(SetAttribute(span=span.id, name=QUESTION, value=text or None))
            )
            dialog.open()

    def guidelines(self) -> None:
        """Say what the label set says of the label at hand, in place."""
        span, suggestion = self._desk.selected_span(), self._desk.view.current_suggestion
        item = span or suggestion
        entity = self._desk.workspace.labels.entity(item.label) if item is not None else None
        if entity is None:
            said = translate("Note", "Select a span or go to a suggestion first.")
        elif not entity.guideline:
            name = quoted(entity.name(self._desk.language))
            said = translate("Note", "The label set has no guidelines for {label}.").format(label=name)
        else:
            said = f"{entity.name(self._desk.language)}: {entity.guideline}"
        self._desk.strip.say(said, "info")
