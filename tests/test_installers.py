"""The installers' script and workflow, which only their own systems run: read, and held to be true.

Inno Setup's words are those of its help, section by section.
"""

import re
import runpy
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
SCRIPT = (PACKAGING / "windows/hilum.iss").read_text(encoding="utf-8")
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
MADE = {"build/icons/hilum.ico", "dist/hilum/*", "dist"}
"""What the build makes before the script is compiled, and where the installer goes."""
DIRECTIVES = {
    "AppComments", "AppId", "AppName", "AppPublisher", "AppVersion", "ArchitecturesAllowed",
    "ArchitecturesInstallIn64BitMode", "ChangesAssociations", "CloseApplications", "Compression",
    "DefaultDirName", "DefaultGroupName", "DisableProgramGroupPage", "LicenseFile", "MinVersion",
    "OutputBaseFilename", "OutputDir", "PrivilegesRequired", "PrivilegesRequiredOverridesAllowed",
    "SetupIconFile", "SolidCompression", "UninstallDisplayIcon", "UninstallDisplayName",
    "WizardStyle",
}  # fmt: skip
PARAMETERS = {
    "Languages": {"Name", "MessagesFile"},
    "Tasks": {"Name", "Description", "Flags"},
    "InstallDelete": {"Type", "Name"},
    "Files": {"Source", "DestDir", "Flags"},
    "Icons": {"Name", "Filename", "Tasks"},
    "Registry": {"Root", "Subkey", "ValueType", "ValueName", "ValueData", "Flags", "Tasks"},
    "Run": {"Filename", "Description", "Flags"},
}
FLAGS = {
    "unchecked", "recursesubdirs", "createallsubdirs", "ignoreversion", "uninsdeletekey",
    "uninsdeletevalue", "nowait", "postinstall", "skipifsilent",
}  # fmt: skip
CONSTANTS = {"app", "autopf", "autoprograms", "autodesktop", "localappdata"}
OFFICIAL = {
    "Default.isl",
    r"Languages\German.isl",
    r"Languages\French.isl",
    r"Languages\Spanish.isl",
}


def sections() -> dict[str, list[str]]:
    """The script's sections, each as its lines without comments and empty ones."""
    parts = re.split(r"^\[(\w+)\]$", SCRIPT, flags=re.M)[1:]
    names = parts[::2]
    assert len(names) == len(set(names))
    return {
        name: [line for line in text.splitlines() if line.strip() and not line.startswith(";")]
        for name, text in zip(names, parts[1::2], strict=True)
    }


def entries(section: str) -> list[dict[str, str]]:
    """The lines of a section as parameters; the values without their quotes."""
    one = re.compile(r'(\w+): ("(?:[^"]|"")*"|[^;"]*)(?:; |$)')
    found = []
    for line in sections()[section]:
        assert "".join(match[0] for match in one.finditer(line)) == line, line
        found.append({match[1]: match[2].strip('"') for match in one.finditer(line)})
    return found


def settings() -> dict[str, str]:
    return dict(line.split("=", 1) for line in sections()["Setup"])


def test_the_windows_installer_speaks_inno_setups_words() -> None:
    assert sections().keys() == {*PARAMETERS, "Setup", "CustomMessages", "Code"}
    assert settings().keys() <= DIRECTIVES
    for section, known in PARAMETERS.items():
        for entry in entries(section):
            assert entry.keys() <= known, entry
            assert set(entry.get("Flags", "").split()) <= FLAGS, entry
    names = set(re.findall(r"(?<!\{)\{(\w+)\}", SCRIPT)) - {"dicom"}
    assert names <= CONSTANTS
    assert {entry["MessagesFile"].removeprefix("compiler:") for entry in entries("Languages")} <= (
        OFFICIAL
    )
    assert re.fullmatch(r"\{\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", settings()["AppId"])


