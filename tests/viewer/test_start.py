"""The window comes before what reads films, runs the model and keeps the store."""

import subprocess
import sys
import threading

import pytest
from pytestqt.qtbot import QtBot

from viewer.jobs import Jobs, Reply

LATE = (
    "dicomanonymizer",
    "imagecodecs",
    "onnxruntime",
    "PIL",
    "pydantic",
    "pydicom",
    "pypdfium2",
    "reportlab",
    "rich",
    "sqlalchemy",
    "typer",
)


def test_the_window_is_imported_without_what_works_behind_it() -> None:
    code = (
        "import sys, viewer.__main__, viewer.window, viewer.main_window\n"
        f"print(*sorted(set({LATE!r}) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == []


def test_held_lanes_begin_after_the_first_paint(qtbot: QtBot) -> None:
    jobs, done, came = Jobs(held=True), threading.Event(), list[Reply]()
    jobs.submit("read", done.set, came.append)
    assert not done.wait(0.2)
    jobs.begin()
    qtbot.waitUntil(lambda: len(came) == 1)
    assert done.is_set()
    jobs.close()


@pytest.mark.usefixtures("qtbot")
def test_held_lanes_do_not_hold_up_the_end() -> None:
    jobs = Jobs(held=True)
    jobs.submit("read", lambda: None, lambda _reply: None)
    jobs.close()
