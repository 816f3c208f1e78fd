"""The ``hilum`` command without its window: triage, render, inspect, models, gpu, audit, phantom.

Exit codes: 0 everything was accounted for, 1 the work could not be done (an unusable model, a
folder that cannot be written to), 2 the command was not understood, 130 interrupted. Standard
output carries results only; what the reader should know besides goes to standard error.
"""

import importlib.metadata
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from engine import runtime
from engine.commands import audit_app, gpu_app, inspect, models_app, phantom, render
from engine.console import Out, Paths, StoreAt, ends_well, need_some, progress, say, short_name
from engine.errors import HilumError, UnusableStore
from engine.models.card import NORMAL

if TYPE_CHECKING:
    from engine.triage.pipeline import Row
    from engine.triage.store import Store

COMMANDS = ("triage", "render", "inspect", "models", "gpu", "audit", "phantom")
"""First words of a command line that belong here and not to the window."""

_SHOWN_ROWS = 20
# Rows read ahead of one that takes long; with overlays each holds a picture of up to a megabyte.
_AHEAD = 256

app = typer.Typer(
    name="hilum",
    help="Triage chest radiographs. Without a command, the window opens. Not for diagnosis.",
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
def triage(
    paths: Paths,
    out: Out,
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
) -> None:
    """Score films; write results.jsonl, results.csv and overlays; keep all rows in a store."""
    need_some(paths)
    runtime.check()
    # The command line works without ONNX Runtime as far as it can.
    from engine.exchange.results import OVERLAY_PX, Results, top_flagged
    from engine.models import catalog
    from engine.models.assess import Assessor
    from engine.models.operating import labels, sensitivity_range
    from engine.triage import pipeline
    from engine.triage.devices import with_devices

    try:
        path = catalog.find(model)
    except HilumError as error:
        raise typer.BadParameter(str(error)) from error
    start = time.perf_counter()
    assessor = Assessor.load(path, provider=provider.value)
    if assessor.notice:
        say(assessor.notice)
    lowest, highest = sensitivity_range(assessor.card)
    if not lowest <= sensitivity <= highest:
        say(f"The model knows thresholds for sensitivities of {lowest:.0%} to {highest:.0%} only.")
    records: list[dict[str, Any]] = []

    def needs_picture(row: "Row") -> bool:
        found = labels(assessor.card, row.assessed.assessment, sensitivity) if row.assessed else ()
        return overlays and top_flagged(found) is not None

    with (
        _store(store, must=resume or store is not None) as kept,
        Results(
            out,
            assessor.card,
            model_sha256=assessor.model_sha256,
            provider=assessor.provider,
            sensitivity=sensitivity,
            overlays=overlays,
        ) as results,
        progress("Triage") as tell,
    ):
        rows = pipeline.triage(
            pipeline.Requests(paths, ahead=_AHEAD),
            assessor,
            rendering_px=OVERLAY_PX if overlays else 0,
            progress=lambda now: tell(now.done, now.found if now.complete else None),
            keeping=kept.keeping(assessor, resume=resume, unless=needs_picture) if kept else None,
        )
        ordered = pipeline.with_copies(pipeline.in_order(rows))
        for row in with_devices(ordered, assessor.card):
            records.append(_brief(results.write(row), row))
    _summarise(records, assessor.provider, time.perf_counter() - start)


@contextmanager
def _store(address: str | None, *, must: bool) -> "Iterator[Store | None]":
    """Open a store; without the user's own the work goes on, since nobody asked for it."""
    from engine.triage.store import Store, standard_address

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


def _brief(record: dict[str, Any], row: "Row") -> dict[str, Any]:
    """Keep what the summary needs."""
    flagged = [
        f["name"] for f in record["findings"] if f["state"] == "flagged" and f["name"] != NORMAL
    ]
    return {
        "name": short_name(row.name),
        "status": record["status"],
        "urgency": record["urgency"],
        "says": ", ".join(flagged) or record["reason"] or "nothing flagged",
    }


def _summarise(records: list[dict[str, Any]], provider: str, seconds: float) -> None:
    console = Console()
    table = Table(title="Most urgent first. Not for diagnosis.", title_justify="left")
    for column in ("file", "status", "urgency", "flagged, or why not scored"):
        table.add_column(column)
    records.sort(key=lambda r: -1.0 if r["urgency"] is None else r["urgency"], reverse=True)
    for record in records[:_SHOWN_ROWS]:
        urgency = "" if record["urgency"] is None else f"{record['urgency']:.2f}"
        table.add_row(Text(record["name"]), _words(record["status"]), urgency, Text(record["says"]))
    console.print(table)
    if len(records) > _SHOWN_ROWS:
        console.print(f"... and {len(records) - _SHOWN_ROWS} more in results.csv")
    counts = Counter(record["status"] for record in records)
    parts = [f"{counts[s]} {_words(s)}" for s in ("scored", "not_scored", "unreadable")]
    console.print(
        f"{len(records)} files: {', '.join(parts)}; {seconds:.1f} s on {provider}", highlight=False
    )


def _words(status: str) -> str:
    return status.replace("_", " ")


app.command()(render)
app.command()(inspect)
app.add_typer(models_app, name="models")
app.add_typer(gpu_app, name="gpu")
app.add_typer(audit_app, name="audit")
app.command()(phantom)
