"""The template that target sheets are set by: the built-in one, or the bureau's own copy.

The bureau's folder may hold `target_sheet.typ`, `logo.svg` or `logo.png`, and `head.txt`, whose
lines stand above the title. What is missing is as built in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import typst

from db.exchange.writing import write_whole
from models.errors import NEEDS_NETWORK, FileError, FileProblem
from resources import resource

FILE = "target_sheet.typ"
HEAD = "head.txt"
LOGOS = ("logo.svg", "logo.png")
_LINE = re.compile(r"\.typ:(\d+):")


@dataclass(frozen=True, slots=True)
class SheetTemplate:
    """`root` is the folder from which the template may read files; `is_own` says that `source` is
    the bureau's, `logo` names a file of `root`, or is "".
    """

    source: bytes
    root: Path
    is_own: bool = False
    logo: str = ""
    head: tuple[str, ...] = ()


Problem = tuple[int | None, str]  # the line, None where none is known; and what is wrong there


def read_template(folder: Path | None) -> SheetTemplate:
    """The template of a folder, without one the built-in. Raises FileError where the folder or one
    of its files cannot be read."""
    own = built_in()
    if folder is None:
        return own
    if not folder.is_dir():
        raise FileError(folder, FileProblem.NO_SUCH_FOLDER)
    try:
        file, head = folder / FILE, folder / HEAD
        is_own = file.is_file()
        lines = head.read_text("utf-8-sig").splitlines() if head.is_file() else []
        return SheetTemplate(
            file.read_bytes() if is_own else own.source,
            folder,
            is_own,
            next((name for name in LOGOS if (folder / name).is_file()), ""),
            tuple(line.strip() for line in lines if line.strip()),
        )
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(folder, FileProblem.DAMAGED, str(error)) from error


def built_in() -> SheetTemplate:
    file = resource(f"templates/{FILE}")
    return SheetTemplate(file.read_bytes(), Path(str(file)).parent)


def copy_template(folder: Path) -> Path:
    """Lay the built-in template into a folder, to be changed there. Raises FileError, also where
    the folder holds one already (EXISTS): the bureau's work is not overwritten."""
    target = folder / FILE
    if target.exists():
        raise FileError(target, FileProblem.EXISTS)
    write_whole(target, built_in().source)
    return target


def problem_of(error: typst.TypstError) -> Problem:
    """Where and why Typst refused a template."""
    found = _LINE.search(error.diagnostic or "")
    return int(found[1]) if found else None, error.message


def asks_for_network(template: SheetTemplate) -> Problem | None:
    """A template that imports a package of Typst's registry: it would be fetched."""
    for number, line in enumerate(template.source.decode("utf8", "replace").splitlines(), 1):
        if re.search(r'"@\w+/', line):
            return number, NEEDS_NETWORK
    return None
