"""A worklist of one patient with priors, and of strangers."""

from dataclasses import replace

from window_fakes import FakeEngine, identity, radiograph, scored

from engine.triage.pipeline import Row, Status
from engine.types import Identity, Radiograph

NOW, BEFORE, LONG_AGO = "1.2.1", "1.2.2", "1.2.3"


def who(study: str, date: str, view: str = "PA", **changes: str) -> Identity:
    anna = replace(
        identity("a.dcm"),
        patient_name="ABEL^ANNA",
        patient_id="A-1",
        study_instance_uid=study,
        sop_instance_uid=f"{study}.{view}",
        study_date=date,
        view_position=view,
    )
    return replace(anna, **changes)


PEOPLE = {
    "now.dcm": who(NOW, "20240305"),
    "now_side.dcm": who(NOW, "20240305", "LL"),
    "before.dcm": who(BEFORE, "20221101", "AP"),
    "before_side.dcm": who(BEFORE, "20221101", "LL"),
    "long_ago.dcm": who(LONG_AGO, "20200615", patient_id=""),
    "bauer.dcm": who("1.2.9", "20240101", patient_name="BAUER^BERND", patient_id="B-2"),
}


def row_of(name: str, index: int, person: Identity) -> Row:
    made = replace(scored(name, 0.9 - index / 10, index=index), identity=person)
    if person.view_position == "LL":
        return replace(made, status=Status.NOT_SCORED, reason="Not scored: lateral", assessed=None)
    return made


def rows() -> list[Row]:
    return [row_of(name, index, person) for index, (name, person) in enumerate(PEOPLE.items())]


def film_of(name: str, **changes: object) -> Radiograph:
    return radiograph(name, identity=PEOPLE[name], **changes)


def engine() -> FakeEngine:
    return FakeEngine(given=rows(), films={name: film_of(name) for name in PEOPLE})
