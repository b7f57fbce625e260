"""Each step passes here, and fails where its part of the program is spoilt."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop import self_test_files as files
from models.geo_source import UTF8


def test_geographic_files_come_back(tmp_path: Path) -> None:
    files.exchange_geodata(tmp_path)
    assert "龙岗街道".encode("gbk") in (tmp_path / "places.dbf").read_bytes()


def test_names_in_a_wrong_encoding_are_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "db.exchange.geodata_shapefile._decoded", lambda columns, declared: (UTF8, columns, 0)
    )
    with pytest.raises(RuntimeError, match=r"the names of places\.shp are others"):
        files.exchange_geodata(tmp_path)


def test_a_datum_that_is_not_shifted_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.coordinates._SHIFTED_DATUMS", frozenset())
    with pytest.raises(RuntimeError, match="beijing54 changes nothing"):
        files.convert_coordinates(tmp_path)


def test_a_contradiction_that_is_not_found_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.proofread_document(tmp_path)
    monkeypatch.setattr("desktop.proofreading_files.proofread", lambda published, prose: [])
    with pytest.raises(RuntimeError, match=r"found in the document: \[\]"):
        files.proofread_document(tmp_path)
