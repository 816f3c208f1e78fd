"""What goes into the frozen program, and what stays out.

Read by `hilum.spec`, which PyInstaller runs; standard library only.
"""

import posixpath
import re
from collections.abc import Callable, Iterable

Entry = tuple[str, str, str]
"""PyInstaller's: where it goes, where it comes from, of what kind."""

DATA = (
    ("resources", "resources"),
    # alembic reads the store's migrations as files.
    ("engine/triage/migrations", "engine/triage/migrations"),
    ("LICENSE", "."),
)
"""Files beside the code: from where in the repository, to where in the program."""

MADE = (("build/samples", "resources/samples"),)
"""What the build makes before, likewise: studies of the numerical phantom."""

BY_NAME = (
    # What alembic and SQLAlchemy import by name, and the migrations import.
    "alembic.op",
    "alembic.context",
    "logging.config",
    "sqlalchemy.dialects.sqlite",
    "sqlalchemy.dialects.postgresql.psycopg",
    "psycopg",
    "psycopg_binary",
)
"""Modules that nobody imports in words."""

EXCLUDED = (
    # training and what only tests use
    "IPython", "grad_cam", "hypothesis", "matplotlib", "mypy", "onnx", "onnxscript", "pandas",
    "pyarrow", "pytest", "ray", "scipy", "sklearn", "sympy", "timm", "torch", "torchvision",
    "training",
    # the samples' package, for whose films the phantom stands in
    "data_store",
    # never used, and large
    "PIL.AvifImagePlugin", "PIL._avif", "PySide6.QtNetwork", "_tkinter", "numpy.f2py",
    "onnxruntime.quantization", "onnxruntime.tools", "onnxruntime.transformers", "pydantic.mypy",
    "setuptools", "tkinter", "yaml",
    # what packages use where it is installed, and Hilum does not: decoders that abort on damaged
    # files, and the way into the network of pydicom's own downloads
    "_gdcm", "attr", "attrs", "certifi", "gdcm", "idna", "jpeg_ls", "libjpeg", "openjpeg",
    "pylibjpeg", "requests", "rle", "threadpoolctl", "urllib3",
    # GPL: GNU readline
    "readline",
)  # fmt: skip

# Qt's libraries that nothing here draws with.
_UNUSED_QT = (
    "Designer", "EglF", "Help", "Labs", "Network", "OpenGL", "Pdf", "Qml", "Quick", "Sql", "Test",
    "UiTools", "VirtualKeyboard",
)  # fmt: skip
_WITHOUT_A_GPU = "opengl32sw."
_PLUGINS = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qico", "qjpeg", "qsvg"),
    "platforminputcontexts": ("composeplatform", "ibusplatform"),
    "platforms": ("qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"),
    "platformthemes": ("qxdgdesktopportal",),
    "printsupport": ("cocoaprinter", "cupsprinter", "windowsprinter"),
    "styles": (),
    "wayland-decoration-client": ("bradient",),
    "wayland-shell-integration": ("xdg-shell", "wl-shell"),
}
"""Plugin folder -> those of its plugins that are kept; no other folder is."""
_LANGUAGES = re.compile(r"/qtbase_(de|fr|es|zh_CN)\.qm$")

_LEFT_TO_THE_SYSTEM = ("libcups.",)
"""Libraries that go with a service of the system: without its printing there is none."""


def wanted(target: str) -> bool:
    """Whether a file goes into the program: of Qt only what is used."""
    name = target.replace("\\", "/")
    if "PySide6" not in name:
        return not re.search(r"(^|/)libQt6", name) or not _unused(name)
    if _WITHOUT_A_GPU in name:
        return False
    if plugin := re.search(r"/plugins/([^/]+)/(?:lib)?([^/]+)$", name):
        return plugin[2].startswith(_PLUGINS.get(plugin[1], ()))
    if "/translations/" in name:
        return bool(_LANGUAGES.search(name))
    return not _unused(name)


def pruned(entries: Iterable[Entry], imports: Callable[[str], set[str]]) -> list[Entry]:
    """Return the binaries that are wanted, and of the system's libraries what those ask for.

    ``imports`` gives the names of the libraries that a file asks for.
    """
    left = [e for e in entries if wanted(e[0]) and not e[0].startswith(_LEFT_TO_THE_SYSTEM)]
    loose = {e[0]: e for e in left if e[2] == "BINARY" and "/" not in e[0].replace("\\", "/")}
    kept = [entry for entry in left if entry[0] not in loose]
    pending = [entry[1] for entry in kept if entry[2] != "SYMLINK"]
    # What PyInstaller's program itself starts with.
    found = {name for name in loose if re.match(r"(lib)?python3", name, re.IGNORECASE)}
    pending += [loose[name][1] for name in found]
    while pending:
        new = (imports(pending.pop()) & loose.keys()) - found
        found |= new
        pending += [loose[name][1] for name in new]
    targets = {entry[0] for entry in kept} | found
    return [
        entry
        for entry in left
        if entry[0] in targets and (entry[2] != "SYMLINK" or _leads_somewhere(entry, targets))
    ]


def _leads_somewhere(entry: Entry, targets: set[str]) -> bool:
    folder = posixpath.dirname(entry[0])
    return posixpath.normpath(posixpath.join(folder, entry[1])) in targets


def _unused(name: str) -> bool:
    return any(re.search(rf"/?(lib)?Qt6?{part}", name) for part in _UNUSED_QT)
