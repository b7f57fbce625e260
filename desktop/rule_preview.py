"""What a rule touches and finds, as rich text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from desktop import wording
from desktop.session import CountySession
from models.plan import Project
from models.rules.preview import Preview, Touched
from models.rules.rule import Finding, SubjectKind, Unchecked

translate = QCoreApplication.translate
_MOST = 30  # lines of one list


def preview_html(found: Preview, session: CountySession) -> str:
    """What is touched, and which findings would come, go and change."""
    counts = translate("RulePreview", "Findings now: {now}; then: {then}").format(
        now=len(found.now), then=len(found.then)
    )
    return "".join(
        (
            _section(counts, [], always=True),
            _section(translate("RulePreview", "New findings"), _lines(found.new, session)),
            _section(translate("RulePreview", "Findings that go"), _lines(found.gone, session)),
            _section(translate("RulePreview", "Other figures"), _lines(found.changed, session)),
            unchecked_html(found.unchecked, session),
            touched_html(found.touched),
        )
    )


def findings_html(findings: Sequence[Finding], session: CountySession) -> str:
    """What a rule finds now."""
    heading = translate("RulePreview", "Finds now: {count}").format(count=len(findings))
    return _section(heading, _lines(findings, session), always=True)


def touched_html(touched: Touched) -> str:
    """The facilities, divisions and projects that a rule speaks of, counted and named."""
    parts = (
        (translate("RulePreview", "Touches {count} facilities"),
         [f.name for f in touched.facilities]),
        (translate("RulePreview", "Touches {count} divisions"),
         [d.name for d in touched.divisions]),
        (translate("RulePreview", "Touches {count} projects"), [p.name for p in touched.projects]),
    )  # fmt: skip
    said = "".join(_section(head.format(count=len(n)), _most(n)) for head, n in parts if n)
    return said or _section(
        translate("RulePreview", "Touches nothing in this county"), [], always=True
    )


def unchecked_html(unchecked: Sequence[Unchecked], session: CountySession) -> str:
    """What could not be computed, and why."""
    word, language = session.catalogue.word, session.language
    text = translate("RulePreview", "{why} ({left_out} of {counted})")
    lines = [
        text.format(
            why=word("missing", u.missing, language), left_out=u.left_out, counted=u.counted
        )
        if u.left_out
        else word("missing", u.missing, language)
        for u in unchecked
    ]
    return _section(translate("RulePreview", "Cannot be computed"), lines)


def _lines(findings: Sequence[Finding], session: CountySession) -> list[str]:
    return _most([_line(finding, session) for finding in findings])


def _line(finding: Finding, session: CountySession) -> str:
    subject = finding.subject
    if subject.kind is SubjectKind.PROJECT:
        name = session.county.table(Project)[(subject.id,)].name
    else:
        name = wording.subject_text(subject, session.county)
    measured = wording.measured_value(finding.rule, finding.measured)
    return translate("RulePreview", "{name}: {measured}").format(name=name, measured=measured)


def _most(lines: Sequence[str]) -> list[str]:
    if len(lines) <= _MOST:
        return list(lines)
    more = translate("RulePreview", "… and {count} more").format(count=len(lines) - _MOST)
    return [*lines[:_MOST], more]


def _section(heading: str, lines: Sequence[str], *, always: bool = False) -> str:
    """A heading with its lines; without lines nothing, unless the heading says all."""
    if not lines and not always:
        return ""
    body = "".join(f"<div>{escape(line)}</div>" for line in lines)
    return f"<h4 style='margin:8px 0 2px 0'>{escape(heading)}</h4>{body}"
