"""The ``hilum`` command without its window: triage, render, inspect, models, gpu, audit, phantom.

Exit codes: 0 everything was accounted for, 1 the work could not be done (an unusable model, a
folder that cannot be written to), 2 the command was not understood, 130 interrupted. Standard
output carries results only; what the reader should know besides goes to standard error.
"""

import heapq
import importlib.metadata
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from engine import runtime
from engine.commands import audit_app, gpu_app, inspect, models_app, phantom, render
from engine.console import (
    Out,
    StoreAt,
    ends_well,
    model_file,
    need_some,
    progress,
    say,
    short_name,
)
from engine.errors import UnusableStore
from engine.images.isolation import ReaderPool
from engine.models.card import NORMAL
from engine.models.lanes import Lane

if TYPE_CHECKING:
    from engine.models.assess import Assessor
    from engine.triage.pipeline import Keeping, Row
    from engine.triage.store import Store

_SHOWN_ROWS = 20
# Rows read ahead of one that takes long; with overlays each holds a picture of up to a megabyte.
_AHEAD = 256

app = typer.Typer(
    name="hilum",
    help="Triage chest radiographs. Not for diagnosis.\n\nWithout a command the window opens, on"
    " files and folders if any: hilum [PATH]... Before anything else, --portable keeps all that"
    " Hilum writes beside the program, now and from now on.",
    context_settings={"help_option_names": ["--help", "-h"]},
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Provider(StrEnum):
    """What the network may run on."""

    AUTO = "auto"
    CUDA = "cuda"
    TENSORRT = "tensorrt"
    DIRECTML = "directml"
    CPU = "cpu"


def run(argv: Sequence[str]) -> int:
    """Run one command line, without the program's name, and return its exit code."""
    try:
        app(args=list(argv), prog_name="hilum")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _version(wanted: bool) -> None:
    if wanted:
        try:
            number = importlib.metadata.version("hilum")
        except importlib.metadata.PackageNotFoundError:
            number = "(not installed)"
        typer.echo(f"hilum {number}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which.")
    ] = False,
) -> None:
    """Take the options that go before any command."""


@app.command()
@ends_well
def triage(  # noqa: PLR0913 - a command's options
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files, folders, zips.", show_default=False)
    ] = None,
    *,
    out: Out,
    watch: Annotated[
        list[Path] | None,
        typer.Option(help="Also take what arrives in this folder, until stopped."),
    ] = None,
    model: Annotated[str | None, typer.Option(help="The model's id.")] = None,
    sensitivity: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Label findings at this sensitivity.")
    ] = 0.95,
    overlays: Annotated[bool, typer.Option(help="Write a heat map of flagged films.")] = False,
    provider: Annotated[Provider, typer.Option(help="What to run on.")] = Provider.AUTO,
    store: StoreAt = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Take what is known and unchanged from the store.")
    ] = False,
    ray: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Work on this Ray cluster.", show_default=False),
    ] = None,
    low_risk: Annotated[
        float,
        typer.Option(
            metavar="SHARE", min=0.0, max=0.5, help="Of positive studies, in a low-risk lane."
        ),
    ] = 0.0,
) -> None:
    """Score films; write results.jsonl, results.csv and overlays; keep all rows in a store."""
    watched = watch or []
    # What lies in a folder that is watched is taken in anyway.
    given = [path for path in paths or [] if not _lies_in(path, watched)]
    if not given and not watched:
        raise typer.BadParameter("give files or folders, or a folder to --watch")
    if ray and (watched or overlays):
        raise typer.BadParameter("--ray goes with neither --watch nor --overlays")
    need_some([*given, *watched])
    _need_apart(watched, [out] if store is None or "://" in store else [out, Path(store)])
    runtime.check()
    # The command line works without ONNX Runtime as far as it can.
    from engine.exchange.results import OVERLAY_PX, Results, top_flagged
    from engine.models.assess import Assessor
    from engine.models.operating import labels, sensitivity_range
    from engine.triage import pipeline
    from engine.triage.devices import with_devices

    path = model_file(model)
    start = time.perf_counter()
    assessor = Assessor.load(path, provider=provider.value)
    if assessor.notice:
        say(assessor.notice)
    lowest, highest = sensitivity_range(assessor.card)
    if not lowest <= sensitivity <= highest:
        say(f"The model knows thresholds for sensitivities of {lowest:.0%} to {highest:.0%} only.")
    summary = _Summary()

    def needs_picture(row: "Row") -> bool:
        found = labels(assessor.card, row.assessed.assessment, sensitivity) if row.assessed else ()
        return overlays and top_flagged(found) is not None

    with (
        _store(store, must=resume or ray is not None or store is not None) as kept,
        Results(
            out,
            assessor.card,
            model_sha256=assessor.model_sha256,
            provider=assessor.provider,
            sensitivity=sensitivity,
            overlays=overlays,
            risk=low_risk,
        ) as results,
        progress("Triage") as tell,
        _parquet(out, results.columns if ray else []) as also,
    ):
        if low_risk:
            say(results.lanes)
        keeping = kept.keeping(assessor, resume=resume, unless=needs_picture) if kept else None
        picture_px = OVERLAY_PX if overlays else 0
        with (
            _on_cluster(ray, given, assessor, path, provider, keeping)
            if ray and keeping
            else _here(given, watched, assessor, keeping, picture_px, tell)
        ) as rows:
            ordered = pipeline.with_copies(pipeline.in_order(rows))
            for row in with_devices(ordered, assessor.card):
                record = results.write(row)
                also(results.cells(record))
                summary.add(record, row)
    summary.show(assessor.provider, time.perf_counter() - start)


