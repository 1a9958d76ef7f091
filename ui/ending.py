"""The system asks the program to end: a signal, or the end of the session. The project is closed, as by the window."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

_SIGNALS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK") if hasattr(signal, name)]


class Ending(QObject):
    """Turns signals into the end of the event loop; ``close`` gives them back. For the main thread.

    Python looks at signals between two of its own instructions, of which a window at rest does none: the number goes
    through a socket that wakes Qt.
    """

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__()
        self._app = app
        self._told, self._heard = socket.socketpair()
        for end in (self._told, self._heard):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        self._waker = signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)
        # What is ignored stays so: with nohup a program outlives its terminal.
        self._before = {
            number: signal.signal(number, _go_on)
            for number in _SIGNALS
            if signal.getsignal(number) is not signal.SIG_IGN
        }

    def close(self) -> None:
        """Let signals do what they did before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._waker)
        self._notifier.setEnabled(False)
        self._told.close()
        self._heard.close()

    def _on_signal(self) -> None:
        numbers = self._heard.recv(64)
        if any(number in self._before for number in numbers):
            self._app.exit(0)


def _go_on(_number: int, _frame: FrameType | None) -> None:
    """In place of the default, which ends the process where it stands."""
