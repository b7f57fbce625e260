from __future__ import annotations

from dataclasses import replace

import pytest

from models.discrepancy import Discrepancy, DiscrepancyKind
from models.plan import CountyInfo
from models.proofreading import proofread
from models.proofreading_text import text_discrepancies
from models.published import IndicatorRow, IndicatorTable, PublishedPlan, StatedCount

ROWS = (
    ("1", "人均预期寿命（岁）", "76.75", "79.3"),
    ("2", "每千人口医疗卫生机构床位数（张）", "5.02", "6.5"),
    ("", "其中：公立医院床位数（张）", "3", "4"),
    ("3", "重症床位数（张）", "0.03", "0.1"),
    ("4", "每千人口执业（助理）医师数（人）", "2.64", "3.2"),
    ("5", "每千人口中医类别执业（助理）医师数（人）", "0.4", "0.62"),
    ("6", "每万人口全科医生数（人）", "2.71", "4"),
    ("7", "床人（卫生人员）比", "1:1.2", "1:1.4"),
    ("8", "二级以上综合医院（含中医）设置老年医学科的比例（%）", "50", "≥60"),
    ("9", "每千人口拥有3岁以下婴幼儿托位数（个）", "1", "≥4.5"),
    ("10", "孕产妇死亡率（/10万）", "0", "≤10"),
    ("11", "医院平均住院日（天）", "8.2", "≤8"),
    ("12", "全县医院床位总数（张）", "1100", "1200"),
)
PLAN = PublishedPlan(
    CountyInfo("", "甲县"),
    "",
    "甲县卫生“十四五”规划",
    "",
    2020,
    2025,
    indicators=IndicatorTable(
        "专栏1",
        "专栏1 指标",
        tuple(IndicatorRow("", n, name, b, t, "预期性") for n, name, b, t in ROWS),
    ),
    stated=(StatedCount(2020, "卫生人员", "5000"),),
)
GOALS = (100, "二、总体要求")
PAST = (1, "（一）发展基础")


def found_in(*lines: str, after: tuple[int, str] = GOALS) -> list[Discrepancy]:
    prose = [after, *((after[0] + n, line) for n, line in enumerate(lines, 1))]
    return list(text_discrepancies(PLAN, prose))


def only(found: list[Discrepancy]) -> Discrepancy:
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("line", "row", "table", "text"),
    [
        ("到2025年，全县每千人口重症床位数达到0.06张。", 4, "0.1", "0.06张"),
        ("到2025年，每千人口床位数达到6张，其中公立医院床位数达到4.2张。", 3, "4", "4.2张"),
        ("按照床人（卫生人员）比1∶1.6和医护比1∶1.3的标准配置。", 8, "1:1.4", "1:1.6"),
        ("二级及以上综合性医院设立老年医学科的比例不低于50%。", 9, "≥60", "不低于50%"),
        ("到2025年，每千常住人口执业（助理）医生数达到３人。", 5, "3.2", "3人"),
        ("到2025年，每千人口中医类别执业（助理）医师0.8人。", 6, "0.62", "0.8人"),
        ("到2025年末，每万名居民受益，每万人口全科医师达5名。", 7, "4", "5名"),
        ("将每千人口重症床位数由0.03张提高到2025年的0.2张。", 4, "0.1", "0.2张"),
        ("到2025年，全县医院床位总数达到1,300张。", 13, "1200", "1,300张"),
        ("到2025年，人均预期寿命达到78岁左右。", 1, "79.3", "78岁左右"),
        ("按照床人（卫生人员）比、医护比分别不低于1:1.6、1:1.3的标准。", 8, "1:1.4", "不低于1:1.6"),
        (
            "到2025年，每千人口执业（助理）医师数和注册护士数分别达到3人和4人。",
            5,
            "3.2",
            "3人",
        ),
        (
            "到2025年，每千人口医疗卫生机构床位数的预期性指标为5.0—6.0张左右。",
            2,
            "6.5",
            "5.0—6.0张左右",
        ),
        ("到2025年，每千人口拥有3岁以下婴幼儿托位数达到4个。", 10, "≥4.5", "4个"),
        ("全县医院平均住院日控制在9天以内。", 12, "≤8", "9天以内"),
        ("到“十四五”末，全县人均预期寿命达到79岁。", 1, "79.3", "79岁"),
        ("每万人口全科医生数从2.71人提高到2025年的3.5人。", 7, "4", "3.5人"),
    ],
)
def test_a_target_of_the_text_is_not_that_of_the_table(
    line: str, row: int, table: str, text: str
) -> None:
    found = only(found_in(line))
    assert found.kind is DiscrepancyKind.TARGETS_DIFFER
    assert found.places == ("正文第101行", f"专栏1 第{row}行")
    name = ROWS[row - 1][1]
    assert found.figures == {"row": name, "year": "2025", "table": table, "text": text}
    assert found.quotes == (line, f"{name} {table}")


