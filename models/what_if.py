"""What if: facilities switched off, moved or placed on trial beside a county that stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.county import County
from models.edits import Change, Record
from models.facility import Facility, FacilityStatus
from models.geography import Division, DivisionPopulation
from models.layers import Boundary, Layer, RoadSpeed
from models.plan import CountyInfo

# What coverage is measured from; figures and plans are left out, so that a trial is quick.
_MEASURED: tuple[type[Record], ...] = (
    CountyInfo,
    Division,
    Facility,
    DivisionPopulation,
    Boundary,
    Layer,
    RoadSpeed,
)


@dataclass(frozen=True)
class WhatIf:
    """The facilities that are tried otherwise than recorded, none of them twice.

    One that the county has stands in its place; one to close is switched off.
    """

    facilities: tuple[Facility, ...] = ()

    def __contains__(self, facility_id: str) -> bool:
        return any(f.id == facility_id for f in self.facilities)

    def tried(self, facility: Facility) -> WhatIf:
        """With this facility tried too."""
        return WhatIf((*self.as_recorded(facility.id).facilities, facility))

    def switched_off(self, facility: Facility) -> WhatIf:
        return self.tried(replace(facility, status=FacilityStatus.TO_CLOSE))

    def as_recorded(self, facility_id: str) -> WhatIf:
        """Without what is tried of this facility."""
        return WhatIf(tuple(f for f in self.facilities if f.id != facility_id))

    def changes(self, county: County) -> tuple[Change, ...]:
        """What makes the trial real."""
        recorded = county.table(Facility)
        return tuple(
            Change(recorded.get(f.key), f) for f in self.facilities if recorded.get(f.key) != f
        )

    def county(self, county: County) -> County:
        """The county as it would be, with all that coverage is measured from and nothing else."""
        tried = {f.id for f in self.facilities}
        records: list[Record] = [
            record
            for record_type in _MEASURED
            for record in county.table(record_type).values()
            if not (isinstance(record, Facility) and record.id in tried)
        ]
        return County([*records, *self.facilities])
