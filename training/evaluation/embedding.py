"""Where films lie in the network's last features, in two dimensions."""

import importlib
import importlib.util
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.manifold import TSNE

from engine.models.card import ModelCard
from training.evaluation.predictions import Predictions

_LEAST = 8


def embedded(card: ModelCard, found: Predictions, *, seed: int = 0) -> dict[str, Any]:
    """Return the films' places, leaves and sources; {} without enough embeddings.

    UMAP (McInnes 2018) where `umap-learn` is installed, else t-SNE (van der Maaten 2008).
    """
    rows = found.embedded
    if len(rows) < _LEAST:
        return {}
    method, points = _flattened(found.embedding, seed=seed)
    return {
        "method": method,
        "points": [[round(float(x), 3), round(float(y), 3)] for x, y in points],
        "leaf": [card.leaves[k] for k in found.labels[rows]],
        "source": found.sources[rows].tolist(),
    }


def _flattened(embedding: NDArray[np.float32], *, seed: int) -> tuple[str, NDArray[np.float32]]:
    if importlib.util.find_spec("umap"):
        umap = importlib.import_module("umap")
        return "UMAP", umap.UMAP(random_state=seed, n_jobs=1).fit_transform(embedding)
    tsne = TSNE(
        init="pca",
        random_state=seed,
        perplexity=min(30.0, (len(embedding) - 1) / 3),
        max_iter=500,
        n_jobs=1,
    )
    return "t-SNE", tsne.fit_transform(embedding)
