"""A film of the list as one line of text and one record of numbers.

A list of 100,000 films is looked at a dozen at a time, ordered and searched as a whole: so its
numbers are columns, its words one text a film, and a `Row` is made of both only where one is
looked at. What is large (maps, pictures) is not in it. The text stays in UTF-8: one Chinese name
would double all of it.
"""

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote, unquote, urlsplit

import numpy as np
from numpy.typing import NDArray

from engine.images.intake import Candidate, Refusal
from engine.models.card import ModelCard
from engine.triage.pipeline import Found, Row, Stamp, Status
from engine.triage.reading import clean, study_of
from engine.types import Assessed, Assessment, Finding, Identity

STATUSES = tuple(Status)
_BETWEEN, _WITHIN = "\x1f", "\x1e"
_CUT = _BETWEEN.encode()
_OWN = (
    "study_key",
    "name",
    "location",
    "reason",
    "title",
    "content_sha256",
    "relative",
    "warnings",
    "notices",
    "offer",
    "correction",
    "refused",
)
# A new field goes behind the others: lines that were stored before do not have it.
FIELDS = (*_OWN, *(item.name for item in fields(Identity)))
"""What a line says, in its order; then everything of `engine.types.Identity`."""

_PLACES = {name: place for place, name in enumerate(FIELDS)}
HEAD = np.dtype(
    [
        ("model", "<u8"),
        ("arrived_s", "<f8"),
        ("times_ms", "<f8", 3),
        ("size", "<i8"),
        ("mtime_ns", "<i8"),
        ("status", "u1"),
        ("scored", "?"),
        ("unfamiliar", "?"),
        ("stat", "?"),
        ("unused", "<u4"),
    ]
)
"""What has a number: ``model`` is `model_key`, 0 where no model said anything."""

OLD_MODEL = "Another model scored this film. Open its file again to have it scored by this one."
_MOST_FINDINGS = 64

Head = NDArray[Any]
Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Maker:
    """Which model's words a list's scores are; its findings in the order of its card."""

    model_id: str
    model_version: str
    model_sha256: str
    preprocessing_sha256: str
    provider: str
    findings: tuple[str, ...]

    @classmethod
    def of(cls, card: ModelCard, *, model_sha256: str, provider: str) -> Self:
        """Return what a model calls itself."""
        recipe = card.preprocessing.sha256
        return cls(card.id, card.version, model_sha256, recipe, provider, card.findings)

    @property
    def key(self) -> int:
        """The model as a number."""
        return model_key(self.model_sha256, self.preprocessing_sha256)


NOBODY = Maker("", "", "", "", "", ())


def model_key(model_sha256: str, preprocessing_sha256: str) -> int:
    """Return a model with its preprocessing as a number, never 0."""
    said = hashlib.sha256(f"{model_sha256} {preprocessing_sha256}".encode()).digest()
    return int.from_bytes(said[:8], "little") or 1


def pack(row: Row, arrived_s: float) -> tuple[bytes, bytes]:
    """Return a row as its line and its record."""
    said = row.assessed.assessment if row.assessed else None
    own = {
        "study_key": study_of(row),
        "name": row.name,
        "location": location(row.source),
        "reason": row.reason,
        "title": row.title,
        "content_sha256": row.content_sha256,
        "relative": row.source.relative,
        "warnings": _WITHIN.join(map(_one, row.warnings)),
        "notices": _WITHIN.join(map(_one, said.notices)) if said else "",
        "offer": said.offer if said else "",
        "correction": said.correction if said else "",
        "refused": "1" if isinstance(row.source, Refusal) else "",
    }
    who = (getattr(row.identity, name) for name in FIELDS[len(_OWN) :])
    line = _BETWEEN.join(_line(word) for word in (*own.values(), *who))
    head = np.zeros((), HEAD)
    head["model"] = model_key(said.model_sha256, said.preprocessing_sha256) if said else 0
    head["arrived_s"] = arrived_s
    head["times_ms"] = (row.read_ms, row.prepare_ms, row.infer_ms)
    head["size"], head["mtime_ns"] = (row.stamp.size, row.stamp.mtime_ns) if row.stamp else (-1, 0)
    head["status"] = STATUSES.index(row.status)
    head["scored"] = said is not None and said.scored
    head["unfamiliar"] = said is not None and said.unfamiliar
    head["stat"] = row.identity.priority.strip().upper() == "STAT"
    scores = [(f.probability, *f.interval) for f in said.findings] if said else []
    return line.encode(), head.tobytes() + np.array(scores, "<f8").tobytes()


