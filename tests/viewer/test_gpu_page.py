"""The preferences' page of the GPU pack, on wheels that are made up."""

import errno
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from engine.models import gpu
from viewer.dialogs.gpu_page import GpuPage
from viewer.entries import Model
from viewer.main_window import MainWindow

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "engine"))
from wheel_fakes import wheels


@pytest.fixture
def page(main_window: MainWindow, qtbot: QtBot) -> GpuPage:
    qtbot.waitUntil(lambda: main_window.session.model.assessor is not None)
    main_window.show_preferences()
    (page,) = main_window.findChildren(GpuPage)
    tabs = page.window().tabs  # type: ignore[attr-defined]
    tabs.setCurrentWidget(page)
    qtbot.waitUntil(lambda: bool(page.fetch.text()))
    return page


def click(button: QPushButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    names = [str(path) for path in folder.glob("*.whl")]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(folder))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: (names, ""))


def test_a_pack_is_installed_and_deleted(
    page: GpuPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    assert page.device.text() == "Running on CPU."
    assert page.installed.text() == "No GPU pack is installed."
    assert page.fetch.text() == gpu.how_to_fetch()
    assert not page.remove.isEnabled()
    choose(monkeypatch, wheels(tmp_path / "w"))
    click(page.from_folder)
    qtbot.waitUntil(lambda: page.remove.isEnabled())
    assert page.installed.text() == "GPU pack: nvidia_cublas, onnxruntime_gpu"
    assert "Start Hilum again" in page.said.text()
    assert gpu.installed(gpu.folder())
    click(page.remove)
    (box,) = page.findChildren(QMessageBox)
    click(box.button(QMessageBox.StandardButton.Cancel))
    assert gpu.installed(gpu.folder())
    click(page.remove)
    box = page.findChildren(QMessageBox)[-1]
    click(box.button(QMessageBox.StandardButton.Yes))
    qtbot.waitUntil(lambda: page.installed.text() == "No GPU pack is installed.")
    assert not gpu.folder().exists()


def test_wheels_that_make_no_pack_are_refused_with_what_to_do(
    page: GpuPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    choose(monkeypatch, wheels(tmp_path / "w", version="0.1.0"))
    click(page.from_wheels)
    qtbot.waitUntil(lambda: "needs onnxruntime-gpu" in page.said.text())
    assert page.said.objectName() == "amber"
    assert page.from_wheels.isEnabled()


def test_installing_shows_its_progress_and_can_be_stopped(
    page: GpuPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def slow(_sources: Sequence[Path], _place: Path, tell: Callable[[int, int], None]) -> list[str]:
        for done in range(1000):
            tell(done, 1000)
            time.sleep(0.01)
        return []

    monkeypatch.setattr(gpu, "install", slow)
    choose(monkeypatch, tmp_path)
    click(page.from_folder)
    qtbot.waitUntil(lambda: page.bar.value() > 2)
    assert page.bar.isVisible()
    assert page.bar.maximum() == 1000
    assert page.said.text().endswith(" / 1000 MB")
    assert not page.from_folder.isEnabled()
    click(page.stop)
    qtbot.waitUntil(lambda: page.said.text() == "Stopped; the pack is as it was.")
    assert not page.bar.isVisible()


def test_a_folder_that_cannot_be_written_is_said(
    page: GpuPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def full(*_: object) -> list[str]:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(gpu, "install", full)
    choose(monkeypatch, tmp_path)
    click(page.from_folder)
    qtbot.waitUntil(lambda: "No space left on device" in page.said.text())


def test_the_window_closes_in_the_middle_of_an_installation(
    page: GpuPage, main_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_sources: Sequence[Path], _place: Path, tell: Callable[[int, int], None]) -> None:
        while True:
            tell(1, 2)
            time.sleep(0.01)

    monkeypatch.setattr(gpu, "install", endless)
    choose(monkeypatch, tmp_path)
    click(page.from_folder)
    assert main_window.close()


def test_a_fall_back_to_the_processor_is_said_with_its_reason(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: main_window.session.model.assessor is not None)
    assessor = main_window.session.model.assessor
    fallen = replace(assessor, notice="CUDA was asked for, the CPU is used: no driver.")  # type: ignore[type-var]
    page = GpuPage(main_window.session.gpu_pack, Model(fallen), main_window)  # type: ignore[arg-type]
    assert page.notice.text().endswith("no driver.")
    assert not page.notice.isHidden()
