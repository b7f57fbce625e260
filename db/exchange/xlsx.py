"""Allocation tables as workbooks (.xlsx): what other parts of the program use of it."""

from db.exchange.xlsx_writing import write_allocation_workbook

__all__ = ["write_allocation_workbook"]
