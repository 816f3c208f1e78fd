"""The network as it ships: one forward pass gives logits, embedding, every class's map, gate.

ONNX Runtime has no gradients. Grad-CAM needs, for each class k and feature map c, the mean over
space of d logit_k / d A_c. Here the way from the maps to the tail is linear (see
`training.networks`), so that mean is the tail's own Jacobian times a constant, and the Jacobian of
a chain of Linear, LayerNorm and activations is the product of each layer's, at the values it met.

HiResCAM (Draelos & Carin, 2011.08891) multiplies maps and gradient place by place. Behind a mean
over space the gradient is the same everywhere, so there it *is* Grad-CAM; it differs for flattened
maps alone. Grad-CAM++ (Chattopadhay, WACV 2018) weighs by powers of the gradient: its higher
derivatives are those of exp(logit), and exact where the tail is linear around the film (Linear and
ReLU); with LayerNorm or Hardswish it leaves their curvature out, as all implementations do.
"""

from typing import cast

import torch
from torch import Tensor, nn

from engine.models.card import Explanation
from training.networks import Network

# As pytorch-grad-cam has it: gradients well below its root hardly count.
_EPSILON = 1e-6


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

    def __init__(
        self, network: Network, gate: GateHead, explanation: Explanation = "grad_cam"
    ) -> None:
        super().__init__()
        self.network = network
        self.gate = gate
        self.explanation: Explanation = explanation

    def forward(self, films: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Return logits (N, K), embedding (N, D), maps (N, K, h, w), gate (N, G), distance (N,)."""
        maps = self.network.features(films)
        logits, flat = logits_and_cams(self.network, maps, self.explanation)
        cams = flat.reshape(-1, flat.shape[1], *maps.shape[2:])
        embedding = maps.mean((2, 3))
        gate, distance = self.gate(embedding)
        return logits, embedding, cams, gate, distance


def logits_and_cams(
    network: Network, maps: Tensor, explanation: Explanation
) -> tuple[Tensor, Tensor]:
    """Return logits (N, K) and each logit's signed map (N, K, h*w) by one of the methods."""
    if explanation == "grad_cam" or (explanation == "hires_cam" and network.pooled):
        logits, weights = logits_and_cam_weights(network, maps)
        return logits, torch.matmul(weights, maps.flatten(2))
    logits, gradient = logits_and_gradients(network, maps)
    if explanation == "hires_cam":
        return logits, (gradient * maps.flatten(2)[:, None]).sum(2)
    rising = gradient.relu()
    square = rising.square()
    sums = maps.sum((2, 3))[:, None, :, None]
    alphas = square / (2 * square + sums * square * rising + _EPSILON)
    weights = (alphas * rising).sum(3)
    if network.pooled:
        weights = weights * maps[0, 0].numel()
    return logits, torch.matmul(weights, maps.flatten(2))


def logits_and_gradients(network: Network, maps: Tensor) -> tuple[Tensor, Tensor]:
    """Return logits (N, K) and their gradients by the maps, (1 or N, K, D, h*w).

    The last axis is 1 where maps are pooled: the gradient is the same everywhere.
    """
    value, layer, at, jacobian = _down_to_first(network, maps)
    if network.pooled:
        return value, (_pulled_back(jacobian, layer, at) / maps[0, 0].numel())[..., None]
    weight = cast(Tensor, layer.weight)
    flat = jacobian @ weight
    return value, flat.reshape(-1, flat.shape[1], maps.shape[1], maps[0, 0].numel())


def logits_and_cam_weights(network: Network, maps: Tensor) -> tuple[Tensor, Tensor]:
    """Return logits (N, K) and the mean gradient of each logit by each map, (1 or N, K, D)."""
    value, layer, at, jacobian = _down_to_first(network, maps)
    if network.pooled:
        return value, _pulled_back(jacobian, layer, at) / maps[0, 0].numel()
    # Flattened maps: the mean over space is taken of the weights, once, not film by film.
    weight = cast(Tensor, layer.weight)
    return value, jacobian @ weight.reshape(len(weight), maps.shape[1], -1).mean(2)


def _down_to_first(network: Network, maps: Tensor) -> tuple[Tensor, nn.Module, Tensor, Tensor]:
    """Return logits, the tail's first layer, what it met, and d logits / d its output."""
    value = network.vector(maps)
    met: list[tuple[nn.Module, Tensor]] = []
    for layer in network.tail:
        if not isinstance(layer, nn.Dropout):
            met.append((layer, value))
        value = layer(value)
    jacobian = torch.eye(value.shape[1], dtype=value.dtype)[None]
    for layer, at in reversed(met[1:]):
        jacobian = _pulled_back(jacobian, layer, at)
    return value, *met[0], jacobian


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
