"""PNG: the SVG, rasterised with the very fonts it was measured with."""

import struct
import zlib

from argmap.diagram.error import DiagramError
from argmap.export import svg
from argmap.export.drawing import laid_out
from argmap.export.options import ExportOptions
from argmap.model import ArgumentMap

MOST_PIXELS = 250_000_000
LEAST_DPI = 36
_HEADER = 8 + 25  # the signature and the IHDR chunk


def write(map: ArgumentMap, options: ExportOptions) -> bytes:
    """The map's figure as a PNG of `options.dpi` dots per inch, its background white."""
    import resvg_py

    figure = laid_out(map, options)
    scale = options.dpi / 72
    if not 10 <= options.dpi <= 2400:
        raise DiagramError(f"{options.dpi} dots per inch cannot be drawn; take 10 to 2400")
    if (pixels := figure.width * figure.height * scale**2) > MOST_PIXELS:
        fitting = int(options.dpi * (MOST_PIXELS / pixels) ** 0.5)
        advice = f"at most {fitting} dots per inch, the outline form, or svg" if fitting >= LEAST_DPI else "svg"
        raise DiagramError(
            f"a png of {figure.width * scale:.0f} x {figure.height * scale:.0f} dots is too large; take {advice}"
        )
    drawn = svg.svg(figure)
    image = resvg_py.svg_to_bytes(
        svg_string=drawn,
        dpi=float(options.dpi),
        background="#FFFFFF",
        skip_system_fonts=True,
        font_files=[str(path) for path in figure.fonts.paths],
    )
    return _with_density(bytes(image), options.dpi)


def _with_density(png: bytes, dpi: int) -> bytes:
    """The image with its dots per metre (pHYs) after its header, so that it prints at its true size."""
    per_metre = round(dpi / 0.0254)
    chunk = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    return png[:_HEADER] + struct.pack(">I", 9) + chunk + struct.pack(">I", zlib.crc32(chunk)) + png[_HEADER:]
