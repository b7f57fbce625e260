"""dev.py: what it decides before it calls anything."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def dev() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def commands(dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """The commands that dev.py would have run, in a checkout of its own; all of them succeed."""
    called: list[list[str]] = []

    def record(command: list[object]) -> int:
        called.append([Path(str(command[0])).stem, *(str(word) for word in command[1:])])
        return 0

    monkeypatch.setattr(dev, "run", record)
    monkeypatch.setattr(
        dev, "prepare", lambda requirements: called.append(["prepare", requirements])
    )
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":9")
    return called


def test_linux_has_a_display_where_x_or_wayland_says_so(dev: ModuleType) -> None:
    assert not dev.has_display({}, "linux")
    assert not dev.has_display({"DISPLAY": ""}, "linux")
    assert dev.has_display({"DISPLAY": ":0"}, "linux")
    assert dev.has_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_always_have_a_display(dev: ModuleType, platform: str) -> None:
    assert dev.has_display({}, platform)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux may lack a display")
@pytest.mark.parametrize(("display", "drawn"), [("", 0), (":9", 1)])
def test_what_runs_without_a_display_draws_offscreen(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, display: str, drawn: int
) -> None:
    monkeypatch.setenv("DISPLAY", display)
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    ask = "import os, sys; sys.exit(os.environ.get('QT_QPA_PLATFORM') != 'offscreen')"
    assert dev.run([sys.executable, "-S", "-c", ask]) == drawn


def test_a_library_that_does_not_load_asks_for_its_package(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "loads", lambda library: library != "libEGL.so.1")
    assert dev.missing_packages(dev.QT_LIBRARIES) == ["libegl1"]


def test_a_library_that_does_not_exist_does_not_load(dev: ModuleType) -> None:
    assert not dev.loads("libno-such-library-of-weigui.so.0")


def test_without_root_and_sudo_it_says_what_to_install(
    dev: ModuleType,
    commands: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: "/usr/bin/apt-get")
    monkeypatch.setattr(dev, "root_prefix", lambda: None)
    assert not dev.install_packages(["libegl1", "libgl1"])
    assert "sudo apt-get install libegl1 libgl1" in capsys.readouterr().out
    assert commands == []


def test_with_sudo_it_installs_what_is_missing(
    dev: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: "/usr/bin/apt-get")
    monkeypatch.setattr(dev, "root_prefix", lambda: ["sudo", "-n"])
    assert dev.install_packages(["libegl1"])
    assert [command[-1] for command in commands] == ["update", "libegl1"]
    assert all(command[:2] == ["sudo", "-n"] for command in commands)


def test_where_there_is_no_apt_it_names_the_packages_and_goes_on(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    assert not dev.install_packages(["libegl1"])
    assert "libegl1" in capsys.readouterr().out


def test_a_sound_environment_is_left_alone(
    dev: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "venv_program", lambda name: Path(sys.executable))
    dev.ensure_venv()
    assert not any("venv" in command for command in commands)


def test_an_environment_whose_python_is_gone_is_made_anew(
    dev: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    dev.ensure_venv()
    assert [command[1:] for command in commands] == [
        ["-m", "venv", "--clear", str(tmp_path / ".venv")]
    ]


def test_a_python_without_ensurepip_asks_for_the_package_that_has_it(
    dev: ModuleType,
    commands: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(dev.shutil, "which", lambda name: "/usr/bin/apt-get")
    monkeypatch.setattr(dev, "root_prefix", lambda: None)
    with pytest.raises(SystemExit):
        dev.ensure_venv()
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert f"sudo apt-get install {package}" in capsys.readouterr().out
    assert commands == []


def test_an_installation_holds_until_its_lock_changes(dev: ModuleType, tmp_path: Path) -> None:
    lock = tmp_path / "run.txt"
    lock.write_text("numpy==1", "ascii")
    stamp = tmp_path / "stamp"
    assert not dev.is_installed(stamp, dev.fingerprint(lock))
    stamp.write_text(dev.fingerprint(lock), "ascii")
    assert dev.is_installed(stamp, dev.fingerprint(lock))
    lock.write_text("numpy==2", "ascii")
    assert not dev.is_installed(stamp, dev.fingerprint(lock))


def test_a_moved_checkout_is_installed_again(dev: ModuleType, tmp_path: Path) -> None:
    lock = tmp_path / "run.txt"
    lock.write_text("numpy==1", "ascii")
    assert dev.fingerprint(lock, Path("here")) != dev.fingerprint(lock, Path("there"))


def test_packages_are_installed_once_and_tests_bring_all_that_running_needs(
    dev: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path)
    (tmp_path / "requirements").mkdir()
    for name in ("pyproject.toml", "requirements/run.txt", "requirements/dev.txt"):
        (tmp_path / name).write_text(name, "ascii")
    dev.ensure_packages("dev")
    assert len(commands) == 2
    assert "--require-hashes" in commands[0]
    dev.ensure_packages("dev")
    dev.ensure_packages("run")
    assert len(commands) == 2


def test_an_installation_that_failed_is_done_again(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "run", lambda command: 1)
    (tmp_path / "requirements").mkdir()
    for name in ("pyproject.toml", "requirements/run.txt", "requirements/dev.txt"):
        (tmp_path / name).write_text(name, "ascii")
    (tmp_path / "weigui-run.stamp").write_text("of an older lock", "ascii")
    with pytest.raises(SystemExit, match="installing packages"):
        dev.ensure_packages("run")
    assert list(tmp_path.glob("*.stamp")) == []


def test_only_missing_and_older_translations_are_compiled(dev: ModuleType, tmp_path: Path) -> None:
    for name in ("missing.ts", "older.ts", "older.qm", "fresh.ts", "fresh.qm"):
        (tmp_path / name).touch()
    os.utime(tmp_path / "older.qm", (1, 1))
    os.utime(tmp_path / "fresh.ts", (1, 1))
    assert [path.name for path in dev.stale_translations(tmp_path)] == ["missing.ts", "older.ts"]


def test_run_makes_the_county_file_once_and_opens_it(
    dev: ModuleType, commands: list[list[str]], tmp_path: Path
) -> None:
    assert dev.main(["run", "--lang", "en"]) == 0
    assert commands == [
        ["prepare", "run"],
        ["weigui", "new", "大足区.weigui", "--sample", "dazu"],
        ["weigui", "大足区.weigui", "--lang", "en"],
    ]
    (tmp_path / "大足区.weigui").touch()
    commands.clear()
    dev.main(["run"])
    assert commands == [["prepare", "run"], ["weigui", "大足区.weigui"]]


def test_run_opens_the_file_it_is_given(dev: ModuleType, commands: list[list[str]]) -> None:
    dev.main(["run", "other.weigui"])
    assert commands == [["prepare", "run"], ["weigui", "other.weigui"]]


def test_run_without_a_display_does_the_main_job(
    dev: ModuleType,
    commands: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(dev, "has_display", lambda environment: False)
    assert dev.main(["run"]) == 0
    assert commands[-1] == ["weigui", "demo", "大足区.weigui", "--out", "out"]
    assert "no display" in capsys.readouterr().out


def test_tests_use_several_cores_unless_told_otherwise(dev: ModuleType) -> None:
    assert dev.parallel([], 2) == ["-n", "2"]
    assert dev.parallel(["-k", "undo"], 64) == ["-n", "4"]
    assert dev.parallel([], 1) == []
    assert dev.parallel(["-n0"], 2) == []
    assert dev.parallel(["--pdb"], 2) == []


def test_checks_all_run_and_one_failure_fails(
    dev: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[str] = []

    def first_fails(command: list[object]) -> int:
        called.append(Path(str(command[0])).stem)
        return int(len(called) == 1)

    monkeypatch.setattr(dev, "run", first_fails)
    assert dev.main(["check"]) == 1
    assert called == ["ruff", "ruff", "mypy", "lint-imports"]


def test_an_unknown_command_is_bad_use(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["deploy"]) == 2
    assert "run | test | check | bench | build" in capsys.readouterr().err


def test_an_old_python_is_told_so(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "OLDEST_PYTHON", (99, 0))
    assert dev.main(["run"]) == 2
    assert "needs Python" in capsys.readouterr().err


def test_it_imports_nothing_that_must_be_installed() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "dev.py"), "--help"],
        capture_output=True,
        encoding="utf8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
