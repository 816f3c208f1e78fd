"""Several sets become one: copies found, patients whole, every film in one split."""

import csv
import logging
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isnan
from pathlib import Path

from engine.writing import replacing
from training.config import LEAVES, ConfigError
from training.datasets.duplicates import Pair, find_pairs
from training.datasets.prints import Print, take_prints
from training.datasets.registry import read
from training.datasets.sample import Sample
from training.datasets.splits import assign, joined, published

log = logging.getLogger(__name__)

SPLITS = ("train", "val", "test")
_FRONTAL = {"PA", "AP", "AP supine", "frontal", "unknown", ""}
_COLUMNS = (
    "file",
    "split",
    "source",
    "label",
    "in_task",
    "group_id",
    "view",
    "age_group",
    "patient",
    "published_split",
    "rows",
    "columns",
    "sha256",
    "also_in",
    "copies",
)


@dataclass(frozen=True, slots=True)
class Film:
    """A film that stays; ``copies`` are what was left out for it."""

    sample: Sample
    patient: str
    published_split: str
    copies: tuple[Sample, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A film that does not stay: why in a few words (to be counted), and in full."""

    path: Path
    why: str
    reason: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two films that are copies, or one chest twice, and how that was found."""

    pair: Pair
    first: Sample
    second: Sample


@dataclass(frozen=True, slots=True)
class Collection:
    """What `prepare` makes: the films in their splits, and an account of everything else."""

    films: tuple[Film, ...]
    left_out: tuple[LeftOut, ...]
    likenesses: tuple[Likeness, ...]
    warnings: tuple[str, ...]
    prints: Mapping[Path, Print]

    @property
    def in_task(self) -> tuple[Sample, ...]:
        """Return the films of the five leaves."""
        return tuple(f.sample for f in self.films if f.sample.finding in LEAVES)


def read_sets(sets: Sequence[tuple[str, Path]]) -> tuple[Sample, ...]:
    """Read sets, (kind, path) each, and tell apart groups that share nothing but a name.

    A manifest's groups without a source before a colon are its own; so are those of two class
    trees. Patients that sets name alike (``nih:12`` in RSNA's mapping) stay one.

    Raises
    ------
    ConfigError
        Where a reader does, or two class trees have the same name.
    """
    samples: list[Sample] = []
    sources: dict[str, Path] = {}
    for place, (kind, root) in enumerate(sets, 1):
        found = read(kind, root)
        for sample in found:
            if kind == "folders" and sources.setdefault(sample.source, root) != root:
                raise ConfigError(
                    f"{sources[sample.source]} and {root} are both called {sample.source!r}: "
                    "rename one of the folders"
                )
            own = kind == "manifest" and ":" not in sample.group
            group = f"manifest{place}:{sample.group}" if own else sample.group
            samples.append(replace(sample, path=sample.path.absolute(), group=group))
    if not samples:
        raise ConfigError("no set is named: give at least one --set KIND=PATH")
    return tuple(samples)


def prepare(
    samples: Sequence[Sample],
    out: Path,
    *,
    val: float = 0.15,
    test: float = 0.15,
    seed: int = 1,
    frontal_only: bool = False,
) -> Collection:
    """Find copies, join groups, give every group one split, and write the tables into ``out``.

    Of copies the largest film stays (of equals the one named first) with what the others know;
    copies with contradicting findings are all left out. No group (patient, copies, one chest
    twice) is divided: see `training.datasets.splits` for how published splits are kept.

    Raises
    ------
    ConfigError
        Where the shares are impossible, no film is left, or train has fewer than two classes.
    """
    if val < 0 or test < 0 or val + test >= 1:
        raise ConfigError(f"val {val} and test {test} leave no train: choose shares below 1 in sum")
    left_out: list[LeftOut] = []
    seen = _frontal(samples, left_out) if frontal_only else tuple(samples)
    prints, unreadable = take_prints((s.path for s in seen), cache=out / "prints.npz")
    left_out += [LeftOut(path, "unreadable", reason) for path, reason in unreadable.items()]
    seen = tuple(s for s in seen if s.path in prints)
    pairs = find_pairs([prints[s.path] for s in seen])
    groups = joined(seen, [(p.first, p.second) for p in pairs])
    given = published(seen, groups)
    kept = _best(seen, prints, [p for p in pairs if p.copies], left_out)
    _write_left_out(left_out, out)
    if not kept:
        raise ConfigError(f"no film is left: {out / 'left_out.csv'} says why")
    films = [seen[place] for place, _, _ in kept]
    names = [groups[place] for place, _, _ in kept]
    splits = assign(films, names, given, shares={"val": val, "test": test}, seed=seed)
    collection = Collection(
        films=tuple(
            Film(
                replace(merged, group=groups[place], split=splits[groups[place]]),
                patient=seen[place].group,
                published_split=seen[place].split,
                copies=copies,
            )
            for place, merged, copies in kept
        ),
        left_out=tuple(left_out),
        likenesses=tuple(Likeness(p, seen[p.first], seen[p.second]) for p in pairs),
        warnings=(*_moved(seen, groups, given), *_wanting(films, names, splits)),
        prints=prints,
    )
    _write_manifest(collection, out)
    return collection


def _frontal(samples: Iterable[Sample], left_out: list[LeftOut]) -> tuple[Sample, ...]:
    kept = []
    for sample in samples:
        if sample.view in _FRONTAL:
            kept.append(sample)
        else:
            reason = f"the view {sample.view} is not frontal"
            left_out.append(LeftOut(sample.path, "not frontal", reason))
    return tuple(kept)


def _best(
    samples: Sequence[Sample],
    prints: Mapping[Path, Print],
    pairs: Iterable[Pair],
    left_out: list[LeftOut],
) -> list[tuple[int, Sample, tuple[Sample, ...]]]:
    """Return what stays: place, merged sample, copies; the rest goes to ``left_out``."""
    alone = [replace(sample, group=str(place)) for place, sample in enumerate(samples)]
    of_one: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(joined(alone, [(p.first, p.second) for p in pairs])):
        of_one[name].append(place)
    kept = []
    for places in of_one.values():
        best = max(places, key=lambda i: (prints[samples[i].path].pixels, -i))
        copies = tuple(samples[i] for i in places if i != best)
        films = (samples[best], *copies)
        if fault := _contradiction(films):
            for film in films:
                others = ", ".join(str(f.path) for f in films if f is not film)
                reason = f"called {film.finding}, and its copies are not ({fault}): {others}"
                left_out.append(LeftOut(film.path, "copies contradict", reason))
            continue
        kept.append((best, _merged(films), copies))
        left_out += [LeftOut(c.path, "copy", f"a copy of {films[0].path}") for c in copies]
    return sorted(kept, key=lambda one: one[0])


def _contradiction(films: Sequence[Sample]) -> str:
    """Say which finding copies of one film disagree on; "" where they do not."""
    if len(findings := {film.finding for film in films}) > 1:
        return " / ".join(sorted(findings))
    stated: dict[str, set[float]] = defaultdict(set)
    for film in films:
        for finding, value in film.targets.items():
            if not isnan(value):
                stated[finding].add(value)
    return next((finding for finding, values in stated.items() if len(values) > 1), "")


def _merged(films: Sequence[Sample]) -> Sample:
    """Return the first film with what only its copies know."""
    exact = {"PA": 0, "AP": 0, "AP supine": 0, "frontal": 1, "unknown": 3, "": 3}
    targets: dict[str, float] = {}
    for film in reversed(films):
        targets |= {f: v for f, v in film.targets.items() if f not in targets or not isnan(v)}
    return replace(
        films[0],
        view=min((film.view for film in films), key=lambda view: exact.get(view, 2)),
        age_group=next((f.age_group for f in films if f.age_group != "unknown"), "unknown"),
        targets=targets,
    )


def _moved(samples: Sequence[Sample], groups: Sequence[str], given: Mapping[str, str]) -> list[str]:
    """Tell films that leave the split their set published, because of what they are tied to."""
    moves = Counter(
        (sample.source, sample.split, given[group])
        for sample, group in zip(samples, groups, strict=True)
        if sample.split in SPLITS and sample.split != given[group]
    )
    return [
        f"{count} films of {source} move from the published {old} to {new}: a copy or a film of "
        f"the same patient is there"
        for (source, old, new), count in sorted(moves.items())
    ]


def _wanting(
    films: Sequence[Sample], groups: Sequence[str], splits: Mapping[str, str]
) -> list[str]:
    """Return what the splits lack.

    Raises
    ------
    ConfigError
        Where train has fewer than two classes of the task.
    """
    counts = Counter((f.finding, splits[g]) for f, g in zip(films, groups, strict=True))
    strange = Counter(f.finding for f in films if f.finding not in LEAVES)
    told = [
        f"{count} films are called {finding!r}, which is outside the task: they stay with in_task "
        f"0 and are not trained on; rename them to one of {', '.join(LEAVES)} if they are one"
        for finding, count in strange.most_common()
    ]
    learned = [leaf for leaf in LEAVES if counts[leaf, "train"]]
    if len(learned) < 2:
        raise ConfigError(
            f"train holds {learned[0] if learned else 'no class'} alone: add a set with films of "
            f"another class ({', '.join(leaf for leaf in LEAVES if leaf not in learned)})"
        )
    for leaf in LEAVES:
        if not any(counts[leaf, split] for split in SPLITS):
            told.append(
                f"no film is {leaf}: add a set that has some, or name the experiment's [classes]"
            )
        elif missing := [split for split in SPLITS if not counts[leaf, split]]:
            told.append(
                f"{leaf} has no film in {' and '.join(missing)}: add films of it, or ask for "
                "larger shares"
            )
    return told


def _write_manifest(collection: Collection, out: Path) -> None:
    rows = [_row(film, collection.prints[film.sample.path], out) for film in collection.films]
    _write_table(out / "manifest.csv", _COLUMNS, rows)


def _write_left_out(left_out: Iterable[LeftOut], out: Path) -> None:
    reasons = sorted((str(one.path), one.why, one.reason) for one in left_out)
    _write_table(out / "left_out.csv", ("file", "why", "reason"), reasons)


def _row(film: Film, one: Print, out: Path) -> tuple[object, ...]:
    sample = film.sample
    return (
        _named(sample.path, out),
        sample.split,
        sample.source,
        sample.finding,
        int(sample.finding in LEAVES),
        sample.group,
        sample.view,
        sample.age_group,
        film.patient,
        film.published_split,
        one.rows,
        one.columns,
        one.digest,
        ";".join(sorted({copy.source for copy in film.copies} - {sample.source})),
        ";".join(_named(copy.path, out) for copy in film.copies),
    )


def _named(path: Path, out: Path) -> str:
    """Name a film below ``out`` from there, so that the folder can move; others in full."""
    below = out.absolute()
    return (path.relative_to(below) if path.is_relative_to(below) else path).as_posix()


def _write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as beside, beside.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
