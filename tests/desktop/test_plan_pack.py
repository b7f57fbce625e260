from __future__ import annotations

import getpass
import platform
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication

from db.county_file import create
from db.samples import sample_records
from desktop import language
from desktop.background import Cancelled, Task
from desktop.opening import open_session
from desktop.plan_pack import PlanPack
from desktop.session import CountySession
from models.catalogue import Language

pytestmark = pytest.mark.slow


def written(session: CountySession, folder: Path) -> dict[str, bytes]:
    """The files of a pack by name."""
    path = folder / "资料"
    PlanPack(session).write(path, Task(lambda task: None))
    return {p.relative_to(path).as_posix(): p.read_bytes() for p in path.rglob("*.*")}


@pytest.fixture(scope="module")
def files(qapp: QCoreApplication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The pack of Dazu, in Chinese."""
    folder = tmp_path_factory.mktemp("大足")
    create(folder / "大足区.weigui", sample_records("dazu"), "新建")
    translators = language.install(qapp, Language.ZH)
    session = open_session(folder / "大足区.weigui", Language.ZH)
    try:
        return written(session, folder)
    finally:
        session.close()
        for translator in translators:
            qapp.removeTranslator(translator)


def test_the_pack_holds_everything_in_its_formats(files: dict[str, bytes]) -> None:
    papers = [
        "02 规划附表",
        "03 规划附表（分表）/01 主要发展指标",
        "03 规划附表（分表）/02 床位配置标准",
        "03 规划附表（分表）/03 机构床位（编制、实有、规划）",
        "03 规划附表（分表）/04 大型医用设备配置",
        "03 规划附表（分表）/05 机构与床位汇总",
        "04 中期评估",
        "05 检查结果",
    ]
    charts = {name for name in files if name.startswith("07 图表/") and name.endswith(".png")}
    assert len(charts) > 3
    assert set(files) == {
        "00 目录.pdf",
        "01 机构资源配置目标表（33家）.pdf",
        *(f"{name}.{ending}" for name in papers for ending in ("pdf", "docx", "xlsx")),
        "06 服务半径图.pdf",
        "06 服务半径图.png",
        *charts,
    }


def pdf_text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join("".join(p.get_textpage().get_text_bounded().split()) for p in document)


def test_the_contents_list_every_file(files: dict[str, bytes]) -> None:
    text = pdf_text(files["00 目录.pdf"])
    for name in files:
        if name != "00 目录.pdf":
            stem, ending = name.rsplit(".", 1)
            assert "".join(stem.split()) in text
            assert ending.upper() in text


def parts(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """The file itself, what is packed in it, and the properties and the text of a PDF."""
    yield name, content
    if name.endswith((".docx", ".xlsx")):
        with ZipFile(BytesIO(content)) as package:
            for inner in package.namelist():
                yield f"{name}/{inner}", package.read(inner)
    if name.endswith(".pdf"):
        with pypdfium2.PdfDocument(content) as document:
            yield f"{name} properties", str(document.get_metadata_dict()).encode()
        yield f"{name} text", pdf_text(content).encode()


def user() -> str:
    """As the file system and the properties of a document would name them."""
    return f"/{getpass.getuser()}/"


def test_no_file_names_a_user_a_machine_or_a_folder(files: dict[str, bytes]) -> None:
    known = (tempfile.gettempdir(), str(Path.home()), platform.node(), "site-packages", user())
    private = {word for word in known if len(word) > 3}  # shorter ones stand anywhere by chance
    found = [
        (place, word)
        for name, content in files.items()
        for place, text in parts(name, content)
        for word in private
        if word.encode() in text
    ]
    assert found == []


def test_what_a_plan_lacks_is_left_out(session: CountySession) -> None:
    names = PlanPack(session).names
    assert "01 Target sheets of 4 facilities.pdf" in names
    assert not [name for name in names if "Projects" in name or "Equipment" in name]


def test_a_cancelled_pack_leaves_nothing(session: CountySession, tmp_path: Path) -> None:
    task = Task(lambda task: None)
    task.progressed.connect(lambda done, total: task.cancel() if done == 3 else None)
    before = set(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        PlanPack(session).write(tmp_path / "资料.zip", task)
    assert set(tmp_path.iterdir()) == before


def test_the_figures_are_those_of_the_moment_it_was_gathered_and_progress_counts_files(
    session: CountySession, tmp_path: Path
) -> None:
    heard: list[tuple[int, int]] = []
    task, pack = Task(lambda task: None), PlanPack(session)
    task.progressed.connect(lambda done, total: heard.append((done, total)))
    session.close()  # it needs neither the file nor the county any more
    pack.write(tmp_path / "资料.zip", task)
    with ZipFile(tmp_path / "资料.zip") as archive:
        assert sorted(archive.namelist()) == sorted(pack.names)
    assert heard[0] == (0, len(pack.names))
    assert heard[-1] == (len(pack.names), len(pack.names))
    assert heard == sorted(heard)
