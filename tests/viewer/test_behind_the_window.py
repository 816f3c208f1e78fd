"""What stands behind the window: jobs, settings, services, the program's start."""

import gc
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from engine import cli
from engine.errors import NonImage, NotExported, UnreadableImage, UnusableModel
from engine.images.intake import Refusal
from engine.triage.pipeline import Requests, Row, Status
from engine.types import LookupTable, Radiograph, Rescale, Window
from viewer import __main__ as program
from viewer import film as films
from viewer import settings, window
from viewer.dialogs.problem import DefectCatcher
from viewer.jobs import Jobs, Reply
from viewer.main_window import MainWindow
from viewer.presentation import Presentation
from viewer.services import NoModel, engine_services
from viewer.settings import Settings

# jobs


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    del qapp
    made = Jobs()
    yield made
    made.close()


def test_a_reply_arrives_in_the_gui_thread(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[tuple[Reply, int]] = []
    number = jobs.submit(
        "read", threading.get_ident, lambda reply: seen.append((reply, threading.get_ident()))
    )
    qtbot.waitUntil(lambda: bool(seen))
    reply, here = seen[0]
    assert (reply.request, reply.error) == (number, None)
    assert here == threading.get_ident() != reply.value


def test_the_engines_errors_are_replies(jobs: Jobs, qtbot: QtBot) -> None:
    def fail() -> None:
        raise UnreadableImage("The file is damaged.")

    seen: list[Reply] = []
    jobs.submit("read", fail, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert str(seen[0].error) == "The file is damaged."


def test_a_defect_is_raised_where_it_is_seen(jobs: Jobs, qtbot: QtBot) -> None:
    with capture_exceptions() as caught:
        jobs.submit("compute", lambda: 1 / 0, lambda _reply: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_a_stream_gives_its_items_in_order_and_then_ends(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[Reply] = []
    jobs.stream("scan", lambda: range(3), seen.append)
    qtbot.waitUntil(lambda: len(seen) == 4)
    assert [(reply.value, reply.item) for reply in seen] == [
        (0, True),
        (1, True),
        (2, True),
        (None, False),
    ]


def test_nothing_arrives_after_closing(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[Reply] = []
    go = threading.Event()
    jobs.submit("read", go.wait, seen.append)
    go.set()
    jobs.close()
    jobs.submit("read", lambda: seen.append(Reply(0)), seen.append)
    qtbot.wait(50)
    assert seen == []


def test_nothing_runs_after_closing(jobs: Jobs) -> None:
    jobs.close()
    ran: list[object] = []
    jobs.submit("read", lambda: ran.append(1), ran.append)
    jobs.stream("scan", lambda: ran, ran.append)
    assert ran == []


def test_signals_take_no_reference_that_is_not_theirs(jobs: Jobs) -> None:
    QCoreApplication.processEvents()
    gc.collect()  # what other tests left goes first
    before = sys.getrefcount(True)
    for _ in range(200):
        jobs._send(Reply(0))
    QCoreApplication.processEvents()
    assert sys.getrefcount(True) > before - 100, "this Qt for Python aborts after some hours"


# settings


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    kept = Settings(sensitivity=0.9, overlay_colours="cividis", shortcuts={"film.invert": "N"})
    path = tmp_path / "deep" / "settings.json"
    settings.save(kept, path)
    assert settings.load(path) == kept
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"sensitivity": "high", "unknown": 1}', '{"overlay_colours": "jet"}']
)
def test_bad_settings_fall_back_to_the_defaults(text: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    assert settings.load(path) == Settings()


def test_closing_keeps_what_the_reader_set(main_window: MainWindow, tmp_path: Path) -> None:
    main_window.session.set_sensitivity(0.85)
    main_window.session.overlay.set_opacity(0.5)
    main_window.close()
    kept = json.loads((tmp_path / "settings.json").read_text())
    assert (kept["sensitivity"], kept["overlay_opacity"]) == (0.85, 0.5)


# films


def test_the_default_of_a_file_that_hides_the_film_is_named_and_not_used(film: Radiograph) -> None:
    hidden = films.film_of("a", _changed(film, vois=(Window(-600, 200),)))
    assert hidden.voi == hidden.automatic
    assert len(hidden.radiograph.warnings) == 1


def test_a_lookup_table_is_dragged_as_its_equivalent_window(film: Radiograph) -> None:
    values = np.clip(np.arange(4096, dtype=np.uint16) - 100, 0, 3000)
    table = LookupTable(0, values.astype(np.uint16), 12)
    made = films.film_of("a", _changed(film, vois=(table,)))
    assert made.voi is table
    assert made.base is not None
    assert made.base.width == pytest.approx(3000, abs=2)


def test_presets_keep_their_sense_on_films_whose_lowest_values_are_white(film: Radiograph) -> None:
    straight = films.film_of("a", film)
    inverted = films.film_of("a", _changed(film, inverted=True))
    assert straight.base is not None
    up = films.preset_window(straight, "mediastinum").center - straight.base.center
    down = films.preset_window(inverted, "mediastinum").center - straight.base.center
    assert up == pytest.approx(-down)
    assert inverted.level_sign == -1


@pytest.mark.parametrize("inverted", [False, True])
def test_a_table_that_falls_is_carried_and_preset_as_it_is_seen(
    film: Radiograph, *, inverted: bool
) -> None:
    """What is white stays white, whichever of two linked films has such a table."""
    falling = LookupTable(0, np.arange(4095, -1, -1, dtype=np.uint16), 12)
    plain = films.film_of("a", _changed(film, inverted=inverted))
    fallen = films.film_of("b", _changed(film, inverted=inverted, vois=(falling,)))
    assert fallen.level_sign == -plain.level_sign
    assert fallen.base is not None
    assert plain.base is not None
    shifts = [films.preset_window(each, "bone").center - each.base.center
              for each in (plain, fallen) if each.base]  # fmt: skip
    assert shifts[0] * shifts[1] < 0
    dragged = Presentation(Window(1000, 500), inverted=True)
    onto_plain = films.carried(plain.presentation, plain, dragged, fallen)
    assert not onto_plain.inverted
    back = films.carried(fallen.presentation, fallen, onto_plain, plain)
    assert back.inverted
    same = films.carried(plain.presentation, plain, fallen.presentation, fallen)
    assert (same.voi, same.inverted) == (plain.voi, False)


def test_the_cursor_reads_stored_modality_and_display_values(film: Radiograph) -> None:
    made = films.film_of("a", _changed(film, modality=Rescale(0.5, -1000), vois=()))
    shown = Presentation(voi=Window(1000, 2001))
    words = f"(10, 20)  stored 4095  modality {4095 / 2 - 1000:g}"
    assert films.value_at(made, shown, 20, 10) == f"{words}  display 134"
    inverted = replace(shown, inverted=True)
    assert films.value_at(made, inverted, 20, 10) == f"{words}  display 121"
    assert films.value_at(made, replace(shown, enhanced=True), 20, 10) == words
    assert films.value_at(made, shown, -1, 10) == ""
    measured = films.film_of("a", _changed(film, unit="HU"))
    assert "modality 4095 HU  display" in films.value_at(measured, shown, 20, 10)


def test_colour_is_shown_as_it_is(film: Radiograph) -> None:
    stored = np.zeros((40, 30, 3), np.uint8)
    stored[..., 0] = 200
    made = films.film_of("a", _changed(film, stored=stored, vois=()))
    assert made.voi is None
    plain = films.draft_image(made, Presentation())[0].pixelColor(1, 1)
    inverted = films.draft_image(made, Presentation(inverted=True))[0].pixelColor(1, 1)
    assert (plain.red(), plain.blue(), inverted.red(), inverted.blue()) == (200, 0, 55, 255)
    assert films.value_at(made, Presentation(), 1, 1).endswith("RGB 200, 0, 0")
    full = films.full_levels(made, Presentation())
    assert full[0].pixelColor(1, 1).red() == 200


def test_a_draft_and_the_full_painting_agree(film: Radiograph) -> None:
    made = films.film_of("a", film)
    presentation = Presentation(voi=made.voi)
    (draft, _), full = (
        films.draft_image(made, presentation),
        films.full_levels(made, presentation)[0],
    )
    assert draft.pixelColor(600, 700) == full.pixelColor(600, 700)


def test_a_draft_is_as_fine_as_the_film_is_seen(film: Radiograph) -> None:
    stored = np.arange(3000 * 2000, dtype=np.uint32).reshape(3000, 2000) // 100
    made = films.film_of("a", _changed(film, stored=stored.astype(np.uint16), bits_stored=16))
    presentation = Presentation(voi=made.voi)
    visible = (100, 200, 900, 1400)
    sizes = []
    for longest in (300.0, 751.0, 1500.0, 1501.0):
        image, area = films.draft_image(made, presentation, films.Sight(longest, visible))
        sizes.append((image.width(), image.height(), area))
    assert sizes == [(500, 750, None), (1000, 1500, None), (1000, 1500, None), (1200, 800, visible)]
    full = films.full_levels(made, presentation)[0]
    assert image.pixelColor(7, 5) == full.pixelColor(207, 105)
    whole, area = films.draft_image(
        made, Presentation(voi=made.voi, enhanced=True), films.Sight(3000.0, visible)
    )
    assert (whole.height(), area) == (1500, None)


def _changed(film: Radiograph, **changes: object) -> Radiograph:
    import dataclasses

    return dataclasses.replace(film, **changes)  # type: ignore[arg-type]


# services


def test_without_a_model_every_film_has_its_row_and_the_reason(tmp_path: Path) -> None:
    import cv2

    rng = np.random.default_rng(0)
    cv2.imwrite(str(tmp_path / "a.png"), rng.integers(0, 255, (300, 300), np.uint8))
    (tmp_path / "note.txt").write_text("no film")
    services = engine_services(model="nowhere", provider="cpu")
    with pytest.raises(UnusableModel, match="nowhere"):
        services.load_assessor()
    asked = Requests([tmp_path])
    found = list(services.triage(asked, NoModel("There is no model."), threading.Event()))
    rows = {row.name.rpartition("/")[2]: row for row in found if isinstance(row, Row)}
    assert rows["a.png"].status is Status.NOT_SCORED
    assert rows["a.png"].reason == "There is no model."
    assert rows["note.txt"].status is Status.UNREADABLE
    assert services.read(rows["a.png"]).shape == (300, 300)
    refused = Row(0, Refusal(tmp_path, "x.zip", "Empty."), Status.UNREADABLE, "Empty.")
    for ask in (services.read, services.attributes, lambda row: services.deidentified(row, ())):
        with pytest.raises(UnreadableImage, match=r"Empty\."):
            ask(refused)
    with pytest.raises(NonImage, match="picture"):
        services.attributes(rows["a.png"])
    with pytest.raises(NotExported, match="Only DICOM"):
        services.deidentified(rows["a.png"], ((0, 0, 2, 2),))
    services.close()


# the program


@pytest.mark.parametrize("words", [["triage", "a"], ["--help"], ["--version"], ["-h"]])
def test_commands_go_to_the_engine(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []

    def run(argv: list[str]) -> int:
        seen.append(argv)
        return 7

    monkeypatch.setattr(cli, "run", run)
    assert program.main(words) == 7
    assert seen == [words]


def test_paths_open_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    def run(paths: list[Path], screenshot: Path | None, *, until_usable: bool) -> int:
        assert not until_usable
        seen.extend((paths, screenshot))
        return 0

    monkeypatch.setattr(window, "run", run)
    assert program.main(["a.dcm", "--screenshot", "b.png"]) == 0
    assert seen == [[Path("a.dcm")], Path("b.png")]


def test_commands_need_no_qt() -> None:
    code = (
        "import sys; from viewer.__main__ import main; main(['--version']);"
        "sys.exit('PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert done.returncode == 0


def test_the_program_takes_its_own_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_engine: type, themed: QApplication
) -> None:
    del themed
    engine = make_engine()
    monkeypatch.setattr("viewer.services.engine_services", lambda **_given: engine.services())
    target = tmp_path / "shot.png"
    assert window.run([Path("films")], target) == 0
    assert target.stat().st_size > 10_000
    assert engine.closed


def test_a_defect_is_shown_and_the_window_lives_on(tmp_path: Path) -> None:
    seen: list[tuple[str, str]] = []
    catcher = DefectCatcher(lambda words, details: seen.append((words, details)), tmp_path)
    catcher.install()
    try:
        try:
            _ = 1 / 0
        except ZeroDivisionError:
            sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
    finally:
        catcher.remove()
    words, details = seen[0]
    assert "ZeroDivisionError" in details
    assert "Error" not in words
