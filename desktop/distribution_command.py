"""`weigui distribute`: share a county total out among facilities."""

from __future__ import annotations

import argparse
import json
import re
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.catalogue import load_catalogue
from db.county_file import open_county_file
from models.catalogue import Language
from models.county import County
from models.distribution import (
    CannotDistribute,
    Distribution,
    Share,
    WeightBy,
    distribute,
    distribution_changes,
    total_of_rate,
    weights_of,
)
from models.edits import Edit
from models.errors import FileError, FileProblem, InvalidValue, Reason
from models.facility import Facility, FacilityClass
from models.figures import format_count
from models.measure import Basis, Measure
from models.plan import Plan

translate = QCoreApplication.translate

MOST_DIGITS = 12  # of a bound: more is a slip of the hand


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of `weigui distribute` besides the file."""
    parser.add_argument(
        "--measure", required=True, help=translate("distribute", "what to share out, e.g. beds")
    )
    amount = parser.add_mutually_exclusive_group(required=True)
    amount.add_argument("--total", type=int, help=translate("distribute", "the county total"))
    amount.add_argument("--rate", help=translate("distribute", "or: so many per 1,000 residents"))
    parser.add_argument(
        "--by",
        choices=[str(by) for by in WeightBy],
        default=str(WeightBy.AUTHORISED),
        help=translate("distribute", "what the shares are in proportion to"),
    )
    parser.add_argument(
        "--class",
        dest="facility_class",
        choices=[str(word) for word in FacilityClass],
        help=translate("distribute", "only facilities of this class"),
    )
    for bound, text in (
        (
            "--least",
            translate("distribute", "a facility's least, as NAME=NUMBER (may be repeated)"),
        ),
        ("--most", translate("distribute", "a facility's most, as NAME=NUMBER (may be repeated)")),
    ):
        parser.add_argument(bound, action="append", default=[], metavar="NAME=N", help=text)
    parser.add_argument(
        "--apply",
        action="store_true",
        help=translate("distribute", "write the result into the file as planned figures"),
    )


def run(options: argparse.Namespace, language: Language) -> int:
    """Print who gets what; with --apply, write it as one edit. Raises WeiguiError."""
    with open_county_file(options.file, read_only=not options.apply) as file:
        county = file.read()
        if not county.plans:
            raise FileError(options.file, FileProblem.NO_PLAN)
        plan = county.plans[-1]
        measure = _measure(county, options.measure)
        total = _total(county, plan, options)
        shares = _shares(county, plan, measure, options)
        result = _distribute(county, total, shares)
        if options.apply:
            source = translate("distribute", "shared out: {by}").format(by=options.by)
            changes = distribution_changes(county, plan, measure.id, result, source)
            if changes:
                label = translate("distribute", "Share out {total} ({measure})").format(
                    total=total, measure=measure.zh if language is Language.ZH else measure.en
                )
                file.apply(Edit(label, changes))
    if options.json:
        print(
            json.dumps(_report(county, plan, measure, shares, result), ensure_ascii=False, indent=2)
        )
    else:
        for share in shares:
            name = county.facility(share.facility_id).name
            before = _before(county, plan, measure.id, share.facility_id)
            print(f"{name}\t{before}\t{result.values[share.facility_id]}")
    return 0


def _distribute(county: County, total: int, shares: list[Share]) -> Distribution:
    """As `distribute`, but an obstacle names the facilities, for the reader."""
    try:
        return distribute(total, shares)
    except CannotDistribute as problem:
        names = tuple(county.facility(i).name for i in problem.facility_ids)
        raise CannotDistribute(problem.obstacle, problem.amount, names) from None


def _measure(county: County, measure_id: str) -> Measure:
    """Raises InvalidValue also for one that is no sum of whole numbers."""
    measures = load_catalogue().with_measures(county.table(Measure).values()).measures
    found = measures.get(measure_id)
    if found is None or not found.additive or found.decimals:
        raise InvalidValue("Measure", "id", measure_id, Reason.UNKNOWN_CHOICE)
    return found


def _total(county: County, plan: Plan, options: argparse.Namespace) -> int:
    if options.total is not None:
        if options.total < 0:
            raise InvalidValue("Distribution", "total", options.total, Reason.NEGATIVE)
        return int(options.total)
    total = total_of_rate(county, plan, _rate(options.rate), 1000)
    if total is None:
        raise InvalidValue("Population", "persons", plan.target_year, Reason.MISSING_REFERENCE)
    return total


def _rate(text: str) -> Fraction:
    """Of 7.27 or 29/4; a rate of more digits than anybody writes is none."""
    if not _RATE.fullmatch(text):
        raise InvalidValue("Distribution", "rate", text, Reason.NOT_A_NUMBER)
    try:
        rate = Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise InvalidValue("Distribution", "rate", text, Reason.NOT_A_NUMBER) from None
    if rate < 0:
        raise InvalidValue("Distribution", "rate", text, Reason.NEGATIVE)
    return rate


_RATE = re.compile(r"-?[0-9./]{1,20}")


def _shares(
    county: County, plan: Plan, measure: Measure, options: argparse.Namespace
) -> list[Share]:
    wanted = options.facility_class
    chosen = [f for f in county.facilities if not wanted or f.facility_class == wanted]
    weights = weights_of(county, plan, chosen, measure.id, WeightBy(options.by))
    least, most = _bounds(chosen, options.least), _bounds(chosen, options.most)
    return [
        Share(f.id, weights[f.id], least.get(f.id, 0), most.get(f.id, measure.most)) for f in chosen
    ]


def _bounds(facilities: list[Facility], given: list[str]) -> dict[str, int]:
    by_name = {f.name: f.id for f in facilities}
    bounds = {}
    for text in given:
        name, _, number = text.rpartition("=")
        if name not in by_name:
            raise InvalidValue("Facility", "name", name or text, Reason.UNKNOWN_FACILITY)
        if sum(f.name == name for f in facilities) > 1:
            raise InvalidValue("Facility", "name", name, Reason.AMBIGUOUS_FACILITY)
        if not (number.isdecimal() and len(number) <= MOST_DIGITS):
            raise InvalidValue("Distribution", "bound", text, Reason.NOT_A_NUMBER)
        bounds[by_name[name]] = int(number)
    return bounds


def _before(county: County, plan: Plan, measure: str, facility_id: str) -> str:
    found = county.allocation(plan.id, facility_id, measure, Basis.PLANNED, plan.target_year)
    return format_count(None if found is None else found.value)


def _report(
    county: County, plan: Plan, measure: Measure, shares: list[Share], result: Distribution
) -> dict[str, Any]:
    """measure, year, total, and facilities: name, weight, least, most, before, after, bound."""
    rows = []
    for share in shares:
        found = county.allocation(
            plan.id, share.facility_id, measure.id, Basis.PLANNED, plan.target_year
        )
        at_least = share.facility_id in result.at_least
        at_most = share.facility_id in result.at_most
        rows.append(
            {
                "facility": county.facility(share.facility_id).name,
                "facility_id": share.facility_id,
                "weight": str(share.weight),
                "least": share.least,
                "most": share.most,
                "before": None if found is None else int(found.value),
                "after": result.values[share.facility_id],
                "bound": "least" if at_least else "most" if at_most else None,
            }
        )
    total = sum(result.values.values())
    return {"measure": measure.id, "year": plan.target_year, "total": total, "facilities": rows}
