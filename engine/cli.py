"""The ``hilum`` command without its window: triage, render, inspect, models, audit, phantom.

Exit codes: 0 everything was accounted for, 1 the work could not be done (an unusable model, a
folder that cannot be written to), 2 the command was not understood, 130 interrupted. Standard
output carries results only; what the reader should know besides goes to standard error.
"""

import functools
import importlib.metadata
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated, Any, ParamSpec

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from engine import runtime
from engine.errors import HilumError, UnreadableImage, UnusableStore
from engine.exchange.naming import OutputNames
from engine.exchange.pictures import png
from engine.images import windowing
from engine.images.framing import oriented
from engine.images.inspection import inspect as inspect_file
from engine.images.intake import Candidate, Refusal
from engine.images.isolation import ReaderPool
from engine.images.reading import read_radiograph
from engine.images.softcopy import presented
from engine.images.softcopy_reading import read_softcopy
from engine.models.card import NORMAL
from engine.types import Radiograph, Voi, Window

if TYPE_CHECKING:
    from engine.triage.pipeline import Row
    from engine.triage.store import Store

COMMANDS = ("triage", "render", "inspect", "models", "audit", "phantom")
"""First words of a command line that belong here and not to the window."""

INTERRUPTED = 130
_SHOWN_ROWS = 20
# Rows read ahead of one that takes long; with overlays each holds a picture of up to a megabyte.
_AHEAD = 256

_Given = ParamSpec("_Given")

