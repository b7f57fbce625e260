"""`weigui geo import`: one layer of a geographic file into a county file, all or nothing."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.catalogue import load_catalogue
from db.county_file import open_county_file
from db.exchange.geodata import read_geodata
from desktop.geo_import_wording import outcome_text, role_text, state_text
from desktop.geo_report import layer_report, reading_lines
from desktop.geo_wording import notice_text, shift_text, system_text
from desktop.usage import WrongUse
from desktop.wording import bad_cell_text, listed
from models.catalogue import Language
from models.coordinates import system_of_code
from models.county import County
from models.division_list import people_of_heading
from models.division_merging import UNDATED
from models.edits import Edit
from models.errors import BadCells
from models.geo_import import GeoImport, geo_import
from models.geo_matching import MatchState
from models.geo_part import Decision, ImportPart, Verdict, matched_part
from models.geo_reading import GeoReading, SystemOrigin, read_layer
from models.geo_source import GeoLayer, GeoProblem, GeoSource
from models.geo_use import Columns, GeoRole, LayerUse, guessed_columns
from models.known_places import known_places

translate = QCoreApplication.translate


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help=translate("cli", "the county file"))
    parser.add_argument("source", type=Path, help=translate("geo", "the geographic file"))
    parser.add_argument(
        "--as",
        dest="use",
        choices=[str(use) for use in LayerUse],
        required=True,
        help=translate("geo", "what the layer is"),
    )
    parser.add_argument(
        "--layer",
        metavar="NAME",
        help=translate("geo", "the layer of a file that holds several"),
    )
    parser.add_argument(
        "--from",
        dest="system",
        metavar="SYSTEM",
        help=translate("geo", "the file's coordinate system, such as gcj02 or cgcs2000-3-105"),
    )
    for role in GeoRole:
        parser.add_argument(
            f"--{role}-column",
            metavar="HEADING",
            help=translate("geo", "the column of: {what}").format(what=role_text(role)),
        )
    parser.add_argument(
        "--year", type=int, help=translate("geo", "the year that the column of people is of")
    )
    parser.add_argument(
        "--accept-shift",
        action="store_true",
        help=translate("geo", "undo the shift of a web map that was detected"),
    )
    parser.add_argument(
        "--add-new",
        action="store_true",
        help=translate("geo", "add what the county does not know as new"),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=translate("cli", "only say what would be done")
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help=translate("cli", "print JSON with stable keys (docs/command-line.md)"),
    )


def run(options: Namespace, _language: Language) -> int:
    """Read, match, report, and apply as one edit. Raises WrongUse, FileError, BadCells."""
    source = read_geodata(options.source)
    with open_county_file(options.file) as file:
        county = file.read()
        part = _part(options, source, county)
        found = geo_import([part], county, load_catalogue(), options.source.name)
        applied = bool(found.changes) and not found.bad and not options.dry_run
        if applied:
            label = translate("commands", "Import {file}").format(file=options.source.name)
            file.apply(Edit(label, found.changes))
    if options.json:
        print(json.dumps(_report(part, found, applied), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(part, found)))
    if found.bad:
        raise BadCells(found.bad, options.source.name)
    return 0


def _part(options: Namespace, source: GeoSource, county: County) -> ImportPart:
    """The layer, placed and matched, with what the options decide."""
    layer, use = _layer(source, options.layer), LayerUse(options.use)
    reading = _placed(options, layer, county)
    columns = _columns(options, layer, use)
    usual = people_of_heading(columns.get(GeoRole.PEOPLE, ""))
    year = options.year or (usual[0] if usual else UNDATED)
    part = matched_part(ImportPart(reading, use, columns, year), county, lambda done, total: None)
    new = [m.index for m in part.matches if m.state is MatchState.NONE] if options.add_new else []
    decisions: dict[int, Decision] = dict.fromkeys(new, Verdict.NEW)
    return ImportPart(reading, use, columns, year, part.matches, decisions)


def _layer(source: GeoSource, name: str | None) -> GeoLayer:
    names = [layer.name for layer in source.layers]
    if name is None and len(names) == 1:
        return source.layers[0]
    if name in names:
        return source.layers[names.index(name)]
    text = translate("geo", "weigui geo import: name one of the layers with --layer: {layers}")
    raise WrongUse(text.format(layers=listed(names)))


def _placed(options: Namespace, layer: GeoLayer, county: County) -> GeoReading:
    """The layer in WGS 84; refused where nobody said what only a person can know."""
    known = known_places(county)
    chosen = None if options.system is None else system_of_code(options.system)
    reading = read_layer(layer, known, chosen)
    if chosen is None and reading.fit is not None:
        if not options.accept_shift:
            shift = next(n for n in reading.notices if n.problem is GeoProblem.SHIFT)
            text = translate("geo", "weigui geo import: {shift}; accept it with --accept-shift, or "
                             "give the system with --from")  # fmt: skip
            raise WrongUse(text.format(shift=shift_text(shift)))
        if reading.system != reading.fit.system:
            reading = read_layer(layer, known, reading.fit.system)
    if reading.is_blocked:
        problems = [notice_text(n) for n in reading.notices if n.is_blocking]
        raise WrongUse(f"weigui geo import: {layer.name}: {'; '.join(problems)}")
    if reading.origin is SystemOrigin.FIGURES and reading.system is not None:
        text = translate(
            "geo",
            "weigui geo import: layer “{layer}” does not state its coordinate system; it looks "
            "like {system}: give it with --from",
        )
        raise WrongUse(text.format(layer=layer.name, system=system_text(reading.system)))
    return reading


def _columns(options: Namespace, layer: GeoLayer, use: LayerUse) -> Columns:
    """The usual columns, and those that the options name instead."""
    columns = guessed_columns(layer.columns, use)
    for role in GeoRole:
        heading = getattr(options, f"{role}_column".replace("-", "_"))
        if heading is None:
            continue
        if heading not in layer.columns:
            text = translate("geo", "weigui geo import: no column “{heading}”; there are: {known}")
            raise WrongUse(text.format(heading=heading, known=listed(list(layer.columns))))
        columns[role] = heading
    return columns


def _lines(part: ImportPart, found: GeoImport) -> list[str]:
    lines = reading_lines(part.reading)
    for match in part.matches:
        if part.decision(match) is None:
            names = listed([place.name for place in match.candidates])
            line = f"  {part.reading.layer.numbers[match.index]} {match.text}"
            lines.append(f"{line}: {state_text(match.state)}{f' ({names})' if names else ''}")
    lines += [bad_cell_text(cell) for cell in found.bad]
    return lines + [outcome_text(outcome) for outcome in found.outcomes if not found.bad]


def _report(part: ImportPart, found: GeoImport, applied: bool) -> dict[str, Any]:
    (outcome,) = found.outcomes
    numbers = part.reading.layer.numbers
    return {
        "layer": layer_report(part.reading),
        "as": str(part.use),
        "columns": {str(role): heading for role, heading in part.columns.items()},
        "year": part.year if GeoRole.PEOPLE in part.columns and part.year != UNDATED else None,
        "applied": applied,
        "taken": outcome.taken,
        "added": outcome.added,
        "undecided": outcome.undecided,
        "left_out": outcome.left_out,
        "changes": outcome.changes,
        "people": outcome.people,
        "matches": [
            {
                "number": int(numbers[match.index]),
                "text": match.text,
                "state": str(match.state),
                "candidates": [place.name for place in match.candidates],
            }
            for match in part.matches
        ],
        "problems": [
            {"number": c.row, "column": c.column, "text": c.value, "code": str(c.reason),
             "message": bad_cell_text(c)}
            for c in found.bad
        ],
    }  # fmt: skip
