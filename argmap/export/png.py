"""PNG: the SVG with outlined text, rasterised, so that the text is drawn as it was measured.

A font of pictures in colours has no outlines: a figure with one is rasterised from live text, with its very fonts.
"""

import struct
import zlib

from argmap.diagram.error import DiagramError
from argmap.diagram.figure import Figure
from argmap.export import svg
from argmap.export.options import ExportOptions

MOST_PIXELS = 100_000_000
"""More take more than a gigabyte of memory to draw."""
LEAST_DPI = 36
_HEADER = 8 + 25  # the signature and the IHDR chunk


def write(figure: Figure, options: ExportOptions) -> bytes:
    """The figure as a PNG of `options.dpi` dots per inch, its background white."""
    import resvg_py

    scale = options.dpi / 72
    if not 10 <= options.dpi <= 2400:
        raise DiagramError(f"{options.dpi} dots per inch cannot be drawn; take 10 to 2400")
    if (pixels := figure.width * figure.height * scale**2) > MOST_PIXELS:
        fitting = int(options.dpi * (MOST_PIXELS / pixels) ** 0.5)
        form = "the outline form, " if figure.layout.form != "outline" else ""
        advice = f"at most {fitting} dots per inch, {form}or svg" if fitting >= LEAST_DPI else "svg"
        raise DiagramError(
            f"a png of {figure.width * scale:.0f} x {figure.height * scale:.0f} dots is too large; take {advice}"
        )
    pictures = any(face.pictures for face in figure.fonts.faces)
    image = resvg_py.svg_to_bytes(
        svg_string=svg.svg(figure, "live" if pictures else "outlined"),
        dpi=float(options.dpi),
        background="#FFFFFF",
        skip_system_fonts=True,
        font_files=[str(face.path) for face in figure.fonts.faces] if pictures else None,
    )
    return _with_density(bytes(image), options.dpi)


def _with_density(png: bytes, dpi: int) -> bytes:
    """The image with its dots per metre (pHYs) after its header, so that it prints at its true size."""
    per_metre = round(dpi / 0.0254)
    chunk = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    return png[:_HEADER] + struct.pack(">I", 9) + chunk + struct.pack(">I", zlib.crc32(chunk)) + png[_HEADER:]
