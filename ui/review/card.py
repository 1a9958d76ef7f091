"""The current difference in words: what it is, who has what and why, what can be decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui.i18n.language import isolated, number
from ui.panels.label_tag import LabelTag
from ui.panels.parts import ElidedLabel, line, push_button, text_label
from ui.review.words import short_name
from ui.theme import LabelColours, Theme, text_font

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Version:
    """One annotator's version: their name, its word and colours, where it came from. ``chosen``: the lane is."""

    name: str
    word: str
    look: LabelColours | None
    origin: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """What the card shows of the current difference."""

    title: str
    place: int
    text: str
    versions: Sequence[Version]
    reason: str
    decision: str
    comment: str
    takes: str
    repairs: bool
    open: bool


@dataclass(slots=True)
class Summary:
    """What the card shows of the whole: ``agreed`` items wait for one key; ``f1`` None is not defined."""

    total: int
    agreed: int
    pair: tuple[str, str]
    f1: float | None
    keys: dict[str, str] = field(default_factory=dict)


class ReviewCard(QWidget):
    """Sends ``wanted(action id)`` for its buttons and ``commented(text)`` when a comment was written."""

    wanted = Signal(str)
    commented = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("section")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._title, self._place = text_label("", "strong"), text_label("", "hint")
        self._text = text_label("")
        self._text.setFont(text_font("Noto Naskh Arabic"))
        self._text.setStyleSheet("font-size: 19px;")
        self._text.setWordWrap(True)
        self._reason = text_label("", "second")
        self._reason.setWordWrap(True)
        self._versions = QVBoxLayout()
        self._versions.setSpacing(6)
        self.comment = QLineEdit()
        self.comment.setPlaceholderText(translate("Review", "Comment for the annotators"))
        self.comment.setAccessibleName(self.comment.placeholderText())
        self.comment.editingFinished.connect(self._on_comment)
        self._said = self._shown_text = ""
        self.buttons: dict[str, QPushButton] = {}
        # A name can be long: the button that says whose version is taken has a line of its own.
        self._take = QHBoxLayout()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._more = QHBoxLayout()
        self._more.setSpacing(8)
        self._agreed = QHBoxLayout()
        self._agreement, self._f1 = text_label("", "second"), text_label("", "strong")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximum(100)
        self._build()

    def _build(self) -> None:
        for id_, kind, row in (
            ("review_take", "primary", self._take),
            ("review_edit", "", self._buttons),
            ("review_none", "", self._buttons),
            ("review_everywhere", "", self._buttons),
            ("review_repair", "", self._more),
            ("review_reopen", "", self._more),
            ("review_agreed", "link", self._agreed),
        ):
            button = push_button("", kind)
            # A click leaves the focus in the text, where the keys are.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, id_=id_: self.wanted.emit(id_))
            self.buttons[id_] = button
            row.addWidget(button)
        self._buttons.addStretch(1)
        self._more.addStretch(1)
        self._agreed.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._place)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._agreement)
        foot.addWidget(self._bar, 1)
        foot.addWidget(self._f1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        parts: tuple[QWidget | QLayout, ...] = (
            head, self._text, self._versions, self._reason, self._take, self._buttons, self._more, self.comment,
            line(), self._agreed, foot,
        )  # fmt: skip
        for part in parts:
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)

    def show_summary(self, summary: Summary) -> None:
        """Show the agreement of the first two in this document, and how much all agree on."""
        names = translate("Review", "{a} and {b} in this document").format(
            a=f"\u2068{summary.pair[0]}\u2069", b=f"\u2068{summary.pair[1]}\u2069"
        )
        self._agreement.setText(names)
        self._f1.setText(translate("Review", "not defined") if summary.f1 is None else isolated(number(summary.f1, 2)))
        self._bar.setVisible(summary.f1 is not None)
        self._bar.setValue(round(100 * (summary.f1 or 0)))
        agreed = self.buttons["review_agreed"]
        agreed.setVisible(summary.agreed > 0)
        said = translate("Review", "Take what all agree on ({count})").format(count=number(summary.agreed))
        _say(agreed, said, summary.keys["review_agreed"])

    def show_difference(self, shown: Difference | None, total: int, keys: dict[str, str]) -> None:
        """Show a difference; None: there is none."""
        for part in (self._place, self._text, self._reason, self.comment):
            part.setVisible(shown is not None)
        while self._versions.count():
            item = self._versions.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for id_, button in self.buttons.items():
            if id_ != "review_agreed":
                button.setVisible(shown is not None)
        if shown is None:
            self._title.setText(translate("Review", "No differences: the layers agree."))
            return
        self._title.setText(shown.title)
        self._place.setText(
            translate("Review", "{place} of {total}").format(place=number(shown.place), total=number(total))
        )
        self._shown_text = shown.text
        self._text.setText(shown.text)
        metrics = self._title.fontMetrics()
        room = max((metrics.horizontalAdvance(short_name(version.name)) for version in shown.versions), default=0) + 8
        for version in shown.versions:
            self._versions.addWidget(self._version(version, room))
        self._reason.setText(
            shown.reason if shown.open else translate("Review", "Decided: {what}").format(what=shown.decision)
        )
        self._said = shown.comment
        self.comment.setText(shown.comment)
        self._name_buttons(shown, keys)

    def preview(self, words: str) -> None:
        """Show in place of the text what is being chosen; nothing: the text again."""
        self._text.setText(words or self._shown_text)
        self._text.setProperty("kind", "strong" if words else "")

    def _name_buttons(self, shown: Difference, keys: dict[str, str]) -> None:
        words = {
            "review_take": shown.takes,
            "review_edit": translate("Action", "Edit"),
            "review_none": translate("Action", "None of them"),
            "review_repair": translate("Action", "Take the ends as well"),
            "review_everywhere": translate("Action", "Everywhere…"),
            "review_reopen": translate("Action", "Open again"),
        }
        for id_, word in words.items():
            _say(self.buttons[id_], word, keys[id_])
        self.buttons["review_repair"].setVisible(shown.repairs)
        self.buttons["review_reopen"].setVisible(not shown.open)

    def _version(self, version: Version, room: int) -> QWidget:
        found = QWidget()
        row = QHBoxLayout(found)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        name = text_label(short_name(version.name), "strong" if version.chosen else "second")
        name.setToolTip(version.name)
        name.setMinimumWidth(room)
        row.addWidget(name)
        row.addWidget(text_label(version.word) if version.look is None else LabelTag(version.word, version.look))
        origin = ElidedLabel("hint")
        origin.show_name(version.origin)
        row.addWidget(origin)
        row.addStretch(1)
        return found

    def _on_comment(self) -> None:
        if self.comment.text() != self._said:
            self._said = self.comment.text()
            self.commented.emit(self._said)


def _say(button: QPushButton, word: str, key: str) -> None:
    shown = key.replace("⇧+", "⇧")
    button.setText(f"{word}  {isolated(shown)}" if key else word)
