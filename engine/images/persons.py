"""Who, where and when, as a file says it, in its own attributes or in those that stand for them."""

import re
from datetime import date

from engine.images.dicom import Header
from engine.types import Identity

# Of a lossy compression that the file admits without saying how much.
_UNKNOWN_RATIO = "?"

_KEYWORDS = {
    "patient_name": "PatientName",
    "patient_id": "PatientID",
    "issuer_of_patient_id": "IssuerOfPatientID",
    "birth_date": "PatientBirthDate",
    "sex": "PatientSex",
    "age": "PatientAge",
    "institution_name": "InstitutionName",
    "modality": "Modality",
    "study_instance_uid": "StudyInstanceUID",
    "series_instance_uid": "SeriesInstanceUID",
    "sop_instance_uid": "SOPInstanceUID",
    "sop_class_uid": "SOPClassUID",
    "accession_number": "AccessionNumber",
    "study_date": "StudyDate",
    "study_time": "StudyTime",
    "study_description": "StudyDescription",
    "series_description": "SeriesDescription",
    "series_number": "SeriesNumber",
    "instance_number": "InstanceNumber",
    "body_part_examined": "BodyPartExamined",
    "view_position": "ViewPosition",
    "image_laterality": "ImageLaterality",
    "manufacturer": "Manufacturer",
    "model_name": "ManufacturerModelName",
    "kvp": "KVP",
    "exposure_mas": "Exposure",
    "exposure_index": "ExposureIndex",
    "deviation_index": "DeviationIndex",
    "station_name": "StationName",
    "lossy_ratio": "LossyImageCompressionRatio",
}
# CID 4010 in SNOMED CT and as it was coded before -> what View Position says of it.
_VIEWS = {
    "399348003": "AP",
    "R-10206": "AP",
    "272479007": "PA",
    "R-10214": "PA",
    "R-40888": "PA",
    "399173006": "LL",
    "R-10236": "LL",
    "399198007": "RL",
    "R-10232": "RL",
    "399067008": "LATERAL",
    "R-102CD": "LATERAL",
}
_OLD_DATE = re.compile(r"(\d{4})\.(\d\d)\.(\d\d)")
_YEARS_ALONE, _MONTHS = 2, 12


def identity(header: Header) -> Identity:
    """Read who, where and when."""
    said = {name: header.text(keyword) for name, keyword in _KEYWORDS.items()}
    for name in ("birth_date", "study_date"):
        # As ACR-NEMA wrote them, which PS3.5 6.2 still allows to be read.
        said[name] = _OLD_DATE.sub(r"\1\2\3", said[name])
    # The Series has it where the image's own is not asked for, as in CR (PS3.3 C.7.3.1).
    said["image_laterality"] = said["image_laterality"] or header.text("Laterality")
    said["view_position"] = said["view_position"] or _coded_view(header)
    said["exposure_mas"] = said["exposure_mas"] or _from_microampere(header)
    said["age"] = said["age"] or _age(said["birth_date"], said["study_date"])
    if header.text("LossyImageCompression") == "01":
        said["lossy_ratio"] = said["lossy_ratio"] or _UNKNOWN_RATIO
    return Identity(**said, priority=_priority(header))


def _coded_view(header: Header) -> str:
    """Return View Code Sequence (0054,0220), which DX must have and View Position may repeat."""
    code = next(iter(header.items("ViewCodeSequence")), None)
    if code is None:
        return ""
    return _VIEWS.get(code.text("CodeValue").upper()) or code.text("CodeMeaning")


def _from_microampere(header: Header) -> str:
    """Return mAs of Exposure in uAs (0018,1153)."""
    found = [value for value in header.numbers("ExposureInuAs") if value > 0]
    return f"{found[0] / 1000:g}" if found else ""


def _age(born: str, taken: str) -> str:
    """Return the age at the study as an Age String, in months below two years; or nothing."""
    try:
        then, now = (date.fromisoformat(day) for day in (born, taken))
    except ValueError:
        return ""
    months = (now.year - then.year) * _MONTHS + now.month - then.month - (now.day < then.day)
    if not 0 <= months < 200 * _MONTHS:
        return ""
    years = months // _MONTHS
    return f"{years:03d}Y" if years >= _YEARS_ALONE else f"{months:03d}M"


def _priority(header: Header) -> str:
    """Return Requested Procedure Priority (0040,1003), of the film itself or of its request.

    PS3.3 C.4.11 puts it into the request; modalities copy it beside or into Request Attributes.
    """
    whole = (header, *header.items("RequestAttributesSequence"))
    said = (item.text("RequestedProcedurePriority") for item in whole)
    return next(filter(None, said), "")
