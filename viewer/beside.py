"""What opens beside the main window; each is imported when it is first opened."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from viewer.language import tr

if TYPE_CHECKING:
    from viewer.dialogs.measure_screen import MeasureScreen
    from viewer.dialogs.preferences import PreferencesDialog
    from viewer.main_window import MainWindow


def passing(dialog: QDialog) -> QDialog:
    """Let a dialog go when it is closed."""
    from PySide6.QtCore import Qt

    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def keys(window: "MainWindow") -> None:
    """Open the sheet of keys."""
    from viewer.dialogs.shortcuts import ShortcutSheet

    passing(ShortcutSheet(window.actions_by_id, window.film.mouse, window)).open()


def palette(window: "MainWindow") -> None:
    """Open the command palette."""
    from viewer.dialogs.palette import CommandPalette

    passing(CommandPalette(window.actions_by_id, window)).open()


def tags(window: "MainWindow") -> None:
    """Open the tag browser."""
    from viewer.dialogs.tags import TagBrowser

    passing(TagBrowser(window.session, window)).show()


def preferences(window: "MainWindow") -> "PreferencesDialog":
    """Open the preferences and return them."""
    from viewer import actions, qt_actions
    from viewer.dialogs.gpu_page import GpuPage
    from viewer.dialogs.preferences import PreferencesDialog

    names = {name: qt_actions.words(action) for name, action in window.actions_by_id.items()}
    dialog = PreferencesDialog(window.preferences.current, names, actions.default_keys(), window)
    session = window.session
    dialog.tabs.addTab(GpuPage(session.gpu_pack, session.model, dialog), tr("GPU"))
    passing(dialog).open()
    return dialog


def helps(window: "MainWindow") -> None:
    """Open the help."""
    from viewer.dialogs.help import HelpBrowser

    passing(HelpBrowser(window)).show()


def card(window: "MainWindow") -> None:
    """Open the model's card."""
    from viewer.dialogs.model_card import ModelCardDialog

    session = window.session
    passing(ModelCardDialog(session.model, session.report(), window)).open()


def measuring(window: "MainWindow") -> "MeasureScreen":
    """Open the measuring of the screen that the window is on."""
    from viewer.dialogs.measure_screen import MeasureScreen
    from viewer.screens import pitch_of

    screen = window.film.screen()
    dialog = MeasureScreen(screen, pitch_of(screen, window.preferences.current.screens), window)
    passing(dialog).open()
    return dialog


def about(window: "MainWindow") -> None:
    """Open the about window."""
    from viewer.dialogs.about import AboutDialog

    told = window.self_test.words
    passing(AboutDialog(window.session.model, window.display.account, told, window)).open()
