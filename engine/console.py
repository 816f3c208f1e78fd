"""How the commands speak: sentences on standard error, progress, and exit codes."""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Annotated, ParamSpec

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from engine.errors import HilumError

INTERRUPTED = 130

_Given = ParamSpec("_Given")

Paths = Annotated[list[Path], typer.Argument(help="Files, folders, zips.", show_default=False)]
Out = Annotated[Path, typer.Option(help="The folder to write to.", show_default=False)]
StoreAt = Annotated[
    str | None,
    typer.Option("--store", metavar="FILE|URL", help="Where rows are kept.", show_default=False),
]


def ends_well(command: Callable[_Given, None]) -> Callable[_Given, None]:
    """Turn what may go wrong into a sentence and an exit code."""

    @functools.wraps(command)
    def guarded(*args: _Given.args, **kwargs: _Given.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except KeyboardInterrupt:
            say("Interrupted; what was done is kept.")
            raise typer.Exit(INTERRUPTED) from None
        except HilumError as error:
            say(str(error))
            raise typer.Exit(1) from None
        except OSError as error:
            what = [Path(error.filename).name] if error.filename else []
            say(": ".join([*what, error.strerror or type(error).__name__]))
            raise typer.Exit(1) from None

    return guarded


def need_some(paths: list[Path]) -> None:
    """Refuse a command line none of whose paths exists; single missing ones get their row."""
    if not any(path.exists() or path.is_symlink() for path in paths):
        raise typer.BadParameter(f"there is no {' and no '.join(path.name for path in paths)}")


def model_file(model: str | None) -> Path:
    """Return an installed model's file; a name that no model has is a usage error."""
    from engine.models import catalog

    try:
        return catalog.find(model)
    except HilumError as error:
        raise typer.BadParameter(str(error)) from error


def short_name(name: str) -> str:
    """Return the last two parts of a name, without what a terminal would obey."""
    last = "/".join(PurePath(name.replace("!", "/")).parts[-2:])
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in last)


def say(sentence: str) -> None:
    """Print a sentence on standard error."""
    Console(stderr=True).print(Text(sentence), soft_wrap=True)


@contextmanager
def progress(title: str) -> Iterator[Callable[[int, int | None], None]]:
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
