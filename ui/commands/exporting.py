"""Export: the dialog asks, shows what would be lost, and the files are written beside the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotate.model import GOLD
from ui.commands.beside import read_beside
from ui.desk import Desk
from ui.i18n.counts import Counts

if TYPE_CHECKING:
    from annotate.exporting import ExportOptions, ExportReport
    from ui.dialogs.export import ExportDialog

translate = QCoreApplication.translate


class ExportCommands:
    """Audit and export read the project through an opening of their own: the window's is not waited for."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {"export": self.ask}

    def ask(self) -> None:
        """Show the dialog."""
        # Here, not above: all formats together take a tenth of a second of every start.
        from ui.dialogs.export import ExportDialog

        project = self._desk.workspace.project
        assert project is not None
        with_layers = {layer.annotator for layer in project.layers()}
        names = [person.name for person in project.annotators() if person.id in with_layers and person.id != GOLD]
        dialog = ExportDialog(
            self._desk.window, project.path, names, GOLD in with_layers, self._desk.workspace.annotator.name
        )
        dialog.audited.connect(lambda options: self._audit(dialog, options))
        dialog.wanted.connect(lambda out, options: self._export(out, options))
        dialog.ask_audit()
        dialog.open()

    def _audit(self, dialog: ExportDialog, options: ExportOptions) -> None:
        from annotate.exporting import audit

        def done(report: ExportReport) -> None:
            dialog.show_report(options, report)

        def failed(message: str) -> None:
            dialog.show_problem(options, message)

        title = translate("Export", "Looking for losses")
        desk = self._desk
        read_beside(desk, title, lambda project, job: audit(project, options, progress=job.report), done, failed=failed)

    def _export(self, out: Path, options: ExportOptions) -> None:
        from annotate.exporting import export

        def done(report: ExportReport) -> None:
            said = translate("Export", "Exported to {file}: {spans}.").format(
                file=f"\u2066{out.name}\u2069", spans=Counts().spans(report.spans_out)
            )
            losses = " " + Counts().left_out(len(report.losses)) + "." if report.losses else ""
            self._desk.strip.say(said + losses, "done")

        title = translate("Export", "Exporting")
        read_beside(self._desk, title, lambda project, job: export(project, out, options, progress=job.report), done)
