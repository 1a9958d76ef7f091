"""A new project: name, place, label set, annotator."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from annotate.labels import LabelSet
from ui.dialogs.frame import Dialog
from ui.i18n.language import isolated, number
from ui.panels.parts import push_button, text_label

translate = QCoreApplication.translate


class NewProjectDialog(Dialog):
    """Accepted only with a path that is free and a name for the annotator."""

    def __init__(
        self, parent: QWidget, label_sets: Sequence[LabelSet], chosen: str, annotator: str, folder: Path, language: str
    ) -> None:
        super().__init__(parent, translate("NewProject", "New project"), translate("NewProject", "Make the project"))
        self._sets, self._language = label_sets, language
        self._name = QLineEdit(translate("NewProject", "My project"))
        self._folder = QLineEdit(str(folder))
        browse = push_button(translate("NewProject", "Choose…"))
        browse.clicked.connect(self._on_browse)
        place = QHBoxLayout()
        place.addWidget(self._folder, 1)
        place.addWidget(browse)
        self._labels = QComboBox()
        for found in label_sets:
            self._labels.addItem(isolated(f"{found.id} ({number(len(found.entities))})"), found.id)
        self._labels.setCurrentIndex(max(self._labels.findData(chosen), 0))
        self._labels.currentIndexChanged.connect(self._on_labels)
        self._about = text_label("", "hint")
        self._about.setWordWrap(True)
        self._annotator = QLineEdit(annotator)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(translate("NewProject", "Name"), self._name)
        form.addRow(translate("NewProject", "Folder"), place)
        form.addRow(translate("NewProject", "Label set"), self._labels)
        form.addRow("", self._about)
        form.addRow(translate("NewProject", "Annotator’s name"), self._annotator)
        self.body.addLayout(form)
        self.setMinimumWidth(520)
        self._name.selectAll()
        for field in (self._name, self._folder, self._annotator):
            field.textChanged.connect(self._check)
        self._on_labels()
        self._check()

    def path(self) -> Path:
        """Where the project is to be."""
        return Path(self._folder.text().strip(), f"{self._name.text().strip()}.tawsim")

    def labels(self) -> LabelSet:
        """The label set chosen."""
        return self._sets[self._labels.currentIndex()]

    def annotator(self) -> str:
        """The annotator's name."""
        return self._annotator.text().strip()

    def _check(self) -> None:
        name = self._name.text().strip()
        problem = ""
        if not name or any(sign in name for sign in '/\\:*?"<>|'):
            problem = translate("NewProject", "The name must be one that a file can have.")
        elif not self.annotator():
            problem = translate("NewProject", "Whose project is it? A name is needed.")
        elif self.path().exists():
            problem = translate("NewProject", "A project of that name is there already.")
        self.say(problem)
        self.agree.setEnabled(not problem)

    def _on_labels(self) -> None:
        names = [entity.name(self._language) for entity in self.labels().entities]
        self._about.setText(translate("NewProject", ", ").join(names))

    def _on_browse(self) -> None:
        if found := QFileDialog.getExistingDirectory(self, translate("NewProject", "Folder"), self._folder.text()):
            self._folder.setText(found)
