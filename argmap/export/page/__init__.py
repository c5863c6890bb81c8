"""A page for the web: one file that anyone can read, with the figure, passages, standard form and scenarios."""

from argmap.export.options import ExportOptions
from argmap.model import ArgumentMap


def write(map: ArgumentMap, options: ExportOptions) -> bytes:
    """The page as HTML, UTF-8; it asks for nothing over the network, and runs no script but its own.

    Raises DiagramError for a map that can't be drawn, and where the options ask for what a page isn't.
    """
    from argmap.diagram.error import DiagramError
    from argmap.export.page.document import page

    if options.form not in (None, "tree"):
        raise DiagramError("a page draws the map as a tree, and has its outline beside it; leave out the form")
    if options.marks is not None:
        raise DiagramError(
            "a page has all scenarios of the map to choose from; "
            "keep what you suppose as one (`argmap suppose --save`), and export without it"
        )
    return page(map, options).encode()
