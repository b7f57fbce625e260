"""What a rule could not check, in the planner's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.wording import rule_text
from models.catalogue import Catalogue, Language
from models.rules.rule import Unchecked

translate = QCoreApplication.translate


def unchecked_reason(unchecked: Unchecked, catalogue: Catalogue, language: Language) -> str:
    """Only why, and for how many of how many."""
    because = catalogue.word("missing", unchecked.missing, language)
    if not unchecked.left_out:
        return because
    return f"{because} ({unchecked.left_out:,}/{unchecked.counted:,})"


def unchecked_text(unchecked: Unchecked, catalogue: Catalogue, language: Language) -> str:
    """Why a rule, or part of what it applies to, cannot be computed: never a pass."""
    rule = rule_text(unchecked.rule, language)
    because = catalogue.word("missing", unchecked.missing, language)
    if not unchecked.left_out:
        return translate("RuleWording", "{rule}: cannot be computed: {because}").format(
            rule=rule, because=because
        )
    return translate(
        "RuleWording", "{rule}: cannot be computed for {left_out} of {counted}: {because}"
    ).format(
        rule=rule,
        left_out=f"{unchecked.left_out:,}",
        counted=f"{unchecked.counted:,}",
        because=because,
    )
