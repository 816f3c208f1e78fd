"""A model file that is damaged, or whose card does not fit, is refused with the reason."""

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UnusableModel
from engine.models import bundle
from engine.models.assess import Assessor
from engine.models.bundle import read_bundle, seal
from engine.models.card import ModelCard
from engine.models.catalog import find, models

STANDARD = find("standard")


@pytest.fixture(scope="module")
def content() -> bytes:
    return STANDARD.read_bytes()


def write(folder: Path, content: bytes) -> Path:
    path = folder / "model.onnx"
    path.write_bytes(content)
    return path


def test_the_shipped_model_is_whole() -> None:
    assert read_bundle(STANDARD).card.id == "standard"
    assert STANDARD.stat().st_size < 25e6
    assert Assessor.load(STANDARD, provider="cpu").provider == "CPU"


def test_a_card_survives_its_own_json() -> None:
    card = read_bundle(STANDARD).card
    assert ModelCard.from_json(card.to_json()) == card


@pytest.mark.parametrize("keep", [0, 1, 100, 100_000, -1])
def test_a_cut_file_is_refused(tmp_path: Path, content: bytes, keep: int) -> None:
    with pytest.raises(UnusableModel):
        read_bundle(write(tmp_path, content[:keep]))


def test_a_refusal_says_what_to_do_about_a_file_of_ones_own_and_of_hilums(
    tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = write(tmp_path, content[:5000])
    with pytest.raises(UnusableModel) as own:
        read_bundle(cut)
    assert str(own.value) == f"The model file is cut short. Replace or remove {cut}."
    monkeypatch.setattr(bundle, "resources", lambda: tmp_path)
    with pytest.raises(UnusableModel, match=r"is cut short\. Install Hilum again\.$"):
        read_bundle(cut)


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_changed_byte_goes_unnoticed(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    content = bytearray(STANDARD.read_bytes())
    where = data.draw(st.integers(0, len(content) - 1))
    content[where] ^= data.draw(st.integers(1, 255))
    with pytest.raises(UnusableModel):
        Assessor.load(write(tmp_path_factory.mktemp("flip"), bytes(content)), provider="cpu")


def test_a_card_for_another_network_is_refused(tmp_path: Path, content: bytes) -> None:
    card = dataclasses.replace(read_bundle(STANDARD).card, graph_sha256="0" * 64)
    with pytest.raises(UnusableModel, match="not the one its card"):
        read_bundle(write(tmp_path, seal(content, card)))


def test_a_card_with_another_size_is_refused(tmp_path: Path, content: bytes) -> None:
    card = read_bundle(STANDARD).card
    larger = dataclasses.replace(card.preprocessing, size=card.preprocessing.size + 32)
    path = write(tmp_path, seal(content, dataclasses.replace(card, preprocessing=larger)))
    with pytest.raises(UnusableModel, match="preprocessing size"):
        Assessor.load(path, provider="cpu")


@pytest.mark.parametrize("text", [b"", b"not a model", b"\x08\x07", b"\xff" * 64])
def test_what_is_no_model_is_refused(tmp_path: Path, text: bytes) -> None:
    with pytest.raises(UnusableModel):
        read_bundle(write(tmp_path, text))


def test_a_damaged_model_is_listed_with_its_problem(
    tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HILUM_HOME", str(tmp_path))
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "mine.onnx").write_bytes(content[:5000])
    entries = {entry.id: entry for entry in models()}
    assert entries["mine"].card is None
    assert entries["mine"].problem
    assert entries["standard"].card is not None
    with pytest.raises(UnusableModel, match="mine, edge, ensemble, standard"):
        find("other")
