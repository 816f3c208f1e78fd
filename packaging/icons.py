"""Make the program's icons: ``python packaging/icons.py build/icons``.

PNG in the sizes of the desktops, and from them Windows' and macOS' own kinds.
"""

import os
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "resources/icons/hilum.svg"
SIZES_PX = (16, 24, 32, 48, 64, 128, 256, 512)


def main(target: Path) -> None:
    """Write every kind into a folder."""
    target.mkdir(parents=True, exist_ok=True)
    files = {size: target / f"hilum-{size}.png" for size in SIZES_PX}
    paint(files)
    with Image.open(files[512]) as largest:
        largest.save(target / "hilum.ico", sizes=[(px, px) for px in SIZES_PX if px <= 256])
        largest.save(target / "hilum.icns")


def paint(files: dict[int, Path]) -> None:
    """Paint the drawing into PNG files, longest side in pixels -> file."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication(sys.argv[:1])
    drawing = QSvgRenderer(str(SOURCE))
    for size, path in files.items():
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        image.save(str(path))
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
