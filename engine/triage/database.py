"""The store's database: SQLite or PostgreSQL, brought to today's form, its errors as sentences."""

import contextlib
import functools
import sqlite3
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DBAPIError, DisconnectionError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from engine.errors import UnusableStore
from engine.home import make_folder
from engine.triage import schema
from engine.triage.glance import HEAD

BUSY_S = 15.0
"""How long to wait for another program's write before saying that the store is in use."""

_MIGRATIONS = Path(__file__).parent / "migrations"
_MIGRATION_LOCK = 0x68696C756D
_ADDRESS = (
    "A store is a file, or postgresql+psycopg://USER@HOST/DATABASE; what was given is neither."
)
_NEWER = "This store was written by a newer Hilum: use that one, or another store."
_STRANGER = "This database belongs to another program: a store needs one of its own."
_BUSY = "Another program holds the store; try again when it is done."
DAMAGED = (
    "The store's file is damaged, or is no store: put a copy of it back, or move it away, and a new"
    " one is made."
)
_CLOSED = (
    "You have no permission to write to the store: ask for it, or name another one in the"
    " preferences or with --store."
)
_OTHER = "The store could not be read or written: try again, or use another store."
_SILENT = "The store's database does not answer: is its server running, and its address right?"
_AWAY = "The store's file is no longer in its place: nothing is stored until it is back."
_FULL = "The store's disc is full. What was stored is kept: free some space and go on."
_SQLITE = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _CLOSED,
    sqlite3.SQLITE_IOERR: (
        "The store's disc fails, or is gone. What was stored is kept: try again when it is back."
    ),
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_CANTOPEN: (
        "The store cannot be opened: its folder is not there, or you may not write to it."
    ),
    sqlite3.SQLITE_NOTADB: DAMAGED,
}
_POSTGRESQL = {
    "53100": _FULL,
    "55P03": _BUSY,
    "42501": _CLOSED,
    "25006": _CLOSED,
}


class Database:
    """Connections to one store, for any thread.

    SQLite keeps a write-ahead log, so that readers never wait for the one writer, and syncs every
    commit (synchronous FULL): with NORMAL a power cut would take back what was already shown as
    done. A commit holds a batch of films, so the sync hides behind the network. On a share there is
    no such log, which stations must have in shared memory.

    Parameters
    ----------
    address : str
        A file, or a database URL of SQLAlchemy.
    create : bool
        Whether to make the file where there is none.

    Raises
    ------
    UnusableStore
        Where it cannot be opened, or a newer Hilum wrote it. So do `reading` and `writing`.
    """

    def __init__(self, address: str, *, busy_s: float = BUSY_S, create: bool = True) -> None:
        url = _url(address)
        if (
            not create
            and url.get_backend_name() == "sqlite"
            and not Path(url.database or "").exists()
        ):
            raise UnusableStore("There is no store in this place.")
        self._engine = _engine(url, busy_s)
        try:
            with _explained():
                self._bring_up_to_date()
            if url.get_backend_name() == "sqlite":
                path = Path(url.database or "")
                sa.event.listen(self._engine, "do_connect", functools.partial(_never_anew, path))
        except BaseException:
            self.close()
            raise

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._engine.dialect.name

    @contextlib.contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Give a connection that sees one state of the store."""
        with _explained(), self._engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Give the one connection that may write now; all of it is stored at the end, or nothing.

        Writers go one after the other, whatever program they belong to.
        """
        with _explained(), self._begun() as connection:
            if self.dialect == "postgresql":
                connection.execute(sa.select(schema.audit_head.c.id).with_for_update())
            yield connection

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    @contextlib.contextmanager
    def _begun(self) -> Iterator[sa.Connection]:
        writes = self._engine.connect().execution_options(writes=True)
        with writes as connection, connection.begin():
            yield connection

    def _bring_up_to_date(self) -> None:
        with self._engine.connect() as connection:
            if _revision(connection) == HEAD:
                return
        with self._begun() as connection:
            if self.dialect == "postgresql":
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATION_LOCK)))
            found = _revision(connection)
            if found != HEAD:
                _migrate(connection, found)


def _url(address: str) -> sa.URL:
    try:
        url = (
            sa.make_url(address)
            if "://" in address
            else sa.URL.create("sqlite", database=str(Path(address).absolute()))
        )
    except ArgumentError as error:
        raise UnusableStore(_ADDRESS) from error
    match url.get_backend_name():
        case "postgresql":
            return url.set(drivername="postgresql+psycopg")
        case "sqlite" if url.database and url.database != ":memory:":
            return url
        case _:
            raise UnusableStore(_ADDRESS)


def _engine(url: sa.URL, busy_s: float) -> sa.Engine:
    if url.get_backend_name() == "sqlite":
        with contextlib.suppress(OSError):  # what is wrong with the folder, opening tells
            make_folder(Path(url.database or "").parent)
        engine = sa.create_engine(url, connect_args={"timeout": busy_s}, hide_parameters=True)
        journal = "DELETE" if _on_a_share(url.database or "") else "WAL"
        sa.event.listen(engine, "connect", functools.partial(_prepare, journal))
        sa.event.listen(engine, "checkout", functools.partial(_look, Path(url.database or "")))
        sa.event.listen(engine, "begin", _begin)
        return engine
    options = f"-c lock_timeout={round(busy_s * 1000)}"
    try:
        return sa.create_engine(
            url,
            connect_args={"connect_timeout": max(2, round(busy_s)), "options": options},
            pool_pre_ping=True,
            hide_parameters=True,
        )
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise UnusableStore(
            'Stores on PostgreSQL need psycopg. Type: pip install ".[postgresql]"'
        ) from error


def _on_a_share(path: str) -> bool:
    r"""Whether a path is a UNC path: ``\\\\server\\share\\...``."""
    return PureWindowsPath(path).drive.startswith("\\\\")


def _prepare(journal: str, connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # BEGIN is ours: sqlite3 would start no transaction for DDL
    for pragma in (f"journal_mode={journal}", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _place(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError as error:
        raise UnusableStore(_AWAY) from error
    return found.st_dev, found.st_ino


def _look(path: Path, _connection: object, record: ConnectionPoolEntry, _proxy: object) -> None:
    """Write to no file that was removed: a connection would go on with what nobody finds."""
    place = _place(path)
    if record.info.setdefault("place", place) != place:
        raise DisconnectionError


def _never_anew(path: Path, *_: object) -> None:
    """Let no empty store take the place of one that is away for a while."""
    _place(path)


def _begin(connection: sa.Connection) -> None:
    # A reader that becomes a writer is refused at once, without waiting its turn: say it first.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _revision(connection: sa.Connection) -> str:
    """Return the form that a database has; empty for a new one."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return ""
    table = sa.table("alembic_version", sa.column("version_num"))
    return str(connection.execute(sa.select(table.c.version_num)).scalar() or "")


def _migrate(connection: sa.Connection, found: str) -> None:
    # Needed once in a store's life.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    if found and found not in known:
        raise UnusableStore(_NEWER)
    if not found and sa.inspect(connection).get_table_names():
        raise UnusableStore(_STRANGER)
    command.upgrade(config, "head")


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise UnusableStore(_sentence(error.orig)) from error


def _sentence(error: BaseException | None) -> str:
    if isinstance(error, sqlite3.Error):
        return _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, _OTHER)
    state = getattr(error, "sqlstate", None)
    return _POSTGRESQL.get(state, _OTHER) if state else _SILENT
