"""The main window: it assembles, and nothing else."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer import actions, assets, places, settings, wording
from viewer.canvas.grid import ViewportGrid
from viewer.canvas.tools import Tool
from viewer.canvas.view import FilmView
from viewer.dialogs.about import AboutDialog
from viewer.dialogs.model_card import ModelCardDialog
from viewer.dialogs.shortcuts import ShortcutSheet
from viewer.film_window import FilmWindow
from viewer.findings.panel import FindingsPanel
from viewer.hold import Hold, HoldToPeek
from viewer.keys import KeepKeys, protect
from viewer.layout_menu import add_protocols
from viewer.session import Progress, Session
from viewer.settings import Settings
from viewer.strip import ThumbnailStrip
from viewer.welcome import Welcome
from viewer.worklist.panel import WorklistPanel

_TITLE = f"Hilum – {wording.NOT_FOR_DIAGNOSIS.lower()}"
_TOOLBAR = (
    ("file.open", "file.folder"),
    ("tool.window", "tool.pan", "tool.zoom", "tool.magnifier"),
    ("tool.distance", "tool.angle", "tool.cardiothoracic", "tool.ellipse", "tool.arrow"),
    ("film.invert", "film.flip_h", "film.flip_v", "film.left", "film.right"),
    ("film.fit", "film.one"),
    ("ai.overlay", "ai.lungs"),
    ("layout.link_views",),
)
_CONTEXT = ("film.invert", "film.flip_h", "film.flip_v", "film.left", "film.right", "film.fit",
            "film.one", "ai.overlay", "ai.lungs")  # fmt: skip


class MainWindow(QMainWindow):
    """Worklist left, film in the middle, findings right."""

    session: Session
    grid: ViewportGrid
    strip: ThumbnailStrip
    worklist: WorklistPanel
    findings: FindingsPanel

    def __init__(self, session: Session, chosen: Settings, settings_path: Path) -> None:
        """Put everything in its place and connect it."""
        super().__init__()
        self.session = session
        self._settings, self._settings_path = chosen, settings_path
        self.setWindowTitle(_TITLE)
        self.setAcceptDrops(True)
        self.grid = ViewportGrid(session, self)
        self.strip = ThumbnailStrip(session, self)
        self.strip.set_wanted(on=chosen.thumbnails)
        self._films = QWidget(self)
        films = QVBoxLayout(self._films)
        films.setContentsMargins(0, 0, 0, 0)
        films.setSpacing(2)
        films.addWidget(self.grid, 1)
        films.addWidget(self.strip)
        self._film_window: FilmWindow | None = None
        self.worklist = WorklistPanel(session, self)
        self.findings = FindingsPanel(session, self)
        self._centre = QStackedWidget(self)
        self._centre.addWidget(Welcome(self.ask_files, self.ask_folder, self))
        self._centre.addWidget(self._films)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for widget in (self.worklist, self._centre, self.findings):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([300, 1000, 340])
        self.setCentralWidget(self._splitter)
        self.actions_by_id = actions.build(self, chosen.shortcuts)
        application = QApplication.instance()
        assert application is not None
        self._peek = HoldToPeek(session.overlay, self.actions_by_id["ai.overlay"], application)
        flicker = self.actions_by_id["layout.flicker"]
        self._flicker = Hold(flicker, lambda _s: self.grid.end_flicker(), application)
        self._dress()
        self._connect()
        self._restore()
        self.update_actions()

    @property
    def film(self) -> FilmView:
        """The film that is lit."""
        return self.grid.view

    def _dress(self) -> None:
        bar = QToolBar("Tools", self)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        for group in _TOOLBAR:
            for name in group:
                bar.addAction(self.actions_by_id[name])
                button = bar.widgetForAction(self.actions_by_id[name])
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.setAccessibleName(self.actions_by_id[name].text().replace("&", ""))
            bar.addSeparator()
        self.addToolBar(bar)
        menus: dict[str, QMenu] = {}
        for spec in actions.ACTIONS:
            if spec.menu not in menus:
                menus[spec.menu] = self.menuBar().addMenu(spec.menu)
            menus[spec.menu].addAction(self.actions_by_id[spec.id])
        layouts = menus["&Layout"]
        add_protocols(layouts, self.session.viewports)
        chooser = QToolButton(bar)
        chooser.setText("Layout")
        chooser.setIcon(assets.icon("layout"))
        chooser.setMenu(layouts)
        chooser.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        chooser.setToolButtonStyle(bar.toolButtonStyle())
        chooser.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chooser.setAccessibleName("Layout")
        bar.addWidget(chooser)
        warning = QLabel(wording.NOT_FOR_DIAGNOSIS, self)
        warning.setObjectName("amber")
        warning.setContentsMargins(0, 0, 10, 0)
        self.statusBar().addPermanentWidget(warning)
        self.statusBar().setSizeGripEnabled(False)
        self._keeper = KeepKeys(self)
        protect(self._keeper, self)

    def _connect(self) -> None:
        session = self.session
        session.progress_changed.connect(self._show_first)
        for signal in (
            session.entries_changed,
            session.entries_added,
            session.selected,
            session.progress_changed,
            session.overlay.changed,
            session.lungs.changed,
            session.viewports.lit_changed,
            session.viewports.presentation_changed,
            session.viewports.tool_changed,
            session.viewports.held_changed,
            session.viewports.links_changed,
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

    def _show_first(self, progress: Progress) -> None:
        """Show a film once one is scored: what happens to arrive first may be no chest film."""
        if self.session.current is None and (progress.scored or not progress.running):
            self.worklist.step(0)

    def _show_position(self, _value: object = None) -> None:
        self.grid.set_position(self.worklist.position())
        self._centre.setCurrentIndex(1 if self.session.entries else 0)

    def _read_ahead(self, _held: object) -> None:
        self.session.viewports.read_ahead(self.worklist.neighbours())

    def update_actions(self, _value: object = None) -> None:
        """Enable what is allowed now."""
        actions.update(self, self.actions_by_id)

    # opening

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Take files, folders or archives in."""
        self.session.open(paths)

    def ask_files(self) -> None:
        """Let the reader choose files."""
        names, _ = QFileDialog.getOpenFileNames(self, "Open films", self._settings.last_folder)
        self._opened([Path(name) for name in names])

    def ask_folder(self) -> None:
        """Let the reader choose a folder."""
        name = QFileDialog.getExistingDirectory(self, "Open folder", self._settings.last_folder)
        self._opened([Path(name)] if name else [])

    def _opened(self, paths: list[Path]) -> None:
        if paths:
            self._settings = replace(self._settings, last_folder=str(paths[0].parent))
            self.open_paths(paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Welcome files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Open what was dropped."""
        urls = event.mimeData().urls()
        self.open_paths([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

    # what the actions run

    def escape(self) -> None:
        """Let go of the tool; where there is none, reset the view."""
        box = self.session.light_box
        if self.film.cancel_tool():
            return
        if box.tool is not Tool.WINDOW:
            box.arm(Tool.WINDOW)
        elif self._front.isFullScreen():
            self.toggle_full_screen()
        else:
            box.reset()
            self.film.fit()

    def toggle_overlay(self) -> None:
        """Show or hide the heat map; held, its key hides it for a moment."""
        self._peek.toggle()

    def step_sensitivity(self, points: int) -> None:
        """Move the sensitivity by percentage points."""
        self.session.set_sensitivity(self.session.setting.sensitivity + points / 100)

    def toggle_full_screen(self) -> None:
        """Cover the whole screen, and back."""
        front = self._front
        front.setWindowState(front.windowState() ^ Qt.WindowState.WindowFullScreen)

    @property
    def _front(self) -> QWidget:
        """The window in which the reader works: this one, or that of the films."""
        films = self._film_window
        return films if films is not None and films.isActiveWindow() else self

    def flicker(self) -> None:
        """Show the comparison in place of the lit film while the key is held."""
        if self.grid.begin_flicker():
            self._flicker.begin()
        else:
            self.statusBar().showMessage("No other study of this patient to compare with.", 4000)

    def toggle_film_window(self) -> None:
        """Give the films a window of their own, on another screen where there is one; and back."""
        if self._film_window is not None:
            self._film_window.close()
            return
        self._film_window = FilmWindow(self._films, list(self.actions_by_id.values()), self)
        self._film_window.closed.connect(self._take_films_back)
        self._centre.hide()
        self._film_window.place(self._settings.places.get(places.key("films"), ""))

    def _take_films_back(self) -> None:
        self._keep_place("films", self._film_window)
        self._centre.addWidget(self._films)
        self._film_window = None
        self._centre.show()
        self._show_position()
        self.update_actions()

    @property
    def films_apart(self) -> bool:
        """Whether the films have a window of their own."""
        return self._film_window is not None

    def toggle_panels(self) -> None:
        """Give the film the whole window, and back."""
        if self.films_apart:
            self.toggle_full_screen()
            return
        shown = self.worklist.isVisible() or self.findings.isVisible()
        self.worklist.setVisible(not shown)
        self.findings.setVisible(not shown)

    def show_keys(self) -> None:
        """Open the sheet of keys."""
        ShortcutSheet(self.actions_by_id, self).open()

    def show_card(self) -> None:
        """Open the model's card."""
        ModelCardDialog(self.session.model, self.session.report(), self).open()

    def show_about(self) -> None:
        """Open the about window."""
        AboutDialog(self.session.model, self).open()

    def quit(self) -> None:
        """Close."""
        self.close()

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions([self.actions_by_id[name] for name in _CONTEXT])
        windows = menu.addMenu("Window")
        windows.addActions(
            [action for name, action in self.actions_by_id.items() if name.startswith("window.")]
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    # staying and leaving

    def _restore(self) -> None:
        self.resize(1640, 980)
        place = self._settings.places.get(places.key("main"), "")
        self.restoreGeometry(QByteArray.fromBase64(place.encode()))
        if self._settings.splitter:
            self._splitter.restoreState(QByteArray.fromBase64(self._settings.splitter.encode()))
        if self._settings.films_apart:
            self.toggle_film_window()
        self.statusBar().showMessage(self.session.viewports.problem)

    def _keep_place(self, name: str, window: QWidget | None) -> None:
        if window is not None:
            place = bytes(window.saveGeometry().toBase64().data()).decode()
            kept = {**self._settings.places, places.key(name): place}
            self._settings = replace(self._settings, places=kept)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Keep the settings, stop everything that runs."""
        session, viewports = self.session, self.session.viewports
        apart = self.films_apart
        if self._film_window is not None:
            self._film_window.close()
        self._keep_place("main", self)
        kept = replace(
            self._settings,
            sensitivity=session.setting.sensitivity,
            prevalence=session.setting.prevalence,
            overlay_opacity=session.overlay.state.opacity,
            overlay_colours=session.overlay.state.colours,
            layout=viewports.chosen,
            link_views=viewports.link_views,
            link_windows=viewports.link_windows,
            thumbnails=self.strip.wanted,
            films_apart=apart,
            splitter=bytes(self._splitter.saveState().toBase64().data()).decode(),
        )
        try:
            settings.save(kept, self._settings_path)
        except OSError as error:
            self.statusBar().showMessage(f"Settings were not kept: {error.strerror}")
        session.close()
        event.accept()
