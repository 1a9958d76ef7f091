"""The first page: what one can begin with, who one is, which suggestions work, and the recent projects."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.i18n.language import NAMES
from ui.icons import icon
from ui.panels.parts import icon_label, key_cap, line, push_button, text_label
from ui.theme import Theme, interface_font

translate = QCoreApplication.translate


class _Choice(QPushButton):
    """One way to begin: icon, title, a line about it, its key. The first is the primary one."""

    def __init__(self, theme: Theme, name: str, title: str, about: str, key: str, primary: bool) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        self.setFixedHeight(56)
        self.setAutoDefault(True)
        colour = theme["onAccent" if primary else "accent"]
        self.setObjectName("primary" if primary else "choice")
        heading, second = text_label(title), text_label(about)
        heading.setFont(interface_font(13, QFont.Weight.DemiBold))
        heading.setStyleSheet(f"color: {theme['onAccent' if primary else 'text'].name()};")
        second.setStyleSheet(f"color: {theme['onAccent' if primary else 'text2'].name()}; font-size: 12px;")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(heading)
        words.addWidget(second)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(14)
        row.addWidget(icon_label(name, colour, 22))
        row.addLayout(words, 1)
        cap = key_cap(key)
        if primary:
            sign = theme["onAccent"].name()
            cap.setStyleSheet(f"color: {sign}; background: transparent; border-color: {sign};")
        row.addWidget(cap)
        ground, hover = ("accent", "accentHover") if primary else ("surface", "hover")
        ring = "text" if primary else "focus"
        back, over, edge, focus = (theme[token].name() for token in (ground, hover, "border", ring))
        self.setStyleSheet(
            f"_Choice {{ background: {back}; border: 1px solid {edge}; border-radius: 5px;"
            " padding: 0; min-height: 54px; }"
            f" _Choice:hover {{ background: {over}; }}"
            f" _Choice:focus {{ border: 2px solid {focus}; min-height: 52px; }}"
        )


class StartPage(QScrollArea):
    """Sends ``wanted(action id)``, ``recentChosen(path)``, ``languageChosen(code)``, ``nameChanged(name)``."""

    wanted = Signal(str)
    recentChosen = Signal(str)
    languageChosen = Signal(str)
    nameChanged = Signal(str)

    def __init__(self, theme: Theme, language: str, name: str, keys: dict[str, str]) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setObjectName("page")
        self.setWidget(body)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        self._sources = QVBoxLayout()
        self._sources.setContentsMargins(16, 14, 16, 14)
        self._sources.setSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)
        grid.addLayout(self._begin(keys), 0, 0)
        grid.addLayout(self._person(name), 0, 1)
        whole = QVBoxLayout()
        whole.setSpacing(8)
        whole.addSpacing(48)
        whole.addWidget(text_label(translate("Start", "Welcome to Tawsim"), "title"))
        about = text_label(
            translate(
                "Start",
                "Annotate entities and relations in Arabic text, and review them with your colleagues. "
                "All you do stays on your machine.",
            ),
            "second",
        )
        about.setWordWrap(True)
        whole.addWidget(about)
        whole.addSpacing(16)
        whole.addLayout(grid)
        whole.addStretch(1)
        middle = QWidget()
        middle.setLayout(whole)
        middle.setMaximumWidth(960)
        around = QHBoxLayout(body)
        around.setContentsMargins(24, 16, 24, 24)
        around.addStretch(1)
        around.addWidget(middle, 100)
        around.addStretch(1)

    def _begin(self, keys: dict[str, str]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(text_label(translate("Start", "Begin"), "strong"))
        self._choices: list[QPushButton] = []
        for action, name, title, about in (
            (
                "sample",
                "book-2",
                translate("Start", "Open the sample"),
                translate("Start", "A short article with its suggestions; Help has a two-minute tour on it"),
            ),
            (
                "new",
                "plus",
                translate("Start", "New project"),
                translate("Start", "Choose a label set, then add documents"),
            ),
            (
                "open",
                "folder-open",
                translate("Start", "Open…"),
                translate("Start", "A project, or files of any format that is known"),
            ),
            (
                "paste",
                "clipboard-text",
                translate("Start", "Paste text"),
                translate("Start", "Makes a project of the text that you copied"),
            ),
        ):
            primary = action == "sample"
            choice = _Choice(self._theme, name, title, about, "Enter" if primary else keys[action], primary)
            choice.clicked.connect(lambda _=False, action=action: self.wanted.emit(action))
            self._choices.append(choice)
            column.addWidget(choice)
        column.addSpacing(8)
        column.addWidget(self._drop_area())
        column.addSpacing(16)
        column.addWidget(text_label(translate("Start", "Recent projects"), "strong"))
        column.addLayout(self._recent)
        column.addStretch(1)
        return column

    def _drop_area(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "drop")
        frame.setFixedHeight(58)
        row = QHBoxLayout(frame)
        row.addStretch(1)
        row.addWidget(icon_label("files", self._theme["text2"]))
        row.addWidget(text_label(translate("Start", "or drop files or a folder anywhere on the window"), "second"))
        row.addStretch(1)
        return frame

    def _person(self, name: str) -> QVBoxLayout:
        field = QLineEdit(name)
        field.setAccessibleName(translate("Start", "Annotator’s name"))
        field.textEdited.connect(lambda text: self.nameChanged.emit(text.strip()))
        grid = QGridLayout()
        grid.setContentsMargins(16, 12, 16, 14)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        grid.addWidget(text_label(translate("Start", "Annotator’s name"), "second"), 0, 0)
        grid.addWidget(field, 0, 1)
        grid.addWidget(text_label(translate("Start", "Language"), "second"), 1, 0)
        grid.addLayout(self._languages(), 1, 1)
        hint = text_label(translate("Start", "The name is kept with every change; it can be changed later."), "hint")
        hint.setWordWrap(True)
        grid.addWidget(hint, 2, 1)
        card = QFrame()
        card.setProperty("kind", "card")
        card.setLayout(grid)
        sources = QFrame()
        sources.setProperty("kind", "card")
        sources.setLayout(self._sources)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(text_label(translate("Start", "You"), "strong"))
        column.addWidget(card)
        column.addSpacing(12)
        column.addWidget(text_label(translate("Start", "Suggestions"), "strong"))
        column.addWidget(sources)
        column.addStretch(1)
        return column

    def _languages(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        group = QButtonGroup(self)
        for code, name in NAMES.items():
            button = push_button(name, "chip")
            button.setCheckable(True)
            button.setChecked(code == self._language)
            button.clicked.connect(lambda _=False, code=code: self.languageChosen.emit(code))
            group.addButton(button)
            row.addWidget(button, 1)
        return row

    # --- what changes
    def show_recent(self, paths: Sequence[Path]) -> None:
        """List the recent projects."""
        _clear(self._recent)
        if not paths:
            hint = text_label(translate("Start", "No projects yet. Each project you open appears here."), "hint")
            self._recent.addWidget(hint)
        for path in paths[:6]:
            row = push_button(path.stem, "link", icon("database", self._theme["accent"]))
            row.setToolTip(f"\u2066{path}\u2069")
            row.clicked.connect(lambda _=False, path=path: self.recentChosen.emit(str(path)))
            self._recent.addWidget(row, 0, Qt.AlignmentFlag.AlignLeading)

    def show_sources(self, ready: Sequence[tuple[str, bool]], camel: str) -> None:
        """Which embedded suggestions are ready, by name; ``camel`` says how it stands with CAMeL-Tools NER."""
        _clear(self._sources)
        for name, there in ready:
            said = translate("Start", "ready") if there else translate("Start", "not in this copy")
            self._sources.addLayout(self._source("circle-check" if there else "circle-dashed", name, said))
        self._sources.addWidget(line())
        self._sources.addLayout(self._source("cpu", "CAMeL-Tools NER", camel))
        about = text_label(
            translate(
                "Start",
                "A model that is better at people, places and organisations. It runs on your machine once it is there.",
            ),
            "second",
        )
        about.setWordWrap(True)
        self._sources.addWidget(about)
        button = push_button(translate("Start", "Set it up…"), "", icon("download", self._theme["text2"]))
        button.clicked.connect(lambda: self.wanted.emit("camel"))
        self._sources.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def focus_first(self) -> None:
        """Take the keyboard to the first choice."""
        self._choices[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _source(self, symbol: str, name: str, said: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        token = "done" if symbol == "circle-check" else "text2"
        row.addWidget(icon_label(symbol, self._theme[token]))
        row.addWidget(text_label(name))
        row.addStretch(1)
        row.addWidget(text_label(said, "second"))
        return row


def _clear(layout: QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.deleteLater()
        elif inner := item.layout():
            _clear(inner)  # type: ignore[arg-type]
