"""What is known of one division beside its form: people, sums, facilities, clinic, history."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QTextBrowser

from desktop import wording
from desktop.pages.derivation import paragraphs
from desktop.pages.neighbour_steps import neighbour_line
from desktop.session import CountySession
from desktop.tables.division_rows import DivisionRows
from desktop.tables.division_table_model import sum_text
from models.division_history import forerunners
from models.division_merging import UNDATED, people_of
from models.facility import FacilityStatus
from models.geography import Division, Succession, SuccessionKind
from models.rules.presence import may_share, sharing

_MOST_NAMES = 12
_MOST_EDITS = 30


class DivisionDetails(QTextBrowser):
    """Rich text about one division; hidden where there is none."""

    def __init__(self, session: CountySession, content: DivisionRows) -> None:
        super().__init__()
        self.session, self._content = session, content
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Residents, facilities and history"))

    def show_division(self, division: Division | None) -> None:
        self.setVisible(division is not None)
        if division is None:
            return
        parts = (
            (self.tr("Residents"), self._people(division)),
            (self.tr("Facilities"), self._facilities(division)),
            (self.tr("History"), self._history(division)),
        )
        self.setHtml("".join(paragraphs(heading, lines) for heading, lines in parts))

    def _people(self, division: Division) -> list[str]:
        session = self.session
        lines = []
        for people in people_of(session.county, division.code):
            year = self.tr("No year") if people.year == UNDATED else str(people.year)
            origin = session.catalogue.word("population-origin", people.origin, session.language)
            source = " · ".join(filter(None, (origin, people.source)))
            line = self.tr("{year}: {persons} ({source})")
            lines.append(line.format(year=year, persons=f"{people.persons:,}", source=source))
            added = self._content.sum(division, people.year)
            if added is not None and added.persons is not None:
                lines.append(sum_text(added))
        return lines or [self.tr("Not known.")]

    def _facilities(self, division: Division) -> list[str]:
        here = [
            f.name
            for f in self.session.county.facilities
            if division.code in (f.village, f.township) and f.status is not FacilityStatus.TO_CLOSE
        ]
        lines = [wording.listed(here[:_MOST_NAMES])] if here else [self.tr("None.")]
        if len(here) > _MOST_NAMES:
            lines.append(self.tr("and {count} more").format(count=len(here) - _MOST_NAMES))
        if division.parent is not None and not self._content.clinics(division):
            lines += self._shared(division)
        return lines

    def _shared(self, division: Division) -> list[str]:
        """Whose clinic a small village without one may share, where a rule lets it."""
        session = self.session
        rule = next(
            (r for r in session.rules if may_share(r, session.county, session.plan, division)), None
        )
        if rule is None:
            return []
        return [neighbour_line(sharing(rule, session.county, session.plan, division.code))]

    def _history(self, division: Division) -> list[str]:
        lines = [self._succession(s) for s in forerunners(self.session.county, division.code)]
        edits = self.session.edits_of_division(division.code)
        for row in edits[:_MOST_EDITS]:
            at = datetime.fromisoformat(row.at).astimezone()
            text = self.tr("{at} {who}: {label}")
            lines.append(text.format(at=f"{at:%Y-%m-%d %H:%M}", who=row.who, label=row.label))
        if len(edits) > _MOST_EDITS:
            text = self.tr("and {count} earlier changes")
            lines.append(text.format(count=len(edits) - _MOST_EDITS))
        return lines

    def _succession(self, went: Succession) -> str:
        text = {
            SuccessionKind.MERGED: self.tr("{name} ({code}) was merged into it"),
            SuccessionKind.SPLIT: self.tr("Split off {name} ({code})"),
            SuccessionKind.MOVED: self.tr("Before it moved: {name} ({code})"),
            SuccessionKind.RECODED: self.tr("Before under another code: {name} ({code})"),
            SuccessionKind.RENAMED: self.tr("Was called {name} before"),
        }[went.kind]
        line = text.format(name=went.former_name, code=went.former)
        return " · ".join(filter(None, (went.date, line, went.note)))
