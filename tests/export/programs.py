"""Other people's programs that read figures back, and pictures compared; tests skip where a program is missing."""

import shutil
import struct
import subprocess
import zlib
from pathlib import Path

import pytest

from argmap.diagram.figure import Figure
from argmap.export import svg

DPI = 110
FINE = 4 * DPI
"""For programs that fit lines to whole dots."""
SQUARE = 16
ALIKE, ALIKE_BUT_FATTER = 0.016, 0.03
"""How unlike two pictures of one figure may be; Ghostscript paints every dot that a shape touches."""


def run(program: str, *arguments: str | Path) -> str:
    """What the program writes; the test is skipped without it, and fails where it fails."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, check=True)
    return done.stdout.decode()


class Picture:
    """A picture in shades of grey, `dpi` dots per inch."""

    def __init__(self, width: int, height: int, shades: bytes, dpi: int) -> None:
        self.width, self.height, self.shades = width, height, shades
        self._square = dpi * SQUARE // DPI

    def ink(self) -> float:
        """The share of the picture that is not white."""
        return 1 - sum(self.shades) / (255 * len(self.shades))

    def unlike(self, other: "Picture") -> float:
        """How much darker some small square is in one picture than in the other, at most: between 0 and 1."""
        assert self.width / self._square == pytest.approx(other.width / other._square, abs=0.1)
        assert self.height / self._square == pytest.approx(other.height / other._square, abs=0.1)
        columns = min(self.width // self._square, other.width // other._square)
        rows = min(self.height // self._square, other.height // other._square)
        return max(
            abs(self._shade(column, row) - other._shade(column, row))
            for row in range(rows)
            for column in range(columns)
        )

    def _shade(self, column: int, row: int) -> float:
        size = self._square
        start = row * size * self.width + column * size
        lines = range(start, start + size * self.width, self.width)
        return sum(sum(self.shades[at : at + size]) for at in lines) / (255 * size**2)


def pdf_picture(pdf: bytes, folder: Path) -> Picture:
    (folder / "figure.pdf").write_bytes(pdf)
    run("pdftoppm", "-r", str(FINE), "-singlefile", folder / "figure.pdf", folder / "pdf")
    return _ppm_picture((folder / "pdf.ppm").read_bytes())


def eps_picture(eps: bytes, folder: Path) -> Picture:
    (folder / "figure.eps").write_bytes(eps)
    quiet = ("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=ppmraw", f"-sOutputFile={folder / 'eps.ppm'}")
    smooth = ("-dTextAlphaBits=4", "-dGraphicsAlphaBits=4")
    assert run("gs", *quiet, *smooth, "-dEPSCrop", f"-r{FINE}", folder / "figure.eps") == ""
    return _ppm_picture((folder / "eps.ppm").read_bytes())


def svg_picture(figure: Figure) -> Picture:
    """The figure as its svg with outlined text is drawn."""
    import resvg_py

    drawn = svg.svg(figure, "outlined")
    return png_picture(bytes(resvg_py.svg_to_bytes(svg_string=drawn, dpi=float(DPI), background="#FFFFFF")))


def _ppm_picture(ppm: bytes) -> Picture:
    kind, rest = ppm.split(b"\n", 1)
    assert kind == b"P6"
    while rest.startswith(b"#"):
        rest = rest.split(b"\n", 1)[1]
    size, most, colours = rest.split(b"\n", 2)
    assert most == b"255"
    width, height = map(int, size.split())
    return Picture(width, height, _shades(colours, 3), FINE)


def _shades(colours: bytes, step: int) -> bytes:
    reds, greens, blues = colours[::step], colours[1::step], colours[2::step]
    return bytes(
        (77 * red + 151 * green + 28 * blue) >> 8 for red, green, blue in zip(reds, greens, blues, strict=True)
    )


def png_picture(png: bytes) -> Picture:
    """A PNG of eight bits a colour, with or without transparency, not interlaced."""
    width, height, depth, colours = struct.unpack(">IIBB", png[16:26])
    assert depth == 8
    assert colours in (2, 6)
    step = 3 if colours == 2 else 4
    packed, at = b"", 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        packed += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += length + 12
    raw = zlib.decompress(packed)
    stride = width * step
    above = bytes(stride)
    shades = bytearray()
    for y in range(height):
        start = y * (stride + 1)
        above = _unfiltered(raw[start], bytearray(raw[start + 1 : start + 1 + stride]), above, step)
        shades += _shades(above, step)
    return Picture(width, height, bytes(shades), DPI)


def _unfiltered(kind: int, row: bytearray, above: bytes, step: int) -> bytes:
    if kind == 2:
        return bytes((here + up) & 255 for here, up in zip(row, above, strict=True))
    for x in range(len(row)) if kind else ():
        left, corner = (row[x - step], above[x - step]) if x >= step else (0, 0)
        row[x] = (row[x] + _foreseen(kind, left, above[x], corner)) & 255
    return bytes(row)


def _foreseen(kind: int, left: int, up: int, corner: int) -> int:
    if kind == 1:
        return left
    if kind == 3:
        return (left + up) // 2
    by_left, by_up, by_corner = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
    return left if by_left <= by_up and by_left <= by_corner else up if by_up <= by_corner else corner
