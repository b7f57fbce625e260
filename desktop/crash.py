"""What happens when the program itself fails: a report on disk, and the planner is told.

Every edit is on disk already, so nothing is lost by going on or by starting again.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.version import VERSION

_BOX = "crash-box"


def report_folder() -> Path:
    """Where crash reports lie; made if it is missing."""
    folder = user_log_path("Weigui", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def install(folder: Path) -> None:
    """Catch what nothing else caught, of Python and (as far as possible) of native code."""
    native = (folder / "native-crash.log").open("a", encoding="utf8")
    faulthandler.enable(native)

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        path = write_report(folder, error)
        logging.getLogger(__name__).error("unexpected error, report in %s", path)
        if isinstance(QApplication.instance(), QApplication):
            tell(path)

    sys.excepthook = hook


def write_report(folder: Path, error: BaseException) -> Path:
    """Write what happened; the report names no figure of the county."""
    now = datetime.now().astimezone()
    path = folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
    lines = [f"Weigui {VERSION}, Python {sys.version}, {sys.platform}", now.isoformat(), ""]
    path.write_text("\n".join(lines) + "".join(traceback.format_exception(error)), encoding="utf8")
    return path


def tell(path: Path) -> None:
    """Tell the planner without stopping the work, unless the last telling still stands there."""
    if any(w.objectName() == _BOX and w.isVisible() for w in QApplication.topLevelWidgets()):
        return
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        QCoreApplication.translate("crash", "Unexpected error"),
        QCoreApplication.translate(
            "crash", "Something went wrong in the program. All your edits are saved; you can go on."
        ),
        parent=QApplication.activeWindow(),
    )
    box.setObjectName(_BOX)
    box.setInformativeText(
        QCoreApplication.translate("crash", "Please send this report to the maker: {file}").format(
            file=path
        )
    )
    box.finished.connect(lambda _: box.deleteLater())  # and so the box lives until then
    box.open()
