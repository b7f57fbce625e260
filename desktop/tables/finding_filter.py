"""Which findings are shown: by severity, group, acknowledged or open, and a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel

from desktop import wording
from desktop.finding_wording import (
    FindingColumn,
    Row,
    severity_of,
    severity_word,
    subject_of,
)
from desktop.session import CountySession
from desktop.tables.finding_table_model import SORT_ROLE, FindingTableModel
from models.geography import Division
from models.rules.rule import SubjectKind


class Grouping(StrEnum):
    RULE = "rule"
    SUBJECT = "subject"  # facility, village, project or the county
    TOWNSHIP = "township"
    SEVERITY = "severity"


@dataclass(frozen=True, slots=True)
class Wanted:
    """`severity` "" and `group` None mean all; `acknowledged` None means both."""

    text: str = ""
    severity: str = ""
    grouping: Grouping = Grouping.RULE
    group: str | None = None
    acknowledged: bool | None = None


class FindingFilter(QSortFilterProxyModel):
    """The rows of a FindingTableModel that are wanted."""

    def __init__(self, model: FindingTableModel, session: CountySession) -> None:
        super().__init__()
        self._findings, self._session = model, session
        self._wanted = Wanted()
        self.setSortRole(SORT_ROLE)
        self.setSourceModel(model)

    def choose(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self.invalidate()

    def groups(self, grouping: Grouping) -> dict[str, tuple[str, int]]:
        """Name and number of rows of each group by its id, in the order of the rows."""
        rows = self._findings.rows
        of_row = list(map(self._group_of(grouping), rows))
        one = dict(zip(of_row, rows, strict=True))
        return {
            group: (self._group_name(one[group], grouping), count)
            for group, count in Counter(of_row).items()
        }

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        one, wanted = self._findings.row_at(row), self._wanted
        if wanted.severity and severity_of(one) != wanted.severity:
            return False
        if wanted.group is not None and self._group_of(wanted.grouping)(one) != wanted.group:
            return False
        said = self._findings.acknowledgement(one) is not None
        if wanted.acknowledged is not None and said is not wanted.acknowledged:
            return False
        text = wanted.text.strip().casefold()
        if not text:
            return True
        columns = (FindingColumn.SUBJECT, FindingColumn.RULE, FindingColumn.SOURCE)
        words = " ".join(str(self._findings.index(row, column).data()) for column in columns)
        return text in words.casefold()

    def _group_of(self, grouping: Grouping) -> Callable[[Row], str]:
        """What gives the group of a row."""
        of_row: dict[Grouping, Callable[[Row], str]] = {
            Grouping.RULE: attrgetter("rule.id"),
            Grouping.SEVERITY: severity_of,
            Grouping.SUBJECT: lambda row: subject_of(row).id,
            Grouping.TOWNSHIP: self._township,
        }
        return of_row[grouping]

    def _township(self, row: Row) -> str:
        """The code of the township that the finding lies in, "" for the county as a whole."""
        subject, county = subject_of(row), self._session.county
        if subject.kind is SubjectKind.FACILITY:
            return county.facility(subject.id).township or ""
        if subject.kind is SubjectKind.DIVISION:
            division = county.table(Division).get((subject.id,))
            return "" if division is None else division.parent or division.code
        return ""

    def _group_name(self, row: Row, grouping: Grouping) -> str:
        """What the group of a row is called."""
        session = self._session
        match grouping:
            case Grouping.RULE:
                return wording.rule_text(row.rule, session.language)
            case Grouping.SEVERITY:
                return severity_word(severity_of(row), session)
            case Grouping.SUBJECT:
                return wording.subject_text(subject_of(row), session.county)
        township = self._township(row)
        return (
            session.county.division(township).name
            if township
            else self.tr("County, or no township")
        )
