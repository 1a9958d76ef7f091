"""The sources of suggestions: which are switched on, what each may suggest, and the user's own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from annotate.labels import LabelSet
from annotate.suggest.lists import Entry
from annotate.suggest.run import DEFAULT_SOURCES
from ui.dialogs.frame import Dialog
from ui.dialogs.own_lists import OwnLists
from ui.panels.flow import FlowLayout
from ui.panels.parts import line, push_button, text_label
from ui.wording import quoted, source_name

translate = QCoreApplication.translate

_ID = Qt.ItemDataRole.UserRole

_OWN_LABELS = frozenset({"lists", "decided", "learned"})
"""The sources that may suggest any label of the set; the others know few (``SourceUse.ready``)."""


@dataclass(frozen=True, slots=True)
class SourceUse:
    """How a project uses the sources: those that are on, the label ids that each may not suggest, its own words.

    ``ready`` are the label ids that sources which ship or are installed can suggest.
    """

    on: tuple[str, ...]
    off: Mapping[str, Sequence[str]]
    lists: Sequence[Entry]
    ready: frozenset[str]


class SourcesDialog(Dialog):
    """Sends ``kept(use)`` when agreed to."""

    kept = Signal(object)

    def __init__(self, parent: QWidget, use: SourceUse, labels: LabelSet, language: str) -> None:
        super().__init__(parent, translate("Sources", "Sources of suggestions"), translate("Sources", "Keep"))
        self._off = {source: set(ids) for source, ids in use.off.items()}
        self._ready = use.ready
        self._list = QListWidget()
        self._list.setProperty("kind", "card")
        self._list.setAccessibleName(translate("Sources", "Sources of suggestions"))
        self._about = text_label("", "second")
        self._about.setWordWrap(True)
        self._chips: dict[str, QPushButton] = {}
        self.words = OwnLists(use.lists, labels, language)
        self.words.refused.connect(self.say)
        self.words.taken.connect(lambda: self.say(""))
        # The sources of this process, and what else the project uses (CAMeL-Tools, once it is switched on).
        for source in dict.fromkeys((*DEFAULT_SOURCES, *use.on)):
            self._add_source(source, source in use.on)
        chips = self._chip_box(labels, language)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._list)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self._about)
        side.addWidget(chips, 1)
        row.addLayout(side, 1)
        self.body.addLayout(row)
        self.body.addWidget(line())
        self.body.addWidget(self.words, 1)
        self._list.currentRowChanged.connect(lambda _: self._show_labels())
        self._list.setCurrentRow(0)
        self.resize(680, 560)

    def switch(self, source: str, on: bool) -> None:
        """Switch a source on or off."""
        self._item(source).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def choose(self, source: str) -> None:
        """Choose a source, to see what it may suggest."""
        self._list.setCurrentItem(self._item(source))

    def press_label(self, label: str) -> None:
        """Switch a label (id) of the chosen source on or off."""
        self._chips[label].click()

    def labels(self) -> list[str]:
        """The labels (ids) that are offered for the chosen source."""
        return [label for label, chip in self._chips.items() if not chip.isHidden()]

    def use(self) -> SourceUse:
        """What is chosen."""
        items = [self._list.item(row) for row in range(self._list.count())]
        on = tuple(item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked)
        off = {source: sorted(ids) for source, ids in self._off.items() if ids}
        return SourceUse(on, off, self.words.entries(), self._ready)

    def accept(self) -> None:
        """Keep it, unless there is a text that could never be found."""
        if wrong := self.words.without_word():
            self.say(translate("Sources", "There is no word in {text}.").format(text=quoted(wrong)))
            return
        self.kept.emit(self.use())
        super().accept()

    def _add_source(self, source: str, on: bool) -> None:
        item = QListWidgetItem(source_name(source))
        item.setData(_ID, source)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        item.setSizeHint(QSize(100, 32))
        self._list.addItem(item)
        self._list.setFixedHeight(32 * self._list.count() + 4)
        self._list.setFixedWidth(max(220, self._list.sizeHintForColumn(0) + 48))

    def _item(self, source: str) -> QListWidgetItem:
        items = (self._list.item(row) for row in range(self._list.count()))
        return next(item for item in items if item.data(_ID) == source)

    def _chip_box(self, labels: LabelSet, language: str) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box, 6)
        flow.setContentsMargins(0, 0, 0, 0)
        for entity in labels.active():
            chip = push_button(entity.name(language), "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda on, label=entity.id: self._on_chip(label, on))
            flow.addWidget(chip)
            self._chips[entity.id] = chip
        return box

    def _source(self) -> str:
        return str(self._list.currentItem().data(_ID))

    def _show_labels(self) -> None:
        source = self._source()
        said = translate("Sources", "Labels that may come from “{source}”; press one to leave it out or let it in:")
        self._about.setText(said.format(source=source_name(source)))
        off = self._off.get(source, set())
        for label, chip in self._chips.items():
            chip.setChecked(label not in off)
            chip.setVisible(source in _OWN_LABELS or label in self._ready)

    def _on_chip(self, label: str, on: bool) -> None:
        off = self._off.setdefault(self._source(), set())
        (off.discard if on else off.add)(label)
