"""What is wrong with a file, and what to do, in the language of the screens."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from models.errors import FileProblem

translate = QCoreApplication.translate


def problem_text(problem: FileProblem) -> str:
    """What is wrong with a file, and what to do."""
    return {**_of_county_files(), **_of_written_files(), **_of_read_files()}[problem]


def _of_county_files() -> dict[FileProblem, str]:
    """The county file itself."""
    return {
        FileProblem.MISSING: translate("wording", "the file does not exist; check the name"),
        FileProblem.NOT_A_COUNTY_FILE: translate(
            "wording", "this is not a Weigui county file; to take in a table, use import"
        ),
        FileProblem.DAMAGED: translate(
            "wording", "the file is damaged and was left as it is; open a backup copy"
        ),
        FileProblem.READ_ONLY: translate(
            "wording", "the file or its folder is write-protected; copy it to a folder of your own"
        ),
        FileProblem.NEWER_VERSION: translate(
            "wording", "the file was made by a newer version of Weigui; install that version"
        ),
        FileProblem.OLDER_VERSION: translate(
            "wording", "the file is of an older version; open it once in the window to update it"
        ),
        FileProblem.OPEN_ELSEWHERE: translate(
            "wording", "the file is open in another window or program; close it there first"
        ),
        FileProblem.MIGRATION_FAILED: translate(
            "wording", "the file could not be brought up to date; a copy of it lies beside it"
        ),
        FileProblem.NO_PLAN: translate(
            "wording", "the county file holds no plan yet; import a published plan first"
        ),
        FileProblem.NO_FACILITY: translate(
            "wording", "the county file holds no facility yet; enter or import facilities first"
        ),
    }


def _of_written_files() -> dict[FileProblem, str]:
    """A file that was to be written."""
    return {
        FileProblem.EXISTS: translate(
            "wording", "the file exists already and is not overwritten; choose another name"
        ),
        FileProblem.CANNOT_WRITE: translate(
            "wording",
            "the file cannot be written; is it open in another program, or the disk full?",
        ),
        FileProblem.DISK_FULL: translate(
            "wording", "the disk is full, nothing was changed; make room or choose another disk"
        ),
        FileProblem.LOCKED: translate(
            "wording",
            "the file is open in another program, nothing was changed; close it there, or choose "
            "another name",
        ),
        FileProblem.PROTECTED_FOLDER: translate(
            "wording", "nothing can be written to this folder or disk; choose another one"
        ),
        FileProblem.NAME_TOO_LONG: translate(
            "wording", "the name with its folders is too long; choose a shorter one"
        ),
        FileProblem.UNREACHABLE: translate(
            "wording",
            "the folder cannot be reached any more, nothing was changed; check the network or the "
            "drive and try again",
        ),
        FileProblem.NOT_EMPTY: translate(
            "wording", "the folder holds files already; choose a new or an empty one"
        ),
        FileProblem.NO_SUCH_FOLDER: translate(
            "wording", "the folder does not exist; make it first"
        ),
        FileProblem.NOT_A_PICTURE: translate(
            "wording", "a map is written as .png, .svg or .pdf; choose such a name"
        ),
        FileProblem.ONE_LAYER: translate(
            "wording", "a GeoJSON file or a table holds one layer; write a GeoPackage (.gpkg)"
        ),
        FileProblem.NOTHING_TO_WRITE: translate(
            "wording", "the county has none of these layers; nothing was written"
        ),
    }


def _of_read_files() -> dict[FileProblem, str]:
    """A table, a text or geographic data that was to be read."""
    return {
        FileProblem.UNKNOWN_FORMAT: translate(
            "wording",
            "this kind of file cannot be read; save it as .xlsx, .docx or .csv, or use the plan's "
            "text as .txt",
        ),
        FileProblem.NOTHING_RECOGNISED: translate(
            "wording", "no table that Weigui knows was found in the file"
        ),
        FileProblem.EMPTY: translate("wording", "the file is empty (0 bytes); fetch it again"),
        FileProblem.CUT_OFF: translate(
            "wording",
            "the file ends too early or is damaged; nothing was read, fetch it again from its "
            "source",
        ),
        FileProblem.PART_MISSING: translate(
            "wording",
            "a part of the shapefile is missing; copy all its files (.shp, .shx, .dbf, .prj, .cpg) "
            "into one folder",
        ),
        FileProblem.NOT_GEODATA: translate(
            "wording",
            "no geographic data; readable are .gpkg, .shp, .zip of a shapefile, .geojson, .kml, "
            ".kmz, .csv and .xlsx",
        ),
        FileProblem.NO_COORDINATES: translate(
            "wording",
            "no columns of coordinates were found; head them 经度 and 纬度, or X and Y for metres",
        ),
        FileProblem.TOO_LARGE: translate(
            "wording", "the layer has too many features; cut out the county first"
        ),
    }
