"""What keeps the project in shape: the import contracts, sizes, dependencies, clean files."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE_FOLDERS = ("desktop", "db", "models", "resources")
LONGEST_FILE = 400
LONGEST_FUNCTION = 60

# Dependencies that no line of ours imports, and why they are there all the same.
NOT_IMPORTED = {
    "setuptools": "installs the project itself into its environment",
}

# Addresses and paths of one machine or of one network have no place in the project.
UNWANTED = re.compile(
    r"--(?:extra-)?index[-]url|--trusted[-]host|--find[-]links|/simple[/]|file:[/]{3}|/(?:home|root)/\w"
)
TEXT_FILES = {".py", ".toml", ".txt", ".in", ".md", ".csv", ".typ", ".ts", ".spec", ".svg", ""}
NOT_OURS = {"build", "dist", "out", "__pycache__", "weigui.egg-info"}


def sources() -> list[Path]:
    """Every Python file of the program."""
    return [path for folder in SOURCE_FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]


def python_files() -> list[Path]:
    return [*sources(), *sorted((ROOT / "tests").rglob("*.py")), ROOT / "dev.py"]


def project_files(folder: Path = ROOT) -> Iterator[Path]:
    """Every text file of the project; of hidden folders only the continuous integration's."""
    for path in sorted(folder.iterdir()):
        if path.name in NOT_OURS or (path.name.startswith(".") and path.name != ".ci"):
            continue
        if path.is_dir():
            yield from project_files(path)
        elif path.suffix in TEXT_FILES:
            yield path


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def names_in(requirements: str) -> set[str]:
    """The distribution names in the lines of a requirements file."""
    lines = (ROOT / "requirements" / requirements).read_text("utf8").splitlines()
    found = (re.match(r"[A-Za-z0-9][\w.-]*", line) for line in lines)
    return {normalised(match[0]) for match in found if match}


def imported_distributions() -> set[str]:
    """The distributions that our files import, by name."""
    by_module = packages_distributions()
    modules: set[str] = set()
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf8"))):
            if isinstance(node, ast.Import):
                modules.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules.add(node.module.partition(".")[0])
    return {normalised(name) for module in modules for name in by_module.get(module, [])}


@pytest.mark.slow
def test_imports_keep_the_contracts() -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--no-logo"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", python_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_short_enough_to_know(path: Path) -> None:
    assert len(path.read_text("utf8").splitlines()) <= LONGEST_FILE


def test_a_function_fits_a_screen() -> None:
    too_long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in [*sources(), ROOT / "dev.py"]
        for node in ast.walk(ast.parse(path.read_text("utf8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert too_long == []


def test_no_file_names_a_package_index_or_a_home_folder() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in project_files()
        if (match := UNWANTED.search(path.read_text("utf8")))
    ]
    assert found == []


def test_every_dependency_earns_its_place() -> None:
    assert names_in("run.in") - imported_distributions() == set(NOT_IMPORTED)


def test_every_import_is_a_declared_dependency() -> None:
    ours = {"weigui"}
    # Qt's binding comes in a part of its own, which its modules also belong to.
    same = {"pyside6", "pyside6-addons", "shiboken6"}
    assert imported_distributions() - ours - same <= names_in("run.in")


def test_project_and_lock_ask_for_the_same_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["project"]
    declared = {normalised(re.split(r"[<>=~! ]", line)[0]) for line in project["dependencies"]}
    assert declared == names_in("run.in") - {"setuptools"}
    assert names_in("run.in") <= names_in("run.txt") <= names_in("dev.txt")
    assert names_in("dev.in") <= names_in("dev.txt")


@pytest.mark.parametrize("lock", ["run.txt", "dev.txt"])
def test_every_locked_package_has_a_version_and_hashes(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text("utf8")
    for entry in re.split(r"\n(?=[a-z0-9])", text)[1:]:
        assert re.match(r"[a-z0-9-]+==[\w.]+ ", entry), entry.splitlines()[0]
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


def test_run_and_dev_lock_the_same_versions() -> None:
    def pins(lock: str) -> set[str]:
        text = (ROOT / "requirements" / lock).read_text("utf8")
        return set(re.findall(r"^[a-z0-9-]+==.*?(?= \\)", text, re.MULTILINE))

    assert pins("run.txt") <= pins("dev.txt")
