"""Showing films without saying whose they are."""

from dataclasses import replace

from engine.triage.pipeline import Row
from engine.types import Identity, Radiograph
from viewer.language import tr

PHANTOM = "PHANTOM"
_TELLING = (
    "patient_name",
    "patient_id",
    "birth_date",
    "institution_name",
    "accession_number",
    "study_date",
    "study_time",
    "study_description",
    "series_description",
    "station_name",
)


def without_person(identity: Identity) -> Identity:
    """Return what may be shown: sex, age, view and exposure, and the UIDs, which are not shown."""
    return replace(identity, **dict.fromkeys(_TELLING, ""))


def discreet_row(row: Row, number: int) -> Row:
    """Return a row under a number in place of its names; a phantom stays known as one."""
    name = tr("Film {number}", number=number + 1)
    identity = without_person(row.identity)
    if row.identity.patient_name.startswith(PHANTOM):
        identity = replace(identity, patient_name=f"{PHANTOM}^{name}")
    return replace(row, source=replace(row.source, name=name, relative=name), identity=identity)


def discreet_film(radiograph: Radiograph) -> Radiograph:
    """Return a film without its person's names and without its file's."""
    return replace(radiograph, identity=without_person(radiograph.identity), source="")