def unpack(line: bytes, head: Any, scores: Scores, maker: Maker = NOBODY) -> Row:  # noqa: ANN401
    """Return the row, without maps and pictures.

    Parameters
    ----------
    head : record of `HEAD`
    scores : ndarray
        (K, 3): each finding's probability and the ends of its interval.
    maker : Maker
        The model at work; what another one scored counts as not scored.
    """
    words = line.decode().split(_BETWEEN)
    said = dict(zip(FIELDS, words, strict=False))
    status, reason = STATUSES[head["status"]], said["reason"]
    of_maker = int(head["model"]) == maker.key
    if status is Status.SCORED and not of_maker:
        status, reason = Status.NOT_SCORED, OLD_MODEL
    read_ms, prepare_ms, infer_ms = (float(value) for value in head["times_ms"])
    assessed = None
    if head["model"] and of_maker:
        told = scores[: len(maker.findings)].tolist() if head["scored"] else ()
        assessment = Assessment(
            tuple(
                Finding(name, p, (low, high))
                for name, (p, low, high) in zip(maker.findings, told, strict=False)
            ),
            "" if head["scored"] else reason,
            maker.model_id,
            maker.model_version,
            maker.model_sha256,
            maker.preprocessing_sha256,
            maker.provider,
            prepare_ms,
            infer_ms,
            _several(said["notices"]),
            bool(head["unfamiliar"]),
            said["offer"],
            said["correction"],
        )
        assessed = Assessed(assessment, None)
    return Row(
        index=-1,
        source=source_of(
            said["location"], said["name"], said["relative"], reason if said["refused"] else None
        ),
        status=status,
        reason=reason,
        identity=Identity(*words[len(_OWN) : len(FIELDS)]),
        warnings=_several(said["warnings"]),
        assessed=assessed,
        read_ms=read_ms,
        prepare_ms=prepare_ms,
        infer_ms=infer_ms,
        content_sha256=said["content_sha256"],
        stamp=Stamp(int(head["size"]), int(head["mtime_ns"])) if head["size"] >= 0 else None,
        title=said["title"],
    )


def field_of(line: bytes, name: str) -> str:
    """Return one field of a line."""
    place = _PLACES[name]
    return line.split(_CUT, place + 1)[place].decode()


def each(lines: Sequence[bytes], name: str) -> Iterator[str]:
    """Give one field of every line."""
    place = _PLACES[name]
    return (line.split(_CUT, place + 1)[place].decode() for line in lines)


def column(lines: Sequence[bytes], name: str) -> list[str]:
    """Return one field of all lines."""
    return list(each(lines, name))


