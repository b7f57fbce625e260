"""UTF-8 or GB 18030, told by the bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.exchange.text_encoding import decode_all, decoded, encoding_of, known_name
from models.errors import FileError, FileProblem
from models.geo_source import EncodingOrigin


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_whole_file_is_decoded(encoding: str) -> None:
    text, found = decoded(Path("a.csv"), "龙岗,棠香".encode(encoding))
    assert text == "龙岗,棠香"
    assert found.name == encoding.removesuffix("-sig")


@pytest.mark.parametrize("content", [b"\xff\x00\x81", b"a\x00b"])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(FileError) as refused:
        decoded(Path("a.csv"), content)
    assert refused.value.problem is FileProblem.UNKNOWN_FORMAT


@pytest.mark.parametrize(
    ("declared", "name"),
    [
        ("UTF-8", "utf-8"), ("utf8", "utf-8"), ("65001", "utf-8"), ("GBK", "gb18030"),
        ("936", "gb18030"), ("ANSI 936", "gb18030"), ("cp936", "gb18030"), ("GB2312", "gb18030"),
        ("1252", "cp1252"), ("", None), ("klingon", None),
    ],
)  # fmt: skip
def test_declared_encodings_are_known_by_many_names(declared: str, name: str | None) -> None:
    assert known_name(declared) == name


@pytest.mark.parametrize(
    ("encoding", "declared", "name", "origin"),
    [
        ("utf-8", "", "utf-8", EncodingOrigin.TEXTS),
        ("gbk", "", "gb18030", EncodingOrigin.TEXTS),
        ("utf-8", "UTF-8", "utf-8", EncodingOrigin.DECLARED),
        ("gbk", "936", "gb18030", EncodingOrigin.DECLARED),
        ("utf-8", "GBK", "utf-8", EncodingOrigin.CONTRADICTED),
        ("gbk", "UTF-8", "gb18030", EncodingOrigin.CONTRADICTED),
        ("gbk", "1252", "gb18030", EncodingOrigin.CONTRADICTED),
    ],
)
def test_texts_tell_their_encoding(
    encoding: str, declared: str, name: str, origin: EncodingOrigin
) -> None:
    found = encoding_of(
        [text.encode(encoding) for text in ("A1", "龙岗街道", "棠香街道")], declared
    )
    assert (found.name, found.origin, found.declared) == (name, origin, declared)


def test_a_gbk_text_that_could_be_utf8_is_left_to_what_is_declared() -> None:
    ambiguous = "小模".encode("gbk")  # also two characters of UTF-8, though no Chinese ones
    assert ambiguous.decode("utf-8")
    assert encoding_of([ambiguous], "GBK").name == "gb18030"


def test_texts_without_chinese_leave_it_at_what_is_declared() -> None:
    assert encoding_of([b"A1"], "GBK").origin is EncodingOrigin.DECLARED
    assert encoding_of([b"A1"], "").name == "utf-8"


def test_a_cut_last_character_is_left_out_and_wrong_bytes_are_counted() -> None:
    cut = "龙岗".encode()[:5]
    assert decode_all([cut, None, b"\xffA", "棠".encode()], "utf-8") == (
        ["龙", None, "\ufffdA", "棠"],
        1,
    )
    assert encoding_of([cut, "棠香".encode()], "").name == "utf-8"
