"""The user guide, as it stands in ``docs/``, in the program: offline, in the language of the interface."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from ui.dialogs.frame import Dialog
from ui.theme import Theme

translate = QCoreApplication.translate

_PICTURE_WIDTH = 660


class _Pages(QTextBrowser):
    """Shows pictures as wide as the page: they are taken at the size of a window."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture, scaled to the page; all else as it is."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        picture = QImage(self.document().baseUrl().resolved(QUrl(name)).toLocalFile())
        sharpness = self.devicePixelRatio()
        width = round(min(_PICTURE_WIDTH * sharpness, picture.width()))
        scaled = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(sharpness)
        return scaled


class GuideDialog(Dialog):
    """Shows ``guide.ar.md`` or ``guide.en.md`` of a folder."""

    def __init__(self, parent: QWidget, folder: Path, language: str, theme: Theme) -> None:
        super().__init__(parent, translate("Guide", "User guide"))
        page = _Pages()
        page.setAccessibleName(self.windowTitle())
        page.setSearchPaths([str(folder)])
        page.setOpenExternalLinks(True)
        page.document().setBaseUrl(QUrl.fromLocalFile(f"{folder}/"))
        page.document().setDefaultStyleSheet(f"a {{ color: {theme.colours['accent']}; }}")
        file = folder / f"guide.{language}.md"
        if file.is_file():
            page.setMarkdown(file.read_text(encoding="utf-8"))
        else:
            page.setPlainText(translate("Guide", "The guide is not in this copy of the program."))
        self.body.addWidget(page)
        self.resize(760, 720)
