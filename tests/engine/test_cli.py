import json
import sys
import zipfile
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine import cli, commands, runtime
from engine.console import short_name
from engine.errors import HilumError, UnreadableImage
from engine.models.assess import Assessor
from engine.types import Radiograph, Window

sys.path.insert(0, str(Path(__file__).parent))
import toy_model


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("HILUM_HOME", str(folder))
    monkeypatch.setenv("COLUMNS", "200")
    toy_model.write_toy_model(folder / "models" / "standard.onnx")
    return folder


@pytest.fixture
def films(tmp_path: Path) -> Path:
    folder = tmp_path / "films"
    toy_model.write_film(folder / "a.png", 2)
    toy_model.write_film(folder / "sub/b.png", None)
    (folder / "note.txt").write_text("not a film")
    with zipfile.ZipFile(folder / "c.zip", "w") as archive:
        archive.write(folder / "a.png", "../x/a.png")
    return folder


def run(*words: object) -> int:
    return cli.run([str(word) for word in words])


def records(out: Path) -> list[dict]:
    return [json.loads(line) for line in (out / "results.jsonl").read_text().splitlines()]


def test_triage_accounts_for_everything_in_order(
    films: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run("triage", films, films / "gone.dcm", "--out", out, "--overlays") == 0
    assert [(Path(r["path"]).name, r["status"]) for r in records(out)] == [
        ("a.png", "scored"),
        ("a.png", "scored"),
        ("note.txt", "unreadable"),
        ("b.png", "scored"),
        ("gone.dcm", "unreadable"),
    ]
    overlays = sorted(p.relative_to(out).as_posix() for p in out.rglob("*.png"))
    assert overlays[:2] == ["overlays/a.png.png", "overlays/c.zip!../x/a.png.png"]
    printed = capsys.readouterr()
    assert "5 files: 3 scored, 0 not scored, 2 unreadable; 3 urgent, 2 routine" in printed.out
    assert "covid19" in printed.out
    assert "Not for diagnosis" in printed.out
    assert str(films) not in printed.out
    assert printed.err == ""


def test_a_low_risk_lane_that_is_not_certified_says_why(
    films: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("triage", films, "--out", tmp_path / "out", "--low-risk", 0.01) == 0
    assert "There is no low-risk lane" in capsys.readouterr().err
    assert {record["lane"] for record in records(tmp_path / "out")} == {"urgent", "routine"}


def test_a_gpu_that_is_not_there_is_said_aloud(
    films: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("triage", films / "note.txt", "--out", tmp_path / "out", "--provider", "tensorrt")
    assert run(*words, "--sensitivity", 0.3) == 0
    said = capsys.readouterr().err
    assert "the CPU is used" in said
    assert "50% to 100% only" in said


@pytest.mark.parametrize(
    "words",
    [
        ("triage", "films"),
        ("triage", "--out", "out"),
        ("triage", "--watch", "nowhere", "--out", "out"),
        ("triage", "--watch", "films", "--out", "films/out"),
        ("triage", "--watch", "films", "--out", "out", "--store", "films/list.db"),
        ("triage", "films", "--out", "out", "--low-risk", "5"),
        ("triage", "nowhere", "nothing", "--out", "out"),
        ("triage", "films", "--out", "out", "--model", "unknown"),
        ("triage", "films", "--out", "out", "--provider", "abacus"),
        ("triage", "films", "--out", "out", "--sensitivity", "95"),
        ("render", "films", "--out", "out", "--window", "1;2"),
        ("render", "films", "--out", "out", "--window", "100,0"),
        ("render", "films", "--out", "out", "--window", "100,10", "--voi", "1"),
        ("inspect", "nowhere"),
        ("dance",),
        ("models", "dance"),
    ],
)
def test_what_is_not_understood_ends_with_2_before_anything_is_written(
    films: Path,
    words: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(films.parent)
    assert run(*words) == 2
    assert capsys.readouterr().err
    assert not Path("out").exists()


def test_an_unusable_model_ends_with_1(
    home: Path, films: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = home / "models/standard.onnx"
    model.write_bytes(model.read_bytes().replace(b'"version":"1.0"', b'"version":"9.9"'))
    assert run("triage", films, "--out", tmp_path / "out") == 1
    assert "does not match" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_ends_with_1(
    films: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("triage", films, "--out", films / "note.txt" / "out") == 1
    assert "Not a directory" in capsys.readouterr().err


def test_an_interrupt_ends_with_130_and_keeps_what_was_done(
    films: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Assessor, "infer", interrupted)
    assert run("triage", films / "gone", films / "a.png", "--out", tmp_path / "out") == 130
    assert "Interrupted" in capsys.readouterr().err
    assert [r["status"] for r in records(tmp_path / "out")] == ["unreadable"]


def test_render_writes_native_size_and_reports_the_rest(
    films: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run("render", films, "--out", out) == 0
    written = sorted(p.relative_to(out).as_posix() for p in out.rglob("*.png"))
    assert written == ["a.png.png", "c.zip!../x/a.png.png", "sub/b.png.png"]
    picture = cv2.imread(str(out / "a.png.png"), cv2.IMREAD_UNCHANGED)
    assert (picture.shape, picture.dtype) == ((160, 160), np.uint8)
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "note.txt: Not a film" in printed.err
    assert "3 written, 1 could not be read" in printed.err


def test_render_applies_a_window(films: Path) -> None:
    window = commands._window("150,2")
    encoded = commands.render_png(films / "a.png", frame=0, number=None, window=window)
    picture = cv2.imdecode(np.frombuffer(encoded, np.uint8), cv2.IMREAD_UNCHANGED)
    assert set(np.unique(picture).tolist()) <= {0, 255}
    assert (picture[80:, :80] == 255).all()


def test_render_applies_a_window_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    stored = np.arange(200, dtype=np.uint8).reshape(10, 20)
    film = Radiograph(stored, "x", "test", vois=(Window(100, 200), Window(50, 2)))
    monkeypatch.setattr(commands, "read_radiograph", lambda _path, **_: film)
    encoded = commands.render_png(Path("x"), frame=0, number=2, window=None)
    picture = cv2.imdecode(np.frombuffer(encoded, np.uint8), cv2.IMREAD_UNCHANGED)
    assert (picture.ravel() == np.where(np.arange(200) < 50, 0, 255)).mean() > 0.98
    with pytest.raises(UnreadableImage, match="no window 3: the file has 2"):
        commands.render_png(Path("x"), frame=0, number=3, window=None)


def test_inspect_prints_one_object_a_file_and_nothing_else(
    films: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("inspect", films, films / "gone", "--jsonl") == 0
    printed = capsys.readouterr()
    found = [json.loads(line) for line in printed.out.splitlines()]
    assert [record["path"] for record in found] == [
        str(films / "a.png"),
        f"{films / 'c.zip'}!../x/a.png",
        str(films / "note.txt"),
        str(films / "sub/b.png"),
        str(films / "gone"),
    ]
    assert [r["outcome"] for r in found] == ["opens", "opens", "error", "opens", "error"]
    assert all(isinstance(r["message"], str) and "warnings" in r for r in found)
    assert printed.err == ""


def test_inspect_prints_a_table(films: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("inspect", films / "a.png") == 0
    assert "160 x 160" in capsys.readouterr().out


def test_models_are_listed_shown_and_verified(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.models.catalog.resources", lambda: home / "nothing")
    assert run("models", "list") == 0
    assert "A toy" in capsys.readouterr().out
    assert run("models", "show") == 0
    assert json.loads(capsys.readouterr().out)["id"] == "standard"
    assert run("models", "verify") == 0
    printed = capsys.readouterr().out
    assert "none: not tested" in printed
    assert printed.count("good") == 2  # the lungs' too
    (home / "models/bad.onnx").write_bytes(b"no model")
    assert run("models", "verify") == 1
    printed = capsys.readouterr()
    assert "bad: The model file is damaged" in printed.out
    assert "1 of 3 models cannot be used" in printed.err
    for command in ("show", "verify"):
        assert run("models", command, "none") == 2
        assert "There is no model 'none'" in capsys.readouterr().err


def test_phantom_writes_films(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("phantom", "--out", tmp_path, "--studies", 1, "--size", 128) == 0
    assert len(list(tmp_path.rglob("*.dcm"))) == 1
    assert "1 films of 1 studies written" in capsys.readouterr().err


def test_the_version_and_the_help_are_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out.startswith("hilum ")
    assert run("--help") == 0
    printed = capsys.readouterr().out
    assert all(command in printed for command in (*runtime.COMMANDS, "--portable"))
    assert run("-h") == run("triage", "-h") == 0


def test_onnx_runtime_is_asked_for_before_it_is_needed(
    films: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def missing() -> None:
        raise HilumError("ONNX Runtime is not installed.")

    monkeypatch.setattr("engine.runtime.check", missing)
    assert run("triage", films, "--out", tmp_path / "out") == 1
    assert "not installed" in capsys.readouterr().err


def test_a_name_cannot_command_the_terminal() -> None:
    assert short_name("a/b.zip!x/\x1b[31mred\n.dcm") == "x/\ufffd[31mred\ufffd.dcm"
