"""CAMeL-Tools NER: what is installed, the download, a folder or zip from elsewhere, and whether it is used here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QWidget

from annotate.suggest.camel_models import CamelModel
from ui.dialogs.frame import Dialog
from ui.i18n.language import isolated, number
from ui.panels.parts import line, push_button, text_label

translate = QCoreApplication.translate


class ModelsDialog(Dialog):
    """Sends ``downloadWanted(name)``, ``chosen(path)``, ``switched(on)`` and ``suggestWanted``."""

    downloadWanted = Signal(str)
    chosen = Signal(object)
    switched = Signal(bool)
    suggestWanted = Signal()

    def __init__(self, parent: QWidget, models: Sequence[CamelModel], downloads: bool, project: bool, on: bool) -> None:
        super().__init__(parent, "CAMeL-Tools NER")
        self.setMinimumWidth(520)
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
        installed = [model for model in models if model.installed and model.kind == "ner"]
        for model in installed:
            self.body.addWidget(
                text_label(translate("Models", "Installed: {model}").format(model=isolated(model.name)))
            )
        if not installed:
            self.body.addWidget(text_label(translate("Models", "No model is installed on this machine."), "hint"))
        self.body.addLayout(
            self._ways([model for model in models if not model.installed and model.kind == "ner"], downloads)
        )
        self.body.addWidget(line())
        use = QCheckBox(translate("Models", "Use it in this project whenever suggestions are made"))
        use.setChecked(on)
        use.setEnabled(project and bool(installed))
        use.toggled.connect(self.switched)
        suggest = push_button(translate("Models", "Suggest for all documents now"))
        suggest.setEnabled(project and bool(installed))
        suggest.clicked.connect(lambda: use.setChecked(True))
        suggest.clicked.connect(self.suggestWanted)
        suggest.clicked.connect(self.accept)
        self.body.addWidget(use)
        self.body.addWidget(suggest)

    def _ways(self, offered: Sequence[CamelModel], downloads: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for model in offered:
            size = number(round(model.bytes / 1_000_000))
            button = push_button(translate("Models", "Download ({size} MB)").format(size=size), "primary")
            button.setEnabled(downloads)
            button.setToolTip(
                isolated(model.name)
                if downloads
                else translate("Models", "Downloads are switched off on this machine.")
            )
            button.clicked.connect(lambda _=False, name=model.name: self.downloadWanted.emit(name))
            button.clicked.connect(self.accept)
            row.addWidget(button)
        folder = push_button(translate("Models", "Choose a folder…"))
        folder.clicked.connect(self._on_folder)
        archive = push_button(translate("Models", "Choose a zip…"))
        archive.clicked.connect(self._on_zip)
        row.addWidget(folder)
        row.addWidget(archive)
        row.addStretch(1)
        return row

    def _on_folder(self) -> None:
        if found := QFileDialog.getExistingDirectory(self, translate("Models", "The model’s folder")):
            self._choose(found)

    def _on_zip(self) -> None:
        if found := QFileDialog.getOpenFileName(self, translate("Models", "The model’s zip file"), "", "*.zip")[0]:
            self._choose(found)

    def _choose(self, path: str) -> None:
        self.chosen.emit(Path(path))
        self.accept()
