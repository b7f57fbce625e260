"""The program is killed in the middle of the work: every edit that the screen showed is there."""

from __future__ import annotations

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from db.county_file import create, open_county_file
from db.samples import sample_records
from models.measure import Basis

pytestmark = pytest.mark.slow

# A planner types beds into one cell after the other, for ever.
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop.app import Application, make_qt_application
from desktop.settings import Settings
from models.catalogue import Language

app = make_qt_application()
folder = Path(sys.argv[1])
application = Application(app, Settings(folder / "settings.ini"), Language.EN)
window = application.window
window.show()
window.open_file(folder / "大足区.weigui")
window.workspace.show_page("allocation")
page = window.workspace.pages["allocation"]
first = window.session.county.facilities[0].id
beds = iter(range(1001, 100_000))

def edit():
    value = next(beds)
    assert page.model.index_of(first, "beds", "planned").isValid()
    page.model.setData(page.model.index_of(first, "beds", "planned"), str(value))
    if window.status.saved.text().startswith("Saved "):
        print(value, flush=True)

timer = QTimer()
timer.timeout.connect(edit)
timer.start(0)
QTimer.singleShot(50_000, app.quit)  # where nothing is ever shown as saved
app.exec()
"""


def test_no_edit_that_was_shown_as_saved_is_lost(tmp_path):
    path = tmp_path / "大足区.weigui"
    create(path, sample_records("dazu"), "新建")
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, tmp_path],
        stdout=subprocess.PIPE, text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert program.stdout is not None
    shown = 1000
    try:
        for line in program.stdout:
            shown = int(line)
            if shown >= 1020:
                program.kill()
    finally:
        program.kill()  # where the test itself is stopped, too
        program.communicate()
    assert shown >= 1020
    assert program.returncode != 0
    with open_county_file(path) as file:
        county, journal = file.read(), file.journal()
    first, plan = county.facilities[0], county.plans[-1]
    kept = county.allocation(plan.id, first.id, "beds", Basis.PLANNED, plan.target_year)
    assert kept is not None
    assert kept.value is not None
    assert kept.value in (Decimal(shown), Decimal(shown + 1))  # one more may be kept, unshown
    assert len(journal) == 1 + kept.value - 1000
