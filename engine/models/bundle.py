"""A model file: an ONNX graph with its card in the metadata, each under a hash.

An ONNX file is a protobuf message (ModelProto), and messages may be concatenated: the card is
appended as `metadata_props` (field 14), so every ONNX tool reads the file, and the graph's hash is
taken over all other fields without decoding them.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from engine.errors import UnusableModel
from engine.home import resources
from engine.models.card import ModelCard

_CARD, _CARD_HASH = "hilum.card", "hilum.card.sha256"
_METADATA_PROPS, _GRAPH = 14, 7
_VARINT, _BYTES = 0, 2


class Card(Protocol):
    """What a model file says of itself: a classifier's card, or the lung model's."""

    @property
    def graph_sha256(self) -> str:
        """The hash of the graph that it was written for."""
        ...

    def to_json(self) -> str:
        """Return it as JSON."""
        ...


_Card = TypeVar("_Card", bound=Card)


@dataclass(frozen=True, slots=True)
class Bundle:
    """A verified model file: ``sha256`` names the whole file in results."""

    path: Path
    card: ModelCard
    sha256: str


def graph_of(content: bytes) -> bytes:
    """Return an ONNX file without its metadata; UnusableModel where it is none."""
    parts = [
        content[start:end]
        for number, start, _, end in _fields(content)
        if number != _METADATA_PROPS
    ]
    return b"".join(parts)


def graph_sha256(content: bytes) -> str:
    """Return the hash of an ONNX file without its metadata."""
    return hashlib.sha256(graph_of(content)).hexdigest()


def seal(content: bytes, card: Card) -> bytes:
    """Return the file's graph with this card, in place of any metadata it carried."""
    text = card.to_json()
    entries = {_CARD: text, _CARD_HASH: hashlib.sha256(text.encode()).hexdigest()}
    tail = b""
    for key, value in entries.items():
        entry = _field(1, key.encode()) + _field(2, value.encode())
        tail += _field(_METADATA_PROPS, entry)
    return graph_of(content) + tail


def read_bundle(path: Path) -> Bundle:
    """Read and verify a classifier's file; UnusableModel as for `read_sealed`."""
    return Bundle(path, *read_sealed(path, ModelCard.from_json))


def read_sealed(path: Path, parse: Callable[[bytes], _Card]) -> tuple[_Card, str]:
    """Read and verify a model file: its card, and the hash of the whole file.

    Raises
    ------
    UnusableModel
        Where the file is damaged, has no card, or the card does not match its hash or the graph;
        with what to do.
    """
    with _remedied(path):
        try:
            content = path.read_bytes()
        except OSError as error:
            raise UnusableModel(f"{path.name} cannot be read: {error.strerror}.") from error
        entries = _metadata(content)
        if _CARD not in entries:
            raise UnusableModel(f"{path.name} carries no Hilum model card.")
        text = entries[_CARD]
        if hashlib.sha256(text).hexdigest().encode() != entries.get(_CARD_HASH):
            raise UnusableModel(f"The card of {path.name} does not match its own hash.")
        card = parse(text)
        if graph_sha256(content) != card.graph_sha256:
            raise UnusableModel(
                f"The network in {path.name} is not the one its card was written for."
            )
        return card, hashlib.sha256(content).hexdigest()


@contextmanager
def _remedied(path: Path) -> Iterator[None]:
    """Say what to do about a file: one of the reader's own hides the shipped one of its name."""
    try:
        yield
    except UnusableModel as error:
        own = not path.is_relative_to(resources())
        remedy = f"Replace or remove {path}." if own else "Install Hilum again."
        raise UnusableModel(f"{error} {remedy}") from error


def _metadata(content: bytes) -> dict[str, bytes]:
    entries = {}
    numbers = set()
    for number, _, inner, end in _fields(content):
        numbers.add(number)
        if number == _METADATA_PROPS:
            entry = content[inner:end]
            parts = {n: entry[i:e] for n, _, i, e in _fields(entry)}
            entries[parts.get(1, b"").decode("utf-8", "replace")] = parts.get(2, b"")
    if _GRAPH not in numbers:
        raise UnusableModel("The model file is damaged: it holds no network.")
    return entries


def _fields(content: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Yield (number, start, start of the value, end) of each top-level protobuf field."""
    position = 0
    while position < len(content):
        start = position
        key, position = _varint(content, position)
        number, kind = key >> 3, key & 7
        inner = position
        if kind == _VARINT:
            _, position = _varint(content, position)
        elif kind == _BYTES:
            length, inner = _varint(content, position)
            position = inner + length
        else:
            raise UnusableModel("The model file is damaged or is no ONNX file.")
        if position > len(content):
            raise UnusableModel("The model file is cut short.")
        yield number, start, inner, position


def _varint(content: bytes, position: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 64, 7):
        if position >= len(content):
            raise UnusableModel("The model file is cut short.")
        byte = content[position]
        position += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, position
    raise UnusableModel("The model file is damaged or is no ONNX file.")


def _field(number: int, value: bytes) -> bytes:
    return _encode(number << 3 | _BYTES) + _encode(len(value)) + value


def _encode(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)