def test_the_windows_installer_names_files_that_exist() -> None:
    named = [settings()[key] for key in ("LicenseFile", "OutputDir", "SetupIconFile")]
    named += [entry["Source"] for entry in entries("Files")]
    paths = {name.replace("\\", "/").removeprefix("../../") for name in named}
    assert {path for path in paths if not (ROOT / path).exists()} <= MADE
    assert '"hilum.ico"' in (PACKAGING / "icons.py").read_text(encoding="utf-8")
    program = re.findall(r'^#define Program "(\S+)\.exe"$', SCRIPT, re.M)
    assert f'"{program[0]}"' in (PACKAGING / "hilum.spec").read_text(encoding="utf-8")


def test_the_windows_installers_tasks_words_and_names_are_defined() -> None:
    tasks = {entry["Name"] for entry in entries("Tasks")}
    used = {entry["Tasks"] for name in PARAMETERS for entry in entries(name) if "Tasks" in entry}
    assert used == tasks
    defined = set(re.findall(r"#(?:ifndef|define) (\w+)", SCRIPT))
    assert set(re.findall(r"\{#(\w+)\}", SCRIPT)) <= defined
    messages = set(re.findall(r"\{cm:(\w+)", SCRIPT)) - {"CreateDesktopIcon", "LaunchProgram"}
    messages |= set(re.findall(r"CustomMessage\('(\w+)'\)", SCRIPT))
    languages = [entry["Name"] for entry in entries("Languages")]
    told = {tuple(line.split("=")[0].split(".")) for line in sections()["CustomMessages"]}
    assert told == {(language, name) for language in languages for name in messages}
    code = re.sub(r"\{[^}]*\}|'[^']*'", "", "\n".join(sections()["Code"]))
    assert len(re.findall(r"\bbegin\b", code)) == len(re.findall(r"\bend;", code))
    assert code.count("(") == code.count(")")
    assert len(re.findall(r"#if", SCRIPT)) == len(re.findall(r"#endif", SCRIPT))


# workflows


def steps(path: Path) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each step of a workflow with its job."""
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    return [(job, step) for job in jobs.values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_runs_what_there_is(path: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    profiles = runpy.run_path(str(PACKAGING / "bootstrap.py"))["PROFILES"]
    tools = {"python", "pyinstaller"}
    for job, step in steps(path):
        assert job["runs-on"]
        assert ("run" in step) != ("uses" in step)
        if "uses" in step:
            assert re.fullmatch(r"actions/[\w-]+@v\d+", step["uses"])
            continue
        words = step["run"].replace("\\", "/")
        files = set(re.findall(r"(?<![\w/.])packaging/[\w./-]+", words))
        assert not {name for name in files if not (ROOT / name).exists()}
        assert set(re.findall(r"^make (\w+)", words, re.M)) <= targets
        assert set(re.findall(r"bootstrap\.py (\w+)", words)) <= profiles.keys()
        assert set(re.findall(r"\.venv/(?:bin|Scripts)/(\w+)", words)) <= tools


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_builds_what_bootstrap_knows(path: Path) -> None:
    builds = runpy.run_path(str(PACKAGING / "bootstrap.py"))["BUILDS"]
    text = path.read_text(encoding="utf-8")
    asked = set(re.findall(r"HILUM_BUILD: (\w+)$", text, re.M))
    for job in yaml.safe_load(text)["jobs"].values():
        asked |= set(job.get("strategy", {}).get("matrix", {}).get("build", ()))
    assert asked
    assert asked <= builds.keys()


def test_the_installer_is_called_as_it_wants_to_be() -> None:
    text = "\n".join(
        step.get("run", "") for _, step in steps(ROOT / ".github/workflows/installers.yml")
    )
    given = set(re.findall(r'"/D(\w+)=', text))
    assert given == set(re.findall(r"#ifndef (\w+)", SCRIPT))
    assert settings()["OutputBaseFilename"].startswith("hilum-")
    assert settings()["OutputBaseFilename"].endswith("-setup")
    assert "hilum-*-setup.exe" in text
