"""What is there now, in the words in which actions say what they need (``ui.actions.NEEDS``)."""

from __future__ import annotations

from collections.abc import Callable

from annotate.model import State
from ui.text.view import TextView
from ui.workspace import Workspace


class Situation:
    """Asks workspace and text view. What only steps and suggesting change is kept until ``forget``."""

    def __init__(self, workspace: Workspace, view: TextView) -> None:
        self._workspace, self._view = workspace, view
        self._kept: frozenset[str] | None = None
        self.searching: Callable[[], bool] = lambda: False
        self.viewed: Callable[[], set[str]] = set

    def forget(self) -> None:
        """Something was written, or another document is shown."""
        self._kept = None

    def now(self) -> frozenset[str]:
        """The names of all that is there."""
        if self._kept is None:
            self._kept = frozenset(self._of_project())
        return self._kept | self._of_selection() | self.viewed()

    def _of_project(self) -> set[str]:
        workspace = self._workspace
        if workspace.project is None:
            return set()
        found = {"project"}
        if workspace.writable:
            found.add("write")
        if workspace.own:
            found.add("own")
        if workspace.project.can_undo():
            found.add("undo")
        if workspace.project.can_redo():
            found.add("redo")
        if workspace.document is not None:
            found.add("document")
            if workspace.state() is not State.LOCKED:
                found.add("unlocked")
            if self._view.has_suggestions:
                found.add("pending")
        return found

    def _of_selection(self) -> set[str]:
        view = self._view
        found: set[str] = set()
        if self._workspace.document is None:
            return found
        start, end = view.selection()
        if start < end:
            found.add("selection")
        if view.selected_span:
            found |= {"span", "item"}
        if view.selected_relation:
            found |= {"relation", "item"}
        if view.current_suggestion is not None:
            found.add("suggestion")
        if found & {"selection", "span", "suggestion"}:
            found.add("markable")
        if self.searching():
            found.add("hits")
        return found
