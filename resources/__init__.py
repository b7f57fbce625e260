"""Files without logic: catalogues, rules, published figures, templates, translations, icons."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def resource(name: str) -> Traversable:
    """The one way to a shipped file or folder: `resource("words.toml").read_text("utf8")`.

    Works from a checkout and from the built program alike.
    """
    return files(__name__).joinpath(*name.split("/"))
