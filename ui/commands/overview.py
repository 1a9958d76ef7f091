"""The overview: counts in a job beside, saves pictures and numbers, leads to the places behind a number."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog

from annotate.errors import TawsimError
from annotate.review.figures import Figures, PairFigures, Place, figures, pair_figures, pending
from annotate.suggest.learned_setting import standing_back
from annotate.suggest.source_settings import labels_off, sources_on
from ui.commands.beside import read_beside
from ui.commands.reviewing import ReviewCommands
from ui.desk import Desk
from ui.overview.card import ChartCard, write_whole
from ui.overview.page import OverviewPage
from ui.overview.sources_part import Switches

translate = QCoreApplication.translate


class OverviewCommands(QObject):
    """``modeChanged`` is sent when the overview is shown or left."""

    modeChanged = Signal()

    def __init__(self, desk: Desk, page: OverviewPage, review: ReviewCommands) -> None:
        super().__init__(desk.window)
        self._desk, self._page, self._review = desk, page, review
        self.active = False
        self._pair = ("", "")
        page.pairChosen.connect(self._compare)
        page.placeChosen.connect(self.go)
        page.saveWanted.connect(self._ask_where)
        desk.workspace.projectChanged.connect(self.end)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {"overview": self.toggle, "overview_close": self.end}

    def situation(self) -> set[str]:
        """What is there, in the words of ``ui.actions.NEEDS``."""
        return {"overview"} if self.active else set()

    def toggle(self) -> None:
        """Show the overview and count, or leave it."""
        if self.active:
            self.end()
            return
        self._review.end()
        self.active = True
        self.modeChanged.emit()
        self._page.focus_first()
        self._count()

    def end(self) -> None:
        """Back to the text."""
        if self.active:
            self.active = False
            self.modeChanged.emit()
            self._desk.view.setFocus()

    # --- counting
    def _count(self) -> None:
        title = translate("Overview", "Counting")
        read_beside(self._desk, title, lambda project, job: figures(project, job.report), self._on_figures)

    def _on_figures(self, found: Figures) -> None:
        self._page.show_figures(found, self._desk.workspace.labels)
        self._show_switches()

    def renew(self) -> None:
        """Sources were switched: show it, and how many suggestions wait now."""
        if self.active:
            self._show_switches()
            title = translate("Overview", "Counting")
            read_beside(self._desk, title, lambda project, _: pending(project), self._page.show_pending)

    def _show_switches(self) -> None:
        workspace = self._desk.workspace
        if (project := workspace.project) is not None:
            off = labels_off(project, workspace.labels)
            left = standing_back(project, workspace.labels)
            self._page.sources.show_switches(Switches(sources_on(project), off, left, workspace.writable))

    def _compare(self, a: str, b: str) -> None:
        self._pair = a, b
        title = translate("Overview", "Comparing two annotators")
        read_beside(self._desk, title, lambda project, job: pair_figures(project, a, b, job.report), self._on_pair)

    def _on_pair(self, found: PairFigures) -> None:
        if (found.a, found.b) == self._pair:
            self._page.agreement.show_pair(found)

    # --- behind a number
    def go(self, place: Place) -> None:
        """Show a place in the review of the two annotators it stands for."""
        pair = self._pair
        self.end()
        self._desk.workspace.show(place.document)
        self._review.show(pair, place.item)

    # --- files
    def _ask_where(self, card: ChartCard | None, kind: str) -> None:
        project = self._desk.workspace.project
        assert project is not None
        name = card.name if card is not None else "overview"
        suffix = ".png" if kind == "picture" else ".csv"
        kinds = "PNG (*.png);;SVG (*.svg)" if kind == "picture" else "CSV (*.csv)"
        default = str(project.path.with_name(f"{project.path.stem}-{name}{suffix}"))
        title = (
            translate("Overview", "Save the picture")
            if kind == "picture"
            else translate("Overview", "Save the numbers")
        )
        chosen, wanted = QFileDialog.getSaveFileName(self._desk.window, title, default, kinds)
        if chosen:
            path = Path(chosen)
            self.save(card, path if path.suffix else path.with_suffix(".svg" if "svg" in wanted else suffix))

    def save(self, card: ChartCard | None, path: Path) -> None:
        """Save a card's picture or numbers, by the file's suffix; of no card: all numbers."""
        try:
            if card is not None:
                card.save(path)
            else:
                write_whole(path, self._page.numbers().encode("utf-8-sig"))
        except TawsimError as error:
            self._desk.strip.say(str(error), "refused")
        else:
            self._desk.strip.say(translate("Overview", "Saved: {file}").format(file=f"\u2068{path.name}\u2069"), "done")
