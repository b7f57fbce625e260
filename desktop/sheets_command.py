"""`weigui sheets`: target sheets to PDF, and a printed sheet matched with the file."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from db.county_file import open_county_file
from db.exchange.sheet_template import copy_template
from desktop import exports
from desktop.background import Task
from desktop.opening import reporting_session
from desktop.plan_option import add_plan_option
from desktop.session import CountySession
from desktop.sheet_exports import SheetRun
from desktop.usage import WrongUse
from desktop.wording import error_text
from models.catalogue import Language
from models.errors import FileError, FileProblem, InvalidValue, Reason
from models.facility import FacilityClass
from models.sheet_code import match_code

translate = QCoreApplication.translate


def add_options(parser: ArgumentParser) -> None:
    add_plan_option(parser)
    parser.add_argument("--out", type=Path, help=translate("sheets", "the PDF to write"))
    parser.add_argument(
        "--each", type=Path, metavar="FOLDER", help=translate("sheets", "a PDF for each facility")
    )
    parser.add_argument(
        "--facility",
        action="append",
        default=[],
        help=translate("sheets", "only this facility (may be repeated)"),
    )
    parser.add_argument(
        "--class",
        dest="facility_class",
        choices=[str(word) for word in FacilityClass],
        help=translate("sheets", "only facilities of this class"),
    )
    parser.add_argument(
        "--township", metavar="NAME", help=translate("sheets", "only facilities of this township")
    )
    parser.add_argument(
        "--template",
        type=Path,
        metavar="FOLDER",
        help=translate("sheets", "the bureau's own template, logo and head"),
    )
    parser.add_argument(
        "--archive", action="store_true", help=translate("sheets", "PDF/A-2b, to be kept")
    )
    parser.add_argument(
        "--author", default="", help=translate("sheets", "named in the properties of the PDF")
    )
    parser.add_argument(
        "--copy-template",
        type=Path,
        metavar="FOLDER",
        help=translate("sheets", "lay the built-in template there, to be changed"),
    )
    parser.add_argument(
        "--match",
        metavar="CODE",
        help=translate("sheets", "which facility and version a printed sheet is of"),
    )


def run(options: Namespace, language: Language) -> int:
    """Raises FileError, InvalidValue, WrongUse."""
    if options.copy_template:
        _say_written(copy_template(options.copy_template))
        return 0
    if options.match:
        return _match(options)
    if (options.out is None) is (options.each is None):
        raise WrongUse(translate("sheets", "weigui sheets: give --out or --each"))
    sheets = SheetRun(options.template, options.archive, options.author)
    with reporting_session(options, language) as session:
        ids = _facility_ids(session, options)
        if options.out is not None:
            pdf = sheets.one_pdf(session, ids)(Task(lambda task: None))
            exports.save_bytes(options.out, pdf)
        else:
            options.each.mkdir(exist_ok=True)
            sheets.pdf_each(session, ids, options.each)(Task(lambda task: None))
    if sheets.broken is not None:
        print(error_text(sheets.broken), file=sys.stderr)
    _say_written(options.out or options.each)
    return 0


def _say_written(path: Path) -> None:
    print(translate("sheets", "Written: {file}").format(file=path))


def _facility_ids(session: CountySession, options: Namespace) -> list[str]:
    """The facilities asked for, or all, in the order of the list; namesakes are all meant.

    A name that is not there is an error, never skipped.
    """
    county = session.county
    if not county.facilities:
        raise FileError(session.file.path, FileProblem.NO_FACILITY)
    for name in options.facility:
        if all(name != f.name for f in county.facilities):
            raise InvalidValue("Facility", "name", name, Reason.UNKNOWN_FACILITY)
    towns = {d.code for d in county.townships if options.township in (d.name, d.code)}
    if options.township and not towns:
        raise InvalidValue("Facility", "township", options.township, Reason.MISSING_REFERENCE)
    chosen = [
        f.id
        for f in county.facilities
        if (not options.facility or f.name in options.facility)
        and (options.facility_class is None or f.facility_class == options.facility_class)
        and (not towns or f.township in towns)
    ]
    if not chosen:
        raise FileError(session.file.path, FileProblem.NO_FACILITY)
    return chosen


def _match(options: Namespace) -> int:
    """Which sheet a code stands for; exit code 1 where there is none that is still current."""
    with open_county_file(options.file, read_only=True) as file:
        found = match_code(file.read(), options.match)
    if options.json:
        entries = [
            {
                "plan": match.plan.id,
                "plan_name": match.plan.name,
                "facility": match.facility.id,
                "facility_name": match.facility.name,
                "is_current": match.is_current,
            }
            for match in found
        ]
        print(json.dumps({"matches": entries}, ensure_ascii=False, indent=2))
    elif not found:
        print(
            translate("sheets", "No sheet of this file has the code {code}").format(
                code=options.match
            )
        )
    else:
        for match in found:
            state = (
                translate("sheets", "the file still says the same")
                if match.is_current
                else translate("sheets", "the file says otherwise now")
            )
            print(f"{match.facility.name}\t{match.plan.name}\t{state}")
    return 0 if any(match.is_current for match in found) else 1
