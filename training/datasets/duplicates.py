"""Copies of one film: resized, compressed anew, mirrored, cropped, padded, brightened.

Candidates are films whose low frequencies agree: the real values behind the bits of a perceptual
hash (Zauner, Upper Austria University of Applied Sciences, 2010), whitened over the collection,
because all chests look alike: among 13,416 different films 159,075 pairs lie within 10 bits of 64,
where copies with another tone curve lie as well. A candidate is registered (ECC; Evangelidis and
Psarakis, TPAMI 30 (2008) 1858) and judged by its fine structure, locally normalised.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray
from rich.progress import Progress
from scipy.cluster.hierarchy import DisjointSet
from scipy.fft import dctn

from training.datasets.prints import SIDE, Print

COPY = 0.86
"""Likeness of copies: 1 % of true ones fall below it, no pair of different exposures rose above."""
ALIKE = 0.75
"""Likeness of what is mostly one patient's chest twice; such films belong in one split."""

_CANDIDATE = 0.85
_BLOCK = 512
_LOW = 8
_PRIOR_FILMS = 50
_OVERLAP = 0.5
_RIM = 3
# Pixels cut from each side (rows, columns) before a film is compared with whole ones.
_CUTS = ((0, 0), (3, 3), (0, 6), (6, 0))

