"""The first start and the ends of it: self-test, crashes, a second start, what the system lacks."""

import errno
import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from engine import home, runtime
from engine.errors import HilumError, UnusableModel
from engine.models.golden import GoldenResult
from engine.triage.store import Store
from viewer import __main__ as program
from viewer import crashes, hanging, instance, language, settings, system_check, welcome, window
from viewer.crashes import CrashWatch
from viewer.dialogs import about
from viewer.dialogs.about import about_text
from viewer.dialogs.problem import offer_reports
from viewer.instance import Instance
from viewer.main_window import MainWindow
from viewer.self_test import SelfTest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from window_fakes import FakeEngine
from window_hands import NewWindow

PASSED = GoldenResult(3, "fp32", "CPU", 1e-6, 1e-4)
NAME = "DOE^JANE"


# self-test


def self_test_of(window: MainWindow, result: GoldenResult | HilumError) -> SelfTest:
    def verify(_assessor: object) -> GoldenResult:
        if isinstance(result, HilumError):
            raise result
        return result

    return SelfTest(window.session, window.preferences, window, verify=verify)


def test_a_self_test_that_passed_is_told_once(opened: MainWindow, qtbot: QtBot) -> None:
    test = self_test_of(opened, PASSED)
    with qtbot.waitSignal(test.told) as told:
        test.run()
    words, failed = told.args
    assert "3 phantom films on CPU" in words
    assert not failed
    again = self_test_of(opened, PASSED)
    again._model_came(opened.session.model)
    assert "earlier start" in again.words
    assert again.words in about_text(opened.session.model, self_test=again.words)


