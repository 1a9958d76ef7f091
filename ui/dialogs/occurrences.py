"""The checklist of all occurrences, each with its context; all are ticked at first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from annotate.labels import LabelSet
from ui.dialogs.frame import Dialog
from ui.i18n.counts import Counts
from ui.panels.parts import push_button, text_label
from ui.theme import text_font

translate = QCoreApplication.translate

_CONTEXT = 36


class OccurrencesDialog(Dialog):
    """Sends ``chosen(places, label key)``; places are ``(start, end)`` in code points."""

    chosen = Signal(list, str)

    def __init__(
        self,
        parent: QWidget,
        text: str,
        places: Sequence[tuple[int, int]],
        labels: LabelSet,
        label: str,
        language: str,
    ) -> None:
        super().__init__(parent, translate("Occurrences", "All occurrences"), translate("Occurrences", "Label them"))
        self._places = list(places)
        self._label = QComboBox()
        for entity in labels.active():
            self._label.addItem(entity.name(language), entity.key)
        self._label.setCurrentIndex(max(self._label.findData(label), 0))
        self._list = QListWidget()
        self._list.setProperty("kind", "card")
        self._list.setFont(text_font("Noto Naskh Arabic", 0.8))
        self._list.setStyleSheet("font-size: 16px;")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(translate("Occurrences", "All occurrences"))
        for start, end in places:
            item = QListWidgetItem(_context(text, start, end))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setSizeHint(QSize(100, 32))
            self._list.addItem(item)
        self._list.itemChanged.connect(lambda _: self._count())
        self._said = text_label("", "hint")
        every, none = push_button(translate("Occurrences", "All")), push_button(translate("Occurrences", "None"))
        every.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        none.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(text_label(translate("Occurrences", "Label"), "second"))
        row.addWidget(self._label)
        row.addStretch(1)
        row.addWidget(self._said)
        row.addWidget(every)
        row.addWidget(none)
        self.body.addLayout(row)
        self.body.addWidget(self._list, 1)
        self.resize(600, 460)
        self._count()
        self.accepted.connect(lambda: self.chosen.emit(self.ticked(), self._label.currentData()))

    def ticked(self) -> list[tuple[int, int]]:
        """The places that are ticked."""
        rows = range(self._list.count())
        return [self._places[row] for row in rows if self._list.item(row).checkState() is Qt.CheckState.Checked]

    def _tick(self, state: Qt.CheckState) -> None:
        for row in range(self._list.count()):
            self._list.item(row).setCheckState(state)

    def _count(self) -> None:
        ticked = len(self.ticked())
        self._said.setText(Counts().hits(ticked))
        self.agree.setEnabled(ticked > 0)


def _context(text: str, start: int, end: int) -> str:
    before = text[max(0, start - _CONTEXT) : start].replace("\n", " ").lstrip()
    after = text[end : end + _CONTEXT].replace("\n", " ").rstrip()
    return f"…{before}[{text[start:end]}]{after}…"
