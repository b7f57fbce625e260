"""Any file that holds tables, read as neutral tables by its ending."""

from __future__ import annotations

from pathlib import Path

from db.exchange.csv_tables import csv_tables
from db.exchange.docx_tables import docx_tables
from db.exchange.xlsx_tables import xlsx_tables
from models.errors import FileError, FileProblem
from models.source_table import SourceTable

TABLE_ENDINGS = (".xlsx", ".xlsm", ".docx", ".csv", ".tsv")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # .xls and .doc, and the newer ones under a password


def read_source_tables(path: Path) -> list[SourceTable]:
    """The tables of a workbook, a document or a CSV, as they stand.

    Raises FileError: as `source_content`, and DAMAGED.
    """
    content, ending = source_content(path), path.suffix.lower()
    if ending in (".csv", ".tsv"):
        return csv_tables(path, content)
    return docx_tables(path, content) if ending == ".docx" else xlsx_tables(path, content)


def source_content(path: Path) -> bytes:
    """The bytes of a workbook, a document or a CSV, which its ending tells apart.

    Raises FileError: MISSING, UNKNOWN_FORMAT (detail `xls`, `doc` or `encrypted` where it is one).
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise FileError(path, FileProblem.MISSING) from None
    except OSError as error:
        raise FileError(path, FileProblem.UNKNOWN_FORMAT, error.strerror or "") from error
    ending = path.suffix.lower()
    if content.startswith(_OLE):
        is_encrypted = "EncryptedPackage".encode("utf-16-le") in content
        old = "doc" if ending in (".doc", ".docx") else "xls"
        raise FileError(path, FileProblem.UNKNOWN_FORMAT, "encrypted" if is_encrypted else old)
    is_archive = content.startswith(b"PK")
    if ending not in TABLE_ENDINGS or not (is_archive or ending in (".csv", ".tsv")):
        raise FileError(path, FileProblem.UNKNOWN_FORMAT)
    return content
