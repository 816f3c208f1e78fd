"""The models at hand: those that Hilum ships, and those its user installed."""

from dataclasses import dataclass
from pathlib import Path

from engine.errors import UnusableModel
from engine.home import home, resources
from engine.models.bundle import read_bundle
from engine.models.card import ModelCard

DEFAULT = "standard"


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """A model file; ``problem`` says why it cannot be used, and then there is no card."""

    id: str
    path: Path
    card: ModelCard | None
    sha256: str = ""
    problem: str = ""


def models() -> list[ModelEntry]:
    """List all model files, the user's first; a damaged one is listed with its problem."""
    return [_entry(path) for path in _files()]


def find(model_id: str | None = None) -> Path:
    """Return the file of a model; UnusableModel naming those there are, where it is unknown."""
    wanted = model_id or DEFAULT
    files = _files()
    for path in files:
        if path.stem == wanted:
            return path
    known = ", ".join(p.stem for p in files) or "none"
    raise UnusableModel(f"There is no model {wanted!r}. Installed: {known}.")


def _files() -> list[Path]:
    folders = (home() / "models", resources() / "models")
    return [path for folder in folders for path in sorted(folder.glob("*.onnx"))]


def _entry(path: Path) -> ModelEntry:
    try:
        bundle = read_bundle(path)
    except UnusableModel as error:
        return ModelEntry(path.stem, path, None, problem=str(error))
    return ModelEntry(path.stem, path, bundle.card, bundle.sha256)
