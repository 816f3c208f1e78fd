"""The windows and LUTs of the film on show, by what its file calls them."""

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from engine.types import Voi, Window
from viewer.film import voi_name
from viewer.language import tr
from viewer.lightbox import LightBox
from viewer.session import Session
from viewer.state_menu import add_choice


def voi_menu(session: Session, parent: QWidget) -> QMenu:
    """Return a menu that lists, whenever it opens, what the file offers."""
    menu = QMenu(tr("Windows of the file"), parent)
    menu.aboutToShow.connect(partial(_fill, menu, session))
    _fill(menu, session)  # some systems do not open an empty menu
    return menu


def _fill(menu: QMenu, session: Session) -> None:
    menu.clear()
    box = session.light_box
    film = box.lit.film
    vois = () if film is None or not film.radiograph.is_grey else film.radiograph.vois
    if not vois:
        menu.addAction(tr("The file has none")).setEnabled(False)
    for number, voi in enumerate(vois, 1):
        add_choice(
            menu, _words(voi, number), box.presentation.voi is voi, partial(_use, box, number)
        )


def _words(voi: Voi, number: int) -> str:
    name = voi_name(voi, number)
    return f"{name}  C {voi.center:g} / W {voi.width:g}" if isinstance(voi, Window) else name


def _use(box: LightBox, number: int, _checked: bool = False) -> None:
    box.file_voi(number)
