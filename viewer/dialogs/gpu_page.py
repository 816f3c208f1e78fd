"""The preferences' page of the GPU pack."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.entries import Model
from viewer.gpu_pack import GpuPack, PackState
from viewer.language import tr


class GpuPage(QWidget):
    """Says what the model runs on and why; installs and removes the pack."""

    def __init__(self, pack: GpuPack, model: Model, parent: QWidget | None = None) -> None:
        """Build the page and look for a pack."""
        super().__init__(parent)
        self._pack = pack
        self.device, self.notice = _label(self), _label(self, "amber")
        self.installed, self.said = _label(self), _label(self)
        self.fetch = _label(self, "dim")
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(tr("Installing"))
        self.bar.setTextVisible(False)
        self.from_folder = QPushButton(tr("Install from a folder …"), self)
        self.from_wheels = QPushButton(tr("Install from wheels …"), self)
        self.remove = QPushButton(tr("Remove"), self)
        self.stop = QPushButton(tr("Cancel"), self)
        self.copy = QPushButton(tr("Copy the line"), self)
        self._show_model(model)
        self._arrange()
        self._listen()
        self._show(pack.state)
        pack.look()

    def _show_model(self, model: Model) -> None:
        if model.assessor is None:
            self.device.setText(model.problem)
            self.notice.hide()
            return
        self.device.setText(tr("Running on {device}.", device=model.assessor.provider))
        self.notice.setText(model.assessor.notice)
        self.notice.setVisible(bool(model.assessor.notice))

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(self.device)
        layout.addWidget(self.notice)
        layout.addSpacing(8)
        about = tr(
            "With an NVIDIA card the model runs faster. The GPU pack adds what it needs to your own"
            " folder, about 2 GB, from wheels that can be fetched on another machine; no network is"
            " used here."
        )
        layout.addWidget(_label(self, words=about))
        layout.addWidget(self.installed)
        layout.addLayout(_row(self.from_folder, self.from_wheels, self.remove))
        layout.addLayout(_row(self.bar, self.stop))
        layout.addWidget(self.said)
        layout.addSpacing(16)
        where = tr("To fetch the pack, type where there is a network:")
        layout.addWidget(_label(self, words=where))
        layout.addWidget(self.fetch)
        layout.addLayout(_row(self.copy))
        layout.addStretch()

    def _listen(self) -> None:
        for button, run in (
            (self.from_folder, self._ask_folder),
            (self.from_wheels, self._ask_wheels),
            (self.remove, self._ask_remove),
            (self.stop, self._pack.cancel),
            (self.copy, lambda: QGuiApplication.clipboard().setText(self.fetch.text())),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(run)
        self._pack.changed.connect(self._show)

    def _show(self, state: PackState) -> None:
        names = ", ".join(name.partition("-")[0] for name in state.wheels)
        self.installed.setText(
            tr("GPU pack: {names}", names=names) if names else tr("No GPU pack is installed.")
        )
        self.fetch.setText(state.fetch)
        self.said.setObjectName("amber" if state.failed else "")
        self.said.style().polish(self.said)
        so_far = f"{state.done_mb} / {state.all_mb} MB" if state.all_mb else ""
        self.said.setText(so_far if state.running else state.said)
        for button in (self.from_folder, self.from_wheels):
            button.setEnabled(not state.running)
        self.remove.setEnabled(bool(names) and not state.running)
        self.copy.setEnabled(bool(state.fetch))
        self.bar.setVisible(state.running)
        self.stop.setVisible(state.running)
        self.bar.setRange(0, state.all_mb)
        self.bar.setValue(state.done_mb)

    def _ask_folder(self) -> None:
        if name := QFileDialog.getExistingDirectory(self, tr("Install from a folder …")):
            self._pack.install([Path(name)])

    def _ask_wheels(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, tr("Install from wheels …"), filter="Wheels (*.whl)"
        )
        if names:
            self._pack.install([Path(name) for name in names])

    def _ask_remove(self) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Question, "Hilum", tr("Delete the GPU pack?"), parent=self
        )
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.button(QMessageBox.StandardButton.Yes).clicked.connect(self._pack.remove)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def _label(parent: QWidget, name: str = "", words: str = "") -> QLabel:
    made = QLabel(words, parent)
    made.setObjectName(name)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget, 1 if isinstance(widget, QProgressBar) else 0)
    if not any(isinstance(widget, QProgressBar) for widget in widgets):
        row.addStretch()
    return row
