"""The line under the allocation table: what is left to place against the bed standard."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QLabel

from desktop import wording
from desktop.session import CountySession
from desktop.tables.allocation_table_model import AllocationTableModel
from models.bed_standard import county_row_name
from models.catalogue import Language
from models.facility import FacilityClass
from models.figures import format_count
from models.left_to_place import BedStandard, bed_standard


class LeftToPlace(QLabel):
    """Follows the model: the standard is read anew with its rows, the sums after each edit."""

    def __init__(self, session: CountySession, model: AllocationTableModel) -> None:
        super().__init__()
        self._session, self._model = session, model
        self._standard: BedStandard | None = None
        self.setObjectName("muted")
        self.setWordWrap(True)
        model.modelReset.connect(self._read)
        model.totals_changed.connect(self._show)
        self._read()

    def _read(self) -> None:
        session = self._session
        self._standard = bed_standard(session.county, session.plan, session.rules)
        self._show()

    def _show(self) -> None:
        standard, year = self._standard, self._session.plan.target_year
        if standard is None:
            text = self.tr("The plan states no bed standard, so nothing is reckoned as left")
        elif not standard.beds:
            text = self.tr("What is left to place is not known: no population for {year}").format(
                year=year
            )
        else:
            parts = [self._left(of, beds) for of, beds in standard.beds.items()]
            text = self.tr("Left to place, {year} (beds planned / standard): {parts}").format(
                year=year, parts="  ·  ".join(parts)
            )
        self.setText(text)
        self.setToolTip(self._reckoned())

    def _left(self, facility_class: FacilityClass | None, standard: Decimal) -> str:
        session = self._session
        planned = self._model.planned_beds(facility_class)
        left = standard - (planned or 0)
        if left > 0:
            words = self.tr("{count} left")
        elif left < 0:
            words = self.tr("{count} over")
        else:
            words = self.tr("none left")
        if facility_class is not None:
            name = session.catalogue.word("facility-class", facility_class, session.language)
        elif session.language is Language.ZH:
            name = county_row_name(session.county, session.plan)
        else:
            name = self.tr("County")
        return self.tr("{name} {planned} / {standard}, {left}").format(
            name=name,
            planned=format_count(planned),
            standard=format_count(standard),
            left=words.format(count=format_count(abs(left))),
        )

    def _reckoned(self) -> str:
        """The rule and the people that the standard was reckoned from; "" of a printed one."""
        standard = self._standard
        if standard is None or standard.rule is None:
            return ""
        rule = wording.rule_text(standard.rule, self._session.language)
        if standard.people is None:
            return rule
        return self.tr("{rule} × {people} residents of {year}").format(
            rule=rule, people=f"{standard.people.persons:,}", year=standard.people.year
        )