def _end_when_asked_to() -> None:
    """End as by Ctrl+C where a service or a log-out ends the program: the table gets written."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def _lies_in(path: Path, folders: list[Path]) -> bool:
    return any(path.resolve().is_relative_to(folder.resolve()) for folder in folders)


def _need_apart(watched: list[Path], written: list[Path]) -> None:
    """Refuse to watch a folder that is written to: what is written would be taken in."""
    if any(_lies_in(path, watched) for path in written):
        raise typer.BadParameter("--out and --store must not lie in a folder that is watched")


@contextmanager
def _here(
    given: list[Path],
    watched: list[Path],
    assessor: "Assessor",
    keeping: "Keeping | None",
    picture_px: int,
    tell: Callable[[int, int | None], None],
) -> "Iterator[Iterator[Row]]":
    """Give the rows of what is there and of what arrives, made on this machine."""
    from engine.triage import pipeline

    _end_when_asked_to()
    with ReaderPool() as pool:
        asked = pipeline.Requests(given, ahead=_AHEAD, more=bool(watched))
        rows = pipeline.triage(
            asked,
            assessor,
            pool=pool,
            rendering_px=picture_px,
            progress=lambda now: tell(now.done, now.found if now.complete else None),
            keeping=keeping,
        )
        if not watched:
            yield rows
            return
        from engine.triage.watching import Watch

        with Watch(watched, asked, pool, tell=say) as watch:
            yield watch.following(rows)


@contextmanager
def _on_cluster(
    address: str,
    given: list[Path],
    assessor: "Assessor",
    model: Path,
    provider: Provider,
    keeping: "Keeping",
) -> "Iterator[Iterator[Row]]":
    """Give the rows that a Ray cluster makes."""
    from engine.triage import cluster

    network = cluster.Network(model, assessor.model_sha256, provider.value)
    with closing(cluster.triage(given, assessor, network, address, keeping)) as rows:
        yield rows


@contextmanager
def _parquet(out: Path, columns: list[str]) -> Iterator[Callable[[list[object]], None]]:
    """Give what writes a line of the table to results.parquet, too; without columns, nothing."""
    if not columns:
        yield lambda _cells: None
        return
    from engine.exchange.parquet import ParquetTable

    with ParquetTable(out, columns) as table:
        yield table.write


@contextmanager
def _store(address: str | None, *, must: bool) -> "Iterator[Store | None]":
    """Open a store; without the user's own the work goes on, since nobody asked for it."""
    from engine.triage.glance import standard_address
    from engine.triage.store import Store

    try:
        store = Store(address or standard_address())
    except UnusableStore as error:
        if must:
            raise
        say(f"{error} This run goes on without a store and cannot be resumed.")
        yield None
        return
    with store:
        yield store


class _Summary:
    """The most urgent rows of a run and how many there were of each status; no more is held."""

    def __init__(self) -> None:
        self._most_urgent: list[tuple[float, float, int, dict[str, Any]]] = []
        self._statuses: Counter[str] = Counter()
        self._lanes: Counter[str] = Counter()

    def add(self, record: dict[str, Any], row: "Row") -> None:
        self._statuses[record["status"]] += 1
        self._lanes[record["lane"]] += 1
        urgency = -1.0 if record["urgency"] is None else record["urgency"]
        found = (f["probability"] for f in record["findings"] if f["name"] != NORMAL)
        # Of equals the first ones stay: no two numbers are the same.
        entry = (urgency, max(found, default=0.0), -self._statuses.total(), _brief(record, row))
        if len(self._most_urgent) < _SHOWN_ROWS:
            heapq.heappush(self._most_urgent, entry)
        else:
            heapq.heappushpop(self._most_urgent, entry)

    def show(self, provider: str, seconds: float) -> None:
        console = Console()
        table = Table(title="Most urgent first. Not for diagnosis.", title_justify="left")
        for column in ("file", "status", "lane", "urgency", "flagged, or why not scored"):
            table.add_column(column)
        for urgency, _, _, record in sorted(self._most_urgent, reverse=True):
            table.add_row(
                Text(record["name"]),
                _words(record["status"]),
                _words(record["lane"]),
                "" if urgency < 0 else f"{urgency:.2f}",
                Text(record["says"]),
            )
        console.print(table)
        total = self._statuses.total()
        if total > _SHOWN_ROWS:
            console.print(f"... and {total - _SHOWN_ROWS} more in results.csv")
        statuses = _counted(self._statuses, ("scored", "not_scored", "unreadable"))
        lanes = _counted(self._lanes, [lane for lane in Lane if self._lanes[lane]])
        words = f"{total} files: {statuses}; {lanes or 'none'}; {seconds:.1f} s on {provider}"
        console.print(words, highlight=False)


def _brief(record: dict[str, Any], row: "Row") -> dict[str, str]:
    """Keep what the summary needs."""
    flagged = [
        f["name"] for f in record["findings"] if f["state"] == "flagged" and f["name"] != NORMAL
    ]
    return {
        "name": short_name(row.name),
        "status": record["status"],
        "lane": record["lane"],
        "says": ", ".join(flagged) or record["reason"] or "nothing flagged",
    }


def _counted(counts: "Counter[str]", names: Sequence[str]) -> str:
    return ", ".join(f"{counts[name]} {_words(name)}" for name in names)


def _words(status: str) -> str:
    return status.replace("_", " ")


app.command()(render)
app.command()(inspect)
app.add_typer(models_app, name="models")
app.add_typer(gpu_app, name="gpu")
app.add_typer(audit_app, name="audit")
app.command()(phantom)
