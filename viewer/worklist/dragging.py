"""A film of the worklist on its way to a viewport."""

from PySide6.QtCore import QMimeData

_FORMAT = "application/x-hilum-film"


def mime_of(number: int) -> QMimeData:
    """Return what is dragged for the row of that number."""
    mime = QMimeData()
    mime.setData(_FORMAT, str(number).encode())
    return mime


def number_of(mime: QMimeData) -> int | None:
    """Return the row that is dragged, None where it is something else."""
    digits = bytes(mime.data(_FORMAT).data())
    return int(digits) if digits.isdigit() else None
