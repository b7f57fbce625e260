"""Reads capital projects: from their table, and from the boxes of running text that name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from db.exchange.plan_sheet import TOTALS, Recognised, Sheet, has_groups, subtotal_of
from models.layout import Layout
from models.published import ProjectRow, ProjectTable, Subtotal
from models.table_columns import ROLES, ColumnUse

_BOX_TITLE = re.compile("^[\u4e00-\u9fff]{2,20}重大项目$")
_BOX_END = re.compile(r"^[)）]")
_PLACE = "[\u4e00-\u9fff]{1,12}?"
_INSTITUTION = f"{_PLACE}(?:医院|卫生院|服务中心)"
_SEVERAL = rf"{_INSTITUTION}(?:[、和]{_INSTITUTION})*"
_DEED = "改扩建或新建|新建|改扩建|扩建|改造"
_BUILT = re.compile(rf"^(?P<deed>{_DEED})(?P<names>{_SEVERAL})$")
_MOVED = re.compile(rf"^(?:积极争取)?(?P<names>{_SEVERAL})(?:整体)?(?P<deed>迁建)项目$")
_BUILDING = re.compile(rf"^(?P<name>{_INSTITUTION}[\u4e00-\u9fff]{{2,12}})(?P<deed>建设)项目$")
_CLINICS = re.compile(
    r"新建(?P<count>\d+)所面积不低于(?P<area>\d+)平方米的标准化村卫生室[（(](?P<names>[^（()）]+)[）)]"
)


def read_projects(sheet: Sheet) -> Recognised | None:
    """The table as one of projects; None where its heading is another's."""
    name = sheet.find("^(建设)?项目(名称)?$")
    period_money = sheet.find("(预计|计划|期间).*投资|投资.*(预计|计划|期间)")
    money = [i for i, c in enumerate(sheet.columns) if "投资" in c and i != period_money]
    nature, content = sheet.find("性质"), sheet.find("(规模|内容)")
    if name is None or len(money) != 1 or (nature is None and content is None):
        return None
    roles = (
        sheet.find("^序号$"),
        name,
        nature,
        content,
        sheet.find("年限|年度|时间|工期|周期"),
        money[0],
        period_money,
        sheet.find("^备注$"),
    )
    sheet.take_columns(dict(zip(roles, map(ColumnUse, ROLES[Layout.PROJECTS]), strict=True)))
    total = _total(sheet, [i for i in (money[0], period_money) if i is not None])
    rows: list[ProjectRow] = []
    subtotals: list[Subtotal] = []
    printed = [
        (cells, ProjectRow(*("" if r is None else cells[r] for r in roles)))
        for cells in sheet.rows()
    ]
    groups = has_groups([row for _, row in printed])
    for n, (cells, row) in enumerate(printed, 1):
        subtotal = subtotal_of(row, _amounts(row), len(rows), groups=groups)
        if row.name in TOTALS or row.number in TOTALS:
            total = ProjectRow("", "合计", "", "", "", *_amounts(row))
        elif subtotal is not None:
            subtotals.append(subtotal)
            sheet.aside.append((n, " | ".join(cells), "subtotal"))
        else:
            rows.append(row)
    headings = (
        sheet.columns[money[0]],
        "" if period_money is None else sheet.columns[period_money],
    )
    table = ProjectTable(sheet.name, sheet.title, tuple(rows), headings, total, tuple(subtotals))
    return Recognised(table)


def _amounts(row: ProjectRow) -> tuple[str, str]:
    return row.total_investment, row.period_investment


def _total(sheet: Sheet, money: list[int]) -> ProjectRow | None:
    """The 合计 row whose cells are merged: its figures are those of the columns of money, in order.

    Taken out of the sheet; None where there is none, or its figures are more or fewer.
    """
    for n, cells in enumerate(sheet.body):
        filled = [cell for cell in cells if cell]
        if len(cells) < len(sheet.columns) and filled[0] in TOTALS:
            if len(filled) != 1 + len(money):
                return None
            del sheet.body[n]
            figures = dict(zip(sorted(money), filled[1:], strict=True))
            first, second = [figures[i] for i in money] + [""] * (2 - len(money))
            return ProjectRow("", "合计", "", "", "", first, second)
    return None


def projects_of_boxes(prose: Iterable[tuple[int, str]]) -> tuple[int, ProjectTable] | None:
    """The projects that boxes of running text (…重大项目) name: institutions to be built or moved.

    A box has items such as 乡镇卫生院迁建和改扩建项目：… . One project for each institution named;
    where a count is printed that the names do not come to, none. With the line of the first box
    that names any; None where none does.
    """
    rows: list[ProjectRow] = []
    boxes: dict[str, int] = {}
    for line, title, text in _boxes(prose):
        found = list(_named(title, text))
        rows.extend(found)
        if found:
            boxes.setdefault(title, line)
    if not rows:
        return None
    title = "、".join(boxes)
    return min(boxes.values()), ProjectTable(title, title, tuple(rows))


def _boxes(prose: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str, str]]:
    """(line, title, text without line breaks) of each box; a bracket closes it."""
    start, title, text = 0, "", ""
    for number, line in prose:
        if _BOX_TITLE.match(line):
            start, title, text = number, line, ""
        elif title and _BOX_END.match(line):
            yield start, title, text
            title = ""
        elif title:
            text += re.sub(r"\s", "", line)


def _named(title: str, text: str) -> Iterator[ProjectRow]:
    for item, content in _items(text):
        source = f"{title}：{item}"
        for clause in re.split("[，。；]", content):
            several = _BUILT.match(clause) or _MOVED.match(clause)
            building, clinics = _BUILDING.match(clause), _CLINICS.search(clause)
            if several is not None:
                deed = several["deed"]
                for name in _names(several["names"]):
                    yield ProjectRow("", f"{name}{deed}", deed, source=source)
            elif building is not None:
                name, deed = building["name"], building["deed"]
                yield ProjectRow("", f"{name}{deed}", deed, source=source)
            elif clinics is not None and len(_names(clinics["names"])) == int(clinics["count"]):
                note = f"标准化村卫生室，面积不低于{clinics['area']}平方米"
                for name in _of_villages(_names(clinics["names"])):
                    yield ProjectRow("", f"{name}卫生室新建", "新建", note=note, source=source)


def _items(text: str) -> list[tuple[str, str]]:
    """(name, content) of the items of a box: 县域医疗中心建设项目：… ."""
    parts = re.split("(?:^|(?<=[。）]))([^。：；，]{4,40}?)：", text)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def _names(text: str) -> list[str]:
    return re.split("[、和]", text)


def _of_villages(names: list[str]) -> list[str]:
    """Each village with its township: 红崖子乡水泉子村、王家沟村 are both of 红崖子乡."""
    full, township = [], ""
    for name in names:
        of = re.match("^[\u4e00-\u9fff]{1,6}?(?:街道|镇|乡)", name)
        township = of.group() if of else township
        full.append(name if of else f"{township}{name}")
    return full