app = typer.Typer(
    name="hilum",
    help="Triage chest radiographs. Without a command, the window opens. Not for diagnosis.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
models_app = typer.Typer(help="The models at hand.", no_args_is_help=True)
app.add_typer(models_app, name="models")
audit_app = typer.Typer(help="The audit trail of a store.", no_args_is_help=True)
app.add_typer(audit_app, name="audit")


class Provider(StrEnum):
    """What the network may run on."""

    AUTO = "auto"
    CUDA = "cuda"
    TENSORRT = "tensorrt"
    DIRECTML = "directml"
    CPU = "cpu"


Paths = Annotated[list[Path], typer.Argument(help="Files, folders, zips.", show_default=False)]
Out = Annotated[Path, typer.Option(help="The folder to write to.", show_default=False)]
StoreAt = Annotated[
    str | None,
    typer.Option("--store", metavar="FILE|URL", help="Where rows are kept.", show_default=False),
]


def run(argv: Sequence[str]) -> int:
    """Run one command line, without the program's name, and return its exit code."""
    try:
        app(args=list(argv), prog_name="hilum")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _ends_well(command: Callable[_Given, None]) -> Callable[_Given, None]:
    """Turn what may go wrong into a sentence and an exit code."""

    @functools.wraps(command)
    def guarded(*args: _Given.args, **kwargs: _Given.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except KeyboardInterrupt:
            _say("Interrupted; what was done is kept.")
            raise typer.Exit(INTERRUPTED) from None
        except HilumError as error:
            _say(str(error))
            raise typer.Exit(1) from None
        except OSError as error:
            what = [Path(error.filename).name] if error.filename else []
            _say(": ".join([*what, error.strerror or type(error).__name__]))
            raise typer.Exit(1) from None

    return guarded


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
@_ends_well
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
    _need_some(paths)
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
        _say(assessor.notice)
    lowest, highest = sensitivity_range(assessor.card)
    if not lowest <= sensitivity <= highest:
        _say(f"The model knows thresholds for sensitivities of {lowest:.0%} to {highest:.0%} only.")
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
        _progress("Triage") as tell,
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
        _say(f"{error} This run goes on without a store and cannot be resumed.")
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
        "name": _shown(row.name),
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


@app.command()
@_ends_well
def render(
    paths: Paths,
    out: Out,
    frame: Annotated[int, typer.Option(min=1, help="Frame, from 1.")] = 1,
    voi: Annotated[
        int | None, typer.Option(min=1, help="Window or VOI LUT of the file, from 1.")
    ] = None,
    window: Annotated[
        str | None, typer.Option(metavar="C,W", help="Centre and width in modality values.")
    ] = None,
    state: Annotated[
        Path | None, typer.Option(help="A presentation state that the films are shown by.")
    ] = None,
) -> None:
    """Write the display rendering of films as 8-bit PNG in their own size."""
    _need_some(paths)
    if len([way for way in (voi, window, state) if way]) > 1:
        raise typer.BadParameter("give one of --voi, --window and --state")
    names = OutputNames(out)
    shown = _window(window) if window else None
    task = functools.partial(render_png, frame=frame - 1, number=voi, window=shown, state=state)
    written = failed = 0
    with ReaderPool() as pool, _progress("Render") as tell:
        for item, answer in pool.map(task, pool.intake(paths)):
            if isinstance(answer, HilumError):
                failed += 1
                _say(f"{_shown(item.name)}: {answer}")
            else:
                path = names.path_for(item.relative)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(answer)
                written += 1
            tell(written + failed, None)
    _say(f"{written} written, {failed} could not be read.")


def render_png(
    path: Path,
    *,
    frame: int,
    number: int | None,
    window: Window | None,
    state: Path | None = None,
) -> bytes:
    """Read a film and return its rendering as PNG; runs in a worker."""
    film = read_radiograph(path, frame=frame)
    if state is not None:
        return _softcopy_png(film, state)
    return png(windowing.render(film, window or _stored_voi(film, number)))


def _softcopy_png(film: Radiograph, state: Path) -> bytes:
    softcopy = read_softcopy(state).for_film(film)
    if softcopy is None:
        raise UnreadableImage("The presentation state does not refer to this film.")
    shown = presented(film, softcopy)
    picture = windowing.render(shown, next(iter(shown.vois), None))
    turn, flip = softcopy.rotation_deg, softcopy.flipped_h
    return png(oriented(picture, rotation_deg=turn, flipped_h=flip))


def _stored_voi(film: Radiograph, number: int | None) -> Voi | None:
    if number is None:
        return None
    if number > len(film.vois):
        raise UnreadableImage(f"There is no window {number}: the file has {len(film.vois)}.")
    return film.vois[number - 1]


def _window(text: str) -> Window:
    try:
        center, width = (float(part) for part in text.split(","))
        return Window(center, width)
    except ValueError as error:
        raise typer.BadParameter("--window takes a centre and a width, as in 2048,4096") from error


@app.command()
@_ends_well
def inspect(
    paths: Paths,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a file.")] = False,
) -> None:
    """Say what files hold and whether they can be shown."""
    _need_some(paths)
    table = Table("file", "outcome", "kind", "size", "message")
    with ReaderPool() as pool:
        for item, answer in pool.map(inspect_file, pool.intake(paths)):
            record = _inspected(item, answer)
            if jsonl:
                typer.echo(json.dumps(record))
            else:
                size = f"{record.get('columns') or ''} x {record.get('rows') or ''}".strip(" x")
                said = " ".join((record["message"], *record["warnings"])).strip()
                cells = _shown(item.name), record["outcome"], record.get("kind") or "", size, said
                table.add_row(*map(Text, cells))
    if not jsonl:
        Console().print(table)


def _inspected(item: Candidate | Refusal, answer: dict[str, Any] | HilumError) -> dict[str, Any]:
    if isinstance(answer, HilumError):
        answer = {"outcome": "error", "message": str(answer), "warnings": []}
    return {**answer, "path": item.name}


@models_app.command("list")
@_ends_well
def list_models() -> None:
    """List the models at hand."""
    runtime.check()
    from engine.models import catalog

    table = Table("id", "version", "title", "sha256", "problem")
    for entry in catalog.models():
        version, title = (entry.card.version, entry.card.title) if entry.card else ("", "")
        table.add_row(entry.id, version, title, entry.sha256[:12], entry.problem)
    Console().print(table)


@models_app.command()
@_ends_well
def show(model: Annotated[str | None, typer.Argument(help="The model's id.")] = None) -> None:
    """Print a model's card as JSON."""
    runtime.check()
    from engine.models import bundle, catalog

    card = bundle.read_bundle(catalog.find(model)).card
    typer.echo(json.dumps(json.loads(card.to_json()), indent=2))


@models_app.command()
@_ends_well
def verify(model: Annotated[str | None, typer.Argument(help="The model's id.")] = None) -> None:
    """Check a model, or all and the lungs': hashes, card, graph, outputs for the golden films."""
    runtime.check()
    from engine.models import catalog, golden

    paths = [catalog.find(model)] if model else [entry.path for entry in catalog.models()]
    rows = [row for path in paths for row in golden.check(path)]
    rows += [] if model else golden.check_lungs()
    table = Table("id", "golden films", "form", "on", "difference", "allowed", "outcome")
    for row in rows:
        said = row.golden
        cells = ("",) * 5
        if said and said.films:
            numbers = f"{said.difference:.2g}", f"{said.tolerance:g}"
            cells = (str(said.films), said.form, said.provider, *numbers)
        elif said:
            cells = ("none: not tested", said.form, said.provider, "", "")
        table.add_row(Text(row.id), *cells, "problem" if row.problem else "good")
    Console().print(table)
    for row in rows:
        if row.problem:
            typer.echo(f"{row.id}: {row.problem}")
    bad = {row.id for row in rows if row.problem}
    if bad or not paths:
        raise HilumError(f"{len(bad)} of {len({row.id for row in rows})} models cannot be used.")


@audit_app.callback()
def _audit() -> None:
    """Make a group of the one command that there is."""


@audit_app.command("verify")
@_ends_well
def verify_audit(
    store: StoreAt = None,
    head: Annotated[str, typer.Option(help="A head's hash that was noted earlier.")] = "",
) -> None:
    """Check the audit trail: nothing changed, removed, put in or in another order."""
    from engine.triage.store import Store, standard_address

    with Store(store or standard_address(), create=False) as kept:
        verdict = kept.verify(noted=head)
    typer.echo(f"{verdict.entries} entries, head {verdict.head or 'none'}")
    for problem in verdict.problems:
        typer.echo(problem)
    if verdict.problems:
        raise HilumError("The audit trail is not whole.")


@app.command()
@_ends_well
def phantom(
    out: Out,
    studies: Annotated[int, typer.Option(min=1, help="How many.")] = 8,
    seed: Annotated[int, typer.Option(min=0, help="Another seed, other chests.")] = 0,
    size: Annotated[int, typer.Option(min=64, max=4096, help="Pixels a side.")] = 2048,
    truth: Annotated[
        bool, typer.Option("--truth", help="Write truth.json beside the films.")
    ] = False,
) -> None:
    """Write studies of the numerical chest phantom as DICOM."""
    from engine.images.phantom.studies import write_studies

    written = write_studies(out, studies, seed, size=size, truth=truth)
    _say(f"{len(written)} films of {studies} studies written.")


def _need_some(paths: list[Path]) -> None:
    """Refuse a command line none of whose paths exists; single missing ones get their row."""
    if not any(path.exists() or path.is_symlink() for path in paths):
        raise typer.BadParameter(f"there is no {' and no '.join(path.name for path in paths)}")


def _shown(name: str) -> str:
    """Return the last two parts of a name, without what a terminal would obey."""
    last = "/".join(PurePath(name.replace("!", "/")).parts[-2:])
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in last)


def _say(sentence: str) -> None:
    Console(stderr=True).print(Text(sentence), soft_wrap=True)


@contextmanager
def _progress(title: str) -> Iterator[Callable[[int, int | None], None]]:
    """Give a function of (done, total or None); it draws on a terminal only."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
