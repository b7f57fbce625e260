"""Every use, role, state and decision has its word; a layer comes to one line."""

from __future__ import annotations

import pytest

from desktop.geo_import_wording import (
    decision_text,
    new_text,
    outcome_text,
    role_text,
    state_text,
    use_text,
)
from models.geo_matching import MatchState
from models.geo_part import Decision, PartOutcome, Verdict
from models.geo_use import GeoRole, LayerUse
from tests.models.made_layers import CENTRE, EAST_VILLAGE


def test_everything_has_a_word_of_its_own() -> None:
    for words in (
        [use_text(use) for use in (*LayerUse, None)],
        [role_text(role) for role in GeoRole],
        [state_text(state) for state in MatchState],
        [new_text(LayerUse(target)) for target in ("facilities", "villages", "townships")],
    ):
        assert all(words)
        assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("decision", "text"),
    [
        (CENTRE, "东镇卫生院"),
        (EAST_VILLAGE, "东风村 (500999100201)"),
        (Verdict.NEW, "new village or community"),
        (Verdict.LEFT_OUT, "left out"),
        (None, "not decided: left out"),
    ],
)
def test_what_a_feature_becomes(decision: Decision | None, text: str) -> None:
    assert decision_text(decision, LayerUse.VILLAGES) == text


@pytest.mark.parametrize(
    ("outcome", "text"),
    [
        (
            PartOutcome("镇", LayerUse.TOWNSHIPS, 9, 2, 3, 4, 7),
            "镇 as Townships: 9 taken, 2 added, 3 not decided, 4 left out; 7 changes",
        ),
        (
            PartOutcome("镇", LayerUse.TOWNSHIPS, 9, changes=17, people=8),
            "镇 as Townships: 9 taken, 8 numbers of people; 17 changes",
        ),
        (
            PartOutcome("路", LayerUse.ROADS, 5, changes=1, replaces=True),
            "路 as Roads: 5 taken; replaces the layer that was imported before",
        ),
        (
            PartOutcome("界", LayerUse.COUNTY, 1),
            "界 as County boundary: 1 taken; nothing changes: all of it stands already",
        ),
    ],
)
def test_a_layer_comes_to_one_line(outcome: PartOutcome, text: str) -> None:
    assert outcome_text(outcome) == text
