"""What is wrong with a file is said for every problem that there is."""

from __future__ import annotations

import pytest

from desktop.file_wording import problem_text
from models.errors import FileProblem


@pytest.mark.parametrize("problem", FileProblem)
def test_every_problem_of_a_file_has_words_that_say_what_to_do(problem: FileProblem) -> None:
    assert len(problem_text(problem)) > 20
