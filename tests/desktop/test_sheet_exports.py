"""Target sheets say what the screens show: the PDF is read back and every figure compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication

from db.county_file import create
from db.exchange.pdf import first_pages
from db.samples import sample_records
from desktop import language as languages
from desktop.background import Task
from desktop.finding_wording import FindingColumn, cell_text
from desktop.opening import open_session
from desktop.session import CountySession
from desktop.sheet_exports import SheetRun
from models.catalogue import Language
from models.edits import Edit, add
from models.facility import Facility
from models.figures import format_change, format_count
from models.measure import Allocation, Basis, Origin
from models.rules.acknowledging import acknowledge

SAMPLES = [
    ("dazu", Language.ZH),
    ("dazu", Language.EN),
    ("yanjiang", Language.ZH),
]


@pytest.fixture(params=SAMPLES, ids=lambda param: "-".join(param))
def session(
    request: pytest.FixtureRequest, qapp: QCoreApplication, tmp_path: Path
) -> Iterator[CountySession]:
    """A session on a published plan, in the language of the screen."""
    sample, language = request.param
    create(tmp_path / "县.weigui", sample_records(sample), "新建")
    translators = languages.install(qapp, language)
    session = open_session(tmp_path / "县.weigui", language)
    yield session
    session.close()
    for translator in translators:
        qapp.removeTranslator(translator)


def pdf_of(session: CountySession, **options: object) -> bytes:
    run = SheetRun(**options)  # type: ignore[arg-type]
    return run.one_pdf(session, [f.id for f in session.county.facilities])(Task(lambda task: None))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def sheet_texts(session: CountySession) -> dict[str, str]:
    """The text of each facility's sheet without blanks, by the facility's id."""
    pdf = pdf_of(session)
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [squeezed(page.get_textpage().get_text_bounded()) for page in document]
    runs = pairwise([*first_pages(pdf), len(pages)])
    return {
        facility.id: "".join(pages[start:end])
        for facility, (start, end) in zip(session.county.facilities, runs, strict=True)
    }


def row_of(session: CountySession, facility: Facility, measure: str) -> str | None:
    """The cells of a measure as they are to be read; None where the county knows no figure."""
    plan, catalogue = session.plan, session.catalogue
    authorised, actual, planned = (
        session.county.allocation(plan.id, facility.id, measure, basis, year)
        for basis, year in (
            (Basis.AUTHORISED, plan.baseline_year),
            (Basis.ACTUAL, plan.baseline_year),
            (Basis.PLANNED, plan.target_year),
        )
    )
    if authorised is None and actual is None and planned is None:
        return None
    is_beds = catalogue.measures[measure].group == "beds"
    before = authorised if is_beds or authorised is not None else actual
    change = None if before is None or planned is None else planned.value - before.value
    star = "*" if change is not None and before is actual else ""
    values = [None if a is None else a.value for a in (authorised, actual, planned)]
    return squeezed(
        catalogue.measure_name(measure, session.language)
        + catalogue.measure_unit(measure, session.language)
        + "".join(format_count(value) for value in values)
        + format_change(change)
        + star
    )


def test_every_figure_is_the_county_s(session: CountySession) -> None:
    texts = sheet_texts(session)
    compared = 0
    for facility in session.county.facilities:
        for measure in session.catalogue.measures:
            row = row_of(session, facility, measure)
            if row is not None:
                assert row in texts[facility.id]
                compared += 1
    assert compared >= len(session.county.facilities)


def test_findings_are_those_of_the_findings_page(session: CountySession) -> None:
    """More beds in every facility, and one person of each cadre: ratios, shares and least numbers
    are broken, and the first finding of each facility is accepted."""
    give_too_few_staff(session)
    found = {f.id: session.evaluation.of_facility(f.id) for f in session.county.facilities}
    first = [each[0] for each in found.values() if each]
    assert len(first) > 10
    assert session.do(
        acknowledge(
            session.county, session.plan.id, first, reason="分两批补足", who="张三",
            date="2026-11-20", label="确认",
        )
    )  # fmt: skip
    columns = (
        FindingColumn.MEASURED, FindingColumn.LIMIT, FindingColumn.SHORTFALL, FindingColumn.SOURCE,
    )  # fmt: skip
    for facility_id, text in sheet_texts(session).items():
        for finding in found[facility_id]:
            cells = "".join(cell_text(finding, column, session) for column in columns)
            assert squeezed(cells) in text
        if found[facility_id]:
            state = cell_text(found[facility_id][0], FindingColumn.STATE, session)
            assert squeezed(state) in text
            assert "分两批补足" in text


def give_too_few_staff(session: CountySession) -> None:
    plan = session.plan
    figures = [
        Allocation(plan.id, f.id, m.id, Basis.PLANNED, plan.target_year, Decimal(1), Origin.PLANNER)
        for f in session.county.facilities
        for m in session.catalogue.measures.values()
        if m.group == "staff"
    ]
    assert session.do(Edit("填", add(*figures)))


@pytest.mark.parametrize("session", SAMPLES[:1], indirect=True)
def test_nobody_is_named_but_the_author_who_is_given(session: CountySession) -> None:
    def author(pdf: bytes) -> str:
        with pypdfium2.PdfDocument(pdf) as document:
            return document.get_metadata_dict().get("Author", "")

    assert author(pdf_of(session)) == ""
    assert author(pdf_of(session, author="规划科")) == "规划科"


@pytest.mark.parametrize("session", SAMPLES[:1], indirect=True)
def test_for_the_archive_it_is_pdf_a(session: CountySession) -> None:
    """ISO 19005-2, level B, with the colour profile that the standard asks for."""
    pdf = pdf_of(session, archive=True)
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in pdf
    assert b"/GTS_PDFA1" in pdf
