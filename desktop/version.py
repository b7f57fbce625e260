"""The version of the program (the one in `pyproject.toml`)."""

from importlib.metadata import version

VERSION = version("weigui")
