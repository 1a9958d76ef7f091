"""Finds the documents in which layers differ, for the filter of the documents pane: a job beside the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotate.review.figures import disagreeing
from ui.desk import Desk
from ui.jobs import Job
from ui.panels.documents import DocumentsPane

translate = QCoreApplication.translate


class DisagreeingDocuments:
    """Answers the pane's ``disagreeingWanted``."""

    def __init__(self, desk: Desk, pane: DocumentsPane) -> None:
        self._desk, self._pane = desk, pane
        pane.disagreeingWanted.connect(self.find)

    def find(self) -> None:
        """Compare the layers of all documents, and show those that differ."""
        workspace = self._desk.workspace
        if workspace.project is None:
            return
        services, path = workspace.services, workspace.project.path

        def work(job: Job) -> frozenset[str]:
            beside = services.open_project(path, write=False)
            try:
                return disagreeing(beside, job.report)
            finally:
                beside.close()

        title = translate("Documents", "Comparing the layers of all documents")
        self._desk.jobs.start(
            title, work, self._pane.show_disagreeing, lambda why: self._desk.strip.say(why, "refused")
        )
