"""Make the platforms' icons in packaging/icons from ui/icons/tawsim.svg: `python packaging/icons.py`.

An .ico and an .icns are containers of PNG pictures, simple enough to write here.
"""

import os
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).parent.parent
OUT = ROOT / "packaging" / "icons"
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}
PNG_SIZES = (32, 48, 128, 256)


def png(renderer: QSvgRenderer, size: int) -> bytes:
    """The picture at `size` pixels as PNG."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def ico(pictures: list[bytes]) -> bytes:
    """A Windows icon of these pictures, whose sizes are ICO_SIZES (0 stands for 256 in its directory)."""
    offset = 6 + 16 * len(pictures)
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        directory += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return directory + b"".join(pictures)


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """A macOS icon of these pictures by their four-letter type."""
    body = b"".join(kind + struct.pack(">I", 8 + len(picture)) + picture for kind, picture in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def make() -> None:
    """Write every icon anew."""
    renderer = QSvgRenderer(str(ROOT / "ui" / "icons" / "tawsim.svg"))
    OUT.mkdir(exist_ok=True)
    for size in PNG_SIZES:
        (OUT / f"tawsim-{size}.png").write_bytes(png(renderer, size))
    (OUT / "tawsim.ico").write_bytes(ico([png(renderer, size) for size in ICO_SIZES]))
    (OUT / "tawsim.icns").write_bytes(icns({kind: png(renderer, size) for kind, size in ICNS_TYPES.items()}))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    make()
