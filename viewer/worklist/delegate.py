"""A row of the worklist: thumbnail, name, state in words, foremost finding."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from engine.triage.pipeline import Status
from viewer import assets, wording
from viewer.entries import Entry
from viewer.language import tr
from viewer.thumbnails import Thumbnails
from viewer.worklist.columns import lane_words, status_words, title, top_finding
from viewer.worklist.model import ENTRY_ROLE, KEY_ROLE

ROW_HEIGHT = 72
THUMBNAIL = 62
_PADDING = 6
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
        metrics = QFontMetrics(painter.font())
        step = metrics.height() + 3
        bold = QFont(painter.font())
        bold.setBold(True)
        dull = entry.row.status is not Status.SCORED
        lines = [(title(entry), bold, assets.DIM if dull else assets.BRIGHT)]
        if dull:
            lines.append((status_words(entry), painter.font(), assets.MUTED))
        else:
            share = ""
            if entry.alarm is not None:
                found = entry.alarm.finding
                name = wording.finding_name(found.name)
                share = f" {wording.percent(found.probability)} · {name}"
            ink = assets.AMBER if entry.flagged else assets.TEXT
            lines.append((status_words(entry) + share, painter.font(), ink))
            lines.append((top_finding(entry), painter.font(), assets.DIM))
        y = area.top()
        mark = lane_words(entry)
        taken = metrics.horizontalAdvance(mark) + _PADDING if mark else 0
        if mark:
            first = entry.overdue or entry.film.pinned or entry.film.stat
            painter.setPen(assets.BRIGHT if first else assets.DIM)
            corner = QRect(area.right() - taken + _PADDING, y, taken - _PADDING, step)
            painter.drawText(corner, Qt.AlignmentFlag.AlignVCenter, mark)
        for words, font, ink in lines:
            painter.setFont(font)
            painter.setPen(ink)
            room = QRect(area.left(), y, area.width() - (taken if y == area.top() else 0), step)
            if dull and words is not lines[0][0]:
                room.setHeight(area.bottom() - y)
                painter.drawText(room, Qt.TextFlag.TextWordWrap, words)
            else:
                fitting = QFontMetrics(font).elidedText(
                    words, Qt.TextElideMode.ElideRight, room.width()
                )
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting)
            y += step
