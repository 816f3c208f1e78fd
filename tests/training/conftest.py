"""Tests of training share the films they make."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bundle_fakes import few_resamples
from made_films import make_films


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_films(tmp_path_factory.mktemp("films"))


@pytest.fixture
def few_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    few_resamples(monkeypatch)
