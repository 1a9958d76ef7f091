"""What all dialogs share: heading, a body, and the buttons at the end."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.panels.parts import push_button, text_label

translate = QCoreApplication.translate


class Dialog(QDialog):
    """A dialog with a heading, ``body`` for its content, and a row of buttons; Esc closes it."""

    def __init__(self, parent: QWidget, title: str, agree: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.problem: QLabel = text_label("", "danger")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        self.agree: QPushButton = push_button(agree, "primary")
        self.agree.setVisible(bool(agree))
        self.agree.clicked.connect(self.accept)
        away = push_button(translate("Dialog", "Cancel") if agree else translate("Dialog", "Close"))
        away.clicked.connect(self.reject)
        self.buttons.addWidget(self.agree)
        self.buttons.addWidget(away)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(16)
        whole.addWidget(text_label(title, "heading"))
        whole.addLayout(self.body, 1)
        whole.addWidget(self.problem)
        whole.addLayout(self.buttons)

    def say(self, problem: str) -> None:
        """Say in place what stands in the way; nothing: it is gone."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
