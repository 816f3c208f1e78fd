"""Sets in their own layouts become one, in which nobody stands in two splits."""

import csv
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.errors import HilumError
from engine.images.intake import Candidate
from training import cli
from training.config import LEAVES, ConfigError
from training.data_report import counts
from training.datasets import prints
from training.datasets.manifest import read_manifest
from training.datasets.prints import Print
from training.datasets.sample import Sample
from training.datasets.splits import assign, joined, published
from training.prepare import Collection, prepare, read_sets

Grey = NDArray[np.uint8]
SHARES = {"val": 0.15, "test": 0.15}


class InThisProcess:
    """A pool that starts no process: that takes seconds, and is tested in the engine."""

    def __init__(self, *_: object) -> None:
        pass

    def __enter__(self) -> "InThisProcess":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def map(
        self, function: Callable[[Path], Print], items: Iterable[Candidate]
    ) -> Iterator[tuple[Candidate, Print | HilumError]]:
        for item in items:
            try:
                yield item, function(item.path)
            except HilumError as error:
                yield item, error


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    if "by_the_command" not in request.node.name:
        monkeypatch.setattr(prints, "ReaderPool", InThisProcess)


def film(seed: int, side: int = 160) -> Grey:
    rng = np.random.default_rng(seed)
    values = np.full((side, side), 120.0)
    for deviation, strength in ((side / 8, 30.0), (side / 25, 16.0), (side / 80, 10.0)):
        texture = cv2.GaussianBlur(rng.normal(size=(side, side)), (0, 0), deviation)
        values += strength * texture / texture.std()
    return np.clip(values, 0, 255).astype(np.uint8)


def write(path: Path, image: Grey) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    assert cv2.imwrite(str(path), image)
    return path


def class_tree(root: Path, count: int = 4, *, first: int = 0) -> Path:
    for k, name in enumerate(("normal", "covid")):
        for i in range(count):
            write(root / name / f"{i}.png", film(first + 100 * k + i))
    return root


