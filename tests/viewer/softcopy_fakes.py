"""Real files behind the window, read in this process: films and presentation states of a folder."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian
from window_fakes import FakeEngine

from engine.errors import HilumError, UnusableStore
from engine.exchange.softcopy_writing import softcopy_file
from engine.images.intake import Candidate, intake
from engine.images.reading import read_radiograph
from engine.images.softcopy import Softcopy, SoftcopyState
from engine.images.softcopy_reading import read_softcopy
from engine.triage.pipeline import Infers, Requests, Row, Status
from engine.types import Radiograph

SHAPE = (300, 400)


class FileEngine(FakeEngine):
    """Opens what it is given; nothing is scored."""

    def triage(
        self, requests: Requests, assessor: Infers, cancel: threading.Event
    ) -> Iterator[Row | UnusableStore]:
        """Give a row for each file in the order given."""
        del assessor
        requests.start(intake)
        while (taken := requests.take()) is not None and not cancel.is_set():
            index, found = taken
            assert isinstance(found, Candidate)
            try:
                film = read_radiograph(found.path)
            except HilumError as error:
                yield Row(index, found, Status.UNREADABLE, str(error))
            else:
                yield Row(index, found, Status.NOT_SCORED, "No model.", film.identity)
            requests.done(index)

    def read(self, row: Row, frame: int = 0) -> Radiograph:
        """Read a film."""
        return read_radiograph(row.path, frame=frame)

    def softcopy(self, row: Row) -> SoftcopyState:
        """Read a state."""
        return read_softcopy(row.path)

    def softcopy_file(self, row: Row, film: Radiograph, softcopy: Softcopy) -> bytes:
        """Make a state."""
        return softcopy_file(row.path, film, softcopy)


def film_file(path: Path, uid: str = "1.2.3.4", *, frames: int = 1, **changes: Any) -> Path:
    """Write a film of 12 bits: a ramp from left to right with a dark block in its upper left."""
    stored = np.tile(np.linspace(500, 3500, SHAPE[1]).astype(np.uint16), (frames, SHAPE[0], 1))
    stored[:, 20:60, 30:110] = 100
    values: dict[str, Any] = {
        "SOPClassUID": "1.2.840.10008.5.1.4.1.1.1.1",
        "SOPInstanceUID": uid,
        "StudyInstanceUID": "1.2.3",
        "SeriesInstanceUID": "1.2.3.1",
        "PatientName": "PHANTOM^STATE",
        "PatientID": "P1",
        "PatientOrientation": ["L", "F"],
        "SamplesPerPixel": 1,
        "PhotometricInterpretation": "MONOCHROME2",
        "Rows": SHAPE[0],
        "Columns": SHAPE[1],
        "BitsAllocated": 16,
        "BitsStored": 12,
        "HighBit": 11,
        "PixelRepresentation": 0,
        "ImagerPixelSpacing": [0.5, 0.5],
        "WindowCenter": "2000",
        "WindowWidth": "3000",
        "PixelData": stored.tobytes(),
        **({"NumberOfFrames": frames} if frames > 1 else {}),
        **changes,
    }
    dataset = Dataset()
    for keyword, value in values.items():
        setattr(dataset, keyword, value)
    dataset["PixelData"].VR = "OW"
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.save_as(path, enforce_file_format=True)
    return path
