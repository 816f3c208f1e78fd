"""What the audit trail is told of."""

from enum import StrEnum


class Happened(StrEnum):
    """What is entered."""

    OPENED = "opened"
    SCORED = "scored"
    SETTING_CHANGED = "setting_changed"
    READ = "read"
    EXPORTED = "exported"
    VERIFIED = "verified"