def run(*arguments: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["hilum-train", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def table(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def prepared(root: Path, out: Path, **options: float) -> Collection:
    return prepare(read_sets([("folders", root)]), out, **options)  # type: ignore[arg-type]


def test_two_sets_in_their_own_layouts_are_merged_by_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kermany = tmp_path / "kermany" / "chest_xray"
    for k in range(6):
        write(kermany / "train" / "NORMAL" / f"IM-{k:04}-0001.png", film(k))
        write(kermany / "train" / "PNEUMONIA" / f"person{k}_virus_{k}.png", film(20 + k))
    write(kermany / "train" / "PNEUMONIA" / "person5_bacteria_9.png", film(29))
    write(kermany / "test" / "NORMAL" / "IM-0100-0001.png", film(40))
    write(kermany / "test" / "PNEUMONIA" / "person1_virus_99.png", film(41))
    other = tmp_path / "COVID-19_Radiography_Dataset"
    for name, seeds in {
        "COVID": (50, 51),
        "Lung_Opacity": (60, 61),
        "Normal": (70, 40, 3),  # 40: in Kermany's test; 3: in its train
        "Viral Pneumonia": (20, 2),  # 2 is called normal there
    }.items():
        for i, seed in enumerate(seeds):
            small = cv2.resize(film(seed), (120, 120)).astype(np.uint8)
            write(other / name / "images" / f"{name}-{i + 1}.png", small[:, ::-1])
    (other / "COVID" / "images" / "COVID-2.png").write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    out = tmp_path / "out"
    sets = ("--set", f"kermany={tmp_path / 'kermany'}", "--set", f"radiography_database={other}")
    assert run("prepare", *sets, "--out", str(out), monkeypatch=monkeypatch) == 0

    left_out = {Path(row["file"]).name: row for row in table(out / "left_out.csv")}
    assert {name: row["why"] for name, row in left_out.items()} == {
        "COVID-2.png": "unreadable",
        "Normal-2.png": "copy",
        "Normal-3.png": "copy",
        "Viral Pneumonia-1.png": "copy",
        "Viral Pneumonia-2.png": "copies contradict",
        "IM-0002-0001.png": "copies contradict",
    }
    assert "normal / viral_pneumonia" in left_out["IM-0002-0001.png"]["reason"]
    assert (
        str(kermany / "test" / "NORMAL" / "IM-0100-0001.png") in left_out["Normal-2.png"]["reason"]
    )
    rows = {Path(row["file"]).name: row for row in table(out / "manifest.csv")}
    assert len(rows) == 15 + 9 - 6
    assert rows["IM-0100-0001.png"]["split"] == "test"
    assert rows["IM-0100-0001.png"]["also_in"] == "radiography_database"
    assert Path(rows["IM-0100-0001.png"]["copies"]).name == "Normal-2.png"
    assert rows["person1_virus_99.png"]["split"] == "test"
    assert rows["person5_virus_5.png"]["split"] == rows["person5_bacteria_9.png"]["split"]

    samples = read_manifest(out / "manifest.csv")
    assert {s.path for s in samples} == {Path(row["file"]) for row in rows.values()}
    page = (out / "report.html").read_text(encoding="utf-8")
    assert page.count("data:image/jpeg;base64,") >= len({(s.finding, s.source) for s in samples})
    assert "http" not in page.replace("http-equiv", "").replace("http://www.w3.org", "")
    said = capsys.readouterr().out
    assert "left out: 3 copy" in said
    assert "bacterial_pneumonia" in said


def test_a_prepared_set_is_a_set_to_prepare_and_its_splits_stay(tmp_path: Path) -> None:
    first = prepared(class_tree(tmp_path / "ward", 8), tmp_path / "one")
    again = prepare(
        read_sets([("manifest", tmp_path / "one" / "manifest.csv")]), tmp_path / "two", seed=9
    )
    assert {f.sample.path: (f.sample.split, f.sample.group) for f in again.films} == {
        f.sample.path: (f.sample.split, f.sample.group) for f in first.films
    }
    assert not again.left_out


def test_films_below_the_folder_are_named_from_there(tmp_path: Path) -> None:
    prepared(class_tree(tmp_path / "ward"), tmp_path)
    assert {row["file"] for row in table(tmp_path / "manifest.csv")} >= {"ward/normal/0.png"}
    (tmp_path / "moved").mkdir()
    (tmp_path / "ward").rename(tmp_path / "moved" / "ward")
    (tmp_path / "manifest.csv").rename(tmp_path / "moved" / "manifest.csv")
    assert all(s.path.exists() for s in read_manifest(tmp_path / "moved" / "manifest.csv"))


def test_the_largest_copy_stays_and_learns_what_the_others_know(
    tmp_path: Path,
) -> None:
    root = class_tree(tmp_path / "ward")
    small = cv2.resize(film(0), (80, 80)).astype(np.uint8)
    known = Sample(
        write(tmp_path / "small.png", small),
        "normal",
        "x:1",
        "x",
        "val",
        view="PA",
        age_group="adult",
        targets={"a": 1.0, "b": float("nan")},
    )
    plain = read_sets([("folders", root)])
    collection = prepare((known, *plain), tmp_path / "out")
    (film_,) = (f for f in collection.films if f.copies)
    assert film_.sample.path == root / "normal" / "0.png"
    assert (film_.sample.view, film_.sample.age_group, film_.sample.split) == ("PA", "adult", "val")
    assert film_.sample.targets["a"] == 1.0
    assert film_.published_split == ""
    told = replace(plain[0], targets={"a": 0.0}, finding="normal")
    both = [s for s in plain if s.path != film_.sample.path]
    fault = prepare((known, replace(told, path=film_.sample.path), *both), tmp_path / "out")
    assert {one.why for one in fault.left_out} == {"copies contradict"}


def test_lateral_views_are_left_out_where_asked(tmp_path: Path) -> None:
    samples = list(read_sets([("folders", class_tree(tmp_path / "ward"))]))
    samples[0] = replace(samples[0], view="L")
    collection = prepare(samples, tmp_path / "out", frontal_only=True)
    assert [(one.path, one.why) for one in collection.left_out] == [
        (samples[0].path, "not frontal")
    ]
    assert len(prepare(samples, tmp_path / "out").films) == len(samples)


@pytest.mark.parametrize(
    ("names", "options", "message"),
    [
        (("normal",), {}, "train holds normal alone: add a set"),
        (("effusion", "hernia"), {}, "train holds no class alone"),
        (("normal", "covid"), {"val": 0.5, "test": 0.5}, "leave no train"),
        (("normal", "covid"), {"val": -0.1}, "leave no train"),
    ],
)
def test_what_cannot_be_learned_from_is_refused(
    names: tuple[str, ...], options: dict[str, float], message: str, tmp_path: Path
) -> None:
    for k, name in enumerate(names):
        for i in range(2):
            write(tmp_path / "ward" / name / f"{i}.png", film(10 * k + i))
    with pytest.raises(ConfigError, match=message):
        prepared(tmp_path / "ward", tmp_path / "out", **options)


def test_nothing_readable_is_refused_and_named(tmp_path: Path) -> None:
    for name in ("normal", "covid"):
        (tmp_path / "ward" / name).mkdir(parents=True)
        (tmp_path / "ward" / name / "a.png").write_text("no film")
    with pytest.raises(ConfigError, match=r"no film is left: .*left_out\.csv says why"):
        prepared(tmp_path / "ward", tmp_path / "out")
    assert [row["why"] for row in table(tmp_path / "out" / "left_out.csv")] == ["unreadable"] * 2


def test_strange_labels_and_empty_classes_are_told(tmp_path: Path) -> None:
    root = class_tree(tmp_path / "ward")
    write(root / "effusion" / "a.png", film(500))
    collection = prepared(root, tmp_path / "out")
    told = "\n".join(collection.warnings)
    assert "1 films are called 'effusion', which is outside the task" in told
    assert "no film is bacterial_pneumonia: add a set that has some" in told
    outside = [r for r in table(tmp_path / "out" / "manifest.csv") if r["in_task"] == "0"]
    assert [row["label"] for row in outside] == ["effusion"]
    assert len(read_manifest(tmp_path / "out" / "manifest.csv")) == 8


@pytest.mark.parametrize(
    ("text", "message"),
    [("kermany", "write KIND=PATH"), ("chexpert=x", "is no kind of data set"), ("nih=no", "no")],
)
def test_a_set_that_cannot_be_read_is_refused_by_the_command(
    text: str,
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = str(tmp_path / "out")
    assert run("prepare", "--set", text, "--out", out, monkeypatch=monkeypatch) == 1
    assert message in " ".join(capsys.readouterr().err.split())


def test_groups_of_two_manifests_share_nothing_but_a_name(tmp_path: Path) -> None:
    header = "file,split,source,label,in_task,group_id,view,age_group\n"
    for place in ("a", "b"):
        write(tmp_path / place / "1.png", film(ord(place)))
        text = header + f"1.png,train,{place},normal,1,g1,PA,adult\n"
        (tmp_path / place / "manifest.csv").write_text(text)
    kinds = [("manifest", tmp_path / place / "manifest.csv") for place in ("a", "b")]
    assert len({s.group for s in read_sets(kinds)}) == 2
    for place in ("a", "b"):
        class_tree(tmp_path / place / "ward", 1)
    with pytest.raises(ConfigError, match="both called 'ward': rename"):
        read_sets([("folders", tmp_path / place / "ward") for place in ("a", "b")])
    with pytest.raises(ConfigError, match="no set is named"):
        read_sets([])


FILMS = st.lists(
    st.tuples(
        st.integers(0, 12),
        st.sampled_from(LEAVES[:3]),
        st.sampled_from(("a", "b")),
        st.sampled_from(("", "", "train", "val", "test", "ood")),
    ),
    min_size=1,
    max_size=60,
)


@settings(deadline=None)
@given(films=FILMS, data=st.data(), seed=st.integers(0, 99))
def test_no_patient_and_no_linked_pair_is_ever_divided(
    films: list[tuple[int, str, str, str]], data: st.DataObject, seed: int
) -> None:
    samples = [Sample(Path(str(i)), f, f"p{g}", s, x) for i, (g, f, s, x) in enumerate(films)]
    place = st.integers(0, len(samples) - 1)
    links = data.draw(st.lists(st.tuples(place, place), max_size=8))
    groups = joined(samples, links)
    given_ = published(samples, groups)
    splits = assign(samples, groups, given_, shares=SHARES, seed=seed)
    of = [splits[group] for group in groups]
    assert set(of) <= {"train", "val", "test"}
    by_patient = defaultdict(set)
    for sample, split in zip(samples, of, strict=True):
        by_patient[sample.group].add(split)
    assert all(len(found) == 1 for found in by_patient.values())
    assert all(of[a] == of[b] for a, b in links)
    for sample, split, group in zip(samples, of, groups, strict=True):
        assert sample.split != "test" or split == "test"
        assert given_[group] in {"", "train", split}
    assert assign(samples[::-1], groups[::-1], given_, shares=SHARES, seed=seed) == splits


def test_splits_have_the_shares_asked_for_in_every_class_and_source() -> None:
    samples = [
        Sample(Path(f"{s}{f}{i}"), f, f"{s}:{f}:{i // 2}", s, "train" if s == "a" else "")
        for s in ("a", "b")
        for f in LEAVES
        for i in range(200)
    ]
    groups = joined(samples, [])
    splits = assign(samples, groups, published(samples, groups), shares=SHARES, seed=1)
    rows = counts(replace(s, split=splits[s.group]) for s in samples)
    assert {row[2:] for row in rows if row[1]} == {(140, 30, 30, 200)}
    other = assign(samples, groups, published(samples, groups), shares=SHARES, seed=2)
    assert other != splits


def test_a_further_set_moves_nobody() -> None:
    old = [Sample(Path(str(i)), "normal", f"a:{i}", "a", "") for i in range(100)]
    new = [Sample(Path(f"n{i}"), "normal", f"b:{i}", "b", "") for i in range(50)]
    before, after = (
        assign(films, joined(films, []), {}, shares=SHARES, seed=1) for films in (old, old + new)
    )
    assert before.items() <= after.items()


def test_what_moves_from_its_published_split_is_told(tmp_path: Path) -> None:
    root = class_tree(tmp_path / "ward" / "train")
    write(tmp_path / "ward" / "test" / "normal" / "same.png", film(0))
    collection = prepared(tmp_path / "ward", tmp_path / "out")
    assert any("1 films of ward move from the published train" in w for w in collection.warnings)
    (kept,) = (f for f in collection.films if f.copies)
    assert kept.sample.split == "test"
    assert root / "normal" / "0.png" in {kept.sample.path, *(c.path for c in kept.copies)}
    assert all(isinstance(one, Print) for one in collection.prints.values())
