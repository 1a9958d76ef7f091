"""What every command works with: the workspace, the text view, the message strip, jobs and settings."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from annotate.changes import Step
from annotate.edits import Edit
from annotate.errors import EditRefused, TawsimError
from annotate.model import Document, Span, Suggestion
from ui.jobs import Jobs
from ui.keys.keyboard import Keyboard
from ui.panels.message_strip import MessageStrip
from ui.settings import Settings
from ui.text.view import TextView
from ui.theme import Theme
from ui.wording import error_text
from ui.workspace import Workspace


@dataclass(slots=True)
class Desk:
    """The window's parts by name. Commands get it whole; it decides nothing."""

    workspace: Workspace
    settings: Settings
    jobs: Jobs
    keyboard: Keyboard
    theme: Theme
    language: str
    view: TextView
    strip: MessageStrip
    window: QWidget

    @property
    def document(self) -> Document:
        """The document on the desk. Only to be asked where an action needs one."""
        document = self.workspace.document
        assert document is not None
        return document

    def attempt(self, edit: Edit, *, of_layer: bool = True) -> Step | None:
        """Make an edit; where it may not be made, say why in place and return None.

        ``of_layer``: the edit is of the layer that is shown, which may be a colleague's, and those are only shown.
        """
        try:
            if of_layer and not self.workspace.own:
                raise EditRefused("other_layer", "this is another annotator's layer: it is only shown")
            return self.workspace.do(edit, self)
        except TawsimError as error:
            self.strip.say(error_text(error), "refused")
            return None

    def pick(self, item: Span | Suggestion) -> None:
        """Pick out a span or suggestion, with the caret at its start, so that the arrows go on from there."""
        self.view.move_caret(item.start, reveal=False)
        if isinstance(item, Span):
            self.view.selected_span = item.id
        else:
            self.view.current_suggestion = item

    def selected_span(self) -> Span | None:
        """The span that is selected in the text."""
        project, id_ = self.workspace.project, self.view.selected_span
        return project.span(id_) if project is not None and id_ else None
