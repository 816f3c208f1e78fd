"""How much each finding weighs in the order of the worklist, and why.

The scale follows the ACR Actionable Reporting Work Group (Larson et al., JACR 2014;11:552-558):
what must be said within minutes weighs 1, within hours 0.8 and more, within days 0.3 to 0.6. They
are defaults: a site edits them.
"""

from collections.abc import Mapping
from types import MappingProxyType

OTHER_WEIGHT = 0.8

WEIGHTS: Mapping[str, tuple[float, str]] = MappingProxyType(
    {
        "pneumothorax": (1.0, "May need a drain within minutes."),
        "covid19": (1.0, "The patient is to be isolated before the next contact."),
        "tuberculosis": (1.0, "The patient is to be isolated before the next contact."),
        "pneumonia": (0.9, "Treatment is to begin within hours."),
        "bacterial_pneumonia": (0.9, "Treatment is to begin within hours."),
        "viral_pneumonia": (0.9, "Treatment is to begin within hours."),
        "consolidation": (0.9, "Treatment is to begin within hours."),
        "edema": (0.9, "Treatment is to begin within hours."),
        "lung_opacity": (0.85, "May be pneumonia, oedema, bleeding or a mass: told apart today."),
        "infiltration": (0.85, "May be pneumonia, oedema, bleeding or a mass: told apart today."),
        "effusion": (0.8, "May need drainage, and a cause, today."),
        "abnormal": (0.8, "Something is there, and the model cannot name it."),
        "mass": (0.6, "To be followed up within days; it must not be lost."),
        "nodule": (0.5, "To be followed up within days; it must not be lost."),
        "fracture": (0.5, "Pain and complications; rarely urgent by itself."),
        "atelectasis": (0.5, "Often from lying still; seldom changes the hour."),
        "cardiomegaly": (0.4, "Mostly long known."),
        "emphysema": (0.3, "Mostly long known."),
        "fibrosis": (0.3, "Mostly long known."),
        "pleural_thickening": (0.3, "Mostly long known."),
        "hernia": (0.3, "Mostly long known."),
    }
)
"""Finding -> its weight (0..1) and the reason for it."""


def weight_of(finding: str) -> float:
    """Return a finding's default weight; what is not in the table weighs as "abnormal" does."""
    return WEIGHTS.get(finding, (OTHER_WEIGHT, ""))[0]


def reason_of(finding: str) -> str:
    """Return why a finding weighs what it does; empty where the table does not say."""
    return WEIGHTS.get(finding, (OTHER_WEIGHT, ""))[1]
