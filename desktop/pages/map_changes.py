"""What is changed by the map: facilities planned and moved, at once or on trial, and villages."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from desktop.map.map_data import MapFacility, MapPoint
from desktop.pages.coverage_measuring import CoverageMeasuring
from desktop.session import CountySession
from models.edits import Change, Edit, add
from models.facility import Facility, FacilityStatus, PlaceOrigin
from models.geography import Division
from models.what_if import WhatIf

translate = QCoreApplication.translate


class MapChanges:
    """Edits the county, each change one undo step, or while a trial is on only the trial.

    A change of the trial is measured at once; who shows the map is to show it anew then.
    """

    def __init__(self, session: CountySession, measuring: CoverageMeasuring) -> None:
        self._session, self._measuring = session, measuring

    @property
    def trial(self) -> WhatIf | None:
        return self._measuring.trial

    def begin(self) -> None:
        """Begin a trial of nothing yet."""
        self._try(WhatIf())

    def discard(self) -> None:
        self._try(None)

    def _try(self, trial: WhatIf | None) -> None:
        self._measuring.trial = trial
        self._measuring.measure_trial()

    def plan(self, facility: Facility) -> bool:
        """Add a facility; False where it was refused."""
        if self.trial is not None:
            self._try(self.trial.trying(facility, self._session.county))
            return True
        label = translate("MapChanges", "Plan {name}").format(name=facility.name)
        return self._session.do(Edit(label, add(facility)))

    def move(self, what: MapFacility | MapPoint, place: tuple[float, float]) -> None:
        """To (longitude, latitude) WGS 84; an approximate place, since a hand is no survey."""
        before: Facility | Division | None
        if isinstance(what, MapPoint):
            before = self._session.county.division(what.code)
        else:
            before = self._measuring.facility(what.id)
        if before is None:
            return
        longitude, latitude = place
        origin = PlaceOrigin.APPROXIMATE
        after = replace(before, longitude=longitude, latitude=latitude, place_origin=origin)
        if isinstance(after, Facility) and self.trial is not None:
            self._try(self.trial.trying(after, self._session.county))
        else:
            label = translate("MapChanges", "Move {name} on the map").format(name=after.name)
            self._session.do(Edit(label, (Change(before, after),)))

    def switch(self, facility_id: str) -> None:
        """Switch a facility off on trial, or take back what is tried of it."""
        trial, facility = self.trial, self._measuring.facility(facility_id)
        if trial is None or facility is None:
            return
        if facility_id in trial:
            self._try(trial.without(facility_id))
        else:
            self._try(trial.switching_off(facility, self._session.county))

    def switch_text(self, facility_id: str) -> str:
        """What `switch` does with a facility; "" without a trial."""
        if self.trial is None:
            return ""
        if facility_id not in self.trial:
            return translate("MapChanges", "Switch off")
        if (facility_id,) in self._session.county.table(Facility):
            return translate("MapChanges", "As recorded")
        return translate("MapChanges", "Take away")

    def tried(self) -> list[str]:
        """What is on trial, in words."""
        return [self._tried(f) for f in self.trial.facilities] if self.trial else []

    def _tried(self, facility: Facility) -> str:
        if facility.key not in self._session.county.table(Facility):
            text = translate("MapChanges", "{name} (new)")
        elif facility.status is FacilityStatus.TO_CLOSE:
            text = translate("MapChanges", "{name} (off)")
        else:
            text = translate("MapChanges", "{name} (moved)")
        return text.format(name=facility.name)

    def keep(self) -> bool:
        """Make the trial real as one edit, and end it; False where it was refused."""
        trial = self.trial
        if trial is None:
            return False
        label = translate("MapChanges", "Keep a trial of {count} facilities")
        edit = Edit(label.format(count=len(trial.changes)), trial.changes)
        self._measuring.trial = None  # what follows the edit shows the county itself
        if self._session.do(edit):
            return True
        self._measuring.trial = trial
        return False
