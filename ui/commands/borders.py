"""The border mode: arrows move a border of the selected span (the text view does that), Tab takes the other one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.desk import Desk
from ui.text.overlay import Side


class BorderCommands(QObject):
    """``modeChanged(on)`` is sent when the mode begins and ends."""

    modeChanged = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {"border_mode": self.begin, "border_other": self.other, "border_end": self.end}

    @property
    def active(self) -> bool:
        """Whether arrows move a border now."""
        return self._desk.view.border_side is not None

    def begin(self) -> None:
        """Arrows move the end border of the selected span from now on: that is the one wrong most often."""
        self._desk.view.set_border_mode(Side.END)
        self.modeChanged.emit(True)

    def other(self) -> None:
        """Take the other border."""
        side = Side.START if self._desk.view.border_side is Side.END else Side.END
        self._desk.view.set_border_mode(side)

    def end(self) -> None:
        """Leave the mode."""
        self._desk.view.set_border_mode(None)
        self.modeChanged.emit(False)
