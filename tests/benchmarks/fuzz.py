"""Mutated corpus files through the readers: crashes, hangs and uncaught errors, which must be 0.

``python tests/benchmarks/fuzz.py [--count 20000] [--seed 1] [--workers 1] [--keep FOLDER]``

Every opening is a corpus file with one to four mutations, drawn from the seed and its number alone,
so that one opening can be made again with ``--first N --count 1``. In a worker it is read, all its
planes, VOIs and shutter applied and its document or presentation state read. Ends with 1 where a
crash, a hang or an uncaught error was met; ``--keep`` collects those files.
"""

import argparse
import random
import struct
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from engine.errors import HilumError, MediaDirectory, NonImage
from engine.images.dicom import parse
from engine.images.documents import document_of, is_document
from engine.images.framing import opening
from engine.images.intake import Candidate, referenced_files
from engine.images.isolation import ReaderPool
from engine.images.reading import file_bytes, read_frames, read_radiograph
from engine.images.softcopy_reading import GREYSCALE_STATE, softcopy_of
from engine.images.windowing import percentile_window, render
from engine.images.worker import CRASHED, TOO_MUCH_MEMORY

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "data" / "dicom"
LARGEST = 3 << 20
BAD = ("crash", "hang", "uncaught")
EXTREMES = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF)
VRS = (b"OB", b"OW", b"SQ", b"UN", b"DS", b"US", b"SS", b"FL", b"UT", b"PN", b"AT")

Mutation = Callable[[random.Random, bytearray, bytes], None]


def flip(rng: random.Random, data: bytearray, _other: bytes) -> None:
    for _ in range(rng.choice((1, 8, 64))):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)


def overwrite(rng: random.Random, data: bytearray, _other: bytes) -> None:
    """Put a number at the edge of its range where one may stand."""
    size = rng.choice((1, 2, 4))
    place = _header_place(rng, data)
    number = rng.choice(EXTREMES) & ((1 << 8 * size) - 1)
    data[place : place + size] = number.to_bytes(size, rng.choice(("little", "big")))


def truncate(rng: random.Random, data: bytearray, _other: bytes) -> None:
    del data[rng.randrange(1, len(data) + 1) :]


def remove(rng: random.Random, data: bytearray, _other: bytes) -> None:
    place = rng.randrange(len(data))
    del data[place : place + rng.choice((1, 2, 8, 100, 5000))]


def splice(rng: random.Random, data: bytearray, other: bytes) -> None:
    """Insert a piece of another file."""
    place, start = rng.randrange(len(data) + 1), rng.randrange(len(other))
    data[place:place] = other[start : start + rng.choice((2, 8, 64, 4096))]


def noise(rng: random.Random, data: bytearray, _other: bytes) -> None:
    place, length = rng.randrange(len(data)), rng.choice((4, 40, 400))
    data[place : place + length] = rng.randbytes(min(length, len(data) - place))


def revalue(rng: random.Random, data: bytearray, _other: bytes) -> None:
    """Give an element of group 28 (or 60xx, 70, 18, 2050) another value of the same length."""
    group = rng.choice((0x28, 0x28, 0x28, 0x6000, 0x70, 0x18, 0x2050))
    places = _elements(data, group)
    if not places:
        return
    place = rng.choice(places)
    length = struct.unpack_from("<H", data, place + 6)[0]
    value = rng.choice((b"\0", b"\xff", b"-", b"9", b"\\", b" ", b"1e", rng.randbytes(2)))
    data[place + 8 : place + 8 + length] = (value * (length + 1))[:length]


def retype(rng: random.Random, data: bytearray, _other: bytes) -> None:
    """Give an element another Value Representation."""
    places = _elements(data, rng.choice((0x08, 0x10, 0x28)))
    if places:
        place = rng.choice(places) + 4
        data[place : place + 2] = rng.choice(VRS)


MUTATIONS: tuple[Mutation, ...] = (
    flip,
    overwrite,
    overwrite,
    truncate,
    remove,
    splice,
    noise,
    revalue,
    revalue,
    retype,
)


