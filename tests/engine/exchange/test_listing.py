"""The list leaves as one file in the order in which it is to be read."""

import csv
import io
import json
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from engine.exchange.listing import KINDS
from engine.exchange.results import Recorder
from engine.images.intake import Candidate, Refusal
from engine.models.lanes import Lane
from engine.triage.pipeline import Row, Status
from engine.triage.queue import Waiting
from engine.types import Assessed, Assessment, Finding, Identity

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import toy_model

CARD = toy_model.toy_card()
RECORDER = Recorder(CARD, "ab", "CPU", 0.95)
NAMES = ("=cmd|' /C calc'!A0", "in/<b>,\n c.dcm", "broken\udcff.dcm")


def films() -> list[tuple[Row, Waiting]]:
    found = tuple(Finding(name, 0.25, (0.2, 0.3)) for name in CARD.findings)
    said = Assessment(found, "", "toy", "1", "ab", "cd", "CPU", 0.0, 0.0)
    who = Identity(patient_name="DOE^JANE", sop_instance_uid="1.2")
    rows = [
        Row(n, Candidate(Path("x"), name), Status.SCORED, identity=who,
            assessed=Assessed(said, None))
        for n, name in enumerate(NAMES)
    ]  # fmt: skip
    rows.append(Row(3, Refusal(Path("x"), "x.zip", "Damaged."), Status.UNREADABLE, "Damaged."))
    standing = [
        Waiting(n, 0.0, Lane.LOW_RISK, urgency=0.5, pinned=n == 0, stat=n == 1) for n in range(4)
    ]
    return list(zip(rows, standing, strict=True))


def sheet(content: bytes) -> list[list[str]]:
    """Read a workbook's cells as a spreadsheet would show them."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        shared = ET.fromstring(book.read("xl/sharedStrings.xml"))
        strings = ["".join(t.text or "" for t in si.iter(f"{space}t")) for si in shared]
        page = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))
    assert not list(page.iter(f"{space}f"))
    assert not list(page.iter(f"{space}hyperlink"))
    rows = []
    for row in page.iter(f"{space}row"):
        cells = [(c, c.find(f"{space}v")) for c in row]
        rows.append(
            [
                strings[int(v.text or 0)] if c.get("t") == "s" else str(v.text)
                for c, v in cells
                if v is not None
            ]
        )
    return rows


def test_every_kind_says_the_same() -> None:
    made = {kind: write(films(), RECORDER) for kind, write in KINDS.items()}
    table = list(csv.DictReader(io.StringIO(made[".csv"].decode(), newline="")))
    lines = [json.loads(line) for line in made[".jsonl"].splitlines()]
    cells = sheet(made[".xlsx"])
    assert [row["place"] for row in table] == ["1", "2", "3", "4"]
    assert [line["lane"] for line in lines] == ["low_risk"] * 4
    assert [line["pinned"] for line in lines] == [True, False, False, False]
    assert [row["stat"] for row in table] == ["", "yes", "", ""]
    assert [line["urgency"] for line in lines] == [0.5, 0.5, 0.5, None]
    assert table[0]["path"] == "./=cmd|' /C calc'!A0"
    assert lines[1]["path"] == table[1]["path"] == "in/<b>,\n c.dcm"
    assert (lines[2]["path"], table[2]["path"]) == (NAMES[2], "broken\\udcff.dcm")
    assert cells[0] == list(table[0])
    said = [value.removesuffix(".0") for value in table[0].values() if value != ""]
    assert cells[1] == said
    assert cells[4][:3] == ["4", "low_risk", "x.zip"]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_tells_the_patients_name(kind: str) -> None:
    content = KINDS[kind](films(), RECORDER)
    if kind == ".xlsx":
        content = repr(sheet(content)).encode()
    assert b"DOE" not in content


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_list_is_a_list(kind: str) -> None:
    assert KINDS[kind]([], RECORDER) or kind == ".jsonl"
