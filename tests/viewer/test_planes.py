"""The shutter and the overlay planes of a file, as they lie on its film."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from engine.images.framing import opening
from engine.images.softcopy import Reference, Softcopy, SoftcopyState
from engine.types import Overlay, Radiograph, Shutter, frozen
from viewer.canvas.planes import cover, plane_image
from viewer.canvas.state_made import softcopy_of
from viewer.film import film_of, under
from viewer.main_window import MainWindow

SHAPE = (60, 80)


@pytest.mark.parametrize(
    "shutter",
    [
        Shutter((10, 20, 50, 70)),
        Shutter(circle=(30, 40, 25)),
        Shutter(polygon=((0, 40), (59, 79), (59, 0))),
        Shutter((5, 5, 55, 60), circle=(30, 40, 28), polygon=((0, 0), (59, 0), (30, 79))),
    ],
)
def test_what_is_covered_is_what_the_engine_says(shutter: Shutter) -> None:
    path = cover(shutter, *SHAPE)
    painted = np.array(
        [[path.contains(QPointF(x + 0.5, y + 0.5)) for x in range(80)] for y in range(60)]
    )
    assert path.contains(QPointF(-0.5, -0.5)), "the enlarged film's edge"
    differ = painted == opening(shutter, SHAPE)
    assert differ.mean() < 0.03  # pixels on an edge may fall to either side


def test_no_line_of_a_large_plane_is_lost() -> None:
    mask = np.zeros((5000, 3000), bool)
    mask[1234] = mask[:, 2001] = True
    image = plane_image(mask)
    assert (image.width(), image.height()) == (1000, 1667)
    assert image.pixelColor(500, 1234 // 3) == QColor(255, 255, 255)
    assert image.pixelColor(2001 // 3, 40) == QColor(255, 255, 255)
    assert image.pixelColor(10, 10).alpha() == 0


def test_a_film_is_covered_and_drawn_over_until_the_words_go(
    opened: MainWindow, film: Radiograph, settle: Callable[[MainWindow], None], qtbot: QtBot
) -> None:
    rows, columns = film.shape
    mask = np.zeros((40, 40), bool)
    mask[10:30, 10:30] = True
    marked = replace(
        film,
        shutter=Shutter((rows // 4, 0, rows, columns), grey=0.5),
        overlays=(Overlay(0x6000, rows // 2, columns // 2, frozen(mask)),),
    )
    opened.session.light_box._put_up(film_of("a.dcm", marked))
    settle(opened)
    view = opened.film

    def seen(row: float, column: float) -> QColor:
        place: QPoint = view.mapFromScene(QPointF(column, row))
        picture = view.viewport().grab().toImage()
        ratio = picture.devicePixelRatio()
        return picture.pixelColor(round(place.x() * ratio), round(place.y() * ratio))

    assert seen(rows / 8, columns / 2) == QColor(128, 128, 128)
    assert seen(rows // 2 + 20, columns // 2 + 20) == QColor(255, 255, 255)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert seen(rows // 2 + 20, columns // 2 + 20) != QColor(255, 255, 255)
    assert seen(rows / 8, columns / 2) == QColor(128, 128, 128)
    opened.session.light_box.clear()
    assert seen(rows / 8, columns / 2) == QColor(0, 0, 0)


def test_a_states_own_plane_is_drawn_and_saved_again_with_the_films(film: Radiograph) -> None:
    own, of_film = (
        Overlay(group, 0, 0, frozen(np.ones((2, size), bool)))
        for group, size in ((0x6000, 3), (0x6002, 4))
    )
    state = SoftcopyState(
        (Reference(film.identity.sop_instance_uid),),
        Softcopy(overlay_groups=(0x6000, 0x6002), overlays=(own,)),
    )
    hidden = replace(of_film, group=0x6000)
    shown = under(film_of("a", replace(film, overlays=(hidden, of_film))), state)
    assert shown is not None
    drawn = shown.radiograph.overlays
    assert [(plane.group, plane.mask.shape) for plane in drawn] == [
        (0x6000, (2, 3)),
        (0x6002, (2, 4)),
    ]
    saved = softcopy_of(shown, shown.presentation, None)
    assert saved.overlay_groups == (0x6000, 0x6002)
    assert [plane.group for plane in saved.overlays] == [0x6000]
