"""What layers become, what their columns say and how features were matched, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from models.facility import Facility
from models.geo_matching import MatchState
from models.geo_part import Decision, PartOutcome, Verdict
from models.geo_use import GeoRole, LayerUse

translate = QCoreApplication.translate


def use_text(use: LayerUse | None) -> str:
    """What a layer is taken for; None: left out."""
    if use is None:
        return translate("geo", "Leave out")
    return {
        LayerUse.FACILITIES: translate("geo", "Facilities"),
        LayerUse.VILLAGES: translate("geo", "Villages and communities"),
        LayerUse.TOWNSHIPS: translate("geo", "Townships"),
        LayerUse.COUNTY: translate("geo", "County boundary"),
        LayerUse.ROADS: translate("geo", "Roads"),
        LayerUse.BACKGROUND: translate("geo", "Background"),
    }[use]


def role_text(role: GeoRole) -> str:
    return {
        GeoRole.CODE: translate("geo", "Code"),
        GeoRole.NAME: translate("geo", "Name"),
        GeoRole.TOWNSHIP: translate("geo", "Township"),
        GeoRole.TYPE: translate("geo", "Type of facility"),
        GeoRole.URBAN: translate("geo", "Urban or rural"),
        GeoRole.PEOPLE: translate("geo", "Residents"),
        GeoRole.ROAD_CLASS: translate("geo", "Class of road"),
        GeoRole.SPEED: translate("geo", "Speed (km/h)"),
        GeoRole.FERRY: translate("geo", "Ferry"),
    }[role]


def state_text(state: MatchState) -> str:
    """How a feature was matched."""
    return {
        MatchState.BY_CODE: translate("geo", "by code"),
        MatchState.BY_NAME: translate("geo", "by name"),
        MatchState.CANDIDATE: translate("geo", "to be confirmed"),
        MatchState.DUPLICATE: translate("geo", "several for one"),
        MatchState.NONE: translate("geo", "not known"),
    }[state]


def decision_text(decision: Decision | None, use: LayerUse | None) -> str:
    """What a feature becomes."""
    match decision:
        case None:
            return translate("geo", "not decided: left out")
        case Verdict.LEFT_OUT:
            return translate("geo", "left out")
        case Verdict.NEW:
            return new_text(use)
        case Facility():
            return decision.name
    return translate("geo", "{name} ({code})").format(name=decision.name, code=decision.code)


def new_text(use: LayerUse | None) -> str:
    """What a feature that is not known is added as."""
    return {
        LayerUse.FACILITIES: translate("geo", "new facility"),
        LayerUse.VILLAGES: translate("geo", "new village or community"),
        LayerUse.TOWNSHIPS: translate("geo", "new township"),
    }.get(use or LayerUse.FACILITIES, "")


def outcome_text(outcome: PartOutcome) -> str:
    """What a layer comes to, in one line."""
    parts = [
        (outcome.taken, translate("geo", "{count} taken")),
        (outcome.added, translate("geo", "{count} added")),
        (outcome.undecided, translate("geo", "{count} not decided")),
        (outcome.left_out, translate("geo", "{count} left out")),
        (outcome.people, translate("geo", "{count} numbers of people")),
    ]
    counts = [text.format(count=count) for count, text in parts if count]
    changes = translate("geo", "{count} changes").format(count=outcome.changes)
    if not outcome.changes:
        changes = translate("geo", "nothing changes: all of it stands already")
    elif outcome.replaces:
        changes = translate("geo", "replaces the layer that was imported before")
    return translate("geo", "{layer} as {use}: {counts}; {changes}").format(
        layer=outcome.layer,
        use=use_text(outcome.use),
        counts=translate("geo", ", ").join(counts),
        changes=changes,
    )
