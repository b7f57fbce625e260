"""In which encoding texts from Chinese offices are: UTF-8, UTF-16 or GB 18030 (GBK, GB 2312)."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from pathlib import Path

from models.errors import FileError, FileProblem
from models.geo_source import EncodingOrigin, TextEncoding

GB18030 = "gb18030"
_CJK = "\u2e80"  # the first character of the Chinese blocks
_NAMES = {"65001": "utf-8", "936": GB18030, "54936": GB18030}
_SAME_AS_GB18030 = ("gbk", "gb2312", "cp936", "gb18030")


def decoded(path: Path, content: bytes) -> tuple[str, TextEncoding]:
    """The text of a whole file. Raises FileError(UNKNOWN_FORMAT) where it is no such text."""
    marked = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if marked else ("utf-8-sig", GB18030):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, TextEncoding(encoding.removesuffix("-sig"), EncodingOrigin.TEXTS)
    raise FileError(path, FileProblem.UNKNOWN_FORMAT, "encoding")


def encoding_of(texts: Iterable[bytes], declared: str) -> TextEncoding:
    """The encoding of the texts of a table, whatever it declares ("" for nothing).

    Texts that all are UTF-8 with Chinese characters can be nothing else; else they are GB 18030
    where they can be. A last character that is cut by the width of its column is no objection.
    """
    name = known_name(declared)
    found = name or "utf-8"
    telling = [text for text in texts if not text.isascii()]
    if telling:
        found = _told_by(telling, name)
    if name is None:
        return TextEncoding(found, EncodingOrigin.TEXTS, declared)
    origin = EncodingOrigin.DECLARED if found == name else EncodingOrigin.CONTRADICTED
    return TextEncoding(found, origin, declared)


def known_name(declared: str) -> str | None:
    """Python's name of a declared encoding (UTF-8, 936, GBK, cp936 …); None for one unknown."""
    plain = declared.strip().lower().removeprefix("ansi ").removeprefix("oem ").strip()
    plain = _NAMES.get(plain, plain)
    try:
        name = codecs.lookup(f"cp{plain}" if plain.isdecimal() else plain).name
    except LookupError:
        return None
    return GB18030 if name in _SAME_AS_GB18030 else name


def decode_all(texts: Iterable[bytes | None], encoding: str) -> tuple[list[str | None], int]:
    """The texts, None for none, and how many held bytes that are not of the encoding."""
    broken, result = 0, list[str | None]()
    for text in texts:
        try:
            result.append(None if text is None else text.decode(encoding))
        except UnicodeDecodeError:
            uncut = _without_cut_character(text or b"", encoding)
            broken += uncut is None
            result.append(text.decode(encoding, "replace") if uncut is None and text else uncut)
    return result, broken


def _without_cut_character(text: bytes, encoding: str) -> str | None:
    """The text without a last character that its column was too narrow for; None where there are
    wrong bytes elsewhere."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(text)
    except UnicodeDecodeError:
        return None


def _told_by(texts: list[bytes], declared: str | None) -> str:
    as_utf8, broken_utf8 = decode_all(texts, "utf-8")
    is_chinese = any(character >= _CJK for text in as_utf8 for character in text or "")
    if not broken_utf8 and (is_chinese or declared != GB18030):
        return "utf-8"
    if not decode_all(texts, GB18030)[1]:
        return GB18030
    return declared or GB18030
