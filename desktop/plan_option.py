"""`--plan`: which plan version of a county file a command reports on."""

from __future__ import annotations

import argparse
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.usage import WrongUse
from desktop.wording import listed
from models.county import County
from models.errors import FileError, FileProblem
from models.plan import Plan

translate = QCoreApplication.translate


def add_plan_option(parser: argparse.ArgumentParser) -> None:
    """For a command that reports on one version."""
    parser.add_argument(
        "--plan",
        metavar="NAME",
        help=translate("plan_option", "a plan version: name or id (without it the newest)"),
    )


def chosen_plan(county: County, path: Path, name: str | None) -> Plan:
    """The version that is asked for; the newest where none is. Raises FileError, WrongUse."""
    if not county.plans:
        raise FileError(path, FileProblem.NO_PLAN)
    return county.plans[-1] if name is None else named_plan(county, name)


def named_plan(county: County, name: str) -> Plan:
    """The version with this id or, where none has it, with this name.

    Raises WrongUse, naming those that there are.
    """
    plans = county.plans
    found = [p for p in plans if p.id == name] or [p for p in plans if p.name == name]
    if len(found) == 1:
        return found[0]
    if found:
        text = translate("plan_option", "weigui: several versions are called {name}; ids: {known}")
        raise WrongUse(text.format(name=name, known=listed([p.id for p in found])))
    text = translate("plan_option", "weigui: no plan version {name}; there are: {known}")
    raise WrongUse(text.format(name=name, known=listed([p.name for p in plans])))
