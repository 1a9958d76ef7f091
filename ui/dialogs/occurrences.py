"""The checklist of all occurrences, each with its context, in this document or in all; they come in as found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListView, QWidget

from annotate.labels import LabelSet
from annotate.suggest.occurrences import Place
from ui.dialogs.frame import Dialog
from ui.i18n.counts import Counts
from ui.i18n.language import number
from ui.models.occurrences import OccurrencesModel
from ui.panels.occurrence_rows import OccurrenceDelegate
from ui.panels.parts import push_button, text_label
from ui.theme import Theme

translate = QCoreApplication.translate


class OccurrencesDialog(Dialog):
    """Sends ``chosen(places, label key)`` and ``scopeChosen(everywhere)``."""

    chosen = Signal(list, str)
    scopeChosen = Signal(bool)

    def __init__(
        self, parent: QWidget, theme: Theme, labels: LabelSet, label: str, language: str, *, everywhere: bool
    ) -> None:
        super().__init__(parent, translate("Occurrences", "All occurrences"), translate("Occurrences", "Label them"))
        self._label = QComboBox()
        for entity in labels.active():
            self._label.addItem(entity.name(language), entity.key)
        self._label.setCurrentIndex(max(self._label.findData(label), 0))
        self._scope = QComboBox()
        self._scope.addItem(translate("Occurrences", "In this document"), False)
        self._scope.addItem(translate("Occurrences", "In all documents"), True)
        self._scope.setCurrentIndex(int(everywhere))
        self._label.setAccessibleName(translate("Occurrences", "Label"))
        self._scope.setAccessibleName(translate("Occurrences", "Where to look"))
        self.model = OccurrencesModel(self._label.currentData(), self)
        names = {entity.key: entity.name(language) for entity in labels.entities}
        self._list = QListView()
        self._list.setProperty("kind", "card")
        self._list.setMouseTracking(True)
        self._list.setUniformItemSizes(True)
        # Else Qt asks for thousands of rows at a stretch while the search wants the interpreter as well.
        self._list.setLayoutMode(QListView.LayoutMode.Batched)
        self._list.setBatchSize(500)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(translate("Occurrences", "All occurrences"))
        self._list.setModel(self.model)
        self._list.setItemDelegate(OccurrenceDelegate(theme, names, self._list))
        self._said, self._state = text_label("", "hint"), text_label("", "hint")
        self._build()
        self._label.currentIndexChanged.connect(lambda: self.model.set_label(self._label.currentData()))
        self._scope.currentIndexChanged.connect(lambda: self.scopeChosen.emit(self.everywhere))
        self.model.ticksChanged.connect(self._count)
        self._count()
        self.accepted.connect(lambda: self.chosen.emit(self.model.ticked(), self._label.currentData()))

    def _build(self) -> None:
        every, none = push_button(translate("Occurrences", "All")), push_button(translate("Occurrences", "None"))
        every.clicked.connect(lambda: self.model.tick_all(True))
        none.clicked.connect(lambda: self.model.tick_all(False))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(text_label(translate("Occurrences", "Label"), "second"))
        row.addWidget(self._label)
        row.addWidget(self._scope)
        row.addStretch(1)
        row.addWidget(every)
        row.addWidget(none)
        below = QHBoxLayout()
        below.addWidget(self._said)
        below.addStretch(1)
        below.addWidget(self._state)
        self.body.addLayout(row)
        self.body.addWidget(self._list, 1)
        self.body.addLayout(below)
        self.resize(720, 520)
        self._list.setFocus()

    @property
    def everywhere(self) -> bool:
        """Whether all documents are looked through."""
        return bool(self._scope.currentData())

    def begin(self) -> None:
        """A search begins: what was found before goes."""
        self.model.clear()
        self._state.setText(translate("Occurrences", "Looking…"))

    def add(self, found: Sequence[Sequence[Place]]) -> None:
        """Show the places of further documents."""
        empty = not self.model.rowCount()
        self.model.add(found, headings=self.everywhere)
        if empty and self.model.rowCount():
            self._list.setCurrentIndex(self.model.index(0))

    def end(self) -> None:
        """The search has ended."""
        self._state.setText("")
        if self.model.counts[1] > 1:
            return
        if self.everywhere:
            self._state.setText(translate("Occurrences", "It stands nowhere else."))
        else:
            self._state.setText(translate("Occurrences", "It stands nowhere else in this document."))

    def _count(self) -> None:
        ticked, places = self.model.counts
        said = translate("Occurrences", "{ticked} of {places}").format(
            ticked=number(ticked), places=Counts().places(places)
        )
        self._said.setText(said)
        self.agree.setEnabled(ticked > 0)
