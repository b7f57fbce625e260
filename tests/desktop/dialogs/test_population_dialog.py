"""Populations are set and removed as undoable edits; the findings follow."""

from desktop.dialogs.population_dialog import PopulationDialog
from models.plan import Population, PopulationGroup, PopulationOrigin


def test_setting_a_year_is_one_undoable_edit_with_its_source(session, qtbot):
    dialog = PopulationDialog(session)
    qtbot.addWidget(dialog)
    assert dialog.table.rowCount() == 1
    dialog.year.setValue(2025)
    dialog.persons.setValue(120_000)
    dialog.source.setText("统计公报")
    dialog.set_button.click()
    key = (2025, PopulationGroup.RESIDENT)
    expected = Population(*key, 120_000, PopulationOrigin.ENTERED, "统计公报")
    assert session.county.table(Population)[key] == expected
    assert dialog.table.rowCount() == 2
    session.undo()
    assert key not in session.county.table(Population)
    assert dialog.table.rowCount() == 1


def test_a_smaller_population_changes_the_rates(session, qtbot):
    before = [f.rule.id for f in session.evaluation.findings]
    assert "test.beds" not in before  # 660 beds for 100,000 people are 6.6 per 1,000
    dialog = PopulationDialog(session)
    qtbot.addWidget(dialog)
    dialog.year.setValue(2025)
    dialog.persons.setValue(200_000)
    dialog.set_button.click()
    assert "test.beds" in [f.rule.id for f in session.evaluation.findings]


def test_a_year_can_be_removed(session, qtbot):
    dialog = PopulationDialog(session)
    qtbot.addWidget(dialog)
    assert not dialog.remove_button.isEnabled()
    dialog.table.selectRow(0)
    dialog.remove_button.click()
    assert session.county.populations == []


def test_no_people_cannot_be_set(session, qtbot):
    dialog = PopulationDialog(session)
    qtbot.addWidget(dialog)
    dialog.persons.setValue(0)
    assert not dialog.set_button.isEnabled()


def test_a_projection_is_previewed_and_one_undoable_edit(session, qtbot):
    dialog = PopulationDialog(session)
    qtbot.addWidget(dialog)
    box = dialog.projection
    assert not box.button.isEnabled()
    box.growth.setText("3.5")
    box.unit.setCurrentText("‰")
    # 100,000 × 1.0035 = 100,350; × 1.0035⁵ = 101,762.2…
    assert box.preview.text().startswith("2021: 100,350; 2022: 100,701;")
    before = [f.rule.id for f in session.evaluation.findings]
    box.button.click()
    key = (2025, PopulationGroup.RESIDENT)
    people = session.county.table(Population)[key]
    assert people == Population(*key, 101_762, PopulationOrigin.PROJECTED, "2020 年 × (1+3.5‰)^5")
    assert dialog.table.rowCount() == 6
    rate = session.evaluation.measure(session.rules[0], session.rules[0].basis, 2025)
    assert rate.population_year == 2025
    session.undo()
    assert dialog.table.rowCount() == 1
    assert [f.rule.id for f in session.evaluation.findings] == before


def test_a_growth_that_is_none_is_told_and_changes_nothing(session, qtbot):
    dialog = PopulationDialog(session)
    qtbot.addWidget(dialog)
    dialog.projection.growth.setText("many")
    assert "is not a number" in dialog.projection.preview.text()
    assert not dialog.projection.button.isEnabled()
