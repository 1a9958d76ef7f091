"""From the session's plain listeners to a Qt signal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotate.changes import Step
from annotate.session import Session


class Bridge(QObject):
    """Sends ``changed(step, initiator)`` for every step of a session, after it was written."""

    changed = Signal(object, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        session.subscribe(self._on_step)

    def _on_step(self, step: Step, initiator: object) -> None:
        self.changed.emit(step, initiator)