@pytest.mark.parametrize(
    "line",
    [
        "到2025年，全县每千人口重症床位数达到0.10张，其中公立医院床位数达到4张。",
        "二级以上综合医院设置老年医学科的比例达到60%以上。",
        "床人（卫生人员）比达到1:1.40。",
        "到2025年，每千人口医疗卫生机构床位数达到6—7张。",
        "到2025年，每千人口拥有3岁以下婴幼儿托位数达到4.5个。",
        "孕产妇死亡率小于10/10万。",
        "到2025年，人均预期寿命达到79岁左右。",
        "到2025年，全县医院床位总数达到1,200张。",
    ],
)
def test_the_same_target_in_other_words_is_no_contradiction(line: str) -> None:
    assert found_in(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "到2025年，全县每万人口重症床位数达到0.6张。",  # another base
        "到2025年，每千人口执业（助理）医师数达到3.2人（中医类别达到0.62人）。",
        "到2025年，每千人口精神科执业（助理）医师数达到0.1人。",  # another cadre
        "到2025年，重症床位达到200张，每千人口床位数提高。",  # a count, no rate
        "到2035年，人均预期寿命达到80岁左右。",  # another year
        "到2023年，每万人口全科医生数达到3人。",
        "到2025年，健康预期寿命达到70岁。",
        "到2025年，居民医疗机构床位数增长5%。",
        "每万人口全科医生数提高0.5个百分点。",
        "到2025年，65岁以上老年人健康管理率达到75%。",
        "目前，每万人口全科医生数达到3人。",  # what is, not what shall be
        "到2025年，全国每万人口全科医生数达到3.93人。",  # of the nation
        "按照国家要求，到2025年，每万人口全科医生数达到3.93人。",
        "到2025年，三级医院平均住院日控制在9天以内。",  # of some hospitals
        "到2025年，人均预期寿命和每万人口全科医生数分别达到79.3岁和4人。",
        "到2025年，城镇和农村人均预期寿命分别达到80岁、78岁。",
        "到2025年，人均预期寿命分别达到80岁和78岁。",
        "到2025年，二级以上综合医院设置感染性疾病科的比例达到100%。",
        "2020年，每万人口全科医生数为2.71人。下一步，每万人口全科医生数达到4人。",
    ],
)
def test_figures_of_something_else_contradict_nothing(line: str) -> None:
    assert found_in(line) == []


def test_one_name_with_two_rows_is_not_compared() -> None:
    rows = [IndicatorRow("", "1", name, "1", t, "") for name, t in (("某率（%）", "60"),) * 2]
    plan = PublishedPlan(
        PLAN.county, "", "", "", 2020, 2025, indicators=IndicatorTable("专栏1", "", tuple(rows))
    )
    assert list(text_discrepancies(plan, [GOALS, (2, "到2025年，某率达到50%。")])) == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("截至2020年底，每万人口全科医生数2.99人。", "2.99人"),
        ("2015年—2020年，每万人口全科医生数从1.38人增长至2.99人。", "2.99人"),
        ("每万人口全科医生数由2015年的1.38人提高到2020年2.99人。", "2.99人"),
    ],
)
def test_a_baseline_of_the_text_is_not_that_of_the_table(line: str, text: str) -> None:
    found = only(found_in(line, after=PAST))
    assert found.figures == {
        "row": "每万人口全科医生数（人）",
        "year": "2020",
        "table": "2.71",
        "text": text,
    }


@pytest.mark.parametrize(
    "line",
    [
        "截至2020年底，每万人口全科医生数2.7人。",  # rounder
        "截至2020年底，每万人口全科医生数2.71人。",
        "2020年，孕产妇死亡率从2015年的15.93/10万下降到14/10万以内。",  # 0 is within 14
        "2020年，人均预期寿命由2015年的74.88岁提高到76.75岁。",  # 74.88 is of 2015
        "每万人口全科医生数达到2.99人。",  # no year
        "2019年，每万人口全科医生数2.5人。",
        "2020年，每万人口全科医生数3人左右。",
    ],
)
def test_what_was_measured_may_be_rounded_or_bounded(line: str) -> None:
    assert found_in(line, after=PAST) == []


def with_staff_in_wan(baseline: str, target: str) -> PublishedPlan:
    row = IndicatorRow("", "1", "公共卫生机构人员数（万人）", baseline, target, "预期性")
    table = IndicatorTable("专栏1", "专栏1 指标", (row,))
    stated = (StatedCount(2020, "卫生人员", "5000"), StatedCount(2020, "床位", "4000"))
    return PublishedPlan(PLAN.county, "", "", "", 2020, 2025, indicators=table, stated=stated)


STAFF = (5, "截至2020年底，全县床位4000张，卫生人员5000人。")


def test_a_count_in_wan_exceeds_all_health_staff() -> None:
    # 5.14 × 10,000 = 51,400 of 5,000.
    found = only(list(text_discrepancies(with_staff_in_wan("5.14", ""), [PAST, STAFF])))
    assert found.kind is DiscrepancyKind.UNIT_IMPOSSIBLE
    assert found.places == ("专栏1 第1行", "正文第5行")
    assert found.figures == {
        "row": "公共卫生机构人员数（万人）",
        "printed": "5.14万人",
        "limit": "5000",
        "limit_name": "卫生人员",
    }
    assert found.quotes == ("公共卫生机构人员数（万人） 5.14", STAFF[1])


