"""Every command of the walk-through works as it stands there, at tiny scale."""

import json
import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import tomli_w
from made_films import chest
from typer.testing import CliRunner

from engine.models.bundle import read_bundle
from training import place
from training.cli import app

PAGE = Path(__file__).resolve().parents[2] / "resources" / "help" / "training.md"
_CLASSES = ("normal", "bacteria", "virus", "covid19", "lung_opacity")
# What keeps it small; everything else is as the page has it.
_TINY: dict[str, dict[str, Any]] = {
    "": {"network": "small_cnn", "pretrained": ""},
    "preprocessing": {"size": 32},
    "data": {"cache_size": 48},
    "fitting": {"epochs": 1, "films_per_epoch": 40, "batch": 8, "workers": 0},
}
_FEWER = {"--trials 20": "--trials 2"}


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.M | re.S)


def tiny(text: str) -> str:
    values = tomllib.loads(text)
    if "name" in values:
        for section, smaller in _TINY.items():
            (values.setdefault(section, {}) if section else values).update(smaller)
    else:
        values["network"] = {"choices": ["small_cnn", "mobilenetv3_small_050"]}
    return tomli_w.dumps(values)


@pytest.mark.usefixtures("few_draws")
def test_the_walk_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(place, "LEAST_FILMS", 2)
    number = 0
    for hospital in ("hospital-a", "hospital-b"):
        for k, name in enumerate(_CLASSES):
            folder = tmp_path / hospital / name
            folder.mkdir(parents=True)
            for _ in range(14):
                film = chest(number, band=k)
                cv2.imwrite(str(folder / f"{number}.png"), film)
                number += 1
    for text in blocks("toml"):
        name = text.splitlines()[0].removeprefix("# ")
        Path(name).write_text(tiny(text), encoding="utf-8")
    commands = [line for text in blocks("sh") for line in text.splitlines()]
    assert len(commands) >= 12
    for command in commands:
        for long, short in _FEWER.items():
            command = command.replace(long, short)
        program, *arguments = shlex.split(command)
        assert program == "hilum-train"
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == 0, (command, result.output, result.exception)
    assert read_bundle(Path("models/both.onnx")).card.leaves[0] == "normal"
    assert set(json.loads(Path("runs/left-out/cross-validation.json").read_text())) == {
        "hospital_a",
        "hospital_b",
    }
    for page in ("data/report.html", "compare.html", "report.html"):
        assert "</html>" in Path(page).read_text(encoding="utf-8")


def test_the_page_names_every_command() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for command in app.registered_commands:
        callback = command.callback
        assert callback is not None
        name = command.name or callback.__name__.replace("_", "-")
        assert f"hilum-train {name}" in text, name


def test_films_made_here_are_no_copies_of_each_other() -> None:
    first, second = chest(1, band=0).astype(float), chest(2, band=0).astype(float)
    assert np.corrcoef(first.ravel(), second.ravel())[0, 1] < 0.95
