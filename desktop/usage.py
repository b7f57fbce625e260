"""The command line's parser: what argparse says by itself, in the language of the screens."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class WrongUse(Exception):
    """Wrong use of the command line, in one line."""


class HelpFormatter(argparse.HelpFormatter):
    """Help that begins with the translated word for "usage"."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        if prefix is None:
            prefix = translate("usage", "usage: ")
        super().add_usage(usage, actions, groups, prefix)


class Parser(argparse.ArgumentParser):
    """Raises WrongUse where argparse would print its usage and exit."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=HelpFormatter, add_help=False, **options)

    def error(self, message: str) -> NoReturn:
        raise WrongUse(
            translate("usage", "weigui: wrong use ({problem}); see: {program} --help").format(
                problem=problem_text(message), program=self.prog
            )
        )


def problem_text(message: str) -> str:
    """A message of argparse in the language of the screens; an unknown one as it is.

    argparse translates by gettext only, whose files would be a second kind of translation.
    """
    known = {
        r"the following arguments are required: (?P<names>.+)": translate(
            "usage", "missing: {names}"
        ),
        r"unrecognized arguments: (?P<names>.+)": translate("usage", "not known: {names}"),
        r"argument (?P<name>.+?): invalid choice: (?P<value>.+) \(choose from (?P<choices>.+)\)": (
            translate("usage", "{name} cannot be {value}; possible are {choices}")
        ),
        r"argument (?P<name>.+?): expected one argument": translate(
            "usage", "{name} needs a value"
        ),
        r"argument (?P<name>.+?): ignored explicit argument (?P<value>.+)": translate(
            "usage", "{name} takes no value, but {value} is given"
        ),
        r"ambiguous option: (?P<name>.+) could match (?P<choices>.+)": translate(
            "usage", "{name} may be any of {choices}"
        ),
    }
    for pattern, text in known.items():
        if found := re.fullmatch(pattern, message):
            return text.format(**found.groupdict())
    return message
