"""`weigui pack`: everything of a plan version in one folder or zip."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.background import Task
from desktop.opening import reporting_session
from desktop.papers_command import add_document_options
from desktop.plan_option import add_plan_option
from desktop.plan_pack import PlanPack
from desktop.wording import error_text
from models.catalogue import Language

translate = QCoreApplication.translate


def add_options(parser: ArgumentParser) -> None:
    """What `weigui pack` takes besides the file."""
    add_plan_option(parser)
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FOLDER_OR_ZIP",
        help=translate("pack", "a new or empty folder, or a name that ends in .zip"),
    )
    parser.add_argument(
        "--template",
        type=Path,
        metavar="FOLDER",
        help=translate("pack", "the bureau's own template, logo and head of target sheets"),
    )
    add_document_options(parser)


def run(options: Namespace, language: Language) -> int:
    """Name each file of the pack, then the pack. Raises FileError, WrongUse."""
    with reporting_session(options, language) as session:
        pack = PlanPack(session, options.template)
        quiet = Task(lambda task: None)
        pack.write(options.out, quiet, archive=options.archive, author=options.author)
    if pack.sheets.broken is not None:
        print(error_text(pack.sheets.broken), file=sys.stderr)
    for name in pack.names:
        print(name)
    print(translate("pack", "Written: {file}").format(file=options.out))
    return 0
