"""What the store is told and asked, in order and in a worker thread."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.errors import UnusableStore
from engine.triage.reading import Read

if TYPE_CHECKING:
    from engine.triage.store import Store

Work = Callable[["Store"], Read | None]


@dataclass(slots=True, eq=False)
class Task:
    """Something that the store is to be told; ``done`` is set by whom told it."""

    work: Work
    study: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Exchange:
    """What came of telling and asking the store."""

    told: tuple[Read, ...] = ()
    news: tuple[Read, ...] = ()
    problem: str = ""


def exchange(
    open_store: "Callable[[], Store | None]",
    tasks: tuple[Task, ...],
    after: int,
    last: "Callable[[Store], None]" = lambda _store: None,
) -> Exchange:
    """Tell the store what there is to tell, in order, and ask what else has happened.

    ``last`` is done when all tasks are: it holds none of them up.
    """
    told: list[Read] = []
    try:
        store = open_store()
        for task in tasks:
            answer = task.work(store) if store is not None and not task.done else None
            task.done = True
            told += [] if answer is None else [answer]
        if store is not None:
            last(store)
        news = () if store is None else store.readings.latest(after=after)
    except UnusableStore as error:
        return Exchange(tuple(told), (), str(error))
    return Exchange(tuple(told), news)
