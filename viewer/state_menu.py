"""The presentation states of the film on show, and the graphic layers of the one that is chosen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from engine.images.softcopy import SoftcopyState
from viewer.language import tr
from viewer.lightbox import LightBox
from viewer.session import Session
from viewer.softcopies import state_name


def state_menu(session: Session, parent: QWidget) -> QMenu:
    """Return a menu that lists, whenever it opens, what there is for the film on show."""
    menu = QMenu(tr("Presentation state"), parent)
    menu.aboutToShow.connect(partial(fill, menu, session))
    fill(menu, session)  # some systems do not open an empty menu
    return menu


def step(session: Session) -> None:
    """Take the film's next presentation state; after the last one show it as stored."""
    film, states = session.light_box.lit.film, session.states
    if film is None:
        return
    shown = next((at for at, state in enumerate(states) if state is film.state), -1)
    if shown + 1 < len(states):
        session.light_box.apply(states[shown + 1])
    else:
        session.light_box.show_as_stored()


def fill(menu: QMenu, session: Session) -> None:
    """List "as stored", the states, and the layers of the one that is applied."""
    menu.clear()
    box, states = session.light_box, session.states
    film = box.lit.film
    if film is None or (not states and film.state is None):
        menu.addAction(tr("None was opened for this film")).setEnabled(False)
        return
    add_choice(menu, tr("As stored"), film.state is None, partial(_apply, box, None))
    for state in states:
        words = state_name(state, discreet=session.identity_hidden)
        add_choice(menu, words, film.state is state, partial(_apply, box, state))
    layers = dict.fromkeys(note.layer for note in film.softcopy.annotations)
    if layers:
        menu.addSection(tr("Graphic layers"))
    for layer in layers:
        shown = layer not in box.presentation.hidden_layers
        name = layer or tr("without a name")
        add_choice(menu, name, shown, partial(_show_layer, box, layer, not shown))


def _apply(box: LightBox, state: SoftcopyState | None, _checked: bool = False) -> None:
    if state is None:
        box.show_as_stored()
    else:
        box.apply(state)


def _show_layer(box: LightBox, layer: str, shown: bool, _checked: bool = False) -> None:
    box.show_layer(layer, shown=shown)


def add_choice(menu: QMenu, words: str, checked: bool, run: Callable[[bool], None]) -> None:
    """Add what can be chosen to a menu, ticked where it is."""
    action = QAction(words.replace("&", "&&"), menu)
    action.setCheckable(True)
    action.setChecked(checked)
    action.triggered.connect(run)
    menu.addAction(action)
