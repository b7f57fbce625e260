"""Shapefiles, alone or in a .zip: the part files that belong together, and their text encoding."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from db.exchange.geodata_ogr import Progress, read_ogr, stated_system
from db.exchange.text_encoding import decode_all, encoding_of
from models.errors import FileError, FileProblem
from models.geo_source import (
    UTF8,
    EncodingOrigin,
    GeoLayer,
    GeoNotice,
    GeoProblem,
    TextEncoding,
    Value,
)

_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
# Every byte is a character of it, so that the bytes can be had back. OGR itself recodes it, in this
# spelling, without the tables of the system.
_BYTES = "ISO-8859-1"
_FILE_CODE = b"\x00\x00\x27\x0a"
_GBK_MARKS = (0x4D, 0x7A)  # of the table's header; other marks are seldom true
_MOST_UNPACKED = 2**31  # bytes


def shapefile_layer(path: Path, progress: Progress) -> GeoLayer:
    """The layer of a .shp and the files of the same name beside it.

    Raises FileError: PART_MISSING (.shx), NOT_GEODATA, CUT_OFF, TOO_LARGE.
    """
    parts = {
        file.suffix.lower(): file
        for file in path.parent.iterdir()
        if file.stem == path.stem and file.suffix.lower() in _PARTS
    }
    if ".shx" not in parts:
        raise FileError(path, FileProblem.PART_MISSING, ".shx")
    _check_lengths(path, parts)
    read = read_ogr(path, None, progress, _BYTES)
    encoding, columns, broken = _decoded(read.columns, _declared_encoding(parts))
    declared, notices = stated_system(read.crs)
    if ".dbf" not in parts:
        notices += (GeoNotice(GeoProblem.NO_ATTRIBUTES),)
    if encoding.origin is EncodingOrigin.CONTRADICTED:
        facts = {"declared": encoding.declared, "found": encoding.name}
        notices += (GeoNotice(GeoProblem.OTHER_ENCODING, facts=facts),)
    if broken:
        notices += (GeoNotice(GeoProblem.BROKEN_TEXT, broken),)
    return GeoLayer(
        path.stem, read.geometries, read.numbers + 1, columns, declared, read.crs, encoding,
        (*read.notices, *notices),
    )  # fmt: skip


def zipped_shapefiles(path: Path, progress: Progress) -> list[GeoLayer]:
    """The layers of the shapefiles in an archive.

    Raises FileError: CUT_OFF, NOT_GEODATA (none in it, or a password), and as `shapefile_layer`.
    """
    with TemporaryDirectory() as folder:
        try:
            with zipfile.ZipFile(path) as archive:
                names = _unpack(path, archive, Path(folder))
        except (zipfile.BadZipFile, EOFError) as error:
            raise FileError(path, FileProblem.CUT_OFF, str(error)) from error
        except RuntimeError as error:  # what zipfile raises for a password
            raise FileError(path, FileProblem.NOT_GEODATA, "encrypted") from error
        if not names:
            raise FileError(path, FileProblem.NOT_GEODATA)
        return [_unpacked_layer(path, file, name, progress) for file, name in names.items()]


def _unpacked_layer(archive: Path, file: Path, name: str, progress: Progress) -> GeoLayer:
    """An error is told of the archive, which is what the person knows."""
    try:
        layer = shapefile_layer(file, progress)
    except FileError as error:
        detail = f"{name}{error.detail}" if error.detail.startswith(".") else name
        raise FileError(archive, error.problem, detail) from error
    return GeoLayer(
        name, layer.geometries, layer.numbers, layer.columns, layer.declared, layer.stated,
        layer.encoding, layer.notices,
    )  # fmt: skip


def _unpack(path: Path, archive: zipfile.ZipFile, folder: Path) -> dict[Path, str]:
    """Unpack the parts of shapefiles under plain names; the .shp files with their own names."""
    entries = {
        _entry_name(entry): entry
        for entry in archive.infolist()
        if PurePosixPath(entry.filename).suffix.lower() in _PARTS
    }
    size = sum(entry.file_size for entry in entries.values())
    if size > _MOST_UNPACKED:
        raise FileError(path, FileProblem.TOO_LARGE, f"{size // 2**20} MB")
    stems = dict.fromkeys(name.with_suffix("") for name in entries if name.suffix.lower() == ".shp")
    places = {stem: folder / f"layer{number}" for number, stem in enumerate(stems)}
    for name, entry in entries.items():
        if (place := places.get(name.with_suffix(""))) is not None:
            place.with_suffix(name.suffix.lower()).write_bytes(archive.read(entry))
    return {place.with_suffix(".shp"): stem.name for stem, place in places.items()}


def _entry_name(entry: zipfile.ZipInfo) -> PurePosixPath:
    """Archives made on a Chinese Windows hold GBK names, which zipfile takes for code page 437."""
    if entry.flag_bits & 0x800:
        return PurePosixPath(entry.filename)
    try:
        return PurePosixPath(entry.filename.encode("cp437").decode("gb18030"))
    except UnicodeError:
        return PurePosixPath(entry.filename)


def _check_lengths(path: Path, parts: Mapping[str, Path]) -> None:
    """Hold the sizes of the files against what they state, since OGR reads a cut file as blanks."""
    with path.open("rb") as file:
        head = file.read(100)
    if not head.startswith(_FILE_CODE):
        raise FileError(path, FileProblem.NOT_GEODATA)
    if len(head) < 100 or path.stat().st_size < 2 * int.from_bytes(head[24:28], "big"):
        raise FileError(path, FileProblem.CUT_OFF, ".shp")
    if parts[".shx"].stat().st_size < 100:
        raise FileError(path, FileProblem.CUT_OFF, ".shx")
    if ".dbf" not in parts:
        return
    with parts[".dbf"].open("rb") as file:
        head = file.read(32)
    rows, header, width = (
        int.from_bytes(head[a:b], "little") for a, b in ((4, 8), (8, 10), (10, 12))
    )
    if len(head) < 32 or parts[".dbf"].stat().st_size < header + rows * width:
        raise FileError(path, FileProblem.CUT_OFF, ".dbf")


def _declared_encoding(parts: Mapping[str, Path]) -> str:
    if ".cpg" in parts:
        return parts[".cpg"].read_bytes()[:40].decode("ascii", "replace").strip()
    if ".dbf" in parts:
        with parts[".dbf"].open("rb") as file:
            mark = file.read(30)[29:]
        return "GBK" if mark and mark[0] in _GBK_MARKS else ""
    return ""


def _decoded(
    columns: Mapping[str, list[Value]], declared: str
) -> tuple[TextEncoding, dict[str, list[Value]], int]:
    """The encoding, the columns with texts and headings decoded, how many texts are broken."""
    headings = [name.encode(_BYTES) for name in columns]
    raw = {name: [v.encode(_BYTES) for v in values if isinstance(v, str)]
           for name, values in columns.items()}  # fmt: skip
    encoding = encoding_of(
        [*headings, *(text for texts in raw.values() for text in texts)], declared
    )
    if not columns:
        return UTF8, {}, 0
    plain, broken = decode_all(headings, encoding.name)
    decoded: dict[str, list[Value]] = {}
    for heading, (name, values) in zip(plain, columns.items(), strict=True):
        texts, wrong = decode_all(raw[name], encoding.name)
        broken += wrong
        following = iter(texts)
        decoded[heading or name] = [
            next(following) if isinstance(value, str) else value for value in values
        ]
    return encoding, decoded, broken
