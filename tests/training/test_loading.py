"""Workers of the loader start in a process that has used OpenCV's threads."""

import subprocess
import sys

_PROGRAM = """
import cv2, numpy as np, torch
from torch.utils.data import DataLoader
from training.loading import _one_thread, one_thread_in_opencv

cv2.setNumThreads(8)
film = np.random.rand(2000, 2000).astype(np.float32)
for _ in range(5):
    cv2.GaussianBlur(film, (0, 0), 3)
    with one_thread_in_opencv():
        batches = iter(DataLoader(torch.arange(8.0), num_workers=1, worker_init_fn=_one_thread))
    next(batches)
    assert cv2.getNumThreads() == 8
"""


def test_a_worker_does_not_wait_for_threads_that_it_does_not_have() -> None:
    """Without the guard the worker crashes in its first call of OpenCV, or hangs."""
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
