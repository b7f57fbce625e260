"""`weigui proofread`: the contradictions of a published plan."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from db.exchange.proofreading_source import read_for_proofreading
from desktop.json_reports import proofreading_report
from desktop.proofreading_wording import discrepancy_text
from models.catalogue import Language
from models.discrepancy import DiscrepancyKind
from models.proofreading import proofread
from models.proofreading_totals import unchecked

translate = QCoreApplication.translate


def add_options(parser: ArgumentParser) -> None:
    """The source, and which kinds are looked for: --only or --skip, not both at once."""
    parser.add_argument(
        "source", type=Path, help=translate("proofread", "a plan as .docx, .txt or .xlsx")
    )
    kinds = tuple(str(kind) for kind in DiscrepancyKind)
    choice = parser.add_mutually_exclusive_group()
    texts = {
        "--only": translate("proofread", "look for this kind only; may be repeated"),
        "--skip": translate("proofread", "do not look for this kind; may be repeated"),
    }
    for option, text in texts.items():
        choice.add_argument(
            option, action="append", default=[], choices=kinds, metavar="KIND", help=text
        )


def run(options: Namespace, _language: Language) -> int:
    """Print what was found of the kinds asked for; exit code 1 where there is anything.

    Raises FileError and BadCells.
    """
    published, prose = read_for_proofreading(options.source)
    found = [
        discrepancy
        for discrepancy in proofread(published, prose)
        if discrepancy.kind not in options.skip
        and (not options.only or discrepancy.kind in options.only)
    ]
    if options.json:
        report = proofreading_report(found, unchecked(published), discrepancy_text)
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        for discrepancy in found:
            print(discrepancy_text(discrepancy))
        print(translate("proofread", "{count} contradictions").format(count=len(found)))
    return 1 if found else 0
