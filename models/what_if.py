"""What if: facilities switched off, moved or placed on trial; the county itself stays as it is."""

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
    """Facilities as they would be, none of them twice, each with what it was when first tried.

    So a facility that was changed elsewhere since makes `changes` a conflict.
    """

    tried: tuple[tuple[Facility | None, Facility], ...] = ()  # as recorded, as tried

    @property
    def facilities(self) -> tuple[Facility, ...]:
        """As they are tried."""
        return tuple(after for _, after in self.tried)

    def __contains__(self, facility_id: str) -> bool:
        return any(f.id == facility_id for f in self.facilities)

    def trying(self, facility: Facility, county: County) -> WhatIf:
        """With this facility too, in the place of the county's one of that id if it has one."""
        earlier = {after.id: before for before, after in self.tried}
        recorded = county.table(Facility).get(facility.key)
        before = earlier.get(facility.id, recorded)
        return WhatIf((*self.without(facility.id).tried, (before, facility)))

    def switching_off(self, facility: Facility, county: County) -> WhatIf:
        """With this facility to close."""
        return self.trying(replace(facility, status=FacilityStatus.TO_CLOSE), county)

    def without(self, facility_id: str) -> WhatIf:
        """This facility again as it is recorded."""
        return WhatIf(tuple(t for t in self.tried if t[1].id != facility_id))

    @property
    def changes(self) -> tuple[Change, ...]:
        """What makes the trial real."""
        return tuple(Change(before, after) for before, after in self.tried if before != after)

    def county(self, county: County) -> County:
        """The county as it would be, with all that coverage is measured from and nothing else."""
        records: list[Record] = [
            record
            for record_type in _MEASURED
            for record in county.table(record_type).values()
            if not (isinstance(record, Facility) and record.id in self)
        ]
        return County([*records, *self.facilities])
