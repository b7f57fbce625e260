"""What all tests stand on: no display needed, nobody's settings touched, nothing logged unseen."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[1] / "../shared/seeds"

# Before the first QApplication; pytest-qt makes it when a test first asks for `qtbot` or `qapp`.
if sys.platform.startswith("linux") and not (
    os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep settings and crash reports of the program under test, and of programs that the tests
    start, away from those of the person who runs the tests.
    """
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA"):
            patch.setenv(name, str(home))
        yield home


@pytest.fixture(autouse=True)
def no_unexpected_log_records(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A logged warning or error fails the test; one that expects it ends with `caplog.clear()`."""
    yield
    records = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not records, "unexpected log: " + "; ".join(r.getMessage() for r in records)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the raw plan texts, which lies beside the checkout and is not part of it."""
    if not SEEDS.is_dir():
        pytest.skip("the raw plan texts are not beside this checkout (../shared/seeds)")
    return SEEDS.resolve()
