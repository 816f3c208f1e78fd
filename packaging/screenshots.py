"""Take pictures of the window as a reader meets it: ``python packaging/screenshots.py OUT``.

Every layout, theme, language and dialog at one and two device pixels a point, without a display, on
films of the numerical phantom, which are made first where none are given. For eyes, not for tests.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: E402

from viewer import assets, language, settings, window  # noqa: E402
from viewer.main_window import MainWindow  # noqa: E402
from viewer.services import engine_services  # noqa: E402

HILUM = [sys.executable, "-m", "viewer"]
LANGUAGES = ("en", "de", "fr", "es", "zh")
THEMES = ("dark", "contrast")
LAYOUTS = ("1x1", "1x2", "2x2", "3x4")
DIALOGS = (
    "file.export", "file.state", "file.preferences", "film.tags", "tool.screen", "tool.display",
    "go.palette", "ai.policy", "help.pages", "help.keys", "help.card", "help.about",
)  # fmt: skip
SIZE = (1640, 980)
PATIENCE_S = 300.0


def main() -> None:
    """Make the films, then take a language and a scale after the other in a process of its own."""
    asked = arguments()
    out: Path = asked.out.resolve()
    films: Path = asked.films or out / "films"
    if not films.is_dir():
        subprocess.run([*HILUM, "phantom", "--out", str(films), "--studies", "4"],
                       cwd=ROOT, check=True)  # fmt: skip
    if asked.alone:
        take(out, films.resolve(), asked)
        return
    for tongue in asked.languages:
        for scale in asked.scales:
            home = out / "home" / f"{tongue}-{scale}"
            home.mkdir(parents=True, exist_ok=True)
            (home / "settings.json").write_text(json.dumps({"language": tongue}))
            environment = os.environ | {
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": scale,
                "HILUM_HOME": str(home),
            }
            command = [sys.executable, __file__, str(out), "--films", str(films), "--alone"]
            command += ["--languages", tongue, "--scales", scale, "--themes", *asked.themes]
            command += ["--layouts", *asked.layouts]
            subprocess.run(command, cwd=ROOT, env=environment, check=True)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    asking = argparse.ArgumentParser(description=__doc__)
    asking.add_argument("out", type=Path)
    asking.add_argument("--films", type=Path, help="a folder of films")
    asking.add_argument("--languages", nargs="+", default=LANGUAGES, choices=LANGUAGES)
    asking.add_argument("--themes", nargs="+", default=THEMES, choices=THEMES)
    asking.add_argument("--layouts", nargs="+", default=LAYOUTS)
    asking.add_argument("--scales", nargs="+", default=("1", "2"))
    asking.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    return asking.parse_args()


def take(out: Path, films: Path, asked: argparse.Namespace) -> None:
    """Take all pictures of one language at one scale."""
    application = QApplication(sys.argv[:1])
    path = settings.settings_path()
    chosen = settings.load(path)
    assets.apply_theme(application, chosen.theme)
    language.install(application, chosen.language)
    shown = window.build(engine_services(model="", provider="cpu"), chosen, path)
    shown.resize(*SIZE)
    shown.show()
    prefix = out / f"{asked.languages[0]}-{asked.scales[0]}x"
    settle(shown)
    picture(shown, prefix, "welcome")
    shown.open_paths([films])
    settle(shown, 2.0)
    shown.worklist.step(-len(shown.session.entries))
    settle(shown)
    shown.toggle_overlay()
    for theme in asked.themes:
        shown.preferences.apply(replace(shown.preferences.current, theme=theme))
        for layout in asked.layouts:
            hang(shown, layout)
            picture(shown, prefix, theme, layout)
        hang(shown, "1x1")
        for name in DIALOGS:
            shown.actions_by_id[name].trigger()
            settle(shown)
            for dialog in filter(QDialog.isVisible, shown.findChildren(QDialog)):
                picture(dialog, prefix, theme, name)
                dialog.close()
    shown.close()


def picture(of: QWidget, prefix: Path, *name: str) -> None:
    """Take one picture."""
    target = prefix.with_name("-".join((prefix.name, *name)) + ".png")
    of.grab().save(str(target))
    sys.stdout.write(f"{target.name}\n")
    sys.stdout.flush()


def hang(shown: MainWindow, layout: str) -> None:
    """Fill a layout with films."""
    viewports = shown.session.viewports
    viewports.choose(layout)
    for number in range(1, viewports.protocol.count):
        shown.session.put(number, number % len(shown.session.entries))
    viewports.light(0)
    settle(shown)


def settle(shown: MainWindow, seconds: float = 0.5) -> None:
    """Wait until nothing has been on its way for some time."""
    end, still = time.monotonic() + PATIENCE_S, time.monotonic()
    session = shown.session
    while time.monotonic() < end and time.monotonic() - still < seconds:
        QApplication.processEvents()
        lit = (box.lit for box in session.viewports.boxes)
        reading = any(each.wanted and not each.failure for each in lit)
        loading = session.model.assessor is None and not session.model.problem
        if reading or loading or session.progress.running:
            still = time.monotonic()
        time.sleep(0.01)


if __name__ == "__main__":
    main()
