"""The county file: create, open, apply an edit, copy. The public face of `db`."""

from __future__ import annotations

import getpass
import sqlite3
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from errno import ENAMETOOLONG
from os import W_OK, access, fspath
from pathlib import Path
from types import TracebackType

from sqlalchemy import Engine, func, insert, or_, select, text
from sqlalchemy.exc import DatabaseError, InvalidRequestError, OperationalError

from db.engine import APPLICATION_ID, HEADER, open_engine, pragma
from db.migrate import head, migrate, version_of
from db.rows import (
    cell_as_json,
    changes_as_json,
    changes_from_json,
    division_as_json,
    read_plans,
    read_records,
    write_changes,
)
from db.tables import journal
from models.county import County
from models.edits import Edit, Record, add
from models.errors import Conflict, FileError, FileProblem, InvalidValue, PlanLocked
from models.measure import Allocation
from models.plan_versions import locked


@dataclass(frozen=True)
class JournalRow:
    """One edit as the journal keeps it: `at` in UTC, ISO 8601; `changes` as JSON."""

    id: int
    at: str
    who: str
    label: str
    changes: str


class CountyFile:
    """An open county file; use `create` and `open_county_file`, and close it (or use `with`)."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    def read(self) -> County:
        """Every record of the file, in memory.

        Raises FileError(DAMAGED) if one is unreadable, impossible or refers to none that is there:
        another program has written it.
        """
        try:
            with self._engine.connect() as connection:
                broken = connection.execute(text("PRAGMA foreign_key_check")).first()
                if broken is not None:
                    raise FileError(self.path, FileProblem.DAMAGED, f"{broken[0]} → {broken[2]}")
                return County(read_records(connection))
        except (DatabaseError, InvalidValue, ValueError, TypeError, ArithmeticError) as error:
            raise FileError(self.path, FileProblem.DAMAGED, _cause(error)) from error

    def apply(self, edit: Edit) -> None:
        """Carry out an edit with its journal row in one durable transaction.

        Raises PlanLocked where the edit would change an issued plan version, Conflict where the
        file holds something else than the edit saw, and FileError(CANNOT_WRITE) where the disk
        refuses; then nothing is changed.
        """
        try:
            with self._engine.begin() as connection:
                plan = locked(read_plans(connection), edit)
                if plan is not None:
                    raise PlanLocked(plan.id, plan.name)
                write_changes(connection, edit.changes)
                connection.execute(
                    insert(journal).values(
                        at=datetime.now(UTC).isoformat(timespec="milliseconds"),
                        who=_user(),
                        label=edit.label,
                        changes=changes_as_json(edit),
                    )
                )
        except DatabaseError as error:
            raise FileError(self.path, FileProblem.CANNOT_WRITE, _cause(error)) from error

    def journal(self) -> list[JournalRow]:
        """Every edit ever made to the file, oldest first."""
        with self._engine.connect() as connection:
            return [JournalRow(*row) for row in connection.execute(select(journal))]

    def county_at(self, moment: datetime) -> County:
        """The county as it stood at a moment: the edits since are taken back, in memory only.

        A moment before the file was made gives it as it was made. Raises FileError(DAMAGED) where
        the journal does not lead back.
        """
        county = self.read()
        since = moment.astimezone(UTC).isoformat(timespec="milliseconds")
        edits = select(journal).where(journal.c.at > since, journal.c.id > 1)
        with self._engine.connect() as connection:
            rows = list(connection.execute(edits.order_by(journal.c.id.desc())))
        try:
            for row in rows:
                county.apply(Edit(row.label, changes_from_json(row.changes)).inverse())
        except (Conflict, InvalidValue, ValueError, KeyError, TypeError) as error:
            raise FileError(self.path, FileProblem.DAMAGED, _cause(error)) from error
        return county

    def last_edit_of(self, allocation: Allocation) -> JournalRow | None:
        """The newest journal row that set or cleared the allocation's cell: who, when, what."""
        newest_first = (
            select(journal)
            .where(func.instr(journal.c.changes, cell_as_json(allocation)) > 0)
            .order_by(journal.c.id.desc())
            .limit(1)
        )
        with self._engine.connect() as connection:
            row = connection.execute(newest_first).first()
        return None if row is None else JournalRow(*row)

    def edits_of_divisions(self, codes: Iterable[str]) -> list[JournalRow]:
        """The journal rows that changed one of these divisions, its people, its area or what
        became of it; newest first."""
        named = [
            func.instr(journal.c.changes, division_as_json(field, code)) > 0
            for code in codes
            for field in ("code", "division", "former")
        ]
        newest_first = select(journal).where(or_(*named)).order_by(journal.c.id.desc())
        with self._engine.connect() as connection:
            return [JournalRow(*row) for row in connection.execute(newest_first)]

    def copy_to(self, target: Path) -> None:
        """Write a whole, checked copy of the file, e.g. to a USB stick; the target is replaced.

        Raises FileError: EXISTS (the target is the file itself), OPEN_ELSEWHERE, CANNOT_WRITE;
        then the old target is as it was.
        """
        unfinished = target.with_name(target.name + ".part")
        try:
            if target.exists() and target.samefile(self.path):
                raise FileError(target, FileProblem.EXISTS)
            _require_closed(target)
            unfinished.unlink(missing_ok=True)  # of a copy that was cut off
            with self._engine.connect() as connection:
                source = connection.connection.driver_connection
                assert isinstance(source, sqlite3.Connection)
                copy = sqlite3.connect(unfinished)
                try:
                    source.backup(copy)
                    _require_sound(copy)
                finally:
                    copy.close()
            _put_in_place(unfinished, target)
        except (OSError, sqlite3.Error) as error:
            _remove_unfinished(unfinished)
            raise FileError(target, FileProblem.CANNOT_WRITE, str(error)) from error

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> CountyFile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def create(path: Path, records: Iterable[Record], label: str) -> None:
    """Make a county file with these records, whole or not at all.

    Raises FileError: EXISTS (a file is never overwritten), NO_SUCH_FOLDER, CANNOT_WRITE.
    """
    unfinished = path.with_name(path.name + ".part")
    try:
        if path.exists():
            raise FileError(path, FileProblem.EXISTS)
        if not path.parent.is_dir():
            raise FileError(path, FileProblem.NO_SUCH_FOLDER, fspath(path.parent))
        unfinished.unlink(missing_ok=True)
        engine = open_engine(unfinished)
        try:
            pragma(engine, f"application_id={APPLICATION_ID}")
            pragma(engine, "journal_mode=WAL")
            migrate(engine)
            CountyFile(unfinished, engine).apply(Edit(label, add(*records)))
        finally:
            engine.dispose()
        _put_in_place(unfinished, path)
    except (OSError, DatabaseError) as error:
        raise FileError(path, FileProblem.CANNOT_WRITE, _cause(error)) from error
    finally:
        _remove_unfinished(unfinished)


