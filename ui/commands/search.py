"""Find in the document as one types; find in all documents beside the window."""

from __future__ import annotations

from collections.abc import Callable

from annotate.arabic.folding import Folded, find_all, fold
from annotate.project import Project
from ui.desk import Desk
from ui.jobs import Job
from ui.models.hits import Hit, search
from ui.panels.documents import DocumentsPane
from ui.panels.header import FindField

_MOST = 2000
"""Hits that the search over the corpus lists at most."""


class SearchCommands:
    """Both searches fold: harakat, tatweel and alef forms do not count."""

    def __init__(self, desk: Desk, field: FindField, documents: DocumentsPane) -> None:
        self._desk, self._field, self._documents = desk, field, documents
        self._hits: list[tuple[int, int]] = []
        self._at = 0
        self._text, self._fold = "", fold("")
        field.sought.connect(self.seek)
        field.taken.connect(lambda back: self._go(-1 if back else 1))
        field.left.connect(self._leave)
        documents.left.connect(self._leave)
        documents.sought.connect(self.seek_everywhere)
        documents.hitChosen.connect(self.show_hit)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {
            "find": self._begin,
            "find_next": lambda: self._go(1),
            "find_previous": lambda: self._go(-1),
            "find_all": self._documents.focus_search,
        }

    @property
    def has_hits(self) -> bool:
        """Whether something was found."""
        return bool(self._hits)

    # --- in the document
    def _begin(self) -> None:
        start, end = self._desk.view.selection()
        if start < end and "\n" not in (chosen := self._desk.view.selected_text()):
            self._field.setText(chosen)
        self._field.setFocus()
        self._field.selectAll()

    def seek(self, needle: str) -> None:
        """Mark where the text stands; the first hit at or after the caret is the current one."""
        self._hits = find_all(needle, self._desk.view.text, self._folded()) if needle.strip() else []
        caret = self._desk.view.caret
        self._at = next((n for n, hit in enumerate(self._hits) if hit[0] >= caret), 0)
        self._show()

    def _folded(self) -> Folded:
        """The text of the document folded, once for all that is typed."""
        text = self._desk.view.text
        if self._text != text:
            self._text, self._fold = text, fold(text)
        return self._fold

    def renew(self) -> None:
        """Search again in another document."""
        if self._field.text():
            self.seek(self._field.text())

    def _go(self, step: int) -> None:
        if self._hits:
            self._at = (self._at + step) % len(self._hits)
            self._show()

    def _show(self) -> None:
        self._desk.view.set_search(self._hits, self._at if self._hits else None)
        self._field.show_count(self._at + 1, len(self._hits))

    def _leave(self) -> None:
        self._desk.view.setFocus()

    # --- in all documents
    def seek_everywhere(self, needle: str) -> None:
        """Search all documents as a job with an opening of its own; an empty needle ends the search."""
        project = self._desk.workspace.project
        if not needle or project is None:
            self._documents.show_hits("", None)
            return
        path, services = project.path, self._desk.workspace.services

        def work(job: Job) -> list[Hit]:
            opened = services.open_project(path, write=False)
            try:
                return _search(opened, needle, job)
            finally:
                opened.close()

        self._desk.jobs.start(
            needle,
            work,
            lambda hits: self._documents.show_hits(needle, hits),
            lambda message: self._desk.strip.say(message, "refused"),
        )

    def show_hit(self, hit: Hit) -> None:
        """Go to a hit of the search over all documents."""
        workspace = self._desk.workspace
        if workspace.document is None or workspace.document.id != hit.document:
            workspace.show(hit.document)
        if workspace.document is None or workspace.document.id != hit.document:
            return  # it went after the search
        self._desk.view.select(hit.start, hit.end)
        self._desk.view.setFocus()


def _search(project: Project, needle: str, job: Job) -> list[Hit]:
    ids = [summary.id for summary in project.documents()]
    documents = (project.document(id_) for id_ in ids)
    return list(search(needle, documents, _MOST, lambda done: job.report(done, len(ids))))
