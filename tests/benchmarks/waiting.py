"""How long the simulator of waiting times takes: ``python tests/benchmarks/waiting.py``."""

import statistics
import sys
import time

import numpy as np

from engine.models.lanes import Lane
from engine.triage.queue import Waiting
from engine.triage.simulator import simulate

_FILMS, _RUNS, _HOURS = 10_000, 5, 100


def main() -> None:
    """Simulate a list of 10,000 films five times and print the median."""
    rng = np.random.default_rng(3)
    chance = rng.beta(0.5, 1.5, _FILMS)
    lanes = np.select([chance > 0.5, chance < 0.05], [Lane.URGENT, Lane.LOW_RISK], Lane.ROUTINE)
    arrived = rng.uniform(0, _HOURS * 3600, _FILMS)
    films = [
        Waiting(n, float(arrived[n]), Lane(lanes[n]), float(c > 0.5) * float(c), float(c))
        for n, c in enumerate(chance)
    ]
    seconds = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        simulate(films, longest_wait_s=3600.0, missed=0.05)
        seconds.append(time.perf_counter() - start)
    sys.stdout.write(f"{_FILMS} films: {statistics.median(seconds):.2f} s\n")


if __name__ == "__main__":
    main()
