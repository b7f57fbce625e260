"""`weigui geo export`: the layers of a county for QGIS, or as a workbook."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from db.catalogue import load_catalogue
from db.county_file import open_county_file
from desktop.background import Task
from desktop.geo_exports import write_county
from desktop.plan_option import add_plan_option, chosen_plan
from desktop.usage import WrongUse
from models.catalogue import Language
from models.geo_export import ExportLayer
from models.measure import Measure

translate = QCoreApplication.translate


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help=translate("cli", "the county file"))
    parser.add_argument(
        "out", type=Path, help=translate("geo", "the file to write: .gpkg, .geojson or .xlsx")
    )
    parser.add_argument(
        "--layers",
        metavar="LAYER,…",
        default=",".join(ExportLayer),
        help=translate("geo", "which layers, with commas between (default: all): {layers}").format(
            layers=", ".join(ExportLayer)
        ),
    )
    add_plan_option(parser)


def run(options: Namespace, language: Language) -> int:
    """Write the layers that have features; a file that was there is replaced whole or not."""
    names = [name.strip() for name in options.layers.split(",") if name.strip()]
    unknown = [name for name in names if name not in set(ExportLayer)]
    if unknown or not names:
        text = translate("geo", "weigui geo export: no such layer: {name} (known: {layers})")
        raise WrongUse(text.format(name=", ".join(unknown), layers=", ".join(ExportLayer)))
    with open_county_file(options.file, read_only=True) as file:
        county = file.read()
    catalogue = load_catalogue().with_measures(county.table(Measure).values())
    plan = chosen_plan(county, options.file, options.plan)
    wanted = [ExportLayer(name) for name in names]
    task = Task(lambda task: None)
    for layer in write_county(options.out, county, plan, catalogue, language, wanted, task):
        line = translate("geo", "Layer {name}: {count} features")
        print(line.format(name=layer.name, count=len(layer)))
    print(translate("commands", "Written: {file}").format(file=options.out))
    return 0
