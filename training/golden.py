"""The golden set of a bundle: what torch gives for the phantom films of `engine.models.golden`."""

import numpy as np
import torch
from torch import nn

from engine.models.card import GoldenFilm
from engine.models.golden import golden_of, tensors
from engine.models.preprocessing import Preprocessing
from engine.models.session import OnnxSession, Outputs
from training.config import Experiment
from training.explain import Explained
from training.test_time import Averaged


@torch.no_grad()
def of_module(module: nn.Module, preprocessing: Preprocessing) -> tuple[GoldenFilm, ...]:
    """Return what torch gives; the module's outputs are `engine.models.session.Outputs`."""
    films = torch.from_numpy(np.ascontiguousarray(tensors(preprocessing)))
    return golden_of(Outputs(*(t.numpy() for t in module.eval()(films))))


def of_session(session: OnnxSession, preprocessing: Preprocessing) -> tuple[GoldenFilm, ...]:
    """Return what a graph that torch never had gives: a smaller form, an ensemble."""
    return golden_of(session.run(tensors(preprocessing)))


def exported(experiment: Experiment, explained: Explained) -> nn.Module:
    """Return the module that is exported: the network itself, or averaged over views."""
    if not experiment.test_time:
        return explained
    return Averaged(
        explained,
        experiment.test_time,
        size=experiment.preprocessing.size,
        activation="sigmoid" if experiment.task == "multi_label" else "softmax",
    )
