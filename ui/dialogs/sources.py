"""The sources of suggestions: which are on, what each may suggest, what their labels become, and own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotate.labels import LabelSet
from annotate.review.fates import Fates, Share, by_source
from annotate.suggest.lists import Entry
from annotate.suggest.source_settings import DEFAULT_SOURCES
from ui.dialogs.frame import Dialog
from ui.dialogs.label_table import LabelTable
from ui.dialogs.own_lists import OwnLists
from ui.overview.shares import fate_text, left_text, share_text, why_left_text
from ui.panels.flow import FlowLayout
from ui.panels.parts import push_button, text_label
from ui.theme import Theme, interface_font
from ui.wording import quoted, source_name

translate = QCoreApplication.translate

_ID, _SHARE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1

_OWN_LABELS = frozenset({"lists", "decided", "learned"})
"""The sources that may suggest any label of the set; the others know few, which the table of labels maps."""


@dataclass(frozen=True, slots=True)
class SourceUse:
    """How a project uses the sources: those that are on, the label ids that each may not suggest, its own words, and
    what differs from the default in what the sources' labels become."""

    on: tuple[str, ...]
    off: Mapping[str, Sequence[str]]
    lists: Sequence[Entry]
    label_map: Mapping[str, str]


class SourcesDialog(Dialog):
    """Sends ``kept(use)`` when agreed to.

    ``model_labels`` are labels of sources that have a line in the table though the defaults do not name them.
    """

    kept = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        use: SourceUse,
        sources: Sequence[str],
        model_labels: Sequence[str],
        labels: LabelSet,
        theme: Theme,
        language: str,
    ) -> None:
        super().__init__(parent, translate("Sources", "Sources of suggestions"), translate("Sources", "Keep"))
        self._off = {source: set(ids) for source, ids in use.off.items()}
        self._labels, self._names = labels, {entity.id: entity.name(language) for entity in labels.active()}
        self._shares: Mapping[tuple[str, str], Share] = {}
        self._left: Mapping[str, Sequence[str]] = {}
        self._theme, self._list = theme, QListWidget()
        self._chips: dict[str, QPushButton] = {}
        self._about, self._none = text_label("", "second"), text_label("", "hint")
        self.words = OwnLists(use.lists, labels, language)
        self.table = LabelTable(model_labels, use.label_map, labels, theme, language)
        self.tabs = QTabWidget()
        for page, name in (
            (self._first_page(), translate("Sources", "Sources")),
            (self.table, translate("Sources", "Labels of the models")),
            (self.words, translate("Sources", "Your own words")),
        ):
            page.setContentsMargins(0, 12, 0, 0)
            self.tabs.addTab(page, name)
        self.body.addWidget(self.tabs, 1)
        for source in dict.fromkeys((*DEFAULT_SOURCES, *use.on, *sources)):
            self._add_source(source, source in use.on)
        self.words.refused.connect(self.say)
        self.words.taken.connect(lambda: self.say(""))
        self.table.changed.connect(self._show_labels)
        self._list.currentRowChanged.connect(lambda _: self._show_labels())
        self._list.setCurrentRow(0)
        self._list.itemChanged.connect(lambda _: self._show_labels())
        self._fit_list()
        self.resize(720, 560)

    def _first_page(self) -> QWidget:
        self._list.setProperty("kind", "card")
        self._list.setAccessibleName(translate("Sources", "Sources of suggestions"))
        self._list.setItemDelegate(_WithShare(self._theme, self._list))
        for words in (self._about, self._none):
            words.setWordWrap(True)
        box = QWidget()
        flow = FlowLayout(box, 6)
        flow.setContentsMargins(0, 0, 0, 0)
        for label, name in self._names.items():
            chip = push_button(name, "chip")
            chip.setCheckable(True)
            chip.setMaximumHeight(22)  # of any text: direction marks, which another font draws, would make it higher
            chip.clicked.connect(lambda on, label=label: self._on_chip(label, on))
            flow.addWidget(chip)
            self._chips[label] = chip
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self._about)
        side.addWidget(box)
        side.addWidget(self._none)
        side.addStretch(1)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._list, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(side, 1)
        return page

    # --- what a person does
    def turn_to(self, page: QWidget) -> None:
        """Show a page: ``table``, ``words``."""
        self.tabs.setCurrentWidget(page)

    def switch(self, source: str, on: bool) -> None:
        """Switch a source on or off."""
        self._item(source).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def choose(self, source: str) -> None:
        """Choose a source, to see what it may suggest."""
        self._list.setCurrentItem(self._item(source))

    def press_label(self, label: str) -> None:
        """Switch a label (id) of the chosen source on or off."""
        self._chips[label].click()

    # --- what is shown
    def labels(self) -> list[str]:
        """The labels (ids) that are offered for the chosen source."""
        return [label for label, chip in self._chips.items() if not chip.isHidden()]

    def share_of(self, source: str) -> str:
        """What stands beside a source."""
        return str(self._item(source).data(_SHARE) or "")

    def text_of(self, label: str) -> str:
        """What stands on the chip of a label (id)."""
        return self._chips[label].text()

    def show_fates(self, found: Fates) -> None:
        """Show how many suggestions were right, beside each source and label."""
        self._shares = by_source(found)
        for source, item in ((item.data(_ID), item) for item in self._items()):
            share = self._shares.get((source, ""), Share())
            item.setData(_SHARE, share_text(share))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, share_text(share))
            item.setToolTip(fate_text(share) if share.decided else "")
        self._fit_list()
        self._show_labels()

    def show_left(self, left: Mapping[str, Sequence[str]]) -> None:
        """Note at the labels (ids) that a source leaves to what was learnt, as long as that is switched on."""
        self._left = left
        self._show_labels()

    def use(self) -> SourceUse:
        """What is chosen."""
        on = tuple(item.data(_ID) for item in self._items() if item.checkState() is Qt.CheckState.Checked)
        off = {source: sorted(ids) for source, ids in self._off.items() if ids}
        return SourceUse(on, off, self.words.entries(), self.table.changes())

    def accept(self) -> None:
        """Keep it, unless there is a text that could never be found."""
        if wrong := self.words.without_word():
            self.turn_to(self.words)
            self.say(translate("Sources", "There is no word in {text}.").format(text=quoted(wrong)))
            return
        self.kept.emit(self.use())
        super().accept()

    def _add_source(self, source: str, on: bool) -> None:
        item = QListWidgetItem(source_name(source))
        item.setData(_ID, source)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self._list.addItem(item)

    def _fit_list(self) -> None:
        self._list.setFixedHeight(32 * self._list.count() + 2)
        self._list.setFixedWidth(max(220, self._list.sizeHintForColumn(0) + 16))

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _item(self, source: str) -> QListWidgetItem:
        return next(item for item in self._items() if item.data(_ID) == source)

    def _source(self) -> str:
        return str(self._list.currentItem().data(_ID))

    def _show_labels(self) -> None:
        source = self._source()
        said = translate("Sources", "Labels that may come from “{source}”; press one to leave it out or let it in:")
        self._about.setText(said.format(source=source_name(source)))
        off = self._off.get(source, set())
        learned = self._item("learned").checkState() is Qt.CheckState.Checked
        left = self._left.get(source, ()) if learned else ()
        known = self._chips if source in _OWN_LABELS else self.table.targets()
        for label, chip in self._chips.items():
            share = self._shares.get((source, self._labels.entity_key(label)), Share())
            note, why = (left_text(), why_left_text()) if label in left else ("", "")
            chip.setText(" · ".join(filter(None, (self._names[label], share_text(share), note))))
            chip.setToolTip("\n".join(filter(None, (fate_text(share) if share.decided else "", why))))
            chip.setAccessibleDescription(chip.toolTip())
            chip.setChecked(label not in off)
            chip.setVisible(label in known)
        decided = any(of == source for of, _ in self._shares)
        said = (
            translate("Sources", "Percentages: accepted as they were, of those decided.")
            if decided
            else translate("Sources", "None of its suggestions is decided yet.")
        )
        self._none.setText(f"{said}\n{left_text()}: {why_left_text()}" if left else said)

    def _on_chip(self, label: str, on: bool) -> None:
        off = self._off.setdefault(self._source(), set())
        (off.discard if on else off.add)(label)


class _WithShare(QStyledItemDelegate):
    """A source with what became of its suggestions at the end of its line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for both."""
        size = super().sizeHint(option, index)
        return QSize(size.width() + option.fontMetrics.horizontalAdvance(index.data(_SHARE) or "") + 32, 32)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        super().paint(painter, option, index)
        painter.save()
        painter.setFont(interface_font(12))
        painter.setPen(self._theme["text2"])
        painter.setLayoutDirection(option.direction)
        side = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(option.rect.adjusted(10, 0, -10, 0), int(side), index.data(_SHARE) or "")
        painter.restore()
