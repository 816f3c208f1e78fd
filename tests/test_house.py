"""The layout of the house, its contracts, its licences, and what the documents promise."""

import ast
import importlib
import re
import runpy
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
import typer
from packaging.utils import canonicalize_name

from engine import runtime
from engine.errors import HilumError

ROOT = Path(__file__).resolve().parent.parent
LICENCES = runpy.run_path(str(ROOT / "packaging/licences.py"))
OUR_NAMES = {"engine", "viewer", "training", "resources"}
LARGEST_FILE_MB = 25
PICTURES = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp", ".gif", ".dcm", ".dicom"}
PICTURE_FOLDERS = ("resources/help/screenshots/", "resources/icons/")
FILM_MAGIC = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"II*\x00", b"MM\x00*", b"\x00\x00\x00\x0cjP  ")


def versioned() -> list[Path]:
    """Every file that git tracks or would add."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listing.returncode != 0:
        pytest.skip("not a git checkout")
    paths = {ROOT / name for name in listing.stdout.split("\0") if name}
    return sorted(path for path in paths if path.is_file())


def test_the_import_contracts_hold() -> None:
    # In a process of its own: import-linter switches off the loggers that it finds.
    command = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_no_other_distribution_owns_our_names() -> None:
    owners = {
        name: [owner for owner in distributions if canonicalize_name(owner) != "hilum"]
        for name, distributions in metadata.packages_distributions().items()
        if name in OUR_NAMES
    }
    assert not any(owners.values()), f"a stranger's top-level package shadows ours: {owners}"


def test_our_packages_come_from_this_checkout() -> None:
    import training
    import viewer

    for module in (runtime, training, viewer):
        assert Path(str(module.__file__)).is_relative_to(ROOT)


@pytest.mark.parametrize("folder", ["packaging", "resources", "tests"])
def test_folders_that_are_no_packages_have_no_init(folder: str) -> None:
    assert not list((ROOT / folder).rglob("__init__.py"))


def test_no_file_under_version_control_is_a_film() -> None:
    films = [path for path in versioned() if is_film(path)]
    assert not films, "films never enter the repository"


def is_film(path: Path) -> bool:
    """A picture or DICOM file by name or content, outside the two folders of our own pictures."""
    if path.relative_to(ROOT).as_posix().startswith(PICTURE_FOLDERS):
        return False
    with path.open("rb") as stream:
        head = stream.read(132)
    if path.suffix.lower() in PICTURES or head.startswith(FILM_MAGIC):
        return True
    return head[128:] == b"DICM"


def test_no_file_under_version_control_is_large() -> None:
    large = [path for path in versioned() if path.stat().st_size > LARGEST_FILE_MB * 1e6]
    assert not large


def test_no_file_under_version_control_names_a_folder_of_one_machine() -> None:
    of_one_machine = re.compile(r"(?<![\w.])/(work|root|home/\w+)/")
    named = [
        path.relative_to(ROOT).as_posix()
        for path in versioned()
        if path.suffix in {".py", ".md", ".toml", ".sh", ".spec", ".yaml", ".json", ""}
        and of_one_machine.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert not [name for name in named if name != "tests/test_house.py"]


@pytest.mark.parametrize("package", ["engine", "viewer", "training"])
def test_package_inits_are_a_docstring_and_no_more(package: str) -> None:
    for path in (ROOT / package).rglob("__init__.py"):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        assert all(isinstance(node, ast.Expr) for node in body), f"{path} imports or defines things"


def runtime_distributions() -> list[metadata.Distribution]:
    """Everything that `make run` installs."""
    return LICENCES["closure"](LICENCES["runtime_requirements"]())


def test_runtime_licences_leave_users_free() -> None:
    stated = {each.name: LICENCES["licence_of"](each) for each in runtime_distributions()}
    assert not [name for name, licence in stated.items() if not licence], "no licence stated"
    assert not {name: licence for name, licence in stated.items() if LICENCES["forbids"](licence)}


@pytest.mark.parametrize(
    ("licence", "forbidden"),
    [
        ("MIT", False),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", False),
        ("GNU Lesser General Public License v3 (LGPLv3)", False),
        ("GPL-3.0-only", True),
        ("GNU Affero General Public License v3", True),
        ("AGPL-3.0-or-later OR GPL-3.0", True),
    ],
)
def test_licences_are_told_apart(licence: str, forbidden: bool) -> None:
    assert LICENCES["forbids"](licence) is forbidden


def test_the_licence_table_names_every_runtime_dependency() -> None:
    table = (ROOT / "resources/help/third-party.md").read_text(encoding="utf-8")
    names = {canonicalize_name(name) for name in re.findall(r"^\| ([\w.-]+) \|", table, re.M)}
    absent = {canonicalize_name(each.name) for each in runtime_distributions()} - names
    assert not absent, "run: python packaging/licences.py > resources/help/third-party.md"


def test_documents_name_only_targets_that_the_makefile_has() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = set(re.findall(r"`make ([a-z]+)`|^make ([a-z]+)$", documents(), re.M))
    assert {a or b for a, b in named} <= targets


@pytest.mark.parametrize(
    ("program", "module"), [("hilum", "engine.cli"), ("hilum-train", "training.cli")]
)
def test_documents_name_only_commands_and_options_that_exist(program: str, module: str) -> None:
    named = re.findall(rf"^{program} ([a-z]+)((?: .*)?)$", documents(), re.M)
    assert named
    for command, rest in named:
        options = set(re.findall(r"--[a-z-]+", rest))
        assert options <= options_of(module, command), f"{program} {command}"


def options_of(module: str, command: str) -> set[str]:
    """The options of one command and of its subcommands; KeyError where there is none."""
    root = typer.main.get_command(importlib.import_module(module).app)
    found = root.commands[command]  # type: ignore[attr-defined]
    commands = [found, *getattr(found, "commands", {}).values()]
    return {name for each in commands for option in each.params for name in option.opts} | {
        "--help"
    }


def documents() -> str:
    """The text of the documents at the front door and of the help pages."""
    paths = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "resources/help").glob("*.md")]
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(paths))


def test_links_in_documents_lead_somewhere() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            assert "://" in target or (ROOT / target).exists(), f"{name} leads to {target}"


def test_exactly_one_build_of_onnx_runtime_starts() -> None:
    runtime.check()


@pytest.mark.parametrize(
    ("installed", "says"),
    [
        ((), "is not installed"),
        (("onnxruntime", "onnxruntime-gpu"), "pip uninstall -y onnxruntime onnxruntime-gpu"),
    ],
)
def test_none_or_two_builds_of_onnx_runtime_are_refused(
    installed: tuple[str, ...], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runtime, "builds", lambda: installed)
    with pytest.raises(HilumError, match=says) as refusal:
        runtime.check()
    assert 'pip install ".[cpu]"' in str(refusal.value)


def test_a_frozen_program_without_metadata_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runtime, "builds", tuple)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    runtime.check()
