"""Reading AIF as AIFdb gives it: an object with nodes, edges, locutions and schemes."""

from argmap.exchange.aif.reading import inside, is_graph, read_as
from argmap.exchange.content import Content
from argmap.exchange.imported import Imported


def recognised(content: Content) -> bool:
    """Whether a file looks like AIF."""
    table = content.json
    return is_graph(table, "nodeID") and inside(table) is None and "edges" in table


def read(content: Content) -> Imported:
    """Read a file as AIF; raises ReadError with every fault, each with its line and column."""
    return read_as("aif", content)
