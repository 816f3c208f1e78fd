"""Splits that divide no patient: what sets publish is kept, the rest is drawn evenly."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from training.datasets.sample import Sample

HELD_OUT = ("test", "val")
"""The strictest first: a group with any film in a published test goes to test."""


def joined(samples: Sequence[Sample], links: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Return every film's joined group: patients, and what ``links`` (by place) ties them to.

    A joined group has the first name, in order of the alphabet, of those it is made of.
    """
    first: dict[str, int] = {}
    edges = [(first.setdefault(s.group, place), place) for place, s in enumerate(samples)]
    ends = np.array([*edges, *links], np.int64).reshape(-1, 2).T
    shape = (len(samples), len(samples))
    _, parts = connected_components(
        coo_array((np.ones(ends.shape[1], np.int8), tuple(ends)), shape), directed=False
    )
    names: dict[int, str] = {}
    for sample, part in zip(samples, parts.tolist(), strict=True):
        names[part] = min(names.get(part, sample.group), sample.group)
    return tuple(names[part] for part in parts.tolist())


def published(samples: Sequence[Sample], groups: Sequence[str]) -> dict[str, str]:
    """Return the split that each joined group takes from its sets; "" where none publishes one.

    Where they disagree the strictest wins: test, then val, then train.
    """
    told: dict[str, set[str]] = defaultdict(set)
    for sample, group in zip(samples, groups, strict=True):
        told[group].add(sample.split)
    order = (*HELD_OUT, "train")
    return {
        group: next((split for split in order if split in splits), "")
        for group, splits in told.items()
    }


def assign(
    samples: Sequence[Sample],
    groups: Sequence[str],
    given: Mapping[str, str],
    *,
    shares: Mapping[str, float],
    seed: int,
) -> dict[str, str]:
    """Return one split for every group, ``shares`` of each (source, finding) in test and val.

    A group counts where most of its films are. Groups that no set gives a split are drawn by a
    hash of seed and name, so that a further set moves few of them. Where a set's own val or test
    is smaller than half the share asked for, groups of its train are drawn as well.
    """
    sizes = Counter(groups)
    splits = {group: given.get(group, "") for group in sizes}
    for members in _strata(samples, groups).values():
        films = sum(sizes[group] for group in members)
        for split in HELD_OUT:
            wanted = round(shares[split] * films)
            have = sum(sizes[group] for group in members if splits[group] == split)
            free = {"", "train"} if 2 * have < wanted else {""}
            for group in sorted(members, key=lambda name: (_drawn(name, split, seed), name)):
                if splits[group] in free and have + sizes[group] <= wanted:
                    splits[group] = split
                    have += sizes[group]
    return {group: split or "train" for group, split in splits.items()}


def _strata(samples: Sequence[Sample], groups: Sequence[str]) -> dict[tuple[str, str], list[str]]:
    inside: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for sample, group in zip(samples, groups, strict=True):
        inside[group][sample.source, sample.finding] += 1
    strata: dict[tuple[str, str], list[str]] = defaultdict(list)
    for group, counts in inside.items():
        strata[min(counts, key=lambda stratum: (-counts[stratum], stratum))].append(group)
    return strata


def _drawn(group: str, split: str, seed: int) -> str:
    return hashlib.sha256(f"{seed}:{split}:{group}".encode()).hexdigest()
