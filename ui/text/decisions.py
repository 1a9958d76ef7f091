"""The buttons beside the current suggestion: accept, reject, more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from annotate.model import Suggestion
from ui.icons import icon
from ui.text.hits import last_box, tags_between
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.text.canvas import Canvas

translate = QCoreApplication.translate

_HEIGHT = 28
_GAP = 3


class DecisionBar(QFrame):
    """A small bar under the last line of the current suggestion, or above its tag where there is no room."""

    accepted = Signal()
    rejected = Signal()
    more = Signal(QPoint)

    def __init__(self, view: Canvas) -> None:
        super().__init__(view.viewport())
        self._view = view
        self.setObjectName("decisions")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._buttons = [QToolButton(self) for _ in range(3)]
        for button in self._buttons:
            button.setAutoRaise(True)
            button.setFixedSize(36, _HEIGHT - 2)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        accept, reject, more = self._buttons
        accept.clicked.connect(self.accepted)
        reject.clicked.connect(self.rejected)
        more.clicked.connect(lambda: self.more.emit(more.mapToGlobal(more.rect().bottomLeft())))
        self.setFixedSize(self.sizeHint())
        self.hide()

    def restyle(self, theme: Theme) -> None:
        """Take the colours of a theme and the words of the language."""
        looks = (("check", "done"), ("x", "danger"), ("dots", "text2"))
        words = (translate("Action", "Accept"), translate("Action", "Reject"), translate("DecisionBar", "More"))
        for button, (name, token), word in zip(self._buttons, looks, words, strict=True):
            button.setIcon(icon(name, theme[token]))
            button.setToolTip(word)
            button.setAccessibleName(word)
        raised, edge = theme.colours["raised"], theme.colours["control"]
        self.setStyleSheet(f"#decisions {{ background: {raised}; border: 1px solid {edge}; border-radius: 6px; }}")

    def place(self, suggestion: Suggestion | None) -> None:
        """Stand beside a suggestion that is in sight, never on a tag; hide without one."""
        view = self._view
        box = last_box(view.page, suggestion) if suggestion else None
        if box is None or not 0 <= box.bottom() - view.scroll_y <= view.viewport().height():
            self.hide()
            return
        box.translate(view.column_left, -view.scroll_y)
        top = round(box.bottom()) + _GAP
        self.move(self._free_left(round(box.center().x()) - self.width() // 2, top), top)
        self.show()
        self.raise_()

    def _free_left(self, wanted: int, top: int) -> int:
        """The place nearest to the wanted one where the bar covers no tag."""
        view = self._view
        taken = [
            tag.translated(view.column_left, -view.scroll_y)
            for tag in tags_between(view.page, top + view.scroll_y, top + self.height() + view.scroll_y)
        ]
        last = max(view.viewport().width() - self.width(), 0)
        wanted = min(max(wanted, 0), last)
        places = sorted(range(0, last + 1, 4), key=lambda left: abs(left - wanted))
        bar = QRectF(self.rect())
        return next(
            (left for left in places if not any(bar.translated(left, top).intersects(tag) for tag in taken)), wanted
        )
