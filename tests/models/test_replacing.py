from __future__ import annotations

import pytest

from models.county import County
from models.errors import InvalidValue, Reason
from models.facility import Facility, FacilityClass, FacilityType
from models.replacing import Replacement, renamed


def facility(name: str) -> Facility:
    return Facility(name, name, FacilityClass.PRIMARY_CARE, FacilityType.TOWNSHIP_HEALTH_CENTRE)


@pytest.mark.parametrize(
    ("replacement", "text", "made"),
    [
        (Replacement("中心", ""), "龙水中心卫生院", "龙水卫生院"),
        (Replacement("30", "35"), "130", "135"),
        (Replacement("30", "35", whole=True), "130", "130"),
        (Replacement("30", "35", whole=True), "30", "35"),
        (Replacement("ct", "MRI"), "CT室", "MRI室"),
        (Replacement("", "5"), "12", "12"),
        (Replacement("", "5", whole=True), "", "5"),
        (Replacement("(", r"\1"), "(一)", r"\1一)"),
    ],
)
def test_text_is_replaced(replacement: Replacement, text: str, made: str) -> None:
    assert replacement.made_in(text) == made


def test_only_names_that_change_are_changed() -> None:
    county = County([facility("甲医院"), facility("乙卫生院")])
    changes = renamed(county, county.facilities, Replacement("卫生院", "医院"))
    assert [c.after.name for c in changes if isinstance(c.after, Facility)] == ["乙医院"]


def test_name_cannot_be_replaced_by_nothing() -> None:
    with pytest.raises(InvalidValue) as raised:
        renamed(County(), [facility("甲医院")], Replacement("甲医院", ""))
    assert raised.value.reason is Reason.EMPTY


@pytest.mark.parametrize("chosen", [["甲院", "乙院"], ["乙院"]])
def test_replacing_does_not_make_two_of_one_name(chosen: list[str]) -> None:
    county = County([facility("甲院"), facility("乙院")])
    some = [f for f in county.facilities if f.name in chosen]
    with pytest.raises(InvalidValue) as raised:
        renamed(county, some, Replacement("乙", "甲"))
    assert raised.value.reason is Reason.DUPLICATE
