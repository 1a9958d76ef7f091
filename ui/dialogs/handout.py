"""Handing out: to whom, which documents, to how many of them each goes, where the files are put."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QFormLayout, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from annotate.model import GOLD, State
from annotate.project import DocumentSummary
from ui.dialogs.frame import Dialog
from ui.i18n.counts import Counts
from ui.panels.parts import push_button, start_side, text_label

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be handed out: ``documents`` are ids, each goes to ``each`` of the people named."""

    names: tuple[str, ...]
    documents: tuple[str, ...]
    each: int
    seed: int
    suggestions: bool
    learned: bool
    folder: Path


class HandoutDialog(Dialog):
    """Accepted only with names that are different and a folder that is there."""

    def __init__(
        self,
        parent: QWidget,
        documents: Sequence[DocumentSummary],
        current: str,
        known: Sequence[str],
        folder: Path,
        *,
        learned: bool,
    ) -> None:
        """``learned``: there are models that have learnt something, and could go along."""
        super().__init__(parent, translate("Handout", "Hand out"), translate("Handout", "Make the files"))
        self._choices = (
            (translate("Handout", "All documents"), [one.id for one in documents]),
            (
                translate("Handout", "Documents that are not done"),
                [one.id for one in documents if one.state in (State.TODO, State.IN_PROGRESS)],
            ),
            (translate("Handout", "The document that is shown"), [one.id for one in documents if one.id == current]),
        )
        self._names = QLineEdit(translate("Handout", ", ").join(known))
        self._documents = QComboBox()
        for name, ids in self._choices:
            if ids:
                self._documents.addItem(f"{name} ({Counts().documents(len(ids))})", ids)
        self._each, self._seed = _number_field(1, 99), _number_field(0, 999_999)
        self._suggestions = QCheckBox(translate("Handout", "with the pending suggestions"))
        self._learned = QCheckBox(translate("Handout", "with what was learnt here, to suggest by"))
        self._folder = QLineEdit(str(folder))
        self._build(learned)
        self._each.setValue(max(len(self.names()), 1))
        for words in (self._names, self._folder):
            words.textChanged.connect(self._check)
        self._each.valueChanged.connect(self._check)
        self._check()

    def _build(self, learned: bool) -> None:
        browse = push_button(translate("Handout", "Choose…"))
        browse.clicked.connect(self._on_browse)
        place = QHBoxLayout()
        place.addWidget(self._folder, 1)
        place.addWidget(browse)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(translate("Handout", "To whom"), self._names)
        form.addRow("", text_label(translate("Handout", "Names with commas between them; each gets a file."), "hint"))
        form.addRow(translate("Handout", "What"), self._documents)
        form.addRow(translate("Handout", "Each document to"), self._each)
        form.addRow(translate("Handout", "Seed of the distribution"), self._seed)
        form.addRow("", self._suggestions)
        if learned:
            form.addRow("", self._learned)
        form.addRow(translate("Handout", "Folder"), place)
        self.body.addLayout(form)
        self.setMinimumWidth(520)

    def names(self) -> list[str]:
        """The people named."""
        return [name.strip() for name in self._names.text().replace("،", ",").split(",") if name.strip()]

    def order(self) -> Order:
        """What was chosen."""
        return Order(
            names=tuple(self.names()),
            documents=tuple(self._documents.currentData() or ()),
            each=self._each.value(),
            seed=self._seed.value(),
            suggestions=self._suggestions.isChecked(),
            learned=self._learned.isChecked(),
            folder=Path(self._folder.text().strip()),
        )

    def _check(self) -> None:
        names = self.names()
        problem = ""
        if not names:
            problem = translate("Handout", "To whom? A name is needed.")
        elif len(set(names)) < len(names) or {GOLD, "all"} & set(names):
            problem = translate("Handout", "Every name once; “gold” and “all” are no names.")
        elif self._each.value() > len(names):
            problem = translate("Handout", "A document cannot go to more people than there are.")
        elif not Path(self._folder.text().strip()).is_dir():
            problem = translate("Handout", "That folder is not there.")
        self.say(problem)
        self.agree.setEnabled(not problem)

    def _on_browse(self) -> None:
        if found := QFileDialog.getExistingDirectory(self, translate("Handout", "Folder"), self._folder.text()):
            self._folder.setText(found)


def _number_field(least: int, most: int) -> QSpinBox:
    field = QSpinBox()
    field.setRange(least, most)
    # Style sheets do not reach the field within; and a number by itself would go to the left.
    field.lineEdit().setTextMargins(8, 0, 8, 0)
    field.setAlignment(start_side() | Qt.AlignmentFlag.AlignVCenter)
    return field
