"""Fixtures for all rooms."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no fault of the code: speed is measured by the benchmarks. A change is judged by
# the same examples every time; who tests by hand gets new ones.
settings.register_profile("hilum", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("hilum")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real films and files; skip with a word where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("needs the real films of ../shared/data, which are not part of the repository")
    return SHARED


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test out of the user's own folder."""
    monkeypatch.setenv("HILUM_HOME", str(tmp_path_factory.mktemp("hilum-home")))
