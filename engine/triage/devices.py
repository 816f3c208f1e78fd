"""Rows with the verdict on their device: the first films of a place tell more than any one does."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from engine.models.card import ModelCard
from engine.models.familiarity import DEVICE_NOTICE, Devices
from engine.triage.pipeline import Row


def with_devices(rows: Iterable[Row], card: ModelCard) -> Iterator[Row]:
    """Give the rows, marked as unfamiliar where the films of their device so far are.

    The verdict on a device depends on which of its films came before, so rows in the order of the
    intake give the same marks at every run.
    """
    if card.familiarity is None:
        yield from rows
        return
    devices = Devices(card.familiarity)
    for row in rows:
        assessed = row.assessed
        if assessed is None or assessed.offset is None:
            yield row
            continue
        strange = devices.add(device_of(row), assessed.offset)
        if not strange or assessed.assessment.unfamiliar:
            yield row
            continue
        notices = (*assessed.assessment.notices, DEVICE_NOTICE)
        said = replace(assessed.assessment, unfamiliar=True, notices=notices)
        yield replace(row, assessed=replace(assessed, assessment=said))


def device_of(row: Row) -> str:
    """Return what a film's device is known by in this run: its header, else its folder.

    It may name an institution: it is held in memory and never written.
    """
    who = row.identity
    said = (who.manufacturer, who.model_name, who.station_name, who.institution_name)
    if any(said):
        return "\n".join(word.strip().casefold() for word in said)
    return str(PurePosixPath(row.name.replace("\\", "/")).parent)