@pytest.mark.parametrize("changed", ["hilum", "onnxruntime"])
def test_the_self_test_is_repeated_after_an_update(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    test = self_test_of(opened, PASSED)
    with qtbot.waitSignal(test.told):
        test.run()
    installed = metadata.version
    monkeypatch.setattr(runtime, "builds", lambda: ("onnxruntime",))
    monkeypatch.setattr(
        metadata, "version", lambda name: "99" if name == changed else installed(name)
    )
    monkeypatch.setattr(about, "version", metadata.version)
    updated = self_test_of(opened, PASSED)
    with qtbot.waitSignal(updated.told):
        updated._model_came(opened.session.model)


@pytest.mark.parametrize(
    "result",
    [GoldenResult(3, "fp32", "CPU", 0.5, 1e-4), UnusableModel("The network fails.")],
)
def test_a_self_test_that_failed_is_said_again_at_each_start(
    opened: MainWindow, qtbot: QtBot, result: GoldenResult | HilumError
) -> None:
    opened.preferences.remember(self_tested="")
    test = self_test_of(opened, result)
    with qtbot.waitSignal(test.told) as told:
        test.run()
    assert told.args[1]
    assert "do not rely on the scores" in told.args[0]
    assert opened.preferences.current.self_tested == ""


def test_the_window_warns_of_a_failed_self_test(opened: MainWindow) -> None:
    opened.self_test.told.emit("Self-test failed", True)
    boxes = opened.findChildren(QMessageBox)
    assert [box.text() for box in boxes] == ["Self-test failed"]
    boxes[0].close()


# crashes


def defect() -> BaseException:
    try:
        try:
            _ = {"a": 1}[NAME]
        except KeyError as inner:
            raise ValueError(f"/films/{NAME}.dcm") from inner
    except ValueError as error:
        return error


def test_a_report_has_kinds_and_places_and_no_words() -> None:
    report = crashes.report_of(defect())
    assert "builtins.ValueError" in report
    assert "builtins.KeyError" in report
    assert "test_first_start.py:" in report
    assert "in the folder" not in report
    assert "DOE" not in report
    assert str(Path(__file__).parent) not in report


def test_the_same_defect_is_reported_once_and_there_is_an_end(tmp_path: Path) -> None:
    for _ in range(3):
        crashes.keep(crashes.report_of(defect()), tmp_path)
    assert len(crashes.waiting(tmp_path)) == 1
    for number in range(2 * crashes.MOST):
        crashes.keep(f"heading\n\n{number}", tmp_path)
    assert len(crashes.waiting(tmp_path)) == crashes.MOST


def test_a_report_that_cannot_be_written_is_no_second_defect(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    crashes.keep("heading\n\nbody", tmp_path / "file" / "crashes")


def test_a_crash_becomes_a_report_at_the_next_start(tmp_path: Path) -> None:
    code = (
        "import faulthandler, sys; from pathlib import Path; from viewer.crashes import CrashWatch;"
        "CrashWatch(Path(sys.argv[1])).begin(); faulthandler._sigsegv()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], check=False, capture_output=True
    )
    assert done.returncode != 0
    watch = CrashWatch(tmp_path)
    watch.begin()
    watch.end()
    (report,) = crashes.waiting(tmp_path)
    assert "Segmentation fault" in report.read_text()
    assert sorted(path.name for path in tmp_path.iterdir()) == [report.name]


def test_an_end_without_a_crash_leaves_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        watch = CrashWatch(tmp_path / "crashes")
        watch.begin()
        watch.end()
    assert list((tmp_path / "crashes").iterdir()) == []


@pytest.mark.parametrize(("button", "left"), [(1, []), (2, [".txt"])])
def test_a_report_is_offered_until_the_reader_decides(
    main_window: MainWindow, tmp_path: Path, button: int, left: list[str]
) -> None:
    crashes.keep(crashes.report_of(defect()), tmp_path / "crashes")
    box = offer_reports(main_window, crashes.waiting(tmp_path / "crashes"))
    assert "ValueError" in box.detailedText()
    own = [each for each in box.buttons() if box.buttonRole(each).name != "ActionRole"]
    by_role = {"DestructiveRole": 1, "RejectRole": 2}
    next(b for b in own if by_role.get(box.buttonRole(b).name) == button).click()
    assert [path.suffix for path in (tmp_path / "crashes").iterdir()] == left


# a second start


def test_a_second_start_hands_its_paths_to_the_first(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.is_first()
    first.listen()
    try:
        assert not second.is_first()
        with qtbot.waitSignal(first.handed) as handed:
            assert second.hand_over([Path("a film.dcm"), tmp_path / "胸片"])
        assert handed.args == [(Path("a film.dcm").absolute(), tmp_path / "胸片")]
        assert (tmp_path / "viewer.address").stat().st_mode & 0o077 == 0
    finally:
        first.end()
    assert Instance(tmp_path).is_first()


def test_a_second_start_waits_for_a_first_that_has_just_begun(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.is_first()
    assert not second.is_first()
    with ThreadPoolExecutor(1) as lane, qtbot.waitSignal(first.handed) as handed:
        handing = lane.submit(second.hand_over, [tmp_path / "film"])
        qtbot.wait(150)
        assert not handing.done()
        first.listen()
    assert handing.result()
    assert handed.args == [(tmp_path / "film",)]
    first.end()


def test_a_first_that_does_not_answer_holds_nobody_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "_START_S", 0.0)
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.is_first()
    assert not second.is_first()
    assert not second.hand_over([])
    assert second.other()
    for told in ("{", '{"address": 1}', '{"address": "/nowhere", "key": "00"}'):
        (tmp_path / "viewer.address").write_text(told)
        assert not second.hand_over([])
    first.end()


def test_strangers_are_not_let_in(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "_START_S", 0.0)
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.is_first()
    first.listen()
    address = tmp_path / "viewer.address"
    right = address.read_text()
    address.write_text(right.replace('"key": "', '"key": "ff'))
    assert not second.hand_over([])
    address.write_text(right)
    with qtbot.waitSignal(first.handed):
        assert second.hand_over([])
    first.end()


@pytest.mark.skipif(os.name == "nt", reason="rights are others there")
def test_what_names_patients_is_for_its_user_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = os.umask(0o022)
    try:
        monkeypatch.setenv("HILUM_HOME", str(tmp_path / "new/home"))
        Instance(settings.settings_path().parent)
        assert stat.S_IMODE((tmp_path / "new/home").stat().st_mode) == 0o700
        monkeypatch.setenv("HILUM_HOME", str(tmp_path / "first"))
        Store(str(home.home() / "worklist.db")).close()
        assert stat.S_IMODE((tmp_path / "first").stat().st_mode) == 0o700
        (tmp_path / "shared").mkdir(mode=0o775)
        monkeypatch.setenv("HILUM_HOME", str(tmp_path / "shared"))
        rights = (tmp_path / "shared").stat().st_mode
        settings.save(settings.Settings(), settings.settings_path())
        assert (tmp_path / "shared").stat().st_mode == rights
    finally:
        os.umask(before)


# what the system lacks


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "libxcb-cursor.so.0: cannot open shared object file: No such file or directory"
    assert "libxcb-cursor.so.0 is missing" in system_check.absent_library(ImportError(text))
    assert system_check.absent_library(ImportError("No module named 'x'")) == ""
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert "no display" in system_check.problem()


def test_a_library_that_qts_display_misses_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> None:
        assert name.endswith("libqxcb.so")
        raise OSError("libxkbcommon-x11.so.0: cannot open shared object file: No such file")

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("ctypes.CDLL", refuse)
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    assert "libxkbcommon-x11.so.0 is missing" in system_check.problem()
    assert "Install the package" in system_check.problem()


@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_settings_that_cannot_be_kept_hold_and_say_what_to_do(
    main_window: MainWindow, monkeypatch: pytest.MonkeyPatch, reason: int
) -> None:
    def fail(*_: object) -> None:
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr(settings, "save", fail)
    preferences = main_window.preferences
    main_window._apply(replace(preferences.current, overlay_opacity=0.6))
    assert main_window.session.overlay.state.opacity == 0.6
    said = main_window.statusBar().currentMessage()
    assert os.strerror(reason) in said
    assert f"make room in {preferences.folder}" in said


@pytest.mark.parametrize("damage", [b"", b'{"theme": "contr', b"[]", b"\xff\x00"])
def test_settings_that_cannot_be_read_are_set_aside_and_never_written_over(
    damage: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "settings.json"
    assert settings.set_aside(path) == ""
    path.write_bytes(damage)
    aside = settings.set_aside(path)
    settings.save(settings.load(path), path)
    assert (tmp_path / aside).read_bytes() == damage
    assert settings.set_aside(path) == ""


def test_the_window_says_where_damaged_settings_went(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_engine: type, themed: QApplication
) -> None:
    del themed
    said: list[str] = []
    monkeypatch.setenv("HILUM_HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    (tmp_path / "home/settings.json").write_text("{")
    monkeypatch.setattr("viewer.services.engine_services", lambda **_: make_engine().services())
    monkeypatch.setattr(window, "show_problem", lambda _parent, words: said.append(words))
    assert window.run([Path("films")], tmp_path / "shot.png") == 0
    assert "settings.damaged.json" in said[0]
    assert str(tmp_path / "home") in said[0]


def test_a_picture_that_cannot_be_written_ends_with_the_reason(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make_engine: type,
    themed: QApplication,
    capsys: pytest.CaptureFixture[str],
) -> None:
    del themed
    monkeypatch.setattr("viewer.services.engine_services", lambda **_: make_engine().services())
    assert window.run([Path("films")], tmp_path / "nowhere/shot.png") == 1
    assert "shot.png cannot be written" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_no_end_of_a_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    closed = tmp_path / "file" / "home"
    first = Instance(closed)
    assert first.is_first()
    first.listen()
    assert not Instance(closed).hand_over([tmp_path])
    first.end()
    watch = CrashWatch(closed / "crashes")
    watch.begin()
    watch.end()
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_damaged_file_of_the_program_is_named_and_the_rest_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hanging, "resources", lambda: tmp_path)
    for damage in (b"\xff\x00", b"[[protocol]]\nname = 1", None):
        (tmp_path / "hanging.toml").unlink(missing_ok=True)
        if damage is not None:
            (tmp_path / "hanging.toml").write_bytes(damage)
        protocols, problem = hanging.load()
        assert protocols == ()
        assert "hanging.toml" in problem
        assert problem.endswith("Install Hilum again.")


@pytest.mark.usefixtures("themed")
def test_damaged_words_are_named_and_the_window_speaks_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    assert language.install(qapp, "en") == ""
    monkeypatch.setattr(language, "resources", lambda: tmp_path)
    (tmp_path / "translations").mkdir()
    for damage in (None, b"\xff\x00"):
        for name in ("templates.txt", "hilum_de.qm") if damage else ():
            (tmp_path / "translations" / name).write_bytes(damage)
        said = language.install(qapp, "de")
        assert said.startswith("templates.txt, hilum_de.qm cannot be read")
        assert said.endswith("Install Hilum again.")
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
    language.install(qapp, "en")


def test_files_that_macos_hands_over_are_opened() -> None:
    code = """
from PySide6.QtGui import QFileOpenEvent
from viewer.frame import Application
application = Application([])
application.given.connect(lambda paths: print(*paths))
application.sendEvent(application, QFileOpenEvent("/films/a film.dcm"))
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split("\n")[0] == str(Path("/films/a film.dcm"))


# samples


@pytest.mark.parametrize("there", [True, False])
def test_the_samples_of_an_installed_program_are_offered(
    there: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    engine: FakeEngine,
    new_window: NewWindow,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(welcome, "resources", lambda: tmp_path)
    if there:
        (tmp_path / "samples").mkdir()
    shown = new_window(engine)
    assert shown.actions_by_id["help.samples"].isEnabled() is there
    buttons = {button.text(): button for button in shown._welcome.findChildren(QPushButton)}
    assert ("Open samples" in buttons) is there
    if there:
        buttons["Open samples"].click()
        qtbot.waitUntil(lambda: engine.opened == [(tmp_path / "samples",)])


# portable


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("HILUM_HOME")
    monkeypatch.setattr(home, "_program", lambda: tmp_path / "program" / "hilum")
    (tmp_path / "program").mkdir()
    return tmp_path / "program"


def test_portable_once_is_portable_from_then_on(
    beside: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert beside not in home.home().parents
    monkeypatch.setenv("HILUM_HOME", "/elsewhere")
    assert program.main(["--portable", "--version"]) == 0
    assert "hilum" in capsys.readouterr().out
    assert home.home() == beside / "hilum-data"
    monkeypatch.delenv("HILUM_HOME")
    assert home.home() == beside / "hilum-data"


def test_what_cannot_be_portable_says_what_to_do(
    beside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (beside / "hilum-data").write_text("in the way")
    assert program.main(["--portable", "--version"]) == 1
    assert "copy its folder" in capsys.readouterr().err


def test_a_program_without_a_console_says_it_in_a_window(tmp_path: Path) -> None:
    (tmp_path / "hilum-data").write_text("in the way")
    code = """
import os, sys
from pathlib import Path
from PySide6.QtWidgets import QMessageBox
from engine import home
from viewer import __main__ as program
QMessageBox.warning = lambda *words: print(words[-1])
home._program = lambda: Path(sys.argv[1], "hilum-viewer.exe")
sys.stderr = open(os.devnull, "w")
sys.exit(program.main(["--portable"]))
"""
    words = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(words, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert "copy its folder" in done.stdout


def test_a_portable_folder_that_is_closed_is_passed_over_in_so_many_words(
    beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert home.passed_over() is None
    (beside / "hilum-data").mkdir()
    assert home.passed_over() is None
    assert window._not_portable() == ""
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert beside not in home.home().parents
    assert home.passed_over() == beside / "hilum-data"
    said = window._not_portable()
    assert said.startswith(f"{beside / 'hilum-data'} cannot be written to")
    assert said.endswith(f"{home.home()}.")
    monkeypatch.setenv("HILUM_HOME", str(beside / "elsewhere"))
    assert home.passed_over() is None


@pytest.mark.parametrize(
    ("executable", "expected"),
    [
        ("opt/hilum/hilum", "opt/hilum/hilum-data"),
        ("Applications/Hilum.app/Contents/MacOS/hilum-viewer", "Applications/hilum-data"),
    ],
)
def test_a_portable_folder_lies_beside_the_program(
    executable: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / executable))
    assert home.portable_home() == tmp_path / expected
