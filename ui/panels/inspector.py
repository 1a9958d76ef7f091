"""The inspector: the label palette, and all about what is selected in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotate.labels import AttributeType
from ui.i18n.language import number
from ui.panels.label_palette import LabelPalette
from ui.panels.label_tag import LabelTag
from ui.panels.parts import ElidedLabel, icon_button, icon_label, key_cap, line, push_button, text_label
from ui.theme import LabelColours, Theme, text_font

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Arrow:
    """A relation as the inspector lists it: its type's name, which way it goes, and the span at its other end."""

    id: str
    name: str
    outgoing: bool
    label: str
    look: LabelColours
    surface: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is selected, ready to be shown. ``kind`` is ``span``, ``suggestion``, ``relation`` or ``none``."""

    kind: str
    title: str = ""
    surface: str = ""
    label: str = ""
    label_key: str = ""
    look: LabelColours | None = None
    facts: Sequence[tuple[str, str]] = ()
    attributes: Sequence[tuple[AttributeType, str | bool | None]] = ()
    note: str = ""
    arrows: Sequence[Arrow] = ()
    occurrences: int | None = None
    """How often its text stands in the document; None where that was not counted."""
    history: Sequence[str] = ()
    actions: Sequence[str] = field(default=())
    """The actions that can be done with it now (ids)."""


class Inspector(QWidget):
    """Sends ``wanted(action id)``, ``relationChosen(id)``, ``attributeSet(key, value)``; the palette its own."""

    wanted = Signal(str)
    relationChosen = Signal(str)
    attributeSet = Signal(str, object)

    def __init__(self, theme: Theme, language: str, keys: dict[str, str]) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._language, self._keys = theme, language, keys
        self.palette_ = LabelPalette(theme, language)
        self._card = Card(kind="none")
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.palette_)
        self._column.addWidget(line())
        self._item: QWidget | None = None
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.show_card(self._card, force=True)

    def sizeHint(self) -> QSize:
        """As wide as the look says."""
        return QSize(304, 400)

    def show_keys(self, keys: dict[str, str]) -> None:
        """Show the keys as the keyboard prints them now."""
        self._keys = keys
        self.show_card(self._card, force=True)

    def focus_first(self) -> None:
        """Take the keyboard into the pane: to the filter of the labels, so that one can type at once."""
        self.palette_.filter.setFocus(Qt.FocusReason.TabFocusReason)

    def show_card(self, card: Card, *, force: bool = False) -> None:
        """Show what is selected; the same card again changes nothing."""
        if card == self._card and not force:
            return
        self._card = card
        self.palette_.show_current(card.label_key)
        if self._item is not None:
            self._column.removeWidget(self._item)
            self._item.deleteLater()
        self._item = self._built(card)
        self._column.insertWidget(2, self._item)

    # --- building
    def _built(self, card: Card) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if card.kind == "none":
            hint = text_label(
                translate("Inspector", "Select text and press a label key, or press Tab for the next suggestion."),
                "hint",
            )
            hint.setWordWrap(True)
            column.addLayout(_section(hint))
            return whole
        column.addLayout(self._about(card))
        if card.kind == "span":
            column.addWidget(line())
            column.addLayout(self._relations(card))
        if card.kind != "relation":
            column.addWidget(line())
            counted = "" if card.occurrences is None else number(card.occurrences)
            row = self._heading(translate("Inspector", "All occurrences"), counted, "occurrences")
            column.addLayout(_section(row))
        column.addWidget(line())
        column.addLayout(self._history(card))
        return whole

    def _about(self, card: Card) -> QVBoxLayout:
        head = QHBoxLayout()
        head.addWidget(text_label(card.title, "strong"))
        head.addStretch(1)
        if "remove" in card.actions:
            bin_ = icon_button("trash", self._theme, translate("Inspector", "Delete"))
            bin_.clicked.connect(lambda: self.wanted.emit("remove"))
            head.addWidget(bin_)
        surface = text_label(card.surface)
        surface.setFont(text_font("Noto Naskh Arabic", 0.9))
        surface.setStyleSheet("font-size: 18px;")
        surface.setWordWrap(True)
        surface.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        if card.look is not None:
            self._add_row(grid, translate("Inspector", "Label"), LabelTag(card.label, card.look))
        for name, value in card.facts:
            said = text_label(value)
            said.setWordWrap(True)
            self._add_row(grid, name, said)
        for attribute, value_ in card.attributes:
            self._add_row(grid, attribute.names.get(self._language, attribute.id), self._attribute(attribute, value_))
        if card.kind != "suggestion":
            self._add_row(grid, translate("Inspector", "Note"), self._note(card))
        found = _section(head, surface, grid)
        if card.kind == "suggestion":
            found.addLayout(self._decisions(card))
        return found

    @staticmethod
    def _add_row(grid: QGridLayout, name: str, value: QWidget) -> None:
        row = grid.rowCount()
        grid.addWidget(text_label(name, "hint"), row, 0, Qt.AlignmentFlag.AlignLeading)
        # An aligned widget gets the width it would like to have; text that wraps has to take the width there is.
        wraps = isinstance(value, QLabel) and value.wordWrap()
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(value, row, 1, Qt.AlignmentFlag(0) if wraps else leading)

    def _note(self, card: Card) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        shown = text_label(card.note or translate("Inspector", "No note"), "" if card.note else "hint")
        shown.setWordWrap(bool(card.note))
        row.addWidget(shown, 1)
        if "note" in card.actions:
            row.addWidget(key_cap(self._keys["note"]))
        return whole

    def _attribute(self, kind: AttributeType, value: str | bool | None) -> QWidget:
        if kind.kind == "flag":
            box = QCheckBox()
            box.setChecked(value is True)
            box.toggled.connect(lambda on: self.attributeSet.emit(kind.key, True if on else None))
            box.setAccessibleName(kind.id)
            return box
        if kind.kind == "choice":
            choice = QComboBox()
            choice.addItems(["–", *kind.values])
            choice.setCurrentIndex(kind.values.index(value) + 1 if value in kind.values else 0)
            choice.activated.connect(lambda n: self.attributeSet.emit(kind.key, kind.values[n - 1] if n else None))
            choice.setAccessibleName(kind.id)
            return choice
        field_ = QLineEdit(str(value or ""))
        field_.editingFinished.connect(lambda: self._on_text(field_, kind.key, str(value or "")))
        field_.setAccessibleName(kind.id)
        return field_

    def _on_text(self, field_: QLineEdit, key: str, before: str) -> None:
        if field_.text() != before:
            self.attributeSet.emit(key, field_.text() or None)

    def _decisions(self, card: Card) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for id_, text, kind in (
            ("accept", translate("Inspector", "Accept"), "primary"),
            ("reject", translate("Inspector", "Reject"), ""),
        ):
            button = push_button(text, kind)
            button.setEnabled(id_ in card.actions)
            button.clicked.connect(lambda _=False, id_=id_: self.wanted.emit(id_))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _relations(self, card: Card) -> QVBoxLayout:
        parts: list[QWidget | QHBoxLayout] = [
            self._heading(translate("Inspector", "Relations"), number(len(card.arrows)), "relation")
        ]
        if not card.arrows:
            parts.append(text_label(translate("Inspector", "No relations. Press R to add one."), "hint"))
        for arrow in card.arrows:
            parts.append(_ArrowRow(arrow, self._theme, self.relationChosen))
        return _section(*parts)

    def _history(self, card: Card) -> QVBoxLayout:
        parts: list[QWidget] = [text_label(translate("Inspector", "History"), "strong")]
        for said in card.history or (translate("Inspector", "No changes yet."),):
            entry = text_label(said, "hint")
            entry.setWordWrap(True)
            parts.append(entry)
        return _section(*parts)

    def _heading(self, title: str, count: str, action: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        button = push_button(title, "flat")
        button.setStyleSheet("font-weight: 600; padding: 0 4px; margin: 0 -5px;")
        button.setEnabled(action in self._card.actions)
        button.clicked.connect(lambda: self.wanted.emit(action))
        row.addWidget(button)
        row.addWidget(text_label(count, "hint"))
        row.addStretch(1)
        row.addWidget(key_cap(self._keys[action]))
        return row


class _ArrowRow(QWidget):
    """One relation: arrow, type, label and text of the other end; a click selects it."""

    def __init__(self, arrow: Arrow, theme: Theme, chosen: SignalInstance) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(icon_label("arrow-right" if arrow.outgoing else "arrow-left", theme["text2"], 14))
        name = push_button(arrow.name, "link")
        name.setAccessibleName(f"{arrow.name}: {arrow.surface}")
        name.clicked.connect(lambda: chosen.emit(arrow.id))
        row.addWidget(name)
        row.addWidget(LabelTag(arrow.label, arrow.look))
        shown = ElidedLabel("")
        shown.show_name(arrow.surface)
        row.addWidget(shown)
        row.addStretch(1)


def _section(*parts: QWidget | QHBoxLayout | QGridLayout) -> QVBoxLayout:
    found = QVBoxLayout()
    found.setContentsMargins(12, 10, 12, 10)
    found.setSpacing(8)
    for part in parts:
        if isinstance(part, QWidget):
            found.addWidget(part)
        else:
            found.addLayout(part)
    return found
