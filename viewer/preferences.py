"""The settings at work: what the reader prefers reaches the session, the window and the file."""

from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer import settings
from viewer.language import tr
from viewer.settings import Settings

if TYPE_CHECKING:
    from viewer.session import Session


class Preferences(QObject):
    """Holds the one `Settings`; whoever depends on it listens to ``changed``."""

    changed = Signal(object)

    def __init__(self, chosen: Settings, path: Path, parent: QObject | None = None) -> None:
        """Take the settings as they were read from the file; `follow` goes on with the session."""
        super().__init__(parent)
        self._chosen, self._path = chosen, path
        self._session: Session | None = None

    def follow(self, session: "Session") -> None:
        """Keep what the session's own controls move from now on, too."""
        self._session = session

    @property
    def folder(self) -> Path:
        """Hilum's own folder."""
        return self._path.parent

    @property
    def current(self) -> Settings:
        """The settings, with what the session's own controls have moved since."""
        session = self._session
        if session is None:
            return self._chosen
        viewports = session.viewports
        return replace(
            self._chosen,
            sensitivity=session.setting.sensitivity,
            prevalence=session.setting.prevalence,
            overlay_opacity=session.overlay.state.opacity,
            overlay_colours=session.overlay.state.colours,
            layout=viewports.chosen,
            link_views=viewports.link_views,
            link_windows=viewports.link_windows,
            policy=asdict(session.ordering.policy),
            thresholds=session.ordering.kept_thresholds(session.setting),
        )

    def apply(self, chosen: Settings) -> str:
        """Prefer something else from now on, and keep it; return why it could not be kept."""
        self._chosen = chosen
        session = self._session
        assert session is not None
        # Setting it anew would bind refused thresholds to this model.
        if chosen.sensitivity != session.setting.sensitivity:
            session.set_sensitivity(chosen.sensitivity)
        session.set_prevalence(chosen.prevalence)
        session.overlay.set_opacity(chosen.overlay_opacity)
        session.overlay.set_colours(chosen.overlay_colours)
        session.viewports.prefer(chosen)
        session.reading.prefer(chosen)
        self.changed.emit(chosen)
        return self.save()

    def prefer_blind(self, *, on: bool) -> None:
        """Read blindly first, or do not, and keep it."""
        self.apply(replace(self.current, blind_first=on))

    def remember(self, **state: str | bool | dict[str, str]) -> None:
        """Keep what the window remembers: the last folder, where things stand."""
        self._chosen = replace(self._chosen, **state)  # type: ignore[arg-type]

    def save(self) -> str:
        """Write the file; return the reason where it cannot be written, otherwise nothing."""
        try:
            settings.save(self.current, self._path)
        except OSError as error:
            return tr(
                "Settings were not kept ({reason}): make room in {folder}, or ask for the right"
                " to write there.",
                reason=error.strerror,
                folder=self.folder,
            )
        return ""
