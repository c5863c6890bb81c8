"""PNG: the SVG, rasterised with the very fonts it was measured with."""

from argmap.diagram.error import DiagramError
from argmap.diagram.measure import bundled_font
from argmap.export import svg
from argmap.export.dot import laid_out
from argmap.export.options import ExportOptions
from argmap.model import ArgumentMap

MOST_PIXELS = 250_000_000


def write(map: ArgumentMap, options: ExportOptions) -> bytes:
    """The map's figure as a PNG of `options.dpi` dots per inch, its background white."""
    import resvg_py

    figure = laid_out(map, options)
    scale = options.dpi / 72
    if not 10 <= options.dpi <= 2400:
        raise DiagramError(f"{options.dpi} dots per inch cannot be drawn; take 10 to 2400")
    if (pixels := figure.width * figure.height * scale**2) > MOST_PIXELS:
        fitting = int(options.dpi * (MOST_PIXELS / pixels) ** 0.5)
        raise DiagramError(
            f"a png of {figure.width * scale:.0f} x {figure.height * scale:.0f} dots is too large; "
            f"take at most {fitting} dots per inch, the outline form, or svg"
        )
    drawn = svg.svg(figure, options.fonts, options.engine)
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=drawn,
            dpi=float(options.dpi),
            background="#FFFFFF",
            skip_system_fonts=True,
            font_files=[str(path) for path in (bundled_font(), *options.fonts)],
        )
    )
