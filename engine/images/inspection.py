"""One file -> one JSON-able account of it, for `hilum inspect` and for comparing readers."""

from pathlib import Path
from typing import Any

from engine.errors import HilumError, MediaDirectory, NonImage
from engine.images.dicom import DicomFile, parse
from engine.images.documents import is_document
from engine.images.film import Film, film_of
from engine.images.hashing import pixel_sha256
from engine.images.persons import identity
from engine.images.picture import read_picture
from engine.images.reading import file_bytes, kind_of
from engine.types import LookupTable, Radiograph, Shutter, Voi

Account = dict[str, Any]


def inspect(path: Path) -> Account:
    """Account for one file; never raises for a bad one.

    ``pixel_sha256`` is that of the first frame's stored values, row by row, samples interleaved,
    little endian, before any rescale, table or colour conversion.
    """
    account = _blank(path)
    try:
        data = file_bytes(path)
        account["kind"] = kind_of(data)
        if account["kind"] == "DICOM":
            file = parse(data)
            _header(account, file)
            account["document"] = is_document(file)
            _film(account, film_of(file, source=path.name))
        else:
            _picture(account, read_picture(data, source=path.name))
        account["outcome"] = "opens"
    except NonImage as error:
        account.update(outcome="nonimage", message=str(error))
    except MediaDirectory as error:
        account.update(outcome="directory", message=str(error))
    except HilumError as error:
        account.update(outcome="error", message=str(error))
    except MemoryError:
        account.update(outcome="error", message="The file needs more memory than there is.")
    return account


def _blank(path: Path) -> Account:
    return {
        "path": str(path),
        "outcome": "error",
        "message": "",
        "warnings": [],
        "kind": "",
        "transfer_syntax_uid": "",
        "rows": None,
        "columns": None,
        "frames": None,
        "photometric": "",
        "bits": None,
        "patient_name": "",
        "pixel_sha256": "",
        "vois": [],
        "spacing": None,
        "orientation": None,
        "overlays": [],
        "shutter": [],
        "document": False,
    }


def _header(account: Account, file: DicomFile) -> None:
    """Fill in what the header alone says, so that it stands there where the pixels fail."""
    records = file.header.items("DirectoryRecordSequence")
    name = next((text for item in records if (text := item.text("PatientName"))), "")
    account["transfer_syntax_uid"] = file.transfer_syntax
    account["patient_name"] = identity(file.header).patient_name or name
    account["photometric"] = file.header.text("PhotometricInterpretation")
    account["rows"] = file.header.integer("Rows")
    account["columns"] = file.header.integer("Columns")


def _film(account: Account, film: Film) -> None:
    _picture(account, film.radiograph)
    account["photometric"] = film.radiograph.photometric
    account["pixel_sha256"] = pixel_sha256(film.stored)


def _picture(account: Account, radiograph: Radiograph) -> None:
    rows, columns = radiograph.shape
    spacing, orientation = radiograph.spacing, radiograph.orientation
    account.update(
        warnings=list(radiograph.warnings),
        rows=rows,
        columns=columns,
        frames=radiograph.frames,
        photometric=radiograph.photometric,
        bits=radiograph.bits_stored,
        pixel_sha256=pixel_sha256(radiograph.stored),
        vois=[_voi(voi) for voi in radiograph.vois],
        spacing={
            "row_mm": spacing.row_mm,
            "column_mm": spacing.column_mm,
            "provenance": spacing.provenance.value,
        },
        orientation=orientation and {"row": orientation.row, "column": orientation.column},
        overlays=[
            {"group": f"{plane.group:04X}", "kind": plane.kind, "label": plane.label}
            for plane in radiograph.overlays
        ],
        shutter=_shapes(radiograph.shutter),
    )


def _shapes(shutter: Shutter | None) -> list[str]:
    if shutter is None:
        return []
    shapes = {
        "rectangular": shutter.rectangle,
        "circular": shutter.circle,
        "polygonal": shutter.polygon or None,
        "bitmap": shutter.bitmap,
    }
    return [name for name, shape in shapes.items() if shape is not None]


def _voi(voi: Voi) -> Account:
    if isinstance(voi, LookupTable):
        return {
            "kind": "lut",
            "first_mapped": voi.first_mapped,
            "entries": int(voi.values.size),
            "bits": voi.bits,
            "explanation": voi.explanation,
        }
    return {
        "kind": "window",
        "center": voi.center,
        "width": voi.width,
        "function": voi.function.value,
        "explanation": voi.explanation,
    }
