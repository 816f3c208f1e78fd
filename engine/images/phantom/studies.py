"""Lists of phantom studies, and their files."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from engine.images.phantom.exposure import expose
from engine.images.phantom.spec import AgeGroup, PhantomSpec, Sign, View
from engine.images.phantom.writing import dicom_bytes
from engine.writing import replacing

Study = tuple[PhantomSpec, ...]


def studies(count: int, seed: int = 0) -> Iterator[Study]:
    """Yield studies, each a tuple of films.

    The first eight are fixed in kind: normal; lobar consolidation; ground glass on a supine film
    with lines; nodule; normal child; child with consolidation; frontal and lateral; and the
    current film of the second person, whose first film is thereby the prior.
    """
    for index in range(count):
        yield _SHOWN[index](seed) if index < len(_SHOWN) else _drawn(seed, index)


def _person(seed: int, index: int) -> int:
    return (seed * 100_003 + index) % 2**31


_SHOWN = (
    lambda seed: (PhantomSpec(_person(seed, 1), sex="M"),),
    lambda seed: (
        PhantomSpec(_person(seed, 2), sex="F", signs=(Sign.CONSOLIDATION,), sign_seed=1),
    ),
    lambda seed: (
        PhantomSpec(
            _person(seed, 3),
            view=View.AP,
            supine=True,
            signs=(Sign.GROUND_GLASS, Sign.LINES),
            study_date="20240202",
        ),
    ),
    lambda seed: (
        PhantomSpec(_person(seed, 4), signs=(Sign.NODULE,), monochrome1=True, marker="L"),
    ),
    lambda seed: (PhantomSpec(_person(seed, 5), view=View.AP, age_group=AgeGroup.CHILD, sex="F"),),
    lambda seed: (
        PhantomSpec(
            _person(seed, 6),
            view=View.AP,
            age_group=AgeGroup.CHILD,
            signs=(Sign.CONSOLIDATION,),
            sign_seed=0,
        ),
    ),
    lambda seed: (
        PhantomSpec(_person(seed, 7), sex="F", marker="L"),
        PhantomSpec(_person(seed, 7), sex="F", view=View.LATERAL, film=1, marker="L"),
    ),
    lambda seed: (PhantomSpec(_person(seed, 2), sex="F", study=1, study_date="20240219"),),
)


def _drawn(seed: int, index: int) -> Study:
    """Draw any other study."""
    random = np.random.default_rng((seed, index, 77))
    child = random.random() < 0.25
    supine = not child and random.random() < 0.3
    signs = [sign for sign, share in _SHARES if random.random() < share]
    if supine and random.random() < 0.6:
        signs.append(Sign.LINES)
    return (
        PhantomSpec(
            _person(seed, index + 1),
            view=View.AP if supine or child else View.PA,
            age_group=AgeGroup.CHILD if child else AgeGroup.ADULT,
            sex="F" if random.random() < 0.5 else "M",
            signs=tuple(signs),
            sign_seed=int(random.integers(1000)),
            supine=supine,
            monochrome1=bool(random.random() < 0.15),
            marker="L" if random.random() < 0.3 else "R",
        ),
    )


_SHARES = ((Sign.CONSOLIDATION, 0.22), (Sign.GROUND_GLASS, 0.15), (Sign.NODULE, 0.1))


def write_studies(
    out: Path, count: int = 8, seed: int = 0, *, size: int = 2048, truth: bool = False
) -> list[Path]:
    """Write studies below ``out``, a folder each; with ``truth`` a ``truth.json`` beside the films.

    Returns
    -------
    list of Path
        The films in the order of the studies.
    """
    films = []
    for index, study in enumerate(studies(count, seed), start=1):
        folder = out / f"study-{index:04d}"
        folder.mkdir(parents=True, exist_ok=True)
        truths = {}
        for spec in study:
            phantom = expose(spec, size)
            name = f"{spec.view.lower()}-{spec.film + 1}.dcm"
            _replace(folder / name, dicom_bytes(phantom))
            truths[name] = phantom.truth
            films.append(folder / name)
        if truth:
            text = json.dumps(truths, indent=1, sort_keys=True) + "\n"
            _replace(folder / "truth.json", text.encode())
    return films


def _replace(path: Path, data: bytes) -> None:
    with replacing(path) as beside:
        beside.write_bytes(data)
