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
    assert lines[-1] == "All is well."


def test_a_step_that_fails_is_named_and_counted(
    qapp: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def lack(*_: object) -> None:
        raise FileNotFoundError("plan.toml")

    for step in ("_make_files", "_edit", "_round_trip", "_print_sheets"):
        monkeypatch.setattr(self_test, step, lambda folder: None)
    monkeypatch.setattr(self_test, "run_demo", lack)
    assert self_test.run_self_test(Language.EN) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[-2:] == ["✕ window: FileNotFoundError: plan.toml", "1 steps failed."]


def test_an_edit_that_is_not_kept_is_noticed(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    self_test._make_files(tmp_path)
    monkeypatch.setattr("db.county_file.CountyFile.apply", lambda self, edit: None)
    with pytest.raises(RuntimeError, match="not in the file"):
        self_test._edit(tmp_path)
