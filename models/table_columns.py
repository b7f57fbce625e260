"""What a column of a source table holds, told by the words of its heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.layout import Layout
from models.measure import Basis, Measure
from models.plan import Plan
from models.source_table import key

BEDS = "beds"


class Role(StrEnum):
    """What a column is for. IGNORED: nothing of it is taken."""

    IGNORED = "ignored"
    NUMBER = "number"
    NAME = "name"
    REMARK = "remark"
    VALUE = "value"  # a measure on a basis for a year
    RATE = "rate"  # beds per 1,000 residents of a year
    CATEGORY = "category"
    UNIT = "unit"
    BASELINE = "baseline"
    TARGET = "target"
    NATURE = "nature"
    CONTENT = "content"
    PERIOD = "period"
    TOTAL_INVESTMENT = "total-investment"
    PERIOD_INVESTMENT = "period-investment"


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """The role of a column; `measure`, `basis` and `year` only where it is VALUE (RATE: year)."""

    role: Role
    measure: str = ""
    basis: Basis | None = None
    year: int = 0

    def __str__(self) -> str:
        """As the settings remember it: `value beds planned 2025`."""
        parts = [self.role, self.measure, self.basis or "", str(self.year or "")]
        return " ".join(part for part in parts if part)

    @classmethod
    def parse(cls, text: str) -> ColumnUse:
        """The use that `str` wrote. Raises ValueError for anything else."""
        role, *rest = text.split()
        match Role(role), rest:
            case Role.VALUE, [measure, basis, year]:
                return cls(Role.VALUE, measure, Basis(basis), int(year))
            case Role.RATE, [year]:
                return cls(Role.RATE, year=int(year))
            case other, [] if other not in (Role.VALUE, Role.RATE):
                return cls(other)
        raise ValueError(text)


IGNORED = ColumnUse(Role.IGNORED)
NAME = ColumnUse(Role.NAME)

# The roles that the columns of a layout can have, in the order in which it prints them.
ROLES: dict[Layout, tuple[Role, ...]] = {
    Layout.INDICATORS: (
        Role.CATEGORY, Role.NUMBER, Role.NAME, Role.UNIT, Role.BASELINE, Role.TARGET, Role.NATURE,
    ),
    Layout.BED_STANDARD: (Role.NAME, Role.VALUE, Role.RATE),
    Layout.THREE_COLUMN: (Role.NUMBER, Role.NAME, Role.VALUE, Role.REMARK),
    Layout.ONE_COLUMN: (Role.NUMBER, Role.NAME, Role.VALUE, Role.REMARK),
    Layout.EQUIPMENT: (Role.NUMBER, Role.NAME, Role.VALUE, Role.REMARK),
    Layout.PROJECTS: (
        Role.NUMBER, Role.NAME, Role.NATURE, Role.CONTENT, Role.PERIOD, Role.TOTAL_INVESTMENT,
        Role.PERIOD_INVESTMENT, Role.REMARK,
    ),
}  # fmt: skip

FACILITY_NAMES = frozenset({
    "机构", "机构名称", "医疗机构", "医疗机构名称", "医疗卫生机构", "医疗卫生机构名称", "单位",
    "单位名称", "名称", "区域", "区域(机构)", "医院名称", "卫生院名称",
    "facility", "facilityname", "institution", "areaorfacility",
})  # fmt: skip
_NUMBERS = {"序号", "编号", "no.", "no"}
_REMARKS = {"备注", "说明", "remarks", "remark", "note", "notes"}
_INDICATOR_NAMES = {"指标", "指标名称", "主要指标", "指标内容", "indicator"}
_PROJECT_NAMES = {"项目名称", "建设项目", "建设项目名称", "project", "projectname"}
_CLASS_NAMES = {"机构类别", "机构分类", "facilityclass", "class"}
_CATEGORIES = {"类别", "类型", "领域", "分类", "category"}
_UNITS = {"单位", "计量单位", "unit"}
_NATURES = {"指标性质", "属性", "指标属性", "性质", "nature"}
NAME_WORDS = FACILITY_NAMES | _INDICATOR_NAMES | _PROJECT_NAMES | _CLASS_NAMES

# A heading is one of a measure where nothing but these words is left beside its name, so that
# “每千人口床位” or “床位使用率” is not taken for beds.
_FILLING = re.compile(
    r"(?:19|20)\d\d年?(?:末|底)?|现有|目前|现状|规划|目标|编制|核定|实有|配置|人数|总数|数量|数|值|量|\(.*?\)|[,:()]"
    r"|planned|target|authorised|authorized|actual|existing|number|of"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


class ColumnReader:
    """Tells what headings mean, for the years of a plan and the measures of a catalogue."""

    def __init__(self, plan: Plan, measures: Mapping[str, Measure]) -> None:
        self.plan, self.measures = plan, measures
        names = [
            (key(name), measure.id)
            for measure in measures.values()
            for name in (measure.zh, measure.en)
            if name
        ]
        self._names = sorted(names, key=lambda entry: -len(entry[0]))
        self._seen: dict[str, ColumnUse | None] = {}

    def layout_of(self, headings: Iterable[str]) -> Layout | None:
        """The layout that a row of headings belongs to; None where it is no heading."""
        words = {key(text) for text in headings}
        if words & _INDICATOR_NAMES and any(
            self._indicator_use(word).role in (Role.BASELINE, Role.TARGET) for word in words
        ):
            return Layout.INDICATORS
        if words & _PROJECT_NAMES:
            is_project = any("投资" in w or "建设" in w or "investment" in w for w in words)
            return Layout.PROJECTS if is_project else None
        uses = [use for word in words if (use := self.value_use(word)) is not None]
        if words & _CLASS_NAMES and uses:
            return Layout.BED_STANDARD
        if not words & FACILITY_NAMES or not uses:
            return None
        groups = {self.measures[use.measure].group for use in uses}
        if "equipment" in groups:
            return Layout.EQUIPMENT
        is_single = len(uses) == 1 and uses[0].basis is Basis.PLANNED
        return Layout.ONE_COLUMN if is_single else Layout.THREE_COLUMN

    def uses(self, layout: Layout, headings: Iterable[str]) -> tuple[ColumnUse, ...]:
        """The use of each column of a table in a layout."""
        words = [key(text) for text in headings]
        match layout:
            case Layout.INDICATORS:
                found = [self._indicator_use(word) for word in words]
            case Layout.PROJECTS:
                found = [_project_use(word) for word in words]
            case Layout.BED_STANDARD:
                found = [self._standard_use(word) for word in words]
            case _:
                found = self._facility_uses(words)
        return tuple(_first_name_only(found))

    def value_use(self, word: str) -> ColumnUse | None:
        """The figure of a measure that a heading speaks of; None for other things."""
        if word not in self._seen:
            self._seen[word] = self._value_use(word)
        return self._seen[word]

    def is_wrong_year(self, use: ColumnUse) -> bool:
        """Whether a figure of that year has no place in the plan: what is planned lies after the
        baseline year, what is there not before it, and nothing after the target year."""
        if use.role is Role.RATE:
            return use.year not in (self.plan.baseline_year, self.plan.target_year)
        if use.role is not Role.VALUE:
            return False
        first = self.plan.baseline_year + (use.basis is Basis.PLANNED)
        return not first <= use.year <= self.plan.target_year

    def _value_use(self, word: str) -> ColumnUse | None:
        for name, measure in self._names:
            if name in word and not _FILLING.sub("", word.replace(name, "", 1)):
                basis = _basis(word.replace(name, "", 1), self.measures[measure].group == "beds")
                return self._dated(word, measure, basis)
        if word in ("床位", "bed", "beds") or not word:
            return None
        if ("床" in word or "bed" in word) and not _FILLING.sub(
            "", re.sub("床位|床|beds?", "", word)
        ):
            return self._dated(word, BEDS, _basis(word, True))
        return None

    def _dated(self, word: str, measure: str, basis: Basis | None) -> ColumnUse | None:
        named = _YEAR.search(word)
        year = int(named[0]) if named else None
        if basis is None and year is not None and self.measures[measure].group != "beds":
            basis = Basis.PLANNED if year > self.plan.baseline_year else Basis.ACTUAL
        if basis is None:
            return None
        usual = self.plan.target_year if basis is Basis.PLANNED else self.plan.baseline_year
        if basis is Basis.AUTHORISED and year == self.plan.target_year:
            return None  # authorised in the target year: planned, or a misprint?
        return ColumnUse(Role.VALUE, measure, basis, usual if year is None else year)

    def _facility_uses(self, words: list[str]) -> list[ColumnUse]:
        found = []
        for word in words:
            if word in FACILITY_NAMES:
                found.append(NAME)
            elif word in _NUMBERS:
                found.append(ColumnUse(Role.NUMBER))
            elif word in _REMARKS:
                found.append(ColumnUse(Role.REMARK))
            else:
                found.append(self.value_use(word) or IGNORED)
        return found

    def _indicator_use(self, word: str) -> ColumnUse:
        for words, role in (
            (_INDICATOR_NAMES, Role.NAME),
            (_CATEGORIES, Role.CATEGORY),
            (_NUMBERS, Role.NUMBER),
            (_UNITS, Role.UNIT),
            (_NATURES, Role.NATURE),
        ):
            if word in words:
                return ColumnUse(role)
        year = _YEAR.search(word)
        if year is not None:
            if int(year[0]) == self.plan.baseline_year:
                return ColumnUse(Role.BASELINE)
            return ColumnUse(Role.TARGET) if int(year[0]) == self.plan.target_year else IGNORED
        if re.search("实际|现状|基期|基线|baseline|actual", word):
            return ColumnUse(Role.BASELINE)
        return ColumnUse(Role.TARGET) if re.search("目标|规划值|target", word) else IGNORED

    def _standard_use(self, word: str) -> ColumnUse:
        if word in _CLASS_NAMES:
            return NAME
        year = _YEAR.search(word)
        if year is None:
            return IGNORED
        number = int(year[0])
        if "每千" in word or "per1,000" in word:
            return ColumnUse(Role.RATE, year=number)
        if "床" not in word and "bed" not in word:
            return IGNORED
        is_target = number > self.plan.baseline_year
        return ColumnUse(Role.VALUE, BEDS, Basis.PLANNED if is_target else Basis.AUTHORISED, number)


def _basis(word: str, is_bed: bool) -> Basis | None:
    """规划编制床位 is planned, although 编制 is in it; 现有 is the actual of all but beds."""
    for basis, signs in (
        (Basis.PLANNED, ("规划", "目标", "planned", "target")),
        (Basis.ACTUAL, ("实有", "actual")),
        (Basis.AUTHORISED, ("编制", "核定", "authorised", "authorized")),
    ):
        if any(sign in word for sign in signs):
            return basis
    is_present = any(sign in word for sign in ("现有", "目前", "现状", "existing"))
    return Basis.ACTUAL if is_present and not is_bed else None


def _project_use(word: str) -> ColumnUse:
    for words, role in (
        (_PROJECT_NAMES, Role.NAME),
        (_NUMBERS, Role.NUMBER),
        (_REMARKS, Role.REMARK),
    ):
        if word in words:
            return ColumnUse(role)
    for pattern, role in (
        ("总投资|totalinvestment", Role.TOTAL_INVESTMENT),
        ("预计投资|期间投资|期内投资|五.*投资|investmentintheplan", Role.PERIOD_INVESTMENT),
        ("建设性质|^性质|^nature|kindofwork", Role.NATURE),
        ("内容|规模|content", Role.CONTENT),
        ("年限|起止|时间|period", Role.PERIOD),
    ):
        if re.search(pattern, word):
            return ColumnUse(role)
    return IGNORED


def _first_name_only(uses: list[ColumnUse]) -> list[ColumnUse]:
    """A role that a row has once is that of the first column with it."""
    seen: set[ColumnUse] = set()
    found = []
    for use in uses:
        is_repeated = use in seen and use.role not in (Role.VALUE, Role.RATE)
        found.append(IGNORED if is_repeated else use)
        seen.add(use)
    return found
