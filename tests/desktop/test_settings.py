from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray

from desktop.settings import RECENT_FILES, Settings
from models.catalogue import Language


def again(settings: Settings, tmp_path: Path) -> Settings:
    """The settings as the next start of the program finds them."""
    settings.sync()
    return Settings(tmp_path / "settings.ini")


def test_chinese_is_spoken_until_another_language_is_chosen(
    settings: Settings, tmp_path: Path
) -> None:
    assert settings.language is Language.ZH
    settings.language = Language.EN
    assert again(settings, tmp_path).language is Language.EN


def test_a_language_that_is_not_known_is_taken_for_chinese(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_text("[General]\nlanguage=tlh\n")
    assert Settings(tmp_path / "settings.ini").language is Language.ZH


def test_recent_files_come_newest_first_once_each_and_only_those_that_exist(
    settings: Settings, tmp_path: Path
) -> None:
    files = [tmp_path / f"县{n}.weigui" for n in range(3)]
    for path in files:
        path.touch()
        settings.remember_file(path)
    settings.remember_file(files[0])
    files[1].unlink()
    assert again(settings, tmp_path).recent_files == [files[0], files[2]]


def test_one_recent_file_is_read_again_as_one(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "县，区.weigui"
    path.touch()
    settings.remember_file(path)
    assert again(settings, tmp_path).recent_files == [path]


def test_the_oldest_recent_files_are_forgotten(settings: Settings, tmp_path: Path) -> None:
    for n in range(RECENT_FILES + 2):
        path = tmp_path / f"{n}.weigui"
        path.touch()
        settings.remember_file(path)
    assert len(settings.recent_files) == RECENT_FILES
    assert settings.recent_files[0].name == f"{RECENT_FILES + 1}.weigui"


def test_layout_is_kept_byte_for_byte(settings: Settings, tmp_path: Path) -> None:
    state = QByteArray(bytes(range(256)))
    settings.keep_layout("window", state)
    assert again(settings, tmp_path).layout("window") == state
    assert settings.layout("unknown") is None


def test_a_recent_file_that_nobody_can_look_at_is_left_out(tmp_path):
    settings = Settings(tmp_path / "settings.ini")
    settings.remember_file(tmp_path)
    settings.remember_file(tmp_path / ("a" * 300))  # the system refuses to look
    assert settings.recent_files == [tmp_path]


def test_the_document_that_was_proofread_last_is_known_while_it_is_there(
    settings: Settings, tmp_path: Path
) -> None:
    assert settings.proofread_file is None
    document = tmp_path / "规划.docx"
    settings.proofread_file = document
    assert settings.proofread_file is None
    document.touch()
    assert settings.proofread_file == document


def test_checks_that_are_switched_off_stay_so(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    assert settings.checks_off == set()
    settings.checks_off = {"total-differs", "name-differs"}
    settings.sync()
    assert Settings(tmp_path / "settings.ini").checks_off == {"total-differs", "name-differs"}
