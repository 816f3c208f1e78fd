"""The viewer with a reader at the keys who never stops: a program to be killed.

``python busy_reader.py FOLDER``; says "read" once what the tests look for has been done and stored.
"""

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from window_hands import can_be_marked, drag

from viewer import window
from viewer.main_window import MainWindow


def wait_for(condition: Callable[[], object]) -> None:
    end = time.monotonic() + 300
    while not condition():
        if time.monotonic() > end:
            os._exit(1)
        QTest.qWait(20)


def read(shown: MainWindow) -> None:
    session, press = shown.session, partial(QTest.keyClick, shown.film)
    wait_for(lambda: len(session.rows) == 2 and not session.progress.running)
    shown.worklist.step(-2)
    wait_for(lambda: can_be_marked(shown))
    shown.film.setFocus()
    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_D)
    drag(shown, QPoint(200, 200), QPoint(150, 90))
    press(Qt.Key.Key_K)
    session.reading.note("Prior wanted")
    press(Qt.Key.Key_F9)
    wait_for(lambda: can_be_marked(shown))
    press(Qt.Key.Key_F4)
    wait_for(lambda: not session.reading._tasks and not session.markups._unsaved)
    sys.stdout.write("read\n")
    sys.stdout.flush()
    while True:  # says, takes back, says otherwise
        press(Qt.Key.Key_F3)
        press(Qt.Key.Key_K)
        QTest.qWait(5)


def ready(shown: MainWindow) -> None:
    QTimer.singleShot(0, partial(read, shown))


if __name__ == "__main__":  # its reading processes import it, too
    window._look_for_all = ready  # type: ignore[assignment]
    sys.exit(window.run([Path(sys.argv[1])]))
