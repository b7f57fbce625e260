"""`weigui geo`: geographic files looked at, converted, imported and exported, without a window."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from db.county_file import open_county_file
from db.exchange.geodata import read_geodata
from db.exchange.geodata_writing import write_geodata
from desktop import geo_export_command, geo_import_command
from desktop.geo_report import layer_report, reading_lines
from desktop.geo_wording import notice_text, system_text
from desktop.usage import Parser, WrongUse
from models.catalogue import Language
from models.coordinates import WGS84, CoordinateSystem, system_of_code
from models.geo_reading import GeoReading, read_layer
from models.geo_source import GeoLayer
from models.known_places import KnownPlaces, known_places

translate = QCoreApplication.translate


def add_actions(parser: ArgumentParser, add_common: Callable[[ArgumentParser], None]) -> None:
    """The actions of `weigui geo`, each with its own arguments; `add_common` gives every one what
    all commands have."""
    actions = parser.add_subparsers(
        required=True, dest="action", metavar=translate("geo", "ACTION"), parser_class=Parser,
        title=translate("geo", "actions"),
    )  # fmt: skip

    def action(name: str, text: str, run: Callable[[Namespace, Language], int]) -> ArgumentParser:
        found = actions.add_parser(name, help=text, description=text)
        add_common(found)
        found.set_defaults(run=run)
        return found

    looked_at = action("show", translate("geo", "show what a geographic file holds"), show)
    looked_at.add_argument("source", type=Path, help=translate("geo", "the geographic file"))
    _add_reading(looked_at)
    looked_at.add_argument(
        "--json",
        action="store_true",
        help=translate("cli", "print JSON with stable keys (docs/command-line.md)"),
    )
    converted = action(
        "convert", translate("geo", "write a geographic file in another coordinate system"), convert
    )
    converted.add_argument("source", type=Path, help=translate("geo", "the geographic file"))
    converted.add_argument(
        "out", type=Path, help=translate("geo", "the file to write: .gpkg, .geojson or .xlsx")
    )
    _add_reading(converted)
    converted.add_argument(
        "--to",
        metavar="SYSTEM",
        default=WGS84.code,
        help=translate("geo", "the coordinate system to write (default: wgs84)"),
    )
    taken = action(
        "import",
        translate("geo", "read a layer of a geographic file into a county file"),
        geo_import_command.run,
    )
    geo_import_command.add_options(taken)
    written = action(
        "export",
        translate("geo", "write the layers and results of a county for QGIS"),
        geo_export_command.run,
    )
    geo_export_command.add_options(written)


def _add_reading(parser: ArgumentParser) -> None:
    """How a file is to be read."""
    parser.add_argument(
        "--from",
        dest="system",
        metavar="SYSTEM",
        help=translate("geo", "the file's coordinate system, such as gcj02 or cgcs2000-3-105"),
    )
    parser.add_argument(
        "--county",
        type=Path,
        help=translate("geo", "a county file: hold the places against those of the county"),
    )


def show(options: Namespace, _language: Language) -> int:
    """Every layer with its system and all that an import would have to tell."""
    readings = read_layers(options.source, options.county, options.system)
    if options.json:
        report = {"layers": [layer_report(reading) for reading in readings]}
        print(json.dumps(report, ensure_ascii=False, indent=2))
        return 0
    for reading in readings:
        print("\n".join(reading_lines(reading)))
    return 0


def convert(options: Namespace, _language: Language) -> int:
    """Write all layers of a file in another system; features without a place keep their row."""
    target = system_of_code(options.to)
    readings = read_layers(options.source, options.county, options.system)
    for reading in readings:
        if options.system is None and reading.layer.declared is None:
            raise WrongUse(
                translate(
                    "geo",
                    "weigui: layer “{layer}” does not state its coordinate system; give it with "
                    "--from (weigui geo show says what it looks like)",
                ).format(layer=reading.layer.name)
            )
        if reading.is_blocked:
            problems = [notice_text(n) for n in reading.notices if n.is_blocking]
            raise WrongUse(f"weigui: {reading.layer.name}: {'; '.join(problems)}")
    write_geodata(options.out, [placed_layer(reading) for reading in readings], target)
    for reading in readings:
        print("\n".join(reading_lines(reading)))
    print(
        translate("geo", "Written: {file} ({system})").format(
            file=options.out, system=system_text(target)
        )
    )
    return 0


def read_layers(source: Path, county: Path | None, system: str | None) -> list[GeoReading]:
    """The layers of a file, placed; held against a county where one is given."""
    chosen: CoordinateSystem | None = None if system is None else system_of_code(system)
    known = KnownPlaces()
    if county is not None:
        with open_county_file(county, read_only=True) as file:
            known = known_places(file.read())
    return [read_layer(layer, known, chosen) for layer in read_geodata(source).layers]


def placed_layer(reading: GeoReading) -> GeoLayer:
    """The layer with its geometries in WGS 84."""
    return replace(reading.layer, geometries=reading.geometries, declared=WGS84)
