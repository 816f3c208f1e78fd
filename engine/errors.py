"""Everything that can go wrong with a reader's file or model, each with a sentence for the reader.

Messages never carry patient data and never a traceback: they end up in rows, logs and result files.
"""


class HilumError(Exception):
    """The root of the family; ``str(error)`` is fit for a reader's eyes."""


class UnreadableImage(HilumError):
    """The file cannot be shown as a film: damaged, lying, unknown, too large, or hostile."""


class NonImage(UnreadableImage):
    """A sound DICOM object without a picture (a report, a PDF, a presentation state, ...)."""


class MediaDirectory(UnreadableImage):
    """A DICOMDIR: it names files and is none itself."""


class NotNow(UnreadableImage):
    """The file could not be read this time, through no proven fault of its own: try again later."""


class NotExported(HilumError):
    """Something cannot be written as it was asked for, or must not be written there."""


class UnusableModel(HilumError):
    """A model file is damaged, or its card does not match its hash or its graph."""


class UnusablePack(HilumError):
    """A GPU pack is not whole, or is made for another system."""


class UnusableStore(HilumError):
    """The worklist's store cannot be opened, read or written; what was stored is still there."""


class Cancelled(HilumError):
    """The reader asked for the work to stop."""
