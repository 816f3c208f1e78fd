"""The stages of the pipeline on a Ray cluster, for archives that one machine would take weeks for.

Files are read by actors that take a processor each, assessed by actors that take a GPU each, or a
processor where there is none, and come back to this process, the only one that writes to the store.
Every node needs Hilum, and the films and the model under the same paths. A node that is lost costs
nothing: Ray has its films read again on another one. What no node could answer for has its row.
"""

import contextlib
import functools
import importlib
import itertools
import logging
import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import HilumError, UnusableModel
from engine.images.intake import Candidate
from engine.images.isolation import ReaderPool
from engine.models.assess import Assessor
from engine.triage.pipeline import BATCH, Keeping, Row, Status
from engine.triage.preparing import read_film
from engine.triage.requests import LISTED_AHEAD, Found
from engine.triage.stages import Ready, read_one, scored
from engine.triage.stamps import stamp_of

_MISSING = 'Triage on a cluster needs Ray. Type: pip install ".[archive]"'
_UNREACHED = "No Ray cluster answers at this address."
_LOST = "The nodes that were to read this file were lost; it is read again the next time."
_FAILED = "The Ray cluster failed. What was stored is kept: go on with --resume."
_OTHER_MODEL = "The model on a node is not the one that was asked for."

_BLOCK = 2 * BATCH
"""Films that are read anew where a node is lost with them."""


@dataclass(frozen=True, slots=True)
class Network:
    """What the nodes assess with: a model file, its hash, and what to run it on."""

    path: Path
    sha256: str
    provider: str


def triage(
    paths: Iterable[Path], assessor: Assessor, network: Network, address: str, keeping: Keeping
) -> Generator[Row, None, None]:
    """Read and score everything under the paths on a cluster; rows come as they are ready.

    Parameters
    ----------
    address : str
        Of the cluster, ``auto`` for the one that this machine belongs to, ``local`` for one that
        is started here and ends with the run.

    Raises
    ------
    HilumError
        Without Ray or its cluster, where the model is another one there, and where the store fails.
    """
    with _connected(address), ReaderPool(1) as pool:
        numbered = enumerate(pool.intake(paths))
        while found := list(itertools.islice(numbered, LISTED_AHEAD)):
            yield from _round(found, assessor, network, keeping)


def _round(
    found: list[tuple[int, Found]], assessor: Assessor, network: Network, keeping: Keeping
) -> Iterator[Row]:
    """Give the rows of so many files as memory holds the names of, each exactly once."""
    work: list[tuple[int, Candidate]] = []
    for index, item in found:
        row = _row_at_once(index, item, keeping)
        if row is not None:
            yield row
        elif isinstance(item, Candidate):
            work.append((index, item))
    expected = dict(work)
    for rows in _answers(work, assessor, network):
        new = [row for row in rows if expected.pop(row.index, None)]
        keeping.keep(new)
        yield from new
    lost = [Row(index, item, Status.UNREADABLE, _LOST) for index, item in expected.items()]
    keeping.keep(lost)
    yield from lost


def _row_at_once(index: int, item: Found, keeping: Keeping) -> Row | None:
    """Return the row of a file that needs no node: refused, or known."""
    if not isinstance(item, Candidate):
        row = Row(index, item, Status.UNREADABLE, item.reason)
        keeping.keep([row])
        return row
    stamp = stamp_of(item.path)
    known = keeping.known(item, stamp) if stamp else None
    # Rows are put in order again by who takes them: without their pictures many can wait.
    return replace(known, index=index, thumbnail=None) if known else None


# the cluster


@contextlib.contextmanager
def _connected(address: str) -> Iterator[None]:
    # Nothing leaves this machine but what the cluster needs.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    ray = _ray()
    dashboard = {"include_dashboard": False} if address == "local" else {}
    try:
        ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR, **dashboard)
    except (ConnectionError, OSError, RuntimeError, ValueError) as error:
        raise HilumError(_UNREACHED) from error
    try:
        yield
    finally:
        ray.shutdown()


def _ray(part: str = "ray") -> Any:  # noqa: ANN401 - types that are not there without the extra
    try:
        return importlib.import_module(part)
    except ImportError as error:
        raise HilumError(_MISSING) from error


def _answers(
    work: list[tuple[int, Candidate]], assessor: Assessor, network: Network
) -> Iterator[list[Row]]:
    """Give the rows of the cluster, block by block, in the order of the work."""
    if not work:
        return
    ray, data = _ray(), _ray("ray.data")
    context = data.DataContext.get_current()
    context.enable_progress_bars = False
    context.execution_options.preserve_order = True
    resources = ray.cluster_resources()
    gpus = 0 if network.provider == "cpu" else int(resources.get("GPU", 0))
    most = max(1, int(resources.get("CPU", 1)))
    blocks = -(-len(work) // _BLOCK)
    films = data.from_items([{"film": each} for each in work], override_num_blocks=blocks)
    rows = films.map_batches(
        _Read,
        fn_constructor_args=(assessor.card.preprocessing,),
        batch_size=BATCH,
        batch_format="numpy",
        compute=data.ActorPoolStrategy(min_size=1, max_size=most),
        num_cpus=1,
    ).map_batches(
        _Assess,
        fn_constructor_args=(network,),
        batch_size=BATCH,
        batch_format="numpy",
        compute=data.ActorPoolStrategy(min_size=1, max_size=gpus or most),
        num_gpus=1 if gpus else 0,
        num_cpus=0 if gpus else 1,
    )
    try:
        for batch in rows.iter_batches(batch_size=None, batch_format="numpy"):
            yield list(batch["film"])
    except ray.exceptions.RayError as error:
        raise HilumError(_sentence(error)) from error


def _sentence(error: BaseException) -> str:
    """Return our own words where the error of a node is one of ours."""
    cause = getattr(error, "cause", None)
    return str(cause) if isinstance(cause, HilumError) else _FAILED


def _column(values: Sequence[object]) -> dict[str, Any]:
    column = np.empty(len(values), object)
    column[:] = values
    return {"film": column}


class _Read:
    """Reads and prepares films on a node, decoders in a process of their own as ever."""

    def __init__(self, recipe: Any) -> None:  # noqa: ANN401 - a Preprocessing, from another process
        self._pool = ReaderPool(1)
        self._task = functools.partial(read_film, recipe=recipe, rendering_px=0)

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        read = [read_one(index, item, self._read) for index, item in batch["film"]]
        return _column(read)

    def _read(self, item: Candidate) -> Any:  # noqa: ANN401 - a ReadFilm
        return self._pool.run(self._task, item)


class _Assess:
    """Runs the network on a node."""

    def __init__(self, network: Network) -> None:
        self._assessor = Assessor.load(network.path, provider=network.provider, threads=1)
        if self._assessor.model_sha256 != network.sha256:
            raise UnusableModel(_OTHER_MODEL)

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        films = [each for each in batch["film"] if isinstance(each, Ready)]
        rows = {row.index: row for row in (scored(self._assessor, films) if films else ())}
        rows |= {row.index: row for row in batch["film"] if isinstance(row, Row)}
        return _column([_light(rows[index]) for index in sorted(rows)])


def _light(row: Row) -> Row:
    """Leave the maps behind: they would cost more on the way than all the rest."""
    if row.assessed is None:
        return row
    return replace(row, assessed=replace(row.assessed, activations=None))
