"""Other people's programs that read figures back, and pictures compared; tests skip where a program is missing."""

import shutil
import struct
import subprocess
import zlib
from pathlib import Path

import pytest

DPI = 110
ALIKE = 0.005
"""How unlike two pictures of one figure may be: text that stands one point off is twice that."""


def run(program: str, *arguments: str | Path) -> str:
    """What the program writes; the test is skipped without it, and fails where it fails."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, check=True)
    return done.stdout.decode()


class Picture:
    """A picture in shades of grey."""

    def __init__(self, width: int, height: int, shades: bytes) -> None:
        self.width, self.height, self.shades = width, height, shades

    def _row(self, y: int, width: int) -> bytes:
        return self.shades[y * self.width : y * self.width + width]

    def ink(self) -> float:
        """The share of the picture that is not white."""
        return 1 - sum(self.shades) / (255 * len(self.shades))

    def unlike(self, other: "Picture") -> float:
        """The share of dots that are black here and white there, or the other way round."""
        assert abs(self.width - other.width) <= 1
        assert abs(self.height - other.height) <= 1
        width, height = min(self.width, other.width), min(self.height, other.height)
        rows = (zip(self._row(y, width), other._row(y, width), strict=True) for y in range(height))
        return sum(abs(one - another) > 128 for row in rows for one, another in row) / (width * height)


def pdf_picture(pdf: bytes, folder: Path) -> Picture:
    (folder / "figure.pdf").write_bytes(pdf)
    run("pdftoppm", "-r", str(DPI), "-gray", "-singlefile", folder / "figure.pdf", folder / "pdf")
    return _grey((folder / "pdf.pgm").read_bytes())


def eps_picture(eps: bytes, folder: Path) -> Picture:
    (folder / "figure.eps").write_bytes(eps)
    smooth = ("-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", "-dEPSCrop", f"-r{DPI}")
    quiet = ("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pgmraw", f"-sOutputFile={folder / 'eps.pgm'}")
    assert run("gs", *quiet, *smooth, folder / "figure.eps") == ""
    return _grey((folder / "eps.pgm").read_bytes())


def _grey(pgm: bytes) -> Picture:
    kind, rest = pgm.split(b"\n", 1)
    assert kind == b"P5"
    while rest.startswith(b"#"):
        rest = rest.split(b"\n", 1)[1]
    size, most, shades = rest.split(b"\n", 2)
    assert most == b"255"
    width, height = map(int, size.split())
    return Picture(width, height, shades)


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
        shades += bytes((above[x] * 77 + above[x + 1] * 151 + above[x + 2] * 28) >> 8 for x in range(0, stride, step))
    return Picture(width, height, bytes(shades))


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
