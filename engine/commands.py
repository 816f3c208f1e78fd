"""What the command line does beside triage: render, inspect, models, gpu, audit, phantom."""

import functools
import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from engine import runtime
from engine.console import (
    Out,
    Paths,
    StoreAt,
    ends_well,
    model_file,
    need_some,
    progress,
    say,
    short_name,
)
from engine.errors import HilumError, UnreadableImage
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
from engine.types import Radiograph, Voi, Window

models_app = typer.Typer(help="The models at hand.", no_args_is_help=True)
gpu_app = typer.Typer(help="The GPU pack: NVIDIA's libraries.", no_args_is_help=True)
audit_app = typer.Typer(help="The audit trail of a store.", no_args_is_help=True)


@ends_well
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
    need_some(paths)
    if len([way for way in (voi, window, state) if way]) > 1:
        raise typer.BadParameter("give one of --voi, --window and --state")
    names = OutputNames(out)
    shown = _window(window) if window else None
    task = functools.partial(render_png, frame=frame - 1, number=voi, window=shown, state=state)
    written = failed = 0
    with ReaderPool() as pool, progress("Render") as tell:
        for item, answer in pool.map(task, pool.intake(paths)):
            if isinstance(answer, HilumError):
                failed += 1
                say(f"{short_name(item.name)}: {answer}")
            else:
                path = names.path_for(item.relative)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(answer)
                written += 1
            tell(written + failed, None)
    say(f"{written} written, {failed} could not be read.")


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


@ends_well
def inspect(
    paths: Paths,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a file.")] = False,
) -> None:
    """Say what files hold and whether they can be shown."""
    need_some(paths)
    table = Table("file", "outcome", "kind", "size", "message")
    with ReaderPool() as pool:
        for item, answer in pool.map(inspect_file, pool.intake(paths)):
            record = _inspected(item, answer)
            if jsonl:
                typer.echo(json.dumps(record))
            else:
                size = f"{record.get('columns') or ''} x {record.get('rows') or ''}".strip(" x")
                said = " ".join((record["message"], *record["warnings"])).strip()
                name, kind = short_name(item.name), record.get("kind") or ""
                table.add_row(*map(Text, (name, record["outcome"], kind, size, said)))
    if not jsonl:
        Console().print(table)


def _inspected(item: Candidate | Refusal, answer: dict[str, Any] | HilumError) -> dict[str, Any]:
    if isinstance(answer, HilumError):
        answer = {"outcome": "error", "message": str(answer), "warnings": []}
    return {**answer, "path": item.name}


@models_app.command("list")
@ends_well
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
@ends_well
def show(model: Annotated[str | None, typer.Argument(help="The model's id.")] = None) -> None:
    """Print a model's card as JSON."""
    runtime.check()
    from engine.models import bundle

    card = bundle.read_bundle(model_file(model)).card
    typer.echo(json.dumps(json.loads(card.to_json()), indent=2))


@models_app.command()
@ends_well
def verify(model: Annotated[str | None, typer.Argument(help="The model's id.")] = None) -> None:
    """Check a model, or all and the lungs': hashes, card, graph, outputs for the golden films."""
    runtime.check()
    from engine.models import catalog, golden

    paths = [model_file(model)] if model else [entry.path for entry in catalog.models()]
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


@gpu_app.command()
@ends_well
def status() -> None:
    """Say what the network runs on, and why not on the GPU."""
    runtime.check()
    from engine.models import catalog, gpu, session

    names = gpu.installed(gpu.folder())
    typer.echo(f"GPU pack: {', '.join(names) or 'none'}")
    typer.echo(f"ONNX Runtime {session.version()}, {'of the pack' if session.PACK.used else 'own'}")
    opened = session.OnnxSession(catalog.find())
    typer.echo(f"Runs on: {opened.provider}")
    if opened.notice:
        typer.echo(opened.notice)
    if not names:
        say(f"To fetch the pack, where there is a network: {gpu.how_to_fetch()}")
        say("To install it: hilum gpu install FOLDER")


@gpu_app.command()
@ends_well
def install(
    sources: Annotated[list[Path], typer.Argument(help="Wheels, or their folder.")],
) -> None:
    """Install the pack from wheels that were downloaded; no network is used."""
    from engine.models import gpu

    need_some(sources)
    with progress("Unpack, MB") as tell:
        names = gpu.install(sources, gpu.folder(), tell)
    say(f"{len(names)} wheels installed. Start Hilum again; hilum gpu status says if it is used.")


@gpu_app.command()
@ends_well
def remove() -> None:
    """Delete the pack."""
    from engine.models import gpu

    say("The pack is deleted." if gpu.remove(gpu.folder()) else "There is no pack.")


@audit_app.callback()
def _audit() -> None:
    """Make a group of the one command that there is."""


@audit_app.command("verify")
@ends_well
def verify_audit(
    store: StoreAt = None,
    head: Annotated[str, typer.Option(help="A head's hash that was noted earlier.")] = "",
) -> None:
    """Check the audit trail: nothing changed, removed, put in or in another order."""
    from engine.triage.glance import standard_address
    from engine.triage.store import Store

    with Store(store or standard_address(), create=False) as kept:
        verdict = kept.verify(noted=head)
    typer.echo(f"{verdict.entries} entries, head {verdict.head or 'none'}")
    for problem in verdict.problems:
        typer.echo(problem)
    if verdict.problems:
        raise HilumError("The audit trail is not whole.")


@ends_well
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
    say(f"{len(written)} films of {studies} studies written.")
