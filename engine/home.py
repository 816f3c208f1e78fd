"""Where Hilum's own files live: what it ships, and what it keeps for its user."""

import os
from pathlib import Path

import platformdirs


def home() -> Path:
    """Return the folder of settings, installed models and the store; $HILUM_HOME overrides it."""
    return Path(os.environ.get("HILUM_HOME") or platformdirs.user_data_dir("Hilum", "Hilum"))


def resources() -> Path:
    """Return the folder of shipped data; beside the packages in a checkout, a wheel and frozen."""
    return Path(__file__).resolve().parent.parent / "resources"