def _remove_unfinished(path: Path) -> None:
    with suppress(OSError):  # what went wrong before is told, not that this is wrong too
        path.unlink(missing_ok=True)


def _put_in_place(finished: Path, path: Path) -> None:
    """Give a finished file its name, without what a killed program left under that name.

    SQLite would take the log of another file for the new one's, and replay it into it.
    """
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    finished.replace(path)


def open_county_file(path: Path, *, read_only: bool = False) -> CountyFile:
    """Open a county file, bringing an older one up to date (with a copy made beside it first).

    Raises FileError, and leaves the file as it was: MISSING, NOT_A_COUNTY_FILE, DAMAGED,
    READ_ONLY, NEWER_VERSION, OPEN_ELSEWHERE, MIGRATION_FAILED. With `read_only` the file is not
    locked and may be on write-protected media, but must be of the present version.
    """
    _check_header(path)
    if not read_only and not _writable(path):
        raise FileError(path, FileProblem.READ_ONLY)
    engine = open_engine(path, read_only=read_only)
    try:
        _check_contents(path, engine)
        if version_of(engine) != head():
            if read_only:
                raise FileError(path, FileProblem.OLDER_VERSION)
            _bring_up_to_date(path, engine)
        if not read_only:
            pragma(engine, "journal_mode=WAL")
    except BaseException:
        engine.dispose()
        raise
    return CountyFile(path, engine)


def _check_header(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except (FileNotFoundError, NotADirectoryError):
        raise FileError(path, FileProblem.MISSING) from None
    except IsADirectoryError:
        raise FileError(path, FileProblem.NOT_A_COUNTY_FILE) from None
    except OSError as error:
        impossible = error.errno == ENAMETOOLONG
        problem = FileProblem.MISSING if impossible else FileProblem.OPEN_ELSEWHERE
        raise FileError(path, problem, error.strerror or "") from error
    application_id = int.from_bytes(header[68:72], "big")
    if not header.startswith(HEADER) or application_id != APPLICATION_ID:
        raise FileError(path, FileProblem.NOT_A_COUNTY_FILE)


def _writable(path: Path) -> bool:
    """Whether the file is meant to be written (an administrator always could)."""
    return (
        bool(path.stat().st_mode & stat.S_IWUSR)
        and access(path, W_OK)
        and access(path.parent, W_OK)
    )


def _check_contents(path: Path, engine: Engine) -> None:
    """Take the lock, look for damage, and see that this program knows the version."""
    try:
        with engine.begin() as connection:
            if connection.execute(text("PRAGMA quick_check(1)")).scalar_one() != "ok":
                raise FileError(path, FileProblem.DAMAGED)
        version = version_of(engine)
    except OperationalError as error:
        locked = getattr(error.orig, "sqlite_errorcode", None) in (
            sqlite3.SQLITE_BUSY,
            sqlite3.SQLITE_LOCKED,
        )
        if locked:
            raise FileError(path, FileProblem.OPEN_ELSEWHERE) from error
        raise FileError(path, FileProblem.DAMAGED, _cause(error)) from error
    except (DatabaseError, InvalidRequestError) as error:  # not one version, but none or two
        raise FileError(path, FileProblem.DAMAGED, _cause(error)) from error
    if version > head():
        raise FileError(path, FileProblem.NEWER_VERSION, version)


def _bring_up_to_date(path: Path, engine: Engine) -> None:
    """Migrate after a verified copy of the file as it was lies beside it."""
    backup = path.with_name(f"{path.stem}.{version_of(engine)}.backup{path.suffix}")
    CountyFile(path, engine).copy_to(backup)
    try:
        migrate(engine)
    except Exception as error:
        raise FileError(path, FileProblem.MIGRATION_FAILED, str(error)) from error


def _require_closed(target: Path) -> None:
    """Raise FileError(OPEN_ELSEWHERE) where another program works in the file at `target`."""
    if not target.exists():
        return
    try:
        open_county_file(target, read_only=True).close()
    except FileError as error:
        if error.problem is FileProblem.OPEN_ELSEWHERE:
            raise  # what is no sound county file may be replaced all the same


def _require_sound(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise sqlite3.DatabaseError("the copy is not sound")


def _cause(error: Exception) -> str:
    """The database's own words in one line, without SQLAlchemy's statement and parameters."""
    cause = error.orig if isinstance(error, DatabaseError) else error
    return " ".join(str(cause).split())


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no name on this machine
        return ""
