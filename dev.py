"""Everything a developer needs: `python3 dev.py run | test | check | bench | build`.

run    open the program on Dazu's county file (without a display: its main job, into ./out/)
test   run the tests
check  style, types and the import contracts
bench  measure
build  make the program that needs no Python, in ./dist/, and let it test itself

Each command first makes what it needs: the virtual environment `.venv` in this folder, the
pinned packages, the translations and, on Debian and Ubuntu, the shared libraries of Qt. What is
there already is left alone. Further arguments are passed on, e.g. `dev.py run --lang en`,
`dev.py test -k journeys`.

Only the standard library is imported, and nothing that an old Python could not read, so that
the first message of an old Python is the useful one.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)
COUNTY_FILE = "大足区.weigui"

# Shared library → Debian package. A newer Ubuntu gives `libglib2.0-0t64` for `libglib2.0-0`.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
QT_WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def say(text: str) -> None:
    print(f"dev.py: {text}", flush=True)


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window can be shown; only on Linux is that a question."""
    if not platform.startswith("linux"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def run(command: Iterable[object]) -> int:
    """Run a command in this folder, with Qt drawing offscreen where there is no display, and give
    its exit code.
    """
    environment = dict(os.environ)
    if not has_display(environment):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    line = [str(word) for word in command]
    return subprocess.run(line, cwd=ROOT, env=environment, check=False).returncode


def must(command: Iterable[object], task: str) -> None:
    """Run a command that all the rest depends on; stop with one clear line where it fails."""
    code = run(command)
    if code:
        raise SystemExit(f"dev.py: {task} failed (exit code {code}); see above.")


# --- the machine -----------------------------------------------------------------------------


def loads(library: str) -> bool:
    """Whether the loader finds a shared library, by its file name."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(libraries: Mapping[str, str]) -> list[str]:
    """The Debian packages of those shared libraries that this machine lacks."""
    return [package for library, package in libraries.items() if not loads(library)]


def root_prefix() -> list[str] | None:
    """What to put before a command so that root runs it; None where a password would be asked."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if shutil.which("sudo") and run([*sudo, "true"]) == 0:
        return sudo
    return None


def install_packages(packages: Sequence[str]) -> bool:
    """Install Debian packages, where that needs no question; else say what to install.

    Returns whether they are installed now.
    """
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        say(f"this machine lacks what Debian calls: {names}. Please install its own packages.")
        return False
    as_root = root_prefix()
    if as_root is None:
        say(f"please install what is missing: sudo apt-get install {names}")
        return False
    say(f"installing {names}")
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    run([*apt, "update"])
    if run([*apt, "install", "-y", "--no-install-recommends", *packages]):
        say(f"that failed; please install yourself: {names}")
        return False
    return True


def ensure_qt_libraries() -> None:
    """Qt's wheels bring Qt, but not the shared libraries of the system that it stands on."""
    if not sys.platform.startswith("linux"):
        return
    wanted = dict(QT_LIBRARIES)
    if has_display(os.environ):
        wanted.update(QT_WINDOW_LIBRARIES)
    missing = missing_packages(wanted)
    if missing:
        install_packages(missing)


# --- the virtual environment -----------------------------------------------------------------


def venv_program(name: str) -> Path:
    """Where the virtual environment keeps a command, e.g. `python` or `weigui`."""
    if sys.platform == "win32":
        return VENV / "Scripts" / f"{name}.exe"
    return VENV / "bin" / name


def fingerprint(lock: Path, place: Path = ROOT) -> str:
    """What an installation depends on: the locked packages, the project's own description, and
    the folder, for a virtual environment cannot be moved.
    """
    digest = hashlib.sha256(str(place).encode())
    for file in (lock, ROOT / "pyproject.toml"):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def is_installed(stamp: Path, wanted: str) -> bool:
    """Whether an installation finished, and of the same fingerprint."""
    return stamp.is_file() and stamp.read_text("ascii").strip() == wanted


def ensure_venv() -> None:
    """Make `.venv`, or make it anew where its Python has gone or is too old."""
    python = venv_program("python")
    test = f"import pip, sys; sys.exit(sys.version_info < {OLDEST_PYTHON})"
    if python.exists() and run([python, "-c", test]) == 0:
        return
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        say("this Python cannot make a virtual environment: its ensurepip is missing.")
        if not install_packages([package]):
            raise SystemExit(1)
    say("making the virtual environment .venv")
    must([sys.executable, "-m", "venv", "--clear", VENV], "making .venv")


def ensure_packages(name: str) -> None:
    """Install the packages of `requirements/<name>.txt` and this project, if they are not yet.

    `dev` holds all of `run`. The stamps go before and come back after, so an installation that
    was cut short is done again.
    """
    locks = {"run": ["run"], "dev": ["run", "dev"]}
    wanted = {lock: fingerprint(ROOT / "requirements" / f"{lock}.txt") for lock in locks}
    stamps = {lock: VENV / f"weigui-{lock}.stamp" for lock in locks}
    if is_installed(stamps[name], wanted[name]):
        return
    for stamp in stamps.values():
        stamp.unlink(missing_ok=True)
    say(f"installing the packages of requirements/{name}.txt; the first time takes minutes")
    pip = [venv_program("python"), "-m", "pip", "--disable-pip-version-check", "install"]
    lock_file = ROOT / "requirements" / f"{name}.txt"
    must([*pip, "--require-hashes", "-r", lock_file], "installing packages (is there a network?)")
    own = ["--quiet", "--no-deps", "--no-build-isolation", "--force-reinstall", "--editable", ROOT]
    must([*pip, *own], "installing weigui itself")
    for lock in locks[name]:
        stamps[lock].write_text(wanted[lock], "ascii")


def stale_translations(folder: Path) -> list[Path]:
    """The translations whose compiled form is missing or older."""
    return [
        source
        for source in sorted(folder.glob("*.ts"))
        if not source.with_suffix(".qm").exists()
        or source.with_suffix(".qm").stat().st_mtime < source.stat().st_mtime
    ]


def ensure_translations() -> None:
    for source in stale_translations(ROOT / "resources" / "translations"):
        compiler = [venv_program("pyside6-lrelease"), "-silent", source]
        must([*compiler, "-qm", source.with_suffix(".qm")], f"compiling {source.name}")


def prepare(requirements: str) -> None:
    ensure_qt_libraries()
    ensure_venv()
    ensure_packages(requirements)
    ensure_translations()


# --- commands --------------------------------------------------------------------------------


def command_run(arguments: list[str]) -> int:
    prepare("run")
    weigui = venv_program("weigui")
    if not any(argument.endswith(".weigui") for argument in arguments):
        arguments = [COUNTY_FILE, *arguments]
        if not (ROOT / COUNTY_FILE).exists():
            must([weigui, "new", COUNTY_FILE, "--sample", "dazu"], f"making {COUNTY_FILE}")
    if has_display(os.environ):
        return run([weigui, *arguments])
    say("there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window opens;")
    say("the main job is done without it, into ./out/")
    return run([weigui, "demo", *arguments, "--out", "out"])


def parallel(arguments: Sequence[str], cores: int) -> list[str]:
    """The pytest option that spreads the tests over the cores, unless the caller has a say."""
    own_say = ("-n", "--numprocesses", "--pdb", "-s")
    if cores < 2 or any(argument.startswith(own_say) for argument in arguments):
        return []
    return ["-n", str(min(cores, 4))]


def command_test(arguments: list[str]) -> int:
    prepare("dev")
    spread = parallel(arguments, os.cpu_count() or 1)
    return run([venv_program("python"), "-m", "pytest", "-q", *spread, *arguments])


def command_check(arguments: list[str]) -> int:
    """All checks run, also after one has failed."""
    if arguments:
        raise SystemExit("dev.py: check takes no arguments; run ruff or mypy of .venv yourself.")
    prepare("dev")
    checks = [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["lint-imports", "--no-logo"],
    ]
    failed = []
    for check in checks:
        say(" ".join(check))
        if run([venv_program(check[0]), *check[1:]]):
            failed.append(check[0])
    say(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


def command_bench(arguments: list[str]) -> int:
    prepare("dev")
    pytest = [venv_program("python"), "-m", "pytest", "-q", "--timeout", "600", "--benchmark-only"]
    return run([*pytest, *arguments, "tests/benchmarks"])


def command_build(arguments: list[str]) -> int:
    prepare("dev")
    builder = [venv_program("python"), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    must([*builder, *arguments, "build.spec"], "building")
    program = ROOT / "dist" / "weigui" / ("weigui.exe" if sys.platform == "win32" else "weigui")
    say(f"built {program.relative_to(ROOT)}; now it tests itself")
    return run([program, "self-test"])


COMMANDS = {
    "run": command_run,
    "test": command_test,
    "check": command_check,
    "bench": command_bench,
    "build": command_build,
}


def main(arguments: list[str]) -> int:
    if sys.version_info < OLDEST_PYTHON:
        here = ".".join(str(part) for part in sys.version_info[:3])
        print(f"dev.py: Weigui needs Python 3.11 or newer; this is {here}.", file=sys.stderr)
        return 2
    # A county's name must not stop a console that cannot show it.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if not arguments or arguments[0] not in COMMANDS:
        asked_for_help = arguments[:1] in (["-h"], ["--help"])
        print(__doc__, file=sys.stdout if asked_for_help else sys.stderr)
        return 0 if asked_for_help else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
