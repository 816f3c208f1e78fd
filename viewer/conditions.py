"""When an action is possible."""

from typing import TYPE_CHECKING

from viewer.screens import true_zoom

if TYPE_CHECKING:
    from viewer.main_window import MainWindow


def always(_window: "MainWindow") -> bool:
    """Allow at any time."""
    return True


def with_film(window: "MainWindow") -> bool:
    """Allow where a film is on show."""
    return window.session.light_box.lit.film is not None


def with_sheet(window: "MainWindow") -> bool:
    """Allow where a film or a document is on show."""
    return with_film(window) or with_document(window)


def with_document(window: "MainWindow") -> bool:
    """Allow where a document is on show."""
    return window.session.light_box.lit.paper is not None


def with_several(window: "MainWindow") -> bool:
    """Allow where the layout has more than one viewport."""
    return window.session.viewports.protocol.count > 1


def with_empty(window: "MainWindow") -> bool:
    """Allow where a viewport is empty beside others that are not."""
    held = window.session.viewports.held
    return None in held and any(number is not None for number in held)


def with_frames(window: "MainWindow") -> bool:
    """Allow where the lit film has several frames."""
    return window.grid.cine.frames[1] > 1


def with_entries(window: "MainWindow") -> bool:
    """Allow where the worklist is not empty."""
    return bool(window.session.entries)


def with_entry(window: "MainWindow") -> bool:
    """Allow where a film is selected."""
    return window.session.entry is not None


def with_scores(window: "MainWindow") -> bool:
    """Allow where there is a list, and a model that it was given to."""
    return with_entries(window) and window.session.model.assessor is not None


def with_findings(window: "MainWindow") -> bool:
    """Allow where the selected film was scored."""
    return bool(window.session.findings.listed)


def with_maps(window: "MainWindow") -> bool:
    """Allow where there is something to lay over the film."""
    return window.session.overlay.available


def with_markup(window: "MainWindow") -> bool:
    """Allow where marks can be made on a film."""
    return window.session.markup.state.ready


def with_marks(window: "MainWindow") -> bool:
    """Allow where there is a mark."""
    return bool(window.session.markup.state.markup.marks)


def with_selection(window: "MainWindow") -> bool:
    """Allow where a mark is selected."""
    return bool(window.session.markup.state.selected)


def with_millimetres(window: "MainWindow") -> bool:
    """Allow where a film is on show whose millimetres are known."""
    state = window.session.markup.state
    return state.film is not None and true_zoom(state.spacing, 1.0) is not None
