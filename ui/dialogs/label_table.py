"""The table of labels: what the sources call a name, and the label that it gets in this project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotate.labels import LabelSet
from annotate.suggest.proposals import label_table
from ui.i18n.language import isolated
from ui.panels.parts import icon_button, icon_label, push_button, swatch_icon, text_label
from ui.theme import Theme

translate = QCoreApplication.translate

_CHOICE = 240


class LabelTable(QWidget):
    """A line for each label of the sources. Sends ``changed`` when one gets another label."""

    changed = Signal()

    def __init__(
        self, sources: Iterable[str], changes: Mapping[str, str], labels: LabelSet, theme: Theme, language: str
    ) -> None:
        super().__init__()
        self._labels, self._theme, self._language = labels, theme, language
        defaults, now = label_table(labels, {}), label_table(labels, changes)
        known = {entity.id for entity in labels.active()}
        self._defaults: dict[str, str | None] = {}
        self._choices: dict[str, _Choice] = {}
        self._resets: dict[str, QToolButton] = {}
        self._grid = QGridLayout()
        self._build()
        for label in dict.fromkeys((*defaults, *sources, *changes)):
            default = defaults.get(label, labels.current_id(label))
            self._defaults[label] = default if default in known else None
            self._add(label)
            self._choose(label, now.get(label, self._defaults[label]))
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._on_choice()

    def _build(self) -> None:
        about = text_label(
            translate(
                "Sources",
                "Place names, the starter model and CAMeL-Tools have labels of their own. Choose what each becomes in "
                "this project; one that becomes nothing here is left out, and the window says how often.",
            ),
            "second",
        )
        about.setWordWrap(True)
        grid = self._grid
        grid.setContentsMargins(12, 10, 12, 10)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(4, 1)
        grid.addWidget(text_label(translate("Sources", "Label of the model"), "small"), 0, 0)
        grid.addWidget(text_label(translate("Sources", "Label in this project"), "small"), 0, 2)
        inner = QWidget()
        inner.setLayout(grid)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        card = QFrame()
        card.setProperty("kind", "card")
        within = QVBoxLayout(card)
        within.setContentsMargins(1, 1, 1, 1)
        within.addWidget(scroll)
        self._all = push_button(translate("Sources", "Restore all defaults"))
        self._all.clicked.connect(self.reset_all)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._all)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(about)
        whole.addWidget(card, 1)
        whole.addLayout(row)

    def _add(self, label: str) -> None:
        choice = _Choice()
        choice.setIconSize(QSize(16, 16))
        choice.setMinimumWidth(_CHOICE)
        choice.setPlaceholderText(translate("Sources", "not in this label set"))
        choice.setAccessibleName(translate("Sources", "What {label} becomes").format(label=label))
        for entity in self._labels.active():
            choice.addItem(
                swatch_icon(self._theme.label(self._labels, entity.key)), entity.name(self._language), entity.id
            )
        choice.addItem(translate("Sources", "left out"), "")
        choice.currentIndexChanged.connect(self._on_choice)
        back = icon_button(
            "arrow-back-up", self._theme, translate("Sources", "Restore the default: {label}").format(label=label)
        )
        back.clicked.connect(lambda: self._choose(label, self._defaults[label]))
        room = back.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        back.setSizePolicy(room)
        row = self._grid.rowCount()
        self._grid.addWidget(text_label(isolated(label), "strong"), row, 0)
        self._grid.addWidget(icon_label("arrow-right", self._theme["text3"]), row, 1)
        self._grid.addWidget(choice, row, 2)
        self._grid.addWidget(back, row, 3)
        self._choices[label], self._resets[label] = choice, back

    # --- what is chosen
    def rows(self) -> dict[str, str | None]:
        """For each label of the sources its label id here, empty where it is left out, None where the set lacks it."""
        return {label: choice.currentData() for label, choice in self._choices.items()}

    def targets(self) -> frozenset[str]:
        """The label ids that the sources' labels become."""
        return frozenset(target for target in self.rows().values() if target)

    def changes(self) -> dict[str, str]:
        """What differs from the default."""
        rows = self.rows().items()
        return {label: target for label, target in rows if target is not None and target != self._defaults[label]}

    def choose(self, label: str, target: str) -> None:
        """Choose what a label of the sources becomes: a label id, or empty to leave it out."""
        self._choose(label, target)

    def reset(self, label: str) -> None:
        """Let a label become again what it becomes by default."""
        self._resets[label].click()

    def reset_all(self) -> None:
        """Let all labels become again what they become by default."""
        for label, default in self._defaults.items():
            self._choose(label, default)

    def focus_first(self) -> None:
        """Give the focus to the first label that the set lacks, else to the first."""
        rows = self.rows()
        self._choices[next((label for label in rows if rows[label] is None), next(iter(rows)))].setFocus()

    def _choose(self, label: str, target: str | None) -> None:
        choice = self._choices[label]
        choice.setCurrentIndex(-1 if target is None else choice.findData(target))

    def _on_choice(self) -> None:
        for label, target in self.rows().items():
            if label in self._resets:
                self._resets[label].setVisible(target != self._defaults[label])
        self._all.setEnabled(self.rows() != self._defaults)
        self.changed.emit()


class _Choice(QComboBox):
    """A box whose choice the wheel does not change: it moves the table."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to the table."""
        event.ignore()
