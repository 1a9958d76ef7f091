"""One window program a person: a second start hands its files to the first and ends."""

from __future__ import annotations

import getpass
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 800
"""Milliseconds that a second start waits for the first to answer."""


class Instance(QObject):
    """``received(paths)`` is sent when another start handed over its files (none: it only wants the window)."""

    received = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.name = _name()
        self._callers: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def hand_over(self, paths: Sequence[Path]) -> bool:
        """Give the files to a program that runs already; False where there is none."""
        socket = QLocalSocket()
        socket.connectToServer(self.name)
        if not socket.waitForConnected(_PATIENCE):
            return False
        socket.write(json.dumps([str(path) for path in paths]).encode() + b"\n")
        taken = socket.waitForBytesWritten(_PATIENCE) and socket.waitForReadyRead(_PATIENCE)
        socket.disconnectFromServer()
        return taken

    def listen(self) -> None:
        """Answer later starts from now on. What a killed program left in the way is removed."""
        if not self._server.listen(self.name):
            QLocalServer.removeServer(self.name)
            self._server.listen(self.name)

    def close(self) -> None:
        """Answer no more."""
        self._server.close()
        # A socket that dies with its server still tells that it was disconnected: nobody may listen by then.
        for socket in self._callers:
            socket.blockSignals(True)
            socket.abort()
        self._callers.clear()

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        self._callers.append(socket)
        socket.readyRead.connect(self._on_ready)
        self._answer(socket)

    def _on_ready(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._answer(socket)

    def _answer(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        line = bytes(socket.readLine().data())
        socket.write(b"ok\n")
        socket.flush()
        try:
            words = json.loads(line)
            paths = [Path(word) for word in words if isinstance(word, str)]
        except ValueError:  # not from us
            return
        self.received.emit(paths)


def _name() -> str:
    """A name that is this person's on this machine, and another one where the settings lie elsewhere."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    try:
        who = getpass.getuser()
    except (OSError, KeyError):
        who = ""
    return "tawsim-" + hashlib.sha256(f"{who}\n{place}".encode()).hexdigest()[:16]
