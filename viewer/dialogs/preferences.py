"""The preferences, made of the settings' own table."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from viewer.dialogs.key_table import KeyTable
from viewer.keymap import Keys
from viewer.language import tr
from viewer.settings import PREFERENCES, Preference, Settings

KEYS_GROUP = "Keys and mouse"
Control = QCheckBox | QComboBox | QDoubleSpinBox | QLineEdit | QSpinBox
Value = bool | str | int | float


def control(preference: Preference, value: Value, parent: QWidget) -> Control:
    """Return the control of a preference: its kind follows from the table."""
    made: Control
    if preference.choices:
        made = QComboBox(parent)
        for choice, words in preference.choices.items():
            made.addItem(tr(words), choice)
    elif isinstance(value, str):
        made = QLineEdit(parent)
    elif isinstance(value, bool):
        made = QCheckBox(tr(preference.words), parent)
    elif isinstance(value, int):
        made = QSpinBox(parent)
        made.setRange(int(preference.low), int(preference.high))
        made.setSuffix(preference.unit)
    else:
        made = QDoubleSpinBox(parent)
        made.setRange(preference.low * preference.shown, preference.high * preference.shown)
        made.setDecimals(1)
        made.setSuffix(preference.unit)
    made.setAccessibleName(tr(preference.words))
    tip = tr(preference.tip) if preference.tip else ""
    if preference.restart:
        tip = (tip + " " + tr("Takes effect when Hilum is started again.")).strip()
    made.setToolTip(tip)
    show(made, preference, value)
    return made


def show(made: Control, preference: Preference, value: Value) -> None:
    """Set a control to a value."""
    if isinstance(made, QComboBox):
        if made.findData(value) < 0:
            made.addItem(str(value), value)
        made.setCurrentIndex(made.findData(value))
    elif isinstance(made, QLineEdit):
        made.setText(str(value))
    elif isinstance(made, QCheckBox):
        made.setChecked(bool(value))
    elif isinstance(made, QSpinBox):
        made.setValue(int(value))
    else:
        made.setValue(float(value) * preference.shown)


def value_of(made: Control, preference: Preference) -> Value:
    """Return what a control stands at."""
    if isinstance(made, QComboBox):
        return str(made.currentData())
    if isinstance(made, QLineEdit):
        return made.text().strip()
    if isinstance(made, QCheckBox):
        return made.isChecked()
    if isinstance(made, QSpinBox):
        return made.value()
    return round(made.value() / preference.shown, 6)


class PreferencesDialog(QDialog):
    """A page a group of the table; the keys have a table of their own."""

    applied = Signal(object)

    def __init__(
        self, chosen: Settings, names: dict[str, str], keys: Keys, parent: QWidget | None = None
    ) -> None:
        """Build the pages.

        Parameters
        ----------
        names : dict
            Action id -> what the action is called.
        keys : dict
            The keys of the action table, before any profile.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Preferences"))
        self._start = chosen
        self.controls: dict[str, Control] = {}
        self.tabs = QTabWidget(self)
        self._forms: dict[str, QFormLayout] = {}
        for name, preference in PREFERENCES.items():
            self._add(name, preference)
        self.keys = KeyTable(names, keys, self)
        self._forms[KEYS_GROUP].addRow(self.keys)
        self.keys.show_keys(chosen.key_profile, chosen.shortcuts)
        profile = self.controls["key_profile"]
        assert isinstance(profile, QComboBox)
        profile.currentIndexChanged.connect(
            lambda: self.keys.show_keys(str(profile.currentData()), self.keys.own)
        )
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(
            kinds.Ok | kinds.Cancel | kinds.Apply | kinds.RestoreDefaults, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(kinds.Apply).clicked.connect(self.apply)
        self.buttons.button(kinds.RestoreDefaults).clicked.connect(self._restore)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        layout.addWidget(self.buttons)
        self.resize(620, 640)

    def _add(self, name: str, preference: Preference) -> None:
        if preference.group not in self._forms:
            page = QWidget(self)
            self._forms[preference.group] = QFormLayout(page)
            self.tabs.addTab(page, tr(preference.group))
        form = self._forms[preference.group]
        made = control(preference, getattr(self._start, name), self)
        self.controls[name] = made
        if isinstance(made, QCheckBox):
            form.addRow(made)
        else:
            form.addRow(tr(preference.words), made)

    def _restore(self) -> None:
        for name, made in self.controls.items():
            show(made, PREFERENCES[name], getattr(Settings(), name))
        self.keys.show_keys(Settings().key_profile, {})

    def chosen(self) -> Settings:
        """Return the settings as the controls stand."""
        values = {name: value_of(made, PREFERENCES[name]) for name, made in self.controls.items()}
        return replace(self._start, shortcuts=dict(self.keys.own), **values)  # type: ignore[arg-type]

    def apply(self) -> None:
        """Prefer what the controls say from now on."""
        self.applied.emit(self.chosen())

    def accept(self) -> None:
        """Apply and close."""
        self.apply()
        super().accept()
