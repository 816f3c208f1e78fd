"""Tuning: Optuna over named keys of an experiment, kept in one SQLite file that goes on.

A search space is a TOML file of dotted keys::

    ["fitting.rate"]
    low = 1e-4
    high = 3e-3
    log = true

    ["fitting.optimiser"]
    choices = ["adamw", "sgd"]

A key that holds a whole number in the experiment is searched over whole numbers.
"""

import logging
import sqlite3
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

import numpy as np
import optuna
from optuna.distributions import (
    BaseDistribution,
    CategoricalDistribution,
    FloatDistribution,
    IntDistribution,
    distribution_to_json,
)
from optuna.trial import FrozenTrial, TrialState
from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from training.config import ConfigError, Experiment, dump
from training.scoring import score, summary
from training.selection import select
from training.study import by_source, measure_left_out, run
from training.writing import write_text

log = logging.getLogger(__name__)

Space = dict[str, BaseDistribution]
Objective = Literal["balanced_accuracy", "macro_auc", "left_out"]
Report = Callable[[int, float], None]


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from ``low`` to ``high``, both included; with ``log`` spread evenly in ratio."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
    low: int | float
    high: int | float
    log: bool = False

    def distribution(self, own: object) -> BaseDistribution:
        """Return whole numbers where ``own``, the experiment's value, is one."""
        whole = isinstance(own, int) or (own is None and isinstance(self.low, int))
        if whole:
            return IntDistribution(int(self.low), int(self.high), log=self.log)
        return FloatDistribution(float(self.low), float(self.high), log=self.log)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words, numbers or booleans."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
    choices: Annotated[tuple[bool | int | float | str, ...], Field(min_length=1)]

    def distribution(self, own: object) -> BaseDistribution:  # noqa: ARG002
        """Return the choices as they are."""
        return CategoricalDistribution(self.choices)


