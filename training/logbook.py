"""What each epoch is worth on val, and where that is written."""

import csv
import logging
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score
from torch import nn

from engine.writing import replacing
from training.config import Experiment, Fitting
from training.films import batches
from training.losses import BinaryCrossEntropy, CrossEntropy
from training.networks import Network
from training.state import Row

log = logging.getLogger(__name__)


@torch.no_grad()
def predict(network: nn.Module, films: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return logits (N, K), computed where the network's weights are."""
    network.eval()
    device = next(network.parameters()).device
    return torch.cat([network(part.to(device)).cpu() for part in batches(films)]).numpy()


@torch.no_grad()
def embed_and_predict(
    network: Network, films: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return embeddings (N, D) and logits (N, K) from one pass, as `predict`."""
    network.eval()
    device = next(network.parameters()).device
    embedding, logits = [], []
    for part in batches(films):
        maps = network.features(part.to(device))
        embedding.append(maps.mean((2, 3)).cpu())
        logits.append(network.tail(network.vector(maps)).cpu())
    return torch.cat(embedding).numpy(), torch.cat(logits).numpy()


def validation(
    experiment: Experiment, logits: NDArray[np.float32], targets: NDArray[np.float32]
) -> Row:
    """Return the plain loss and the metrics of logits (N, K) for targets (N, K).

    Multi-label, everything is over the films of which a finding is known, at probability 0.5, and
    the balanced accuracy is the findings' mean of (sensitivity + specificity) / 2.
    """
    multi = experiment.task == "multi_label"
    ones = torch.ones((2, targets.shape[1]))
    plain = BinaryCrossEntropy(ones) if multi else CrossEntropy(ones[0])
    known = ~np.isnan(targets)
    right = (logits > 0) == (targets > 0.5)
    if not multi:
        hit = logits.argmax(1) == targets.argmax(1)
        right = np.broadcast_to(hit[:, None], targets.shape)
    aucs, recalls = [], []
    for k in range(targets.shape[1]):
        truth, score = targets[known[:, k], k], logits[known[:, k], k]
        sides = [right[known[:, k], k][truth == v].mean() for v in (0, 1) if (truth == v).any()]
        if len(sides) == 2:
            aucs.append(roc_auc_score(truth, score))
        if multi and sides:
            recalls.append(np.mean(sides))
        elif (truth == 1).any():
            recalls.append(sides[-1])
    return {
        "val_loss": float(plain(torch.from_numpy(logits), torch.from_numpy(targets))),
        "accuracy": float(right[known].mean()),
        "balanced_accuracy": float(np.mean(recalls)),
        "macro_auc": float(np.mean(aucs)) if aucs else math.nan,
    }


def best_epoch(rows: Sequence[Row], metric: str) -> int:
    """Return the index of the row that is best by ``metric``, the first of equals."""
    key, sign = ("val_loss", -1) if metric == "loss" else (metric, 1)
    values = [sign * row[key] for row in rows]
    return int(np.argmax([v if math.isfinite(v) else -math.inf for v in values]))


def ended(rows: Sequence[Row], fitting: Fitting) -> bool:
    """Whether ``patience`` epochs have gone by without a better one."""
    if not fitting.patience or not rows:
        return False
    return len(rows) - 1 - best_epoch(rows, fitting.metric) >= fitting.patience


class Logbook:
    """``log.csv``, and TensorBoard's events where they are asked for."""

    def __init__(self, out: Path, writer: Any | None) -> None:  # noqa: ANN401
        self._file, self._writer = out / "log.csv", writer

    def rewrite(self, rows: Sequence[Row]) -> None:
        """Write all rows: they are the checkpoint's, so none is lost or doubled."""
        if rows:
            with (
                replacing(self._file) as beside,
                beside.open("w", newline="", encoding="utf-8") as file,
            ):
                writer = csv.DictWriter(file, rows[0])
                writer.writeheader()
                writer.writerows(rows)

    def show(self, rows: Sequence[Row]) -> None:
        """Send rows to TensorBoard."""
        if self._writer is None:
            return
        for row in rows:
            for name, value in row.items():
                self._writer.add_scalar(name, value, int(row["epoch"]))


@contextmanager
def logbook(out: Path, rows: Sequence[Row], *, tensorboard: bool) -> Iterator[Logbook]:
    """Open a run's log with the rows it has."""
    writer = None
    if tensorboard:
        from torch.utils.tensorboard import SummaryWriter

        # What an earlier process wrote is purged and written again.
        writer = SummaryWriter(out / "tensorboard", purge_step=0)
    book = Logbook(out, writer)
    book.rewrite(rows)
    book.show(rows)
    try:
        yield book
    finally:
        if writer:
            writer.close()
