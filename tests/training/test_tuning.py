"""A search goes on where it was killed, stops what is hopeless, and leaves a file that fits."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_films import make_films, write_config
from optuna.trial import TrialState
from typer.testing import CliRunner

from training import imbalance, tuning
from training.cli import app
from training.config import ConfigError, Experiment, load

ROOT = Path(__file__).resolve().parents[2]
SPACES = ROOT / "training" / "experiments" / "spaces"
SPACE = """
["fitting.rate"]
low = 1e-4
high = 3e-3
log = true
["fitting.batch"]
low = 8
high = 9
["imbalance.sampling"]
choices = ["powers", "balanced"]
"""


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("films")
    return write_config(folder, make_films(folder))


@pytest.fixture
def space(tmp_path: Path) -> Path:
    path = tmp_path / "space.toml"
    path.write_text(SPACE)
    return path


Row = Mapping[str, float]


class Made:
    """Trials that take no time: the value of each is decided by its parameters."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ran: list[Path] = []
        self.rows: list[list[float]] = []
        self.value_of: Callable[[Experiment], float] = lambda e: 1 - abs(e.fitting.rate - 1e-3)
        monkeypatch.setattr(tuning, "run", self.run)
        monkeypatch.setattr(tuning, "score", lambda experiment, *_: experiment)
        monkeypatch.setattr(
            tuning, "summary", lambda e: {"balanced_accuracy": {"value": self.value_of(e)}}
        )

    def run(self, experiment: Experiment, out: Path, *, after_epoch: Callable[[Row], None]) -> Path:
        self.ran.append(out)
        self.rows.append([])
        for epoch in range(1, 4):
            self.rows[-1].append(epoch)
            after_epoch({"epoch": epoch, "balanced_accuracy": self.value_of(experiment)})
        return out / "weights.pt"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    return Made(monkeypatch)


def test_the_own_values_come_first_and_the_best_file_holds_the_best_trial(
    config: Path, space: Path, tmp_path: Path, made: Made
) -> None:
    experiment = load(config)
    trials = tuning.tune(
        experiment, tuning.read_space(space, experiment), tmp_path / "out", trials=6
    )
    assert len(trials) == 6
    assert trials[0].params == {
        "fitting.rate": experiment.fitting.rate,
        "fitting.batch": 8,
        "imbalance.sampling": "powers",
    }
    best = tuning.best_of(trials)
    done = [t.value for t in trials if t.state == TrialState.COMPLETE]
    assert best
    assert best.value == max(v for v in done if v is not None)
    assert load(tmp_path / "out" / "best.toml") == tuning.with_values(experiment, best.params)
    assert len({t.params["fitting.rate"] for t in trials}) == 6
    assert len(made.ran) == 6


def test_a_hopeless_trial_is_pruned(config: Path, space: Path, tmp_path: Path, made: Made) -> None:
    values = iter([0.9, 0.8, 0.9, 0.8, 0.1])
    seen: dict[float, float] = {}

    def value_of(experiment: Experiment) -> float:
        if experiment.fitting.rate not in seen:
            seen[experiment.fitting.rate] = next(values)
        return seen[experiment.fitting.rate]

    made.value_of = value_of
    experiment = load(config)
    trials = tuning.tune(
        experiment, tuning.read_space(space, experiment), tmp_path / "out", trials=5
    )
    assert [t.state for t in trials] == [*[TrialState.COMPLETE] * 4, TrialState.PRUNED]
    assert [len(rows) for rows in made.rows] == [3, 3, 3, 3, 2]


def test_a_trial_that_cannot_be_done_is_told_and_counted(
    config: Path, space: Path, tmp_path: Path, made: Made
) -> None:
    def value_of(experiment: Experiment) -> float:
        if experiment.imbalance.sampling == "powers":
            raise ConfigError("the loss is not a number")
        return 0.5

    made.value_of = value_of
    experiment = load(config)
    trials = tuning.tune(
        experiment, tuning.read_space(space, experiment), tmp_path / "out", trials=4
    )
    assert len(trials) == 4
    assert trials[0].user_attrs["problem"] == "the loss is not a number"


def test_a_broken_off_trial_goes_on_in_its_folder_with_its_epochs(
    config: Path, space: Path, tmp_path: Path, made: Made
) -> None:
    experiment, out = load(config), tmp_path / "out"
    named = tuning.read_space(space, experiment)

    def broken(*_: object, after_epoch: Callable[[Row], None]) -> Path:
        after_epoch({"epoch": 1, "balanced_accuracy": 0.25})
        raise KeyboardInterrupt

    whole = made.run
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tuning, "run", broken)
        for _ in range(2):
            with pytest.raises(KeyboardInterrupt):
                tuning.tune(experiment, named, out, trials=2)
    trials = tuning.tune(experiment, named, out, trials=2)
    assert whole == made.run
    assert [t.state.name for t in trials] == ["FAIL", "FAIL", "COMPLETE", "COMPLETE"]
    assert [t.user_attrs.get("continues") for t in trials] == [None, 0, 1, None]
    assert trials[0].params == trials[1].params == trials[2].params
    assert trials[2].intermediate_values[0] == 0.25
    assert [path.name for path in made.ran] == ["trial-000", "trial-003"]
    assert len(tuning.tune(experiment, named, out, trials=2)) == 4  # nothing is left to do


