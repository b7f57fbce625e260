"""Tables whose rows are records with printed texts: indicators and projects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from models.cell_values import cell_value
from models.county import stable_id
from models.errors import Reason
from models.facility_reading import TOTALS
from models.import_ledger import Ledger
from models.importing import Note
from models.measure import exact
from models.plan import Indicator, Nature, Project
from models.published import INVESTMENT, NATURES
from models.source_table import SourceCell, key
from models.table_columns import Role
from models.table_recognition import FoundTable

_MONEY_UNITS = frozenset({"万元", "10,000yuan"})
_NATURE_WORDS = {key(word): nature for word, nature in NATURES.items()} | {
    str(nature): nature for nature in Nature
}


class _RowReader:
    """The texts of a row by role; a cell merged into one above shows the text of that one."""

    def __init__(self, ledger: Ledger, table: FoundTable) -> None:
        self.ledger, self.table, self.source = ledger, table, table.source
        self.columns: dict[Role, int] = {
            u.role: c for c, u in enumerate(table.uses) if u.role is not Role.IGNORED
        }
        self.rows = 0

    def body(self) -> Iterator[tuple[int, dict[Role, str]]]:
        """The rows that hold more than their first column, which alone is a note under a table."""
        ledger, source = self.ledger, self.source
        for row in self.table.body:
            texts = {role: _plain(source.text(row, c)) for role, c in self.columns.items()}
            filled = [cell for cell in source.rows[row] if cell.text]
            if not filled and not any(texts.values()):
                continue
            where = f"{source.name}!{source.row_number(row)}"
            name = texts[Role.NAME]
            if row in source.hidden:
                if not ledger.choices.take_hidden:
                    ledger.leave(where, name, "hidden-row")
                    continue
                ledger.tell(self.table, row, self.columns[Role.NAME], name, Note.HIDDEN_ROW)
            if len(filled) <= 1 and not texts[Role.NAME]:
                ledger.leave(where, " ".join(c.text for c in filled), "note")
                continue
            yield row, texts

    def cell(self, row: int, role: Role) -> SourceCell | None:
        column = self.columns.get(role)
        return None if column is None else self.source.cell(row, column)

    def where(self, row: int) -> str:
        place = self.source.place(row, self.columns[Role.NAME])
        return f"{self.ledger.source} {place}"

    def refuse(self, row: int, role: Role, text: str, reason: Reason) -> None:
        self.ledger.refuse(self.table, row, self.columns[role], text, reason)

    def text(self, row: int, role: Role, texts: dict[Role, str], before: str) -> str:
        """The text of a cell; what stands in the county where it is blank, or the same."""
        cell = self.cell(row, role)
        if cell is not None and cell.is_missing:
            self.refuse(row, role, cell.formula, Reason.NO_RESULT)
        text = texts.get(role, "")
        return before if not text or text == _plain(before) else text


class IndicatorReader(_RowReader):
    """Reads a table of indicators; rows are found by their names, under the same row above.

    A row without a number, or named 其中…, is a sub-row of the one above it that is neither. What
    is not found is added behind the others; nothing is removed. A blank cell changes nothing.
    """

    def read(self) -> int:
        unread = self.ledger.county.indicators(self.ledger.plan.id)
        order = max((i.order for i in unread), default=0)
        parent: str | None = None
        category = ""
        for row, texts in self.body():
            name, number = texts[Role.NAME], texts.get(Role.NUMBER, "")
            category = texts.get(Role.CATEGORY) or category
            if not name:
                self.refuse(row, Role.NAME, "", Reason.EMPTY)
                continue
            has_numbers = Role.NUMBER in self.columns
            is_sub = name.startswith("其中") or (has_numbers and not number)
            its_parent = parent if is_sub else None
            before = _taken(unread, name, number if has_numbers else None, its_parent)
            nature = self._nature(row, texts, before)
            if nature is None:
                continue
            self.rows += 1
            if before is None:
                order += 1
                after = self._new(row, texts, order, its_parent, category, nature)
            else:
                after = self._changed(row, texts, before, nature)
            self.ledger.put(before, after)
            if not is_sub:
                parent = after.id
        return self.rows

    def _nature(self, row: int, texts: dict[Role, str], before: Indicator | None) -> Nature | None:
        """The nature that the row states; expected where the table has no column of it."""
        text = texts.get(Role.NATURE, "")
        if text in ("", "—", "——", "-"):
            if before is not None:
                return before.nature
            if Role.NATURE not in self.columns:
                return Nature.EXPECTED
            self.refuse(row, Role.NATURE, text, Reason.EMPTY)
            return None
        nature = _NATURE_WORDS.get(key(text)) or _NATURE_WORDS.get(key(text) + "性")
        if nature is None:
            self.refuse(row, Role.NATURE, text, Reason.UNKNOWN_CHOICE)
        return nature

    def _new(
        self, row: int, texts: dict[Role, str], order: int, parent: str | None, category: str,
        nature: Nature,
    ) -> Indicator:  # fmt: skip
        plan_id = self.ledger.plan.id
        its_id = stable_id("indicator", plan_id, str(order))
        if (its_id,) in self.ledger.county.table(Indicator):
            its_id = stable_id("indicator", plan_id, str(order), texts[Role.NAME])
        return Indicator(
            its_id,
            plan_id,
            order,
            texts.get(Role.NUMBER, ""),
            texts[Role.NAME],
            category,
            texts.get(Role.BASELINE, ""),
            texts.get(Role.TARGET, ""),
            nature,
            parent,
            texts.get(Role.UNIT, ""),
            source=self.where(row),
        )

    def _changed(
        self, row: int, texts: dict[Role, str], before: Indicator, nature: Nature
    ) -> Indicator:
        after = replace(
            before,
            number=self.text(row, Role.NUMBER, texts, before.number),
            category=self.text(row, Role.CATEGORY, texts, before.category),
            baseline=self.text(row, Role.BASELINE, texts, before.baseline),
            target=self.text(row, Role.TARGET, texts, before.target),
            unit=self.text(row, Role.UNIT, texts, before.unit),
            nature=nature,
        )
        return after if after == before else replace(after, source=self.where(row))


class ProjectReader(_RowReader):
    """Reads a table of capital projects; rows are found by their names, in order.

    Investments are in 万元. The 合计 row, wherever it stands, is no project: printed sums are
    computed. What is not found is added behind the others; nothing is removed.
    """

    def read(self) -> int:
        unread = self.ledger.county.projects(self.ledger.plan.id)
        order = max((p.order for p in unread), default=0)
        for row, texts in self.body():
            if {key(texts[Role.NAME]), key(texts.get(Role.NUMBER, ""))} & TOTALS:
                name = texts[Role.NAME] or texts[Role.NUMBER]
                self.ledger.tell(self.table, row, self.columns[Role.NAME], name, Note.TOTAL_ROW)
                continue
            if not texts[Role.NAME]:
                self.refuse(row, Role.NAME, "", Reason.EMPTY)
                continue
            self.rows += 1
            before = _project_taken(unread, texts[Role.NAME], texts.get(Role.NUMBER))
            if before is None:
                order += 1
            self._read_project(row, texts, before, order)
        return self.rows

    def _read_project(
        self, row: int, texts: dict[Role, str], before: Project | None, order: int
    ) -> None:
        plan_id = self.ledger.plan.id
        name = texts[Role.NAME]
        start = before or Project(
            stable_id("project", plan_id, str(order), name), plan_id, order, "", name,
            source=self.where(row),
        )  # fmt: skip
        after = replace(
            start,
            number=self.text(row, Role.NUMBER, texts, start.number),
            nature=self.text(row, Role.NATURE, texts, start.nature),
            content=self.text(row, Role.CONTENT, texts, start.content),
            period=self.text(row, Role.PERIOD, texts, start.period),
            note=self.text(row, Role.REMARK, texts, start.note),
            total_investment=self._money(row, Role.TOTAL_INVESTMENT, start.total_investment),
            period_investment=self._money(row, Role.PERIOD_INVESTMENT, start.period_investment),
        )
        if before is not None and after != before:
            after = replace(after, source=self.where(row))
        self.ledger.put(before, after)

    def _money(self, row: int, role: Role, before: Decimal | None) -> Decimal | None:
        cell = self.cell(row, role)
        if cell is None:
            return before
        found = cell_value(cell, INVESTMENT, _MONEY_UNITS, self.source.typed)
        if found.refused is not None:
            self.refuse(row, role, cell.text or cell.formula, found.refused)
        for note in found.notes:
            self.ledger.tell(self.table, row, self.columns[role], cell.text, note)
        if found.value is None:
            return before
        is_same = before is not None and exact(before) == found.value
        return before if is_same else found.value


def _taken(
    unread: list[Indicator], name: str, number: str | None, parent: str | None
) -> Indicator | None:
    """The indicator that a row means, taken out of those not read yet.

    Of several with the name, the one under the same row and with the same number comes first.
    """
    named = [i for i in unread if key(i.name) == key(name)]
    if number is not None:  # a sub-row is never a numbered row of the same name
        named = [i for i in named if bool(i.number) == bool(number)] or named
    best = max(
        named,
        key=lambda i: (i.parent == parent, number is not None and _plain(i.number) == number),
        default=None,
    )
    if best is not None:
        unread.remove(best)
    return best


def _project_taken(unread: list[Project], name: str, number: str | None) -> Project | None:
    named = [p for p in unread if key(p.name) == key(name)]
    best = max(named, key=lambda p: _plain(p.number) == (number or ""), default=None)
    if best is not None:
        unread.remove(best)
    return best


def _plain(text: str) -> str:
    """A text without the spaces at its ends, its line ends written in one way."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
