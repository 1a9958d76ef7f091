"""The documents pane: filter chips, sorting, the list, and the search over all documents in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotate.model import State
from annotate.project import DocumentSummary
from ui.i18n.counts import Counts
from ui.i18n.language import number
from ui.icons import icon
from ui.models.documents import DocumentsModel
from ui.models.hits import Hit, HitsModel
from ui.panels.fields import SearchField
from ui.panels.flow import FlowLayout
from ui.panels.parts import push_button, set_margins, start_side, text_label
from ui.panels.rows import DocumentDelegate, HitDelegate
from ui.theme import Theme

translate = QCoreApplication.translate


class _Rows(QListView):
    """A list that takes Enter as *open this*."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bare")
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class DocumentsPane(QWidget):
    """Sends ``chosen(document id)``, ``sought(text)`` (empty: no search) and ``hitChosen(Hit)``, ``left`` (Esc)."""

    chosen = Signal(str)
    sought = Signal(str)
    hitChosen = Signal(object)
    disagreeingWanted = Signal()
    doubtsWanted = Signal()
    suggestionsWanted = Signal()
    """Suggestions are wanted for the documents that are selected."""
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("documents")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.model = DocumentsModel(self)
        self._hits = HitsModel(self)
        self._count = text_label("", "hint")
        self._list, self._found = _Rows(), _Rows()
        self._list.setModel(self.model)
        self._list.setItemDelegate(DocumentDelegate(theme, self))
        self._list.setAccessibleName(translate("Documents", "Documents"))
        # Several can be selected, with Ctrl or Shift, to have suggestions made for them.
        self._list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        suggest = QAction(translate("Documents", "Suggest for the selected documents"), self._list)
        suggest.triggered.connect(self.suggestionsWanted)
        self._list.addAction(suggest)
        self._found.setModel(self._hits)
        self._found.setItemDelegate(HitDelegate(theme, self))
        self._found.setAccessibleName(translate("Documents", "Search results"))
        for rows, on_row in ((self._list, self._on_document), (self._found, self._on_hit)):
            rows.clicked.connect(on_row)
            rows.activated.connect(on_row)
        self._chips: dict[str, QPushButton] = {}
        self._build()

    def _build(self) -> None:
        self._search = SearchField(translate("Documents", "Find in all documents"), "search", self._theme["text3"])
        self._search.setClearButtonEnabled(True)
        self._search.taken.connect(lambda: self.sought.emit(self._search.text().strip()))
        self._search.left.connect(self.left)
        self._search.textChanged.connect(lambda text: None if text else self.sought.emit(""))
        self._empty = text_label("", "hint")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | start_side())
        self._empty.setContentsMargins(12, 12, 12, 0)
        self._clear = push_button(translate("Documents", "Clear filter"), "link")
        self._clear.clicked.connect(lambda: self._on_filter("all"))
        self._empty_page = QWidget()
        empty = QVBoxLayout(self._empty_page)
        empty.setContentsMargins(0, 0, 0, 0)
        empty.addWidget(self._empty)
        empty.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeading)
        empty.addStretch(1)
        self._pages = QStackedWidget()
        for page in (self._list, self._found, self._empty_page):
            self._pages.addWidget(page)
        self._heads = self._heading_row()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._title_row())
        whole.addLayout(_padded(self._search, 0, 8))
        self._chip_bar = self._chip_row()
        whole.addWidget(self._chip_bar)
        whole.addWidget(self._heads)
        whole.addWidget(self._pages, 1)

    def _title_row(self) -> QHBoxLayout:
        self._sort = push_button("", "flat", icon("arrows-sort", self._theme["text2"]))
        menu, group = QMenu(self._sort), QActionGroup(self)
        for name, text in (
            ("order", translate("Documents", "In order")),
            ("name", translate("Documents", "By name")),
            ("pending", translate("Documents", "Most pending")),
            ("doubt", translate("Documents", "Most to learn")),
        ):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(name == "order")
            group.addAction(action)
            action.triggered.connect(lambda _=False, name=name, text=text: self._on_sort(name, text))
        self._sort.setMenu(menu)
        self._sort.setText(translate("Documents", "In order"))
        self._sort.setAccessibleName(translate("Documents", "Sort"))
        row = QHBoxLayout()
        set_margins(row, 12, 4, 6, 4)
        row.setSpacing(8)
        row.addWidget(text_label(translate("Documents", "Documents"), "strong"))
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._sort)
        return row

    def _chip_row(self) -> QWidget:
        bar = QWidget()
        row = FlowLayout(bar, 6)
        row.setContentsMargins(12, 0, 12, 8)
        group = QButtonGroup(self)
        for name in ("all", "todo", "pending", "done", "disagreeing"):
            chip = push_button("", "chip")
            chip.setCheckable(True)
            chip.setChecked(name == "all")
            chip.clicked.connect(lambda _=False, name=name: self._on_filter(name))
            group.addButton(chip)
            self._chips[name] = chip
            chip.setVisible(name != "disagreeing")
            row.addWidget(chip)
        return bar

    def _heading_row(self) -> QWidget:
        heads = QWidget()
        row = QHBoxLayout(heads)
        row.setContentsMargins(12, 0, 12, 2)
        row.addStretch(1)
        for text, width in ((translate("Documents", "Pending"), 56), (translate("Documents", "Spans"), 44)):
            head = text_label(text, "small")
            head.setFixedWidth(width)
            head.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(head)
        row.setSpacing(4)
        return heads

    # --- what is shown
    def show_documents(self, documents: Sequence[DocumentSummary], current: str | None) -> None:
        """Show a project's documents; ``current`` (an id) is the one on the desk."""
        self.model.update(documents)
        self._count.setText(number(self.model.total))
        self._name_chips()
        self.show_current(current)
        self._turn()

    def show_document(self, document: str, *, state: State, spans: int, relations: int, pending: int) -> bool:
        """Show new counts of one document (an id); False if it is not in the list."""
        summary = self.model.summary(document)
        if summary is None:
            return False
        self.model.replace(replace(summary, state=state, spans=spans, relations=relations, pending=pending))
        self._name_chips()
        return True

    def _name_chips(self) -> None:
        names = {
            "all": translate("Documents", "All"),
            "todo": translate("Documents", "To do"),
            "pending": translate("Documents", "Pending"),
            "done": translate("Documents", "Done"),
            "disagreeing": translate("Documents", "Differ"),
        }
        for name, text in names.items():
            counted = name not in ("all", "disagreeing")
            self._chips[name].setText(f"{text} {number(self.model.count(name))}" if counted else text)

    def show_current(self, document: str | None) -> None:
        """Mark a document (an id) as the current one."""
        index = self.model.index(self.model.row(document)) if document else QModelIndex()
        selection = self._list.selectionModel()
        if index.isValid() and selection.isSelected(index):
            return
        if index.isValid():
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        else:
            selection.clear()

    def offer_disagreeing(self, offered: bool) -> None:
        """Whether there are several annotators, and so a filter for the documents in which they differ."""
        self._chips["disagreeing"].setVisible(offered)
        self._name_chips()

    def show_disagreeing(self, documents: frozenset[str]) -> None:
        """Show the documents (ids) in which layers differ; ``disagreeingWanted`` asked for them."""
        self.model.set_disagreeing(documents)
        self._turn()

    def show_hits(self, needle: str, hits: Sequence[Hit] | None) -> None:
        """Show what a search found; ``hits`` None: no search, the documents again."""
        searching = hits is not None
        self._hits.set_hits(hits or ())
        self._chip_bar.setVisible(not searching)
        self._heads.setVisible(not searching)
        self._count.setText(Counts().hits(len(hits)) if hits is not None else number(self.model.total))
        if searching and not hits:
            said = translate("Documents", "Nothing found for “{text}”. Search ignores harakat, tatweel and alef forms.")
            self._empty.setText(said.format(text=f"\u2068{needle}\u2069"))
            self._clear.hide()
            self._pages.setCurrentWidget(self._empty_page)
        elif searching:
            self._pages.setCurrentWidget(self._found)
        else:
            self._turn()

    @property
    def empty_text(self) -> str:
        """What stands where there is nothing to list; empty where there is something."""
        return self._empty.text() if self._pages.currentWidget() is self._empty_page else ""

    def focus_search(self) -> None:
        """Take the keyboard to the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def selected(self) -> list[str]:
        """The ids of the documents that are selected in the list, in its order."""
        rows = sorted(index.row() for index in self._list.selectedIndexes())
        return [summary.id for row in rows if (summary := self.model.at(row)) is not None]

    def focus_list(self) -> None:
        """Take the keyboard to the list that is shown."""
        pages: dict[QWidget | None, QWidget] = {self._list: self._list, self._found: self._found}
        pages.get(self._pages.currentWidget(), self._search).setFocus(Qt.FocusReason.TabFocusReason)

    def neighbour(self, document: str, step: int) -> DocumentSummary | None:
        """The document so many rows further in the list as it is shown, or None at its end."""
        row = self.model.row(document)
        return self.model.at(row + step) if row >= 0 or step > 0 else None

    def _turn(self) -> None:
        filtered = self.model.total > 0
        if filtered:
            self._empty.setText(translate("Documents", "No documents match."))
        else:
            self._empty.setText(translate("Documents", "No documents yet. Drop files here or choose Import…"))
        self._clear.setVisible(filtered)
        self._pages.setCurrentWidget(self._list if self.model.rowCount() else self._empty_page)

    # --- what is done
    def _on_filter(self, name: str) -> None:
        self._chips[name].setChecked(True)
        self.model.arrange(filter=name)
        self._turn()
        if name == "disagreeing":
            self.disagreeingWanted.emit()

    def _on_sort(self, name: str, text: str) -> None:
        self._sort.setText(text)
        self.model.arrange(sort=name)
        if name == "doubt":
            self.doubtsWanted.emit()

    def _on_document(self, index: QModelIndex | QPersistentModelIndex) -> None:
        several = len(self._list.selectedIndexes()) > 1  # selecting further documents opens none
        if not several and (summary := self.model.at(index.row())):
            self.chosen.emit(summary.id)

    def _on_hit(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.hitChosen.emit(index.data(HitsModel.HIT))

    def sizeHint(self) -> QSize:
        """As wide as the look says."""
        return QSize(284, 400)


def _padded(part: QWidget, top: int, bottom: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(12, top, 12, bottom)
    row.addWidget(part)
    return row