def _header_place(rng: random.Random, data: bytearray) -> int:
    """Return a place, most often near the beginning, where headers are."""
    reach = len(data) if rng.random() < 0.3 else min(len(data), 4096)
    return rng.randrange(reach)


def _elements(data: bytearray, group: int) -> list[int]:
    """Return where elements of a group may begin, explicit VR little endian."""
    tag, places, place = struct.pack("<H", group), [], 128
    while (place := data.find(tag, place, 1 << 16)) >= 0 and len(places) < 500:
        typed = data[place + 4 : place + 6]
        if typed.isalpha() and typed.isupper() and place + 8 <= len(data):
            places.append(place)
        place += 2
    return places


def mutated(files: Sequence[Path], seed: int, number: int) -> tuple[Path, bytes]:
    """Return the source and the bytes of one opening."""
    rng = random.Random(f"{seed}/{number}")
    source = rng.choice(files)
    data, other = bytearray(source.read_bytes()), rng.choice(files).read_bytes()
    for _ in range(rng.choice((1, 1, 1, 2, 3, 4))):
        rng.choice(MUTATIONS)(rng, data, other)
        if not data:
            break
    return source, bytes(data)


def opened(path: Path) -> str:
    """Do with a file all that the viewer does; runs in a worker."""
    try:
        film = read_radiograph(path)
    except MediaDirectory:
        referenced_files(path)
        return "directory"
    except NonImage:
        file = parse(file_bytes(path))
        if is_document(file):
            return f"document, {len(document_of(file).text) > 0}"
        if file.sop_class == GREYSCALE_STATE:
            softcopy_of(file)
        return "nonimage"
    for voi in (None, percentile_window(film), *film.vois):
        render(film, voi)
    if film.shutter is not None:
        opening(film.shutter, film.shape)
    if film.frames > 1:
        read_frames(path, [film.frames - 1])
    return "opens"


def outcome(pool: ReaderPool, path: Path) -> tuple[str, str]:
    try:
        return pool.run(opened, Candidate(path, path.name)), ""
    except HilumError as error:
        text = str(error)
    if text == CRASHED:
        return "crash", text
    if "took longer" in text:
        return "hang", text
    if "unforeseen" in text:
        return "uncaught", text
    return ("memory limit" if text == TOO_MUCH_MEMORY else "refused"), text


def corpus(folder: Path) -> list[Path]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    pictures = (".png", ".csv", ".md", ".json")
    return [
        path
        for path in found
        if "refs" not in path.parts
        and path.suffix not in pictures
        and 0 < path.stat().st_size <= LARGEST
    ]


def rounds(asked: argparse.Namespace) -> Iterator[tuple[int, Path, bytes]]:
    files = corpus(asked.corpus)
    for number in range(asked.first, asked.first + asked.count):
        yield number, *mutated(files, asked.seed, number)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    counts: Counter[str] = Counter()
    start = time.perf_counter()
    slowest = 0.0, 0
    with ReaderPool(asked.workers) as pool, tempfile.TemporaryDirectory() as scratch:
        for number, source, data in rounds(asked):
            path = Path(scratch) / f"{number}.dcm"
            path.write_bytes(data)
            begun = time.perf_counter()
            kind, text = outcome(pool, path)
            slowest = max(slowest, (time.perf_counter() - begun, number))
            counts[kind] += 1
            if kind in BAD:
                sys.stdout.write(f"{number}: {kind} of {source.name}: {text}\n")
                if asked.keep:
                    asked.keep.mkdir(parents=True, exist_ok=True)
                    (asked.keep / f"{asked.seed}-{number}-{source.name}").write_bytes(data)
            path.unlink()
    for kind, count in counts.most_common():
        sys.stdout.write(f"{kind:12} {count}\n")
    bad = sum(counts[kind] for kind in BAD)
    seconds = time.perf_counter() - start
    sys.stdout.write(
        f"{counts.total()} openings in {seconds:.0f} s, the slowest {slowest[0]:.1f} s "
        f"(number {slowest[1]}): "
        f"{', '.join(f'{kind} {counts[kind]}' for kind in BAD)}\n"
    )
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
