"""Puts the program into a language: translators, direction, numbers and dates."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

_FOLDER = Path(__file__).parent

NAMES = {"ar": "العربية", "en": "English"}
"""The languages of the interface, each by its own name."""

# By language and numerals; of the Arabic locales the Emirates' writes 0–9, Egypt's ٠–٩.
_LOCALES = {
    ("ar", "latin"): QLocale(QLocale.Language.Arabic, QLocale.Country.UnitedArabEmirates),
    ("ar", "arabic"): QLocale(QLocale.Language.Arabic, QLocale.Country.Egypt),
    ("en", "latin"): QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    ("en", "arabic"): QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class Translation:
    """The translators in use; ``use`` changes them. Windows made before keep their old texts."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []

    def use(self, app: QApplication, language: str, numerals: str) -> None:
        """Translate into ``language`` (``ar``, ``en``) from now on, and lay out in its direction."""
        self.end(app)
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        for file in (qt / f"qtbase_{language}.qm", _FOLDER / f"tawsim_{language}.qm"):
            translator = QTranslator(app)
            if translator.load(str(file)):
                app.installTranslator(translator)
                self._installed.append(translator)
        locale = QLocale(_LOCALES[language, numerals])
        # 1000 stays 1000 in positions and sizes; what should be grouped asks for it.
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        QLocale.setDefault(locale)
        right_to_left = language == "ar"
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)

    def end(self, app: QApplication) -> None:
        """Translate no more."""
        for old in self._installed:
            app.removeTranslator(old)
            old.deleteLater()
        self._installed = []


def number(value: float, decimals: int = 0) -> str:
    """A number as the interface writes it."""
    return QLocale().toString(float(value), "f", decimals) if decimals else QLocale().toString(int(value))


def isolated(text: str) -> str:
    """A range or percentage between direction marks, so that it does not turn round in Arabic."""
    return f"\u2066{text}\u2069"


def percent(share: float) -> str:
    """A share (0…1) as a percentage."""
    return isolated(f"{number(round(share * 100))}%")
