"""The command line: the same work without a window.

Exit codes: 0 fine, 1 findings that are errors, 2 bad use or bad input (with one line on standard
error).
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from desktop import (
    chart_command,
    commands,
    comparison_command,
    coverage_command,
    distribution_command,
    exchange_commands,
    geo_command,
    indicators_command,
    language,
    pack_command,
    papers_command,
    proofread_command,
    rules_command,
    sheets_command,
    workload_command,
)
from desktop.plan_option import add_plan_option
from desktop.settings import Settings
from desktop.usage import Parser, WrongUse
from desktop.version import VERSION
from desktop.wording import error_text
from models.catalogue import Language
from models.errors import WeiguiError

translate = QCoreApplication.translate

FINE, ERRORS_FOUND, BAD_USE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `weigui` with these arguments (default: the process's); returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):  # Chinese must not fail on an old Windows code page
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    spoken = _language(given)
    if _wants_window(given):
        from desktop import app  # the window is not loaded for a command

        files = _without_language(given)
        return app.run(Path(files[0]) if files else None, spoken)
    _make_application(given)
    translators = language.install(_application(), spoken or Settings().language)
    try:
        return _run_command(given, spoken or Settings().language)
    finally:
        for translator in translators:
            _application().removeTranslator(translator)


def _run_command(given: Sequence[str], spoken: Language) -> int:
    try:
        options = _parser().parse_args(given)
    except WrongUse as use:
        print(use, file=sys.stderr)
        return BAD_USE
    except SystemExit as stop:  # --help and --version
        return int(stop.code or 0)
    try:
        code = int(options.run(options, spoken))
        sys.stdout.flush()
    except WrongUse as use:
        print(use, file=sys.stderr)
        return BAD_USE
    except WeiguiError as error:
        print(f"weigui: {error_text(error)}", file=sys.stderr)
        return BAD_USE
    except BrokenPipeError:  # the reader of a pipe has seen enough
        _write_no_more()
        return FINE
    except OSError as error:  # the report goes to a full disk
        _write_no_more()
        print(f"weigui: {error}", file=sys.stderr)
        return BAD_USE
    return code


def _write_no_more() -> None:
    """Let what still waits to be printed go nowhere: printing it at exit would fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_Parsers: TypeAlias = "argparse._SubParsersAction[Parser]"


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="weigui",
        description=translate(
            "cli", "County health resource planning. weigui FILE opens the window."
        ),
    )
    _add_common(parser)
    parser.add_argument(
        "--version",
        action="version",
        version=f"weigui {VERSION}",
        help=translate("cli", "show the version"),
    )
    parsers = parser.add_subparsers(
        required=True,
        dest="command",
        metavar=translate("cli", "COMMAND"),
        parser_class=Parser,
        title=translate("cli", "commands"),
    )
    _add_making(parsers)
    _add_reporting(parsers)
    _add_writing(parsers)
    _add_planning(parsers)
    geo = parsers.add_parser("geo", help=translate("cli", "read and convert geographic files"))
    _add_common(geo)
    geo_command.add_actions(geo, _add_common)
    _command(
        parsers,
        "self-test",
        translate("cli", "check that this installation works"),
        commands.self_test,
    )
    return parser


def _add_making(parsers: _Parsers) -> None:
    new = _command(parsers, "new", translate("cli", "make a county file"), commands.new)
    _add_file(new)
    new.add_argument(
        "--sample", choices=commands.SAMPLES, help=translate("cli", "begin with a published plan")
    )
    take = _command(
        parsers,
        "import",
        translate("cli", "read a plan's text or tables into a county file"),
        exchange_commands.import_,
    )
    _add_file(take)
    exchange_commands.add_import_options(take)


def _add_planning(parsers: _Parsers) -> None:
    compare = _command(
        parsers,
        "compare",
        translate("cli", "compare two plan versions"),
        comparison_command.run,
    )
    _add_file(compare)
    comparison_command.add_options(compare)
    compare.add_argument("--json", action="store_true", help=_json_help())
    distribute = _command(
        parsers,
        "distribute",
        translate("cli", "share a county total out among facilities"),
        distribution_command.run,
    )
    _add_file(distribute)
    distribution_command.add_options(distribute)
    distribute.add_argument("--json", action="store_true", help=_json_help())
    workload = _command(
        parsers,
        "workload",
        translate("cli", "staff required by the workload (WISN)"),
        workload_command.run,
    )
    _add_file(workload)
    workload_command.add_options(workload)
    workload.add_argument("--json", action="store_true", help=_json_help())


