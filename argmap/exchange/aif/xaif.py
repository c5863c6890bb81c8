"""Reading xAIF: AIF inside an object that has the analysed text beside it."""

from argmap.exchange.aif.reading import inside, read_as, table_of
from argmap.exchange.content import Content
from argmap.exchange.imported import Imported
from argmap.exchange.refusals import refusal


def recognised(content: Content) -> bool:
    """Whether a file looks like xAIF."""
    table = content.json
    return isinstance(table, dict) and inside(table) is not None


def read(content: Content, format: str = "xaif") -> Imported:
    """Read a file as xAIF; raises ReadError with every fault, each with its line and column."""
    table = table_of(content)
    key = inside(table)
    if key is None:
        raise refusal("I004", 'expected an object under "AIF"', 1, 1)
    text = ("text", "txt") if isinstance(table.get("text"), dict) else ("text",)
    return read_as(format, content, (key,), text)
