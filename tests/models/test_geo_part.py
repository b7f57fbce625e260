"""One layer and what was said of it; the copy of the county that it is taken into."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from models import geo_part
from models.errors import FileError, FileProblem, InvalidValue, Reason
from models.geo_part import Verdict, Work, matched_part
from models.geo_use import LayerUse
from tests.models.made_layers import CENTRE, EAST_VILLAGE, a_county, layer, part

POINT = shapely.Point(105.7, 29.6)


def test_what_is_sure_is_taken_and_what_is_not_waits() -> None:
    villages = layer([POINT] * 3, 名称=["东风村", "东方村", "全新寨"])
    made = part(villages, LayerUse.VILLAGES, a_county())
    assert [made.decision(m) for m in made.matches] == [EAST_VILLAGE, None, None]
    assert [made.is_undecided(m) for m in made.matches] == [False, True, False]


def test_a_decision_goes_before_what_is_sure() -> None:
    villages = layer([POINT, POINT], 名称=["东风村", "东方村"])
    made = part(villages, LayerUse.VILLAGES, a_county())
    made = replace(made, decisions={0: Verdict.LEFT_OUT, 1: EAST_VILLAGE})
    assert [made.decision(m) for m in made.matches] == [Verdict.LEFT_OUT, EAST_VILLAGE]
    assert not any(made.is_undecided(m) for m in made.matches)


def test_a_layer_that_is_taken_as_it_is_is_not_matched() -> None:
    county = a_county()
    made = part(layer([POINT], 名称=["东风村"]), LayerUse.VILLAGES, county, {0: EAST_VILLAGE})
    made = matched_part(replace(made, use=None), county, lambda done, total: None)
    assert (made.matches, made.decisions) == ((), {})


def test_matching_tells_how_far_it_is_and_can_be_stopped() -> None:
    class Enough(Exception):
        pass

    def progress(done: int, total: int) -> None:
        assert total == 2
        if done == 1:
            raise Enough

    made = part(layer([POINT, POINT], 名称=["东风村", "西山村"]), LayerUse.BACKGROUND, a_county())
    with pytest.raises(Enough):
        matched_part(replace(made, use=LayerUse.VILLAGES), a_county(), progress)


def test_more_features_than_a_county_has_places_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(geo_part, "MOST_MATCHED", 1)
    with pytest.raises(FileError) as refused:
        part(layer([POINT, POINT], 名称=["甲", "乙"]), LayerUse.VILLAGES, a_county())
    assert (refused.value.problem, refused.value.detail) == (FileProblem.TOO_LARGE, "2 > 1")


def test_work_leaves_the_county_and_tells_what_became_of_it() -> None:
    county = a_county()
    work = Work(county)
    work.put(replace(CENTRE, note="甲"))
    work.put(replace(CENTRE, note="乙"))
    assert county.facility("centre").note == ""
    (change,) = work.changes
    assert (change.before, change.after) == (CENTRE, replace(CENTRE, note="乙"))
    work.put(CENTRE)
    assert work.changes == ()


def test_work_takes_nothing_that_refers_to_nothing() -> None:
    work = Work(a_county())
    with pytest.raises(InvalidValue) as refused:
        work.put(replace(CENTRE, township="999"))
    assert refused.value.reason is Reason.MISSING_REFERENCE
    assert work.changes == ()
