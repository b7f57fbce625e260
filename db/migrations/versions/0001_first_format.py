"""0001: the first format of a county file."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
CREATE TABLE county (
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    en TEXT NOT NULL,
    PRIMARY KEY (code)
)
""",
    """
CREATE TABLE divisions (
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent TEXT,
    urban BOOLEAN,
    longitude FLOAT,
    latitude FLOAT,
    place_origin TEXT,
    population INTEGER,
    population_note TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (code),
    FOREIGN KEY(parent) REFERENCES divisions (code)
)
""",
    """
CREATE INDEX ix_divisions_parent ON divisions (parent)
""",
    """
CREATE TABLE journal (
    id INTEGER NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    label TEXT NOT NULL,
    changes TEXT NOT NULL,
    PRIMARY KEY (id)
)
""",
    """
CREATE TABLE measures (
    id TEXT NOT NULL,
    "group" TEXT NOT NULL,
    zh TEXT NOT NULL,
    en TEXT NOT NULL,
    unit_zh TEXT NOT NULL,
    unit_en TEXT NOT NULL,
    decimals INTEGER NOT NULL,
    additive BOOLEAN NOT NULL,
    most INTEGER,
    PRIMARY KEY (id)
)
""",
    """
CREATE TABLE plans (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    document_number TEXT NOT NULL,
    baseline_year INTEGER NOT NULL,
    target_year INTEGER NOT NULL,
    rule_set TEXT NOT NULL,
    state TEXT NOT NULL,
    source TEXT NOT NULL,
    date TEXT NOT NULL,
    PRIMARY KEY (id)
)
""",
    """
CREATE TABLE populations (
    year INTEGER NOT NULL,
    "group" TEXT NOT NULL,
    persons INTEGER NOT NULL CHECK (persons > 0),
    origin TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (year, "group")
)
""",
    """
CREATE TABLE facilities (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    facility_class TEXT NOT NULL,
    facility_type TEXT NOT NULL,
    ownership TEXT NOT NULL,
    status TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    code TEXT NOT NULL,
    grade TEXT NOT NULL,
    consortium TEXT NOT NULL,
    township TEXT,
    address TEXT NOT NULL,
    longitude FLOAT,
    latitude FLOAT,
    place_origin TEXT,
    emergency_site BOOLEAN NOT NULL,
    is_group BOOLEAN NOT NULL,
    source TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(township) REFERENCES divisions (code)
)
""",
    """
CREATE INDEX ix_facilities_township ON facilities (township)
""",
    """
CREATE TABLE indicators (
    id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    baseline TEXT NOT NULL,
    target TEXT NOT NULL,
    nature TEXT NOT NULL,
    parent TEXT,
    unit TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(plan_id) REFERENCES plans (id),
    FOREIGN KEY(parent) REFERENCES indicators (id)
)
""",
    """
CREATE INDEX ix_indicators_parent ON indicators (parent)
""",
    """
CREATE INDEX ix_indicators_plan_id ON indicators (plan_id)
""",
    """
CREATE TABLE published_figures (
    plan_id TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "row" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    text TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (plan_id, "table", "row", "column"),
    FOREIGN KEY(plan_id) REFERENCES plans (id)
)
""",
    """
CREATE TABLE allocations (
    plan_id TEXT NOT NULL,
    facility_id TEXT NOT NULL,
    measure TEXT NOT NULL,
    basis TEXT NOT NULL,
    year INTEGER NOT NULL,
    value TEXT NOT NULL CHECK (CAST(value AS NUMERIC) >= 0),
    origin TEXT NOT NULL,
    source TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (plan_id, facility_id, measure, basis, year),
    FOREIGN KEY(plan_id) REFERENCES plans (id),
    FOREIGN KEY(facility_id) REFERENCES facilities (id)
)
""",
    """
CREATE INDEX ix_allocations_facility_id ON allocations (facility_id)
""",
    """
CREATE TABLE projects (
    id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    nature TEXT NOT NULL,
    content TEXT NOT NULL,
    period TEXT NOT NULL,
    total_investment TEXT,
    period_investment TEXT,
    facility_id TEXT,
    note TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(plan_id) REFERENCES plans (id),
    FOREIGN KEY(facility_id) REFERENCES facilities (id)
)
""",
    """
CREATE INDEX ix_projects_facility_id ON projects (facility_id)
""",
    """
CREATE INDEX ix_projects_plan_id ON projects (plan_id)
""",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
