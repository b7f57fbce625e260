"""The way from the figures to the staff required in words: the derivation, and what is lacking."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from models.catalogue import Catalogue, Language
from models.figures import MINUS, format_limit, format_rate
from models.workload_staffing import Missing, Requirement, ServiceStep, WorkloadResult

STAFF_DECIMALS = 2
FACTOR_DECIMALS = 3
_DIGITS = 4
ARROW = " → "
_SEPARATORS = {Language.ZH: "；", Language.EN: "; "}


def plain(value: Fraction | Decimal) -> str:
    """A figure as it was given, its thousands separated: 1,519, 0.5; to six decimals at most."""
    sign = MINUS if value < 0 else ""
    whole, point, rest = format_limit(abs(Fraction(value))).partition(".")
    return f"{sign}{int(whole):,}{point}{rest}"


def rounded(value: Fraction, decimals: int) -> str:
    """A result to so many decimals: 1.176."""
    whole, point, rest = format_rate(value, decimals).partition(".")
    return f"{int(whole):,}{point}{rest}"


def equals(value: Fraction, decimals: int) -> str:
    """`= 12.75`, or `≈ 1.176` where the decimals do not say it exactly."""
    is_exact = (value * 10**decimals).denominator == 1
    return f"= {plain(value)}" if is_exact else f"≈ {rounded(value, decimals)}"


def percent(share: Fraction | Decimal) -> str:
    return f"{plain(Fraction(share) * 100)}%"


class Derivation:
    """The derivation of one result, step by step."""

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        self._catalogue, self._language = catalogue, language

    def _say(self, step: str, **words: object) -> str:
        return self._catalogue.word("workload-step", step, self._language).format(**words)

    def steps(self, result: WorkloadResult) -> list[str]:
        """A line each: working time, services, allowances, staff required, ratio; at the end what
        is lacking, where something is."""
        found = result.requirement
        steps = [*self._time(found), *self._staff(found)]
        if found.required is None:
            return [*steps, self.cannot(result)]
        steps.append(self._required(found))
        if result.ratio is not None and result.current is not None:
            steps.append(
                self._say(
                    "ratio",
                    current=plain(result.current),
                    required=rounded(found.required, STAFF_DECIMALS),
                    ratio=equals(result.ratio, STAFF_DECIMALS),
                )
            )
        return steps

    def line(self, result: WorkloadResult) -> str:
        """All steps in one line."""
        return ARROW.join(self.steps(result))

    def cannot(self, result: WorkloadResult) -> str:
        """Why the staff required cannot be computed, naming the lines; "" where it can."""
        lacking = result.requirement.missing
        reasons = [self.lack(missing, result) for missing in lacking]
        joined = _SEPARATORS[self._language].join(reasons)
        return self._say("cannot", reasons=joined) if reasons else ""

    def lack(self, missing: Missing, result: WorkloadResult) -> str:
        cadre = self._catalogue.measure_name(result.measure, self._language)
        text = self._catalogue.word("workload-lack", missing.lack, self._language)
        name = "" if missing.activity is None else missing.activity.name
        return text.format(cadre=cadre, name=name, share=percent(result.requirement.share))

    def _time(self, found: Requirement) -> Iterator[str]:
        time = found.working_time
        if time is None or found.available is None:
            return
        off = time.public_holidays + time.annual_leave + time.sick_leave + time.training
        yield self._say(
            "days-off",
            holidays=plain(time.public_holidays),
            annual=plain(time.annual_leave),
            sick=plain(time.sick_leave),
            training=plain(time.training),
            off=plain(off),
        )
        yield self._say(
            "available",
            days=plain(time.working_days),
            off=plain(off),
            hours=plain(time.hours_per_day),
            available=plain(found.available),
        )

    def _staff(self, found: Requirement) -> Iterator[str]:
        for step in found.services:
            yield self._service(step, found)
        if found.service_staff is not None and len(found.services) > 1:
            terms = " + ".join(_digits(s.staff) for s in found.services)
            staff = equals(found.service_staff, STAFF_DECIMALS)
            yield self._say("services", terms=terms, staff=staff)
        if found.category_factor is not None and found.share:
            factor = equals(found.category_factor, FACTOR_DECIMALS)
            yield self._say("category", share=percent(found.share), factor=factor)
        if found.individual_factor is not None and found.hours:
            assert found.available is not None
            yield self._say(
                "individual",
                hours=plain(found.hours),
                available=plain(found.available),
                factor=equals(found.individual_factor, FACTOR_DECIMALS),
            )

    def _service(self, step: ServiceStep, found: Requirement) -> str:
        activity = step.activity
        assert found.available is not None
        assert activity.minutes is not None
        assert activity.volume is not None
        return self._say(
            "service",
            name=activity.name,
            available=plain(found.available),
            minutes=plain(activity.minutes),
            standard=equals(step.standard, STAFF_DECIMALS),
            volume=plain(activity.volume),
            quotient=equals(step.standard, STAFF_DECIMALS)[2:],
            staff=equals(step.staff, STAFF_DECIMALS),
        )

    def _required(self, found: Requirement) -> str:
        assert found.service_staff is not None
        assert found.category_factor is not None
        assert found.individual_factor is not None
        assert found.required is not None
        return self._say(
            "required",
            staff=_digits(found.service_staff),
            category=_digits(found.category_factor),
            individual=_digits(found.individual_factor),
            required=equals(found.required, STAFF_DECIMALS),
            whole=found.whole,
        )


def _digits(value: Fraction) -> str:
    """With so many digits that a reader who multiplies them gets the result that is shown."""
    return equals(value, _DIGITS)[2:]
