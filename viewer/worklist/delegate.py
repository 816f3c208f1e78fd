"""A row of the worklist: thumbnail, name, state in words, foremost finding."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from engine.triage.pipeline import Status
from engine.triage.reading import ReadState
from viewer import assets, wording
from viewer.entries import Entry
from viewer.language import tr
from viewer.thumbnails import Thumbnails
from viewer.worklist.columns import lane_words, reading_words, status_words, title, top_finding
from viewer.worklist.model import ENTRY_ROLE, KEY_ROLE

ROW_HEIGHT = 72
THUMBNAIL = 62
_PADDING = 6
_READ_INK = {
    ReadState.READING: assets.TEXT,
    ReadState.READ: assets.DIM,
    ReadState.SECOND_LOOK: assets.BRIGHT,
}
_MARK = 15


class FilmDelegate(QStyledItemDelegate):
    """Paints a film in the first column, which has everything that matters of it."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        """Paint these pictures."""
        super().__init__(parent)
        self._key = assets.icon("key")
        self._thumbnails = thumbnails

    def sizeHint(  # noqa: N802
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        """Return a row's height."""
        return QSize(240, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the row; of other columns only the line below."""
        frame: QRect = option.rect
        if index.column():
            super().paint(painter, option, index)
            painter.setPen(assets.RULE)
            painter.drawLine(frame.bottomLeft(), frame.bottomRight())
            return
        entry: Entry = index.data(ENTRY_ROLE)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(frame, assets.CHOSEN if chosen else assets.FIELD)
        if entry.flagged:
            painter.fillRect(
                QRect(frame.left(), frame.top() + 1, 3, frame.height() - 2), assets.AMBER
            )
        box = QRect(
            frame.left() + 8, frame.top() + (ROW_HEIGHT - THUMBNAIL) // 2, THUMBNAIL, THUMBNAIL
        )
        self._picture(painter, box, entry)
        words = frame.adjusted(8 + THUMBNAIL + 2 * _PADDING, _PADDING, -_PADDING, -_PADDING)
        if index.data(KEY_ROLE):
            mark = QRect(words.right() - _MARK, words.top() + 1, _MARK, _MARK)
            self._key.paint(painter, mark)
            words.setRight(mark.left() - _PADDING)
        self._words(painter, words, entry)
        painter.setPen(assets.RULE)
        painter.drawLine(frame.bottomLeft(), frame.bottomRight())
        painter.restore()

    def _picture(self, painter: QPainter, box: QRect, entry: Entry) -> None:
        ratio = painter.device().devicePixelRatio()
        picture = self._thumbnails.image(entry.number, entry.row, round(THUMBNAIL * ratio))
        if picture.isNull():
            painter.setPen(assets.LINE)
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            painter.setPen(assets.DIM)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tr("no\npicture"))
            return
        picture.setDevicePixelRatio(ratio)
        size = picture.deviceIndependentSize().toSize()
        place = QRect(box.topLeft(), size)
        place.moveCenter(box.center())
        painter.drawImage(place, picture)

    def _words(self, painter: QPainter, area: QRect, entry: Entry) -> None:
        plain = QFont(painter.font())
        step = QFontMetrics(plain).height() + 3
        bold = QFont(plain)
        bold.setBold(entry.read_state is not ReadState.READ)
        dull = entry.row.status is not Status.SCORED
        lines = [(title(entry), bold, assets.DIM if dull else assets.BRIGHT)]
        if dull:
            lines.append((status_words(entry), plain, assets.MUTED))
        else:
            share = ""
            # Where one finding alone makes the film uncertain, it stands below.
            if entry.alarm is not None and entry.alarm.state is entry.state:
                found = entry.alarm.finding
                name = wording.finding_name(found.name)
                share = f" {wording.percent(found.probability)} · {name}"
            ink = assets.AMBER if entry.flagged else assets.TEXT
            lines.append((status_words(entry) + share, plain, ink))
            lines.append((top_finding(entry), plain, assets.DIM))
        first = entry.overdue or entry.film.pinned or entry.film.stat
        painter.setPen(assets.BRIGHT if first else assets.DIM)
        taken = [_mark(painter, area.left(), area.top(), area.width(), lane_words(entry)), 0, 0]
        state_ink = _READ_INK.get(entry.read_state or ReadState.UNREAD)
        if state_ink is not None:
            painter.setPen(state_ink)
            below = area.top() + 2 * step
            taken[2] = _mark(painter, area.left(), below, area.width(), reading_words(entry))
        for number, (words, font, ink) in enumerate(lines):
            painter.setFont(font)
            painter.setPen(ink)
            y = area.top() + number * step
            room = QRect(area.left(), y, area.width() - taken[number], step)
            if dull and number and not taken[2]:
                room.setBottom(area.bottom())
                painter.drawText(room, Qt.TextFlag.TextWordWrap, words)
            else:
                fitting = QFontMetrics(font).elidedText(
                    words, Qt.TextElideMode.ElideRight, room.width()
                )
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting)


def _mark(painter: QPainter, left: int, top: int, width: int, words: str) -> int:
    """Write words at the right end of a line; return how much of it they take."""
    if not words:
        return 0
    metrics = QFontMetrics(painter.font())
    taken = metrics.horizontalAdvance(words)
    corner = QRect(left + width - taken, top, taken, metrics.height() + 3)
    painter.drawText(corner, Qt.AlignmentFlag.AlignVCenter, words)
    return taken + _PADDING
