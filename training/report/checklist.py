"""A model card's checklist: what reporting guidelines ask for, and where a report answers it.

After CLAIM (Mongan, Moy, Kahn, Radiology: Artificial Intelligence 2020; update 2024) and MI-CLAIM
(Norgeot et al., Nature Medicine 2020). The items are told in our own words; several of a guideline
may stand in one.
"""

from collections.abc import Iterable

from markupsafe import Markup

from training.report.page import Section, anchor, paragraph, table

# (what is asked, chapters that answer it, what is said beside the link or where none is there)
_Item = tuple[str, tuple[str, ...], str]

_CLAIM: dict[str, tuple[_Item, ...]] = {
    "Purpose": (
        (
            "Kind of method, named in the title",
            ("Summary",),
            "Image classification by a deep network.",
        ),
        ("Summary of design, methods, results", ("Summary", "Results"), ""),
        ("Clinical background, intended use and role", ("Summary",), "Intended use alone."),
        ("Aims and hypotheses", (), "Not stated."),
    ),
    "Design": (
        (
            "Prospective or retrospective",
            ("Data",),
            "Retrospective: films that were there already.",
        ),
        ("Goal of the study", ("Summary",), "Making a model and measuring it."),
    ),
    "Data": (
        ("Sources", ("Data",), ""),
        (
            "Who was included and excluded",
            ("Data",),
            "As each source chose; not consecutive patients.",
        ),
        ("Preprocessing", ("Training",), "Under “preprocessing” of the configuration."),
        ("Selection of parts of the data", ("Data", "Training"), ""),
        ("De-identification", (), "Not done here: left to each source."),
        (
            "Missing data",
            (),
            "Films without a label of the task are left out; views and ages that "
            "are not stated count as “unknown”.",
        ),
        ("Acquisition: devices, settings", (), "Not stated by the sources."),
    ),
    "Reference standard": (
        (
            "How it was obtained, and why so",
            ("Data",),
            "As each source says; it differs between them.",
        ),
        ("Who annotated, with what qualification", (), "Not done: left to each source."),
        ("Annotation of the test films", (), "Not done anew: the sources’ labels are used."),
        ("Variability between and within raters", (), "Not done: one label for each film."),
    ),
    "Partitions": (
        ("How films came into train, val, test", ("Data",), ""),
        (
            "Level at which the parts are disjoint",
            ("Data",),
            "Patients, as far as named.",
        ),
        ("Intended sample size", (), "Not stated."),
    ),
    "Model and training": (
        ("The model in detail", ("Training",), "The network’s name and the configuration."),
        ("Software", ("Training",), ""),
        ("Initial parameters", ("Training",), ""),
        ("Training: augmentation, schedule, stopping", ("Training",), ""),
        ("How the final model was chosen", ("Training",), "By a metric on the val films."),
        ("Ensembles", ("Training",), "As the configuration says; one network unless named."),
    ),
    "Evaluation": (
        ("Metrics", ("Results", "Words and abbreviations"), ""),
        ("Uncertainty of the figures", ("Results",), "Bootstrap by patient."),
        ("Significance against another model", ("Against another model",), ""),
        ("Robustness", ("Shortcut probe", "Sources, views and ages"), ""),
        ("Explanations", ("Heat maps and lungs",), ""),
        ("Internal test films", ("Results",), "The split “test”."),
        ("External test films", (), "Not done, unless a split above is named for another place."),
        ("Registration of a trial", (), "Not stated."),
    ),
    "Results": (
        ("Numbers of films, included and excluded", ("Data", "Results"), ""),
        ("Demographics of each part", ("Sources, views and ages",), "Age groups alone."),
        ("Performance with its precision", ("Results", "Operating points"), ""),
        ("Films that were got wrong", ("Films", "Confusion"), ""),
    ),
    "Discussion": (
        ("Limitations", ("Summary",), "Under known failures."),
        ("Meaning for practice", ("Summary",), "Under intended use."),
        ("Protocol, code and weights", ("Training",), "The command rebuilds the model."),
        ("Funding", (), "Not stated."),
    ),
}

_MI_CLAIM: dict[str, tuple[_Item, ...]] = {
    "1 Study design": (
        ("Clinical problem and question", ("Summary",), ""),
        ("Characteristics of the cohorts", ("Data", "Sources, views and ages"), ""),
        ("Cohorts represent the clinical setting", (), "Not shown: public collections are not a "
         "hospital’s daily mix."),
        ("A baseline to compare with", ("Against another model",), ""),
    ),
    "2–3 Data and optimisation": (
        ("Origin and format of the data", ("Data",), ""),
        ("Transformations before the model", ("Training",), ""),
        ("Independence of training and test", ("Data",), "By patient, as far as named."),
        ("Models tried, and the choice between them", ("Training",), "The chosen one alone."),
        ("Kind of input", ("Summary",), "Unstructured: images."),
    ),
    "4 Performance": (
        ("Primary measure and why", ("Results",), "AUC: it depends neither on a threshold nor on "
         "how frequent the finding is."),
        ("Measure of clinical use", ("Operating points",), "Sensitivity, specificity, PPV, NPV."),
        ("Comparison with the baseline, with its significance", ("Against another model",), ""),
    ),
    "5 Examination": (
        ("First technique", ("Heat maps and lungs",), "Grad-CAM."),
        ("Second technique", ("Shortcut probe", "Embedding"), ""),
        ("What it says of single films", ("Films",), ""),
        ("Shifts of the data", ("Sources, views and ages", "Normals of each place"), ""),
        ("Calibration", ("Calibration",), ""),
    ),
    "6 Reproducibility": (
        ("Level of sharing", ("Training",), "The bundle holds weights, configuration and "
         "command; films stay with their owners."),
    ),
}  # fmt: skip


def model_card(titles: Iterable[str]) -> Section:
    """Return the checklists, with links to the chapters that hold something."""
    there = set(titles)
    parts = [
        paragraph(
            "What CLAIM and MI-CLAIM ask to be told of a study, in our words, and where this "
            "report tells it. “Not done” is said where nothing was."
        )
    ]
    for guideline, groups in (("CLAIM", _CLAIM), ("MI-CLAIM", _MI_CLAIM)):
        rows = [
            [group if i == 0 else "", asked, _where(chapters, said, there)]
            for group, items in groups.items()
            for i, (asked, chapters, said) in enumerate(items)
        ]
        parts += [
            Markup("<h3>After {}</h3>").format(guideline),
            table(("Part", "Item", "Where"), rows, words=3),
        ]
    parts.append(
        paragraph(
            "CLAIM: Mongan, Moy, Kahn. Radiology: Artificial Intelligence 2020;2(2):e200029; 2024 "
            "update: Tejani et al., 2024;6(4):e240300. MI-CLAIM: Norgeot et al. Nature Medicine "
            "2020;26:1320–1324."
        )
    )
    return Section("Model card", Markup().join(parts))


def _where(chapters: tuple[str, ...], said: str, there: set[str]) -> Markup:
    links = [Markup('<a href="#{}">{}</a>').format(anchor(c), c) for c in chapters if c in there]
    if chapters and not links:
        return Markup("Not done: nothing was measured or given for it.")
    between = Markup(". ") if links and said else Markup()
    return Markup("{}{}{}").format(Markup(", ").join(links), between, said)
