"""What the reader can do with a study: say, commit, go on, take back; of `viewer.actions`."""

from typing import TYPE_CHECKING

from viewer.action import ActionSpec
from viewer.conditions import always, with_entries, with_scores

if TYPE_CHECKING:
    from viewer.main_window import MainWindow

MENU = "Rea&d"


def with_study(window: "MainWindow") -> bool:
    """Allow where a study is selected that can be read, and that nobody else is reading."""
    entry = window.session.entry
    return (
        entry is not None and bool(entry.study) and not window.session.reading.is_held(entry.study)
    )


def with_finding(window: "MainWindow") -> bool:
    """Allow where one of its findings is selected."""
    return with_study(window) and bool(window.session.findings.selected)


def with_abandoned(window: "MainWindow") -> bool:
    """Allow where a study is selected that somebody else began to read and has abandoned."""
    entry = window.session.entry
    return entry is not None and window.session.reading.is_abandoned(entry.study)


def with_past(window: "MainWindow") -> bool:
    """Allow where something can be taken back."""
    return window.session.reading.can_undo


def with_reads(window: "MainWindow") -> bool:
    """Allow where studies of the list have been read."""
    return with_scores(window) and bool(window.session.reading.reads())


READING = (
    ActionSpec("read.agree", "&Agree with the finding, or present", ("F3",), MENU,
               lambda w: w.read_flow.agree(), with_finding),
    ActionSpec("read.disagree", "&Disagree with the finding, or absent", ("F4",), MENU,
               lambda w: w.read_flow.disagree(), with_finding),
    ActionSpec("read.other", "&Other, with a note …", ("F5",), MENU,
               lambda w: w.read_flow.other(), with_study),
    ActionSpec("read.commit", "&Commit the read", ("F9",), MENU, lambda w: w.read_flow.commit(),
               with_study),
    ActionSpec("read.second", "&Second look", ("Shift+F9",), MENU,
               lambda w: w.read_flow.second_look(), with_study),
    ActionSpec("read.unread", "Mark as &unread", ("U",), MENU, lambda w: w.read_flow.unread(),
               with_study),
    ActionSpec("read.next", "&Next unread study", ("F12",), MENU,
               lambda w: w.read_flow.next_unread(), with_entries),
    ActionSpec("read.undo", "Take &back the last verdict or read", ("Ctrl+Backspace",), MENU,
               lambda w: w.read_flow.undo(), with_past),
    ActionSpec("read.take", "Take an abandoned study o&ver", ("Shift+U",), MENU,
               lambda w: w.session.reading.take_over(), with_abandoned),
    ActionSpec("read.blind", "Read b&lindly first", (), MENU, lambda w: w.read_flow.toggle_blind(),
               always, lambda w: w.session.reading.blind),
    ActionSpec("read.differences", "&Reader and model …", ("Ctrl+Shift+D",), MENU,
               lambda w: w.outputs.ask_reads(), with_reads),
)  # fmt: skip
