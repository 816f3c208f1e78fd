import csv
import dataclasses
import json
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.exchange.results import Results, top_flagged
from engine.images.intake import Candidate, Refusal
from engine.models.card import ModelCard, ReleaseScores
from engine.models.operating import labels
from engine.triage.pipeline import Row, Status
from engine.types import Activations, Assessed, Assessment, Finding, Identity, Placement

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import toy_model


@pytest.fixture
def card() -> ModelCard:
    return toy_model.toy_card()


def assessed(card: ModelCard, probability: float, reason: str = "") -> Assessed:
    leaves = {"covid19": probability, "normal": 1 - probability}
    values = {name: leaves.get(name, 0.0) for name in card.leaves}
    values |= {"pneumonia": probability, "abnormal": probability}
    findings = tuple(
        Finding(name, value, (max(0, value - 0.1), min(1, value + 0.1)))
        for name, value in values.items()
    )
    grids = np.zeros((5, 2, 2), np.float32)
    grids[3, 0, 0] = 1
    maps = Activations(
        leaves=card.leaves,
        grids=grids,
        probabilities=tuple(values[leaf] for leaf in card.leaves),
        placement=Placement(0, 0, 100, 200),
        image_shape=(100, 200),
    )
    said = Assessment(
        findings=() if reason else findings,
        reason=reason,
        model_id="toy",
        model_version="1.0",
        model_sha256="ab",
        preprocessing_sha256="cd",
        provider="CPU",
        prepare_ms=2.0,
        infer_ms=3.0,
        notices=("A notice.",),
    )
    return Assessed(said, None if reason else maps)


def scored(card: ModelCard, name: str = "in/a.dcm", probability: float = 0.8) -> Row:
    return Row(
        0,
        Candidate(Path(name), name, Path(name).name),
        Status.SCORED,
        identity=Identity(patient_name="DOE^JANE", sop_instance_uid="1.2.3"),
        warnings=("A warning.",),
        assessed=assessed(card, probability),
        rendering=np.full((50, 100), 100, np.uint8),
        read_ms=1.0,
        prepare_ms=2.0,
        infer_ms=3.0,
    )


def write(
    out: Path, card: ModelCard, rows: list[Row], *, overlays: bool = False, risk: float = 0.0
) -> list[dict]:
    model = {"model_sha256": "ab", "provider": "CPU", "sensitivity": 0.95}
    with Results(out, card, **model, overlays=overlays, risk=risk) as results:
        for row in rows:
            results.write(row)
    return [json.loads(line) for line in (out / "results.jsonl").read_text().splitlines()]


def table(out: Path) -> list[dict[str, str]]:
    with (out / "results.csv").open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def test_a_lane_is_that_of_the_worklist_and_low_risk_is_certified(
    tmp_path: Path, card: ModelCard
) -> None:
    certified = dataclasses.replace(
        card, release=ReleaseScores("abnormal", 99, (0.03, 0.9), (0.0, 1.0))
    )
    rows = [scored(card, f"in/{chance}", chance) for chance in (0.8, 0.05, 0.01)]
    rows += [Row(3, Refusal(Path("x"), "x", "Gone."), Status.UNREADABLE, "Gone.")]
    lanes = {
        (model.release is not None, risk): [
            record["lane"] for record in write(tmp_path, model, rows, risk=risk)
        ]
        for model, risk in ((card, 0.01), (certified, 0.0), (certified, 0.01))
    }
    plain = ["urgent", "routine", "routine", "routine"]
    assert lanes == {
        (False, 0.01): plain,
        (True, 0.0): plain,
        (True, 0.01): ["urgent", "routine", "low_risk", "routine"],
    }
    assert [line["lane"] for line in table(tmp_path)] == lanes[True, 0.01]


def test_a_scored_row_says_everything(tmp_path: Path, card: ModelCard) -> None:
    (record,) = write(tmp_path, card, [scored(card)])
    findings = {finding["name"]: finding for finding in record.pop("findings")}
    assert record == {
        "path": "in/a.dcm",
        "sop_instance_uid": "1.2.3",
        "status": "scored",
        "reason": "",
        "conformal_set": None,
        "urgency": pytest.approx(0.8),
        "model": {"id": "toy", "version": "1.0", "sha256": "ab"},
        "provider": "CPU",
        "ms": {"read": 1.0, "prepare": 2.0, "infer": 3.0},
        "warnings": ["A warning."],
        "notices": ["A notice."],
        "unfamiliar": False,
        "offer": "",
        "lane": "urgent",
    }
    assert set(findings) == set(card.findings)
    assert findings["covid19"] == {
        "name": "covid19",
        "probability": 0.8,
        "interval": [pytest.approx(0.7), pytest.approx(0.9)],
        "threshold": 0.5,
        "state": "flagged",
    }


