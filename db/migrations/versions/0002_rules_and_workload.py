"""0002: rule settings, acknowledged findings, entered indicators, workload, a clinic's village."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
ALTER TABLE facilities ADD COLUMN village TEXT REFERENCES divisions (code)
""",
    """
CREATE TABLE indicator_values (
    plan_id TEXT NOT NULL,
    indicator_id TEXT NOT NULL,
    year INTEGER NOT NULL,
    value TEXT NOT NULL,
    source TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (plan_id, indicator_id, year),
    FOREIGN KEY(plan_id) REFERENCES plans (id),
    FOREIGN KEY(indicator_id) REFERENCES indicators (id)
)
""",
    """
CREATE TABLE rule_settings (
    plan_id TEXT NOT NULL,
    rule_id TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    entry TEXT NOT NULL,
    reason TEXT NOT NULL,
    confirmed TEXT NOT NULL,
    PRIMARY KEY (plan_id, rule_id),
    FOREIGN KEY(plan_id) REFERENCES plans (id)
)
""",
    """
CREATE TABLE acknowledgements (
    plan_id TEXT NOT NULL,
    rule_id TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    date TEXT NOT NULL,
    who TEXT NOT NULL,
    measured TEXT NOT NULL,
    "limit" TEXT NOT NULL,
    PRIMARY KEY (plan_id, rule_id, subject_kind, subject_id),
    FOREIGN KEY(plan_id) REFERENCES plans (id)
)
""",
    """
CREATE TABLE working_times (
    plan_id TEXT NOT NULL,
    measure TEXT NOT NULL,
    working_days TEXT NOT NULL,
    public_holidays TEXT NOT NULL,
    annual_leave TEXT NOT NULL,
    sick_leave TEXT NOT NULL,
    training TEXT NOT NULL,
    hours_per_day TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (plan_id, measure),
    FOREIGN KEY(plan_id) REFERENCES plans (id)
)
""",
    """
CREATE TABLE activities (
    id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    facility_id TEXT NOT NULL,
    measure TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    minutes TEXT,
    volume TEXT,
    share TEXT,
    hours TEXT,
    source TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(plan_id) REFERENCES plans (id),
    FOREIGN KEY(facility_id) REFERENCES facilities (id)
)
""",
    """
CREATE INDEX ix_activities_facility_id ON activities (facility_id)
""",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
