"""The two-minute tour on the sample: one thing at a time to try; each step ends when it was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from annotate.changes import Step
from ui.commands.table import CommandTable
from ui.desk import Desk
from ui.i18n.language import number
from ui.i18n.marking import QT_TRANSLATE_NOOP
from ui.panels.parts import push_button, text_label

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Stop:
    """What is said, the actions whose keys it names, and the titles of the steps (or ``suggestion``) that end it."""

    text: str
    actions: tuple[str, ...] = ()
    until: frozenset[str] = frozenset()


_STOPS = (
    _Stop(
        QT_TRANSLATE_NOOP("Tour", "Suggestions are drawn dashed. {0} goes to the next one: press it."),
        ("next_open",),
        frozenset({"suggestion"}),
    ),
    _Stop(
        QT_TRANSLATE_NOOP("Tour", "{0} accepts it, {1} rejects it; a rejected one never comes back. Decide on one."),
        ("accept", "reject"),
        frozenset({"accept", "reject", "accept_edited"}),
    ),
    _Stop(
        QT_TRANSLATE_NOOP("Tour", "{0} accepts all that is left in the sentence and marks it as read."),
        ("accept_sentence",),
        frozenset({"accept_rest"}),
    ),
    _Stop(
        QT_TRANSLATE_NOOP(
            "Tour",
            "Select a word, by mouse or with Shift and the arrows, and label it with a digit or a palette letter.",
        ),
        (),
        frozenset({"add_span"}),
    ),
    _Stop(
        QT_TRANSLATE_NOOP(
            "Tour", "{0} takes a clitic such as و out of the span, or in again; {1} lets the arrows move the borders."
        ),
        ("clitic_start", "border_mode"),
        frozenset({"move_border"}),
    ),
    _Stop(
        QT_TRANSLATE_NOOP("Tour", "Relations: on a span press {0}, choose a target with {1}, take it with {2}."),
        ("relation", "target_next", "target_take"),
        frozenset({"add_relation"}),
    ),
    _Stop(
        QT_TRANSLATE_NOOP("Tour", "All is saved at once. {0} undoes, even after a restart; {1} finds every command."),
        ("undo", "commands"),
    ),
    _Stop(
        QT_TRANSLATE_NOOP("Tour", "{0} shows the keys of where you are. {1}: done, and on to the next document."),
        ("keys", "done"),
    ),
)


class Tour(QFrame):
    """A card over the corner of the text. ``ended`` is sent when it is over or given up."""

    ended = Signal()

    def __init__(self, desk: Desk, table: CommandTable) -> None:
        super().__init__(desk.window)
        self.setProperty("kind", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(360)
        self._desk, self._key = desk, _keys(table)
        self._at = 0
        self._count = text_label("", "small")
        self._text = text_label("")
        self._text.setWordWrap(True)
        self._next = push_button(translate("Tour", "Next"))
        self._next.clicked.connect(self.onward)
        leave = push_button(translate("Tour", "End the tour"), "flat")
        leave.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self._next)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 12)
        whole.setSpacing(10)
        whole.addWidget(text_label(translate("Tour", "Tour"), "strong"))
        whole.addWidget(self._text)
        whole.addLayout(row)
        for button in (self._next, leave):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        desk.workspace.stepped.connect(self._on_step)
        desk.workspace.projectChanged.connect(self.close)
        desk.view.selectionChanged.connect(self._on_selection)
        desk.view.suggestionActivated.connect(self._on_selection)
        self._show()

    def text(self) -> str:
        """What is said now."""
        return self._text.text()

    def _show(self) -> None:
        stop = _STOPS[self._at]
        self._text.setText(translate("Tour", stop.text).format(*map(self._key, stop.actions)))
        said = translate("Header", "{current} of {total}")
        self._count.setText(said.format(current=number(self._at + 1), total=number(len(_STOPS))))
        last = self._at == len(_STOPS) - 1
        self._next.setText(translate("Tour", "Finish") if last else translate("Tour", "Next"))
        self.setAccessibleName(self._text.text())
        self.adjustSize()
        view = self._desk.view
        corner = view.mapTo(self._desk.window, view.rect().bottomLeft())
        self.move(corner.x() + 24, corner.y() - self.height() - 24)
        self.show()
        self.raise_()

    def onward(self) -> None:
        """To the next stop; from the last one, out."""
        if self._at == len(_STOPS) - 1:
            self.close()
        else:
            self._at += 1
            self._show()

    def _on_step(self, step: Step) -> None:
        if step.title in _STOPS[self._at].until:
            self.onward()

    def _on_selection(self) -> None:
        # Asked a moment later: the caret moves before the suggestion is picked out.
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        if "suggestion" in _STOPS[self._at].until and self._desk.view.current_suggestion is not None:
            self.onward()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it is over."""
        self.ended.emit()
        event.accept()


def _keys(table: CommandTable) -> Callable[[str], str]:
    def key(action: str) -> str:
        return f"\u2066{table.key(action)}\u2069"

    return key
