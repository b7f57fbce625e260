"""Arithmetic typed into a cell, `=1200*0.45` or `+10%`: reckoned exactly, never as a float."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from models.errors import InvalidValue, Reason

LONGEST = 100  # characters; also bounds how deep parentheses can be nested

_MARKS = str.maketrans("＝＋－−×＊÷／（）％．，", "=+--**//()%.,", " \u3000\xa0")
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_RELATIVE = re.compile(r"([+-])(\d+(?:\.\d+)?)%")
_TOKEN = re.compile(r"\d+(?:\.\d*)?|\.\d+|[-+*/()%]")


def is_arithmetic(text: str) -> bool:
    """Whether a text is to be reckoned: it begins with `=` or `+`, or is a signed percentage.

    `+5` is among them, so that it is refused: it could mean five, or five more.
    """
    if text.isdigit():  # most of what is pasted
        return False
    plain = _plain(text)
    return plain.startswith(("=", "+")) or _RELATIVE.fullmatch(plain) is not None


def reckon(text: str, present: Decimal | None) -> Fraction:
    """The exact result of an arithmetic text; `+10%` and `-10%` are of the present value.

    After `=` stand numbers, `+ - * / ( )` (also × ÷ and full-width forms) and `%`, which divides
    what is before it by a hundred. Raises InvalidValue: NOT_ARITHMETIC where the text cannot be
    read, DIVISION_BY_ZERO, or NO_VALUE where a percentage is of a blank.
    """
    plain = _plain(text)
    if len(plain) > LONGEST:
        raise InvalidValue("Allocation", "value", text, Reason.NOT_ARITHMETIC)
    relative = _RELATIVE.fullmatch(plain)
    if relative is not None:
        if present is None:
            raise InvalidValue("Allocation", "value", text, Reason.NO_VALUE)
        share = Fraction(relative[2]) / 100
        return Fraction(present) * (1 + share if relative[1] == "+" else 1 - share)
    if not plain.startswith("="):
        raise InvalidValue("Allocation", "value", text, Reason.NOT_ARITHMETIC)
    try:
        return _Reader(plain[1:].replace(",", "")).whole()
    except _Unreadable:
        raise InvalidValue("Allocation", "value", text, Reason.NOT_ARITHMETIC) from None
    except ZeroDivisionError:
        raise InvalidValue("Allocation", "value", text, Reason.DIVISION_BY_ZERO) from None


def _plain(text: str) -> str:
    return text.translate(_MARKS).translate(_DIGITS)


class _Unreadable(Exception):
    pass


class _Reader:
    """Reads by recursive descent: sums of products of signed numbers or parentheses."""

    def __init__(self, text: str) -> None:
        self._tokens = _TOKEN.findall(text)
        if "".join(self._tokens) != text:
            raise _Unreadable
        self._at = 0

    def whole(self) -> Fraction:
        value = self._sum()
        if self._at < len(self._tokens):
            raise _Unreadable
        return value

    def _next(self, *wanted: str) -> str | None:
        """The next token, taken, if it is one of those wanted."""
        if self._at < len(self._tokens) and self._tokens[self._at] in wanted:
            self._at += 1
            return str(self._tokens[self._at - 1])
        return None

    def _sum(self) -> Fraction:
        value = self._product()
        while sign := self._next("+", "-"):
            term = self._product()
            value = value + term if sign == "+" else value - term
        return value

    def _product(self) -> Fraction:
        value = self._signed()
        while sign := self._next("*", "/"):
            factor = self._signed()
            value = value * factor if sign == "*" else value / factor
        return value

    def _signed(self) -> Fraction:
        if self._next("-"):
            return -self._signed()
        value = self._number()
        while self._next("%"):
            value /= 100
        return value

    def _number(self) -> Fraction:
        if self._next("("):
            value = self._sum()
            if not self._next(")"):
                raise _Unreadable
            return value
        if self._at == len(self._tokens) or self._tokens[self._at][0] not in ".0123456789":
            raise _Unreadable
        self._at += 1
        return Fraction(self._tokens[self._at - 1])