def several(lines: Sequence[bytes], names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Give some fields of every line; of all at once they would be larger than the list."""
    places = [_PLACES[name] for name in names]
    last = max(places) + 1
    for line in lines:
        words = line.split(_CUT, last)
        yield tuple(words[place].decode() for place in places)


def records(packed: Sequence[bytes]) -> tuple[Head, Scores]:
    """Return heads (N,) and scores (N, K, 3) of records; K is the most that any has, NaN beyond."""
    sizes = {len(record) for record in packed}
    longest = max(sizes, default=HEAD.itemsize)
    findings = (longest - HEAD.itemsize) // 24
    if findings > _MOST_FINDINGS or any((size - HEAD.itemsize) % 24 for size in sizes):
        raise ValueError("no record of a film")
    if sizes and min(sizes) < HEAD.itemsize:
        raise ValueError("no record of a film")
    if len(sizes) > 1:
        beyond = np.full(3 * findings, np.nan).tobytes()
        packed = [record + beyond[: longest - len(record)] for record in packed]
    shape = np.dtype([("head", HEAD), ("scores", "<f8", (findings, 3))])
    found = np.frombuffer(b"".join(packed), shape)
    return found["head"], found["scores"]


def location(source: Found) -> str:
    """Return where a file lies as a URI; a member of an archive as its fragment.

    Also of paths that are no UTF-8, and of two members of one name.
    """
    base = source.path.absolute().as_uri()
    if isinstance(source, Candidate) and source.member is not None:
        return f"{base}#{source.entry}:{quote(clean(source.member))}"
    shown = os.fsencode(source.path).decode("utf-8", "backslashreplace")
    inner = source.name.removeprefix(shown)
    return f"{base}#{quote(clean(inner))}" if inner and inner != source.name else base


class Joining:
    """Puts heads and scores that come in parts into one; of ``films`` none is copied twice.

    What has fewer findings than others is NaN beyond.
    """

    def __init__(self, films: int = 0) -> None:
        """Start empty."""
        self._head, self._scores, self._films = np.zeros(films, HEAD), np.zeros((films, 0, 3)), 0

    def add(self, head: Head, scores: Scores) -> None:
        """Add a part (N,), (N, K, 3)."""
        start, self._films = self._films, self._films + len(head)
        self._widen(max(self._films, len(self._head)), max(scores.shape[1], self._scores.shape[1]))
        self._head[start : self._films] = head
        self._scores[start : self._films, : scores.shape[1]] = scores
        self._scores[start : self._films, scores.shape[1] :] = np.nan

    def _widen(self, films: int, findings: int) -> None:
        before = self._scores
        if (films, findings) != before.shape[:2]:
            self._scores = np.empty((films, findings, 3))
            self._scores[: len(before), : before.shape[1]] = before
            self._scores[: len(before), before.shape[1] :] = np.nan
        if films != len(self._head):
            self._head = np.concatenate([self._head, np.zeros(films - len(self._head), HEAD)])

    def joined(self) -> tuple[Head, Scores]:
        """Return heads (N,) and scores (N, K, 3) of all parts."""
        return self._head[: self._films], self._scores[: self._films]


def joined(parts: Sequence[tuple[Head, Scores]]) -> tuple[Head, Scores]:
    """Return several lists as one, copied."""
    joining = Joining(sum(len(head) for head, _ in parts))
    for head, scores in parts:
        joining.add(head, scores)
    return joining.joined()


def source_of(place: str, name: str, relative: str, refused: str | None = None) -> Found:
    """Return what lies in a place: the inverse of `engine.triage.filing.location`."""
    path, inner = path_of(place), place.partition("#")[2]
    if refused is not None:
        return Refusal(path, name, refused, relative)
    entry, _, member = inner.partition(":")
    if not inner or not entry.lstrip("-").isdigit():
        return Candidate(path, name, relative)
    return Candidate(path, name, relative, unquote(member), int(entry))


def path_of(place: str) -> Path:
    """Return the file of a place; the server of a UNC path stands where others have nothing."""
    parts = urlsplit(place)
    return Path(_native(f"//{parts.netloc}{parts.path}" if parts.netloc else parts.path))


def _native(path: str) -> str:
    if os.name != "nt":
        return unquote(path)
    from urllib.request import url2pathname  # half a network library, which a start can do without

    return url2pathname(path)


def _one(word: str) -> str:
    return word.replace(_WITHIN, " ")


def _line(word: str) -> str:
    return clean(word).replace(_BETWEEN, " ")


def _several(words: str) -> tuple[str, ...]:
    return tuple(words.split(_WITHIN)) if words else ()
