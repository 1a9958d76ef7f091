"""The review page: the text with its lanes, the table of differences, the card of the current one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from annotate.arabic.folding import fold_word
from annotate.labels import LabelSet
from annotate.model import Choice, Span, Suggestion, SuggestionState
from annotate.review.compare import Comparison, Item, Kind
from ui.i18n.language import isolated, number
from ui.icons import icon
from ui.panels.parts import push_button, text_label
from ui.review.card import Difference, ReviewCard, Summary, Version
from ui.review.lane_view import LaneView
from ui.review.lanes import LaneContent
from ui.review.state import ReviewState
from ui.review.table import DifferencesTable, Row
from ui.review.words import (
    choice_text,
    item_text,
    item_title,
    kind_word,
    reason_text,
    short_name,
    shown_kind,
    version_word,
)
from ui.theme import LabelColours, Theme
from ui.wording import source_name
from ui.workspace import Workspace

translate = QCoreApplication.translate

_KINDS = (Kind.BORDER, Kind.CLITIC, Kind.LABEL, Kind.MISSING, Kind.RELATION)


class ReviewPage(QWidget):
    """Shows a ``ReviewState``. ``wanted(action id)`` is sent for its buttons, ``commented(text)`` for a comment.

    ``centre`` is the column of the text: messages are put under it.
    """

    wanted = Signal(str)
    commented = Signal(str)

    def __init__(
        self, state: ReviewState, workspace: Workspace, theme: Theme, language: str, keys: dict[str, str]
    ) -> None:
        super().__init__()
        self._state, self._workspace = state, workspace
        self._theme, self._language, self._keys = theme, language, keys
        self.lanes = LaneView()
        self.table = DifferencesTable(theme)
        self.card = ReviewCard(theme)
        self._who = QHBoxLayout()
        self._chips: dict[str, QPushButton] = {}
        self._progress = text_label("", "hint")
        self._kinds: dict[Kind | None, QPushButton] = {}
        self._content: LaneContent | None = None
        self._rows: dict[str, Row] = {}
        self._rows_of: Comparison | None = None
        self._filter = QLineEdit()
        self._build()
        state.changed.connect(self._show)
        state.moved.connect(self._show_current)
        self.lanes.itemActivated.connect(self._on_item)
        self.table.itemChosen.connect(lambda item: self._on_item(item, ""))
        self.card.wanted.connect(self.wanted)
        self.card.commented.connect(self.commented)

    def _build(self) -> None:
        self.lanes.setAccessibleName(translate("Review", "The text with its lanes"))
        self.table.setAccessibleName(translate("Review", "Differences"))
        self.centre = QWidget()
        self.centre.setObjectName("centre")
        column = QVBoxLayout(self.centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.lanes)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        for part, least in ((self.centre, 320), (self._side(), 380)):
            part.setMinimumWidth(least)
            panes.addWidget(part)
        panes.setStretchFactor(0, 1)
        panes.setSizes([988, 452])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(panes)

    def parts(self) -> list[QWidget]:
        """What the focus goes round: the text, the table, the filter, the card's first button."""
        return [self.lanes, self.table, self._filter, self.card.buttons["review_take"]]

    def _side(self) -> QWidget:
        """Whose layers, the filters, the table and the card."""
        self._filter.setPlaceholderText(translate("Review", "Filter"))
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.setClearButtonEnabled(True)
        self._filter.addAction(icon("filter", self._theme["text3"]), QLineEdit.ActionPosition.LeadingPosition)
        self._filter.setFixedWidth(150)
        self._filter.textChanged.connect(self._sift)
        who = QHBoxLayout()
        who.setSpacing(8)
        who.addWidget(text_label(translate("Review", "Layers"), "hint"))
        who.addLayout(self._who)
        who.addStretch(1)
        head = _row(text_label(translate("Review", "Differences"), "strong"), self._progress, None, self._filter)
        found = QWidget()
        found.setObjectName("inspector")
        found.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        for row in (who, head, self._kind_row()):
            row.setContentsMargins(12, 0, 12, 0)
            column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.card)
        return found

    def _kind_row(self) -> QHBoxLayout:
        group = QButtonGroup(self)
        for kind in (None, *_KINDS):
            chip = push_button("", "chip")
            chip.setCheckable(True)
            chip.setChecked(kind is None)
            group.addButton(chip)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.clicked.connect(self._sift)
            self._kinds[kind] = chip
        return _row(*self._kinds.values(), None)

    # --- the whole
    def _show(self) -> None:
        state = self._state
        if state.draft is None:
            self._content = self._rows_of = None
            self.lanes.show_nothing()
            return
        names = state.names()
        self._content = LaneContent(state.draft.comparison, *state.gold(), self._content)
        self.lanes.show_lanes(self._content, names, translate("Review", "Gold"))
        self._show_annotators()
        done = translate("Review", "{done} of {total} decided").format(
            done=number(state.decided()), total=number(len(state.items))
        )
        self._progress.setText(done)
        heads = [translate("Review", "Kind"), translate("Review", "Text")]
        heads += [*(names[id] for id in state.annotators), translate("Review", "Gold")]
        self.table.show_rows(
            heads, [self._row(item) for item in state.items], state.current.id if state.current else ""
        )
        counts = self.table.rows.counts()
        for kind, chip in self._kinds.items():
            count = counts.total() if kind is None else counts[kind]
            word = translate("Review", "All") if kind is None else kind_word(kind)
            chip.setText(f"{word} {isolated(number(count))}")
            chip.setVisible(kind is None or count > 0)
        pair = short_name(names[state.annotators[0]]), short_name(names[state.annotators[1]])
        self.card.show_summary(Summary(len(state.items), state.agreed_open(), pair, state.f1(), self._keys))

    def _show_annotators(self) -> None:
        there = self._state.available()
        if list(self._chips) != [annotator.id for annotator in there]:
            for old in self._chips.values():
                self._who.removeWidget(old)
                old.deleteLater()
            self._chips = {annotator.id: push_button(short_name(annotator.name), "chip") for annotator in there}
            for chip in self._chips.values():
                chip.setCheckable(True)
                chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                chip.clicked.connect(self._on_annotators)
                self._who.addWidget(chip)
        for id, chip in self._chips.items():
            chip.setChecked(id in self._state.annotators)

    def _row(self, item: Item) -> Row:
        """The row of an item; what does not change with decisions is made once for a comparison."""
        state, labels = self._state, self._workspace.labels
        assert state.draft is not None
        if self._rows_of is not state.draft.comparison:
            self._rows, self._rows_of = {}, state.draft.comparison
        if item.id not in self._rows:
            versions = tuple(self._version(item, id, labels) for id in state.annotators)
            text = item_text(state.draft.comparison, item)
            self._rows[item.id] = Row(item.id, shown_kind(item), text, versions, "")
        decided = state.decision(item)
        if decided is None or state.is_open(item):
            return self._rows[item.id]
        return replace(self._rows[item.id], gold=choice_text(decided, state.names()))

    def _version(self, item: Item, annotator: str, labels: LabelSet) -> tuple[str, LabelColours | None]:
        word, key = version_word(item, annotator, labels, self._language)
        return word, self._theme.label(labels, key) if key else None

    # --- the current one
    def _show_current(self) -> None:
        state = self._state
        item = state.current
        if state.draft is None:
            return
        self.lanes.set_current(item.id if item else "", state.frames(), state.lane)
        if item is None:
            self.card.show_difference(None, 0, self._keys)
            return
        self.table.show_current(item.id)
        self.card.show_difference(self._difference(item), len(state.items), self._keys)

    def _difference(self, item: Item) -> Difference:
        state = self._state
        assert state.draft is not None
        names, decided = state.names(), state.decision(item)
        why = state.draft.why_open(item)
        name = short_name(names.get(state.lane, ""))
        takes = translate("Review", "Take {name}’s version") if state.lane in item.versions else None
        takes = takes or translate("Review", "None, as {name} has it")
        return Difference(
            title=item_title(item),
            place=state.items.index(item) + 1 if item in state.items else 0,
            text=item_text(state.draft.comparison, item),
            versions=[self._shown(item, id, name) for id, name in ((id, names[id]) for id in state.annotators)],
            reason=reason_text(why) if why else "",
            decision=choice_text(decided, names) if decided and decided.choice != Choice.OPEN else "",
            comment=decided.comment if decided else "",
            takes=takes.format(name=f"\u2068{name}\u2069"),
            repairs=why in ("end_open", "end_not_chosen") and state.lane in item.versions,
            open=why is not None,
        )

    def _shown(self, item: Item, annotator: str, name: str) -> Version:
        word, look = self._version(item, annotator, self._workspace.labels)
        return Version(name, word, look, self._origin(item, annotator), annotator == self._state.lane)

    def _origin(self, item: Item, annotator: str) -> str:
        """Where an annotator's version came from: their own hand, or a suggestion they accepted."""
        version = item.versions.get(annotator)
        if annotator in item.unread:
            return translate("Review", "not read")
        if not isinstance(version, Span):
            return ""
        found = next((one for one in self._accepted(item, annotator) if _same(one, version)), None)
        if found is None:
            return translate("Review", "marked by hand")
        return translate("Review", "accepted from {source}, {score}").format(
            source=source_name(found.by), score=isolated(number(found.score, 2))
        )

    def _accepted(self, item: Item, annotator: str) -> Sequence[Suggestion]:
        project = self._workspace.project
        assert project is not None
        return project.suggestions(item.document, annotator, (SuggestionState.ACCEPTED,))

    # --- what a person does
    def _on_item(self, item: str, lane: str) -> None:
        draft = self._state.draft
        found = draft.comparison.by_id.get(item) if draft else None
        if found is not None and found in self._state.items:
            self._state.go(found, lane)

    def _on_annotators(self) -> None:
        wanted = [id for id, chip in self._chips.items() if chip.isChecked()]
        if not self._state.choose(wanted):
            self._show_annotators()

    def _sift(self) -> None:
        kind = next(kind for kind, chip in self._kinds.items() if chip.isChecked())
        self.table.rows.filter(kind, self._filter.text(), fold_word)
        if self._state.current:
            self.table.show_current(self._state.current.id)


def _same(suggestion: Suggestion, span: Span) -> bool:
    return (suggestion.start, suggestion.end, suggestion.label) == (span.start, span.end, span.label)


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """A row; None takes the room that is left."""
    found = QHBoxLayout()
    found.setSpacing(8)
    for part in parts:
        if part is None:
            found.addStretch(1)
        else:
            found.addWidget(part)
    return found
