"""One sort of chart for the meeting: what it can be asked, and the chart of an answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from matplotlib.figure import Figure
from PySide6.QtCore import QCoreApplication

from desktop.chart_question import ChartQuestion
from desktop.charts.looks import Mark, Pen
from desktop.fonts import picture_font
from desktop.session import CountySession
from models.measure import Basis

translate = QCoreApplication.translate
Offer = Sequence[tuple[str, str]]  # words and id


@dataclass(frozen=True)
class Chart:
    """A chart with the figures of now; two that are equal look alike.

    Where it is empty, `remedy` is the page on which that can be mended.
    """

    title: str
    sources: tuple[str, ...]
    values: Any
    is_empty: bool
    remedy: str
    _draw: Callable[[Figure, Pen], list[Mark]] = field(compare=False, repr=False)

    def draw(self, figure: Figure, session: CountySession) -> list[Mark]:
        """Draw it, as wide as the figure and at least as high; its parts, to be pointed at."""
        font = picture_font()
        pen = Pen(session.catalogue, session.language, font, self.title, self.sources)
        return self._draw(figure, pen)


class MeetingChart:
    """One sort of chart: its choices, and the chart of a choice."""

    def title(self) -> str:
        raise NotImplementedError

    def subject_word(self) -> str:
        """What the choice of subject is called."""
        return translate("MeetingChart", "Of")

    def subjects(self, session: CountySession) -> Offer:
        """What it can be of, that of most use first; none where there is no choice."""
        return []

    def bases(self, session: CountySession, subject: str) -> Offer:
        """On which bases the plan has figures of a subject, planned ones first."""
        return []

    def classes(self, session: CountySession) -> Offer:
        """The classes of facilities to which it can be confined."""
        return []

    def chart(self, session: CountySession, question: ChartQuestion) -> Chart:
        raise NotImplementedError

    def usual(self, session: CountySession) -> ChartQuestion:
        """The question of one who has not chosen: of the first subject with figures."""
        return self.possible(session, ChartQuestion())

    def for_meeting(self, session: CountySession) -> list[ChartQuestion]:
        """The questions whose charts go into the papers of a meeting."""
        return [self.usual(session)]

    def possible(self, session: CountySession, question: ChartQuestion) -> ChartQuestion:
        """The question with what is not to be had replaced by the first that is."""
        offered = [subject for _, subject in self.subjects(session)]
        subject = question.subject
        if subject not in offered:
            filled = (s for s in offered if self.bases(session, s))
            subject = next(filled, offered[0] if offered else "")
        bases = [basis for _, basis in self.bases(session, subject)]
        basis = question.basis
        if basis not in bases:
            basis = Basis(bases[0]) if bases else None
        return replace(question, subject=subject, basis=basis)
