"""A run becomes a bundle for whatever classes it has, or is refused with the reason."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from bundle_fakes import experiment_on, few_resamples, folders_in, write_weights
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.home import resources
from engine.models.assess import Assessor
from engine.models.bundle import read_bundle
from engine.models.card import DerivedKind
from engine.models.session import OnnxSession
from training import export as exporting
from training.cards import caveats_of, derived_of, experiment_of, urgency_of
from training.config import LEAVES, ConfigError, Experiment, load
from training.datasets.sample import Sample
from training.films import tensors
from training.selection import select
from training.test_time import views

MODELS = resources() / "models"
TWO = """
[classes]
normal = ["normal"]
pneumonia = ["bacterial_pneumonia", "viral_pneumonia"]
"""
THREE = """
[classes]
normal = ["normal"]
viral_pneumonia = ["viral_pneumonia"]
covid19 = ["covid19"]
"""


pytestmark = pytest.mark.usefixtures("few_draws")


def exported(experiment: Experiment, folder: Path) -> Path:
    weights = write_weights(experiment, folder / "weights.pt")
    out = folder / "bundle.onnx"
    exporting.export(experiment, weights, out, command="test")
    return out


def val_films(experiment: Experiment) -> NDArray[np.float32]:
    return tensors(select(experiment, "val"), experiment.preprocessing)[1]


@pytest.fixture(scope="module")
def three(manifest: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as monkeypatch:
        few_resamples(monkeypatch)
        return exported(experiment_on(manifest, THREE), tmp_path_factory.mktemp("three"))


@pytest.mark.parametrize(
    ("text", "findings", "alarm"),
    [
        (TWO, ("normal", "pneumonia"), "pneumonia"),
        (THREE, ("normal", "viral_pneumonia", "covid19", "pneumonia", "abnormal"), "abnormal"),
    ],
)
def test_other_classes_make_a_bundle_that_triages(
    text: str, findings: tuple[str, ...], alarm: str, manifest: Path, three: Path, tmp_path: Path
) -> None:
    experiment = experiment_on(manifest, text)
    bundle = three if text == THREE else exported(experiment, tmp_path)
    card = Assessor.load(bundle, provider="cpu").card
    assert card.findings == findings
    assert card.alarm == alarm
    assert set(card.urgency_weights) == set(findings) - {"normal"}
    assert card.gate.classes == ("frontal", "not_chest", "inverted", "rotated")
    assert card.metrics["form"]["parity_with_torch"] <= 1e-4
    # The card alone leads back to the same films.
    again = experiment_of(card, manifest, kind="manifest")
    assert select(again, "val") == select(experiment, "val")
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".part"] == []
    assert folders_in(bundle) == set()


@pytest.mark.parametrize("name", ["standard", "edge", "ensemble", "lungs/lungs"])
def test_no_shipped_bundle_names_a_folder_of_the_machine_that_made_it(name: str) -> None:
    assert folders_in(MODELS / f"{name}.onnx") == set()


def test_a_multi_label_bundle_gives_each_finding_its_own_probability(
    manifest: Path, tmp_path: Path
) -> None:
    experiment = experiment_on(manifest, 'task = "multi_label"')
    bundle = exported(experiment, tmp_path)
    card = read_bundle(bundle).card
    assert card.calibration.activation == "sigmoid"
    films = val_films(experiment)
    outputs = OnnxSession(bundle, provider="cpu").run(films)
    by_leaf = card.calibration.probabilities(outputs.logits)
    found = card.by_finding(by_leaf)
    np.testing.assert_allclose(found["pneumonia"], 1 - np.prod(1 - by_leaf[:, 1:4], axis=1))
    np.testing.assert_allclose(found["abnormal"], 1 - np.prod(1 - by_leaf[:, 1:], axis=1))
    truths = np.array([[s.finding == leaf for leaf in LEAVES] for s in select(experiment, "val")])
    # Calibrated: each leaf is expected as often as it comes.
    np.testing.assert_allclose(by_leaf.mean(0), truths.mean(0), atol=0.01)


def test_views_are_averaged_in_the_graph(three: Path, manifest: Path, tmp_path: Path) -> None:
    names = ("flip", "zoom_0.9", "shift_up")
    plain = experiment_on(manifest, THREE)
    averaged = replace(plain, test_time=names)
    assert plain.sha256 == averaged.sha256
    other = exported(averaged, tmp_path)
    assert read_bundle(other).card.test_time == names
    films = val_films(plain)
    session = OnnxSession(three, provider="cpu")
    turned = [films, *(view(films) for view in views(names))]
    logits = torch.tensor(np.stack([session.run(f).logits for f in turned]))
    got = OnnxSession(other, provider="cpu").run(films)
    wanted = logits.softmax(2).mean(0).numpy()
    np.testing.assert_allclose(np.exp(got.logits), wanted, atol=1e-5)
    np.testing.assert_allclose(got.maps, session.run(films).maps, atol=1e-5)


def test_views_do_what_they_are_called() -> None:
    film = np.random.default_rng(3).normal(size=(1, 2, 8, 8)).astype(np.float32)
    flip, zoom, left, down = (
        view(film) for view in views(("flip", "zoom_1.6", "shift_left_0.25", "shift_down_0.125"))
    )
    np.testing.assert_array_equal(flip, film[..., ::-1])
    np.testing.assert_allclose(left[..., :6], film[..., 2:], atol=1e-6)
    np.testing.assert_allclose(down[..., 1:, :], film[..., :-1, :], atol=1e-6)
    middle = film[..., 1:7, 1:7]
    assert middle.min() <= zoom.min() <= zoom.max() <= middle.max()


@pytest.mark.parametrize("name", ["flop", "zoom_0.1", "zoom_9.0", "shift_left_0.7", "rotate_5"])
def test_an_unknown_view_is_refused_before_anything_is_trained(name: str, manifest: Path) -> None:
    with pytest.raises(ConfigError, match="view"):
        views((name,))
    with pytest.raises(ConfigError, match="test_time"):
        experiment_on(manifest, f'test_time = ["{name}"]')


def test_weights_that_are_no_numbers_are_refused(manifest: Path, tmp_path: Path) -> None:
    experiment = experiment_on(manifest, THREE)
    weights = write_weights(experiment, tmp_path / "weights.pt")
    state = torch.load(weights, weights_only=True)
    next(iter(state.values())).view(-1)[0] = float("nan")
    torch.save(state, weights)
    with pytest.raises(ConfigError, match=r"weights\.pt is not finite at features"):
        exporting.export(experiment, weights, tmp_path / "bundle.onnx", command="test")
    assert [p.name for p in tmp_path.iterdir()] == ["weights.pt"]


@given(
    st.lists(
        st.sampled_from([*LEAVES, "pneumonia", "abnormal", "effusion"]), min_size=2, unique=True
    ),
    st.booleans(),
)
def test_no_derived_finding_repeats_a_leaf(leaves: list[str], multi_label: bool) -> None:
    derived = derived_of(leaves, multi_label=multi_label)
    assert not set(derived) & set(leaves)
    for rule in derived.values():
        assert len(rule.leaves(tuple(leaves))) > 1
        assert rule.kind is DerivedKind.UNION or rule.of == ("normal",)
    assert "normal" not in urgency_of((*leaves, *derived))


def test_the_caveat_of_children_follows_the_films() -> None:
    def film(age: str) -> Sample:
        return Sample(Path("x"), "viral_pneumonia", "g", "s", "train", age_group=age)

    findings = ("normal", "viral_pneumonia")
    assert "viral_pneumonia" in caveats_of(findings, [film("child")] * 20)
    assert caveats_of(findings, [film("child"), film("adult")]) == {}


def test_the_shipped_experiment_keeps_its_findings() -> None:
    root = Path(__file__).resolve().parents[2]
    leaves = load(root / "training" / "experiments" / "standard.toml").leaves
    card = read_bundle(root / "resources" / "models" / "standard.onnx").card
    assert card.derived == derived_of(leaves, multi_label=False)
    assert card.urgency_weights == urgency_of(card.findings)
