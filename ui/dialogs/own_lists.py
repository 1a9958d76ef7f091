"""A user's own words and their labels as a table that can be written in, or filled from a CSV file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotate.arabic.folding import fold_word
from annotate.errors import TawsimError
from annotate.labels import LabelSet
from annotate.suggest.lists import Entry, read_csv, write_csv
from ui.i18n.language import isolated
from ui.overview.card import write_whole
from ui.panels.parts import push_button, start_side, text_label

translate = QCoreApplication.translate

_Index = QModelIndex | QPersistentModelIndex
_ID = Qt.ItemDataRole.UserRole


class OwnLists(QWidget):
    """Text and label, one line each. Sends ``refused(why)`` for a file that cannot be read, else ``taken``."""

    refused = Signal(str)
    taken = Signal()

    def __init__(self, entries: Iterable[Sequence[str]], labels: LabelSet, language: str) -> None:
        super().__init__()
        self._labels = labels
        self._names = {entity.id: entity.name(language) for entity in labels.entities}
        self._offered = [entity.id for entity in labels.active()]
        self._table = QTableWidget(0, 2)
        self._empty = text_label(
            translate("Sources", "No words of your own yet. Add one, or take a CSV file: text, label."), "hint"
        )
        self._saved = text_label("", "second")
        self._saved.hide()
        self._build()
        for text, label in entries:
            self._append(text, label)
        self._on_count()

    def _build(self) -> None:
        table = self._table
        table.setHorizontalHeaderLabels([translate("Sources", "Text"), translate("Sources", "Label")])
        table.setAccessibleName(translate("Sources", "Your own words"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(32)
        table.setShowGrid(False)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setEditTriggers(
            QTableWidget.EditTrigger.AllEditTriggers & ~QTableWidget.EditTrigger.CurrentChanged  # chosen is not edited
        )
        table.setTabKeyNavigation(False)
        table.setMinimumHeight(130)
        self._delegate = _Labels([(id_, self._names[id_]) for id_ in self._offered], table)
        table.setItemDelegateForColumn(1, self._delegate)
        columns = table.horizontalHeader()
        columns.setDefaultAlignment(start_side() | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        columns.resizeSection(1, 180)
        add, away = push_button(translate("Sources", "Add")), push_button(translate("Sources", "Remove"))
        file = push_button(translate("Sources", "From a CSV file…"))
        save = push_button(translate("Sources", "Save as CSV…"))
        add.clicked.connect(self._on_add)
        away.clicked.connect(self.remove_chosen)
        file.clicked.connect(self._on_file)
        save.clicked.connect(self._on_save)
        self._need_lines = away, save
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(add)
        row.addWidget(away)
        row.addStretch(1)
        row.addWidget(file)
        row.addWidget(save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(row)
        whole.addWidget(table, 1)
        whole.addWidget(self._empty, 1, Qt.AlignmentFlag.AlignTop)
        whole.addWidget(self._saved)

    def entries(self) -> list[Entry]:
        """The lines, without those where nothing is written, each once."""
        found: dict[Entry, None] = {}
        for row in range(self._table.rowCount()):
            text, label = self._item(row, 0).text().strip(), self._item(row, 1).data(_ID)
            if text:
                found[text, label] = None
        return list(found)

    def without_word(self) -> str:
        """The first text in which there is no letter or digit to be found again; empty where all have one."""
        return next((text for text, _ in self.entries() if not fold_word(text)), "")

    def add(self, text: str, label: str) -> None:
        """Add a line: a text and a label id."""
        self._append(text, label)
        self._on_count()

    def take_file(self, path: Path) -> None:
        """Add the lines of a CSV file that are not there yet."""
        try:
            entries = read_csv(path.read_text(encoding="utf-8-sig"), self._labels, path.name)
        except UnicodeDecodeError:
            self.refused.emit(translate("Sources", "{file} is no UTF-8 text.").format(file=path.name))
        except (TawsimError, OSError) as error:
            self.refused.emit(str(error))
        else:
            there = set(self.entries())
            for entry in entries:
                if entry not in there:
                    self._append(*entry)
            self._on_count()
            self.taken.emit()

    def save_file(self, path: Path) -> None:
        """Write the lines as a CSV file, which ``take_file`` takes again; spreadsheets see that it is UTF-8."""
        try:
            write_whole(path, write_csv(self.entries()).encode("utf-8-sig"))
        except TawsimError as error:
            self.refused.emit(str(error))
        else:
            self.taken.emit()
            self._saved.setText(translate("Sources", "Saved: {file}").format(file=isolated(path.name)))
            self._saved.show()

    def remove_chosen(self) -> None:
        """Remove the lines that are chosen."""
        for row in sorted({index.row() for index in self._table.selectedIndexes()}, reverse=True):
            self._table.removeRow(row)
        self._on_count()

    def choose_line(self, row: int) -> None:
        """Choose a line."""
        # Not selectRow, which asks the header where its first column is: on a page not yet laid out there is none.
        self._table.setCurrentCell(row, 0)

    def _append(self, text: str, label: str) -> None:
        row = self._table.rowCount()
        self._table.insertRow(row)
        named = QTableWidgetItem(self._names.get(label, label))
        named.setData(_ID, label)
        self._table.setItem(row, 0, QTableWidgetItem(text))
        self._table.setItem(row, 1, named)

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        found = self._table.item(row, column)
        assert found is not None  # every line is made with both
        return found

    def _on_count(self) -> None:
        count = self._table.rowCount()
        self._empty.setVisible(not count)
        self._table.setVisible(bool(count))
        for button in self._need_lines:
            button.setEnabled(bool(count))
        self._saved.hide()

    def _on_add(self) -> None:
        last = self._table.rowCount() - 1
        self.add("", self._item(last, 1).data(_ID) if last >= 0 else self._offered[0])
        self._table.setCurrentCell(last + 1, 0)
        self._table.editItem(self._item(last + 1, 0))

    def _on_file(self) -> None:
        title = translate("Sources", "A CSV file: text, label")
        if found := QFileDialog.getOpenFileName(self, title, "", "CSV (*.csv)")[0]:
            self.take_file(Path(found))

    def _on_save(self) -> None:
        title, name = translate("Sources", "Save your own words"), translate("Sources", "words")
        if found := QFileDialog.getSaveFileName(self, title, f"{name}.csv", "CSV (*.csv)")[0]:
            path = Path(found)
            self.save_file(path if path.suffix else path.with_suffix(".csv"))


class _Labels(QStyledItemDelegate):
    """A label is chosen from those of the set."""

    def __init__(self, labels: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = labels

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """A box of all labels."""
        box = QComboBox(parent)
        for id_, name in self._choices:
            box.addItem(name, id_)
        box.activated.connect(lambda _: self.commitData.emit(box))
        return box

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Show the label of the line."""
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(max(editor.findData(index.data(_ID)), 0))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Keep the label that was chosen."""
        assert isinstance(editor, QComboBox)
        name = editor.currentText()
        # The id first: what is set makes the box show the line's label again.
        model.setData(index, editor.currentData(), _ID)
        model.setData(index, name)