def _add_reporting(parsers: _Parsers) -> None:
    show = _command(
        parsers, "show", translate("cli", "show what a county file holds"), commands.show
    )
    check = _command(
        parsers, "check", translate("cli", "check the plan against its rules"), commands.check
    )
    cover = _command(
        parsers, "coverage", translate("cli", "check service radii and times"), coverage_command.run
    )
    for reporting in (show, check, cover):
        _add_file(reporting)
    for reporting in (check, cover):
        add_plan_option(reporting)
    cover.add_argument("--rule", metavar="ID", help=translate("cli", "only this rule of the plan"))
    cover.add_argument(
        "--out", "--map", type=Path, help=translate("cli", "write the map: .png, .svg or .pdf")
    )
    indicators = _command(
        parsers,
        "indicators",
        translate("cli", "show every indicator against its target"),
        indicators_command.run,
    )
    _add_file(indicators)
    indicators_command.add_options(indicators)
    indicators.add_argument("--json", action="store_true", help=_json_help())
    rules = _command(
        parsers,
        "rules",
        translate("cli", "list the rules, or show one with all it states"),
        rules_command.run,
    )
    rules_command.add_options(rules)
    rules.add_argument("--json", action="store_true", help=_json_help())
    proof = _command(
        parsers,
        "proofread",
        translate("cli", "find contradictions in a published plan"),
        proofread_command.run,
    )
    proofread_command.add_options(proof)
    for reporting in (show, check, cover, proof):
        reporting.add_argument(
            "--json",
            action="store_true",
            help=_json_help(),
        )


def _add_writing(parsers: _Parsers) -> None:
    sheets = _command(
        parsers, "sheets", translate("cli", "print target sheets to a PDF"), sheets_command.run
    )
    _add_file(sheets)
    sheets_command.add_options(sheets)
    sheets.add_argument("--json", action="store_true", help=_json_help())
    export = _command(
        parsers,
        "export",
        translate("cli", "write tables of the plan as PDF, Word document or workbook"),
        papers_command.run,
    )
    _add_file(export)
    papers_command.add_options(export)
    pack = _command(
        parsers,
        "pack",
        translate("cli", "write everything of a plan version into a folder or zip"),
        pack_command.run,
    )
    _add_file(pack)
    pack_command.add_options(pack)
    chart = _command(
        parsers,
        "chart",
        translate("cli", "draw a chart of the plan as PNG, SVG or PDF"),
        chart_command.run,
    )
    _add_file(chart)
    chart_command.add_options(chart)
    known = _command(
        parsers,
        "layouts",
        translate("cli", "list the tables that can be read and written"),
        exchange_commands.layouts,
    )
    exchange_commands.add_json(known)
    demo = _command(
        parsers,
        "demo",
        translate("cli", "do the main job without a window, into a folder"),
        commands.demo,
    )
    _add_file(demo)
    demo.add_argument(
        "--out", type=Path, required=True, help=translate("cli", "the folder to write into")
    )


def _command(
    parsers: _Parsers, name: str, text: str, run: Callable[[argparse.Namespace, Language], int]
) -> argparse.ArgumentParser:
    parser = parsers.add_parser(name, help=text, description=text)
    _add_common(parser)
    parser.set_defaults(run=run)
    return parser


def _json_help() -> str:
    return translate("cli", "print JSON with stable keys (docs/command-line.md)")


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help=translate("cli", "the county file"))


def _add_common(parser: argparse.ArgumentParser) -> None:
    """What every command has: its own help in the planner's language, and the language."""
    parser._positionals.title = translate("cli", "arguments")
    parser._optionals.title = translate("cli", "options")
    parser.add_argument("-h", "--help", action="help", help=translate("cli", "show this help"))
    parser.add_argument(
        "--lang",
        choices=[str(code) for code in Language],
        help=translate("cli", "language: zh or en"),
    )


def _language(given: Sequence[str]) -> Language | None:
    """The language asked for, found before the parser speaks it."""
    for index, word in enumerate(given):
        code = word.removeprefix("--lang=") if word.startswith("--lang=") else None
        if word == "--lang" and index + 1 < len(given):
            code = given[index + 1]
        if code in set(Language):
            return Language(code)
    return None


def _without_language(given: Sequence[str]) -> list[str]:
    rest = list(given)
    if "--lang" in rest:
        at = rest.index("--lang")
        del rest[at : at + 2]
    return [word for word in rest if not word.startswith("--lang=")]


def _wants_window(given: Sequence[str]) -> bool:
    """No command, or a file: a word that is neither is wrong use, not a file to be looked for."""
    rest = _without_language(given)
    if len(rest) != 1:
        return not rest
    return rest[0].endswith(".weigui") or os.path.isfile(rest[0])  # noqa: PTH113 (never raises)


def _make_application(given: Sequence[str]) -> None:
    """The commands that draw the window draw it unseen; the others need no window system at all."""
    if QCoreApplication.instance() is not None:
        return
    if {"demo", "self-test"} & set(given):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from desktop.app import make_qt_application

        _kept.append(make_qt_application())
    else:
        _kept.append(QCoreApplication(sys.argv[:1]))


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    assert application is not None
    return application


_kept: list[QCoreApplication] = []  # Qt deletes an application that nothing refers to
