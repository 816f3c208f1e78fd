"""One table of everything that the reader can do."""

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from engine.images.marks import History
from viewer import patients, state_menu
from viewer.action import ActionSpec
from viewer.canvas.tools import Tool
from viewer.conditions import (
    always,
    with_document,
    with_empty,
    with_entries,
    with_entry,
    with_findings,
    with_frames,
    with_maps,
    with_marks,
    with_markup,
    with_millimetres,
    with_scores,
    with_selection,
    with_several,
    with_sheet,
)
from viewer.film import PRESETS
from viewer.keymap import Keys
from viewer.reading_actions import READING
from viewer.welcome import samples

if TYPE_CHECKING:
    from viewer.main_window import MainWindow


def _arm(tool: Tool, window: "MainWindow") -> None:
    window.session.light_box.arm(tool)


def _is_armed(tool: Tool, window: "MainWindow") -> bool:
    return window.session.light_box.tool is tool


def _invert(window: "MainWindow") -> None:
    if window.grid.paper is None:
        window.session.light_box.invert()
    else:
        window.grid.paper.invert()


def _is_inverted(window: "MainWindow") -> bool:
    paper = window.grid.paper
    return window.session.light_box.presentation.inverted if paper is None else paper.pages.inverted


def _turn_page(by: int, window: "MainWindow") -> None:
    if window.grid.paper is not None:
        window.grid.paper.step(by)


def _find_words(window: "MainWindow") -> None:
    if window.grid.paper is not None:
        window.grid.paper.ask_words()


def _history(window: "MainWindow") -> History:
    return window.session.markup.state.history or History()


def _is_pinned(window: "MainWindow") -> bool:
    entry = window.session.entry
    return entry is not None and entry.film.pinned


def _step_to_key_image(window: "MainWindow") -> None:
    worklist, wanted = window.worklist, np.zeros(len(window.session.films), np.bool_)
    wanted[worklist.order.key_images()] = True
    worklist.step_to(wanted)


def _tool(tool: Tool, text: str, *keys: str) -> ActionSpec:
    return ActionSpec(
        f"tool.{tool}",
        text,
        keys,
        "&Tools",
        partial(_arm, tool),
        always,
        partial(_is_armed, tool),
        tool.value,
    )


def _preset(name: str, key: str) -> ActionSpec:
    return ActionSpec(
        f"window.{name}",
        name.capitalize() + (" (enhanced)" if name == "lines" else ""),
        (key,),
        "&Window",
        lambda w: w.session.light_box.preset(name),
    )


def _has_voi(number: int, window: "MainWindow") -> bool:
    film = window.session.light_box.lit.film
    return film is not None and len(film.radiograph.vois) >= number


def _file_window(number: int) -> ActionSpec:
    return ActionSpec(
        f"window.file{number}",
        f"Window {number} of the file",
        (str(number),),
        "&Window",
        lambda w: w.session.light_box.file_voi(number),
        partial(_has_voi, number),
    )


def _grid(name: str, key: str) -> ActionSpec:
    return ActionSpec(
        f"layout.{name}",
        f"{name[0]}×{name[2]}",
        (key,) if key else (),
        "La&yout",
        lambda w: w.session.viewports.choose(name),
        always,
        lambda w: w.session.viewports.chosen == name,
    )


