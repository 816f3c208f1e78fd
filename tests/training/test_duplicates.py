"""Copies of a film are found however they were made; different films never are."""

import csv
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from training.datasets import prints as taking
from training.datasets.duplicates import find_pairs, likeness
from training.datasets.prints import Print, take_print, take_prints, thumbnail
from training.datasets.sample import Sample
from training.datasets.splits import joined

Grey = NDArray[np.uint8]


def film(seed: int, *, side: int = 240) -> Grey:
    """Draw a chest of sorts: all alike in the large, each its own in the small."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[-1 : 1 : side * 1j, -1 : 1 : side * 1j]
    lungs = np.exp(-(((np.abs(x) - 0.45) / 0.3) ** 2) - (y / 0.7) ** 2)
    body = 150 - 110 * lungs
    for deviation, strength in ((side / 8, 30.0), (side / 25, 16.0), (side / 80, 10.0)):
        texture = cv2.GaussianBlur(rng.normal(size=(side, side)), (0, 0), deviation)
        body += strength * texture / texture.std()
    return np.clip(body, 0, 255).astype(np.uint8)


def taken(image: Grey, name: str = "") -> Print:
    return Print(thumbnail(image.astype(np.float32)), name or repr(image.tobytes()), *image.shape)


def jpeg(image: Grey) -> Grey:
    _, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, 40])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), np.uint8)


def cropped(image: Grey, rows: float, columns: float) -> Grey:
    r, c = round(image.shape[0] * rows), round(image.shape[1] * columns)
    return image[r : image.shape[0] - r, c : image.shape[1] - c]


def padded(image: Grey) -> Grey:
    return np.pad(image, round(image.shape[0] * 0.04))


CHANGES: dict[str, Callable[[Grey], Grey]] = {
    "resized": lambda f: cv2.resize(f, None, fx=1 / 3, fy=1 / 3).astype(np.uint8),
    "squeezed": lambda f: cv2.resize(f, (224, 120)).astype(np.uint8),
    "compressed": jpeg,
    "mirrored": lambda f: f[:, ::-1],
    "resized, mirrored and compressed": lambda f: jpeg(
        np.ascontiguousarray(cv2.resize(f, (80, 80))[:, ::-1].astype(np.uint8))
    ),
    "brightened": lambda f: np.clip(f * 1.1 + 15.0, 0, 255).astype(np.uint8),
    "another tone curve": lambda f: (255 * (f / 255.0) ** 0.7).astype(np.uint8),
    "cropped": lambda f: cropped(f, 0.04, 0.04),
    "cropped to another shape": lambda f: cropped(f, 0, 0.09),
    "padded": padded,
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("others", [0, 30])
def test_a_changed_copy_is_found_among_few_and_many(change: str, others: int) -> None:
    images = [film(seed) for seed in range(others + 2)]
    copy = CHANGES[change](images[1])
    pairs = find_pairs([taken(image) for image in (*images, copy)])
    assert [(p.first, p.second) for p in pairs] in ([(1, len(images))], [(len(images), 1)])
    (pair,) = pairs
    assert pair.copies
    assert (pair.kind == "mirrored") == ("mirrored" in change)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32), st.integers(2, 12))
def test_different_films_are_never_paired(seed: int, count: int) -> None:
    assert find_pairs([taken(film(seed + k, side=96)) for k in range(count)]) == ()


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 2**32), st.sampled_from([(0, 0), (3, 3), (0, 6)]))
def test_likeness_is_a_correlation_and_highest_of_a_film_with_itself(
    one: int, other: int, cut: tuple[int, int]
) -> None:
    first, second = (taken(film(seed, side=96)).thumbnail for seed in (one, other))
    found = likeness(first, second, cut=cut)
    assert -1.001 <= found <= likeness(first, first) + 1e-3


def test_many_copies_are_one_group_and_identical_files_need_no_comparison() -> None:
    image = film(1)
    prints = [taken(change(image)) for change in CHANGES.values()]
    prints += [taken(image, "same"), taken(image, "same"), taken(film(2))]
    pairs = find_pairs(prints)
    assert sum(p.copies for p in pairs) == len(prints) - 2
    assert [p.kind for p in pairs].count("identical") == 1
    alone = [Sample(Path(str(i)), "normal", str(i), "x", "") for i in range(len(prints))]
    groups = joined(alone, [(p.first, p.second) for p in pairs])
    assert len(set(groups[:-1])) == 1
    assert groups[-1] != groups[0]


def test_blank_films_are_copies_of_nothing() -> None:
    blanks = [taken(np.full((90, 90), level, np.uint8)) for level in (0, 7, 255)]
    assert find_pairs([*blanks, taken(film(3))]) == ()
    assert find_pairs([]) == ()


def test_prints_are_kept_and_just_changed_files_are_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / f"{k}.png" for k in range(3)]
    for k, path in enumerate(paths):
        cv2.imwrite(str(path), film(k))
    (tmp_path / "bad.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    cache = tmp_path / "out" / "prints.npz"
    first, unreadable = take_prints([*paths, tmp_path / "bad.png", tmp_path / "no"], cache=cache)
    assert list(unreadable) == [tmp_path / "bad.png", tmp_path / "no"]
    assert all(unreadable.values())
    assert (first[paths[1]].rows, first[paths[1]].columns) == (240, 240)

    def forbidden(*_: object) -> None:
        raise AssertionError("read again")

    with monkeypatch.context() as patch:
        patch.setattr(taking, "ReaderPool", forbidden)
        again, _ = take_prints(paths, cache=cache)
    for path in paths:
        assert again[path].digest == first[path].digest == take_print(path).digest
        np.testing.assert_array_equal(again[path].thumbnail, first[path].thumbnail)
    cv2.imwrite(str(paths[0]), film(9, side=120))
    changed, _ = take_prints(paths, cache=cache)
    assert changed[paths[0]].rows == 120


def test_a_broken_cache_is_made_anew(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "a.png"), film(1))
    cache = tmp_path / "prints.npz"
    cache.write_bytes(b"PK\x03\x04 no archive")
    prints, _ = take_prints([tmp_path / "a.png"], cache=cache)
    assert len(prints) == 1
    assert cache.stat().st_size > 4096


@pytest.mark.shared
def test_films_as_published_are_found_among_their_stored_copies(shared: Path) -> None:
    with (shared / "fullres" / "manifest.csv").open(encoding="utf-8") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    with (shared / "cxr" / "manifest.csv").open(encoding="utf-8") as file:
        stored = {row["id"]: row for row in csv.DictReader(file)}
    twice = sorted(set(rows) & set(stored))
    some = [*twice, *sorted(set(stored) - set(rows))[::150]]
    prints = [take_print(shared / "fullres" / rows[name]["file"]) for name in twice]
    prints += [take_print(shared / "cxr" / stored[name]["file"]) for name in some]
    pairs = {tuple(sorted((p.first, p.second))) for p in find_pairs(prints) if p.copies}
    assert pairs == {(k, k + len(twice)) for k in range(len(twice))}
