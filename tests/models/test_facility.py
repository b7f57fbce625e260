"""A facility that cannot be is never made."""

import pytest

from models.errors import InvalidValue, Reason
from models.facility import (
    Facility,
    FacilityClass,
    FacilityType,
    Ownership,
    Scope,
    usual_class,
)


def facility(**fields):
    return Facility(
        "f", fields.pop("name", "院"), FacilityClass.HOSPITAL, FacilityType.TCM_HOSPITAL, **fields
    )


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"name": "  "}, "name", Reason.EMPTY),
        ({"longitude": 105.0}, "latitude", Reason.INCOMPLETE_PLACE),
        ({"latitude": 29.0}, "longitude", Reason.INCOMPLETE_PLACE),
        ({"longitude": 29.7, "latitude": 105.7}, "longitude", Reason.OUT_OF_RANGE),
        ({"longitude": 0.0, "latitude": 0.0}, "longitude", Reason.OUT_OF_RANGE),
        ({"longitude": 105.7, "latitude": 60.0}, "latitude", Reason.OUT_OF_RANGE),
    ],
)
def test_an_impossible_facility_names_the_field_and_the_reason(fields, field, reason):
    with pytest.raises(InvalidValue) as caught:
        facility(**fields)
    assert (caught.value.field, caught.value.reason) == (field, reason)


def test_a_place_is_longitude_then_latitude():
    assert facility(longitude=105.7, latitude=29.7).place == (105.7, 29.7)
    assert facility().place is None


def test_every_type_has_a_usual_class():
    assert usual_class(FacilityType.TCM_HOSPITAL) is FacilityClass.HOSPITAL
    assert usual_class(FacilityType.VILLAGE_CLINIC) is FacilityClass.PRIMARY_CARE
    assert usual_class(FacilityType.CDC) is FacilityClass.PUBLIC_HEALTH
    assert usual_class(FacilityType.UNSPECIFIED) is FacilityClass.OTHER


def test_an_empty_scope_contains_all_and_each_part_narrows_it():
    tcm = facility(ownership=Ownership.PUBLIC)
    assert Scope().contains(tcm)
    assert Scope(types=frozenset({FacilityType.TCM_HOSPITAL})).contains(tcm)
    assert not Scope(types=frozenset({FacilityType.CDC})).contains(tcm)
    assert not Scope(ownership=frozenset({Ownership.PRIVATE})).contains(tcm)
    assert not Scope(classes=frozenset({FacilityClass.PRIMARY_CARE})).contains(tcm)
