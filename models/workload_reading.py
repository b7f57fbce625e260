"""What a person writes into the lines of the workload: names, kinds and figures, read exactly."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from models.arithmetic import is_arithmetic
from models.catalogue import Catalogue
from models.county import County
from models.errors import InvalidValue, Reason
from models.measure import Measure, exact, parse_value
from models.paste import reckoned_value
from models.source_table import key
from models.workload import Activity, ActivityKind

STAFF = "staff"  # the group of measures that are cadres
FIGURE = Measure("figure", "", "数", "", "", "", decimals=6)
_HUNDRED = Decimal(100)


class Field(StrEnum):
    """The columns of the workload table, from left to right."""

    FACILITY = "facility"
    CADRE = "cadre"
    KIND = "kind"
    NAME = "name"
    MINUTES = "minutes"
    VOLUME = "volume"
    SHARE = "share"
    HOURS = "hours"
    SOURCE = "source"


FIGURES = (Field.MINUTES, Field.VOLUME, Field.SHARE, Field.HOURS)
FIGURES_OF = {
    ActivityKind.SERVICE: frozenset({Field.MINUTES, Field.VOLUME}),
    ActivityKind.CATEGORY: frozenset({Field.SHARE}),
    ActivityKind.INDIVIDUAL: frozenset({Field.HOURS}),
}


class WorkloadNames:
    """Facilities, cadres and kinds by what they are called, in either language or by id."""

    def __init__(self, county: County, catalogue: Catalogue) -> None:
        self._facilities: dict[str, list[str]] = {}
        for facility in county.facilities:
            self._facilities.setdefault(key(facility.name), []).append(facility.id)
        self._cadres: dict[str, str] = {}
        for measure in catalogue.measures.values():
            if measure.group == STAFF:
                for text in filter(None, (measure.id, measure.zh, measure.en)):
                    self._cadres.setdefault(key(text), measure.id)
        self._kinds = {
            key(text): kind
            for kind in ActivityKind
            for text in (kind, *catalogue.words["activity-kind"][kind])
        }

    def facility(self, text: str) -> str:
        """The id of a facility. Raises InvalidValue: EMPTY, UNKNOWN_ or AMBIGUOUS_FACILITY."""
        found = self._facilities.get(key(text), [])
        if len(found) == 1:
            return found[0]
        reason = Reason.AMBIGUOUS_FACILITY if found else Reason.UNKNOWN_FACILITY
        raise InvalidValue(
            "Activity", "facility_id", text, reason if text.strip() else Reason.EMPTY
        )

    def cadre(self, text: str) -> str:
        """The id of a staff measure. Raises InvalidValue: EMPTY or UNKNOWN_CHOICE."""
        return _known(self._cadres, "measure", text)

    def kind(self, text: str) -> ActivityKind:
        """A kind of activity. Raises InvalidValue: EMPTY or UNKNOWN_CHOICE."""
        return ActivityKind(_known(self._kinds, "kind", text))


def _known(words: dict[str, str] | dict[str, ActivityKind], field: str, text: str) -> str:
    found = words.get(key(text))
    if found is None:
        reason = Reason.UNKNOWN_CHOICE if text.strip() else Reason.EMPTY
        raise InvalidValue("Activity", field, text, reason)
    return found


def figure(text: str, present: Decimal | None = None) -> Decimal | None:
    """A number as typed, or arithmetic (`=12*250`, `+10%` of the present one); None for blank.

    Raises InvalidValue.
    """
    if is_arithmetic(text):
        return reckoned_value(text, FIGURE, present)
    try:
        return parse_value(text, FIGURE)
    except InvalidValue as error:
        if error.reason is Reason.NOT_WHOLE:
            raise InvalidValue("Activity", "figure", text, Reason.TOO_FINE) from None
        raise


def share(text: str) -> Decimal | None:
    """A share of working time as a fraction: `15%`, `15` and `0.15` are all 0.15, as in a cell of
    a spreadsheet that shows per cent. Raises InvalidValue, also for 100 % and more."""
    bare = text.strip().rstrip("%％").rstrip()
    value = figure(bare)
    if value is None:
        return None
    if bare != text.strip() or value >= 1:
        value = exact(value / _HUNDRED)
    if value >= 1:
        raise InvalidValue("Activity", "share", text, Reason.OUT_OF_RANGE)
    return value


def with_text(activity: Activity, field: Field, text: str, names: WorkloadNames) -> Activity:
    """The activity with a text written into one of its columns.

    Another kind leaves only the figures that go with it. Raises InvalidValue.
    """
    text = text.strip()
    match field:
        case Field.FACILITY:
            return replace(activity, facility_id=names.facility(text))
        case Field.CADRE:
            return replace(activity, measure=names.cadre(text))
        case Field.KIND:
            return of_kind(activity, names.kind(text))
        case Field.NAME:
            return replace(activity, name=text)
        case Field.SOURCE:
            return replace(activity, source=text)
    present: Decimal | None = getattr(activity, field)
    value = share(text) if field is Field.SHARE else figure(text, present)
    return with_figure(activity, field, value, text)


def with_figure(activity: Activity, field: Field, value: Decimal | None, text: str) -> Activity:
    """The activity with a figure. Raises InvalidValue, NOT_OF_KIND for one that its kind lacks."""
    if value is not None and field not in FIGURES_OF[activity.kind]:
        raise InvalidValue("Activity", field, text, Reason.NOT_OF_KIND)
    match field:
        case Field.MINUTES:
            return replace(activity, minutes=value)
        case Field.VOLUME:
            return replace(activity, volume=value)
        case Field.SHARE:
            return replace(activity, share=value)
    return replace(activity, hours=value)


def of_kind(activity: Activity, kind: ActivityKind) -> Activity:
    """The activity as one of a kind, without the figures that do not go with it."""
    if kind is activity.kind:
        return activity
    after = replace(activity, kind=kind)
    for field in FIGURES:
        if field not in FIGURES_OF[kind]:
            after = with_figure(after, field, None, "")
    return after
