"""0003: people of divisions by year, former divisions, boundaries, layers and speeds on roads."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
CREATE TABLE division_populations (
    division TEXT NOT NULL,
    year INTEGER NOT NULL,
    persons INTEGER NOT NULL CHECK (persons >= 0),
    origin TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (division, year),
    FOREIGN KEY(division) REFERENCES divisions (code)
)
""",
    """
CREATE TABLE successions (
    former TEXT NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    former_name TEXT NOT NULL,
    date TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (former, code)
)
""",
    """
CREATE TABLE boundaries (
    code TEXT NOT NULL,
    geometry TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (code)
)
""",
    """
CREATE TABLE layers (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    features TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    source TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id)
)
""",
    """
CREATE TABLE road_speeds (
    road_class TEXT NOT NULL,
    kmh TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (road_class)
)
""",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
