"""How far the opening has come, counted from the films there are and the run that brings more."""

from engine.images.softcopy import STATE_ALONE
from engine.triage.pipeline import Status
from viewer.entries import Progress
from viewer.films import Films
from viewer.opening import Opening


def counted(films: Films, opening: Opening) -> Progress:
    """Return what there is to say of the list now; a presentation state is not unreadable."""
    unreadable = films.of_status(Status.UNREADABLE)
    states = sum(films.reason(number) == STATE_ALONE for number in unreadable.tolist())
    hidden = int(films.hidden.sum())
    return Progress(
        running=opening.running,
        cancelling=opening.cancelling,
        paused=opening.paused,
        found=opening.told.found,
        listed=opening.told.complete,
        opened=opening.told.done,
        done=len(films),
        scored=int(films.standings.scored.sum()) + hidden,
        flagged=films.flagged,
        hidden=hidden,
        unreadable=len(unreadable) - states,
    )
