"""An action of the one table in `viewer.actions`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.conditions import with_film

if TYPE_CHECKING:
    from viewer.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """What an action is called, its keys, when it is allowed, what it does.

    ``checked_when`` is set for actions that show a state; ``menu`` is the menu it stands in.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    menu: str
    run: Callable[["MainWindow"], None]
    enabled_when: Callable[["MainWindow"], bool] = with_film
    checked_when: Callable[["MainWindow"], bool] | None = None
    icon: str = ""
