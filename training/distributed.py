"""One process or many: who this one is, and what the others say.

Started by ``torchrun``, every process takes its share of each batch, gradients are averaged, and
the first process writes. Without it everything here is the identity.
"""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar, cast

import torch
import torch.distributed as dist
from timm.layers.norm_act import convert_sync_batchnorm
from torch import nn
from torch.nn.parallel import DistributedDataParallel

T = TypeVar("T")
# The others wait while one reads all films into its cache.
_PATIENCE = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Place:
    """One process among ``world``, and the device it computes on."""

    device: torch.device
    rank: int = 0
    world: int = 1

    @property
    def first(self) -> bool:
        """Whether this process writes the files."""
        return self.rank == 0

    def sums(self, *values: float) -> tuple[float, ...]:
        """Return each value's sum over all processes."""
        if self.world == 1:
            return values
        together = torch.tensor(values, dtype=torch.float64, device=self.device)
        dist.all_reduce(together)
        return tuple(together.tolist())

    def told(self, value: T) -> T:
        """Return the first process's value."""
        if self.world == 1:
            return value
        box = [value]
        dist.broadcast_object_list(box, src=0, device=self.device)
        return box[0]

    def gathered(self, value: T) -> list[T]:
        """Return every process's value, by rank."""
        if self.world == 1:
            return [value]
        boxes: list[T] = [value] * self.world
        dist.all_gather_object(boxes, value)
        return boxes

    def parallel(self, network: nn.Module) -> nn.Module:
        """Wrap a network so that its gradients are averaged; wrap again after (un)freezing."""
        if self.world == 1:
            return network
        ids = [self.device.index] if self.device.type == "cuda" else None
        return DistributedDataParallel(network, device_ids=ids)

    def quiet(self, network: nn.Module, *, last: bool) -> AbstractContextManager[None]:
        """Keep gradients to this process until the batch's last part."""
        if isinstance(network, DistributedDataParallel) and not last:
            return cast(AbstractContextManager[None], network.no_sync())
        return nullcontext()

    def synchronised(self, network: nn.Module) -> None:
        """Let batch norms see the whole batch; a CPU has no such layer."""
        if self.world > 1 and self.device.type == "cuda":
            convert_sync_batchnorm(network)  # type: ignore[no-untyped-call]


@contextmanager
def joined() -> Iterator[Place]:
    """Join the processes that ``torchrun`` started, if any: NCCL with CUDA, gloo without."""
    cuda = torch.cuda.is_available()
    if int(os.environ.get("WORLD_SIZE", "1")) == 1:
        yield Place(torch.device("cuda" if cuda else "cpu"))
        return
    device = torch.device("cuda", int(os.environ["LOCAL_RANK"])) if cuda else torch.device("cpu")
    if cuda:
        torch.cuda.set_device(device)
    # A group that the caller has joined (a study of several runs) stays joined.
    own = not dist.is_initialized()
    if own:
        dist.init_process_group("nccl" if cuda else "gloo", timeout=_PATIENCE)
    try:
        yield Place(device, dist.get_rank(), dist.get_world_size())
    finally:
        if own:
            dist.destroy_process_group()


@contextmanager
def one_on_each_machine_first() -> Iterator[None]:
    """Let one process of each machine go ahead, so that the others find its cache."""
    several = dist.is_available() and dist.is_initialized()
    waits = several and os.environ.get("LOCAL_RANK", "0") != "0"
    if waits:
        dist.barrier()
    yield
    if several and not waits:
        dist.barrier()
