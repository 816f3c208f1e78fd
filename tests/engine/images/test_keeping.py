import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.images import keeping
from engine.images.keeping import UnkeptMarkup
from engine.images.marks import Mark, MarkKind, Markup
from engine.types import Identity, Radiograph, Spacing, SpacingProvenance


def film(value: int = 0, **changes: Any) -> Radiograph:
    return Radiograph(np.full((100, 80), value, np.uint16), "DOE^JOHN.dcm", "DX", **changes)


def of_uid(uid: str, value: int = 0, **changes: Any) -> Radiograph:
    who = Identity(patient_name="DOE^JOHN", patient_id="4711", sop_instance_uid=uid)
    return film(value, identity=who, **changes)


def markup() -> Markup:
    marks = (
        Mark.new(MarkKind.DISTANCE, ((1.0, 2.0), (30.25, 40.0))),
        Mark.new(MarkKind.TEXT, ((9.0, 9.0),), text="Kerley B – unsicher"),
    )
    return Markup(marks, Spacing(0.2, 0.1, SpacingProvenance.BY_READER), key_image=True)


def only(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    kept = markup()
    assert keeping.load(tmp_path / "none", film()) == (Markup(), "")
    keeping.save(tmp_path / "made", film(), kept)
    assert keeping.load(tmp_path / "made", film()) == (kept, "")


def test_a_film_is_known_by_its_uid_and_without_one_by_its_pixels(tmp_path: Path) -> None:
    kept = markup()
    keeping.save(tmp_path, of_uid("1.2.3"), kept)
    assert keeping.load(tmp_path, of_uid("1.2.3", value=5))[0] == kept
    assert keeping.load(tmp_path, of_uid("1.2.4"))[0] == Markup()
    assert keeping.load(tmp_path, of_uid("1.2.3", frame=1))[0] == Markup()
    keeping.save(tmp_path, film(), kept)
    assert keeping.load(tmp_path, film())[0] == kept
    assert keeping.load(tmp_path, film(value=1))[0] == Markup()


def test_no_file_name_says_whose_film_it_is(tmp_path: Path) -> None:
    keeping.save(tmp_path, of_uid("../../1.2.3"), markup())
    path = only(tmp_path)
    assert path.stem.isalnum()
    assert "DOE" not in path.read_text(encoding="utf-8")


def damaged(text: str) -> list[str]:
    whole = json.loads(text)
    nan = text.replace("30.25", "NaN", 1)
    beside = text.replace("30.25", "3000.0", 1)
    extra = json.dumps({**whole, "more": 1})
    newer = json.dumps({**whole, "version": 2})
    twice = json.loads(text)
    twice["markup"]["marks"] *= 2
    return ["", "[]", "\x00" * 50, text[:-30], nan, beside, extra, newer, json.dumps(twice)]


def test_a_damaged_file_is_set_aside_and_reported_never_lost(tmp_path: Path) -> None:
    keeping.save(tmp_path, of_uid("1.2"), markup())
    path = only(tmp_path)
    for number, text in enumerate(damaged(path.read_text(encoding="utf-8")), start=1):
        path.write_text(text, encoding="utf-8")
        found, words = keeping.load(tmp_path, of_uid("1.2"))
        assert found == Markup()
        aside = path.with_suffix(f".damaged{number}.json")
        assert aside.name in words
        assert aside.read_text(encoding="utf-8") == text
        assert not path.exists()
    keeping.save(tmp_path, of_uid("1.2"), markup())
    assert keeping.load(tmp_path, of_uid("1.2"))[0].key_image


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_any_bytes_are_markup_or_set_aside(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        keeping.save(folder, film(), markup())
        path = only(folder)
        whole = path.read_bytes()
        place = data.draw(st.integers(0, len(whole) - 1))
        written = data.draw(st.binary(max_size=8))
        changed = whole[:place] + written + whole[place + len(written) :]
        path.write_bytes(changed)
        found, words = keeping.load(folder, film())
        if words:
            assert found == Markup()
            assert only(folder).read_bytes() == changed
        else:
            keeping.save(folder, film(), found)
            assert keeping.load(folder, film()) == (found, "")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(UnkeptMarkup, match="cannot be kept"):
        keeping.save(blocked / "in", film(), markup())


def test_a_file_that_cannot_be_read_is_no_empty_markup(tmp_path: Path) -> None:
    (tmp_path / f"{keeping.film_key(film())[:32]}.json").mkdir()
    with pytest.raises(UnkeptMarkup, match="cannot be read"):
        keeping.load(tmp_path, film())


WRITER = """
import sys
from pathlib import Path
import numpy as np
from engine.images import keeping
from engine.images.marks import Mark, MarkKind, Markup
from engine.types import Radiograph
film = Radiograph(np.zeros((100, 80), np.uint16), "a", "DX")
marks = ()
while True:
    marks = (*marks[-400:], Mark.new(MarkKind.DISTANCE, ((1.0, 2.0), (30.0, 40.0))))
    keeping.save(Path(sys.argv[1]), film, Markup(marks))
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_a_kill_while_writing_leaves_the_last_whole_markup(tmp_path: Path) -> None:
    empty = Radiograph(np.zeros((100, 80), np.uint16), "a", "DX")
    for wait in (0.05, 0.13, 0.21):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)])
        while not list(tmp_path.glob("*.json")):
            time.sleep(0.01)
        time.sleep(wait)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        found, words = keeping.load(tmp_path, empty)
        assert words == ""
        assert found.marks
