"""What the model card's page says whatever the card, and what it calls the card's keys.

They stand here untranslated; ``packaging/translations.py`` collects them.
"""

INTENDED = (
    "Sorting frontal chest films by how soon they should be read, on the reader's own workstation:"
    " in research and in engineering, beside a radiologist who reads every film."
)
NOT_FOR = (
    "Diagnosis, or ruling a disease out: a film that is not flagged is still to be read.",
    "Lateral views, CT slices, photographs of films, other body parts.",
    "Findings that are not in its list: it says nothing of nodules, fractures, a pneumothorax or"
    " tubes.",
    "Hospitals and devices unlike those it learned from, before its thresholds have been checked"
    " on films of that place.",
)
HEADER_REFUSALS = (
    "The file's header: a modality that is no projection radiograph, another body part than the"
    " chest, a lateral view, a film that lies turned or mirrored, a sequence of frames.",
    "The pixels: fewer than 128 a side, too long and narrow, a colour picture, blank or almost"
    " without grey levels.",
)
TERMS = {
    "kermany": "CC BY 4.0",
    "covid_cxnet": "CC BY 4.0",
    "hannover": "CC BY 3.0",
    "nih_cxr14": "free, with attribution to the NIH Clinical Center",
    "rsna_normal": "RSNA 2018 challenge: research and education",
    "jsrt": "JSRT: research and education",
    "cohen": "each film its own, many non-commercial",
    "crd_covid": "not stated for each film",
}
MEASURES = {
    "films": "Films",
    "auc": "AUC",
    "pr_auc": "PR AUC",
    "sensitivity": "Sensitivity",
    "specificity": "Specificity",
    "ppv": "PPV",
    "npv": "NPV",
    "f1": "F1",
    "brier": "Brier",
    "calibration_error": "Calibration error",
}
KEYS = {
    "train": "training",
    "val": "validation",
    "test": "test",
    "form": "form",
    "films": "films",
    "films_by_leaf": "films by finding",
    "refused_by_gate": "refused by the gate",
    "macro_auc": "macro AUC",
    "macro_auc_val": "macro AUC, validation",
    "macro_auc_val_lost": "macro AUC lost, validation",
    "accuracy": "accuracy",
    "operating_sensitivity": "sensitivity of the operating points",
    "normals_called_normal_by_source": "normals called normal, by source",
    "parity_with_torch": "largest difference from PyTorch",
    "difference_from_mean": "largest difference from the mean of the networks",
    "milliseconds_a_film": "milliseconds a film",
    "megabytes": "megabytes",
    "wrong_refusals_val": "wrong refusals, validation",
    "auroc_lateral_cross_validated": "AUROC for lateral views, cross-validated",
    "auroc_not_chest_cross_validated": "AUROC for what is no chest, cross-validated",
    "auroc_inverted_cross_validated": "AUROC for inverted greys, cross-validated",
    "auroc_rotated_cross_validated": "AUROC for turned films, cross-validated",
    "lateral": "lateral",
    "not_chest": "no chest",
    "inverted": "inverted",
    "rotated": "turned",
    "frontal": "frontal",
    "command": "command",
    "experiment": "experiment",
    "experiment_sha256": "experiment (SHA-256)",
    "libraries": "libraries",
    "members": "members",
}
BARS = {
    "five findings: macro AUC",
    "4 classes with lung opacity: macro AUC",
    "4 classes: COVID-19 sensitivity at 95 % specificity",
    "Normal / Viral / COVID-19: accuracy",
    "Normal / Pneumonia, Kermany: accuracy",
    "Normal / Pneumonia, Kermany: recall",
    "Normal / Pneumonia, Kermany: AUC",
    "bacterial against viral, children: AUC",
    "adults only, COVID-19 against the rest: AUC",
    "lungs blanked out: COVID-19 AUC",
    "heat-map mass in the lungs, true positives: median",
    "gate: wrong refusals",
    "calibration error (15 bins)",
    "calibration error (15 bins): likeliest class",
    "conformal coverage at 90 %",
    "normals called normal",
    "normal against opacity within it: AUC",
    "P(normal) against other places' abnormal: AUC",
    "COVID-19 against the rest of the place: AUC",
    "COVID-19 against other places' adults without it: AUC",
}
"""What bars are set for; one of a finding has its name after these words."""
