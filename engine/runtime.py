"""The start-up check: exactly one build of ONNX Runtime, and one that keeps to itself.

Its builds are separate distributions that all provide the import ``onnxruntime``: the one that was
installed last overwrites the other, and removing either breaks both.
"""

import os
import sys

from engine.errors import HilumError

# Its official builds send events to their maker (Privacy.md in the wheel), unless told not to
# before they are imported. Whoever imports them imports this module first.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

COMMANDS = ("triage", "render", "inspect", "models", "gpu", "audit", "phantom")
"""First words of a command line that belong to `engine.cli` and not to the window."""

BUILDS = ("onnxruntime", "onnxruntime-gpu", "onnxruntime-directml")


def builds() -> tuple[str, ...]:
    """Return the names of the installed builds of ONNX Runtime."""
    return tuple(name for name in BUILDS if _installed(name))


def check() -> None:
    """Refuse to start with none or several builds of ONNX Runtime.

    A frozen program was put together with one of them and may carry no metadata: it passes.

    Raises
    ------
    HilumError
        With the lines to type.
    """
    found = builds()
    if len(found) == 1 or (not found and getattr(sys, "frozen", False)):
        return
    if found:
        raise HilumError(
            f"{' and '.join(found)} are both installed and break each other. Type: "
            f"pip uninstall -y {' '.join(found)}, and then: {_install('cpu')} "
            f"(with an NVIDIA GPU: {_install('gpu')})"
        )
    raise HilumError(
        f"ONNX Runtime is not installed. Type: {_install('cpu')} "
        f"(with an NVIDIA GPU: {_install('gpu')})"
    )


def _installed(name: str) -> bool:
    from importlib import metadata

    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _install(extra: str) -> str:
    return f'pip install ".[{extra}]"'
