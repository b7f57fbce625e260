from __future__ import annotations

from pathlib import Path

import pytest

from desktop import self_test
from models.catalogue import Language


@pytest.mark.slow
def test_everything_that_a_bundle_could_lack_is_used(
    qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert self_test.run_self_test(Language.EN) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("✕")] == []
    assert [line for line in lines if line.startswith("✓")] == [
        "✓ county files",
        "✓ edit and undo",
        "✓ workbook and back",
        "✓ target sheets",
        "✓ GeoPackage and shapefile",
        "✓ coordinate systems",
        "✓ tables as Word document, PDF and workbook",
        "✓ chart",
        "✓ proofreading",
        "✓ plan pack",
        "✓ window",
    ]
    assert lines[-1] == "All is well."


def test_a_step_that_fails_is_named_and_counted_and_the_others_are_taken(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def lack(folder: Path) -> None:
        raise FileNotFoundError("plan.toml")

    steps = [("first", lack), ("second", lambda folder: None), ("third", lack)]
    monkeypatch.setattr(self_test, "_steps", lambda language: steps)
    assert self_test.run_self_test(Language.EN) == 1
    assert capsys.readouterr().out.splitlines() == [
        "✕ first: FileNotFoundError: plan.toml",
        "✓ second",
        "✕ third: FileNotFoundError: plan.toml",
        "2 steps failed.",
    ]


def test_an_edit_that_is_not_kept_is_noticed(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    self_test._make_files(tmp_path)
    monkeypatch.setattr("db.county_file.CountyFile.apply", lambda self, edit: None)
    with pytest.raises(RuntimeError, match="not in the file"):
        self_test._edit(tmp_path)
