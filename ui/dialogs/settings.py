"""The settings: language, look, text, numerals, name. What a lab locked is shown and cannot be changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from ui.dialogs.frame import Dialog
from ui.i18n.language import NAMES
from ui.settings import DIRECTION, LANGUAGE, LINE_SPACING, MEASURE, NUMERALS, TEXT_FONT, THEME, Key, Settings
from ui.theme import TEXT_FONTS

translate = QCoreApplication.translate


class SettingsDialog(Dialog):
    """Kept when agreed to. Sends ``renamed(name)``, and ``lookChanged`` when the window must be made anew."""

    renamed = Signal(str)
    lookChanged = Signal()

    def __init__(self, parent: QWidget, settings: Settings, annotator: str) -> None:
        super().__init__(parent, translate("Settings", "Settings"), translate("Settings", "Keep"))
        self._settings = settings
        self._name = QLineEdit(annotator or settings.annotator())
        self._before = self._name.text()
        self._choices: list[tuple[Key[str], QComboBox]] = []
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(translate("Settings", "Annotator’s name"), self._name)
        form.addRow(translate("Settings", "Language"), self._choice(LANGUAGE, list(NAMES.items()), settings.language()))
        looks = [
            ("system", translate("Settings", "as the system")),
            ("light", translate("Settings", "light")),
            ("dark", translate("Settings", "dark")),
        ]
        form.addRow(translate("Settings", "Look"), self._choice(THEME, looks, settings[THEME]))
        self._add_text_choices(form)
        digits = [("latin", "\u20660 1 2 3 … 9\u2069"), ("arabic", "\u2067٠ ١ ٢ ٣ … ٩\u2069")]
        form.addRow(translate("Settings", "Numerals"), self._choice(NUMERALS, digits, settings[NUMERALS]))
        self.body.addLayout(form)
        self.setMinimumWidth(420)
        self.accepted.connect(self._keep)

    def _add_text_choices(self, form: QFormLayout) -> None:
        """How the annotated text is set."""
        settings = self._settings
        normal, wide = translate("Settings", "normal"), translate("Settings", "wide")
        fonts = [(name, name) for name in TEXT_FONTS]
        spacings = [
            ("tight", translate("Settings", "tight")),
            ("normal", normal),
            ("wide", wide),
            ("widest", translate("Settings", "very wide")),
        ]
        widths = [("narrow", translate("Settings", "narrow")), ("normal", normal), ("wide", wide)]
        directions = [
            ("paragraph", translate("Settings", "by paragraph")),
            ("rtl", translate("Settings", "right to left")),
            ("ltr", translate("Settings", "left to right")),
        ]
        for label, key, options in (
            (translate("Settings", "Font of the text"), TEXT_FONT, fonts),
            (translate("Settings", "Line spacing"), LINE_SPACING, spacings),
            (translate("Settings", "Width of the text"), MEASURE, widths),
            (translate("Settings", "Direction of the text"), DIRECTION, directions),
        ):
            form.addRow(label, self._choice(key, options, settings[key]))

    def choose(self, key: Key[str], value: str) -> None:
        """Choose a value for a setting."""
        box = next(box for one, box in self._choices if one is key)
        box.setCurrentIndex(box.findData(value))

    def changeable(self, key: Key[str]) -> bool:
        """Whether a setting can be changed here."""
        return next(box for one, box in self._choices if one is key).isEnabled()

    def rename(self, name: str) -> None:
        """Put another name into the field."""
        self._name.setText(name)

    def _choice(self, key: Key[str], options: Sequence[tuple[str, str]], now: str) -> QComboBox:
        box = QComboBox()
        for value, text in options:
            box.addItem(text, value)
        box.setCurrentIndex(max(box.findData(now), 0))
        if self._settings.locked(key):
            box.setEnabled(False)
            box.setToolTip(translate("Settings", "Set for this machine by whoever looks after it."))
        self._choices.append((key, box))
        return box

    def _keep(self) -> None:
        changed = False
        for key, box in self._choices:
            before = self._settings.language() if key is LANGUAGE else self._settings[key]
            if box.isEnabled() and box.currentData() != before:
                self._settings[key] = box.currentData()
                changed = True
        name = self._name.text().strip()
        if name and name != self._before:
            self.renamed.emit(name)
        if changed:
            self.lookChanged.emit()
