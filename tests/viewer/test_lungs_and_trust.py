"""The lungs' outline, the reliability of the map on show, refusals on the picture."""

import dataclasses
import math
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from engine.models.trust import Trust
from viewer import services
from viewer.canvas import annotations
from viewer.canvas.corners import Annotations, Corners
from viewer.canvas.outlines import polygons
from viewer.entries import sensitivity_range
from viewer.findings.map_lines import badge_tip, badge_words
from viewer.findings.table import CAVEAT_ROLE
from viewer.lungs import NOT_FOUND
from viewer.main_window import MainWindow
from viewer.reliability import MapReliability, share_words

sys.path.insert(0, str(Path(__file__).resolve().parent))
from window_fakes import model_card, radiograph
from window_hands import Settle, press

POOR = Trust(0.3, 0.5, 0.0, "poor", "Do not rely on the heat map.")


@pytest.fixture
def outlined(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    press(opened, "o")
    qtbot.waitUntil(lambda: opened.session.lungs.state.visible, timeout=20000)
    return opened


def with_map(shown: MainWindow, qtbot: QtBot) -> MapReliability:
    press(shown, "g")
    qtbot.waitUntil(lambda: shown.session.map_watch.state.complete, timeout=20000)
    return shown.session.map_watch.state


# the outline


def test_the_outline_is_never_there_unasked(opened: MainWindow, engine: Any) -> None:
    assert not opened.session.lungs.state.on
    assert not opened.film._lungs_item.isVisible()
    assert engine.looked == []


def test_the_outline_lies_where_the_lungs_are(outlined: MainWindow) -> None:
    lungs = outlined.session.lungs.state.lungs
    assert lungs is not None
    boxes = sorted((box.boundingRect() for box in polygons(lungs.contours)), key=QRectF.left)
    assert [box.left() for box in boxes] == pytest.approx([1200 * 0.1, 1200 * 0.55], abs=8)
    assert [box.right() for box in boxes] == pytest.approx([1200 * 0.45, 1200 * 0.9], abs=8)
    assert {round(box.top()) for box in boxes} == {round(boxes[0].top())}
    assert boxes[0].top() == pytest.approx(1400 * 0.2, abs=8)


def test_button_key_and_panel_show_the_same(outlined: MainWindow) -> None:
    assert outlined.actions_by_id["ai.lungs"].isChecked()
    assert outlined.findings.heat.lungs.isChecked()
    outlined.findings.heat.lungs.click()
    assert not outlined.session.lungs.state.visible
    assert not outlined.actions_by_id["ai.lungs"].isChecked()
    assert not outlined.film._lungs_item.isVisible()


def test_the_outline_follows_flips_turns_and_zoom(outlined: MainWindow) -> None:
    view = outlined.film

    def drawn() -> bool:
        """Whether the left lung's left edge has its colour where the view says that it is."""
        lungs = outlined.session.lungs.state.lungs
        assert lungs is not None
        box = min((box.boundingRect() for box in polygons(lungs.contours)), key=QRectF.left)
        edge = [box.topLeft(), box.bottomLeft()]
        picture = view.viewport().grab().toImage()
        ends = [view.mapFromScene(point) for point in edge]
        found = 0
        for part in np.linspace(0.2, 0.8, 61):
            place = ends[0] + (ends[1] - ends[0]) * float(part)
            near = (picture.pixelColor(place.x() + d, place.y() + e)
                    for d in range(-2, 3) for e in range(-2, 3))  # fmt: skip
            found += any(ink.blue() > ink.red() + 30 for ink in near)
        return found > 30

    assert drawn()
    for key in "hr-":
        press(outlined, key)
        assert drawn(), key
    outlined.session.lungs.switch(on=False)
    assert not drawn()


def test_the_lungs_are_looked_for_once_a_film_and_stay_on_for_the_next(
    outlined: MainWindow, engine: Any, settle: Settle, qtbot: QtBot
) -> None:
    press(outlined, "o")
    press(outlined, "o")
    assert outlined.session.lungs.state.visible
    with_map(outlined, qtbot)
    assert engine.looked == ["urgent.dcm"]
    outlined.worklist.step(1)
    settle(outlined)
    qtbot.waitUntil(lambda: outlined.session.lungs.state.visible, timeout=20000)
    assert engine.looked == ["urgent.dcm", "middle.dcm"]


def test_lungs_that_are_not_found_are_said_on_the_film(
    opened: MainWindow, engine: Any, qtbot: QtBot
) -> None:
    engine.lungless.add("urgent.dcm")
    without = Trust(None, 0.95, 0.4, "good", "The heat map holds.")
    engine.trusts = dict.fromkeys(model_card().findings, without)
    press(opened, "o")
    lungs = opened.session.lungs
    qtbot.waitUntil(lambda: lungs.state.lungs is not None, timeout=20000)
    assert not lungs.state.visible
    assert opened.film._with_words(Corners(), "urgent.dcm").chips == (NOT_FOUND,)
    assert with_map(opened, qtbot).no_share == NOT_FOUND
    assert opened.findings.map_lines.share.text() == NOT_FOUND
    press(opened, "o")
    assert opened.film._with_words(Corners(), "urgent.dcm").chips == ()


def test_an_installation_without_a_lung_model_says_so(
    opened: MainWindow, engine: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.lung_problem = "No lungs outline: this installation has no lung model."
    press(opened, "o")
    qtbot.waitUntil(lambda: bool(opened.session.lungs.state.words), timeout=20000)
    assert opened.session.lungs.state.words == engine.lung_problem
    monkeypatch.setattr(services, "packaged_lungs", lambda: None)
    with pytest.raises(services.UnusableModel, match="no lung model"):
        services.find_lungs(radiograph())


def test_a_film_without_a_chest_has_no_lungs() -> None:
    noise = np.random.default_rng(0).integers(0, 4095, (400, 400)).astype(np.uint16)
    assert services.find_lungs(radiograph(stored=noise)) is None


# the map on show


def test_nothing_is_measured_before_a_map_is_shown(opened: MainWindow, engine: Any) -> None:
    QTest.qWait(400)
    assert engine.measured == []
    assert opened.findings.map_lines.share.text() == ""
    assert opened.findings.map_lines.badge.text() == ""


def test_a_map_says_its_share_in_the_lungs_and_how_far_to_rely_on_it(
    opened: MainWindow, engine: Any, qtbot: QtBot
) -> None:
    engine.trusts["abnormal"] = POOR
    state = with_map(opened, qtbot)
    assert state.share is not None
    assert 0.5 < state.share < 1
    lines = opened.findings.map_lines
    assert lines.share.text() == f"{100 * state.share:.0f} % of this map lies in the lungs"
    assert lines.badge.text() == "Map reliability: ●○○ poor"
    assert POOR.sentence in lines.badge.toolTip()
    assert lines.badge.accessibleDescription() == POOR.sentence
    assert engine.measured == [("urgent.dcm", "abnormal")]
    press(opened, "g")
    assert lines.badge.text() == ""
    press(opened, "g")
    assert lines.badge.text() == "Map reliability: ●○○ poor"
    assert len(engine.measured) == 1, "what is known is not measured again"


def test_a_measurement_is_dropped_when_the_reader_moves_on(
    opened: MainWindow, engine: Any, qtbot: QtBot, settle: Settle
) -> None:
    engine.trust_go.clear()
    press(opened, "g")
    qtbot.waitUntil(lambda: len(engine.measured) == 1, timeout=20000)
    opened.worklist.step(1)
    engine.trust_go.set()
    settle(opened)
    qtbot.wait(100)
    assert not opened.session.map_watch.state.shown
    assert opened.findings.map_lines.badge.text() == ""


def test_stepping_through_findings_measures_the_one_that_is_rested_on(
    opened: MainWindow, engine: Any, qtbot: QtBot
) -> None:
    press(opened, "g")
    for _ in range(3):
        press(opened, ".")
    qtbot.waitUntil(lambda: opened.session.map_watch.state.complete, timeout=20000)
    assert engine.measured[-1][1] == opened.session.findings.selected
    assert len(engine.measured) <= 2


def test_a_network_that_fails_is_said_in_place_of_the_badge(
    opened: MainWindow, engine: Any, qtbot: QtBot
) -> None:
    engine.trust_problem = "The network failed on this film."
    with_map(opened, qtbot)
    assert opened.findings.map_lines.badge.text() == engine.trust_problem


def test_an_empty_map_is_no_share() -> None:
    words = share_words(MapReliability(shown=True, share=math.nan))
    assert words.startswith("This map is empty")
    assert badge_words(MapReliability(shown=True)) == "Map reliability: measuring …"
    assert "In the lungs" not in badge_tip(dataclasses.replace(POOR, in_lung_share=None))


# refusals and caveats


def test_a_refused_film_says_why_on_the_picture(opened: MainWindow, settle: Settle) -> None:
    opened.worklist.step(3)
    settle(opened)
    chips = opened.film._with_words(Corners(chips=("FLIPPED",)), "side.dcm").chips
    assert chips[0].startswith("Not scored: lateral view")
    assert chips[1] == "FLIPPED"
    assert opened.film._with_words(Corners(), "urgent.dcm").chips == ()
    opened.film.annotations = Annotations.NONE
    assert opened.film._with_words(Corners(), "side.dcm").chips == ()
    opened.worklist.step(-3)
    settle(opened)
    opened.film.annotations = Annotations.ALL
    assert opened.film._with_words(Corners(), "urgent.dcm").chips == ()


def test_a_long_reason_wraps_and_is_not_cut(themed: object) -> None:
    del themed
    picture = QImage(500, 300, QImage.Format.Format_RGB32)

    def painted_height(words: str) -> int:
        picture.fill(Qt.GlobalColor.black)
        painter = QPainter(picture)
        annotations.paint_corners(painter, QRectF(picture.rect()), Corners(chips=(words,)))
        painter.end()
        column = [picture.pixelColor(40, y).red() for y in range(picture.height())]
        rows = [y for y, red in enumerate(column) if red > 0]
        return rows[-1] - rows[0]

    short = painted_height("Not scored.")
    assert painted_height("Not scored: the film looks turned; turn it upright. " * 2) > 2 * short


def test_caveats_are_written_out_beside_their_finding(opened: MainWindow) -> None:
    view = opened.findings.list
    rows = [view.model().index(row, 0) for row in range(view.model().rowCount())]
    marked = [index for index in rows if index.data(CAVEAT_ROLE)]
    assert len(marked) == 1
    option = QStyleOptionViewItem()
    option.widget = view
    option.font = view.font()
    option.fontMetrics = view.fontMetrics()
    delegate = view.itemDelegate()
    plain = next(index for index in rows if not index.data(CAVEAT_ROLE))
    spare = delegate.sizeHint(option, marked[0]).height()
    spare -= delegate.sizeHint(option, plain).height()
    assert spare > 10


# the slider


def test_the_sliders_ends_are_the_cards(opened: MainWindow) -> None:
    slider = opened.findings.console.slider
    assert (slider.minimum(), slider.maximum()) == (50, 99)
    slider.setValue(10)
    assert opened.session.setting.sensitivity == 0.50
    assert "from 50 % to 99 %" in slider.toolTip()


def test_ends_are_whole_per_cent_inside_every_curve() -> None:
    card = model_card()
    short = dataclasses.replace(
        card.operating["covid19"],
        sensitivity=tuple(float(s) for s in np.linspace(0.704, 0.9699, 51)),
    )
    narrowed = dataclasses.replace(card, operating={**card.operating, "covid19": short})
    assert sensitivity_range(narrowed) == (0.71, 0.96)
    assert sensitivity_range(None) == (0.01, 0.99)


def test_nothing_lies_over_a_film_that_is_not_there(outlined: MainWindow) -> None:
    film, item = outlined.film._film_item, outlined.film._lungs_item
    assert item.isVisible()
    film.set_levels(())
    assert not item.isVisible()
