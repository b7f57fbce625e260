"""The panel at the right of the registry: one facility, saved as one edit."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.dialogs.facility_fields import FacilityFields
from desktop.dialogs.record_form import RecordForm
from desktop.session import CountySession
from models.county import new_id
from models.edits import Change, Edit
from models.facility import Facility, FacilityClass, FacilityType
from models.geography import Division

translate = QCoreApplication.translate


class FacilityForm(RecordForm[Facility]):
    """Shows one facility, lets it be changed, and saves the change as one edit."""

    fields: FacilityFields

    def __init__(self, session: CountySession) -> None:
        hint = translate("FacilityForm", "Select a facility to see and change its attributes.")
        super().__init__(session, FacilityFields(session), hint)

    @property
    def facility_id(self) -> str | None:
        """The recorded facility in the form; None where it shows none or a new one."""
        return None if self.record is None else self.record.id

    def start_new(self) -> None:
        """An empty form for a facility at the end of the list."""
        last = max((f.order for f in self.session.county.facilities), default=0)
        kind = (FacilityClass.OTHER, FacilityType.UNSPECIFIED)
        new = Facility(new_id(), "?", *kind, order=last + 1)
        self.show_new(new, self.tr("New facility"))

    def _edit(self, before: Facility | None, after: Facility) -> Edit:
        label = self.tr("Add {name}") if before is None else self.tr("Change {name}")
        return Edit(label.format(name=after.name), (Change(before, after),))

    def _follow_others(self, edit: Edit) -> None:
        if self._base is not None and any(
            isinstance(change.record, Division) for change in edit.changes
        ):
            self.fields.offer_townships(self._base.township)
