"""In which township each institution of a published plan lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.facility import FacilityClass, usual_class
from models.geography import Division
from models.institution_names import township_by_name
from models.published import PublishedPlan
from models.published_classes import class_in_layout


@dataclass(frozen=True, slots=True)
class InstitutionPlace:
    """`by_elimination`: no name says so; it is the one institution and township left over."""

    township: Division
    by_elimination: bool = False


def institution_places(
    published: PublishedPlan, divisions: Sequence[Division]
) -> dict[str, InstitutionPlace]:
    """The township of each listed primary institution, by the institution's name.

    A name tells it (龙岗中心卫生院 → 龙岗街道). Where then exactly one primary institution and
    exactly one township are left over, they belong together: Dazu's 第二人民医院 and 龙水镇.
    """
    primary = [
        (row.name, facility_type)
        for layout in published.layouts
        for row in layout.rows
        for facility_class, facility_type, _ in (class_in_layout(layout, row.name),)
        if facility_class is FacilityClass.PRIMARY_CARE
    ]
    places = {}
    for name, facility_type in primary:
        if usual_class(facility_type) is FacilityClass.PRIMARY_CARE:
            township = township_by_name(name, published.county, divisions)
            if township is not None:
                places[name] = InstitutionPlace(township)
    taken = {place.township.code for place in places.values()}
    homeless = [name for name, _ in primary if name not in places]
    empty = [d for d in divisions if d.parent is None and d.code not in taken]
    if len(homeless) == 1 and len(empty) == 1:
        places[homeless[0]] = InstitutionPlace(empty[0], by_elimination=True)
    return places
