"""Export: format and layer, what it would lose before anything is written, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from annotate.exporting import ExportOptions, ExportReport
from annotate.formats.catalogue import exportable, format_named
from annotate.formats.tags import SCHEMES
from annotate.model import GOLD, State
from ui.dialogs.frame import Dialog
from ui.i18n.counts import Counts
from ui.panels.parts import push_button, text_label
from ui.wording import loss_text

translate = QCoreApplication.translate

_SHOWN = 500
"""Losses listed in the dialog at most; the file beside the export has them all."""


class ExportDialog(Dialog):
    """Sends ``audited(options)`` when the losses of other options are wanted, ``wanted(path, options)`` at the end."""

    audited = Signal(object)
    wanted = Signal(object, object)

    def __init__(self, parent: QWidget, project: Path, names: Sequence[str], gold: bool, mine: str) -> None:
        super().__init__(parent, translate("Export", "Export"), translate("Export", "Export"))
        self._project = project
        self._format = QComboBox()
        self._format.addItems(exportable())
        self._layer = QComboBox()
        if gold:
            self._layer.addItem(translate("Export", "gold"), GOLD)
        for name in names or [mine]:
            self._layer.addItem(name, name)
        self._tokens, self._scheme = QComboBox(), QComboBox()
        self._tokens.addItem(translate("Export", "words"), "word")
        self._tokens.addItem(translate("Export", "words cut at clitics"), "clitic")
        self._scheme.addItems([scheme.upper() for scheme in SCHEMES])
        self._done = QCheckBox(translate("Export", "Only documents that are done"))
        self._read = QCheckBox(translate("Export", "Only what was read"))
        self._out = QLineEdit()
        self._summary = text_label("", "second")
        self._losses = QTableWidget(0, 4)
        self._build()
        for box in (self._format, self._layer, self._tokens, self._scheme):
            box.currentIndexChanged.connect(self._on_changed)
        for tick in (self._done, self._read):
            tick.toggled.connect(self._on_changed)
        self._out.textChanged.connect(self._check)
        self._on_format()
        self.accepted.connect(lambda: self.wanted.emit(Path(self._out.text().strip()), self.options()))
        self._losses.hide()
        self.resize(640, self.sizeHint().height())

    def _build(self) -> None:
        browse = push_button(translate("Export", "Choose…"))
        browse.clicked.connect(self._on_browse)
        place = QHBoxLayout()
        place.addWidget(self._out, 1)
        place.addWidget(browse)
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(translate("Export", "Format"), self._format)
        form.addRow(translate("Export", "Layer"), self._layer)
        form.addRow(translate("Export", "Tokens"), self._tokens)
        form.addRow(translate("Export", "Tags"), self._scheme)
        form.addRow("", self._done)
        form.addRow("", self._read)
        form.addRow(translate("Export", "To"), place)
        self._form = form
        self._losses.setHorizontalHeaderLabels(
            [
                translate("Export", "Document"),
                translate("Export", "Text"),
                translate("Export", "Label"),
                translate("Export", "What happens"),
            ]
        )
        self._losses.verticalHeader().hide()
        self._losses.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._losses.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._losses.setShowGrid(False)
        columns = self._losses.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.body.addLayout(form)
        self.body.addWidget(self._summary)
        self.body.addWidget(self._losses, 1)

    def options(self) -> ExportOptions:
        """What is chosen."""
        return ExportOptions(
            format=self._format.currentText(),
            annotator=self._layer.currentData(),
            tokens=self._tokens.currentData(),
            scheme=self._scheme.currentText().lower(),
            states=frozenset({State.DONE, State.LOCKED}) if self._done.isChecked() else None,
            only_read=self._read.isChecked(),
        )

    def choose(self, format_: str) -> None:
        """Choose a format by its name."""
        self._format.setCurrentText(format_)

    def suffix(self) -> str:
        """The suffix of the files of the chosen format."""
        return format_named(self._format.currentText(), to_write=True).suffix

    def losses(self) -> list[list[str]]:
        """The losses as they are listed: document, text, label, what happens."""
        rows = range(self._losses.rowCount())
        return [[self._cell(row, column) for column in range(self._losses.columnCount())] for row in rows]

    def _cell(self, row: int, column: int) -> str:
        item = self._losses.item(row, column)
        return item.text() if item is not None else ""

    def ask_audit(self) -> None:
        """Want to know what the chosen options would lose."""
        self._summary.setText(translate("Export", "Looking for losses…"))
        self._losses.setRowCount(0)
        self.audited.emit(self.options())

    def show_report(self, options: ExportOptions, report: ExportReport) -> None:
        """Show what an audit found, if it is still about what is chosen."""
        if options != self.options():
            return
        counts = Counts()
        # No middle dots between numbers: with ٠–٩ each would be read as a zero.
        comma = translate("Export", ", ")
        said = (
            counts.documents(report.documents),
            counts.spans(report.spans_out),
            counts.relations(report.relations_out),
        )
        head = comma.join(said)
        if not report.losses:
            self._summary.setText(head + " – " + translate("Export", "nothing is lost"))
            self._losses.hide()
            self.resize(self.width(), self.sizeHint().height())
            return
        self._summary.setText(f"{head} – {counts.left_out(len(report.losses))}")
        self._losses.show()
        self._losses.setMinimumHeight(200)
        self._losses.setRowCount(min(len(report.losses), _SHOWN))
        for row, loss in enumerate(report.losses[:_SHOWN]):
            for column, cell in enumerate((loss.document, loss.text, loss.label, loss_text(loss.what, loss.done))):
                item = QTableWidgetItem(cell or "")
                item.setToolTip(cell or "")
                self._losses.setItem(row, column, item)

    def show_problem(self, options: ExportOptions, message: str) -> None:
        """Show why these options cannot be exported."""
        if options == self.options():
            self._summary.setText("")
            self.say(message)

    def _on_changed(self) -> None:
        if self.sender() is self._format:
            self._on_format()
        self.say("")
        self._check()
        self.ask_audit()

    def _on_format(self) -> None:
        chosen = format_named(self._format.currentText(), to_write=True)
        for field in (self._tokens, self._scheme):
            self._form.setRowVisible(field, chosen.tokens)
        self._out.setText(str(self._project.with_suffix(chosen.suffix)))

    def _check(self) -> None:
        out = self._out.text().strip()
        there = bool(out) and Path(out).exists()
        self.agree.setText(translate("Export", "Export, replacing the old") if there else translate("Export", "Export"))
        self.agree.setEnabled(bool(out))

    def _on_browse(self) -> None:
        title = translate("Export", "Export")
        if found := QFileDialog.getSaveFileName(self, title, self._out.text())[0]:
            self._out.setText(found)
