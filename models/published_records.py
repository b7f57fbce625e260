"""The records of a county, made from what its published plan prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.county import stable_id
from models.edits import Record
from models.facility import Facility, FacilityType, PlaceOrigin
from models.geography import Division
from models.implied_population import implied_populations
from models.institution_places import InstitutionPlace, institution_places
from models.measure import Allocation, Basis, Measure, Origin
from models.plan import (
    Indicator,
    Plan,
    PlanState,
    Population,
    PopulationGroup,
    PopulationOrigin,
    Project,
    PublishedFigure,
)
from models.published import (
    NATURES,
    LayoutRow,
    LayoutTable,
    PublishedPlan,
    count,
    equipment_institution,
    money,
    place,
    total_place,
)
from models.published_classes import (
    class_in_layout,
    is_assumed_emergency_site,
    unlisted_classes,
)

EMERGENCY_ASSUMPTION = "急救站点系按机构类型假定（规划未列明），待核对"
ELIMINATION_ASSUMPTION = "所在镇街按排除法推定（规划未列明），待核对"
SEAT_PLACE = "位置取镇街驻地（GeoNames，CC BY 4.0），近似"


def records_of(
    published: PublishedPlan, divisions: Iterable[Division], measures: Iterable[Measure]
) -> list[Record]:
    """The county's records, the same for the same plan: ids come from names and order.

    `divisions` are the county's, taken over as they are. `measures` are those of the catalogue;
    equipment is found by its Chinese name. What is no allocation of an institution (printed
    totals, class standards, areas) becomes PublishedFigure. Raises InvalidValue for a cell that
    `models.published.bad_cells` would name.
    """
    listed = tuple(divisions)
    places = institution_places(published, listed)
    maker = _Maker(published, listed, places, {m.zh: m.id for m in measures})
    return [
        published.county,
        *maker.divisions,
        *maker.populations(),
        maker.plan(),
        *maker.facilities(),
        *maker.indicators(),
        *maker.figures(),
        *maker.projects(),
        *maker.allocations(),
    ]


def plan_id(published: PublishedPlan) -> str:
    county = published.county
    return stable_id("plan", county.code or county.name, published.title)


@dataclass(frozen=True)
class _Maker:
    published: PublishedPlan
    divisions: tuple[Division, ...]
    places: dict[str, InstitutionPlace]  # by the institution's name
    devices: dict[str, str]  # measure id by the Chinese name of the device

    def plan(self) -> Plan:
        p = self.published
        period = re.search("十[一二三四五六七八九]五", p.title)
        named = f"“{period.group()}”规划" if period else f"{p.target_year}年规划"
        return Plan(
            plan_id(p),
            f"{named}（公布）",
            p.title,
            p.document_number,
            p.baseline_year,
            p.target_year,
            p.rule_set,
            PlanState.DRAFT,  # the planner works on it; what is printed stays marked as published
            source=f"《{p.title}》{p.document_number}",
        )

    def populations(self) -> Iterator[Population]:
        for p in implied_populations(self.published):
            yield Population(
                p.year,
                PopulationGroup.RESIDENT,
                p.persons,
                PopulationOrigin.IMPLIED,
                f"床位{p.beds}张÷每千人口{p.rate}张×1000＝{p.persons}人；"
                f"按比率的修约区间为{p.least}—{p.most}人（{p.place}）",
            )

    def _facility_id(self, name: str) -> str:
        county = self.published.county
        return stable_id("facility", county.code or county.name, name)

    def facilities(self) -> Iterator[Facility]:
        listed = [(t, n, row) for t in self.published.layouts for n, row in enumerate(t.rows, 1)]
        for order, (table, n, row) in enumerate(listed, 1):
            yield self._facility(table, n, row, order)
        for order, unlisted in enumerate(unlisted_classes(self.published), len(listed) + 1):
            where = place(self.published.bed_standard.table, unlisted.row)
            yield Facility(
                self._facility_id(unlisted.name),
                unlisted.name,
                unlisted.facility_class,
                FacilityType.UNSPECIFIED,
                unlisted.ownership,
                order=order,
                is_group=True,
                source=f"{where}（规划只列合计，未列机构）",
            )

    def _facility(self, table: LayoutTable, n: int, row: LayoutRow, order: int) -> Facility:
        facility_class, facility_type, ownership = class_in_layout(table, row.name)
        its_place = self.places.get(row.name)
        township = None if its_place is None else its_place.township
        seat = None if township is None else township.place
        longitude, latitude = (None, None) if seat is None else seat
        site = is_assumed_emergency_site(facility_class, facility_type)
        where = place(table.table, n)
        notes = [EMERGENCY_ASSUMPTION] if site else []
        if its_place is not None and its_place.by_elimination:
            notes.append(ELIMINATION_ASSUMPTION)
        return Facility(
            self._facility_id(row.name),
            row.name,
            facility_class,
            facility_type,
            ownership,
            order=order,
            township=None if township is None else township.code,
            longitude=longitude,
            latitude=latitude,
            place_origin=None if seat is None else PlaceOrigin.APPROXIMATE,
            emergency_site=site,
            source=where if seat is None else f"{where}；{SEAT_PLACE}",
            note="；".join(notes),
        )

    def indicators(self) -> Iterator[Indicator]:
        table = self.published.indicators
        parent: str | None = None
        for n, row in enumerate(table.rows, 1):
            its_id = stable_id("indicator", plan_id(self.published), str(n))
            if not row.is_part:
                parent = its_id
            yield Indicator(
                its_id,
                plan_id(self.published),
                n,
                row.number,
                row.name,
                row.category,
                row.baseline,
                row.target,
                NATURES[row.nature],
                parent=parent if row.is_part else None,
                unit=row.unit,
                source=place(table.table, n),
            )

    def figures(self) -> Iterator[PublishedFigure]:
        cells = [
            *self._total_cells(),
            *self._standard_cells(),
            *self._area_cells(),
            *self._project_cells(),
            *(
                ("stated", s.subject, f"count {s.year}", s.text, "正文")
                for s in self.published.stated
            ),
        ]
        for order, (table, row, column, text, source) in enumerate(cells, 1):
            if text:
                yield PublishedFigure(
                    plan_id(self.published), table, row, column, order, text, source
                )

    def _total_cells(self) -> Iterator[tuple[str, str, str, str, str]]:
        for table in self.published.layouts:
            if table.total is not None:
                for basis, text in _by_basis(table.total):
                    column = self._column("beds", basis)
                    yield table.table, table.total.name, column, text, total_place(table.table)

    def _standard_cells(self) -> Iterator[tuple[str, str, str, str, str]]:
        table, p = self.published.bed_standard, self.published
        for n, row in enumerate(table.rows, 1):
            for column, text in (
                (self._column("beds", Basis.AUTHORISED), row.beds_baseline),
                (self._column("beds", Basis.PLANNED), row.beds_target),
                (f"rate {p.baseline_year}", row.rate_baseline),
                (f"rate {p.target_year}", row.rate_target),
            ):
                yield "bed-standard", row.name, column, text, place(table.table, n)

    def _area_cells(self) -> Iterator[tuple[str, str, str, str, str]]:
        table = self.published.equipment
        for n, name, institution, measure, basis, text in self._equipment():
            if institution is None:
                yield "equipment", name, self._column(measure, basis), text, place(table.table, n)

    def _project_cells(self) -> Iterator[tuple[str, str, str, str, str]]:
        table = self.published.projects
        if table.total is not None:
            where = total_place(table.table)
            for column in ("total_investment", "period_investment"):
                yield "projects", table.total.name, column, getattr(table.total, column), where

    def projects(self) -> Iterator[Project]:
        table = self.published.projects
        for n, row in enumerate(table.rows, 1):
            yield Project(
                stable_id("project", plan_id(self.published), str(n)),
                plan_id(self.published),
                n,
                row.number,
                row.name,
                row.nature,
                row.content,
                row.period,
                money(row.total_investment),
                money(row.period_investment),
                note=row.note,
                source=row.source or place(table.table, n),
            )

    def _column(self, measure: str, basis: Basis) -> str:
        return f"{measure} {basis} {self._year(basis)}"

    def _year(self, basis: Basis) -> int:
        p = self.published
        return p.target_year if basis is Basis.PLANNED else p.baseline_year

    def allocations(self) -> Iterator[Allocation]:
        for table in self.published.layouts:
            for n, row in enumerate(table.rows, 1):
                for basis, text in _by_basis(row):
                    where = place(table.table, n)
                    yield from self._allocation(row.name, "beds", basis, text, where, row.note)
        standard = self.published.bed_standard
        for unlisted in unlisted_classes(self.published):
            printed = standard.rows[unlisted.row - 1]
            for basis, text in (
                (Basis.AUTHORISED, printed.beds_baseline),
                (Basis.PLANNED, printed.beds_target),
            ):
                where = place(standard.table, unlisted.row)
                yield from self._allocation(unlisted.name, "beds", basis, text, where)
        equipment = self.published.equipment
        for n, _, institution, measure, basis, text in self._equipment():
            if institution is not None:
                where = place(equipment.table, n)
                yield from self._allocation(institution, measure, basis, text, where)

    def _allocation(
        self, name: str, measure: str, basis: Basis, text: str, source: str, note: str = ""
    ) -> Iterator[Allocation]:
        value = count(text)
        if value is not None:
            yield Allocation(
                plan_id(self.published),
                self._facility_id(name),
                measure,
                basis,
                self._year(basis),
                value,
                Origin.PUBLISHED,
                source,
                note,
            )

    def _equipment(self) -> Iterator[tuple[int, str, str | None, str, Basis, str]]:
        """(row, printed name, institution, measure id, basis, text); the institution is None for
        an area and for a device that the catalogue lacks, whose printed name is its measure."""
        table = self.published.equipment
        for n, row in enumerate(table.rows, 1):
            meant = equipment_institution(self.published, row.name)
            for device, (baseline, target) in zip(table.devices, row.cells, strict=True):
                institution = meant if device in self.devices else None
                measure = self.devices.get(device, device)
                yield n, row.name, institution, measure, Basis.ACTUAL, baseline
                yield n, row.name, institution, measure, Basis.PLANNED, target


def _by_basis(row: LayoutRow) -> tuple[tuple[Basis, str], ...]:
    return (
        (Basis.AUTHORISED, row.authorised),
        (Basis.ACTUAL, row.actual),
        (Basis.PLANNED, row.planned),
    )
