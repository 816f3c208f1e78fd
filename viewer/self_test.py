"""The self-test: phantom films whose results are known, at the first start with a model."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engine import runtime
from engine.models.assess import Assessor
from viewer.entries import Model
from viewer.jobs import Reply
from viewer.language import tr
from viewer.preferences import Preferences
from viewer.session import Session

if TYPE_CHECKING:
    from engine.models.golden import GoldenResult


def _verify(assessor: Assessor) -> "GoldenResult":
    from engine.models import golden

    return golden.verify(assessor)


class SelfTest(QObject):
    """Tests each model once on what it runs on, in the background, and keeps that it passed.

    Attributes
    ----------
    told
        Signal: what came of it, and whether it speaks against the model.
    words
        The same, for whoever asks later; empty as long as nothing is known.
    """

    told = Signal(str, bool)
    words: str

    def __init__(
        self,
        session: Session,
        preferences: Preferences,
        parent: QObject | None = None,
        *,
        verify: Callable[[Assessor], "GoldenResult"] = _verify,
    ) -> None:
        """Wait for the model."""
        super().__init__(parent)
        self._session, self._preferences, self._verify = session, preferences, verify
        self.words = ""
        session.model_changed.connect(self._model_came)

    def _model_came(self, model: Model) -> None:
        if model.assessor is None:
            return
        if self._preferences.current.self_tested == _mark(model.assessor):
            self.words = tr("Self-test passed at an earlier start.")
        else:
            self.run()

    def run(self) -> None:
        """Test the model that is at work now."""
        if self._session.model.assessor is not None:
            self._session.look_at_model(self._verify, self._done)

    def _done(self, reply: Reply) -> None:
        assessor = self._session.model.assessor
        result: GoldenResult | None = reply.value
        if assessor is None:
            return
        if result is None or not result.passed:
            reason = str(reply.error) if result is None else f"{result.difference:.2g}"
            self._tell(
                tr(
                    "Self-test failed ({reason}): do not rely on the scores."
                    " Install Hilum or the model again.",
                    reason=reason,
                ),
                failed=True,
            )
            return
        self._preferences.remember(self_tested=_mark(assessor))
        if result.films:
            words = tr(
                "Self-test passed: {films} phantom films on {device}, as when the model was made.",
                films=result.films,
                device=result.provider,
            )
            self._tell(words, failed=False)

    def _tell(self, words: str, *, failed: bool) -> None:
        self.words = words
        self.told.emit(words, failed)


def _mark(assessor: Assessor) -> str:
    """Name what was tested: another Hilum or another ONNX Runtime may compute otherwise."""
    from importlib.metadata import version

    from viewer.dialogs.about import own_version

    built = (f"{name} {version(name)}" for name in runtime.builds())
    return " ".join((assessor.model_sha256, assessor.provider, own_version(), *built))
