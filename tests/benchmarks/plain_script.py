"""What is written in an afternoon: pydicom, PyTorch, and pytorch-grad-cam for all classes.

``python tests/benchmarks/plain_script.py FOLDER OUT.csv``

`throughput.py --script` compares it with ``hilum triage``. One film after the other is read,
stretched by percentiles and resized; one forward pass gives the probabilities, and each class has
its heat map. The network is the shipped one's architecture with fresh weights, which take the same
time. What pydicom has no decoder for here, JPEG 2000 and JPEG-LS, is decoded with the codecs that
Hilum uses.
"""

import csv
import sys
from pathlib import Path

import cv2
import imagecodecs
import numpy as np
import pydicom
import torch
from numpy.typing import NDArray
from pydicom.encaps import generate_frames
from pydicom.uid import JPEG2000Lossless, JPEGLSLossless
from pytorch_grad_cam import GradCAM
from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from training.config import load  # noqa: E402
from training.networks import build_for  # noqa: E402

CODECS = {JPEG2000Lossless: imagecodecs.jpeg2k_decode, JPEGLSLossless: imagecodecs.jpegls_decode}


def pixels(path: Path) -> NDArray[np.float32]:
    film = pydicom.dcmread(path)
    decode = CODECS.get(film.file_meta.TransferSyntaxUID)
    if decode is None:
        return film.pixel_array.astype(np.float32)
    frame = next(generate_frames(film.PixelData, number_of_frames=1))
    return np.asarray(decode(frame), np.float32)


def main() -> None:
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    experiment = load(ROOT / "training/experiments/standard.toml")
    side = experiment.preprocessing.size
    network = build_for(experiment).eval()
    cam = GradCAM(model=network, target_layers=[network.features])
    with out.open("w", newline="") as stream:
        table = csv.writer(stream)
        for path in sorted(folder.iterdir()):
            values = pixels(path)
            low, high = np.percentile(values, (1, 99))
            square = cv2.resize(np.clip((values - low) / (high - low), 0, 1), (side, side))
            film = torch.from_numpy(square.astype(np.float32))[None, None]
            with torch.inference_mode():
                chances = network(film).softmax(1)[0].tolist()
            maps = [cam(film, [ClassifierOutputTarget(k)])[0] for k in range(len(chances))]
            table.writerow([path.name, *chances, *(float(one.max()) for one in maps)])


if __name__ == "__main__":
    main()
