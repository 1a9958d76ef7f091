"""CAMeL-Tools NER: what is installed, the download, a folder or zip from elsewhere, and whether it is used here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QHBoxLayout, QPushButton, QWidget

from annotate.suggest.camel_folder import NER
from annotate.suggest.camel_models import CamelModel
from ui.dialogs.frame import Dialog
from ui.i18n.language import isolated, number
from ui.panels.parts import line, push_button, text_label

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CamelUse:
    """How a project uses the model: whenever suggestions are made, and in 8 bits."""

    on: bool
    int8: bool


class ModelsDialog(Dialog):
    """The models on this machine and those to be had, and how this project uses them.

    Sends ``downloadWanted(name)``, ``removeWanted(name)``, ``chosen(path)``, ``switched(on)``, ``int8Switched(on)`` and
    ``suggestWanted``.
    """

    downloadWanted = Signal(str)
    removeWanted = Signal(str)
    chosen = Signal(object)
    switched = Signal(bool)
    int8Switched = Signal(bool)
    suggestWanted = Signal()

    def __init__(self, parent: QWidget, models: Sequence[CamelModel], downloads: bool, use: CamelUse | None) -> None:
        super().__init__(parent, "CAMeL-Tools NER")
        self.setMinimumWidth(560)
        about = text_label(
            translate(
                "Models",
                "A neural model that is better at people, places and organisations, and slower. It runs on this "
                "machine in a process of its own; once it is here, no network is needed.",
            ),
            "second",
        )
        about.setWordWrap(True)
        self.body.addWidget(about)
        self.body.addLayout(self._rows(models, downloads))
        self.body.addLayout(self._ways())
        self.body.addWidget(line())
        self._add_use(use, any(model.installed and model.kind == NER for model in models))

    def _rows(self, models: Sequence[CamelModel], downloads: bool) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for row, model in enumerate(models):
            what = (
                translate("Models", "People, places and organisations")
                if model.kind == NER
                else translate("Models", "Morphology: cuts words at their clitics")
            )
            size = translate("Models", "{size} MB").format(size=number(max(1, round(model.bytes / 1_000_000))))
            if model.installed:
                what = translate("Models", "{what} – installed").format(what=what)
            licence = (
                translate("Models", "Licence: {licence}").format(licence=isolated(model.licence))
                if model.licence
                else translate("Models", "No licence stated")
            )
            # Line by line: direction marks, which another font draws, make one label higher than the next.
            grid.addWidget(text_label(isolated(model.name), "strong"), 3 * row, 0)
            grid.addWidget(text_label(what, "small"), 3 * row + 1, 0)
            grid.addWidget(text_label(size), 3 * row, 1)
            grid.addWidget(text_label(licence, "small"), 3 * row + 1, 1)
            grid.addWidget(self._button(model, downloads), 3 * row, 2, 2, 1)
            grid.setRowMinimumHeight(3 * row + 2, 12 if row + 1 < len(models) else 0)
        return grid

    def _button(self, model: CamelModel, downloads: bool) -> QPushButton:
        """What can be done with a model: it can be removed or downloaded."""
        if model.installed:
            button = push_button(translate("Models", "Remove"))
            button.setEnabled(model.own)
            button.setToolTip(
                "" if model.own else translate("Models", "Installed by CAMeL-Tools itself: it can be removed there.")
            )
            wanted = self.removeWanted
        else:
            button = push_button(translate("Models", "Download"), "primary" if model.kind == NER else "")
            button.setEnabled(downloads)
            button.setToolTip("" if downloads else translate("Models", "Downloads are switched off on this machine."))
            wanted = self.downloadWanted
        button.setAccessibleName(f"{button.text()} {model.name}")
        button.clicked.connect(lambda: wanted.emit(model.name))
        button.clicked.connect(self.accept)
        return button

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        folder = push_button(translate("Models", "Choose a folder…"))
        folder.clicked.connect(self._on_folder)
        archive = push_button(translate("Models", "Choose a zip…"))
        archive.clicked.connect(self._on_zip)
        row.addWidget(folder)
        row.addWidget(archive)
        row.addStretch(1)
        return row

    def _add_use(self, use: CamelUse | None, there: bool) -> None:
        on = QCheckBox(translate("Models", "Use it in this project whenever suggestions are made"))
        on.setChecked(use is not None and use.on)
        on.toggled.connect(self.switched)
        int8 = QCheckBox(translate("Models", "Run it in 8 bits: several times as fast, nearly the same suggestions"))
        int8.setChecked(use is not None and use.int8)
        int8.toggled.connect(self.int8Switched)
        suggest = push_button(translate("Models", "Suggest for all documents now"))
        suggest.clicked.connect(lambda: on.setChecked(True))
        suggest.clicked.connect(self.suggestWanted)
        suggest.clicked.connect(self.accept)
        why = (
            translate("Models", "Open a project first.")
            if use is None
            else translate("Models", "Download or choose a model first.")
            if not there
            else ""
        )
        for part in (on, int8, suggest):
            part.setEnabled(not why)
            part.setToolTip(why)
            self.body.addWidget(part)
        self.body.setAlignment(suggest, Qt.AlignmentFlag.AlignLeading)

    def _on_folder(self) -> None:
        if found := QFileDialog.getExistingDirectory(self, translate("Models", "The model’s folder")):
            self._choose(found)

    def _on_zip(self) -> None:
        if found := QFileDialog.getOpenFileName(self, translate("Models", "The model’s zip file"), "", "*.zip")[0]:
            self._choose(found)

    def _choose(self, path: str) -> None:
        self.chosen.emit(Path(path))
        self.accept()
