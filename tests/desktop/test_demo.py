from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from desktop.workspace import PAGES

pytestmark = pytest.mark.slow


def test_the_main_job_is_done_without_a_display(dazu_file: Path, tmp_path: Path) -> None:
    before = dazu_file.read_bytes()
    out = tmp_path / "out"
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "demo", dazu_file, "--out", out],
        check=False, capture_output=True, text=True, timeout=55,
        env={k: v for k, v in os.environ.items() if k not in ("DISPLAY", "QT_QPA_PLATFORM")},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    written = [Path(line) for line in done.stdout.splitlines()]
    assert sorted(written) == sorted(out.iterdir())
    assert json.loads((out / "check.json").read_text("utf8"))["findings"]
    assert {path.suffix for path in written} == {".json", ".xlsx", ".pdf", ".docx", ".png"}
    pages = [path for path in written if path.name.startswith("page-")]
    assert len(pages) == len(PAGES)
    for path in pages:
        with Image.open(path) as picture:
            assert picture.size == (1280, 800)
            assert len(picture.convert("RGB").getcolors(1 << 24) or []) > 50
    assert dazu_file.read_bytes() == before