Floats = NDArray[np.float32]
Kind = Literal["identical", "whole", "mirrored", "cropped"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two films by their places in the list given; ``likeness`` is 1 for identical files."""

    first: int
    second: int
    likeness: float
    kind: Kind

    @property
    def copies(self) -> bool:
        """Whether the two are one film, and not just one chest."""
        return self.likeness >= COPY


def find_pairs(prints: Sequence[Print]) -> tuple[Pair, ...]:
    """Return pairs that join every copy, and every film much alike, to another.

    Films that other pairs join already are not compared again, so n copies of one film are n - 1
    pairs and not all. Memory is bounded by 512 x N similarities; time grows with N squared, in
    matrix products alone.
    """
    pairs: list[Pair] = []
    first: dict[str, int] = {}
    for place, one in enumerate(prints):
        if first.setdefault(one.digest, place) != place:
            pairs.append(Pair(first[one.digest], place, 1.0, "identical"))
    places = list(first.values())
    films = np.array([prints[i].thumbnail for i in places], np.uint8)
    found = (Pair(places[p.first], places[p.second], p.likeness, p.kind) for p in _similar(films))
    return (*pairs, *found)


@dataclass(frozen=True, slots=True)
class _Candidate:
    first: int
    second: int
    cut: tuple[int, int]
    mirrored: bool

    @property
    def kind(self) -> Kind:
        return "mirrored" if self.mirrored else "cropped" if any(self.cut) else "whole"


def _similar(films: NDArray[np.uint8]) -> Iterator[Pair]:
    """Confirm candidates, the likeliest first; threads, because OpenCV leaves Python's lock."""
    copies = DisjointSet(range(len(films)))
    alike = DisjointSet(range(len(films)))
    with Progress() as progress, ThreadPoolExecutor() as threads:
        candidates = list(_candidates(films, progress))
        task = progress.add_task("Comparing films", total=len(candidates))
        for start in range(0, len(candidates), _BLOCK):
            some = candidates[start : start + _BLOCK]
            open_ = [c for c in some if not copies.connected(c.first, c.second)]
            likenesses = threads.map(lambda c: _likeness_of(films, c), open_)
            for candidate, likeness in zip(open_, likenesses, strict=True):
                new = likeness >= ALIKE and alike.merge(candidate.first, candidate.second)
                if likeness >= COPY:
                    new = copies.merge(candidate.first, candidate.second)
                if new:
                    yield Pair(candidate.first, candidate.second, likeness, candidate.kind)
            progress.advance(task, len(some))


def _candidates(films: NDArray[np.uint8], progress: Progress) -> Iterator[_Candidate]:
    if len(films) < 2:
        return
    low = _low_frequencies(films)
    # Mirroring turns the sign of what is odd from left to right, and of nothing else.
    odd = np.tile(np.arange(_LOW) % 2, _LOW)[1:] == 1
    mirrored = np.where(odd, -low, low)
    centre, spread = _whitening(low, mirrored)
    whole = _directions((low - centre) / spread)
    variants = [(cut, False, _cut(films, cut)) for cut in _CUTS]
    found: list[tuple[float, _Candidate]] = []
    blocks = -(-len(films) // _BLOCK)
    task = progress.add_task("Looking for copies", total=blocks * (len(_CUTS) + 1))
    for cut, mirror, low_cut in [*variants, ((0, 0), True, mirrored)]:
        queries = _directions((low_cut - centre) / spread)
        for start in range(0, len(films), _BLOCK):
            similarity = queries[start : start + _BLOCK] @ whole.T
            rows, columns = np.nonzero(similarity > _CANDIDATE)
            # What is found whichever way round is compared once; a film's own cut is not a copy.
            once = rows + start < columns if not any(cut) else rows + start != columns
            for row, column in zip(rows[once].tolist(), columns[once].tolist(), strict=True):
                similar = float(similarity[row, column])
                found.append((similar, _Candidate(row + start, column, cut, mirror)))
            progress.advance(task)
    yield from (candidate for _, candidate in sorted(found, key=lambda one: -one[0]))


def _cut(films: NDArray[np.uint8], cut: tuple[int, int]) -> Floats:
    rows, columns = cut
    if not any(cut):
        return _low_frequencies(films)
    inner = films[:, rows : SIDE - rows, columns : SIDE - columns]
    return _low_frequencies(np.stack([cv2.resize(film, (SIDE, SIDE)) for film in inner]))


def _low_frequencies(films: NDArray[np.uint8]) -> Floats:
    """Return (N, 63): the lowest 8 x 8 DCT coefficients of films at one brightness and contrast."""
    low = np.empty((len(films), _LOW * _LOW - 1), np.float32)
    for start in range(0, len(films), _BLOCK):
        values = films[start : start + _BLOCK].astype(np.float32)
        values -= values.mean((1, 2), keepdims=True)
        values /= values.std((1, 2), keepdims=True) + 1e-6
        spectrum = dctn(values, axes=(1, 2), norm="ortho")[:, :_LOW, :_LOW]
        low[start : start + _BLOCK] = spectrum.reshape(len(values), -1)[:, 1:]
    return low


def _whitening(low: Floats, mirrored: Floats) -> tuple[Floats, Floats]:
    """Return mean and deviation of each frequency; few films lean on the spectrum of all images.

    That falls with the square of the frequency (Field, J Opt Soc Am A 4 (1987) 2379).
    """
    both = np.concatenate([low, mirrored])
    weight = len(both) / (len(both) + _PRIOR_FILMS)
    frequency = np.hypot(*np.mgrid[:_LOW, :_LOW]).ravel()[1:]
    usual = frequency**-2 * (np.square(both).sum(1).mean() / (frequency**-2).sum())
    centre = weight * both.mean(0)
    variance = weight * both.var(0) + (1 - weight) * usual
    return centre.astype(np.float32), np.sqrt(variance + 1e-6).astype(np.float32)


def _directions(low: Floats) -> Floats:
    return np.asarray(low / (np.linalg.norm(low, axis=1, keepdims=True) + 1e-6), np.float32)


def _likeness_of(films: NDArray[np.uint8], candidate: _Candidate) -> float:
    film, other = films[candidate.first], films[candidate.second]
    if candidate.mirrored:
        film = film[:, ::-1]
    rows, columns = candidate.cut
    found = likeness(film, other, cut=candidate.cut)
    if found >= COPY or not any(candidate.cut):
        return found
    # From the smaller film's side, padding round the larger one does not draw it askew.
    return max(found, likeness(other, film, cut=(-rows, -columns)))


def likeness(
    film: NDArray[np.uint8], other: NDArray[np.uint8], *, cut: tuple[int, int] = (0, 0)
) -> float:
    """Return the correlation of two thumbnails' fine structure after registration, -1 to 1.

    ``cut`` is where registration starts: what ``other`` lacks of ``film`` at each side, in pixels
    of the thumbnail (rows, columns). Films that cannot be registered have 0.
    """
    moving, still = (np.ascontiguousarray(one, np.float32) for one in (film, other))
    rows, columns = cut
    warp = np.array(
        [[1 - 2 * columns / SIDE, 0, columns], [0, 1 - 2 * rows / SIDE, rows]], np.float32
    )
    everywhere = np.ones((SIDE, SIDE), np.uint8)
    stop = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 40, 1e-4)
    try:
        # It fills the warp that it is given.
        cv2.findTransformECC(still, moving, warp, cv2.MOTION_AFFINE, stop, everywhere, 5)
    except cv2.error:
        return 0.0  # the films have nothing in common, or one is blank
    # Not the rim: there what one film shows beyond its copy's edge is blurred into it.
    within = np.zeros_like(still)
    within[_RIM:-_RIM, _RIM:-_RIM] = 1
    inside = (_warped(within, warp) > 0.99) & (within > 0)
    if inside.mean() < _OVERLAP:
        return 0.0
    here, there = _fine(still)[inside], _fine(_warped(moving, warp))[inside]
    deviation = float(here.std() * there.std())
    if deviation < 1e-6:
        return 0.0
    return float(((here - here.mean()) * (there - there.mean())).mean()) / deviation


def _warped(image: Floats, warp: Floats) -> Floats:
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(image, warp, (SIDE, SIDE), flags=flags), np.float32)


def _fine(image: Floats) -> Floats:
    """Return what is smaller than 1.5 pixels over its strength within 3: no border outshouts it."""
    detail = image - cv2.GaussianBlur(image, (0, 0), 1.5)
    strength = np.sqrt(cv2.GaussianBlur(detail * detail, (0, 0), 3.0))
    return np.asarray(detail / (strength + 4.0), np.float32)
