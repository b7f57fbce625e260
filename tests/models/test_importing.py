"""An import adds what is missing, passes over what is the same, and says in words what differs."""

from dataclasses import replace

from models.county import County
from models.facility import Facility, FacilityClass, FacilityType
from models.importing import compare
from models.plan import CountyInfo, Population, PopulationGroup, PopulationOrigin

INFO = CountyInfo("500111", "大足区", "Dazu")
PEOPLE = Population(2020, PopulationGroup.RESIDENT, 834_797, PopulationOrigin.IMPLIED)
FACILITY = Facility("a", "甲院", FacilityClass.HOSPITAL, FacilityType.TCM_HOSPITAL)


def test_what_is_missing_is_added_and_what_is_the_same_is_counted():
    changes, unchanged, conflicts = compare(County([INFO]), [INFO, PEOPLE])
    assert [(c.before, c.after) for c in changes] == [(None, PEOPLE)]
    assert (unchanged, conflicts) == (1, ())


def test_a_conflict_names_the_record_and_the_values_that_differ_only():
    present = [
        replace(INFO, code=""),
        replace(PEOPLE, persons=830_000),
        replace(FACILITY, code="9"),
    ]
    changes, unchanged, conflicts = compare(County(present), [INFO, PEOPLE, FACILITY])
    assert (changes, unchanged) == ((), 0)
    assert [(c.present, c.offered) for c in conflicts] == [
        ("大足区: —", "大足区: 500111"),
        ("2020 resident: 830000", "2020 resident: 834797"),
        ("甲院: 9", "甲院: —"),
    ]
