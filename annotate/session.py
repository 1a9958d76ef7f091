"""The one door through which every edit goes: plan, write, tell."""

from __future__ import annotations

from annotate.changes import Step, merged
from annotate.edits import Edit
from annotate.project import JournalEntry, Listener, Project


class Session:
    """An open project being edited by one annotator.

    ``annotator`` is the id under which steps stand in the journal. Listeners are told last, when ``project`` already
    shows the new state.
    """

    def __init__(self, project: Project, annotator: str | None = None) -> None:
        self.project = project
        self.annotator = annotator or project.annotator().id
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> None:
        """Tell ``listener(step, initiator)`` of every step from now on."""
        self._listeners.append(listener)

    def do(self, edit: Edit, initiator: object = None) -> Step | None:
        """Make an edit: one transaction, one journal row. None: the edit had no effect and nothing was written.

        Raises EditRefused (not allowed), StaleEdit (rows changed since), ReadOnlyProject.
        """
        changes, detail = edit.plan(self.project)
        changes = list(merged(changes))
        if not changes:
            return None
        step = Step(edit.title, self.annotator, tuple(changes), detail)
        self.project.write(step)
        self._tell(step, initiator)
        return step

    def undo(self, initiator: object = None) -> JournalEntry | None:
        """Take back the last step that stands, of this or an earlier run; None when there is none."""
        entry = self.project.undoable()
        if entry is None:
            return None
        inverse = entry.step.inverse()
        self.project.write(inverse, undoes=entry.id)
        self._tell(inverse, initiator)
        return entry

    def redo(self, initiator: object = None) -> JournalEntry | None:
        """Make again the step that was taken back last; None when there is none."""
        entry = self.project.redoable()
        if entry is None:
            return None
        self.project.write(entry.step, redoes=entry.id)
        self._tell(entry.step, initiator)
        return entry

    def _tell(self, step: Step, initiator: object) -> None:
        for listener in self._listeners:
            listener(step, initiator)
