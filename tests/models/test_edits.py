"""A change keeps type and key; an edit turned round undoes it."""

import pytest

from models.edits import Change, Edit, add, remove
from models.facility import Facility, FacilityClass, FacilityType
from models.plan import CountyInfo

A = Facility("a", "甲", FacilityClass.OTHER, FacilityType.CLINIC)
B = Facility("b", "乙", FacilityClass.OTHER, FacilityType.CLINIC)


def test_a_change_of_nothing_is_impossible():
    with pytest.raises(ValueError, match="before or after"):
        Change(None, None)


@pytest.mark.parametrize("after", [B, CountyInfo("1", "县")])
def test_a_change_keeps_its_type_and_key(after):
    with pytest.raises(ValueError, match="type and the key"):
        Change(A, after)


def test_the_inverse_runs_backwards():
    edit = Edit("两步", (*add(A), *remove(B)))
    assert edit.inverse() == Edit("两步", (Change(None, B), Change(A, None)))
    assert edit.inverse().inverse() == edit
