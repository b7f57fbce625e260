from __future__ import annotations

import pytest

from desktop.usage import Parser, WrongUse


def parser() -> Parser:
    parser = Parser(prog="weigui")
    parser.add_argument("file")
    parser.add_argument("--lang", choices=["zh", "en"])
    parser.add_argument("--dry", action="store_true")
    parser.add_argument("--draft", action="store_true")
    return parser


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ([], "missing: file"),
        (["a", "b"], "not known: b"),
        (["a", "--lang", "fr"], "--lang cannot be 'fr'; possible are"),
        (["a", "--lang"], "--lang needs a value"),
        (["a", "--dry=1"], "--dry takes no value, but '1' is given"),
        (["a", "--dr"], "--dr may be any of --dry, --draft"),
    ],
)
def test_wrong_use_is_told_in_one_line_of_our_own_words(words: list[str], problem: str) -> None:
    with pytest.raises(WrongUse) as told:
        parser().parse_args(words)
    line = str(told.value)
    assert problem in line
    assert "argument" not in line
    assert "weigui --help" in line
    assert "\n" not in line


def test_help_begins_with_the_usage() -> None:
    assert parser().format_help().startswith("usage: weigui ")
