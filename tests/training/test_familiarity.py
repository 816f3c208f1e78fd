"""Sources' centres and thresholds: nothing noticed at home, a new place noticed."""

import numpy as np

from engine.models.familiarity import Devices
from training.familiarity import fit_familiarity, with_notice_thresholds, with_places

WIDTH = 40


def films(centre: np.ndarray, count: int, rng: np.random.Generator) -> np.ndarray:
    return centre + rng.normal(size=(count, WIDTH)) * np.linspace(2, 0.5, WIDTH)


def test_home_is_quiet_and_a_new_place_is_heard() -> None:
    rng = np.random.default_rng(2)
    centres = {name: rng.normal(size=WIDTH) * 2 for name in "abc"}
    train = np.concatenate([films(c, 300, rng) for c in centres.values()])
    val = np.concatenate([films(c, 100, rng) for c in centres.values()])
    sources = np.repeat(list(centres), 300)
    fitted = fit_familiarity(train, list(sources))
    found = with_notice_thresholds(
        fitted, val.astype(np.float32), list(np.repeat(list(centres), 100)), seed=1
    )
    assert set(found.centres) == set(centres)
    white = found.offsets(train)
    np.testing.assert_allclose(white.std(0), 1, atol=0.15)
    again = np.concatenate([films(c, 200, rng) for c in centres.values()])
    assert np.mean([found.strange_film(o) for o in found.offsets(again)]) <= 0.06
    for centre in centres.values():
        devices = Devices(found)
        told = [devices.add("old", o) for o in found.offsets(films(centre, 30, rng))]
        assert not told[-1]
    devices = Devices(found)
    new = films(rng.normal(size=WIDTH) * 2, 16, rng)
    assert [devices.add("new", o) for o in found.offsets(new)] == [False] * 15 + [True]


def test_a_source_of_few_films_is_no_home_unless_all_are() -> None:
    rng = np.random.default_rng(4)
    train = rng.normal(size=(60, WIDTH))
    assert set(fit_familiarity(train, ["a"] * 50 + ["b"] * 10).centres) == {"a"}
    assert set(fit_familiarity(train[:20], ["a"] * 10 + ["b"] * 10).centres) == {"a", "b"}


def test_a_place_that_was_added_is_known_and_another_one_still_is_not() -> None:
    rng = np.random.default_rng(6)
    home = films(rng.normal(size=WIDTH) * 2, 300, rng)
    fitted = fit_familiarity(home, ["home"] * 300)
    before = with_notice_thresholds(fitted, home.astype(np.float32), ["home"] * 300, seed=1)
    here, elsewhere = rng.normal(size=(2, WIDTH)) * 2
    local = np.concatenate([films(here, 60, rng), films(elsewhere, 5, rng)]).astype(np.float32)
    sources = ["here"] * 60 + ["elsewhere"] * 5
    after = with_places(before, local, sources, places=["here"], seed=1)
    assert set(after.centres) == {"home", "here"}
    assert after.most_film >= before.most_film
    for centre, told in ((here, (True, False)), (elsewhere, (True, True))):
        new = films(centre, 30, rng)
        for familiarity, strange in zip((before, after), told, strict=True):
            devices = Devices(familiarity)
            assert [devices.add("new", o) for o in familiarity.offsets(new)][-1] is strange
