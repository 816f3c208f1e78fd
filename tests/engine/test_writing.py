"""A file is the old one or the new one, never half of either."""

from pathlib import Path

import pytest

from engine.writing import replacing


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "kept.json"
    path.write_text("old")
    return path


def test_what_was_written_takes_the_place_of_what_was_there(path: Path) -> None:
    with replacing(path) as beside:
        beside.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(path.parent.iterdir()) == [path]


def cut_off(path: Path) -> None:
    with replacing(path) as beside:
        beside.write_text("ne")
        raise KeyboardInterrupt


def test_a_write_that_is_cut_off_leaves_the_old_file_and_nothing_else(path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        cut_off(path)
    assert path.read_text() == "old"
    assert list(path.parent.iterdir()) == [path]
