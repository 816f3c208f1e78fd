"""Rows learn of their device; the command line says so in its files."""

import csv
import dataclasses
import json
import sys
from pathlib import Path

import numpy as np
import pytest

from engine import cli
from engine.images.intake import Candidate
from engine.models.assess import Assessor
from engine.models.bundle import graph_of, seal
from engine.models.familiarity import DEVICE_NOTICE, FILM_NOTICE, Familiarity, packed
from engine.triage.devices import device_of, with_devices
from engine.triage.pipeline import Row, Status
from engine.types import Assessed, Assessment, Identity

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import toy_model

PLACES = Familiarity(
    centres={"even films": (0.0, 0.0, 0.0, 0.0)},
    whitening=packed(np.eye(4)),
    most_film=10.0,
    most_device={3: 0.3},
)


def model_that_knows(path: Path, familiarity: Familiarity | None) -> Path:
    content = graph_of(toy_model.write_toy_model(path).read_bytes())
    card = dataclasses.replace(
        toy_model.toy_card(content, model_id=path.stem), familiarity=familiarity
    )
    path.write_bytes(seal(content, card))
    return path


def row(number: int, offset: float | None, who: Identity, name: str = "in/a.png") -> Row:
    said = Assessment((), "", "m", "1", "0", "0", "CPU", 0.0, 0.0)
    found = None if offset is None else np.full(4, offset)
    source = Candidate(Path(name), name, Path(name).name)
    return Row(number, source, Status.SCORED, identity=who, assessed=Assessed(said, None, found))


def test_a_device_is_told_from_its_third_film_on() -> None:
    card = dataclasses.replace(toy_model.toy_card(), familiarity=PLACES)
    new, old = Identity(manufacturer="New"), Identity(manufacturer="Old")
    rows = [row(i, 1.0, new) for i in range(4)]
    rows += [row(i, 0.5 * (-1) ** i, old) for i in range(4, 8)]
    rows.append(row(8, None, new))
    marked = list(with_devices(rows, card))
    assert [r.index for r in marked] == list(range(9))
    strange = [r.assessed.assessment.unfamiliar for r in marked if r.assessed]
    assert strange == [False, False, True, True, False, False, False, False, False]
    assert marked[2].assessed is not None
    assert marked[2].assessed.assessment.notices == (DEVICE_NOTICE,)
    plain = list(with_devices(rows, toy_model.toy_card()))
    assert all(one is other for one, other in zip(plain, rows, strict=True))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (row(0, 0, Identity(manufacturer="A", model_name="B"), "x/1.dcm"),
         row(0, 0, Identity(manufacturer=" a", model_name="b "), "y/1.dcm"), True),
        (row(0, 0, Identity(manufacturer="A", station_name="1")),
         row(0, 0, Identity(manufacturer="A", station_name="2")), False),
        (row(0, 0, Identity(), "x/1.png"), row(0, 0, Identity(), "x/2.png"), True),
        (row(0, 0, Identity(), "x/1.png"), row(0, 0, Identity(), "y/1.png"), False),
        (row(0, 0, Identity(), "a.zip!x/1.png"), row(0, 0, Identity(), "a.zip!x/2.png"), True),
    ],
)  # fmt: skip
def test_a_device_is_known_by_its_header_else_by_its_folder(
    one: Row, other: Row, same: bool
) -> None:
    assert (device_of(one) == device_of(other)) is same


@pytest.mark.parametrize("knows", [True, False])
def test_the_result_files_say_what_is_unfamiliar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knows: bool
) -> None:
    path = model_that_knows(
        tmp_path / "home" / "models" / "toy.onnx",
        dataclasses.replace(PLACES, most_film=0.5) if knows else None,
    )
    films = [toy_model.write_film(tmp_path / "in" / f"{q}.png", q) for q in range(4)]
    assert Assessor.load(path, provider="cpu").card.familiarity == (
        dataclasses.replace(PLACES, most_film=0.5) if knows else None
    )
    monkeypatch.setenv("HILUM_HOME", str(tmp_path / "home"))
    out = tmp_path / "out"
    args = ["triage", *map(str, films), "--out", str(out), "--model", "toy", "--provider", "cpu"]
    assert cli.run(args) == 0
    records = [json.loads(line) for line in (out / "results.jsonl").read_text().splitlines()]
    assert [r["status"] for r in records] == ["scored"] * 4
    assert [r["unfamiliar"] for r in records] == [knows] * 4
    assert all((FILM_NOTICE in r["notices"]) is knows for r in records)
    states = {f["state"] for r in records for f in r["findings"]}
    assert ("flagged" in states) is not knows
    with (out / "results.csv").open(newline="", encoding="utf-8") as stream:
        table = list(csv.DictReader(stream))
    assert [line["unfamiliar"] for line in table] == ["yes" if knows else ""] * 4
