"""The network as it ships: one forward pass gives logits, embedding, every class's Grad-CAM, gate.

ONNX Runtime has no gradients. Grad-CAM needs, for each class k and feature map c, the mean over
space of d logit_k / d A_c. Here the way from the maps to the tail is linear (see
`training.networks`), so that mean is the tail's own Jacobian times a constant, and the Jacobian of
a chain of Linear, LayerNorm and activations is the product of each layer's, at the values it met.
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
    met: list[tuple[nn.Module, Tensor]] = []
    for layer in network.tail:
        if not isinstance(layer, nn.Dropout):
            met.append((layer, value))
        value = layer(value)
    jacobian = torch.eye(value.shape[1], dtype=value.dtype)[None]
    for layer, at in reversed(met[1:]):
        jacobian = _pulled_back(jacobian, layer, at)
    layer, at = met[0]
    if network.pooled:
        return value, _pulled_back(jacobian, layer, at) / maps[0, 0].numel()
    # Flattened maps: the mean over space is taken of the weights, once, not film by film.
    weight = cast(Tensor, layer.weight)
    return value, jacobian @ weight.reshape(len(weight), maps.shape[1], -1).mean(2)


def _pulled_back(jacobian: Tensor, layer: nn.Module, at: Tensor) -> Tensor:
    """Turn d logits / d layer's output (1 or N, K, O) into d logits / d its input (N, K, I)."""
    match layer:
        case nn.Linear():
            return jacobian @ layer.weight
        case nn.LayerNorm():
            # Ba, 1607.06450: y = weight (x - mean) / deviation + bias.
            centred = at - at.mean(1, keepdim=True)
            deviation = (centred.square().mean(1, keepdim=True) + layer.eps).sqrt()
            white = (centred / deviation)[:, None]
            inner = jacobian * layer.weight
            inner = inner - inner.mean(2, keepdim=True) - white * (inner * white).mean(2, True)
            return inner / deviation[:, None]
        case nn.ReLU():
            slope = (at > 0).to(at.dtype)
        case nn.Hardswish():
            slope = torch.where(at < 3, at / 3 + 0.5, 1.0) * (at > -3)
        case _:
            raise TypeError(f"the Jacobian of {type(layer).__name__} is not known")
    return jacobian * slope[:, None]
