"""What reads and scores in these tests, and stores: SQLite always, PostgreSQL if installed."""

import os
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.images.isolation import ReaderPool
from engine.models.assess import Assessor

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import toy_model

SERVERS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


INITDB = ("-A", "trust", "-U", "hilum", "-E", "UTF8", "--no-sync")


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool(1) as pool:
        yield pool


@pytest.fixture(scope="module")
def assessor(tmp_path_factory: pytest.TempPathFactory) -> Assessor:
    path = toy_model.write_toy_model(tmp_path_factory.mktemp("models") / "toy.onnx")
    return Assessor.load(path, provider="cpu")


def _as_nobody(folder: Path) -> list[str]:
    """Return the words that run a command as somebody who is not root, and give them the folder."""
    if os.geteuid() != 0:
        return []
    for user in ("postgres", "nobody"):
        if subprocess.run(["id", user], capture_output=True, check=False).returncode == 0:
            shutil.chown(folder, user)
            return ["runuser", "-u", user, "--"]
    pytest.skip("PostgreSQL does not run as root, and there is no other user")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Start a server of our own on a socket in a folder of its own; give its address."""
    pytest.importorskip("psycopg", reason="needs psycopg (the extra postgresql)")
    if not SERVERS:
        pytest.skip("needs a PostgreSQL server (apt-get install postgresql)")
    programs = SERVERS[-1].parent
    folder = Path(tempfile.mkdtemp(prefix="hilum-pg-", dir="/tmp"))
    prefix = _as_nobody(folder)
    control = [*prefix, str(programs / "pg_ctl"), "-D", str(folder / "data"), "-w"]
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    log = str(folder / "log")
    try:
        subprocess.run(
            [*prefix, programs / "initdb", "-D", folder / "data", *INITDB],
            check=True,
            capture_output=True,
            cwd="/",
        )
        subprocess.run(
            [*control, "-l", log, "-o", options, "start"],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd="/",
        )
        yield f"postgresql+psycopg://hilum@/postgres?host={folder}"
        subprocess.run(
            [*control, "-m", "immediate", "stop"], check=True, capture_output=True, cwd="/"
        )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of an empty store."""
    if request.param == "sqlite":
        return str(tmp_path / "store" / "list.db")
    server = request.getfixturevalue("postgresql")
    import psycopg

    name = f"hilum_{uuid.uuid4().hex}"
    plain = server.replace("+psycopg", "")
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.replace("/postgres?", f"/{name}?")
