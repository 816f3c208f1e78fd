"""What leaves the window, and settings that change: both are entered into the audit trail."""

from dataclasses import asdict

from PySide6.QtCore import QObject, QTimer

from engine.models.passport import Passport
from engine.triage.happened import Happened
from engine.triage.queue import Policy
from viewer.entries import Model, Setting
from viewer.exporting import Done, Exporter
from viewer.ordering import Ordering
from viewer.reading import Reading

_SETTLED_MS = 1500


class Auditing(QObject):
    """Opens and reads are entered where they happen; here is the rest."""

    def __init__(
        self,
        reading: Reading,
        exporter: Exporter,
        ordering: Ordering,
        parent: QObject | None = None,
    ) -> None:
        """Listen to exports."""
        super().__init__(parent)
        self._reading, self._ordering = reading, ordering
        self._model, self._setting = Model(), Setting()
        self._passport: Passport | None = None
        self._policy: Policy = ordering.policy
        self._timer = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._timer.timeout.connect(self.settle)
        exporter.finished.connect(self._ended)

    def take_model(self, model: Model, setting: Setting) -> None:
        """Work with a model: thresholds are entered where they differ from these."""
        self._model, self._setting = model, setting
        self._passport = self._issued()

    def change(self, setting: Setting) -> None:
        """Enter a setting when it has come to rest."""
        self._setting = setting
        self._timer.start()

    def settle(self) -> None:
        """Enter what has changed, now."""
        self._timer.stop()
        passport, policy, user = self._issued(), self._ordering.policy, self._reading.reader
        if passport is not None and passport != self._passport:
            self._reading.tell(lambda store: store.set_thresholds(passport, user=user))
            self._passport = passport
        if policy != self._policy:
            self._reading.tell(lambda store: store.set("policy", asdict(policy), user=user))
            self._policy = policy

    def exported(self, study: str, films: int = 1) -> None:
        """Enter that something left the window: of a study, or of so many films of the list."""
        studies = (study,) if study else ()
        self._reading.log(Happened.EXPORTED, *studies, details={"films": str(films)})

    def _ended(self, done: Done) -> None:
        if not done.problem:
            self.exported(done.study, done.films)

    def _issued(self) -> Passport | None:
        assessor = self._model.assessor
        if assessor is None or self._ordering.refused is not None:
            return None
        return Passport.issue(assessor.card, assessor.model_sha256, self._setting.sensitivity)
