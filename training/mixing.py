"""Films of a batch lend each other their greys or their labels, or lose their texture."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import conv2d, pad

from training.config import Augmentation

_GREYS = 128
_SAMPLE_SIDE = 40
_BORDER = 0.03
_KERNEL = 7


def mix(
    films: Tensor,
    targets: Tensor,
    sources: NDArray[np.int64],
    generator: torch.Generator,
    augmentation: Augmentation,
) -> tuple[Tensor, Tensor]:
    """Apply random convolutions, style mixing and mixup to a batch, in this order.

    With all of them off, return it and draw nothing.

    Parameters
    ----------
    films : Tensor
        (N, C, S, S), normalised, the C channels equal.
    targets : Tensor
        (N, K) shares of each class; an unknown one (NaN) stays unknown in every mixture.
    sources : array
        (N,) the number of each film's place of origin.
    """
    chances = (augmentation.random_convolution, augmentation.style_mixing, augmentation.mixup)
    if not any(chances):
        return films, targets
    # NumPy draws: torch's Beta distribution takes no generator.
    seed = torch.randint(2**62, (), generator=generator, device=generator.device)
    rng = np.random.default_rng(int(seed))
    if augmentation.random_convolution:
        films = convolve_at_random(films, rng, chance=augmentation.random_convolution)
    if augmentation.style_mixing:
        films = mix_styles(films, sources, rng, chance=augmentation.style_mixing)
    if augmentation.mixup:
        films, targets = mixup(films, targets, rng, alpha=augmentation.mixup)
    return films, targets


def mixup(
    films: Tensor, targets: Tensor, rng: np.random.Generator, *, alpha: float
) -> tuple[Tensor, Tensor]:
    """Mix each film and its target with another's by a Beta(alpha, alpha) share.

    Zhang, Cisse, Dauphin, Lopez-Paz, mixup, ICLR 2018.
    """
    count = len(films)
    partner = torch.from_numpy(rng.permutation(count)).to(films.device)
    # The larger share is the film's own: the mixtures are the same, duplicates are fewer.
    own = rng.beta(alpha, alpha, count)
    share = torch.from_numpy(np.maximum(own, 1 - own)).to(films)
    return (
        torch.lerp(films[partner], films, share[:, None, None, None]),
        torch.lerp(targets[partner], targets, share[:, None].to(targets)),
    )


def convolve_at_random(films: Tensor, rng: np.random.Generator, *, chance: float) -> Tensor:
    """Mix films (N, C, S, S) with a random convolution of themselves: shapes stay, texture goes.

    Kernels of side 1, 3, 5 or 7 with normal weights of variance 1 / side**2, mixed by a uniform
    share: Xu et al., Robust and Generalizable Visual Representation Learning via Random
    Convolutions, ICLR 2021. On one grey channel side 1 changes nothing (it is colour's), and a
    kernel with a negative sum would show the film inverted, which no film here may be: its sign is
    turned. The result has mean 0 and variance 1 again, a blank film stays blank.
    """
    chosen = np.flatnonzero(rng.random(len(films)) < chance)
    if not chosen.size:
        return films
    kernels = np.zeros((chosen.size, 1, _KERNEL, _KERNEL))
    for kernel in kernels[:, 0]:
        margin = int(rng.integers(_KERNEL // 2 + 1))
        inner = kernel[margin : _KERNEL - margin, margin : _KERNEL - margin]
        inner[:] = rng.normal(0, 1 / len(inner), inner.shape)
        inner *= np.sign(inner.sum()) or 1.0
    share = torch.from_numpy(rng.random(chosen.size)).to(films)[:, None, None, None]
    which = torch.from_numpy(chosen).to(films.device)
    own = films[which, :1]
    padded = pad(own, (_KERNEL // 2,) * 4, mode="replicate").transpose(0, 1)
    filtered = conv2d(padded, torch.from_numpy(kernels).to(films), groups=chosen.size)
    drawn = torch.lerp(filtered.transpose(0, 1), own, share)
    changed = films.clone(memory_format=torch.preserve_format)
    changed[which] = _standardised(drawn).expand(-1, films.shape[1], -1, -1)
    return changed


def partners(
    sources: NDArray[np.int64], rng: np.random.Generator, *, chance: float
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the films (n,) that are to change and, for each, one of another source (n,)."""
    pairs = []
    for film, draw in enumerate(rng.random((len(sources), 2))):
        others = np.flatnonzero(sources != sources[film])
        if draw[0] < chance and others.size:
            pairs.append((film, others[int(draw[1] * others.size)]))
    chosen = np.array(pairs, np.int64).reshape(-1, 2)
    return chosen[:, 0], chosen[:, 1]


def mix_styles(
    films: Tensor, sources: NDArray[np.int64], rng: np.random.Generator, *, chance: float
) -> Tensor:
    """Give films a random share of the grey distribution of a film from another source.

    Mean and variance, the style of MixStyle (Zhou, ICLR 2021), are the same in all normalised
    films: what is left of a place is the shape of its histogram. It is matched and mixed after
    Zhang et al., Exact Feature Distribution Matching, CVPR 2022, here on the picture and as a
    function of grey, so that equal greys stay equal and their order stays. The result has mean 0
    and variance 1 again; a film without contrast neither gives nor takes.
    """
    changed, partner = partners(sources, rng, chance=chance)
    weight = rng.random(changed.size)
    which = torch.from_numpy(changed).to(films.device)
    lender = torch.from_numpy(partner).to(films.device)
    lively = (films[which, 0].amax((1, 2)) > films[which, 0].amin((1, 2))) & (
        films[lender, 0].amax((1, 2)) > films[lender, 0].amin((1, 2))
    )
    if not lively.any():
        return films
    which, lender = which[lively], lender[lively]
    share = torch.from_numpy(weight).to(films)[lively]
    mixed = films.clone(memory_format=torch.preserve_format)
    mixed[which] = _mixed_histograms(films[which], films[lender], share)
    return mixed


def _mixed_histograms(films: Tensor, lenders: Tensor, share: Tensor) -> Tensor:
    """Send films (n, C, S, S) through the table of their greys; ``share`` (n,) is the lender's."""
    low, high = films[:, 0].amin((1, 2)), films[:, 0].amax((1, 2))
    steps = torch.linspace(0, 1, _GREYS, device=films.device, dtype=films.dtype)
    greys = low[:, None] + steps * (high - low)[:, None]
    own, other = _quantiles(films, steps), _quantiles(lenders, steps)
    # The middle rank: of greys that are equal over an area, one does not become many.
    rank = (torch.searchsorted(own, greys) + torch.searchsorted(own, greys, right=True)) / 2
    table = torch.lerp(greys, _interpolated(other, (rank / _GREYS).to(films)), share[:, None])
    place = (films - low[:, None, None, None]) / (high - low)[:, None, None, None]
    mixed = _interpolated(table, place.flatten(1)).view_as(place)
    return _standardised(mixed)


def _standardised(films: Tensor) -> Tensor:
    mean = films.mean((1, 2, 3), keepdim=True)
    return (films - mean) / films.std((1, 2, 3), keepdim=True, correction=0).clamp_min(1e-6)


def _quantiles(films: Tensor, steps: Tensor) -> Tensor:
    """Return the greys (n, m) at shares (m,) of the film without its black border.

    With the border, lungs would turn as black as another film's collimation is wide.
    """
    every = max(1, films.shape[-1] // _SAMPLE_SIDE)
    ordered = films[:, 0, ::every, ::every].flatten(1).sort(dim=1).values
    black = torch.lerp(ordered[:, :1], ordered[:, -1:], _BORDER)
    count = (ordered <= black).sum(1, keepdim=True)
    last = ordered.shape[1] - 1
    index = count + steps.double() * (last - count).clamp_min(0)
    return ordered.gather(1, index.round().long().clamp_max(last))


def _interpolated(table: Tensor, place: Tensor) -> Tensor:
    """Read rows of a table (n, m) at places (n, p) in 0..1."""
    position = place.clamp(0, 1) * (table.shape[1] - 1)
    before = position.floor().clamp_max(table.shape[1] - 2).long()
    left, right = table.gather(1, before), table.gather(1, before + 1)
    return torch.lerp(left, right, position - before)
