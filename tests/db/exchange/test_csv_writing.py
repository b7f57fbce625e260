from __future__ import annotations

from pathlib import Path

from db.exchange.csv_writing import write_table_csv
from models.plan_document import Kind, PlanTable, TableColumn, TableRow


def test_cells_are_written_as_they_are_printed(tmp_path: Path) -> None:
    columns = (TableColumn("机构", 10), TableColumn("床位", 10, Kind.COUNT))
    rows = (TableRow(("甲，乙\n医院", 0)), TableRow(('"丙"', None)))
    path = tmp_path / "表.csv"
    write_table_csv(path, PlanTable("表", "表", columns, rows))
    assert path.read_bytes().decode("utf-8-sig").splitlines() == [
        "机构,床位", '"甲，乙', '医院",0', '"""丙""",—'
    ]  # fmt: skip
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")  # for Excel
