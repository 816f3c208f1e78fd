"""The network as it ships: one forward pass gives logits, embedding, every class's Grad-CAM, gate.

ONNX Runtime has no gradients. Grad-CAM needs, for each class k and feature map c, the mean over
space of d logit_k / d A_c. Here the way from the maps to the tail's first hidden layer is linear
(see `training.networks`), so that mean is a constant matrix times the tail's own Jacobian, and the
Jacobian of a chain of Linear and ReLU is a product of its weights masked by the signs it met.
"""

from typing import cast

import torch
from torch import Tensor, nn

from training.networks import Network


class GateHead(nn.Module):
    """Whiten the embedding, then class scores and the distance from the training films.

    ``mean`` (D,), ``whiten`` (D, P) with unit variance in each of P directions, ``weight`` (G, P),
    ``bias`` (G,). The distance is a Mahalanobis distance divided by the root of P: about 1 at home.
    """

    def __init__(self, mean: Tensor, whiten: Tensor, weight: Tensor, bias: Tensor) -> None:
        super().__init__()
        self.register_buffer("mean", mean)
        self.register_buffer("whiten", whiten)
        self.register_buffer("weight", weight)
        self.register_buffer("bias", bias)

    def forward(self, embedding: Tensor) -> tuple[Tensor, Tensor]:
        """Return class scores (N, G) and distances (N,) of embeddings (N, D)."""
        mean, whiten = cast(Tensor, self.mean), cast(Tensor, self.whiten)
        weight, bias = cast(Tensor, self.weight), cast(Tensor, self.bias)
        white = (embedding - mean) @ whiten
        return white @ weight.T + bias, white.square().mean(1).sqrt()


class Explained(nn.Module):
    """A network with its maps and its gate; outputs as `engine.models.session.Outputs` has them."""

    def __init__(self, network: Network, gate: GateHead) -> None:
        super().__init__()
        self.network = network
        self.gate = gate

    def forward(self, films: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Return logits (N, K), embedding (N, D), maps (N, K, h, w), gate (N, G), distance (N,)."""
        maps = self.network.features(films)
        logits, weights = logits_and_cam_weights(self.network, maps)
        flat = torch.matmul(weights, maps.flatten(2))
        cams = flat.reshape(-1, flat.shape[1], *maps.shape[2:])
        embedding = maps.mean((2, 3))
        gate, distance = self.gate(embedding)
        return logits, embedding, cams, gate, distance


def logits_and_cam_weights(network: Network, maps: Tensor) -> tuple[Tensor, Tensor]:
    """Return logits (N, K) and the mean gradient of each logit by each map, (1 or N, K, D)."""
    value = network.vector(maps)
    steps: list[Tensor] = []
    linears: list[nn.Linear] = []
    for layer in network.tail:
        value = layer(value)
        if isinstance(layer, nn.Linear):
            linears.append(layer)
        elif isinstance(layer, nn.ReLU):
            steps.append((value > 0).to(value.dtype))
    jacobian = torch.eye(linears[-1].out_features, dtype=value.dtype)[None]
    for linear, mask in zip(reversed(linears[1:]), reversed(steps), strict=True):
        jacobian = (jacobian @ linear.weight) * mask[:, None, :]
    return value, jacobian @ _mean_over_space(network, linears[0], maps)


def _mean_over_space(network: Network, first: nn.Linear, maps: Tensor) -> Tensor:
    """Return the spatial mean of d hidden / d maps, (H, D)."""
    rows, columns = maps.shape[2:]
    if network.pooled:
        return first.weight / (rows * columns)
    return first.weight.reshape(first.out_features, maps.shape[1], -1).mean(2)
