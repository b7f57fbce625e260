"""Allocation tables as workbooks (.xlsx): what other parts of the program use of it."""

from db.exchange.xlsx_reading import read_allocation_workbook
from db.exchange.xlsx_writing import write_allocation_workbook

__all__ = ["read_allocation_workbook", "write_allocation_workbook"]
