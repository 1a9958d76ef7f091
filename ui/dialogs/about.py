"""About Tawsim: version, licences of what ships inside."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtWidgets import QWidget

from ui.dialogs.frame import Dialog
from ui.panels.parts import text_label

translate = QCoreApplication.translate

_INSIDE = """Tabler Icons (MIT) · Vazirmatn, Noto Naskh Arabic, Scheherazade New, Amiri (OFL 1.1)
GeoNames (CC BY 4.0) · CAMeL Morph (CC BY 4.0) · Arabic Wikipedia (CC BY-SA 4.0)"""


class AboutDialog(Dialog):
    """Says what this is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, translate("About", "Tawsim"))
        try:
            number = version("tawsim")
        except PackageNotFoundError:  # a checkout that was not installed
            number = translate("About", "from a checkout")
        said = translate("About", "Version {version}, with Qt {qt}. MIT licence.").format(version=number, qt=qVersion())
        self.body.addWidget(text_label(said))
        about = translate("About", "Annotates entities and relations in Arabic text. All you do stays on your machine.")
        self.body.addWidget(text_label(about, "second"))
        self.body.addWidget(text_label(_INSIDE, "hint"))
