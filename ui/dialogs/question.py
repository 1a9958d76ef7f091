"""Small questions that need an answer: who one is, and what to do with a colleague's file."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.dialogs.frame import Dialog
from ui.panels.parts import push_button, text_label

translate = QCoreApplication.translate


class WhoDialog(Dialog):
    """Asked once in a hand-out: *You are …?* Sends ``named(name)``."""

    named = Signal(str)

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, translate("Who", "You are …?"), translate("Who", "That is me"))
        about = text_label(translate("Who", "This project was made for you. Your name stands with all that you do."))
        about.setWordWrap(True)
        self._name = QLineEdit(name)
        self._name.setAccessibleName(translate("Who", "Your name"))
        self._name.selectAll()
        self._name.textChanged.connect(lambda text: self.agree.setEnabled(bool(text.strip())))
        self.body.addWidget(about)
        self.body.addWidget(self._name)
        self.setMinimumWidth(400)
        self.accepted.connect(lambda: self.named.emit(self._name.text().strip()))


class ReceiveDialog(Dialog):
    """A colleague's project was dropped on a project: ``wanted(bool)`` says whether its layers are to come in."""

    wanted = Signal(bool)

    def __init__(self, parent: QWidget, name: str) -> None:
        shown = f"\u2068{name}\u2069"
        title = translate("Receive", "{name}’s file").format(name=shown)
        super().__init__(parent, title, translate("Receive", "Receive the layers"))
        about = translate("Receive", "Take {name}’s layers into this project, or open the file itself?").format(
            name=shown
        )
        self.body.addWidget(text_label(about))
        instead = push_button(translate("Receive", "Open the file"))
        instead.clicked.connect(self._on_instead)
        self.buttons.insertWidget(2, instead)
        self.accepted.connect(lambda: self.wanted.emit(True))

    def _on_instead(self) -> None:
        self.reject()
        self.wanted.emit(False)
