"""Which class, type and owner the rows of the published tables have."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.facility import FacilityClass, FacilityType, Ownership, usual_class
from models.institution_names import type_by_name
from models.published import LayoutTable, PublishedPlan

_STANDARD_CLASSES: dict[str, tuple[FacilityClass, Ownership]] = {
    "医院": (FacilityClass.HOSPITAL, Ownership.UNSPECIFIED),
    "公立医院": (FacilityClass.HOSPITAL, Ownership.PUBLIC),
    "社会办医院": (FacilityClass.HOSPITAL, Ownership.PRIVATE),
    "民营医院": (FacilityClass.HOSPITAL, Ownership.PRIVATE),
    "基层医疗卫生机构": (FacilityClass.PRIMARY_CARE, Ownership.UNSPECIFIED),
    "专业公共卫生机构": (FacilityClass.PUBLIC_HEALTH, Ownership.UNSPECIFIED),
    "其他医疗卫生机构": (FacilityClass.OTHER, Ownership.UNSPECIFIED),
}


@dataclass(frozen=True)
class UnlistedClass:
    """A class whose beds the bed standard prints though no table lists its institutions.

    `row` counts from 1 in the bed standard.
    """

    row: int
    printed: str
    facility_class: FacilityClass
    ownership: Ownership

    @property
    def name(self) -> str:
        """The name of the group facility that stands for them."""
        return f"{self.printed}（未列名机构合计）"


def class_of_standard(name: str) -> tuple[FacilityClass, Ownership] | None:
    """The class of a row of the bed standard; None for the county and for a part of a class."""
    return _STANDARD_CLASSES.get(re.sub("^其中[：:]", "", name))


def class_in_layout(
    layout: LayoutTable, name: str
) -> tuple[FacilityClass, FacilityType, Ownership]:
    """Class, type and owner of a listed institution.

    The type is what the name tells. The class is the type's usual one, but primary care in a
    table of primary care (Dazu lists 大足区第二人民医院 there), and the table's where the name
    tells nothing. The owner is what the caption says; else 卫生院 and 人民医院 are public by name.
    """
    facility_type = type_by_name(name)
    if "基层" in layout.title:
        facility_class = FacilityClass.PRIMARY_CARE
    elif facility_type is not FacilityType.UNSPECIFIED:
        facility_class = usual_class(facility_type)
    elif "医院" in layout.title or name.endswith("医院"):
        facility_class = FacilityClass.HOSPITAL
    elif "专业公共卫生" in layout.title:
        facility_class = FacilityClass.PUBLIC_HEALTH
    else:
        facility_class = FacilityClass.OTHER
    if re.search("社会办|民营|非公立", layout.title):
        ownership = Ownership.PRIVATE
    elif "公立" in layout.title or re.search("卫生院|人民医院", name):
        ownership = Ownership.PUBLIC
    else:
        ownership = Ownership.UNSPECIFIED
    return facility_class, facility_type, ownership


def is_assumed_emergency_site(facility_class: FacilityClass, facility_type: FacilityType) -> bool:
    """Whether an institution is taken for an emergency site, since the plans name none.

    Hospitals (one among the primary institutions too) and central township health centres are
    where ambulances would stand. The planner is to confirm it.
    """
    return (
        facility_class is FacilityClass.HOSPITAL
        or usual_class(facility_type) is FacilityClass.HOSPITAL
        or facility_type is FacilityType.CENTRAL_TOWNSHIP_HEALTH_CENTRE
    )


def unlisted_classes(published: PublishedPlan) -> list[UnlistedClass]:
    """The classes of the bed standard without a listed institution.

    A class without a stated owner (医院) is left out where its parts (公立, 社会办) are printed,
    since those stand for it; and one is listed as soon as any institution of it is.
    """
    listed = {
        (facility_class, ownership)
        for layout in published.layouts
        for row in layout.rows
        for facility_class, _, ownership in [class_in_layout(layout, row.name)]
    }
    standard = published.bed_standard.rows
    rows = [(n, row, class_of_standard(row.name)) for n, row in enumerate(standard, 1)]
    owned = {c[0] for _, _, c in rows if c is not None and c[1] is not Ownership.UNSPECIFIED}
    found = []
    for n, row, its_class in rows:
        if its_class is None:
            continue
        facility_class, ownership = its_class
        if ownership is Ownership.UNSPECIFIED:
            if facility_class in owned or any(c is facility_class for c, _ in listed):
                continue
        elif its_class in listed:
            continue
        found.append(UnlistedClass(n, re.sub("^其中[：:]", "", row.name), *its_class))
    return found