def read_space(path: Path, experiment: Experiment) -> Space:
    """Read a search space; its corners are tried on the experiment.

    Raises
    ------
    ConfigError
        Where a key is unknown, or a value is impossible for it.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        named = TypeAdapter(dict[str, Range | Choice]).validate_python(values)
        space = {key: of.distribution(_value(experiment, key)) for key, of in named.items()}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path.name} cannot be read as TOML: {error}") from error
    except ValidationError as error:
        key = str(error.errors()[0]["loc"][0])
        raise ConfigError(f"{path.name}: {key}: give low and high, or choices") from error
    except ValueError as error:
        raise ConfigError(f"{path.name}: {error}") from error
    if not space:
        raise ConfigError(f"{path.name} names no key to search over")
    for key, of in space.items():
        for corner in _corners(of):
            with_values(experiment, {key: corner})
    return space


def _corners(of: BaseDistribution) -> tuple[Any, ...]:
    if isinstance(of, CategoricalDistribution):
        return of.choices
    return (of.low, of.high) if isinstance(of, IntDistribution | FloatDistribution) else ()


def _value(experiment: Experiment, key: str) -> object:
    found: object = experiment
    for part in key.split("."):
        found = getattr(found, part, None)
    return found


def with_values(experiment: Experiment, values: Mapping[str, object]) -> Experiment:
    """Return the experiment with other values under dotted keys such as ``fitting.rate``.

    Raises
    ------
    ConfigError
        Where a key is unknown, or its value impossible.
    """
    table = tomllib.loads(dump(experiment))
    for key, value in values.items():
        *sections, name = key.split(".")
        inner = table
        for section in sections:
            inner = inner.setdefault(section, {})
        inner[name] = value
    try:
        return TypeAdapter(Experiment).validate_python(table)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ConfigError(f"{where or ', '.join(values)}: {first['msg']}") from error


def tune(
    experiment: Experiment,
    space: Space,
    out: Path,
    *,
    trials: int,
    minutes: float | None = None,
    objective: Objective = "balanced_accuracy",
    sources: Sequence[str] = (),
) -> tuple[FrozenTrial, ...]:
    """Search until ``trials`` trials have ended; the same call goes on where one was killed.

    The experiment's own values are the first trial. A trial that was killed is marked failed, and
    the next one goes on from its checkpoint. Trials below the median of the earlier ones at the
    same epoch (with ``left_out``, after the same place) are pruned. ``out``/best.toml always
    holds the best experiment so far.

    Parameters
    ----------
    minutes : float, optional
        No trial starts after so many minutes.
    objective : str
        A metric on val, or ``left_out``: the mean, over places trained without, of the AUC of
        their normals against the other places' abnormal films.
    sources : sequence of str
        The places that ``left_out`` leaves out; by default all that have normal films.

    Raises
    ------
    ConfigError
        Where ``out`` holds another search, another process works in it, or no trial came to its
        end.
    Cancelled
        After SIGTERM.
    """
    out.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + minutes * 60 if minutes else float("inf")
    if objective == "left_out":
        sources = sources or _places_with_normals(experiment)
    with _alone(out), _opened(out / "study.db", experiment) as study:
        _claim(study, experiment, space, [objective, *sources])
        _take_up(study, experiment, space)
        while len(ended(study.trials)) < trials and time.monotonic() < until:
            trial = study.ask(space)
            log.info("trial %d: %s", trial.number, trial.params)
            _carry_out(study, trial, partial(_value_of, experiment, objective, sources, out))
            if best := best_of(study.trials):
                write_text(out / "best.toml", dump(with_values(experiment, best.params)))
        return tuple(study.trials)


def ended(trials: Sequence[FrozenTrial]) -> tuple[FrozenTrial, ...]:
    """Return the trials that came to an end of their own: completed, pruned, or impossible."""
    done = (TrialState.COMPLETE, TrialState.PRUNED)
    return tuple(t for t in trials if t.state in done or "problem" in t.user_attrs)


def best_of(trials: Sequence[FrozenTrial]) -> FrozenTrial | None:
    """Return the completed trial of the highest value."""
    done = [t for t in trials if t.state == TrialState.COMPLETE]
    return max(done, key=lambda t: t.value or 0.0, default=None)


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Hold the folder: another process would take this one's running trial for a killed one."""
    with closing(sqlite3.connect(out / "lock.db", timeout=0)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise ConfigError(f"another process tunes in {out}: wait for it") from error
        yield


@contextmanager
def _opened(path: Path, experiment: Experiment) -> Iterator[optuna.Study]:
    optuna.logging.disable_default_handler()
    storage = optuna.storages.RDBStorage(f"sqlite:///{path.resolve().as_posix()}")
    study = optuna.create_study(
        storage=storage,
        study_name="tuning",
        direction="maximize",
        # Step 0, the first epoch, says too little; a whole first place (step 1) says enough.
        pruner=optuna.pruners.MedianPruner(n_startup_trials=4, n_warmup_steps=1),
        load_if_exists=True,
    )
    # A seed alone would draw the first trials' values again on each resume.
    study.sampler = optuna.samplers.TPESampler(seed=experiment.fitting.seed + len(study.trials))
    try:
        yield study
    finally:
        storage.remove_session()
        storage.engine.dispose()


def _claim(study: optuna.Study, experiment: Experiment, space: Space, words: Sequence[str]) -> None:
    """Write what is searched into a new study; refuse another search's."""
    asked = {
        "experiment": experiment.sha256,
        "space": {key: distribution_to_json(of) for key, of in sorted(space.items())},
        "objective": list(words),
    }
    if study.user_attrs and study.user_attrs != asked:
        raise ConfigError("the folder holds another search: remove it, or give another --out")
    for name, value in asked.items():
        study.set_user_attr(name, value)


def _take_up(study: optuna.Study, experiment: Experiment, space: Space) -> None:
    """Queue the experiment's own values in a new study, and what was killed in an old one."""
    if not study.trials:
        study.enqueue_trial(_own_values(experiment, space))
    for trial in study.get_trials(states=(TrialState.RUNNING,)):
        study.tell(trial.number, state=TrialState.FAIL)
    taken_up = {t.user_attrs.get("continues") for t in study.trials}
    for trial in study.get_trials(states=(TrialState.FAIL,)):
        if "problem" not in trial.user_attrs and trial.number not in taken_up:
            study.enqueue_trial(trial.params, user_attrs={"continues": trial.number})


def _own_values(experiment: Experiment, space: Space) -> dict[str, object]:
    own = {key: _value(experiment, key) for key in space}
    return {key: value for key, value in own.items() if _holds(space[key], value)}


def _holds(of: BaseDistribution, value: object) -> bool:
    if isinstance(of, IntDistribution | FloatDistribution):
        return isinstance(value, int | float) and of.low <= value <= of.high
    return value in _corners(of)


def _carry_out(
    study: optuna.Study,
    trial: optuna.Trial,
    value_of: Callable[[Mapping[str, object], str, Report], float],
) -> None:
    """Run a trial and tell how it ended; a killed one's epochs stay reported."""
    trials, first, reported = study.trials, trial.number, dict[int, float]()
    while (before := trials[first].user_attrs.get("continues")) is not None:
        first = before
        reported |= trials[first].intermediate_values
    for step, value in reported.items():
        trial.report(value, step)

    def report(step: int, value: float) -> None:
        if step not in reported:
            trial.report(value, step)
        if trial.should_prune():
            raise optuna.TrialPruned

    try:
        value = value_of(trial.params, f"trial-{first:03d}", report)
    except optuna.TrialPruned:
        log.info("trial %d is pruned", trial.number)
        study.tell(trial, state=TrialState.PRUNED)
    except ConfigError as error:
        log.warning("trial %d cannot be done: %s", trial.number, error)
        trial.set_user_attr("problem", str(error))
        study.tell(trial, state=TrialState.FAIL)
    else:
        study.tell(trial, value)


def _value_of(
    base: Experiment,
    objective: Objective,
    sources: Sequence[str],
    out: Path,
    values: Mapping[str, object],
    folder: str,
    report: Report,
) -> float:
    experiment = with_values(base, values)
    if objective == "left_out":
        return _left_out(by_source(experiment, sources), out / folder, report)

    def after_epoch(row: Mapping[str, float]) -> None:
        report(int(row["epoch"]) - 1, row[objective])

    try:
        weights = run(experiment, out / folder, after_epoch=after_epoch)
    except optuna.TrialPruned:
        (out / folder / "checkpoint.pt").unlink(missing_ok=True)
        raise
    found: float = summary(score(experiment, weights, "val"))[objective]["value"]
    (out / folder / "checkpoint.pt").unlink(missing_ok=True)
    return found


def _left_out(folds: Mapping[str, Experiment], folder: Path, report: Report) -> float:
    areas: list[float] = []
    for step, (place, experiment) in enumerate(folds.items(), start=1):
        found = measure_left_out(experiment, run(experiment, folder / place))
        area = found["normal_against_other_places_abnormal"]
        if not area:
            raise ConfigError(f"{place} has no normal films to compare: leave it out of --sources")
        areas.append(area["value"])
        (folder / place / "checkpoint.pt").unlink(missing_ok=True)
        report(step, float(np.mean(areas)))
    return float(np.mean(areas))


def _places_with_normals(experiment: Experiment) -> tuple[str, ...]:
    normal = "normal" if "normal" in experiment.leaves else experiment.leaves[0]
    return tuple(sorted({s.source for s in select(experiment, "train") if s.finding == normal}))
