"""The filter and the sort order laid over the facility registry."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QSortFilterProxyModel

from desktop.tables.facility_table_model import FacilityTableModel, Index
from models.facility import Facility, FacilityClass, FacilityType


@dataclass
class FacilityFilter:
    """What the registry shows; an empty field lets everything through.

    `text` is looked for in name, township, code, consortium and note, every word of it.
    """

    text: str = ""
    facility_class: FacilityClass | None = None
    facility_type: FacilityType | None = None
    township: str | None = None
    without_place: bool = False


class FacilityProxyModel(QSortFilterProxyModel):
    """Sort order and filter of the registry."""

    def __init__(self, source: FacilityTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._filter = FacilityFilter()
        self.setSourceModel(source)
        self.setDynamicSortFilter(True)

    def set_filter(self, wanted: FacilityFilter) -> None:
        self.beginFilterChange()
        self._filter = wanted
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def shows(self, facility: Facility) -> bool:
        """Whether a facility passes the filter."""
        wanted = self._filter
        if wanted.facility_class not in (None, facility.facility_class):
            return False
        if wanted.facility_type not in (None, facility.facility_type):
            return False
        if wanted.township not in (None, facility.township):
            return False
        if wanted.without_place and not lacks_place(facility):
            return False
        words = wanted.text.casefold().split()
        return not words or self._holds(facility, words)

    def _holds(self, facility: Facility, words: list[str]) -> bool:
        township = self._source.township_name(facility)
        fields = (facility.name, township, facility.code, facility.consortium, facility.note)
        text = "\n".join(fields).casefold()
        return all(word in text for word in words)

    def lessThan(self, left: Index, right: Index) -> bool:
        key = self._source.sort_key
        return bool(key(left.row(), left.column()) < key(right.row(), right.column()))

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        return self.shows(self._source.facility(source_row))


def lacks_place(facility: Facility) -> bool:
    """Whether coordinates are still to be entered; a group row has no one place to enter."""
    return facility.place is None and not facility.is_group