def test_a_count_of_the_text_exceeds_all_health_staff() -> None:
    line = (6, "2020年，全县注册护士达到0.6万人。")
    found = only(list(text_discrepancies(PLAN, [PAST, STAFF, line])))
    assert (found.kind, found.figures["printed"]) == (DiscrepancyKind.UNIT_IMPOSSIBLE, "0.6万人")
    assert found.places == ("正文第6行", "正文第5行")


def test_a_count_of_the_table_exceeds_the_residents_that_the_text_states() -> None:
    # 41.07万 is at most 410,750 residents; 42万 beds are more.
    lines = ((5, "全国总人口141178万人。"), (6, "全县常住人口为41.07万人，总人口40万人。"))
    plan = with_beds_in_wan("42", "41.05")
    found = only(list(text_discrepancies(plan, lines)))
    assert found.kind is DiscrepancyKind.UNIT_IMPOSSIBLE
    assert found.places == ("专栏1 第1行", "正文第6行")
    assert found.figures == {
        "row": "医疗机构床位数（万张）",
        "printed": "42万张",
        "limit": "410750",
        "limit_name": "常住人口",
    }
    assert list(text_discrepancies(plan, lines[:1])) == []  # of the nation
    assert list(text_discrepancies(plan, [(5, "全县常住人口增加2万人。")])) == []


def with_beds_in_wan(baseline: str, target: str) -> PublishedPlan:
    row = IndicatorRow("", "1", "医疗机构床位数（万张）", baseline, target, "预期性")
    money = IndicatorRow("", "2", "健康服务业规模（万元）", "900000", "990000", "预期性")
    return replace(PLAN, indicators=IndicatorTable("专栏1", "专栏1 指标", (row, money)), stated=())


def test_possible_counts_in_wan_are_let_be() -> None:
    plan = with_staff_in_wan("0.05", "0.1")
    lines = (
        "到2025年，公共卫生机构人员数增长到0.1万。",
        "2020年，注册护士0.5万人。",
        "2020年，医护人员服务居民41.07万人次，建立档案41.07万份。",
        "2020年，全国卫生人员1347.5万人。",
    )
    prose = [PAST, STAFF, *((n, line) for n, line in enumerate(lines, 6))]
    assert list(text_discrepancies(plan, prose)) == []


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("到2030年共建设15个重点专科。", "2030"),
        ("加强建设，力争到2020年建成标准化中心。", "2020"),
        ("2026年底前完成迁建。", "2026"),
    ],
)
def test_a_goal_for_a_year_outside_the_period(line: str, year: str) -> None:
    found = only(found_in(line))
    assert found.kind is DiscrepancyKind.YEAR_OUTSIDE
    assert found.figures == {"year": year, "first": "2021", "last": "2025"}
    assert (found.places, found.quotes) == (("正文第101行",), (line,))


@pytest.mark.parametrize(
    "line",
    [
        "到2025年建成标准化中心。",
        "到2023年建成标准化中心。",
        "到2035年，基本实现现代化。",
        "展望未来，到2030年建成健康中国。",
        "落实《健康中国行动》，到2030年实现目标。",
        "预期寿命从2015年的75岁到2020年的77岁，提高2岁。",
        "到2020年，已建成标准化中心。",
    ],
)
def test_the_long_range_goal_and_other_documents_are_no_slips(line: str) -> None:
    assert found_in(line) == []


def test_what_has_been_is_no_goal() -> None:
    assert found_in("到2019年，建成标准化中心。", after=PAST) == []


def test_quotes_are_no_longer_than_a_line_and_hold_the_figure() -> None:
    line = (
        "加强重症医学科建设，" * 20 + "到2025年，每千人口重症床位数达到0.06张，" + "提高质量，" * 20
    )
    said = only(found_in(line)).quotes[0]
    assert len(said) <= 60
    assert "重症床位数达到0.06张" in said


def test_proofreading_a_plan_reads_its_text_where_there_is_one() -> None:
    prose = [GOALS, (101, "到2025年，每千人口重症床位数达到0.06张。")]
    kinds = [found.kind for found in proofread(PLAN, prose)]
    assert kinds == [*(found.kind for found in proofread(PLAN)), DiscrepancyKind.TARGETS_DIFFER]


def test_a_target_of_beds_is_one_of_authorised_beds() -> None:
    row = IndicatorRow("", "1", "每千人口医疗卫生机构编制床位数（张）", "6.15", "7.27", "预期性")
    plan = replace(PLAN, indicators=IndicatorTable("专栏1", "专栏1 指标", (row,)))
    lines = (
        "2020年，每千人口医疗卫生机构床位数达到6.78张。",  # those that stand
        "到2025年，每千人口医疗卫生机构床位数达到7.72张。",
    )
    found = only(list(text_discrepancies(plan, [PAST, *enumerate(lines, 6)])))
    assert found.kind is DiscrepancyKind.TARGETS_DIFFER
    assert (found.figures["table"], found.figures["text"]) == ("7.27", "7.72张")
