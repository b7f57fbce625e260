"""One SQLite connection to a county file, set up so that a committed edit survives a power cut."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool

APPLICATION_ID = 0x57656967  # "Weig" in the header of every county file
HEADER = b"SQLite format 3\x00"


def open_engine(path: Path, *, read_only: bool = False) -> Engine:
    """An engine with a single connection that is the file's only writer until it is disposed of.

    Writing: WAL with synchronous=FULL, and an exclusive lock from the first access on, so that no
    second program can write the file (and WAL needs no shared memory, which network shares lack).
    Reading only: nothing is created or changed beside the file.
    """

    def connect() -> sqlite3.Connection:
        uri = path.absolute().as_uri() + _mode(path, read_only)
        # The isolation level is off: `begin` below says explicitly when a transaction starts.
        return sqlite3.connect(
            uri, uri=True, timeout=0.3, isolation_level=None, check_same_thread=False
        )

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: Any) -> None:
        connection.execute("PRAGMA foreign_keys=ON")
        if not read_only:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("PRAGMA synchronous=FULL")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def pragma(engine: Engine, statement: str) -> None:
    """Run a PRAGMA that SQLite ignores or refuses inside a transaction."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute(f"PRAGMA {statement}")
    finally:
        connection.close()  # back to the pool; the connection itself stays open


def _mode(path: Path, read_only: bool) -> str:
    """`immutable` where no write-ahead log lies beside: then no other file is needed to read."""
    if not read_only:
        return "?mode=rwc"
    return "?mode=ro" if Path(f"{path}-wal").exists() else "?mode=ro&immutable=1"
