"""The checklist of all places where the same question stands; all are ticked at first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from annotate.review.compare import Item
from ui.dialogs.frame import Dialog
from ui.i18n.counts import Counts
from ui.panels.parts import text_label

translate = QCoreApplication.translate

_CONTEXT = 30


@dataclass(frozen=True, slots=True)
class Place:
    """An item somewhere: the document's name and text, the item, its text."""

    name: str
    text: str
    item: Item
    words: str


class EverywhereDialog(Dialog):
    """Sends ``chosen(items)``: those that stay ticked."""

    chosen = Signal(list)

    def __init__(self, parent: QWidget, places: Sequence[Place], annotator: str) -> None:
        agree = translate("Everywhere", "Take {name}’s version").format(name=f"\u2068{annotator}\u2069")
        super().__init__(parent, translate("Everywhere", "The same question everywhere"), agree)
        self._places = list(places)
        self._said = text_label("", "hint")
        self._list = QListWidget()
        self._list.setProperty("kind", "card")
        self._list.setAccessibleName(translate("Everywhere", "The same question everywhere"))
        for place in places:
            start, end = place.item.start, place.item.end
            before = place.text[max(0, start - _CONTEXT) : start].replace("\n", " ").lstrip()
            after = place.text[end : end + _CONTEXT].replace("\n", " ").rstrip()
            row = QListWidgetItem(f"\u2068{place.name}\u2069:  …{before}[{place.text[start:end]}]{after}…")
            row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            row.setCheckState(Qt.CheckState.Checked)
            self._list.addItem(row)
        self._list.itemChanged.connect(lambda _: self._count())
        self.body.addWidget(self._said)
        self.body.addWidget(self._list, 1)
        self.resize(600, 420)
        self._count()
        self.accepted.connect(lambda: self.chosen.emit(self.ticked()))

    def ticked(self) -> list[Item]:
        """The items that are ticked."""
        rows = range(self._list.count())
        return [self._places[row].item for row in rows if self._list.item(row).checkState() is Qt.CheckState.Checked]

    def _count(self) -> None:
        ticked = len(self.ticked())
        self._said.setText(Counts().places(ticked))
        self.agree.setEnabled(ticked > 0)
