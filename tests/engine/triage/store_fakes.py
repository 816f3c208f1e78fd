"""Rows as a pipeline would give them, without a film or a model."""

import hashlib
from pathlib import Path

import numpy as np

from engine.images.intake import Candidate
from engine.triage.pipeline import Row, Stamp, Status
from engine.types import Assessed, Assessment, Finding, Identity, frozen

MODEL, RECIPE, GRAPH = "a" * 64, "b" * 64, "c" * 64
STAMP = Stamp(1234, 1_700_000_000_123_456_789)


def candidate(name: str = "in/a.dcm", **parts: object) -> Candidate:
    return Candidate(Path(name), name, Path(name).name, **parts)  # type: ignore[arg-type]


def assessment(
    probability: float = 0.1 + 0.2, *, model: str = MODEL, reason: str = ""
) -> Assessment:
    findings = (Finding("covid19", probability, (probability / 3, (1 + probability) / 2)),)
    return Assessment(
        findings=() if reason else findings,
        reason=reason,
        model_id="toy",
        model_version="1.0",
        model_sha256=model,
        preprocessing_sha256=RECIPE,
        provider="CPU",
        prepare_ms=1 / 3,
        infer_ms=2 / 3,
        notices=("A notice.",),
    )


def row(name: str = "in/a.dcm", *, study: str = "1.2", probability: float = 0.1 + 0.2) -> Row:
    said = assessment(probability)
    return Row(
        0,
        candidate(name),
        Status.SCORED,
        identity=Identity(
            patient_name="PHANTOM", study_instance_uid=study, sop_instance_uid=f"{study}.{name}"
        ),
        warnings=("A warning.",),
        assessed=Assessed(said, None, frozen(np.array([1 / 3, -2.5]))),
        thumbnail=np.arange(48, dtype=np.uint8).reshape(6, 8),
        read_ms=1 / 7,
        prepare_ms=said.prepare_ms,
        infer_ms=said.infer_ms,
        content_sha256=hashlib.sha256(name.encode()).hexdigest(),
        stamp=STAMP,
    )
