"""What the frozen program holds, owes and leaves out, checked without freezing it."""

import json
import re
import runpy
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
contents = runpy.run_path(str(PACKAGING / "contents.py"))
legal = runpy.run_path(str(PACKAGING / "legal.py"))
linux = runpy.run_path(str(PACKAGING / "linux.py"))
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]


def test_the_data_files_of_the_program_are_there() -> None:
    assert all((ROOT / source).exists() for source, _ in contents["DATA"])
    # alembic finds the migrations from its own module, so they keep their place.
    assert ("engine/triage/migrations",) * 2 in contents["DATA"]


def test_every_build_makes_the_samples() -> None:
    folders = [source for source, _ in contents["MADE"]]
    assert contents["MADE"] == (("build/samples", "resources/samples"),)
    workflow = (ROOT / ".github/workflows/installers.yml").read_text(encoding="utf-8")
    for text in ((ROOT / "Makefile").read_text(encoding="utf-8"), *workflow.split("steps:")):
        words = text.replace("\\", "/")
        made = re.findall(r"-m viewer phantom --out (\S+)", words)
        assert made == (folders if "packaging/hilum.spec" in words else [])


def test_what_the_program_imports_by_name_exists() -> None:
    import importlib

    for name in contents["BY_NAME"]:
        importlib.import_module(name)


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/egldeviceintegrations/libqeglfs-emu-integration.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_pl.qm", False),
        ("PySide6/Qt/lib/libQt6Network.so.6", False),
        ("PySide6/Qt6Core.dll", True),
        ("PySide6/opengl32sw.dll", False),
        ("libQt6Network.so.6", False),
        ("libQt6Core.so.6", True),
        ("cv2/cv2.abi3.so", True),
    ],
)
def test_of_qt_only_what_is_used_goes_in(target: str, wanted: bool) -> None:
    assert contents["wanted"](target) is wanted


def test_a_systems_library_goes_in_only_if_something_asks_for_it() -> None:
    asks = {
        "/w/a.so": {"libone.so.1", "libc.so.6"},
        "/lib/libone.so.1": {"libtwo.so.2"},
        "/lib/libreadline.so.8": {"libtinfo.so.6"},
        "/lib/libcups.so.2": set(),
    }
    entries = [
        ("pkg/a.so", "/w/a.so", "EXTENSION"),
        ("liba.so", "pkg/a.so", "SYMLINK"),
        ("libgone.so", "PySide6/Qt/lib/libgone.so", "SYMLINK"),
        *((f"lib{name}", f"/lib/lib{name}", "BINARY")
          for name in ("one.so.1", "two.so.2", "readline.so.8", "tinfo.so.6", "cups.so.2")),
    ]  # fmt: skip
    kept = contents["pruned"](entries, lambda path: asks.get(path, set()))
    assert [entry[0] for entry in kept] == ["pkg/a.so", "liba.so", "libone.so.1", "libtwo.so.2"]


def test_gpl_is_noticed_by_name_and_in_ffmpeg(tmp_path: Path) -> None:
    files = {
        "libreadline.so.8": b"",
        "libx264-1234.so.164": b"",
        "libavcodec-1234.so.62": b"configuration: --enable-gpl --enable-shared",
        "libswscale-1234.so.9": b"configuration: --enable-shared",
        "libreadsomething.so": b"",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    wrong = legal["forbidden"](sorted(tmp_path.iterdir()))
    assert [line.partition(" ")[0] for line in wrong] == [
        "libavcodec-1234.so.62",
        "libreadline.so.8",
        "libx264-1234.so.164",
    ]


def test_a_package_that_nobody_asked_for_is_named() -> None:
    modules = ["numpy.linalg", "engine.cli", "pytest", "_pytest.main", "no_such_module"]
    assert legal["strangers"](modules) == ["pytest"]


def test_a_library_of_unknown_licence_stops_the_build(tmp_path: Path) -> None:
    library = tmp_path / "libnobodyknows.so.1"
    library.write_bytes(b"")
    with pytest.raises(SystemExit, match="libnobodyknows"):
        legal["written"]([(library.name, str(library), "BINARY")], tmp_path / "legal")


def test_the_list_of_parts_names_all_and_nothing_is_under_the_gpl(tmp_path: Path) -> None:
    zlib = tmp_path / "libz.so.1"
    zlib.write_bytes(b"")
    entries = [("libz.so.1", str(zlib), "BINARY"), ("pkg/x.so", str(zlib), "EXTENSION")]
    written = legal["written"](entries, tmp_path / "legal")
    assert {to for to, _, _ in written} >= {"licences/sbom.cdx.json", "licences/python.txt"}
    bootloader = {each.name for each in metadata.distributions(name="pyinstaller")}
    assert ("licences/pyinstaller.txt" in {to for to, _, _ in written}) is bool(bootloader)
    listed = json.loads((tmp_path / "legal/sbom.cdx.json").read_text())
    assert (listed["bomFormat"], listed["specVersion"]) == ("CycloneDX", "1.6")
    assert listed["metadata"]["component"]["version"] == VERSION
    names = {part["name"] for part in listed["components"]}
    assert names >= {"CPython", "numpy", "libz.so.1", "psycopg"} | bootloader
    assert {each.name for each in legal["distributions"]()} <= names
    assert not {"torch", "pytest", "pydicom-data"} & names
    references = [part["bom-ref"] for part in listed["components"] if "bom-ref" in part]
    assert len(references) == len(set(references))
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", listed["serialNumber"])
    program = tmp_path / "program" / "licences"
    program.mkdir(parents=True)
    (program / "sbom.cdx.json").write_text(json.dumps(listed))
    assert legal["main"](program.parent) == 0
    listed["components"][0]["licenses"] = [{"expression": "GPL-3.0-only"}]
    (program / "sbom.cdx.json").write_text(json.dumps(listed))
    assert legal["main"](program.parent) == 1


def test_the_debian_package_says_what_dpkg_wants() -> None:
    lines = linux["control"]("amd64", 500_000, "libc6 (>= 2.36)").splitlines()
    fields = dict(line.split(": ", 1) for line in lines if not line.startswith(" "))
    assert (fields["Package"], fields["Version"]) == ("hilum", VERSION)
    assert fields["Depends"] == "libc6 (>= 2.36)"
    assert all(line.startswith(" ") for line in lines[lines.index(next(
        line for line in lines if line.startswith("Description"))) + 1 :])  # fmt: skip


def test_the_desktop_opens_dicom_with_hilum() -> None:
    entry = (PACKAGING / "linux/hilum.desktop").read_text(encoding="utf-8")
    assert "\nMimeType=application/dicom;\n" in entry
    assert "\nExec=hilum %F\n" in entry
    root = ET.parse(PACKAGING / "linux/hilum.xml").getroot()
    types = [each.get("type") for each in root if each.tag.endswith("mime-type")]
    assert types == ["application/dicom"]


def test_the_manual_names_every_command() -> None:
    sys.path.insert(0, str(ROOT))
    from engine.runtime import COMMANDS

    page = (PACKAGING / "linux/hilum.1").read_text(encoding="utf-8")
    assert all(f"\n.B {name}" in page or f"\n.BI {name}" in page for name in COMMANDS)
