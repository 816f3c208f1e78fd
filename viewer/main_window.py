"""The main window: it assembles, and nothing else."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from viewer import assets, beside, places
from viewer.dialogs.problem import show_problem
from viewer.frame import Frame, application
from viewer.keymap import PROFILES, bindings
from viewer.language import NOT_FOR_DIAGNOSIS, tr
from viewer.settings import Settings

if TYPE_CHECKING:
    from viewer.canvas.grid import ViewportGrid
    from viewer.canvas.view import FilmView
    from viewer.display_setup import DisplaySetup
    from viewer.entries import Progress
    from viewer.exports import Exports
    from viewer.film_window import Films
    from viewer.findings.panel import FindingsPanel
    from viewer.outputs import Outputs
    from viewer.read_flow import ReadFlow
    from viewer.self_test import SelfTest
    from viewer.session import Session
    from viewer.state_saving import StateSaving
    from viewer.strip import ThumbnailStrip
    from viewer.watching import Watching
    from viewer.worklist.panel import WorklistPanel

_WELCOME_KEYS = ("tool.window", "go.next", "ai.overlay", "go.palette", "help.keys")
_NATIVE = QKeySequence.SequenceFormat.NativeText


class MainWindow(Frame):
    """Worklist left, film in the middle, findings right.

    It is shown as a frame; what stands in it is imported and built by `assemble`.
    """

    session: "Session"
    grid: "ViewportGrid"
    strip: "ThumbnailStrip"
    films: "Films"
    worklist: "WorklistPanel"
    findings: "FindingsPanel"
    exports: "Exports"
    outputs: "Outputs"
    read_flow: "ReadFlow"
    state_saving: "StateSaving"
    display: "DisplaySetup"
    self_test: "SelfTest"
    watching: "Watching"
    actions_by_id: dict[str, QAction]

    def assemble(self, make_session: "Callable[[], Session]") -> Iterator[None]:
        """Put everything in its place and connect it, a step at a time."""
        chosen, self._theme = self.preferences.current, self.preferences.current.theme
        self.session = make_session()
        self.preferences.follow(self.session)
        self.session.setParent(self)
        yield
        self._list(chosen)
        yield
        self._hang(chosen)
        yield
        self._find()
        yield
        self._act()
        yield
        self._dress()
        yield
        self._connect()
        self._prefer(chosen)
        self.update_actions()
        if chosen.films_apart:
            self.films.toggle()
        if problem := self.session.viewports.problem:
            self.statusBar().showMessage(problem)
        self._catch_up(self.actions_by_id)

    def _put(self, place: int, widget: QWidget) -> None:
        """Replace what holds a place in the frame."""
        before = self._splitter.replaceWidget(place, widget)
        widget.show()
        if before is not None:
            before.deleteLater()

    def _list(self, chosen: Settings) -> None:
        from viewer.worklist.panel import WorklistPanel

        self.worklist = WorklistPanel(self.session, self)
        self.worklist.restore(chosen.worklist)
        self._put(0, self.worklist)
        self.worklist.list.setFocus()

    def _hang(self, chosen: Settings) -> None:
        from viewer.canvas.corners import Annotations
        from viewer.canvas.grid import ViewportGrid
        from viewer.film_window import Films
        from viewer.strip import ThumbnailStrip

        self.grid = ViewportGrid(self.session, self)
        self.strip = ThumbnailStrip(self.session, self)
        self.strip.set_wanted(on=chosen.thumbnails)
        self.films = Films([self.grid, self.strip], self._centre, self.preferences)
        self.grid.set_annotations(Annotations(chosen.annotations))

    def _find(self) -> None:
        from viewer.findings.panel import FindingsPanel

        self.findings = FindingsPanel(self.session, self)
        self._put(2, self.findings)

    def _act(self) -> None:
        from viewer import qt_actions
        from viewer.exports import Exports
        from viewer.hold import Hold, HoldToPeek

        self.exports = Exports(self.session, self.preferences, self.grid, self)
        self.actions_by_id = qt_actions.build(self)
        overlay, flicker = (self.actions_by_id[name] for name in ("ai.overlay", "layout.flicker"))
        self._peek = HoldToPeek(self.session.overlay, overlay, application())
        self._flicker = Hold(flicker, lambda _s: self.grid.end_flicker(), application())

    @property
    def film(self) -> "FilmView":
        """The film that is lit."""
        return self.grid.view

    def _dress(self) -> None:
        from viewer import bars
        from viewer.display_setup import DisplaySetup
        from viewer.keys import KeepKeys, protect
        from viewer.outputs import Outputs
        from viewer.read_flow import ReadFlow
        from viewer.self_test import SelfTest
        from viewer.state_saving import StateSaving
        from viewer.watching import Watching

        self.state_saving = StateSaving(self.session, self.preferences, self.grid, self)
        self.display = DisplaySetup(self.preferences, self.grid, self)
        self.read_flow = ReadFlow(self.session, self.preferences, self.worklist, self)
        menus = bars.add_menus(self, self.actions_by_id, self.session)
        bars.add_toolbar(self, self.actions_by_id, menus["La&yout"])
        self.self_test = SelfTest(self.session, self.preferences, self)
        self.self_test.told.connect(self._show_self_test)
        self.outputs = Outputs(self.session, self.preferences, self)
        self.watching = Watching(self.session, self.preferences, self)
        self._keeper = KeepKeys(self)
        protect(self._keeper, self)

    def _connect(self) -> None:
        from viewer.keys import protect

        self.preferences.changed.connect(self._prefer)
        session = self.session
        session.progress_changed.connect(self._show_first)
        session.model_changed.connect(lambda _model: self._show_first(session.progress))
        for signal in (
            session.entries_changed,
            session.entries_added,
            session.entries_updated,
            session.selected,
            session.findings.changed,
            session.progress_changed,
            session.overlay.changed,
            session.lungs.changed,
            session.viewports.lit_changed,
            session.viewports.presentation_changed,
            session.viewports.tool_changed,
            session.viewports.held_changed,
            session.viewports.links_changed,
            session.softcopies.changed,
            session.correcting.changed,
        ):
            signal.connect(self.update_actions)
        for markup in session.markup_by_box.values():
            markup.changed.connect(self.update_actions)
        for moved in (session.selected, session.entries_added, session.entries_changed):
            moved.connect(self._show_position)
        session.viewports.held_changed.connect(self._read_ahead)
        session.viewports.arranged.connect(lambda _: protect(self._keeper, self.grid))
        self.findings.card_wanted.connect(self.show_card)
        self.grid.stepped.connect(self.worklist.step)
        self.grid.menu_wanted.connect(self._show_menu)
        self.grid.maximise_wanted.connect(self.toggle_panels)
        session.identity_changed.connect(self.update_actions)
        self.films.moved.connect(self._show_position)
        self.films.moved.connect(self.update_actions)

    def _show_first(self, progress: "Progress") -> None:
        """Show a film once one is scored: what happens to arrive first may be no chest film."""
        session, model = self.session, self.session.model
        empty = session.current is None and all(n is None for n in session.viewports.held)
        ready = progress.scored or not progress.running
        if empty and ready and (model.assessor is not None or model.problem):
            self.worklist.step(0)

    def _show_position(self, _value: object = None) -> None:
        from viewer.worklist.model import title

        self.grid.set_position(self.worklist.position())
        self._centre.setCurrentIndex(1 if self.session.entries else 0)
        entry = self.session.entry
        own = f"Hilum – {tr(NOT_FOR_DIAGNOSIS)}"
        self.setWindowTitle(own if entry is None else f"{title(entry)} – {own}")

    def _read_ahead(self, _held: object) -> None:
        self.session.viewports.read_ahead(self.worklist.neighbours())

    def _prefer(self, chosen: Settings) -> None:
        """Follow the settings: theme, keys and mouse."""
        from viewer import actions, qt_actions

        if chosen.theme != self._theme:
            self._theme = chosen.theme
            assets.apply_theme(application(), chosen.theme)
        keys = bindings(actions.default_keys(), chosen.key_profile, chosen.shortcuts)
        qt_actions.bind(self.actions_by_id, keys)
        native = {
            name: action.shortcut().toString(_NATIVE) for name, action in self.actions_by_id.items()
        }
        self.findings.heat.show_keys(native["ai.overlay"], native["ai.lungs"])
        named = self.actions_by_id
        self._welcome.show_keys(
            (native[name], qt_actions.words(named[name])) for name in _WELCOME_KEYS
        )
        self.grid.set_mouse(
            PROFILES[chosen.key_profile].mouse.chosen(
                middle=chosen.mouse_middle, right=chosen.mouse_right, wheel=chosen.mouse_wheel
            )
        )

    def update_actions(self, _value: object = None) -> None:
        """Enable what is allowed now; a window that is being dragged allows nothing new."""
        from viewer import qt_actions

        if not self.session.light_box.dragging:
            qt_actions.update(self, self.actions_by_id)

    # opening

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Take files, folders or archives in."""
        if self.assembled:
            self.session.open(paths)
        else:
            super().open_paths(paths)

    # what the actions run

    def escape(self) -> None:
        """Let go of the tool; where there is none, reset the view."""
        from viewer.canvas.tools import Tool

        box = self.session.light_box
        if self.grid.shown.cancel_tool():
            return
        if box.tool is not Tool.WINDOW:
            box.arm(Tool.WINDOW)
        elif self.films.front.isFullScreen():
            self.toggle_full_screen()
        else:
            self.reset_film()

    def reset_film(self) -> None:
        """Show the film as its file or its presentation state says."""
        self.session.light_box.reset()
        if self.grid.shown is self.film:
            self.film.reset_area()
        else:
            self.grid.shown.fit()

    def true_size(self) -> None:
        """Show the film as large as it was at the detector; measure the screen where nobody did."""
        from viewer.screens import pitch_of, true_zoom

        spacing = self.session.markup.state.spacing
        pitch = pitch_of(self.film.screen(), self.preferences.current.screens)
        if pitch is None:
            self.measure_screen()
        elif zoom := true_zoom(spacing, pitch):
            self.film.zoom_to(zoom)
            words = tr("True size, {provenance}", provenance=tr(spacing.provenance))
            self.statusBar().showMessage(words, 8000)

    def measure_screen(self) -> None:
        """Let the reader measure the screen that the window is on."""
        beside.measuring(self).measured.connect(self._measured)

    def _measured(self, screen: str, pitch_mm: float) -> None:
        chosen = self.preferences.current
        self._apply(replace(chosen, screens={**chosen.screens, screen: pitch_mm}))
        self.true_size()

    def toggle_overlay(self) -> None:
        """Show or hide the heat map; held, its key hides it for a moment."""
        self._peek.toggle()

    def step_sensitivity(self, points: int) -> None:
        """Move the sensitivity by percentage points."""
        self.session.set_sensitivity(self.session.setting.sensitivity + points / 100)

    def toggle_full_screen(self) -> None:
        """Cover the whole screen, and back."""
        from PySide6.QtCore import Qt

        front = self.films.front
        front.setWindowState(front.windowState() ^ Qt.WindowState.WindowFullScreen)

    def flicker(self) -> None:
        """Show the comparison in place of the lit film while the key is held."""
        if self.grid.begin_flicker():
            self._flicker.begin()
        else:
            self.statusBar().showMessage(
                tr("No other study of this patient to compare with."), 4000
            )

    def toggle_panels(self) -> None:
        """Give the film the whole window, and back."""
        if self.films.apart:
            self.toggle_full_screen()
            return
        shown = self.worklist.isVisible() or self.findings.isVisible()
        self.worklist.setVisible(not shown)
        self.findings.setVisible(not shown)

    def show_keys(self) -> None:
        """Open the sheet of keys."""
        beside.keys(self)

    def show_palette(self) -> None:
        """Open the command palette."""
        beside.palette(self)

    def show_tags(self) -> None:
        """Open the tag browser beside the window."""
        beside.tags(self)

    def show_preferences(self) -> None:
        """Open the preferences."""
        beside.preferences(self).applied.connect(self._apply)

    def _apply(self, chosen: Settings) -> None:
        self.statusBar().showMessage(self.preferences.apply(chosen))

    def show_help(self) -> None:
        """Open the help beside the window."""
        beside.helps(self)

    def show_card(self) -> None:
        """Open the model's card."""
        beside.card(self)

    def show_about(self) -> None:
        """Open the about window."""
        beside.about(self)

    def _show_self_test(self, words: str, failed: bool) -> None:
        self.statusBar().showMessage(words, 15000)
        if failed:
            show_problem(self, words)

    def quit(self) -> None:
        """Close."""
        self.close()

    def show_menu(self) -> None:
        """Open the film's menu in its middle."""
        self._show_menu(self.film.mapToGlobal(self.film.rect().center()))

    def _show_menu(self, place: QPoint) -> None:
        from viewer import bars

        bars.film_menu(self, self.actions_by_id, self.session).popup(place)

    # staying and leaving

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Keep the settings, stop everything that runs."""
        if not self.assembled:
            super().closeEvent(event)
            return
        apart = self.films.apart
        self.films.come_back()
        places.keep("main", self, self.preferences)
        self.preferences.remember(
            thumbnails=self.strip.wanted,
            films_apart=apart,
            worklist=self.worklist.kept(),
            splitter=bytes(self._splitter.saveState().toBase64().data()).decode(),
        )
        self.preferences.save()
        self.hide()  # what has begun in the lanes may take seconds to end
        self.session.close()
        event.accept()