def test_another_search_in_the_folder_is_refused(
    config: Path, space: Path, tmp_path: Path, made: Made
) -> None:
    experiment, out = load(config), tmp_path / "out"
    tuning.tune(experiment, tuning.read_space(space, experiment), out, trials=1)
    assert made.ran
    space.write_text(SPACE.replace("3e-3", "2e-3"))
    with pytest.raises(ConfigError, match="another search"):
        tuning.tune(experiment, tuning.read_space(space, experiment), out, trials=1)
    lock = sqlite3.connect(out / "lock.db")
    lock.execute("BEGIN EXCLUSIVE")
    with pytest.raises(ConfigError, match="another process"):
        tuning.tune(experiment, {}, out, trials=1)
    lock.close()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('["fitting.rat"]\nlow = 1.0\nhigh = 2.0', "fitting.rat"),
        ('["fitting.rate"]\nlow = -1.0\nhigh = 2.0', "fitting.rate"),
        ('["fitting.rate"]\nlow = 2.0\nhigh = 1.0', "low"),
        ('["fitting.rate"]\nlow = 2.0', "fitting.rate"),
        ('["fitting.optimiser"]\nchoices = ["adamw", "magic"]', "fitting.optimiser"),
        ('["fitting.rate"]\nlow = 0.0\nhigh = 1.0\nlog = true', "log"),
        ("[fitting", "TOML"),
        ("", "no key"),
    ],
)
def test_a_wrong_space_is_refused_by_name(
    config: Path, tmp_path: Path, text: str, word: str
) -> None:
    path = tmp_path / "space.toml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=word):
        tuning.read_space(path, load(config))


@given(
    rate=st.floats(1e-6, 1, allow_nan=False),
    epochs=st.integers(1, 99),
    most=st.none() | st.integers(1, 999),
)
def test_values_go_where_their_keys_say_and_nowhere_else(
    rate: float, epochs: int, most: int | None
) -> None:
    values = {"fitting.rate": rate, "fitting.epochs": epochs, "name": "x"}
    if most:
        values["data.films_at_most"] = most
    changed = tuning.with_values(Experiment(), values)
    assert (changed.fitting.rate, changed.fitting.epochs, changed.name) == (rate, epochs, "x")
    assert changed.data.films_at_most == most
    back = {"fitting.rate": 6e-4, "fitting.epochs": 8, "name": "standard"}
    same = tuning.with_values(changed, back)
    assert same.sha256 == Experiment().sha256 or most


@pytest.mark.parametrize("path", sorted(SPACES.glob("*.toml")), ids=lambda p: p.stem)
def test_a_shipped_space_fits_the_shipped_experiment(path: Path) -> None:
    assert tuning.read_space(path, load(ROOT / "training" / "experiments" / "standard.toml"))


def start(*words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", "from training.cli import main; main()", *words]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_NUM_THREADS": "1", "COLUMNS": "200"},
    )


def test_a_search_killed_in_mid_trial_keeps_its_trials(
    config: Path, space: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    words = ("tune", str(config), "--space", str(space), "--out", str(out), "--trials", "2")
    process = start(*words)
    until = time.monotonic() + 300
    while process.poll() is None and not (out / "trial-000" / "checkpoint.pt").exists():
        assert time.monotonic() < until
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    again = CliRunner(env={"COLUMNS": "200"}).invoke(app, words, catch_exceptions=False)
    assert again.exit_code == 0
    assert "goes on from 0" in again.output
    with sqlite3.connect(out / "study.db") as db:
        states = db.execute("SELECT number, state FROM trials ORDER BY number").fetchall()
    db.close()
    assert states == [(0, "FAIL"), (1, "COMPLETE"), (2, "COMPLETE")]
    assert (out / "trial-000" / "weights.pt").exists()
    assert load(out / "best.toml").fitting.epochs == 2


def test_methods_against_imbalance_stand_side_by_side(config: Path, tmp_path: Path) -> None:
    experiment = load(config)
    words = ["imbalance", str(config), "--out", str(tmp_path), "--methods", "as_is,class_weights"]
    said = CliRunner(env={"COLUMNS": "200"}).invoke(app, words, catch_exceptions=False)
    assert "class_weights" in said.output
    results = json.loads((tmp_path / "imbalance.json").read_text())
    assert list(results) == ["as_is", "class_weights"]
    for method, row in results.items():
        assert row["films"] == 20
        assert set(row["sensitivity"]) == set(experiment.leaves)
        assert load(tmp_path / method / "experiment.toml").imbalance.sampling == "as_is"
    before = (tmp_path / "as_is" / "weights.pt").stat().st_mtime_ns
    assert imbalance.compare(experiment, tmp_path, ("as_is",)) == {"as_is": results["as_is"]}
    assert (tmp_path / "as_is" / "weights.pt").stat().st_mtime_ns == before


def test_an_unknown_method_is_refused(config: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="smote"):
        imbalance.compare(load(config), tmp_path, ("smote",))