def test_what_was_not_scored_says_why(tmp_path: Path, card: ModelCard) -> None:
    refused = Refusal(Path("x.zip"), "x.zip", "The zip is damaged.")
    lateral = dataclasses.replace(
        scored(card),
        status=Status.NOT_SCORED,
        reason="Lateral.",
        assessed=assessed(card, 0, "Lateral."),
    )
    bad, not_scored = write(
        tmp_path, card, [Row(0, refused, Status.UNREADABLE, refused.reason), lateral]
    )
    assert (bad["status"], bad["reason"]) == ("unreadable", "The zip is damaged.")
    assert (not_scored["status"], not_scored["reason"]) == ("not_scored", "Lateral.")
    assert bad["urgency"] is None
    assert not_scored["urgency"] is None
    assert bad["findings"] == not_scored["findings"] == []


def test_the_table_has_one_line_an_image(tmp_path: Path, card: ModelCard) -> None:
    write(tmp_path, card, [scored(card), scored(card, "in/b, c.dcm", 0.2)])
    first, second = table(tmp_path)
    assert first["covid19_probability"] == "0.8"
    assert first["abnormal_state"] == "flagged"
    assert (first["read_ms"], first["warnings"]) == ("1.0", "A warning. A notice.")
    assert second["path"] == "in/b, c.dcm"
    assert second["urgency"] == "0.0"
    assert second["covid19_state"] == "below"


def test_a_name_that_looks_like_a_formula_is_still_a_path(tmp_path: Path, card: ModelCard) -> None:
    write(tmp_path, card, [scored(card, "=cmd|' /C calc'!A0")])
    assert table(tmp_path)[0]["path"] == "./=cmd|' /C calc'!A0"


def test_a_uid_that_looks_like_a_formula_is_none(tmp_path: Path, card: ModelCard) -> None:
    row = scored(card)
    who = dataclasses.replace(row.identity, sop_instance_uid="=1+1")
    write(tmp_path, card, [dataclasses.replace(row, identity=who)])
    assert table(tmp_path)[0]["sop_instance_uid"] == "'=1+1"


def test_nothing_tells_the_patients_name(tmp_path: Path, card: ModelCard) -> None:
    write(tmp_path, card, [scored(card)], overlays=True)
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or b"DOE" not in path.read_bytes()


def test_a_killed_run_leaves_whole_lines_and_the_earlier_table(
    tmp_path: Path, card: ModelCard
) -> None:
    write(tmp_path, card, [scored(card)])
    again = Results(tmp_path, card, model_sha256="ab", provider="CPU", sensitivity=0.95)
    again.write(scored(card))
    again.write(scored(card))
    lines = (tmp_path / "results.jsonl").read_text().splitlines()
    assert [json.loads(line)["status"] for line in lines] == ["scored", "scored"]
    assert len(table(tmp_path)) == 1
    again.__exit__(None, None, None)
    assert len(table(tmp_path)) == 2


def test_overlays_show_the_film_and_where(tmp_path: Path, card: ModelCard) -> None:
    write(tmp_path, card, [scored(card), scored(card), scored(card, "b", 0.1)], overlays=True)
    names = sorted(path.name for path in (tmp_path / "overlays").iterdir())
    assert names == ["a.dcm (2).png", "a.dcm.png"]
    picture = cv2.imread(str(tmp_path / "overlays/a.dcm.png"))
    assert picture.shape == (50 + 24, 100, 3)
    assert (picture[40:50, 90:] == 100).all()
    assert picture[5, 5].tolist() != [100, 100, 100]


def test_normality_is_pointed_at_nowhere(card: ModelCard) -> None:
    found = labels(card, assessed(card, 0.1).assessment, 0.95)
    assert any(x.finding.name == "normal" and x.state == "flagged" for x in found)
    assert top_flagged(found) is None
