"""The schema version of a county file, and the way up to the present one (Alembic)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sqlalchemy import Engine, text

_FOLDER = Path(__file__).parent / "migrations"


@cache
def head() -> str:
    """The schema version that this program writes: the name of the last migration ("0001")."""
    return max(path.name[:4] for path in (_FOLDER / "versions").glob("[0-9]*.py*"))


def version_of(engine: Engine) -> str:
    """The schema version of an open file."""
    with engine.connect() as connection:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def migrate(engine: Engine) -> None:
    """Carry the file to `head`, every step in one transaction."""
    # Alembic is only needed for new and for old files; most starts do without its import.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