_GRID_KEYS = {
    "1x1": "Ctrl+1",
    "1x2": "Ctrl+2",
    "1x3": "Ctrl+3",
    "1x4": "",
    "2x1": "",
    "2x2": "Ctrl+4",
    "2x3": "Ctrl+6",
    "2x4": "Ctrl+8",
    "3x1": "",
    "3x2": "",
    "3x3": "Ctrl+9",
    "3x4": "",
}

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("file.open", "&Open files …", ("Ctrl+O",), "&File", lambda w: w.ask_files(), always,
               icon="open"),
    ActionSpec("file.folder", "Open &folder …", ("Ctrl+Shift+O",), "&File",
               lambda w: w.ask_folder(), always, icon="folder"),
    ActionSpec("file.watch", "&Watch a folder …", (), "&File", lambda w: w.watching.ask(), always),
    ActionSpec("file.unwatch", "Stop watc&hing", (), "&File", lambda w: w.watching.stop(),
               lambda w: w.session.folder_watch.state.folder is not None),
    ActionSpec("file.cancel", "&Cancel opening", ("Ctrl+.",), "&File",
               lambda w: w.session.cancel(), lambda w: w.session.progress.running),
    ActionSpec("file.pause", "Pa&use opening", ("Ctrl+Shift+.",), "&File",
               lambda w: w.session.opening.pause(on=not w.session.progress.paused),
               lambda w: w.session.progress.running, lambda w: w.session.progress.paused),
    ActionSpec("file.clear", "&Empty the worklist", ("Ctrl+Shift+W",), "&File",
               lambda w: w.session.clear(), with_entries),
    ActionSpec("file.export", "&Export …", ("Ctrl+E",), "&File", lambda w: w.exports.ask(),
               with_sheet),
    ActionSpec("file.list", "Export the &list …", ("Ctrl+Shift+E",), "&File",
               lambda w: w.outputs.ask_list(), with_scores),
    ActionSpec("file.summary", "&Shift summary …", (), "&File",
               lambda w: w.outputs.ask_summary(), with_scores),
    ActionSpec("file.reports", "Compare with &reports …", (), "&File",
               lambda w: w.outputs.ask_reports(), with_scores),
    ActionSpec("file.state", "&Save presentation state …", ("Ctrl+S",), "&File",
               lambda w: w.state_saving.ask(), lambda w: w.state_saving.possible),
    ActionSpec("file.copy", "Copy the pic&ture", ("Ctrl+Shift+C",), "&File",
               lambda w: w.exports.copy(), with_sheet),
    ActionSpec("file.print", "P&rint …", ("Ctrl+P",), "&File", lambda w: w.exports.ask_print(),
               with_sheet),
    ActionSpec("file.preferences", "&Preferences …", ("Ctrl+,",), "&File",
               lambda w: w.show_preferences(), always),
    ActionSpec("file.quit", "&Quit", ("Ctrl+Q",), "&File", lambda w: w.quit(), always),
    ActionSpec("edit.undo", "&Undo", ("Ctrl+Z",), "&Edit", lambda w: w.session.markup.undo(),
               lambda w: bool(_history(w).past)),
    ActionSpec("edit.redo", "&Redo", ("Ctrl+Y", "Ctrl+Shift+Z"), "&Edit",
               lambda w: w.session.markup.redo(), lambda w: bool(_history(w).future)),
    ActionSpec("edit.copy", "&Copy the measurement", ("Ctrl+C",), "&Edit",
               lambda w: w.session.markup.copy(), with_selection),
    ActionSpec("edit.paste", "&Paste the measurement", ("Ctrl+V",), "&Edit",
               lambda w: w.session.markup.paste(), lambda w: w.session.markup.can_paste),
    ActionSpec("edit.delete", "&Delete the measurement", ("Del",), "&Edit",
               lambda w: w.session.markup.delete_selected(), with_selection),
    ActionSpec("edit.next", "Select the &next measurement", ("S",), "&Edit",
               lambda w: w.session.markup.select_next(), with_marks),
    ActionSpec("edit.words", "&Text of the measurement …", ("Shift+N",), "&Edit",
               lambda w: w.film.hand.ask_words(), with_selection),
    ActionSpec("edit.uncalibrate", "&Forget the calibration", (), "&Edit",
               lambda w: w.session.markup.forget_calibration(),
               lambda w: w.session.markup.state.markup.calibration is not None),
    ActionSpec("edit.key", "&Key image", ("K",), "&Edit",
               lambda w: w.session.markup.toggle_key_image(), with_markup,
               lambda w: w.session.markup.state.markup.key_image, "key"),
    _tool(Tool.WINDOW, "Window / level", "W"),
    _tool(Tool.REGION_WINDOW, "Window of a region", "Shift+W"),
    _tool(Tool.PAN, "Pan", "T"),
    _tool(Tool.ZOOM, "Zoom", "Z"),
    _tool(Tool.MAGNIFIER, "Magnifier", "M"),
    _tool(Tool.ROTATE, "Rotate freely", "Shift+R"),
    _tool(Tool.DISTANCE, "Distance", "D"),
    _tool(Tool.ANGLE, "Angle", "A"),
    _tool(Tool.COBB, "Cobb angle", "Shift+A"),
    _tool(Tool.CARDIOTHORACIC, "Cardiothoracic ratio", "C"),
    ActionSpec("tool.thorax", "Cardiothoracic ratio, thorax proposed", ("Shift+C",), "&Tools",
               lambda w: w.session.markup.propose_thorax(), with_markup),
    _tool(Tool.RECTANGLE, "Rectangle", "B"),
    _tool(Tool.ELLIPSE, "Ellipse", "E"),
    _tool(Tool.POLYGON, "Polygon", "Shift+E"),
    _tool(Tool.PROFILE, "Line profile", "Shift+D"),
    _tool(Tool.PROBE, "Probe", "Shift+P"),
    _tool(Tool.ARROW, "Arrow", "J"),
    _tool(Tool.TEXT, "Text", "N"),
    _tool(Tool.CALIBRATE, "Calibrate by a known length", "Shift+L"),
    ActionSpec("tool.screen", "Measure this screen …", (), "&Tools",
               lambda w: w.measure_screen(), always),
    ActionSpec("tool.display", "Calibrate this display …", (), "&Tools",
               lambda w: w.display.ask(), always),
    ActionSpec("tool.pattern", "Test pattern of this display", (), "&Tools",
               lambda w: w.display.show_pattern(), always),
    ActionSpec("tool.escape", "Cancel tool, then reset the view", ("Esc",), "&Tools",
               lambda w: w.escape(), always),
    ActionSpec("film.invert", "Invert", ("I",), "F&ilm", _invert, with_sheet, _is_inverted,
               "invert"),
    ActionSpec("film.flip_h", "Flip horizontally", ("H",), "F&ilm",
               lambda w: w.session.light_box.flip_horizontally(), icon="flip_h"),
    ActionSpec("film.flip_v", "Flip vertically", ("V",), "F&ilm",
               lambda w: w.session.light_box.flip_vertically(), icon="flip_v"),
    ActionSpec("film.right", "Rotate clockwise", ("R",), "F&ilm",
               lambda w: w.session.light_box.turn(1), icon="rotate_cw"),
    ActionSpec("film.left", "Rotate counter-clockwise", ("L",), "F&ilm",
               lambda w: w.session.light_box.turn(-1), icon="rotate_ccw"),
    ActionSpec("film.state", "Next presentation state", ("Shift+S",), "F&ilm",
               lambda w: state_menu.step(w.session), lambda w: bool(w.session.states)),
    ActionSpec("film.stored", "As stored, without a presentation state", (), "F&ilm",
               lambda w: w.session.light_box.show_as_stored(),
               lambda w: w.session.light_box.state is not None),
    ActionSpec("film.fit", "Fit", ("=",), "F&ilm", lambda w: w.grid.shown.fit(), with_sheet,
               icon="fit"),
    ActionSpec("film.in", "Zoom in", ("+", "Ctrl++"), "F&ilm", lambda w: w.grid.shown.zoom_in(),
               with_sheet),
    ActionSpec("film.out", "Zoom out", ("-", "Ctrl+-"), "F&ilm", lambda w: w.grid.shown.zoom_out(),
               with_sheet),
    ActionSpec("film.one", "One to one", ("X",), "F&ilm", lambda w: w.grid.shown.one_to_one(),
               with_sheet, icon="one"),
    ActionSpec("film.true", "True size", ("Shift+X",), "F&ilm", lambda w: w.true_size(),
               with_millimetres),
    ActionSpec("film.words", "Annotations: all, minimal, none", ("Space",), "F&ilm",
               lambda w: w.grid.next_annotations()),
    ActionSpec("film.identity", "Hide identities", ("Ctrl+H",), "F&ilm",
               lambda w: w.session.hide_identity(hidden=not w.session.identity_hidden), always,
               lambda w: w.session.identity_hidden),
    ActionSpec("film.tags", "DICOM &attributes …", ("Ctrl+I",), "F&ilm",
               lambda w: w.show_tags(), with_entries),
    ActionSpec("film.reset", "Reset the view", (), "F&ilm", lambda w: w.reset_film()),
    ActionSpec("film.menu", "Menu of the film", ("Shift+F10",), "F&ilm", lambda w: w.show_menu()),
    ActionSpec("window.automatic", "Automatic", ("0",), "&Window",
               lambda w: w.session.light_box.automatic()),
    _file_window(1),
    _file_window(2),
    *(_preset(name, str(3 + place)) for place, name in enumerate(PRESETS)),
    ActionSpec("ai.overlay", "Heat map", ("G",), "&AI", lambda w: w.toggle_overlay(), with_maps,
               lambda w: w.session.overlay.state.on, "overlay"),
    ActionSpec("ai.lungs", "Lungs outline", ("O",), "&AI", lambda w: w.session.lungs.toggle(),
               checked_when=lambda w: w.session.lungs.state.on, icon="lungs"),
    ActionSpec("ai.less", "Less sensitive", ("[",), "&AI", lambda w: w.step_sensitivity(-1),
               always),
    ActionSpec("ai.more", "More sensitive", ("]",), "&AI", lambda w: w.step_sensitivity(1),
               always),
    ActionSpec("ai.previous", "Previous finding", (",",), "&AI",
               lambda w: w.session.findings.step(-1), with_findings),
    ActionSpec("ai.next", "Next finding", (".",), "&AI", lambda w: w.session.findings.step(1),
               with_findings),
    ActionSpec("ai.correct", "&Score the film as offered", ("Ctrl+R",), "&AI",
               lambda w: w.session.correcting.take(), lambda w: w.session.correcting.possible),
    ActionSpec("ai.policy", "&Order and lanes …", ("Ctrl+L",), "&AI",
               lambda w: w.outputs.ask_policy(), always),
    *READING,
    ActionSpec("go.pin", "&Pin the film to the top", ("Ctrl+T",), "&Go",
               lambda w: w.session.toggle_pin(), with_entry, _is_pinned),
    ActionSpec("go.next", "Next film", ("Down", "Right"), "&Go",
               lambda w: w.worklist.step(1), with_entries),
    ActionSpec("go.previous", "Previous film", ("Up", "Left"), "&Go",
               lambda w: w.worklist.step(-1), with_entries),
    ActionSpec("go.study", "Next study", ("PgDown",), "&Go",
               lambda w: w.worklist.step_past(patients.same_study, 1), with_entries),
    ActionSpec("go.study_back", "Previous study", ("PgUp",), "&Go",
               lambda w: w.worklist.step_past(patients.same_study, -1), with_entries),
    ActionSpec("go.patient", "Next patient", ("Ctrl+Down",), "&Go",
               lambda w: w.worklist.step_past(patients.match, 1), with_entries),
    ActionSpec("go.patient_back", "Previous patient", ("Ctrl+Up",), "&Go",
               lambda w: w.worklist.step_past(patients.match, -1), with_entries),
    ActionSpec("go.first", "First film", ("Home",), "&Go",
               lambda w: w.worklist.step(-len(w.session.entries)), with_entries),
    ActionSpec("go.last", "Last film", ("End",), "&Go",
               lambda w: w.worklist.step(len(w.session.entries)), with_entries),
    ActionSpec("go.palette", "&Command palette …", ("Ctrl+K",), "&Go",
               lambda w: w.show_palette(), always),
    ActionSpec("go.key", "Next key image", ("Shift+K",), "&Go",
               _step_to_key_image, with_entries),
    ActionSpec("go.page", "Next page of the document", ("Ctrl+PgDown",), "&Go",
               partial(_turn_page, 1), with_document),
    ActionSpec("go.page_back", "Previous page of the document", ("Ctrl+PgUp",), "&Go",
               partial(_turn_page, -1), with_document),
    ActionSpec("go.find", "&Find in the document …", ("Ctrl+F",), "&Go", _find_words,
               with_document),
    *(_grid(name, key) for name, key in _GRID_KEYS.items()),
    ActionSpec("layout.enlarge", "Enlarge the viewport, and back", ("Ctrl+Return",), "La&yout",
               lambda w: w.grid.toggle_enlarged(), with_several),
    ActionSpec("layout.next", "Next viewport", ("F6",), "La&yout",
               lambda w: w.session.viewports.step(1), with_several),
    ActionSpec("layout.previous", "Previous viewport", ("Shift+F6",), "La&yout",
               lambda w: w.session.viewports.step(-1), with_several),
    ActionSpec("layout.empty", "Next empty viewport", ("Ctrl+F6",), "La&yout",
               lambda w: w.session.viewports.light_empty(), with_empty),
    ActionSpec("layout.link_views", "Link pan and zoom", ("Y",), "La&yout",
               lambda w: w.session.viewports.link(views=not w.session.viewports.link_views),
               always, lambda w: w.session.viewports.link_views, "link"),
    ActionSpec("layout.link_windows", "Link window", ("Shift+Y",), "La&yout",
               lambda w: w.session.viewports.link(windows=not w.session.viewports.link_windows),
               always, lambda w: w.session.viewports.link_windows),
    ActionSpec("layout.flicker", "Compare with the prior (hold)", ("F",), "La&yout",
               lambda w: w.flicker()),
    ActionSpec("layout.play", "Play frames, and stop", ("P",), "La&yout",
               lambda w: w.grid.cine.toggle(), with_frames,
               lambda w: w.grid.cine.playing),
    ActionSpec("layout.strip", "Thumbnails of this patient", ("F7",), "La&yout",
               lambda w: w.strip.toggle(), always, lambda w: w.strip.wanted),
    ActionSpec("layout.apart", "Films in their own window", ("F8",), "La&yout",
               lambda w: w.films.toggle(), always, lambda w: w.films.apart),
    ActionSpec("view.full", "Full screen", ("F11",), "&Go", lambda w: w.toggle_full_screen(),
               always),
    ActionSpec("view.alone", "Film alone, and back", ("F10",), "&Go",
               lambda w: w.toggle_panels(), always),
    ActionSpec("help.pages", "&Help", ("Shift+F1",), "&Help", lambda w: w.show_help(), always),
    ActionSpec("help.keys", "&Keys and mouse", ("F1", "?"), "&Help", lambda w: w.show_keys(),
               always),
    ActionSpec("help.samples", "Open &samples", (), "&Help", lambda w: w.open_samples(),
               lambda _w: samples().is_dir()),
    ActionSpec("help.card", "&Model card", ("F2",), "&Help", lambda w: w.show_card(), always),
    ActionSpec("help.test", "&Self-test of the model", (), "&Help", lambda w: w.self_test.run(),
               always),
    ActionSpec("help.about", "&About Hilum", (), "&Help", lambda w: w.show_about(), always),
)  # fmt: skip


SHORT = {
    "file.open": "Files",
    "file.folder": "Folder",
    "tool.window": "Window",
    "tool.cardiothoracic": "CTR",
    "film.flip_h": "Flip ↔",
    "film.flip_v": "Flip ↕",
    "film.left": "Left",
    "film.right": "Right",
    "film.one": "1:1",
    "ai.lungs": "Lungs",
    "layout.link_views": "Link",
}


def default_keys() -> Keys:
    """Return every action's keys as the table gives them."""
    return {spec.id: spec.keys for spec in ACTIONS}
